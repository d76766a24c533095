"""How far long work is (*voortgang*), on stderr: a bar for a person at a terminal, after a second.

A pipe gets nothing. A dumb terminal gets a plain line now and then: nothing is drawn over.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from veiligheidsplan.cli.screens import has_colour, is_plain, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

#: seconds before anything is shown, between two drawings, and between two plain lines
GEDULD, VERS, REGEL = 1.0, 0.1, 10.0


class Voortgang:
    """A context in which ``step`` is called for each thing that is done. *wat*: what is done, such as «Nakijken»."""

    def __init__(self, wat: str, totaal: int) -> None:
        self._wat, self._totaal, self._klaar = wat, totaal, 0
        self._begin = self._laatst = time.monotonic()
        self._balk: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Voortgang:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if self._balk is not None:
            self._balk[0].stop()

    def step(self, aantal: int = 1) -> None:
        """So many more are done."""
        self._klaar += aantal
        self.tick()

    def tick(self) -> None:
        """Show how far it is, where it is time to do so."""
        nu = time.monotonic()
        if nu - self._begin < GEDULD or not sys.stderr.isatty():
            return
        if is_plain(sys.stderr):
            if nu - max(self._laatst, self._begin) >= REGEL:
                self._laatst = nu
                say(f"{self._wat}: {self._klaar} van {self._totaal}.")
        elif self._balk is None or nu - self._laatst >= VERS:
            self._laatst = nu
            self._draw()

    def _draw(self) -> None:
        if self._balk is None:
            self._balk = _bar(self._wat, self._totaal, self._klaar)
        balk, taak = self._balk
        balk.update(taak, completed=self._klaar, refresh=True)


def _bar(wat: str, totaal: int, klaar: int) -> tuple[Progress, TaskID]:
    """rich is imported here and nowhere before: most runs are over by then."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    kleur = has_colour(sys.stderr)
    console = Console(
        stderr=True, no_color=not kleur, color_system="auto" if kleur else None, highlight=False
    )
    balk = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed} van {task.total}", markup=False),
        console=console,
        transient=True,
        auto_refresh=False,
    )
    balk.start()
    return balk, balk.add_task(wat, total=totaal, completed=klaar)
