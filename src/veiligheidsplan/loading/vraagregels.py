"""What must hold within one question beyond its shape: its list, its sources, its range."""

from __future__ import annotations

from typing import Any

from veiligheidsplan.loading.bestaan import check_known
from veiligheidsplan.loading.feiten import Feiten, Vraagfeit, items
from veiligheidsplan.loading.verslag import Verslag, short


def check_questions(feiten: Feiten, verslag: Verslag) -> None:
    """Every question of the instrument."""
    for vraag in feiten.vragen.values():
        rauw = vraag.rauw
        if vraag.soort in ("keuze", "meerkeuze"):
            _check_answers(rauw.get("antwoorden"), vraag, feiten, verslag)
        elif vraag.soort in ("schaal", "getal"):
            _check_range(vraag, verslag)
        if "bronnen" in rauw:
            for i, naam in enumerate(items(rauw["bronnen"])):
                check_known(naam, feiten.bronnen, ((vraag.spoor, "bronnen"), i), verslag, "bron")


def _check_answers(antwoorden: Any, vraag: Vraagfeit, feiten: Feiten, verslag: Verslag) -> None:
    if antwoorden.__class__ is not str:
        return
    spoor = (vraag.spoor, "antwoorden")
    if check_known(antwoorden, feiten.lijsten, spoor, verslag, "antwoordlijst") and vraag.antwoorden == {}:
        verslag.fault(
            "VP130", spoor, f"De antwoordlijst «{antwoorden}» heeft geen antwoorden.", "Voeg antwoorden toe."
        )


def _check_range(vraag: Vraagfeit, verslag: Verslag) -> None:
    """``van`` lies below ``tot``, and what is said about an end lies within."""
    schaal = vraag.soort == "schaal"
    van, tot = vraag.rauw.get("van", None if schaal else 0), vraag.rauw.get("tot")
    if van.__class__ is not int or tot.__class__ is not int:
        return
    if van > tot or (schaal and van == tot):
        verslag.fault(
            "VP161",
            (vraag.spoor, "tot"),
            f"Deze vraag loopt van {van} tot {tot}; «tot» hoort groter te zijn dan «van».",
            "Verwissel de twee getallen, of kies een groter getal bij «tot»."
            if van > tot
            else "Kies een groter getal bij «tot».",
        )
    elif schaal and vraag.rauw.get("uitersten").__class__ is dict:
        for waarde in vraag.rauw["uitersten"]:
            if waarde.__class__ is int and not van <= waarde <= tot:
                verslag.fault(
                    "VP162",
                    ((vraag.spoor, "uitersten"), waarde),
                    f"{short(waarde)} valt buiten deze schaal, die van {van} tot {tot} loopt.",
                    f"Schrijf {van} of {tot}.",
                    op_sleutel=True,
                )
