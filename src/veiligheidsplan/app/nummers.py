"""The numbers to call, loaded alone: the first screen comes before everything that takes time or can fail."""

from __future__ import annotations

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.plan.regio import Nummers


def load_nummers() -> Nummers:
    """``regio/nummers.yaml``; ``BevindingenFout`` with every fault of it."""
    return load_file(finder.find_regio("nummers"), Nummers)


def numbers_to_call() -> Nummers:
    """As ``load_nummers``, for whoever must call now: a broken file in a folder never keeps 112 from the screen.

    Then the numbers of the program itself stand there; the faults are said by what comes after it.
    """
    try:
        return load_nummers()
    except BevindingenFout:
        return load_file(finder.built_in("regio") / "nummers.yaml", Nummers)
