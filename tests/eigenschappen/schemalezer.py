"""A file as a schema sees it: our own reader for the values, and python-jsonschema for the judgement."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from veiligheidsplan.loading.schemas import schema_text
from veiligheidsplan.loading.yaml_source import read_yaml


@cache
def validator(soort: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(soort)))


def as_json(waarde: Any) -> Any:
    """Values of our reader as JSON has them, which is how an editor has them: a date is a text, a key too."""
    match waarde:
        case dict():
            return {str(sleutel): as_json(deel) for sleutel, deel in waarde.items()}
        case list():
            return [as_json(deel) for deel in waarde]
        case Decimal():
            return float(waarde)
        case date():
            return waarde.isoformat()
        case _:
            return waarde


def refused(soort: str, tekst: str | bytes) -> list[tuple[tuple[str | int, ...], str]]:
    """Where the schema refuses something, and with which keyword."""
    return refused_values(soort, read_yaml(tekst, "bestand.yaml").waarde)


def refused_values(soort: str, waarde: Any) -> list[tuple[tuple[str | int, ...], str]]:
    fouten = validator(soort).iter_errors(as_json(waarde))
    return sorted(((tuple(f.absolute_path), str(f.validator)) for f in fouten), key=str)
