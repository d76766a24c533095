"""Wat een lezer niet mag weten, verandert niets aan wat die leest: willekeurige plannen, elk veld van het model."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import omgeving, with_values
from tests.plan.willekeurig import places, random_plan, subjects, value
from veiligheidsplan.plan.document import Document
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigendom import owner_of
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.model import VELDEN, Zicht, kind_of
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.velden import HOOFDSTUKCODES
from veiligheidsplan.plan.zichtbaarheid import reduce_to

Plaats = tuple[str, str]

#: what only decides who may read something else: changing it is another decision, and so another copy
BESLIST = {
    ("hoofdstukken", "gekozen"),
    ("persoon", "op_plan"),
    (
        "persoon",
        "soort",
    ),  # of a child nobody asks whether it agrees: what is unsafe to ask hides the whole table
    ("eigen_plan", "van"),
    ("partij", "gelezen"),
    ("stem", "tekenen"),
    *((soort, "gedeeld") for soort, velden in VELDEN.items() if "gedeeld" in velden),
}
#: what decides besides whose something is, and who may be told of it
BESLIST_EIGEN = BESLIST | {
    *(
        (soort, veld)
        for soort, velden in VELDEN.items()
        for veld in ("van", "zichtbaar_voor")
        if veld in velden
    ),
    ("persoon", "leeftijd"),
    ("persoon", "woont_hier"),
    ("persoon", "mogelijke_pleger"),
    ("stem", "gehoord"),
    ("relatie", "met"),
    ("plek", "wie"),
    ("gezag", "kind"),
    ("gezag", "wie"),
    ("incident", "door"),
    ("incident", "tegen"),
    ("vertegenwoordiger", "gevaar"),
    ("vertegenwoordiger", "wie"),
    ("vertegenwoordiger", "naam"),
    ("zitting", "tolk_wie"),
}
PERSONEN = ("persoon:1", "persoon:2", "persoon:3", "persoon:4")
TOEVAL = st.integers(0, 10**9).map(Random)


def copy(d: Dossier, voor: str, eigen: Eigendeel = "niet") -> Document:
    return make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d", eigen=eigen)


def changed(d: Dossier, plekken: list[Plaats], toeval: Random) -> Dossier:
    """The same plan with another answer, or none, at each of these places."""
    return with_values(d, *((o, v, value(d, o, v, toeval)) for o, v in plekken))


def guilty(d: Dossier, plekken: list[Plaats], toeval: Random, voor: str, eigen: Eigendeel) -> list[Plaats]:
    """Which of these places alone changes this copy: for the words of a test that fails."""
    heel = copy(d, voor, eigen)
    return [p for p in plekken if copy(changed(d, [p], toeval), voor, eigen) != heel]


def hidden_from_all(d: Dossier) -> list[Plaats]:
    """What is for professionals or one person, what was not shared, and who stands on no plan."""

    def verborgen(onderwerp: str, veld: str) -> bool:
        match VELDEN[kind_of(onderwerp)][veld].zicht:
            case Zicht.PROFESSIONAL | Zicht.EIGENAAR:
                return True
            case Zicht.ALS_GEDEELD:
                return bool(d.waarde(onderwerp, "gedeeld") != "ja")
            case Zicht.ALS_OP_PLAN:
                return bool(d.waarde(onderwerp, "op_plan") != "ja")
            case _:
                return False

    return [(o, v) for o, v in places() if (kind_of(o), v) not in BESLIST and verborgen(o, v)]


def hidden_from(d: Dossier, persoon: str) -> list[Plaats]:
    """What this person may know nothing of: what is for professionals, and what is another's and not shared."""

    def anders(onderwerp: str) -> bool:
        return owner_of(d, onderwerp) != persoon and persoon not in (
            d.waarde(onderwerp, "zichtbaar_voor") or ()
        )

    return [
        (o, v)
        for o, v in hidden_from_all(d)
        if (kind_of(o), v) not in BESLIST_EIGEN
        and (VELDEN[kind_of(o)][v].zicht is not Zicht.EIGENAAR or anders(o))
        and kind_of(o) != "persoon"  # a name is known to who may read an item of that person
    ]


def test_elke_soort_van_het_model_heeft_een_plaats_in_het_willekeurige_plan() -> None:
    for soort, velden in VELDEN.items():
        assert subjects(soort) or not velden, soort
    plannen = [random_plan(Random(n)) for n in range(3)]  # noqa: S311 - a fixed plan, no secret
    gevuld = {(kind_of(o), v) for d in plannen for o, velden in d.waarden.items() for v in velden}
    assert {(s, v) for s, velden in VELDEN.items() for v in velden} - gevuld == set()


@settings(max_examples=15, deadline=None)
@given(TOEVAL)
def test_wat_alleen_professionals_of_een_persoon_mogen_weten_verandert_niets_aan_de_gezamenlijke_kopie(
    toeval: Random,
) -> None:
    """Alle verborgen velden tegelijk anders of leeg: dezelfde kopie. Een nieuw veld doet vanzelf mee."""
    d = random_plan(toeval)
    verborgen = hidden_from_all(d)
    assert len(verborgen) > 150
    anders = changed(d, verborgen, toeval)
    assert reduce_to(awake(anders), "gezamenlijk").waarden == reduce_to(awake(d), "gezamenlijk").waarden
    if copy(anders, "gezamenlijk") != copy(d, "gezamenlijk"):
        assert guilty(d, verborgen, toeval, "gezamenlijk", "niet") == []
        raise AssertionError("samen veranderen zij de kopie")


@settings(max_examples=10, deadline=None)
@given(TOEVAL, st.sampled_from(PERSONEN))
def test_wat_van_een_ander_is_verandert_niets_aan_de_eigen_bladen(toeval: Random, persoon: str) -> None:
    d = random_plan(toeval)
    verborgen = hidden_from(d, persoon)
    if copy(changed(d, verborgen, toeval), persoon, "mee") != copy(d, persoon, "mee"):
        assert guilty(d, verborgen, toeval, persoon, "mee") == []
        raise AssertionError("samen veranderen zij de kopie")


@settings(max_examples=10, deadline=None)
@given(TOEVAL)
def test_de_kopie_voor_professionals_verandert_wel(toeval: Random) -> None:
    """De proef kan falen: wat verborgen is voor anderen, staat daar wel."""
    d = random_plan(toeval)
    assert copy(changed(d, hidden_from_all(d), toeval), "professional") != copy(d, "professional")


@settings(max_examples=10, deadline=None)
@given(TOEVAL, st.sampled_from(PERSONEN))
def test_van_een_plan_van_een_persoon_leest_niemand_anders_iets(toeval: Random, persoon: str) -> None:
    """Wat er ook in het plan verandert: de kopie voor iedereen blijft gelijk."""
    d = with_values(
        random_plan(toeval),
        ("hoofdstukken", "gekozen", HOOFDSTUKCODES),
        ("eigen_plan", "van", persoon),
    )
    soorten = (
        "actie",
        "afspraak",
        "naleving",
        "voorwaarde",
        "zorg",
        "trede",
        "trigger",
        "kracht",
        "regie",
        "vervolg",
    )
    plekken = [(o, v) for o, v in places() if kind_of(o) in soorten and v not in ("wie", "gedeeld")]
    assert copy(changed(d, plekken, toeval), "gezamenlijk") == copy(d, "gezamenlijk")
