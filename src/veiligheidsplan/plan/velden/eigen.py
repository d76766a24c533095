"""Fields that belong to one person: safe contact, own safety, own approach, authority over a child, a representative.

All of it is for professionals, and nothing of it is ever counted as lacking. There is no field for a shelter.
"""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE_WEET_NIET, Veld, Zicht

_P = Zicht.PROFESSIONAL


def _text(zicht: Zicht) -> Veld:
    return Veld("tekst", zicht, verplicht=False, meer_regels=True)


EIGEN: dict[str, dict[str, Veld]] = {
    "contact": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "hoe": Veld(
            "meerkeuze",
            _P,
            verplicht=False,
            keuzes=("bellen", "voicemail", "bericht", "mail", "post", "langskomen"),
        ),
        "wanneer": Veld("tekst", _P, verplicht=False),
        "leest_mee": Veld("tekst", _P, verplicht=False),
        "nooit": _text(_P),
        "contactpersoon": Veld("tekst", _P, verplicht=False),
    },
    "eigen_veiligheid": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        **{
            veld: _text(_P)
            for veld in (
                "weg_komen",
                "vertrouwd",
                "seintje",
                "tas",
                "kinderen",
                "dieren",
                "rekeningen",
                "locatie",
                "tablets",
            )
        },
    },
    # for who causes harm and wants to stop
    "eigen_aanpak": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        **{veld: _text(_P) for veld in ("tekenen", "time_out", "waarheen", "hulp")},
    },
    "gezag": {
        "kind": Veld("keuze", _P, keuzes="@kinderen"),
        "wie": Veld("meerkeuze", _P, verplicht=False, keuzes="@volwassenen", bijzonder=("weet_niet",)),
        "anders": Veld("tekst", _P, verplicht=False),
    },
    "toestemming": {
        "kind": Veld("keuze", _P, keuzes="@kinderen"),
        "handeling": Veld("tekst", _P),
        "van_wie": Veld("tekst", _P, verplicht=False),
        "stand": Veld(
            "keuze", _P, verplicht=False, keuzes=("gevraagd", "gegeven", "geweigerd", "niet_veilig")
        ),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
    },
    "vertegenwoordiger": {
        "van": Veld("keuze", _P, keuzes="@volwassenen"),
        "soort": Veld("keuze", _P, verplicht=False, keuzes=("mentor", "curator", "bewindvoerder")),
        "naam": Veld("tekst", _P),
        # the same person as somebody of this dossier: then a danger of one is a danger of the other
        "wie": Veld("keuze", _P, verplicht=False, keuzes="@personen"),
        "gevaar": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE_WEET_NIET),
    },
}
