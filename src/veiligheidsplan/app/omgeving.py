"""Loads what surrounds a conversation.

Template, instruments, region. A named folder goes before the working folder, that before ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from veiligheidsplan.app.nummers import load_nummers
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst, nearest
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading import finder, laad_instrument
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.loading.meldcode import load_meldcode
from veiligheidsplan.loading.sjabloon import inspect_sjabloon
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.monitor import Monitor
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.regio import Gemeenten, Leeftijdsregels
from veiligheidsplan.plan.sjabloon import MELDCODE, Sjabloon

T = TypeVar("T")
STANDAARDSJABLOON = "regio/veiligheidsplan"


def load_omgeving(
    vandaag: date,
    *,
    sjabloon: str | None = None,
    medewerker: Mapping[str, str] | None = None,
    keuren: bool = False,
) -> Omgeving:
    """Everything a conversation needs; ``BevindingenFout`` with every fault of every file.

    With *keuren* (for the start of an interview) the faults *when validating* count too. Not for looking back: a
    dossier stays readable whatever became of the instruments.
    """
    fouten: list[Bevinding] = []
    naam = sjabloon or STANDAARDSJABLOON
    gelezen = _try(fouten, lambda: inspect_sjabloon(finder.find_sjabloon(naam)).checked())
    gevonden = gelezen.sjabloon if gelezen else None
    nummers = _try(fouten, load_nummers)
    gemeenten = _try(fouten, lambda: load_file(finder.find_regio("gemeenten"), Gemeenten))
    leeftijd = _try(fouten, lambda: load_file(finder.find_regio("leeftijdsregels"), Leeftijdsregels))
    instrumenten = _instruments(gevonden, fouten, keuren=keuren) if gevonden else {}
    monitor = _try(fouten, lambda: load_file(finder.find_regio("monitormomenten"), Monitor))
    sector = gevonden.meldcode if gevonden else MELDCODE
    meldcode = _try(fouten, lambda: load_meldcode(finder.find_meldcode(sector)))
    if fouten or gevonden is None or nummers is None or gemeenten is None or meldcode is None:
        raise BevindingenFout(fouten)
    logo = gelezen.logo if gelezen else None
    return Omgeving(
        gevonden,
        instrumenten,
        nummers,
        gemeenten,
        meldcode,
        vandaag,
        dict(medewerker or {}),
        naam,
        logo,
        monitor,
        leeftijd,
        gelezen.letters if gelezen else None,
    )


def load_for(d: Dossier, vandaag: date) -> tuple[Omgeving, tuple[Bevinding, ...]]:
    """What surrounds this dossier: the template with which it began, and what a person should know about it.

    A template that is not on this computer never keeps a family from its plan: then the regional one serves, and
    that is said (VP611). Another version is said too (VP612).
    """
    naam, _, versie = d.sjabloon.partition("@")
    naam = naam if "/" in naam else STANDAARDSJABLOON  # the first logs held no owner
    try:
        o = load_omgeving(vandaag, sjabloon=naam)
    except BevindingenFout as fout:
        if naam == STANDAARDSJABLOON:
            raise
        return load_omgeving(vandaag), (_without(naam), *fout.bevindingen)
    anders = versie and versie != o.sjabloon.versie
    return o, (_changed(naam, versie, o.sjabloon.versie),) if anders else ()


def _without(naam: str) -> Bevinding:
    return Bevinding(
        "VP611",
        f"Dit dossier begon met het sjabloon «{naam}». Dat is hier niet te gebruiken;"
        " nu staat het plan in het sjabloon van de regio.",
        Ernst.WAARSCHUWING,
        suggestie="Zet het sjabloon terug in de map «sjablonen», en doe dit opnieuw.",
    )


def _changed(naam: str, toen: str, nu: str) -> Bevinding:
    return Bevinding(
        "VP612",
        f"Het sjabloon «{naam}» is veranderd sinds dit dossier begon: toen versie {toen}, nu {nu}.",
        Ernst.WAARSCHUWING,
        suggestie="Kijk de kopie na voordat u haar geeft.",
    )


def _instruments(sjabloon: Sjabloon, fouten: list[Bevinding], *, keuren: bool) -> dict[str, Instrument]:
    ids = (sjabloon.instrumenten.nu, *sjabloon.instrumenten.later)
    geladen = {id_: _try(fouten, partial(_instrument, id_, keuren=keuren)) for id_ in ids}
    return {id_: instrument for id_, instrument in geladen.items() if instrument is not None}


def _instrument(id_: str, *, keuren: bool) -> Instrument:
    bestand = finder.find_instrument_by_id(id_)
    # what lies inside the program was validated when it was made: the start need not wait for that again
    if not keuren or bestand.is_relative_to(Path(str(files("veiligheidsplan")))):
        return laad_instrument(bestand)
    from veiligheidsplan.app.valideer import load_valid

    return load_valid(bestand)


def _try(fouten: list[Bevinding], laad: Callable[[], T]) -> T | None:
    try:
        return laad()
    except BevindingenFout as fout:
        fouten.extend(fout.bevindingen)
        return None


def example_path(naam: str) -> Path:
    """The answers file of a built-in example household; ``BevindingenFout`` (VP508) for an unknown name."""
    map_ = finder.built_in("sjablonen") / STANDAARDSJABLOON / "voorbeelden"
    bekend = {pad.stem: pad for pad in sorted(map_.glob("*.yaml"))}
    if naam not in bekend:
        lijkt = nearest(naam, bekend)
        tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(bekend)}."
        raise BevindingenFout([Bevinding("VP508", "Dit voorbeeld bestaat niet.", suggestie=tip)])
    return bekend[naam]
