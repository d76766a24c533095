"""Doubt (*twijfel*).

Text that looks like an address is questioned before it is saved. There is no field for a shelter.
"""

from __future__ import annotations

import re

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.plan.stap import Stap, Waarde

#: not a year and a word («in 2026 om»)
_POSTCODE = re.compile(
    r"\b(?!(?:19|20)\d\d (?:al|de|en|er|ga|ik|in|is|je|na|nu|of|om|op|te|we|ze|zo)\b)[1-9]\d{3}\s?[A-Za-z]{2}\b"
)
_STRAAT = re.compile(  # without what stands before it: a search must take no time over a long text
    r"(straat|laan|weg|plein|gracht|kade|dijk|singel|hof|steeg|pad|park|plantsoen|dreef|ring|wal|markt|baan|brink|"
    r"haven|oord|veld|kamp|berg|erf|akker|allee|boulevard|tuin|hoek|plaats|wijk|poort|brug|horst|donk|terras|str\.)"
    r"\s+\d",
    re.IGNORECASE,
)
#: a name with a number after it («Sint Jacob 14b»), unless the number counts something
_NAAM_NUMMER = re.compile(
    r"(?<![.!?:]\s)(?<=\w\s)[A-Z][a-zà-ÿ]{2,30}\s\d{1,4}\s?[a-hA-H]?\b(?!\s?(?:jaar|uur|keer|dag|we|maand|minu|euro|x\b|%))"
)
_GEEN_NAAM = re.compile(
    r"\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|fase|stap|vraag|groep|"
    r"klas|actie|afspraak|artikel|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|bel|bus|lijn)\s\d",
    re.IGNORECASE,
)
_HUIS = re.compile(
    r"\b(huisnummer|kamernummer|huisnr|appartement|flat)\.?\s*\d"
    r"|https?://|\bwww\.|\bmaps\b|\b-?\d{1,2}\.\d{4,},\s*-?\d{1,3}\.\d{4,}",
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
    if stap.soort != "tekst" or not isinstance(waarde, str) or not address_in(waarde):
        return None
    return Bevinding(
        "VP502",
        "Dit lijkt op een adres of een opvangplek. Een kopie kan door iedereen worden gevonden.",
        Ernst.WAARSCHUWING,
        stap.pad,
        suggestie="Schrijf liever «adres bekend bij» met uw naam. "
        "Geef hetzelfde antwoord nog eens als het zo moet blijven.",
    )


def address_in(tekst: str) -> bool:
    """Whether a text looks like an address, a place on a map, or a shelter."""
    rest = _GEEN_OPVANG.sub("", tekst)
    zonder_tellers = _GEEN_NAAM.sub("", rest)
    zoek = (
        (rest, _POSTCODE),
        (rest, _STRAAT),
        (rest, _OPVANG),
        (rest, _HUIS),
        (zonder_tellers, _NAAM_NUMMER),
    )
    return any(patroon.search(deel) for deel, patroon in zoek)
