"""Whether a text in a test looks as if it is about a real person. The text itself is never repeated."""

from __future__ import annotations

import re

from veiligheidsplan.bevinding import Bevinding, Ernst

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_CIJFERS = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){8}(?![\d.,]?\d)")
_TELEFOON = re.compile(r"(?<![\w+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)")
_GEBOREN = re.compile(
    r"(?:geboren|geb\.|geboortedatum)\W{0,5}(?:op\s+)?\d{1,2}[-/ .]\w+[-/ .]\d{2,4}"
    r"|(?:geboren|geb\.|geboortedatum)\W{0,5}(?:op\s+)?\d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)


def check_person(tekst: str, pad: tuple[str | int, ...]) -> Bevinding | None:
    """VP331 for an e-mail address, a telephone number, a BSN (eleven-test) or a date of birth; else ``None``."""
    wat = _kind(tekst)
    if wat is None:
        return None
    return Bevinding(
        "VP331",
        f"Dit lijkt op {wat}. In een test hoort niets van een echt mens.",
        Ernst.WAARSCHUWING,
        pad=pad,
        suggestie="Verzin een voorbeeld, en haal dit ook uit de geschiedenis van de map als het echt is.",
    )


def _kind(tekst: str) -> str | None:
    if _MAIL.search(tekst):
        return "een e-mailadres"
    if any(is_bsn(re.sub(r"\D", "", m[0])) for m in _CIJFERS.finditer(tekst)):
        return "een burgerservicenummer"
    if _TELEFOON.search(tekst):
        return "een telefoonnummer"
    return "een geboortedatum" if _GEBOREN.search(tekst) else None


def is_bsn(cijfers: str) -> bool:
    """The eleven-test of the BSN: 9 × the first digit … 2 × the eighth, minus the ninth, divides by eleven."""
    if len(cijfers) != 9 or not cijfers.isdigit() or not int(cijfers):
        return False
    som = sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0
