"""Fields about people and places: who is what of whom, where somebody stays, what protects, whose plan this is."""

from __future__ import annotations

from veiligheidsplan.plan.veld import Veld, Zicht

_P, _E = Zicht.PROFESSIONAL, Zicht.EIGENAAR

#: what the first person is of the second
RELATIES = (
    "partner",
    "ex_partner",
    "ouder",
    "stiefouder",
    "broer_zus",
    "grootouder",
    "familie",
    "verzorger",
    "bekende",
)

MENSEN: dict[str, dict[str, Veld]] = {
    # there is no plan that everyone reads: the three actions stand in one person's own copy
    "eigen_plan": {
        "van": Veld("keuze", _P, verplicht=False, keuzes="@personen"),
        "reden": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    "relatie": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "soort": Veld("keuze", _P, verplicht=False, keuzes=RELATIES),
        "met": Veld("keuze", _P, keuzes="@personen"),
    },
    # a home or another place, by a word and never by an address. Private to the person in ``van``
    "plek": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "naam": Veld("tekst", _E),
        "wie": Veld("meerkeuze", _P, verplicht=False, keuzes="@personen"),
        "wanneer": Veld("tekst", _E, verplicht=False),
        "sinds": Veld("datum", _E, verplicht=False),
        # where it is another one than that of the dossier: the copy for everyone never follows it
        "gemeente": Veld("keuze", _P, verplicht=False, keuzes="@gemeenten"),
    },
    # what protects one person (an alarm button, an agreement with the police). Private to that person
    "bescherming": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "soort": Veld("keuze", _E, verplicht=False, keuzes="@beschermingen"),
        "vanaf": Veld("datum", _E, verplicht=False),
        "tot": Veld("datum", _E, verplicht=False),
        "afspraak": Veld("tekst", _E, verplicht=False, meer_regels=True),
    },
}
