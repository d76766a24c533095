"""``veiligheidsplan exporteer``: one copy for one recipient."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.exporteer import handed
from veiligheidsplan.cli import lezers, meegeven
from veiligheidsplan.cli.doelmap import warning
from veiligheidsplan.cli.exemplaren import write_copy
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.lezers import Voor
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kaart import telling_words
from veiligheidsplan.plan.kopie import KAARTEN, Eigendeel, make_copy
from veiligheidsplan.plan.lezer import Lezer, is_person
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.taalbestand import Woordenboek

Dossier_ = Annotated[str, typer.Argument(metavar="DOSSIER", help="Het dossier, zoals in lijst.")]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Het nieuwe bestand; in een map kiest het programma een naam."
    ),
]
Vorm = Annotated[
    Literal["pdf", "markdown", "json"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm.", show_default=True),
]
Voorlopig = Annotated[
    bool, typer.Option("--voorlopig", help="Wat tot nu toe is afgesproken, zonder handtekening.")
]
Vooraf = Annotated[
    bool, typer.Option("--vooraf", help="Zeg alleen wat er niet op deze kopie komt. Er wordt niets gemaakt.")
]
Uitreiken = Annotated[
    Literal["papier", "telefoon", "getoond", "voorgelezen", "niet"] | None,
    typer.Option(
        "--uitreiken",
        metavar="HOE",
        help="Hoe deze lezer de kopie veilig krijgt. Bij «niet» komt er geen bestand. Het dossier onthoudt het.",
    ),
]
EigenDeel = Annotated[
    Literal["niet", "mee", "apart", "kaart", "kaart_met_seintje"] | None,
    typer.Option(
        "--eigen-deel",
        metavar="WAT",
        help="De privébladen van deze persoon: niet meegeven, mee met de rest, of apart. Of een kaart voor in een tas, "
        "zonder naam van een plan; met het afgesproken woord alleen als die persoon dat vraagt.",
    ),
]
Taal = Annotated[
    str | None,
    typer.Option(
        "--taal",
        metavar="CODE",
        help="Zet de vaste teksten er ook in deze taal bij, zoals en of ar. Niet bij json.",
    ),
]


def commando(
    dossier: Dossier_,
    voor: Voor,
    naar: Naar = None,
    formaat: Vorm = "pdf",
    voorlopig: Voorlopig = False,
    vooraf: Vooraf = False,
    uitreiken: Uitreiken = None,
    eigen_deel: EigenDeel = None,
    taal: Taal = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Make the copy and write it."""
    lezer = lezers.parse(voor)
    if not vooraf:
        _check(lezer, naar, uitreiken, eigen_deel)
    if taal is not None and formaat == "json":
        raise Gebruiksfout("Een andere taal kan niet bij json. Kies pdf of markdown.")
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        with kast.held(id_):
            d = kast.read(id_)
            o = surroundings(d)
            lezers.known(d, lezer)
            if vooraf:
                _preview(d, o, lezer, eigen_deel or "niet")
                return 0
            vraag = meegeven.asker(wachtzin_bestand)
            hoe, eigen = meegeven.how_given(
                vraag, d, o, lezer, lezers.called(d, o, lezer), uitreiken, eigen_deel
            )
            if hoe == "niet" or naar is None:
                kast.write(id_, d, [handed(lezer, None, "niet")])
                say("Er is geen kopie gemaakt. In het dossier staat dat deze lezer geen kopie krijgt.")
                return 0
            woordenboek = _language(o, taal, hoe) if taal else None
            _look_again(vraag, d, o, lezer, naar, eigen)
            pad, _ = write_copy(
                kast,
                id_,
                d,
                o,
                lezer,
                naar,
                formaat=formaat,
                voorlopig=voorlopig,
                eigen=eigen,
                hoe=hoe,
                taal=woordenboek,
                alleen=True,
            )
    show(str(pad))
    return 0


def _language(o: Omgeving, taal: str, uitreiken: str | None) -> Woordenboek:
    """The dictionary; refuses to hand over what no named reader approved."""
    from veiligheidsplan.app.talen import load_language

    woordenboek = load_language(o, taal)
    if not woordenboek.bestand.approved:
        if uitreiken in ("papier", "telefoon"):
            raise Mislukt(
                "Niemand heeft deze vertaling nagekeken. Een leeshulp geeft u niet mee: kies --uitreiken getoond of "
                "voorgelezen, of laat --taal weg."
            )
        say("Let op: niemand heeft deze vertaling nagekeken. Dit is een leeshulp. Geef haar niet mee.")
    return woordenboek


def _check(lezer: Lezer, naar: Path | None, uitreiken: str | None, eigen_deel: str | None) -> None:
    """What cannot go together, before anybody types a passphrase."""
    if uitreiken == "niet" and naar is not None:
        raise Gebruiksfout("Bij --uitreiken niet komt er geen bestand. Laat --naar weg.")
    if uitreiken != "niet" and naar is None:
        raise Gebruiksfout("Er ontbreekt een optie: --naar. Geef een bestand of een map.")
    if eigen_deel in (None, "niet"):
        return
    if not is_person(lezer):
        raise Gebruiksfout("Privébladen zijn er alleen voor één persoon, zoals --voor persoon-1.")
    if uitreiken in (None, "niet"):
        raise Gebruiksfout(
            "Zeg bij privébladen ook hoe deze persoon ze veilig krijgt: --uitreiken papier, telefoon, getoond of "
            "voorgelezen. Weet u het niet zeker? Laat --eigen-deel weg."
        )


def _look_again(
    vraag: meegeven.Vraag | None, d: Dossier, o: Omgeving, lezer: Lezer, naar: Path, eigen: Eigendeel
) -> None:
    """The folder, and the texts that are worth a second look."""
    if zin := warning(naar):
        say(f"Let op: {zin}", stijl="let_op")
    if eigen in KAARTEN and (woorden := telling_words(make_copy(d, o, lezer, kenmerk="", eigen=eigen))):
        verraadt = ", ".join(f"«{w}»" for w in woorden)
        say(
            f"Let op: op deze kaart staat {verraadt}. Wie haar vindt, kan raden waar zij over gaat.",
            stijl="let_op",
        )
    if not meegeven.confirm_texts(vraag, say, d, o, lezer, eigen=eigen):
        raise Mislukt("Er is geen kopie gemaakt. Verander eerst de tekst met «veiligheidsplan corrigeer».")


def _preview(d: Dossier, o: Omgeving, lezer: Lezer, eigen: Eigendeel) -> None:
    """For the professional: what this copy leaves out, and which texts on it are worth a second look."""
    from veiligheidsplan.plan.weggelaten import left_out

    weg = left_out(d, o, lezer, eigen=eigen)
    show(
        "Dit staat in het dossier en niet op deze kopie:"
        if weg
        else "Alles uit het dossier staat op deze kopie."
    )
    for regel in weg:
        show(f"- {regel}")
    meegeven.confirm_texts(None, show, d, o, lezer, eigen=eigen)
