"""How a plan of this program is built (*bouw*), and what in a file is not: hidden, active, or changed in between.

The library's own analysis allows more than a plan ever needs, and what it allows has been abused (shadow attacks,
sneaky signatures). So here is only what this program writes: one document, and then a revision per signature, each of
which fills one reserved place and touches nothing else. Whatever is not in these lists is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import XRefSectionType

MAX_OBJECTEN = 20_000
MAX_HANDTEKENINGEN = 50

_MB = 1_000_000
#: how much a file may become when it is unpacked: a plan is small, and has no packed table of contents
GRENZEN = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=20 * _MB),
    per_purpose={
        DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=_MB // 5),
        DecodePurpose.OBJECT_STREAM: StreamDecodeLimits(max_output_size=2 * _MB),
    },
    document_budget=DocumentDecodeBudget(base_allowance=200 * _MB, max_ratio=10),
)

_CATALOGUS = frozenset({
    "/AcroForm", "/Dests", "/Lang", "/MarkInfo", "/Metadata", "/Outlines", "/OutputIntents", "/PageLabels",
    "/PageLayout", "/PageMode", "/Pages", "/Perms", "/StructTreeRoot", "/Type", "/ViewerPreferences",
})  # fmt: skip
_FORMULIER = frozenset({"/DA", "/DR", "/Fields", "/SigFlags"})
_VELD = frozenset({
    "/AP", "/F", "/FT", "/P", "/Rect", "/StructParent", "/Subtype", "/T", "/TU", "/Type", "/V",
})  # fmt: skip
#: keys that make a document do something, or show something else than what was signed
_ACTIEF = {
    "/AA": "een opdracht", "/OpenAction": "een opdracht", "/JS": "een programma", "/JavaScript": "een programma",
    "/EF": "een bijlage", "/EmbeddedFiles": "een bijlage", "/AF": "een bijlage", "/XFA": "een formulier",
    "/OCProperties": "een laag die aan en uit kan", "/OC": "een laag die aan en uit kan",
    "/RichMedia": "beeld of geluid", "/Alternates": "een ander beeld", "/Ref": "een ander bestand",
    "/Collection": "een bijlage", "/NeedAppearances": "een formulier",
}  # fmt: skip
_SOORTEN = {
    "/EmbeddedFile": "een bijlage", "/Filespec": "een bijlage", "/OCG": "een laag die aan en uit kan",
    "/OCMD": "een laag die aan en uit kan",
}  # fmt: skip


def foreign(lezer: PdfFileReader) -> tuple[str, ...]:
    """What stands in this document that a plan never holds, in Dutch words; empty when it is built as a plan is."""
    return tuple(dict.fromkeys(_foreign(lezer)))


def _foreign(lezer: PdfFileReader) -> Iterator[str]:
    for n in range(lezer.xrefs.total_revisions):
        soort = lezer.xrefs.get_xref_container_info(n).xref_section_type
        if soort is not XRefSectionType.STANDARD:
            yield "een andere inhoudsopgave"
            return
    alle = {r for n in range(lezer.xrefs.total_revisions) for r in lezer.xrefs.explicit_refs_in_revision(n)}
    if len(alle) > MAX_OBJECTEN:
        yield "te veel onderdelen"
        return
    yield from _catalog(lezer)
    for ref in sorted(alle, key=lambda r: r.idnum):
        yield from _active(ref.get_object(), 0)


def _catalog(lezer: PdfFileReader) -> Iterator[str]:
    wortel = lezer.root
    for sleutel in wortel:
        if sleutel not in _CATALOGUS:
            yield _ACTIEF.get(sleutel, "een onbekend onderdeel")
    formulier = value(wortel, "/AcroForm", {})
    if set(formulier) - _FORMULIER:
        yield "een formulier"
    velden = [v.get_object() for v in raw_items(value(formulier, "/Fields"))]
    for veld in velden:
        if value(veld, "/FT") != "/Sig" or set(veld) - _VELD:
            yield "een formulierveld"
    plekken = {getattr(v, "reference", None) for v in raw_items(value(formulier, "/Fields"))}
    for bladzij in _pages(lezer):
        for notitie in raw_items(value(bladzij, "/Annots")):
            if getattr(notitie, "reference", None) not in plekken and not _inner_link(notitie.get_object()):
                yield "een opmerking of een knop"


def is_block(waarde: Any) -> bool:
    """Whether this is a dictionary, or a stream with one."""
    return isinstance(waarde, dict)


def value(blok: Any, sleutel: str, anders: Any = None) -> Any:
    """What stands under a key, with a reference followed; *anders* when it is not there or this is no dictionary."""
    return blok[sleutel] if isinstance(blok, dict) and sleutel in blok else anders


def raw_items(lijst: Any) -> list[Any]:
    """The items of an array as they stand there: references stay references."""
    return [lijst.raw_get(n) for n in range(len(lijst))] if isinstance(lijst, generic.ArrayObject) else []


def _inner_link(notitie: Any) -> bool:
    return (
        isinstance(notitie, dict)
        and value(notitie, "/Subtype") == "/Link"
        and value(value(notitie, "/A", {}), "/S", "/GoTo") == "/GoTo"
    )


def _pages(lezer: PdfFileReader) -> Iterator[Any]:
    """Every page; a tree that bites its own tail ends."""
    wachtend, gezien = [lezer.root["/Pages"]], 0
    while wachtend:
        knoop = wachtend.pop()
        gezien += 1
        if gezien > MAX_OBJECTEN:
            return
        if "/Kids" in knoop:
            wachtend.extend(k.get_object() for k in raw_items(knoop["/Kids"]))
        else:
            yield knoop


def _active(waarde: Any, diepte: int) -> Iterator[str]:
    """What makes a document do something, anywhere within this object."""
    if diepte > 40:
        yield "een onbekend onderdeel"
    elif is_block(waarde):
        yield from _active_keys(waarde)
        for sleutel in waarde:
            yield from _active(waarde.raw_get(sleutel), diepte + 1)
    elif isinstance(waarde, list):
        for deel in raw_items(waarde):
            yield from _active(deel, diepte + 1)


def _active_keys(blok: Any) -> Iterator[str]:
    for sleutel in blok:
        if sleutel in _ACTIEF:
            yield _ACTIEF[sleutel]
    if (soort := _name(blok, "/Type")) in _SOORTEN:
        yield _SOORTEN[soort]
    if isinstance(blok, generic.StreamObject) and "/F" in blok:
        yield "een ander bestand"
    if _name(blok, "/S") in (
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Movie",
    ):
        yield "een opdracht"


def _name(blok: Any, sleutel: str) -> str:
    waarde = blok.raw_get(sleutel) if sleutel in blok else ""
    return str(waarde) if isinstance(waarde, str) else ""
