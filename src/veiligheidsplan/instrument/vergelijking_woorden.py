"""The words of a trainer for what changed (*woorden*): fields by kind of thing, and values as a short text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

#: what a change asks of the version at least
PATCH, MINOR, MAJOR = 1, 2, 3

#: per kind of thing, per field: the Dutch words, and what a change of it asks of the version by itself. An outcome
#: that changes is found by counting; here *MAJOR* stands where answers without an outcome before are touched
VELDEN: Final[Mapping[str, Mapping[str, tuple[str, int]]]] = {
    "instrument": {
        "titel": ("de titel", PATCH),
        "soort": ("het soort instrument", MINOR),
        "status": ("de status", PATCH),
        "validatie": ("de validatie", PATCH),
        "licentie": ("de licentie", PATCH),
        "per": ("voor wie het wordt ingevuld", MAJOR),
        "doelgroep": ("de doelgroep", MINOR),
        "eigenaar": ("de eigenaar", PATCH),
        "herzien_voor": ("de datum van herziening", PATCH),
        "verantwoording": ("de verantwoording", PATCH),
        "niet_in_bijzijn": ("wie er niet bij mag zijn", MINOR),
        "eindniveau": ("de schaal die het eindniveau bepaalt", MINOR),
    },
    "onderdeel": {
        "titel": ("de titel", PATCH),
        "inleiding": ("de inleiding", PATCH),
        "toon_als": ("de voorwaarde om het te tonen", MINOR),
        "wijze": ("hoe het wordt ingevuld", MINOR),
        "niet_in_bijzijn": ("wie er niet bij mag zijn", MINOR),
    },
    "vraag": {
        "type": ("het soort vraag", MAJOR),
        "tekst": ("de tekst", PATCH),
        "tekst_voor": ("de tekst voor kinderen", PATCH),
        "hulp": ("de hulptekst", PATCH),
        "periode": ("de periode", PATCH),
        "niet_in_bijzijn": ("wie er niet bij mag zijn", MINOR),
        "zichtbaar_voor": ("wie het antwoord mag zien", MINOR),
        "leefdomein": ("het leefdomein", PATCH),
        "bronnen": ("de bronnen", PATCH),
        "reden": ("de reden", PATCH),
        "kort": ("of zij in de korte ronde zit", MINOR),
        "voorinvullen": ("of het vorige antwoord wordt overgenomen", MINOR),
        "verplicht": ("of een antwoord nodig is", MINOR),
        "weet_niet": ("of «weet niet» een antwoord is", MINOR),
        "wil_niet_zeggen": ("of «wil niet zeggen» een antwoord is", MINOR),
        "toon_als": ("de voorwaarde om haar te tonen", MINOR),
        "geen_van_deze": ("of «geen van deze» een antwoord is", MINOR),
        "gewicht": ("het gewicht", MINOR),
        "van": ("het laagste getal", MINOR),
        "tot": ("het hoogste getal", MINOR),
        "omgekeerd": ("of zij omgekeerd telt", MINOR),
        "uitersten": ("de woorden bij de uitersten", PATCH),
        "punten_vanaf": ("de punten per trede", MINOR),
    },
    "antwoord": {"tekst": ("de tekst", PATCH), "punten": ("de punten", MINOR)},
    "niveau": {"titel": ("de titel", PATCH), "advies": ("het advies", PATCH)},
    "schaal": {
        "titel": ("de titel", PATCH),
        "telt": ("wat zij telt", MINOR),
        "methode": ("hoe zij telt", MINOR),
        "ontbrekend": ("wat een ontbrekend antwoord doet", MAJOR),
        "hoogstens_ontbrekend": ("hoeveel antwoorden mogen ontbreken", MAJOR),
        "vereist": ("welke vragen nodig zijn", MAJOR),
        "vermenigvuldig": ("waarmee zij vermenigvuldigt", MINOR),
        "deel_door": ("waardoor zij deelt", MINOR),
        "afronden": ("hoe zij afrondt", MINOR),
        "grenzen": ("de grenzen", MINOR),
    },
    "signaal": {
        "als": ("de voorwaarde", MINOR),
        "niveau": ("het niveau", MINOR),
        "melding": ("de melding", PATCH),
        "handeling": ("wat er nu te doen is", PATCH),
        "stopt_gezamenlijk": ("of het een gezamenlijk gesprek stopt", MINOR),
    },
    "bron": {
        "titel": ("de titel", PATCH),
        "jaar": ("het jaar", PATCH),
        "vindplaats": ("de vindplaats", PATCH),
    },
}
#: «de vraag», «het signaal»
LIDWOORD: Final[Mapping[str, str]] = {
    "onderdeel": "het onderdeel",
    "vraag": "de vraag",
    "antwoord": "het antwoord",
    "niveau": "het niveau",
    "schaal": "de schaal",
    "signaal": "het signaal",
    "bron": "de bron",
}


def say(waarde: Any) -> str:
    """A value as a trainer writes it, in one piece: «{vraag: ruzie, is: ja}», «niets», «ja»."""
    match waarde:
        case None:
            return "niets"
        case bool():
            return "ja" if waarde else "nee"
        case BaseModel():
            return say(waarde.model_dump(by_alias=True, exclude_none=True))
        case Mapping():
            return "{" + ", ".join(f"{k}: {say(v)}" for k, v in waarde.items()) + "}" if waarde else "niets"
        case list() | tuple():
            return "[" + ", ".join(map(say, waarde)) + "]" if waarde else "niets"
    return " ".join(str(waarde).split())
