"""Een tijdstempeldienst die goed werkt, zwijgt, iets anders zegt of liegt: alleen de eerste levert een handtekening."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.signing.plan import NU, UUR, WACHTZIN, een, identiteit, leeg
from tests.signing.tijddienst import Antwoord, answer, server, service_key
from veiligheidsplan.app.tijdstempelpost import is_address, to_service
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.verify import verify


def stamped(geef: Antwoord, pdf: bytes | None = None) -> bytes:
    with server(geef) as url:
        return sign(
            pdf or leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU, tijdstempel=to_service(url)
        )


def test_de_tijd_van_een_dienst_staat_naast_die_van_de_computer_met_wie_het_zegt() -> None:
    uit = verify(stamped(answer(NU + timedelta(seconds=3))), verwacht=("partij-1",))
    assert uit.goed
    stempel = uit.handtekeningen[0].tijdstempel
    assert stempel is not None
    assert (stempel.moment, stempel.dienst) == (NU + timedelta(seconds=3), "Tijddienst Voorbeeld")
    assert (stempel.klopt, stempel.vertrouwd) == (True, False)
    tekst = " ".join(uit.toelichting)
    assert "Een tijdstempeldienst bevestigt" in tekst
    assert "niet in haar lijst" in tekst
    assert "komt van de computer" not in tekst


def test_een_dienst_die_uw_organisatie_vertrouwt_wordt_zo_genoemd() -> None:
    uit = verify(stamped(answer(NU)), verwacht=("partij-1",), vertrouwd=[service_key()[0]])
    stempel = uit.handtekeningen[0].tijdstempel
    assert stempel is not None
    assert stempel.vertrouwd
    assert uit.handtekeningen[0].certificaat == "zelf gemaakt"


def test_na_een_tijdstempel_tekent_de_volgende_gewoon_verder() -> None:
    eerste = stamped(answer(NU))
    uit = verify(sign(eerste, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR))
    assert uit.goed
    assert [h.tijdstempel is not None for h in uit.handtekeningen] == [True, False]


@pytest.mark.parametrize(
    ("geef", "woorden"),
    [
        (lambda vraag: b"<html>hallo</html>", "gaf geen goed antwoord"),
        (lambda vraag: b"", "gaf geen goed antwoord"),
        (lambda vraag: b"0" * 300_000, "gaf geen goed antwoord"),
        (lambda vraag: bytes.fromhex("30053003020102"), "gaf geen goed antwoord"),
        (answer(NU, ander=True), "gaf geen goed antwoord"),
        (answer(NU + timedelta(days=400)), "noemt een heel andere tijd"),
        (answer(NU - timedelta(minutes=11)), "noemt een heel andere tijd"),
    ],
    ids=[
        "een bladzijde",
        "niets",
        "te veel",
        "geweigerd",
        "iets anders gestempeld",
        "een jaar later",
        "te vroeg",
    ],
)
def test_een_dienst_die_iets_anders_zegt_levert_geen_handtekening(geef: Antwoord, woorden: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        stamped(geef)
    assert [b.code for b in fout.value.bevindingen] == ["VP824"]
    assert woorden in fout.value.bevindingen[0].uitleg
    assert "Er is niets ondertekend." in fout.value.bevindingen[0].uitleg


@pytest.mark.parametrize("status", [404, 500, 301])
def test_een_dienst_die_er_niet_is_of_ons_doorstuurt_antwoordt_niet(status: int) -> None:
    """Ook een doorverwijzing naar een ander adres wordt niet gevolgd: alleen wat u typte, wordt gevraagd."""
    with (
        server(answer(NU)) as ander,
        server(answer(NU), status=status, naar=ander) as url,
        pytest.raises(BevindingenFout) as fout,
    ):
        sign(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU, tijdstempel=to_service(url))
    assert "antwoordt niet" in fout.value.bevindingen[0].uitleg


def test_een_dienst_die_uit_staat_antwoordt_niet() -> None:
    with server(answer(NU)) as url:
        pass
    with pytest.raises(BevindingenFout) as fout:
        sign(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU, tijdstempel=to_service(url))
    assert "antwoordt niet" in fout.value.bevindingen[0].uitleg


def test_een_tijdstempel_van_een_andere_handtekening_klopt_niet() -> None:
    """Het antwoord van de dienst opnieuw gebruikt, bij een ander document: VP823 bij controleren."""
    from tests.signing.aanvaller import replay

    uit = verify(replay(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU, geef=answer(NU)))
    assert not uit.goed
    assert "VP823" in {b.code for b in uit.bevindingen}


@pytest.mark.parametrize(
    ("url", "kan"),
    [
        ("http://tijd.invalid/tsa", True),
        ("https://tijd.invalid", True),
        ("file:///etc/passwd", False),
        ("ftp://tijd.invalid", False),
        ("tijd.invalid", False),
        ("http://", False),
        ("http://naam:geheim@tijd.invalid", False),
        ("http://[", False),
    ],
)
def test_alleen_een_adres_op_het_web_zonder_wachtwoord_is_een_dienst(url: str, kan: bool) -> None:
    assert is_address(url) is kan


def test_zonder_te_vragen_gaat_er_niets_over_het_netwerk(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def closed(*args: object) -> None:
        raise AssertionError("het netwerk is gebruikt")

    monkeypatch.setattr(socket.socket, "connect", closed)
    assert verify(een(), verwacht=("partij-1",)).goed
    assert sign(een(), identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU)
