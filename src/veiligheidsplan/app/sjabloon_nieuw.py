"""A new template for a municipality: based on the present regional one, whole, with an exercise in it."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from veiligheidsplan.app.omgeving import STANDAARDSJABLOON
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, nearest
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.loading.sjabloon import load_sjabloon
from veiligheidsplan.plan.regio import Gemeenten


def texts_of(gemeente: str, vandaag: date) -> dict[str, str]:
    """The text of each file; ``BevindingenFout`` (VP631) for a municipality that is not of this region."""
    g = load_file(finder.find_regio("gemeenten"), Gemeenten)
    if gemeente not in g.gemeenten:
        raise BevindingenFout([_unknown(g, gemeente)])
    basis = load_sjabloon(finder.find_sjabloon(STANDAARDSJABLOON))
    vul = {
        "gemeente": gemeente,
        "naam": g.gemeenten[gemeente].naam,
        "basis": f"{STANDAARDSJABLOON}@{basis.versie}",
        "vandaag": vandaag.isoformat(),
    }
    map_ = files("veiligheidsplan.app") / "nieuw_sjabloon"
    return {naam: _filled((map_ / bron).read_text("utf-8"), vul) for naam, bron in _BESTANDEN.items()}


_BESTANDEN = {"sjabloon.yaml": "sjabloon.txt", "LEESMIJ.md": "leesmij.txt"}


def _filled(tekst: str, vul: dict[str, str]) -> str:
    for naam, waarde in vul.items():
        tekst = tekst.replace("{{" + naam + "}}", waarde)
    return tekst


def _unknown(g: Gemeenten, gemeente: str) -> Bevinding:
    elders = g.niet_in_deze_regio.get(gemeente)
    lijkt = nearest(gemeente, g.gemeenten)
    tip = (
        elders.uitleg
        if elders
        else f"Bedoelt u «{lijkt}»?"
        if lijkt
        else f"Kies uit: {', '.join(g.gemeenten)}."
    )
    return Bevinding("VP631", f"«{gemeente[:40]}» is geen gemeente van deze regio.", suggestie=tip)
