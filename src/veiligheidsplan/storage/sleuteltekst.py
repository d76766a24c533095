"""Keys as text that people read aloud, print and retype (*herstelsleutel*, *openbare sleutel*).

Base32 in Crockford's alphabet: no I, L, O or U, and what is easily mistaken (O for 0, I or L for 1) is read
as meant. Case, spaces and any kind of hyphen do not matter. Four characters at the end are a check (20 bits
of SHA-256), so a typing mistake is told as such; one in a million slips through and then simply does not
fit.
"""

from __future__ import annotations

import hashlib
import unicodedata

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LIJKT_OP = str.maketrans("OIL", "011")
_CONTROLE = 4
_GROEP = 4


class Typfout(ValueError):
    """A text that is no whole key. ``waar`` is a short Dutch phrase that says what was noticed."""

    def __init__(self, waar: str) -> None:
        self.waar = waar
        super().__init__(waar)


def encode(doel: str, inhoud: bytes) -> str:
    """*inhoud* as groups of four characters with a check; *doel* (purpose) keeps kinds of key apart."""
    return group(base32(inhoud) + _check(doel, inhoud))


def decode(doel: str, tekst: str, lengte: int) -> bytes:
    """The *lengte* bytes of a text made by :func:`encode`. Raises :class:`Typfout`."""
    schoon = _clean(tekst)
    verwacht = -(-lengte * 8 // 5) + _CONTROLE
    for plek, teken in enumerate(schoon):
        if teken not in ALFABET:
            raise Typfout(f"in groep {plek // _GROEP + 1} staat een teken dat niet voorkomt in een sleutel")
    if len(schoon) != verwacht:
        raise Typfout(f"er zijn {verwacht} tekens nodig en het zijn er {len(schoon)}")
    getal = int(schoon[:-_CONTROLE].translate(_NAAR_32), 32)
    over = (verwacht - _CONTROLE) * 5 - lengte * 8
    inhoud = (getal >> over).to_bytes(lengte, "big")
    if getal & ((1 << over) - 1) or _check(doel, inhoud) != schoon[-_CONTROLE:]:
        raise Typfout("de laatste vier tekens passen niet bij de rest")
    return inhoud


def base32(inhoud: bytes) -> str:
    """Bytes as base32 characters, the last one filled up with zero bits."""
    lengte = -(-len(inhoud) * 8 // 5)
    getal = int.from_bytes(inhoud, "big") << (lengte * 5 - len(inhoud) * 8)
    return "".join(ALFABET[(getal >> (5 * plek)) & 31] for plek in reversed(range(lengte)))


def group(tekens: str) -> str:
    """Four characters, a hyphen, four characters: what an eye can keep hold of."""
    return "-".join(tekens[plek : plek + _GROEP] for plek in range(0, len(tekens), _GROEP))


_NAAR_32 = str.maketrans(ALFABET, "0123456789abcdefghijklmnopqrstuv")


def _check(doel: str, inhoud: bytes) -> str:
    return base32(
        hashlib.sha256(b"veiligheidsplan/sleuteltekst/1/" + doel.encode() + b"/" + inhoud).digest()[:3]
    )[:_CONTROLE]


def _clean(tekst: str) -> str:
    """Upper case without white space, hyphens and invisible characters, look-alikes read as meant."""
    breed = unicodedata.normalize("NFKC", tekst).upper()
    over = (
        t for t in breed if not t.isspace() and unicodedata.category(t) not in ("Pd", "Cf", "Cc") and t != "−"
    )
    return "".join(over).translate(_LIJKT_OP)
