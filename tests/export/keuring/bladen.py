"""The content of pages, operator by operator: what is drawn belongs to a place in the structure, or is decoration."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import pikepdf

from .letters import Letters

_TEKST = {"Tj", "TJ", "'", '"'}
_VERF = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"}
_GEWOON = {
    "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*", "BT",
    "ET",
    "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "CS", "cs", "SC", "SCN", "sc", "scn", "G", "g",
    "RG", "rg", "Do", "BMC", "BDC", "EMC", "MP", "DP",
}  # fmt: skip
_KLEUR_TE_VEEL = {"K", "k", "SCN", "scn", "SC", "sc", "CS", "cs"}
MAX_Q = 28


@dataclass
class Stuk:
    """One piece of content: the tag that the page gives it, and the text that is drawn in it."""

    soort: str
    tekst: str = ""


@dataclass
class Blad:
    """What one page holds: its pieces by marked-content id, and what is wrong."""

    stukken: dict[int, Stuk] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)
    versiering: str = ""


@dataclass
class _Merk:
    soort: str
    mcid: int | None
    in_tekst: bool
    werkelijk: str | None


class Lezer:
    """Reads the streams of one page; ``letters`` is shared by all pages of a document."""

    def __init__(self, nummer: int, letters: dict[tuple[int, int], Letters]) -> None:
        self.nummer, self.letters = nummer, letters
        self.blad = Blad()
        self.merken: list[_Merk] = []
        self.q = 0
        self.in_tekst = False
        self.font: Letters | None = None
        self._fontstapel: list[Letters | None] = []

    def fault(self, tekst: str) -> None:
        """Note a fault of this page."""
        self.blad.fouten.append(f"blad {self.nummer}: {tekst}")

    def read(self, houder: pikepdf.Object | pikepdf.Page, bronnen: pikepdf.Object, diep: int = 0) -> None:
        """All operators of one stream."""
        merken, q = len(self.merken), self.q
        try:
            stappen = pikepdf.parse_content_stream(houder)
        except pikepdf.PdfError as fout:
            self.fault(f"inhoud niet te lezen: {fout}")
            return
        for stap in stappen:
            self._step(str(stap.operator), list(stap.operands), bronnen, diep)
        if len(self.merken) != merken:
            self.fault("merken niet gesloten")
        if self.q != q:
            self.fault("q en Q niet in evenwicht")
        if self.in_tekst:
            self.fault("tekst niet gesloten")

    def _step(self, naam: str, delen: list[pikepdf.Object], bronnen: pikepdf.Object, diep: int) -> None:
        if naam not in _GEWOON | _TEKST | _VERF:
            self.fault(f"opdracht {naam} hoort hier niet")
        if naam in _KLEUR_TE_VEEL:
            self.fault(f"kleur {naam} buiten het profiel")
        if naam in _VERF | _TEKST | {"Do"} and not self.merken:
            self.fault(f"{naam} buiten alle inhoud")
        if naam == "q":
            self.q += 1
            self._fontstapel.append(self.font)
            if self.q > MAX_Q:
                self.fault("q te diep")
        elif naam == "Q":
            self.q -= 1
            self.font = self._fontstapel.pop() if self._fontstapel else None
            if self.q < 0:
                self.fault("Q zonder q")
        elif naam in ("BT", "ET"):
            if self.in_tekst is (naam == "BT"):
                self.fault(f"{naam} op een verkeerde plaats")
            self.in_tekst = naam == "BT"
        elif naam in ("BMC", "BDC"):
            self._begin(naam, delen)
        elif naam == "EMC":
            self._end()
        elif naam == "gs":
            self._state(bronnen.get("/ExtGState", pikepdf.Dictionary()).get(str(delen[0])))
        elif naam == "Tr" and int(delen[0]) == 3:
            self.fault("onzichtbare tekst")
        elif naam == "Tf":
            self._font(str(delen[0]), bronnen)
        elif naam in _TEKST:
            self._text(delen[-1])
        elif naam == "Do":
            self._object(str(delen[0]), bronnen, diep)

    def _begin(self, naam: str, delen: list[pikepdf.Object]) -> None:
        soort = str(delen[0])
        eigen = (
            delen[1] if naam == "BDC" and isinstance(delen[1], pikepdf.Dictionary) else pikepdf.Dictionary()
        )
        mcid = int(eigen.MCID) if "/MCID" in eigen else None
        gemerkt = any(m.mcid is not None for m in self.merken)
        versierd = any(m.soort == "/Artifact" for m in self.merken)
        if soort == "/Artifact" and gemerkt:
            self.fault("versiering in inhoud")
        if mcid is not None and versierd:
            self.fault("inhoud in versiering")
        if mcid is not None and gemerkt:
            self.fault("inhoud in inhoud")
        if soort == "/Span" and mcid is None and not self.merken:
            self.fault("deel van een regel buiten alle inhoud")
        if mcid is None and soort not in ("/Artifact", "/Span"):
            self.fault(f"merk {soort} zonder nummer")
        if mcid is not None:
            if mcid in self.blad.stukken:
                self.fault(f"inhoud {mcid} tweemaal")
            self.blad.stukken[mcid] = Stuk(soort)
        werkelijk = str(eigen.ActualText) if "/ActualText" in eigen else None
        self.merken.append(_Merk(soort, mcid, self.in_tekst, werkelijk))
        if werkelijk is not None:
            self._add(werkelijk)

    def _end(self) -> None:
        if not self.merken:
            self.fault("EMC zonder begin")
        elif self.merken.pop().in_tekst != self.in_tekst:
            self.fault("merk over de grens van een tekst")

    def _state(self, toestand: pikepdf.Object | None) -> None:
        if toestand is None:
            self.fault("onbekende toestand")
            return
        for sleutel in ("/SMask", "/TR", "/TR2", "/HTP", "/BM"):
            if str(toestand.get(sleutel, "/None")) not in ("/None", "/Normal", "/Compatible"):
                self.fault(f"toestand met {sleutel}")
        if any(float(toestand.get(s, 1)) != 1 for s in ("/ca", "/CA")):
            self.fault("doorschijnend")

    def _font(self, naam: str, bronnen: pikepdf.Object) -> None:
        font = bronnen.get("/Font", pikepdf.Dictionary()).get(naam)
        if font is None:
            self.fault(f"lettertype {naam} niet bij de bronnen")
            self.font = None
            return
        self.font = self.letters.setdefault(font.objgen, Letters(naam, font))

    def _text(self, laatste: pikepdf.Object) -> None:
        if not self.in_tekst:
            self.fault("tekst buiten BT")
        if self.font is None:
            self.fault("tekst zonder lettertype")
            return
        fouten: list[str] = []
        delen = list(laatste) if isinstance(laatste, pikepdf.Array) else [laatste]
        tekst = "".join(self.font.read(bytes(d), fouten) for d in delen if isinstance(d, pikepdf.String))
        if not any(m.werkelijk is not None for m in self.merken):
            if any("\ue000" <= t <= "\uf8ff" or ord(t) >= 0xF0000 for t in tekst):
                self.fault("eigen teken zonder werkelijke tekst")
            self._add(tekst)
        for fout in fouten:
            self.fault(fout)

    def _add(self, tekst: str) -> None:
        mcid = next((m.mcid for m in self.merken if m.mcid is not None), None)
        if mcid is None:
            self.blad.versiering += tekst
        else:
            self.blad.stukken[mcid].tekst += tekst

    def _object(self, naam: str, bronnen: pikepdf.Object, diep: int) -> None:
        ding = bronnen.get("/XObject", pikepdf.Dictionary()).get(naam)
        if ding is None:
            self.fault(f"{naam} niet bij de bronnen")
            return
        if ding.get("/Subtype") == "/Image":
            if ding.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray") or ding.get("/Interpolate"):
                self.fault("beeld buiten het profiel")
            for sleutel in ("/SMask", "/Mask", "/Alternates", "/OPI"):
                if sleutel in ding:
                    self.fault(f"beeld met {sleutel}")
        elif ding.get("/Subtype") == "/Form" and diep < 5:
            self._form(ding, bronnen, diep)
        else:
            self.fault(f"{naam} is geen beeld")

    def _form(self, vorm: pikepdf.Object, bronnen: pikepdf.Object, diep: int) -> None:
        for sleutel in ("/Ref", "/OPI", "/PS", "/Group"):
            if sleutel in vorm:
                self.fault(f"vorm met {sleutel}")
        aantal = len(self.blad.stukken)
        self.read(vorm, vorm.get("/Resources", pikepdf.Dictionary()), diep + 1)
        if len(self.blad.stukken) != aantal:
            self.fault("inhoud in een vorm")


def read_pages(doc: pikepdf.Pdf) -> tuple[list[Blad], list[str]]:
    """All pages, and the faults of the fonts that they use."""
    letters: dict[tuple[int, int], Letters] = {}
    bladen = []
    for nummer, bladzij in enumerate(doc.pages, 1):
        lezer = Lezer(nummer, letters)
        lezer.read(bladzij, bladzij.obj.get("/Resources", pikepdf.Dictionary()))
        for veld in bladzij.obj.get("/Annots", []):
            vorm = veld.get("/AP", pikepdf.Dictionary()).get("/N")
            if isinstance(vorm, pikepdf.Stream):
                # An appearance is content of its own element: as if it stood in one mark.
                stil = Lezer(nummer, letters)
                stil.merken.append(_Merk("/Form", None, False, None))
                stil.read(vorm, vorm.get("/Resources", pikepdf.Dictionary()))
                lezer.blad.fouten += stil.blad.fouten
        bladen.append(lezer.blad)
    tekens: dict[str, int] = defaultdict(int)
    fouten = [f for font in letters.values() for f in font.faults()]
    for fout in fouten:
        tekens[fout] += 1
    return bladen, list(tekens)
