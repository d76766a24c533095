"""Text to plain values with a map of places: the one door for every YAML of the product.

Values are text, ``int``, ``Decimal``, ``bool``, ``date``, ``None``, lists and mappings with text or ``int``
keys,
read by the rules of YAML 1.2 in ``yaml_scalar``. A file that says anything else gives findings, all at once.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Verwant
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.limits import MAX_DIEPTE, MAX_KNOPEN
from veiligheidsplan.loading.text_source import Tekst, clean, decode, read_bytes
from veiligheidsplan.loading.yaml_check import check_nodes, expanded_size
from veiligheidsplan.loading.yaml_parser import TeDiep, TeVeel, compose
from veiligheidsplan.loading.yaml_scalar import Valkuil, Waarde, resolve
from veiligheidsplan.loading.yaml_words import translate

#: an exclamation mark that could begin a tag; one within a sentence is nothing special
_TAG = re.compile(r"(?:^|[\s\[{,])!", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bron:
    """One text that was read: its plain values, where everything stands, and what is wrong with it as YAML.

    ``waarde`` is as good as can be had, also when there are findings, so that a next step can look for more;
    ``None`` where nothing could be read.
    """

    naam: str
    waarde: Any
    kaart: Bronkaart
    bevindingen: tuple[Bevinding, ...] = ()

    def checked(self) -> Bron:
        """This source; raises ``BevindingenFout`` where there are findings."""
        if self.bevindingen:
            raise BevindingenFout(self.bevindingen)
        return self


def read_file(pad: str | Path, naam: str | None = None, *, puur: bool = False) -> Bron:
    """Read a YAML file. *naam* is what findings call it (the path as given, where absent). Never raises."""
    naam = str(pad) if naam is None else naam
    inhoud = read_bytes(Path(pad), naam)
    if isinstance(inhoud, Bevinding):
        return Bron(naam, None, Bronkaart(naam, "", None), (inhoud,))
    return read_yaml(inhoud, naam, puur=puur)


def read_yaml(inhoud: bytes | str, naam: str, *, puur: bool = False) -> Bron:
    """Read YAML from bytes or text. *puur* uses the pure Python parser, with the same outcome. Never
    raises."""
    gelezen = _text(inhoud, naam)
    if gelezen.tekst is None:
        return Bron(naam, None, Bronkaart(naam, "", None), gelezen.bevindingen)
    with collecting_paused():
        bron = _read(gelezen.tekst, naam, puur)
    if not gelezen.bevindingen:
        return bron
    return Bron(naam, bron.waarde, bron.kaart, gelezen.bevindingen + bron.bevindingen)


def _text(inhoud: bytes | str, naam: str) -> Tekst:
    if isinstance(inhoud, bytes):
        return decode(inhoud, naam)
    schoon = clean(inhoud, naam)
    if schoon.tekst is None:
        return schoon
    gelezen = decode(schoon.tekst.encode("utf-8"), naam)
    return Tekst(gelezen.tekst, schoon.bevindingen + gelezen.bevindingen)


@contextmanager
def collecting_paused() -> Iterator[None]:
    """No garbage collection while thousands of small objects are made that all stay; as it was afterwards."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def _read(tekst: str, naam: str, puur: bool) -> Bron:
    leeg = Bronkaart(naam, tekst, None)
    try:
        wortel = compose(tekst, puur=puur)
    except (TeDiep, TeVeel) as grens:
        return Bron(naam, None, leeg, (_over_limit(grens, leeg),))
    except (yaml.YAMLError, ValueError, RecursionError) as fout:
        return Bron(naam, None, leeg, (_not_yaml(fout, leeg, tekst),))
    kaart = Bronkaart(naam, tekst, wortel)
    if wortel is None:
        return Bron(naam, None, kaart, (_empty(kaart),))
    if "&" in tekst and (te_groot := expanded_size(wortel, kaart)):
        return Bron(naam, None, kaart, (te_groot,))
    bouwer = _Bouwer()
    try:
        waarde = bouwer.build(wortel)
    except TeDiep as grens:
        return Bron(naam, None, leeg, (_over_limit(grens, leeg),))
    if waarde is None:
        return Bron(naam, None, kaart, (_empty(kaart), *check_nodes(wortel, kaart, tekst)))
    if bouwer.vreemd or "\\" in tekst or ("!" in tekst and _TAG.search(tekst)):
        return Bron(naam, waarde, kaart, tuple(check_nodes(wortel, kaart, tekst)))
    return Bron(naam, waarde, kaart)


