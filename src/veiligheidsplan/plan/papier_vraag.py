"""From a step or a question to a place on paper (*invulveld*): the same words, with room for ink."""

from __future__ import annotations

from typing import Final

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import Getalvraag, Schaalvraag
from veiligheidsplan.instrument.weergave import Vraagweergave
from veiligheidsplan.plan.document import Invulveld
from veiligheidsplan.plan.stap import Stap

#: a longer list is written, not ticked
_MEESTE_KEUZES: Final = 14
_MEESTE_WAARDEN: Final = 22
_ZELF: Final = ("medewerker", "iemand_anders")
#: how an answer is written where there is nothing to tick
_HOE: Final = {"datum": "Dag, maand en jaar."}


def from_step(stap: Stap) -> Invulveld:
    """A step of the conversation as it is asked on paper. Who is in a list of people is written by name."""
    keuzes = tuple(k.tekst for k in (*stap.keuzes, *stap.bijzonder))
    namen = any(k.code.startswith("persoon:") or k.code in _ZELF for k in stap.keuzes)
    uitleg = tuple(u for u in (stap.hulp,) if u)
    if stap.soort in ("keuze", "meerkeuze") and not namen and len(keuzes) <= _MEESTE_KEUZES:
        meer = ("Er kunnen meer antwoorden zijn.",) if stap.soort == "meerkeuze" else ()
        geen = ("Geen van deze",) if stap.geen_van_deze else ()
        return Invulveld(stap.tekst, "", (*uitleg, *meer), (*_plain(stap), *geen, *_special(stap)))
    if stap.soort == "schaal":
        bijzonder = tuple(k.tekst for k in stap.bijzonder)
        einden = _ends(stap.uitersten, stap.van, stap.tot)
        return Invulveld(stap.tekst, "", uitleg, bijzonder, _values(stap.van, stap.tot), einden)
    regels = 3 if stap.meer_regels else 1
    hoe = tuple(h for h in (_HOE.get(stap.soort),) if h)
    return Invulveld(stap.tekst, "", (*uitleg, *hoe), tuple(k.tekst for k in stap.bijzonder), regels=regels)


def bounds(instrument: Instrument, vraag_id: str) -> tuple[int, int | None] | None:
    """The ends of a question that is answered with a number; ``None`` for another kind."""
    vraag = instrument.vragen[vraag_id]
    return (vraag.van, vraag.tot) if isinstance(vraag, (Schaalvraag, Getalvraag)) else None


def _plain(stap: Stap) -> tuple[str, ...]:
    return tuple(k.tekst for k in stap.keuzes)


def _special(stap: Stap) -> tuple[str, ...]:
    return tuple(k.tekst for k in stap.bijzonder)


def from_question(
    v: Vraagweergave, nummer: str, *, bereik: tuple[int, int | None] | None, waarschuwing: str = ""
) -> Invulveld:
    """A question of an instrument as it is asked on paper: never its points, never what an answer would mean.

    ``bereik`` are the ends of a scale or a number; ``waarschuwing`` says in whose presence it is not asked.
    """
    uitleg = tuple(r.strip() for r in (*v.alleen_als, v.hulp or "", waarschuwing) if r.strip())
    keuzes = tuple(a.tekst for a in v.antwoorden)
    if v.soort == "meerkeuze":
        uitleg += ("Er kunnen meer antwoorden zijn.",)
    if v.soort == "schaal" and bereik is not None and bereik[1] is not None:
        return Invulveld(v.tekst, nummer, uitleg, v.bijzonder, _values(*bereik), _ends(v.uitersten, *bereik))
    if keuzes:
        return Invulveld(v.tekst, nummer, uitleg, (*keuzes, *v.bijzonder))
    regels = 3 if v.soort == "tekst" else 1
    return Invulveld(
        v.tekst, nummer, (*uitleg, *((v.invoer,) if v.invoer else ())), v.bijzonder, regels=regels
    )


def _values(van: int | None, tot: int | None) -> tuple[str, ...]:
    """Every value of a scale to circle; none where there are too many: then it is written."""
    if van is None or tot is None or tot - van >= _MEESTE_WAARDEN:
        return ()
    return tuple(str(n) for n in range(van, tot + 1))


def _ends(uitersten: tuple[tuple[int, str], ...], van: int | None, tot: int | None) -> tuple[str, str]:
    woorden = dict(uitersten)
    return (woorden.get(van or 0, ""), woorden.get(tot or 0, "") if tot is not None else "")
