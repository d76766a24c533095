"""De opdrachten rond een kopie: voor wie, hoe gegeven, wat wegblijft, en wat de computer erover zegt."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plan.omgeving import VANDAAG
from tests.plan.test_kopie_persoon import huis

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.exporteer import handed
from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.cli import exemplaren, lezers
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.start import main
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.signing.verify import verify
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis


class Huis:
    """Een kluis met één huishouden, en de opdrachten die de medewerker typt."""

    def __init__(self, map_: Path) -> None:
        self.map_ = map_
        with Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
            self.id, _ = vol(Dossierkast(kluis))

    def doe(self, opdracht: str, *woorden: str) -> int:
        return main([opdracht, self.id, *woorden, "--map", str(self.map_)])

    def dossier(self) -> Dossier:
        with Kluis.met_willekeurige_sleutel(self.map_ / BESTANDSNAAM) as kluis:
            return Dossierkast(kluis).read(self.id)

    def bestanden(self) -> list[Path]:
        return sorted(self.map_.rglob("*.pdf"))


@pytest.fixture
def bewaard(tmp_path: Path) -> Huis:
    (tmp_path / "kim").mkdir()
    return Huis(tmp_path / "kim")


@pytest.fixture
def kast(tmp_path: Path) -> Dossierkast:
    kluis = Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM)
    return Dossierkast(kluis)


def vol(kast: Dossierkast) -> tuple[str, Dossier]:
    """Het huishouden van de proef in een echte kluis."""
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    feiten = [
        value_given(o, v, list(g.waarde) if isinstance(g.waarde, tuple) else g.waarde, None, None)
        for o, velden in huis().waarden.items()
        for v, g in velden.items()
    ]
    return id_, kast.write(id_, d, feiten)


@pytest.mark.parametrize(
    ("voor", "eigen"),
    [
        *((f"persoon:{n}", eigen) for n in (1, 2, 3, 4) for eigen in ("niet", "mee", "apart")),
        ("netwerk:1", "niet"),
    ],
)
def test_elke_kopie_die_mee_kan_wordt_getekend_en_is_in_orde(
    kast: Dossierkast, tmp_path: Path, voor: str, eigen: str
) -> None:
    """Ook de kopie van een kind, van iemand uit het netwerk, en losse privébladen."""
    id_, d = vol(kast)
    pad, d = exemplaren.write_copy(
        kast, id_, d, load_omgeving(VANDAAG), voor, tmp_path, eigen=eigen, hoe="papier"
    )  # type: ignore[arg-type]
    assert verify(pad.read_bytes()).goed
    (kopie,) = d.kopieen
    naam = "document" if eigen == "niet" else "eigen"
    assert (kopie.voor, kopie.eigen, pad.name) == (voor, eigen, f"{naam}-{kopie.kenmerk}.pdf")
    assert [(u.voor, u.kenmerk, u.hoe) for u in d.uitgereikt] == [(voor, kopie.kenmerk, "papier")]


@pytest.mark.parametrize(
    "tekst", ["Noor", "noor", "persoon", "persoon-", "persoon-0", "persoon 1", "kind-1", "../x", ""]
)
def test_een_naam_of_iets_anders_is_geen_lezer_en_wordt_niet_herhaald(tekst: str) -> None:
    with pytest.raises(Gebruiksfout) as fout:
        lezers.parse(tekst)
    assert "Typ hier nooit een naam" in fout.value.bericht
    assert not tekst or f"«{tekst}»" not in fout.value.bericht


def test_wie_niet_in_het_dossier_staat_krijgt_geen_kopie(
    bewaard: Huis, capsys: pytest.CaptureFixture[str]
) -> None:
    naar = ["--naar", str(bewaard.map_ / "x.pdf")]
    assert bewaard.doe("exporteer", "--voor", "persoon-8", *naar) == 2
    assert "Wel: professional, gezamenlijk, persoon-1" in capsys.readouterr().err
    assert not (bewaard.map_ / "x.pdf").exists()


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--voor", "persoon-1"], "Er ontbreekt een optie: --naar"),
        (["--voor", "persoon-1", "--naar", "x", "--uitreiken", "niet"], "Laat --naar weg"),
        (["--voor", "gezamenlijk", "--naar", "x", "--eigen-deel", "mee", "--uitreiken", "papier"], "alleen voor één"),
        (["--voor", "persoon-1", "--naar", "x", "--eigen-deel", "mee"], "hoe deze persoon ze veilig krijgt"),
        (["--voor", "persoon-1", "--uitreiken", "niet", "--eigen-deel", "mee"], "hoe deze persoon ze veilig krijgt"),
    ],
)  # fmt: skip
def test_wat_niet_samengaat_wordt_gezegd_voordat_er_iets_gebeurt(
    woorden: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["exporteer", "waterlelie", *woorden, "--map", "/bestaat/niet"]) == 2
    assert zin in capsys.readouterr().err


def test_vooraf_zegt_wat_wegblijft_en_maakt_niets(bewaard: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    voor = bewaard.bestanden()
    assert bewaard.doe("exporteer", "--voor", "persoon-2", "--vooraf") == 0
    uit = capsys.readouterr().out
    for regel in ("Eigen veiligheid van iemand: Noor", "Uw oordeel", "Veilig contact: Noor"):
        assert regel in uit
    assert "zwaluw" not in uit, "de inhoud zelf staat er niet"
    assert bewaard.bestanden() == voor


def test_niet_uitreiken_maakt_geen_bestand_en_het_dossier_onthoudt_het(
    bewaard: Huis, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = bewaard.bestanden()
    assert bewaard.doe("exporteer", "--voor", "persoon-2", "--uitreiken", "niet") == 0
    assert bewaard.bestanden() == voor
    assert bewaard.doe("toon") == 0
    uit = capsys.readouterr()
    assert "Niet gegeven, want dat is niet veilig" in uit.out
    assert "persoon-2: Sem" in uit.err
    assert bewaard.doe("toon", "--voor", "gezamenlijk") == 0
    uit = capsys.readouterr()
    assert "Niet gegeven" not in uit.out
    assert "persoon-2" not in uit.err


def test_later_opschrijven_wie_een_kopie_kreeg(bewaard: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    naar = bewaard.map_ / "samen.pdf"
    assert bewaard.doe("exporteer", "--voor", "gezamenlijk", "--naar", str(naar)) == 0
    kenmerk = bewaard.dossier().kopieen[-1].kenmerk
    assert bewaard.doe("uitreiken", "--kopie", kenmerk, "--aan", "persoon-1", "--hoe", "voorgelezen") == 0
    assert bewaard.doe("toon") == 0
    assert "Alleen voorgelezen" in capsys.readouterr().out
    assert bewaard.doe("uitreiken", "--kopie", "00000000", "--hoe", "papier") == 2


def test_een_kopie_die_mislukt_is_ook_niet_uitgereikt(kast: Dossierkast, tmp_path: Path) -> None:
    id_, d = vol(kast)
    with pytest.raises(OSError, match="No such file"):
        exemplaren.write_copy(
            kast, id_, d, load_omgeving(VANDAAG), "persoon:1", tmp_path / "weg" / "x.pdf", hoe="papier"
        )
    d = kast.read(id_)
    assert (d.kopieen, d.uitgereikt) == ((), ())


def test_hoe_een_kopie_is_gegeven_is_een_van_een_vaste_lijst() -> None:
    with pytest.raises(ValueError, match="onbekend"):
        handed("persoon:1", None, "per post naar Noor")
