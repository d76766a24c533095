"""Markdown, JSON en regels zeggen hetzelfde als de pdf, en wat iemand typte blijft gewone tekst."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.voorbeeld import blokken, document
from veiligheidsplan.export import EXTENSIES, FORMATEN, as_lines, render
from veiligheidsplan.export.regels import columns
from veiligheidsplan.export.schoon import INGEKORT, clean, clean_line
from veiligheidsplan.plan.document import Alinea, Handtekeningvak, Kader, Kop, Lijst, Tabel, Velden

GOUDEN = Path(__file__).parents[1] / "gouden" / "export"
KORT = tuple(b for b in blokken() if not isinstance(b, Tabel))
MD = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

BOOS = (
    "<b>x</b>", "[k](http://x.nl)", "![b](file:///etc/passwd)", "http://x.nl/a", "www.x.nl", "a@b.nl", "# kop",
    "- punt", "1. punt", "1) punt", "> x", "`code`", "```", "| cel |", "---", "===", "&lt;", "~~weg~~", "<!-- x -->",
    "    code", "*x* _y_", "\\", "[x]: http://y.nl", "<http://x.nl>", "$x$", "+ x", "\\\n# x",
)  # fmt: skip


@pytest.mark.parametrize("formaat", ["markdown", "json"])
def test_het_voorbeeld_geeft_precies_de_gouden_tekst(formaat: str) -> None:
    """Een wijziging in hoe een document als tekst eruitziet, is hier te lezen als verschil."""
    gouden = GOUDEN / f"voorbeeld.{EXTENSIES[formaat]}"  # type: ignore[index]
    assert render(document(blokken=KORT), formaat) == gouden.read_bytes()  # type: ignore[arg-type]


def test_de_regels_van_het_voorbeeld_zijn_de_gouden_regels() -> None:
    """Dezelfde inhoud voor een scherm van zestig tekens breed."""
    assert as_lines(document(blokken=KORT), 60) == (GOUDEN / "voorbeeld.txt").read_text("utf-8").split("\n")


def test_elk_formaat_uit_het_register_kan_worden_gemaakt() -> None:
    """Pdf, Markdown en JSON; een ander formaat is een fout."""
    for formaat in FORMATEN:
        assert render(document(), formaat)
    with pytest.raises(KeyError):
        render(document(), "doc")  # type: ignore[arg-type]


@pytest.mark.parametrize("tekst", BOOS)
def test_opmaak_in_getypte_tekst_blijft_in_markdown_gewone_tekst(tekst: str) -> None:
    """Wat iemand typt wordt getoond zoals het is getypt: geen koppeling, beeld, kop, code of HTML."""
    velden = (Alinea(tekst), Lijst((tekst,)), Velden(((tekst, tekst),)), Tabel((tekst,), ((tekst,),), tekst))
    uit = render(document(blokken=(*velden, Kader(tekst, (Alinea(tekst),)))), "markdown").decode()
    soorten = {t.type for blok in MD.parse(uit) for t in [blok, *(blok.children or [])]}
    assert not soorten & {
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "html_inline",
        "html_block",
    }
    assert not soorten & {"s_open", "em_open", "blockquote_open", "ordered_list_open"}


def test_een_adres_in_getypte_tekst_wordt_ook_door_ruimere_lezers_geen_koppeling() -> None:
    """Sommige lezers maken van een kaal adres een koppeling: het staat er zo dat zij het niet herkennen."""
    uit = render(document(blokken=(Alinea("http://x.nl www.y.nl a@b.nl"),)), "markdown").decode()
    assert "http\\://x.nl www\\.y.nl a&#64;b.nl" in uit


@given(st.text(max_size=80))
def test_getypte_tekst_komt_heel_terug_uit_markdown(tekst: str) -> None:
    """Elke alinea die iemand kan typen leest in een gewone Markdown-lezer weer als dezelfde tekst."""
    uit = render(document(blokken=(Alinea(tekst),), merk="", ondertitel=""), "markdown").decode()
    blokken_ = [b for b in MD.parse(uit) if b.type == "inline"][1:-1]
    gelezen = "".join(
        k.content for b in blokken_ for k in b.children or [] if k.type in ("text", "text_special")
    )
    assert "".join(gelezen.split()) == "".join(clean(tekst).split())


def test_json_is_een_lijst_van_blokken_met_hun_soort_en_zonder_huisstijl() -> None:
    """Een ander programma leest: soort, inhoud, en een versie; kleuren horen er niet bij."""
    uit = json.loads(
        render(document(blokken=(Kop("A\x1b[31m"), Kader("k", (Handtekeningvak("x", "v"),)))), "json")
    )
    assert uit["versie"] == 1
    assert "huisstijl" not in uit
    assert uit["blokken"] == [
        {"soort": "kop", "tekst": "A", "niveau": 1},
        {
            "soort": "kader",
            "titel": "k",
            "blokken": [{"soort": "handtekeningvak", "bijschrift": "x", "veld": "v", "rol": ""}],
            "toon": "gewoon",
        },
    ]


@given(st.text(max_size=200), st.integers(20, 100))
def test_een_regel_op_het_scherm_is_nooit_te_breed_en_stuurt_de_terminal_niet(
    tekst: str, breedte: int
) -> None:
    """Geen stuurtekens, geen regel breder dan gevraagd, wat er ook is getypt."""
    blok = (
        Alinea(tekst, "waarschuwing"),
        Lijst((tekst,), True),
        Kader(tekst, (Velden((("naam", tekst),)),)),
        Kop(tekst),
    )
    for regel in as_lines(document(blokken=blok, titel=tekst), breedte):
        assert columns(regel) <= breedte
        assert not any(ord(t) < 32 or 0x7F <= ord(t) < 0xA0 for t in regel)


@pytest.mark.parametrize(
    ("getypt", "schoon"),
    [
        ("e\u0301", "é"),
        ("a\x1b[31mb\x1b]8;;http://x\x07c", "abc"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("a\r\nb\x85c\u2028d\te", "a\nb\nc\nd e"),
        ("\ud800a\x00\x9b1mb", "ab"),
    ],
)
def test_schoonmaken_haalt_stuurtekens_weg_en_laat_regels_staan(getypt: str, schoon: str) -> None:
    """Samengestelde letters worden één, escape-reeksen en omkeertekens verdwijnen heel."""
    assert clean(getypt) == schoon


def test_te_lange_tekst_wordt_zichtbaar_ingekort() -> None:
    """Wie te veel plakt, ziet dat er is ingekort."""
    assert clean("a" * 100, 10) == "a" * 10 + INGEKORT
    assert clean_line("a\n b\n") == "a b"
