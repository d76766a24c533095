"""Signs asked for on their own (*tekens*) while somebody answers: worked out anew only after what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.punten import counted
from veiligheidsplan.instrument.score import certain_signs
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, Vraagtoets, leaves
from veiligheidsplan.instrument.vragenlijst import Stand

_MEEST = 64  # outcomes that are kept with an instrument


def surely(stand: Stand, signalen: Iterable[str]) -> frozenset[str]:
    """Which of these signs are true, as ``scoor`` says."""
    return frozenset(id_ for id_ in signalen if _true(stand, id_))


def _true(stand: Stand, id_: str) -> bool:
    bekend = _kept(stand.instrument, "tekens")
    rust_op = rests_on(stand.instrument, id_)
    sleutel = (
        id_,
        tuple((v, stand.antwoorden.get(v)) for v in rust_op),
        tuple(sorted(stand.gegevens.items())),
    )
    if sleutel not in bekend:
        if len(bekend) >= _MEEST:
            bekend.clear()
        bekend[sleutel] = id_ in certain_signs(stand, (id_,))
    return bool(bekend[sleutel])


def _kept(instrument: Instrument, wat: str) -> dict[Any, Any]:
    """What is kept with this instrument; a copy of it with another part starts anew."""
    delen = (instrument.onderdelen, instrument.antwoordlijsten, instrument.schalen, instrument.signalen)
    oud = instrument.bewaard.get(wat)
    if oud is None or not all(a is b for a, b in zip(oud[0], delen, strict=True)):
        oud = instrument.bewaard[wat] = (delen, {})
    uit: dict[Any, Any] = oud[1]
    return uit


def rests_on(instrument: Instrument, id_: str) -> tuple[str, ...]:
    """Every question whose answer can change this sign, also because it shows another; in file order."""
    bekend = _kept(instrument, "rust_op")
    if id_ not in bekend:
        onder: set[str] = set()
        for toets in leaves(instrument.signalen[id_].als):
            if isinstance(toets, Vraagtoets):
                onder.add(toets.vraag)
            elif isinstance(toets, Schaaltoets):
                onder |= _counted(instrument, toets.schaal)
        onder = _with_what_shows(instrument, onder)
        bekend[id_] = tuple(v for v in instrument.vragen if v in onder)
    return tuple(bekend[id_])


def _counted(instrument: Instrument, schaal: str) -> set[str]:
    vragen, schalen = counted(instrument, instrument.schalen[schaal])
    return {*vragen, *instrument.schalen[schaal].vereist}.union(*(_counted(instrument, s) for s in schalen))


def _with_what_shows(instrument: Instrument, vragen: set[str]) -> set[str]:
    alle, nieuw = set(vragen), list(vragen)
    while nieuw:
        for toets in leaves(instrument.toon_als[nieuw.pop()]):
            if isinstance(toets, Vraagtoets) and toets.vraag not in alle:
                alle.add(toets.vraag)
                nieuw.append(toets.vraag)
    return alle
