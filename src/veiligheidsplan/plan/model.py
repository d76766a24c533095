"""The plan's model (*model*): which subjects and fields a dossier has, of what kind, and whom each may reach.

The words of the questions are data (``sjabloon.yaml``); the structure and the visibility are here.
A field cannot be made without saying whom it may reach; what is no field reaches nobody else: default deny.
"""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE, JA_NEE_WEET_NIET, ONBEKEND, VRIJ, Veld, Zicht
from veiligheidsplan.plan.velden import HOOFDSTUKVELDEN

__all__ = [
    "AANTAL_ACTIES",
    "SAMEN_CIJFER",
    "VELDEN",
    "Veld",
    "Zicht",
    "giver_of",
    "kind_of",
]

_VRIJ = VRIJ
_P = Zicht.PROFESSIONAL
_G = Zicht.GEZAMENLIJK

VELDEN: dict[str, dict[str, Veld]] = {
    "dossier": {
        "alias": Veld("tekst", _P),
        "gemeente": Veld("keuze", _G, keuzes="@gemeenten"),
    },
    "medewerker": {
        "naam": Veld("tekst", _G),
        "organisatie": Veld("tekst", _G),
        "telefoon": Veld("tekst", _G, verplicht=False),
    },
    "persoon": {
        "naam": Veld("tekst", Zicht.ALS_OP_PLAN),
        "soort": Veld("keuze", Zicht.ALS_OP_PLAN, keuzes=("volwassene", "kind")),
        "leeftijd": Veld("getal", _P, verplicht=False, bijzonder=("weet_niet",), van=0, tot=120),
        "woont_hier": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "mogelijke_pleger": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "op_plan": Veld("keuze", _P, keuzes=JA_NEE),
        "zwanger": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
    },
    "zitting": {
        "setting": Veld("keuze", _P, keuzes=("niemand", "alleen", "samen", "telefoon")),
        "aanwezig": Veld("meerkeuze", _P, keuzes="@personen"),  # nobody is an answer, silence is not
        "verder": Veld("keuze", _P, verplicht=False, keuzes=("gesprek", "zelf")),  # after preparing alone
        "tolk": Veld(
            "keuze", _P, verplicht=False, keuzes=("geen", "beroeps_telefoon", "beroeps_erbij", "ander")
        ),
        "tolk_wie": Veld("keuze", _P, verplicht=False, keuzes="@tolken"),
        "opening": Veld(
            "keuze", _P, verplicht=False, keuzes=("nu", "nog_niet")
        ),  # begins the part at the table
        "papier": Veld("datum", _P, verplicht=False),  # the day on which it was filled in on paper
    },
    # the worker's own safety at a visit, by session number
    "eigen": {
        "bezoek": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "alleen": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "wapen": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "dieren": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "wie_weet": Veld("tekst", _P, verplicht=False),
    },
    # the check beforehand, per person and session: ``vooraf:persoon:1@zitting:2``
    "vooraf": {
        "veilig": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "kamer": Veld(
            "keuze",
            _P,
            verplicht=False,
            keuzes=("niemand", "volwassene", "kind", "meer", "weet_niet", "niet_gevraagd"),
        ),
        "leest_mee": Veld(
            "meerkeuze",
            _P,
            verplicht=False,
            keuzes=("scherm", "telefoon", "post"),
            bijzonder=("weet_niet", "niet_gevraagd"),
        ),
    },
    "themas": {
        "gezien": Veld("meerkeuze", _P, verplicht=False, keuzes="@themas", bijzonder=("weet_niet",)),
    },
    "maatregel": {
        "soort": Veld("keuze", _P, verplicht=False, keuzes="@maatregelen"),
        "voor": Veld("keuze", _P, verplicht=False, keuzes="@personen"),
        "tegenover": Veld("meerkeuze", _P, verplicht=False, keuzes="@personen"),
        "van": Veld("datum", _P, verplicht=False),
        "tot": Veld("datum", _P, verplicht=False),
        "contact_mag": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
        "waar_staat": Veld("tekst", _P, verplicht=False),
    },
    "overleg": {
        "met": Veld(
            "keuze",
            _P,
            verplicht=False,
            keuzes=("aandachtsfunctionaris", "veilig_thuis", "andere_deskundige", "nog_niet"),
        ),
        "naam": Veld("tekst", _P, verplicht=False),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "advies": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "samen_kan": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
    },
    # what somebody wants who was asked alone, per consultation: ``wens:persoon:1@overleg:1``
    "wens": {
        "samen": Veld("keuze", _P, verplicht=False, keuzes=_VRIJ),
        "alleen": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
    },
    "indruk": {
        "niveau": Veld("keuze", _P, keuzes="@niveaus", bijzonder=("weet_niet",)),
        "waarom": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    "oordeel": {
        "besluit": Veld("keuze", _P, keuzes=("eens", "hoger", "lager", "later")),
        "niveau": Veld("keuze", _P, keuzes="@niveaus"),
        "reden": Veld("tekst", _P, meer_regels=True),
        "tweede": Veld("tekst", _P),
    },
    "afspraak": {
        "wat": Veld("tekst", _G, meer_regels=True),
        "wie": Veld("keuze", _G, keuzes="@uitvoerders"),
        "wie_naam": Veld("tekst", _G),
        "tot": Veld("datum", _G, verplicht=False, niet_voor_vandaag=True),
    },
    "actie": {
        "wat": Veld("tekst", _G, meer_regels=True),
        "wie": Veld("keuze", _G, keuzes="@uitvoerders"),
        "wie_naam": Veld("tekst", _G),
        "direct": Veld("keuze", _G, keuzes=JA_NEE),
        "wanneer": Veld("datum", _G, niet_voor_vandaag=True),
        "tijd": Veld("tijd", _G),
        "zien": Veld("tekst", _G, meer_regels=True),
        "anders": Veld("tekst", _G, meer_regels=True),
        "leefdomein": Veld("keuze", _G, keuzes="@leefdomeinen"),
    },
    "acties": {
        "reden_minder": Veld("tekst", _P, meer_regels=True),
    },
    "cijfer": {
        "waarde": Veld("schaal", Zicht.ALS_SAMEN, bijzonder=(*ONBEKEND, "niet_gevraagd"), van=0, tot=10),
        "over": Veld("keuze", Zicht.ALS_SAMEN, keuzes="@over_wie"),
        "setting": Veld("keuze", Zicht.ALS_SAMEN, keuzes=("alleen", "samen")),
        "waarom": Veld("tekst", Zicht.ALS_SAMEN, verplicht=False, meer_regels=True),
    },
    "regie": {
        # what lacks here stands in the list of what is open; it keeps nobody at the table
        "casusregisseur": Veld("tekst", _G, verplicht=False),
        "organisatie": Veld("tekst", _G, verplicht=False),
        "telefoon": Veld("tekst", _G, verplicht=False),
        "mandaathouder": Veld("tekst", _G, verplicht=False),
    },
    "vervolg": {
        "contact_datum": Veld("datum", _G, verplicht=False, niet_voor_vandaag=True),
        "contact_tijd": Veld("tijd", _G, verplicht=False),
        "contact_hoe": Veld("tekst", _G, verplicht=False),
        "evaluatie_datum": Veld("datum", _G, verplicht=False, niet_voor_vandaag=True),
    },
    "slot": {
        "vannacht": Veld("keuze", _P, keuzes=(*JA_NEE, *ONBEKEND)),
        "tot_contact": Veld("keuze", _P, keuzes=(*JA_NEE, *ONBEKEND)),
        "waardoor": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "wie_controleert": Veld("tekst", _P, verplicht=False),
        "wanneer": Veld("tekst", _P, verplicht=False),
    },
    # what happened between two rounds; never on another's copy
    "incident": {
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "tijd": Veld("tijd", _P, verplicht=False),
        "wat": Veld("tekst", _P, meer_regels=True),
        "aanwezig": Veld("meerkeuze", _P, keuzes="@personen"),
        # a role belongs to this one event: the same person can be in both, and in another one otherwise
        "door": Veld("meerkeuze", _P, verplicht=False, keuzes="@personen", bijzonder=("weet_niet",)),
        "tegen": Veld("meerkeuze", _P, verplicht=False, keuzes="@personen", bijzonder=("weet_niet",)),
        "letsel": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "politie": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "kinderen": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "gedaan": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "meldcode": Veld("keuze", _P, keuzes=("opnieuw", "later", "al_gemeld")),
    },
    # the reporting code, on the werkscherm alone: ``meldcode:1``, ``meldstap:1:overleg``,
    # ``afweging:1:gevaar:persoon:1``, ``meldbesluit:1:persoon:1``, ``melding:1:persoon:1``
    "meldcode": {
        "begin": Veld("keuze", _P, verplicht=False, keuzes=(*JA_NEE, "later")),
        "personen": Veld("meerkeuze", _P, keuzes="@personen"),
    },
    "meldstap": {
        "stand": Veld("keuze", _P, verplicht=False, keuzes=("gedaan", "later", "overgeslagen")),
        "wie": Veld("tekst", _P, verplicht=False),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "waarom": Veld("keuze", _P, keuzes="@redenen_meldcode"),
        "reden": Veld("tekst", _P, meer_regels=True),
        "wat": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    "afweging": {
        "antwoord": Veld("keuze", _P, verplicht=False, keuzes="@afweging"),
        "waarom": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    "meldbesluit": {
        "onthulling": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
        "melden": Veld("keuze", _P, verplicht=False, keuzes=(*JA_NEE, "later")),
        "melden_waarom": Veld("tekst", _P, meer_regels=True),
        "hulp": Veld("keuze", _P, verplicht=False, keuzes=(*JA_NEE, "later")),
        "hulp_wat": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    "melding": {
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "tijd": Veld("tijd", _P, verplicht=False),
        "contact": Veld("tekst", _P, verplicht=False),
        "besproken": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        "reactie": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "waarom_niet": Veld("tekst", _P, meer_regels=True),
        "overname": Veld("keuze", _P, verplicht=False, keuzes=("ja", "deels", "nee", "nog_niet")),
        "overname_wat": Veld("tekst", _P, meer_regels=True),
        "overname_wanneer": Veld("datum", _P, verplicht=False),
    },
    **HOOFDSTUKVELDEN,
    # questions of a municipality's own, by ``gemeente.sectie``: their fields stand in the template (``plan.extra``)
    "extra": {},
    "extra_samen": {},
    # how the conversation went: «nog een persoon?», what was read
    "gesprek": {},
}

#: the two names say who may read the answer: professionals, or everyone
EXTRA, EXTRA_SAMEN = "extra", "extra_samen"

AANTAL_ACTIES = 3  # MDA++: score safety and name three actions (domein.md §3)


#: how the subject of a number ends that was given at the table: beside the one given alone, never instead of it
SAMEN_CIJFER = "@samen"


def giver_of(cijfer: str) -> str:
    """``cijfer:persoon:1@samen`` -> ``persoon:1``: who gave this number."""
    return cijfer.split(":", 1)[1].removesuffix(SAMEN_CIJFER)


def kind_of(onderwerp: str) -> str:
    """``persoon:1`` -> ``persoon``."""
    return onderwerp.split(":", 1)[0]
