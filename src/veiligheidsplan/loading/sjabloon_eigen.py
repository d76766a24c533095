"""A municipality's template: read, checked against the regional one it is based on, and filled in to a whole one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.beeld import load_picture
from veiligheidsplan.loading.bestand import load_file, load_source
from veiligheidsplan.loading.letterbestand import load_letters
from veiligheidsplan.loading.verslag import short
from veiligheidsplan.loading.yaml_source import Bron, read_file
from veiligheidsplan.plan.document import Beeld, Letters
from veiligheidsplan.plan.regio import Gemeenten, Nummers
from veiligheidsplan.plan.sjabloon import Sjabloon
from veiligheidsplan.plan.sjabloon_controle import Grond, block, check_own, fixed_keys
from veiligheidsplan.plan.sjabloon_eigen import Gemeentesjabloon
from veiligheidsplan.plan.sjabloon_invullen import changed_openings, fill_template

BASIS = re.compile(r"(?P<naam>regio/[a-z][a-z0-9_-]*)@(?P<versie>\d+\.\d+\.\d+)\Z")
STANDAARD = "regio/veiligheidsplan"
#: these are about a key, the others about what stands behind it
OP_SLEUTEL = frozenset({"VP602", "VP613", "VP614", "VP630"})
#: kept beside a template: how it was at each released version
VERSIES = "versies"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A template that was read, whole or not at all: its picture, its typeface, and everything that is to say of it."""

    sjabloon: Sjabloon | None
    bevindingen: tuple[Bevinding, ...] = ()
    logo: Beeld | None = None
    bron: Bron | None = None
    letters: Letters | None = None

    def checked(self) -> Gelezen:
        """This; raises ``BevindingenFout`` with every fault where there is one."""
        fouten = [b for b in self.bevindingen if b.ernst is Ernst.FOUT]
        if fouten or self.sjabloon is None:
            raise BevindingenFout(fouten or self.bevindingen)
        return self


def read_own(bron: Bron, map_: Path, regio: Sjabloon, basispad: Path) -> Gelezen:
    """The municipality's template in *bron*, on top of *regio*, with every finding at its place."""
    rauw: Mapping[Any, Any] = bron.waarde
    gezien = [
        *_version(rauw, regio, basispad),
        *_overridden(regio, basispad),
        *check_own(rauw, _ground(regio)),
    ]
    logo = picture(rauw, map_)
    if isinstance(logo, Bevinding):
        gezien.append(logo)
    letters, bezwaren = typeface(rauw, map_)
    gezien += bezwaren
    geplaatst = [bron.kaart.place(b, sleutel=b.code in OP_SLEUTEL) for b in gezien]
    try:
        eigen = load_source(replace(bron, waarde=_without(rauw, tuple(fixed_keys(rauw)))), Gemeentesjabloon)
    except BevindingenFout as fout:
        return Gelezen(None, (*fout.bevindingen, *geplaatst), bron=bron)
    geheel = None if any(b.ernst is Ernst.FOUT for b in geplaatst) else fill_template(regio, eigen)
    return Gelezen(geheel, tuple(geplaatst), logo if isinstance(logo, Beeld) else None, bron, letters)


def picture(rauw: Mapping[Any, Any], map_: Path) -> Beeld | Bevinding | None:
    """The logo that the file names; ``None`` where it names none, or not as it should."""
    logo = block(rauw, "logo")
    bestand, tekst = logo.get("bestand"), logo.get("tekst")
    return load_picture(map_, bestand, tekst) if isinstance(bestand, str) and isinstance(tekst, str) else None


def typeface(rauw: Mapping[Any, Any], map_: Path) -> tuple[Letters | None, tuple[Bevinding, ...]]:
    """The typeface that the file names, and what is wrong with it; what is no text is left to the form."""
    genoemd = block(rauw, "lettertypen")
    return load_letters(map_, {str(k): v for k, v in genoemd.items() if isinstance(v, str)})


def base_of(rauw: Mapping[Any, Any]) -> tuple[str, Bevinding | None]:
    """The name of the regional template, and what is wrong with how it is named."""
    basis = rauw.get("gebaseerd_op")
    m = BASIS.match(basis) if isinstance(basis, str) else None
    if m is not None:
        return m["naam"], None
    fout = Bevinding(
        "VP606",
        f"«{short(basis)}» is geen sjabloon van de regio met een versie.",
        pad=("gebaseerd_op",),
        suggestie=f"Schrijf bijvoorbeeld: gebaseerd_op: {STANDAARD}@1.0.0.",
    )
    return STANDAARD, fout


def _ground(regio: Sjabloon) -> Grond:
    gemeenten = load_file(finder.find_regio("gemeenten"), Gemeenten).gemeenten
    nummers = load_file(finder.find_regio("nummers"), Nummers)
    namen = {id_: g.naam for id_, g in gemeenten.items()}
    return Grond(regio, frozenset(finder.list_instrumenten()), namen, nummers)


