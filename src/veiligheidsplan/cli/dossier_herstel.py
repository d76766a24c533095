"""``veiligheidsplan dossier herstel``: the passphrase is lost, or the store is: the recovery key, or a back-up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.kluis import faults_in_sentences, store_folder
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.cli.wachtzin import new_passphrase, secret_from_file, someone_can_type
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

Sleutelbestand = Annotated[
    Path | None,
    typer.Option(
        "--herstelsleutel-bestand",
        metavar="PAD",
        help="Lees de herstelsleutel uit dit bestand; «-» is de standaardinvoer. Voor scripts.",
    ),
]
BackUp = Annotated[
    Path | None,
    typer.Option(
        "--back-up", metavar="BESTAND", help="Zet deze back-up terug op een plek waar nog niets staat."
    ),
]


def commando(
    herstelsleutel_bestand: Sleutelbestand = None,
    back_up: BackUp = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """With the recovery key: a new passphrase. With ``--back-up``: the file put in place."""
    bestand = store_folder(map_) / BESTANDSNAAM
    with faults_in_sentences():
        if back_up is not None:
            if herstelsleutel_bestand is not None:
                raise Gebruiksfout("Kies --back-up of --herstelsleutel-bestand, niet allebei.")
            Kluis.zet_terug(back_up, bestand)
            show("De back-up is teruggezet. Open uw dossiers met de wachtzin van toen.")
            return 0
        return _new_passphrase(bestand, herstelsleutel_bestand, wachtzin_bestand)


def _new_passphrase(bestand: Path, sleutelbestand: Path | None, wachtzin_bestand: Path | None) -> int:
    if not bestand.exists():
        raise Mislukt("Er is nog geen dossier. Begin met: veiligheidsplan nieuw")
    herstelsleutel = _recovery_key(sleutelbestand)
    with Kluis.open_met_herstelsleutel(bestand, herstelsleutel) as kluis:
        say("De herstelsleutel past.", stijl="goed")
        kluis.wijzig_wachtzin(new_passphrase(wachtzin_bestand))
    show("De nieuwe wachtzin geldt vanaf nu. De herstelsleutel op uw papier blijft dezelfde.")
    return 0


def _recovery_key(bestand: Path | None) -> str:
    if bestand is not None:
        return secret_from_file(bestand)
    if not someone_can_type():
        raise Gebruiksfout("Hier kan niemand een sleutel typen. Geef --herstelsleutel-bestand PAD.")
    import getpass

    say("Typ de herstelsleutel van uw papier. Hoofdletters, streepjes en spaties maken niet uit.")
    say("U ziet niets als u typt. Dat hoort zo.")
    return getpass.getpass("Herstelsleutel: ", stream=None)
