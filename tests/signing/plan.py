"""Een getekend plan voor elke proef: twee plekken, twee sleutels, op een vast moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Alinea, Handtekeningvak
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign

NU = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)
UUR = timedelta(hours=1)
WACHTZIN = b"acht natte eenden"
TEKST = "Wij spreken af dat Kees vanavond bij zijn broer slaapt."


@cache
def identiteit(naam: str = "J. Jansen, casusregisseur") -> bytes:
    """An identity, made once."""
    return make_identity(naam, WACHTZIN, NU)


@cache
def leeg(*velden: str) -> bytes:
    """A plan with reserved fields: two, or these."""
    namen = velden or ("partij-1", "partij-2")
    vakken = (Handtekeningvak(f"Partij {n}", veld) for n, veld in enumerate(namen, 1))
    return render(document(blokken=(Alinea(TEKST), *vakken)))


@cache
def een() -> bytes:
    """The plan with one signature."""
    return sign(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)


@cache
def twee() -> bytes:
    """The plan with both signatures."""
    return sign(een(), identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)
