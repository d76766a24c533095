"""The trend (*verloop*): numbers per rater, subject and setting, outcomes per instrument and person. Never a mean.

An interval stays an interval, what is unknown stays unknown, and a major version breaks the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from veiligheidsplan.plan.document import Punt
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.medewerkers import worker_of
from veiligheidsplan.plan.model import giver_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.rondes import Moment
from veiligheidsplan.plan.uitkomst import outcome_of
from veiligheidsplan.plan.woorden import fill, spoken_date

ONBEKEND = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd")
#: who gave it, the name of the worker who did, about whom, in which setting
Sleutel = tuple[str, str, str, str]


class Cijferlijn(NamedTuple):
    """The numbers of one person, about one subject, in one setting, at each moment.

    ``wie`` is the name of the worker where a worker gave it: each worker is another rater.
    """

    door: str
    wie: str
    over: str
    setting: str
    punten: tuple[Punt, ...]


class Gebruik(NamedTuple):
    """One use of an instrument in words and as a point on its levels."""

    afname: Afname
    datum: str
    punt: Punt
    scores: tuple[str, ...]
    gezien: tuple[str, ...]
    niet_uitgesloten: tuple[str, ...]


def number_lines(momenten: Sequence[Moment], o: Omgeving) -> tuple[Cijferlijn, ...]:
    """Every line of numbers that has at least one, in a fixed order."""
    sleutels = sorted({s for m in momenten for s in _keys(m.staat, o)})
    return tuple(Cijferlijn(*s, tuple(_at(m.staat, s, o) for m in momenten)) for s in sleutels)


def given_numbers(d: Dossier, o: Omgeving) -> dict[Sleutel, int]:
    """Every number of one moment by rater, subject and setting."""
    uit: dict[Sleutel, int] = {}
    for c in d.onderwerpen("cijfer"):
        over, setting, waarde = (d.waarde(c, v) for v in ("over", "setting", "waarde"))
        if isinstance(waarde, int) and over and setting:
            uit[*_rater(d, o, c), str(over), str(setting)] = waarde
    return uit


def _rater(d: Dossier, o: Omgeving, cijfer: str) -> tuple[str, str]:
    door = giver_of(cijfer)
    return door, worker_of(d, o, d.waarden[cijfer]["waarde"].door) if door == MEDEWERKER else ""


def _keys(d: Dossier, o: Omgeving) -> Iterator[Sleutel]:
    yield from given_numbers(d, o)


def _at(d: Dossier, sleutel: Sleutel, o: Omgeving) -> Punt:
    """The number of that moment; else what was said instead, or that there is none."""
    waarde = given_numbers(d, o).get(sleutel)
    if waarde is not None:
        return Punt(waarde, waarde, str(waarde))
    zelfde = [
        c for c in d.onderwerpen("cijfer") if d.beantwoord(c, "waarde") and _rater(d, o, c) == sleutel[:2]
    ]
    anders = {d.waarde(c, "waarde") for c in zelfde}
    gezegd = next((w for w in ONBEKEND if w in anders), None)
    return Punt(None, None, o.zin(f"verloop_{gezegd}" if gezegd else "verloop_geen_cijfer"))


def uses(d: Dossier, o: Omgeving) -> tuple[tuple[Gebruik, ...], ...]:
    """Every use of each instrument, per person, in the order of the rounds; one that was asked more than once."""
    groepen: dict[tuple[str, str | None], list[Afname]] = {}
    for a in d.afnamen.values():
        groepen.setdefault((a.id.rpartition(":")[0], a.over), []).append(a)
    alle = [sorted(g, key=lambda a: int(a.id.rpartition(":")[2])) for g in groepen.values()]
    return tuple(tuple(_use(d, o, a) for a in g) for g in alle if len(g) > 1)


def _use(d: Dossier, o: Omgeving, afname: Afname) -> Gebruik:
    uit, i = outcome_of(d, afname), afname.instrument
    schalen: dict[str, Any] = uit["uitslag"]["schalen"]
    scores = tuple(
        _score(o, i.schalen[id_].titel or id_, s) for id_, s in schalen.items() if id_ in i.schalen
    )
    return Gebruik(
        afname,
        spoken_date(afname.tijd.date()),
        level_point(o, afname, uit["niveau_laagst"], uit["niveau_hoogst"]),
        scores,
        tuple(sign_words(afname, s) for s in uit["uitslag"]["signalen"]),
        tuple(sign_words(afname, s) for s in uit["niet_uitgesloten"]),
    )


def sign_words(afname: Afname, id_: str) -> str:
    """What a sign says."""
    teken = afname.instrument.signalen.get(id_)
    return (teken.melding if teken else None) or id_.replace("_", " ")


def level_point(o: Omgeving, afname: Afname, laagst: str | None, hoogst: str | None) -> Punt:
    """The level that holds as a point on the scale of levels; an interval where it is not one."""
    orde = list(afname.instrument.niveaus)
    titels = {code: n.titel or code for code, n in afname.instrument.niveaus.items()}
    if hoogst not in orde:
        return Punt(None, None, o.zin("geen_niveau"))
    if laagst == hoogst:
        plek = float(orde.index(hoogst))
        return Punt(plek, plek, titels[hoogst])
    laag = orde.index(laagst) if laagst in orde else 0
    woorden = {"laag": titels.get(str(laagst), o.zin("nog_geen_niveau")), "hoog": titels[hoogst]}
    return Punt(float(laag), float(orde.index(hoogst)), fill(o.zin("niveau_van_tot"), woorden))


def _score(o: Omgeving, titel: str, schaal: Any) -> str:
    laag, hoog = schaal["laagst"], schaal["hoogst"]
    if laag is None or hoog is None:
        tekst = o.zin("verloop_geen_score")
    elif laag == hoog:
        tekst = _number(laag)
    else:
        tekst = fill(o.zin("verloop_tussen"), {"laag": _number(laag), "hoog": _number(hoog)})
    return f"{titel}: {tekst}"


def _number(getal: float) -> str:
    """With a decimal comma, as one reads it."""
    return f"{getal:g}".replace(".", ",")


def breaks(reeks: Sequence[Gebruik]) -> tuple[int, ...]:
    """The positions from which another major version holds, or other levels: what is before cannot be compared."""
    uit = []
    for n in range(1, len(reeks)):
        een, twee = reeks[n - 1].afname.instrument, reeks[n].afname.instrument
        if een.versie.split(".")[0] != twee.versie.split(".")[0] or list(een.niveaus) != list(twee.niveaus):
            uit.append(n)
    return tuple(uit)
