"""De pdf is toegankelijk: alles wat getekend is heeft een plaats in de structuur, of is versiering."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from tests.export.structuur import _elementen, check
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import (
    Alinea,
    Cijferbalk,
    Handtekeningvak,
    Kader,
    Kop,
    Lijst,
    Tabel,
    Velden,
)

LANG = "woord " * 3000


@pytest.mark.parametrize(
    "blokken",
    [
        None,
        (),
        (Alinea(LANG), Lijst((LANG, "x"))),
        (Tabel(("a", "b"), ((LANG, "x"), ("", "")), "t"),),
        (Kader("k", (Kader("in", (Alinea(LANG), Velden((("a", LANG),)))), Alinea("x"))),),
        (Kop("diep", 3), Kader("k", ()), Kop("hoog", 1), Kop("dieper", 3), Alinea("→ ✓")),
        (Cijferbalk(tuple((f"n{n}", n % 11) for n in range(40)), "alt"),),
        tuple(Handtekeningvak(f"v{n}", f"partij-{n}") for n in range(30)),
    ],
)
def test_elk_soort_document_heeft_een_sluitende_structuur(blokken: tuple[object, ...] | None) -> None:
    """Lange, lege, diepe en brede documenten: geen inhoud zonder plaats, geen overgeslagen kop."""
    gemaakt = render(document()) if blokken is None else render(document(blokken=blokken))
    assert check(gemaakt) == []


def _eerste(doc: pikepdf.Pdf, soort: str) -> pikepdf.Object:
    return next(e for e, _ in _elementen(doc) if str(e.S) == soort)


def _weg(waar: Callable[[pikepdf.Pdf], pikepdf.Object], sleutel: str) -> Callable[[pikepdf.Pdf], None]:
    def breek(doc: pikepdf.Pdf) -> None:
        del waar(doc)[sleutel]

    return breek


def _zet(
    waar: Callable[[pikepdf.Pdf], pikepdf.Object], sleutel: str, waarde: object
) -> Callable[[pikepdf.Pdf], None]:
    def breek(doc: pikepdf.Pdf) -> None:
        waar(doc)[sleutel] = waarde

    return breek


def _achteraan(stroom: bytes) -> Callable[[pikepdf.Pdf], None]:
    def breek(doc: pikepdf.Pdf) -> None:
        doc.pages[0].contents_add(stroom)

    return breek


BREUKEN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "geen taal": _weg(lambda d: d.Root, "/Lang"),
    "geen structuurboom": _weg(lambda d: d.Root, "/StructTreeRoot"),
    "niet gemerkt": _weg(lambda d: d.Root, "/MarkInfo"),
    "titel niet getoond": _weg(lambda d: d.Root, "/ViewerPreferences"),
    "geen metadata": _weg(lambda d: d.Root, "/Metadata"),
    "figuur zonder alternatief": _weg(lambda d: _eerste(d, "/Figure"), "/Alt"),
    "figuur zonder vak": _weg(lambda d: _eerste(d, "/Figure"), "/A"),
    "kolomkop zonder bereik": _weg(lambda d: _eerste(d, "/TH"), "/A"),
    "rij buiten tabel": _zet(lambda d: _eerste(d, "/Table"), "/S", pikepdf.Name("/Div")),
    "cel buiten rij": _zet(lambda d: _eerste(d, "/TR"), "/S", pikepdf.Name("/Div")),
    "punt buiten lijst": _zet(lambda d: _eerste(d, "/L"), "/S", pikepdf.Name("/Div")),
    "label buiten punt": _zet(lambda d: _eerste(d, "/LI"), "/S", pikepdf.Name("/Div")),
    "kop overgeslagen": _zet(lambda d: _eerste(d, "/H2"), "/S", pikepdf.Name("/H5")),
    "alinea zonder inhoud": _zet(lambda d: _eerste(d, "/P"), "/K", pikepdf.Array()),
    "inhoud van een ander": _zet(lambda d: _eerste(d, "/P"), "/K", pikepdf.Array([3])),
    "bladzij zonder ouders": _weg(lambda d: d.pages[0].obj, "/StructParents"),
    "bladzij met ouders van een ander": _zet(lambda d: d.pages[0].obj, "/StructParents", 1),
    "volgorde van velden": _weg(lambda d: d.pages[0].obj, "/Tabs"),
    "veld zonder naam": _weg(lambda d: d.pages[-1].obj.Annots[0], "/TU"),
    "veld zonder plaats": _weg(lambda d: d.pages[-1].obj.Annots[0], "/StructParent"),
    "veld niet als formulier": _zet(lambda d: _eerste(d, "/Form"), "/S", pikepdf.Name("/P")),
    "getekend buiten alles": _achteraan(b"0 0 10 10 re f"),
    "tekst buiten alles": _achteraan(b"BT (x) Tj ET"),
    "inhoud zonder eigenaar": _achteraan(b"/P <</MCID 999>> BDC 0 0 1 1 re f EMC"),
}


@pytest.mark.parametrize("naam", BREUKEN)
def test_een_kapotte_structuur_wordt_gezien(naam: str) -> None:
    """Elke breuk die iemand per ongeluk kan maken, laat de controle falen: zij is niet blind."""
    with pikepdf.open(io.BytesIO(render(document()))) as doc:
        BREUKEN[naam](doc)
        uit = io.BytesIO()
        doc.save(uit)
    assert check(uit.getvalue()) != []
