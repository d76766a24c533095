"""A plan in which everything can stand: made from the model itself, so that a new field is in it by itself."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.velden import HOOFDSTUKCODES
from veiligheidsplan.plan.vraagstap import choices

#: subjects of the kinds that are no chapter; a kind without a line here fails a test
ONDERWERPEN: dict[str, tuple[str, ...]] = {
    "dossier": ("dossier",),
    "medewerker": ("medewerker",),
    "persoon": ("persoon:1", "persoon:2", "persoon:3", "persoon:4"),
    "zitting": ("zitting:1",),
    "eigen": ("eigen:1",),
    "vooraf": ("vooraf:persoon:1@zitting:1",),
    "themas": ("themas",),
    "maatregel": ("maatregel:1", "maatregel:2"),
    "overleg": ("overleg:1",),
    "wens": ("wens:persoon:1@overleg:1",),
    "indruk": ("indruk:directe-veiligheid:1",),
    "oordeel": ("oordeel:directe-veiligheid:1",),
    "afspraak": ("afspraak:1", "afspraak:2"),
    "actie": ("actie:1", "actie:2", "actie:3"),
    "acties": ("acties",),
    "cijfer": ("cijfer:persoon:1", "cijfer:persoon:2", "cijfer:persoon:2@samen", "cijfer:medewerker"),
    "regie": ("regie",),
    "vervolg": ("vervolg",),
    "slot": ("slot:persoon:1", "slot:persoon:2"),
    "incident": ("incident:1", "incident:2"),
    "meldcode": ("meldcode:1",),
    "meldstap": ("meldstap:1:overleg", "meldstap:1:gesprek"),
    "afweging": ("afweging:1:gevaar:persoon:1",),
    "meldbesluit": ("meldbesluit:1:persoon:1",),
    "melding": ("melding:1:persoon:1",),
    "hoofdstukken": ("hoofdstukken",),
    "evaluatie": ("evaluatie:1",),
    "taak": ("taak:1:actie:1",),
    "taakverslag": ("taakverslag:1:actie:1@persoon:1",),
    "geweld": ("geweld:1:persoon:1", "geweld:1:persoon:1@samen"),
    "extra": (),
    "extra_samen": (),
    "gesprek": (),
}


def subjects(soort: str) -> tuple[str, ...]:
    """Where a kind can stand in the plan below."""
    h = next((h for h in HOOFDSTUKKEN if h.soort == soort), None)
    match h.vorm if h else "":
        case "":
            return ONDERWERPEN[soort]
        case "een":
            return (soort,)
        case "lijst":
            return (f"{soort}:1", f"{soort}:2")
        case "per_persoon":
            return tuple(f"{soort}:persoon:{n}" for n in (1, 2, 3))
        case "per_afspraak":
            return (f"{soort}:afspraak:1",)
        case "per_actie":
            return (f"{soort}:actie:1",)
        case "per_leefdomein":
            return (f"{soort}:geld",)
        case _:
            return (f"{soort}:gezondheid",)


def places() -> list[tuple[str, str]]:
    """Every field of the model at every subject where it can stand here."""
    return [(o, veld) for soort, velden in VELDEN.items() for o in subjects(soort) for veld in velden]


def value(d: Dossier, onderwerp: str, veld: str, toeval: Random) -> Any:
    """An answer that this field can have, of its own kind; now and then none."""
    model = VELDEN[kind_of(onderwerp)][veld]
    if toeval.random() < 0.1:
        return None
    match model.soort:
        case "tekst":
            return f"vogel {toeval.randrange(10**9)}"
        case "datum":
            return f"2026-12-{toeval.randint(1, 28):02d}"
        case "tijd":
            return f"{toeval.randint(0, 23):02d}:{toeval.choice(('00', '30'))}"
        case "schaal" | "getal":
            return toeval.randint(model.van or 0, model.tot or 10)
    teksten = omgeving().sjabloon.teksten.get(kind_of(onderwerp), {})
    woorden = teksten[veld].keuzes if veld in teksten else {}
    codes = [k.code for k in choices(d, omgeving(), onderwerp, model, woorden)]
    if model.soort == "keuze":
        return toeval.choice(codes) if codes else None
    return tuple(c for c in codes if c not in model.bijzonder and toeval.random() < 0.5)


def random_plan(toeval: Random) -> Dossier:
    """The example with every chapter open and everything that can stand in it filled at random."""
    begin = [("gesprek", f"meer_{h.soort}_{n}", "ja") for h in HOOFDSTUKKEN for n in (1, 2)]
    begin += [("gesprek", f"meer_maatregel_{n}", "ja") for n in (1, 2)]
    d = with_values(
        example_dossier(),
        ("hoofdstukken", "gekozen", [c for c in HOOFDSTUKCODES if c != "eigen_plan"]),
        *begin,
        ("persoon:4", "naam", "Gijs"),
        ("persoon:4", "soort", "volwassene"),
        ("persoon:4", "op_plan", "nee"),
    )
    vast = {"naam", "soort", "setting", "aanwezig", "gekozen"}
    plekken = [
        (o, v)
        for o, v in places()
        if v not in vast or kind_of(o) not in ("persoon", "zitting", "hoofdstukken")
    ]
    return with_values(d, *((o, v, value(d, o, v, toeval)) for o, v in plekken if toeval.random() < 0.7))
