"""One YAML file to one frozen model: templates and what the region knows. Instruments have their own, deeper reader."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading.afleiding import shape_of_model
from veiligheidsplan.loading.verslag import Verslag
from veiligheidsplan.loading.yaml_source import Bron, read_file

M = TypeVar("M", bound=BaseModel)


def load_file(pad: Path, model: type[M]) -> M:
    """The model that stands in *pad*; ``BevindingenFout`` with every fault and its place."""
    return load_source(read_file(pad), model)


def load_source(bron: Bron, model: type[M]) -> M:
    """As ``load_file``, for what was read already."""
    verslag = Verslag(bron.kaart, bron.bevindingen)
    waarde = bron.waarde
    if not isinstance(waarde, dict):
        if not verslag.stuk:
            verslag.fault(
                "VP123",
                None,
                "In dit bestand horen sleutels met waarden.",
                "Schrijf «formaat: 1» op de eerste regel.",
            )
        raise BevindingenFout(verslag.bevindingen)
    if model.model_config.get("extra") != "allow":
        waarde = shape_of_model(model)(waarde, None, verslag)
    if verslag.stuk:
        raise BevindingenFout(verslag.bevindingen)
    try:
        return model.model_validate(waarde)
    except ValidationError as fout:
        raise BevindingenFout([_finding(bron, tuple(e["loc"])) for e in fout.errors()]) from None


def _finding(bron: Bron, pad: tuple[str | int, ...]) -> Bevinding:
    """What the shapes let through and the model refuses: a pattern, or a length."""
    naam = f"«{pad[-1]}»" if pad else "dit bestand"
    return bron.kaart.place(
        Bevinding("VP123", f"De waarde bij {naam} past hier niet, of ontbreekt.", pad=pad)
    )
