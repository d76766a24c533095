"""The difference of two states of a dossier in sentences (*verschil*): what came, what went, what reads otherwise now.

For any reader: of a joint reader both states are reduced first, so what may not be known makes no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.delen import name, owner
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.nog_nodig import account_of_violence
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.verloop import given_numbers
from veiligheidsplan.plan.verschil_uitslag import outcome_sentences
from veiligheidsplan.plan.woorden import fill, spoken_iso

#: what is no part of a plan, or is told in its own way
_NIET: Final = frozenset(
    {
        "gesprek",
        "zitting",
        "eigen",
        "vooraf",
        "indruk",
        "oordeel",
        "verslag",
        "evaluatie",
        "taak",
        "taakverslag",
        "geweld",
        "cijfer",
        "hoofdstukken",
        "extra",
        "extra_samen",
    }
)
#: what somebody does or what was written down: told by its own words
_MET_WOORDEN: Final = ("naam", "wat", "teken")
#: about whom or what a subject is: ``stem:persoon:1``, ``wens:persoon:1@overleg:1``, ``naleving:afspraak:2``
_OVER: Final = re.compile(r"(?:persoon|actie|afspraak):\d+", re.ASCII)


def sentences(oud: Dossier, nieuw: Dossier, o: Omgeving) -> tuple[str, ...]:
    """Every difference, in the order of the plan: people first, then what was agreed, then numbers and outcomes."""
    return (
        *_subjects(oud, nieuw, o),
        *_violence(oud, nieuw, o),
        *_numbers(oud, nieuw, o),
        *outcome_sentences(oud, nieuw, o),
    )


def _subjects(oud: Dossier, nieuw: Dossier, o: Omgeving) -> Iterator[str]:
    soorten = [s for s in VELDEN if s not in _NIET]
    for soort in soorten:
        toen, nu = _of_kind(oud, soort), _of_kind(nieuw, soort)
        for onderwerp in dict.fromkeys((*toen, *nu)):
            yield from _subject(oud, nieuw, o, onderwerp, onderwerp in toen, onderwerp in nu)


def _of_kind(d: Dossier, soort: str) -> tuple[str, ...]:
    alle = (o for o in d.waarden if kind_of(o) == soort and o not in d.gearchiveerd)
    return tuple(o for o in alle if any(g.waarde is not None for g in d.waarden[o].values()))


def _subject(
    oud: Dossier, nieuw: Dossier, o: Omgeving, onderwerp: str, was: bool, is_: bool
) -> Iterator[str]:
    kop = _heading(nieuw if is_ else oud, o, onderwerp)
    woorden = any(veld in VELDEN[kind_of(onderwerp)] for veld in _MET_WOORDEN)
    if woorden and not was:
        yield fill(o.zin("verschil_nieuw"), {"wat": kop})
    elif woorden and not is_:
        yield fill(o.zin("verschil_weg"), {"wat": kop})
    elif not _of_what_went(oud, nieuw, onderwerp):
        yield from _fields(oud, nieuw, o, onderwerp, kop)


def _heading(d: Dossier, o: Omgeving, onderwerp: str) -> str:
    soort = kind_of(onderwerp)
    sectie = o.sjabloon.zinnen.get(f"verschil_{soort}") or o.sjabloon.zinnen.get(f"sectie_{soort}", soort)
    eigen = next((str(d.waarde(onderwerp, v)) for v in _MET_WOORDEN if d.waarde(onderwerp, v)), "")
    over = _OVER.search(onderwerp.partition(":")[2])
    if not eigen and over:
        eigen = name(d, o, over[0]) if kind_of(over[0]) == "persoon" else str(d.waarde(over[0], "wat") or "")
    return f"{sectie}: {eigen.rstrip('.')}" if eigen else sectie


def _of_what_went(oud: Dossier, nieuw: Dossier, onderwerp: str) -> bool:
    """Whether this belongs to something that is in one of the two only: that was told already."""
    over = _OVER.search(onderwerp.partition(":")[2])
    return over is not None and (over[0] in _of_kind(oud, kind_of(over[0]))) != (
        over[0] in _of_kind(nieuw, kind_of(over[0]))
    )


def _fields(oud: Dossier, nieuw: Dossier, o: Omgeving, onderwerp: str, kop: str) -> Iterator[str]:
    soort = kind_of(onderwerp)
    for veld in VELDEN[soort]:
        toen, nu = oud.waarde(onderwerp, veld), nieuw.waarde(onderwerp, veld)
        if toen != nu:
            woorden = {
                "kop": kop,
                "veld": o.sjabloon.teksten[soort][veld].label,
                "oud": _words(oud, o, onderwerp, veld, toen),
                "nieuw": _words(nieuw, o, onderwerp, veld, nu),
            }
            yield fill(o.zin("verschil_veld"), woorden)


def _words(d: Dossier, o: Omgeving, onderwerp: str, veld: str, waarde: Any) -> str:
    leeg = waarde is None or waarde == ()
    return o.zin("verschil_niets") if leeg else _quoted(_said(d, o, onderwerp, veld, waarde))


def _said(d: Dossier, o: Omgeving, onderwerp: str, veld: str, waarde: Any) -> str:
    soort = kind_of(onderwerp)
    model = VELDEN[soort][veld]
    if veld == "wie":
        return owner(d, o, onderwerp)
    if isinstance(waarde, tuple):
        return "; ".join(_one(d, o, soort, veld, str(w)).rstrip(".") for w in waarde)
    if model.soort == "datum":
        return spoken_iso(str(waarde))
    if model.soort == "tijd":
        return f"{str(waarde).replace(':', '.')} {o.zin('uur')}"
    if model.soort in ("keuze", "meerkeuze"):
        return _one(d, o, soort, veld, str(waarde))
    return str(waarde)


def _quoted(tekst: str) -> str:
    return f"«{tekst}»"


def _one(d: Dossier, o: Omgeving, soort: str, veld: str, code: str) -> str:
    if kind_of(code) == "persoon" and ":" in code:
        return name(d, o, code)
    lijsten: tuple[Mapping[str, str], ...] = (
        o.sjabloon.teksten[soort][veld].keuzes,
        o.sjabloon.leefdomeinen,
        {id_: g.naam for id_, g in o.gemeenten.gemeenten.items()},
        {id_: t.titel for id_, t in o.sjabloon.themas.items()},
        {id_: m.titel for id_, m in o.sjabloon.maatregelen.items()},
        o.sjabloon.zinnen,
    )
    woord = next((lijst[code] for lijst in lijsten if code in lijst), None)
    return woord or str(d.waarde(code, "wat") or code)


def _violence(oud: Dossier, nieuw: Dossier, o: Omgeving) -> Iterator[str]:
    """What was said of it in a review that the older state did not know. No reader but a professional has any."""
    nu = evaluatie.latest(nieuw)
    if nu is not None and nu != evaluatie.latest(oud):
        for v in evaluatie.violence(nieuw, nu):
            if v.sinds != "niet_gevraagd":
                yield f"{o.zin('sectie_geweld')}. {account_of_violence(nieuw, o, v)}"


def _numbers(oud: Dossier, nieuw: Dossier, o: Omgeving) -> Iterator[str]:
    """Each number by rater, subject and setting; one that is not there is said to be absent, never called equal."""
    toen, nu = given_numbers(oud, o), given_numbers(nieuw, o)
    for sleutel in dict.fromkeys((*toen, *nu)):
        if toen.get(sleutel) == nu.get(sleutel):
            continue
        door, medewerker, over, setting = sleutel
        wie = {"door": medewerker or name(nieuw, o, door), "over": name(nieuw, o, over)}
        woorden = {
            "kop": o.zin("sectie_cijfer"),
            "veld": f"{fill(o.zin('cijfer_van_over'), wie)}, {o.zin(f'cijfers_{setting}').lower()}",
            "oud": _quoted(str(toen[sleutel])) if sleutel in toen else o.zin("verschil_niets"),
            "nieuw": _quoted(str(nu[sleutel])) if sleutel in nu else o.zin("verschil_niets"),
        }
        yield fill(o.zin("verschil_veld"), woorden)
