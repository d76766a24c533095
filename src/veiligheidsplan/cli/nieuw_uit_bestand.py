"""``nieuw --antwoorden`` and ``nieuw --voorbeeld``: nobody at the keyboard; checked whole before it is saved."""

from __future__ import annotations

import secrets
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.afronden import show_and_copy
from veiligheidsplan.cli.kluis import faults_in_sentences, open_vault, store_folder
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.tafel import say_command, show_command
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis


def save_example(o: Omgeving, naam: str, naar: Path | None, map_: Path | None) -> int:
    """An invented household, in a vault of its own with its key beside it."""
    bestand = example_path(naam)
    feiten = _facts(o, bestand)
    map_ = store_folder(map_) / f"voorbeeld-{secrets.token_hex(4)}"
    with faults_in_sentences(), Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
        say(
            "Dit is een verzonnen huishouden. De sleutel van dit voorbeeld ligt er los bij: bewaar hier niets echts."
        )
        return _save(Dossierkast(kluis), o, feiten, naar or map_, map_)


def save_file(o: Omgeving, bestand: Path, naar: Path | None, map_: Path | None, wachtzin: Path | None) -> int:
    """The household of an answers file; with any fault in it nothing is saved."""
    feiten = _facts(o, bestand)
    with open_vault(map_, wachtzin, maken=True) as kluis:
        return _save(Dossierkast(kluis), o, feiten, naar or Path.cwd(), map_)


def _facts(o: Omgeving, bestand: Path) -> list[Feit]:
    bron = read_plan_file(bestand)
    try:
        return facts_from(bron.waarde, o)
    except BevindingenFout as fout:
        raise BevindingenFout(
            [bron.kaart.place(b, sleutel=b.code == "VP504") for b in fout.bevindingen]
        ) from None


def _save(kast: Dossierkast, o: Omgeving, feiten: list[Feit], naar: Path, map_: Path | None) -> int:
    id_, d = kast.begin(o.sjabloonkenmerk)
    d = kast.write(id_, d, feiten)
    show_and_copy(kast, id_, d, o, naar)
    say("Het dossier is bewaard. U bekijkt het met:")
    say_command(show_command(id_, map_))
    return 0
