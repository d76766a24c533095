"""Keuren: vorm, inhoud en tests van een instrument in één keer, elk op zijn plek."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.app.valideer import load_valid, validate
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument.controle_personen import check_person, is_bsn
from veiligheidsplan.loading.finder import built_in

VANDAAG = date(2026, 11, 24)
WORTEL = Path(__file__).parents[2]


def own_copy(map_: Path, *wijzigingen: tuple[str, str]) -> Path:
    """Het meegeleverde «directe-veiligheid» in een eigen map, met iets anders erin."""
    doel = map_ / "instrumenten" / "directe-veiligheid"
    doel.mkdir(parents=True)
    tekst = (WORTEL / "instrumenten/directe-veiligheid/instrument.yaml").read_text(encoding="utf-8")
    for oud, nieuw in wijzigingen:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    (doel / "instrument.yaml").write_text(tekst, encoding="utf-8")
    return doel


ONBEREIKBAAR = ("direct_gevaar: 5}", "direct_gevaar: 500}")


@pytest.mark.parametrize("map_", sorted(built_in("instrumenten").iterdir()), ids=lambda m: m.name)
def test_wat_wordt_meegeleverd_heeft_geen_fout_en_geen_waarschuwing(map_: Path) -> None:
    assert validate(map_, VANDAAG) == ()


def test_een_fout_in_de_inhoud_staat_op_haar_regel(tmp_path: Path) -> None:
    map_ = own_copy(tmp_path, ONBEREIKBAAR, ("licentie: CC-BY-4.0\n", ""))
    fout, waarschuwing = validate(map_, VANDAAG)
    regels = (map_ / "instrument.yaml").read_text(encoding="utf-8").splitlines()
    assert fout.code == "VP206"
    assert fout.plaats is not None
    assert "direct_gevaar: 500" in regels[fout.plaats.regel - 1]
    assert waarschuwing.code == "VP309"


def test_streng_maakt_van_een_waarschuwing_een_nee(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = own_copy(tmp_path, ("licentie: CC-BY-4.0\n", ""))
    assert main(["instrument", "valideer", str(map_)]) == 0
    assert main(["instrument", "valideer", str(map_), "--streng"]) == 1
    assert "waarschuwing[VP309]" in capsys.readouterr().out


def test_een_gesprek_begint_niet_met_een_vragenlijst_met_een_fout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Terugkijken kan wel: een dossier blijft leesbaar, wat er ook met een vragenlijst gebeurt."""
    map_ = own_copy(tmp_path, ONBEREIKBAAR)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BevindingenFout, match="VP206"):
        load_omgeving(VANDAAG, keuren=True)
    with pytest.raises(BevindingenFout, match="VP206"):
        load_valid(map_)
    assert load_omgeving(VANDAAG).instrumenten["directe-veiligheid"].schalen["gevaar"].grenzen


def test_een_test_met_iets_van_een_echt_mens_krijgt_een_waarschuwing_op_die_regel(tmp_path: Path) -> None:
    map_ = own_copy(tmp_path)
    (map_ / "tests").mkdir()
    (map_ / "tests" / "een.yaml").write_text(
        "- naam: Het gezin van jan@voorbeeld.nl\n  verwacht: {eindniveau: zorgen}\n", encoding="utf-8"
    )
    (een,) = validate(map_, VANDAAG)
    assert (een.code, een.plaats and een.plaats.regel) == ("VP331", 1)
    assert "jan@" not in een.uitleg


def test_een_fout_in_een_testbestand_komt_mee(tmp_path: Path) -> None:
    map_ = own_copy(tmp_path)
    (map_ / "tests").mkdir()
    (map_ / "tests" / "een.yaml").write_text("- naam: Iets\n  verwacht: {eindnivo: zorgen}\n")
    assert [b.code for b in validate(map_, VANDAAG)] == ["VP181"]


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Mail naar a.b@c.nl", "e-mailadres"),
        ("Haar nummer is 111222333", "burgerservicenummer"),
        ("Bel 06-12345678", "telefoonnummer"),
        ("Bel +31 6 12345678", "telefoonnummer"),
        ("Bel 010 1234567", "telefoonnummer"),
        ("Geboren op 3 mei 2015", "geboortedatum"),
        ("geboortedatum: 2015-05-03", "geboortedatum"),
        ("Bel 0800-2000 of 112", None),
        ("Het gebeurde in 2024, 123456789 keer", None),
        ("Sinds 2024-05-03", None),
        ("Een greep naar de keel is direct gevaar", None),
    ],
)
def test_wat_op_een_echt_mens_lijkt(tekst: str, wat: str | None) -> None:
    gevonden = check_person(tekst, ())
    assert (gevonden is None) == (wat is None)
    assert gevonden is None or (isinstance(gevonden, Bevinding) and str(wat) in gevonden.uitleg)


def test_de_elfproef() -> None:
    """111222333 is geldig; één cijfer anders niet meer."""
    assert is_bsn("111222333")
    assert not any(is_bsn(f"11122233{c}") for c in "012456789")
    assert not is_bsn("000000000")
