"""``veiligheidsplan toon``: a dossier on the professional's screen, as it is now or as it was in a round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast, elsewhere
from veiligheidsplan.cli import lezers
from veiligheidsplan.cli.afronden import show_plan
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.lezers import Toonvoor
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import columns, say, show
from veiligheidsplan.export.regels import wrap
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import reads_as
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.onderbouwing import lines
from veiligheidsplan.plan.rondes import as_established
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.verschil import sentences
from veiligheidsplan.plan.woorden import fill, in_a_row, spoken_date
from veiligheidsplan.plan.zichtbaarheid import ordered, reduce_to

Ronde = Annotated[
    int | None,
    typer.Option("--ronde", metavar="N", help="Het plan zoals het in deze ronde is vastgesteld.", min=1),
]
Verschil = Annotated[
    tuple[int, int] | None,
    typer.Option("--verschil", metavar="N M", help="Wat er anders is tussen twee rondes, in zinnen."),
]
Onderbouwing = Annotated[
    bool, typer.Option("--onderbouwing", help="Waarom een uitslag is wat zij is, alleen voor professionals.")
]


def commando(
    dossier: DossierNaam = None,
    voor: Toonvoor = "professional",
    ronde: Ronde = None,
    verschil: Verschil = None,
    onderbouwing: Onderbouwing = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Show the dossier as text."""
    lezer = lezers.parse(voor)
    if verschil and (ronde or onderbouwing):
        raise Gebruiksfout("Kies --verschil zonder --ronde en zonder --onderbouwing.")
    if onderbouwing and lezer != PROFESSIONAL:
        raise Gebruiksfout("De onderbouwing is alleen voor professionals: laat --voor weg.")
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = viewed(kast, id_, "toon")
        if d.overgedragen is not None:
            say(f"Let op: {elsewhere(id_, d).uitleg}", stijl="let_op")
        o, lezer = surroundings(d), lezers.known(d, lezer)
        if verschil:
            _show_lines(difference(d, o, lezer, *verschil))
        elif ronde is not None or onderbouwing:
            _show_round(d, o, lezer, ronde, onderbouwing=onderbouwing)
        else:
            show_plan(d, o, lezer)
            if lezer == PROFESSIONAL:
                _say_handles(lezers.handles(d, o))
    return 0


def _show_round(d: Dossier, o: Omgeving, lezer: Lezer, ronde: int | None, *, onderbouwing: bool) -> None:
    if ronde is not None:
        d, o = in_round(d, o, ronde)
        if lezer == PROFESSIONAL:
            say(fill(o.zin("ronde_toen"), {"nummer": str(ronde), "datum": spoken_date(o.vandaag)}))
    if onderbouwing:
        _show_lines(lines(awake(d), o))
    else:
        show_plan(d, o, lezers.known(d, lezer))


def in_round(d: Dossier, o: Omgeving, ronde: int) -> tuple[Dossier, Omgeving]:
    """The dossier of that round, on the day on which it was established."""
    toen = as_established(d, ronde)
    if toen is None:
        er = [str(n) for n in dict.fromkeys(v.ronde for v in d.vaststellingen)]
        tip = f"Kies uit: {in_a_row(er)}." if er else "Dit plan is nog niet vastgesteld."
        raise Mislukt(f"{fill(o.zin('ronde_er_niet'), {'nummer': str(ronde)})} {tip}")
    return toen[0], replace(o, vandaag=toen[1])


def difference(d: Dossier, o: Omgeving, lezer: Lezer, een: int, twee: int) -> list[str]:
    """The sentences for this reader, under a heading."""
    wie = reads_as(d, lezer)
    staten = [reduce_to(ordered(awake(in_round(d, o, n)[0])), wie) for n in (een, twee)]
    zinnen = sentences(staten[0], staten[1], o)
    # the number of a round would tell another reader how often something changed that is not theirs to know
    kop = o.zin("verschil_kop" if lezer == PROFESSIONAL else "verschil_kop_samen")
    kop = fill(kop, {"een": str(een), "twee": str(twee)})
    return [kop, "", *(f"- {z}" for z in zinnen or (o.zin("verschil_geen"),))]


def _show_lines(regels: Sequence[str]) -> None:
    """In lines that fit the terminal; a point keeps its indent."""
    uit: list[str] = []
    for regel in regels:
        begin = "- " if regel.startswith("- ") else ""
        uit += wrap(regel.removeprefix("- "), columns(), begin) or [""]
    show("\n".join(uit))


def _say_handles(regels: list[str]) -> None:
    """Under what number a person gets a copy: on stderr, for it is no part of the plan."""
    if regels:
        say("")
        say("Een kopie voor één persoon maakt u met dit nummer, bijvoorbeeld: exporteer … --voor persoon-1")
        for regel in regels:
            say(f"  {regel}")
