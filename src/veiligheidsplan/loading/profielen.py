"""A file with answer profiles (*profielen*) for ``instrument simuleer``: named weights per question."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.antwoorden import Ontbreekt, read_answer
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Getrokken, Profiel
from veiligheidsplan.instrument.vraag import Meerkeuzevraag
from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.antwoordenbestand import GEGEVENS
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.scenarios import OVERIGE
from veiligheidsplan.loading.verslag import Spoor, Verslag, short
from veiligheidsplan.loading.verzamelvorm import Mapped
from veiligheidsplan.loading.yaml_source import Bron, read_file, read_yaml

Gewichten = dict[Getrokken, Fraction]
_GROOTSTE: Final = Decimal(10) ** 9


def read_profielen(pad: str | Path, instrument: Instrument) -> tuple[Profiel, ...]:
    """The profiles in a file, in order; raises ``BevindingenFout`` with every fault at its place."""
    return _build(read_file(pad), instrument)


def read_profielen_text(tekst: str | bytes, naam: str, instrument: Instrument) -> tuple[Profiel, ...]:
    """The same from a text; findings call it *naam*."""
    return _build(read_yaml(tekst, naam), instrument)


def _build(bron: Bron, instrument: Instrument) -> tuple[Profiel, ...]:
    verslag = Verslag(bron.kaart, bron.bevindingen)
    lezer = _Lezer(instrument)
    if bron.waarde is not None:
        profiel = Block(
            {
                "uitleg": vorm.text,
                "gegevens": GEGEVENS,
                "onbekend": share,
                "antwoorden": lezer.read,
            }
        )
        Block(
            {"profielen": Mapped(vorm.new_identifier, profiel, blokken=True)},
            verplicht=frozenset({"profielen"}),
        )(bron.waarde, None, verslag)
    if verslag.stuk or bron.waarde is None:
        raise BevindingenFout(verslag.bevindingen)
    return tuple(lezer.profile(naam, rauw) for naam, rauw in bron.waarde["profielen"].items())


def share(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A share: a number from 0 to 1."""
    vorm.Number(minstens=0)(waarde, spoor, verslag)
    if isinstance(waarde, int | Decimal) and waarde > 1:
        verslag.fault(
            "VP128", spoor, f"«onbekend» is hoogstens 1; hier staat {short(waarde)}.", "Schrijf 0.1 voor 10%."
        )
    return waarde


