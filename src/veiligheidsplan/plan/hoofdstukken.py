"""Every chapter (*hoofdstukken*) in order: what it is about, and when a field of it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from veiligheidsplan.plan import hoofdstuk
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigendom import co_readers
from veiligheidsplan.plan.hoofdstuk import Als, Hoofdstuk
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Zichtkant
from veiligheidsplan.plan.stemmen import GELEZEN, MET_REDEN, person_of
from veiligheidsplan.plan.voorwaarden import conditions, past_safety, unmet


def _is(veld: str, *waarden: str) -> Als:
    """Asked while another field of this subject has one of these answers."""
    return lambda d, onderwerp: d.waarde(onderwerp, veld) in waarden


def _has(soort: str) -> Als:
    """About people of this kind only."""
    return lambda d, persoon: bool(d.waarde(persoon, "soort") == soort)


#: who else may read an item is asked only where somebody may
_MEELEZERS: dict[str, Als] = {"zichtbaar_voor": lambda d, item: bool(co_readers(d, item))}

#: without a language there is nothing to translate
_TALEN: dict[str, Als] = {veld: lambda d, v: d.waarde(v, "taal") is not None for veld in ("tekst", "door")}

HOOFDSTUKKEN: tuple[Hoofdstuk, ...] = (
    Hoofdstuk("eigen_plan", "eigen_plan", "een"),
    Hoofdstuk("relaties", "relatie", "lijst"),
    Hoofdstuk("plekken", "plek", "lijst"),
    Hoofdstuk("voorwaarden", "voorwaarde", "lijst", {"gekregen": _is("herkomst", "veilig_thuis")}),
    Hoofdstuk(
        "zorgen",
        "zorg",
        "lijst",
        {
            "voorwaarden": lambda d, z: bool(conditions(d)),
            "reden_fase": lambda d, z: past_safety(d, z) and bool(unmet(d, z)),
            "hulp_nu": lambda d, z: not past_safety(d, z),
            "hulp_voor": lambda d, z: (
                not past_safety(d, z) and bool(d.waarde(z, "hulp_nu")) and bool(conditions(d))
            ),
        },
    ),
    Hoofdstuk("naleving", "naleving", "per_afspraak"),
    Hoofdstuk("vertalingen", "vertaling", "per_afspraak", _TALEN),
    Hoofdstuk("vertaalde_acties", "actievertaling", "per_actie", _TALEN),
    Hoofdstuk("spanning", "trigger", "lijst"),
    Hoofdstuk("ladder", "trede", "lijst"),
    Hoofdstuk("grond", "grond", "per_actie"),
    Hoofdstuk("eigen_acties", "eigen_actie", "lijst", _MEELEZERS),
    Hoofdstuk(
        "stemmen",
        "stem",
        "per_persoon",
        {
            "reden_niet": _is("gehoord", "nee"),
            "verhaal": _is("gehoord", "ja"),
            "woorden": _is("gehoord", "ja"),
            "akkoord": lambda d, s: d.waarde(person_of(s), "soort") != "kind",
            "reden_akkoord": _is("akkoord", *MET_REDEN),
            "gedeeld": _is("akkoord", *GELEZEN),
            "tekenen": _is("akkoord", *GELEZEN),
            "voorgelezen": lambda d, s: (
                (d.waarde(s, "akkoord"), d.waarde(s, "tekenen")) == ("akkoord", "voorgelezen")
            ),
        },
    ),
    Hoofdstuk("partijen", "partij", "lijst"),
    Hoofdstuk(
        "anderen",
        "ander",
        "lijst",
        {"reden_niet": _is("gehoord", "nee"), "woorden": _is("gehoord", "ja")},
    ),
    Hoofdstuk("aanleiding", "aanleiding", "een"),
    Hoofdstuk(
        "een_plan",
        "een_plan",
        "een",
        {
            "waar": _is("nagegaan", "ja"),
            "uitkomst": _is("nagegaan", "ja"),
            "afgesproken": lambda d, e: (
                (d.waarde(e, "nagegaan"), d.waarde(e, "uitkomst")) == ("ja", "ander_plan")
            ),
        },
    ),
    Hoofdstuk("rollen", "rollen", "een"),
    Hoofdstuk("leefdomeinen", "domein", "per_leefdomein", {"wat": _is("beeld", "zorg", "kracht", "beide")}),
    Hoofdstuk("krachten", "kracht", "lijst"),
    Hoofdstuk("netwerk", "netwerk", "lijst"),
    Hoofdstuk("integraal", "integraal", "een", {"reden": _is("zelfde_regisseur", "nee")}),
    Hoofdstuk("consulten", "consult", "lijst"),
    Hoofdstuk("escalaties", "escalatie", "lijst"),
    Hoofdstuk("terugblikken", "terugblik", "lijst"),
    Hoofdstuk("grondslagen", "grondslag", "per_gegeven"),
    Hoofdstuk("bescherming", "bescherming", "lijst"),
    Hoofdstuk("contact", "contact", "lijst"),
    Hoofdstuk("eigen_veiligheid", "eigen_veiligheid", "lijst", _MEELEZERS),
    Hoofdstuk("eigen_aanpak", "eigen_aanpak", "lijst", _MEELEZERS),
    Hoofdstuk("gezag", "gezag", "lijst", wie=_has("kind")),
    Hoofdstuk("toestemmingen", "toestemming", "lijst", wie=_has("kind")),
    Hoofdstuk("vertegenwoordigers", "vertegenwoordiger", "lijst", wie=_has("volwassene")),
)
#: how the fields of a chapter sleep, by the kind of its subjects
SLAAPT = {h.soort: partial(hoofdstuk.sleeping, h) for h in HOOFDSTUKKEN}


def chapters(d: Dossier, o: Omgeving, kant: Zichtkant) -> Iterator[Plek]:
    """Which chapters to open, and then those. Never at the table: what is open there would tell."""
    if kant == "aan_tafel":
        return
    yield hoofdstuk.choice(d, o)
    for h in HOOFDSTUKKEN:
        if hoofdstuk.is_open(d, h):
            yield from hoofdstuk.places(d, o, h)
