"""``veiligheidsplan dossier overdragen``: one dossier to a colleague, from a colleague, or back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.app import overdracht
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.dossier_back_up import new_place
from veiligheidsplan.cli.dossier_overnemen import take_over
from veiligheidsplan.cli.dossier_sleutel import read_key
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.plan.overdracht import REDENEN, TERUG

Reden = Literal[
    "ziekte", "vakantie", "verhuizing", "weer_aan_het_werk", "niet_aangekomen", "vergissing", "anders"
]
Aan = Annotated[
    Path | None,
    typer.Option("--aan", metavar="BESTAND", help="Een bestand met de openbare sleutel van uw collega."),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="PAKKET", help="Het nieuwe pakket; in een map kiest het programma een naam."
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(
        "--uit",
        metavar="BESTAND",
        help="Neem een dossier over uit een pakket, of uit de map of een back-up van een collega.",
    ),
]
Van = Annotated[
    Path | None,
    typer.Option(
        "--van", metavar="BESTAND", help="De openbare sleutel van wie het dossier aan u geeft, ter controle."
    ),
]
Waarom = Annotated[
    Reden | None,
    typer.Option("--reden", metavar="REDEN", help="Waarom."),
]
Terugnemen = Annotated[
    bool, typer.Option("--terugnemen", help="Ga zelf verder met een dossier dat u overdroeg.")
]


def commando(
    dossier: DossierNaam = None,
    aan: Aan = None,
    naar: Naar = None,
    uit: Uit = None,
    van: Van = None,
    terugnemen: Terugnemen = False,
    reden: Waarom = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Give, take over, or take back."""
    if (aan is not None) + (uit is not None) + terugnemen != 1:
        raise Gebruiksfout(
            "Kies één van drie: --aan met --naar (u draagt over), --uit (u neemt over) of --terugnemen."
        )
    if (aan is None) != (naar is None):
        raise Gebruiksfout("Bij overdragen horen --aan BESTAND en --naar PAKKET samen.")
    if uit is None and dossier is None:
        raise Gebruiksfout("Noem het dossier. Welke er zijn, ziet u met: veiligheidsplan lijst")
    if van is not None and uit is None:
        raise Gebruiksfout("De optie --van hoort bij --uit.")
    past = TERUG if terugnemen else REDENEN
    if reden is not None and reden not in past:
        raise Gebruiksfout(f"Deze reden past hier niet. Kies uit: {', '.join(past)}.")
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        if uit is not None:
            return take_over(kast, dossier, uit, van, reden, map_)
        id_ = kast.find(dossier)
        if terugnemen:
            return _take_back(kast, id_, reden or "anders")
        assert aan is not None and naar is not None  # noqa: S101, PT018 - looked at above
        return _give(kast, id_, read_key(aan), new_place(naar, "pakket", "dossier"), reden or "anders")


def _give(kast: Dossierkast, id_: str, aan: str, pad: Path, reden: str) -> int:
    overdracht.hand_over(kast, id_, aan, reden, pad)
    show(str(pad))
    say(
        "Het dossier is overgedragen. In dit pakket zit alleen dit dossier, en alles erin is versleuteld.",
        stijl="goed",
    )
    say("Vergelijk deze twee kenmerken met uw collega, aan de telefoon, vóór u het pakket geeft:")
    say(f"  sleutel van uw collega: {overdracht.fingerprint(aan)}")
    say(f"  uw eigen sleutel:       {overdracht.fingerprint(kast.kluis.openbare_sleutel)}")
    say("Klopt het kenmerk van uw collega niet? Vernietig dan het pakket.")
    say("Uw collega neemt het over met:")
    say("  veiligheidsplan dossier overdragen --uit PAKKET")
    say(
        "Hier kunt u het dossier vanaf nu alleen lezen. Geef het bestand een naam die niets zegt over het gezin."
    )
    return 0


def _take_back(kast: Dossierkast, id_: str, reden: str) -> int:
    overdracht.take_back(kast, id_, reden)
    show("Het dossier is terug. U kunt er weer in werken.")
    say("Let op: zeg uw collega dat het pakket niet meer geldt.", stijl="let_op")
    say("Werken twee mensen erin? Dan ontstaan twee versies, en het programma voegt die niet samen.")
    return 0
