"""Signed files that a dossier knows (*ondertekend*): how long each was, its hash, and who had signed by then.

A signed PDF only grows. So the first bytes of a later version are the earlier one, and a file that was cut back is
found by its length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Dossier

Stand = Literal["laatste", "nieuwer", "ouder", "afgetakt", "onbekend", "vervangen"]

#: the SHA-256 (hex) of the first so many bytes of the file that is looked at
Afdruk = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Zegel:
    """One signature: in which place, which name, and the fingerprint of the key."""

    veld: str
    naam: str
    vingerafdruk: str


@dataclass(frozen=True, slots=True)
class Ondertekend:
    """A signed file at one moment: of which copy, its length in bytes, its hash, and its signatures."""

    kenmerk: str
    lengte: int
    sha256: str
    zegels: tuple[Zegel, ...]


def seen(g: Gebeurtenis) -> Ondertekend:
    """From the event."""
    i = g.inhoud
    zegels = tuple(Zegel(z["veld"], z["naam"], z["vingerafdruk"]) for z in i["handtekeningen"])
    return Ondertekend(i["kenmerk"], int(i["lengte"]), i["sha256"], zegels)


def fact(kenmerk: str, lengte: int, sha256: str, zegels: tuple[Zegel, ...]) -> Feit:
    """The fact that a signed file was made here, or came back."""
    lijst: list[Mapping[str, Any]] = [
        {"veld": z.veld, "naam": z.naam, "vingerafdruk": z.vingerafdruk} for z in zegels
    ]
    return Feit(
        "ondertekend_gezien",
        {"kenmerk": kenmerk, "lengte": lengte, "sha256": sha256, "handtekeningen": lijst},
    )


def known_keys(d: Dossier) -> dict[str, frozenset[str]]:
    """By name: the fingerprints of every key with which this name signed before."""
    uit: dict[str, frozenset[str]] = {}
    for o in d.ondertekend:
        for z in o.zegels:
            uit[z.naam] = uit.get(z.naam, frozenset()) | {z.vingerafdruk}
    return uit


def compare(d: Dossier, lengte: int, afdruk: Afdruk) -> tuple[Stand, Ondertekend | None]:
    """How a file relates to what this dossier knows, and the latest state of that same copy.

    *nieuwer*: it goes on from the latest known state. *ouder*: it was cut back, or is an earlier version. *afgetakt*:
    it goes on from an earlier state, beside the latest one. *vervangen*: a later joint copy was signed since.
    """
    begin = [o for o in d.ondertekend if o.lengte <= lengte and afdruk(o.lengte) == o.sha256]
    if not begin:
        return "onbekend", None
    kenmerk = begin[-1].kenmerk
    laatste = max((o for o in d.ondertekend if o.kenmerk == kenmerk), key=lambda o: o.lengte)
    if _replaced(d, kenmerk):
        return "vervangen", laatste
    if laatste in begin:
        return ("laatste" if laatste.lengte == lengte else "nieuwer"), laatste
    return ("ouder" if any(o.lengte == lengte for o in begin) else "afgetakt"), laatste


def _replaced(d: Dossier, kenmerk: str) -> bool:
    """Whether a later copy for the same reader was made to be signed."""
    echt = [k for k in d.kopieen if not k.voorlopig]
    deze = next((k for k in echt if k.kenmerk == kenmerk), None)
    getekend = {o.kenmerk for o in d.ondertekend}
    return deze is not None and any(
        k.voor == deze.voor and k.kenmerk in getekend for k in echt[echt.index(deze) + 1 :]
    )
