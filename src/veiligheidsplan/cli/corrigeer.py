"""``veiligheidsplan corrigeer``: mend what was written down wrong, with why; take somebody or something out."""

from __future__ import annotations

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.overzicht import choose_line
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.stappen import ask_choice, ask_step, ask_text
from veiligheidsplan.cli.tafel import Tafel, seated
from veiligheidsplan.plan import corrigeer
from veiligheidsplan.plan.archief import archive
from veiligheidsplan.plan.corrigeer import Correctie
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import check, process
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Stap, Waarde
from veiligheidsplan.plan.vaststelling import changed_since, last_established, round_now

SECTIE = "Corrigeren"
JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))
MENU = (
    Keuze("antwoord", "Een antwoord verbeteren, of kiezen tussen antwoorden"),
    Keuze("weg", "Iemand of iets uit het plan halen"),
    Keuze("klaar", "Klaar"),
)


def commando(
    dossier: DossierNaam = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Mend one answer after the other; each is saved at once."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        tafel = Tafel(kast, id_, surroundings(kast.read(id_)), eenvoudig, map_)
        tafel.beeld.opdracht = "corrigeer"
        with seated(tafel):
            d = viewed(kast, id_, "corrigeer")
            vraag = "Bent u alleen achter dit scherm? U ziet straks alle antwoorden."
            if ask_choice(tafel, "corrigeer/alleen", vraag, SECTIE, JA_NEE) != "ja":
                tafel.result("Doe dit op een moment dat niemand kan meelezen. Er is niets veranderd.")
                return 0
            _round(tafel, d)
            _mend(tafel, d)
    return 0


def _round(t: Tafel, d: Dossier) -> None:
    vorige = last_established(d)
    if vorige is not None:
        nummer = round_now(d) if changed_since(d) else vorige.ronde + 1
        t.tell(f"Dit plan is al vastgesteld. Wat u nu verandert, hoort bij ronde {nummer}.")


def _mend(t: Tafel, d: Dossier) -> None:
    begin = d.gewijzigd
    while (keuze := ask_choice(t, "corrigeer/menu", "Wat wilt u doen?", SECTIE, MENU)) in ("antwoord", "weg"):
        d = _answer(t, d) if keuze == "antwoord" else _remove(t, d)
    if d.gewijzigd != begin and changed_since(d):
        t.result("Het plan is veranderd nadat het was vastgesteld. Stel het opnieuw vast als het klopt.")


def _answer(t: Tafel, d: Dossier) -> Dossier:
    keuzes = {c.regel.stap: c for c in corrigeer.corrections(d, t.o)}
    gekozen = choose_line(t.beeld, tuple(c.regel for c in keuzes.values()), None)
    if t.beeld.wacht is not None and t.beeld.wacht.soort not in (
        "stoppen",
        "nu_gevaar",
        "slot",
        "iemand_erbij",
    ):
        t.beeld.wacht = None  # what moves nowhere here
    c = keuzes.get(gekozen or "")
    if c is None:
        return d
    uit = ask_step(t, c.stap, _control(t, d, c.stap))
    if isinstance(uit, Beweging):
        return d
    waarde = uit.waarde if isinstance(uit, MetToelichting) else uit
    nieuw = _write(t, d, c, waarde)
    if nieuw is d:
        return d
    t.tell("Verbeterd. Wat er stond, blijft in het logboek.")
    return _follow(t, d, nieuw)


def _write(t: Tafel, d: Dossier, c: Correctie, waarde: Waarde) -> Dossier:
    if not corrigeer.correct(d, t.o, c, waarde, ""):
        t.tell("Dit stond er al. Er is niets veranderd.")
        return d
    waarom = ""
    if not c.stap.id.startswith("verslag:"):
        moet = last_established(d) is not None
        hulp = None if moet else "U mag dit leeg laten."
        tekst = ask_text(t, "corrigeer/waarom", "Waarom verandert u dit?", SECTIE, verplicht=moet, hulp=hulp)
        if tekst is None:
            return d
        waarom = tekst
    return t.kast.write(t.id, d, corrigeer.correct(d, t.o, c, waarde, waarom))


def _follow(t: Tafel, voor: Dossier, d: Dossier) -> Dossier:
    """What the correction brought up is asked at once; *terug* leaves it open."""
    while nieuw := corrigeer.opened_by(voor, d, t.o):
        stap = nieuw[0]
        uit = ask_step(t, stap, _control(t, d, stap))
        if isinstance(uit, Beweging):
            return d
        waarde, notitie = (uit.waarde, uit.toelichting) if isinstance(uit, MetToelichting) else (uit, None)
        d = t.kast.write(t.id, d, process(d, t.o, stap, waarde, toelichting=notitie))
    return d


def _control(t: Tafel, d: Dossier, stap: Stap) -> Controle:
    def controle(waarde: Waarde) -> Bevinding | None:
        return check(d, t.o, stap, waarde)

    return controle


def _remove(t: Tafel, d: Dossier) -> Dossier:
    keuzes = corrigeer.removable(d, t.o)
    if not keuzes:
        t.tell("Er is niets dat uit het plan kan.")
        return d
    welk = ask_choice(
        t, "corrigeer/weg", "Wie of wat gaat uit het plan?", SECTIE, (*keuzes, Keuze("niet", "Niets"))
    )
    if welk in (None, "niet"):
        return d
    reden = ask_text(t, "corrigeer/reden", "Waarom gaat dit uit het plan? Het blijft bewaard.", SECTIE)
    if not reden:
        return d
    d = t.kast.write(t.id, d, archive(d, str(welk), reden))
    t.tell("Dit is uit het plan gehaald. Het blijft bewaard, met uw reden.")
    return d
