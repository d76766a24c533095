"""Fields about what surrounds the plan: why it began, roles, life domains, strengths, network, other plans."""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE, Veld, Zicht

_GEDEELD = Zicht.ALS_GEDEELD


def _text(zicht: Zicht = Zicht.PROFESSIONAL) -> Veld:
    return Veld("tekst", zicht, verplicht=False, meer_regels=True)


ACHTERGROND: dict[str, dict[str, Veld]] = {
    "aanleiding": {
        "soort": Veld(
            "keuze",
            verplicht=False,
            keuzes=("eigen_signaal", "veilig_thuis", "huisverbod", "politie", "spoedhulp", "anders"),
        ),
        "wanneer": Veld("datum", verplicht=False),
        "wat": _text(),
    },
    # one plan and one regisseur: whether there is another one was looked up, by whom and with what outcome
    "een_plan": {
        "nagegaan": Veld("keuze", verplicht=False, keuzes=JA_NEE),
        "waar": Veld("tekst", verplicht=False),
        "uitkomst": Veld("keuze", verplicht=False, keuzes=("geen_ander", "ander_plan", "weet_niet")),
        "afgesproken": _text(),
    },
    "rollen": {
        "procesregisseur": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False),
        "aandachtsfunctionaris": Veld("tekst", verplicht=False),
        "ervaringsdeskundige": Veld("tekst", verplicht=False),
    },
    # of a life domain of the template, as ``domein:wonen``
    "domein": {
        "beeld": Veld("keuze", verplicht=False, keuzes=("zorg", "kracht", "beide", "niets", "weet_niet")),
        "wat": _text(),
    },
    "kracht": {
        "wat": Veld("tekst", _GEDEELD, meer_regels=True),
        "gedeeld": Veld("keuze", verplicht=False, keuzes=JA_NEE),
    },
    "netwerk": {
        "naam": Veld("tekst", _GEDEELD),
        "rol": Veld("tekst", verplicht=False),
        "wat": Veld("tekst", _GEDEELD, verplicht=False, meer_regels=True),
        "weet_ervan": Veld("keuze", verplicht=False, keuzes=(*JA_NEE, "weet_niet")),
        "gedeeld": Veld("keuze", verplicht=False, keuzes=JA_NEE),
    },
    # the plan about causes: another document, with the same regisseur
    "integraal": {
        "waarover": _text(),
        "waar": Veld("tekst", verplicht=False),
        "zelfde_regisseur": Veld("keuze", verplicht=False, keuzes=JA_NEE),
        "reden": _text(),
    },
    "escalatie": {
        "met": Veld("tekst"),
        "waarover": _text(),
        "wanneer": Veld("datum", verplicht=False),
        "uitkomst": _text(),
    },
    "terugblik": {
        "van": Veld("keuze", keuzes="@personen"),
        "wat": Veld("tekst", meer_regels=True),
        "wanneer": Veld("datum", verplicht=False),
    },
}
