"""Ondertekenen en controleren op de opdrachtregel: elke professional met een eigen kluis."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from tests.signing.organisatie import pem
from tests.signing.plan import WACHTZIN, twee

from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.signing.identity import make_identity

VOORBEELD = built_in("sjablonen") / "regio" / "veiligheidsplan" / "voorbeelden" / "gezin.yaml"
PARTIJEN = (
    "partijen:\n  - {naam: Lou Visser, rol: procesregisseur, gelezen: akkoord}\n"
    "  - {naam: Mo Smit, rol: casusregisseur, gelezen: gelezen_niet_akkoord}\n"
)


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een map met een dossier, en één gezamenlijke kopie met plaats voor drie professionals."""
    map_ = tmp_path_factory.mktemp("huis")
    tekst = VOORBEELD.read_text(encoding="utf-8")
    (map_ / "antwoorden.yaml").write_text(tekst + PARTIJEN, encoding="utf-8")
    (map_ / "wachtzin").write_text("de bakker fietst om zes uur\n", encoding="utf-8")
    for naam in ("Lou Visser", "Mo Smit"):
        (map_ / naam.split()[0].lower()).write_text(f"{naam}\n", encoding="utf-8")
    plek = ["--map", str(map_ / "kluis-1"), "--wachtzin-bestand", str(map_ / "wachtzin")]
    assert main(
        ["nieuw", "--antwoorden", str(map_ / "antwoorden.yaml"), "--naar", str(map_ / "uit"), *plek]
    ) in (0, 1)
    (gezamenlijk,) = (map_ / "uit").glob("document-*.pdf")
    gezamenlijk.rename(map_ / "plan.pdf")
    return map_


def sign(huis: Path, pdf: str, als: str, kluis: int, wie: str, naar: str) -> int:
    eigen = ["--map", str(huis / f"kluis-{kluis}"), "--wachtzin-bestand", str(huis / "wachtzin")]
    waar = ["--naam-bestand", str(huis / wie), "--naar", str(huis / naar)]
    return main(["onderteken", str(huis / pdf), "--als", als, *waar, *eigen])


def dossier(huis: Path) -> list[str]:
    plek = ["--map", str(huis / "kluis-1"), "--wachtzin-bestand", str(huis / "wachtzin")]
    return ["--dossier", "waterlelie", *plek]


def test_drie_professionals_met_elk_een_eigen_kluis_en_het_dossier_kent_de_laatste_versie(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In een andere volgorde dan de plekken: dat mag. Een oude versie valt daarna op."""
    assert sign(huis, "plan.pdf", "casusregisseur", 3, "mo", "twee.pdf") == 0
    assert sign(huis, "twee.pdf", "Partij-2", 2, "lou", "drie.pdf") == 0
    capsys.readouterr()
    assert main(["controleer", str(huis / "drie.pdf"), *dossier(huis)]) == 0
    assert "nieuwer dan wat het dossier kende" in capsys.readouterr().out
    assert main(["controleer", str(huis / "drie.pdf"), *dossier(huis)]) == 0
    assert "laatste versie die het dossier kent" in capsys.readouterr().out
    assert main(["controleer", str(huis / "twee.pdf"), *dossier(huis)]) == 1
    uit = capsys.readouterr().out
    assert uit.startswith("Niet goed")
    assert "niet de laatste versie die het dossier kent. In de laatste versie tekende ook: partij-2." in uit


def test_de_invoer_blijft_heel_en_een_bestand_dat_er_al_is_ook(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heel = (huis / "plan.pdf").read_bytes()
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "plan.pdf") == 1
    assert "er is niets overschreven" in capsys.readouterr().err
    assert (huis / "plan.pdf").read_bytes() == heel


@pytest.mark.parametrize(
    ("als", "kluis", "wie", "woorden"),
    [
        ("partij-1", 2, "lou", "Op deze plek staat al een handtekening."),
        (
            "partij-9",
            2,
            "lou",
            "Deze plekken zijn nog vrij: partij-2 (Procesregisseur), partij-3 (Casusregisseur).",
        ),
        ("Lou Visser", 2, "lou", "Op deze plek kan in dit document niet worden ondertekend."),
    ],
)
def test_een_plek_die_niet_kan_wordt_gezegd_voordat_er_iets_is_gevraagd(
    huis: Path, als: str, kluis: int, wie: str, woorden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(huis, "plan.pdf", als, kluis, wie, "nooit.pdf") == 1
    assert woorden in capsys.readouterr().err
    assert not (huis / "nooit.pdf").exists()


def test_wie_al_tekende_tekent_niet_ook_op_de_plek_van_een_ander(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "lou.pdf") == 0
    assert sign(huis, "lou.pdf", "partij-3", 2, "lou", "nooit.pdf") == 1
    assert "U hebt dit document al ondertekend, met deze sleutel." in capsys.readouterr().err
    assert not (huis / "nooit.pdf").exists()


def test_twee_die_los_van_elkaar_tekenen_hebben_twee_bestanden_en_dat_wordt_gezegd(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lou tekent het plan, en Mo tekent ook het plan in plaats van wat Lou tekende."""
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "tak-lou.pdf") == 0
    main(["controleer", str(huis / "tak-lou.pdf"), *dossier(huis)])
    assert sign(huis, "plan.pdf", "partij-3", 3, "mo", "tak-mo.pdf") == 0
    capsys.readouterr()
    assert main(["controleer", str(huis / "tak-mo.pdf"), *dossier(huis)]) == 1
    assert "Laat opnieuw tekenen, na elkaar in één bestand." in capsys.readouterr().out


