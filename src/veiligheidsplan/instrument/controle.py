"""The check of an instrument (*controle*): the faults *when validating* and the warnings of the instrument format.

Pure: findings have a symbolic ``pad``; whoever read the text places them, those in ``OP_SLEUTEL`` at the key.
"""

from __future__ import annotations

from datetime import date

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.controle_lijsten import check_lists
from veiligheidsplan.instrument.instrument import Instrument

#: codes that are about a key (an answer, a level, a question), not about what stands behind it
OP_SLEUTEL = frozenset(
    {"VP201", "VP202", "VP203", "VP204", "VP206", "VP208", "VP301", "VP303", "VP305", "VP306", "VP307"}
    | {"VP308", "VP311"}
)


def check(instrument: Instrument, *, vandaag: date) -> tuple[Bevinding, ...]:
    """Every fault and every warning. *vandaag* is the day with which ``herzien_voor`` is compared."""
    from veiligheidsplan.instrument.controle_taal import check_language
    from veiligheidsplan.instrument.controle_vorm import check_form

    return (
        *check_lists(instrument),
        *check_reach(instrument),
        *check_form(instrument, vandaag),
        *check_language(instrument),
    )


def faults(instrument: Instrument) -> tuple[Bevinding, ...]:
    """The faults alone: with one of these no interview may start."""
    gevonden = (*check_lists(instrument), *check_reach(instrument, alleen_fouten=True))
    return tuple(b for b in gevonden if b.ernst is Ernst.FOUT)
