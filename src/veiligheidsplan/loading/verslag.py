"""What was found in the values of one text (*verslag*): findings, placed as they come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from veiligheidsplan.bevinding import Bevinding, Ernst, Verwant, nearest
from veiligheidsplan.loading.bronkaart import Bronkaart

#: a path that grows cheaply: (path so far, key or index); ``None`` is the root. Unrolled only for a finding
Spoor = tuple[Any, str | int] | None
#: longest piece of the user's text in a sentence
_KORT = 40


class Verslag:
    """Collects findings with their places. ``stuk`` says whether there is a fault among them."""

    def __init__(self, kaart: Bronkaart, gevonden: Iterable[Bevinding] = ()) -> None:
        self.kaart = kaart
        self.bevindingen: list[Bevinding] = list(gevonden)
        self._bezet = {(b.plaats.regel, b.plaats.kolom) for b in self.bevindingen if b.plaats}

    @property
    def stuk(self) -> bool:
        return any(b.ernst is Ernst.FOUT for b in self.bevindingen)

    def fault(
        self,
        code: str,
        spoor: Spoor,
        uitleg: str,
        tip: str | None = None,
        *,
        op_sleutel: bool = False,
        zie: Spoor = None,
        zie_uitleg: str = "hier staat het andere",
        ernst: Ernst = Ernst.FOUT,
    ) -> None:
        """One fault at *spoor*: at its value, or at its key when *op_sleutel*. Not where something was
        found before.

        *zie* is a related path; *zie_uitleg* says in a few words what is there.
        """
        pad = unroll(spoor)
        plaats = (op_sleutel and self.kaart.key(pad)) or self.kaart.nearest(pad)
        if (plaats.regel, plaats.kolom) in self._bezet:
            return
        verwant: tuple[Verwant, ...] = ()
        if zie is not None and (elders := self.kaart.key(unroll(zie))):
            verwant = (Verwant(elders, zie_uitleg),)
        self.bevindingen.append(
            Bevinding(code, uitleg, ernst, pad=pad, plaats=plaats, suggestie=tip, verwant=verwant)
        )

    def seal(self) -> None:
        """From here on: no second finding at a place that has one (a wrong value needs no wrong reference
        too)."""
        self._bezet |= {(b.plaats.regel, b.plaats.kolom) for b in self.bevindingen if b.plaats}


def unroll(spoor: Spoor) -> tuple[str | int, ...]:
    """The path as a plain tuple, root first."""
    delen: list[str | int] = []
    while spoor is not None:
        spoor, deel = spoor
        delen.append(deel)
    return tuple(reversed(delen))


def name_of(spoor: Spoor) -> str:
    """How a sentence calls what stands at *spoor*: «titel», or «item 2 van telt»."""
    if spoor is None:
        return "het bestand"
    ouder, deel = spoor
    return f"item {deel + 1} van {name_of(ouder)}" if isinstance(deel, int) and ouder else f"«{short(deel)}»"


def short(waarde: object) -> str:
    """A piece of the user's text, fit for a sentence: one line, not long, nothing that cannot be seen."""
    tekst = "".join(t if t.isprintable() else " " for t in str(waarde)[: _KORT + 1])
    return tekst if len(tekst) <= _KORT else tekst[: _KORT - 1] + "…"


def suggestion(naam: object, bekend: Iterable[str], anders: str | None = None) -> str | None:
    """«Bedoelt u …?» where a known name is near; else what there is to choose from; else *anders*."""
    namen = list(bekend)
    if isinstance(naam, str) and (dichtbij := nearest(short(naam), namen)):
        return f"Bedoelt u «{dichtbij}»?"
    if namen and len(namen) <= 12:
        return f"Kies uit: {', '.join(namen)}."
    return anders
