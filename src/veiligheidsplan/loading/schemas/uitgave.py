"""The schemas that are released (*uitgave*): which kinds there are, and their exact text.

A released schema never changes: editors elsewhere hold a copy. Whatever changes it raises ``versie`` here, and
``python -m veiligheidsplan.loading.schemas schema`` writes the new file beside the old ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from veiligheidsplan.loading.models import instrument_shape
from veiligheidsplan.loading.schemas.delen import BLOK, Schema
from veiligheidsplan.loading.schemas.gevallen import cases
from veiligheidsplan.loading.schemas.vertalingen import translation
from veiligheidsplan.loading.schemas.voorwaarden import condition
from veiligheidsplan.loading.schemas.vormen import Tekenaar


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A kind of schema: the stem of its file, its version, what an editor calls it, and what makes it."""

    stam: str
    versie: int
    titel: str
    uitleg: str
    maak: Callable[[], Schema]

    @property
    def bestand(self) -> str:
        """The file name, which is its ``$id`` too: relative, since the project has no address of its own."""
        return f"{self.stam}-{self.versie}.schema.json"


def _instrument() -> Schema:
    tekenaar = Tekenaar(condition)
    sleutels = tekenaar.define("instrument", lambda: tekenaar.keys(instrument_shape(), "instrument"))
    return {"type": "object", "errorMessage": BLOK, "allOf": [sleutels], "definitions": tekenaar.definities}


#: a new kind is a line here, a file that makes it, and its words in ``woorden.yaml``
SOORTEN: Final[Mapping[str, Uitgave]] = {
    "instrument": Uitgave(
        "instrument", 1, "Instrument", "Een vragenlijst met punten en niveaus: instrument.yaml.", _instrument
    ),
    "tests": Uitgave(
        "instrument-tests", 1, "Gevallen", "De gevallen die een instrument beproeven: tests/*.yaml.", cases
    ),
    "vertalingen": Uitgave(
        "instrument-vertaling", 1, "Vertaling", "Een instrument in een andere taal.", translation
    ),
}


def _plan() -> Schema:
    # imported only here: whoever writes instruments does not wait for the plan
    from veiligheidsplan.loading.schemas.plandocument import plan_export

    return plan_export()


def _answers() -> Schema:
    from veiligheidsplan.loading.schemas.antwoorden import answers_file

    return answers_file()


#: the kinds of ``plan schema``
PLANSOORTEN: Final[Mapping[str, Uitgave]] = {
    "plan": Uitgave("plan", 1, "Plan", "Een exemplaar van een veiligheidsplan als JSON.", _plan),
    "antwoorden": Uitgave(
        "plan-antwoorden", 1, "Antwoorden", "De antwoorden van een heel gesprek, in één bestand.", _answers
    ),
}
ALLE: Final[Mapping[str, Uitgave]] = {**SOORTEN, **PLANSOORTEN}


def schema_text(soort: str) -> str:
    """The schema of a kind, as it stands in its released file."""
    uitgave = ALLE[soort]
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": uitgave.bestand,
        "title": uitgave.titel,
        "description": uitgave.uitleg,
        **uitgave.maak(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
