"""Een kopie die niet te schrijven is: er blijft geen half bestand, en het dossier noemt geen kopie die er niet is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.plan.omgeving import omgeving

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.cli import exemplaren
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis


def test_een_kopie_komt_in_het_dossier_en_heet_naar_haar_lezer(tmp_path: Path) -> None:
    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        intern, d = copy(kast, id_, d, tmp_path, voor="professional")
        samen, d = copy(kast, id_, d, tmp_path)
        assert [k.voor for k in kast.read(id_).kopieen] == ["professional", "gezamenlijk"]
    assert intern.name.startswith("intern-")
    assert samen.name.startswith("document-")


def test_een_bestand_dat_er_al_is_blijft_heel_en_het_dossier_weet_van_geen_kopie(tmp_path: Path) -> None:
    bestaand = tmp_path / "plan.md"
    bestaand.write_text("van iemand anders")
    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        with pytest.raises(Mislukt):
            copy(kast, id_, d, bestaand)
        assert kast.read(id_).kopieen == ()
    assert bestaand.read_text() == "van iemand anders"


def test_een_volle_schijf_laat_geen_half_bestand_na_en_het_dossier_noemt_het_niet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(nummer: int) -> None:
        raise OSError(28, "No space left on device")

    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        monkeypatch.setattr(exemplaren.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            copy(kast, id_, d, tmp_path / "plan.md")
        assert kast.read(id_).kopieen == ()
    assert not (tmp_path / "plan.md").exists()


def copy(
    kast: Dossierkast, id_: str, d: Dossier, naar: Path, voor: str = "gezamenlijk"
) -> tuple[Path, Dossier]:
    """One copy as Markdown, of an invented household."""
    return exemplaren.write_copy(
        kast, id_, d, load_omgeving(date(2026, 12, 7)), voor, naar, formaat="markdown"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("voor", "alleen", "hoort"),
    [("gezamenlijk", False, True), ("professional", True, True), ("professional", False, False)],
)
def test_wat_niet_getekend_kan_worden_hoort_wie_de_kopie_maakt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], voor: str, alleen: bool, hoort: bool
) -> None:
    """Een plaatje in een afspraak wordt een woord, en dat wordt gezegd; aan tafel alleen van wat iedereen leest."""
    feiten = [
        value_given("dossier", "alias", "kievit"),
        value_given("actie:1", "wat", "Noor belt 🙂 en tekent 山"),
    ]
    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        d = kast.write(id_, d, feiten)
        exemplaren.write_copy(
            kast, id_, d, omgeving(), voor, tmp_path / "a.pdf", voorlopig=True, alleen=alleen
        )
    gezegd = " ".join(capsys.readouterr().err.split())
    assert ("Daar staat nu: [Chinees schrift], [plaatje]." in gezegd) is hoort
