"""The instrument language and what follows from it. Pure: no file, clock, network, randomness or screen.

``scoor`` is loaded when it is first asked for: whoever only reads a model does not pay for the scoring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from veiligheidsplan.instrument.score import scoor

__all__ = ["scoor"]


def __getattr__(naam: str) -> Any:
    if naam == "scoor":
        from veiligheidsplan.instrument.score import scoor

        return scoor
    raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
