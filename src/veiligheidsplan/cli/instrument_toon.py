"""``veiligheidsplan instrument toon``: an instrument as the worker will meet it, before anyone does."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from veiligheidsplan.cli.instrument import Bestand
from veiligheidsplan.cli.opties import Json
from veiligheidsplan.instrument.instrument import Instrument

if TYPE_CHECKING:
    from veiligheidsplan.instrument.vertaling import Leeshulp

Bij = Annotated[
    Literal["alleen", "mogelijke_pleger", "kind", "iedereen"] | None,
    typer.Option(
        "--bij",
        metavar="WIE",
        help="Laat zien welke vragen er komen als deze persoon meeluistert. Zonder deze optie: alles.",
    ),
]
Formaat = Annotated[
    Literal["tekst", "json"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm van de uitvoer.", show_default=True),
]


Taal = Annotated[
    str | None,
    typer.Option(
        "--taal", metavar="CODE", help="Met de teksten van een vertaling, zoals en of ar. Een leeshulp."
    ),
]


def commando(
    bestand: Bestand,
    bij: Bij = None,
    taal: Taal = None,
    formaat: Formaat = "tekst",
    json_: Json = False,
) -> int:
    """Everything a worker reads aloud or sees, in order, and when each question waits."""
    from veiligheidsplan.cli.screens import columns
    from veiligheidsplan.cli.voorvertoning import preview, to_width
    from veiligheidsplan.loading import laad_instrument
    from veiligheidsplan.loading.finder import find_instrument

    pad = find_instrument(bestand)
    instrument = laad_instrument(pad)
    hulp = read_aid(instrument, pad.parent, taal) if taal is not None else None
    if json_ or formaat == "json":
        over = {"vertaling": {"taal": taal, "mededeling": hulp.mededeling}} if hulp else {}
        inhoud = as_json(hulp.instrument if hulp else instrument) | over
        sys.stdout.write(json.dumps(inhoud, ensure_ascii=True, indent=2) + "\n")
    else:
        vooraf = (f"Let op: {hulp.mededeling}", *_still_dutch(hulp), "") if hulp else ()
        regels = (*vooraf, *preview(hulp.instrument if hulp else instrument, bij))
        sys.stdout.write(to_width(regels, columns() - 1))
    return 0


def read_aid(instrument: Instrument, map_: Path, taal: str) -> Leeshulp:
    """The instrument with the texts of one translation; raises ``BevindingenFout`` when there is none."""
    from veiligheidsplan.instrument.vertaling import translate
    from veiligheidsplan.loading.vertalingen import load_translation

    return translate(instrument, load_translation(map_, taal))


def _still_dutch(hulp: Leeshulp) -> tuple[str, ...]:
    aantal = len(hulp.nog_nederlands)
    if not aantal:
        return ()
    return (f"{aantal} {'tekst staat' if aantal == 1 else 'teksten staan'} hier nog in het Nederlands.",)


def as_json(instrument: Instrument) -> dict[str, Any]:
    """The preview as one object: the instrument as it is written, and beside it what follows in words."""
    from veiligheidsplan.instrument.weergave import GEZELSCHAPPEN, show_questions
    from veiligheidsplan.instrument.zinnen import condition_sentence

    vragen = show_questions(instrument)
    return {
        "instrument": instrument.id,
        "versie": instrument.versie,
        "titel": instrument.titel,
        "validatie": instrument.validatie,
        "onderdelen": [
            {"id": id_, "titel": deel.titel, "inleiding": deel.inleiding, "wijze": deel.wijze}
            for id_, deel in instrument.onderdelen.items()
        ],
        "vragen": [asdict(vraag) for vraag in vragen],
        "gezelschap": {
            naam: {
                "gesteld": [v.id for v in vragen if v.gesteld[naam]],
                "wacht": [v.id for v in vragen if not v.gesteld[naam]],
            }
            for naam in GEZELSCHAPPEN
        },
        "schalen": {
            id_: schaal.model_dump(mode="json", exclude_unset=True)
            for id_, schaal in instrument.schalen.items()
        },
        "niveaus": {id_: niveau.model_dump(mode="json") for id_, niveau in instrument.niveaus.items()},
        "eindniveau": instrument.eindniveau,
        "signalen": {
            id_: {
                "als": condition_sentence(instrument, signaal.als, "Gaat af als"),
                **signaal.model_dump(mode="json", exclude={"als"}),
            }
            for id_, signaal in instrument.signalen.items()
        },
        "bronnen": {id_: bron.model_dump(mode="json") for id_, bron in instrument.bronnen.items()},
    }
