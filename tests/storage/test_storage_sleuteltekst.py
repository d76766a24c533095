"""Keys that people retype: a mistake is told, a different way of typing is not a mistake."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage import sleuteltekst
from veiligheidsplan.storage.seal_sleutelhouder import (
    Sleutelpaar,
    new_herstelsleutel,
    read_herstelsleutel,
    read_openbaar,
    write_openbaar,
)
from veiligheidsplan.storage.sleuteltekst import ALFABET, Typfout, decode, encode

bytes20 = st.binary(min_size=20, max_size=20)


@given(bytes20)
def test_een_sleutel_die_is_overgetypt_zoals_hij_er_staat_geeft_dezelfde_bytes(inhoud: bytes) -> None:
    assert decode("herstelsleutel", encode("herstelsleutel", inhoud), 20) == inhoud


@given(bytes20, st.randoms())
def test_kleine_letters_spaties_streepjes_en_lijkende_tekens_maken_niet_uit(
    inhoud: bytes, kans: object
) -> None:
    tekst = encode("herstelsleutel", inhoud)
    for van, naar in (("0", "o"), ("1", "l"), ("-", " – ")):
        tekst = tekst.replace(van, naar)
    assert decode("herstelsleutel", f"\t {tekst.lower()}\n", 20) == inhoud


@given(bytes20, st.integers(0, 43), st.sampled_from(ALFABET))
@settings(max_examples=300)
def test_een_verkeerd_teken_wordt_altijd_als_typfout_herkend(inhoud: bytes, plek: int, teken: str) -> None:
    tekst = encode("herstelsleutel", inhoud)
    assume(tekst[plek] not in ("-", teken))
    with pytest.raises(Typfout):
        decode("herstelsleutel", tekst[:plek] + teken + tekst[plek + 1 :], 20)


def test_twee_omgewisselde_tekens_zijn_een_typfout() -> None:
    tekst = encode("herstelsleutel", bytes(range(20)))
    for plek in range(len(tekst) - 1):
        if "-" not in tekst[plek : plek + 2] and tekst[plek] != tekst[plek + 1]:
            with pytest.raises(Typfout):
                decode("herstelsleutel", tekst[:plek] + tekst[plek + 1] + tekst[plek] + tekst[plek + 2 :], 20)


@pytest.mark.parametrize(
    ("tekst", "waar"),
    [
        ("", "er zijn 36 tekens nodig en het zijn er 0"),
        ("0000-0000", "er zijn 36 tekens nodig en het zijn er 8"),
        ("0000-0U00", "in groep 2 staat een teken dat niet voorkomt in een sleutel"),
        ("\x1b[31m0000", "in groep 1 staat een teken dat niet voorkomt in een sleutel"),
        ("0" * 36, "de laatste vier tekens passen niet bij de rest"),
    ],
)
def test_een_typfout_zegt_wat_er_is_gezien(tekst: str, waar: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        read_herstelsleutel(tekst)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, bevinding.uitleg) == ("VP703", f"In de herstelsleutel zit een typfout: {waar}.")


@given(st.text(max_size=60))
def test_geen_enkele_tekst_geeft_een_andere_fout_dan_een_typfout(tekst: str) -> None:
    with pytest.raises(BevindingenFout):
        read_herstelsleutel(tekst)
    with pytest.raises(BevindingenFout):
        read_openbaar(tekst)


def test_een_herstelsleutel_is_160_bits_en_geeft_steeds_hetzelfde_paar() -> None:
    paar, tekst = new_herstelsleutel()
    assert len(tekst.replace("-", "")) == 36
    assert read_herstelsleutel(tekst) == paar
    assert new_herstelsleutel()[1] != tekst


def test_een_openbare_sleutel_gaat_heen_en_weer_en_is_geen_herstelsleutel() -> None:
    paar = Sleutelpaar.new()
    tekst = write_openbaar(paar.openbaar)
    assert read_openbaar(tekst) == paar.openbaar
    with pytest.raises(BevindingenFout) as fout:
        read_openbaar(tekst.replace(tekst[0], "Z" if tekst[0] != "Z" else "Y", 1))
    assert fout.value.bevindingen[0].code == "VP705"
    anders = sleuteltekst.encode("iets anders", paar.openbaar)
    with pytest.raises(BevindingenFout):
        read_openbaar(anders)


def test_een_geheim_staat_niet_in_de_weergave_van_een_paar() -> None:
    paar = Sleutelpaar.new()
    assert repr(paar.geheim) not in repr(paar)
