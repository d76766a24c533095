"""The deeper instruments, by the professional, in any order, on any day."""

from __future__ import annotations

from veiligheidsplan.app.vraag_af import fresh_session
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.instrument.controle import faults
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.afname import start_instrument, suits
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.evaluatie import next_use
from veiligheidsplan.plan.stap import Keuze, Stap

VERDER_NIET = Keuze("niet", "Nu niet")


def choose_instrument(t: Tafel, d: Dossier) -> Dossier:
    """Choose an instrument and about whom, and ask its questions."""
    o = t.o
    keuzes = tuple(Keuze(i, o.instrumenten[i].titel) for i in o.sjabloon.instrumenten.later)
    welk = _ask(t, "Welke vragenlijst wilt u invullen?", (*keuzes, VERDER_NIET))
    if welk == VERDER_NIET.code:
        return d
    return start_round(t, d, welk)


def start_round(t: Tafel, d: Dossier, welk: str, *, kort: bool | None = None) -> Dossier:
    """Ask the questions of one instrument; about whom and, without *kort*, which round is asked first."""
    o, instrument = t.o, t.o.instrumenten[welk]
    if faults(instrument):
        t.tell(
            "In deze vragenlijst staat een fout. Zij kan nog niet worden gebruikt."
            " «veiligheidsplan instrument valideer» zegt welke."
        )
        return d
    over = _about(t, d, instrument)
    if over == VERDER_NIET.code:
        return d
    if over and not _fits(t, d, instrument, over):
        return d
    if kort is None:
        ronde = _ask(t, "Welke ronde?", (Keuze("lang", "Alle vragen"), Keuze("kort", "De korte ronde")))
        if ronde == VERDER_NIET.code:
            return d
        kort = ronde == "kort"
    d = fresh_session(d, o, t.kast, t.id)
    d = t.kast.write(t.id, d, [start_instrument(d, o, next_use(d, welk), over=over, kort=kort)])
    return t.converse(d)


def _about(t: Tafel, d: Dossier, instrument: Instrument) -> str | None:
    if instrument.per == "huishouden":
        return None
    soort = {"volwassene": ("volwassene",), "kind": ("kind",)}.get(instrument.per, ("volwassene", "kind"))
    personen = [p for p in d.onderwerpen("persoon") if d.waarde(p, "soort") in soort]
    keuzes = tuple(Keuze(p, str(d.waarde(p, "naam") or "")) for p in personen)
    return _ask(t, "Over wie gaat het?", (*keuzes, VERDER_NIET))


def _fits(t: Tafel, d: Dossier, instrument: Instrument, over: str) -> bool:
    """Whether the instrument is meant for this person. Unknown is not no: then a warning, and it goes on."""
    past = suits(d, instrument, over)
    uitleg = (instrument.doelgroep.uitleg if instrument.doelgroep else None) or ""
    if past is False:
        t.tell(f"Deze vragenlijst is niet bedoeld voor deze persoon. {uitleg}".strip())
        return False
    if past is None:
        t.tell(f"Let op: niet bekend is of deze vragenlijst bij deze persoon past. {uitleg}".strip())
    return True


def _ask(t: Tafel, tekst: str, keuzes: tuple[Keuze, ...]) -> str:
    stap = Stap("menu/instrument", "keuze", tekst, "Verdieping", keuzes=keuzes)
    return t.menu(stap) or VERDER_NIET.code
