"""A template may change words, never safety: every attempt is refused with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.loading.sjabloon import (
    VASTE_ZINNEN,
    VEILIGHEIDSSECTIES,
    VOOR_PROFESSIONALS,
    inspect_sjabloon,
    load_sjabloon,
)
from veiligheidsplan.plan.sjabloon_eigen import Eigeninstrumenten, Extrasectie, Gemeentesjabloon, Sectietekst
from veiligheidsplan.plan.sjabloon_invullen import fill_template

GOED = (built_in("sjablonen") / "regio" / "veiligheidsplan" / "sjabloon.yaml").read_text("utf-8")
SRC = Path(__file__).parents[2] / "src" / "veiligheidsplan"


def faults(tekst: str, map_: Path) -> list[tuple[str, str]]:
    """(code, the line it points at) of every fault."""
    pad = map_ / "sjabloon.yaml"
    pad.write_text(tekst, "utf-8")
    with pytest.raises(BevindingenFout) as fout:
        load_sjabloon(pad)
    return [(b.code, (b.plaats.regeltekst or "").strip() if b.plaats else "") for b in fout.value.bevindingen]


def test_het_sjabloon_van_de_regio_is_heel(tmp_path: Path) -> None:
    pad = tmp_path / "sjabloon.yaml"
    pad.write_text(GOED, "utf-8")
    assert load_sjabloon(pad).id == "veiligheidsplan"


@pytest.mark.parametrize(
    "bron",
    [
        "status",
        "uitslag",
        "slotcheck",
        "indruk",
        "personen",
        "open",
        "alleen_te_vragen",
        "antwoorden",
        "cijfers",
    ],
)
def test_wat_alleen_voor_professionals_is_kan_niet_ruimer(bron: str, tmp_path: Path) -> None:
    ruimer = GOED.replace(
        f"    bron: {bron}\n", f"    bron: {bron}\n    zichtbaar_voor: [professional, gezamenlijk]\n"
    )
    assert ("VP602", "zichtbaar_voor: [professional, gezamenlijk]") in faults(ruimer, tmp_path)


@pytest.mark.parametrize("bron", VEILIGHEIDSSECTIES)
def test_een_sectie_voor_de_veiligheid_kan_niet_weg(bron: str, tmp_path: Path) -> None:
    zonder = re.sub(rf"(bron: {bron}\n(?:    .*\n|      .*\n)*?)    zichtbaar_voor: .*\n", r"\1", GOED)
    assert zonder != GOED
    assert "VP603" in [code for code, _ in faults(zonder, tmp_path)]


@pytest.mark.parametrize("bron", VOOR_PROFESSIONALS[len(VEILIGHEIDSSECTIES) :])
def test_wat_een_professional_moet_zien_kan_niet_weg(bron: str, tmp_path: Path) -> None:
    zonder = GOED.replace(f"    bron: {bron}\n", "    bron: regie\n")
    assert zonder != GOED
    assert "VP603" in [code for code, _ in faults(zonder, tmp_path)]


def test_een_fout_in_de_vorm_verbergt_geen_fout_in_de_veiligheid(tmp_path: Path) -> None:
    """Een onbekende sleutel, een sectie die te ruim is en een zin die ontbreekt: alle drie in één keer."""
    tekst = GOED.replace(
        "    bron: uitslag\n", "    bron: uitslag\n    zichtbaar_voor: [gezamenlijk]\n    kleur: rood\n"
    )
    tekst = tekst.replace("  weet_niet: Weet niet\n", "")
    assert {code for code, _ in faults(tekst, tmp_path)} >= {"VP121", "VP602", "VP604"}


def test_elke_zin_die_het_programma_gebruikt_staat_in_de_lijst_die_verplicht_is() -> None:
    """Anders kan een sjabloon zonder die zin worden geladen, en breekt het gesprek af."""
    gebruikt = {
        zin
        for pad in SRC.rglob("*.py")
        for zin in re.findall(r"\bo\.zin\(\"([a-z_]+)\"\)", pad.read_text("utf-8"))
    }
    assert gebruikt
    assert gebruikt <= VASTE_ZINNEN


@pytest.mark.parametrize(
    "tekst",
    ["", "[]", "teksten: 3", "secties: {a: b}", "secties: {a: {bron: [x]}}", "zinnen: []\nsecties: [1]"],
)
def test_een_leeg_of_vreemd_sjabloon_geeft_bevindingen(tekst: str, tmp_path: Path) -> None:
    assert faults(tekst, tmp_path)


GEMEENTE: dict[str, object] = {
    "formaat": 1,
    "id": "veiligheidsplan",
    "eigenaar": "Gemeente Tiel",
    "gemeente": "tiel",
    "versie": "1.0.0",
    "gebaseerd_op": "regio/veiligheidsplan@1.0.0",
    "titel": "Plan",
    "logo": {"bestand": "beeld/logo.png", "tekst": "Het logo"},
    "kleuren": {"accent": "#005f3c"},
    "contacten": [
        {"naam": "Team", "nummer": "14 000", "wanneer": "Bel.", "bron": "b", "gecontroleerd_op": "2026-11-24"}
    ],
    "zinnen": {"sectie_actie": "Acties"},
    "secties": {"acties": {"inleiding": "Dit eerst."}},
    "extra_secties": {
        "buurt": {
            "titel": "Buurt",
            "zichtbaar_voor": ["professional"],
            "vragen": {
                "z": {
                    "vraag": "Is er hulp?",
                    "label": "Hulp",
                    "soort": "keuze",
                    "keuzes": {"ja": "Ja", "nee": "Nee"},
                }
            },
        }
    },
    "volgorde": ["bellen", "buurt"],
    "instrumenten": {"later": ["partnergeweld", "kindveiligheid"]},
}
_WAARDE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 300)
    | st.sampled_from(["", "x", "tiel", "{naam}", "<b>", "112", "@", "../x"]),
    lambda deel: (
        st.lists(deel, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "titel", "nu", "later"]), deel, max_size=3)
    ),
    max_leaves=6,
)


def _paths(waarde: object, pad: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    delen = (
        waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    )
    return [pad, *(p for sleutel, deel in delen for p in _paths(deel, (*pad, sleutel)))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plek=st.sampled_from([p for p in _paths(GEMEENTE) if p]), waarde=_WAARDE)
def test_wat_er_ook_in_een_sjabloon_van_een_gemeente_staat_er_komen_alleen_bevindingen(
    plek: tuple[object, ...], waarde: object, tmp_path: Path
) -> None:
    """Elke plek van een goed sjabloon krijgt een keer iets vreemds: nooit iets anders dan een lijst van bevindingen."""
    kopie = json.loads(json.dumps(GEMEENTE))
    deel = kopie
    for stap in plek[:-1]:
        deel = deel[stap]
    deel[plek[-1]] = waarde
    pad = tmp_path / "sjabloon.yaml"
    pad.write_text(json.dumps(kopie), "utf-8")
    gelezen = inspect_sjabloon(pad)
    assert gelezen.bevindingen or plek[0] == "logo", "het logo ligt er niet"
    assert all(b.plaats is not None for b in gelezen.bevindingen)


def test_wat_niet_open_staat_komt_er_ook_niet_in_als_geen_controle_het_zag() -> None:
    """Het invullen zelf neemt alleen over wat open staat: een vaste zin en een vaste titel blijven van de regio."""
    regio = load_sjabloon(built_in("sjablonen") / "regio" / "veiligheidsplan")
    kwaad = Gemeentesjabloon(
        formaat=1, id="x", eigenaar="x", gemeente="tiel", versie="1.0.0", gebaseerd_op="x",
        zinnen={"bij_gevaar": "Wacht af"},
        secties={"bellen": Sectietekst(titel="Later", inleiding="Niet nu")},
        extra_secties={"bellen": Extrasectie(titel="Weg")},
        instrumenten=Eigeninstrumenten(later=()),
        volgorde=("ondertekening", "bellen"),
    )  # fmt: skip
    geheel = fill_template(regio, kwaad)
    assert geheel.zinnen == regio.zinnen
    assert geheel.secties == regio.secties
    assert [id_ for id_, _ in geheel.in_order()] == list(regio.secties)
    assert dict(geheel.in_order())["bellen"] == regio.secties["bellen"]
    assert geheel.instrumenten == regio.instrumenten