class _Lezer:
    """Reads the answers of a profile for one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument

    def read(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        """A block of questions, each with one answer or with weights; checked and left as it is."""
        if waarde.__class__ is not dict:
            return Mapped(vorm.text, vorm.anything)(waarde, spoor, verslag)
        for naam, deel in waarde.items():
            plek = (spoor, naam)
            if naam == OVERIGE:
                self._others(deel, plek, verslag)
            elif naam not in self._instrument.vragen:
                fout = read_answer(self._instrument, str(naam), None)
                self._report(fout, plek, verslag, op_sleutel=True)
            else:
                self._question(naam, deel, plek, verslag)
        return waarde

    def profile(self, naam: str, rauw: Mapping[str, Any]) -> Profiel:
        """The profile of what was checked."""
        antwoorden = dict(rauw.get("antwoorden", {}))
        overige = antwoorden.pop(OVERIGE, None)
        if overige is not None:
            codes = _weights(overige)
            for id_ in self._instrument.vragen:
                if set(codes) - _bijzonder() <= set(self._instrument.antwoorden_van(id_)):
                    antwoorden.setdefault(id_, overige) if self._fits(id_, codes) else None
        return Profiel(
            naam=naam,
            gewichten={id_: self._drawn(id_, deel) for id_, deel in antwoorden.items()},
            gegevens=dict(rauw.get("gegevens", {})),
            onbekend=Fraction(rauw.get("onbekend", 0)),
            uitleg=rauw.get("uitleg"),
        )

    def _fits(self, id_: str, codes: Mapping[Any, Fraction]) -> bool:
        """Whether each answer exists here, also *weet niet*; a question without a list has no answers."""
        eigen = self._instrument.antwoorden_van(id_)
        vraag = self._instrument.vragen[id_]
        return bool(eigen) and all(
            code in eigen or getattr(vraag, str(code), False) is True for code in codes
        )

    def _drawn(self, id_: str, deel: Any) -> Gewichten:
        uit: Gewichten = {}
        for rauw, gewicht in _weights(deel).items():
            waarde = self._value(id_, rauw)
            getrokken = None if isinstance(waarde, Ontbreekt | Bevinding) else waarde
            if gewicht:
                uit[getrokken] = uit.get(getrokken, Fraction(0)) + gewicht
        return uit

    def _value(self, id_: str, rauw: Any) -> Any:
        """One answer; a code of a meerkeuze stands for that answer alone."""
        meer = isinstance(self._instrument.vragen[id_], Meerkeuzevraag)
        if meer and isinstance(rauw, str) and rauw in self._instrument.antwoorden_van(id_):
            rauw = (rauw,)
        return read_answer(self._instrument, id_, rauw)

    def _question(self, id_: str, deel: Any, plek: Spoor, verslag: Verslag) -> None:
        if deel is None:
            verslag.fault("VP122", plek, f"Achter «{short(id_)}» staat niets.", op_sleutel=True)
        elif not isinstance(deel, dict):
            self._report(self._value(id_, tuple(deel) if isinstance(deel, list) else deel), plek, verslag)
        elif _check_weights(deel, plek, verslag):
            for rauw in deel:
                self._report(self._value(id_, rauw), (plek, rauw), verslag, op_sleutel=True)

    def _others(self, deel: Any, plek: Spoor, verslag: Verslag) -> None:
        if isinstance(deel, dict):
            if not _check_weights(deel, plek, verslag):
                return
        elif not isinstance(deel, str):
            vorm.text(deel, plek, verslag)
            return
        codes = _weights(deel)
        if not any(self._fits(id_, codes) for id_ in self._instrument.vragen):
            verslag.fault(
                "VP144",
                plek,
                f"Geen enkele vraag heeft {'deze antwoorden' if len(codes) > 1 else 'dit antwoord'}.",
            )

    def _report(self, uitkomst: Any, plek: Spoor, verslag: Verslag, *, op_sleutel: bool = False) -> None:
        if isinstance(uitkomst, Bevinding):
            verslag.fault(
                uitkomst.code, plek, f"{uitkomst.uitleg}.", uitkomst.suggestie, op_sleutel=op_sleutel
            )


def _bijzonder() -> set[str]:
    return {Ontbreekt.WEET_NIET.value, Ontbreekt.WIL_NIET_ZEGGEN.value}


def _weights(deel: Any) -> dict[Any, Fraction]:
    """What was written as answers with weights: one answer is that answer always."""
    if isinstance(deel, dict):
        return {rauw: Fraction(gewicht) for rauw, gewicht in deel.items()}
    return {tuple(deel) if isinstance(deel, list) else deel: Fraction(1)}


def _check_weights(deel: dict[Any, Any], plek: Spoor, verslag: Verslag) -> bool:
    """Whether all weights are numbers of 0 and above, and one of them is more than 0."""
    goed = True
    for rauw, gewicht in deel.items():
        hier = (plek, rauw)
        if (
            isinstance(gewicht, bool)
            or not isinstance(gewicht, int | Decimal)
            or not 0 <= gewicht <= _GROOTSTE
        ):
            goed = False
            verslag.fault(
                "VP128",
                hier,
                f"Bij «{short(rauw)}» hoort hoe vaak dit antwoord komt, in verhouding; hier staat"
                f" {vorm.describe(gewicht)}.",
                "Schrijf een getal van 0 of meer, bijvoorbeeld {ja: 1, nee: 3}.",
            )
    if goed and not any(deel.values()):
        goed = False
        verslag.fault("VP128", plek, "Geen van deze antwoorden kan komen: alle getallen zijn 0.")
    return goed
