"""The words (*uitleg*) of a check: one place for what each outcome is called and what it means.

Nothing here is called legally valid: that is for a court, not for a program.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ..bevinding import Bevinding, Ernst

_ANDER_BESTAND = "Vraag de maker om het bestand opnieuw. Gebruik dit exemplaar niet."


class Gelezen(Protocol):
    """What the words need to know of a signature."""

    @property
    def veld(self) -> str: ...
    @property
    def naam(self) -> str: ...
    @property
    def certificaat(self) -> str: ...
    @property
    def intact(self) -> bool: ...
    @property
    def schoon(self) -> bool: ...
    @property
    def geldig(self) -> bool: ...


def unsigned() -> Bevinding:
    """No signature at all."""
    return Bevinding(
        "VP801", "Dit document heeft geen digitale handtekening.",
        suggestie="Zonder handtekening is niet te zien of iemand het document veranderde.",
    )  # fmt: skip


def added() -> Bevinding:
    """Something was appended after the last signature."""
    return Bevinding(
        "VP803", "Na de laatste handtekening is iets aan het document toegevoegd of veranderd.",
        suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def junk() -> Bevinding:
    """Bytes behind the end."""
    return Bevinding(
        "VP804",
        "Achter het einde van het document staan gegevens die er niet bij horen.",
        suggestie=_ANDER_BESTAND,
    )


def no_pdf() -> Bevinding:
    """Not a PDF."""
    return Bevinding("VP805", "Dit bestand is geen pdf.", suggestie="Kies het pdf-bestand van het plan.")


def encrypted() -> Bevinding:
    """An encrypted PDF."""
    return Bevinding(
        "VP806", "Deze pdf is versleuteld en kan niet worden gecontroleerd.",
        suggestie="Gebruik het bestand zoals het is ondertekend, zonder wachtwoord.",
    )  # fmt: skip


def damaged() -> Bevinding:
    """Not readable to the end."""
    return Bevinding("VP807", "Deze pdf is beschadigd of niet volledig.", suggestie=_ANDER_BESTAND)


def missing(veld: str) -> Bevinding:
    """An expected signature is not there."""
    return Bevinding(
        "VP808", f"De handtekening bij «{veld}» ontbreekt.",
        suggestie="Dit kan een oudere versie van het bestand zijn. Vraag naar de laatste versie.",
    )  # fmt: skip


def still_open(veld: str) -> Bevinding:
    """A reserved place that nobody signed."""
    return Bevinding(
        "VP809", f"De plek «{veld}» is nog niet ondertekend.", Ernst.WAARSCHUWING,
        suggestie="Tekende daar wel iemand? Dan is dit een oudere versie van het bestand.",
    )  # fmt: skip


def of_signature(h: Gelezen) -> Iterable[Bevinding]:
    """What is wrong with one signature; nothing when all is well."""
    if not h.intact:
        yield Bevinding(
            "VP802", f"Het document is veranderd: de handtekening van {h.naam} klopt niet meer.",
            suggestie=_ANDER_BESTAND,
        )  # fmt: skip
        return
    if not h.schoon:
        yield Bevinding(
            "VP803", f"Na de handtekening van {h.naam} is iets anders toegevoegd dan een handtekening.",
            suggestie=_ANDER_BESTAND,
        )  # fmt: skip
    if not h.geldig:
        yield Bevinding(
            "VP810", f"Het certificaat van {h.naam} gold niet op het moment van ondertekenen.",
            suggestie="Vraag de ondertekenaar om opnieuw te tekenen met een geldig certificaat.",
        )  # fmt: skip


_BETEKENIS = {
    "zelf gemaakt": (
        "Een zelf gemaakte handtekening bewijst dat het document niet is veranderd, en dat steeds dezelfde sleutel is"
        " gebruikt. Zij bewijst niet wie de ondertekenaar is."
    ),
    "onbekende uitgever": (
        "Een andere partij gaf het certificaat uit. Dit programma kent die partij niet, dus het bewijst niet wie de"
        " ondertekenaar is."
    ),
    "vertrouwd": "Het certificaat komt van een uitgever die uw organisatie vertrouwt.",
}
_TIJD = "De tijd bij een handtekening komt van de computer van de ondertekenaar."


def meaning(handtekeningen: Iterable[Gelezen]) -> tuple[str, ...]:
    """What these signatures prove and what not, one sentence or two per kind of certificate."""
    soorten = {h.certificaat for h in handtekeningen}
    return (*(tekst for soort, tekst in _BETEKENIS.items() if soort in soorten), _TIJD)
