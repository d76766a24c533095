"""The tests of an instrument (``tests/*.yaml``): lists of cases (*gevallen*), read and checked, not yet
run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Plaats
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.uitslag import Schaaluitslag, Uitslag
from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.antwoordenbestand import GEGEVENS, answers
from veiligheidsplan.loading.bestaan import check_known
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.naast import yaml_files
from veiligheidsplan.loading.verslag import Spoor, Verslag, name_of, short, suggestion
from veiligheidsplan.loading.verzamelvorm import Sequence
from veiligheidsplan.loading.yaml_source import Bron, read_file, read_yaml

OVERIGE: Final = "overige"
#: what a case must say
VERPLICHT: Final = frozenset({"naam", "verwacht"})
_TESTS: Final = "tests"


@dataclass(frozen=True, slots=True)
class Geval:
    """One case: a sentence, the answers with ``overige`` written out, the facts, and the expected part of
    the result.

    ``index`` is its place in the list of its file (from 0); ``kaart`` the map of that file, so that a
    finding with
    path ``(index, "verwacht", …)`` finds its line.
    """

    naam: str
    antwoorden: Mapping[str, Any]
    gegevens: Mapping[str, Any]
    verwacht: Mapping[str, Any]
    index: int
    kaart: Bronkaart = field(repr=False, compare=False)

    @property
    def plaats(self) -> Plaats:
        """Where the case stands."""
        return self.kaart.nearest((self.index, "naam"))


def load_gevallen(instrument: Instrument, map_: str | Path) -> tuple[Geval, ...]:
    """All cases of the instrument in folder *map_*, file by file by name; raises ``BevindingenFout`` with
    all faults."""
    bestanden = yaml_files(Path(map_) / _TESTS)
    return _collect([read_file(bestand) for bestand in bestanden], instrument)


def read_gevallen(tekst: str | bytes, naam: str, instrument: Instrument) -> tuple[Geval, ...]:
    """The cases in one text; findings call it *naam*. Raises ``BevindingenFout``."""
    return _collect([read_yaml(tekst, naam)], instrument)


def _collect(bronnen: list[Bron], instrument: Instrument) -> tuple[Geval, ...]:
    gevallen: list[Geval] = []
    fouten: list[Bevinding] = []
    for bron in bronnen:
        verslag = Verslag(bron.kaart, bron.bevindingen)
        if bron.waarde is not None:
            Sequence(_Gevalvorm(instrument))(bron.waarde, None, verslag)
        fouten += verslag.bevindingen
        if not verslag.stuk:
            gevallen += (_case(rauw, i, bron.kaart, instrument) for i, rauw in enumerate(bron.waarde))
    if fouten:
        raise BevindingenFout(fouten)
    return tuple(gevallen)


def _case(rauw: dict[str, Any], index: int, kaart: Bronkaart, instrument: Instrument) -> Geval:
    gegeven = rauw.get("antwoorden", {})
    return Geval(
        naam=rauw["naam"],
        antwoorden=expand(gegeven, instrument),
        gegevens=rauw.get("gegevens", {}),
        verwacht=rauw["verwacht"],
        index=index,
        kaart=kaart,
    )


def expand(antwoorden: Mapping[str, Any], instrument: Instrument) -> dict[str, Any]:
    """The answers with ``overige`` written out: every other question whose list has that code gets it."""
    uit = {naam: antwoord for naam, antwoord in antwoorden.items() if naam != OVERIGE}
    code = antwoorden.get(OVERIGE)
    for naam in instrument.vragen if code is not None else ():
        if naam not in uit and code in instrument.antwoorden_van(naam):
            uit[naam] = [code] if instrument.vragen[naam].type == "meerkeuze" else code
    return uit


class _Gevalvorm:
    """The shape of a case for one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._blok = Block(
            {
                "naam": vorm.text,
                "antwoorden": self._answers,
                "gegevens": GEGEVENS,
                "verwacht": self._expected,
            },
            verplicht=VERPLICHT,
            leeg_telt=frozenset({"antwoorden"}),
        )

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        return self._blok(waarde, spoor, verslag)

    def _answers(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        waarde = answers(waarde, spoor, verslag)
        for naam in waarde if isinstance(waarde, dict) else ():
            if naam != OVERIGE:
                check_known(naam, self._instrument.vragen, (spoor, naam), verslag, "vraag", op_sleutel=True)
        if isinstance(waarde, dict) and OVERIGE in waarde:
            self._check_others(waarde[OVERIGE], (spoor, OVERIGE), verslag)
        return waarde

    def _check_others(self, code: Any, spoor: Spoor, verslag: Verslag) -> None:
        codes = {c for naam in self._instrument.vragen for c in self._instrument.antwoorden_van(naam)}
        if not isinstance(code, str) or code not in codes:
            verslag.fault(
                "VP144",
                spoor,
                f"Geen enkele vraag heeft het antwoord «{short(code)}».",
                suggestion(code, sorted(codes)),
            )

    def _expected(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not dict:
            return Block({"eindniveau": vorm.anything})(waarde, spoor, verslag)
        _known_names(waarde, Uitslag.model_fields, spoor, verslag)
        for naam, deel in (
            (waarde.get("schalen") or {}).items() if isinstance(waarde.get("schalen"), dict) else ()
        ):
            plek = ((spoor, "schalen"), naam)
            vorm.identifier_key(naam, plek, verslag)
            check_known(naam, self._instrument.schalen, plek, verslag, "schaal", op_sleutel=True)
            if isinstance(deel, dict):
                _known_names(deel, Schaaluitslag.model_fields, plek, verslag)
            else:
                Block({"score": vorm.anything, "niveau": vorm.anything})(deel, plek, verslag)
        return waarde


def _known_names(waarde: dict[Any, Any], bekend: Mapping[str, Any], spoor: Spoor, verslag: Verslag) -> None:
    for naam in waarde:
        if naam not in bekend:
            verslag.fault(
                "VP181",
                (spoor, naam),
                f"De uitslag heeft bij {name_of(spoor)} geen «{short(naam)}».",
                suggestion(naam, bekend),
                op_sleutel=True,
            )
