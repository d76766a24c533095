"""``veiligheidsplan vaststellen``: this is the plan now. What lacks is said; nothing blocks it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.stel_vast import establish, nothing_new
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.cli.stappen import ask_choice, ask_text, on_screen
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.cli.wachtzin import someone_can_type
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herstel import mending
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Keuze
from veiligheidsplan.plan.vaststelling import REDENEN, round_now
from veiligheidsplan.plan.volledigheid import lacking

Redencode = Literal["later", "niet_veilig_om_te_vragen", "wil_niet", "niet_aanwezig", "anders"]
Reden = Annotated[
    Redencode | None,
    typer.Option("--reden", metavar="REDEN", help="Waarom er nog iets ontbreekt, als niemand kan typen."),
]
SECTIE = "Vaststellen"


def commando(
    dossier: DossierNaam = None,
    reden: Reden = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Store the outcomes as they are now."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        kast.hold(id_)
        try:
            d = kast.read(id_)
            o = surroundings(d)
            if nothing_new(d):
                show(already(d))
                return 0
            waarom, woorden = reden, None
            if waarom is None and someone_can_type() and lacking(d, o):
                tafel = Tafel(kast, id_, o, eenvoudig, map_)
                with on_screen(tafel):
                    waarom, woorden = ask_why(tafel, d)
            d = kast.write(id_, d, [establish(d, o, reden=waarom, toelichting=woorden)])
        finally:
            kast.let_go(id_)
    show(done(d))
    say_lacking(d, o)
    return 0


def ask_why(t: Tafel, d: Dossier) -> tuple[Redencode | None, str | None]:
    """Why something still lacks: a reason of the list, and own words where wanted. Never an obstacle."""
    for zin in lacking(d, t.o):
        t.tell(f"Nog open: {zin}")
    keuzes = tuple(Keuze(code, t.o.zin(f"reden_{code}")) for code in REDENEN)
    vraag = "Waarom is dit nog open? U kunt het plan daarna gewoon vaststellen."
    gekozen = ask_choice(t, "vaststellen/reden", vraag, SECTIE, keuzes)
    code = next((c for c in REDENEN if c == gekozen), None)
    woorden = ask_text(
        t,
        "vaststellen/toelichting",
        "Wilt u er iets bij schrijven?",
        SECTIE,
        verplicht=False,
        hulp="Dit staat alleen op de kopie voor professionals. U mag dit leeg laten.",
    )
    return code, woorden


def done(d: Dossier) -> str:
    """That it is established, and as which round."""
    nummer = d.vaststellingen[-1].ronde
    return "Het plan is vastgesteld." if nummer == 1 else f"Het plan is vastgesteld. Dit is ronde {nummer}."


def already(d: Dossier) -> str:
    """That nothing changed since."""
    return f"Dit plan was al vastgesteld als ronde {round_now(d)}. Er is daarna niets veranderd."


def say_lacking(d: Dossier, o: Omgeving) -> None:
    """What still lacks, each with how to mend it."""
    for punt in mending(d, o):
        say(f"Let op: {punt.zin}", stijl="let_op")
        if punt.hoe:
            say(f"  {punt.hoe}")
