"""A chapter (*hoofdstuk*): an optional part of the plan that the professional opens. What it asks is data.

Nobody is asked what belongs to a chapter that is not open, and an empty chapter is never counted as incomplete.
A chapter that is closed again keeps its answers asleep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.model import VELDEN, Zicht
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Stap
from veiligheidsplan.plan.tussenstap import MEEST, more
from veiligheidsplan.plan.vraagstap import Pad, field_place, field_step

GEKOZEN = ("hoofdstukken", "gekozen")
_IEDEREEN = (Zicht.GEZAMENLIJK, Zicht.ALS_GELEZEN)
#: whose plan it is, who may be a danger, and who belongs with whom
BESLIST = {
    "eigen_plan": ("van", "reden"),
    "vertegenwoordiger": ("van", "naam", "wie", "gevaar"),
    "gezag": ("kind", "wie"),
    "plek": ("van", "wie"),
}
#: whether a field of this subject is asked
Als = Callable[[Dossier, str], bool]


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """``code`` is the answer that opens it and its key in an answers file; ``soort`` the kind of its subjects.

    ``als`` says of a field when it is asked (always, when it is not there); ``wie`` of whom it is asked.
    """

    code: str
    soort: str
    vorm: Literal["een", "lijst", "per_persoon", "per_afspraak", "per_actie", "per_leefdomein", "per_gegeven"]
    als: Mapping[str, Als] = field(default_factory=dict)
    wie: Als = lambda d, persoon: True


class Deel(NamedTuple):
    """One subject of a chapter: where it stands in an answers file, and what fills its questions."""

    onderwerp: str
    pad: Pad
    over: str
    nummer: int


def is_open(d: Dossier, h: Hoofdstuk) -> bool:
    """Whether the professional opened this chapter."""
    return h.code in (d.waarde(*GEKOZEN) or ())


def choice(d: Dossier, o: Omgeving) -> Plek:
    """Which chapters to open. In an answers file those whose key stands there."""

    def maak() -> Stap:
        stap = field_step(d, o, *GEKOZEN, ("hoofdstukken",), inleiding=o.zin("hoofdstukken_kan"))
        return replace(stap, volgt_uit_bestand=True)

    return Plek("/".join(GEKOZEN), maak)


def places(d: Dossier, o: Omgeving, h: Hoofdstuk) -> Iterator[Plek]:
    """Every place of an open chapter, in order. On the werkscherm alone."""
    if h.vorm == "lijst":
        if any(h.wie(d, p) for p in d.onderwerpen("persoon")):  # nobody to choose: nothing to ask
            yield from _list(d, o, h)
        return
    for deel in parts(d, o, h):
        yield from _fields(d, o, h, deel)


def _list(d: Dossier, o: Omgeving, h: Hoofdstuk) -> Iterator[Plek]:
    eerste = True
    for n in range(1, MEEST + len(d.gearchiveerd) + 1):
        id_ = f"{h.soort}:{n}"
        if id_ in d.gearchiveerd:
            continue
        yield more(d, o, h.soort, n, (h.code, n - 1), eerste=eerste)
        if d.waarde("gesprek", f"meer_{h.soort}_{n}") != "ja":
            return
        yield from _fields(d, o, h, Deel(id_, (h.code, n - 1), "", n))
        eerste = False


def _fields(d: Dossier, o: Omgeving, h: Hoofdstuk, deel: Deel) -> Iterator[Plek]:
    for veld in applying(d, h, deel.onderwerp):
        vul = {"naam": deel.over, "nummer": str(deel.nummer)}
        lezen = o.zin("iedereen_leest") if _read_by_all(h, veld) else None
        pad = (*deel.pad, veld)
        yield field_place(d, o, deel.onderwerp, veld, pad, inleiding=lezen, tafel=False, **vul)


def _read_by_all(h: Hoofdstuk, veld: str) -> bool:
    """Whether this is the first field here that goes on the copy that everyone reads."""
    gedeeld = [v for v, model in VELDEN[h.soort].items() if model.zicht in _IEDEREEN]
    return gedeeld[:1] == [veld]


def parts(d: Dossier, o: Omgeving, h: Hoofdstuk) -> Iterator[Deel]:
    """The subjects of a chapter as they apply now, with a value or without; of a list those that have one."""
    match h.vorm:
        case "een":
            yield Deel(h.soort, (h.code,), "", 1)
        case "lijst":
            lijst = sorted(d.onderwerpen(h.soort), key=lambda id_: int(id_.split(":")[1]))
            for n, id_ in enumerate(lijst, 1):
                yield Deel(id_, (h.code, n - 1), "", n)
        case "per_persoon":
            for n, persoon in enumerate(d.onderwerpen("persoon"), 1):
                if h.wie(d, persoon):
                    naam = str(d.waarde(persoon, "naam") or "")
                    yield Deel(f"{h.soort}:{persoon}", (h.code, f"@{persoon}"), naam, n)
        case "per_afspraak" | "per_actie":
            taken = (t for t in d.onderwerpen(h.vorm.removeprefix("per_")) if _stands(d, t))
            for n, taak in enumerate(taken, 1):
                yield Deel(f"{h.soort}:{taak}", (h.code, n - 1), str(d.waarde(taak, "wat")), n)
        case _:
            vakken = o.sjabloon.gegevens if h.vorm == "per_gegeven" else o.sjabloon.leefdomeinen
            for n, (code, titel) in enumerate(vakken.items(), 1):
                yield Deel(f"{h.soort}:{code}", (h.code, code), titel, n)


def sleeping(h: Hoofdstuk, d: Dossier, onderwerp: str) -> tuple[str, ...]:
    """Fields of this subject that do not apply now; one empty field is the whole of it.

    What decides who may read something stays awake in a chapter that is closed: a box that somebody unticks may
    never bring anything to light.
    """
    if not _belongs(h, d, onderwerp):
        return ("",)
    if not is_open(d, h):
        blijft = BESLIST.get(h.soort, ())
        return tuple(veld for veld in VELDEN[h.soort] if veld not in blijft) if blijft else ("",)
    mag = applying(d, h, onderwerp)
    return tuple(veld for veld in VELDEN[h.soort] if veld not in mag)


def applying(d: Dossier, h: Hoofdstuk, onderwerp: str) -> tuple[str, ...]:
    """The fields of this subject that apply now. One that rests on a field that does not apply, does not either."""
    velden = []
    for veld in VELDEN[h.soort]:
        if veld not in h.als or h.als[veld](d, onderwerp):
            velden.append(veld)
        elif d.beantwoord(onderwerp, veld):
            over = {v: g for v, g in d.waarden[onderwerp].items() if v != veld}
            d = replace(d, waarden={**d.waarden, onderwerp: over})
    return tuple(velden)


def _belongs(h: Hoofdstuk, d: Dossier, onderwerp: str) -> bool:
    over = onderwerp.partition(":")[2]
    match h.vorm:
        case "lijst":
            return not ended(d, onderwerp)
        case "per_persoon":
            return over in d.onderwerpen("persoon") and h.wie(d, over)
        case "per_afspraak" | "per_actie":
            return over in d.onderwerpen(h.vorm.removeprefix("per_")) and _stands(d, over)
        case _:
            return True


def _stands(d: Dossier, afspraak: str) -> bool:
    return bool(d.waarde(afspraak, "wat")) and not ended(d, afspraak)
