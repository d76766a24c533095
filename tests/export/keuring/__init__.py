"""The inspection (*keuring*) of a PDF: what PDF/UA-1 and PDF/A-2a ask and a program can see.

No packaged checker for PDF/UA was found. This one reads with pikepdf, struct and lxml only,
nothing of what wrote the file, and is kept honest by ``test_breuken``, which breaks documents on purpose.
"""

from __future__ import annotations

import io

import pikepdf

from .bestand import check_bytes, check_catalog, check_metadata, check_objects, check_pages
from .bladen import read_pages
from .boom import Element, check_tree, roots


def check(pdf: bytes, *, bytes_ook: bool = True) -> list[str]:
    """All faults found; empty when none. *bytes_ook* also judges the bytes, as they were written by us."""
    fouten = check_bytes(pdf) if bytes_ook else []
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        fouten += check_catalog(doc) + check_metadata(doc) + check_objects(doc) + check_pages(doc)
        bladen, letterfouten = read_pages(doc)
        fouten += letterfouten + [f for blad in bladen for f in blad.fouten]
        if "/StructTreeRoot" not in doc.Root:
            return [*fouten, "geen structuur"]
        return fouten + check_tree(doc, bladen)


def reading_order(pdf: bytes) -> list[tuple[str, str]]:
    """The text as someone hears it: (kind, text) of each element with content, in the order of the structure.

    A figure says its alternative text; a field the name it asks for.
    """
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        bladen, _ = read_pages(doc)
        stukken = {
            (bladzij.obj.objgen, mcid): stuk.tekst
            for bladzij, blad in zip(doc.pages, bladen, strict=True)
            for mcid, stuk in blad.stukken.items()
        }
        return [(e.soort, _spoken(e, stukken)) for wortel in roots(doc) for e in wortel.loop() if e.stukken]


def _spoken(e: Element, stukken: dict[tuple[tuple[int, int], int], str]) -> str:
    if "/Alt" in e.obj:
        return str(e.obj.Alt)
    if e.objects():
        return " ".join(str(o.Obj.get("/TU", o.Obj.get("/Contents", ""))) for o in e.objects())
    return "".join(stukken[plek] for plek in e.places())
