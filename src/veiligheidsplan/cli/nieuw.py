"""``veiligheidsplan nieuw``: from a conversation to a signed plan."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.omgeving import example_path, load_nummers, load_omgeving
from veiligheidsplan.cli.afronden import finish, show_and_copy
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.kluis import faults_in_sentences, open_vault, store_folder
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.tafel import Tafel, say_command, seated, show_command
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

Antwoorden = Annotated[
    Path | None,
    typer.Option(
        "--antwoorden", metavar="BESTAND", help="Neem de antwoorden uit dit YAML-bestand en vraag niets."
    ),
]
Sjabloonnaam = Annotated[
    str | None,
    typer.Option(
        "--sjabloon", metavar="NAAM", help="Een ander sjabloon, zoals regio/veiligheidsplan, of een map."
    ),
]
Voorbeeld = Annotated[
    bool,
    typer.Option("--voorbeeld", help="Maak een plan van een verzonnen huishouden, om te zien hoe het werkt."),
]
Voorbeeldnaam = Annotated[
    str | None, typer.Argument(metavar="NAAM", help="Welk voorbeeld, alleen met --voorbeeld.")
]
Naar = Annotated[
    Path | None,
    typer.Option("--naar", metavar="MAP", help="De map voor de kopieën. Standaard de map waarin u werkt."),
]


def commando(
    naam: Voorbeeldnaam = None,
    antwoorden: Antwoorden = None,
    sjabloon: Sjabloonnaam = None,
    voorbeeld: Voorbeeld = False,
    naar: Naar = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Begin a conversation, at the keyboard or from a file."""
    if naam is not None and not voorbeeld:
        raise Gebruiksfout("Een naam hoort alleen bij --voorbeeld.")
    if voorbeeld and antwoorden:
        raise Gebruiksfout("Kies --voorbeeld of --antwoorden, niet allebei.")
    if not (voorbeeld or antwoorden):
        show_first_screen(load_nummers(), eenvoudig=eenvoudig)  # before anything that can fail
    o = load_omgeving(date.today(), sjabloon=sjabloon, keuren=True)  # noqa: DTZ011 - the worker's own day
    if voorbeeld:
        return _example(o, naam or "gezin", naar, map_)
    if antwoorden:
        return _from_file(o, antwoorden, naar, map_, wachtzin_bestand)
    with stops_as_ctrl_c(), open_vault(map_, wachtzin_bestand, maken=True) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin(o.sjabloon.kenmerk)
        tafel = Tafel(kast, id_, o, eenvoudig, map_)
        with seated(tafel):
            finish(tafel, tafel.converse(d), naar)
    return 0


def _example(o: Omgeving, naam: str, naar: Path | None, map_: Path | None) -> int:
    bestand = example_path(naam)
    feiten = _facts(o, bestand)
    map_ = store_folder(map_) / f"voorbeeld-{secrets.token_hex(4)}"
    with faults_in_sentences(), Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
        say(
            "Dit is een verzonnen huishouden. De sleutel van dit voorbeeld ligt er los bij: bewaar hier niets echts."
        )
        return _save(Dossierkast(kluis), o, feiten, naar or map_, map_)


def _from_file(
    o: Omgeving, bestand: Path, naar: Path | None, map_: Path | None, wachtzin: Path | None
) -> int:
    feiten = _facts(o, bestand)
    with open_vault(map_, wachtzin, maken=True) as kluis:
        return _save(Dossierkast(kluis), o, feiten, naar or Path.cwd(), map_)


def _facts(o: Omgeving, bestand: Path) -> list[Feit]:
    from veiligheidsplan.app.gesprek_uit_bestand import facts_from
    from veiligheidsplan.bevinding import BevindingenFout
    from veiligheidsplan.loading.planbestand import read_plan_file

    bron = read_plan_file(bestand)
    try:
        return facts_from(bron.waarde, o)
    except BevindingenFout as fout:
        raise BevindingenFout(
            [bron.kaart.place(b, sleutel=b.code == "VP504") for b in fout.bevindingen]
        ) from None


def _save(kast: Dossierkast, o: Omgeving, feiten: list[Feit], naar: Path, map_: Path | None) -> int:
    id_, d = kast.begin(o.sjabloon.kenmerk)
    d = kast.write(id_, d, feiten)
    show_and_copy(kast, id_, d, o, naar)
    say("Het dossier is bewaard. U bekijkt het met:")
    say_command(show_command(id_, map_))
    return 0
