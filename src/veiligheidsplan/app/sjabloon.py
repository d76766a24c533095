"""Validating and showing templates (*sjablonen*): every finding at its place, and an invented household in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import STANDAARDSJABLOON, example_path, load_omgeving
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.loading.sjabloon import BESTAND, inspect_sjabloon
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.extra import own_questions, sample_answer
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon_contact import check_age


def validate_sjabloon(pad: Path, vandaag: date) -> tuple[Bevinding, ...]:
    """Every fault and warning of the template in a file or folder."""
    gelezen = inspect_sjabloon(pad)
    rauw = gelezen.bron.waarde if gelezen.bron is not None else None
    if gelezen.bron is None or not isinstance(rauw, dict):
        return gelezen.bevindingen
    oud = (gelezen.bron.kaart.place(b) for b in check_age(rauw.get("contacten"), vandaag))
    return (*gelezen.bevindingen, *oud)


def list_sjablonen() -> dict[str, Path]:
    """Every template by ``eigenaar/naam``, each from the folder that goes first; the region's own first."""
    gevonden: dict[str, Path] = {}
    for wortel in finder.find_roots("sjablonen"):
        for bestand in sorted(wortel.glob(f"*/*/{BESTAND}")):
            gevonden.setdefault(f"{bestand.parent.parent.name}/{bestand.parent.name}", bestand)
    return dict(sorted(gevonden.items(), key=lambda paar: (not paar[0].startswith("regio/"), paar[0])))


def sample(naam: str, pad: Path, vandaag: date) -> tuple[Dossier, Omgeving]:
    """The built-in invented household in the template at *pad*, with an answer to each of its own questions.

    *naam* is ``eigenaar/naam``. Raises ``BevindingenFout`` with every fault of the template.
    """
    gelezen = inspect_sjabloon(pad).checked()
    kern = load_omgeving(vandaag)
    eigen = {"logo": gelezen.logo, "letters": gelezen.letters, "sjabloonnaam": naam}
    o = replace(kern, sjabloon=gelezen.sjabloon or kern.sjabloon, **eigen)  # type: ignore[arg-type]
    voorbeeld = read_plan_file(example_path("gezin")).waarde
    feiten = [Feit("dossier_begonnen", {"sjabloon": o.sjabloonkenmerk}), *facts_from(voorbeeld, kern)]
    if o.sjabloon.ruimte in o.gemeenten.gemeenten:
        feiten.append(value_given("dossier", "gemeente", o.sjabloon.ruimte))
    for e in own_questions(o):
        feiten.append(value_given(e.onderwerp, e.veld, sample_answer(e.vraag, vandaag.isoformat())))  # type: ignore[arg-type]
    tijd = datetime.combine(vandaag, datetime.min.time(), UTC)
    return fold([stamp(f, door="", tijd=tijd) for f in feiten]), o


__all__ = ["STANDAARDSJABLOON", "list_sjablonen", "sample", "validate_sjabloon"]
