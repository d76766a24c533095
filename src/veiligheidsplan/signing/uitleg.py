"""The words (*uitleg*) of a check: one place for what each outcome is called and what it means.

Nothing here is called legally valid: that is for a court, not for a program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..bevinding import Bevinding, Ernst
from .uitkomst import Handtekening, Oordeel

_ANDER_BESTAND = "Vraag de maker om het bestand opnieuw. Gebruik dit exemplaar niet."
_BEL = "Bel de ondertekenaar op een nummer dat u al kent, en vraag of dit klopt."


def judgement(fouten: Collection[str], alleen_open: bool) -> Oordeel:
    """The judgement in one word or two: nothing wrong, only signatures that lack, or anything else."""
    if not fouten:
        return "goed"
    return "niet af" if alleen_open else "niet goed"


def later_signature(veld: str) -> str:
    """What came after a signature: another one."""
    return f"de handtekening bij «{veld.partition('-na-')[0]}»"


def unsigned() -> Bevinding:
    """No signature at all."""
    return Bevinding(
        "VP801", "Dit document heeft geen digitale handtekening.",
        suggestie="Zonder handtekening is niet te zien of iemand het document veranderde.",
    )  # fmt: skip


def added(wat: Iterable[str]) -> Bevinding:
    """Something was appended after the last signature."""
    return Bevinding(
        "VP803", f"Na de laatste handtekening is iets aan het document toegevoegd of veranderd{_what(wat)}.",
        suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def before_first(wat: Iterable[str]) -> Bevinding:
    """The document was changed after it was made, and before anyone signed: what it said first is still in it."""
    return Bevinding(
        "VP803", f"Het document is veranderd voordat iemand tekende{_what(wat)}. Wat er eerst stond, zit er nog in.",
        suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def along(h: Handtekening, wat: Iterable[str]) -> Bevinding:
    """A signer changed more than its own place."""
    return Bevinding(
        "VP803", f"Samen met de handtekening van {h.naam} is nog iets veranderd{_what(wat)}.",
        suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def _what(wat: Iterable[str]) -> str:
    delen = list(dict.fromkeys(wat))
    return f": {', '.join(delen)}" if delen else ""


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


def missing(plek: str) -> Bevinding:
    """An expected signature is not there."""
    return Bevinding(
        "VP808", f"De handtekening bij «{plek}» ontbreekt.",
        suggestie="Dit kan een oudere versie van het bestand zijn. Vraag naar de laatste versie.",
    )  # fmt: skip


def still_open(plek: str, ernst: Ernst) -> Bevinding:
    """A reserved place that nobody signed."""
    return Bevinding(
        "VP809", f"De plek «{plek}» is nog niet ondertekend.", ernst,
        suggestie="Tekende daar wel iemand? Dan is dit een oudere versie van het bestand.",
    )  # fmt: skip


def of_signature(h: Handtekening) -> Iterable[Bevinding]:
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
    if h.tijdstempel is not None and not h.tijdstempel.klopt:
        yield Bevinding(
            "VP823", f"De tijdstempel bij de handtekening van {h.naam} klopt niet.",
            suggestie="Vraag de ondertekenaar om opnieuw te tekenen, met een andere tijdstempeldienst.",
        )  # fmt: skip


def same_key(h: Handtekening) -> Bevinding:
    """Two places, one key: then it is not proven that two people signed."""
    return Bevinding(
        "VP821", f"De sleutel bij «{h.veld}» tekende ook op een andere plek.",
        suggestie="Dat twee mensen tekenden, is zo niet bewezen. Laat wie daar hoort te tekenen dat zelf doen.",
    )  # fmt: skip


def same_name(h: Handtekening) -> Bevinding:
    """Two keys, one name: two people with one name, or somebody who uses another's."""
    return Bevinding(
        "VP822", f"De naam {h.naam} staat bij twee handtekeningen met een andere sleutel.", Ernst.WAARSCHUWING,
        suggestie=_BEL,
    )  # fmt: skip


def other_key(h: Handtekening) -> Bevinding:
    """A name that was seen with another key."""
    return Bevinding(
        "VP825", f"De handtekening van {h.naam} is met een andere sleutel gezet dan eerder.",
        suggestie=f"Een nieuwe computer kan de reden zijn. {_BEL} Klopt het? Geef dan --sleutel-klopt {h.veld}.",
    )  # fmt: skip


def other_stamp(h: Handtekening) -> Bevinding:
    """What a person sees in the place is not what the certificate says."""
    return Bevinding(
        "VP828", f"Wat u ziet bij «{h.veld}», is niet de stempel van dit programma voor {h.naam}.",
        suggestie="Geloof de stempel niet. Vraag de ondertekenaar om met dit programma te tekenen.",
    )  # fmt: skip


def too_early(h: Handtekening, na: str) -> Bevinding:
    """A place was signed before the one that comes first."""
    return Bevinding(
        "VP829", f"Bij «{h.veld}» is getekend voordat bij «{na}» was getekend.",
        suggestie=f"De volgorde ligt vast: eerst «{na}». Vraag om een bestand waarin dat zo is gegaan.",
    )  # fmt: skip


def twice() -> Bevinding:
    """One signature in two places."""
    return Bevinding(
        "VP830", "Eén handtekening staat op twee plekken.", suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def not_certified() -> Bevinding:
    """The first signature does not say what may be added after it."""
    return Bevinding(
        "VP831", "De eerste handtekening legt niet vast dat er daarna niets mag veranderen.", suggestie=_ANDER_BESTAND,
    )  # fmt: skip


def foreign(wat: Iterable[str]) -> Bevinding:
    """Something that a plan of this program never holds."""
    return Bevinding(
        "VP826", f"In dit bestand zit iets wat in een plan van dit programma nooit zit{_what(wat)}.",
        suggestie="Zo'n bestand kan iets anders laten zien dan er is getekend. Gebruik dit exemplaar niet.",
    )  # fmt: skip


def too_big() -> Bevinding:
    """More bytes than a plan ever has."""
    return Bevinding(
        "VP827",
        "Dit bestand is te groot om een plan te zijn.",
        suggestie="Kies het pdf-bestand van het plan.",
    )


def too_many() -> Bevinding:
    """More signatures or additions than a plan ever has."""
    return Bevinding(
        "VP827", "In dit bestand staan te veel handtekeningen of toevoegingen om een plan te zijn.",
        suggestie=_ANDER_BESTAND,
    )  # fmt: skip
