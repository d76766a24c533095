"""The conversation of a review at the keyboard, and from an answers file."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.evaluatie_uit_bestand import review_from
from veiligheidsplan.app.stel_vast import establish, nothing_new
from veiligheidsplan.app.vraag_af import fresh_session
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.afronden import finish, show_and_copy
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.stappen import ask_choice
from veiligheidsplan.cli.tafel import Tafel, say_command, seated, show_command
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.stap import Keuze
from veiligheidsplan.plan.vaststelling import last_established

SECTIE = "Evaluatie"


def review(
    dossier: str | None, map_: Path | None, wachtzin: Path | None, *, eenvoudig: bool, naar: Path | None
) -> None:
    """A new round to its end. ``hervat`` goes on with it on another day."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        tafel = Tafel(kast, id_, surroundings(kast.read(id_)), eenvoudig, map_)
        with seated(tafel):
            d = viewed(kast, id_, "evalueer")
            loopt = unfinished(d) and _goes_on(tafel)
            d = fresh_session(d, tafel.o, kast, id_) if loopt else _begin(tafel, d)
            finish(tafel, tafel.converse(d, hervat=loopt), naar)


def unfinished(d: Dossier) -> bool:
    """Whether the last review did not lead to an established plan yet."""
    vorige = last_established(d)
    return bool(d.evaluaties) and (vorige is None or vorige.volgnummer < d.evaluaties[-1].volgnummer)


def _goes_on(t: Tafel) -> bool:
    keuzes = (
        Keuze("verder", "Verder met de evaluatie die al begonnen is"),
        Keuze("nieuw", "Een nieuwe evaluatie beginnen"),
    )
    vraag = "Er is al een evaluatie begonnen. Dat plan is nog niet vastgesteld. Wat wilt u doen?"
    return ask_choice(t, "evalueer/verder", vraag, SECTIE, keuzes) != "nieuw"


def _begin(t: Tafel, d: Dossier) -> Dossier:
    """The plan of before is established first when the person wants that: then it is a round of its own."""
    if not nothing_new(d):
        keuzes = (Keuze("ja", "Ja, stel het eerst vast"), Keuze("nee", "Nee, ga zo door"))
        vraag = "Dit plan is nog niet vastgesteld zoals het nu is. Wilt u dat eerst doen?"
        hulp = "Dan blijft het te lezen als een ronde. Ook zonder dat blijft alles bewaard."
        if ask_choice(t, "evalueer/eerst", vraag, SECTIE, keuzes, hulp=hulp) == "ja":
            d = t.kast.write(t.id, d, [establish(d, t.o)])
    return t.kast.write(t.id, d, list(evaluatie.begin(d, t.o)))


def review_file(
    dossier: str | None, bestand: Path, naar: Path | None, map_: Path | None, wachtzin: Path | None
) -> int:
    """The review of an answers file; with any fault in it nothing is saved."""
    bron = read_plan_file(bestand)
    with open_vault(map_, wachtzin) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        with kast.held(id_):
            d = kast.read(id_)
            o = surroundings(d)
            try:
                feiten = review_from(bron.waarde, d, o, kast.klok())
            except BevindingenFout as fout:
                gevonden = [bron.kaart.place(b, sleutel=b.code == "VP504") for b in fout.bevindingen]
                raise BevindingenFout(gevonden) from None
            d = kast.write(id_, d, feiten)
            show_and_copy(kast, id_, d, o, naar or Path.cwd())
    say("De evaluatie is bewaard. U bekijkt het dossier met:")
    say_command(show_command(id_, map_))
    return 0
