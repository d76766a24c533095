"""«veiligheidsplan instrument»: controleren en scoren, zoals een trainer het doet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument import scoor
from veiligheidsplan.loading import laad_instrument

INSTRUMENT = """\
formaat: 1
id: voorbeeld
versie: 1.2.0
titel: Voorbeeldinstrument
soort: risicotaxatie
status: concept
validatie: niet_gevalideerd
per: huishouden
eigenaar: Een regio
verantwoording: Alleen voor deze test.
licentie: CC-BY-4.0
herzien_voor: 2999-01-01
antwoordlijsten:
  ja_nee:
    ja: {tekst: Ja, punten: 1}
    nee: {tekst: Nee, punten: 0}
niveaus:
  niet_verhoogd: {titel: Geen verhoogd risico gezien}
  hoog: {titel: Hoog risico}
onderdelen:
  geweld:
    titel: Geweld
    vragen:
      dreigen: {tekst: Is er gedreigd?, reden: Een proef., antwoorden: ja_nee}
      slaan: {tekst: Is er geslagen?, reden: Een proef., antwoorden: ja_nee}
      keel: {tekst: Is iemand bij de keel gegrepen?, reden: Een proef., antwoorden: ja_nee}
schalen:
  ernst: {titel: Ernst, methode: som, ontbrekend: bandbreedte, grenzen: {niet_verhoogd: 0, hoog: 2}}
eindniveau: ernst
signalen:
  keel: {als: {vraag: keel, is: ja}, niveau: hoog, melding: Er is verwurgd., handeling: Overleg vandaag.}
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Een map met één instrument en een bestand met antwoorden."""
    (tmp_path / "voorbeeld").mkdir()
    (tmp_path / "voorbeeld" / "instrument.yaml").write_text(INSTRUMENT, encoding="utf-8")
    (tmp_path / "antwoorden.yaml").write_text("antwoorden: {dreigen: ja, slaan: nee}\n", encoding="utf-8")
    return tmp_path


def scoor_opdracht(map_: Path, *meer: str) -> int:
    """Scoor het voorbeeld met het bestand met antwoorden."""
    return main(
        ["instrument", "scoor", str(map_ / "voorbeeld"), "--antwoorden", str(map_ / "antwoorden.yaml"), *meer]
    )


def test_json_is_precies_de_uitslag_van_de_bibliotheek(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """«--json» geeft één object, gelijk aan «uitslag.model_dump(mode="json")»."""
    assert scoor_opdracht(map_, "--json") == 0
    uitslag = scoor(laad_instrument(map_ / "voorbeeld"), {"dreigen": "ja", "slaan": "nee"})
    assert json.loads(capsys.readouterr().out) == uitslag.model_dump(mode="json")


def test_in_woorden_staat_niet_uit_te_sluiten_naast_gezien(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een vraag zonder antwoord laat het signaal open, en kan het niveau nog veranderen."""
    assert scoor_opdracht(map_) == 0
    regels = capsys.readouterr().out.splitlines()
    assert regels == [
        "Voorbeeldinstrument (voorbeeld 1.2.0)",
        "Dit instrument is niet gevalideerd: het steunt uw oordeel en vervangt het niet.",
        "",
        "Niveau: van «Geen verhoogd risico gezien» tot en met «Hoog risico»",
        "",
        "Ernst: score van 1 tot en met 2",
        "  niveau: van «Geen verhoogd risico gezien» tot en met «Hoog risico»",
        "  onbekend: 1 van de vragen die meetellen",
        "  - Is iemand bij de keel gegrepen? (kan het niveau veranderen)",
        "",
        "Gezien: geen van de signalen",
        "Niet uit te sluiten:",
        "- Er is verwurgd.",
    ]


def test_bij_een_signaal_staat_wat_er_nu_moet_gebeuren(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Met een gegrepen keel is het niveau hoog, wat de som ook is."""
    (map_ / "antwoorden.yaml").write_text("antwoorden: {dreigen: nee, slaan: nee, keel: ja}\n")
    assert scoor_opdracht(map_) == 0
    tekst = capsys.readouterr().out
    assert "Niveau: Hoog risico\n" in tekst
    assert "Gezien:\n- Er is verwurgd.\n  Nu doen: Overleg vandaag.\n" in tekst
    assert "Niet uit te sluiten: geen van de signalen" in tekst
    assert "volledig" in tekst


def test_elke_fout_in_het_antwoordenbestand_heeft_regel_en_kolom(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een onbekende vraag en een onmogelijk antwoord komen allebei in één keer, op hun plek."""
    (map_ / "antwoorden.yaml").write_text("antwoorden:\n  dreige: ja\n  slaan: misschien\n")
    assert scoor_opdracht(map_) == 1
    uit = capsys.readouterr()
    assert uit.out == ""
    assert "antwoorden.yaml:2:3" in uit.err
    assert "antwoorden.yaml:3:10" in uit.err
    assert "2 fouten" in uit.err


def test_valideer_kijkt_in_een_map_met_instrumenten(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Een map, een map met mappen, een bestand of een patroon: steeds hetzelfde instrument."""
    for pad in (map_, map_ / "voorbeeld", map_ / "voorbeeld" / "instrument.yaml", map_ / "voor*"):
        assert main(["instrument", "valideer", str(pad)]) == 0
        assert capsys.readouterr().out == "1 instrument bekeken: geen fouten.\n"


def test_valideer_noemt_elke_fout_van_elk_bestand(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twee bestanden met een fout geven twee bevindingen, als tekst en als JSON, en code 1."""
    fouten = {"een": ("per: huishouden", "per: iedereen"), "twee": ("eigenaar: Een regio\n", "")}
    for naam, (zoek, door) in fouten.items():
        (map_ / naam).mkdir()
        tekst = INSTRUMENT.replace("id: voorbeeld", f"id: {naam}").replace(zoek, door)
        (map_ / naam / "instrument.yaml").write_text(tekst, encoding="utf-8")
    assert main(["instrument", "valideer", str(map_)]) == 1
    tekst = capsys.readouterr().out
    assert f"{map_ / 'een' / 'instrument.yaml'}:8:6" in tekst
    assert "«eigenaar»" in tekst
    assert tekst.endswith("2 fouten\n3 instrumenten bekeken.\n")
    assert main(["instrument", "valideer", str(map_), "--formaat", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["fouten"] == 2


@pytest.mark.parametrize("pad", ["bestaat-niet", "leeg"])
def test_valideer_zonder_instrument_zegt_dat(
    pad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een pad dat niet bestaat en een lege map geven code 1 en een zin."""
    (tmp_path / "leeg").mkdir()
    assert main(["instrument", "valideer", str(tmp_path / pad)]) == 1
    uit = capsys.readouterr()
    assert "bestaat niet" in uit.out + uit.err or "geen instrument" in uit.err
