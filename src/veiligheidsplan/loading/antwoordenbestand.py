"""The answers file (*antwoordenbestand*) of ``instrument scoor``: ``antwoorden:``, and optionally
``gegevens:``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.verslag import Spoor, Verslag
from veiligheidsplan.loading.verzamelvorm import Mapped
from veiligheidsplan.loading.yaml_source import Bron, read_file, read_yaml


@dataclass(frozen=True, slots=True)
class Antwoordenbestand:
    """Answers by question id, facts of the case by name, and where each stands.

    An answer is a code, a list of codes, a whole number, a ``date`` or text, as it was written; whether the
    question takes it is for ``scoor``. A question with nothing behind it has no answer. ``kaart`` puts a
    finding
    of ``scoor`` with path ``("antwoorden", id)`` or ``("gegevens", naam)`` at its line (see
    ``bronkaart.place``).
    """

    antwoorden: dict[str, Any]
    gegevens: dict[str, Any]
    kaart: Bronkaart


def read_antwoorden(pad: str | Path) -> Antwoordenbestand:
    """Read an answers file; raises ``BevindingenFout`` with every fault of its form."""
    return _build(read_file(pad))


def read_antwoorden_text(tekst: str | bytes, naam: str) -> Antwoordenbestand:
    """The same from a text; findings call it *naam*."""
    return _build(read_yaml(tekst, naam))


def _build(bron: Bron) -> Antwoordenbestand:
    verslag = Verslag(bron.kaart, bron.bevindingen)
    if bron.waarde is not None:
        if isinstance(bron.waarde, dict) and bron.waarde.get("antwoorden", True) is None:
            bron.waarde["antwoorden"] = {}
        _VORM(bron.waarde, None, verslag)
    if verslag.stuk:
        raise BevindingenFout(verslag.bevindingen)
    return Antwoordenbestand(bron.waarde.get("antwoorden", {}), bron.waarde.get("gegevens", {}), bron.kaart)


def answers(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A block of answers; an empty one is left out."""
    if waarde.__class__ is not dict:
        return Mapped(vorm.text, vorm.anything)(waarde, spoor, verslag)
    for naam in [naam for naam, antwoord in waarde.items() if antwoord is None]:
        del waarde[naam]
    for naam, antwoord in waarde.items():
        vorm.identifier_key(naam, (spoor, naam), verslag)
        _answer(antwoord, (spoor, naam), verslag)
    return waarde


def _answer(antwoord: Any, spoor: Spoor, verslag: Verslag) -> None:
    """An answer is one value or a list of codes."""
    if isinstance(antwoord, list):
        for i, code in enumerate(antwoord):
            vorm.text(code, (spoor, i), verslag)
    elif isinstance(antwoord, dict | bool | Decimal):
        verslag.fault(
            "VP123",
            spoor,
            f"Een antwoord is een code, een lijst van codes, een heel getal, een datum of een tekst;"
            f" hier staat {vorm.describe(antwoord)}.",
            "Is het een tekst of een code? Zet er aanhalingstekens omheen."
            if not isinstance(antwoord, dict)
            else None,
        )


#: the facts of the case that a condition may test
GEGEVENS: Final = Block(
    {
        "leeftijd": vorm.Number(heel=True, minstens=0),
        "thuiswonend": vorm.Choice(("ja", "nee")),
        "zwanger": vorm.Choice(("ja", "nee")),
    }
)
_VORM: Final = Block(
    {"antwoorden": answers, "gegevens": GEGEVENS},
    verplicht=frozenset({"antwoorden"}),
    leeg_telt=frozenset({"antwoorden"}),
)
