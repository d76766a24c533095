"""Eigen vragen van een gemeente: gevraagd, nooit verplicht, nooit geteld, en alleen te lezen voor wie dat mag."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import VANDAAG, example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.export import Formaat, as_lines
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.extra import own_questions, sample_answer
from veiligheidsplan.plan.gesprek import places, view_of
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon_eigen import (
    Extrasectie,
    ExtraVraag,
    Gemeentesjabloon,
    Ontvanger,
    Vraagsoort,
)
from veiligheidsplan.plan.sjabloon_invullen import fill_template, order
from veiligheidsplan.plan.twijfel import looks_like_address
from veiligheidsplan.plan.zichtbaarheid import reduce_to

SAMEN: tuple[Ontvanger, ...] = ("professional", "gezamenlijk")
SOORTEN: tuple[Vraagsoort, ...] = ("keuze", "meerkeuze", "schaal", "getal", "datum", "tijd", "tekst")
KEUZES = {"oost": "Team Oost", "west": "Team West"}


def question(soort: Vraagsoort, voor: tuple[Ontvanger, ...] = ("professional",)) -> ExtraVraag:
    """A question of this kind, for these readers."""
    keuzes = KEUZES if soort in ("keuze", "meerkeuze") else {}
    van, tot = (0, 10) if soort in ("schaal", "getal") else (None, None)
    return ExtraVraag(
        vraag=f"Een vraag {soort}?",
        label=f"Label {soort}",
        soort=soort,
        keuzes=keuzes,
        van=van,
        tot=tot,
        zichtbaar_voor=voor,
    )


def surroundings(secties: dict[str, Extrasectie]) -> Omgeving:
    """The region's template with these sections of an invented municipality."""
    o = omgeving()
    eigen = Gemeentesjabloon(
        formaat=1,
        id="veiligheidsplan",
        eigenaar="Gemeente Tiel",
        gemeente="tiel",
        versie="1.0.0",
        gebaseerd_op="regio/veiligheidsplan@1.0.0",
        extra_secties=secties,
    )
    return replace(o, sjabloon=fill_template(o.sjabloon, eigen))


@cache
def with_all() -> Omgeving:
    """Every kind of question twice: once for professionals, once asked to be for everyone."""
    vragen = {f"{s}_{len(v)}": question(s, v) for s in SOORTEN for v in (("professional",), SAMEN)}
    return surroundings({"wijk": Extrasectie(titel="Hulp in de wijk", zichtbaar_voor=SAMEN, vragen=vragen)})


def answered(o: Omgeving) -> Dossier:
    """The example household with an answer to every question of the municipality's own."""
    antwoorden = [
        (e.onderwerp, e.veld, sample_answer(e.vraag, VANDAAG.isoformat())) for e in own_questions(o)
    ]
    return with_values(example_dossier(), *antwoorden)


def text(d: Dossier, o: Omgeving, voor: Ontvanger) -> str:
    return "\n".join(as_lines(make_copy(d, o, voor, kenmerk="-"), 100))


def test_op_de_gezamenlijke_kopie_komen_alleen_soorten_die_de_regio_noemt() -> None:
    """Van zeven soorten die «gezamenlijk» zeggen, komen keuze, meerkeuze, datum en tijd erop; tekst en getal nooit."""
    o = with_all()
    gezamenlijk, professional = (text(answered(o), o, voor) for voor in ("gezamenlijk", "professional"))
    erop = {s for s in SOORTEN if f"Label {s}:" in gezamenlijk}
    assert erop == {"keuze", "meerkeuze", "datum", "tijd"} == set(o.sjabloon.openingen.soorten_gezamenlijk)
    assert all(professional.count(f"Label {s}:") == 2 for s in SOORTEN)


def test_aan_tafel_komen_alleen_vragen_waarvan_iedereen_het_antwoord_leest() -> None:
    o = with_all()
    d = with_values(example_dossier(), ("zitting:1", "setting", "samen"))
    tafel = {p.id for p in places(view_of(d, "aan_tafel"), o, "aan_tafel") if p.id.startswith("extra")}
    werkscherm = {p.id for p in places(d, o, "werkscherm") if p.id.startswith("extra")}
    assert tafel == {f"extra_samen:tiel.wijk/{s}_2" for s in o.sjabloon.openingen.soorten_gezamenlijk}
    assert len(werkscherm) == 2 * len(SOORTEN)


@settings(max_examples=20, deadline=None)
@given(
    tekst=st.text(min_size=1, max_size=60),
    getal=st.integers(0, 10),
    keuze=st.sampled_from(["oost", "west", None]),
)
@pytest.mark.parametrize("formaat", ["json", "markdown"])
def test_een_antwoord_voor_professionals_verandert_geen_byte_van_de_gezamenlijke_kopie(
    formaat: Formaat, tekst: str, getal: int, keuze: str | None
) -> None:
    """Ook niet of het er is: twee dossiers die alleen daarin verschillen, geven dezelfde bytes."""
    o, kaal = with_all(), example_dossier()
    vol = with_values(
        kaal,
        ("extra:tiel.wijk", "tekst_1", tekst),
        ("extra:tiel.wijk", "tekst_2", tekst),
        ("extra:tiel.wijk", "schaal_1", getal),
        ("extra:tiel.wijk", "keuze_1", keuze),
    )
    kopieen = [export(d, o, "gezamenlijk", formaat, kenmerk="0a1b2c3d").inhoud for d in (kaal, vol)]
    assert kopieen[0] == kopieen[1]


