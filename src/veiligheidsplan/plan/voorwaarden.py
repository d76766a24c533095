"""Safety conditions (*veiligheidsvoorwaarden*), the concerns they answer, and the phase of each concern.

Help of a later phase may start when it serves a condition; a phase is passed with a condition unmet for a reason
only (domein.md §2). Without a link every condition counts: the stricter rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.hoofdstuk import GEKOZEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Waarde
from veiligheidsplan.plan.woorden import in_a_row

#: of a condition that Veilig Thuis handed over: nobody else changes what it says
VAST = ("herkomst", "gekregen", "wat", "tot")


def conditions(d: Dossier) -> tuple[str, ...]:
    """Every condition that has words and does not sleep, by number."""
    dicht = d.beantwoord(*GEKOZEN) and "voorwaarden" not in (d.waarde(*GEKOZEN) or ())
    alle = (v for v in d.onderwerpen("voorwaarde") if d.waarde(v, "wat") and not dicht and not ended(d, v))
    return tuple(sorted(alle, key=lambda v: int(v.split(":")[1])))


def helping(d: Dossier, voorwaarde: str) -> tuple[str, ...]:
    """The actions and agreements that serve this condition and still stand."""
    return tuple(a for a in d.waarde(voorwaarde, "helpt") or () if a in d.waarden and a not in d.gearchiveerd)


def served_by(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    """The conditions that this action or agreement serves."""
    return tuple(v for v in conditions(d) if onderwerp in helping(d, v))


def unmet(d: Dossier, zorg: str) -> tuple[str, ...]:
    """The conditions of this concern that are not met; not known is not met."""
    van_zorg = tuple(v for v in d.waarde(zorg, "voorwaarden") or () if v in conditions(d))
    return tuple(v for v in van_zorg or conditions(d) if d.waarde(v, "status") != "ja")


def past_safety(d: Dossier, zorg: str) -> bool:
    """Whether this concern left the first phase."""
    return d.waarde(zorg, "fase") in ("risicogestuurd", "herstel")


def refusal(d: Dossier, o: Omgeving, onderwerp: str, veld: str, waarde: Waarde) -> str | None:
    """Why the words of Veilig Thuis do not change: once somebody said how far it is, only that can change."""
    if veld not in VAST or d.waarde(onderwerp, "herkomst") != "veilig_thuis":
        return None
    if not d.beantwoord(onderwerp, "status"):
        return None  # still being copied: a slip of the pen can be mended
    nieuw = waarde.isoformat() if isinstance(waarde, date) else waarde
    return None if nieuw == d.waarde(onderwerp, veld) else o.zin("voorwaarde_vast")


def findings(d: Dossier, o: Omgeving, acties: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a professional should look at: (sentence of the template, what it is about)."""
    alle = conditions(d)
    for v in alle:
        if d.waarde(v, "status") == "ja":
            continue
        tot = d.waarde(v, "tot")
        if isinstance(tot, str) and date.fromisoformat(tot) < o.vandaag:
            yield ("open_voorwaarde_te_laat", v)
        if not helping(d, v):
            yield ("open_voorwaarde_zonder", v)
    los = [
        str(n)
        for n, a in enumerate(acties, 1)
        if not served_by(d, a) and not d.waarde(f"grond:{a}", "antwoord")
    ]
    if alle:
        yield from (("open_actie_los", n) for n in los)
    elif los:
        yield ("open_acties_los", in_a_row(los))
    for zorg in d.onderwerpen("zorg"):
        if past_safety(d, zorg) and unmet(d, zorg) and not d.waarde(zorg, "reden_fase"):
            yield ("open_fase", zorg)
        if d.waarde(zorg, "hulp_nu") and not past_safety(d, zorg) and not d.waarde(zorg, "hulp_voor"):
            yield ("open_hulp_vroeg", zorg)
