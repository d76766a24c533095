"""Het schema van de editor en de lezer van het programma zijn het eens.

Wat de lezer aanneemt, weigert het schema nooit. Wat het schema weigert, is voor de lezer een fout.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
import toeval
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from schemalezer import as_json, refused, refused_values, validator

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.models import inspect_instrument_text
from veiligheidsplan.loading.scenarios import read_gevallen
from veiligheidsplan.loading.schemas import SOORTEN, schema_text
from veiligheidsplan.loading.schemas.woorden import words
from veiligheidsplan.loading.vertalingen import read_translation_text
from veiligheidsplan.loading.yaml_source import read_yaml

HUIS = Path(__file__).parents[2]
INSTRUMENTEN = sorted((HUIS / "instrumenten").glob("*/instrument.yaml"))
GEVALLEN = sorted((HUIS / "instrumenten").glob("*/tests/*.yaml"))
VERTALINGEN = sorted((HUIS / "instrumenten").glob("*/vertalingen/*.yaml"))
VERTALING = """\
{taal: en, instrument: rust-thuis, versie: 1.0.0, status: concept, vertaler: Een bureau, datum: 2026-11-24,
teksten: {titel: {nl: Rust, vertaling: Peace, was: Stil}, niveaus: {hoog: {titel: {nl: Hoog, vertaling: }}}},
vervallen: {schalen.x.titel: {nl: Oud, vertaling: Old, opmerking: Weg}}}
"""
MUSEUM = sorted((HUIS / "tests" / "fouten").glob("*/instrument.yaml"))
BLADZIJDEN = sorted((HUIS / "docs" / "voor-trainers").glob("*.md"))
BLOK = re.compile(r"^`(?P<pad>[\w./-]+)`\n\n```yaml\n(?P<inhoud>.*?)^```$", re.MULTILINE | re.DOTALL)
ALLES = next(
    b["inhoud"]
    for b in BLOK.finditer((HUIS / "docs/voor-trainers/index.md").read_text("utf-8"))
    if "alles/" in b["pad"]
)

#: wat het museum laat zien en een schema ook ziet, met het woord van het schema voor wat er mis is
GEZIEN = {
    "VP121": "additionalProperties",
    "VP122": "required",
    "VP123": "type",
    "VP124": "enum",
    "VP125": "pattern",
    "VP126": "pattern",
    "VP127": "type",
    "VP128": "minimum",
    "VP129": "additionalProperties",
    "VP130": "minProperties",
    "VP151": "maxProperties",
}
#: wat alleen de lezer ziet, en waarom
ONGEZIEN = {
    "VP101": "een bestand dat er niet is", "VP102": "de grootte", "VP103": "de tekens", "VP104": "de tekens",
    "VP105": "wat geen YAML is", "VP106": "een leeg bestand", "VP107": "twee documenten", "VP108": "de diepte",
    "VP109": "de grootte", "VP110": "dubbele sleutels", "VP111": "hoe YAML is geschreven",
    "VP112": "hoe YAML is geschreven", "VP113": "hoe een woord is geschreven", "VP114": "hoe lang een getal is",
    "VP115": "hoe een sleutel is geschreven", "VP141": "of een id bestaat", "VP142": "of een id twee keer voorkomt",
    "VP143": "hoe de map heet", "VP144": "welke antwoorden een vraag heeft", "VP145": "of een id bestaat",
    "VP152": "welk type een andere vraag heeft", "VP153": "de volgorde van vragen", "VP155": "of een vraag telt",
    "VP161": "twee getallen naast elkaar", "VP162": "twee getallen naast elkaar", "VP171": "wie wie telt",
    "VP172": "wat er te tellen is", "VP173": "wat er te tellen is", "VP174": "wat er te tellen is",
    "VP175": "of getallen oplopen", "VP176": "schalen naast elkaar", "VP177": "schalen naast elkaar",
    "VP181": "de namen van een ander instrument", "VP191": "de opdrachtregel", "VP192": "de opdrachtregel",
}  # fmt: skip


@pytest.mark.parametrize("soort", SOORTEN)
def test_elk_schema_is_een_goed_schema(soort: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(soort)))


@pytest.mark.parametrize("bestand", INSTRUMENTEN, ids=lambda b: b.parent.name)
def test_elk_meegeleverd_instrument_is_goed(bestand: Path) -> None:
    assert refused("instrument", bestand.read_bytes()) == []


@pytest.mark.parametrize("bestand", GEVALLEN, ids=lambda b: f"{b.parent.parent.name}-{b.stem}")
def test_elk_bestand_met_gevallen_is_goed(bestand: Path) -> None:
    assert refused("tests", bestand.read_bytes()) == []


@pytest.mark.parametrize("bestand", VERTALINGEN, ids=lambda b: f"{b.parent.parent.name}-{b.stem}")
def test_elke_vertaling_is_goed(bestand: Path) -> None:
    assert refused("vertalingen", bestand.read_bytes()) == []


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_een_vertaling_met_een_toevallige_verandering_krijgt_van_beide_hetzelfde_oordeel(
    data: st.DataObject,
) -> None:
    vertaling = as_json(read_yaml(VERTALING, "en.yaml").waarde)
    change(vertaling, data)
    gelezen = read_translation_text(json.dumps(vertaling), "en.yaml")
    assert gelezen.vertaling is None or refused_values("vertalingen", vertaling) == []


@pytest.mark.parametrize("bladzijde", BLADZIJDEN, ids=lambda b: b.stem)
def test_elk_stuk_yaml_in_de_handleiding_dat_de_lezer_aanneemt_is_goed(bladzijde: Path) -> None:
    for blok in BLOK.finditer(bladzijde.read_text(encoding="utf-8")):
        if blok["pad"].endswith("/instrument.yaml"):
            _agree(blok["inhoud"])
        elif "/tests/" in blok["pad"]:
            assert refused("tests", blok["inhoud"]) == []


@pytest.mark.parametrize("bestand", MUSEUM, ids=lambda b: b.parent.name)
def test_wat_het_schema_in_het_museum_weigert_noemt_de_lezer_op_dezelfde_plaats(bestand: Path) -> None:
    _agree(bestand.read_bytes())


@pytest.mark.parametrize(
    "zaal", [m.parent for m in MUSEUM if m.parent.name[:5] in GEZIEN], ids=lambda z: z.name
)
def test_een_fout_in_de_vorm_ziet_de_editor_al(zaal: Path) -> None:
    woorden = {woord for _, woord in refused("instrument", (zaal / "instrument.yaml").read_bytes())}
    assert GEZIEN[zaal.name[:5]] in woorden


def test_een_schaal_in_toon_als_ziet_de_editor_ook() -> None:
    bestand = HUIS / "tests/fouten/VP154_schaal_in_toon_als/instrument.yaml"
    (geweigerd,) = refused("instrument", bestand.read_bytes())
    assert geweigerd[0][-1] == "toon_als"


def test_van_elke_code_is_gezegd_of_een_schema_haar_ziet() -> None:
    from veiligheidsplan.loading.codes import CODES

    assert GEZIEN.keys() | ONGEZIEN.keys() | {"VP154"} == {c for c in CODES if c < "VP195"}
    assert not GEZIEN.keys() & ONGEZIEN.keys()


@pytest.mark.parametrize(
    "zaal",
    [m.parent for m in MUSEUM if "VP14" <= m.parent.name < "VP18" and m.parent.name[:5] in ONGEZIEN],
    ids=lambda z: z.name,
)
def test_wat_een_schema_niet_kan_zien_laat_het_met_rust(zaal: Path) -> None:
    """Zo klopt de lijst: verwijzingen en sommen vindt alleen het programma."""
    assert refused("instrument", (zaal / "instrument.yaml").read_bytes()) == []


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_een_toevallig_instrument_dat_de_lezer_aanneemt_is_goed(zaad: int) -> None:
    tekst = as_yaml(toeval.instrument(Random(zaad)))  # noqa: S311 - no secret
    instrument, bevindingen, _ = inspect_instrument_text(tekst, "toeval.yaml")
    assert instrument is None or refused("instrument", tekst) == [], bevindingen


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_een_instrument_met_een_toevallige_verandering_krijgt_van_beide_hetzelfde_oordeel(
    data: st.DataObject,
) -> None:
    """Eén waarde of sleutel is weg, anders of verdubbeld: weigert het schema iets, dan ook de lezer."""
    instrument = as_json(read_yaml(ALLES, "alles.yaml").waarde)
    for _ in range(data.draw(st.integers(1, 2))):
        change(instrument, data)
    _agree(json.dumps(instrument))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_een_geval_met_een_toevallige_verandering_krijgt_van_beide_hetzelfde_oordeel(
    data: st.DataObject,
) -> None:
    instrument = laad_instrument(INSTRUMENTEN[0].parents[1] / "partnergeweld")
    gevallen = as_json(read_yaml(GEVALLEN[-1].parent.joinpath("optellen.yaml").read_bytes(), "t").waarde)[:2]
    change(gevallen, data)
    if refused_values("tests", gevallen):
        with pytest.raises(BevindingenFout):
            read_gevallen(json.dumps(gevallen), "t.yaml", instrument)


@pytest.mark.parametrize("afdeling", words())
def test_elke_sleutel_heeft_een_titel_een_uitleg_en_een_voorbeeld_dat_klopt(afdeling: str) -> None:
    for sleutel, woord in words()[afdeling].items():
        assert len(woord.titel) <= 45, (afdeling, sleutel)
        assert woord.titel[0].isupper() or woord.titel.startswith("«")
        assert woord.uitleg.rstrip().endswith("."), (afdeling, sleutel)
        assert max(map(len, re.split(r"[.?!:] ", woord.uitleg))) <= 125, (afdeling, sleutel)
        voorbeeld = read_yaml(woord.voorbeeld, "voorbeeld").checked().waarde
        assert sleutel in voorbeeld, (afdeling, sleutel)
        _check_example(afdeling, voorbeeld)


def test_geen_woord_staat_er_voor_niets_en_geen_sleutel_zonder() -> None:
    """Elke afdeling en elk vast woord komt in een schema terug."""
    teksten = "".join(schema_text(soort) for soort in SOORTEN)
    for afdeling, sleutels in words().items():
        for sleutel, woord in sleutels.items():
            assert json.dumps(woord.titel, ensure_ascii=False) in teksten, (afdeling, sleutel)
            for zin in woord.waarden.values():
                assert json.dumps(zin, ensure_ascii=False) in teksten, (afdeling, sleutel, zin)


def _check_example(afdeling: str, voorbeeld: dict[str, Any]) -> None:
    """The example is accepted where it belongs: other keys that must be there may be missing."""
    namen = {"vraag": "vraag", "voorwaarde": "voorwaarde_signaal"}
    vertaald = afdeling in ("vertaling", "vertaald")
    soort = (
        "vertalingen"
        if vertaald
        else "tests"
        if afdeling in ("geval", "gegevens", "uitslag", "schaaluitslag")
        else "instrument"
    )
    schema = validator(soort).schema
    assert isinstance(schema, dict)
    plek = {"$ref": f"#/definitions/{namen.get(afdeling, afdeling)}", "definitions": schema["definitions"]}
    if afdeling == "vraag":
        past = [
            _fits(plek, {"type": t} | as_json(voorbeeld)) for t in ("keuze", "meerkeuze", "schaal", "getal")
        ]
        assert any(past), voorbeeld
    else:
        assert _fits(plek, as_json(voorbeeld)), voorbeeld


def _fits(schema: dict[str, Any], waarde: Any) -> bool:
    return all(f.validator == "required" for f in Draft7Validator(schema).iter_errors(waarde))


def _agree(tekst: str | bytes) -> None:
    """Every place that the schema refuses is, or holds, or lies within a place that the loader calls a fault."""
    geweigerd = refused("instrument", tekst)
    instrument, bevindingen, _ = inspect_instrument_text(tekst, "instrument.yaml")
    if instrument is not None:
        assert geweigerd == []
    # of two tests in one condition each may be called the one too many: there the condition itself is the place
    paden = [tuple(map(str, b.pad[:-1] if b.code == "VP151" else b.pad)) for b in bevindingen]
    for pad, woord in geweigerd:
        eigen = tuple(map(str, pad))
        assert any(p[: len(eigen)] == eigen or eigen[: len(p)] == p for p in paden), (pad, woord, bevindingen)


def as_yaml(instrument: dict[str, Any]) -> str:
    """The texts of the generator that are numbers lose their quotes, as a trainer writes them."""
    getallen = re.compile(r"'(-?\d+(?:\.\d+)?)'")
    return getallen.sub(r"\1", yaml.safe_dump(instrument, sort_keys=False))


ANDERS: list[Any] = [
    None, "", "x", "Ja", "ja", 0, -1, 1.5, 3, True, [], {}, ["x"], {"x": 1}, "weet_niet", "0.1", "2027-02-30",
]  # fmt: skip
NAMEN = ["x", "1", "overige", "van", "is", "vraag", "type", "hulp", "Ruzie", "titel"]


def change(waarde: Any, data: st.DataObject) -> None:
    """One change somewhere: away, otherwise, a new key, or a key with another name."""
    plekken = list(_places(waarde))
    houder, sleutel = data.draw(st.sampled_from(plekken))
    wat = data.draw(st.sampled_from(["weg", "anders", "anders", "erbij", "hernoemd", "verplaatst"]))
    if wat == "weg":
        del houder[sleutel]
    elif wat == "anders":
        houder[sleutel] = copy.deepcopy(data.draw(st.sampled_from(ANDERS)))
    elif wat == "verplaatst":
        bron, naam = data.draw(st.sampled_from(plekken))
        houder[sleutel] = copy.deepcopy(bron[naam])
    elif isinstance(houder, dict):
        nieuw = data.draw(st.sampled_from(NAMEN))
        houder[nieuw] = copy.deepcopy(houder[sleutel])
        if wat == "hernoemd" and nieuw != sleutel:
            del houder[sleutel]


def _places(waarde: Any) -> Any:
    for sleutel, deel in list(waarde.items() if isinstance(waarde, dict) else enumerate(waarde)):
        yield waarde, sleutel
        if isinstance(deel, dict | list):
            yield from _places(deel)
