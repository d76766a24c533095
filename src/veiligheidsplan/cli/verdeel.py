"""The same work for many files, divided (*verdeel*) over the cores; results as if one core did it, in the same order.

It begins in this process. Only when much is left after half a second do others help: starting these takes a
moment too. They are started fresh (*spawn*), on every system alike, so what they are given must be importable.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.voortgang import Voortgang

Stuk = TypeVar("Stuk")
Uitkomst = TypeVar("Uitkomst")
#: seconds of work here before others are asked; and the least that must be left for them
EERST, GENOEG = 0.5, 2.0
#: files that are handed out at a time
_HOOGSTENS = 16
#: Windows cannot wait for more processes
_MEESTE_PROCESSEN = 60


def do_all(
    werk: Callable[[Stuk], Uitkomst],
    stukken: Sequence[Stuk],
    wat: str,
    *,
    eerst: float = EERST,
    genoeg: float = GENOEG,
    kernen: int | None = None,
) -> list[Uitkomst]:
    """``[werk(stuk) for stuk in stukken]``, over all cores where that is quicker, with a bar named *wat*.

    *werk*, what it is given and what it gives must be picklable. What it raises is raised here. A helper that
    dies raises ``Mislukt``.
    """
    kernen = cores() if kernen is None else kernen
    uit: list[Uitkomst] = []
    begin = time.monotonic()
    with Voortgang(wat, len(stukken)) as voortgang:
        for stuk in stukken:
            besteed = time.monotonic() - begin
            rest = (len(stukken) - len(uit)) * besteed / max(1, len(uit))
            if kernen > 1 and uit and besteed >= eerst and rest >= genoeg:
                return uit + _together(werk, stukken[len(uit) :], kernen, voortgang)
            uit.append(werk(stuk))
            voortgang.step()
    return uit


def cores() -> int:
    """The cores that this process may use."""
    toegestaan = getattr(os, "sched_getaffinity", None)
    return len(toegestaan(0)) if toegestaan else os.cpu_count() or 1


def _together(
    werk: Callable[[Stuk], Uitkomst], stukken: Sequence[Stuk], kernen: int, voortgang: Voortgang
) -> list[Uitkomst]:
    kernen = min(kernen, _MEESTE_PROCESSEN, len(stukken))
    grootte = max(1, min(_HOOGSTENS, len(stukken) // (kernen * 4)))
    delen = [stukken[i : i + grootte] for i in range(0, len(stukken), grootte)]
    uit: list[Uitkomst] = []
    pool = ProcessPoolExecutor(kernen, multiprocessing.get_context("spawn"), initializer=_helper)
    try:
        with _deaf_to_ctrl_c():
            lopend: deque[Future[list[Uitkomst]]] = deque(pool.submit(_share, werk, deel) for deel in delen)
        while lopend:
            if wait([lopend[0]], timeout=0.1).done:
                uit += lopend.popleft().result()
                voortgang.step(len(delen[len(delen) - len(lopend) - 1]))
            voortgang.tick()
    except BrokenProcessPool:
        raise Mislukt(
            f"Het nakijken is niet af: een deel van het programma stopte onverwacht, bij «{stukken[len(uit)]}» of een"
            " bestand daarna. Misschien was er te weinig geheugen. Probeer het opnieuw met minder bestanden tegelijk."
        ) from None
    except BaseException:
        for helper in multiprocessing.active_children():
            helper.kill()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return uit


def _share(werk: Callable[[Stuk], Uitkomst], deel: Sequence[Stuk]) -> list[Uitkomst]:
    return [werk(stuk) for stuk in deel]


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started in here never hear Ctrl-C: the one that started them does, and stops them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    oud = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, oud)


def _helper() -> None:
    """Of a helper: deaf to Ctrl-C also on Windows, and gone when the one that started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        threading.Thread(target=_follow, args=(ouder,), daemon=True).start()


def _follow(ouder: multiprocessing.process.BaseProcess) -> None:
    ouder.join()
    os._exit(1)
