"""The end of a conversation: an overview, establishing the plan, copies, and the deeper instruments."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.stel_vast import establish, nothing_new
from veiligheidsplan.cli.doelmap import warning
from veiligheidsplan.cli.exemplaren import write_copy
from veiligheidsplan.cli.kopie_schrijven import written_or_told
from veiligheidsplan.cli.kopie_voor_een import copy_for_one
from veiligheidsplan.cli.meegeven import confirm_texts
from veiligheidsplan.cli.meldcode_gesprek import follow_meldcode
from veiligheidsplan.cli.screens import columns, say, show
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.cli.vaststellen import already, ask_why, done, say_lacking
from veiligheidsplan.cli.verdieping import choose_instrument
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import places
from veiligheidsplan.plan.herstel import mending
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.lezer import Lezer
from veiligheidsplan.plan.loop import BUITEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.volledigheid import lacking

ONTVANGERS: tuple[Lezer, ...] = ("professional", "gezamenlijk")


def show_plan(d: Dossier, o: Omgeving, voor: Lezer) -> None:
    """The plan as text, on stdout."""
    show(plan_text(d, o, voor))


def plan_text(d: Dossier, o: Omgeving, voor: Lezer, *, eigen: Eigendeel = "niet") -> str:
    """The plan as text, in lines that fit the terminal."""
    return "\n".join(as_lines(make_copy(d, o, voor, kenmerk="-", indruk_eerst=True, eigen=eigen), columns()))


def show_and_copy(kast: Dossierkast, id_: str, d: Dossier, o: Omgeving, naar: Path) -> Dossier:
    """Without a person at the keyboard: the joint plan in the terminal, and both PDFs with their paths."""
    d = kast.write(id_, d, [establish(d, o)])
    show_plan(d, o, "gezamenlijk")
    say_lacking(d, o)
    naar.mkdir(parents=True, exist_ok=True)
    if zin := warning(naar):
        say(f"Let op: {zin}", stijl="let_op")
    confirm_texts(None, say, d, o, "gezamenlijk")
    for voor in ONTVANGERS:
        pad, d = write_copy(kast, id_, d, o, voor, naar)
        show(f"{o.zin(f'ondertitel_{voor}')}: {pad}")
    return d


def finish(t: Tafel, d: Dossier, naar: Path | None) -> None:
    """Everything was asked: show it, and offer what can be done now. Stopping here loses nothing."""
    t.page("Overzicht", plan_text(d, t.o, "gezamenlijk"))
    _open_points(t, d)
    while (keuze := _menu(t)) != "klaar":
        if keuze is None:
            d = t.converse(d, naar=_last(t, d))
        elif keuze == "verder":
            d = choose_instrument(t, d)
        elif keuze == "meldcode":
            d = follow_meldcode(t, d)
        elif keuze == "vaststellen":
            d = _establish(t, d)
        elif keuze in ONTVANGERS:
            d = _copy(t, d, keuze, naar or Path.cwd())
        elif keuze == "persoon":
            d = copy_for_one(t, d, naar or Path.cwd())
        elif keuze == "voorlopig":
            d = _copy(t, d, "gezamenlijk", naar or Path.cwd(), voorlopig=True)
    t.einde()


def _establish(t: Tafel, d: Dossier) -> Dossier:
    """Never blocked: where something lacks the reason is asked, and what lacks is told again after it."""
    if nothing_new(d):
        t.tell(already(d))
        return d
    reden, woorden = ask_why(t, d) if lacking(d, t.o) else (None, None)
    d = t.kast.write(t.id, d, [establish(d, t.o, reden=reden, toelichting=woorden)])
    t.tell(done(d))
    _open_points(t, d)
    return d


def _last(t: Tafel, d: Dossier) -> str | None:
    """The step that was asked last, to go back to."""
    ids = [p.id for p in places(d, t.o, "werkscherm") if not p.id.startswith(BUITEN)]
    return ids[-1] if ids else None


def _copy(t: Tafel, d: Dossier, voor: Lezer, naar: Path, *, voorlopig: bool = False) -> Dossier:
    """A copy that cannot be written is told, and the menu comes back."""
    if not confirm_texts(t.menu, t.tell, d, t.o, voor):
        t.tell("De kopie is niet gemaakt.")
        return d
    return written_or_told(t, d, voor, naar, t.o.zin(f"ondertitel_{voor}"), voorlopig=voorlopig)


def _open_points(t: Tafel, d: Dossier) -> None:
    for punt in mending(d, t.o):
        t.tell(f"Let op: {punt.zin} {punt.hoe}".strip())


def _menu(t: Tafel) -> str | None:
    keuzes = (
        Keuze("gezamenlijk", "Maak de kopie voor iedereen die meedoet"),
        Keuze("professional", "Maak de kopie voor professionals (niet uitreiken)"),
        Keuze("persoon", "Maak een kopie voor één persoon (op het werkscherm)"),
        Keuze("voorlopig", "Maak een voorlopige kopie voor iedereen die meedoet"),
        Keuze("vaststellen", "Stel het plan vast"),
        Keuze("verder", "Vul nog een vragenlijst in"),
        Keuze("meldcode", "Doorloop de meldcode (alleen voor u)"),
        Keuze("klaar", "Klaar voor nu"),
    )
    stap = Stap("menu/afronden", "keuze", "Wat wilt u nu doen?", "Afronden", keuzes=keuzes)
    return t.menu(stap)
