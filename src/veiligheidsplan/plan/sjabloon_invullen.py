"""Filling a regional template with what a municipality brings: one whole template, nothing else decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from veiligheidsplan.plan.sjabloon import Instrumentkeuze, Kleuren, Sectie, Sjabloon
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie, Gemeentesjabloon, Sectietekst


def fill_template(regio: Sjabloon, eigen: Gemeentesjabloon) -> Sjabloon:
    """The whole template. Only what the region left open is taken, whatever else *eigen* holds."""
    open_ = regio.openingen
    later = eigen.instrumenten.later if eigen.instrumenten else ()
    return regio.model_copy(
        update={
            "id": eigen.id,
            "eigenaar": eigen.eigenaar,
            "versie": eigen.versie,
            "titel": eigen.titel or regio.titel,
            "logo": eigen.logo or regio.logo,
            "lettertypen": eigen.lettertypen or regio.lettertypen,
            "kleuren": _colours(regio.kleuren, eigen),
            "voettekst": regio.voettekst if eigen.voettekst is None else eigen.voettekst,
            "contacten": (*regio.contacten, *eigen.contacten),
            "zinnen": {**regio.zinnen, **{z: t for z, t in eigen.zinnen.items() if z in open_.zinnen}},
            "secties": {
                id_: _words(regio, id_, s, eigen.secties.get(id_)) for id_, s in regio.secties.items()
            },
            "extra_secties": {**_own_only(regio, eigen), **regio.extra_secties},
            "ruimte": eigen.gemeente,
            "volgorde": order(_regional(regio), eigen.extra_secties, open_.vrije_secties, eigen.volgorde),
            "instrumenten": Instrumentkeuze(
                nu=regio.instrumenten.nu, later=tuple(dict.fromkeys((*later, *regio.instrumenten.later)))
            ),
        }
    )


def _own_only(regio: Sjabloon, eigen: Gemeentesjabloon) -> dict[str, Extrasectie]:
    """Never one that stands in for a section of the region."""
    return {id_: s for id_, s in eigen.extra_secties.items() if id_ not in regio.secties}


def _regional(regio: Sjabloon) -> tuple[str, ...]:
    return tuple(id_ for id_, _ in regio.in_order())


def _colours(regio: Kleuren, eigen: Gemeentesjabloon) -> Kleuren:
    return regio.model_copy(update=eigen.kleuren.model_dump(exclude_none=True))


def _words(regio: Sjabloon, id_: str, sectie: Sectie, woorden: Sectietekst | None) -> Sectie:
    if woorden is None:
        return sectie
    nieuw: dict[str, str] = {}
    if woorden.titel is not None and id_ in regio.openingen.titels:
        nieuw["titel"] = woorden.titel
    if woorden.inleiding is not None and id_ in regio.openingen.inleidingen:
        nieuw["inleiding"] = woorden.inleiding
    return sectie.model_copy(update=nieuw)


#: where an extra section comes that no order names: before what ends the document, where that is there
SLOT = ("uitleg", "ondertekening")


def order(
    regio: Sequence[str], extra: Iterable[str], vrij: Iterable[str], gewenst: Sequence[str]
) -> tuple[str, ...]:
    """All sections in the order of the document.

    A free or extra section that *gewenst* names comes right after the one named before it; a fixed one never
    moves, and nothing comes before the first section of the region. An extra section that is not named comes
    before the end of the document.
    """
    extra = tuple(id_ for id_ in extra if id_ not in regio)
    beweegt = {*extra, *vrij}
    genoemd = tuple(dict.fromkeys(id_ for id_ in gewenst if id_ in regio or id_ in extra))
    weg = {id_ for id_ in genoemd[1:] if id_ in beweegt}
    lijst = [id_ for id_ in regio if id_ not in weg]
    for ervoor, id_ in pairwise(genoemd):
        if id_ in weg:
            lijst.insert(lijst.index(ervoor) + 1 if ervoor in lijst else _end(lijst), id_)
    for id_ in extra:
        if id_ not in lijst:
            lijst.insert(_end(lijst), id_)
    return tuple(lijst)


def _end(lijst: Sequence[str]) -> int:
    return next((n for n, id_ in enumerate(lijst) if id_ in SLOT), len(lijst))


def changed_openings(toen: Mapping[str, object], nu: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What changed between two versions of a regional template, as it stands in the files: (path, how).

    ``how`` is *nieuw*, *weg* or *anders*. Paths are joined by dots, down to single words and lists.
    """
    oud, nieuw = dict(_leaves("", toen)), dict(_leaves("", nu))
    paden = dict.fromkeys((*oud, *nieuw))
    return tuple(
        (pad, "nieuw" if pad not in oud else "weg" if pad not in nieuw else "anders")
        for pad in paden
        if oud.get(pad) != nieuw.get(pad)
    )


def _leaves(pad: str, waarde: object) -> Iterable[tuple[str, object]]:
    if isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from _leaves(f"{pad}.{sleutel}" if pad else str(sleutel), deel)
    else:
        yield pad, waarde
