"""Between which scores a scale lies in every state of a conversation, whatever is missing or hidden.

Never too narrow. For a scale that leaves out what is missing (``nul``, ``naar_rato``, ``ongeldig``) a score on the way
can be one that no complete answers give; what lies outside these bounds is still impossible.
"""

from __future__ import annotations

from fractions import Fraction

from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.punten import Exact, counted, exact, finish, points, step_points
from veiligheidsplan.instrument.vraag import Getalvraag, Meerkeuzevraag, Schaalvraag

#: least and most of one value, and whether it may be absent
_Waarde = tuple[Exact, Exact, bool]
Grenzen = tuple[Fraction, Fraction] | None


def span_of_scale(instrument: Instrument, schaal_id: str) -> Grenzen:
    """The least and the most; ``None`` where there is never a score."""
    schaal = instrument.schalen[schaal_id]
    vragen, schalen = counted(instrument, schaal)
    waarden: list[_Waarde] = []
    for vraag in vragen:
        laag, hoog = _points(instrument, vraag)
        if schaal.ontbrekend == "nul":
            laag, hoog = min(laag, 0), max(hoog, 0)
        mist = schaal.ontbrekend != "ongeldig" or instrument.toon_als[vraag] is not None
        waarden.append((laag, hoog, mist))
    if schaal.ontbrekend == "naar_rato" and schaal.methode == "som" and waarden:
        # the mean of what was answered, as often as there are questions that apply
        keer = len(waarden)
        waarden = [(keer * min(w[0] for w in waarden), keer * max(w[1] for w in waarden), True)]
    for sub in schalen:
        grenzen = span_of_scale(instrument, sub)
        if grenzen is None:
            return None
        waarden.append((*grenzen, False))
    return _combine(schaal, waarden)


def _combine(schaal: Schaal, waarden: list[_Waarde]) -> Grenzen:
    if schaal.methode == "som":
        laag: Exact = sum(min(w[0], 0) if w[2] else w[0] for w in waarden)
        hoog: Exact = sum(max(w[1], 0) if w[2] else w[1] for w in waarden)
    elif schaal.methode == "aantal":
        laag = sum(w[0] > 0 and not w[2] for w in waarden)
        hoog = sum(w[1] > 0 for w in waarden)
    elif not waarden:
        return None
    else:
        zeker = [w[0] for w in waarden if not w[2]]
        laag = max(zeker) if zeker and schaal.methode == "hoogste" else min(w[0] for w in waarden)
        hoog = max(w[1] for w in waarden)
    laagst, hoogst = finish(schaal, laag), finish(schaal, hoog)
    return None if laagst is None or hoogst is None else (laagst, hoogst)


def _points(instrument: Instrument, vraag_id: str) -> tuple[Exact, Exact]:
    """Between which points the answers of one question lie, after its weight."""
    vraag = instrument.vragen[vraag_id]
    gewogen = getattr(vraag, "gewicht", None)
    gewicht: Exact = 1 if gewogen is None else exact(gewogen)
    if isinstance(vraag, Schaalvraag):
        uit: list[Exact] = [vraag.van * gewicht, vraag.tot * gewicht]
    elif isinstance(vraag, Getalvraag):
        stappen = vraag.punten_vanaf or {}
        waarden = [
            vraag.van,
            *(w for w in stappen if w >= vraag.van and (vraag.tot is None or w <= vraag.tot)),
        ]
        uit = [exact(step_points(vraag, waarde)) * gewicht for waarde in waarden]
    else:
        los = [points(instrument, vraag_id, code) for code in instrument.antwoorden_van(vraag_id)]
        if isinstance(vraag, Meerkeuzevraag):
            los = [sum(p for p in los if p < 0), sum(p for p in los if p > 0)]
        uit = los
    return min(uit), max(uit)
