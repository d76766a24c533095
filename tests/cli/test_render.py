"""Hoe bevindingen eruitzien: met plaats, regel, haakjes onder de fout, tip en telling."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats, Verwant
from veiligheidsplan.cli.clean import width
from veiligheidsplan.cli.render import findings_as_json, findings_as_text

REGEL = "    toon_als: {vraag: lichamelik, is: ja}"
PLAATS = Plaats("instrument.yaml", 44, 23, 44, 33, REGEL)


def carets(tekst: str) -> str:
    """De tekens van de bronregel die onderstreept zijn."""
    regels = tekst.splitlines()
    onder = next(i for i, regel in enumerate(regels) if set(regel.split("|")[-1].strip()) == {"^"})
    begin, eind = regels[onder].index("^"), regels[onder].rindex("^")
    return regels[onder - 1][begin : eind + 1]


def test_een_bevinding_toont_plaats_regel_verwante_plek_en_tip() -> None:
    """Precies deze tekst krijgt een trainer bij een verkeerd gespelde vraag."""
    bevinding = Bevinding(
        "VP103",
        "deze voorwaarde verwijst naar een vraag die niet bestaat",
        plaats=PLAATS,
        suggestie="schrijf «lichamelijk»",
        verwant=(Verwant(Plaats("instrument.yaml", 12, 9), "«lichamelijk» lijkt hierop"),),
    )
    assert findings_as_text([bevinding]) == (
        "fout[VP103]: deze voorwaarde verwijst naar een vraag die niet bestaat\n"
        "  --> instrument.yaml:44:23\n"
        "   |\n"
        "44 |     toon_als: {vraag: lichamelik, is: ja}\n"
        "   |                       ^^^^^^^^^^\n"
        "   |\n"
        "  12:9 «lichamelijk» lijkt hierop\n"
        "  tip: schrijf «lichamelijk»\n"
        "\n"
        "1 fout\n"
    )


def test_fouten_en_waarschuwingen_worden_apart_geteld() -> None:
    """Twee fouten en een waarschuwing geven «2 fouten, 1 waarschuwing»."""
    lijst = [Bevinding("VP1", "a"), Bevinding("VP2", "b", Ernst.WAARSCHUWING), Bevinding("VP1", "c")]
    assert findings_as_text(lijst).endswith("\n\n2 fouten, 1 waarschuwing\n")


def test_zonder_bevindingen_is_er_geen_tekst() -> None:
    """Een lege lijst geeft een lege tekst; de opdracht zelf zegt dan dat alles goed is."""
    assert findings_as_text([]) == ""


def test_bevindingen_staan_per_bestand_van_boven_naar_beneden() -> None:
    """Regel 9 van het tweede bestand komt na regel 30 van het eerste."""
    lijst = [
        Bevinding("A", "a", plaats=Plaats("een.yaml", 30, 1)),
        Bevinding("B", "b", plaats=Plaats("twee.yaml", 9, 1)),
        Bevinding("C", "c", plaats=Plaats("een.yaml", 2, 1)),
    ]
    tekst = findings_as_text(lijst)
    assert [r.strip() for r in tekst.splitlines() if "-->" in r] == [
        "--> een.yaml:2:1",
        "--> een.yaml:30:1",
        "--> twee.yaml:9:1",
    ]


@pytest.mark.parametrize(
    ("regel", "deel"),
    [
        ("\tsleutel: waard", "waard"),  # een tab schuift de onderstreping mee
        ("sleutel: 漢字 waard", "waard"),  # brede tekens nemen twee kolommen
        ("x" * 300 + " waard " + "y" * 300, "waard"),  # een lange regel wordt rond de fout afgeknipt
    ],
)
def test_de_haakjes_staan_onder_het_woord_waar_het_om_gaat(regel: str, deel: str) -> None:
    """Ook na een tab, na brede tekens en ver naar rechts wordt precies het woord onderstreept."""
    kolom = regel.index(deel) + 1
    bevinding = Bevinding("X", "x", plaats=Plaats("b.yaml", 1, kolom, 1, kolom + len(deel), regel))
    tekst = findings_as_text([bevinding])
    regels = tekst.splitlines()
    bron, onder = regels[3], regels[4]
    voor = bron[: bron.index(deel)]
    assert onder.index("^") == width(voor)
    assert onder.count("^") == len(deel)
    assert max(map(width, regels)) <= 80


def test_tekst_uit_een_bestand_kan_de_terminal_niet_sturen() -> None:
    """Escapereeksen en richtingtekens uit een bestand of een bestandsnaam komen niet op het scherm."""
    kwaad = "a\x1b[2Jb\u202ec\x9b31md\x07"
    bevinding = Bevinding(
        "X", kwaad, plaats=Plaats(kwaad + "\n.yaml", 1, 1, 1, 3, kwaad), suggestie=kwaad, pad=(kwaad,)
    )
    for kleur in (False, True):
        tekst = findings_as_text([bevinding], kleur=kleur)
        zonder_onze_kleur = tekst.replace("\x1b[1;31m", "").replace("\x1b[1;36m", "").replace("\x1b[0m", "")
        assert not set(zonder_onze_kleur) & set("\x1b\u202e\x9b\x07")


@settings(max_examples=60, deadline=None)
@given(
    regel=st.text(max_size=120),
    kolom=st.integers(-3, 200),
    eind=st.one_of(st.none(), st.integers(-3, 200)),
    eind_regel=st.one_of(st.none(), st.integers(1, 3)),
)
def test_elke_plaats_geeft_een_leesbaar_fragment(
    regel: str, kolom: int, eind: int | None, eind_regel: int | None
) -> None:
    """Ook een plaats buiten de regel geeft minstens één haakje en nooit een crash."""
    bevinding = Bevinding("X", "x", plaats=Plaats("b", 1, kolom, eind_regel, eind, regel))
    regels = findings_as_text([bevinding]).split("\n")
    assert "^" in regels[4]
    assert regels[4].lstrip(" |").strip("^") == ""


def test_json_bevat_elke_bevinding_en_alleen_ascii() -> None:
    """Een machine leest code, ernst, plaats, uitleg en suggestie terug."""
    tekst = findings_as_json([Bevinding("VP103", "één fout\u202e", plaats=PLAATS, pad=("vragen", 3))])
    assert tekst.isascii()
    inhoud = json.loads(tekst)
    assert inhoud["fouten"] == 1
    assert inhoud["waarschuwingen"] == 0
    assert inhoud["bevindingen"][0] == {
        "code": "VP103",
        "ernst": "fout",
        "uitleg": "één fout\u202e",
        "suggestie": None,
        "pad": ["vragen", 3],
        "plaats": {
            "bestand": "instrument.yaml",
            "regel": 44,
            "kolom": 23,
            "eind_regel": 44,
            "eind_kolom": 33,
        },
        "verwant": [],
    }
