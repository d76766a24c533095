"""``veiligheidsplan dossier bevestig``: a second person confirms a lower level, with a vault of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.bevestig import Geweigerd, confirm, may_confirm, waiting
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault, store_folder
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import show
from veiligheidsplan.cli.stappen import ask_choice, ask_text, on_screen
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.plan.bevestiging import decision
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.stand import lowering_lines
from veiligheidsplan.plan.stap import Keuze
from veiligheidsplan.storage.kluis import Kluis

KluisVan = Annotated[
    Path | None,
    typer.Option("--kluis-van", metavar="PAD", help="De map met de dossiers van uw collega."),
]
SleutelVan = Annotated[
    Path | None,
    typer.Option(
        "--sleutel-van", metavar="BESTAND", help="Een bestand met de openbare sleutel van uw collega."
    ),
]
SECTIE = "Een lager niveau bevestigen"


def commando(
    dossier: DossierNaam = None,
    kluis_van: KluisVan = None,
    sleutel_van: SleutelVan = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Show what was proposed and why, and ask whether this person confirms it."""
    if (kluis_van is None) != (sleutel_van is None):
        raise Gebruiksfout("Geef --kluis-van en --sleutel-van samen, of geen van beide.")
    with (
        stops_as_ctrl_c(),
        open_vault(map_, wachtzin_bestand) as eigen,
        _store(eigen, kluis_van, sleutel_van) as kluis,
    ):
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        kast.hold(id_)
        try:
            d = viewed(kast, id_, "dossier bevestig")
            tafel = Tafel(kast, id_, surroundings(d), eenvoudig, map_)
            regels = _all(tafel, d)
        finally:
            kast.let_go(id_)
    for regel in regels:
        show(regel)
    return 0


@contextmanager
def _store(eigen: Kluis, kluis_van: Path | None, sleutel_van: Path | None) -> Iterator[Kluis]:
    if kluis_van is None or sleutel_van is None:
        yield eigen
        return
    tekst = sleutel_van.read_text("utf-8-sig", errors="replace").strip()
    with Kluis.open_van_collega(store_folder(kluis_van), eigen, tekst) as kluis:
        yield kluis


def _all(t: Tafel, d: Dossier) -> list[str]:
    """Every proposal that waits, one after the other; the result of each as a line."""
    wachtend = waiting(d)
    if not wachtend:
        raise Mislukt("Er wacht in dit dossier geen lager niveau op een tweede persoon.")
    houders = t.kast.kluis.sleutelhouders(t.id)
    for afname in wachtend:
        if (reden := may_confirm(d, afname, t.kast.door, houders)) is not None:
            raise Mislukt(f"{reden} Er is niets veranderd.")
    uit = []
    with on_screen(t):
        for afname in wachtend:
            d, regel = _one(t, d, afname)
            uit.append(regel)
    return uit


def _one(t: Tafel, d: Dossier, afname: Afname) -> tuple[Dossier, str]:
    besluit = decision(d, afname)
    assert besluit is not None  # noqa: S101 - it waits, so it is there
    t.page(SECTIE, "\n".join(lowering_lines(d, t.o, afname)))
    keuzes = (Keuze("ja", "Ja, ik bevestig dit zelf"), Keuze("nee", "Nee, het hogere niveau blijft gelden"))
    keuze = ask_choice(t, "bevestig/keuze", "Bevestigt u het lagere niveau?", SECTIE, keuzes)
    naam = ask_text(t, "bevestig/naam", "Wat is uw eigen naam?", SECTIE) if keuze == "ja" else None
    if not naam:
        return d, f"{afname.instrument.titel}: niet bevestigd. Het hogere niveau blijft gelden."
    if _plain(naam) == _plain(d.waarde("medewerker", "naam")):
        raise Mislukt("Dit is de naam van wie het voorstel deed. Een tweede persoon bevestigt zelf.")
    houders = t.kast.kluis.sleutelhouders(t.id)
    try:
        feit = confirm(d, afname, naam, t.kast.door, houders, besluit["besluit"].volgnummer)
    except Geweigerd as fout:
        raise Mislukt(f"{fout} Er is niets veranderd.") from None
    d = t.kast.write(t.id, d, [feit])
    return d, f"{afname.instrument.titel}: bevestigd. Het lagere niveau geldt nu."


def _plain(naam: object) -> str:
    return " ".join(str(naam or "").casefold().split())
