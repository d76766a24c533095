"""Translations in and out: ``vertalingen/<taal>.yaml`` to a ``Vertaling`` with its places, and back to text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.controle_vertaling import check_translation
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vertaling import (
    TAAL_PATROON,
    Pad,
    Vertaald,
    Vertaling,
    path_name,
    source_texts,
    stale,
)
from veiligheidsplan.loading.afleiding import shape_of_model
from veiligheidsplan.loading.bronkaart import Bronkaart, place
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.naast import yaml_files
from veiligheidsplan.loading.verslag import Spoor, Verslag, short
from veiligheidsplan.loading.vorm import text
from veiligheidsplan.loading.yaml_scalar import Valkuil, resolve
from veiligheidsplan.loading.yaml_source import Bron, read_file, read_yaml

MAP: Final = "vertalingen"
#: codes that are about a whole piece: they stand at its key
_OP_SLEUTEL: Final = frozenset({"VP341", "VP343"})


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A file that was read: the translation, ``None`` where it cannot be one, what was found, and the places."""

    vertaling: Vertaling | None
    bevindingen: tuple[Bevinding, ...]
    kaart: Bronkaart


def check_folder(instrument: Instrument, map_: Path) -> Iterator[Bevinding]:
    """Every fault and warning of the translations beside an instrument, each at its place."""
    for bestand in yaml_files(map_ / MAP):
        yield from findings_of(read_translation(bestand), instrument)


def findings_of(gelezen: Gelezen, instrument: Instrument) -> Iterator[Bevinding]:
    """What is wrong with one translation as a file, and what it lacks beside its instrument."""
    yield from gelezen.bevindingen
    if gelezen.vertaling is not None:
        gevonden = check_translation(instrument, gelezen.vertaling)
        yield from place(gevonden, gelezen.kaart, op_sleutel=_OP_SLEUTEL)


def load_translation(map_: Path, taal: str) -> Vertaling:
    """The translation into *taal* beside the instrument in folder *map_*; raises ``BevindingenFout``."""
    gelezen = read_translation(language_file(map_, taal))
    if gelezen.vertaling is None:
        raise BevindingenFout(gelezen.bevindingen)
    return gelezen.vertaling


def read_translation(bestand: Path) -> Gelezen:
    """One file; its name says the language."""
    return _inspect(read_file(bestand), bestand.stem)


def read_translation_text(tekst: str | bytes, naam: str) -> Gelezen:
    """The same for a text that stands in no folder."""
    return _inspect(read_yaml(tekst, naam), None)


def language_file(map_: Path, taal: str) -> Path:
    """Where the translation into a language stands; raises ``BevindingenFout`` for what is no language."""
    _refuse_language(taal)
    return map_ / MAP / f"{taal}.yaml"


def _refuse_language(taal: str) -> None:
    if not TAAL_PATROON.match(taal) or taal.split("-")[0] == "nl":
        raise BevindingenFout([_no_language(taal)])


def _no_language(taal: object) -> Bevinding:
    return Bevinding(
        "VP348",
        f"«{short(taal)}» is geen taal om naar te vertalen.",
        pad=("taal",),
        suggestie="Schrijf de korte naam van de taal, zoals en (Engels), ar (Arabisch), tr (Turks) of pl (Pools).",
    )


def _inspect(bron: Bron, bestandsnaam: str | None) -> Gelezen:
    verslag = Verslag(bron.kaart, bron.bevindingen)
    if bron.waarde is None:
        return Gelezen(None, tuple(verslag.bevindingen), bron.kaart)
    ruw = bron.waarde
    shape_of_model(_Kop, frozenset({"teksten"}))(ruw, None, verslag)
    stukken: dict[Pad, Any] = {}
    if isinstance(ruw, dict):
        _check_language(ruw.get("taal"), bestandsnaam, verslag)
        if ruw.get("teksten") is not None:
            _flatten(ruw["teksten"], (), (None, "teksten"), verslag, stukken)
    if verslag.stuk:
        return Gelezen(None, tuple(verslag.bevindingen), bron.kaart)
    vertaling = Vertaling.model_validate({**ruw, "teksten": stukken})
    return Gelezen(vertaling, tuple(verslag.bevindingen), bron.kaart)


class _Kop(Vertaling):
    """A file as it is written: its texts are a tree."""

    teksten: Any = None


_STUK: Final = frozenset(Vertaald.model_fields)


def _check_language(taal: Any, bestandsnaam: str | None, verslag: Verslag) -> None:
    if not isinstance(taal, str):
        return
    if not TAAL_PATROON.match(taal) or taal.split("-")[0] == "nl":
        fout = _no_language(taal)
        verslag.fault(fout.code, (None, "taal"), fout.uitleg, fout.suggestie)
    elif bestandsnaam is not None and taal != bestandsnaam:
        verslag.fault(
            "VP348",
            (None, "taal"),
            f"De taal is «{short(taal)}», en het bestand heet «{short(bestandsnaam)}.yaml».",
            f"Noem het bestand {short(taal)}.yaml, of verander de taal.",
        )


