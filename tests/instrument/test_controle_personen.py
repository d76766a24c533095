"""Wat op een echt mens lijkt, wordt gezien; een nummer van een dienst, een jaar of een versie niet."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.app.personen import find_in_folder
from veiligheidsplan.instrument.controle_personen import check_person, find_persons, is_bsn, is_iban

WEL = [
    ("Mail naar a.b@c.nl", "e-mailadres"),
    ("Haar nummer is 111222333", "burgerservicenummer"),
    ("BSN: 111.222.333", "burgerservicenummer"),
    ("1112 22 333", "burgerservicenummer"),
    ("111-222-333 is het", "burgerservicenummer"),
    ("NL91ABNA0417164300", "rekeningnummer"),
    ("Op NL91 ABNA 0417 1643 00 graag", "rekeningnummer"),
    ("Bel 06-12345678", "telefoonnummer"),
    ("Bel 06 12 34 56 78", "telefoonnummer"),
    ("Bel 06.12.34.56.78.", "telefoonnummer"),
    ("Bel (024) 123 45 67", "telefoonnummer"),
    ("Bel +31 6 12345678", "telefoonnummer"),
    ("Bel +31 (0)6 1234 5678", "telefoonnummer"),
    ("Bel 0031 24 1234567", "telefoonnummer"),
    ("Bel +32 470 12 34 56", "telefoonnummer"),
    ("Geboren op 3 mei 2015", "geboortedatum"),
    ("geboortedatum: 2015-05-03", "geboortedatum"),
    ("geb. 03-05-2015", "geboortedatum"),
    ("3 mei 2015 geboren", "geboortedatum"),
    ("Hij is jarig op 3/5/2015", "geboortedatum"),
    ("Geboren op 12-3-88", "geboortedatum"),
    ("geb. 12 maart '88", "geboortedatum"),
    ("Een vrouw van 12 maart 1987", "geboortedatum"),
    ("Een vrouw (12-03-1987) met een kind", "geboortedatum"),
    ("Zij is van 12 mrt. 1987", "geboortedatum"),
    ("naam: 'Kind 1987-03-12'", "geboortedatum"),
    ("6511 AB 12", "adres"),
    ("Kerkstraat 12", "adres"),
    ("op nummer 12, 6511AB", "adres"),
    ("Mevrouw Jansen is bang", "naam"),
    ("de heer Van den Berg", "naam"),
    ("Gesprek met J. de Vries", "naam"),
    ("Anna van der Meer", "naam"),
]
NIET = [
    "Bel 0800-2000 of 112",
    "Bel 113 of 0800-0113",
    "Bel 088-1234567 of 0900 1234567",
    "Het gebeurde in 2024, 123456789 keer",
    "Sinds 2024-05-03",
    "Het gebeurde op 12-3-24",
    "Geboren in een gezin van 4",
    "antwoorden: {sinds: 1987-03-12, ruzie: ja}",
    "  sinds: '1987-03-12'",
    "  sinds: 1987-03-12  # een antwoord",
    "versie: 1.2.3",
    "Versie 10.2.2010",
    "Op 31-02-1987 gebeurde niets",
    "Een greep naar de keel is direct gevaar",
    "Advies van Veilig Thuis en de Raad voor de Kinderbescherming",
    "Familie die helpt",
    "In 2024 EN daarna",
    "[1, 2, 3, 4, 5, 6, 7, 8, 2]",
    "2024-05-03 1",
    "0.111222333",
    "Het gezin van vader A. en moeder B.",
    "Ga de weg 12 stappen af",
    "NL00ABNA0417164300",
]


@pytest.mark.parametrize(("tekst", "wat"), WEL)
def test_wat_van_een_echt_mens_kan_zijn_wordt_gezien(tekst: str, wat: str) -> None:
    gevonden = check_person(tekst, ())
    assert gevonden is not None
    assert f"een {wat}." in gevonden.uitleg
    assert tekst not in gevonden.uitleg


@pytest.mark.parametrize("tekst", NIET)
def test_wat_er_alleen_op_lijkt_krijgt_geen_waarschuwing(tekst: str) -> None:
    assert list(find_persons(tekst)) == []


def test_de_elfproef_en_de_proef_van_een_rekeningnummer_zien_een_cijfer_verschil() -> None:
    assert is_bsn("111222333")
    assert not any(is_bsn(f"11122233{c}") for c in "012456789")
    assert not is_bsn("000000000")
    assert not is_bsn("١١١٢٢٢٣٣٤")
    assert is_iban("NL91 ABNA 0417 1643 00")
    assert not is_iban("NL92 ABNA 0417 1643 00")


def test_ook_een_opmerking_en_een_verborgen_teken_worden_gezien_op_hun_plek(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "een.yaml").write_text(
        '# bel 06-12345678\n- naam: "Mail a\\u0040voorbeeld.nl"\n  antwoorden: {beeld: Ik ben J. Jansen}\n',
        encoding="utf-8",
    )
    (tmp_path / "LEESMIJ.md").write_text(
        "Vragen? Mail regio@voorbeeld.nl of bel 024-1234567.\nBSN 111222333\n", encoding="utf-8"
    )
    gevonden = [
        (b.plaats.bestand[-10:], b.plaats.regel, b.plaats.kolom) for b in find_in_folder(tmp_path) if b.plaats
    ]
    assert gevonden == [
        ("s/een.yaml", 1, 7),
        ("s/een.yaml", 3, 30),
        ("s/een.yaml", 2, 9),
        ("LEESMIJ.md", 2, 5),
    ]


def test_een_lange_regel_kost_geen_tijd() -> None:
    assert list(find_persons("1 " * 50_000)) == []
    assert list(find_persons("a." * 50_000)) == []
    assert list(find_persons("A. " * 50_000)) == []
    assert list(find_persons("06 " + "(" * 50_000)) == []
    assert len(list(find_persons("Mevrouw Jansen " * 20_000))) == 50
