"""«instrument vertaal»: een bestand om in te vertalen, dat bij elke wijziging bijblijft zonder werk te verliezen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.valideer import validate
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument.vertaling import right_to_left, source_texts, translate
from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.loading.vertalingen import as_text, load_translation, read_translation_text, update

VANDAAG = date(2026, 11, 24)
INSTRUMENT = """\
formaat: 1
id: proef
versie: 1.0.0
titel: Een proef
soort: zelfscan
status: concept
validatie: niet_gevalideerd
licentie: CC-BY-4.0
per: huishouden
eigenaar: Een verzonnen regio
herzien_voor: 2999-01-01
verantwoording: Een oefening.
onderdelen:
  thuis:
    vragen:
      ruzie:
        tekst: Is er vaak ruzie?
        reden: Een oefening.
        antwoorden:
          'no': {tekst: 'Nee: geen "ruzie"'}
          ja: {tekst: Ja}
      rust:
        tekst: Is er rust?
        type: tekst
        reden: Een oefening.
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "proef").mkdir()
    (tmp_path / "proef" / "instrument.yaml").write_text(INSTRUMENT, encoding="utf-8")
    return tmp_path / "proef"


def fill(bestand: Path, **woorden: str) -> None:
    """Zet achter elke tekst een vertaling, zoals een vertaler doet."""
    tekst = bestand.read_text(encoding="utf-8")
    for nl, vertaling in woorden.items():
        kop, staart = tekst.split(f'nl: "{nl}"', 1)
        tekst = kop + f'nl: "{nl}"' + staart.replace('vertaling: ""', f'vertaling: "{vertaling}"', 1)
    bestand.write_text(tekst, encoding="utf-8")


def run(map_: Path, *extra: str) -> int:
    return main(["instrument", "vertaal", str(map_), "en", *extra])


def test_een_nieuw_bestand_heeft_elke_tekst_en_is_meteen_te_keuren(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(map_, "--vertaler", "Bureau A") == 0
    assert "0 van de 5 teksten zijn vertaald" in capsys.readouterr().out
    assert [b.code for b in validate(map_, VANDAAG)] == ["VP341"] * 5
    assert load_translation(map_, "en").vertaler == "Bureau A"


def test_bijwerken_bewaart_werk_en_zegt_wat_er_veranderde(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(map_)
    bestand = map_ / "vertalingen" / "en.yaml"
    fill(
        bestand,
        **{"Een proef": "A trial", "Is er vaak ruzie?": "Often arguments?", "Is er rust?": "Is it quiet?"},
    )
    nieuw = INSTRUMENT.replace("vaak ruzie", "elke dag ruzie").replace("      rust:", "      stilte:")
    (map_ / "instrument.yaml").write_text(nieuw, encoding="utf-8")
    capsys.readouterr()
    assert run(map_) == 0
    gezegd = capsys.readouterr().out
    assert "is bijgewerkt: 3 van de 5 teksten" in gezegd
    assert "1 daarvan moet u opnieuw bekijken" in gezegd
    vertaling = load_translation(map_, "en")
    stuk = vertaling.teksten[("onderdelen", "thuis", "vragen", "ruzie", "tekst")]
    assert (stuk.nl, stuk.was, stuk.vertaling) == (
        "Is er elke dag ruzie?",
        "Is er vaak ruzie?",
        "Often arguments?",
    )
    assert vertaling.teksten[("onderdelen", "thuis", "vragen", "stilte", "tekst")].vertaling == "Is it quiet?"
    assert vertaling.vervallen["onderdelen.thuis.vragen.rust.tekst"].vertaling == "Is it quiet?"
    assert "VP342" in [b.code for b in validate(map_, VANDAAG)]


def test_twee_keer_bijwerken_verandert_niets_meer(map_: Path) -> None:
    run(map_)
    bestand = map_ / "vertalingen" / "en.yaml"
    fill(bestand, **{"Een proef": "A trial"})
    eerst = bestand.read_bytes()
    run(map_)
    assert bestand.read_bytes() == eerst


def test_een_kapot_bestand_blijft_zoals_het_is(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(map_)
    bestand = map_ / "vertalingen" / "en.yaml"
    bestand.write_text("taal: en\nteksten: [", encoding="utf-8")
    assert run(map_) == 1
    gezegd = capsys.readouterr()
    assert "VP105" in gezegd.out + gezegd.err
    assert bestand.read_text(encoding="utf-8") == "taal: en\nteksten: ["


@pytest.mark.parametrize("taal", ["nl", "nl-BE", "Engels", "../en", "", "en\n", "x" * 500])
def test_wat_geen_taal_is_wordt_geen_bestand(
    map_: Path, taal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["instrument", "vertaal", str(map_), taal]) == 1
    assert "VP348" in capsys.readouterr().err
    assert not (map_ / "vertalingen").exists()


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ("taal: en\n", "VP122"),
        ("[]\n", "VP123"),
        ("taal: en\nteksten: {titel: Hallo}\n", "VP123"),
        ("taal: en\nteksten: {titel: {nl: a, vertaald: b}}\n", "VP121"),
        ("taal: en\nteksten: []\n", "VP123"),
        ("taal: fr\n", "VP348"),
        ("taal: en\nteksten: {titel: {nl: a, vertaling: 'a\u202eb'}}\n", "VP104"),
        ("taal: en\nteksten: {titel: {nl: a, vertaling: [a]}}\n", "VP123"),
    ],
)
def test_een_fout_in_het_bestand_zelf_krijgt_een_code_en_een_plek(map_: Path, inhoud: str, code: str) -> None:
    (map_ / "vertalingen").mkdir()
    (map_ / "vertalingen" / "en.yaml").write_text(inhoud, encoding="utf-8")
    gevonden = validate(map_, VANDAAG)
    assert code in [b.code for b in gevonden]
    assert all(b.plaats and b.plaats.bestand.endswith("en.yaml") for b in gevonden)
    with pytest.raises(BevindingenFout):
        load_translation(map_, "en")


def test_wat_geschreven_wordt_leest_als_hetzelfde_ook_met_vreemde_woorden(map_: Path) -> None:
    """Een code «no», dubbele punten, aanhalingstekens en een ander schrift."""
    vertaling = update(laad_instrument(map_), None, "ar", 'Bureau "A": #1')
    vol = vertaling.model_copy(
        update={
            "teksten": {
                p: s.model_copy(update={"vertaling": "نعم: \"112\" # 'x'"})
                for p, s in vertaling.teksten.items()
            }
        }
    )
    assert read_translation_text(as_text(vol), "ar.yaml").vertaling == vol


@pytest.mark.parametrize("taal", ["en", "ar"])
def test_de_meegeleverde_vertaling_is_heel_en_zegt_dat_zij_niet_is_nagekeken(taal: str) -> None:
    map_ = built_in("instrumenten") / "directe-veiligheid"
    instrument, vertaling = laad_instrument(map_), load_translation(map_, taal)
    hulp = translate(instrument, vertaling)
    assert hulp.nog_nederlands == ()
    assert hulp.van_rechts is right_to_left(taal) is (taal == "ar")
    assert vertaling.status == "concept"
    assert "niet is nagekeken" in hulp.mededeling
    assert set(source_texts(hulp.instrument)) == set(source_texts(instrument))
