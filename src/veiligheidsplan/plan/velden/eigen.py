"""Fields that belong to one person: safe contact, own safety, own approach, authority over a child, a representative.

All of it is for professionals, and nothing of it is ever counted as lacking. There is no field for a shelter.
"""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE_WEET_NIET, Veld


def _text() -> Veld:
    return Veld("tekst", verplicht=False, meer_regels=True)


EIGEN: dict[str, dict[str, Veld]] = {
    "contact": {
        "van": Veld("keuze", keuzes="@personen"),
        "hoe": Veld(
            "meerkeuze",
            verplicht=False,
            keuzes=("bellen", "voicemail", "bericht", "mail", "post", "langskomen"),
        ),
        "wanneer": Veld("tekst", verplicht=False),
        "leest_mee": Veld("tekst", verplicht=False),
        "nooit": _text(),
        "contactpersoon": Veld("tekst", verplicht=False),
    },
    "eigen_veiligheid": {
        "van": Veld("keuze", keuzes="@personen"),
        **{
            veld: _text()
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
        "van": Veld("keuze", keuzes="@personen"),
        **{veld: _text() for veld in ("tekenen", "time_out", "waarheen", "hulp")},
    },
    "gezag": {
        "kind": Veld("keuze", keuzes="@kinderen"),
        "wie": Veld("meerkeuze", verplicht=False, keuzes="@volwassenen", bijzonder=("weet_niet",)),
        "anders": Veld("tekst", verplicht=False),
    },
    "toestemming": {
        "kind": Veld("keuze", keuzes="@kinderen"),
        "handeling": Veld("tekst"),
        "van_wie": Veld("tekst", verplicht=False),
        "stand": Veld("keuze", verplicht=False, keuzes=("gevraagd", "gegeven", "geweigerd", "niet_veilig")),
        "wanneer": Veld("datum", verplicht=False),
    },
    "vertegenwoordiger": {
        "van": Veld("keuze", keuzes="@volwassenen"),
        "soort": Veld("keuze", verplicht=False, keuzes=("mentor", "curator", "bewindvoerder")),
        "naam": Veld("tekst"),
        "gevaar": Veld("keuze", verplicht=False, keuzes=JA_NEE_WEET_NIET),
    },
}
