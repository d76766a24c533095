"""«veiligheidsplan instrument toon»: hoe een professional het instrument straks ziet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.cli.clean import width
from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument.weergave import BIJZONDER, GEZELSCHAPPEN
from veiligheidsplan.loading import laad_instrument

INSTRUMENT = """\
formaat: 1
id: proef
versie: 1.0.0
titel: Een proef
soort: veiligheidscheck
status: concept
validatie: niet_gevalideerd
per: huishouden
eigenaar: Een regio
verantwoording: Alleen voor deze test.
bronnen: {boek: {titel: Een boek, jaar: 2020}}
niveaus:
  gewoon: {titel: Niets gezien, advies: Kijk later nog eens.}
  hoog: {titel: Hoog risico}
onderdelen:
  samen:
    titel: Samen
    inleiding: Deze vragen gaan over thuis.
    vragen:
      geheim: {tekst: Bent u bang?, niet_in_bijzijn: [mogelijke_pleger], antwoorden: &a
        {ja: {tekst: Ja, punten: 1}, nee: {tekst: Nee, punten: 0}}, hulp: Bang is ook onrustig., bronnen: [boek]}
      vervolg: {tekst: Hoe lang al?, type: getal, toon_als: {vraag: geheim, is: ja}, weet_niet: false,
        wil_niet_zeggen: false, verplicht: false, punten_vanaf: {0: 0, 3: 2}}
      rust: {tekst: Is het rustig?, antwoorden: *a, niet_in_bijzijn: [iedereen],
        tekst_voor: {kind_8_11: Is het thuis rustig?}}
  zelf:
    titel: Gezien
    wijze: waarneming
    vragen:
      cijfer: {tekst: Hoe oogt het huis?, type: schaal, van: 0, tot: 4, uitersten: {0: rommelig}, omgekeerd: true,
        gewicht: 2.5}
schalen:
  onrust: {titel: Onrust, telt: [samen, cijfer], ontbrekend: bandbreedte, grenzen: {gewoon: 0, hoog: 2.5}}
eindniveau: onrust
signalen:
  bang: {als: {vraag: geheim, is: ja}, niveau: hoog, melding: Iemand is bang., handeling: Vraag het apart.,
    stopt_gezamenlijk: true}
