"""``veiligheidsplan sjabloon huisstijl``: colours from design tokens, whether they can be read, and the typeface."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.instrument import exit_code
from veiligheidsplan.cli.render import findings_as_text
from veiligheidsplan.cli.screens import has_colour, say, show

Tokens = Annotated[
    Path, typer.Argument(metavar="TOKENS.json", help="Het bestand met design tokens van uw gemeente.")
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar",
        metavar="PAD",
        help="Zet de kleuren in dit sjabloon (map of bestand). Zonder deze optie op het scherm.",
    ),
]
Kleur = Annotated[
    list[str] | None,
    typer.Option(
        "--kleur",
        metavar="NAAM=TOKEN",
        help="Kies zelf een token voor accent, tekst, vlak of waarschuwing, zoals accent=huisstijl.kleur.groen.",
    ),
]


def commando(tokens: Tokens, naar: Naar = None, kleur: Kleur = None) -> int:
    """Import the colours; nothing is written when one of them cannot be read."""
    from veiligheidsplan.app.huisstijl import read_house_style

    uit = read_house_style(tokens, _chosen(kleur))
    for naam, (waarde, token) in uit.kleuren.items():
        say(f"{naam}: {waarde}, uit {token}")
    _typefaces(uit.letters)
    fouten = list(uit.bevindingen)
    sys.stderr.write(findings_as_text(fouten, kleur=has_colour(sys.stderr)) if fouten else "")
    if exit_code(fouten, streng=False):
        return 1
    if naar is None:
        show(uit.blok.rstrip("\n"))
        return 0
    return _write(naar / "sjabloon.yaml" if naar.is_dir() else naar, uit.blok)


def _typefaces(letters: tuple[tuple[str, str], ...]) -> None:
    """Which typeface the tokens name, and how to add the files: they are somebody's, and never in the tokens."""
    for naam, token in letters:
        say(f"lettertype: {naam}, uit {token}")
    if letters:
        say(
            "Een lettertype zit niet in tokens. Mag uw gemeente het in documenten zetten? Kopieer dan het gewone en het"
            " vette bestand (.ttf) naar de map «letters» van het sjabloon, en zet in sjabloon.yaml:"
        )
        say("lettertypen: {gewoon: letters/gewoon.ttf, vet: letters/vet.ttf}")


def _chosen(kleur: list[str] | None) -> dict[str, str]:
    from veiligheidsplan.app.huisstijl import SLEUTELS

    uit: dict[str, str] = {}
    for paar in kleur or ():
        naam, is_, token = paar.partition("=")
        if not is_ or naam not in SLEUTELS:
            raise Mislukt(f"Bij --kleur hoort NAAM=TOKEN, met als naam: {', '.join(SLEUTELS)}.")
        uit[naam] = token
    return uit


def _write(pad: Path, blok: str) -> int:
    """The ``kleuren`` of that template become these; every other line stays as it is."""
    from veiligheidsplan.app.huisstijl import with_colours
    from veiligheidsplan.loading.sjabloon import inspect_sjabloon

    try:
        oud = pad.read_text(encoding="utf-8") if pad.exists() else ""
    except UnicodeDecodeError:
        raise Mislukt(f"«{pad}» is geen UTF-8.") from None
    nieuw = with_colours(oud, blok)
    if nieuw is None:
        raise Mislukt(f"In «{pad}» is niet te zien waar «kleuren» hoort. Zet dit er zelf in:\n{blok}")
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(nieuw, encoding="utf-8")
    show(f"Bijgewerkt: {pad}" if oud else f"Gemaakt: {pad}")
    gezien: list[Bevinding] = list(inspect_sjabloon(pad).bevindingen) if oud else []
    sys.stderr.write(findings_as_text(gezien, kleur=has_colour(sys.stderr)) if gezien else "")
    return exit_code(gezien, streng=False)
