"""Fields about people's own voices and tasks: who was heard, who agrees, what an action rests on, private actions."""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE, Veld, Zicht
from veiligheidsplan.plan.velden.eigen import MEELEZERS

_P, _E = Zicht.PROFESSIONAL, Zicht.EIGENAAR

STEMMEN: dict[str, dict[str, Veld]] = {
    # of a joint action, as ``grond:actie:1``: the answer because of which it was chosen
    "grond": {
        "antwoord": Veld("keuze", _P, verplicht=False, keuzes="@antwoorden"),
    },
    # what somebody does that nobody else may know of: never numbered, never counted
    "eigen_actie": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "wat": Veld("tekst", _E, meer_regels=True),
        "wanneer": Veld("datum", _E, verplicht=False),
        "zichtbaar_voor": MEELEZERS,
    },
    # of a person, as ``stem:persoon:1``. Own words are for professionals, a child's also against a parent
    "stem": {
        "gehoord": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        "reden_niet": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "verhaal": Veld("tekst", _E, verplicht=False, meer_regels=True),
        "woorden": Veld("tekst", _E, verplicht=False, meer_regels=True),
        "akkoord": Veld(
            "keuze",
            Zicht.ALS_AKKOORD,
            verplicht=False,
            keuzes=("akkoord", "gelezen_niet_akkoord", "niet_gevraagd", "niet_veilig"),
        ),
        "reden_akkoord": Veld("tekst", _E, verplicht=False, meer_regels=True),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        # how somebody signs, on paper alone: a resident has no key. Whether is for professionals only
        "tekenen": Veld(
            "keuze", _P, verplicht=False, keuzes=("papier", "eigen_papier", "voorgelezen", "niet")
        ),
        "voorgelezen": Veld("datum", Zicht.ALS_AKKOORD, verplicht=False),
    },
    # another professional who signs with a key of their own
    "partij": {
        "naam": Veld("tekst", Zicht.ALS_GELEZEN),
        "rol": Veld("keuze", Zicht.ALS_GELEZEN, keuzes="@tekenrollen"),
        "organisatie": Veld("tekst", Zicht.ALS_GELEZEN, verplicht=False),
        "gelezen": Veld("keuze", _P, keuzes=("akkoord", "gelezen_niet_akkoord", "nog_niet")),
    },
    # who is no person of this dossier: a co-parent, a carer, a grandmother
    "ander": {
        "naam": Veld("tekst", _P),
        "rol": Veld("tekst", _P, verplicht=False),
        "gehoord": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        "reden_niet": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "woorden": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
}
