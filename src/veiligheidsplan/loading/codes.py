"""The codes (*codes*) of what can be wrong in a text that is read, each with a short Dutch title.

One place, so that ``instrument uitleg CODE``, the manual and the museum of mistakes follow. A code never gets
another meaning; a code that is no longer used stays free.
"""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # het bestand
    "VP101": "Het bestand kan niet worden gelezen",
    "VP102": "Het bestand is te groot",
    "VP103": "Het bestand is geen UTF-8",
    "VP104": "Er staat een verboden teken in het bestand",
    "VP105": "Het bestand is geen YAML",
    "VP106": "Het bestand is leeg",
    "VP107": "Er staat meer dan één document in het bestand",
    "VP108": "Het bestand is te diep genest",
    "VP109": "Het bestand heeft te veel onderdelen of een verwijzing zonder einde",
    "VP110": "Een sleutel staat er twee keer",
    "VP111": "Blokken samenvoegen met «<<» kan niet",
    "VP112": "Een YAML-tag kan niet",
    "VP113": "Dit woord of getal leest niet ieder programma hetzelfde",
    "VP114": "Een getal is te lang",
    "VP115": "Een sleutel is geen gewone naam",
    # de vorm
    "VP121": "Deze sleutel bestaat niet",
    "VP122": "Er ontbreekt iets dat nodig is",
    "VP123": "Hier hoort iets anders te staan",
    "VP124": "Deze waarde is hier niet mogelijk",
    "VP125": "Een id of code is anders geschreven dan kan",
    "VP126": "Deze naam heeft al een vaste betekenis",
    "VP127": "De versie is niet goed geschreven",
    "VP128": "Dit getal valt buiten wat kan",
    "VP129": "Deze sleutel hoort bij een andere soort",
    "VP130": "Hier hoort minstens één ding te staan",
    # verwijzingen
    "VP141": "Deze verwijzing leidt nergens heen",
    "VP142": "Een id wordt twee keer gebruikt",
    "VP143": "De id is anders dan de naam van de map",
    "VP144": "De vraag heeft dit antwoord niet",
    "VP145": "Antwoorden van een oudere versie vinden geen vraag",
    # voorwaarden
    "VP151": "Een voorwaarde is niet compleet of niet duidelijk",
    "VP152": "Deze toets past hier niet",
    "VP153": "Een voorwaarde kijkt vooruit",
    "VP154": "Een schaal toetsen kan alleen in een signaal",
    "VP155": "Of een vraag die telt beantwoord is, kan hier geen voorwaarde zijn",
    # vragen en schalen
    "VP161": "Het bereik van een vraag klopt niet",
    "VP162": "Een uiterste valt buiten het bereik",
    "VP171": "Schalen tellen elkaar",
    "VP172": "Een schaal telt niets",
    "VP173": "Een schaal telt een vraag zonder punten",
    "VP174": "Een schaal telt iets twee keer",
    "VP175": "Grenzen lopen niet op",
    "VP176": "Deze keuzes van een schaal gaan niet samen",
    "VP177": "De schaal van het eindniveau heeft geen grenzen",
    # antwoorden, gevallen en vindplaatsen
    "VP181": "Een geval verwacht iets dat de uitslag niet heeft",
    "VP191": "Dit is niet gevonden",
    "VP192": "Een naam is geen pad",
}
