"""Fields about safety itself: conditions, concerns, what follows from an agreement, and what if it escalates."""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE, Veld, Zicht

_P = Zicht.PROFESSIONAL
_GEDEELD = Zicht.ALS_GEDEELD


def _translation() -> dict[str, Veld]:
    return {
        "taal": Veld("keuze", Zicht.GEZAMENLIJK, verplicht=False, keuzes="@talen"),
        "tekst": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False, meer_regels=True),
        "door": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False),
    }


VEILIGHEID: dict[str, dict[str, Veld]] = {
    # veiligheidsvoorwaarde: WHAT must be arranged; one of Veilig Thuis keeps its own words and dates
    "voorwaarde": {
        "herkomst": Veld("keuze", _P, verplicht=False, keuzes=("veilig_thuis", "samen_gemaakt")),
        "gekregen": Veld("datum", _P, verplicht=False, al_geweest=True),
        "wat": Veld("tekst", _GEDEELD, meer_regels=True),
        "tot": Veld("datum", _GEDEELD, verplicht=False),
        "status": Veld("keuze", _P, verplicht=False, keuzes=("ja", "deels", "nee", "weet_niet")),
        "helpt": Veld("meerkeuze", _GEDEELD, verplicht=False, keuzes="@afgesproken"),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
    # a concern now, with the phase in which this concern is (domein.md §2)
    "zorg": {
        "wat": Veld("tekst", _GEDEELD, meer_regels=True),
        "gevaar": Veld("tekst", _GEDEELD, verplicht=False, meer_regels=True),
        "voor": Veld("meerkeuze", _P, verplicht=False, keuzes="@personen"),
        "voorwaarden": Veld("meerkeuze", _P, verplicht=False, keuzes="@voorwaarden"),
        "fase": Veld("keuze", _P, verplicht=False, keuzes=("veiligheid", "risicogestuurd", "herstel")),
        "reden_fase": Veld("tekst", _P, meer_regels=True),
        "hulp_nu": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "hulp_voor": Veld("keuze", _P, verplicht=False, keuzes="@voorwaarden"),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
    # of an agreement, as ``naleving:afspraak:1``
    "naleving": {
        "als_wel": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False, meer_regels=True),
        "als_niet": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False, meer_regels=True),
        "wie_kijkt": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False),
    },
    # what was agreed in another language, as ``vertaling:afspraak:1`` and ``actievertaling:actie:1``
    "vertaling": _translation(),
    "actievertaling": _translation(),
    # what brings tension, in neutral words, and what helps then
    "trigger": {
        "wat": Veld("tekst", _GEDEELD, meer_regels=True),
        "helpt": Veld("tekst", _GEDEELD, verplicht=False, meer_regels=True),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
    # one rung of the ladder, from a first sign to danger
    "trede": {
        "teken": Veld("tekst", _GEDEELD, meer_regels=True),
        "doen": Veld("tekst", _GEDEELD, verplicht=False, meer_regels=True),
        "wie": Veld("tekst", _GEDEELD, verplicht=False),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
}
