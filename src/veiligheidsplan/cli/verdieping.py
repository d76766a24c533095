"""The deeper instruments, by the professional, in any order, on any day."""

from __future__ import annotations

from veiligheidsplan.app.vraag_af import fresh_session
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.instrument.controle import faults
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vragenlijst import truth
from veiligheidsplan.plan.afname import known_facts, start_instrument
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.stap import Keuze, Stap

VERDER_NIET = Keuze("niet", "Nu niet")


def choose_instrument(t: Tafel, d: Dossier) -> Dossier:
    """Choose an instrument and about whom, and ask its questions."""
    o = t.o
    keuzes = tuple(Keuze(i, o.instrumenten[i].titel) for i in o.sjabloon.instrumenten.later)
    welk = _ask(t, "Welke vragenlijst wilt u invullen?", (*keuzes, VERDER_NIET))
    if welk == VERDER_NIET.code:
        return d
    instrument = o.instrumenten[welk]
    if faults(instrument):
        say(
            "In deze vragenlijst staat een fout; zij kan nog niet worden gebruikt."
            " «veiligheidsplan instrument valideer» zegt welke.",
            stijl="let_op",
        )
        return d
    over = _about(t, d, instrument)
    if over == VERDER_NIET.code:
        return d
    if over and not _fits(d, instrument, over):
        return d
    kort = _ask(t, "Welke ronde?", (Keuze("lang", "Alle vragen"), Keuze("kort", "De korte ronde"))) == "kort"
    d = fresh_session(d, o, t.kast, t.id)
    aantal = sum(1 for a in d.afnamen if a.startswith(f"{welk}:"))
    d = t.kast.write(t.id, d, [start_instrument(d, o, f"{welk}:{aantal + 1}", over=over, kort=kort)])
    return t.converse(d)


def _about(t: Tafel, d: Dossier, instrument: Instrument) -> str | None:
    if instrument.per == "huishouden":
        return None
    soort = {"volwassene": ("volwassene",), "kind": ("kind",)}.get(instrument.per, ("volwassene", "kind"))
    personen = [p for p in d.onderwerpen("persoon") if d.waarde(p, "soort") in soort]
    keuzes = tuple(Keuze(p, str(d.waarde(p, "naam") or "")) for p in personen)
    return _ask(t, "Over wie gaat het?", (*keuzes, VERDER_NIET))


def _fits(d: Dossier, instrument: Instrument, over: str) -> bool:
    """Whether the instrument is meant for this person. Unknown is not no: then a warning, and it goes on."""
    groep = instrument.doelgroep
    if groep is None:
        return True
    feiten = known_facts(d, over)
    in_ = truth(instrument, groep.sluit_in, {}, feiten) if groep.sluit_in else True
    uit = truth(instrument, groep.sluit_uit, {}, feiten) if groep.sluit_uit else False
    if in_ is False or uit is True:
        say(f"Deze vragenlijst is niet bedoeld voor deze persoon. {groep.uitleg or ''}", stijl="let_op")
        return False
    if in_ is None or uit is None:
        say(
            f"Let op: niet bekend is of deze vragenlijst bij deze persoon past. {groep.uitleg or ''}",
            stijl="let_op",
        )
    return True


def _ask(t: Tafel, tekst: str, keuzes: tuple[Keuze, ...]) -> str:
    stap = Stap("menu/instrument", "keuze", tekst, "Verdieping", keuzes=keuzes)
    return str(t.answer(stap))
