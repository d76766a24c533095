"""Een lang exemplaar heeft een inhoudsopgave met koppelingen; en hoe vreemd de opmaak ook valt, het plan komt er."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.export.soorten import made
from tests.export.structuur import check, reading_order
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.export.pdf import samenstel
from veiligheidsplan.export.pdf.kader import Ingekaderd
from veiligheidsplan.plan.document import Alinea, Blok, Kader, Kop

LANG: tuple[Blok, ...] = tuple(
    b for n in range(1, 15) for b in (Kop(f"Hoofdstuk {n}"), Alinea("woord " * 300), Kop("onder", 2))
)


def test_elke_regel_van_de_inhoudsopgave_wijst_naar_haar_kop_en_noemt_haar_blad() -> None:
    """Na het eerste hoofdstuk; het getal op de regel is het blad waar de koppeling heen gaat, en de regel zegt het."""
    gemaakt = render(document(blokken=LANG))
    assert check(gemaakt) == []
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        bladen = [blad.obj.objgen for blad in doc.pages]
        koppelingen = [a for blad in doc.pages for a in blad.obj.get("/Annots", []) if a.Subtype == "/Link"]
        heen = [bladen.index(a.Dest[0].objgen) + 1 for a in koppelingen]
        woorden = [str(a.Contents) for a in koppelingen]
    assert woorden == [f"Naar: Hoofdstuk {n}" for n in range(2, 15)]
    assert heen == sorted(heen)
    assert heen[0] < heen[-1]
    gehoord = [t for _, t in reading_order(gemaakt)]
    assert gehoord.index("Hoofdstuk 1") < gehoord.index("Inhoud") < gehoord.index("Hoofdstuk 2")
    tekst = _page_text(gemaakt)
    assert [f"Hoofdstuk {n} {blad}" in tekst for n, blad in zip(range(2, 15), heen, strict=True)] == [
        True
    ] * 13


def _page_text(pdf: bytes) -> str:
    from tests.export.inhoud import paginatekst

    return " ".join("".join(paginatekst(pdf)).split())


def test_wie_weinig_bladen_krijgt_heeft_geen_inhoudsopgave() -> None:
    """De gezamenlijke kopie heeft genoeg aan haar bladwijzers; die voor professionals is lang en krijgt er een."""
    assert ("H2", "Inhoud") not in reading_order(made("gezamenlijk"))
    assert ("H2", "Inhoud") in reading_order(made("professional"))


def test_een_opmaak_die_niet_past_kost_nooit_het_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Een kader dat hoger blijkt dan een blad: dan zonder kaders, met elk woord, en nog steeds door de keuring."""
    rij = (Kop("Kop"), Kader("titel", (Alinea("woord " * 900), Alinea("einde")), "waarschuwing"))
    monkeypatch.setattr(Ingekaderd, "wrap", lambda self, breedte, hoogte: (breedte, 5000))
    monkeypatch.setattr(Ingekaderd, "split", lambda self, breedte, hoogte: [])
    with pytest.raises(samenstel.LayoutError):
        samenstel.lay_out(document(blokken=rij))
    gemaakt = render(document(blokken=rij))
    assert check(gemaakt) == []
    assert [t.strip() for _, t in reading_order(gemaakt)][-3:] == ["titel", ("woord " * 900).strip(), "einde"]
