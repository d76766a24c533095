"""Default deny by bytes: what may not be in the joint copy is nowhere in its files, and changes no byte of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.inhoud import alles
from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.zichtbaarheid import reduce_to

FORMATEN: tuple[Formaat, ...] = ("pdf", "markdown", "json")


def copy(d: Dossier, formaat: Formaat, voor: Any = "gezamenlijk") -> bytes:
    return export(d, omgeving(), voor, formaat, kenmerk="0a1b2c3d").inhoud


def free_texts() -> list[tuple[str, str]]:
    """Every free text of the example, and one for every text field that the example leaves empty."""
    d = example_dossier()
    plekken = [(o, v) for o, velden in d.waarden.items() for v in velden if o != "gesprek"]
    extra = [
        ("oordeel:directe-veiligheid:1", "reden"),
        ("oordeel:directe-veiligheid:1", "tweede"),
        ("acties", "reden_minder"),
        ("eigen:2", "wie_weet"),
        ("maatregel:1", "waar_staat"),
        ("overleg:2", "naam"),
        ("overleg:2", "advies"),
        *(("meldstap:1:gesprek", veld) for veld in ("wie", "reden", "wat")),
        ("afweging:1:gevaar:persoon:1", "waarom"),
        *(("meldbesluit:1:persoon:1", veld) for veld in ("melden_waarom", "hulp_wat")),
        *(("melding:1:persoon:1", v) for v in ("contact", "reactie", "waarom_niet", "overname_wat")),
    ]
    return [(o, v) for o, v in [*plekken, *extra] if VELDEN[o.split(":")[0]][v].soort == "tekst"]


def secrets(letters: str) -> tuple[Dossier, list[str], list[str]]:
    """The example with a word of its own in every free text: (dossier, words that may be joint, words that may not)."""
    woorden = {
        plek: f"{letters}{chr(97 + n // 26)}{chr(97 + n % 26)}q" for n, plek in enumerate(free_texts())
    }
    d = with_values(example_dossier(), *((o, v, woord) for (o, v), woord in woorden.items()))
    over = reduce_to(d, "gezamenlijk")
    open_ = [w for (o, v), w in woorden.items() if over.waarde(o, v) == w]
    return d, open_, [w for w in woorden.values() if w not in open_]


@pytest.mark.parametrize("formaat", FORMATEN)
@settings(max_examples=4, deadline=None)
@given(letters=st.text(st.sampled_from("bdfghjklmprstvwxz"), min_size=6, max_size=8))
def test_geheimen_staan_in_geen_enkele_byte_van_de_gezamenlijke_kopie(formaat: Formaat, letters: str) -> None:
    """Elk tekstveld krijgt een eigen woord: de woorden die mogen staan erin, de andere nergens, ook niet uitgepakt."""
    d, open_, geheim = secrets(letters)
    assert len(geheim) > 8
    inhoud = alles(copy(d, formaat)) if formaat == "pdf" else copy(d, formaat).decode()
    assert [w for w in geheim if w in inhoud] == []
    assert len([w for w in open_ if w in inhoud]) > 20


def test_dezelfde_geheimen_staan_wel_in_de_kopie_voor_professionals() -> None:
    """De zoekwijze kan falen: in de andere kopie vindt zij de geheimen."""
    d, _, geheim = secrets("vlinderstruik")
    inhoud = alles(copy(d, "pdf", "professional"))
    assert len([w for w in geheim if w in inhoud]) > 8


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_toelichting_staat_in_geen_enkele_byte_van_de_gezamenlijke_kopie(formaat: Formaat) -> None:
    """Bij elk veld van het plan, ook bij wat iedereen leest, en bij elk antwoord: alleen voor professionals."""
    d = example_dossier()
    woorden = {(o, v): f"Zwk{n:04d}qx" for n, (o, v) in enumerate(free_texts())}
    feiten = [value_given(o, v, d.waarde(o, v), None, woord) for (o, v), woord in woorden.items()]
    met = fold(events(feiten), d)
    assert copy(met, formaat) == copy(with_values(d, *((o, v, d.waarde(o, v)) for o, v in woorden)), formaat)
    geheim = copy(met, "markdown", "professional").decode()
    assert all(woord in geheim for (o, v), woord in woorden.items() if d.waarde(o, v) is not None)


def eerst_alleen() -> list[tuple[str, str, Any]]:
    """What was checked beforehand, orders, consultation, wishes, and who interprets."""
    return [
        ("gesprek", "meer_maatregel_1", "ja"),
        ("maatregel:1", "soort", "huisverbod"),
        ("maatregel:1", "voor", "persoon:2"),
        ("maatregel:1", "tegenover", ["persoon:1"]),
        ("maatregel:1", "tot", "2026-12-10"),
        ("themas", "gezien", ["eergerelateerd_geweld"]),
        ("overleg:1", "met", "aandachtsfunctionaris"),
        ("overleg:1", "samen_kan", "weet_niet"),
        ("wens:persoon:1@overleg:1", "samen", "weet_niet"),
        ("wens:persoon:2@overleg:1", "samen", "ja"),
        ("eigen:1", "wapen", "ja"),
        ("vooraf:persoon:1@zitting:1", "veilig", "nee"),
        ("vooraf:persoon:1@zitting:1", "kamer", "kind"),
        ("vooraf:persoon:2@zitting:2", "leest_mee", ["post"]),
        ("zitting:1", "tolk", "ander"),
        ("zitting:1", "tolk_wie", "kind"),
        ("zitting:1", "opening", "nog_niet"),
    ]


def test_wat_eerst_alleen_is_nagegaan_staat_wel_op_de_kopie_voor_professionals() -> None:
    tekst = copy(with_values(example_dossier(), *eerst_alleen()), "markdown", "professional").decode()
    for woorden in (
        "Huisverbod voor Sem",
        "Geweld om de eer",
        "De aandachtsfunctionaris",
        "Een ander kind",
        "Wapen",
    ):
        assert woorden in tekst


@pytest.mark.parametrize("formaat", FORMATEN)
def test_twee_plannen_die_alleen_verschillen_in_wat_niet_mag_geven_dezelfde_bytes(formaat: Formaat) -> None:
    d = example_dossier()
    anders = with_values(
        d,
        ("dossier", "alias", "anders"),
        ("persoon:1", "mogelijke_pleger", "ja"),
        ("cijfer:persoon:1", "waarde", 0),
        ("cijfer:persoon:1", "waarom", "heel lang " * 200),
        ("slot:persoon:1", "vannacht", "nee"),
        ("oordeel:directe-veiligheid:1", "besluit", "hoger"),
        ("persoon:4", "naam", "Iemand die niemand mag kennen"),
        ("persoon:4", "op_plan", "nee"),
        *eerst_alleen(),
    )
    assert copy(anders, formaat) == copy(d, formaat)


#: a whole reporting code: for whom, a step left out, weighed, decided, reported, and not taken over
MELDCODE: tuple[tuple[str, str, Any], ...] = (
    ("meldcode:1", "personen", ["persoon:1", "persoon:3"]),
    ("meldstap:1:gesprek", "stand", "overgeslagen"),
    ("meldstap:1:gesprek", "waarom", "eer"),
    ("afweging:1:gevaar:persoon:1", "antwoord", "acuut"),
    ("afweging:1:gevaar:persoon:1", "waarom", "Zwaluwstaart"),
    ("meldbesluit:1:persoon:1", "onthulling", "ja"),
    ("meldbesluit:1:persoon:1", "melden", "ja"),
    ("melding:1:persoon:1", "wanneer", "2026-12-07"),
    ("melding:1:persoon:1", "contact", "Zwaluwstaart"),
    ("melding:1:persoon:1", "overname", "deels"),
)


@pytest.mark.parametrize("formaat", FORMATEN)
def test_met_of_zonder_meldcode_en_melding_is_elke_byte_van_de_gezamenlijke_kopie_gelijk(
    formaat: Formaat,
) -> None:
    """Ook niet hoeveel stappen er zijn gedaan; de kopie voor professionals heeft het wel."""
    d = example_dossier()
    for aantal in range(1, len(MELDCODE) + 1):
        assert copy(with_values(d, *MELDCODE[:aantal]), formaat) == copy(d, formaat)
        if formaat == "pdf":
            break  # drawing is slow: the last one, below, holds every field
    alles_ervan = with_values(d, *MELDCODE)
    assert copy(alles_ervan, formaat) == copy(d, formaat)
    assert "Zwaluwstaart" in copy(alles_ervan, "markdown", "professional").decode()


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_andere_afspraak_geeft_wel_andere_bytes(formaat: Formaat) -> None:
    d = example_dossier()
    assert copy(with_values(d, ("afspraak:1", "wat", "Iets anders.")), formaat) != copy(d, formaat)


def test_de_bestandsnaam_zegt_niet_van_wie_het_is_alleen_of_het_binnen_moet_blijven() -> None:
    for voor, naam in (("gezamenlijk", "document-0a1b2c3d.pdf"), ("professional", "intern-0a1b2c3d.pdf")):
        assert export(example_dossier(), omgeving(), voor, "pdf", kenmerk="0a1b2c3d").naam == naam
