"""What a person types, read as the answer to a step: dates, times and numbers as the Dutch write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from veiligheidsplan.cli.clean import clean
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_BIJ_VANDAAG = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
_TIJD = re.compile(r"(\d{1,2})(?:\s*[:.u]\s*(\d{2}))?\s*(?:uur|u)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Weigering:
    """Why the text is no answer (*weigering*: refusal), as one Dutch sentence that says what is possible."""

    uitleg: str


def read_typed(stap: Stap, tekst: str, vandaag: date | None = None) -> Waarde | Weigering:
    """The value of *tekst* for the kind of *stap*; ``None`` for nothing where nothing is allowed."""
    tekst = clean(tekst, regels=stap.meer_regels).strip()
    if not tekst:
        if stap.verplicht:
            return Weigering("Hier is een antwoord nodig.")
        return None
    bijzonder = find_choice(stap.bijzonder, tekst)
    if bijzonder is not None:
        return bijzonder.code
    match stap.soort:
        case "getal" | "schaal":
            return _number(stap, tekst)
        case "datum":
            return _date(tekst, vandaag)
        case "tijd":
            return _time(tekst)
        case _:
            return tekst


def find_choice(keuzes: Sequence[Keuze], tekst: str) -> Keuze | None:
    """The choice whose words or code were typed, in capitals or not."""
    gezocht = _fold(tekst)
    for keuze in keuzes:
        if gezocht in (_fold(keuze.tekst), _fold(keuze.code), _fold(keuze.code.replace("_", " "))):
            return keuze
    return None


def _fold(tekst: str) -> str:
    return " ".join(tekst.casefold().rstrip(".").split())


def _number(stap: Stap, tekst: str) -> int | Weigering:
    grenzen = bounds(stap)
    if not re.fullmatch(r"-?\d{1,9}", tekst, re.ASCII):
        return Weigering(f"Typ een heel getal{grenzen}, in cijfers.")
    getal = int(tekst)
    te_laag = stap.van is not None and getal < stap.van
    te_hoog = stap.tot is not None and getal > stap.tot
    return Weigering(f"Typ een heel getal{grenzen}.") if te_laag or te_hoog else getal


def bounds(stap: Stap) -> str:
    """« van 0 tot en met 10», or what of it is known."""
    if stap.van is not None and stap.tot is not None:
        return f" van {stap.van} tot en met {stap.tot}"
    if stap.van is not None:
        return f" vanaf {stap.van}"
    return f" tot en met {stap.tot}" if stap.tot is not None else ""


def _date(tekst: str, vandaag: date | None) -> date | Weigering:
    woord = tekst.casefold()
    if vandaag is not None:
        dichtbij = _near(woord, vandaag)
        if dichtbij is not None:
            return dichtbij
    delen = _date_parts(woord)
    if delen is None:
        hoe = "7 december 2026" if vandaag is None else "7 december 2026, vandaag of vrijdag"
        return Weigering(f"Typ een datum met dag, maand en jaar, zoals {hoe}.")
    jaar, maand, dag = delen
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return Weigering(f"De dag «{clean(tekst, regels=False)}» bestaat niet.")


def _near(woord: str, vandaag: date) -> date | None:
    if woord in _BIJ_VANDAAG:
        return vandaag + timedelta(days=_BIJ_VANDAAG[woord])
    if woord in DAGEN:  # the next one: on a Friday «vrijdag» is in a week
        return vandaag + timedelta(days=(DAGEN.index(woord) - vandaag.weekday() - 1) % 7 + 1)
    return None


def _date_parts(woord: str) -> tuple[int, int, int] | None:
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", woord, re.ASCII)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    cijfers = re.fullmatch(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})", woord, re.ASCII)
    if cijfers:
        return int(cijfers[3]), int(cijfers[2]), int(cijfers[1])
    letters = re.fullmatch(r"(?:[a-z]+dag,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4})", woord, re.ASCII)
    if letters:
        maand = [n for n, naam in enumerate(MAANDEN, 1) if _is_month(naam, letters[2])]
        return (int(letters[3]), maand[0], int(letters[1])) if maand else None
    return None


def _is_month(naam: str, woord: str) -> bool:
    return woord in (
        naam,
        naam[:3],
        "mrt" if naam == "maart" else naam,
        "sept" if naam == "september" else naam,
    )


def _time(tekst: str) -> str | Weigering:
    gevonden = _TIJD.fullmatch(tekst.casefold())
    if gevonden and (gevonden[2] is not None or re.search(r"[u]", tekst.casefold())):
        uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
        if uur < 24 and minuut < 60:
            return f"{uur:02}:{minuut:02}"
    return Weigering("Typ een tijd zoals 14.30 of 9.00.")


def in_words(waarde: Waarde) -> str:
    """A date as «maandag 7 december 2026», a time as «14.30 uur», anything else as it is."""
    if isinstance(waarde, date):
        return f"{DAGEN[waarde.weekday()]} {waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"
    if isinstance(waarde, str) and re.fullmatch(r"\d\d:\d\d", waarde, re.ASCII):
        return f"{waarde.replace(':', '.')} uur"
    return "" if waarde is None else str(waarde)
