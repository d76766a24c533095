"""Tekst om na te zien voordat een kopie weggaat: waar iemand is, en wie er helpt."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import omgeving, with_values
from tests.plan.test_kopie_persoon import NOOR, SEM, huis
from veiligheidsplan.plan.nazien import doubtful, looks_like
from veiligheidsplan.plan.weggelaten import left_out

ADRES, TELEFOON, MAIL, ORGANISATIE, PLAATS = (
    f"lijkt_op_{soort}" for soort in ("adres", "telefoon", "mail", "organisatie", "plaats")
)


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Noor slaapt in de Dorpsstraat 12.", ADRES),
        ("Het is 6511 AB.", ADRES),
        ("Noor is in de vrouwenopvang.", ADRES),
        ("Bel 06-12345678.", TELEFOON),
        ("Bel 06 12 34 56 78 als het niet gaat.", TELEFOON),
        ("+31 6 12345678", TELEFOON),
        ("0031612345678", TELEFOON),
        ("(024) 360 40 00", TELEFOON),
        ("Mail naar kim@voorbeeld.nl", MAIL),
        ("kim (at) voorbeeld.nl", MAIL),
        ("Bo gaat naar school De Regenboog.", ORGANISATIE),
        ("Noor praat met Moviera.", ORGANISATIE),
        ("Zij is bij de Blijf Groep.", ORGANISATIE),
        ("Noor woont nu in Tiel.", PLAATS),
    ],
)
def test_wat_iets_kan_verraden_wordt_gezien(tekst: str, soort: str) -> None:
    assert soort in {zin for zin, lijkt in looks_like(omgeving()).items() if lijkt(tekst)}


@pytest.mark.parametrize(
    "tekst",
    [
        "Bel 112 of Veilig Thuis, 0800-2000.",
        "Sem belt de huisarts over hulp bij alcohol.",
        "Op 7 december 2026 om 20.00 uur komt Kim.",
        "De buren helpen mee.",
        "Sem gaat naar huis. Noor blijft.",
        "Tussen 08.00 en 09.30 uur.",
        "Wij praten 3 keer per week met de groep.",
        "",
    ],
)
def test_gewone_zinnen_en_nummers_die_iedereen_mag_weten_geven_geen_vraag(tekst: str) -> None:
    assert [zin for zin, lijkt in looks_like(omgeving()).items() if lijkt(tekst)] == []


def test_alleen_tekst_die_op_deze_kopie_komt_wordt_nagezien() -> None:
    """Wat een ander privé heeft, wordt bij deze lezer niet genoemd: ook niet aan de professional die vraagt."""
    d = huis(
        ("eigen_veiligheid:1", "vertrouwd", "Bel 06-12345678."),
        ("afspraak:1", "wat", "Mail kim@voorbeeld.nl."),
    )
    o = omgeving()

    def gezien(voor: str, **eigen: str) -> set[tuple[str, str]]:
        return {(v.onderwerp, v.veld) for v in doubtful(d, o, voor, **eigen)}  # type: ignore[arg-type]

    prive, samen = ("eigen_veiligheid:1", "vertrouwd"), ("afspraak:1", "wat")
    assert gezien("gezamenlijk") == {samen}
    assert gezien(NOOR) == {samen}
    assert gezien(NOOR, eigen="mee") == {samen, prive}
    assert gezien(NOOR, eigen="apart") == {prive}
    assert gezien(SEM, eigen="mee") == {samen}
    assert gezien("professional") == set()


def test_werkgegevens_van_de_medewerker_zijn_geen_vraag() -> None:
    d = with_values(
        huis(), ("medewerker", "organisatie", "Buurtteam Tiel"), ("regie", "telefoon", "024 360 40 00")
    )
    assert doubtful(d, omgeving(), "gezamenlijk") == doubtful(huis(), omgeving(), "gezamenlijk")


def test_vooraf_noemt_soorten_en_van_wie_maar_nooit_de_inhoud() -> None:
    regels = left_out(huis(), omgeving(), SEM)
    assert "Eigen veiligheid van iemand: Noor" in regels
    assert "Eigen actie: Noor" in regels
    assert not [r for r in regels if "zwaluw" in r or "merel" in r]
    met = left_out(huis(), omgeving(), NOOR, eigen="mee")
    assert "Eigen actie: Noor" not in met
    assert "Eigen actie: Noor" in left_out(huis(), omgeving(), NOOR)
