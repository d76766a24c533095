"""Default deny: what a joint copy may not show changes nothing in it, and never stands in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import events, example, example_dossier, omgeving, with_values
from veiligheidsplan.plan.document import Document, Handtekeningvak
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.model import VELDEN, Veld, Zicht
from veiligheidsplan.plan.zichtbaarheid import reduce_to

#: every field that a joint copy may hold; a field that is not here must stay away from it
MAG_GEZAMENLIJK = {
    "vertaling": {"taal", "tekst", "door"},
    "actievertaling": {"taal", "tekst", "door"},
    "dossier": {"gemeente"},
    "medewerker": {"naam", "organisatie", "telefoon"},
    "persoon": {"naam", "soort"},
    "afspraak": {"wat", "wie", "wie_naam", "tot"},
    "actie": {"wat", "wie", "wie_naam", "direct", "wanneer", "tijd", "zien", "anders", "leefdomein"},
    "cijfer": {"waarde", "over", "setting", "waarom"},
    "regie": {"casusregisseur", "organisatie", "telefoon", "mandaathouder"},
    "voorwaarde": {"wat", "tot", "helpt"},
    "zorg": {"wat", "gevaar"},
    "naleving": {"als_wel", "als_niet", "wie_kijkt"},
    "stem": {"akkoord", "voorgelezen"},
    "partij": {"naam", "rol", "organisatie"},
    "rollen": {"procesregisseur"},
    "kracht": {"wat"},
    "netwerk": {"naam", "wat", "wanneer"},
    "trigger": {"wat", "helpt"},
    "trede": {"teken", "doen", "wie"},
    "taak": {"wat", "gedaan", "waarom", "verder"},
    "vervolg": {"contact_datum", "contact_tijd", "contact_hoe", "evaluatie_datum"},
}

#: every field that the private pages of its owner may hold, and no other copy of a resident
MAG_EIGENAAR = {
    "eigen_actie": {"wat", "wanneer"},
    "stem": {"verhaal", "woorden", "reden_akkoord"},
    "terugblik": {"wat", "wanneer"},
    "contact": {"hoe", "wanneer", "nooit", "contactpersoon"},
    "eigen_veiligheid": {
        "weg_komen", "vertrouwd", "seintje", "tas", "kinderen", "dieren", "rekeningen", "locatie", "tablets"
    },
    "eigen_aanpak": {"tekenen", "time_out", "waarheen", "hulp"},
    "plek": {"naam", "wanneer", "sinds"},
    "bescherming": {"soort", "vanaf", "tot", "afspraak"},
}  # fmt: skip


def joint(d: Dossier) -> Document:
    return make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d")


def test_een_nieuw_veld_is_alleen_voor_professionals_tot_het_in_deze_tabel_staat() -> None:
    mag = {
        soort: {
            naam for naam, veld in velden.items() if veld.zicht not in (Zicht.PROFESSIONAL, Zicht.EIGENAAR)
        }
        for soort, velden in VELDEN.items()
    }
    assert {soort: velden for soort, velden in mag.items() if velden} == MAG_GEZAMENLIJK
    eigen = {
        soort: {naam for naam, veld in velden.items() if veld.zicht is Zicht.EIGENAAR}
        for soort, velden in VELDEN.items()
    }
    assert {soort: velden for soort, velden in eigen.items() if velden} == MAG_EIGENAAR


def test_een_veld_zonder_te_zeggen_wie_het_mag_lezen_bestaat_niet() -> None:
    with pytest.raises(TypeError, match="zicht"):
        Veld("tekst")  # type: ignore[call-arg]
    velden = [veld for velden in VELDEN.values() for veld in velden.values()]
    assert len(velden) > 200
    assert all(isinstance(veld.zicht, Zicht) for veld in velden)


def test_wat_geen_veld_van_het_model_is_bereikt_niemand_anders() -> None:
    """Een oud logboek of een vergissing: wat het model niet kent, komt op geen kopie van een ander."""
    d = with_values(example_dossier(), ("actie:1", "vlinder", "zwaluwstaart"), ("vlinder:1", "wat", "x"))
    assert joint(d) == joint(example_dossier())


def hidden_fields() -> list[tuple[str, str]]:
    """Every field of the example that a joint copy may not show."""
    d = example_dossier()
    over = reduce_to(d, "gezamenlijk")
    return [
        (o, v)
        for o, velden in d.waarden.items()
        for v, gegeven in velden.items()
        if gegeven.waarde is not None and not over.beantwoord(o, v) and o != "gesprek"
    ]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(hidden_fields()), st.text(min_size=1, max_size=40))
def test_een_veld_dat_niet_mag_verandert_niets_aan_de_gezamenlijke_kopie(
    plek: tuple[str, str], geheim: str
) -> None:
    """Ook niet of het er is: met een andere waarde, leeg, of met een regel erbij blijft de kopie gelijk."""
    if plek[1] in (
        "op_plan",
        "setting",
        "over",
        "gedeeld",
        "gekozen",
    ):  # these decide what is joint: another decision, another copy
        return
    d = example_dossier()
    assert joint(with_values(d, (*plek, geheim))) == joint(d)
    assert joint(with_values(d, (*plek, None))) == joint(d)


SOLO: list[tuple[str, str, Any]] = [
    ("cijfer:persoon:3", "waarde", 1),
    ("cijfer:persoon:1", "waarde", 0),
    ("cijfer:persoon:1", "waarom", "zwaluwstaart"),
    ("slot:persoon:1", "vannacht", "nee"),
    ("acties", "reden_minder", "zwaluwstaart"),
    ("oordeel:directe-veiligheid:1", "besluit", "hoger"),
    ("persoon:1", "mogelijke_pleger", "ja"),
    ("persoon:2", "leeftijd", 99),
    ("dossier", "alias", "zwaluwstaart"),
]


@pytest.mark.parametrize("waarde", SOLO)
def test_wat_iemand_alleen_zei_is_niet_te_zien_aan_de_gezamenlijke_kopie(
    waarde: tuple[str, str, Any],
) -> None:
    assert joint(with_values(example_dossier(), waarde)) == joint(example_dossier())


def test_een_antwoord_een_instrument_een_signaal_en_een_kopie_laten_geen_spoor_na() -> None:
    """Zonder één afgenomen instrument, en met andere tijden en nummers, is de gezamenlijke kopie dezelfde."""
    zonder = [
        f for f in example() if f.soort not in ("instrument_begonnen", "antwoord_gegeven", "uitslag_getoond")
    ]
    extra = Feit("kopie_gemaakt", {"voor": "professional", "kenmerk": "ffffffff"})
    assert joint(fold(events([*zonder, extra]))) == joint(example_dossier())


def test_iemand_die_niet_op_het_gezamenlijke_plan_staat_bestaat_daar_niet() -> None:
    d = example_dossier()
    met = with_values(
        d,
        ("persoon:4", "naam", "Zwaluwstaart"),
        ("persoon:4", "soort", "volwassene"),
        ("persoon:4", "op_plan", "nee"),
        ("cijfer:persoon:4", "waarde", 2),
        ("cijfer:persoon:4", "setting", "samen"),
        ("cijfer:persoon:4", "over", "gezin"),
        ("cijfer:persoon:2", "over", "persoon:4"),
        ("cijfer:persoon:2", "over", "gezin"),
    )
    assert joint(met) == joint(d)


def test_een_cijfer_dat_samen_is_gegeven_staat_er_wel_en_een_cijfer_alleen_niet() -> None:
    tekst = str(joint(example_dossier()))
    assert "Sem over het hele gezin" in tekst
    assert "Noor over het hele gezin" not in tekst


def test_de_kopie_voor_professionals_heeft_niveau_signaal_en_cijfer_alleen() -> None:
    tekst = str(make_copy(example_dossier(), omgeving(), "professional", kenmerk="0a1b2c3d"))
    for stuk in (
        "Niveauschaal",
        "Ernstige signalen die u ziet",
        "niet zijn uit te sluiten",
        "Noor over het hele gezin",
        "Niet uitreiken",
    ):
        assert stuk in tekst


def test_een_cijfer_dat_alleen_is_gegeven_blijft_niet_over_na_het_weglaten() -> None:
    over = reduce_to(example_dossier(), "gezamenlijk")
    assert over.onderwerpen("cijfer") == ("cijfer:persoon:2",)


def test_na_het_weglaten_is_er_geen_instrument_kopie_tijd_of_teller_meer() -> None:
    d = fold(
        events([Feit("kopie_gemaakt", {"voor": "gezamenlijk", "kenmerk": "ffffffff"})]), example_dossier()
    )
    over = reduce_to(d, "gezamenlijk")
    assert (over.volgnummer, over.begonnen, over.laatst, over.afnamen, over.kopieen) == (
        0,
        None,
        None,
        {},
        (),
    )


def test_wie_uit_het_dossier_is_gehaald_staat_op_geen_nieuwe_kopie() -> None:
    weg = Feit("onderwerp_gearchiveerd", {"onderwerp": "persoon:2", "reden": "hoort er niet bij"})
    tekst = str(joint(fold(events([weg]), example_dossier())))
    assert "bijschrift='Sem'" in str(joint(example_dossier()))
    assert "bijschrift='Sem'" not in tekst


def test_het_moment_waarop_iets_is_gezegd_is_niet_te_zien_aan_de_volgorde() -> None:
    """Dezelfde antwoorden in een andere volgorde gegeven: dezelfde gezamenlijke kopie."""
    waarden = [f for f in example() if f.soort == "waarde_gegeven"]
    rest = [f for f in example() if f.soort != "waarde_gegeven"]
    assert joint(fold(events([*reversed(waarden), *rest]))) == joint(example_dossier())


def test_ook_de_kopie_voor_professionals_zegt_niet_in_welke_volgorde_iets_is_gevraagd() -> None:
    """De cijfers in een andere volgorde gegeven, na terugbladeren: dezelfde kopie."""
    cijfers = [f for f in example() if str(f.inhoud.get("onderwerp")).startswith("cijfer:")]
    rest = [f for f in example() if f not in cijfers]
    kopieen = [
        make_copy(fold(events([*rest, *volgorde])), omgeving(), "professional", kenmerk="0a1b2c3d")
        for volgorde in (cijfers, cijfers[::-1])
    ]
    assert kopieen[0] == kopieen[1]


def test_een_afspraak_die_is_ingetrokken_staat_op_geen_nieuwe_kopie() -> None:
    weg = Feit("onderwerp_gearchiveerd", {"onderwerp": "afspraak:2", "reden": "vervallen"})
    assert "Is er spanning?" in str(joint(example_dossier()))
    assert "Is er spanning?" not in str(joint(fold(events([weg]), example_dossier())))


def test_de_bewoners_tekenen_alleen_de_gezamenlijke_kopie() -> None:
    def vakken(document: Document) -> list[str]:
        return [b.bijschrift for b in document.blokken if isinstance(b, Handtekeningvak)]

    assert vakken(joint(example_dossier())) == ["Kim de Vries", "Noor", "Sem"], "een kind tekent niet"
    professional = make_copy(example_dossier(), omgeving(), "professional", kenmerk="0a1b2c3d")
    assert vakken(professional) == ["Kim de Vries"]
