"""Answers that say nothing: how an empty form walks through the conversation without hiding a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from veiligheidsplan.plan.stap import Stap, Waarde

if TYPE_CHECKING:
    from veiligheidsplan.plan.omgeving import Omgeving

_NOG_EEN: Final = re.compile(r"gesprek/meer_([a-z_]+)_(\d+)")
_NAAM: Final = re.compile(r"persoon:(\d+)/naam")
#: how the conversation sits: one person, alone, who can talk, at home; so everything is asked
_VAST: Final[Mapping[str, Waarde]] = {
    "setting": "alleen",
    "aanwezig": ("persoon:1",),
    "veilig": "ja",
    "kamer": "niemand",
    "bezoek": "ja",
    "contact_mag": "ja",
    "met": "aandachtsfunctionaris",
}
#: answers after which nothing is left out, in this order
_OPEN: Final = ("weet_niet", "niet_gevraagd", "later", "nog_niet")


def empty_answer(
    o: Omgeving, stap: Stap, aantallen: Mapping[str, int], naam: Callable[[Omgeving, int], str]
) -> Waarde:
    """An answer to this step that leaves as much open as it can."""
    if (nog := _NOG_EEN.fullmatch(stap.id)) is not None:
        return "ja" if int(nog[2]) <= aantallen.get(nog[1], 0) else "nee"
    if (wie := _NAAM.fullmatch(stap.id)) is not None:
        return naam(o, int(wie[1]))
    veld = stap.id.rsplit("/", 1)[-1]
    if veld in _VAST:
        return _VAST[veld]
    if not stap.verplicht and stap.soort not in ("keuze", "mededeling"):
        return None
    return _open(o, stap)


def _open(o: Omgeving, stap: Stap) -> Waarde:
    codes = [k.code for k in (*stap.bijzonder, *stap.keuzes)]
    open_ = next((c for c in _OPEN if c in codes), None)
    if open_ is not None:
        return open_
    match stap.soort:
        case "mededeling":
            return None
        case "keuze":
            return codes[0]
        case "meerkeuze":
            return () if stap.geen_van_deze else tuple(codes[:1])
        case "schaal" | "getal":
            return stap.van or 0
        case "datum":
            return o.vandaag + timedelta(days=1)
        case "tijd":
            return "10:00"
        case _:
            return "-"
