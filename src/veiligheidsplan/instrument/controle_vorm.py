"""Warnings that follow from what stands in the file: sources, dates, rules and company. No proofs, no language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.punten import counted, is_scored
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves

Pad = tuple[str | int, ...]
_BELOFTE = re.compile(r"veilig|laag|lage?\b", re.IGNORECASE)
#: words before such a word that take the promise away: «geen veilige plek», «niet veilig»
_ONTKEND = re.compile(r"\b(?:geen|niet|on)\s*-?(?:\w+\s)?(?:veilig|la[ag])", re.IGNORECASE)


def check_form(instrument: Instrument, vandaag: date) -> Iterator[Bevinding]:
    """VP301-VP306, VP309 and VP310."""
    yield from _head(instrument, vandaag)
    yield from _least_level(instrument)
    yield from _questions(instrument)
    for id_, schaal in instrument.schalen.items():
        if instrument.soort == "risicotaxatie" and schaal.ontbrekend in ("nul", "naar_rato"):
            gevolg = "telt wat u niet weet als nul" if schaal.ontbrekend == "nul" else "raadt wat u niet weet"
            yield warning(
                "VP304",
                ("schalen", id_, "ontbrekend"),
                f"De schaal «{id_}» {gevolg}; in een risicotaxatie lijkt het gevaar dan kleiner dan het kan zijn.",
                "Kies «bandbreedte»: dan ziet u wat nog onzeker is.",
            )


def warning(code: str, pad: Pad, uitleg: str, suggestie: str) -> Bevinding:
    """A finding that does not stop anybody."""
    return Bevinding(code, uitleg, Ernst.WAARSCHUWING, pad=pad, suggestie=suggestie)


def _head(instrument: Instrument, vandaag: date) -> Iterator[Bevinding]:
    if instrument.licentie is None:
        yield warning(
            "VP309",
            (),
            "Er staat niet bij wat anderen met dit instrument mogen doen.",
            "Schrijf een regel «licentie», bijvoorbeeld CC-BY-4.0.",
        )
    if instrument.herzien_voor is None:
        yield warning(
            "VP310",
            (),
            "Er staat niet bij voor welke dag dit instrument opnieuw wordt bekeken.",
            "Schrijf een regel «herzien_voor» met een datum.",
        )
    elif instrument.herzien_voor <= vandaag:
        dag = instrument.herzien_voor
        yield warning(
            "VP302",
            ("herzien_voor",),
            f"Dit instrument zou voor {dag.day}-{dag.month}-{dag.year} opnieuw worden bekeken.",
            "Bekijk het instrument opnieuw en kies een nieuwe datum.",
        )


def _least_level(instrument: Instrument) -> Iterator[Bevinding]:
    for id_, niveau in list(instrument.niveaus.items())[:1]:
        if _promises(id_.replace("_", " ")) or _promises(niveau.titel or ""):
            yield warning(
                "VP305",
                ("niveaus", id_),
                "Het minst erge niveau belooft dat het veilig is, of het gevaar laag; geen vragenlijst weet dat.",
                "Schrijf bijvoorbeeld: Geen verhoogd risico gezien in wat nu bekend is.",
            )


def _promises(tekst: str) -> bool:
    return bool(_BELOFTE.search(_ONTKEND.sub("", tekst))) and "gezien" not in tekst


def _questions(instrument: Instrument) -> Iterator[Bevinding]:
    gebruikt = _used(instrument)
    for id_, vraag in instrument.vragen.items():
        pad: Pad = ("onderdelen", instrument.onderdeel_van[id_], "vragen", id_)
        if not vraag.bronnen and not vraag.reden:
            yield warning(
                "VP301",
                pad,
                f"Bij de vraag «{id_}» staat geen bron en geen reden.",
                "Noem een bron bij «bronnen», of schrijf bij «reden» waarom u dit vraagt.",
            )
        if id_ not in gebruikt and is_scored(instrument, id_):
            yield warning(
                "VP303",
                pad,
                f"De vraag «{id_}» heeft punten, maar geen schaal, voorwaarde of signaal gebruikt haar.",
                "Laat een schaal haar tellen, haal de punten weg, of haal de vraag weg.",
            )
        if instrument.soort == "veiligheidscheck" and _anyone_may_hear(instrument, id_):
            yield warning(
                "VP306",
                pad,
                f"Bij de vraag «{id_}» staat niet in wiens bijzijn u haar niet stelt.",
                "Schrijf «niet_in_bijzijn», bij de vraag of bovenaan; [] zegt dat iedereen mag meeluisteren.",
            )


def _used(instrument: Instrument) -> set[str]:
    geteld = {v for schaal in instrument.schalen.values() for v in counted(instrument, schaal)[0]}
    voorwaarden = [*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values())]
    return geteld | {t.vraag for v in voorwaarden for t in leaves(v) if isinstance(t, Vraagtoets)}


def _anyone_may_hear(instrument: Instrument, id_: str) -> bool:
    """Nothing was chosen for a question about risk: one that has points or that a condition or sign looks at."""
    plekken = (
        instrument.vragen[id_],
        instrument.onderdelen[instrument.onderdeel_van[id_]],
        instrument,
    )
    gekozen = any(plek.niet_in_bijzijn is not None for plek in plekken)
    return not gekozen and (is_scored(instrument, id_) or id_ in _used(instrument))
