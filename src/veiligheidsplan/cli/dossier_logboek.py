"""``veiligheidsplan dossier logboek``: who did what when and why; and whether anybody tampered with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.logboek import Logboek, as_data, read_log, said
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Json, Map, WachtzinBestand
from veiligheidsplan.cli.screens import fit, say, show
from veiligheidsplan.storage.terugzet import compare_back_up

Dossier_ = Annotated[
    str | None,
    typer.Argument(
        metavar="DOSSIER", help="Het dossier, zoals in lijst. Mag weg bij --controleer: dan alle."
    ),
]
Controleer = Annotated[
    bool, typer.Option("--controleer", help="Zoek wat is weggehaald, veranderd, verplaatst of nagemaakt.")
]
Naast = Annotated[
    Path | None,
    typer.Option("--naast", metavar="BACK-UP", help="Kijk ook of er iets is teruggezet sinds deze back-up."),
]
Kenmerk = Annotated[
    str | None,
    typer.Option("--kenmerk", metavar="KENMERK", help="Kijk ook of dit kenmerk van toen nog past."),
]


def commando(
    dossier: Dossier_ = None,
    controleer: Controleer = False,
    naast: Naast = None,
    kenmerk: Kenmerk = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    als_json: Json = False,
) -> int:
    """Tell the log of one dossier, or look for tampering in one or in all."""
    alles = controleer or naast is not None or kenmerk is not None
    if dossier is None and (not alles or kenmerk is not None):
        raise Gebruiksfout("Noem het dossier waarvan u het logboek wilt zien.")
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = _which(kast, dossier) if dossier is not None else None
        if alles:
            return _examine(kast, id_, naast, kenmerk, als_json=als_json)
        assert id_ is not None  # noqa: S101 - asked for above
        with suppress(BevindingenFout):  # a log that is not whole is told all the same, and says so itself
            viewed(kast, id_, "dossier logboek")
        return _tell(read_log(kast, id_), als_json=als_json)


def _which(kast: Dossierkast, naam: str) -> str:
    """As everywhere; but a dossier whose kopblad is damaged can still be named by its id."""
    try:
        return kast.find(naam)
    except BevindingenFout:
        if naam in {id_ for id_, _ in kast.kluis.alle()}:
            return naam
        raise


def _tell(log: Logboek, *, als_json: bool) -> int:
    if als_json:
        show(_json(log.bevindingen, kenmerk=log.kenmerk, regels=[as_data(r) for r in log.regels]))
    else:
        for regel in log.regels:
            show(fit(said(regel), sys.stdout))
        _report(log.bevindingen)
        if log.kenmerk:
            say()
            say(f"Het kenmerk van dit logboek is nu {log.kenmerk}. Bewaar het ergens anders dan hier.")
            say("Later ziet u er met --kenmerk aan of iemand het dossier heeft teruggezet.")
    return _code(log.bevindingen)


def _examine(
    kast: Dossierkast, id_: str | None, naast: Path | None, kenmerk: str | None, *, als_json: bool
) -> int:
    dossiers = [id_] if id_ is not None else [d for d, _ in kast.kluis.alle()]
    gevonden = [b for d in dossiers for b in _of_one(kast, d, kenmerk)]
    if naast is not None:
        gevonden += compare_back_up(kast.kluis, naast, id_)
    if als_json:
        show(_json(gevonden, dossiers=dossiers))
    else:
        _report(gevonden)
        if not any(b.ernst is Ernst.FOUT for b in gevonden):
            aantal = len(set(dossiers) - {kast.own()})
            wat = "Dit dossier is" if id_ else "1 dossier is" if aantal == 1 else f"{aantal} dossiers zijn"
            show(f"{wat} nagekeken: elke gebeurtenis staat op haar plek, en geen is veranderd.")
            if naast is None and kenmerk is None:
                say(
                    "Of een dossier als geheel is teruggezet naar eerder, ziet u alleen met --naast of --kenmerk."
                )
    return _code(gevonden)


def _of_one(kast: Dossierkast, id_: str, kenmerk: str | None) -> Iterator[Bevinding]:
    try:
        yield from read_log(kast, id_, kenmerk).bevindingen
    except BevindingenFout as fout:
        yield from fout.bevindingen


def _report(gevonden: Sequence[Bevinding]) -> None:
    for b in gevonden:
        kop = "Let op" if b.ernst is Ernst.WAARSCHUWING else "Fout"
        show(fit(f"{kop}: {b.uitleg}", sys.stdout))
    for tip in dict.fromkeys(b.suggestie for b in gevonden if b.suggestie):
        say(tip)


def _json(gevonden: Sequence[Bevinding], **meer: object) -> str:
    bevindingen = [
        {"code": b.code, "ernst": b.ernst.value, "uitleg": b.uitleg, "suggestie": b.suggestie}
        for b in gevonden
    ]
    return json.dumps({**meer, "bevindingen": bevindingen}, ensure_ascii=False, indent=2)


def _code(gevonden: Sequence[Bevinding]) -> int:
    return 1 if any(b.ernst is Ernst.FOUT for b in gevonden) else 0
