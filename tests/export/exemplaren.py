"""Every kind of document that somebody can hold, of one household, in each language: made once per process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from tests.plan.omgeving import VANDAAG, example_dossier, omgeving
from tests.plan.test_evaluatie import review
from tests.plan.test_evaluatie import vast as established
from tests.plan.test_kopie_persoon import BO, GIJS, NOOR, SEM, huis
from veiligheidsplan.app.talen import load_language
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Document
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.papier import paper_forms
from veiligheidsplan.plan.papier_instrument import codebook, paper_instrument
from veiligheidsplan.plan.taalbestand import Taalbestand, Woordenboek
from veiligheidsplan.plan.tweetalig import in_two_languages

TALEN = ("nl", "en", "ar")


def _of(d: Dossier, voor: str, eigen: Eigendeel = "niet", *, voorlopig: bool = False) -> Document:
    return make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d", eigen=eigen, voorlopig=voorlopig)


def _house() -> Dossier:
    return huis(
        (GIJS, "op_plan", "nee"), ("eigen_actie:2", "van", GIJS), ("eigen_actie:2", "wat", "Gijs belt")
    )


def _child(leeftijd: int, *, boos: bool = False) -> Callable[[], Document]:
    meer = ((BO, "mogelijke_pleger", "ja"),) if boos else ()
    return lambda: _of(huis((BO, "leeftijd", leeftijd), *meer), BO, "mee")


#: what can leave the house
KOPIEEN: dict[str, Callable[[], Document]] = {
    "gezamenlijk": lambda: _of(_house(), "gezamenlijk"),
    "gezamenlijk, voorlopig": lambda: _of(_house(), "gezamenlijk", voorlopig=True),
    "gezamenlijk, na terugkijken": lambda: _of(review(), "gezamenlijk"),
    "gezamenlijk, niets ingevuld": lambda: _of(Dossier(), "gezamenlijk"),
    "professional": lambda: _of(_house(), "professional"),
    "professional, vastgesteld": lambda: _of(established(example_dossier()), "professional"),
    "met privébladen": lambda: _of(_house(), NOOR, "mee"),
    "alleen privébladen": lambda: _of(_house(), SEM, "apart"),
    "niet op het plan": lambda: _of(_house(), GIJS),
    "uit het netwerk": lambda: _of(_house(), "netwerk:1"),
    "kaart": lambda: _of(_house(), NOOR, "kaart_met_seintje"),
    "kind van 5": _child(5),
    "kind van 9": _child(9),
    "kind van 13 dat boos wordt": _child(13, boos=True),
    "kind van 17": _child(17),
}  # fmt: skip

#: what is filled in or looked up on paper
FORMULIEREN: dict[str, Callable[[], Document]] = {
    "formulier voor aan tafel": lambda: paper_forms(omgeving())[0],
    "formulier voor de professional": lambda: paper_forms(omgeving())[1],
    "vragenlijst": lambda: paper_instrument(omgeving().instrumenten["partnergeweld"], VANDAAG, None),
    "codeboek": lambda: codebook(omgeving().instrumenten["directe-veiligheid"], VANDAAG),
}

EXEMPLAREN = KOPIEEN | FORMULIEREN
#: read by professionals, so in Dutch in the quick run
_NEDERLANDS = {
    "professional",
    "professional, vastgesteld",
    "formulier voor de professional",
    "vragenlijst",
    "codeboek",
}
ALLE = tuple((naam, taal) for naam in EXEMPLAREN for taal in TALEN)
GEWOON = tuple(p for p in ALLE if p[1] == "nl" or p[0] not in _NEDERLANDS)


@cache
def language(taal: str) -> Woordenboek:
    """As shipped, but approved: then there are places to sign."""
    w = load_language(omgeving(), taal)
    nagekeken = {
        "status": "gecontroleerd",
        "gecontroleerd_door": "Bureau Voorbeeld",
        "datum": date(2026, 12, 1),
    }
    return Woordenboek(Taalbestand.model_validate(w.bestand.model_dump() | nagekeken), w.teksten)


def drawn(naam: str, taal: str) -> Document:
    """The document *naam*, with the other language beside the Dutch."""
    document = EXEMPLAREN[naam]()
    return document if taal == "nl" else in_two_languages(document, omgeving(), language(taal))


@cache
def made(naam: str, taal: str) -> bytes:
    """The same as a PDF."""
    return render(drawn(naam, taal))
