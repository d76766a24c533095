"""``veiligheidsplan instrument``: what a trainer runs, at the keyboard and in CI."""

from __future__ import annotations

import glob
import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.formaten import write
from veiligheidsplan.cli.instrument_paden import (
    holds_one,
    instrument_of,
    is_broken,
    is_left_over,
    unique,
)
from veiligheidsplan.cli.opties import Formaat, Json, Streng
from veiligheidsplan.cli.render import count_line, findings_as_text
from veiligheidsplan.cli.screens import fit, has_colour, show

Paden = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PAD",
        help="Instrumenten: een map, een bestand, een id, of een map met instrumenten. Zonder pad: alle.",
    ),
]
Bestand = Annotated[
    str,
    typer.Argument(
        metavar="BESTAND", help="Het instrument: een bestand, een map, of de id van een instrument."
    ),
]
Antwoorden = Annotated[
    Path,
    typer.Option("--antwoorden", metavar="ANTWOORDEN.yaml", help="Het bestand met de antwoorden."),
]


def valideer(
    paden: Paden = None, formaat: Formaat = "tekst", json_: Json = False, streng: Streng = False
) -> int:
    """Every fault and every warning of every instrument at once: form, content and tests."""
    from veiligheidsplan.app.valideer import validate
    from veiligheidsplan.cli.verdeel import do_all

    vandaag = date.today()  # noqa: DTZ011 - the trainer's own day
    bestanden = chosen(paden)
    per_bestand = do_all(partial(validate, vandaag=vandaag), bestanden, "Nakijken")
    gevonden = [b for deel in per_bestand for b in deel]
    vorm = "json" if json_ else formaat
    if vorm != "tekst":
        write(vorm, gevonden, f"Instrumenten nagekeken ({len(bestanden)})")
    else:
        sys.stdout.write(fit(findings_as_text(gevonden, kleur=has_colour(sys.stdout)), sys.stdout))
        aantal = f"{len(bestanden)} instrument" + ("en" if len(bestanden) != 1 else "")
        show(f"{aantal} bekeken." if gevonden else f"{aantal} bekeken: {count_line(gevonden)}.")
    return exit_code(gevonden, streng=streng)


def exit_code(bevindingen: list[Bevinding], *, streng: bool) -> int:
    """1 when there is a fault, or with *streng* anything at all."""
    return int(any(streng or b.ernst is Ernst.FOUT for b in bevindingen))


def chosen(paden: list[str] | None) -> list[Path]:
    """What the paths stand for; without paths those of the working directory, and those of the program."""
    from veiligheidsplan.loading.finder import find_roots, list_instrumenten

    if not paden:
        stuk = [p for wortel in find_roots("instrumenten") for p in sorted(wortel.iterdir()) if is_broken(p)]
        return [*list_instrumenten().values(), *stuk]
    return unique(b for pad in paden for b in _instruments(pad))


def _instruments(pad: str) -> Iterator[Path]:
    """The instruments that a path stands for. Windows leaves a pattern as it is, so patterns work here too."""
    plek = Path(pad)
    if not plek.exists() and any(teken in pad for teken in "*?["):
        gevonden = [Path(p) for p in sorted(glob.glob(pad))]
    else:
        gevonden = [instrument_of(plek) if plek.exists() or is_broken(plek) else _by_id(pad)]
    gevonden = [p for p in gevonden if len(gevonden) == 1 or p.is_file() or holds_one(p) or is_broken(p)]
    if not gevonden:
        raise Mislukt(f"Er past niets bij «{pad}».")
    for een in gevonden:
        yield from _within(een)


def _by_id(pad: str) -> Path:
    from veiligheidsplan.loading.finder import find_instrument

    return find_instrument(pad)


def _within(plek: Path) -> Iterator[Path]:
    if not plek.is_dir() or _is_one(plek):
        yield plek
        return
    onder = sorted(p for p in plek.iterdir() if _is_one(p))
    if not onder:
        raise Mislukt(f"In de map «{plek}» staat geen instrument (een map met instrument.yaml).")
    yield from onder


def _is_one(plek: Path) -> bool:
    return holds_one(plek) or is_left_over(plek) or is_broken(plek)


def scoor_bestand(bestand: Bestand, antwoorden: Antwoorden, json_: Json = False) -> int:
    """The outcome of one instrument for the answers in a file, as JSON or in words."""
    from veiligheidsplan.app.gevallen_nakijken import in_sentences
    from veiligheidsplan.instrument import scoor
    from veiligheidsplan.loading import laad_instrument
    from veiligheidsplan.loading.antwoordenbestand import read_antwoorden
    from veiligheidsplan.loading.finder import find_instrument

    instrument = laad_instrument(find_instrument(bestand))
    gegeven = read_antwoorden(antwoorden)
    try:
        uitslag = scoor(instrument, gegeven.antwoorden, gegeven.gegevens)
    except BevindingenFout as fout:
        # an unknown question is about its name, an impossible answer about the answer
        geplaatst = [
            gegeven.kaart.place(in_sentences(b), sleutel=b.code == "VP401") for b in fout.bevindingen
        ]
        raise BevindingenFout(geplaatst) from None
    if json_:
        sys.stdout.write(json.dumps(uitslag.model_dump(mode="json")) + "\n")
        return 0
    from veiligheidsplan.cli.uitslag import summary

    show("\n".join(summary(instrument, uitslag)))
    return 0
