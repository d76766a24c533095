"""Datums, tijden en getallen zoals mensen ze typen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.cli.typed import Weigering, in_words, read_typed
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort

VANDAAG = date(2026, 11, 24)  # een dinsdag
BIJZONDER = (Keuze("weet_niet", "Weet ik niet"), Keuze("wil_niet_zeggen", "Wil ik niet zeggen"))


def stap(soort: Stapsoort, **meer: object) -> Stap:
    """Een vraag van deze soort."""
    return Stap("s/1", soort, "Vraag?", "Sectie", bijzonder=BIJZONDER, **meer)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("7 december 2026", date(2026, 12, 7)),
        ("7 dec 2026", date(2026, 12, 7)),
        ("maandag 7 december 2026", date(2026, 12, 7)),
        ("7-12-2026", date(2026, 12, 7)),
        ("07/12/2026", date(2026, 12, 7)),
        ("7.12.2026", date(2026, 12, 7)),
        ("2026-12-07", date(2026, 12, 7)),
        ("3 mrt 2027", date(2027, 3, 3)),
        ("Vandaag", VANDAAG),
        ("morgen", date(2026, 11, 25)),
        ("overmorgen", date(2026, 11, 26)),
        ("vrijdag", date(2026, 11, 27)),
        ("dinsdag", date(2026, 12, 1)),  # op dinsdag is «dinsdag» die van volgende week
    ],
)
def test_een_datum_mag_op_vele_manieren(tekst: str, datum: date) -> None:
    """Op dinsdag 24 november 2026 betekent «vrijdag» 27 november."""
    assert read_typed(stap("datum"), tekst, VANDAAG) == datum


@pytest.mark.parametrize(
    "tekst", ["31 februari 2026", "7-13-2026", "7 december", "7-12-26", "12", "gister", "0-0-0000"]
)
def test_een_onduidelijke_datum_wordt_niet_geraden(tekst: str) -> None:
    """Een dag die niet bestaat, of een datum zonder jaar, geeft uitleg en geen datum."""
    assert isinstance(read_typed(stap("datum"), tekst, VANDAAG), Weigering)


def test_vandaag_kan_alleen_als_bekend_is_welke_dag_het_is() -> None:
    """Zonder datum van vandaag is «vandaag» geen antwoord."""
    assert isinstance(read_typed(stap("datum"), "vandaag", None), Weigering)


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [("14.30", "14:30"), ("14:30", "14:30"), ("14u30", "14:30"), ("9.05", "09:05"), ("14.30 uur", "14:30"),
     ("14 uur", "14:00"), ("0:00", "00:00"), ("8u", "08:00")],
)  # fmt: skip
def test_een_tijd_mag_met_punt_dubbele_punt_of_uur(tekst: str, tijd: str) -> None:
    """«14.30 uur» en «14:30» zijn hetzelfde."""
    assert read_typed(stap("tijd"), tekst) == tijd


@pytest.mark.parametrize("tekst", ["24:00", "14.60", "14", "half drie", "1430", "14.3", "-1:00"])
def test_een_onduidelijke_tijd_wordt_niet_geraden(tekst: str) -> None:
    """«14» alleen kan van alles zijn."""
    assert isinstance(read_typed(stap("tijd"), tekst), Weigering)


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [("0", 0), ("10", 10), (" 7 ", 7), ("11", "van 0 tot en met 10"), ("-1", "van 0"), ("7,5", "heel getal"),
     ("zeven", "heel getal"), ("٣", "heel getal"), ("1" * 5000, "heel getal"), ("1_0", "heel getal"),
     ("", "antwoord nodig")],
)  # fmt: skip
def test_een_getal_blijft_binnen_de_grenzen(tekst: str, uit: int | str) -> None:
    """Van 0 tot en met 10: 0 en 10 mogen, 11 en 7,5 niet."""
    gelezen = read_typed(stap("schaal", van=0, tot=10), tekst)
    if isinstance(uit, int):
        assert gelezen == uit
    else:
        assert isinstance(gelezen, Weigering)
        assert uit in gelezen.uitleg


@pytest.mark.parametrize("soort", ["getal", "schaal", "datum", "tijd", "tekst"])
@pytest.mark.parametrize(
    ("tekst", "code"),
    [("weet ik niet", "weet_niet"), ("Weet niet.", "weet_niet"), ("WIL IK NIET  ZEGGEN", "wil_niet_zeggen")],
)  # fmt: skip
def test_weet_niet_en_wil_niet_zeggen_kunnen_bij_elke_getypte_vraag(
    soort: Stapsoort, tekst: str, code: str
) -> None:
    """De woorden zelf zijn het antwoord, in hoofdletters of niet."""
    assert read_typed(stap(soort), tekst, VANDAAG) == code


def test_niets_typen_kan_alleen_bij_een_vraag_die_leeg_mag() -> None:
    """Een lege regel is geen antwoord op een verplichte vraag."""
    assert read_typed(stap("tekst", verplicht=False), "  ") is None
    assert isinstance(read_typed(stap("tekst"), "  "), Weigering)


def test_getypte_tekst_bevat_geen_stuurtekens() -> None:
    """Geplakte escapereeksen en richtingtekens blijven niet in het antwoord."""
    assert read_typed(stap("tekst"), "a\x1b[31mb\u202ec\nd") == "abc d"
    assert read_typed(stap("tekst", meer_regels=True), "a\nb") == "a\nb"


@settings(max_examples=100, deadline=None)
@given(datum=st.dates())
def test_een_datum_in_woorden_is_weer_dezelfde_datum(datum: date) -> None:
    """Wat wij tonen, mag ook worden getypt."""
    if datum.year >= 1000:
        assert read_typed(stap("datum"), in_words(datum)) == datum


@settings(max_examples=150, deadline=None)
@given(tekst=st.text(max_size=40), soort=st.sampled_from(["getal", "schaal", "datum", "tijd", "tekst"]))
def test_geen_enkele_tekst_loopt_vast(tekst: str, soort: Stapsoort) -> None:
    """Elke tekst is een antwoord of krijgt uitleg."""
    read_typed(stap(soort), tekst, VANDAAG)
