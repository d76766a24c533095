"""What to look at again before a copy goes out (*nazien*): free text that may tell where somebody is or who helps.

It is asked, never decided: what looks like a phone number may be one that everyone may know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import Eigendeel, parts
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.twijfel import address_in

#: work details that belong on a copy
_MAG = {
    "medewerker": ("naam", "organisatie", "telefoon"),
    "regie": ("casusregisseur", "organisatie", "telefoon", "mandaathouder"),
    "partij": ("naam", "organisatie"),
    "persoon": ("naam",),
}
_TELEFOON = re.compile(r"(?<![\d-])[+(]?\d[\d \-/().]{6,18}\d")
_MAIL = re.compile(r"\S{1,80}\s?(?:@|\(at\)|\[at\])\s?\S{1,80}\.\w{2,}", re.IGNORECASE)
#: a word for an organisation with a name after it («school De Regenboog»), or a name that ends in one («Groep»)
_SOORTEN = (
    r"stichting|vereniging|\w*school|college|lyceum|\w*praktijk|\w*ziekenhuis|kliniek|\w*centrum|\w*team|bureau|"
    r"kantoor|moskee|kerk|club|huis|groep|instelling|\w*opvang"
)
_ORGANISATIE = re.compile(
    rf"\b(?i:{_SOORTEN})\s+(?:de |het |van )?[A-Z]\w+"
    r"|\b[A-Z][\w'-]+\s(?:Groep|Huis|Zorg|GGZ|Welzijn|Opvang|Team)\b|\bB\.?V\.?(?=\W|$)|\bGG[DZ]\b"
)


class Vondst(NamedTuple):
    """A text to look at again: of which subject and field, the text, and what it looks like (sentence ids)."""

    onderwerp: str
    veld: str
    tekst: str
    lijkt_op: tuple[str, ...]


def doubtful(d: Dossier, o: Omgeving, voor: Lezer, *, eigen: Eigendeel = "niet") -> tuple[Vondst, ...]:
    """Every free text on this reader's copy that is worth a second look; none for professionals."""
    if voor == PROFESSIONAL:
        return ()
    gezien: dict[tuple[str, str], Vondst] = {}
    for deel in parts(d, o, voor, eigen):
        for vondst in _in(deel, o):
            gezien[vondst.onderwerp, vondst.veld] = vondst
    return tuple(gezien.values())


def _in(deel: Dossier, o: Omgeving) -> Iterator[Vondst]:
    soorten = looks_like(o)
    for onderwerp, velden in deel.waarden.items():
        soort = kind_of(onderwerp)
        for veld, gegeven in velden.items():
            model = VELDEN.get(soort, {}).get(veld)
            if not isinstance(gegeven.waarde, str) or (model is not None and model.soort != "tekst"):
                continue
            if veld in _MAG.get(soort, ()):
                continue
            op = tuple(zin for zin, lijkt in soorten.items() if lijkt(gegeven.waarde))
            if op:
                yield Vondst(onderwerp, veld, gegeven.waarde, op)


def looks_like(o: Omgeving) -> dict[str, Callable[[str], bool]]:
    """Each kind of doubt, as the sentence that names it, with how it is seen. Numbers for everyone are no doubt."""
    bekend = [re.sub(r"\D", "", n.nummer) for n in o.nummers.for_household()]
    diensten = _words([s.naam for s in o.gemeenten.diensten.values() if s.bekend and not s.nummer])
    plaatsen = _words(
        [g.naam for g in o.gemeenten.gemeenten.values()]
        + [e.naam for e in o.gemeenten.niet_in_deze_regio.values()]
    )
    return {
        "lijkt_op_adres": address_in,
        "lijkt_op_telefoon": lambda t: any(n not in bekend for n in _numbers(t)),
        "lijkt_op_mail": lambda t: bool(_MAIL.search(t)),
        "lijkt_op_organisatie": lambda t: bool(_ORGANISATIE.search(t) or diensten.search(t)),
        "lijkt_op_plaats": lambda t: bool(plaatsen.search(t)),
    }


def _numbers(tekst: str) -> Iterator[str]:
    """The digits of everything that can be a phone number: eight to thirteen, from a 0 or from abroad; never a day."""
    for gevonden in _TELEFOON.findall(tekst):
        cijfers = re.sub(r"\D", "", gevonden)
        if 8 <= len(cijfers) <= 13 and (cijfers.startswith("0") or gevonden.startswith("+")):
            yield cijfers


def _words(namen: list[str]) -> re.Pattern[str]:
    """These names as whole words, written with their capital: «buren» is no place."""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, namen), key=len, reverse=True)) or '(?!)'})(?!\w)"
    )
