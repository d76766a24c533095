"""The structure tree: every element in its right place, whole, with the words that a reader needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf

from .bladen import Blad

BLOK = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot",
}  # fmt: skip
REGEL = {
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Figure",
    "Formula",
    "Form",
}
_OUDERS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "Lbl": {"LI", "TOCI", "Note"}, "LBody": {"LI"},
    "Caption": {"Table", "L", "Figure", "TOC"}, "TOCI": {"TOC"},
}  # fmt: skip
_KINDEREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"},
    "TFoot": {"TR"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip
_ALLEEN_REGEL = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Link", "Quote"}
_LEEG_MAG = {"TD", "TH"}
TAAL = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


class Element:
    """One element with its real parent; ``soort`` after the role map."""

    def __init__(self, obj: pikepdf.Object, ouder: Element | None, rollen: dict[str, str]) -> None:
        self.obj, self.ouder = obj, ouder
        self.ruw = str(obj.get("/S", "")).lstrip("/")
        self.soort = self.ruw
        for _ in range(len(rollen) + 1):
            self.soort = rollen.get(self.soort, self.soort)
        k = obj.get("/K", pikepdf.Array())
        delen = list(k) if isinstance(k, pikepdf.Array) else [k]
        self.kinderen = [
            Element(d, self, rollen) for d in delen if isinstance(d, pikepdf.Dictionary) and "/S" in d
        ]
        self.stukken = [d for d in delen if not (isinstance(d, pikepdf.Dictionary) and "/S" in d)]

    def loop(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kind in self.kinderen:
            yield from kind.loop()

    def attribute(self, naam: str) -> object:
        """An attribute of the element, from one or more attribute objects."""
        a = self.obj.get("/A", pikepdf.Array())
        for deel in list(a) if isinstance(a, pikepdf.Array) else [a]:
            if isinstance(deel, pikepdf.Dictionary) and naam in deel:
                return deel[naam]
        return None

    def places(self) -> Iterator[tuple[tuple[int, int], int]]:
        """Its own pieces of content, as (page, marked-content id)."""
        for deel in self.stukken:
            if isinstance(deel, int):
                yield (self.obj.Pg.objgen if "/Pg" in self.obj else (0, 0)), deel
            elif deel.get("/Type") == "/MCR":
                yield deel.get("/Pg", self.obj.get("/Pg")).objgen, int(deel.MCID)

    def objects(self) -> list[pikepdf.Object]:
        """Its object references."""
        return [d for d in self.stukken if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/OBJR"]


def roots(doc: pikepdf.Pdf) -> list[Element]:
    """The elements at the top of the tree."""
    wortel = doc.Root.StructTreeRoot
    rollen = {str(a)[1:]: str(b)[1:] for a, b in wortel.get("/RoleMap", pikepdf.Dictionary()).items()}
    k = wortel.get("/K", pikepdf.Array())
    return [Element(d, None, rollen) for d in (list(k) if isinstance(k, pikepdf.Array) else [k])]


def check_tree(doc: pikepdf.Pdf, bladen: list[Blad]) -> list[str]:
    """All faults of the structure and of how it is tied to the pages."""
    top = roots(doc)
    alle = [e for wortel in top for e in wortel.loop()]
    fouten = [] if [e.soort for e in top] == ["Document"] else ["boven in de boom staat niet één document"]
    for e in alle:
        fouten += _element(e, doc)
    fouten += _headings(alle) + _order(alle, doc)
    return fouten + _ties(alle, doc, bladen)


def _element(e: Element, doc: pikepdf.Pdf) -> list[str]:
    uit = []
    ouder = e.ouder.obj if e.ouder else doc.Root.StructTreeRoot
    boven = e.ouder.soort if e.ouder else ""
    if e.soort not in BLOK | REGEL:
        uit.append(f"onbekende soort {e.ruw}")
    if e.ruw in BLOK | REGEL and e.ruw != e.soort:
        uit.append(f"gewone soort {e.ruw} krijgt een andere rol")
    if "/P" not in e.obj or e.obj.P.objgen != ouder.objgen:
        uit.append(f"{e.soort} wijst naar een andere ouder")
    if e.soort in _OUDERS and boven not in _OUDERS[e.soort]:
        uit.append(f"{e.soort} in {boven or 'niets'}")
    uit += [f"{k.soort} in {e.soort}" for k in e.kinderen if k.soort not in _KINDEREN.get(e.soort, {k.soort})]
    if e.soort in _ALLEEN_REGEL:
        uit += [f"{k.soort} in {e.soort}" for k in e.kinderen if k.soort not in REGEL]
    if e.soort in _KINDEREN and e.stukken:
        uit.append(f"inhoud los in {e.soort}")
    if not e.kinderen and not e.stukken and e.soort not in _LEEG_MAG:
        uit.append(f"{e.soort} zonder inhoud")
    if "/Lang" in e.obj and not TAAL.fullmatch(str(e.obj.Lang)):
        uit.append(f"{e.soort} met een taal die geen taal is")
    soort = {
        "Figure": _figure,
        "Table": _table,
        "L": _list,
        "LI": _item,
        "Form": _form,
        "Link": _link,
        "TH": _header,
    }
    if e.soort in soort:
        uit += soort[e.soort](e)
    if e.soort == "Formula" and not (str(e.obj.get("/Alt", "")) or str(e.obj.get("/ActualText", ""))):
        uit.append("formule zonder alternatief")
    if e.soort == "Note" and not str(e.obj.get("/ID", "")):
        uit.append("noot zonder kenmerk")
    return uit


def _figure(e: Element) -> list[str]:
    uit = []
    if not (str(e.obj.get("/Alt", "")).strip() or str(e.obj.get("/ActualText", "")).strip()):
        uit.append("figuur zonder alternatief")
    vak = e.attribute("/BBox")
    if not isinstance(vak, pikepdf.Array) or len(vak) != 4:
        uit.append("figuur zonder vak")
    else:
        x0, y0, x1, y1 = (float(v) for v in vak)
        if not (0 <= x0 < x1 <= 596 and 0 <= y0 < y1 <= 842):
            uit.append("vak van een figuur buiten het blad")
    return uit


def _span(cel: Element, naam: str) -> int:
    waarde = cel.attribute(naam)
    return int(waarde) if isinstance(waarde, int) else 1


def _table(e: Element) -> list[str]:
    rijen = [r for k in e.kinderen for r in ([k] if k.soort == "TR" else k.kinderen) if r.soort == "TR"]
    bezet: Counter[int] = Counter()
    for nummer, rij in enumerate(rijen):
        for cel in rij.kinderen:
            for n in range(nummer, nummer + _span(cel, "/RowSpan")):
                bezet[n] += _span(cel, "/ColSpan")
    uit = (
        []
        if len(set(bezet.values())) <= 1 and len(bezet) == len(rijen)
        else ["rijen van een tabel niet even lang"]
    )
    if not any(c.soort == "TH" for r in rijen for c in r.kinderen):
        uit.append("tabel zonder kop")
    plekken = [n for n, k in enumerate(e.kinderen) if k.soort == "Caption"]
    if len(plekken) > 1 or any(n not in (0, len(e.kinderen) - 1) for n in plekken):
        uit.append("bijschrift niet aan begin of einde")
    return uit


def _header(e: Element) -> list[str]:
    return (
        []
        if str(e.attribute("/Scope")) in ("/Row", "/Column", "/Both")
        else ["kop van een tabel zonder bereik"]
    )


def _list(e: Element) -> list[str]:
    labels = any(k.soort == "Lbl" for punt in e.kinderen for k in punt.kinderen)
    soort = str(e.attribute("/ListNumbering"))
    goed = {
        "/None",
        "/Disc",
        "/Circle",
        "/Square",
        "/Decimal",
        "/UpperRoman",
        "/LowerRoman",
        "/UpperAlpha",
        "/LowerAlpha",
    }
    return ["lijst zonder soort van nummering"] if labels and soort not in goed else []


def _item(e: Element) -> list[str]:
    soorten = [k.soort for k in e.kinderen]
    return [] if soorten in (["Lbl", "LBody"], ["LBody"]) else ["punt van een lijst is niet label en inhoud"]


def _reference(e: Element, soort: str) -> list[str]:
    objecten = e.objects()
    if len(objecten) != 1 or objecten[0].get("/Obj") is None or objecten[0].Obj.get("/Subtype") != soort:
        return [f"{e.soort} zonder {soort}"]
    return []


def _form(e: Element) -> list[str]:
    return _reference(e, "/Widget") + (
        ["formulierveld met meer dan een kind"] if len(e.stukken) + len(e.kinderen) != 1 else []
    )


def _link(e: Element) -> list[str]:
    return _reference(e, "/Link")


def _headings(alle: list[Element]) -> list[str]:
    uit: list[str] = []
    koppen = [e for e in alle if re.fullmatch(r"H[1-6]?", e.soort)]
    if any(e.soort == "H" for e in koppen) and any(e.soort != "H" for e in koppen):
        uit.append("koppen met en zonder nummer")
    diep = 0
    for e in koppen:
        niveau = int(e.soort[1:] or diep + 1)
        if niveau > diep + 1:
            uit.append(f"{e.soort} na H{diep}")
        diep = niveau
    # a card has no heading at all; whatever has one has one title
    if koppen and [e.soort for e in koppen].count("H1") != 1:
        uit.append("niet precies één H1")
    return uit


def _order(alle: list[Element], doc: pikepdf.Pdf) -> list[str]:
    """Content of one element may go on over pages, but never back."""
    bladen = {blad.obj.objgen: n for n, blad in enumerate(doc.pages)}
    for e in alle:
        plekken = [(bladen.get(blad, -1), mcid) for blad, mcid in e.places()]
        if plekken != sorted(plekken):
            return [f"{e.soort}: inhoud niet op volgorde"]
    return []


def _parent_tree(knoop: pikepdf.Object, diep: int = 0) -> dict[int, pikepdf.Object]:
    nums = list(knoop.get("/Nums", []))
    uit = {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}
    for kind in knoop.get("/Kids", []) if diep < 8 else []:
        uit |= _parent_tree(kind, diep + 1)
    return uit


def _ties(alle: list[Element], doc: pikepdf.Pdf, bladen: list[Blad]) -> list[str]:
    uit: list[str] = []
    wortel = doc.Root.StructTreeRoot
    if "/ParentTree" not in wortel:
        return ["geen boom van ouders"]
    ouders = _parent_tree(wortel.ParentTree)
    if ouders and int(wortel.get("/ParentTreeNextKey", max(ouders) + 1)) <= max(ouders):
        uit.append("volgend nummer van de ouders")
    plekken = {(*plek,): e for e in alle for plek in e.places()}
    aantal = Counter(plek for e in alle for plek in e.places())
    objecten = {o.Obj.objgen: e for e in alle for o in e.objects() if "/Obj" in o}
    gebruikt: set[int] = set()
    for nummer, (bladzij, blad) in enumerate(zip(doc.pages, bladen, strict=True), 1):
        uit += _page(nummer, bladzij, blad, ouders, plekken, aantal, gebruikt)
        for veld in bladzij.obj.get("/Annots", []):
            uit += [f"blad {nummer}: {f}" for f in _annotation(veld, bladzij, ouders, objecten, gebruikt)]
    kwijt = set(aantal) - {
        (b.obj.objgen, n) for b, blad in zip(doc.pages, bladen, strict=True) for n in blad.stukken
    }
    uit += [f"structuur wijst naar inhoud {n} die er niet is" for _, n in sorted(kwijt)]
    return uit + [f"ouders met nummer {n} van niets" for n in sorted(set(ouders) - gebruikt)]


def _page(
    nummer: int, bladzij: pikepdf.Page, blad: Blad, ouders: dict[int, pikepdf.Object],
    plekken: dict[tuple[tuple[int, int], int], Element], aantal: Counter[tuple[tuple[int, int], int]],
    gebruikt: set[int],
) -> list[str]:  # fmt: skip
    wie, sleutel = f"blad {nummer}", bladzij.obj.get("/StructParents")
    rij = ouders.get(int(sleutel)) if sleutel is not None else None
    if not isinstance(rij, pikepdf.Array):
        return [f"{wie}: geen ouders"]
    uit = [f"{wie}: ouders van een ander"] if int(sleutel) in gebruikt else []
    gebruikt.add(int(sleutel))
    if sorted(blad.stukken) != list(range(len(rij))):
        uit.append(f"{wie}: aantal ouders")
    for mcid, stuk in blad.stukken.items():
        plek = (bladzij.obj.objgen, mcid)
        if aantal[plek] != 1:
            uit.append(f"{wie}: inhoud {mcid} heeft {aantal[plek]} plaatsen")
            continue
        if mcid >= len(rij) or rij[mcid] is None or rij[mcid].objgen != plekken[plek].obj.objgen:
            uit.append(f"{wie}: ouder van inhoud {mcid}")
        if stuk.soort.lstrip("/") != plekken[plek].ruw:
            uit.append(f"{wie}: inhoud {mcid} heet {stuk.soort} en staat in {plekken[plek].ruw}")
    return uit


def _annotation(
    veld: pikepdf.Object, bladzij: pikepdf.Page, ouders: dict[int, pikepdf.Object],
    objecten: dict[tuple[int, int], Element], gebruikt: set[int],
) -> list[str]:  # fmt: skip
    if veld.get("/Subtype") == "/Popup":
        return []
    uit = []
    e = objecten.get(veld.objgen)
    hoort = {"/Widget": "Form", "/Link": "Link"}.get(str(veld.get("/Subtype")), "Annot")
    if e is None or e.soort != hoort:
        uit.append(f"veld niet in de structuur als {hoort}")
    sleutel = int(veld.get("/StructParent", -1))
    gebruikt.add(sleutel)
    if e is None or sleutel not in ouders or ouders[sleutel].objgen != e.obj.objgen:
        uit.append("veld zonder ouder")
    if e is not None and any(
        o.get("/Pg", e.obj.get("/Pg")).objgen != bladzij.obj.objgen for o in e.objects()
    ):
        uit.append("veld op een ander blad")
    if hoort == "Form" and not str(veld.get("/TU", "")).strip():
        uit.append("veld zonder naam")
    if hoort != "Form" and not str(veld.get("/Contents", "")).strip():
        uit.append("koppeling zonder woorden")
    return uit