def _version(rauw: Mapping[Any, Any], regio: Sjabloon, basispad: Path) -> Iterator[Bevinding]:
    """Whether the region went on since: what is new, gone or otherwise, per opening and per sentence."""
    m = BASIS.match(str(rauw.get("gebaseerd_op")))
    if m is None or m["versie"] == regio.versie:
        return
    pad = ("gebaseerd_op",)
    if _numbers(m["versie"]) > _numbers(regio.versie):
        yield Bevinding(
            "VP607",
            f"Versie {m['versie']} van het sjabloon van de regio is hier niet; hier is {regio.versie}.",
            pad=pad,
            suggestie="Haal de nieuwe gegevens van de regio op, of schrijf de versie die u hebt.",
        )
        return
    oud = read_file(basispad.parent / VERSIES / f"{m['versie']}.yaml")
    bekend = isinstance(oud.waarde, dict)
    yield Bevinding(
        "VP608",
        f"Het sjabloon van de regio is nu versie {regio.versie}. Die woorden gelden al; uw sjabloon is gemaakt voor"
        f" {m['versie']}." + ("" if bekend else " Wat er veranderde is hier niet bekend."),
        Ernst.WAARSCHUWING,
        pad,
        suggestie=f"Kijk na wat er veranderde, en schrijf dan: gebaseerd_op: {m['naam']}@{regio.versie}.",
    )
    if bekend:
        yield from _changes(rauw, oud.waarde, read_file(basispad).waarde)


def _overridden(regio: Sjabloon, basispad: Path) -> Iterator[Bevinding]:
    """What of the region comes from the folder where one works, and not from the program: somebody should know."""
    eigen = [] if _built_in(basispad, "sjablonen") else [f"het sjabloon van de regio ({basispad})"]
    instrumenten = finder.list_instrumenten()
    for id_ in (regio.instrumenten.nu, *regio.instrumenten.later):
        if id_ in instrumenten and not _built_in(instrumenten[id_], "instrumenten"):
            eigen.append(f"het instrument «{id_}» ({instrumenten[id_]})")
    for wat in eigen:
        yield Bevinding(
            "VP638",
            f"Uit uw eigen map komt {wat}. Dat gaat voor wat bij het programma hoort.",
            Ernst.WAARSCHUWING,
            ("gebaseerd_op",),
            suggestie="Komt het van de regio? Dan klopt dit. Zo niet, haal het dan weg: de regio stelt dit vast.",
        )


def _built_in(pad: Path, soort: finder.Soort) -> bool:
    return pad.resolve().is_relative_to(finder.built_in(soort).resolve())


def _changes(rauw: Mapping[Any, Any], oud: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[Bevinding]:
    for plek, hoe in changed_openings(oud, nu):
        if plek == "versie":
            continue
        delen = tuple(plek.split("."))
        eigen = _has(rauw, delen)
        woord = {"nieuw": "is nieuw", "weg": "is weg", "anders": "is veranderd"}[hoe]
        was, wordt = (_value(bron, delen) for bron in (oud, nu))
        uitleg = f"In het sjabloon van de regio {woord}: {plek}." + (
            f" Was: {_shown(was)}." if hoe != "nieuw" else ""
        )
        yield Bevinding(
            "VP609",
            uitleg + (f" Nu: {_shown(wordt)}." if hoe != "weg" else ""),
            Ernst.WAARSCHUWING,
            delen if eigen else ("gebaseerd_op",),
            suggestie="U vulde dit zelf in: kijk of uw woorden nog passen."
            if eigen
            else "U vulde dit niet in: er is niets te doen.",
        )


def _has(rauw: Mapping[Any, Any], delen: tuple[str, ...]) -> bool:
    return _value(rauw, delen) is not None


def _value(rauw: object, delen: tuple[str, ...]) -> object:
    for deel in delen:
        rauw = rauw.get(deel) if isinstance(rauw, Mapping) else None
    return rauw


def _shown(waarde: object) -> str:
    tekst = ", ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)
    return f"«{' '.join(tekst.split())[:160]}»"


def _numbers(versie: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in versie.split("."))


def _without(rauw: Mapping[Any, Any], paden: tuple[tuple[str | int, ...], ...]) -> dict[Any, Any]:
    """The same values without what is the region's alone: it was found already."""
    uit = {k: (dict(v) if isinstance(v, Mapping) else v) for k, v in rauw.items()}
    for pad in paden:
        if len(pad) == 1:
            uit.pop(pad[0], None)
        elif len(pad) == 2:
            uit[pad[0]].pop(pad[1], None)
        else:
            uit[pad[0]][pad[1]] = {k: v for k, v in uit[pad[0]][pad[1]].items() if k != pad[2]}
    return uit
