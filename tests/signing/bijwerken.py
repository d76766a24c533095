"""Wat een aanvaller achter een bestand zet: nieuwe of andere objecten, met of zonder inhoudsopgave en einde."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pikepdf

Objecten = Mapping[int, bytes]


def size(pdf: bytes) -> int:
    """The first object number that is free."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return int(doc.trailer.Size)


def root(pdf: bytes) -> int:
    """The number of the catalog."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return int(doc.Root.objgen[0])


def startxref(pdf: bytes) -> int:
    """Where the last table of contents stands."""
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


def unparse(pdf: bytes, nummer: int) -> bytes:
    """A dictionary of the file as it would stand there."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return bytes(doc.get_object((nummer, 0)).unparse(resolved=True))


def page(pdf: bytes, n: int = 0) -> int:
    """The number of a page."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return int(doc.pages[n].obj.objgen[0])


def field(pdf: bytes, n: int = 0) -> int:
    """The number of a field."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return int(doc.Root.AcroForm.Fields[n].objgen[0])


def info(pdf: bytes) -> int:
    """The number of the dictionary about the document."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return int(doc.docinfo.objgen[0])


def stream(inhoud: bytes, kop: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<" + kop + b"/Length %d>>\nstream\n%s\nendstream" % (len(inhoud), inhoud)


def with_key(blok: bytes, sleutel: bytes, waarde: bytes) -> bytes:
    """A dictionary with this key set; another value for it goes first, so the last one counts for who reads so."""
    kaal = re.sub(rb"/" + sleutel + rb"\s+(\d+ 0 R|\[[^\]]*\]|/\w+|\([^)]*\)|\d+)", b"", blok, count=1)
    return kaal.rstrip()[:-2] + b" /" + sleutel + b" " + waarde + b" >>"


def body(objecten: Objecten, begin: int) -> tuple[bytes, dict[int, int]]:
    """The objects as bytes, and where each begins."""
    delen, plekken = [], {}
    for nummer, inhoud in objecten.items():
        plekken[nummer] = begin
        delen.append(b"%d 0 obj\n%s\nendobj\n" % (nummer, inhoud))
        begin += len(delen[-1])
    return b"".join(delen), plekken


def table(plekken: Mapping[int, int]) -> bytes:
    """A table of contents for these objects."""
    regels = b"".join(b"%d 1\n%010d 00000 n \n" % (n, p) for n, p in sorted(plekken.items()))
    return b"xref\n" + regels


def entries(pdf: bytes, begin: int) -> dict[int, int]:
    """What stands in the table of contents at *begin*: of every object in use where it is."""
    uit: dict[int, int] = {}
    nummer = 0
    for regel in pdf[begin:].split(b"\n")[1:]:
        delen = regel.split()
        if delen[:1] == [b"trailer"]:
            return uit
        if len(delen) == 2:
            nummer = int(delen[0])
        else:
            if delen[2] == b"n":
                uit[nummer] = int(delen[0])
            nummer += 1
    return uit


def update(
    pdf: bytes,
    objecten: Objecten,
    *,
    trailer: bytes = b"",
    wortel: int | None = None,
    vorige: int | None = None,
) -> bytes:
    """The file with an incremental update behind it, correct in every way."""
    inhoud, plekken = body(objecten, len(pdf))
    xref = len(pdf) + len(inhoud)
    groot = max(size(pdf), *(n + 1 for n in objecten)) if objecten else size(pdf)
    einde = b"trailer\n<</Size %d/Root %d 0 R/Prev %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        groot,
        wortel or root(pdf),
        startxref(pdf) if vorige is None else vorige,
        trailer,
        xref,
    )
    return pdf + inhoud + table(plekken) + einde
