"""Fields by which a professional accounts for the plan: consultations, and the legal ground per kind of data."""

from __future__ import annotations

from veiligheidsplan.plan.veld import Veld, Zicht

_P = Zicht.PROFESSIONAL

VERANTWOORDING: dict[str, dict[str, Veld]] = {
    # advice asked of somebody; the one about talking together stands in ``overleg``
    "consult": {
        "met": Veld("tekst", _P),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "vraag": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "advies": Veld("tekst", _P, verplicht=False, meer_regels=True),
        "gedaan": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
    # of a kind of data of the template, as ``grondslag:gezondheid``
    "grondslag": {
        "grond": Veld("meerkeuze", _P, verplicht=False, keuzes="@gronden", bijzonder=("weet_niet",)),
        "waarom": Veld("tekst", _P, verplicht=False, meer_regels=True),
    },
}
