"""Faults that are proven over all answers and all facts of a case; what cannot be proven is said to be open.

A fault is only given when it is certain. Where an instrument is too large, VP308 says that it was *niet
vastgesteld*: nothing is wrong then, but nothing was shown to be right either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import TypeVar

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.bereik import Bereik, Schaalbereik
from veiligheidsplan.instrument.controle_delen import check_parts
from veiligheidsplan.instrument.controle_doelgroep import check_target_group
from veiligheidsplan.instrument.controle_niveaus import check_final_levels, check_levels
from veiligheidsplan.instrument.controle_toetsen import check_tests
from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.score import STAPPEN_SCHALEN, exact_scales
from veiligheidsplan.instrument.voorwaarde import Voorwaarde

#: Scores of scales that took no more steps than this are exact at the table too, with what decides.
STAPPEN_ZEKER = STAPPEN_SCHALEN // 12

Pad = tuple[str | int, ...]
Wat = TypeVar("Wat")


def check_reach(instrument: Instrument, *, alleen_fouten: bool = False) -> Iterator[Bevinding]:
    """VP201-VP203 and VP206-VP208, and the warnings VP307, VP308, VP311 and VP312 about what proofs could not show.

    With *alleen_fouten* scales without bounds are not walked, which saves half the time when a program starts.
    """
    yield from check_target_group(instrument)
    bereik = Bereik(instrument)
    if not bereik.volledig:
        yield unproven(
            ("onderdelen",), "Er zijn te veel combinaties van gegevens om alle voorwaarden na te gaan."
        )
        return
    gevonden = list(_Conditions(instrument, bereik).check())
    yield from gevonden
    if not alleen_fouten:
        yield from _parts(instrument, bereik, {b.pad for b in gevonden})
    schalen = {id_: s for id_, s in instrument.schalen.items() if s.grenzen or not alleen_fouten}
    bereiken = {id_: bereik.evident(id_) or bereik.scale(id_) for id_ in schalen}
    ruim = set[str]() if alleen_fouten else _too_wide_at_the_table(instrument, bereik, bereiken)
    for id_, schaal in schalen.items():
        yield from _scale(id_, schaal, bereiken[id_], precies=id_ not in ruim)
    yield from check_levels(instrument, bereik)
    if not alleen_fouten:
        yield from check_final_levels(instrument, bereik, bereiken)


def _too_wide_at_the_table(
    instrument: Instrument, bereik: Bereik, bereiken: Mapping[str, Schaalbereik]
) -> set[str]:
    """Scales whose score is not exact with nothing answered: scoring gets less work than a proof.

    What the walks took together says enough for most; of a scale that was not walked, at most how much it would be.
    """
    geraamd = {id_: bereik.estimate(id_) for id_, deel in bereiken.items() if deel.evident}
    bekend = {id_: stappen for id_, stappen in geraamd.items() if stappen is not None}
    over = STAPPEN_ZEKER - bereik.stappen
    if len(bekend) == len(geraamd) and sum(bekend.values()) < over + STAPPEN_ZEKER:
        while bekend and sum(bekend.values()) > STAPPEN_ZEKER - bereik.stappen:
            grootste = max(bekend, key=lambda id_: bekend[id_])
            del bekend[grootste]  # the walk itself takes fewer steps than the estimate
            bereik.scale(grootste)
        if bereik.stappen + sum(bekend.values()) <= STAPPEN_ZEKER:
            return set()
    return set(bereiken) - exact_scales(instrument)


def _parts(instrument: Instrument, bereik: Bereik, stuk: set[Pad]) -> Iterator[Bevinding]:
    """VP312 in every condition about which nothing was found as a whole."""
    for deel_id, deel in instrument.onderdelen.items():
        pad: Pad = ("onderdelen", deel_id)
        plaatsen = [((*pad, "toon_als"), deel.toon_als)] if deel.vragen else []
        plaatsen += [
            ((*pad, "vragen", id_, "toon_als"), vraag.toon_als) for id_, vraag in deel.vragen.items()
        ]
        for plek, voorwaarde in plaatsen:
            if voorwaarde is not None and plek not in stuk:
                yield from _within(instrument, bereik, voorwaarde, plek)
    for id_, signaal in instrument.signalen.items():
        if ("signalen", id_, "als") not in stuk:
            yield from _within(instrument, bereik, signaal.als, ("signalen", id_, "als"))


def _within(instrument: Instrument, bereik: Bereik, voorwaarde: Voorwaarde, pad: Pad) -> Iterator[Bevinding]:
    """Parts that change nothing, and tests of numbers that no answer is; one warning for one part."""
    delen = list(check_parts(instrument, bereik, voorwaarde, pad))
    yield from delen
    for toets in check_tests(instrument, voorwaarde, pad):
        if not any(toets.pad[: len(deel.pad)] == deel.pad for deel in delen):
            yield toets


def unproven(pad: Pad, wat: str) -> Bevinding:
    """*Niet vastgesteld*: too large to prove."""
    return Bevinding(
        "VP308",
        f"Niet vastgesteld: {wat}",
        Ernst.WAARSCHUWING,
        pad=pad,
        suggestie="Maak het instrument of de voorwaarde kleiner, of kijk dit zelf na.",
    )


class _Conditions:
    """Every condition of the instrument, with what is known of the questions that it shows."""

    def __init__(self, instrument: Instrument, bereik: Bereik) -> None:
        self._instrument, self._bereik = instrument, bereik

    def check(self) -> Iterator[Bevinding]:
        for deel_id, deel in self._instrument.onderdelen.items():
            pad: Pad = ("onderdelen", deel_id)
            nooit = False
            if deel.toon_als is not None and deel.vragen:
                gevonden = list(self._condition(deel.toon_als, (*pad, "toon_als")))
                nooit = any(b.code == "VP201" for b in gevonden)
                yield from gevonden
            for id_, vraag in deel.vragen.items():
                yield from self._question(id_, vraag.toon_als, (*pad, "vragen", id_), nooit)
        for id_, signaal in self._instrument.signalen.items():
            yield from self._sign(id_, signaal.als)

    def _question(self, id_: str, eigen: Voorwaarde | None, pad: Pad, nooit: bool) -> Iterator[Bevinding]:
        gevonden = [] if eigen is None else list(self._condition(eigen, (*pad, "toon_als")))
        yield from gevonden
        samen = self._instrument.toon_als[id_]
        # a condition that is never true is the cause itself: one fault for one mistake
        if nooit or gevonden or samen is None or samen is eigen or True in self._bereik.truths(samen):
            return
        wanneer = (
            "hooguit te zien zolang iets onbekend is" if self._bereik.can_be_shown(id_) else "nooit te zien"
        )
        yield Bevinding(
            "VP203",
            f"De vraag «{id_}» is {wanneer}: haar voorwaarde en die van het onderdeel gaan niet samen.",
            pad=pad,
            suggestie="Verander één van de twee voorwaarden.",
        )

    def _condition(self, voorwaarde: Voorwaarde, pad: Pad) -> Iterator[Bevinding]:
        waarheden, zeker = self._prove(lambda: self._bereik.truths(voorwaarde))
        if True not in waarheden:
            yield Bevinding(
                "VP201",
                "Deze voorwaarde kan door geen enkel antwoord waar worden.",
                pad=pad,
                suggestie="Kijk of de antwoorden en getallen in de voorwaarde kloppen.",
            )
        elif False not in waarheden:
            yield _always(pad, "Laat de voorwaarde weg, of verander haar.")
        elif not zeker:
            yield unproven(pad, "deze voorwaarde is te groot om alle antwoorden na te gaan.")

    def _sign(self, id_: str, als: Voorwaarde) -> Iterator[Bevinding]:
        pad: Pad = ("signalen", id_, "als")
        kan, zeker = self._prove(lambda: self._bereik.can_fire(id_))
        if not kan:
            yield Bevinding(
                "VP208",
                f"Het signaal «{id_}» kan nooit afgaan: zijn voorwaarde kan niet waar worden.",
                pad=pad,
                suggestie="Kijk of de antwoorden en getallen in de voorwaarde kloppen.",
            )
            return
        if not self._bereik.can_stay_silent(id_):
            waarheden, ook_zeker = self._prove(lambda: self._bereik.truths(als))
            if False not in waarheden:
                yield _always(pad, "Een signaal dat altijd afgaat, zegt niets.")
                return
            zeker = zeker and ook_zeker
        if not zeker:
            yield unproven(pad, "of dit signaal kan afgaan, is niet voor alle antwoorden na te gaan.")

    def _prove(self, vraag: Callable[[], Wat]) -> tuple[Wat, bool]:
        """An answer, and whether it was proven rather than estimated."""
        voor = self._bereik.geschat
        uit = vraag()
        return uit, self._bereik.geschat == voor


def _always(pad: Pad, suggestie: str) -> Bevinding:
    return Bevinding("VP202", "Deze voorwaarde is altijd waar.", pad=pad, suggestie=suggestie)


def _scale(id_: str, schaal: Schaal, bereik: Schaalbereik, *, precies: bool) -> Iterator[Bevinding]:
    pad: Pad = ("schalen", id_)
    if not (precies and bereik.exact):
        yield _inexact(id_, schaal, pad)
    for niveau in schaal.grenzen:
        if niveau not in bereik.niveaus:
            yield Bevinding(
                "VP206",
                f"Geen volledige antwoorden leiden tot het niveau «{niveau}»: de score van «{id_}» {_span(bereik)}.",
                pad=(*pad, "grenzen", niveau),
                suggestie="Verander de grens, of laat het niveau weg.",
            )
    if bereik.onder_grens and bereik.exact:
        yield Bevinding(
            "VP207",
            f"De score van «{id_}» kan onder de laagste grens komen, en dan is er geen niveau:"
            f" de score {_span(bereik)}.",
            pad=(*pad, "grenzen", next(iter(schaal.grenzen))),
            suggestie="Laat de laagste grens beginnen bij de laagste score.",
        )


def _inexact(id_: str, schaal: Schaal, pad: Pad) -> Bevinding:
    if schaal.ontbrekend != "bandbreedte":
        return unproven(pad, f"de schaal «{id_}» is te groot om alle antwoorden na te gaan.")
    return Bevinding(
        "VP307",
        f"De schaal «{id_}» is te groot voor een precieze bandbreedte: de uitslag kan te ruim zijn, nooit te krap.",
        Ernst.WAARSCHUWING,
        pad=pad,
        suggestie="Laat de schaal minder vragen tellen, of maak de bereiken van de vragen kleiner.",
    )


def _span(bereik: Schaalbereik) -> str:
    if bereik.laagst is None or bereik.hoogst is None:
        return "bestaat nooit"
    if bereik.laagst == bereik.hoogst:
        return f"is altijd {number_text(bereik.laagst)}"
    return f"loopt van {number_text(bereik.laagst)} tot en met {number_text(bereik.hoogst)}"


def number_text(getal: Fraction) -> str:
    """A score in a Dutch sentence."""
    if getal.denominator == 1:
        return str(getal.numerator)
    return f"{float(getal):.4g}".replace(".", ",")
