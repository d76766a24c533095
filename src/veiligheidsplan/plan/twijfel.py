"""Doubt (*twijfel*).

Text that looks like an address is questioned before it is saved. There is no field for a shelter.
"""

from __future__ import annotations

import re

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.plan.stap import Stap, Waarde

_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b")
_STRAAT = re.compile(  # without what stands before it: a search must take no time over a long text
    r"(straat|laan|weg|plein|gracht|kade|dijk|singel|hof|steeg|pad|park|plantsoen|dreef|ring|wal|markt)\s+\d",
    re.IGNORECASE,
)
_OPVANG = re.compile(
    r"\b(blijf[- ]van[- ]mijn[- ]lijf\w*|"
    r"\w*opvang(huis|adres|locatie|plek)?|schuil(adres|plek)|geheim adres|safe ?house)\b",
    re.IGNORECASE,
)
_GEEN_OPVANG = re.compile(r"\b(kinder|naschoolse |buitenschoolse )opvang\b", re.IGNORECASE)


def looks_like_address(stap: Stap, waarde: Waarde) -> Bevinding | None:
    """A warning when free text looks like an address or names a shelter; the person decides."""
    if stap.soort != "tekst" or not isinstance(waarde, str):
        return None
    rest = _GEEN_OPVANG.sub("", waarde)
    if not any(patroon.search(rest) for patroon in (_POSTCODE, _STRAAT, _OPVANG)):
        return None
    return Bevinding(
        "VP502",
        "Dit lijkt op een adres of een opvangplek. Een kopie kan door iedereen worden gevonden.",
        Ernst.WAARSCHUWING,
        stap.pad,
        suggestie="Schrijf liever «adres bekend bij» met uw naam. "
        "Geef hetzelfde antwoord nog eens als het zo moet blijven.",
    )
