"""JSON: the document as a neutral list of blocks, each with its ``soort``. No house style: it is what is said."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from ..plan.document import Document, Tweetalig
from .schoon import clean

VERSIE = 1


def render(document: Document) -> bytes:
    """*document* as UTF-8 JSON with sorted-by-meaning keys, two spaces of indent and a newline at the end."""
    waarden = {
        f.name: getattr(document, f.name)
        for f in fields(document)
        if f.name not in ("blokken", "huisstijl", "logo", "groot", "kaart")
    }
    uit = {"versie": VERSIE} | _value(waarden) | {"blokken": _value(document.blokken)}
    return (json.dumps(uit, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _value(waarde: Any) -> Any:
    if isinstance(waarde, Tweetalig):  # what was agreed in another language is part of what was agreed
        return f"{clean(str(waarde))}\n{clean(waarde.vertaling)}"
    if isinstance(waarde, str):
        return clean(waarde)
    if isinstance(waarde, dict):
        return {naam: _value(w) for naam, w in waarde.items()}
    if isinstance(waarde, tuple):
        return [_value(w) for w in waarde]
    if is_dataclass(waarde) and not isinstance(waarde, type):
        inhoud = {f.name: _value(getattr(waarde, f.name)) for f in fields(waarde)}
        return {"soort": type(waarde).__name__.lower()} | inhoud
    return waarde
