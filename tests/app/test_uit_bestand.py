"""The answers file: the same engine; every fault in one run, each at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plan.omgeving import omgeving
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.planbestand import read_plan_file

VOORBEELD = example_path("gezin").read_text("utf-8")


def faults(tekst: str, map_: Path) -> list[tuple[str, int]]:
    """(code, line) of every fault, in order of line."""
    pad = map_ / "antwoorden.yaml"
    pad.write_text(tekst, "utf-8")
    with pytest.raises(BevindingenFout) as fout:
        read_and_check(pad)
    return sorted(
        ((b.code, b.plaats.regel if b.plaats else 0) for b in fout.value.bevindingen), key=lambda p: p[1]
    )


def read_and_check(pad: Path) -> None:
    """As ``nieuw --antwoorden`` does it: read, ask the engine, put each fault at its place."""
    bron = read_plan_file(pad)
    try:
        facts_from(bron.waarde, omgeving())
    except BevindingenFout as fout:
        raise BevindingenFout(
            [bron.kaart.place(b, sleutel=b.code == "VP504") for b in fout.bevindingen]
        ) from None


def line_of(stuk: str, tekst: str = VOORBEELD) -> int:
    return next(n for n, regel in enumerate(tekst.split("\n"), 1) if stuk in regel)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("alias: waterlelie", "alias: ''", "VP501"),
        ("gemeente: nijmegen", "gemeente: nijmegn", "VP501"),
        ("bang: ja", "bang: misschien", "VP402"),
        ("ernstig: [volgen]", "ernstig: [volgen, vliegen]", "VP402"),
        ("wie: sem, tot: over 3 dagen", "wie: opa, tot: over 3 dagen", "VP501"),
        ("wanneer: over 5 dagen", "wanneer: 2020-01-01", "VP501"),
        ("tijd: '20:00'", "tijd: '25:00'", "VP501"),
        ("evaluatie_datum: over 14 dagen", "evaluatie_datum: straks", "VP501"),
        ("noor: {waarde: 4", "noor: {waarde: 14", "VP501"),
        ("contact_hoe: Kim belt met Noor en met Sem, ieder apart.", "contact_hoe: Dorpsstraat 12", "VP502"),
        ("casusregisseur: Kim de Vries", "casusregiseur: Kim de Vries", "VP504"),
        (
            "  waarom: Noor is bang als Sem heeft gedronken.",
            "  waroom: Noor is bang als Sem heeft gedronken.",
            "VP504",
        ),
    ],
)
def test_een_fout_staat_op_zijn_eigen_regel(oud: str, nieuw: str, code: str, tmp_path: Path) -> None:
    assert oud in VOORBEELD
    assert (code, line_of(oud)) in faults(VOORBEELD.replace(oud, nieuw), tmp_path)


def test_alle_fouten_komen_in_een_keer(tmp_path: Path) -> None:
    tekst = (
        VOORBEELD.replace("bang: ja", "bang: misschien")
        .replace("wanneer: morgen", "wanneer: gisteren")
        .replace("gemeente: nijmegen", "gemeente: mars")
    )
    assert [code for code, _ in faults(tekst, tmp_path)] == ["VP501", "VP402", "VP501"]


def test_wat_ontbreekt_wordt_genoemd_bij_het_blok_waar_het_hoort(tmp_path: Path) -> None:
    tekst = VOORBEELD.replace("    zien: Er staat een afspraak in de agenda van Sem.\n", "")
    assert faults(tekst, tmp_path) == [("VP503", line_of("wat: Sem belt de huisarts", tekst))]


def test_een_adres_mag_alleen_als_iemand_zegt_dat_het_bekeken_is(tmp_path: Path) -> None:
    tekst = VOORBEELD.replace(
        "contact_hoe: Kim belt met Noor en met Sem, ieder apart.", "contact_hoe: Dorpsstraat 12"
    )
    pad = tmp_path / "a.yaml"
    pad.write_text(tekst.replace("formaat: 1", "formaat: 1\nadressen_bekeken: true"), "utf-8")
    assert facts_from(read_plan_file(pad).waarde, omgeving())


@pytest.mark.parametrize(
    "tekst", ["", "[]", "dossier: {}", "formaat: 2", "- a", "formaat: 1\npersonen: 3\nacties: {}\n"]
)
def test_een_leeg_of_vreemd_bestand_geeft_bevindingen_en_geen_verslag(tekst: str, tmp_path: Path) -> None:
    assert faults(tekst, tmp_path)


def test_moeder_vader_en_kind_zijn_gewone_sleutels_voor_personen(tmp_path: Path) -> None:
    """«soort: kind» blijft een soort, ook als een persoon in het bestand «kind» heet."""
    tekst = re.sub(r"\bbo\b", "kind", re.sub(r"\bnoor\b", "moeder", VOORBEELD))
    pad = tmp_path / "a.yaml"
    pad.write_text(tekst, "utf-8")
    feiten = facts_from(read_plan_file(pad).waarde, omgeving())
    origineel = facts_from(read_plan_file(example_path("gezin")).waarde, omgeving())
    assert feiten == origineel


@pytest.mark.parametrize("sleutel", ["medewerker", "gezin", "iemand_anders"])
def test_een_persoon_kan_niet_heten_als_iemand_die_het_bestand_al_kent(sleutel: str, tmp_path: Path) -> None:
    """Anders krijgt het kind stil de actie van de medewerker."""
    tekst = VOORBEELD.replace("bo: {naam", f"{sleutel}: {{naam")
    assert ("VP510", line_of("naam: Bo", tekst)) in faults(tekst, tmp_path)


@pytest.mark.parametrize(("instrument", "over"), [("kindveiligheid", "sem"), ("partnergeweld", "bo")])
def test_een_instrument_over_iemand_voor_wie_het_niet_is_wordt_geweigerd(
    instrument: str, over: str, tmp_path: Path
) -> None:
    tekst = VOORBEELD.replace("instrumenten:\n", f"instrumenten:\n  {instrument}: {{over: {over}}}\n")
    assert faults(tekst, tmp_path) == [("VP509", line_of(f"{instrument}:", tekst))]


def test_een_zin_die_een_komma_afbreekt_gaat_niet_stil_verloren(tmp_path: Path) -> None:
    """``{naam: …, doe ik alles.}``: YAML maakt van het tweede deel een lege sleutel."""
    fout = VOORBEELD.replace("van_wie: Noor en Sem,", "van_wie: Noor, en ook Sem als het kan.,", 1)
    assert fout != VOORBEELD
    assert [code for code, _ in faults(fout, tmp_path)] == ["VP504"]
