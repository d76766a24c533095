"""Every voice (*stemmen*): who was heard, who agrees with the plan, and what of that others may read.

Of the agreement others read nothing at all as soon as asking somebody was not safe: a table with a hole in it tells
who was in danger. Such a plan looks exactly as one about which nobody was asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier

#: which chapters are open (as ``hoofdstuk.GEKOZEN``, which rests on this file)
GEKOZEN = ("hoofdstukken", "gekozen")
GELEZEN = ("akkoord", "gelezen_niet_akkoord")
MET_REDEN = ("gelezen_niet_akkoord", "niet_gevraagd")
NIET_VEILIG = "niet_veilig"


def person_of(stem: str) -> str:
    """``stem:persoon:1`` -> ``persoon:1``."""
    return stem.partition(":")[2]


def may_be_shared(d: Dossier, stem: str) -> bool:
    """Whether the joint copy may say what this person thinks of the plan; ``d`` is the whole dossier."""
    if any(d.waarde(s, "akkoord") == NIET_VEILIG for s in d.onderwerpen("stem")):
        return False
    persoon = person_of(stem)
    op_plan = persoon not in d.gearchiveerd and d.waarde(persoon, "op_plan") == "ja"
    return op_plan and d.waarde(stem, "gedeeld") == "ja" and d.waarde(stem, "akkoord") in GELEZEN


def readers(d: Dossier) -> tuple[str, ...]:
    """Adults who read the plan, as far as this dossier may say it: for whom there is a place to sign."""
    return tuple(
        p
        for p in d.onderwerpen("persoon")
        if d.waarde(p, "naam")
        and d.waarde(p, "soort") != "kind"
        and d.waarde(f"stem:{p}", "akkoord") in GELEZEN
    )


def findings(d: Dossier) -> Iterator[tuple[str, str]]:
    """What a professional should look at, once somebody's voice was noted: (sentence of the template, the person)."""
    stil = [p for p in d.onderwerpen("persoon") if d.waarde(f"stem:{p}", "gehoord") is None]
    if "stemmen" in (d.waarde(*GEKOZEN) or ()) and stil:
        yield ("open_stemmen", str(len(stil)))
    for stem in d.onderwerpen("stem"):
        if d.waarde(stem, "gehoord") == "nee" and not d.waarde(stem, "reden_niet"):
            yield ("open_gehoord", person_of(stem))
        if d.waarde(stem, "akkoord") in MET_REDEN and not d.waarde(stem, "reden_akkoord"):
            yield ("open_akkoord_reden", person_of(stem))
        if d.waarde(stem, "akkoord") == NIET_VEILIG:
            yield ("open_akkoord_onveilig", person_of(stem))
