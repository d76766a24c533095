"""The questions about what happened, the reminder after it, and the short round that is wise now."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.gevaar import danger_lines
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.stappen import ask_choice, ask_step
from veiligheidsplan.cli.tafel import Tafel, seated
from veiligheidsplan.cli.verdieping import VERDER_NIET, start_round
from veiligheidsplan.plan import incident
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import check, value_given
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Stap, Waarde

SECTIE = "Wat er is gebeurd"


def record(dossier: str | None, map_: Path | None, wachtzin: Path | None, *, eenvoudig: bool) -> None:
    """One incident from the first question to the last; an unfinished one goes on where it stopped."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        tafel = Tafel(kast, id_, surroundings(kast.read(id_)), eenvoudig, map_)
        tafel.beeld.opdracht = "incident"
        with seated(tafel):
            d = viewed(kast, id_, "incident")
            onderwerp = _which(tafel, d)
            d = _ask_all(tafel, d, onderwerp)
            tafel.tell("Dit is bewaard. Het staat alleen op de kopie voor professionals.")
            tafel.tell(tafel.o.zin("incident_meldcode"))
            if _after(tafel, d, onderwerp):
                tafel.einde()


def _which(t: Tafel, d: Dossier) -> str:
    t.tell("Dit is alleen voor u als professional. Laat niemand meelezen.")
    if not t.beeld.eenvoudig:  # the second screen covers what was said before it
        for regel in danger_lines():
            t.tell(regel)
    half = incident.unfinished(d)
    if half is None:
        return incident.new_id(d)
    keuzes = (Keuze("verder", "Verder met wat nog niet af is"), Keuze("nieuw", "Iets anders opschrijven"))
    welk = ask_choice(t, "incident/welk", "De vorige keer was nog niet af. Wat wilt u doen?", SECTIE, keuzes)
    return incident.new_id(d) if welk == "nieuw" else half


def _ask_all(t: Tafel, d: Dossier, onderwerp: str) -> Dossier:
    """Each answer is saved before the next question; *terug* goes one back."""
    plek = 0
    while True:
        stappen = incident.steps(d, t.o, onderwerp)
        while plek < len(stappen) and plek >= 0 and _done(d, stappen[plek]):
            plek += 1
        if plek >= len(stappen):
            return d
        uit = ask_step(t, stappen[plek], _control(t, d, stappen[plek]))
        while isinstance(uit, Beweging):  # back: also a question that has its answer is asked again
            plek = max(0, plek - 1)
            uit = ask_step(t, stappen[plek], _control(t, d, stappen[plek]))
        d = _write(t, d, stappen[plek], uit)
        plek += 1


def _done(d: Dossier, stap: Stap) -> bool:
    onderwerp, veld = stap.id.rsplit("/", 1)
    return d.beantwoord(onderwerp, veld)


def _control(t: Tafel, d: Dossier, stap: Stap) -> Controle:
    def controle(waarde: Waarde) -> Bevinding | None:
        return check(d, t.o, stap, waarde)

    return controle


def _write(t: Tafel, d: Dossier, stap: Stap, uit: Waarde | MetToelichting) -> Dossier:
    onderwerp, veld = stap.id.rsplit("/", 1)
    waarde, notitie = (uit.waarde, uit.toelichting) if isinstance(uit, MetToelichting) else (uit, None)
    return t.kast.write(t.id, d, [value_given(onderwerp, veld, waarde, None, notitie)])


def _after(t: Tafel, d: Dossier, onderwerp: str) -> bool:
    """Which round is wise now, and start it when the person wants to; says whether one began."""
    rondes = {r.instrument: r for r in incident.wise_rounds(d, t.o, onderwerp)}
    keuzes = tuple(
        Keuze(id_, f"{t.o.instrumenten[id_].titel}{', korte ronde' if r.kort else ''}. {r.waarom}")
        for id_, r in rondes.items()
    )
    vraag = "Stel deze vragen opnieuw, nu of later. Wilt u er nu één beginnen?"
    welk = ask_choice(t, "incident/ronde", vraag, SECTIE, (*keuzes, VERDER_NIET))
    t.beeld.opdracht = "hervat"
    if welk in rondes:
        start_round(t, d, str(welk), kort=rondes[str(welk)].kort)
    return welk in rondes
