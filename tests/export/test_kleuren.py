"""Alles is te lezen, ook voor wie slecht ziet: elk getekend woord op wat eronder ligt, in elke huisstijl die mag."""

from __future__ import annotations

import io
from dataclasses import asdict

import pikepdf
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.export.kleuren import drawn
from tests.export.soorten import SOORTEN, made
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.plan.contrast import MINSTE, contrast_findings
from veiligheidsplan.plan.document import Alinea, Cijferbalk, Huisstijl, Kader, Niveauschaal

DEEL = st.integers(0, 255)
LICHT = st.tuples(DEEL, DEEL, DEEL).map(lambda d: "#" + "".join(f"{210 + n * 45 // 255:02x}" for n in d))
DONKER = st.tuples(DEEL, DEEL, DEEL).map(lambda d: "#" + "".join(f"{n * 100 // 255:02x}" for n in d))


@pytest.mark.parametrize("naam", SOORTEN)
def test_elk_woord_heeft_genoeg_contrast_met_wat_eronder_ligt(naam: str) -> None:
    """Titel, kop, cel, kop van een tabel op haar balk, voettekst, merk: nergens minder dan 4,5 op 1."""
    gemeten = [(g.contrast, g) for g in drawn(made(naam))]
    assert gemeten
    assert [g for c, g in gemeten if c < MINSTE] == []


@settings(max_examples=25, deadline=None)
@given(st.builds(Huisstijl, accent=DONKER, tekst=DONKER, vlak=LICHT, waarschuwing=DONKER))
def test_een_huisstijl_die_door_de_controle_komt_is_op_papier_te_lezen(stijl: Huisstijl) -> None:
    """Elke vier kleuren waar de controle niets van zegt geven nergens een woord dat wegvalt."""
    kleuren = {k: v for k, v in asdict(stijl).items() if k != "eigenaar"}
    assume(not list(contrast_findings(kleuren, (), kleuren)))
    # A colour in a file has six digits: the last may round the other way.
    assert min(g.contrast for g in drawn(render(document(huisstijl=stijl)))) >= MINSTE - 0.05


def test_te_licht_wordt_gezien() -> None:
    """De meting kan falen: grijze letters op wit, en donkere letters op een donkere grond."""
    assert min(g.contrast for g in drawn(render(document(huisstijl=Huisstijl(tekst="#999999"))))) < MINSTE
    assert min(g.contrast for g in drawn(render(document(huisstijl=Huisstijl(vlak="#333333"))))) < MINSTE


def _without_colour(pdf: bytes) -> list[bytes]:
    """The operators of each page with every colour made the same."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        uit = []
        for blad in doc.pages:
            stappen = [
                s for s in pikepdf.parse_content_stream(blad) if str(s.operator) not in ("rg", "RG", "g", "G")
            ]
            uit.append(pikepdf.unparse_content_stream(stappen))
    return uit


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (Niveauschaal(("a", "b", "c"), 0, 1, "x"), Niveauschaal(("a", "b", "c"), 0, 2, "x")),
        (Niveauschaal(("a", "b", "c"), 0, 1, "x"), Niveauschaal(("a", "b", "c"), 1, 1, "x")),
        (Cijferbalk((("a", 3),), "x"), Cijferbalk((("a", 4),), "x")),
        (Alinea("a", "waarschuwing"), Alinea("a")),
        (Alinea("a", "nadruk"), Alinea("a")),
        (Kader("a", (Alinea("b"),), "waarschuwing"), Kader("a", (Alinea("b"),))),
    ],
)
def test_wat_verschilt_verschilt_ook_zonder_kleur(een: object, ander: object) -> None:
    """Zeker en mogelijk, drie en vier, gewoon en waarschuwing: vorm of letter is anders, niet alleen de kleur."""
    a, b = (_without_colour(render(document(blokken=(blok,)))) for blok in (een, ander))
    assert a != b
