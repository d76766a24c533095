"""``veiligheidsplan dossier back-up``: a whole sealed copy of all dossiers, in one new file."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.back_up import back_up
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.kluis import in_sentences, open_vault, store_folder
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.storage.kluis import BESTANDSNAAM

Naar = Annotated[
    Path,
    typer.Option(
        "--naar",
        metavar="BESTAND",
        help="Het nieuwe bestand, liefst op een andere schijf; in een map kiest het programma een naam.",
    ),
]


def commando(naar: Naar, map_: Map = None, wachtzin_bestand: WachtzinBestand = None) -> int:
    """Make the copy, read it back, and say what opens it and how to put it back."""
    pad = new_place(naar, f"back-up-{date.today().isoformat()}", "kluis")  # noqa: DTZ011 - the worker's own day
    with open_vault(map_, wachtzin_bestand) as kluis:
        aantal, gebreken = back_up(kluis, pad)
    show(str(pad))
    hoeveel = "1 dossier" if aantal == 1 else f"{aantal} dossiers"
    say(f"De back-up is gemaakt en nagelezen: {hoeveel}. Alles erin is versleuteld.", stijl="goed")
    _say_key(store_folder(map_))
    say("Zo zet u de back-up terug, op een plek waar nog geen dossiers staan:")
    say("  veiligheidsplan dossier herstel --back-up BESTAND")
    if gebreken:
        say("Let op: in uw dossiers is iets beschadigd. Bewaar ook uw oudere back-ups.", stijl="let_op")
        raise Mislukt(in_sentences(BevindingenFout(gebreken)))
    return 0


def _say_key(map_: Path) -> None:
    if (map_ / f"{BESTANDSNAAM}.sleutel").exists():
        say(f"Dit is het voorbeeld: de back-up gaat alleen open met {BESTANDSNAAM}.sleutel uit dezelfde map.")
        return
    say("De back-up gaat open met de wachtzin van nu, en met de herstelsleutel van nu.")
    say(
        "Kiest u later een andere? Voor deze back-up blijven die van nu gelden. Bewaar ze niet bij de back-up."
    )


def new_place(naar: Path, naam: str, soort: str) -> Path:
    """*naar*, or in that folder a new neutral name; refused when something stands there already."""
    pad = naar / f"{naam}-{secrets.token_hex(4)}.{soort}" if naar.is_dir() else naar
    if pad.exists() or pad.is_symlink():
        raise Mislukt(f"Dit bestand is er al: {pad}. Kies een andere naam; er is niets overschreven.")
    return pad
