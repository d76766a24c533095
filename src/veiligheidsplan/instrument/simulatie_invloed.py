"""Which questions never matter (*invloed*): proven over every completion, or said to be open.

A question matters when two completions that agree on every other question shown in both, and differ in it, give two
levels of a scale, or make a sign true and not true. What decides the final level does one of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations
from typing import Literal

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.beslissend import decisive
from veiligheidsplan.instrument.formule import ONWAAR, WAAR, denial
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.schatting import Schatting
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, leaves

Invloed = Literal["telt", "nooit", "niet_vastgesteld"]
#: steps to see whether two truths of a sign can differ
_MEESTE_STAPPEN = 20_000
_HEEL_LAAG = Decimal(-(10**15))
#: a score is a fraction; a bound for *hoogstens* lies just above it
_NET_BOVEN = Decimal(1).scaleb(-12)


def influence(instrument: Instrument) -> dict[str, Invloed]:
    """For each question, in file order, whether it can matter for any outcome."""
    bereik = Bereik(instrument)
    telt: set[str] = set()
    open_: set[str] = set() if bereik.volledig else set(instrument.vragen)
    for id_, schaal in instrument.schalen.items():
        if schaal.grenzen:
            _scale(instrument, id_, telt, open_)
            if bereik.scale(
                id_
            ).onder_grens:  # below the lowest bound there is no level, which is not looked at
                open_ |= _involved(instrument, id_)
    for id_ in instrument.signalen:
        _sign(instrument, id_, telt, open_)
    return {
        id_: "telt" if id_ in telt else "niet_vastgesteld" if id_ in open_ else "nooit"
        for id_ in instrument.vragen
    }


def _scale(instrument: Instrument, id_: str, telt: set[str], open_: set[str]) -> None:
    """What can change the level of a scale."""
    if _may_be_empty(instrument, id_):
        open_ |= _involved(instrument, id_)
    for a in Bereik(instrument).gevallen:
        try:
            doel = Doel(a, [id_], a.has_score(id_))
            gezien = decisive(doel, id_, (i for i, klassen in enumerate(a.klassen) if klassen))
            telt |= {a.namen[i] for i in gezien}
        except TeVeel:
            open_ |= _involved(instrument, id_)


def _may_be_empty(instrument: Instrument, id_: str) -> bool:
    """Whether some complete answers may give no score: also that is a difference, which *decisive* leaves out."""
    schaal = instrument.schalen[id_]
    a = Bereik(instrument).gevallen[0]
    onder = a.telt[id_][1]
    leeg = schaal.methode in ("gemiddelde", "hoogste") or bool(schaal.vereist)
    return leeg or any(_may_be_empty(instrument, sub) for sub in onder)


def _involved(instrument: Instrument, id_: str) -> set[str]:
    return {a.namen[i] for a in Bereik(instrument).gevallen for i in Schatting(a).involved(id_)}


def _sign(instrument: Instrument, id_: str, telt: set[str], open_: set[str]) -> None:
    toetsen = [t for t in leaves(instrument.signalen[id_].als) if isinstance(t, Schaaltoets)]
    alleen = len(list(leaves(instrument.signalen[id_].als))) == 1
    for toets in toetsen:
        telt_hier: set[str] = set()
        _scale(_with_bound(instrument, toets), toets.schaal, telt_hier, open_)
        (telt if alleen else open_).update(telt_hier)
    for a in Bereik(instrument).gevallen:
        _sign_questions(a, a.signalen[id_], telt, open_, zeker=not toetsen)


def _with_bound(instrument: Instrument, toets: Schaaltoets) -> Instrument:
    """The same instrument, with two levels that this test tells apart."""
    grens = toets.maatwaarde if toets.maat == "minstens" else toets.maatwaarde + _NET_BOVEN
    schaal = instrument.schalen[toets.schaal]
    nieuw = schaal.model_copy(update={"grenzen": {"onder": _HEEL_LAAG, "vanaf": grens}})
    return instrument.model_copy(update={"schalen": {**instrument.schalen, toets.schaal: nieuw}})


def _sign_questions(a: Aanvulling, formule: int, telt: set[str], open_: set[str], *, zeker: bool) -> None:
    """What can change a sign through its tests on questions, also by showing or hiding one of these."""
    heel = _written_out(a, formule, {})
    vragen = [v for v in a.formules.variables(heel) if v < len(a.namen)]
    if any(a.klassen[v] is None for v in vragen):
        open_ |= {a.namen[v] for v in vragen}
        return
    for vraag in vragen:
        naam = a.namen[vraag]
        if naam in telt:
            continue
        try:
            anders = any(
                _can_differ(a, heel, vraag, een, twee) for een, twee in combinations(_truths(a, vraag), 2)
            )
        except TeVeel:
            open_.add(naam)
            continue
        if anders:
            (telt if zeker else open_).add(naam)


def _truths(a: Aanvulling, vraag: int) -> list[int]:
    return sorted({klasse.waar for klasse in a.klassen[vraag] or ()})


def _written_out(a: Aanvulling, formule: int, bekend: dict[int, int]) -> int:
    """The same formula with, beside every test on a question, that this question is shown."""
    if formule not in bekend:
        soort, delen = a.formules.parts(formule)
        if soort == "vast" or (soort == "toets" and delen[0] >= len(a.namen)):
            bekend[formule] = formule
        elif soort == "toets":
            waar = a.formules.all_of(
                [a.formules.literal(delen[0], delen[1], True), _written_out(a, a.toon[delen[0]], bekend)]
            )
            bekend[formule] = waar if delen[2] else denial(a.formules, waar)
        else:
            samen = a.formules.all_of if soort == "alle" else a.formules.any_of
            bekend[formule] = samen([_written_out(a, deel, bekend) for deel in delen])
    return bekend[formule]


def _can_differ(a: Aanvulling, heel: int, vraag: int, een: int, twee: int) -> bool:
    links, rechts = a.formules.fill(heel, vraag, een), a.formules.fill(heel, vraag, twee)
    if links == rechts:
        return False
    alle, of = a.formules.all_of, a.formules.any_of
    verschil = of([alle([links, denial(a.formules, rechts)]), alle([denial(a.formules, links), rechts])])
    return _possible(a, verschil, {}, [_MEESTE_STAPPEN])


def _possible(a: Aanvulling, formule: int, bekend: dict[int, bool], over: list[int]) -> bool:
    """Whether some answers make the formula true; a scale may be anything."""
    if formule in (WAAR, ONWAAR):
        return formule == WAAR
    if formule not in bekend:
        over[0] -= 1
        if over[0] < 0:
            raise TeVeel
        variabele = min(a.formules.variables(formule))
        keuzes: Iterable[int] = (
            _truths(a, variabele) if variabele < len(a.namen) else _scale_truths(a, variabele)
        )
        bekend[formule] = any(
            _possible(a, a.formules.fill(formule, variabele, waar), bekend, over) for waar in keuzes
        )
    return bekend[formule]


def _scale_truths(a: Aanvulling, variabele: int) -> Iterable[int]:
    bits = len(a.measures(variabele))
    if bits > 8:
        raise TeVeel
    return range(1 << bits)
