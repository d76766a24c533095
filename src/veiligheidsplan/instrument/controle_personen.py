"""Whether a text in a test looks as if it is about a real person. The text itself is never repeated.

Exact where a number can be: the eleven-test of the BSN, the check digits of an IBAN, a day that exists. A name is
only seen where it is written as one («mevrouw Jansen», «J. de Vries»): a list of names would be wrong too often.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from veiligheidsplan.bevinding import Bevinding, Ernst

#: in one text; a text with more is no text
MEESTE_VONDSTEN: Final = 50


class Vondst(NamedTuple):
    """What it looks like (*wat*), and where in the text: first and last position, the last exclusive."""

    wat: str
    begin: int
    eind: int


_MAANDEN: Final = (
    *("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    *("januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december"),
)
_MAANDNUMMER: Final = {m: 3 if m == "maart" else _MAANDEN.index(m[:3]) + 1 for m in _MAANDEN}
_DAG: Final = (
    r"(?:(?P<d>\d{1,2})(?:[-/. ](?P<m>\d{1,2})[-/. ]| (?P<naam>"
    + "|".join(sorted(_MAANDEN, key=len, reverse=True))
    + r")\.? )(?P<j>\d{4})|(?P<j2>\d{4})[-/.](?P<m2>\d{1,2})[-/.](?P<d2>\d{1,2}))"
)
_NAAM: Final = r"(?:(?:van|de|der|den|ten|ter|el|'t) ){0,3}[A-Z][a-zà-ÿ]{2,}"
_TUSSEN: Final = r"(?:van der|van den|op den|ter|ten)"
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]*\w")
_BSN: Final = re.compile(
    r"(?<![\w.,])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\w]|[.,]\d)"
)
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_TUSSENTEKEN: Final = r"[ ./()-]{0,3}"
_TELEFOON: Final = re.compile(
    rf"(?<![\w+.,-])(?:\+|00)(?!0)\d{{1,3}}(?:{_TUSSENTEKEN}\d){{8,12}}(?!\d)"
    # 084, 085, 087, 088, 0800 and 0900 belong to organisations
    rf"|(?<![\w+.,-])\(?0(?!8[04578]|90)[1-9](?:{_TUSSENTEKEN}\d){{8}}(?!\d)"
)
_ADRES: Final = re.compile(
    r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}[ ,]{1,3}(?:(?:nr|nummer|huisnummer)\.? ?)?\d{1,5}\b"
    r"|\b\d{1,5} ?[a-zA-Z]?[ ,]{1,3}[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b"
    r"|\b[A-Z][a-zà-ÿ]{2,30}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen) \d{1,4}\b"
)
_GEBOORTEWOORD: Final = r"(?:geboren|geb\.|geboortedatum|geboortedag|geboorte|verjaardag|jarig)"
#: beside such a word a year of two digits will do
_GEBOORTEDAG: Final = _DAG.replace(r"(?P<j>\d{4})", r"(?P<j>\d{4}|['’]?\d{2})(?!\d)")
_GEBOREN: Final = re.compile(
    rf"{_GEBOORTEWOORD}\W{{0,5}}(?:(?:op|is|in) )?{_GEBOORTEDAG}"
    rf"|{_GEBOORTEDAG.replace('?P<', '?P<x')} ?{_GEBOORTEWOORD}",
    re.IGNORECASE,
)
_DATUM: Final = re.compile(rf"(?<![\w.-])(?<![Vv]ersie )(?<![Vv]ersie: ){_DAG}(?![\w-]|\.\d)", re.IGNORECASE)
#: a whole day this long ago is more likely a birthday than something that happened in a case
_LANG_GELEDEN: Final = 2010
_HEEL: Final = re.compile(r"['\"]?\d{4}-\d{2}-\d{2}['\"]?\s*(?:[,}\]#]|$)")
_MENS: Final = re.compile(
    rf"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Dd]hr\.|[Mm]evr\.|[Mm]w\.|[Ff]amilie|[Ff]am\.) {_NAAM}"
    rf"|\b(?:[A-Z]\. ?){{1,4}}{_NAAM}|\b(?!Raad|Hof)[A-Z][a-zà-ÿ]+ {_TUSSEN} [A-Z][a-zà-ÿ]{{2,}}"
)


def check_person(tekst: str, pad: tuple[str | int, ...]) -> Bevinding | None:
    """VP331 for the first thing in a text that looks as if it belongs to a real person; else ``None``."""
    vondst = next(find_persons(tekst), None)
    return None if vondst is None else warn(vondst, pad)


def warn(vondst: Vondst, pad: tuple[str | int, ...] = ()) -> Bevinding:
    """The finding, which never repeats what was found."""
    return Bevinding(
        "VP331",
        f"Dit lijkt op {vondst.wat}. In een test hoort niets van een echt mens.",
        Ernst.WAARSCHUWING,
        pad=pad,
        suggestie="Verzin een voorbeeld, en haal dit ook uit de geschiedenis van de map als het echt is.",
    )


def find_persons(tekst: str, *, alleen_zeker: bool = False) -> Iterator[Vondst]:
    """Everything in a text that looks personal, each place once, the most certain kind first.

    With *alleen_zeker* only a BSN, an IBAN and a day of birth: for a page where an office may give its address.
    """
    bezet: list[Vondst] = []
    for wat, patroon, klopt, zeker in _SOORTEN:
        if alleen_zeker and not zeker:
            continue
        for m in patroon.finditer(tekst):
            vondst = Vondst(wat, m.start(), m.end())
            if klopt(m) and not any(v.begin < vondst.eind and vondst.begin < v.eind for v in bezet):
                bezet.append(vondst)
                yield vondst
                if len(bezet) == MEESTE_VONDSTEN:
                    return


def is_bsn(cijfers: str) -> bool:
    """The eleven-test of the BSN: 9 × the first digit … 2 × the eighth, minus the ninth, divides by eleven."""
    if len(cijfers) != 9 or not cijfers.isdecimal() or not int(cijfers):
        return False
    som = sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0


def is_iban(tekst: str) -> bool:
    """The check of ISO 13616: the first four characters behind the rest, letters as 10-35, modulo 97 is 1."""
    kaal = tekst.replace(" ", "")
    if not 15 <= len(kaal) <= 34:
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def _bsn(m: re.Match[str]) -> bool:
    return is_bsn(re.sub(r"\D", "", m[0]))


def _old_day(m: re.Match[str]) -> bool:
    """A day that exists, long ago, within other words: on its own it is the answer to a question for a date."""
    jaar = int(m["j"] or m["j2"])
    alleen = m.string[: m.start()].rstrip(" '\"")[-1:] in ("", ":", "[", ",", "-") and _HEEL.match(
        m.string[m.start() :]
    )
    if alleen or not 1900 <= jaar <= _LANG_GELEDEN:
        return False
    maand = int(m["m"] or m["m2"] or _MAANDNUMMER[m["naam"].lower()])
    try:
        date(jaar, maand, int(m["d"] or m["d2"]))
    except ValueError:
        return False
    return True


def _always(_: re.Match[str]) -> bool:
    return True


_SOORTEN: Final[tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool], bool], ...]] = (
    ("een e-mailadres", _MAIL, _always, False),
    ("een burgerservicenummer", _BSN, _bsn, True),
    ("een rekeningnummer", _IBAN, lambda m: is_iban(m[0]), True),
    ("een telefoonnummer", _TELEFOON, _always, False),
    ("een geboortedatum", _GEBOREN, _always, True),
    ("een geboortedatum", _DATUM, _old_day, False),
    ("een adres", _ADRES, _always, False),
    ("een naam", _MENS, _always, False),
)
