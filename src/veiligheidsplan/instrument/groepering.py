"""Which scales must be followed together (*groepering*): linked questions may bring points to more than one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from veiligheidsplan.instrument.groep import Groep
from veiligheidsplan.instrument.schaalboom import Knoop, Schaalboom


def find(leider: dict[Any, Any], lid: Any) -> Any:
    """The leader of a member's set (union-find, with halving)."""
    while leider[lid] != lid:
        leider[lid] = leider[leider[lid]]
        lid = leider[lid]
    return lid


def group_scales(boom: Schaalboom, doelen: Sequence[set[str]]) -> list[Groep]:
    """Scales in groups, so that each linked set and each group brings values to one group alone."""
    leider = {id_: id_ for id_ in boom.knopen}
    for samen in doelen:
        _join(leider, samen)
    while True:
        boven: dict[str, set[str]] = {}
        for id_, knoop in boom.knopen.items():
            ouders = {find(leider, boom.knoop_van_slot[b.slot]) for b in knoop.ouders} - {find(leider, id_)}
            boven.setdefault(find(leider, id_), set()).update(ouders)
        veel = next((ouders for ouders in boven.values() if len(ouders) > 1), None) or _cycle(boven)
        if not veel:
            break
        _join(leider, veel)
    leden: dict[str, list[Knoop]] = {}
    for id_, knoop in boom.knopen.items():
        leden.setdefault(find(leider, id_), []).append(knoop)
    return [Groep(boom, knopen) for knopen in leden.values()]


def _join(leider: dict[str, str], samen: set[str]) -> None:
    eerste = find(leider, min(samen)) if samen else ""
    for id_ in samen:
        leider[find(leider, id_)] = eerste


def _cycle(boven: dict[str, set[str]]) -> set[str]:
    """Groups that bring values to each other, if any."""
    for begin in boven:
        pad = [begin]
        while boven[pad[-1]]:
            volgende = next(iter(boven[pad[-1]]))
            if volgende in pad:
                return set(pad[pad.index(volgende) :])
            pad.append(volgende)
    return set()
