"""Conditions in words (*zinnen*): what a ``toon_als`` or ``als`` says, as Dutch that can be read aloud.

A part of a sentence stands after «als» and ends in its verb. What is joined twice or longer than a line becomes a
list. Nothing here is cleaned: whoever shows a text does that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import (
    Alle,
    EenVan,
    Gegeventoets,
    Niet,
    Schaaltoets,
    Toets,
    Voorwaarde,
    Vraagtoets,
    leaves,
)
from veiligheidsplan.instrument.vraag import Keuzevraag

#: more tests than this in one condition read better as a list
_MEESTE_IN_ZIN = 2
#: a gegeven with ja or nee: what «ja» says, and what «nee» says
_FEITEN = {
    "thuiswonend": ("de persoon thuis woont", "de persoon niet thuis woont"),
    "zwanger": ("de persoon zwanger is", "de persoon niet zwanger is"),
}
_WAT_BEKEND = {
    "leeftijd": "hoe oud de persoon is",
    "thuiswonend": "of de persoon thuis woont",
    "zwanger": "of de persoon zwanger is",
}


def condition_lines(instrument: Instrument, voorwaarde: Voorwaarde, begin: str = "Alleen als") -> list[str]:
    """A condition as lines: one sentence, or a list with two spaces before each step down."""
    if _fits_sentence(voorwaarde):
        return [f"{begin} {_clause(instrument, voorwaarde)}."]
    return [f"{begin} {_heading(voorwaarde)}:", *_items(instrument, voorwaarde, "  ")]


def condition_sentence(instrument: Instrument, voorwaarde: Voorwaarde, begin: str = "Alleen als") -> str:
    """A condition on one line, however it is built; parts of parts stand between brackets."""
    return f"{begin} {_clause(instrument, voorwaarde)}."


def join_words(woorden: Iterable[str], laatste: str = "en") -> str:
    """«a, b en c»."""
    rij = list(woorden)
    return rij[0] if len(rij) == 1 else f"{', '.join(rij[:-1])} {laatste} {rij[-1]}" if rij else ""


def number_words(getal: int | Decimal) -> str:
    """A number as the Dutch write it: a decimal comma, no needless zeros."""
    tekst = f"{Decimal(getal):f}"
    return (tekst.rstrip("0").rstrip(".") if "." in tekst else tekst).replace(".", ",")


def _fits_sentence(voorwaarde: Voorwaarde) -> bool:
    match voorwaarde:
        case Alle(alle=delen) | EenVan(een_van=delen):
            return len(delen) <= _MEESTE_IN_ZIN and not any(_is_joined(deel) for deel in delen)
        case Niet(niet=deel):
            return not _is_joined(deel)
    return True


def _is_joined(voorwaarde: Voorwaarde) -> bool:
    match voorwaarde:
        case Alle(alle=delen) | EenVan(een_van=delen):
            return len(delen) > 1 or any(_is_joined(deel) for deel in delen)
        case Niet(niet=deel):
            return _is_joined(deel)
    return False


def _heading(voorwaarde: Voorwaarde) -> str:
    match voorwaarde:
        case Alle(alle=delen):
            return "dit allebei waar is" if len(delen) == 2 else "dit allemaal waar is"
        case EenVan():
            return "minstens één van deze waar is"
        case Niet(niet=deel) if isinstance(deel, EenVan):
            return "geen van deze waar is"
    return "dit niet waar is"


def _items(instrument: Instrument, voorwaarde: Voorwaarde, marge: str) -> list[str]:
    uit: list[str] = []
    for deel in _parts(voorwaarde):
        if _fits_sentence(deel) and not _is_joined(deel):
            uit.append(f"{marge}- {_clause(instrument, deel)}")
        else:
            uit += [f"{marge}- {_heading(deel)}:", *_items(instrument, deel, marge + "  ")]
    return uit


def _parts(voorwaarde: Voorwaarde) -> Sequence[Voorwaarde]:
    match voorwaarde:
        case Alle(alle=delen) | EenVan(een_van=delen):
            return delen
        case Niet(niet=EenVan(een_van=delen)):
            return delen
        case Niet(niet=deel):
            return (deel,)
    return (voorwaarde,)


def _clause(instrument: Instrument, voorwaarde: Voorwaarde) -> str:
    match voorwaarde:
        case Alle(alle=delen):
            return ", en ".join(_inside(instrument, deel) for deel in delen)
        case EenVan(een_van=delen):
            return ", of ".join(_inside(instrument, deel) for deel in delen)
        case Niet(niet=Niet(niet=deel)):
            return _clause(instrument, deel)
        case Niet(niet=deel) if _is_joined(deel):
            return f"niet waar is dat ({_clause(instrument, deel)})"
        case Niet(niet=deel):
            return _leaf(instrument, next(leaves(deel)), ontkend=_flips(deel))
        case toets:
            return _leaf(instrument, toets, ontkend=False)


def _flips(deel: Voorwaarde) -> bool:
    """Whether *niet* around this part denies its one test, after any *niet* inside it."""
    match deel:
        case Niet(niet=onder):
            return not _flips(onder)
        case Alle(alle=(onder,)) | EenVan(een_van=(onder,)):
            return _flips(onder)
    return True


def _inside(instrument: Instrument, deel: Voorwaarde) -> str:
    tekst = _clause(instrument, deel)
    return f"({tekst})" if _is_joined(deel) and not isinstance(deel, Niet) else tekst


def _leaf(instrument: Instrument, toets: Toets, *, ontkend: bool) -> str:
    if isinstance(toets, Gegeventoets):
        return _fact(toets, ontkend)
    niet = "niet " if ontkend else ""
    if isinstance(toets, Schaaltoets):
        titel = instrument.schalen[toets.schaal].titel or toets.schaal
        return f"de score van «{titel}» {niet}{_bound(toets.maat, toets.maatwaarde)} is"
    nummer = list(instrument.vragen).index(toets.vraag) + 1
    bij = f"bij vraag {nummer} «{instrument.vragen[toets.vraag].tekst}»"
    if toets.maat == "beantwoord":
        return f"{bij} {'geen' if ontkend else 'een'} antwoord is gegeven"
    if toets.maat == "bevat":
        return f"{bij} {_answer(instrument, toets, toets.maatwaarde)} {niet}is gekozen"
    if toets.maat in ("minstens", "hoogstens"):
        return f"{bij} het antwoord {niet}{_bound(toets.maat, toets.maatwaarde)} is"
    waarden = toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,)
    keuzes = join_words((_answer(instrument, toets, waarde) for waarde in waarden), "of")
    return f"{bij} het antwoord {niet}{keuzes} is"


def _answer(instrument: Instrument, toets: Vraagtoets, waarde: Any) -> str:
    antwoord = instrument.antwoorden_van(toets.vraag).get(waarde) if isinstance(waarde, str) else None
    if antwoord is not None:
        return f"«{antwoord.tekst or waarde}»"
    keuze = isinstance(instrument.vragen[toets.vraag], Keuzevraag)
    return f"«{waarde}»" if keuze or isinstance(waarde, str) else number_words(waarde)


def _bound(maat: str, waarde: Any) -> str:
    return f"{number_words(waarde)} of {'meer' if maat == 'minstens' else 'minder'}"


def _fact(toets: Gegeventoets, ontkend: bool) -> str:
    if toets.maat == "beantwoord":
        return f"{'niet ' if ontkend else ''}bekend is {_WAT_BEKEND[toets.gegeven]}"
    waarden = toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,)
    if toets.gegeven in _FEITEN:
        ja = "ja" in waarden
        if ja and "nee" in waarden:
            return f"{'niet ' if ontkend else ''}bekend is {_WAT_BEKEND[toets.gegeven]}"
        return _FEITEN[toets.gegeven][int(ja == ontkend)]
    niet = "niet " if ontkend else ""
    if toets.maat in ("minstens", "hoogstens"):
        woord = "ouder" if toets.maat == "minstens" else "jonger"
        return f"de persoon {niet}{number_words(waarden[0])} jaar of {woord} is"
    jaren = join_words((number_words(waarde) for waarde in waarden), "of")
    return f"de persoon {niet}{jaren} jaar is"
