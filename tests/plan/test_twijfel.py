"""Text that looks like an address is questioned before it is saved."""

from __future__ import annotations

import pytest

from veiligheidsplan.plan.stap import Stap
from veiligheidsplan.plan.twijfel import looks_like_address

STAP = Stap("afspraak:1/wat", "tekst", "Wat spreekt u af?", "Afspraken")


@pytest.mark.parametrize(
    "tekst",
    [
        "Noor slaapt op Dorpsstraat 12",
        "naar de lange kerkweg 3b",
        "post naar 6511 AB",
        "6511ab",
        "Zij gaat naar het opvanghuis",
        "naar de vrouwenopvang",
        "het geheim adres is bekend",
        "blijf-van-mijn-lijfhuis",
        "zij zit nu op de Brink 4",
        "bij Sint Jacob 14b, derde deur",
        "de flat, huisnummer 9",
        "achter de Nieuwe Haven 112",
        "kijk op https://voorbeeld.invalid/kaart",
        "51.84231, 5.85283",
    ],
)
def test_een_adres_of_opvangplek_geeft_een_vraag(tekst: str) -> None:
    bevinding = looks_like_address(STAP, tekst)
    assert bevinding is not None
    assert "adres" in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "Ik bel om 20.00 uur",
        "Sem slaapt bij zijn broer",
        "Bo gaat naar de kinderopvang",
        "adres bekend bij Kim",
        "op weg naar school",
        "Ik ga met Bo 3 keer per week naar buiten",
        "Daarna is Sem 12 jaar",
        "Wij spreken elkaar op Maandag 7 december",
        "Bij gevaar bel ik 112",
        "Lukt het niet, dan bel ik Kim. 2 dagen later komt zij",
        "Wij gaan naar Fase 2",
        "",
    ],
)
def test_een_gewone_zin_geeft_geen_vraag(tekst: str) -> None:
    assert looks_like_address(STAP, tekst) is None


def test_een_lange_tekst_vol_punten_en_streepjes_houdt_het_gesprek_niet_op() -> None:
    """Tot twintigduizend tekens waar een straatnaam had kunnen staan: eerst duurde dat een minuut."""
    for stuk in ("a.", "a-", "a'", "A a ", "Aa "):
        assert looks_like_address(STAP, stuk * 5_000) is None
        assert looks_like_address(STAP, stuk * 4_990 + " Dorpsstraat 12") is not None
