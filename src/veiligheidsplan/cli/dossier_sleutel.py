"""``veiligheidsplan dossier sleutel``: who can open a dossier, a second key holder, a new recovery key."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.overdracht import fingerprint
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show

Geef = Annotated[
    Path | None,
    typer.Option(
        "--geef", metavar="BESTAND", help="Geef een collega toegang: een bestand met de openbare sleutel."
    ),
]
Openbaar = Annotated[
    bool, typer.Option("--openbaar", help="Toon uw eigen openbare sleutel, voor een collega.")
]
Herstel = Annotated[bool, typer.Option("--nieuwe-herstelsleutel", help="Maak een nieuwe herstelsleutel.")]
_LANGSTE = 10_000  # bytes; a file that was named by mistake may be large
SOORTEN = {
    "wachtzin": "met wachtzin",
    "herstel": "met herstelsleutel",
    "collega": "collega",
    "bestand": "voorbeeld",
}


def commando(
    dossier: DossierNaam = None,
    geef: Geef = None,
    openbaar: Openbaar = False,
    nieuwe_herstelsleutel: Herstel = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Show or change who can open the dossier."""
    # whoever confirms for a colleague may have no dossier yet, and needs a key of their own
    with open_vault(map_, wachtzin_bestand, maken=openbaar) as kluis:
        if openbaar:
            show(kluis.openbare_sleutel)
            say(f"Kenmerk, om voor te lezen aan de telefoon: {fingerprint(kluis.openbare_sleutel)}")
            return 0
        if nieuwe_herstelsleutel:
            say("Schrijf deze sleutel op papier. U ziet hem maar één keer. De oude werkt niet meer.")
            show(kluis.vernieuw_herstelsleutel())
            return 0
        id_ = Dossierkast(kluis).find(dossier)
        if geef is not None:
            kluis.geef_sleutel(id_, read_key(geef))
        for houder in kluis.sleutelhouders(id_):
            show(f"{SOORTEN.get(houder.soort, 'onbekend')}{' (u)' if houder.ik else ''}: {houder.id}")
    return 0


def read_key(bestand: Path) -> str:
    """The text of a public key in a file, as a mail program or an editor saved it."""
    with bestand.open("rb") as stroom:
        ruw = stroom.read(_LANGSTE)
    utf16 = ruw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # «>» in Windows PowerShell
    tekst = ruw.decode("utf-16" if utf16 else "utf-8-sig", errors="replace").strip()
    if not tekst:
        raise Mislukt(
            f"In het bestand {bestand} staat niets. Zet daar de openbare sleutel van uw collega in."
        )
    return tekst
