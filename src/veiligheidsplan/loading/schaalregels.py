"""Scales (*schalen*): what they count, what goes together, and bounds that rise in the order of the
levels."""

from __future__ import annotations

from decimal import Decimal
from itertools import dropwhile
from typing import Any

from veiligheidsplan.loading.bestaan import check_known
from veiligheidsplan.loading.feiten import Feiten, block, items
from veiligheidsplan.loading.verslag import Spoor, Verslag, short


def check_scales(feiten: Feiten, verslag: Verslag) -> None:
    """Every scale of the instrument, and the one that decides."""
    for naam, rauw in feiten.schalen.items():
        schaal, spoor = block(rauw), ((None, "schalen"), naam)
        _check_counted(schaal, spoor, feiten, verslag)
        _check_required(schaal, spoor, feiten, verslag)
        _check_bounds(schaal, spoor, feiten, verslag)
        _check_method(schaal, spoor, verslag)
        _check_interval(naam, schaal, spoor, feiten, verslag)
    _check_cycles(feiten, verslag)
    _check_final(feiten, verslag)


def _check_counted(schaal: dict[str, Any], spoor: Spoor, feiten: Feiten, verslag: Verslag) -> None:
    """What ``telt`` names exists, is scored, comes once, and is something."""
    telt = schaal.get("telt")
    if telt is None:
        if not any(v.scoort in (True, None) for v in feiten.vragen.values()):
            _counts_nothing(spoor, verslag, op_sleutel=True)
        return
    if telt.__class__ is not list:
        return
    plek = (spoor, "telt")
    gezien: dict[str, Spoor] = {}
    iets = False
    for i, naam in enumerate(telt):
        if naam.__class__ is not str:
            iets = True
            continue
        iets |= _check_one(naam, (plek, i), gezien, feiten, verslag)
    if not iets:
        _counts_nothing(plek, verslag)


def _check_one(naam: str, plek: Spoor, gezien: dict[str, Spoor], feiten: Feiten, verslag: Verslag) -> bool:
    """One name in ``telt``; whether it brings something (or might, where something else is wrong)."""
    if naam in feiten.vragen:
        vragen = [naam]
        if feiten.vragen[naam].scoort is False:
            verslag.fault(
                "VP173",
                plek,
                f"De vraag «{short(naam)}» heeft geen punten en kan niet meetellen.",
                "Haal de vraag hier weg, of geef de antwoorden punten.",
                zie=feiten.vragen[naam].spoor,
                zie_uitleg="hier staat die vraag",
            )
            return True
    elif naam in feiten.onderdelen:
        vragen = [v for v in feiten.questions_of(naam) if feiten.vragen[v].scoort is not False]
    elif check_known(
        naam,
        feiten.telbaar,
        plek,
        verslag,
        "onderdeel, vraag of schaal",
    ):
        vragen = []
    else:
        return True
    dubbel = next((v for v in (naam, *vragen) if v in gezien), None)
    if dubbel is not None:
        verslag.fault(
            "VP174",
            plek,
            f"«{short(dubbel)}» telt hier twee keer mee.",
            "Laat één van de twee weg.",
            zie=gezien[dubbel],
            zie_uitleg="hier telt die de eerste keer mee",
        )
    gezien.update(dict.fromkeys((naam, *vragen), plek))
    return bool(vragen) or naam in feiten.schalen


def _counts_nothing(spoor: Spoor, verslag: Verslag, *, op_sleutel: bool = False) -> None:
    verslag.fault(
        "VP172",
        spoor,
        "Deze schaal telt niets: er is geen vraag met punten bij.",
        "Noem bij telt een onderdeel of vraag met punten, of haal de schaal weg.",
        op_sleutel=op_sleutel,
    )


def _check_required(schaal: dict[str, Any], spoor: Spoor, feiten: Feiten, verslag: Verslag) -> None:
    for i, naam in enumerate(items(schaal.get("vereist"))):
        check_known(naam, feiten.vragen, ((spoor, "vereist"), i), verslag, "vraag")


def _check_bounds(schaal: dict[str, Any], spoor: Spoor, feiten: Feiten, verslag: Verslag) -> None:
    """Levels that exist, in their order, each from a higher score than the one before."""
    vorige: tuple[str, int, Any] | None = None
    for niveau, grens in block(schaal.get("grenzen")).items():
        plek = ((spoor, "grenzen"), niveau)
        if niveau not in feiten.niveaus:
            check_known(niveau, feiten.niveaus, plek, verslag, "niveau", op_sleutel=True)
            continue
        rang = feiten.niveaus[niveau]
        if grens.__class__ not in (int, Decimal):
            continue
        if vorige is not None and rang <= vorige[1]:
            uitleg = f"«{niveau}» staat in niveaus eerder dan «{vorige[0]}»."
            verslag.fault("VP175", plek, uitleg, "Houd de volgorde van niveaus aan.", op_sleutel=True)
        elif vorige is not None and grens <= vorige[2]:
            uitleg = (
                f"De grens van «{niveau}» ({grens}) is niet hoger dan die van «{vorige[0]}» ({vorige[2]})."
            )
            verslag.fault("VP175", plek, uitleg, "Geef elk volgend niveau een hogere grens.")
        vorige = (niveau, rang, grens)


