"""Everything that YAML allows and this product does not, found in one walk over the nodes. Only odd files
pay for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from veiligheidsplan.bevinding import Bevinding, Verwant
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.limits import MAX_BEVINDINGEN, MAX_KNOPEN
from veiligheidsplan.loading.text_source import VERBODEN, forbidden
from veiligheidsplan.loading.yaml_scalar import Valkuil, resolve

_BEZIG = -1


def check_nodes(wortel: Node, kaart: Bronkaart, tekst: str) -> list[Bevinding]:
    """All faults of the nodes below *wortel*, each node once, in the order of the file; at most
    ``MAX_BEVINDINGEN``."""
    gezien: set[int] = set()
    stapel: list[tuple[Node, bool]] = [(wortel, False)]
    uit: list[Bevinding] = []
    while stapel and len(uit) < MAX_BEVINDINGEN:
        knoop, is_sleutel = stapel.pop()
        if id(knoop) in gezien:
            continue
        gezien.add(id(knoop))
        uit += islice(_own_faults(knoop, is_sleutel, kaart, tekst), MAX_BEVINDINGEN - len(uit))
        stapel += reversed(list(_children(knoop)))
    return uit


def expanded_size(wortel: Node, kaart: Bronkaart) -> Bevinding | None:
    """A fault where aliases, written out, are too many or have no end; each node is looked at once."""
    maat: dict[int, int] = {}
    stapel = [(wortel, False)]
    while stapel:
        knoop, klaar = stapel.pop()
        if klaar:
            maat[id(knoop)] = 1 + sum(maat[id(k)] for k, _ in _children(knoop))
            if maat[id(knoop)] > MAX_KNOPEN:
                return _endless(knoop, kaart, "wordt voluit geschreven veel te groot")
        elif maat.get(id(knoop)) == _BEZIG:
            return _endless(knoop, kaart, "verwijst met * naar zichzelf")
        elif id(knoop) not in maat:
            maat[id(knoop)] = _BEZIG
            stapel.append((knoop, True))
            stapel += ((k, False) for k, _ in _children(knoop) if maat.get(id(k), _BEZIG) == _BEZIG)
    return None


def _endless(knoop: Node, kaart: Bronkaart, wat: str) -> Bevinding:
    return Bevinding(
        code="VP109",
        uitleg=f"Dit stuk {wat}.",
        plaats=kaart.of_node(knoop),
        suggestie="Schrijf de waarde voluit, zonder & en *.",
    )


def _children(knoop: Node) -> Iterator[tuple[Node, bool]]:
    inhoud: Any = knoop.value
    if isinstance(knoop, MappingNode):
        for sleutel, waarde in inhoud:
            yield sleutel, True
            yield waarde, False
    elif not isinstance(knoop, ScalarNode):
        for waarde in inhoud:
            yield waarde, False


def _own_faults(knoop: Node, is_sleutel: bool, kaart: Bronkaart, tekst: str) -> Iterator[Bevinding]:
    if _has_tag(knoop, tekst):
        yield Bevinding(
            code="VP112",
            uitleg="Een tag (een woord met een uitroepteken ervoor) kan hier niet.",
            plaats=kaart.of_node(knoop),
            suggestie="Haal de tag weg. Hoort het uitroepteken bij de tekst? Zet er aanhalingstekens omheen.",
        )
    if isinstance(knoop, ScalarNode):
        yield from _scalar_faults(knoop, is_sleutel, kaart)
    elif is_sleutel:
        yield _odd_key("Een sleutel is hier een blok of een lijst in plaats van een naam.", knoop, kaart)
    if isinstance(knoop, MappingNode):
        yield from _double_keys(knoop, kaart)


def _has_tag(knoop: Node, tekst: str) -> bool:
    """Whether a tag is written before the node itself; before the first key of a block it is that key's."""
    if knoop.tag is not None:
        return True
    eerste = next(_children(knoop), None)
    if eerste is not None and eerste[0].start_mark.index == knoop.start_mark.index:
        return False
    begin = tekst[knoop.start_mark.index : knoop.start_mark.index + 1]
    return begin == "!" or (begin == "&" and _tag_after_anchor(tekst, knoop))


def _tag_after_anchor(tekst: str, knoop: Node) -> bool:
    stuk = tekst[knoop.start_mark.index : knoop.start_mark.index + 200].split(None, 2)
    return len(stuk) > 1 and stuk[1].startswith("!")


def _scalar_faults(knoop: ScalarNode, is_sleutel: bool, kaart: Bronkaart) -> Iterator[Bevinding]:
    if verboden := VERBODEN.search(knoop.value):
        yield forbidden(verboden.group(), kaart.of_node(knoop))
    if knoop.style:
        return
    if is_sleutel and knoop.value == "<<":
        yield Bevinding(
            code="VP111",
            uitleg="Blokken samenvoegen met «<<» kan niet: dan is niet te zien wat er geldt.",
            plaats=kaart.of_node(knoop),
            suggestie="Schrijf de sleutels van dat blok hier voluit.",
        )
        return
    try:
        waarde = resolve(knoop.value)
    except Valkuil as val:
        yield Bevinding(code=val.code, uitleg=val.uitleg, plaats=kaart.of_node(knoop), suggestie=val.tip)
        return
    if is_sleutel and type(waarde) not in (str, int):
        yield _odd_key(
            "Een sleutel is een naam; hier staat iets dat een ander soort waarde is.", knoop, kaart
        )


def _odd_key(uitleg: str, knoop: Node, kaart: Bronkaart) -> Bevinding:
    return Bevinding(
        code="VP115",
        uitleg=uitleg,
        plaats=kaart.of_node(knoop),
        suggestie="Schrijf een naam. Is dit toch de naam? Zet er dan aanhalingstekens omheen.",
    )


def _double_keys(knoop: MappingNode, kaart: Bronkaart) -> Iterator[Bevinding]:
    eerste: dict[tuple[str, bool], ScalarNode] = {}
    for sleutel, _ in knoop.value:
        if not isinstance(sleutel, ScalarNode):
            continue
        naam = key_name(sleutel)
        if naam not in eerste:
            eerste[naam] = sleutel
            continue
        yield Bevinding(
            code="VP110",
            uitleg=f"De sleutel «{sleutel.value[:40]}» staat twee keer in hetzelfde blok.",
            plaats=kaart.of_node(sleutel),
            suggestie="Laat er één staan, of geef de andere een eigen naam.",
            verwant=(Verwant(kaart.of_node(eerste[naam]), "hier staat hij de eerste keer"),),
        )


def key_name(sleutel: ScalarNode) -> tuple[str, bool]:
    """What makes a key the same key: its words, and whether these are read as a number (``1`` and ``+1``
    are one)."""
    if not sleutel.style:
        try:
            waarde = resolve(sleutel.value)
        except Valkuil:
            return sleutel.value, False
        if type(waarde) is int:
            return str(waarde), True
    return sleutel.value, False
