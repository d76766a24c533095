"""``nieuw --antwoorden`` met een bestand vol fouten: elke fout op haar plek, uitkomst 1, en niets is bewaard."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.app.omgeving import example_path

PROGRAMMA = [sys.executable, "-m", "veiligheidsplan.cli.start"]
VOORBEELD = example_path("gezin").read_text("utf-8")
#: what is wrong -> (what stands there, what comes in its place, what the finding points at)
FOUTEN = {
    "gemeente die niet bestaat": ("gemeente: nijmegen", "gemeente: nijmegn", "nijmegn"),
    "antwoord van een instrument": ("bang: ja", "bang: misschien", "misschien"),
    "antwoord in een lijst": ("[volgen]", "[volgen, vliegen]", "[volgen, vliegen]"),
    "onbekende persoon": ("wie: sem, tot", "wie: opa, tot", "opa"),
    "datum die al is geweest": ("wanneer: over 5 dagen", "wanneer: 2020-01-01", "2020-01-01"),
    "tijd die niet bestaat": ("tijd: '20:00'", "tijd: '25:00'", "'25:00'"),
    "cijfer te hoog": ("noor: {waarde: 4", "noor: {waarde: 14", "14"),
    "lijkt op een adres": ("contact_hoe: Kim belt", "contact_hoe: Dorpsstraat 12. Kim belt", "Dorpsstraat"),
    "onbekende sleutel": ("casusregisseur: Kim", "casusregiseur: Kim", "casusregiseur"),
    "leeftijd in letters": ("leeftijd: 34", "leeftijd: oud", "oud"),
    "leeg wat nodig is": ("alias: waterlelie", "alias: ''", "''"),
}


def run(map_: Path, bestand: Path | str, *extra: str) -> subprocess.CompletedProcess[str]:
    """The real command on this answers file, with a vault below *map_*."""
    wachtzin = map_ / "wachtzin.txt"
    wachtzin.write_text("vier fietsen bij de sloot\n")
    opties = [
        "--map",
        str(map_ / "kluis"),
        "--wachtzin-bestand",
        str(wachtzin),
        "--naar",
        str(map_ / "kopie"),
    ]
    opdracht = [*PROGRAMMA, "nieuw", "--antwoorden", str(bestand), *opties, *extra]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def test_elf_fouten_komen_in_een_keer_met_regel_en_kolom_en_er_is_niets_bewaard(tmp_path: Path) -> None:
    """In het plan, in een instrument, een persoon, een sleutel, een datum, een adres: elke fout wijst zichzelf aan."""
    tekst = VOORBEELD
    for oud, nieuw, _ in FOUTEN.values():
        assert tekst.count(oud) >= 1, oud
        tekst = tekst.replace(oud, nieuw, 1)
    bestand = tmp_path / "antwoorden.yaml"
    bestand.write_text(tekst, "utf-8")
    klaar = run(tmp_path, bestand)
    assert klaar.returncode == 1
    plaatsen = {(int(r), int(k)) for r, k in re.findall(r"antwoorden\.yaml:(\d+):(\d+)", klaar.stderr)}
    regels = tekst.split("\n")
    for wat, (_, nieuw, aangewezen) in FOUTEN.items():
        n, regel = next((n, regel) for n, regel in enumerate(regels, 1) if nieuw in regel)
        kolom = regel.index(nieuw) + nieuw.index(aangewezen) + 1
        assert (n, kolom) in plaatsen, f"{wat}: {n}:{kolom} niet in {sorted(plaatsen)}"
    assert "persoon:1" not in klaar.stderr  # the file calls that person noor
    assert "Bedoelt u «casusregisseur»?" in klaar.stderr
    assert klaar.stderr.rstrip().endswith(f"{len(FOUTEN)} fouten")
    assert "Traceback" not in klaar.stderr
    assert klaar.stdout == ""
    assert not (tmp_path / "kluis").exists()
    assert not (tmp_path / "kopie").exists()


def test_hetzelfde_bestand_zonder_fouten_wordt_wel_bewaard(tmp_path: Path) -> None:
    """Anders zegt de vorige toets niets: nu komen er een dossier en twee kopieën."""
    klaar = run(tmp_path, example_path("gezin"))
    assert klaar.returncode == 0, klaar.stderr
    assert (tmp_path / "kluis" / "kluis.db").exists()
    assert len(list((tmp_path / "kopie").glob("*.pdf"))) == 2


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "formaat: 1",
        "formaat: 2\n",
        "- 1\n- 2\n",
        "ja",
        "formaat: 1\npersonen: 7\n",
        "formaat: 1\npersonen: {a: 1, b: [x]}\n",
        "formaat: 1\npersonen: [[], {}]\n",
        "formaat: 1\ninstrumenten: [1, 2]\n",
        "formaat: 1\ninstrumenten: {bestaat-niet: {}, partnergeweld: 4, kindveiligheid: {over: niemand}}\n",
        "formaat: 1\nacties: {wat: x}\ncijfers: 3\nslotcheck: [ja]\nzitting: {aanwezig: {a: b}}\n",
        "formaat: 1\ndossier: {alias: [a], gemeente: {b: c}}\nafspraken: [ja, 3, [], {wie: [x]}]\n",
        "formaat: 1\ndossier: *weg\n",
        "formaat: 1\n\tdossier: x\n",
        "{" * 5000,
        'formaat: 1\ndossier: {alias: "\\u001b[2Jweg"}\n',
    ],
)
def test_geen_enkel_antwoordenbestand_geeft_een_traceback(tekst: str, tmp_path: Path) -> None:
    """Wat er ook in staat: uitkomst 1, Nederlandse fouten, niets bewaard en geen stuurcode op het scherm."""
    bestand = tmp_path / "a.yaml"
    bestand.write_text(tekst, "utf-8")
    klaar = run(tmp_path, bestand)
    assert klaar.returncode == 1, klaar.stderr[-300:]
    assert "Traceback" not in klaar.stderr
    assert "programma zelf" not in klaar.stderr
    assert "\x1b" not in klaar.stderr
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize(
    ("extra", "code"),
    [(("--voorbeeld",), 2), (("NAAM",), 2), (("--sjabloon", "bestaat/niet"), 1)],
)
def test_opties_die_niet_samengaan_zijn_verkeerd_gebruik(
    extra: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """Uitkomst 2 met één zin; een sjabloon dat er niet is, is een gewone fout (1)."""
    klaar = run(tmp_path, example_path("gezin"), *extra)
    assert klaar.returncode == code, klaar.stderr
    assert "Traceback" not in klaar.stderr
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize("bestand", ["/bestaat/niet.yaml", "/", "/dev/null"])
def test_een_bestand_dat_niet_te_lezen_is_geeft_een_zin(bestand: str, tmp_path: Path) -> None:
    """Geen bestand, een map, of een leeg apparaat."""
    klaar = run(tmp_path, bestand)
    assert klaar.returncode == 1, klaar.stderr
    assert "Traceback" not in klaar.stderr
    assert not (tmp_path / "kluis").exists()
