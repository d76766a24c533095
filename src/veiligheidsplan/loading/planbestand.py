"""The answers file of a whole conversation (``nieuw --antwoorden``): plain values, and where each stands."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading.yaml_source import Bron, read_file


def read_plan_file(pad: Path) -> Bron:
    """The file as values; ``BevindingenFout`` when it is no YAML, or not a block of keys of format 1."""
    bron = read_file(pad).checked()
    if not isinstance(bron.waarde, dict):
        fout = Bevinding(
            "VP506", "In dit bestand horen sleutels met waarden.", suggestie="Begin met: formaat: 1"
        )
        raise BevindingenFout([bron.kaart.place(fout)])
    if bron.waarde.get("formaat") != 1:
        fout = Bevinding(
            "VP507",
            "Dit bestand zegt niet dat het «formaat: 1» heeft.",
            pad=("formaat",),
            suggestie="Schrijf bovenaan: formaat: 1",
        )
        raise BevindingenFout([bron.kaart.place(fout)])
    return bron
