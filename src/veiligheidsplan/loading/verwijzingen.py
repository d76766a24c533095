"""Whether what an instrument names also exists, and is named once: ids, lists, sources, levels, renamed
questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from veiligheidsplan.bevinding import Ernst
from veiligheidsplan.loading.bestaan import check_known
from veiligheidsplan.loading.feiten import Feiten, block
from veiligheidsplan.loading.schaalregels import check_scales
from veiligheidsplan.loading.verslag import Spoor, Verslag, short, suggestion
from veiligheidsplan.loading.voorwaarden import check_conditions
from veiligheidsplan.loading.vraagregels import check_questions


def check_references(instrument: dict[str, Any], verslag: Verslag) -> None:
    """All faults that are about more than one place of the instrument, added to *verslag*."""
    feiten = Feiten(instrument)
    _check_namespace(feiten, verslag)
    check_questions(feiten, verslag)
    check_conditions(feiten, verslag)
    check_scales(feiten, verslag)
    _check_signals(feiten, verslag)
    _check_renamed(feiten, verslag)


def _check_namespace(feiten: Feiten, verslag: Verslag) -> None:
    """Onderdelen, vragen and schalen share one namespace."""
    eerste: dict[str, tuple[Spoor, str]] = {}
    for naam, spoor, wat in _names(feiten):
        if naam in eerste:
            elders, soort = eerste[naam]
            verslag.fault(
                "VP142",
                spoor,
                f"De id «{short(naam)}» staat er twee keer. Onderdelen, vragen en schalen delen hun namen.",
                f"Geef {wat} een andere id, bijvoorbeeld «{short(naam)}_2».",
                op_sleutel=True,
                zie=elders,
                zie_uitleg=f"hier staat {soort}",
            )
        else:
            eerste[naam] = (spoor, wat)


def _names(feiten: Feiten) -> Iterable[tuple[str, Spoor, str]]:
    for deel, inhoud in feiten.onderdelen.items():
        pad: Spoor = ((None, "onderdelen"), deel)
        yield deel, pad, "dit onderdeel"
        for vraag in block(block(inhoud).get("vragen")):
            yield vraag, ((pad, "vragen"), vraag), "deze vraag"
    for schaal in feiten.schalen:
        yield schaal, ((None, "schalen"), schaal), "deze schaal"


def _check_signals(feiten: Feiten, verslag: Verslag) -> None:
    for naam, signaal in block(feiten.instrument.get("signalen")).items():
        niveau = block(signaal).get("niveau")
        if niveau is not None:
            check_known(niveau, feiten.niveaus, (((None, "signalen"), naam), "niveau"), verslag, "niveau")


def _check_renamed(feiten: Feiten, verslag: Verslag) -> None:
    """A warning only: an answer of an older version without a place does not touch what is asked or scored
    now."""
    vervangt = block(feiten.instrument.get("vervangt"))
    for oud, nieuw in vervangt.items():
        if nieuw.__class__ is str and nieuw not in feiten.vragen and nieuw not in vervangt:
            verslag.fault(
                "VP145",
                ((None, "vervangt"), oud),
                f"Antwoorden op «{short(oud)}» gaan naar «{short(nieuw)}», en die vraag is er niet.",
                suggestion(nieuw, feiten.vragen, "Noem een vraag die er is, of haal deze regel weg."),
                ernst=Ernst.WAARSCHUWING,
            )
