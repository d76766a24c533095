"""A pocket card (*kaart*) for a person's own safety: for a purse, and nothing on it tells what it is about.

No logo, no title, no name of a service, no date and no version. Only what can be explained when somebody finds it: whom
to call, what to bring. How somebody would get away, money, and who follows whom on a phone are never on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from veiligheidsplan.plan.document import Blok, Document, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.omgeving import Omgeving

_SOORT: Final = "eigen_veiligheid"
#: what may stand on it, in this order; the sign agreed on only when the person asks for it
OP_DE_KAART: Final = ("vertrouwd", "kinderen", "dieren", "tas")
SEINTJE: Final = "seintje"
_NUMMERS: Final = ("noodnummer", "veilig_thuis")
#: words that give the card away; whoever makes it is told
VERRAADT: Final = (
    "geweld", "veilig thuis", "veiligheidsplan", "opvang", "mishandel", "slaan", "slaat", "dader", "slachtoffer",
    "vluchten", "schuil", "politie", "huisverbod", "aangifte",
)  # fmt: skip


def pocket_card(deel: Dossier, o: Omgeving, medewerker: tuple[str, str], *, met_seintje: bool) -> Document:
    """The card from what this person's private pages may hold; ``medewerker`` is a first name and a number."""
    return Document(
        titel=o.zin("kaart_titel"),
        kenmerk="",
        datum="",
        datum_iso="",
        blokken=tuple(_blocks(deel, o, medewerker, met_seintje=met_seintje)),
        kaart=True,
    )


def _blocks(deel: Dossier, o: Omgeving, medewerker: tuple[str, str], *, met_seintje: bool) -> Iterator[Blok]:
    nummers = [(o.zin(f"kaart_{id_}"), n.nummer) for id_ in _NUMMERS if (n := o.nummers.nummers.get(id_))]
    if all(medewerker):
        nummers.append(medewerker)
    yield Velden(tuple(nummers))
    velden = (*OP_DE_KAART, *((SEINTJE,) if met_seintje else ()))
    rijen = [
        (o.zin(f"kaart_{veld}"), str(waarde))
        for onderwerp in deel.onderwerpen(_SOORT)
        for veld in velden
        if (waarde := deel.waarde(onderwerp, veld))
    ]
    if rijen:
        yield Velden(tuple(rijen))


def worker_on_card(d: Dossier) -> tuple[str, str]:
    """The worker's first name and number: the name of an organisation would tell."""
    naam = str(d.waarde(MEDEWERKER, "naam") or "").split()
    return (naam[0] if naam else "", str(d.waarde(MEDEWERKER, "telefoon") or ""))


def telling_words(document: Document) -> tuple[str, ...]:
    """The words on this card that tell what it is about, in the order of ``VERRAADT``."""
    velden = (blok for blok in document.blokken if isinstance(blok, Velden))
    tekst = " ".join(deel for blok in velden for rij in blok.rijen for deel in rij).lower()
    return tuple(woord for woord in VERRAADT if woord in tekst)
