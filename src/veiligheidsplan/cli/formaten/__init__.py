"""Findings for machines: one file per form, one line here. Each is ``render(bevindingen) -> str``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from veiligheidsplan.bevinding import Bevinding

Vorm = Callable[[Sequence[Bevinding]], str]


def for_machine(naam: str) -> Vorm:
    """The form called *naam*; ``KeyError`` for one that does not exist."""
    from veiligheidsplan.cli.formaten import github, gitlab, sarif
    from veiligheidsplan.cli.render import findings_as_json

    vormen: dict[str, Vorm] = {
        "json": findings_as_json,
        "github": github.render,
        "gitlab": gitlab.render,
        "sarif": sarif.render,
    }
    return vormen[naam]


def write(naam: str, bevindingen: Sequence[Bevinding], kop: str) -> None:
    """Write *bevindingen* to stdout in form *naam*; for GitHub also the summary of the step, titled *kop*.

    GitHub shows some ten annotations of a step, so that the summary is the only place that has them all.
    """
    write_text(for_machine(naam)(bevindingen))
    if naam == "github":
        from veiligheidsplan.cli.formaten import samenvatting

        samenvatting.append(samenvatting.findings(bevindingen, kop))


def write_text(tekst: str) -> None:
    """Write what a machine reads to stdout: UTF-8, also on a Windows whose own code page is another."""
    if sys.platform == "win32" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(tekst)
