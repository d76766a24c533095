"""Fields that belong to one person: safe contact, own safety, own approach, authority over a child, a representative.

Nothing of it is ever counted as lacking, and there is no field for a shelter. What is *own* reaches its owner's
private pages and nobody else's copy; ``zichtbaar_voor`` names who else may read an item (see ``eigendom``).
"""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE_WEET_NIET, Veld, Zicht

_P, _E = Zicht.PROFESSIONAL, Zicht.EIGENAAR
#: who else may read this item: only who is known as safe can be chosen, and who is not any more gets nothing
MEELEZERS = Veld("meerkeuze", _P, verplicht=False, keuzes="@meelezers")


def _text(zicht: Zicht) -> Veld:
    return Veld("tekst", zicht, verplicht=False, meer_regels=True)


EIGEN: dict[str, dict[str, Veld]] = {
    "contact": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "hoe": Veld(
            "meerkeuze",
            _E,
            verplicht=False,
            keuzes=("bellen", "voicemail", "bericht", "mail", "post", "langskomen"),
        ),
        "wanneer": Veld("tekst", _E, verplicht=False),
        "leest_mee": Veld("tekst", _P, verplicht=False),
        "nooit": _text(_E),
        "contactpersoon": Veld("tekst", _E, verplicht=False),
    },
    "eigen_veiligheid": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        **{
            veld: _text(_E)
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
        "zichtbaar_voor": MEELEZERS,
    },
    # for who causes harm and wants to stop
    "eigen_aanpak": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        **{veld: _text(_E) for veld in ("tekenen", "time_out", "waarheen", "hulp")},
        "zichtbaar_voor": MEELEZERS,
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
