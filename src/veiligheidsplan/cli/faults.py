"""One place that turns every outcome into an exit code and one clear Dutch message, never a traceback.

0 fine; 1 a fault, a *no*, or an expected failure; 2 wrong use; 3 a bug, with a crash log; 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.clean import clean


class Gebruiksfout(Exception):
    """Wrong use of the command line (exit code 2); ``pad`` is the command that it belongs to."""

    def __init__(self, bericht: str, pad: str | None = None) -> None:
        super().__init__(bericht)
        self.bericht = bericht
        self.pad = pad


class Mislukt(Exception):
    """An expected failure or a *no* (exit code 1), with one Dutch sentence that says what to do."""

    def __init__(self, bericht: str) -> None:
        super().__init__(bericht)
        self.bericht = bericht


class Onderbroken(KeyboardInterrupt):
    """The person stopped (exit code 130). The message says what is saved and how to go on."""

    def __init__(self, bericht: str) -> None:
        super().__init__(bericht)
        self.bericht = bericht


#: what the system can refuse, in words for the person at the keyboard
_SYSTEM = {
    errno.ENOSPC: "De schijf is vol. Maak ruimte vrij en probeer het opnieuw",
    errno.EDQUOT: "De schijf is vol. Maak ruimte vrij en probeer het opnieuw",
    errno.EFBIG: "Dit bestand is te groot voor deze schijf",
    errno.EACCES: "U hebt geen toegang tot dit bestand of deze map",
    errno.EPERM: "U hebt geen toegang tot dit bestand of deze map",
    errno.EROFS: "Deze plek is alleen om te lezen; kies een andere map",
    errno.ENOENT: "Dit bestand of deze map bestaat niet",
    errno.EEXIST: "Dit bestand bestaat al; kies een andere naam",
    errno.EISDIR: "Dit is een map en geen bestand",
    errno.ENOTDIR: "Dit is een bestand en geen map",
    errno.ENAMETOOLONG: "Deze bestandsnaam is te lang",
    errno.EMFILE: "Er staan te veel bestanden open op deze computer",
}


def guard(opdracht: Callable[[], int]) -> int:
    """Run a command and return its exit code; whatever happens, the person sees one clear message."""
    try:
        code = opdracht()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _drop_output()
        return 1
    except BaseException as fout:
        return _report(fout)


def _report(fout: BaseException) -> int:
    try:
        code, bericht = outcome(fout)
        sys.stdout.flush()
        sys.stderr.write(bericht)
        sys.stderr.flush()
    except OSError:
        _drop_output()
        return 1 if isinstance(fout, BrokenPipeError) else code_of(fout)
    return code


def code_of(fout: BaseException) -> int:
    """The exit code alone."""
    if isinstance(fout, SystemExit):
        return fout.code if isinstance(fout.code, int) else 1 if fout.code else 0
    if isinstance(fout, KeyboardInterrupt | EOFError):
        return 130
    if isinstance(fout, Gebruiksfout):
        return 2
    return 1 if isinstance(fout, BevindingenFout | Mislukt) or _is_system(fout) else 3


def outcome(fout: BaseException) -> tuple[int, str]:
    """Exit code and the message for stderr; a bug also writes its crash log."""
    code = code_of(fout)
    if isinstance(fout, BevindingenFout):
        from veiligheidsplan.cli.render import findings_as_text
        from veiligheidsplan.cli.screens import has_colour

        return code, _fit(findings_as_text(fout.bevindingen, kleur=has_colour(sys.stderr)))
    if isinstance(fout, Gebruiksfout):
        uitleg = f"Uitleg: {fout.pad} --help\n" if fout.pad else ""
        return code, _fit(f"Fout: {clean(fout.bericht)}\n{uitleg}")
    if isinstance(fout, Onderbroken):
        # not fitted: a command that is broken over two lines cannot be copied
        return code, f"\n{clean(fout.bericht)}\n"
    if isinstance(fout, KeyboardInterrupt):
        return code, "\nOnderbroken.\n"
    if isinstance(fout, EOFError):
        return code, "\nOnderbroken: er kwam geen invoer meer.\n"
    if isinstance(fout, SystemExit):
        return code, f"{clean(fout.code)}\n" if isinstance(fout.code, str) else ""
    if isinstance(fout, Mislukt):
        return code, _fit(f"{clean(fout.bericht)}\n")
    if isinstance(fout, OSError) and _is_system(fout):
        return code, _fit(_system_message(fout))
    return code, _fit(_crash_message(fout))


def _fit(bericht: str) -> str:
    """The message as stderr can show it: on a terminal no line breaks inside a word."""
    try:
        if not sys.stderr.isatty():
            return bericht
        from veiligheidsplan.cli.screens import fit

        return fit(bericht, sys.stderr)
    except Exception:
        return bericht


def _is_system(fout: BaseException) -> bool:
    return isinstance(fout, OSError) and fout.errno is not None


def _system_message(fout: OSError) -> str:
    naam = errno.errorcode.get(fout.errno or 0, "onbekend")
    uitleg = _SYSTEM.get(fout.errno or 0, f"Lezen of schrijven lukt niet (systeemcode {naam})")
    waar = (
        f": {clean(os.fsdecode(fout.filename), regels=False)}"
        if isinstance(fout.filename, str | bytes)
        else ""
    )
    return f"{uitleg}{waar}.\n"


def _crash_message(fout: BaseException) -> str:
    from veiligheidsplan.cli.crash import write_log

    pad = write_log(fout)
    waar = (
        f"Een verslag zonder antwoorden of namen staat in {clean(pad, regels=False)}"
        if pad
        else "Een verslag daarvan kon niet worden bewaard"
    )
    return f"Er ging iets mis in het programma zelf. {waar}.\n"


def _drop_output() -> None:
    """Nobody reads any more: what is left in the buffers goes nowhere, so that Python's exit stays quiet."""
    try:
        niets = os.open(os.devnull, os.O_WRONLY)
        for stroom in (sys.stdout, sys.stderr):
            os.dup2(niets, stroom.fileno())
    except (OSError, ValueError, AttributeError):
        return
