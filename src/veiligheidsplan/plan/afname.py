"""Beginning an instrument (*afname*): what is stored, what the dossier already knows, and what must still be asked."""

from __future__ import annotations

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Voorwaarde, leaves
from veiligheidsplan.instrument.vragenlijst import truth
from veiligheidsplan.instrument.waarheid import Waarheid
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.feiten import facts, known_facts
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving

__all__ = ["facts", "known_facts", "needed_facts", "start_instrument", "suits"]


def start_instrument(
    d: Dossier, o: Omgeving, afname: str, *, over: str | None = None, kort: bool = False
) -> Feit:
    """Begin an instrument (``directe-veiligheid:1``).

    The whole instrument is stored, every score of it uses that one.
    """
    instrument = o.instrumenten[afname.rsplit(":", 1)[0]]
    return Feit(
        "instrument_begonnen",
        {
            "afname": afname,
            "instrument": instrument.model_dump(mode="json", by_alias=True, exclude_unset=True),
            "over": over,
            "kort": kort,
            "gegevens": {},
        },
    )


def suits(d: Dossier, instrument: Instrument, over: str) -> Waarheid:
    """Whether the instrument is meant for this person: its *per* and its *doelgroep*. ``None`` is: not known."""
    if instrument.per in ("volwassene", "kind") and d.waarde(over, "soort") != instrument.per:
        return False
    groep, feiten = instrument.doelgroep, known_facts(d, over)
    in_ = truth(instrument, groep.sluit_in, {}, feiten) if groep and groep.sluit_in else True
    uit = truth(instrument, groep.sluit_uit, {}, feiten) if groep and groep.sluit_uit else False
    if in_ is False or uit is True:
        return False
    return None if in_ is None or uit is None else True


def needed_facts(i: Instrument) -> dict[str, list[Gegeventoets]]:
    """Which facts of the case an instrument asks for in any condition, with the tests on each."""
    groep = [i.doelgroep.sluit_in, i.doelgroep.sluit_uit] if i.doelgroep else []
    return _facts_in([*_deciding(i), *groep])


def deciding_facts(i: Instrument) -> dict[str, list[Gegeventoets]]:
    """Of those the facts that can change an outcome. For whom an instrument is meant changes none."""
    return _facts_in(_deciding(i))


def _deciding(i: Instrument) -> list[Voorwaarde | None]:
    return [*i.toon_als.values(), *(s.als for s in i.signalen.values())]


def _facts_in(voorwaarden: list[Voorwaarde | None]) -> dict[str, list[Gegeventoets]]:
    toetsen: dict[str, list[Gegeventoets]] = {}
    for toets in (t for v in voorwaarden for t in leaves(v) if isinstance(t, Gegeventoets)):
        toetsen.setdefault(toets.gegeven, []).append(toets)
    return toetsen
