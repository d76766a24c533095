"""Steps between the questions (*tussenstappen*): «is there another?», and something to read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.vraagstap import Pad

MEEST = 40  # people, agreements: more is a mistake, not a household


def more(d: Dossier, o: Omgeving, wat: str, n: int, pad: Pad, *, eerste: bool) -> Plek:
    """«Is there another?»: ja or nee. Of agreements and actions anyone may hear it."""
    tafel = wat in ("afspraak", "actie")
    return Plek(f"gesprek/meer_{wat}_{n}", partial(_more_step, d, o, wat, n, pad, eerste, tafel), tafel)


def _more_step(d: Dossier, o: Omgeving, wat: str, n: int, pad: Pad, eerste: bool, tafel: bool) -> Stap:
    gegeven = d.waarden.get("gesprek", {}).get(f"meer_{wat}_{n}")
    return Stap(
        f"gesprek/meer_{wat}_{n}",
        "keuze",
        o.zin(f"meer_{wat}_eerste" if eerste else f"meer_{wat}"),
        o.zin(f"sectie_{wat}"),
        pad,
        inleiding=o.zin("iedereen_leest") if eerste and tafel else None,
        keuzes=(Keuze("ja", o.zin("ja")), Keuze("nee", o.zin("nee"))),
        volgt_uit_bestand=True,
        tafel=tafel,
        standaard=gegeven.waarde if gegeven else None,
        toelichting=gegeven.toelichting if gegeven else None,
    )


def notice(id_: str, tekst: Callable[[], str], sectie: str, *, tafel: bool = False) -> Plek:
    """Something to read; Enter goes on."""
    return Plek(
        f"gesprek/{id_}", lambda: Stap(f"gesprek/{id_}", "mededeling", tekst(), sectie, tafel=tafel), tafel
    )
