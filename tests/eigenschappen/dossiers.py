"""Toevallige dossiers uit het model zelf: een nieuw veld doet vanzelf mee, en is geheim tot het iets anders zegt.

``wie_ziet`` is met opzet een tweede, eenvoudige lezing van de regels, los van ``plan.zichtbaarheid``.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from tests.plan.omgeving import example_dossier, omgeving, with_values

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.keuzes import choices
from veiligheidsplan.plan.model import VELDEN, Veld, Zicht, kind_of
from veiligheidsplan.plan.velden import HOOFDSTUKCODES

PERSONEN = ("persoon:1", "persoon:2", "persoon:3", "persoon:4")
Waarde = tuple[str, str, Any]
#: wat beslist wie wat leest: een ander besluit is een andere kopie. Al het andere mag vrij verschillen
BESLIST = frozenset({
    ("persoon", "op_plan"), ("persoon", "soort"), ("eigen_plan", "van"), ("hoofdstukken", "gekozen"),
    ("stem", "akkoord"), ("stem", "gelezen"), ("stem", "tekenen"), ("stem", "gehoord"), ("partij", "gelezen"),
    ("cijfer", "setting"), ("cijfer", "over"), ("cijfer", "waarde"),
})  # fmt: skip
#: of een kind geweld gebruikte, beslist welke woorden het kind zelf krijgt
GEBEURDE = frozenset({("incident", "door"), ("vertegenwoordiger", "wie"), ("vertegenwoordiger", "gevaar")})
BESLIST_OVERAL = frozenset({"van", "gedeeld", "zichtbaar_voor", "wie_naam"})
#: waarvan het gesprek zelf of een ander deel het nummer bewaakt; zij komen via een eigen weg in de proef
NIET_LOS = frozenset(
    {
        "gesprek",
        "extra",
        "extra_samen",
        "evaluatie",
        "taak",
        "taakverslag",
        "geweld",
        "zitting",
        "indruk",
        "oordeel",
    }
)
_VORM = {h.soort: h.vorm for h in HOOFDSTUKKEN}
_LOS = {
    "eigen": ("eigen:1",), "vooraf": ("vooraf:persoon:1@zitting:1", "vooraf:persoon:2@zitting:1"),
    "wens": ("wens:persoon:1@overleg:1",), "cijfer": PERSONEN, "slot": PERSONEN,
    "actie": ("actie:1", "actie:2", "actie:3"),
    "persoon": PERSONEN, "meldstap": ("meldstap:1:gesprek",), "afweging": ("afweging:1:gevaar:persoon:1",),
    "meldbesluit": ("meldbesluit:1:persoon:1",), "melding": ("melding:1:persoon:1",),
}  # fmt: skip
_EEN = frozenset({"dossier", "medewerker", "themas", "acties", "regie", "vervolg", "hoofdstukken"})


def subjects(soort: str) -> tuple[str, ...]:
    """De onderwerpen van een soort die in de proef voorkomen."""
    if soort in _LOS:
        return tuple(o if ":" in o and o.startswith(soort) else f"{soort}:{o}" for o in _LOS[soort])
    match _VORM.get(soort, "lijst" if soort not in _EEN else "een"):
        case "een":
            return (soort,)
        case "per_persoon":
            return tuple(f"{soort}:{p}" for p in PERSONEN)
        case "per_afspraak":
            return (f"{soort}:afspraak:1", f"{soort}:afspraak:2")
        case "per_actie":
            return (f"{soort}:actie:1", f"{soort}:actie:2")
        case "per_leefdomein":
            return tuple(f"{soort}:{code}" for code in list(omgeving().sjabloon.leefdomeinen)[:2])
        case "per_gegeven":
            return (f"{soort}:gezondheid",)
        case _:
            return (f"{soort}:1", f"{soort}:2")


@cache
def places() -> tuple[tuple[str, str], ...]:
    """Elk veld van het model, op elk onderwerp van de proef."""
    return tuple(
        (o, veld)
        for soort in VELDEN
        if soort not in NIET_LOS
        for o in subjects(soort)
        for veld in VELDEN[soort]
    )


def value(r: Random, d: Dossier, onderwerp: str, naam: str) -> Any:
    """Een waarde die dit veld kan hebben; soms niets."""
    veld: Veld = VELDEN[kind_of(onderwerp)][naam]
    if r.random() < 0.15:
        return None
    teksten = omgeving().sjabloon.teksten[kind_of(onderwerp)][naam].keuzes
    if veld.soort in ("keuze", "meerkeuze"):
        codes = [k.code for k in choices(d, omgeving(), onderwerp, veld, teksten)]
        if not codes:
            return None
        return (
            r.choice(codes)
            if veld.soort == "keuze"
            else sorted(r.sample(codes, r.randint(0, min(3, len(codes)))))
        )
    match veld.soort:
        case "datum":
            return f"2026-12-{r.randint(8, 28):02}"
        case "tijd":
            return f"{r.randint(0, 23):02}:{r.randint(0, 59):02}"
        case "getal" | "schaal":
            return r.randint(veld.van or 0, veld.tot or 10)
        case _:
            return f"Tekst {r.getrandbits(48):x}."


def base() -> Dossier:
    """Vier mensen, elk hoofdstuk open, en van elke lijst twee."""
    meer = [("gesprek", f"meer_{s}_{n}", "ja") for s in VELDEN for n in (1, 2)]
    namen = [
        ("persoon:4", "naam", "Gijs"),
        ("persoon:4", "soort", "volwassene"),
        ("persoon:4", "op_plan", "nee"),
    ]
    return with_values(example_dossier(), ("hoofdstukken", "gekozen", HOOFDSTUKCODES), *meer, *namen)


def household(zaad: int) -> Dossier:
    """Een toevallig huishouden: wie gevaar kan geven, wie op het plan staat en van wie iets is, ligt aan het lot."""
    r = Random(zaad)  # noqa: S311
    d = base()
    eerst = [(o, v, value(r, d, o, v)) for o in PERSONEN for v in ("op_plan", "mogelijke_pleger")]
    eerst += [("incident:1", "door", [r.choice(PERSONEN)]), ("incident:1", "tegen", [r.choice(PERSONEN)])]
    if r.random() < 0.25:
        eerst.append(("eigen_plan", "van", r.choice(PERSONEN)))
    d = with_values(d, *eerst)
    vast = {"persoon", "hoofdstukken", "eigen_plan"}
    overal = [
        (o, v, value(r, d, o, v)) for o, v in places() if kind_of(o) not in vast and v != "zichtbaar_voor"
    ]
    return with_values(d, *overal)


def sees(d: Dossier, lezer: str, *, eigen: bool, onderwerp: str, naam: str) -> bool:
    """Of deze lezer dit veld misschien mag lezen. In twijfel ja: dan verandert de proef het niet."""
    soort, zicht = kind_of(onderwerp), VELDEN[kind_of(onderwerp)][naam].zicht
    if (soort, naam) in BESLIST or naam in BESLIST_OVERAL:
        return True
    if onderwerp == lezer:
        return naam in ("naam", "leeftijd", "wat", "wanneer") or (
            naam == "mogelijke_pleger" and is_child(d, lezer)
        )
    if (soort, naam) in GEBEURDE and is_child(d, lezer):
        return True
    if zicht is Zicht.PROFESSIONAL:
        return False
    eigenaar = next((p for p in PERSONEN if onderwerp.endswith(p)), None) or d.waarde(onderwerp, "van")
    if zicht is Zicht.EIGENAAR:
        return eigen and eigenaar == lezer
    if soort == "medewerker":
        return True
    if soort == "cijfer" and eigen and eigenaar == lezer:
        return True
    if on_the_plan(d, lezer):
        return True
    return soort in ("actie", "afspraak") and d.waarde(onderwerp, "wie") == lezer


def is_child(d: Dossier, lezer: str) -> bool:
    return bool(d.waarde(lezer, "soort") == "kind")


def on_the_plan(d: Dossier, lezer: str) -> bool:
    van = d.waarde("eigen_plan", "van")
    if van is not None:
        return bool(van == lezer)
    return lezer == "gezamenlijk" or d.waarde(lezer, "op_plan") == "ja"


def secretly_other(d: Dossier, lezer: str, *, eigen: bool, zaad: int, deel: float = 0.5) -> list[Waarde]:
    """Andere waarden voor een deel van alles wat deze lezer niet mag weten; ook wat er niet was, en wat er weg gaat."""
    r = Random(zaad)  # noqa: S311
    return [
        (o, v, value(r, d, o, v))
        for o, v in places()
        if r.random() < deel
        and not sees(d, lezer, eigen=eigen, onderwerp=o, naam=v)
        and not (v == "wie" and kind_of(o) in ("actie", "afspraak"))
    ]
