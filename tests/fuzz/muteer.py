"""Good files made wrong in ways that keep most of them: nodes swapped, dropped, doubled, of another kind; then bytes.

All chance comes from the ``Random`` that is given, so that a failure can be had again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from yaml.error import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from veiligheidsplan.loading.yaml_parser import TeDiep, TeVeel, compose

#: a block is a list of [key, value]; a list is a list under a ``Rij``; a leaf is its own text
Boom = Any
_WOORD = re.compile(r"[A-Za-z0-9_.+-]+\Z")
WAARDEN = (
    "", "~", "0", "1", "-1", "3", "0.1", "0.5", "10", "100", "1000", "999999999999999", "-999999999999999",
    "0.000000000000001", "true", "false", "ja", "nee", "no", "12:30", "0x10", "1e9", "1_000", "2026-01-01",
    "2026-13-01", "[]", "{}", "[[]]", "[{}]", "''", '"\\u0000"', '"\\ud800"', "'één'", "&a x", "*a",
    "!!str x", "<<", "weet_niet", "wil_niet_zeggen", "geen_van_deze", "overige", "som", "gemiddelde",
    "hoogste", "aantal", "bandbreedte", "naar_rato", "ongeldig", "nul", "heel", "schaal", "getal",
    "meerkeuze", "datum", "tekst", "keuze", "leeftijd", "zwanger", "thuiswonend", "minstens", "hoogstens",
    "is", "in", "bevat", "beantwoord", "niet", "alle", "een_van", "toon_als", "vraag", "gegeven", "telt",
    "vereist", "grenzen", "punten", "gewicht", "van", "tot", "omgekeerd", "punten_vanaf", "vermenigvuldig",
    "deel_door", "afronden", "hoogstens_ontbrekend", "{alle: []}", "{een_van: []}", "'" + "x" * 3000 + "'",
)  # fmt: skip


class Rij(list[Boom]):
    """A list of nodes."""


class Blok(list[list[Boom]]):
    """A block: pairs, so that a key can stand in it twice."""


def mutate(tekst: str, rng: Random, keer: int | None = None) -> bytes:
    """The text of a file, changed a few times in its nodes, and now and then in its bytes."""
    try:
        uit = _mutate_nodes(tekst, rng, keer or rng.randint(1, 4)).encode("utf-8", "replace")
    except (YAMLError, TeDiep, TeVeel, ValueError, RecursionError):  # what cannot be read is changed as bytes
        return mutate_bytes(tekst.encode("utf-8", "replace"), rng)
    return mutate_bytes(uit, rng) if rng.random() < 0.15 else uit


def _mutate_nodes(tekst: str, rng: Random, keer: int) -> str:
    wortel = compose(tekst)
    if wortel is None:
        return rng.choice(WAARDEN)
    boom = _tree(wortel, [5000])
    for _ in range(keer):
        boom = _change(boom, rng)
    return write(boom)


def mutate_bytes(inhoud: bytes, rng: Random) -> bytes:
    """A few bytes more, fewer, other, or elsewhere."""
    data = bytearray(inhoud)
    for _ in range(rng.randint(1, 3)):
        plek = rng.randrange(len(data) + 1)
        eind = min(len(data), plek + rng.randint(1, 12))
        match rng.randrange(4):
            case 0:
                del data[plek:eind]
            case 1:
                data[plek:plek] = rng.choice([b"\x00", b"\xff", b"\xe2\x80", b"\t", b"\r", b"\n---\n", b": ", b"- ",
                                              b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!", b"|\n", b"#",
                                              b"\xef\xbb\xbf", b"\xc2\x85", b"?", b"%", b"\\", b"0" * 30])  # fmt: skip
            case 2:
                data[plek:plek] = data[(van := rng.randrange(len(data) + 1)) : van + rng.randint(1, 80)]
            case _:
                data[plek:eind] = rng.randbytes(eind - plek)
    return bytes(data)


def _tree(knoop: Node, over: list[int], diepte: int = 0) -> Boom:
    """The tree; what is written out is cut off, for a file may be an alias bomb."""
    inhoud: Any = knoop.value
    over[0] -= 1 + len(knoop.value) // 20
    if over[0] < 0 or diepte > 80:
        return "x"
    if isinstance(knoop, ScalarNode):
        return inhoud if not knoop.style and _WOORD.match(inhoud) else json.dumps(inhoud)
    if isinstance(knoop, MappingNode):
        return Blok([_tree(k, over, diepte + 1), _tree(v, over, diepte + 1)] for k, v in inhoud)
    return Rij(_tree(v, over, diepte + 1) for v in inhoud)


def write(boom: Boom) -> str:
    """The text of a tree: one pair a line, so that places are real places."""
    if isinstance(boom, Blok):
        return "{" + ",\n ".join(map(_pair, boom)) + "\n}"
    if isinstance(boom, Rij):
        return "[" + ",\n ".join(write(v) for v in boom) + "]"
    return str(boom)


def _pair(paar: list[Boom]) -> str:
    sleutel, waarde = paar
    vorm = "? {}\n : {}" if isinstance(sleutel, list) else "{}: {}"
    return vorm.format(write(sleutel), write(waarde))


def _slots(boom: Boom) -> Iterator[tuple[list[Boom], int]]:
    """Every place where a node stands: the list that holds it and its index; keys among them."""
    stapel = [boom]
    while stapel:
        nu = stapel.pop()
        if isinstance(nu, list):
            for i, deel in enumerate(nu):
                if not isinstance(nu, Blok):
                    yield nu, i
                stapel.append(deel)


def _change(boom: Boom, rng: Random) -> Boom:
    plekken = list(_slots(boom))
    if not plekken:
        return rng.choice(WAARDEN)
    houder, i = rng.choice(plekken)
    ander, j = rng.choice(plekken)
    match rng.randrange(8):
        case 0:
            houder[i] = rng.choice(WAARDEN)
        case 1:
            houder[i] = _copy(ander[j])
        case 2:
            houder[i], ander[j] = _copy(ander[j]), _copy(houder[i])
        case 3:
            _drop(boom, rng)
        case 4:
            _double(boom, rng)
        case 5:
            houder[i] = rng.choice(
                (
                    Rij([houder[i]]),
                    Blok([[rng.choice(WAARDEN), houder[i]]]),
                    Rij([houder[i], _copy(ander[j])]),
                )
            )
        case 6:
            houder[i] = _nudge(houder[i], rng)
        case _:
            sleutels = [p for p in plekken if p[1] == 0 and len(p[0]) == 2 and not isinstance(p[0], Rij)]
            if sleutels:
                paar, waarvan = rng.choice(sleutels)[0], rng.choice(sleutels)[0]
                paar[0] = _copy(waarvan[0])
    return boom


def _blocks(boom: Boom) -> list[list[Boom]]:
    stapel, uit = [boom], []
    while stapel:
        nu = stapel.pop()
        if isinstance(nu, list):
            stapel += nu
            if isinstance(nu, Blok | Rij) and nu:
                uit.append(nu)
    return uit


def _drop(boom: Boom, rng: Random) -> None:
    if blokken := _blocks(boom):
        blok = rng.choice(blokken)
        del blok[rng.randrange(len(blok))]


def _double(boom: Boom, rng: Random) -> None:
    """One member once more, or one member of another block, at some place."""
    if blokken := _blocks(boom):
        blok = rng.choice(blokken)
        ander = rng.choice([b for b in blokken if type(b) is type(blok)])
        blok.insert(rng.randrange(len(blok) + 1), _copy(rng.choice(ander)))


def _nudge(blad: Boom, rng: Random) -> Boom:
    if not isinstance(blad, str):
        return blad
    if re.match(r"-?[0-9]+\Z", blad):
        return str(int(blad) * rng.choice((1, -1, 10, 1000)) + rng.choice((-1, 0, 1, 7)))
    return rng.choice((blad + "x", blad[:-1], blad.upper(), json.dumps(blad), blad * 2))


def _copy(boom: Boom) -> Boom:
    """A copy, cut off where copies of copies would grow without end."""
    over = [2000]

    def kopie(nu: Boom) -> Boom:
        over[0] -= 1 + len(nu) // 20
        if not isinstance(nu, list):
            return nu
        if over[0] < 0:
            return "x"
        return type(nu)(kopie(deel) for deel in nu)

    return kopie(boom)
