"""Een bestand met profielen: hoe vaak elk antwoord komt, met van elke vergissing de plek."""

from __future__ import annotations

from fractions import Fraction

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading.profielen import read_profielen_text

INSTRUMENT = Instrument.model_validate(
    {
        "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "zelfscan", "status": "concept",
        "validatie": "niet_gevalideerd", "per": "persoon", "eigenaar": "Een regio", "verantwoording": "Een proef.",
        "antwoordlijsten": {"ja_nee": {"ja": {"punten": 1}, "nee": {"punten": 0}}},
        "onderdelen": {"thuis": {"vragen": {
            "ruzie": {"tekst": "Is er ruzie?", "antwoorden": "ja_nee"},
            "bang": {"tekst": "Bent u bang?", "antwoorden": "ja_nee", "weet_niet": False},
            "vormen": {"tekst": "Welke?", "type": "meerkeuze", "antwoorden": {"a": {}, "b": {}}, "geen_van_deze": True},
            "cijfer": {"tekst": "Hoe rustig?", "type": "schaal", "van": 0, "tot": 10},
        }}},
    }
)  # fmt: skip


def test_een_antwoord_een_lijst_en_verhoudingen_worden_gewichten() -> None:
    (profiel,) = read_profielen_text(
        """
profielen:
  druk:
    uitleg: Veel ruzie.
    gegevens: {zwanger: nee}
    onbekend: 0.2
    antwoorden:
      ruzie: {ja: 3, nee: 0.5, weet_niet: 1}
      vormen: [b, a]
      cijfer: {7: 1, 8: 0}
      overige: nee
""",
        "p.yaml",
        INSTRUMENT,
    )
    assert profiel.naam == "druk"
    assert profiel.uitleg == "Veel ruzie."
    assert profiel.onbekend == Fraction(1, 5)
    assert profiel.gegevens == {"zwanger": "nee"}
    assert profiel.gewichten == {
        "ruzie": {"ja": 3, "nee": Fraction(1, 2), None: 1},
        "vormen": {("a", "b"): 1},
        "cijfer": {7: 1},
        "bang": {"nee": 1},
    }
    assert not profiel.volledig


def test_bij_een_meerkeuze_is_een_code_dat_antwoord_alleen_en_geen_van_deze_is_leeg() -> None:
    tekst = "profielen: {p: {antwoorden: {vormen: {a: 1, geen_van_deze: 2}}}}"
    (profiel,) = read_profielen_text(tekst, "p.yaml", INSTRUMENT)
    assert profiel.gewichten == {"vormen": {("a",): 1, (): 2}}
    assert profiel.volledig


def test_een_leeg_profiel_laat_elk_antwoord_even_vaak_komen() -> None:
    (profiel,) = read_profielen_text("profielen: {p: {}}", "p.yaml", INSTRUMENT)
    assert profiel.gewichten == {}


@pytest.mark.parametrize(
    ("tekst", "code", "daar"),
    [
        ("profielen: {p: {antwoorden: {ruzi: ja}}}", "VP401", "ruzi: ja"),
        ("profielen: {p: {antwoorden: {ruzie: soms}}}", "VP402", "soms}"),
        ("profielen: {p: {antwoorden: {ruzie: {ja: 1, soms: 1}}}}", "VP402", "soms: 1"),
        ("profielen: {p: {antwoorden: {bang: {ja: 1, weet_niet: 1}}}}", "VP402", "weet_niet: 1"),
        ("profielen: {p: {antwoorden: {ruzie: {ja: -1}}}}", "VP128", "-1}"),
        ("profielen: {p: {antwoorden: {ruzie: {ja: veel}}}}", "VP128", "veel}"),
        ("profielen: {p: {antwoorden: {ruzie: {ja: 0, nee: 0}}}}", "VP128", "{ja: 0"),
        ("profielen: {p: {antwoorden: {cijfer: 11}}}", "VP402", "11}"),
        ("profielen: {p: {antwoorden: {overige: misschien}}}", "VP144", "misschien}"),
        ("profielen: {p: {antwoorden: [ruzie]}}", "VP123", "[ruzie]"),
        ("profielen: {p: {onbekend: 1.5}}", "VP128", "1.5}"),
        ("profielen: {p: {gegevens: {leeftijd: oud}}}", "VP123", "oud}"),
        ("profielen: {p: {kans: 1}}", "VP121", "kans: 1"),
        ("profielen: {Rustig: {}}", "VP125", "Rustig: {}"),
        ("profiel: {}", "VP121", "profiel: {}"),
        ("- a", "VP123", "- a"),
        ("", "VP106", ""),
        ("profielen: {p: {antwoorden: {ruzie: {1e999: 2}}}}", "VP113", "1e999: 2"),
    ],
)
def test_elke_vergissing_staat_op_haar_plek(tekst: str, code: str, daar: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        read_profielen_text(tekst, "p.yaml", INSTRUMENT)
    eerste = fout.value.bevindingen[0]
    assert eerste.plaats is not None
    assert eerste.code == code
    assert tekst[eerste.plaats.kolom - 1 :].startswith(daar)
    assert eerste.uitleg.endswith(".")


def test_alle_vergissingen_komen_tegelijk() -> None:
    tekst = "profielen: {p: {antwoorden: {ruzi: ja, bang: soms, cijfer: 99}}, q: {kans: 1}}"
    with pytest.raises(BevindingenFout) as fout:
        read_profielen_text(tekst, "p.yaml", INSTRUMENT)
    assert [b.code for b in fout.value.bevindingen] == ["VP401", "VP402", "VP402", "VP121"]
