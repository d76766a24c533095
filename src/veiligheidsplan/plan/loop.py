"""Moves through the conversation (*loop*): where one looks. Pure, and not in the log: looking is no event.

Back goes to the previous step of the list of this view, whatever its kind. After a walk back an answer goes forward
step by step until the first open step; after a jump it returns to the first open step at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from veiligheidsplan.plan.stap import Zichtkant

#: the notice at which the table's part ends, also when something stopped the conversation. Never in the log
DEEL_KLAAR = "loop/deel_klaar"


#: places that one jumps to and does not walk past
BUITEN = "stand/"


@dataclass(frozen=True, slots=True)
class Loop:
    """The view, and the step on the screen: ``None`` is the first open one. ``stapsgewijs``: after a walk back."""

    kant: Zichtkant = "werkscherm"
    stap: str | None = None
    stapsgewijs: bool = False


def back(lus: Loop, ids: Sequence[str], nu: str | None) -> Loop:
    """The step before this one; at the first step one stays."""
    ids = [i for i in ids if not i.startswith(BUITEN)]
    if nu is not None and nu.startswith(BUITEN):
        return forward(lus)
    plek = ids.index(nu) if nu in ids else len(ids)
    return replace(lus, stap=ids[max(0, plek - 1)], stapsgewijs=True) if ids else lus


def jump(lus: Loop, ids: Sequence[str], naar: str | None) -> Loop:
    """To any step of this view; to one that is not there one does not go."""
    return replace(lus, stap=naar, stapsgewijs=False) if naar in ids else lus


def forward(lus: Loop) -> Loop:
    """To the first open step."""
    return replace(lus, stap=None, stapsgewijs=False)


def onward(lus: Loop, ids: Sequence[str], nu: str, is_open: Callable[[str], bool]) -> Loop:
    """After an answer to *nu*: the next step while walking forward again, else the first open one."""
    ids = [i for i in ids if not i.startswith(BUITEN)]
    if not lus.stapsgewijs or nu not in ids:
        return forward(lus)
    volgende = ids.index(nu) + 1
    if volgende >= len(ids) or is_open(ids[volgende]):
        return forward(lus)
    return replace(lus, stap=ids[volgende])
