"""A structural check of a tagged PDF: what PDF/UA-1 asks and a program can see. Used over every kind of document.

No packaged checker was found; this one is kept honest by ``test_structuur``, which breaks documents on purpose.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

import pikepdf

_BINNEN = {
    "/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/Caption": {"/Table"}, "/LI": {"/L"}, "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
}  # fmt: skip


def _elementen(doc: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Object, str]]:
    """Every element with the type of its parent, in reading order."""
    stapel: list[tuple[pikepdf.Object, str]] = [(k, "") for k in reversed(list(doc.Root.StructTreeRoot.K))]
    while stapel:
        element, ouder = stapel.pop()
        yield element, ouder
        kinderen = element.get("/K", pikepdf.Array())
        lijst = list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen]
        stapel += [
            (k, str(element.S)) for k in reversed(lijst) if isinstance(k, pikepdf.Dictionary) and "/S" in k
        ]


def _mcids(element: pikepdf.Object) -> Iterator[tuple[tuple[int, int], int]]:
    """The pieces of content of one element as (page, marked-content id)."""
    kinderen = element.get("/K", pikepdf.Array())
    for kind in list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, int):
            yield element.Pg.objgen, kind
        elif isinstance(kind, pikepdf.Dictionary) and kind.get("/Type") == "/MCR":
            yield kind.Pg.objgen, int(kind.MCID)


def _drawn(blad: pikepdf.Page, nummer: int, fouten: list[str]) -> list[int]:
    """The marked-content ids drawn on a page; reports what is drawn outside any mark."""
    gezien: list[int] = []
    diepte = 0
    for opdracht in pikepdf.parse_content_stream(blad):
        naam = str(opdracht.operator)
        if naam == "BDC":
            diepte += 1
            eigenschappen = opdracht.operands[1]
            if "/MCID" in eigenschappen:
                gezien.append(int(eigenschappen.MCID))
        elif naam == "EMC":
            diepte -= 1
        elif naam in ("Tj", "TJ", "f", "f*", "S", "s", "B", "b", "Do") and not diepte:
            fouten.append(f"blad {nummer}: {naam} buiten alle inhoud")
    return gezien


def check(pdf: bytes) -> list[str]:
    """All faults found; empty when none."""
    fouten: list[str] = []
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        wortel = doc.Root
        if "/Lang" not in wortel:
            fouten.append("geen taal")
        if "/StructTreeRoot" not in wortel or not wortel.get("/MarkInfo", {}).get("/Marked"):
            return [*fouten, "geen structuur"]
        if not wortel.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            fouten.append("titel wordt niet getoond")
        xmp = wortel.Metadata.read_bytes() if "/Metadata" in wortel else b""
        fouten += [
            f"xmp zonder {s}" for s in ("pdfuaid:part", "pdfaid:part", "dc:title") if s.encode() not in xmp
        ]
        fouten += _check_elements(doc)
        fouten += _check_pages(doc)
    return fouten


def _check_elements(doc: pikepdf.Pdf) -> list[str]:
    fouten: list[str] = []
    diepte = 0
    for element, ouder in _elementen(doc):
        soort = str(element.S)
        if soort in _BINNEN and ouder not in _BINNEN[soort]:
            fouten.append(f"{soort} in {ouder}")
        if soort == "/Figure" and not str(element.get("/Alt", "")):
            fouten.append("figuur zonder alternatief")
        if soort == "/Figure" and "/BBox" not in element.get("/A", {}):
            fouten.append("figuur zonder vak")
        if soort == "/TH" and "/Scope" not in element.get("/A", {}):
            fouten.append("kop zonder bereik")
        if soort[:2] == "/H" and soort[2:].isdigit():
            if int(soort[2:]) > diepte + 1:
                fouten.append(f"{soort} na H{diepte}")
            diepte = int(soort[2:])
    return fouten


def _check_pages(doc: pikepdf.Pdf) -> list[str]:
    fouten: list[str] = []
    nums = list(doc.Root.StructTreeRoot.ParentTree.Nums)
    ouders = {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}
    eigenaars = Counter(plek for element, _ in _elementen(doc) for plek in _mcids(element))
    for nummer, blad in enumerate(doc.pages, 1):
        if blad.obj.get("/Tabs") != "/S":
            fouten.append(f"blad {nummer}: volgorde van velden")
        getekend = _drawn(blad, nummer, fouten)
        if getekend != list(range(len(getekend))):
            fouten.append(f"blad {nummer}: nummers van inhoud")
        fouten += [
            f"blad {nummer}: inhoud {n} zonder plaats" for n in getekend if eigenaars[blad.objgen, n] != 1
        ]
        rij = ouders.get(int(blad.obj.get("/StructParents", -1)))
        if rij is None or len(rij) != len(getekend):
            fouten.append(f"blad {nummer}: ouders")
        else:
            for n, ouder in enumerate(rij):
                if (blad.objgen, n) not in set(_mcids(ouder)):
                    fouten.append(f"blad {nummer}: ouder van inhoud {n}")
        for veld in blad.obj.get("/Annots", []):
            if (
                "/TU" not in veld
                or str(ouders.get(int(veld.get("/StructParent", -1)), {}).get("/S")) != "/Form"
            ):
                fouten.append(f"blad {nummer}: veld zonder plaats of naam")
    return fouten
