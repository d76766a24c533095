"""Whether a municipality's template stays within what the region leaves open. Looks at what stands in the file.

Everything is found in one run, also where the form is wrong: values that are no text or block are left to the
check of the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from veiligheidsplan.bevinding import Bevinding, nearest
from veiligheidsplan.plan.regio import Nummers
from veiligheidsplan.plan.sjabloon import Sjabloon
from veiligheidsplan.plan.sjabloon_contact import check_clash
from veiligheidsplan.plan.sjabloon_eigen import Gemeentesjabloon
from veiligheidsplan.plan.sjabloon_extra import check_extra
from veiligheidsplan.plan.sjabloon_tekst import objections, openings

Pad = tuple[str | int, ...]
Blok = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Grond:
    """What a municipality's template rests on: the regional one, and what else the region has."""

    regio: Sjabloon
    instrumenten: frozenset[str]
    gemeenten: Mapping[str, str]
    nummers: Nummers


def check_own(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    """Every attempt to do what is not open, each at its path in the file."""
    for controle in _CONTROLES:
        yield from controle(rauw, grond)
    yield from check_extra(rauw, grond.regio)
    yield from check_clash(rauw.get("contacten"), grond.nummers)


def fixed_keys(rauw: Blok) -> Iterator[Pad]:
    """What stands in the file and is the region's alone: left out before the form is looked at."""
    yield from ((k,) for k in rauw if k in Sjabloon.model_fields and k not in Gemeentesjabloon.model_fields)
    yield from (("instrumenten", k) for k in block(rauw, "instrumenten") if k != "later")
    for id_, sectie in block(rauw, "secties").items():
        if isinstance(sectie, Mapping):
            yield from (("secties", id_, k) for k in sectie if k not in ("titel", "inleiding"))


def block(rauw: object, *pad: str) -> Blok:
    """The block at *pad*; an empty one where there is none."""
    for deel in pad:
        rauw = rauw.get(deel) if isinstance(rauw, Mapping) else None
    return rauw if isinstance(rauw, Mapping) else {}


def objected(
    pad: Pad, tekst: object, *, titel: bool = False, vul: frozenset[str] = frozenset()
) -> Iterator[Bevinding]:
    """What this text may not hold, as findings; a value that is no text is left to the form."""
    if isinstance(tekst, str):
        yield from (
            Bevinding(b.code, b.uitleg, pad=pad, suggestie=b.tip)
            for b in objections(tekst, titel=titel, vul=vul)
        )


def _fixed(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    for pad in fixed_keys(rauw):
        if pad[-1] == "zichtbaar_voor":
            yield Bevinding(
                "VP602",
                "Wie deze sectie mag lezen, staat vast in het sjabloon van de regio.",
                pad=pad,
                suggestie="Haal «zichtbaar_voor» hier weg.",
            )
        else:
            yield Bevinding(
                "VP613",
                f"«{pad[-1]}» staat vast in het sjabloon van de regio. Een gemeente kan dit niet veranderen.",
                pad=pad,
                suggestie="Haal dit weg. Moet het anders? Vraag het aan de eigenaar van het sjabloon van de regio.",
            )


def _top(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    yield from objected(("titel",), rauw.get("titel"), titel=True)
    yield from objected(("eigenaar",), rauw.get("eigenaar"), titel=True)
    yield from objected(("voettekst",), rauw.get("voettekst"))
    yield from objected(("logo", "tekst"), block(rauw, "logo").get("tekst"), titel=True)
    gemeente = rauw.get("gemeente")
    if isinstance(gemeente, str) and gemeente not in grond.gemeenten:
        lijkt = nearest(gemeente, grond.gemeenten)
        yield Bevinding(
            "VP631",
            f"«{gemeente[:40]}» is geen gemeente van deze regio.",
            pad=("gemeente",),
            suggestie=f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(grond.gemeenten)}.",
        )


def _sentences(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    regio = grond.regio
    for id_, tekst in block(rauw, "zinnen").items():
        pad = ("zinnen", id_)
        if id_ not in regio.zinnen:
            yield _unknown(pad, id_, regio.openingen.zinnen, "zin")
        elif id_ not in regio.openingen.zinnen:
            yield _closed(pad, "Deze zin", regio.openingen.zinnen)
        else:
            yield from objected(pad, tekst, vul=openings(regio.zinnen[id_]))


def _sections(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    regio = grond.regio
    for id_, sectie in block(rauw, "secties").items():
        if id_ not in regio.secties:
            yield _unknown(("secties", id_), id_, regio.secties, "sectie")
            continue
        for deel, mag in (("titel", regio.openingen.titels), ("inleiding", regio.openingen.inleidingen)):
            if not isinstance(sectie, Mapping) or deel not in sectie:
                continue
            pad = ("secties", id_, deel)
            if id_ not in mag:
                yield _closed(pad, f"De {deel} van deze sectie", mag)
            else:
                yield from objected(pad, sectie[deel], titel=deel == "titel")


def _order(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    lijst, regio = rauw.get("volgorde"), grond.regio
    if not isinstance(lijst, list):
        return
    extra = block(rauw, "extra_secties")
    beweegt = {*regio.openingen.vrije_secties, *extra}
    vast = [id_ for id_ in regio.secties if id_ not in beweegt]
    laatste = -1
    for n, id_ in enumerate(lijst):
        pad = ("volgorde", n)
        if not isinstance(id_, str):
            continue  # the form says so
        if id_ not in regio.secties and id_ not in extra:
            yield _unknown(pad, id_, (*regio.secties, *extra), "sectie")
        elif id_ in lijst[:n]:
            yield Bevinding("VP615", f"«{id_}» staat hier twee keer.", pad=pad, suggestie="Haal deze weg.")
        elif n == 0 and id_ in beweegt:
            yield _misplaced(pad, f"Vóór «{id_}» moet een sectie staan die vast staat", vast)
        elif id_ in vast:
            if vast.index(id_) < laatste:
                yield _misplaced(pad, f"«{id_}» staat vast en kan niet verder naar achteren", vast)
            laatste = max(laatste, vast.index(id_))


def _misplaced(pad: Pad, uitleg: str, vast: list[str]) -> Bevinding:
    return Bevinding(
        "VP615",
        f"{uitleg}: wat voor de veiligheid nodig is, houdt zijn plaats.",
        pad=pad,
        suggestie=f"De vaste volgorde is: {', '.join(vast)}.",
    )


def _later(rauw: Blok, grond: Grond) -> Iterator[Bevinding]:
    later = block(rauw, "instrumenten").get("later")
    if not isinstance(later, list):
        return
    for n, id_ in enumerate(later):
        if isinstance(id_, str) and id_ not in grond.instrumenten:
            yield Bevinding(
                "VP629",
                f"Er is geen instrument «{id_[:40]}».",
                pad=("instrumenten", "later", n),
                suggestie=f"Kies uit: {', '.join(sorted(grond.instrumenten))}.",
            )
    for id_ in grond.regio.instrumenten.later:
        if id_ not in later:
            yield Bevinding(
                "VP629",
                f"Het instrument «{id_}» van de regio ontbreekt. Een gemeente kan iets toevoegen, niet weglaten.",
                pad=("instrumenten", "later"),
                suggestie=f"Zet «{id_}» er weer bij.",
            )


def _unknown(pad: Pad, id_: object, bekend: Any, wat: str) -> Bevinding:
    lijkt = nearest(str(id_), [str(b) for b in bekend])
    tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(map(str, bekend))}."
    return Bevinding("VP614", f"Er is geen {wat} «{str(id_)[:40]}».", pad=pad, suggestie=tip)


def _closed(pad: Pad, wat: str, mag: tuple[str, ...]) -> Bevinding:
    return Bevinding(
        "VP614",
        f"{wat} staat niet open: hij is in alle gemeenten gelijk, ook voor wie verhuist of overneemt.",
        pad=pad,
        suggestie=f"Haal dit weg. Wel open: {', '.join(mag)}." if mag else "Haal dit weg.",
    )


_CONTROLES: tuple[Callable[[Blok, Grond], Iterator[Bevinding]], ...] = (
    _fixed,
    _top,
    _sentences,
    _sections,
    _order,
    _later,
)
