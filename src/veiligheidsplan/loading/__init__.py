"""Text in: YAML to plain values with places, values to objects or findings, and where files are found.

Nothing heavy is imported until something is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from veiligheidsplan.instrument.instrument import Instrument

__all__ = ["laad_instrument", "load_instrument_text"]


def laad_instrument(pad: str | Path) -> Instrument:
    """The instrument in a file, or in the folder that holds its ``instrument.yaml``.

    Raises ``BevindingenFout`` (``.bevindingen``) for the faults *when loading* of the instrument format,
    all at once,
    and for those only.
    """
    from veiligheidsplan.loading import models

    return models.laad_instrument(pad)


def load_instrument_text(tekst: str, naam: str) -> Instrument:
    """The instrument in a text, such as one stored in a dossier; findings call it *naam*. Raises
    ``BevindingenFout``."""
    from veiligheidsplan.loading import models

    return models.load_instrument_text(tekst, naam)
