"""A place (*plek*) in the conversation: which step stands there. The step itself is built when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from veiligheidsplan.plan.stap import Stap


class Plek(NamedTuple):
    """``id`` of the step, how to build it, and whether it may stand on a screen that anyone can read."""

    id: str
    maak: Callable[[], Stap]
    tafel: bool = False
