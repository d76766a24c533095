"""The difference of two states in what the instruments say: version, level and signs, per instrument and person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from veiligheidsplan.plan.delen import name
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.evaluatie import current_uses
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stand import impression_given
from veiligheidsplan.plan.uitkomst import outcome_now
from veiligheidsplan.plan.verloop import level_point, sign_words
from veiligheidsplan.plan.woorden import fill


class Kant(NamedTuple):
    """One use with its outcome, and whether its level may be shown."""

    afname: Afname
    uit: Mapping[str, Any]
    mag: bool


def outcome_sentences(oud: Dossier, nieuw: Dossier, o: Omgeving) -> tuple[str, ...]:
    """Every difference. A sign that is seen no more may still not be ruled out; that is said."""
    toen = {_key(a): a for a in current_uses(oud)}
    uit: list[str] = []
    for a in current_uses(nieuw):
        titel = f"{a.instrument.titel}: {name(nieuw, o, a.over)}" if a.over else a.instrument.titel
        vorige = toen.get(_key(a))
        if vorige is None:
            woorden = {"titel": titel, "niveau": _level(o, _side(nieuw, a))}
            uit.append(fill(o.zin("verschil_eerste_keer"), woorden))
        else:
            uit += _between(o, titel, _side(oud, vorige), _side(nieuw, a))
    return tuple(uit)


def _key(afname: Afname) -> tuple[str, str | None]:
    return afname.id.rpartition(":")[0], afname.over


def _side(d: Dossier, afname: Afname) -> Kant:
    return Kant(afname, outcome_now(d, afname), impression_given(d, afname))


def _level(o: Omgeving, kant: Kant) -> str:
    if not kant.mag:
        return o.zin("verloop_eerst_indruk")
    return level_point(o, kant.afname, kant.uit["niveau_laagst"], kant.uit["niveau_hoogst"]).tekst


def _between(o: Omgeving, titel: str, was: Kant, nu: Kant) -> Iterator[str]:
    versies = (was.afname.instrument.versie, nu.afname.instrument.versie)
    if versies[0] != versies[1]:
        yield fill(o.zin("verschil_versie"), {"titel": titel, "oud": versies[0], "nieuw": versies[1]})
    niveaus = (_level(o, was), _level(o, nu))
    if niveaus[0] != niveaus[1]:
        woorden = {"titel": titel, "oud": niveaus[0], "nieuw": niveaus[1]}
        yield fill(o.zin("verschil_niveau"), woorden)
    toen, daarna = was.uit["uitslag"]["signalen"], nu.uit["uitslag"]["signalen"]
    for s in daarna:
        if s not in toen:
            yield fill(o.zin("verschil_signaal_nieuw"), {"titel": titel, "wat": sign_words(nu.afname, s)})
    for s in toen:
        if s not in daarna:
            yield fill(o.zin(_gone(nu, s)), {"titel": titel, "wat": sign_words(was.afname, s)})


def _gone(nu: Kant, teken: str) -> str:
    if teken not in nu.afname.instrument.signalen:
        return "verschil_signaal_niet_gevraagd"
    return "verschil_signaal_open" if teken in nu.uit["niet_uitgesloten"] else "verschil_signaal_weg"
