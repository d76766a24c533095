"""The preview (*voorvertoning*) of ``instrument toon``, as lines. Nothing is printed here.

Every line stands on its own: a pipe, a dumb terminal and a screen reader get the same words, without boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from veiligheidsplan.cli.clean import clean, width
from veiligheidsplan.cli.screens import wrap
from veiligheidsplan.cli.typed import in_words
from veiligheidsplan.cli.uitslag import VALIDATIE
from veiligheidsplan.cli.voorvertoning_schalen import scale_lines, sign_lines
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.weergave import (
    GEZELSCHAPPEN,
    Bijzijnnaam,
    Vraagweergave,
    show_questions,
)
from veiligheidsplan.instrument.zinnen import condition_lines, join_words

#: a line; or a first column that keeps its spaces, and what stands after it
Regel = str | tuple[str, str]
#: the companies in words, for a line and for a column
BIJ = {
    "alleen": "alleen",
    "mogelijke_pleger": "mogelijke pleger erbij",
    "kind": "kind erbij",
    "iedereen": "iemand anders erbij",
}
_PERIODE = {"nu": "nu", "maand": "de afgelopen maand", "jaar": "het afgelopen jaar", "ooit": "ooit"}
_WIJZE = {
    "waarneming": "Deze vragen beantwoordt de professional zelf, uit wat hij of zij ziet.",
    "dossier": "Deze vragen beantwoordt de professional zelf, uit het dossier.",
}
_VOOR = {
    "kind_4_7": "een kind van 4 tot en met 7 jaar",
    "kind_8_11": "een kind van 8 tot en met 11 jaar",
    "kind_12_17": "een kind van 12 tot en met 17 jaar",
}


def preview(instrument: Instrument, bij: Bijzijnnaam | None) -> Iterator[Regel]:
    """All lines, unwrapped; an indent of spaces belongs to the whole of its line."""
    vragen = show_questions(instrument)
    yield from _head(instrument)
    yield from _company(vragen, bij)
    hier = [v for v in vragen if bij is None or v.gesteld[bij]]
    yield from _parts(instrument, hier, bij)
    if bij is not None:
        yield from _waiting([v for v in vragen if not v.gesteld[bij]])
    if bij in (None, "alleen"):
        yield from scale_lines(instrument)
        yield from sign_lines(instrument)
    else:
        yield from ("", "Scores, niveaus en signalen komen in dit gezelschap niet op het scherm.")
    if bij is None:
        yield from _sources(instrument)


def to_width(regels: Iterable[Regel], breedte: int) -> str:
    """Cleaned lines of at most *breedte* columns; what goes on stays under its own text."""
    uit: list[str] = []
    for regel in regels:
        vast, tekst = regel if isinstance(regel, tuple) else _apart(regel)
        vast = clean(vast, regels=False)
        if width(vast) > breedte // 2:
            vast, tekst = "  ", f"{vast.strip()} {tekst}"
        marge = width(vast)
        stukken = wrap(clean(tekst, regels=False).strip(), breedte - marge)
        uit += [f"{vast if plek == 0 else ' ' * marge}{stuk}" for plek, stuk in enumerate(stukken)]
    return "\n".join(regel.rstrip() for regel in uit) + "\n"


def _apart(regel: str) -> tuple[str, str]:
    """An indent, with the dash of a list, and what stands after it."""
    inhoud = regel.lstrip(" ")
    marge = regel[: len(regel) - len(inhoud)] + ("- " if inhoud.startswith("- ") else "")
    return marge, inhoud.removeprefix("- ")


def _head(instrument: Instrument) -> Iterator[str]:
    yield instrument.titel
    yield f"{instrument.id} {instrument.versie}, {instrument.soort}, {instrument.status}, per {instrument.per}"
    yield VALIDATIE[instrument.validatie]
    yield f"Eigenaar: {instrument.eigenaar}"
    yield f"Licentie: {instrument.licentie or 'niet genoemd'}"
    if instrument.herzien_voor:
        yield f"Opnieuw bekijken voor: {in_words(instrument.herzien_voor)}"
    groep = instrument.doelgroep
    if groep:
        yield from ("", "Voor wie")
        yield from (f"  {regel}" for regel in _split(groep.uitleg))
        for voorwaarde, begin in ((groep.sluit_in, "Alleen als"), (groep.sluit_uit, "Niet als")):
            if voorwaarde is not None:
                yield from (f"  {r}" for r in condition_lines(instrument, voorwaarde, begin))
    yield from ("", "Verantwoording", *(f"  {regel}" for regel in _split(instrument.verantwoording)))


def _company(vragen: Sequence[Vraagweergave], bij: Bijzijnnaam | None) -> Iterator[str]:
    yield from ("", "Wie luistert mee")
    for naam in GEZELSCHAPPEN if bij is None else (bij,):
        gesteld = sum(v.gesteld[naam] for v in vragen)
        wacht = len(vragen) - gesteld
        rest = (
            f"{wacht} {'wacht' if wacht == 1 else 'wachten'} op een moment alleen"
            if wacht
            else "er wacht niets"
        )
        yield f"  {BIJ[naam].capitalize()}: {gesteld} van de {len(vragen)} vragen nu; {rest}."
    if any(v.alleen_als for v in vragen):
        yield "  Is niet bekend of een voorwaarde waar is, dan wordt de vraag gesteld."


def _parts(instrument: Instrument, vragen: Sequence[Vraagweergave], bij: Bijzijnnaam | None) -> Iterator[str]:
    for plek, (deel_id, deel) in enumerate(instrument.onderdelen.items(), 1):
        eigen = [v for v in vragen if v.onderdeel == deel_id]
        if not eigen:
            continue
        yield from ("", f"Deel {plek}: {deel.titel or deel_id}")
        yield from (f"  {regel}" for regel in _split(deel.inleiding))
        if deel.wijze in _WIJZE:
            yield f"  {_WIJZE[deel.wijze]}"
        for v in eigen:
            yield from ("", *question_lines(v, bij))


def question_lines(v: Vraagweergave, bij: Bijzijnnaam | None) -> Iterator[str]:
    """One question: its words, its answers, and all that holds for it, one fact a line."""
    yield f"  Vraag {v.nummer}: {v.tekst} [{v.id}]"
    if v.periode:
        yield f"    Gaat over: {_PERIODE[v.periode]}."
    for wie, tekst in v.tekst_voor.items():
        yield f"    Voor {_VOOR[wie]}: {tekst}"
    if v.hulp:
        yield f"    Uitleg, op verzoek: {' '.join(_split(v.hulp))}"
    yield from (f"    {regel}" for regel in v.alleen_als)
    if v.invoer:
        yield f"    {v.invoer}"
    alles = bij is None  # in a company only what the screen shows: never points
    yield from (f"    - {a.tekst}{_points(a.punten) if alles else ''}" for a in v.antwoorden)
    yield from (f"    {waarde} is: {tekst}." for waarde, tekst in v.uitersten)
    yield f"    Ook mogelijk: {_special(v)}."
    if v.punten and alles:
        yield f"    {v.punten}"
    if v.gewicht and alles:
        yield f"    De punten tellen {v.gewicht} keer."
    if v.kort:
        yield "    Hoort ook bij de korte ronde."
    yield from _asked(v, bij)


def _points(punten: str | None) -> str:
    return "" if punten is None else f" ({punten} {'punt' if punten == '1' else 'punten'})"


def _special(v: Vraagweergave) -> str:
    overslaan = ("overslaan zonder antwoord",) if v.overslaan else ()
    return join_words([*(f"«{tekst}»" for tekst in v.bijzonder), *overslaan]) or "niets anders"


def _asked(v: Vraagweergave, bij: Bijzijnnaam | None) -> Iterator[str]:
    if bij is None:
        wacht = [BIJ[naam] for naam, ja in v.gesteld.items() if not ja]
        nu = [BIJ[naam] for naam, ja in v.gesteld.items() if ja]
        if wacht:
            yield f"    Nu stellen: {join_words(nu) or 'nooit'}. Wacht: {join_words(wacht)}."
        else:
            yield "    Nu stellen: in elk gezelschap."
    onzeker = [BIJ[naam] for naam in v.onzeker if bij in (None, naam)]
    if onzeker:
        yield (
            f"    Let op: {join_words(onzeker)}: de vraag in de voorwaarde wacht,"
            " dus deze vraag wordt dan altijd gesteld."
        )


def _waiting(vragen: Sequence[Vraagweergave]) -> Iterator[str]:
    if vragen:
        yield from ("", "Wacht op een moment alleen")
        yield from (f"  - Vraag {v.nummer}: {v.tekst} [{v.id}]" for v in vragen)


def _sources(instrument: Instrument) -> Iterator[str]:
    if not instrument.bronnen:
        return
    bij: dict[str, list[str]] = {}
    for nummer, vraag in enumerate(instrument.vragen.values(), 1):
        for naam in vraag.bronnen:
            bij.setdefault(naam, []).append(str(nummer))
    yield from ("", "Bronnen")
    for id_, bron in instrument.bronnen.items():
        jaar = f" ({bron.jaar})" if bron.jaar is not None else ""
        plek = f" {bron.vindplaats}" if bron.vindplaats else ""
        vragen = f" Bij vraag {join_words(bij[id_])}." if id_ in bij else ""
        yield f"  - {bron.titel or id_}{jaar}.{plek}{'.' if plek and vragen else ''}{vragen}"


def _split(tekst: str | None) -> list[str]:
    return tekst.rstrip().split("\n") if tekst else []
