"""The plain mode, fit for a screen reader: numbered answers, typed lines, one fact a line, no redraw.

Every line that is typed may be one of the words of :mod:`.toetsen` instead of an answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from veiligheidsplan.cli.antwoord import KIEZEN, earlier, in_answer_words, options_of, origin, typed_default
from veiligheidsplan.cli.beeld import Beeld, Concept
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.keuzeregel import read_choice
from veiligheidsplan.cli.kop import help_lines, status
from veiligheidsplan.cli.notitie import NIET_HIER_WOORD, no_note, note_of, note_step
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.toetsen import WOORD, Daad, is_free_text, movement, read_text, read_word, word_line
from veiligheidsplan.cli.typed import Weigering, bounds, read_typed
from veiligheidsplan.plan.stap import Beweging, Stap, Waarde

Keuring = Callable[[Waarde], str | None]
#: bytes that a terminal of Linux hands over of one line; what is pasted beyond it is lost without a sound
LANGSTE_REGEL = 4095


@dataclass(frozen=True, slots=True)
class Woord:
    """A word was typed instead of an answer: a deed, or the number of a line of the overview."""

    daad: Daad | int


def answer(b: Beeld, stap: Stap, vandaag: date | None, keuring: Keuring) -> Waarde | Beweging:
    """Ask until there is an answer, or another movement."""
    concept = b.draft(stap)
    b.keep(concept)
    _show(b, concept)
    while True:
        uit = _once(concept, vandaag)
        if isinstance(uit, Woord):
            weg = _deed(b, concept, uit.daad)
            if weg is not None:
                return weg
        elif isinstance(uit, Weigering):
            say(uit.uitleg)
        elif (bezwaar := keuring(uit)) is not None:
            say(bezwaar)
            if stap.soort not in KIEZEN and uit is not None:
                concept.voorstel = uit
        else:
            _echo(stap, uit)
            return uit


def read_line(uitnodiging: str) -> str:
    """One typed line; the invitation goes to stderr, so that stdout stays for results."""
    sys.stderr.write(uitnodiging)
    sys.stderr.flush()
    if sys.stdin is None:
        raise EOFError
    regel = sys.stdin.readline()
    if not regel:
        raise EOFError
    if len(regel.encode(errors="replace")) >= LANGSTE_REGEL and sys.stdin.isatty():
        say("Let op: deze regel was te lang voor dit venster. Alleen het begin ervan is gelezen.")
    return regel.rstrip("\r\n")


def _once(concept: Concept, vandaag: date | None) -> Waarde | Woord | Weigering:
    stap = concept.stap
    if stap.soort == "mededeling":
        woord = read_word(read_line("Druk op Enter om verder te gaan. "))
        return None if woord is None else Woord(woord)
    if stap.soort in KIEZEN:
        return _choose(stap)
    return _type(concept, vandaag)


def _deed(b: Beeld, concept: Concept, daad: Daad | int) -> Beweging | None:
    """Help and a note are dealt with here, and the question comes back; every other word leaves it."""
    if isinstance(daad, int):
        b.sprong = daad
        return Beweging("overzicht")
    if daad == "uitleg":
        for regel in help_lines(b, concept.stap, woorden=True):
            if regel:
                say(regel)
        return None
    if daad == "notitie":
        return _note(b, concept)
    if is_free_text(concept.stap) and daad in ("nu_gevaar", "slot"):
        b.meldingen.append(f"Was {WOORD[daad]} uw antwoord? Typ dan .{WOORD[daad]}")
    return movement(daad)


def _note(b: Beeld, concept: Concept) -> Beweging | None:
    bezwaar = no_note(b, concept.stap, NIET_HIER_WOORD)
    if bezwaar:
        say(bezwaar)
        return None
    stap = note_step(concept)
    uit = answer(b, stap, None, lambda _: None)
    if isinstance(uit, Beweging):
        return None if uit.soort == "terug" else uit
    b.drop(stap)
    concept.notitie = "" if uit is None else str(uit)
    say("De notitie komt bij uw antwoord. Geef nu het antwoord.")
    return None


def _show(b: Beeld, concept: Concept) -> None:
    """Where we are, what must be told, the introduction of a section, and the question with its answers."""
    stap = concept.stap
    say()
    for melding in b.take_messages():
        say(melding)
    say(". ".join(status(b, stap)) + ".")
    if stap.inleiding:
        say(stap.inleiding)
    say(stap.tekst)
    if not b.woorden_gezegd:
        b.woorden_gezegd = True
        say(word_line(b.kant))
    if notitie := note_of(b, concept):
        say(f"Notitie: {notitie}")
    if stap.soort in KIEZEN:
        oud = earlier(stap)
        for nummer, keuze in enumerate(options_of(stap), 1):
            # words of a person may have lines of their own, and a line may begin like another answer
            tekst = clean(keuze.tekst, regels=False)
            say(f"{nummer}. {tekst}" + (f" {origin(stap)}" if keuze.code in oud else ""))
        return
    for regel in explain(stap):
        say(regel)
    if concept.invoer:
        say("U had al getypt:")
        for regel in concept.invoer:
            say(regel)
    elif typed_default(stap):
        say(f"Nu staat er: {in_answer_words(stap, stap.standaard)} {origin(stap)}.")
        say("Druk op Enter om het zo te laten.")


def _choose(stap: Stap) -> Waarde | Woord | Weigering:
    hoe = "de nummers, met een komma ertussen" if stap.soort == "meerkeuze" else "het nummer"
    if not stap.verplicht:
        hoe += ", of niets"
    elif earlier(stap):
        hoe += ", of Enter om het zo te laten"
    regel = read_line(f"Typ {hoe}{_help_hint(stap)}: ").strip()
    woord = read_word(regel)
    if woord is not None:
        return Woord(woord)
    if not regel and earlier(stap):
        return stap.standaard
    return read_choice(stap, read_text(regel))


def _type(concept: Concept, vandaag: date | None) -> Waarde | Woord | Weigering:
    stap = concept.stap
    uitnodiging = f"Uw antwoord{_help_hint(stap)}: "
    if concept.invoer is None:
        concept.invoer = []
    regels = _lines(uitnodiging, concept.invoer) if stap.meer_regels else _line(uitnodiging)
    if isinstance(regels, Woord):
        return regels
    concept.invoer = []
    tekst = "\n".join(regels)
    if not tekst.strip() and concept.voorstel is not None:
        return concept.voorstel
    if not tekst.strip() and stap.standaard is not None and typed_default(stap):
        return stap.standaard
    return read_typed(stap, tekst, vandaag)


def _line(uitnodiging: str) -> list[str] | Woord:
    regel = read_line(uitnodiging)
    woord = read_word(regel)
    return [read_text(regel)] if woord is None else Woord(woord)


def _lines(uitnodiging: str, begonnen: list[str]) -> list[str] | Woord:
    """Lines up to an empty one. What was typed before a word stays in *begonnen*, which the draft holds."""
    regels = list(begonnen)
    while True:
        regel = read_line(uitnodiging if not regels else "")
        woord = read_word(regel)
        if woord is not None:
            begonnen[:] = regels
            return Woord(woord)
        if not regel.strip():
            return regels
        regels.append(read_text(regel))


def _help_hint(stap: Stap) -> str:
    return " (? voor uitleg)" if stap.hulp else ""


def _echo(stap: Stap, waarde: Waarde) -> None:
    """What was understood, in words, so that the person can hear it."""
    if stap.soort == "mededeling":
        return
    if waarde is None:
        say("Overgeslagen.")
    elif stap.soort in KIEZEN or stap.soort in ("datum", "tijd"):
        say(f"Dat is: {clean(in_answer_words(stap, waarde), regels=False).rstrip('.')}.")


def explain(stap: Stap) -> list[str]:
    """How this kind is typed, one fact a line."""
    regels = [f"{waarde} is: {tekst}." for waarde, tekst in stap.uitersten]
    if stap.soort in ("getal", "schaal"):
        regels.append(f"Typ een heel getal{bounds(stap)}.")
    elif stap.soort == "datum":
        regels.append("Typ een datum zoals 7 december 2026 of 7-12-2026, of: vandaag, morgen, vrijdag.")
    elif stap.soort == "tijd":
        regels.append("Typ een tijd zoals 14.30.")
    elif stap.meer_regels:
        regels.append("U mag meer regels typen. Een lege regel sluit af.")
    if stap.bijzonder:
        regels.append("U kunt ook typen: " + ", of: ".join(k.tekst.lower() for k in stap.bijzonder) + ".")
    if not stap.verplicht and not typed_default(stap):
        regels.append("Niets typen en Enter slaat deze vraag over.")
    return regels
