"""What ``valideer`` says about tests that can be read: an answer that cannot be, an id that the outcome cannot hold.

``instrument test`` meets these too, as a case that turns out otherwise; here they get their own place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from veiligheidsplan.bevinding import Bevinding, nearest
from veiligheidsplan.instrument.antwoorden import read_answers
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading.scenarios import Geval
from veiligheidsplan.loading.verslag import short

Pad = tuple[str | int, ...]
_NIVEAUS: Final = ("eindniveau", "eindniveau_hoogst", "niveau", "niveau_laagst", "niveau_hoogst")
_VRAGEN: Final = ("niet_van_toepassing", "ontbrekend", "beslissend")
_SIGNALEN: Final = ("signalen", "signalen_mogelijk")


def check_cases(instrument: Instrument, gevallen: Iterable[Geval]) -> Iterator[Bevinding]:
    """VP402 and VP141 in the cases, each at its place."""
    for geval in gevallen:
        for bevinding in (*_answers(instrument, geval), *_expected(instrument, geval)):
            yield geval.kaart.place(replace(bevinding, pad=(geval.index, *bevinding.pad)))


def _answers(instrument: Instrument, geval: Geval) -> Iterator[Bevinding]:
    yield from map(in_sentences, read_answers(instrument, geval.antwoorden)[1])


def in_sentences(fout: Bevinding) -> Bevinding:
    """A finding about an answer, said in whole sentences: at a prompt it is half of one."""
    tip, uitleg = fout.suggestie, fout.uitleg
    if fout.code == "VP402":
        uitleg = f"Bij de vraag «{short(fout.pad[-1])}» past dit niet: {uitleg}"
    return replace(fout, uitleg=_closed(uitleg), suggestie=tip and _closed(tip[:1].upper() + tip[1:]))


def _closed(zin: str) -> str:
    return zin if zin[-1:] in ".?" else f"{zin}."


def _expected(instrument: Instrument, geval: Geval) -> Iterator[Bevinding]:
    yield from _fields(instrument, geval.verwacht, ("verwacht",))
    schalen = geval.verwacht.get("schalen")
    for naam, velden in schalen.items() if isinstance(schalen, dict) else ():
        yield from _fields(instrument, velden, ("verwacht", "schalen", naam))


def _fields(instrument: Instrument, velden: object, pad: Pad) -> Iterator[Bevinding]:
    for veld, waarde in velden.items() if isinstance(velden, dict) else ():
        plek = (*pad, veld)
        if veld in _NIVEAUS:
            yield from _known(waarde, instrument.niveaus, "niveau", plek)
        elif veld in _VRAGEN or veld in _SIGNALEN:
            wat, bekend = (
                ("vraag", instrument.vragen.keys())
                if veld in _VRAGEN
                else ("signaal", instrument.signalen.keys())
            )
            for i, naam in enumerate(waarde if isinstance(waarde, list) else ()):
                yield from _known(naam, bekend, wat, (*plek, i))


def _known(naam: object, bekend: Collection[str], wat: str, pad: Pad) -> Iterator[Bevinding]:
    if isinstance(naam, str) and naam not in bekend:
        dichtbij = nearest(short(naam), bekend)
        yield Bevinding(
            "VP141",
            f"Er is geen {wat} met de id «{short(naam)}».",
            pad=pad,
            suggestie=f"Bedoelt u «{dichtbij}»?" if dichtbij else None,
        )
