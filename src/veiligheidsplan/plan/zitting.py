"""The session (*zitting*): who is in the room, and so which questions are not asked now."""

from __future__ import annotations

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.dossier import Dossier


def current(d: Dossier) -> str:
    """The id of the present session (``zitting:1``)."""
    return f"zitting:{d.waarde('gesprek', 'zitting') or 1}"


def present(d: Dossier) -> tuple[str, ...]:
    """Who is there now, by person id. Empty when nobody was named."""
    return tuple(d.waarde(current(d), "aanwezig") or ())


def company(d: Dossier) -> frozenset[str]:
    """In whose presence we are: ``mogelijke_pleger``, ``kind``, ``iedereen``.

    Default deny: whoever is not known *not* to be a possible source of danger counts as one as soon as others
    are there.
    Alone, a child is not its own company; who is known as a possible source of
    danger is, also alone (the stricter rule).
    """
    erbij = present(d)
    samen = d.waarde(current(d), "setting") == "samen" or len(erbij) > 1
    gezelschap = {"iedereen"} if samen else set()
    for persoon in erbij:
        bron = d.waarde(persoon, "mogelijke_pleger")
        if bron == "ja" or (samen and bron != "nee"):
            gezelschap.add("mogelijke_pleger")
        if samen and d.waarde(persoon, "soort") != "volwassene":
            gezelschap.add("kind")
    if samen and len(erbij) < 2:  # joint, but not with whom: anyone may be there
        gezelschap |= {"mogelijke_pleger", "kind"}
    return frozenset(gezelschap)


def not_now(d: Dossier, instrument: Instrument, vraag_id: str) -> bool:
    """Whether this question may not be asked in the present company; then it waits for a moment alone."""
    return bool(company(d) & frozenset(instrument.bijzijn_van(vraag_id)))
