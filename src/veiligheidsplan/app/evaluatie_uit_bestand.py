"""A review from an answers file: the same engine, on a dossier that exists. Checked whole before it is saved.

People are named by their name in small letters. What stands in the dossier already keeps its place under
``evaluatie``; lists such as ``acties`` hold what is new.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from veiligheidsplan.app.gesprek_uit_bestand import deeper
from veiligheidsplan.app.uit_bestand import Bestandsbron, Pad
from veiligheidsplan.app.vraag_af import run, run_part
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan import evaluatie, meldcode_vragen
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.evaluatie_stand import task_of
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Stap, Waarde

_LIJSTEN: Final = {
    "personen": "persoon",
    "acties": "actie",
    "afspraken": "afspraak",
    "maatregelen": "maatregel",
    "overleg": "overleg",
    **{h.code: h.soort for h in HOOFDSTUKKEN if h.vorm == "lijst"},
}


class Evaluatiebron(Bestandsbron):
    """Answers each step of a review from *waarden*."""

    def __init__(self, waarden: Mapping[str, Any], d: Dossier, o: Omgeving) -> None:
        super().__init__(waarden, o.vandaag)
        self._hoogste = {soort: _highest(d, soort) for soort in _LIJSTEN.values()}
        self._taken = [task_of(t) for t in evaluatie.tasks(d)]
        nieuw = waarden.get("personen")
        eerste = self._hoogste["persoon"] + 1
        self._codes = {_key(d, p): p for p in d.onderwerpen("persoon")} | {
            naam: f"persoon:{n}" for n, naam in enumerate(nieuw if isinstance(nieuw, Mapping) else (), eerste)
        }
        self._namen = {code: naam for naam, code in self._codes.items()}

    def _look_up(self, pad: Pad) -> tuple[Pad, Any]:
        return super()._look_up(self._in_file(pad))

    def _in_file(self, pad: Pad) -> Pad:
        """Where a review's file holds it: what is new in its list, what was there already under ``evaluatie``."""
        soort = _LIJSTEN.get(str(pad[0])) if len(pad) > 1 and isinstance(pad[1], int) else None
        if soort is None or not isinstance(pad[1], int):
            return pad
        hoogste = self._hoogste[soort]
        if pad[1] >= hoogste:
            return (pad[0], pad[1] - hoogste, *pad[2:])
        onderwerp = f"{soort}:{pad[1] + 1}"
        if onderwerp in self._taken:
            return ("evaluatie", "taken", self._taken.index(onderwerp), *pad[2:])
        if soort == "persoon":
            return ("evaluatie", "personen", f"@{onderwerp}", *pad[2:])
        return ("evaluatie", *pad)

    def _code(self, stap: Stap, ruw: Any) -> Any:
        """A list by its id, without the number of its round."""
        if stap.id.endswith("/opnieuw") and isinstance(ruw, str):
            past = [k.code for k in stap.keuzes if k.code.rpartition(":")[0] == ruw]
            return past[0] if len(past) == 1 else ruw
        return super()._code(stap, ruw)

    def _absent(self, stap: Stap, pad: Pad) -> Waarde:
        """Facts of a person, and days to come, stay as they were. Whether a condition is met is not known then."""
        soort, veld = kind_of(stap.id.rsplit("/", 1)[0]), stap.id.rsplit("/", 1)[1]
        if stap.herkomst is not None and soort in ("persoon", "actie", "afspraak"):
            return stap.standaard
        if stap.herkomst is not None and (soort, veld) == ("voorwaarde", "status"):
            return "weet_niet"
        return super()._absent(stap, pad)


def _highest(d: Dossier, soort: str) -> int:
    """The highest number in use. A consultation that was put off has no answer yet, so it is not in use."""
    bezet = (o for o in d.waarden if kind_of(o) == soort and o.split(":")[1].isdigit())
    if soort == "overleg":
        bezet = (o for o in bezet if d.waarde(o, "met") not in (None, "nog_niet"))
    return max((int(o.split(":")[1]) for o in bezet), default=0)


def _key(d: Dossier, persoon: str) -> str:
    return " ".join(str(d.waarde(persoon, "naam") or persoon).casefold().split())


def review_from(waarden: Mapping[str, Any], d: Dossier, o: Omgeving, tijd: datetime) -> list[Feit]:
    """The facts of the whole review, in order. ``BevindingenFout`` (with paths) for every fault in the file."""
    feiten: list[Feit] = []

    def remember(d: Dossier, nieuw: tuple[Feit, ...]) -> Dossier:
        feiten.extend(nieuw)
        return fold([stamp(f, door="", tijd=tijd) for f in nieuw], d)

    d = remember(d, evaluatie.begin(d, o))
    bron = Evaluatiebron(waarden, d, o)
    d = run(d, o, bron, remember)
    for feit in deeper(_first_time(waarden, d), d, o, bron):
        d = remember(d, (feit,))
        d = run(d, o, bron, remember)
    if "meldcode" in waarden:
        d = run_part(d, o, bron, remember, meldcode_vragen.places)
    bron.finish()
    if bron.bevindingen:
        raise BevindingenFout(bron.bevindingen)
    return feiten


def _first_time(waarden: Mapping[str, Any], d: Dossier) -> dict[str, Any]:
    """The lists of the file that were never filled in before: the others are chosen with ``evaluatie: opnieuw``."""
    lijsten = waarden.get("instrumenten")
    bekend = {a.rpartition(":")[0] for a in d.afnamen}
    blok = lijsten.items() if isinstance(lijsten, Mapping) else ()
    return {"instrumenten": {id_: inhoud for id_, inhoud in blok if id_ not in bekend}}
