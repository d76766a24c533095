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
        "",
    ],
)
def test_een_gewone_zin_geeft_geen_vraag(tekst: str) -> None:
    assert looks_like_address(STAP, tekst) is None


def test_een_lange_tekst_vol_punten_en_streepjes_houdt_het_gesprek_niet_op() -> None:
    """Twintigduizend tekens waar een straatnaam had kunnen staan: eerst duurde dat een minuut."""
    for stuk in ("a.", "a-", "a'"):
        assert looks_like_address(STAP, stuk * 10_000) is None
        assert looks_like_address(STAP, stuk * 9_990 + " Dorpsstraat 12") is not None
