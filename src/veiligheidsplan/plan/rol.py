"""Who may be a source of danger, and who may be in danger (*rol*): told by each event, never a trait of a person.

One person can be both, there can be two who were hurt, and a child can be the one who hits. In doubt both hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier


def named_in(d: Dossier, veld: str) -> frozenset[str]:
    """Everyone who stands in ``door`` (used violence) or ``tegen`` (was in danger) of some incident."""
    return frozenset(p for i in d.onderwerpen("incident") for p in _people(d.waarde(i, veld)))


def _people(waarde: object) -> tuple[str, ...]:
    return waarde if isinstance(waarde, tuple) else ()  # «weet niet» names nobody


def may_harm(d: Dossier, persoon: str) -> str:
    """``ja``, ``nee`` or ``weet_niet``: whether this person may be a source of danger for another.

    An event in which the person used violence goes before what was said of the person, and so does a danger in
    somebody's representative: the stricter rule.
    """
    if persoon in named_in(d, "door") or d.waarde(persoon, "mogelijke_pleger") == "ja":
        return "ja"
    als_vertegenwoordiger = {
        d.waarde(v, "gevaar") for v in d.onderwerpen("vertegenwoordiger") if d.waarde(v, "wie") == persoon
    }
    if "ja" in als_vertegenwoordiger:
        return "ja"
    if "weet_niet" in als_vertegenwoordiger or d.waarde(persoon, "mogelijke_pleger") != "nee":
        return "weet_niet"
    return "nee"


def may_be_harmed(d: Dossier, persoon: str) -> bool:
    """A child, an adult of whom nobody says that there is danger, and everyone whom an event names as in danger."""
    return (
        d.waarde(persoon, "soort") == "kind"
        or may_harm(d, persoon) == "nee"
        or persoon in named_in(d, "tegen")
    )


def findings(d: Dossier) -> Iterator[tuple[str, str]]:
    """What a professional should look at: (sentence of the template, the person)."""
    for p in d.onderwerpen("persoon"):
        if d.waarde(p, "mogelijke_pleger") == "nee" and may_harm(d, p) != "nee":
            yield ("open_rol", p)