def test_een_veranderd_bestand_wordt_niet_ondertekend(huis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stuk = (huis / "plan.pdf").read_bytes().replace(b"/PageMode /UseNone", b"/PageMode /UseNonf", 1)
    (huis / "stuk.pdf").write_bytes(stuk)
    assert sign(huis, "stuk.pdf", "partij-2", 2, "lou", "nooit.pdf") == 1
    assert "Dit bestand kan niet worden ondertekend." in capsys.readouterr().err
    assert not (huis / "nooit.pdf").exists()


def codes(capsys: pytest.CaptureFixture[str]) -> set[str]:
    return {b["code"] for b in json.loads(capsys.readouterr().out)["bevindingen"]}


def test_een_ouder_bestand_en_een_vreemd_bestand_hebben_een_eigen_code(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """VP833 voor wat niet de laatste versie is; VP832 voor wat dit dossier niet kent."""
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "nieuwer.pdf") == 0
    main(["controleer", str(huis / "nieuwer.pdf"), *dossier(huis)])
    capsys.readouterr()
    assert main(["controleer", str(huis / "plan.pdf"), "--json", *dossier(huis)]) == 1
    assert "VP833" in codes(capsys)
    (huis / "vreemd.pdf").write_bytes(twee())
    assert main(["controleer", str(huis / "vreemd.pdf"), "--json", *dossier(huis)]) == 1
    assert codes(capsys) == {"VP832"}


def test_na_het_tekenen_staat_er_wie_nog_moet_en_dat_het_nieuwe_bestand_verder_gaat(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "verder-1.pdf") == 0
    fout = " ".join(capsys.readouterr().err.split())
    assert "Nog niet ondertekend: partij-3 (Casusregisseur). Stuur dit nieuwe bestand veilig" in fout
    assert sign(huis, "verder-1.pdf", "partij-3", 3, "mo", "verder-2.pdf") == 0
    assert "Op elke plek is getekend." in capsys.readouterr().err


def test_een_sleutel_van_de_organisatie_heeft_geen_kluis_nodig(
    huis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ook niet om te maken: er komt niets bij op deze computer dan het getekende bestand."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    sleutel = make_identity("Mo Smit", WACHTZIN, datetime.now(UTC))
    (tmp_path / "mo.p12").write_bytes(sleutel)
    (tmp_path / "zin").write_bytes(WACHTZIN)
    opdracht = [
        "onderteken",
        str(huis / "plan.pdf"),
        "--als",
        "partij-3",
        "--naar",
        str(tmp_path / "uit.pdf"),
    ]
    eigen = ["--sleutelbestand", str(tmp_path / "mo.p12"), "--wachtzin-bestand", str(tmp_path / "zin")]
    assert main([*opdracht, *eigen]) == 0
    assert not (tmp_path / "gegevens").exists()
    (tmp_path / "lijst").mkdir()
    eigen_certificaat = load_pkcs12(sleutel, WACHTZIN).cert
    assert eigen_certificaat is not None
    (tmp_path / "lijst" / "mo.pem").write_bytes(pem(eigen_certificaat.certificate))
    capsys.readouterr()
    controle = ["controleer", str(tmp_path / "uit.pdf"), "--verwacht", "casusregisseur"]
    assert main([*controle, "--vertrouwd", str(tmp_path / "lijst")]) == 0
    assert (
        "een certificaat van een uitgever die uw organisatie vertrouwt, geldig van" in capsys.readouterr().out
    )
    (tmp_path / "zin").write_text("een andere wachtzin")
    assert main([*opdracht[:-1], str(tmp_path / "nooit.pdf"), *eigen]) == 1
    assert "De handtekening gaat niet open met deze wachtzin." in capsys.readouterr().err
    assert not (tmp_path / "nooit.pdf").exists()


def test_een_adres_dat_geen_dienst_is_of_zwijgt_laat_niets_half_achter(
    huis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eigen = [
        "--map",
        str(huis / "kluis-2"),
        "--wachtzin-bestand",
        str(huis / "wachtzin"),
        "--als",
        "partij-2",
    ]
    opdracht = ["onderteken", str(huis / "plan.pdf"), *eigen, "--naar", str(tmp_path / "uit.pdf")]
    assert main([*opdracht, "--tijdstempel", "file:///etc/passwd"]) == 2
    assert "geen adres van een tijdstempeldienst" in capsys.readouterr().err
    naam = ["--naam-bestand", str(huis / "lou")]
    assert main([*opdracht, *naam, "--tijdstempel", "http://127.0.0.1:9/tijd"]) == 1
    assert "De tijdstempeldienst antwoordt niet. Er is niets ondertekend." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_een_nieuwe_sleutel_valt_op_tot_u_hebt_nagevraagd_of_zij_klopt(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lou tekende eerder met een andere sleutel; na een telefoontje kent het dossier ook de nieuwe."""
    assert sign(huis, "plan.pdf", "partij-2", 2, "lou", "oud-1.pdf") == 0
    main(["controleer", str(huis / "oud-1.pdf"), *dossier(huis)])
    assert sign(huis, "plan.pdf", "partij-2", 9, "lou", "nieuw-1.pdf") == 0
    capsys.readouterr()
    assert main(["controleer", str(huis / "nieuw-1.pdf"), "--json", *dossier(huis)]) == 1
    assert "VP825" in codes(capsys)
    assert (
        main(
            ["controleer", str(huis / "nieuw-1.pdf"), "--json", "--sleutel-klopt", "partij-2", *dossier(huis)]
        )
        == 1
    )
    assert "VP825" not in codes(capsys)  # wel: dat dit niet de laatste versie is
    assert main(["controleer", str(huis / "nieuw-1.pdf"), "--sleutel-klopt", "partij-2"]) == 2
