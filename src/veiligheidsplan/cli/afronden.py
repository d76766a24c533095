"""The end of a conversation: an overview, establishing the plan, copies, and the deeper instruments."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.cli.exemplaren import write_copy
from veiligheidsplan.cli.faults import Mislukt, outcome
from veiligheidsplan.cli.screens import columns, say, show
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.cli.verdieping import choose_instrument
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import places
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Ontvanger
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.volledigheid import lacking

ONTVANGERS: tuple[Ontvanger, ...] = ("professional", "gezamenlijk")


def show_plan(d: Dossier, o: Omgeving, voor: Ontvanger) -> None:
    """The plan as text, on stdout."""
    show(plan_text(d, o, voor))


def plan_text(d: Dossier, o: Omgeving, voor: Ontvanger) -> str:
    """The plan as text, in lines that fit the terminal."""
    return "\n".join(as_lines(make_copy(d, o, voor, kenmerk="-"), columns()))


def show_and_copy(kast: Dossierkast, id_: str, d: Dossier, o: Omgeving, naar: Path) -> Dossier:
    """Without a person at the keyboard: the joint plan in the terminal, and both PDFs with their paths."""
    d = kast.write(id_, d, [establish(d, o)])
    show_plan(d, o, "gezamenlijk")
    for zin in lacking(d, o):
        say(f"Let op: {zin}", stijl="let_op")
    naar.mkdir(parents=True, exist_ok=True)
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
        elif keuze == "vaststellen":
            d = t.kast.write(t.id, d, [establish(d, t.o)])
            t.tell("Het plan is vastgesteld.")
            _open_points(t, d)
        elif keuze in ONTVANGERS:
            d = _copy(t, d, keuze, naar or Path.cwd())
    t.einde()


def _last(t: Tafel, d: Dossier) -> str | None:
    """The step that was asked last, to go back to."""
    ids = [p.id for p in places(d, t.o, "werkscherm")]
    return ids[-1] if ids else None


def _copy(t: Tafel, d: Dossier, voor: Ontvanger, naar: Path) -> Dossier:
    """A copy that cannot be written is told, and the menu comes back."""
    try:
        pad, d = write_copy(t.kast, t.id, d, t.o, voor, naar)
    except (Mislukt, OSError) as fout:
        code, bericht = outcome(fout)
        if code != 1:
            raise
        t.tell(f"De kopie is niet gemaakt. {bericht.strip()}")
        return d
    t.result(f"{t.o.zin(f'ondertitel_{voor}')}: {pad}")
    return d


def _open_points(t: Tafel, d: Dossier) -> None:
    for zin in lacking(d, t.o):
        t.tell(f"Let op: {zin}")


def _menu(t: Tafel) -> str | None:
    keuzes = (
        Keuze("gezamenlijk", "Maak de kopie voor iedereen die meedoet"),
        Keuze("professional", "Maak de kopie voor professionals (niet uitreiken)"),
        Keuze("vaststellen", "Stel het plan vast"),
        Keuze("verder", "Vul nog een vragenlijst in"),
        Keuze("klaar", "Klaar voor nu"),
    )
    stap = Stap("menu/afronden", "keuze", "Wat wilt u nu doen?", "Afronden", keuzes=keuzes)
    return t.menu(stap)
