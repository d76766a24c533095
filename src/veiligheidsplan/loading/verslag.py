"""What was found in the values of one text (*verslag*): findings, placed as they come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from veiligheidsplan.bevinding import Bevinding, Ernst, Verwant, nearest
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.limits import MAX_BEVINDINGEN

#: a path that grows cheaply: (path so far, key or index); ``None`` is the root. Unrolled only for a finding
Spoor = tuple[Any, str | int] | None


class Getalsleutel(int):
    """A key of a block that is a number (``punten_vanaf``): in a path it is told apart from an index."""


#: what to do, or how to find that out
Tip = str | None | Callable[[], str | None]
#: names that are compared, and names that are listed
_VEEL = 1000
_RIJTJE = 12
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
        tip: Tip = None,
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
        if len(self.bevindingen) >= MAX_BEVINDINGEN:
            return
        pad = unroll(spoor)
        plaats = (op_sleutel and self.kaart.key(pad)) or self.kaart.nearest(pad)
        if (plaats.regel, plaats.kolom) in self._bezet:
            return
        tip = tip() if callable(tip) else tip
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
        delen.append(int(deel) if deel.__class__ is Getalsleutel else deel)
    return tuple(reversed(delen))


def name_of(spoor: Spoor) -> str:
    """How a sentence calls what stands at *spoor*: «titel», or «item 2 van telt»."""
    if spoor is None:
        return "het bestand"
    ouder, deel = spoor
    if deel.__class__ is Getalsleutel:
        return f"«{deel}» van {name_of(ouder)}"
    if isinstance(deel, int):
        return f"item {deel + 1}" + (f" van {name_of(ouder)}" if ouder else "")
    return f"«{short(deel)}»"


def short(waarde: object) -> str:
    """A piece of the user's text, fit for a sentence: one line, not long, nothing that cannot be seen."""
    tekst = "".join(t if t.isprintable() else " " for t in str(waarde)[: _KORT + 1])
    return tekst if len(tekst) <= _KORT else tekst[: _KORT - 1] + "…"


def suggestion(naam: object, bekend: Iterable[object], anders: str | None = None) -> Tip:
    """«Bedoelt u …?» where a known name is near; else what there is to choose from; else *anders*.

    Worked out only when the finding is kept: comparing names is slow.
    """
    return partial(suggest, naam, bekend, anders)


def suggest(naam: object, bekend: Iterable[object], anders: str | None = None) -> str | None:
    """As ``suggestion``, at once."""
    namen = [short(n) for n in bekend]
    if isinstance(naam, str) and (dichtbij := nearest(short(naam), namen[:_VEEL])):
        return f"Bedoelt u «{dichtbij}»?"
    if namen and len(namen) <= _RIJTJE:
        return f"Kies uit: {', '.join(namen)}."
    return anders
