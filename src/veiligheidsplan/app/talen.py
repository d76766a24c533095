"""Languages beside the Dutch (*talen*): which there are for a template, and the dictionary of one."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, nearest
from veiligheidsplan.instrument.vertaling import lacks_check, source_texts, stale
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.loading.finder import find_instrument_by_id, find_sjabloon
from veiligheidsplan.loading.vertalingen import language_file, load_translation
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sjabloon
from veiligheidsplan.plan.taalbestand import Taalbestand, Woordenboek

_MAP = "vertalingen"
_REGIO = "regio/veiligheidsplan"


def load_language(o: Omgeving, taal: str) -> Woordenboek:
    """The dictionary of *taal* for this template; ``BevindingenFout`` (VP613) when there is none, or its faults.

    A municipality's own file goes before that of the region; questions come from the translations of the instruments.
    """
    bestanden = _files(o, taal)
    if not bestanden:
        raise _unknown(o, taal)
    gelezen = [load_file(pad, Taalbestand) for pad in bestanden]
    # beside a translation that was approved, no question stands in one that was not
    teksten = _of_instruments(o, taal, goed=all(bestand.approved for bestand in gelezen))
    for bestand in reversed(gelezen):
        teksten |= {" ".join(nl.split()): vertaling for nl, vertaling in bestand.teksten.items()}
    # one part that nobody approved makes the whole a reading aid
    strengste = next((b for b in gelezen if not b.approved), gelezen[0])
    return Woordenboek(strengste, teksten)


def fixed_texts(sjabloon: Sjabloon) -> frozenset[str]:
    """Every fixed text of a template that may stand on paper, with single spaces."""
    velden = [t for onderwerp in sjabloon.teksten.values() for t in onderwerp.values()]
    uit = [sjabloon.titel, sjabloon.voettekst, *sjabloon.zinnen.values(), *sjabloon.leefdomeinen.values()]
    uit += [t for s in sjabloon.secties.values() for t in (s.titel, s.inleiding or "")]
    uit += [t for v in velden for t in (v.vraag, v.label, v.hulp or "", *v.keuzes.values())]
    # a sentence of several lines is said line by line: a list on the copy of a child
    uit += [regel for t in uit if t for regel in t.split("\n")]
    return frozenset(" ".join(t.split()) for t in uit if t)


def _folders(o: Omgeving) -> list[Path]:
    namen = dict.fromkeys((o.sjabloonnaam, _REGIO))
    return [find_sjabloon(naam).parent / _MAP for naam in namen]


def _files(o: Omgeving, taal: str) -> list[Path]:
    if not taal.replace("-", "").isalnum() or not taal.isascii():
        return []
    return [pad for map_ in _folders(o) if (pad := map_ / f"{taal}.yaml").is_file()]


def _of_instruments(o: Omgeving, taal: str, *, goed: bool) -> dict[str, str]:
    """The questions and answers in that language, where their Dutch is still the same; *goed*: approved ones only."""
    uit: dict[str, str] = {}
    for id_, instrument in o.instrumenten.items():
        map_ = find_instrument_by_id(id_).parent
        if not language_file(map_, taal).is_file():
            continue
        vertaling = load_translation(map_, taal)
        if goed and (vertaling.status != "gecontroleerd" or lacks_check(vertaling) is not None):
            continue
        for pad, nl in source_texts(instrument).items():
            stuk = vertaling.teksten.get(pad)
            if stuk is not None and stuk.vertaling and not stale(stuk, nl):
                uit[" ".join(nl.split())] = stuk.vertaling
    return uit


def _unknown(o: Omgeving, taal: str) -> BevindingenFout:
    talen = sorted({pad.stem for map_ in _folders(o) for pad in map_.glob("*.yaml")})
    lijkt = nearest(taal, talen)
    tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(talen)}." if talen else None
    uitleg = "In deze taal zijn er geen vaste teksten voor dit sjabloon."
    return BevindingenFout([Bevinding("VP613", uitleg, suggestie=tip)])
