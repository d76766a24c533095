"""What protects one person (*bescherming*), such as an alarm button: until when, and whose it is.

Private to that person: who is a source of danger never learns that it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.maatregel import Periode, days_left
from veiligheidsplan.plan.omgeving import Omgeving


def period(d: Dossier, onderwerp: str) -> Periode:
    """From and until, both days included."""
    van, tot = (_day(d, onderwerp, veld) for veld in ("vanaf", "tot"))
    return Periode(van, tot)


def _day(d: Dossier, onderwerp: str, veld: str) -> date | None:
    waarde = d.waarde(onderwerp, veld)
    return date.fromisoformat(waarde) if isinstance(waarde, str) else None


def how_long(d: Dossier, o: Omgeving, onderwerp: str) -> str:
    """«nog 3 dagen, tot en met 10 december 2026»; empty without a last day."""
    return days_left(o, period(d, onderwerp))


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """What a professional should look at: (sentence of the template, the person)."""
    contact = _day(d, "vervolg", "contact_datum")
    for b in d.onderwerpen("bescherming"):
        tot = period(d, b).tot
        if tot is None:
            continue
        if tot < o.vandaag:
            yield ("open_bescherming_voorbij", str(d.waarde(b, "van")))
        elif contact is None or tot < contact:
            yield ("open_bescherming_eind", str(d.waarde(b, "van")))
