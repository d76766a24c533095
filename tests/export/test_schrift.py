"""Tekst van rechts naar links: in de goede volgorde, met aaneengeschreven letters, en als gewone tekst te lezen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.inhoud import paginatekst
from tests.export.keuring import reading_order
from tests.export.structuur import check
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.export.pdf.lettertype import ARABISCH
from veiligheidsplan.export.pdf.richting import base_level, levels, runs_right, visual_order
from veiligheidsplan.export.pdf.vormen import shape
from veiligheidsplan.export.schoon import clean
from veiligheidsplan.plan.document import Alinea, Kop, Lijst, Tabel, Tweetalig, Velden

BEL = "اتصل بالرقم 0800-2000 اليوم."
KORT = st.text(alphabet="ابتثجحسشمنهوي،؟ abcdeé0123456789-/.:()", min_size=1, max_size=120)


def seen(regel: str) -> str:
    """The pieces from left to right as they stand on paper, each piece as it is read."""
    rij: list[tuple[str, int]] = []
    for teken in levels(regel, base_level(regel)):
        if rij and rij[-1][1] == teken.niveau:
            rij[-1] = (rij[-1][0] + teken.tekst, teken.niveau)
        else:
            rij.append((teken.tekst, teken.niveau))
    return "|".join(rij[n][0].strip() for n in visual_order([niveau for _, niveau in rij]))


@pytest.mark.parametrize(
    ("regel", "op_papier"),
    [
        (BEL, "اليوم.|0800-2000|اتصل بالرقم"),
        ("اليوم 7-12-2026 الساعة 20:00", "20:00|الساعة|7-12-2026|اليوم"),
        ("اتصل بـ Veilig Thuis الآن", "الآن|Veilig Thuis|اتصل بـ"),
        ("Noor zegt: سلام عليكم en gaat.", "Noor zegt:|سلام عليكم|en gaat."),
        ("الرقم 024 000 00 00", "024 000 00 00|الرقم"),
        ("Gewoon Nederlands.", "Gewoon Nederlands."),
    ],
)
def test_woorden_staan_in_de_volgorde_van_het_schrift_en_nummers_blijven_heel(
    regel: str, op_papier: str
) -> None:
    """Een telefoonnummer dat omgedraaid staat, is een ander nummer."""
    assert seen(regel) == op_papier


def test_letters_worden_aaneengeschreven_en_haakjes_draaien_mee() -> None:
    """Elke letter heeft een vorm voor haar plaats in het woord."""
    los = {g.nummer for letter in "سلام" for g in shape(ARABISCH, letter, rechts=True)}
    samen = {g.nummer for g in shape(ARABISCH, "سلام", rechts=True)}
    assert samen != los
    open_, dicht = (shape(ARABISCH, t, rechts=False)[0].nummer for t in "()")
    assert [g.nummer for g in shape(ARABISCH, "(ب)", rechts=True)][::2] == [open_, dicht]


def test_wat_van_rechts_loopt_is_als_gewone_tekst_te_lezen_en_te_keuren() -> None:
    """Koppen, lijsten, tabellen, velden en een vertaling onder het Nederlands: de keuring vindt niets."""
    tweetalig = Tweetalig("Bel vandaag.", "ar", BEL)
    pdf = render(
        document(
            blokken=(
                Kop(Tweetalig("Wie u belt", "ar", "بمن تتصل")),
                Alinea(tweetalig),
                Lijst((BEL, tweetalig)),
                Velden(((tweetalig, BEL),)),
                Tabel((tweetalig, "b"), ((BEL, "x"),), tweetalig),
            )
        )
    )
    assert check(pdf) == []
    tekst = " ".join(" ".join(paginatekst(pdf)).split())
    assert tekst.count("0800-2000") >= 7
    assert "Bel vandaag." in tekst


def test_een_lange_tekst_loopt_door_over_de_bladen_en_verliest_geen_woord() -> None:
    """Tweeduizend woorden, met een nummer ertussen."""
    woorden = [f"كلمة {n}-{n}" for n in range(1000)]
    pdf = render(document(blokken=(Alinea(" ".join(woorden)),)))
    assert check(pdf) == []
    bladen = paginatekst(pdf)
    assert len(bladen) > 3
    tekst = " ".join(bladen)
    assert all(f"{n}-{n}" in tekst for n in range(1000))


@settings(max_examples=40, deadline=None)
@given(KORT)
def test_elke_mengeling_geeft_een_goede_pdf_waarin_elk_teken_staat(tekst: str) -> None:
    """Arabisch, Nederlands en cijfers door elkaar, in elke volgorde."""
    pdf = render(document(blokken=(Alinea(tekst), Lijst((tekst,)))))
    assert check(pdf) == []
    heel = " ".join(clean(tekst).split())
    voorgelezen = [
        " ".join(gezegd.split()) for soort, gezegd in reading_order(pdf) if soort in ("P", "LBody")
    ]
    assert not heel or voorgelezen.count(heel) == 2


@given(KORT)
def test_geen_teken_verdwijnt_of_komt_erbij_als_de_richting_wordt_bepaald(tekst: str) -> None:
    """De stukken in leesvolgorde zijn samen precies de regel."""
    assert "".join(t.tekst for t in levels(tekst, base_level(tekst))) == tekst


@pytest.mark.parametrize("tekst", ["", "abc", "é", "中文", "emoji"])
def test_een_gewone_tekst_gaat_de_gewone_weg(tekst: str) -> None:
    """Wie geen Arabisch schrijft, laadt er ook niets voor."""
    assert not runs_right(tekst)


def test_een_andere_lezer_vindt_de_arabische_tekst(tmp_path: Path) -> None:
    """Poppler geeft het nummer heel terug, en de woorden als letters en niet als vormen."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is hier niet")
    bestand = tmp_path / "a.pdf"
    bestand.write_bytes(render(document(blokken=(Alinea(BEL),))))
    uit = subprocess.run(["pdftotext", bestand, "-"], capture_output=True, check=True).stdout.decode()
    assert "0800-2000" in uit
    assert "اليوم" in uit or "مويلا" in uit
