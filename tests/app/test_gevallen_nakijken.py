"""Nakijken ziet ook in de tests wat niet kan, en niet pas wanneer de tests worden uitgevoerd."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.valideer import validate
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.start import main

VANDAAG = date(2026, 11, 24)
INSTRUMENT = """formaat: 1
id: moestuin
versie: 0.1.0
titel: Moestuin
soort: leefdomeinen
status: concept
validatie: niet_gevalideerd
licentie: CC0-1.0
per: persoon
eigenaar: Tuinclub
herzien_voor: 2030-01-01
verantwoording: Een oefening over tuinen.
niveaus: {weinig: {titel: Weinig}, veel: {titel: Veel}}
onderdelen:
  bed:
    titel: Bed
    vragen:
      zon: {tekst: Hoe vaak schijnt de zon?, type: schaal, van: 0, tot: 3, reden: Een oefening.}
      soort:
        tekst: Wat groeit er?
        type: meerkeuze
        antwoorden: {prei: {tekst: Prei, punten: 1}, ui: {tekst: Ui, punten: 1}}
        geen_van_deze: true
        reden: Een oefening.
schalen: {oogst: {telt: [bed], ontbrekend: ongeldig, grenzen: {weinig: 0, veel: 3}}}
eindniveau: oogst
signalen: {schaduw: {als: {vraag: zon, is: 0}, melding: Geen zon.}}
"""


def found(tmp_path: Path, tests: str) -> list[tuple[str, str]]:
    """Van elke bevinding de code, en wat er op haar plaats staat."""
    (tmp_path / "moestuin/tests").mkdir(parents=True)
    (tmp_path / "moestuin/instrument.yaml").write_text(INSTRUMENT, encoding="utf-8")
    (tmp_path / "moestuin/tests/verhalen.yaml").write_text(tests, encoding="utf-8")
    return [(b.code, _word(b)) for b in validate(tmp_path / "moestuin", VANDAAG)]


def _word(bevinding: Bevinding) -> str:
    plaats = bevinding.plaats
    assert plaats is not None
    assert plaats.regeltekst is not None
    assert plaats.eind_kolom is not None
    return plaats.regeltekst[plaats.kolom - 1 : plaats.eind_kolom - 1]


def test_een_antwoord_dat_niet_kan_staat_op_het_antwoord(tmp_path: Path) -> None:
    tests = (
        "- {naam: Te veel, antwoorden: {zon: 4, soort: [pree]}, verwacht: {eindniveau: veel}}\n"
        "- {naam: Goed, antwoorden: {zon: weet_niet, soort: geen_van_deze}, verwacht: {eindniveau: null}}\n"
        "- {naam: Geen lijst, antwoorden: {soort: prei}, verwacht: {signalen: []}}\n"
    )
    assert found(tmp_path, tests) == [("VP402", "4"), ("VP402", "[pree]"), ("VP402", "prei")]


def test_een_id_die_de_uitslag_niet_kan_hebben_staat_op_die_id(tmp_path: Path) -> None:
    tests = (
        "- naam: Verschreven\n"
        "  antwoorden: {zon: 1}\n"
        "  verwacht: {eindniveau: weing, signalen: [scaduw], niet_van_toepassing: [zonn],\n"
        "    schalen: {oogst: {niveau: vel, ontbrekend: [soort, srt], niveau_hoogst: null}}}\n"
        "- {naam: Goed, antwoorden: {zon: 1}, verwacht: {signalen_mogelijk: [], eindniveau_hoogst: veel}}\n"
    )
    assert found(tmp_path, tests) == [
        ("VP141", "weing"),
        ("VP141", "scaduw"),
        ("VP141", "zonn"),
        ("VP141", "vel"),
        ("VP141", "srt"),
    ]


def test_wat_er_staat_in_plaats_van_een_lijst_van_gevallen_krijgt_een_raad_over_streepjes(
    tmp_path: Path,
) -> None:
    (tmp_path / "moestuin/tests").mkdir(parents=True)
    (tmp_path / "moestuin/instrument.yaml").write_text(INSTRUMENT, encoding="utf-8")
    (tmp_path / "moestuin/tests/a.yaml").write_text("naam: Zon\nverwacht: {signalen: []}\n", encoding="utf-8")
    (tmp_path / "moestuin/tests/b.yaml").write_text(
        "- {naam: A, verwacht: {signalen: []}}\n- {naam: B}\n", encoding="utf-8"
    )
    een, twee = validate(tmp_path / "moestuin", VANDAAG)
    assert een.suggestie == "Begin elk item op een eigen regel met een streepje en een spatie."
    assert twee.uitleg == "Bij item 2 ontbreekt «verwacht»."


def test_wat_bij_een_antwoord_niet_past_staat_in_hele_zinnen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "i.yaml").write_text(INSTRUMENT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("antwoorden: {zon: 4, zonn: 1}\n", encoding="utf-8")
    assert (
        main(["instrument", "scoor", str(tmp_path / "i.yaml"), "--antwoorden", str(tmp_path / "a.yaml")]) == 1
    )
    gezegd = capsys.readouterr().err
    assert "Bij de vraag «zon» past dit niet: 4 ligt buiten de grenzen van deze vraag.\n" in gezegd
    assert "tip: Geef een geheel getal van 0 tot en met 3.\n" in gezegd
    assert "«zonn» is geen vraag van het instrument «moestuin».\n" in gezegd
    assert "tip: Bedoelde u «zon»?\n" in gezegd
