"""Warnings about words: double and leading questions, blame, double negatives, and language harder than B1.

These are signs, not proofs: a person decides. Sentence length and a list of words stand in for B1; a readability
formula says little about a sentence of eight words. Imported only when an instrument is validated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.controle_woorden import BESCHULDIGEND, MOEILIJK, STUREND
from veiligheidsplan.instrument.instrument import Instrument

Pad = tuple[str | int, ...]
#: a longer sentence is hard to follow when it is read aloud
MEESTE_WOORDEN = 20
_ZIN = re.compile(r"[^.!?]*[.!?]+(?=\s|$)|[^.!?]+$", re.DOTALL)
_VRAAGWOORD = r"(?:hoe|wat|waar|wie|wanneer|waarom|hoeveel|welke)"
_WERKWOORD = r"(?:is|zijn|was|waren|bent|heeft|hebt|had|deed|doet|wordt|werd|kan|kunt|moet|wil|wilt)"
_DUBBEL = re.compile(
    rf"\ben/of\b|\b(?:en|of) (?:{_VRAAGWOORD}|{_WERKWOORD})\b"
    r"|\bge\w+(?:d|t|en) en ge\w+(?:d|t|en)\b|\ben \w+ (?:u|je|jij)\b",
    re.IGNORECASE,
)
_NIET = re.compile(r"\b(?:niet|geen|nooit|niemand|niets|nergens|nauwelijks|zonder)\b", re.IGNORECASE)
_NIET_ON = re.compile(
    r"\bniet on(?:veilig|tevreden|mogelijk|gewoon|bekend|prettig|gelukkig|waar|eens|belangrijk|verwacht)\w*",
    re.IGNORECASE,
)


class _Tekst(NamedTuple):
    pad: Pad
    tekst: str
    vraag: bool
    hardop: bool


def check_language(instrument: Instrument) -> Iterator[Bevinding]:
    """VP321-VP326 for every text that people hear or that says what to do."""
    for tekst in _texts(instrument):
        if tekst.vraag:
            yield from _question(tekst)
        if tekst.hardop:
            yield from _spoken(tekst)
        yield from _readable(tekst)


def _texts(instrument: Instrument) -> Iterator[_Tekst]:
    for deel_id, deel in instrument.onderdelen.items():
        pad: Pad = ("onderdelen", deel_id)
        yield from _maybe((*pad, "inleiding"), deel.inleiding, hardop=True)
        for id_, vraag in deel.vragen.items():
            hier = (*pad, "vragen", id_)
            yield _Tekst((*hier, "tekst"), vraag.tekst, vraag=True, hardop=True)
            for wie, tekst in vraag.tekst_voor.items():
                yield _Tekst((*hier, "tekst_voor", wie), tekst, vraag=True, hardop=True)
            yield from _maybe((*hier, "hulp"), vraag.hulp, hardop=True)
            antwoorden = getattr(vraag, "antwoorden", None)
            for code, antwoord in antwoorden.items() if isinstance(antwoorden, dict) else ():
                yield from _maybe((*hier, "antwoorden", code, "tekst"), antwoord.tekst, hardop=True)
    for lijst_id, lijst in instrument.antwoordlijsten.items():
        for code, antwoord in lijst.items():
            yield from _maybe(("antwoordlijsten", lijst_id, code, "tekst"), antwoord.tekst, hardop=True)
    for id_, niveau in instrument.niveaus.items():
        yield from _maybe(("niveaus", id_, "advies"), niveau.advies)
    for id_, signaal in instrument.signalen.items():
        yield from _maybe(("signalen", id_, "melding"), signaal.melding)
        yield from _maybe(("signalen", id_, "handeling"), signaal.handeling)


def _maybe(pad: Pad, tekst: str | None, *, hardop: bool = False) -> Iterator[_Tekst]:
    if tekst:
        yield _Tekst(pad, tekst, vraag=False, hardop=hardop)


def _question(t: _Tekst) -> Iterator[Bevinding]:
    dubbel = _DUBBEL.search(t.tekst)
    if t.tekst.count("?") > 1 or dubbel:
        waarom = f"door «{dubbel[0]}»" if dubbel else "met twee vraagtekens"
        yield _warning(
            "VP321",
            t,
            f"Dit lijken twee vragen in één, {waarom}: bij «nee» weet u niet op welke.",
            "Maak er twee vragen van.",
        )
    for patroon, anders in STUREND:
        if gevonden := patroon.search(t.tekst):
            yield _warning("VP322", t, f"«{gevonden[0]}» stuurt naar een antwoord.", anders)
            break


def _spoken(t: _Tekst) -> Iterator[Bevinding]:
    for patroon, anders in BESCHULDIGEND:
        gevonden = patroon.search(t.tekst)
        if gevonden and (t.vraag or gevonden[0].lower() not in ("waarom", "hoe kon u")):
            yield _warning("VP323", t, f"«{gevonden[0]}» kan klinken als een verwijt.", anders)
            break
    for zin in _sentences(t.tekst):
        if len(_NIET.findall(zin)) > 1 or _NIET_ON.search(zin):
            yield _warning(
                "VP324",
                t,
                f"Twee ontkenningen in één zin zijn moeilijk te volgen: «{_short(zin)}»",
                "Zeg het zonder «niet» of «geen», of met één daarvan.",
            )
            break


def _readable(t: _Tekst) -> Iterator[Bevinding]:
    for zin in _sentences(t.tekst):
        woorden = len(zin.split())
        if woorden > MEESTE_WOORDEN:
            yield _warning(
                "VP325",
                t,
                f"Deze zin heeft {woorden} woorden; boven {MEESTE_WOORDEN} is zij moeilijk te volgen: «{_short(zin)}»",
                "Maak er twee zinnen van.",
            )
            break
    for woord in re.findall(r"\w+", t.tekst.casefold()):
        if woord in MOEILIJK:
            yield _warning(
                "VP326", t, f"«{woord}» is voor veel mensen moeilijk.", f"Schrijf «{MOEILIJK[woord]}»."
            )
            break


def _sentences(tekst: str) -> list[str]:
    return [zin for deel in _ZIN.findall(tekst) if (zin := " ".join(deel.split()))]


def _short(zin: str) -> str:
    return zin if len(zin) <= 70 else zin[:69] + "…"


def _warning(code: str, t: _Tekst, uitleg: str, suggestie: str) -> Bevinding:
    return Bevinding(code, uitleg, Ernst.WAARSCHUWING, pad=t.pad, suggestie=suggestie)
