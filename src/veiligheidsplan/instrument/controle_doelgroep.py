"""The conditions of the target group (*doelgroep*): tried at every value of the facts that they can tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.bereik import values_of_fact
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Toets, Voorwaarde, leaves
from veiligheidsplan.instrument.vragenlijst import truth_of_gegeven
from veiligheidsplan.instrument.waarheid import Waarheid, evaluate


def check_target_group(instrument: Instrument) -> Iterator[Bevinding]:
    """VP201 and VP202 for ``sluit_in`` and ``sluit_uit``."""
    for sleutel in ("sluit_in", "sluit_uit"):
        voorwaarde = getattr(instrument.doelgroep, sleutel, None)
        if voorwaarde is None:
            continue
        waarheden = _truths(voorwaarde)
        if waarheden == {True, False}:
            continue
        code, wat = ("VP202", "altijd") if True in waarheden else ("VP201", "nooit")
        niemand = (sleutel == "sluit_in") == (code == "VP201")
        gevolg = "het instrument is dan voor niemand" if niemand else "zij sluit dan niemand uit"
        yield Bevinding(
            code,
            f"Deze voorwaarde is {wat} waar; {gevolg}.",
            pad=("doelgroep", sleutel),
            suggestie="Laat de voorwaarde weg, of verander haar.",
        )


def _truths(voorwaarde: Voorwaarde) -> set[bool]:
    waarden: dict[str, set[Gegevenwaarde | None]] = {}
    for toets in leaves(voorwaarde):
        if isinstance(toets, Gegeventoets):
            waarden.setdefault(toets.gegeven, set()).update(values_of_fact(toets))
            if toets.maat == "beantwoord":  # then an unknown fact decides something too
                waarden[toets.gegeven].add(None)
    uit: set[bool] = set()
    for combinatie in product(*waarden.values()):
        feiten = {n: w for n, w in zip(waarden, combinatie, strict=True) if w is not None}

        def truth(toets: Toets, feiten: dict[str, Gegevenwaarde] = feiten) -> Waarheid:
            return truth_of_gegeven(toets, feiten) if isinstance(toets, Gegeventoets) else None

        uit.add(evaluate(voorwaarde, truth) is True)
        if len(uit) == 2:
            break
    return uit
