"""``veiligheidsplan onderteken``: a professional signs in a reserved place of a PDF, with a key of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from veiligheidsplan.cli.exemplaren import new_file
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.kluis import faults_in_sentences, open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.pdfbestand import Pdf, read_pdf
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.cli.wachtzin import passphrase, secret_from_file, someone_can_type

if TYPE_CHECKING:
    from veiligheidsplan.app.dossierkast import Dossierkast
    from veiligheidsplan.app.onderteken import Identiteit
    from veiligheidsplan.signing.plekken import Plek

Als = Annotated[
    str | None,
    typer.Option(
        "--als", metavar="PLEK", help="Op welke plek u tekent: partij-2, of een rol. Nooit een naam."
    ),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Het nieuwe bestand; in een map kiest het programma een naam."
    ),
]
Sleutelbestand = Annotated[
    Path | None,
    typer.Option(
        "--sleutelbestand",
        metavar="PAD",
        help="Een sleutel van uw organisatie (.p12 of .pfx); --wachtzin-bestand is dan de wachtzin daarvan.",
    ),
]
NaamBestand = Annotated[
    Path | None,
    typer.Option(
        "--naam-bestand",
        metavar="PAD",
        help="Lees de naam bij uw handtekening uit dit bestand. Voor scripts.",
    ),
]
TijdstempelUrl = Annotated[
    str | None,
    typer.Option(
        "--tijdstempel", metavar="URL", help="Vraag een tijdstempeldienst om de tijd. Gebruikt het netwerk."
    ),
]
GROOTSTE_SLEUTEL = 1_000_000  # bytes


def commando(
    pdf: Pdf,
    als: Als = None,
    naar: Naar = None,
    sleutelbestand: Sleutelbestand = None,
    naam_bestand: NaamBestand = None,
    tijdstempel: TijdstempelUrl = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Sign, and write a new file beside the old one."""
    if tijdstempel is not None:
        _look_at_address(tijdstempel)
    inhoud = read_pdf(pdf)
    with faults_in_sentences():
        plek = _place(inhoud, als)
        doel = _target(pdf, naar, plek)
        if sleutelbestand is not None:
            getekend = _sign(_from_file(sleutelbestand, wachtzin_bestand), inhoud, plek, tijdstempel)
        else:
            with open_vault(map_, wachtzin_bestand, maken=True) as kluis:
                from veiligheidsplan.app.dossierkast import Dossierkast

                getekend = _sign(_own(Dossierkast(kluis), naam_bestand), inhoud, plek, tijdstempel)
    with new_file(doel, getekend) as schrijf:
        schrijf()
    show(str(doel))
    _next(getekend)
    return 0


def _next(pdf: bytes) -> None:
    """Who still has to sign, and that they need this new file: two who sign beside each other have two files."""
    from veiligheidsplan.signing.sign import all_places

    vrij = [p.titel for p in all_places(pdf) if not p.ondertekend]
    if vrij:
        say(f"Nog niet ondertekend: {', '.join(vrij)}. Stuur dit nieuwe bestand veilig naar de volgende.")
    else:
        say("Op elke plek is getekend. Stuur dit bestand veilig terug naar wie het plan bewaart.")


def _look_at_address(url: str) -> None:
    from veiligheidsplan.app.tijdstempelpost import is_address

    if not is_address(url):
        raise Gebruiksfout("Dit is geen adres van een tijdstempeldienst. Het begint met http:// of https://.")


def _place(pdf: bytes, als: str | None) -> Plek:
    """The place that is meant; at a keyboard it is asked when more than one is open."""
    from veiligheidsplan.bevinding import BevindingenFout
    from veiligheidsplan.signing.plekken import choose
    from veiligheidsplan.signing.sign import all_places

    plekken = all_places(pdf)
    try:
        plek = choose(plekken, als)
    except BevindingenFout as fout:
        if als is not None or not someone_can_type() or fout.bevindingen[0].code != "VP820":
            raise
        vrij = [p for p in plekken if not p.ondertekend]
        plek = choose(plekken, vrij[_ask_number("Op welke plek tekent u?", [p.titel for p in vrij])].veld)
    say(f"U tekent op de plek «{plek.titel}». Daarmee zegt u: ik heb dit plan gelezen.")
    return plek


def _target(pdf: Path, naar: Path | None, plek: Plek) -> Path:
    """A new file; never one that is there."""
    eigen = f"{pdf.stem}-{plek.kort}.pdf"
    doel = pdf.with_name(eigen) if naar is None else naar / eigen if naar.is_dir() else naar
    if doel.exists():
        raise Mislukt(
            f"Dit bestand is er al: {doel}. Kies een andere naam met --naar; er is niets overschreven."
        )
    return doel


def _sign(wie: Identiteit, pdf: bytes, plek: Plek, tijdstempel: str | None) -> bytes:
    from veiligheidsplan.app.onderteken import sign_with
    from veiligheidsplan.app.tijdstempelpost import to_service

    if wie.vervangt:
        say(
            "Uw vorige handtekening is verlopen. Er is een nieuwe gemaakt, met een andere sleutel.",
            stijl="let_op",
        )
        say("Zeg dat tegen wie uw handtekening controleert.")
    verstuur = to_service(tijdstempel) if tijdstempel else None
    return sign_with(wie, pdf, plek.veld, datetime.now(UTC), verstuur)


def _from_file(bestand: Path, wachtzin_bestand: Path | None) -> Identiteit:
    from veiligheidsplan.app.onderteken import Identiteit

    with bestand.open("rb") as stroom:
        p12 = stroom.read(GROOTSTE_SLEUTEL)
    wachtzin = passphrase(wachtzin_bestand, "De wachtzin van dit sleutelbestand: ")
    return Identiteit("", p12, wachtzin.encode())


def _own(kast: Dossierkast, naam_bestand: Path | None) -> Identiteit:
    """The identity in this vault; made when there is none yet."""
    from veiligheidsplan.app.onderteken import identity, own_names

    return identity(kast, _name(own_names(kast), naam_bestand))


def _name(bekend: Sequence[str], naam_bestand: Path | None) -> str:
    if naam_bestand is not None:
        return " ".join(secret_from_file(naam_bestand, "naam").split())
    if len(bekend) == 1:
        say(f"U tekent als {bekend[0]}.")
        return bekend[0]
    if not someone_can_type():
        raise Gebruiksfout("Hier kan niemand een naam typen. Geef --naam-bestand PAD.")
    if bekend:
        return bekend[_ask_number("Met welke naam tekent u?", bekend)]
    from veiligheidsplan.cli.plain import read_line

    say(
        "Dit is de eerste keer dat u hier tekent. Er wordt een sleutel gemaakt, en die blijft in uw eigen kluis."
    )
    say("Uw naam komt zichtbaar in het document. Gebruik uw naam of uw functie, geen mailadres.")
    while not (naam := " ".join(read_line("Uw naam: ").split())):
        say("Typ een naam.")
    return naam


def _ask_number(vraag: str, keuzes: Sequence[str]) -> int:
    from veiligheidsplan.cli.plain import read_line

    say(vraag)
    for nummer, keuze in enumerate(keuzes, 1):
        say(f"{nummer}. {keuze}")
    while True:
        getypt = read_line("Uw keuze: ").strip()
        if getypt.isascii() and getypt.isdigit() and 1 <= int(getypt) <= len(keuzes):
            return int(getypt) - 1
        say(f"Typ een nummer van 1 tot en met {len(keuzes)}.")
