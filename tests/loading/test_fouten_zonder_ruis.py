"""Every fault at its own place, told once, and none hidden behind another one."""

from __future__ import annotations

import pytest

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading.models import inspect_instrument_text

KOP = """formaat: 1
id: moestuin
versie: 0.1.0
titel: Moestuin
soort: leefdomeinen
status: concept
validatie: niet_gevalideerd
per: persoon
eigenaar: Tuinclub
verantwoording: Een oefening over tuinen.
"""


def found(tekst: str) -> list[tuple[str, str]]:
    """Of each finding its code and the text at its place."""
    gevonden = inspect_instrument_text(KOP + tekst, "i.yaml")[1]
    return sorted((b.code, _word(b)) for b in gevonden)


def _word(bevinding: Bevinding) -> str:
    plaats = bevinding.plaats
    assert plaats is not None
    assert plaats.regeltekst is not None
    assert plaats.eind_kolom is not None
    return plaats.regeltekst[plaats.kolom - 1 : plaats.eind_kolom - 1]


def test_achter_een_type_dat_niet_bestaat_verdwijnt_geen_andere_fout() -> None:
    vraag = "{tekst: Wat?, type: teks, periode: week, gewcht: 2, niet_in_bijzijn: [kinderen]}"
    assert found(f"onderdelen: {{rek: {{titel: R, vragen: {{a: {vraag}}}}}}}\n") == [
        ("VP121", "gewcht"),
        ("VP124", "kinderen"),
        ("VP124", "teks"),
        ("VP124", "week"),
    ]


def test_van_een_type_dat_niet_bestaat_staat_alleen_het_woord_zelf_in_de_zin() -> None:
    tekst = KOP + "onderdelen: {rek: {titel: R, vragen: {a: {tekst: Wat?, type: teks}}}}\n"
    (een,) = inspect_instrument_text(tekst, "i.yaml")[1]
    assert een.uitleg == "Het type «teks» bestaat niet."


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("type: getal, punten_vanaf: {nul: 3, 2: 1}", [("VP123", "nul")]),
        ("type: getal, punten_vanaf: {0: 0, 2: veel}", [("VP123", "veel")]),
        ("type: tekst, tekst_voor: {kleuter: Hoi}", [("VP124", "kleuter")]),
    ],
)
def test_een_verkeerde_naam_in_een_blok_staat_op_de_naam_en_een_verkeerde_waarde_op_de_waarde(
    vraag: str, verwacht: list[tuple[str, str]]
) -> None:
    assert found(f"onderdelen: {{rek: {{titel: R, vragen: {{a: {{tekst: Wat?, {vraag}}}}}}}}}\n") == verwacht


def test_een_getal_als_naam_heet_geen_item_van_een_lijst() -> None:
    tekst = "onderdelen: {r: {vragen: {a: {tekst: Wat?, type: getal, punten_vanaf: {0: 0, 2: veel}}}}}\n"
    (een,) = inspect_instrument_text(KOP + tekst, "i.yaml")[1]
    assert een.uitleg == "Bij «2» van «punten_vanaf» hoort een getal; hier staat de tekst «veel»."


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        # een verschreven «punten» maakt de schaal die telt niet ook nog leeg
        (
            "onderdelen: {r: {vragen: {a: {tekst: Wat?, antwoorden: {j: {tekst: J, punt: 1}, n: {tekst: N}}}}}}\n"
            "schalen: {s: {telt: [a], ontbrekend: nul}, t: {telt: [r], ontbrekend: nul}, u: {ontbrekend: nul}}\n",
            [("VP121", "punt")],
        ),
        (
            "onderdelen: {r: {vragen: {a: {tekst: Wat?, type: getal, punten_vnaf: {0: 0}}}}}\n"
            "schalen: {s: {telt: [a], ontbrekend: nul}, t: {telt: [r], ontbrekend: nul}, u: {ontbrekend: nul}}\n",
            [("VP121", "punten_vnaf")],
        ),
        # een antwoordlijst van een verkeerde vorm is niet ook nog leeg
        (
            "antwoordlijsten: {x: [j, n]}\n"
            "onderdelen: {r: {vragen: {a: {tekst: Wat?, antwoorden: x}, b: {tekst: Wie?, type: tekst, "
            "toon_als: {vraag: a, is: j}}}}}\n"
            "schalen: {s: {telt: [a], ontbrekend: nul}}\n",
            [("VP123", "[j, n]")],
        ),
        # een lege lijst in een toets is niet ook nog een toets die er niet is
        (
            "onderdelen: {r: {vragen: {a: {tekst: Wat?, antwoorden: {j: {}, n: {}}}, b: {tekst: Wie?, type: tekst, "
            "toon_als: {vraag: a, in: []}}}}}\n",
            [("VP130", "in")],
        ),
        # wat in een samengevoegd blok staat, ontbreekt niet ook nog
        (
            "onderdelen: {r: {vragen: {a: &a {tekst: Wat?, type: tekst}, b: {<<: *a}}}}\n",
            [("VP111", "<<")],
        ),
    ],
)
def test_een_fout_geeft_geen_tweede_fout_die_er_alleen_een_gevolg_van_is(
    tekst: str, verwacht: list[tuple[str, str]]
) -> None:
    assert found(tekst) == verwacht


@pytest.mark.parametrize(
    ("schaal", "zin"),
    [
        ("vermenigvuldig: 0", "«vermenigvuldig» hoort meer dan 0 te zijn; hier staat 0."),
        ("deel_door: -2", "«deel_door» hoort meer dan 0 te zijn; hier staat -2."),
    ],
)
def test_een_getal_dat_te_klein_is_hoort_in_de_zin_wat_het_hoort_te_zijn(schaal: str, zin: str) -> None:
    tekst = (
        "onderdelen: {r: {vragen: {a: {tekst: Wat?, type: schaal, van: 0, tot: 3}}}}\n"
        f"schalen: {{s: {{ontbrekend: nul, {schaal}}}}}\n"
    )
    (een,) = inspect_instrument_text(KOP + tekst, "i.yaml")[1]
    assert een.uitleg == zin


def test_een_toets_die_niet_bij_een_schaal_past_noemt_wat_wel_past() -> None:
    tekst = (
        "onderdelen: {r: {vragen: {a: {tekst: Wat?, type: schaal, van: 0, tot: 3}}}}\n"
        "schalen: {s: {ontbrekend: nul}}\nsignalen: {t: {als: {schaal: s, is: 3}, melding: M}}\n"
    )
    (een,) = inspect_instrument_text(KOP + tekst, "i.yaml")[1]
    assert (een.code, een.suggestie) == ("VP152", "Kies uit: minstens, hoogstens.")
