"""Dutch words for what a dossier waits for: one sentence a term, without a name, a text or an answer."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from veiligheidsplan.plan.termijn import SINDS, Termijn
from veiligheidsplan.plan.urgentie import Urgentie, Weging
from veiligheidsplan.plan.woorden import spoken_date

KOPPEN = {
    Urgentie.TE_LAAT: "Te laat, of het wacht op u",
    Urgentie.VANDAAG: "Vandaag",
    Urgentie.ZONDER_DAG: "Er is geen dag afgesproken",
    Urgentie.KOMT: "Komt nog",
    Urgentie.HALVERWEGE: "Halverwege gestopt",
    Urgentie.NIETS: "Niets wat wacht",
}

#: one, and more than one of the same kind
_WAT = {
    "melding_doen": ("besloten te melden bij Veilig Thuis; er staat niet dat dit is gedaan",) * 2,
    "melding": ("melding bij Veilig Thuis niet overgenomen", "{n} meldingen bij Veilig Thuis niet overgenomen"),
    "actie_direct": ("actie voor de veiligheid van nu", "{n} acties voor de veiligheid van nu"),
    "plan_voor_verbod": ("het plan vaststellen voordat het verbod eindigt",) * 2,
    "verbod": ("een verbod eindigt", "{n} verboden eindigen"),
    "maatregel": ("een maatregel eindigt", "{n} maatregelen eindigen"),
    "voorwaarde_vt": ("voorwaarde van Veilig Thuis", "{n} voorwaarden van Veilig Thuis"),
    "voorwaarde": ("voorwaarde voor de veiligheid", "{n} voorwaarden voor de veiligheid"),
    "contact": ("volgend contact",) * 2,
    "geen_contact": ("er is geen volgend contact afgesproken",) * 2,
    "meldcode": ("de meldcode is uitgesteld en wacht nog",) * 2,
    "overname": ("Veilig Thuis neemt over",) * 2,
    "actie": ("actie", "{n} acties"),
    "evaluatie": ("evaluatie",) * 2,
    "geen_evaluatie": ("er is geen evaluatie afgesproken",) * 2,
    "afspraak": ("een afspraak loopt af", "{n} afspraken lopen af"),
    "vragenlijst": ("een vragenlijst is niet af", "{n} vragenlijsten zijn niet af"),
    "ronde": ("het gesprek is niet afgerond: dit plan is nog niet vastgesteld",) * 2,
}  # fmt: skip
_ZONDER = frozenset({"melding_doen", "geen_contact", "geen_evaluatie"})


def what(termijn: Termijn) -> str:
    """What it is: «actie voor de veiligheid van nu»."""
    een, meer = _WAT.get(termijn.soort, (termijn.soort.replace("_", " "), "{n} × " + termijn.soort))
    return een if termijn.aantal == 1 else meer.replace("{n}", str(termijn.aantal))


@lru_cache(maxsize=8192)
def sentence(w: Weging) -> str:
    """What, and when: «Volgend contact: 3 dagen te laat (26 november 2026)»."""
    wat = what(w.termijn)
    zin = wat[0].upper() + wat[1:]
    if w.termijn.soort in _ZONDER:
        return f"{zin}."
    return f"{zin}: {when(w)}."


def when(w: Weging) -> str:
    """When: late by how much, today at what hour, since when, or on which day."""
    t = w.termijn
    if t.dag is None or w.dagen is None:
        return "geen dag afgesproken"
    dag = spoken_date(date.fromisoformat(t.dag)) + (f", {_hour(t.tijd)}" if t.tijd else "")
    if t.soort in SINDS:
        return f"sinds vandaag ({dag})" if w.dagen >= 0 else f"al {_days(-w.dagen)} (sinds {dag})"
    if w.dagen < 0:
        return f"{_days(-w.dagen)} te laat ({dag})"
    if w.dagen == 0:
        return _today(w, dag)
    return f"morgen ({dag})" if w.dagen == 1 else f"over {_days(w.dagen)} ({dag})"


def _today(w: Weging, dag: str) -> str:
    if w.minuten is None:
        return f"vandaag ({dag})"
    duur = _span(abs(w.minuten))
    if w.minuten < 0:
        return f"{duur} te laat ({dag})"
    return f"nu ({dag})" if w.minuten == 0 else f"vandaag, over {duur} ({dag})"


def _days(dagen: int) -> str:
    return "1 dag" if dagen == 1 else f"{dagen} dagen"


def _span(minuten: int) -> str:
    if minuten < 60:
        return "1 minuut" if minuten == 1 else f"{minuten} minuten"
    uren, rest = divmod(minuten, 60)
    return f"{uren} uur" + (f" en {rest} minuten" if rest > 1 else " en 1 minuut" if rest else "")


def _hour(tijd: str) -> str:
    return f"{tijd.replace(':', '.')} uur"
