"""The numbers to call, loaded alone: the first screen comes before everything that takes time or can fail."""

from __future__ import annotations

from veiligheidsplan.loading import finder
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.plan.regio import Nummers


def load_nummers() -> Nummers:
    """``regio/nummers.yaml``; ``BevindingenFout`` with every fault of it."""
    return load_file(finder.find_regio("nummers"), Nummers)
