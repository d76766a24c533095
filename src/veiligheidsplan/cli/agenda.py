"""``veiligheidsplan agenda``: next contacts and evaluations for the worker's own calendar. Only when asked for."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.agenda import update
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.exemplaren import new_file
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.kluis import in_sentences, open_vault
from veiligheidsplan.cli.lijst import lifted
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show

Naar = Annotated[
    Path,
    typer.Option(
        "--naar", metavar="BESTAND", help="Het nieuwe bestand; in een map kiest het programma een naam."
    ),
]


def commando(naar: Naar, map_: Map = None, wachtzin_bestand: WachtzinBestand = None) -> int:
    """Write the file that a calendar can read."""
    gebreken: list[Bevinding] = []
    with open_vault(map_, wachtzin_bestand) as kluis:
        from veiligheidsplan.export.ical import render_calendar

        kast = Dossierkast(kluis)
        pad = naar / f"{secrets.token_hex(4)}.ics" if naar.is_dir() else naar
        inhoud = bytearray()
        with new_file(
            pad, inhoud
        ) as schrijf:  # a place that cannot be written is known before any dossier is
            bijgewerkt = update(kast, lifted(kast, kast.list(gebreken), gebreken))
            gebreken.extend(bijgewerkt.bevindingen)
            inhoud += render_calendar(bijgewerkt.regels, kast.klok())
            if not bijgewerkt.regels:
                raise Mislukt(_geen(gebreken))
            schrijf()
    show(str(pad))
    aantal = sum(not r.vervallen for r in bijgewerkt.regels)
    say(f"{aantal} {'moment' if aantal == 1 else 'momenten'}. Er staat niet in waar het over gaat.")
    say("Lees het bestand in uw eigen agenda in, en deel die agenda met niemand.")
    say("Welke code bij welk dossier hoort, staat in: veiligheidsplan lijst")
    if gebreken:
        say(in_sentences(BevindingenFout(list(dict.fromkeys(gebreken)))), stijl="fout")
    return 1 if gebreken else 0


def _geen(gebreken: list[Bevinding]) -> str:
    """Nothing to write: no file, and what is damaged is said too."""
    zin = "Er is geen volgend contact of evaluatie met een dag. Er is geen bestand gemaakt."
    return f"{in_sentences(BevindingenFout(gebreken))}\n{zin}" if gebreken else zin