def _check_method(schaal: dict[str, Any], spoor: Spoor, verslag: Verslag) -> None:
    """``naar_rato`` shares out points, which means something for a sum or a mean only."""
    ontbrekend, methode = schaal.get("ontbrekend"), schaal.get("methode", "som")
    if ontbrekend == "naar_rato" and methode in ("hoogste", "aantal"):
        verslag.fault(
            "VP176",
            (spoor, "ontbrekend"),
            f"naar_rato gaat niet samen met methode {methode}.",
            "Kies methode som of gemiddelde, of bij ontbrekend: bandbreedte, ongeldig of nul.",
        )
    if "hoogstens_ontbrekend" in schaal and ontbrekend in ("bandbreedte", "ongeldig", "nul"):
        verslag.fault(
            "VP176",
            (spoor, "hoogstens_ontbrekend"),
            f"hoogstens_ontbrekend hoort bij ontbrekend: naar_rato; hier staat {ontbrekend}.",
            "Haal hoogstens_ontbrekend weg, of kies naar_rato.",
            op_sleutel=True,
        )


def _check_interval(
    naam: str, schaal: dict[str, Any], spoor: Spoor, feiten: Feiten, verslag: Verslag
) -> None:
    """An interval can only be counted by a scale that gives an interval too."""
    if schaal.get("ontbrekend") not in ("naar_rato", "ongeldig", "nul"):
        return
    for i, deel in enumerate(items(schaal.get("telt"))):
        if deel.__class__ is str and block(feiten.schalen.get(deel)).get("ontbrekend") == "bandbreedte":
            verslag.fault(
                "VP176",
                ((spoor, "telt"), i),
                f"«{short(deel)}» geeft een bandbreedte, en «{short(naam)}» die hem telt niet.",
                "Kies bij beide schalen ontbrekend: bandbreedte, of bij de getelde schaal iets anders.",
                zie=(((None, "schalen"), deel), "ontbrekend"),
                zie_uitleg="hier staat bandbreedte",
            )


def _check_cycles(feiten: Feiten, verslag: Verslag) -> None:
    """No scale counts itself, directly or by way of others; each circle is told once."""
    klaar: set[str] = set()
    for begin in feiten.schalen:
        pad: dict[str, None] = {}
        stapel = [(begin, 0)]
        while stapel:
            naam, i = stapel.pop()
            if i == 0:
                if naam in klaar:
                    continue
                pad[naam] = None
            telt = items(block(feiten.schalen[naam]).get("telt"))
            if i < len(telt):
                stapel.append((naam, i + 1))
                volgende = telt[i]
                if volgende.__class__ is not str:
                    continue
                if volgende in pad:
                    _circle(naam, i, [*dropwhile(volgende.__ne__, pad)], verslag)
                elif volgende in feiten.schalen:
                    stapel.append((volgende, 0))
            else:
                pad.pop(naam)
                klaar.add(naam)


def _circle(naam: str, i: int, kring: list[str], verslag: Verslag) -> None:
    uitleg = f"De schaal «{short(naam)}» telt zichzelf."
    if len(kring) > 1:
        uitleg = f"Deze schalen tellen elkaar: {', '.join(short(k) for k in kring[:10])}."
    verslag.fault(
        "VP171", ((((None, "schalen"), naam), "telt"), i), uitleg, "Haal één van de verwijzingen weg."
    )


def _check_final(feiten: Feiten, verslag: Verslag) -> None:
    naam = feiten.instrument.get("eindniveau")
    spoor = (None, "eindniveau")
    if naam is None or not check_known(naam, feiten.schalen, spoor, verslag, "schaal"):
        return
    if feiten.schalen[naam].__class__ is dict and not feiten.schalen[naam].get("grenzen"):
        verslag.fault(
            "VP177",
            spoor,
            f"De schaal «{short(naam)}» heeft geen grenzen, en kan dus geen niveau geven.",
            "Voeg bij die schaal grenzen toe, of noem een schaal die ze heeft.",
            zie=((None, "schalen"), naam),
            zie_uitleg="hier staat die schaal",
        )
