"""Fields about what surrounds the plan: why it began, roles, life domains, strengths, network, other plans."""

from __future__ import annotations

from veiligheidsplan.plan.veld import JA_NEE, Veld, Zicht

_P = Zicht.PROFESSIONAL
_GEDEELD = Zicht.ALS_GEDEELD


def _text(zicht: Zicht) -> Veld:
    return Veld("tekst", zicht, verplicht=False, meer_regels=True)


ACHTERGROND: dict[str, dict[str, Veld]] = {
    "aanleiding": {
        "soort": Veld(
            "keuze",
            _P,
            verplicht=False,
            keuzes=("eigen_signaal", "veilig_thuis", "huisverbod", "politie", "spoedhulp", "anders"),
        ),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "wat": _text(_P),
    },
    # one plan and one regisseur: whether there is another one was looked up, by whom and with what outcome
    "een_plan": {
        "nagegaan": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        "waar": Veld("tekst", _P, verplicht=False),
        "uitkomst": Veld("keuze", _P, verplicht=False, keuzes=("geen_ander", "ander_plan", "weet_niet")),
        "afgesproken": _text(_P),
    },
    "rollen": {
        "procesregisseur": Veld("tekst", Zicht.GEZAMENLIJK, verplicht=False),
        "aandachtsfunctionaris": Veld("tekst", _P, verplicht=False),
        "ervaringsdeskundige": Veld("tekst", _P, verplicht=False),
        "anderen": _text(_P),
    },
    # of a life domain of the template, as ``domein:wonen``
    "domein": {
        "beeld": Veld("keuze", _P, verplicht=False, keuzes=("zorg", "kracht", "beide", "niets", "weet_niet")),
        "wat": _text(_P),
    },
    "kracht": {
        "wat": Veld("tekst", _GEDEELD, meer_regels=True),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
    "netwerk": {
        "naam": Veld("tekst", _GEDEELD),
        "rol": Veld("tekst", _P, verplicht=False),
        "wat": Veld("tekst", _GEDEELD, verplicht=False, meer_regels=True),
        "wanneer": Veld("tekst", _GEDEELD, verplicht=False),
        "weet_ervan": Veld("keuze", _P, verplicht=False, keuzes=(*JA_NEE, "weet_niet")),
        "gedeeld": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
    },
    # the plan about causes: another document, with the same regisseur
    "integraal": {
        "waarover": _text(_P),
        "waar": Veld("tekst", _P, verplicht=False),
        "zelfde_regisseur": Veld("keuze", _P, verplicht=False, keuzes=JA_NEE),
        "reden": _text(_P),
    },
    "escalatie": {
        "met": Veld("tekst", _P),
        "waarover": _text(_P),
        "naar": Veld("tekst", _P, verplicht=False),
        "wanneer": Veld("datum", _P, verplicht=False, al_geweest=True),
        "uitkomst": _text(_P),
    },
    "terugblik": {
        "van": Veld("keuze", _P, keuzes="@personen"),
        "wat": Veld("tekst", Zicht.EIGENAAR, meer_regels=True),
        "wanneer": Veld("datum", Zicht.EIGENAAR, verplicht=False, al_geweest=True),
    },
}
