"""What a copy might hold and does not say (*ongezegd*): an answer that sleeps, or one that no section asks for.

Found by looking in the document itself, so that a template or a new field cannot lose a text without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from veiligheidsplan.plan.document import Document
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.woorden import fill

#: how the worker finds the dossier again: on no copy, by design
_ALIAS = ("dossier", "alias")


def unsaid(delen: tuple[Dossier, ...], o: Omgeving, document: Document) -> tuple[str, ...]:
    """A line for each field whose text is in one of *delen* and nowhere in *document*; none of them twice."""
    gezegd = " ".join(_plain(t) for t in _texts(document.blokken))
    regels = (
        fill(o.zin("weggelaten_bewaard"), {"wat": _label(o, kind_of(onderwerp), veld)})
        for deel in delen
        for onderwerp, veld, tekst in _typed(deel)
        if _plain(tekst) not in gezegd
    )
    return tuple(dict.fromkeys(regels))


def _label(o: Omgeving, soort: str, veld: str) -> str:
    """What the field is called, with the part of the conversation that it belongs to: «Naam» alone says little."""
    deel = o.sjabloon.zinnen.get(f"sectie_{soort}", "")
    label = o.sjabloon.teksten[soort][veld].label
    return f"{deel}, {label}" if deel else label


def _typed(d: Dossier) -> Iterator[tuple[str, str, str]]:
    """Every text that somebody typed, but how we sat and went."""
    for onderwerp, velden in d.waarden.items():
        soort = kind_of(onderwerp)
        if onderwerp in d.gearchiveerd or soort not in VELDEN or soort in ("gesprek", "zitting"):
            continue
        for veld, gegeven in velden.items():
            kent = VELDEN[soort].get(veld)
            if kent and kent.soort == "tekst" and isinstance(gegeven.waarde, str) and (soort, veld) != _ALIAS:
                yield onderwerp, veld, gegeven.waarde


def _plain(tekst: str) -> str:
    return " ".join(tekst.casefold().split())


def _texts(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _texts(deel)
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        for veld in fields(waarde):
            yield from _texts(getattr(waarde, veld.name))
