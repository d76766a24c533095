"""Findings for machines: one file per form, one line here. Each is ``render(bevindingen) -> str``."""

from __future__ import annotations

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


def relative(bestand: str) -> str:
    """A path as CI systems want it: slashes forward, no ``./`` in front."""
    pad = bestand.replace("\\", "/")
    while pad.startswith("./"):
        pad = pad[2:]
    return pad


def message(bevinding: Bevinding) -> str:
    """What is wrong and what to do, in one text."""
    delen = (bevinding.uitleg, bevinding.suggestie)
    return " ".join(deel for deel in delen if deel)


def fingerprints(bevindingen: Sequence[Bevinding]) -> list[str]:
    """One stable mark per finding, without its line number: a line added above it changes nothing."""
    import hashlib

    gezien: dict[str, int] = {}
    merken = []
    for b in bevindingen:
        delen = (b.code, relative(b.plaats.bestand) if b.plaats else "", "/".join(map(str, b.pad)), b.uitleg)
        merk = hashlib.sha256("\0".join(delen).encode("utf-8", "replace")).hexdigest()
        gezien[merk] = gezien.get(merk, 0) + 1
        merken.append(
            merk if gezien[merk] == 1 else hashlib.sha256(f"{merk}{gezien[merk]}".encode()).hexdigest()
        )
    return merken
