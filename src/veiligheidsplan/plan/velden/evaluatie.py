"""Fields of a review (*evaluatie*): what was done, whether violence stopped, and what follows for the plan."""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE_WEET_NIET, Veld, Zicht

_G = Zicht.GEZAMENLIJK
_P = Zicht.PROFESSIONAL
_GEDAAN = ("ja", "deels", "nee", "weet_niet")

EVALUATIE: dict[str, dict[str, Veld]] = {
    # ``evaluatie:1``; the first four are written when it begins, and nobody is asked for them
    "evaluatie": {
        "begonnen": Veld("datum", _P),
        "sinds": Veld("datum", _P),
        "nu": Veld("tekst", _P),
        "taken": Veld("meerkeuze", _P, keuzes="@afgesproken"),
        "opnieuw": Veld("meerkeuze", _P, verplicht=False, keuzes="@vragenlijsten"),
        "vast": Veld("keuze", _P, keuzes=JA_NEE_WEET_NIET),
        "meldcode": Veld("keuze", _P, keuzes=("opnieuw", "later", "al_gemeld")),
    },
    # ``taak:1:actie:2``: what was said together of an action or agreement, and what becomes of it
    "taak": {
        "wat": Veld("tekst", _G),  # never stored: the words of the action itself, where they may be read
        "gedaan": Veld("keuze", _G, keuzes=_GEDAAN),
        "waarom": Veld("tekst", _G, verplicht=False, meer_regels=True),
        "verder": Veld("keuze", _G, keuzes=("klaar", "blijft", "vervalt")),
        "reden": Veld("tekst", _P, meer_regels=True),
    },
    # ``taakverslag:1:actie:2@persoon:1``: what somebody said of it alone, or the professional
    "taakverslag": {
        "gedaan": Veld("keuze", _P, keuzes=_GEDAAN),
        "waarom": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    # ``geweld:1:persoon:1`` alone, ``geweld:1:persoon:1@samen`` where others were, ``geweld:1:medewerker``
    "geweld": {
        "sinds": Veld(
            "keuze",
            _P,
            keuzes=("gestopt", "minder", "gelijk", "meer", "weet_niet", "wil_niet_zeggen", "niet_gevraagd"),
        ),
        "waarom": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
}
