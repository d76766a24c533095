"""``veiligheidsplan lijst``: the dossiers by the alias that the worker chose, with what is due, most urgent first."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.kopblad import Kop
from veiligheidsplan.app.lijst import Lijst, Lijstregel, make_list
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.kluis import in_sentences, open_vault
from veiligheidsplan.cli.lijst_woorden import KOPPEN, sentence
from veiligheidsplan.cli.opties import Json, Map, WachtzinBestand
from veiligheidsplan.cli.screens import columns, is_plain, say, show, wrap
from veiligheidsplan.plan.urgentie import Urgentie, overdue
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.storage.storingen import finding

Achterstallig = Annotated[
    bool,
    typer.Option("--achterstallig", help="Alleen wat te laat is, of waarvoor geen dag is afgesproken."),
]
Binnen = Annotated[
    int | None,
    typer.Option(
        "--binnen", metavar="DAGEN", min=0, max=3660, help="Wat te laat is of binnen zoveel dagen komt."
    ),
]
Streng = Annotated[bool, typer.Option("--streng", help="Geef code 1 als er iets te laat is.")]
_VEEL = 200  # zoveel dossiers van een ouder programma bijwerken duurt even


def commando(
    achterstallig: Achterstallig = False,
    binnen: Binnen = None,
    streng: Streng = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    als_json: Json = False,
) -> int:
    """What waits in each dossier, the most urgent first."""
    gebreken: list[Bevinding] = []
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        koppen = lifted(kast, kast.list(gebreken), gebreken)
        gebreken += (finding("VP706", dossier=id_) for id_, sleutel in kluis.alle() if not sleutel)
        lijst = make_list(koppen, kast.klok(), achterstallig=achterstallig, binnen=binnen)
    if als_json:
        show(json.dumps(as_json(lijst), ensure_ascii=False, indent=2))
    else:
        show_list(lijst)
        if not koppen and not gebreken:
            say("Er is nog geen dossier. Begin met: veiligheidsplan nieuw")
        elif not lijst.regels:
            say(
                "Niets is te laat."
                if binnen is None
                else "Er is niets te laat, en er komt niets in die tijd."
            )
        _summary(lijst)
    _warn(lijst)
    if gebreken:
        say(in_sentences(BevindingenFout(list(dict.fromkeys(gebreken)))), stijl="fout")
    te_laat = streng and any(overdue(w) for r in lijst.regels for w in r.wegingen)
    return 1 if gebreken or te_laat else 0


def lifted(kast: Dossierkast, koppen: list[Kop], gebreken: list[Bevinding]) -> list[Kop]:
    """Kopbladen of an earlier program made whole, once; one that cannot be read keeps what it had."""
    oud = sum(not k.volledig for k in koppen)
    if oud > _VEEL:
        say(f"Even geduld: {oud} dossiers worden één keer bijgewerkt voor deze lijst.")
    uit = []
    for kop in koppen:
        if not kop.volledig:
            try:
                kop = kast.lift(kop)
            except BevindingenFout as fout:
                gebreken.extend(fout.bevindingen)
        uit.append(kop)
    return uit


def as_json(lijst: Lijst) -> list[dict[str, Any]]:
    """One object a dossier, in the order of the list."""
    return [
        {
            "id": r.kop.id,
            "alias": r.kop.alias,
            "status": r.kop.status,
            "laatst": r.kop.laatst,
            "vervolg": r.kop.vervolg,
            "evaluatie": r.kop.evaluatie,
            "code": r.kop.agenda.code if r.kop.agenda else None,
            "urgentie": r.urgentie.name.lower(),
            "klok_loopt_achter": r.kop in lijst.vooruit,
            "termijnen": [
                {**w.termijn._asdict(), "urgentie": w.urgentie.name.lower(), "dagen": w.dagen, "tekst": sentence(w)}
                for w in r.wegingen
            ],
        }
        for r in lijst.regels
    ]  # fmt: skip


def show_list(lijst: Lijst) -> None:
    """The list on stdout: one line a dossier, below it a line for each thing that waits."""
    kaal, scherm = is_plain(sys.stdout), sys.stdout.isatty()
    vorige = None
    for regel in lijst.regels:
        if scherm and regel.urgentie is not vorige:  # in een pijp begint een regel met het dossier
            if vorige is not None:
                show()
            show(f"{KOPPEN[regel.urgentie]}:")
            vorige = regel.urgentie
        tekst = "\n".join(_lines(regel))
        show(tekst if kaal else "\n".join(wrap(tekst, columns() - 1)))


def _summary(lijst: Lijst) -> None:
    """What scrolled away above, counted: on a screen the most urgent is the first to disappear."""
    regels = sum(1 + len(r.wegingen) for r in lijst.regels)
    if not sys.stdout.isatty() or regels < shutil.get_terminal_size((80, 24)).lines - 4:
        return
    laat = sum(any(overdue(w) for w in r.wegingen) for r in lijst.regels)
    vandaag = sum(any(w.urgentie is Urgentie.VANDAAG for w in r.wegingen) for r in lijst.regels)
    say()
    say(
        f"{len(lijst.regels)} dossiers; {laat} met iets wat te laat is of geen dag heeft, {vandaag} met iets voor"
        " vandaag. Bovenaan staat wat het eerst moet. Alleen dat zien? --achterstallig of --binnen 0",
        stijl="kop",
    )


def _lines(regel: Lijstregel) -> Iterator[str]:
    kop = regel.kop
    code = f"; in uw agenda {kop.agenda.code}" if kop.agenda else ""
    yield f"{kop.id}  {kop.alias or '(nog geen naam)'}: {kop.status}{code}"
    for w in regel.wegingen:
        yield f"   {sentence(w)}"


def _warn(lijst: Lijst) -> None:
    """Say that the clock may be wrong. What comes is shown all the same, by the later of the two."""
    if not lijst.vooruit:
        return
    say(
        f"Let op: de klok van deze computer kan verkeerd staan. Hier is het nu {_moment(lijst)}, en er is in"
        f" {len(lijst.vooruit)} {'dossier' if len(lijst.vooruit) == 1 else 'dossiers'} later gewerkt"
        f" ({', '.join(k.id for k in lijst.vooruit[:3])}{', …' if len(lijst.vooruit) > 3 else ''})."
        " Daarvoor telt die latere dag. Zet de klok goed en kijk nog eens.",
        stijl="let_op",
    )


def _moment(lijst: Lijst) -> str:
    return f"{spoken_date(lijst.nu.date())}, {lijst.nu:%H.%M} uur"
