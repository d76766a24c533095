"""What signatures prove, and what not (*betekenis*), in sentences. Nothing here is called legally valid."""

from __future__ import annotations

from collections.abc import Iterable

from .uitkomst import Handtekening

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
_KLOK = "De tijd bij een handtekening komt van de computer van de ondertekenaar."
_DIENST = "Een tijdstempeldienst bevestigt dat de handtekening er op dat moment was."
_VREEMDE_DIENST = (
    "Uw organisatie heeft deze tijdstempeldienst niet in haar lijst. Dan bewijst de tijd minder."
)


def meaning(handtekeningen: Iterable[Handtekening]) -> tuple[str, ...]:
    """What these signatures prove and what not, one sentence or two per kind of certificate."""
    alle = tuple(handtekeningen)
    soorten = {h.certificaat for h in alle}
    stempels = [h.tijdstempel for h in alle]
    tijden = (
        (_KLOK, any(s is None for s in stempels)),
        (_DIENST, any(s is not None and s.klopt for s in stempels)),
        (_VREEMDE_DIENST, any(s is not None and s.klopt and not s.vertrouwd for s in stempels)),
    )
    return (
        *(tekst for soort, tekst in _BETEKENIS.items() if soort in soorten),
        *(tekst for tekst, geldt in tijden if geldt),
    )
