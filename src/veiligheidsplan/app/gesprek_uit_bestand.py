"""A whole conversation from an answers file: first everything is checked in memory, and only then saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from veiligheidsplan.app.uit_bestand import Bestandsbron
from veiligheidsplan.app.vraag_af import run, run_part
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan import meldcode_vragen
from veiligheidsplan.plan.afname import start_instrument, suits
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.omgeving import Omgeving


def facts_from(waarden: Mapping[str, Any], o: Omgeving) -> list[Feit]:
    """The facts of the whole conversation, in order. ``BevindingenFout`` (with paths) for every fault in the file."""
    bron = Bestandsbron(waarden, o.vandaag)
    feiten: list[Feit] = []
    tijd = datetime.combine(o.vandaag, datetime.min.time(), UTC)

    def remember(d: Dossier, nieuw: tuple[Feit, ...]) -> Dossier:
        feiten.extend(nieuw)
        return fold([stamp(f, door="", tijd=tijd) for f in nieuw], d)

    d = remember(Dossier(), (Feit("dossier_begonnen", {"sjabloon": o.sjabloonkenmerk}),))
    d = run(d, o, bron, remember)
    for feit in deeper(waarden, d, o, bron):
        d = remember(d, (feit,))
        d = run(d, o, bron, remember)
    if "meldcode" in waarden:
        d = run_part(d, o, bron, remember, meldcode_vragen.places)
    bron.finish()
    if bron.bevindingen:
        raise BevindingenFout(bron.bevindingen)
    return feiten[1:]


def deeper(waarden: Mapping[str, Any], d: Dossier, o: Omgeving, bron: Bestandsbron) -> list[Feit]:
    """The deeper instruments that the file answers too, each begun once."""
    instrumenten = waarden.get("instrumenten")
    uit: list[Feit] = []
    for id_, blok in instrumenten.items() if isinstance(instrumenten, Mapping) else ():
        if id_ == o.sjabloon.instrumenten.nu:
            continue
        if id_ not in o.instrumenten:
            bron.bevindingen.append(
                Bevinding(
                    "VP505",
                    f"Het instrument «{id_}» hoort niet bij dit sjabloon.",
                    pad=("instrumenten", id_),
                    suggestie=f"Kies uit: {', '.join(o.instrumenten)}.",
                )
            )
            continue
        over = bron.person(
            blok.get("over") if isinstance(blok, Mapping) else None, ("instrumenten", id_, "over")
        )
        if o.instrumenten[id_].per != "huishouden" and over is None:
            bron.bevindingen.append(
                Bevinding(
                    "VP503",
                    "Hier ontbreekt «over»: dit instrument gaat over één persoon.",
                    pad=("instrumenten", id_),
                    suggestie="Schrijf: over: met de sleutel van een persoon uit «personen».",
                )
            )
            continue
        if over is not None and suits(d, o.instrumenten[id_], over) is False:
            bron.bevindingen.append(_unsuited(o.instrumenten[id_], id_))
            continue
        uit.append(start_instrument(d, o, f"{id_}:1", over=over))
    return uit


def _unsuited(instrument: Instrument, id_: str) -> Bevinding:
    uitleg = instrument.doelgroep.uitleg if instrument.doelgroep else None
    return Bevinding(
        "VP509",
        "Dit instrument is niet bedoeld voor deze persoon.",
        pad=("instrumenten", id_, "over"),
        suggestie=uitleg or "Kies een andere persoon of een ander instrument.",
    )
