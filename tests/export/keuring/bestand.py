"""The file: what PDF/A-2a and PDF/UA-1 ask of its bytes, catalog, metadata, colours and annotations."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from lxml import etree

from .boom import TAAL

_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_VAN_PDFA = "http://www.aiim.org/pdfa/ns/"
_VERBODEN_IN_CATALOGUS = (
    "/AA",
    "/OpenAction",
    "/OCProperties",
    "/Requirements",
    "/Threads",
    "/NeedsRendering",
)
_HANDELINGEN = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm", "/Movie", "/Sound", "/Hide", "/URI",
}  # fmt: skip
_STROOM = re.compile(rb"/Length (\d+)(?! \d+ R)[^<]{0,400}?>>\s*stream(\r\n|\n)", re.S)
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]+)>(?!>)")


def check_bytes(ruw: bytes) -> list[str]:
    """Header, trailer, cross-reference table, streams and strings as they stand in the file."""
    uit = []
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", ruw):
        uit.append("kopregel van het bestand")
    if not re.search(rb"startxref\s+\d+\s+%%EOF\s*$", ruw):
        uit.append("einde van het bestand")
    if b"ReportLab" in ruw or b"opensource" in ruw:
        uit.append("reclame")
    stromen = 0
    for gevonden in _STROOM.finditer(ruw):
        stromen += 1
        einde = gevonden.end() + int(gevonden[1])
        if not re.match(rb"(\r\n|\n|\r)endstream\s+endobj", ruw[einde : einde + 30]):
            uit.append("lengte of einde van een stroom")
    if stromen != len(re.findall(rb">>\s*stream\r?\n", ruw)):
        uit.append("stroom zonder lengte")
    zonder = re.sub(rb"stream\r?\n.*?endstream", b"", ruw, flags=re.S)
    zonder = re.sub(rb"\((?:[^\\()]|\\.)*\)", b"", zonder, flags=re.S)
    uit += ["hexadecimale tekst met een half teken"] * any(
        len(re.sub(rb"\s", b"", h)) % 2 for h in _HEX.findall(zonder)
    )
    return uit + _check_xref(ruw)


def _check_xref(ruw: bytes) -> list[str]:
    uit = []
    for begin in re.findall(rb"startxref\s+(\d+)", ruw):
        tabel = ruw[int(begin) :]
        if not tabel.startswith(b"xref"):
            uit.append("tabel met plaatsen niet gevonden")
            continue
        for gevonden in re.finditer(
            rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)", tabel[: tabel.index(b"trailer")]
        ):
            if gevonden[3] == b"n" and not re.match(
                rb"\d+ \d+ obj\b", ruw[int(gevonden[1]) : int(gevonden[1]) + 24]
            ):
                uit.append("plaats van een object")
    return uit


def check_catalog(doc: pikepdf.Pdf) -> list[str]:
    """The catalog and the trailer."""
    w = doc.Root
    uit = []
    if not TAAL.fullmatch(str(w.get("/Lang", ""))):
        uit.append("geen taal")
    merk = w.get("/MarkInfo", pikepdf.Dictionary())
    if merk.get("/Marked") is not True or merk.get("/Suspects") is True:
        uit.append("niet gemerkt")
    if w.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle") is not True:
        uit.append("titel wordt niet getoond")
    uit += [f"catalogus met {s}" for s in _VERBODEN_IN_CATALOGUS if s in w]
    namen = w.get("/Names", pikepdf.Dictionary())
    uit += [
        f"namen met {s}" for s in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations") if s in namen
    ]
    if set(w.get("/Perms", pikepdf.Dictionary()).keys()) - {"/DocMDP", "/UR3"}:
        uit.append("rechten")
    if "/Encrypt" in doc.trailer:
        uit.append("versleuteld")
    kenmerk = doc.trailer.get("/ID", pikepdf.Array())
    if len(kenmerk) != 2 or not all(bytes(k) for k in kenmerk):
        uit.append("geen kenmerk van het bestand")
    return uit + _check_colour(w) + _check_form(w) + _check_outline(doc)


def _check_colour(w: pikepdf.Object) -> list[str]:
    doelen = [d for d in w.get("/OutputIntents", []) if d.get("/S") == "/GTS_PDFA1"]
    if len(doelen) != 1 or "/DestOutputProfile" not in doelen[0]:
        return ["geen kleurprofiel"]
    uit = [] if str(doelen[0].get("/OutputConditionIdentifier", "")) else ["kleurprofiel zonder naam"]
    profiel = doelen[0].DestOutputProfile
    data = profiel.read_bytes()
    goed = (
        data[36:40] == b"acsp"
        and data[16:20] == b"RGB "
        and data[12:16] in (b"mntr", b"prtr")
        and data[8] <= 4
    )
    if not goed or int(profiel.get("/N", 0)) != 3 or int.from_bytes(data[:4], "big") != len(data):
        uit.append("kleurprofiel klopt niet")
    return uit


def _check_form(w: pikepdf.Object) -> list[str]:
    formulier = w.get("/AcroForm")
    if formulier is None:
        return []
    uit = ["formulier met XFA"] if "/XFA" in formulier else []
    if formulier.get("/NeedAppearances") is True:
        uit.append("formulier wil zelf tekenen")
    for veld in formulier.get("/Fields", []):
        if not str(veld.get("/T", "")) or "/FT" not in veld:
            uit.append("formulierveld zonder naam of soort")
        if "/AA" in veld or "/A" in veld:
            uit.append("formulierveld dat iets doet")
    return uit


def _check_outline(doc: pikepdf.Pdf) -> list[str]:
    uit = []
    bladen = {blad.obj.objgen for blad in doc.pages}
    wortel = doc.Root.get("/Outlines", pikepdf.Dictionary())
    stapel = [wortel["/First"]] if "/First" in wortel else []
    gezien: set[tuple[int, int]] = set()
    while stapel:
        punt = stapel.pop()
        if punt.objgen in gezien:
            return [*uit, "bladwijzers in een kring"]
        gezien.add(punt.objgen)
        doel = punt.get("/Dest")
        if not str(punt.get("/Title", "")).strip() or "/A" in punt:
            uit.append("bladwijzer zonder titel")
        if isinstance(doel, pikepdf.String | pikepdf.Name):
            doel = doc.Root.get("/Dests", pikepdf.Dictionary()).get(
                str(doel) if isinstance(doel, pikepdf.Name) else f"/{doel}"
            )
        if not isinstance(doel, pikepdf.Array) or doel[0].objgen not in bladen:
            uit.append("bladwijzer naar niets")
        stapel += [punt[s] for s in ("/Next", "/First") if s in punt]
    return uit


def check_metadata(doc: pikepdf.Pdf) -> list[str]:
    """The XMP packet, and that it says the same as the information dictionary."""
    stroom = doc.Root.get("/Metadata")
    if stroom is None or stroom.get("/Type") != "/Metadata" or stroom.get("/Subtype") != "/XML":
        return ["geen metadata"]
    ruw = stroom.read_raw_bytes()
    uit = ["metadata samengeperst"] if "/Filter" in stroom else []
    if not ruw.startswith(b'<?xpacket begin="\xef\xbb\xbf"') or re.match(
        rb"<\?xpacket[^>]*(bytes|encoding)=", ruw
    ):
        uit.append("begin van de metadata")
    try:
        boom = etree.fromstring(ruw.decode("utf-8"))
    except (etree.XMLSyntaxError, UnicodeDecodeError):
        return [*uit, "metadata is geen XML"]

    def get(pad: str) -> str | None:
        gevonden = boom.find(f".//{pad}", _NS)
        return None if gevonden is None else gevonden.text

    if get("pdfuaid:part") != "1":
        uit.append("metadata noemt PDF/UA-1 niet")
    if (get("pdfaid:part"), get("pdfaid:conformance")) != ("2", "A"):
        uit.append("metadata noemt PDF/A-2a niet")
    titels = boom.findall(".//dc:title/rdf:Alt/rdf:li", _NS)
    if (
        not titels
        or not (titels[0].text or "").strip()
        or titels[0].get("{http://www.w3.org/XML/1998/namespace}lang") is None
    ):
        uit.append("metadata zonder titel")
    bekend = {v for k, v in _NS.items() if k != "pdfuaid"}
    verklaard = {e.text for e in boom.iter(f"{{{_VAN_PDFA}schema#}}namespaceURI")}
    ruimten = {str(e.tag)[1:].split("}")[0] for e in boom.iter() if isinstance(e.tag, str)}
    ruimten = {r for r in ruimten if not r.startswith((_VAN_PDFA, "adobe:ns:meta"))}
    uit += [f"metadata met onbekende naamruimte {r}" for r in sorted(ruimten - bekend - verklaard)]
    gelijk: dict[str, tuple[Any, Any]] = {
        "titel": (doc.docinfo.get("/Title"), titels[0].text if titels else None),
        "maker": (doc.docinfo.get("/Creator"), get("xmp:CreatorTool")),
        "programma": (doc.docinfo.get("/Producer"), get("pdf:Producer")),
        "dag van maken": (doc.docinfo.get("/CreationDate"), get("xmp:CreateDate")),
        "dag van wijzigen": (doc.docinfo.get("/ModDate"), get("xmp:ModifyDate")),
    }
    for naam, (a, b) in gelijk.items():
        if _same(str(a)) != _same(str(b)):
            uit.append(f"eigenschappen en metadata verschillen: {naam}")
    return uit


def _same(waarde: str) -> str:
    """A text or a date of either kind, in one shape: the moment of a date, up to the second."""
    if re.match(r"(D:)?\d{4}-?\d\d-?\d\d", waarde):
        return re.sub(r"\D", "", waarde)[:14]
    return waarde


def check_objects(doc: pikepdf.Pdf) -> list[str]:
    """Every object: nothing that may not be in an archive, and nothing larger than a reader must take."""
    uit: list[str] = []
    for obj in doc.objects:
        uit += _limits(obj, 0)
        if isinstance(obj, pikepdf.Stream):
            filters = obj.get("/Filter", pikepdf.Array())
            namen = [str(f) for f in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
            uit += [f"stroom met {n}" for n in namen if n not in ("/FlateDecode", "/DCTDecode")]
            uit += [f"stroom met {s}" for s in ("/F", "/FFilter") if s in obj]
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/EmbeddedFile":
            uit.append("bestand in het bestand")
    return uit


def _limits(obj: Any, diep: int) -> list[str]:
    if isinstance(obj, pikepdf.String):
        return ["tekst te lang"] if len(bytes(obj)) > 32767 else []
    if isinstance(obj, pikepdf.Name):
        return ["naam te lang"] if len(str(obj).encode()) > 128 else []
    if isinstance(obj, int) and abs(obj) > 2**31 - 1:
        return ["getal te groot"]
    if diep > 12:
        return []
    if isinstance(obj, pikepdf.Array):
        return [f for d in obj if not getattr(d, "is_indirect", False) for f in _limits(d, diep + 1)]
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        uit = [
            f for _, d in obj.items() if not getattr(d, "is_indirect", False) for f in _limits(d, diep + 1)
        ]
        if obj.get("/Type") == "/Font" and obj.get("/Subtype") != "/Type0":
            beschrijving = obj.get("/FontDescriptor", pikepdf.Dictionary())
            if not any(s in beschrijving for s in ("/FontFile", "/FontFile2", "/FontFile3")):
                uit.append(f"lettertype {obj.get('/BaseFont')} niet ingesloten")
        if str(obj.get("/S", "")) in _HANDELINGEN:
            uit.append(f"handeling {obj.S}")
        return uit + [f"iets doet {s}" for s in ("/AA",) if s in obj]
    return []


def check_pages(doc: pikepdf.Pdf) -> list[str]:
    """Pages and their annotations."""
    uit: list[str] = []
    for nummer, blad in enumerate(doc.pages, 1):
        o = blad.obj
        if o.get("/Tabs") != "/S":
            uit.append(f"blad {nummer}: volgorde van velden")
        uit += [f"blad {nummer} met {s}" for s in ("/Trans", "/PresSteps", "/Group", "/Dur") if s in o]
        maat = [float(v) for v in o.get("/MediaBox", [])]
        if len(maat) != 4 or not all(3 <= v <= 14400 for v in maat[2:]):
            uit.append(f"blad {nummer}: maat")
        if "/Resources" not in o:
            uit.append(f"blad {nummer}: bronnen")
        for veld in o.get("/Annots", []):
            uit += [f"blad {nummer}: {f}" for f in _annotation(veld)]
    return uit


def _annotation(veld: pikepdf.Object) -> list[str]:
    uit = []
    vlaggen = int(veld.get("/F", 0))
    if not vlaggen & 4 or vlaggen & (1 | 2 | 32 | 256):
        uit.append("veld wordt niet geprint of is verborgen")
    if veld.get("/Subtype") not in ("/Widget", "/Link"):
        uit.append(f"aantekening {veld.get('/Subtype')}")
    if veld.get("/Subtype") == "/Widget":
        vorm = veld.get("/AP", pikepdf.Dictionary())
        if set(vorm.keys()) != {"/N"} or not isinstance(vorm.N, pikepdf.Stream):
            uit.append("veld zonder tekening")
    if "/A" in veld and veld.A.get("/S") != "/GoTo":
        uit.append("veld dat iets doet")
    return uit
