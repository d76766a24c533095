"""The Dutch words (*woorden*) that a schema gives to an editor, read from ``woorden.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from veiligheidsplan.loading.yaml_source import read_yaml

_BESTAND: Final = "woorden.yaml"


@dataclass(frozen=True, slots=True)
class Woord:
    """What is said about one key: title, meaning, an example, and the meaning of each fixed value.

    ``blok`` names the section with the keys of the block behind it; ``id`` says what a self-chosen key in it is;
    ``aanzet`` is what an editor may write, with ``$1`` where the person goes on.
    """

    titel: str
    uitleg: str
    voorbeeld: str
    waarden: Mapping[str, str] = field(default_factory=dict)
    blok: str | None = None
    id: str | None = None
    aanzet: Any = None

    def heading(self) -> dict[str, Any]:
        """The keywords that an editor shows: plain for one, with a block of YAML for another."""
        return {
            "title": self.titel,
            "description": f"{self.uitleg} Voorbeeld: {' '.join(self.voorbeeld.split())}",
            "markdownDescription": f"{self.uitleg}\n\n```yaml\n{self.voorbeeld}\n```",
        }

    def start(self) -> dict[str, Any]:
        """The snippet of an editor, where there is one."""
        if self.aanzet is None:
            return {}
        kop = {"label": f"{self.titel.lower()}: een begin", "description": self.uitleg}
        return {"defaultSnippets": [{**kop, "body": self.aanzet}]}


@cache
def words() -> Mapping[str, Mapping[str, Woord]]:
    """Every section of ``woorden.yaml``: key -> what is said about it."""
    tekst = (files(__package__) / _BESTAND).read_bytes()
    waarde = read_yaml(tekst, _BESTAND).checked().waarde
    return {
        afdeling: {sleutel: Woord(**woord) for sleutel, woord in sleutels.items()}
        for afdeling, sleutels in waarde.items()
    }