def _flatten(waarde: Any, pad: Pad, spoor: Spoor, verslag: Verslag, uit: dict[Pad, Any]) -> None:
    """The tree of texts as one mapping. A piece has a text behind ``nl`` or ``vertaling``; a block has blocks."""
    if not isinstance(waarde, dict):
        Block({"nl": text, "vertaling": text})(waarde, spoor, verslag)
        return
    if any(not isinstance(waarde.get(naam, {}), dict | list) for naam in ("nl", "vertaling")):
        stuk = shape_of_model(Vertaald)(waarde, spoor, verslag)
        uit[pad] = {naam: deel for naam, deel in stuk.items() if naam in _STUK}
        return
    for naam, deel in waarde.items():
        _flatten(deel, (*pad, naam), (spoor, naam), verslag, uit)


def update(instrument: Instrument, oud: Vertaling | None, taal: str, vertaler: str) -> Vertaling:
    """The translation with a piece for every text of today, in order; what was done before stays.

    Where the Dutch changed, ``was`` keeps the sentence that was translated. A text that stands elsewhere with the same
    Dutch gets its translation from there. What no longer has a place goes to ``vervallen``.
    """
    _refuse_language(taal)
    bron = source_texts(instrument)
    bekend = {} if oud is None else dict(oud.teksten)
    elders = {stuk.nl: stuk.vertaling for stuk in _done(oud) if stuk.was is None}
    nieuw = {pad: _piece(nl, bekend.get(pad), elders) for pad, nl in bron.items()}
    vervallen = {} if oud is None else dict(oud.vervallen)
    vervallen |= {path_name(pad): stuk for pad, stuk in bekend.items() if pad not in bron and stuk.vertaling}
    kop: dict[str, Any] = {"taal": taal, "status": "concept", "vertaler": vertaler}
    if oud is not None:
        kop = {naam: getattr(oud, naam) for naam in (*kop, "gecontroleerd_door", "datum")}
    return Vertaling.model_validate(
        {
            **kop,
            "instrument": instrument.id,
            "versie": instrument.versie,
            "teksten": nieuw,
            "vervallen": vervallen,
        }
    )


def _done(vertaling: Vertaling | None) -> Iterator[Vertaald]:
    for stuk in () if vertaling is None else (*vertaling.vervallen.values(), *vertaling.teksten.values()):
        if stuk.vertaling:
            yield stuk


def _piece(nl: str, oud: Vertaald | None, elders: dict[str, str | None]) -> Vertaald:
    if oud is None or not oud.vertaling:
        return Vertaald(nl=nl, vertaling=elders.get(nl), opmerking=oud.opmerking if oud else None)
    if not stale(oud, nl):
        return oud.model_copy(update={"was": None})
    return oud.model_copy(update={"nl": nl, "was": oud.was if oud.was is not None else oud.nl})


def as_text(vertaling: Vertaling) -> str:
    """The file. Every text stands between quotes, so that a colon or a number in it is never something else."""
    kop = vertaling.model_dump(mode="json", exclude={"teksten", "vervallen"}, exclude_none=True)
    regels = [f"{naam}: {_scalar(waarde, naam)}" for naam, waarde in kop.items()]
    regels.append("teksten:")
    boom: dict[Any, Any] = {}
    for pad, stuk in vertaling.teksten.items():
        plek = boom
        for deel in pad:
            plek = plek.setdefault(deel, {})
        plek.update(stuk.model_dump(exclude_none=True))
        plek.setdefault("vertaling", "")
    regels += _lines(boom, 1)
    if vertaling.vervallen:
        regels.append("vervallen:")
        regels += _lines(
            {naam: stuk.model_dump(exclude_none=True) for naam, stuk in vertaling.vervallen.items()}, 1
        )
    return "\n".join(regels) + "\n"


def _lines(boom: dict[Any, Any], diepte: int) -> Iterator[str]:
    for naam, deel in boom.items():
        sleutel = "  " * diepte + _key(naam)
        if isinstance(deel, dict):
            yield f"{sleutel}:"
            yield from _lines(deel, diepte + 1)
        else:
            yield f"{sleutel}: {_scalar(deel, '')}"


def _key(naam: str | int) -> str:
    """A key as plain as it can be: ``no`` would be no text for every program."""
    try:
        return naam if isinstance(naam, str) and resolve(naam) == naam else json.dumps(naam)
    except Valkuil:
        return json.dumps(naam)


def _scalar(waarde: str, naam: str) -> str:
    if naam in ("instrument", "versie", "status", "datum"):
        return waarde
    return json.dumps(waarde, ensure_ascii=False)
