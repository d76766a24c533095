"""Een sleutel van de organisatie, met de uitgever erbij, en de lijst van uitgevers die zij vertrouwt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.signing.organisatie import JAAR, certificate, issuer, key, key_file, pem
from tests.signing.plan import NU, UUR, WACHTZIN, een, identiteit, leeg
from veiligheidsplan.app.vertrouwd import load_trusted
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.verify import Controle, verify


def check(pdf: bytes, map_: Path | None = None) -> Controle:
    vertrouwd = load_trusted(map_, NU)[0] if map_ else ()
    return verify(pdf, verwacht=(), vertrouwd=vertrouwd)


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    """De lijst van de gemeente: één uitgever."""
    (tmp_path / "uitgever.pem").write_bytes(pem(issuer()))
    (tmp_path / "LEESMIJ.txt").write_text("van de gemeente")
    return tmp_path


@pytest.mark.parametrize("soort", ["p256", "p384", "rsa2048", "rsa3072"])
def test_een_sleutel_van_de_organisatie_tekent_en_zegt_wie_het_certificaat_gaf(
    soort: str, lijst: Path
) -> None:
    pdf = sign(een(), key_file(soort=soort), WACHTZIN, veld="partij-2", nu=NU + UUR)
    kaal, kent = check(pdf), check(pdf, lijst)
    assert kaal.goed
    assert kent.goed
    assert [h.certificaat for h in kaal.handtekeningen] == ["zelf gemaakt", "onbekende uitgever"]
    assert [h.certificaat for h in kent.handtekeningen] == ["zelf gemaakt", "vertrouwd"]
    assert kent.handtekeningen[1].uitgever == "Tussenschakel"
    assert "bewijst niet wie" in " ".join(kaal.toelichting)
    assert "die uw organisatie vertrouwt" in " ".join(kent.toelichting)
    assert "rechtsgeldig" not in " ".join((*kaal.toelichting, *kent.toelichting))


@pytest.mark.parametrize(
    ("bestand", "wachtzin", "code"),
    [
        (lambda: key_file(), b"verkeerd", "VP811"),
        (lambda: b"geen sleutel", WACHTZIN, "VP811"),
        (lambda: b"", WACHTZIN, "VP811"),
        (lambda: key_file(jaren=-3), WACHTZIN, "VP816"),
        (lambda: key_file(jaren=3), WACHTZIN, "VP817"),
        (lambda: key_file(soort="rsa1024"), WACHTZIN, "VP818"),
        (lambda: key_file(soort="ed25519"), WACHTZIN, "VP818"),
        (lambda: key_file(tekenen=False), WACHTZIN, "VP818"),
    ],
    ids=[
        "wachtzin",
        "geen bestand",
        "leeg",
        "verlopen",
        "nog niet",
        "te zwak",
        "andere soort",
        "niet om te tekenen",
    ],
)
def test_een_sleutel_die_niet_kan_wordt_gezegd(
    bestand: Callable[[], bytes], wachtzin: bytes, code: str
) -> None:
    with pytest.raises(BevindingenFout) as fout:
        sign(leeg(), bestand(), wachtzin, veld="partij-1", nu=NU)
    assert [b.code for b in fout.value.bevindingen] == [code]


def test_een_nagemaakte_uitgever_met_dezelfde_naam_wordt_niet_vertrouwd(tmp_path: Path) -> None:
    vals = certificate("Uitgever Voorbeeld", key("p256"), "Uitgever Voorbeeld", key("p256"), ca=True)
    (tmp_path / "vals.pem").write_bytes(pem(vals))
    pdf = sign(een(), key_file(), WACHTZIN, veld="partij-2", nu=NU + UUR)
    assert check(pdf, tmp_path).handtekeningen[1].certificaat == "onbekende uitgever"


def test_een_zelf_gemaakte_sleutel_kan_ook_op_de_lijst_staan(tmp_path: Path) -> None:
    """Een klein team vertrouwt de sleutels van elkaar: elk certificaat in een eigen bestand."""
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    eigen = load_pkcs12(identiteit("Wijkteam"), WACHTZIN).cert
    assert eigen is not None
    (tmp_path / "wijkteam.crt").write_bytes(pem(eigen.certificate))
    pdf = sign(een(), identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)
    assert [h.certificaat for h in check(pdf, tmp_path).handtekeningen] == ["zelf gemaakt", "vertrouwd"]


@pytest.mark.parametrize(
    ("naam", "inhoud", "woorden"),
    [
        ("a.pem", b"hallo", "is geen bestand met certificaten"),
        ("a.pem", b"", "is geen bestand met certificaten"),
        ("a.der", b"\x30\x82\xff\xff", "is geen bestand met certificaten"),
        (
            "a.pem",
            b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "staat een geheime sleutel",
        ),
        ("a.txt", b"niets", "In deze map staat geen certificaat."),
    ],
)
def test_een_lijst_die_niet_klopt_wordt_gezegd_en_niet_half_gebruikt(
    naam: str, inhoud: bytes, woorden: str, tmp_path: Path
) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(BevindingenFout) as fout:
        load_trusted(tmp_path, NU)
    assert {b.code for b in fout.value.bevindingen} == {"VP834"}
    assert woorden in fout.value.bevindingen[0].uitleg


def test_een_verlopen_certificaat_op_de_lijst_is_een_waarschuwing_en_wie_toen_tekende_blijft_vertrouwd(
    lijst: Path,
) -> None:
    certificaten, gezien = load_trusted(lijst, NU + 2 * JAAR)
    assert [(b.code, b.uitleg) for b in gezien] == [
        ("VP835", "Een certificaat in «uitgever.pem» is verlopen sinds 20-11-2027.")
    ]
    pdf = sign(een(), key_file(), WACHTZIN, veld="partij-2", nu=NU + UUR)
    assert verify(pdf, vertrouwd=certificaten).handtekeningen[1].certificaat == "vertrouwd"
    vroeg = load_trusted(lijst, NU - 2 * JAAR)[1]
    assert [b.uitleg for b in vroeg] == ["Een certificaat in «uitgever.pem» is pas geldig vanaf 20-11-2025."]


def test_wie_tekent_na_de_laatste_dag_van_de_uitgever_is_niet_vertrouwd(tmp_path: Path) -> None:
    kort = certificate(
        "Uitgever Voorbeeld",
        key("p384"),
        "Uitgever Voorbeeld",
        key("p384"),
        ca=True,
        tot=NU + timedelta(days=1),
    )
    (tmp_path / "uitgever.cer").write_bytes(pem(kort))
    laat = sign(een(), key_file(), WACHTZIN, veld="partij-2", nu=NU + timedelta(days=2))
    assert check(laat, tmp_path).handtekeningen[1].certificaat != "vertrouwd"
