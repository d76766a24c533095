"""The report of ``instrument simuleer`` as lines. Nothing is printed here.

Every bar stands between a number and words: without the bars nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from veiligheidsplan.app.simuleer import Simulatieverslag
from veiligheidsplan.cli.voorvertoning import Regel
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Getrokken
from veiligheidsplan.instrument.simulatie import Schaalbeeld, Simulatie
from veiligheidsplan.instrument.simulatie_zeker import Zekerheid

LET_OP = (
    "Dit gaat over antwoorden die door het lot zijn gekozen. Het zegt niets over mensen,"
    " en geen enkel deel hieronder is een kans op geweld."
)
_BALK = 20
_MEESTE_RIJEN = 16
_KLEIN = Fraction(1, 2000)


def as_lines(verslag: Simulatieverslag, *, balken: bool) -> Iterator[Regel]:
    """The whole report, unwrapped."""
    instrument = verslag.instrument
    yield f"Simulatie van {instrument.titel} ({instrument.id} {instrument.versie})"
    yield LET_OP
    for simulatie in verslag.simulaties:
        yield from ("", *_Beeld(instrument, simulatie, verslag.zaad, balken).lines())
    yield from _certain(instrument, verslag.zeker)
    yield from _influence(verslag)


class _Beeld:
    """The lines of one profile."""

    def __init__(self, instrument: Instrument, simulatie: Simulatie, zaad: int, balken: bool) -> None:
        self._instrument, self._s, self._zaad, self._balken = instrument, simulatie, zaad, balken

    def lines(self) -> Iterator[Regel]:
        profiel = self._s.profiel
        yield f"Profiel: {profiel.naam or 'elk antwoord even vaak'}"
        if profiel.uitleg:
            yield from (f"  {regel}" for regel in profiel.uitleg.rstrip().split("\n"))
        if profiel.onbekend:
            yield f"  Onbekend: {percent(profiel.onbekend)} van de vragen krijgt «weet niet»."
        yield f"  {self._how()}"
        if self._balken and self._s.schalen:
            yield "  Bij een schaal is de langste balk de score die het meest voorkomt."
        if self._s.eind is not None:
            yield from ("", f"  Eindniveau{self._drawn(self._s.eind.exact)}")
            yield from self._levels(self._s.eind.niveaus, self._s.eind.open)
        for id_, beeld in self._s.schalen.items():
            yield from self._scale(id_, beeld)
        if self._s.signalen:
            yield from ("", "  Signalen: hoe vaak elk signaal er is")
            yield from self._signs()
        yield from self._one_answer()

    def _how(self) -> str:
        if not self._s.schalen and not self._s.signalen:
            return "Dit instrument heeft geen schalen en geen signalen: elk antwoord geeft dezelfde uitslag."
        if not self._s.getrokken:
            return "Precies uitgerekend over alle antwoorden; hiervoor is niet geloot."
        return f"Geloot: {self._s.getrokken} keer alle antwoorden, met zaad {self._zaad}."

    def _drawn(self, exact: bool) -> str:
        if not self._s.getrokken:
            return ""
        return " (precies uitgerekend)" if exact else " (geloot)"

    def _levels(self, niveaus: Mapping[str | None, Fraction], open_: Fraction) -> Iterator[Regel]:
        for id_, niveau in self._instrument.niveaus.items():
            yield self._row(niveaus.get(id_, Fraction(0)), niveau.titel or id_)
        if niveaus.get(None):
            yield self._row(niveaus[None], "geen niveau")
        if open_:
            yield self._row(open_, "nog open: er ontbreekt een antwoord dat beslist")

    def _scale(self, id_: str, beeld: Schaalbeeld) -> Iterator[Regel]:
        schaal = self._instrument.schalen[id_]
        yield from ("", f"  Schaal: {schaal.titel or id_} [{id_}]{self._drawn(beeld.exact)}")
        rijen = list(_bins(beeld.scores))
        meest = max((deel for _, deel in rijen), default=Fraction(1))
        for wat, deel in rijen:
            yield self._row(deel, wat, meest)
        if beeld.open:
            yield self._row(beeld.open, "score nog open: er ontbreekt een antwoord", None)
        if schaal.grenzen:
            for niveau in schaal.grenzen:
                titel = self._instrument.niveaus[niveau].titel or niveau
                yield self._row(beeld.niveaus.get(niveau, Fraction(0)), f"niveau: {titel}")
            rest = 1 - sum(beeld.niveaus.values(), Fraction(0))
            if rest:
                yield self._row(rest, "niveau: nog open")

    def _signs(self) -> Iterator[Regel]:
        for id_, teken in self._s.signalen.items():
            melding = self._instrument.signalen[id_].melding or id_
            yield self._row(teken.gezien, f"{melding} [{id_}]{self._drawn(teken.exact)}")
            if teken.mogelijk:
                yield self._row(teken.mogelijk, "niet gezien, en niet uit te sluiten")

    def _one_answer(self) -> Iterator[str]:
        if not self._s.door_een:
            return
        samen = sum(alle for alle, _ in self._s.door_een.values())
        yield from ("", f"  Eén antwoord beslist, in {samen} gelote reeksen zonder onbekende antwoorden")
        for niveau, (alle, beslist) in self._s.door_een.items():
            naam = "geen niveau" if niveau is None else self._instrument.niveaus[niveau].titel or niveau
            yield (
                f"    {naam}: in {beslist} van de {alle} reeksen geeft één ander antwoord een ander eindniveau."
            )

    def _row(self, deel: Fraction, wat: str, meest: Fraction | None = Fraction(1)) -> tuple[str, str]:
        """A number, a bar and words; *meest* is the share of a full bar, ``None`` for no bar at all."""
        lengte = round(deel / meest * _BALK) if meest else 0
        return f"  {percent(deel):>10}  " + (f"{'#' * lengte:<{_BALK}}  " if self._balken else ""), wat


def percent(deel: Fraction) -> str:
    """A share in words: never 0% for what can be, nor 100% for what need not be."""
    if 0 < deel < _KLEIN:
        return "bijna 0%"
    if 1 - _KLEIN < deel < 1:
        return "bijna 100%"
    return f"{float(100 * deel):.1f}%".replace(".", ",").replace(",0%", "%")


def _bins(scores: Mapping[Fraction | None, Fraction]) -> Iterator[tuple[str, Fraction]]:
    """Scores in at most a screenful of rows, of equal width; what has no score comes first."""
    if None in scores:
        yield "geen score", scores[None]
    bekend = {score: deel for score, deel in scores.items() if score is not None}
    if len(bekend) <= _MEESTE_RIJEN:
        yield from ((f"score {_number(score)}", deel) for score, deel in bekend.items())
        return
    laagst, hoogst = min(bekend), max(bekend)
    breed = Fraction(-(-(hoogst - laagst + 1) // _MEESTE_RIJEN))
    vak = laagst
    while vak <= hoogst:
        erin = {score: deel for score, deel in bekend.items() if vak <= score < vak + breed}
        if erin:
            van, tot = _number(min(erin)), _number(max(erin))
            yield (
                f"score {van}" if van == tot else f"score {van} tot en met {tot}",
                sum(erin.values(), Fraction(0)),
            )
        vak += breed


def _number(getal: Fraction) -> str:
    return str(getal.numerator) if getal.denominator == 1 else f"{float(getal):.4g}".replace(".", ",")


def _certain(instrument: Instrument, zeker: Mapping[str, Zekerheid | None]) -> Iterator[str]:
    if not zeker:
        return
    yield from ("", "Hoe weinig antwoorden een eindniveau zeker maken")
    for niveau, gevonden in zeker.items():
        naam = instrument.niveaus[niveau].titel or niveau
        if gevonden is None:
            yield f"  {naam}: geen antwoorden gevonden die dit niveau zeker maken."
            continue
        aantal = "1 antwoord" if gevonden.aantal == 1 else f"{gevonden.aantal} antwoorden"
        if gevonden.bewezen:
            yield f"  {naam}: {aantal}. Dat het met minder niet kan, is bewezen."
        else:
            yield f"  {naam}: hoogstens {aantal}. Of het met minder kan, is niet vastgesteld."
        if gevonden.voorbeeld and gevonden.aantal <= 3:
            delen = [f"[{id_}] {_answer(instrument, id_, w)}" for id_, w in gevonden.voorbeeld.items()]
            delen += [f"{naam} {waarde}" for naam, waarde in gevonden.gegevens.items()]
            yield f"    Bijvoorbeeld: {', '.join(delen)}."


def _answer(instrument: Instrument, id_: str, waarde: Getrokken) -> str:
    codes = instrument.antwoorden_van(id_)
    if isinstance(waarde, tuple):
        return " + ".join(f"«{codes[code].tekst or code}»" for code in waarde) or "«Geen van deze»"
    if isinstance(waarde, str) and waarde in codes:
        return f"«{codes[waarde].tekst or waarde}»"
    return str(waarde)


def _influence(verslag: Simulatieverslag) -> Iterator[str]:
    yield from ("", "Vragen die nooit een niveau of een signaal veranderen")
    nooit = [id_ for id_, wat in verslag.invloed.items() if wat == "nooit"]
    open_ = [id_ for id_, wat in verslag.invloed.items() if wat == "niet_vastgesteld"]
    vragen = verslag.instrument.vragen
    if not nooit and not open_:
        yield "  Geen: bewezen is dat elke vraag iets kan veranderen."
    for id_ in nooit:
        yield f"  - [{id_}] {vragen[id_].tekst} (bewezen voor alle antwoorden)"
    for id_ in open_:
        yield f"  - [{id_}] {vragen[id_].tekst} (niet vastgesteld: te groot om na te gaan)"
