"""Destroying (*wissen*) what should never have been written: a field with its whole history, and what repeats it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.model import kind_of

#: kind of event -> the keys that together say which field it is about
_VELD = {"waarde_gegeven": ("onderwerp", "veld"), "antwoord_gegeven": ("afname", "vraag")}
#: what may be destroyed on its own; the rest of a log says what happened, and stays
_LOS = ("onderwerp_gearchiveerd", "antwoord_gekozen")

#: choices, never words, by which somebody reads less; with the answers that do so, or any answer
STRENG: dict[tuple[str, str], tuple[str, ...]] = {
    ("eigen_plan", "van"): (),
    ("stem", "akkoord"): ("niet_veilig",),
    ("persoon", "mogelijke_pleger"): ("ja",),
    ("incident", "door"): (),
    ("incident", "tegen"): (),
    ("vertegenwoordiger", "wie"): (),
    ("vertegenwoordiger", "gevaar"): ("ja", "weet_niet"),
    ("zitting", "tolk_wie"): (),
}


class Wisbaar(NamedTuple):
    """One event that can be destroyed: its number in the log, what it is about, and what stands there."""

    nummer: int
    waarover: str
    teksten: tuple[str, ...]


def erasable(kast: Dossierkast, id_: str) -> tuple[Wisbaar, ...]:
    """Every event that holds something a person typed or answered, in order."""
    return tuple(_erasable(dict(enumerate(kast.events(id_), 1))))


def erase(kast: Dossierkast, id_: str, nummer: int, reden: str) -> tuple[int, ...] | None:
    """Destroy this event and every earlier or later value of the same field; else an old value would come back.

    A choice that keeps something from somebody is first given again without its note: what is destroyed may bring
    nothing to light. The numbers that were destroyed; ``None`` when this number holds nothing that can be destroyed.
    """
    gebeurtenissen = dict(enumerate(kast.events(id_), 1))
    if nummer not in {w.nummer for w in _erasable(gebeurtenissen)}:
        return None
    veld = _field(gebeurtenissen[nummer])
    weg = tuple(
        n for n, g in gebeurtenissen.items() if n == nummer or (veld is not None and _field(g) == veld)
    )
    blijft = _kept(kast.read(id_), gebeurtenissen[nummer])
    if blijft is not None:
        kast.write(id_, kast.read(id_), [blijft])
    for n in weg:
        kast.destroy(id_, n, reden)
    return weg


def _kept(d: Dossier, g: Gebeurtenis | None) -> Feit | None:
    """The choice of this field as it holds now, where others would read more without it."""
    if g is None or g.soort != "waarde_gegeven":
        return None
    onderwerp, veld = str(g.inhoud["onderwerp"]), str(g.inhoud["veld"])
    streng = STRENG.get((kind_of(onderwerp), veld))
    waarde = d.waarde(onderwerp, veld)
    if streng is None or not waarde or (streng and waarde not in streng):
        return None
    return value_given(onderwerp, veld, waarde)


def stays(kast: Dossierkast, id_: str, wisbaar: Wisbaar) -> bool:
    """Whether the choice itself still stands after its note was destroyed."""
    onderwerp, _, veld = wisbaar.waarover.rpartition(", ")
    return (kind_of(onderwerp), veld) in STRENG and kast.read(id_).waarde(onderwerp, veld) is not None


def repeated(kast: Dossierkast, id_: str, teksten: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers of events in which one of these texts still stands, also inside a longer one."""
    gezocht = [t.casefold() for t in teksten if len(t.strip()) > 2]  # «ja» stands everywhere
    return tuple(
        n
        for n, g in enumerate(kast.events(id_), 1)
        if g is not None and any(s in t.casefold() for s in gezocht for t in _strings(g.inhoud))
    )


def _erasable(gebeurtenissen: Mapping[int, Gebeurtenis | None]) -> Iterator[Wisbaar]:
    for n, g in gebeurtenissen.items():
        if g is None or g.soort not in (*_VELD, *_LOS) or g.inhoud.get("onderwerp") == "gesprek":
            continue
        sleutels = _VELD.get(g.soort, ("onderwerp",) if "onderwerp" in g.inhoud else ("afname", "vraag"))
        typed = [g.inhoud.get(k) for k in ("waarde", "toelichting", "reden")]
        teksten = tuple(t for w in typed for t in (_strings(w) if not isinstance(w, int) else (str(w),)))
        if teksten:
            yield Wisbaar(n, ", ".join(str(g.inhoud[k]) for k in sleutels), teksten)


def _field(g: Gebeurtenis | None) -> tuple[str, ...] | None:
    if g is None or g.soort not in _VELD:
        return None
    return (g.soort, *(str(g.inhoud[k]) for k in _VELD[g.soort]))


def _strings(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for w in waarde.values():
            yield from _strings(w)
    elif isinstance(waarde, (list, tuple)):
        for w in waarde:
            yield from _strings(w)
