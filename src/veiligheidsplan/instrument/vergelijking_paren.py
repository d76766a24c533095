"""Which question of an older version is which of a newer one (*paren*): by id, and by ``vervangt``."""

from __future__ import annotations

from typing import Any

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.telling_vragen import Vraagpaar


def renamed(oud: Instrument, nieuw: Instrument) -> dict[str, str]:
    """Old question id -> new id, for every old question that the new version still has. Of two old questions that
    became one, the first counts."""
    uit = {id_: id_ for id_ in oud.vragen if id_ in nieuw.vragen}
    bezet = set(uit.values())
    for id_ in oud.vragen:
        nu = id_
        for _ in nieuw.vervangt if id_ not in uit else ():
            if nu in nieuw.vragen:
                break
            nu = nieuw.vervangt.get(nu, nu)
        if id_ not in uit and nu in nieuw.vragen and nu not in bezet:
            uit[id_] = nu
            bezet.add(nu)
    return uit


def counted_pairs(oud: Instrument, nieuw: Instrument) -> list[Vraagpaar]:
    """Pairs for counting, in the order of the new version. A question that changed so much that no answer fits both
    versions is two questions."""
    vroeger = {nu: toen for toen, nu in renamed(oud, nieuw).items() if same_answers(oud, toen, nieuw, nu)}
    samen = set(vroeger.values())
    return [
        *((vroeger.get(id_), id_) for id_ in nieuw.vragen),
        *((id_, None) for id_ in oud.vragen if id_ not in samen),
    ]


def same_answers(oud: Instrument, toen: str, nieuw: Instrument, nu: str) -> bool:
    """Whether some answer fits both questions."""
    een, ander = oud.vragen[toen], nieuw.vragen[nu]
    if een.type != ander.type:
        return False
    if een.type in ("keuze", "meerkeuze"):
        return bool(oud.antwoorden_van(toen).keys() & nieuw.antwoorden_van(nu).keys())
    if een.type in ("schaal", "getal"):
        (van, tot), (van2, tot2) = number_range(een), number_range(ander)
        return (tot is None or van2 <= tot) and (tot2 is None or van <= tot2)
    return True


def number_range(vraag: Any) -> tuple[int, int | None]:
    """The bounds of a schaal or getal."""
    return vraag.van, vraag.tot