def test_een_nieuwe_versie_die_een_vraag_ruimer_maakt_laat_een_oud_antwoord_niet_zien() -> None:
    """Het antwoord «Team West» was voor professionals; daarna zegt het sjabloon dat iedereen het mag lezen."""
    toen, nu = (
        surroundings({"wijk": Extrasectie(titel="Wijk", zichtbaar_voor=SAMEN, vragen={"team": question("keuze", v)})})
        for v in (("professional",), SAMEN)
    )  # fmt: skip
    (vraag,) = own_questions(toen)
    d = with_values(example_dossier(), (vraag.onderwerp, vraag.veld, "west"))
    assert "Team West" in text(d, toen, "professional")
    assert "Team West" not in text(d, nu, "gezamenlijk")
    assert not any("extra" in o for o in reduce_to(d, "gezamenlijk").waarden)


def test_een_vraag_die_smaller_werd_staat_niet_meer_op_de_gezamenlijke_kopie() -> None:
    ruim, smal = (
        surroundings({"wijk": Extrasectie(titel="Wijk", zichtbaar_voor=SAMEN, vragen={"team": question("keuze", v)})})
        for v in (SAMEN, ("professional",))
    )  # fmt: skip
    (vraag,) = own_questions(ruim)
    d = with_values(example_dossier(), (vraag.onderwerp, vraag.veld, "west"))
    assert "Team West" in text(d, ruim, "gezamenlijk")
    assert "Team West" not in text(d, smal, "gezamenlijk")


def test_een_eigen_vraag_verandert_geen_uitslag_en_houdt_niemand_op() -> None:
    o, kern = with_all(), omgeving()
    zonder, met = text(example_dossier(), kern, "professional"), text(answered(o), o, "professional")
    uitslag = re.compile(r"Hoe veilig is het\?.*?Onze drie acties", re.DOTALL)
    assert uitslag.search(zonder)[0] == uitslag.search(met)[0]  # type: ignore[index]
    stappen = [p.maak() for p in places(example_dossier(), o, "werkscherm") if p.id.startswith("extra")]
    assert stappen
    assert not any(s.verplicht for s in stappen)


def test_een_adres_in_een_eigen_tekstvraag_wordt_nagevraagd() -> None:
    o = with_all()
    stap = next(p.maak() for p in places(example_dossier(), o, "werkscherm") if p.id.endswith("/tekst_1"))
    twijfel = looks_like_address(stap, "Zij slaapt in de Kerkstraat 12")
    assert twijfel is not None
    assert twijfel.code == "VP502"


def test_een_bestand_met_antwoorden_kan_eigen_vragen_beantwoorden() -> None:
    """Bij «extra», per sectie en vraag; een antwoord dat niet kan, krijgt een bevinding."""
    o = with_all()
    waarden = dict(read_plan_file(example_path("gezin")).waarde)
    feiten = facts_from({**waarden, "extra": {"wijk": {"keuze_2": "west", "schaal_1": 3}}}, o)
    gegeven = {(f.inhoud.get("onderwerp"), f.inhoud.get("veld")): f.inhoud.get("waarde") for f in feiten}
    assert gegeven["extra_samen:tiel.wijk", "keuze_2"] == "west"
    assert gegeven["extra:tiel.wijk", "schaal_1"] == 3
    with pytest.raises(BevindingenFout) as fout:
        facts_from({**waarden, "extra": {"wijk": {"keuze_2": "noord", "weg": 1}}}, o)
    assert {b.pad for b in fout.value.bevindingen} == {("extra", "wijk", "keuze_2"), ("extra", "wijk", "weg")}


_SECTIES = ("status", "acties", "afspraken", "bellen", "vervolg", "regie", "uitleg", "ondertekening")
_VRIJ = ("vervolg", "regie")


@settings(max_examples=200, deadline=None)
@given(gewenst=st.lists(st.sampled_from([*_SECTIES, "wijk", "buurt", "weg"]), max_size=12))
def test_welke_volgorde_ook_wordt_gevraagd_de_vaste_secties_houden_de_hunne(gewenst: list[str]) -> None:
    """Alles staat er precies één keer, en vóór de eerste sectie van de regio komt niets."""
    uit = order(_SECTIES, ("wijk", "buurt"), _VRIJ, gewenst)
    assert sorted(uit) == sorted([*_SECTIES, "wijk", "buurt"])
    vast = [s for s in _SECTIES if s not in _VRIJ]
    assert [s for s in uit if s in vast] == vast
    assert uit[0] == "status"