class _Woorden(dict[str, Waarde]):
    """Unquoted words that were resolved before in this text; most words of an instrument come back often."""

    def __init__(self, bouwer: _Bouwer) -> None:
        super().__init__()
        self._bouwer = bouwer

    def __missing__(self, woord: str) -> Waarde:
        try:
            waarde = resolve(woord)
        except Valkuil:
            waarde, self._bouwer.vreemd = woord, True
        self[woord] = waarde
        return waarde


class _Sleutels(_Woorden):
    """The same for keys, which are text or whole numbers and nothing else."""

    def __missing__(self, woord: str) -> Waarde:
        waarde = super().__missing__(woord)
        if type(waarde) not in (str, int) or woord == "<<":
            self._bouwer.vreemd = True
            waarde = self[woord] = woord
        return waarde


class _Bouwer:
    """Nodes to plain values. ``vreemd`` (odd) becomes true where ``yaml_check`` must look."""

    def __init__(self) -> None:
        self.vreemd = False
        self._woorden = _Woorden(self)
        self._sleutels = _Sleutels(self)

    def build(self, knoop: Node, diepte: int = 1) -> Any:
        """The value of a node at *diepte*; raises ``TeDiep``, also for what is deep only with its aliases."""
        inhoud: Any = knoop.value
        if knoop.__class__ is ScalarNode:
            return inhoud if knoop.style else self._woorden[inhoud]
        if diepte >= MAX_DIEPTE and inhoud:
            raise TeDiep(knoop)
        if knoop.__class__ is MappingNode:
            return self._mapping(inhoud, diepte + 1)
        return [self.build(waarde, diepte + 1) for waarde in inhoud]

    def _mapping(self, paren: list[tuple[Any, Any]], diepte: int) -> dict[Any, Any]:
        uit: dict[Any, Any] = {}
        woorden, sleutels = self._woorden, self._sleutels
        for sleutel, knoop in paren:
            if sleutel.__class__ is not ScalarNode:
                self.vreemd = True
                continue
            naam = sleutel.value if sleutel.style else sleutels[sleutel.value]
            if knoop.__class__ is ScalarNode:
                uit[naam] = knoop.value if knoop.style else woorden[knoop.value]
            else:
                uit[naam] = self.build(knoop, diepte)
        if len(uit) != len(paren):
            self.vreemd = True
        return uit


def _over_limit(grens: TeDiep | TeVeel, kaart: Bronkaart) -> Bevinding:
    plaats = kaart.of_mark(grens.ouder.start_mark)
    if isinstance(grens, TeDiep):
        return Bevinding(
            code="VP108",
            uitleg=f"Hier zitten meer dan {MAX_DIEPTE} blokken of lijsten in elkaar.",
            plaats=plaats,
            suggestie="Controleer of er haakjes of streepjes te veel staan.",
        )
    return Bevinding(
        code="VP109",
        uitleg=f"Dit bestand heeft meer dan {MAX_KNOPEN} waarden en wordt daarom niet gelezen.",
        plaats=plaats,
        suggestie="Controleer of dit het goede bestand is.",
    )


def _empty(kaart: Bronkaart) -> Bevinding:
    return Bevinding(code="VP106", uitleg="Er staat niets in dit bestand.", plaats=kaart.at(0, 0))


def _not_yaml(fout: Exception, kaart: Bronkaart, tekst: str) -> Bevinding:
    merk = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
    probleem = getattr(fout, "problem", None) or getattr(fout, "reason", None)
    if "another document" in str(probleem):
        return Bevinding(
            code="VP107",
            uitleg="Hier begint een tweede document. Een bestand is één document.",
            plaats=kaart.of_mark(merk),
            suggestie="Haal de regel met --- weg, of zet het tweede deel in een eigen bestand.",
        )
    zin, tip = translate(probleem, tekst[merk.index : merk.index + 1] if merk else "")
    context = getattr(fout, "context_mark", None)
    verwant: tuple[Verwant, ...] = ()
    if context is not None and merk is not None and context.line != merk.line:
        verwant = (Verwant(kaart.of_mark(context), "hier begint het stuk waar dit bij hoort"),)
    return Bevinding(code="VP105", uitleg=zin, plaats=kaart.of_mark(merk), suggestie=tip, verwant=verwant)
