"""Who is what of whom, as a drawing (*genogram*): generations under each other, who belong together beside each other.

Only the professional's copy has one. It says nothing that the sentences do not say; it makes a family of twelve people
readable at a glance. There is no sex in the model, so none is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from veiligheidsplan.plan.document import Band, Bandsoort, Genogram, Mens
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.woorden import fill

#: relations that put the first person one or two rows above the second
_BOVEN: Final[Mapping[str, int]] = {"ouder": 1, "stiefouder": 1, "grootouder": 2}
_PAAR: Final = ("partner", "ex_partner")
_NAAST: Final = (*_PAAR, "broer_zus")
_LIJN: Final[Mapping[str, Bandsoort]] = {
    "ouder": "ouder",
    "stiefouder": "ouder",
    "partner": "samen",
    "ex_partner": "uit_elkaar",
}
#: more people than this are clearer as sentences
MEESTE_PER_RIJ: Final = 6
_MEESTE: Final = 18


def genogram(d: Dossier, o: Omgeving) -> Iterator[Genogram]:
    """The drawing; nothing without a relation, or with more people than a page can show."""
    banden = tuple(_bonds(d))
    mensen = tuple(d.onderwerpen("persoon"))
    if not banden or len(mensen) > _MEESTE:
        return
    rijen = _rows(mensen, banden)
    volgorde = _order(mensen, banden, rijen)
    if any(list(rijen.values()).count(rij) > MEESTE_PER_RIJ for rij in rijen.values()):
        return
    plek = {persoon: n for n, persoon in enumerate(volgorde)}
    yield Genogram(
        tuple(Mens(_name(d, p), _age(d, o, p), rijen[p], d.waarde(p, "soort") == "kind") for p in volgorde),
        tuple(
            Band(plek[van], plek[met], _LIJN.get(soort, "anders"), _word(o, soort))
            for van, soort, met in banden
        ),
        " ".join(
            f"{fill(o.zin('is_van'), {'wie': _name(d, van), 'soort': _word(o, soort), 'met': _name(d, met)})}."
            for van, soort, met in banden
        ),
    )


def _bonds(d: Dossier) -> Iterator[tuple[str, str, str]]:
    personen = set(d.onderwerpen("persoon"))
    for id_ in d.onderwerpen("relatie"):
        van, soort, met = (d.waarde(id_, veld) for veld in ("van", "soort", "met"))
        if not ended(d, id_) and {van, met} <= personen and van != met:
            yield str(van), str(soort or "bekende"), str(met)


def _rows(mensen: tuple[str, ...], banden: tuple[tuple[str, str, str], ...]) -> dict[str, int]:
    """The row of each person, from 0 at the top. A contradiction (a parent of one's own parent) ends by itself."""
    rij = dict.fromkeys(mensen, 0)
    for _ in mensen:
        for van, soort, met in banden:
            if soort in _BOVEN:
                rij[met] = min(max(rij[met], rij[van] + _BOVEN[soort]), len(mensen))
            elif soort in _NAAST:
                rij[van] = rij[met] = max(rij[van], rij[met])
    gebruikt = {r: n for n, r in enumerate(sorted(set(rij.values())))}
    return {persoon: gebruikt[r] for persoon, r in rij.items()}


def _order(
    mensen: tuple[str, ...], banden: tuple[tuple[str, str, str], ...], rij: Mapping[str, int]
) -> list[str]:
    """Row by row; whoever belongs to somebody placed already comes right after that person, else under its parents."""
    uit: list[str] = []
    for r in range(max(rij.values(), default=0) + 1):
        over = sorted((p for p in mensen if rij[p] == r), key=lambda p: _under(p, banden, uit))
        while over:
            wie = over.pop(0)
            naast = [p for p in _beside(wie, banden) if p in over]
            voor = naast[:-1]  # between two partners stands who has both
            uit += [*voor, wie]
            over = [*naast[-1:], *(p for p in over if p not in naast)]
    return uit


def _under(persoon: str, banden: tuple[tuple[str, str, str], ...], geplaatst: list[str]) -> float:
    boven = [
        geplaatst.index(v) for v, soort, m in banden if m == persoon and soort in _BOVEN and v in geplaatst
    ]
    return sum(boven) / len(boven) if boven else len(geplaatst)


def _beside(persoon: str, banden: tuple[tuple[str, str, str], ...]) -> list[str]:
    naast = (m if v == persoon else v for v, soort, m in banden if soort in _PAAR and persoon in (v, m))
    return list(dict.fromkeys(naast))


def _name(d: Dossier, persoon: str) -> str:
    return str(d.waarde(persoon, "naam") or "")


def _age(d: Dossier, o: Omgeving, persoon: str) -> str:
    jaren = d.waarde(persoon, "leeftijd")
    return fill(o.zin("genogram_jaar"), {"jaren": str(jaren)}) if isinstance(jaren, int) else ""


def _word(o: Omgeving, soort: str) -> str:
    return o.sjabloon.teksten["relatie"]["soort"].keuzes.get(soort, soort)
