"""All that a file gives away: every byte with its streams decompressed, and every text as a reader would copy it.

Use: ``assert not bevat(pdf, geheim)``. The text of a PDF stands as glyph numbers of a subset font, so looking in the
bytes alone would never find a secret; here each font's own ToUnicode table is used, on pages, on forms and on the
stamps of signatures. Only pikepdf is needed.
"""

from __future__ import annotations

import io
import re

import pikepdf

_PAAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_REEKS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_NIEUWE_REGEL = {"Td", "TD", "T*", "Tm", "ET", "'", '"'}


def _utf16(hex_: bytes) -> str:
    return bytes.fromhex(hex_.decode()).decode("utf-16-be", "replace")


def _tabel(font: pikepdf.Object) -> tuple[int, dict[int, str]]:
    """The length of a code in bytes, and what each code means, by the font's ToUnicode."""
    breed = 2 if font.get("/Subtype") == "/Type0" else 1
    uit: dict[int, str] = {}
    cmap = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    for deel in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        uit |= {int(van, 16): _utf16(naar) for van, naar in _PAAR.findall(deel)}
    for deel in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
        for begin, einde, naar, rij in _REEKS.findall(deel):
            a, b = int(begin, 16), int(einde, 16)
            losse = re.findall(rb"<([0-9A-Fa-f]+)>", rij)
            eerste = int(naar, 16) if naar else 0
            uit |= {
                n: _utf16(losse[n - a]) if losse else chr(eerste + n - a)
                for n in range(a, b + 1)
                if rij or naar
            }
    return breed, uit


def _tekst(houder: pikepdf.Object | pikepdf.Page, bronnen: pikepdf.Object) -> str:
    """The text that one content stream draws, each drawn line on a line of its own."""
    fonts = {naam: _tabel(font) for naam, font in (bronnen.get("/Font") or {}).items()}
    uit: list[str] = []
    breed, tabel = 1, {}
    for stap in pikepdf.parse_content_stream(houder):
        naam = str(stap.operator)
        if naam == "Tf":
            breed, tabel = fonts.get(str(stap.operands[0]), (1, {}))
        if naam in _NIEUWE_REGEL:
            uit.append("\n")
        if naam in ("Tj", "TJ", "'", '"'):
            laatste = stap.operands[-1]
            for stuk in laatste if isinstance(laatste, pikepdf.Array) else [laatste]:
                if isinstance(stuk, pikepdf.String):
                    ruwe = bytes(stuk)
                    codes = [int.from_bytes(ruwe[n : n + breed], "big") for n in range(0, len(ruwe), breed)]
                    uit += [tabel.get(c, "\ufffd") for c in codes]
    return re.sub(r"\n+", "\n", "".join(uit))


def paginatekst(pdf: bytes) -> list[str]:
    """The text of each page, decoded through the fonts (the number of pages stands in a form: not in here)."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return [_tekst(blad, blad.obj.Resources) for blad in doc.pages]


def _vormtekst(doc: pikepdf.Pdf) -> list[str]:
    """The text of every form object: the number of pages, the stamps of signatures."""
    vormen = [o for o in doc.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
    return [_tekst(vorm, vorm.get("/Resources", pikepdf.Dictionary())) for vorm in vormen]


def _waarden(obj: pikepdf.Object) -> list[str]:
    """All strings and names inside one object, as text (as PDF text strings and as raw bytes)."""
    if isinstance(obj, pikepdf.String):
        return [str(obj), bytes(obj).decode("latin-1")]
    if isinstance(obj, pikepdf.Array):
        return [t for deel in obj if not getattr(deel, "is_indirect", False) for t in _waarden(deel)]
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        waarden = [deel for _, deel in obj.items() if not getattr(deel, "is_indirect", False)]
        return [str(s) for s in obj.keys()] + [t for deel in waarden for t in _waarden(deel)]  # noqa: SIM118
    return [str(obj)]


def alles(pdf: bytes) -> str:
    """Everything to search in: drawn text, strings of every object, the bytes, and every stream decompressed.

    Also as UTF-8, for metadata; and the drawn text once more without white space, because a line end may cut a word.
    """
    getekend = "\n".join(paginatekst(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        getekend += "\n" + "\n".join(_vormtekst(doc))
        objecten = "\n".join(t for o in doc.objects for t in _waarden(o))
        stromen = b"\n".join([pdf, *(o.read_bytes() for o in doc.objects if isinstance(o, pikepdf.Stream))])
    ruw = [stromen.decode("latin-1"), stromen.decode("utf-8", "replace")]
    return "\n".join([getekend, objecten, *ruw, zonder_wit(getekend)])


def zonder_wit(tekst: str) -> str:
    """*tekst* without any white space."""
    return re.sub(r"\s+", "", tekst)


def bevat(pdf: bytes, geheim: str) -> bool:
    """Whether *geheim* can be found anywhere in *pdf*, also where a line end cuts it."""
    heel = alles(pdf)
    return geheim in heel or zonder_wit(geheim) in heel
