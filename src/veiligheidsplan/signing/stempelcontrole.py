"""Whether the stamp that a person sees says what the certificate says: it is drawn again and compared, font and all.

A signer draws its own stamp, so without this a stamp could name another person, or say something else altogether.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import BasePdfFileWriter

from .bouw import is_block, raw_items, value
from .stempel import drawn, embed_font, stamp_lines

_DIEPST = 12
_ZOALS_BEWAARD = frozenset({"/Filter", "/Length"})  # how a stream is kept, not what it says


class _Verzamelaar:
    """Takes the objects of a font where a file would."""

    def add_object(self, waarde: Any) -> Any:
        return waarde


def shows(veld: Any, naam: str, moment: datetime | None) -> bool:
    """Whether the appearance of this signature field is exactly the stamp of this name and moment."""
    beeld = value(value(veld, "/AP"), "/N")
    vak, plek = _numbers(value(beeld, "/BBox")), _numbers(value(veld, "/Rect"))
    if moment is None or not isinstance(beeld, generic.StreamObject) or vak is None or plek is None:
        return False
    breed, hoog = abs(vak[2] - vak[0]), abs(vak[3] - vak[1])
    if abs(breed - abs(plek[2] - plek[0])) > 1 or abs(hoog - abs(plek[3] - plek[1])) > 1:
        return False
    if set(beeld) - {"/BBox", "/Resources", "/Type", "/Subtype", *_ZOALS_BEWAARD} or min(vak[0], vak[2]) != 0:
        return False
    if set(value(veld, "/AP")) != {"/N"} or value(veld, "/F") != 4:
        return False
    tekst, opdrachten = drawn(stamp_lines(naam, moment), breed, hoog)
    if beeld.data != b" ".join((b"q", *opdrachten, b"Q")):
        return False
    fonts = value(value(beeld, "/Resources"), "/Font")
    if set(value(beeld, "/Resources", {})) != {"/Font"} or set(fonts or {}) != {"/Stempel"}:
        return False
    hoort = embed_font(cast("BasePdfFileWriter", _Verzamelaar()), tekst)
    return _equal(value(fonts, "/Stempel"), hoort, 0)


def _numbers(lijst: Any) -> list[float] | None:
    items = [i.get_object() for i in raw_items(lijst)]
    return (
        [float(i) for i in items]
        if len(items) == 4 and all(isinstance(i, int | Decimal) for i in items)
        else None
    )


def _equal(is_: Any, hoort: Any, diepte: int) -> bool:
    """Whether two values say the same, with references followed and streams decoded."""
    if isinstance(is_, generic.IndirectObject):
        is_ = is_.reference.get_object()
    if diepte > _DIEPST:
        return False
    if is_block(hoort):
        if not is_block(is_) or set(is_) - _ZOALS_BEWAARD != set(hoort) - _ZOALS_BEWAARD:
            return False
        if isinstance(hoort, generic.StreamObject) and (
            not isinstance(is_, generic.StreamObject) or is_.data != hoort.data
        ):
            return False
        return all(
            _equal(is_.raw_get(k), hoort.raw_get(k), diepte + 1) for k in hoort if k not in _ZOALS_BEWAARD
        )
    if isinstance(hoort, list):
        delen, horen = raw_items(is_), list(hoort)
        return len(delen) == len(horen) and all(
            _equal(a, b, diepte + 1) for a, b in zip(delen, horen, strict=True)
        )
    return bool(is_ == hoort)
