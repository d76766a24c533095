"""``veiligheidsplan controleer``: is this PDF still what was signed? Offline, in plain Dutch."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.opties import Json, Map, WachtzinBestand
from veiligheidsplan.cli.pdfbestand import Pdf, read_pdf
from veiligheidsplan.cli.screens import fit, say, show

if TYPE_CHECKING:
    from veiligheidsplan.app.controleer import Nagekeken

Verwacht = Annotated[
    list[str] | None,
    typer.Option(
        "--verwacht",
        metavar="PLEK",
        help="Wie getekend moet hebben: een plek of een rol, ook meer keer. Zonder deze optie: elke plek.",
    ),
]
BijDossier = Annotated[
    str | None,
    typer.Option("--dossier", metavar="DOSSIER", help="Vergelijk met wat dit dossier van het bestand weet."),
]

Klopt = Annotated[
    list[str] | None,
    typer.Option(
        "--sleutel-klopt",
        metavar="PLEK",
        help="U vroeg de ondertekenaar na of de nieuwe sleutel klopt. Het dossier kent haar voortaan.",
    ),
]
Vertrouwd = Annotated[
    Path | None,
    typer.Option(
        "--vertrouwd",
        metavar="MAP",
        envvar="VEILIGHEIDSPLAN_VERTROUWD",
        help="Een map met certificaten die uw organisatie vertrouwt.",
    ),
]


def commando(
    pdf: Pdf,
    verwacht: Verwacht = None,
    dossier: BijDossier = None,
    klopt: Klopt = None,
    vertrouwd: Vertrouwd = None,
    als_json: Json = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Exit code 0 only when the signatures are proven good."""
    if klopt and dossier is None:
        raise Gebruiksfout("--sleutel-klopt hoort bij een dossier. Geef ook --dossier DOSSIER.")
    inhoud = read_pdf(pdf)
    uitkomst = _check(
        inhoud, verwacht or None, _trusted(vertrouwd), dossier, klopt or [], map_, wachtzin_bestand
    )
    from veiligheidsplan.app.controleverslag import as_data, in_words

    if als_json:
        show(json.dumps(as_data(uitkomst), ensure_ascii=False, indent=2))
    else:
        for regel in in_words(uitkomst):
            show(fit(regel, sys.stdout))
    return 0 if uitkomst.goed else 1


def _trusted(map_: Path | None) -> tuple[bytes, ...]:
    """The certificates in the folder that was named; what deserves a warning is said."""
    if map_ is None:
        return ()
    from datetime import UTC, datetime

    from veiligheidsplan.app.vertrouwd import load_trusted
    from veiligheidsplan.cli.kluis import faults_in_sentences

    with faults_in_sentences():
        certificaten, gezien = load_trusted(map_, datetime.now(UTC))
    for b in gezien:
        say(f"Let op: {b.uitleg} {b.suggestie}", stijl="let_op")
    return certificaten


def _check(
    pdf: bytes,
    verwacht: list[str] | None,
    vertrouwd: tuple[bytes, ...],
    dossier: str | None,
    klopt: list[str],
    map_: Path | None,
    wachtzin_bestand: Path | None,
) -> Nagekeken:
    from veiligheidsplan.app.controleer import check_pdf

    if dossier is None:
        return check_pdf(pdf, verwacht=verwacht, vertrouwd=vertrouwd)
    from veiligheidsplan.app.dossierkast import Dossierkast
    from veiligheidsplan.cli.kluis import open_vault

    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = kast.read(id_)
        uitkomst = check_pdf(pdf, verwacht=verwacht, vertrouwd=vertrouwd, dossier=d, klopt=klopt)
        if uitkomst.feit is not None:
            with kast.held(id_):
                kast.write(id_, kast.read(id_), [uitkomst.feit])
            say("Het dossier kent nu ook deze versie.")
    return uitkomst