"""


def _file(map_: Path, tekst: str = INSTRUMENT) -> str:
    bestand = map_ / "proef" / "instrument.yaml"
    bestand.parent.mkdir(exist_ok=True)
    bestand.write_text(tekst, encoding="utf-8")
    return str(bestand)


def _show(capsys: pytest.CaptureFixture[str], *woorden: str) -> str:
    assert main(["instrument", "toon", *woorden]) == 0
    uit = capsys.readouterr()
    assert not uit.err
    return uit.out


def test_elke_vraag_staat_er_met_alles_wat_erbij_hoort(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = _show(capsys, _file(tmp_path))
    for regel in (
        "Dit instrument is niet gevalideerd: het steunt uw oordeel en vervangt het niet.",
        "  Deze vragen gaan over thuis.",
        "    Uitleg, op verzoek: Bang is ook onrustig.",
        "    - Ja (1 punt)",
        "    Alleen als bij vraag 1 «Bent u bang?» het antwoord «Ja» is.",
        "    Een heel getal vanaf 0.",
        "    Punten vanaf 0: 0, vanaf 3: 2.",
        "    Een laag cijfer geeft veel punten.",
        "    Ook mogelijk: overslaan zonder antwoord.",
        "    Voor een kind van 8 tot en met 11 jaar: Is het thuis rustig?",
        "    0 is: rommelig.",
        "    De punten tellen 2,5 keer.",
        "  Deze vragen beantwoordt de professional zelf, uit wat hij of zij ziet.",
        "  Score vanaf 0    tot 2,5    Niets gezien",
        "  Score vanaf 2,5  en hoger  Hoog risico",
        "    Gaat af als bij vraag 1 «Bent u bang?» het antwoord «Ja» is.",
        "    Nu doen: Vraag het apart.",
        "  - Een boek (2020). Bij vraag 1.",
    ):
        assert regel.split() in [r.split() for r in tekst.split("\n")], regel


def test_per_gezelschap_staat_er_wat_nu_kan_en_wat_wacht(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = _show(capsys, _file(tmp_path))
    for regel in (
        "  Alleen: 4 van de 4 vragen nu; er wacht niets.",
        "  Mogelijke pleger erbij: 2 van de 4 vragen nu; 2 wachten op een moment alleen.",
        "  Kind erbij: 3 van de 4 vragen nu; 1 wacht op een moment alleen.",
        "  Iemand anders erbij: 3 van de 4 vragen nu; 1 wacht op een moment alleen.",
    ):
        assert regel in tekst
    assert "wacht, dus deze vraag wordt dan altijd gesteld" in tekst.replace("\n    ", " ")


def test_bij_een_gezelschap_staan_alleen_zijn_vragen_en_nooit_een_signaal_of_score(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = _show(capsys, _file(tmp_path), "--bij", "mogelijke_pleger")
    vragen, wacht = tekst.split("Wacht op een moment alleen\n")
    assert "Hoe lang al?" in vragen
    assert "Vraag 1:" not in vragen
    assert "  - Vraag 1: Bent u bang? [geheim]" in wacht
    assert "Scores, niveaus en signalen komen in dit gezelschap niet op het scherm." in wacht
    assert "Iemand is bang" not in tekst
    assert "Score vanaf" not in tekst
    assert "punt" not in tekst
    assert "Iemand is bang" in _show(capsys, _file(tmp_path), "--bij", "alleen")


def test_als_json_staat_er_hetzelfde(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for optie in (["--json"], ["--formaat", "json"]):
        gegeven = json.loads(_show(capsys, _file(tmp_path), *optie))
        assert gegeven["gezelschap"]["kind"] == {
            "gesteld": ["geheim", "vervolg", "cijfer"],
            "wacht": ["rust"],
        }
        assert gegeven["vragen"][1]["alleen_als"] == [
            "Alleen als bij vraag 1 «Bent u bang?» het antwoord «Ja» is."
        ]
        assert gegeven["signalen"]["bang"]["als"].startswith("Gaat af als bij vraag 1")
        assert gegeven["schalen"]["onrust"]["grenzen"] == {"gewoon": "0", "hoog": "2.5"}


def test_geen_regel_is_breder_dan_het_scherm_en_geen_tekst_stuurt_de_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ook met Chinese tekens, opmaak van rich en een lang woord; 40 tekens breed of 80."""
    eng = INSTRUMENT.replace("Bent u bang?", "'[red]安全[/red] " + "x" * 200 + " {0} %s'")
    for breedte in ("40", "80"):
        monkeypatch.setenv("COLUMNS", breedte)
        tekst = _show(capsys, _file(tmp_path, eng))
        assert "[red]安全[/red]" in tekst
        assert max(width(regel) for regel in tekst.split("\n")) < int(breedte)
        assert "\x1b" not in tekst


@pytest.mark.parametrize("id_", ["directe-veiligheid", "kindveiligheid", "partnergeweld"])
def test_elk_regionaal_instrument_laat_iedere_vraag_en_ieder_signaal_zien(
    id_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    instrument = laad_instrument(Path(__file__).parents[2] / "instrumenten" / id_)
    tekst = _show(capsys, id_)
    assert all(f"[{vraag}]" in tekst for vraag in instrument.vragen)
    assert all(f"[{signaal}]" in tekst for signaal in instrument.signalen)


def test_een_onbekend_instrument_of_gezelschap_is_een_vergissing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instrument", "toon", "partnergewelt"]) == 1
    assert "Bedoelt u «partnergeweld»?" in capsys.readouterr().err
    assert main(["instrument", "toon", "partnergeweld", "--bij", "oma"]) == 2
    assert "Kies uit: alleen, mogelijke_pleger, kind, iedereen." in capsys.readouterr().err


def test_de_bijzondere_antwoorden_heten_zoals_in_het_sjabloon_van_de_regio() -> None:
    sjabloon = Path(__file__).parents[2] / "sjablonen" / "regio" / "veiligheidsplan" / "sjabloon.yaml"
    for code, tekst in BIJZONDER.items():
        assert f"  {code}: {tekst}\n" in sjabloon.read_text(encoding="utf-8")


def test_de_gezelschappen_zijn_die_van_een_zitting() -> None:
    """Wie erbij is, telt ook als «iedereen»; zo rekent het gesprek zelf ook."""
    assert all("iedereen" in wie for naam, wie in GEZELSCHAPPEN.items() if naam != "alleen")


def test_met_een_taal_staan_de_vragen_in_die_taal_en_staat_vooraan_dat_het_een_leeshulp_is() -> None:
    klaar = subprocess.run(
        [
            sys.executable,
            "-m",
            "veiligheidsplan.cli.start",
            "instrument",
            "toon",
            "directe-veiligheid",
            "--taal",
            "en",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert klaar.stdout.startswith("Let op: Leeshulp (en): een concept dat niet is nagekeken.")
    assert "Immediate safety" in klaar.stdout
    assert "Heeft iemand nu een dokter nodig?" not in klaar.stdout
