"""CPU time of scoring sixty-question instruments with everything unanswered. Target: under 10 ms each.

``python bench/score.py`` prints JSON; ``measure()`` gives the milliseconds by name.
"""

from __future__ import annotations

import json
from statistics import median
from time import process_time
from typing import Any

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.instrument import Instrument

_VIER = {
    code: {"tekst": code, "punten": punten} for punten, code in enumerate(("nooit", "soms", "vaak", "altijd"))
}


def _instrument(onderdelen: dict[str, Any], schalen: dict[str, Any], signalen: dict[str, Any]) -> Instrument:
    return Instrument.model_validate(
        {
            "formaat": 1, "id": "meting", "versie": "1.0.0", "titel": "Meting", "soort": "risicotaxatie",
            "status": "concept", "validatie": "niet_gevalideerd", "per": "huishouden", "eigenaar": "Regio",
            "verantwoording": "Alleen om te meten.", "antwoordlijsten": {"vier": _VIER},
            "niveaus": {naam: {"titel": naam} for naam in ("niet_verhoogd", "verhoogd", "hoog")},
            "onderdelen": onderdelen, "schalen": schalen, "signalen": signalen, "eindniveau": "ernst",
        }
    )  # fmt: skip


def _parts(vraag: Any) -> dict[str, Any]:
    return {
        f"deel{d}": {"titel": "Deel", "vragen": {f"v{n}": vraag(n) for n in range(d * 10, d * 10 + 10)}}
        for d in range(6)
    }


def _scale(**anders: Any) -> dict[str, Any]:
    grenzen = {"niet_verhoogd": 0, "verhoogd": 40, "hoog": 90}
    return {"methode": "som", "ontbrekend": "bandbreedte", "grenzen": grenzen, **anders}


def plain() -> Instrument:
    """Sixty choices, one sum."""
    return _instrument(_parts(lambda n: {"tekst": "?", "antwoorden": "vier"}), {"ernst": _scale()}, {})


def conditions() -> Instrument:
    """A third of the questions with a condition; six subscales, a total of them, eight signs."""

    def vraag(n: int) -> dict[str, Any]:
        toon = {"toon_als": {"vraag": f"v{n - 1}", "in": ["vaak", "altijd"]}} if n % 3 == 1 else {}
        return {"tekst": "?", "antwoorden": "vier", **toon}

    subs = {f"sub{d}": _scale(telt=[f"deel{d}"], grenzen={"niet_verhoogd": 0, "hoog": 15}) for d in range(6)}
    tekens: dict[str, Any] = {
        f"t{n}": {"als": {"vraag": f"v{n}", "is": "altijd"}, "niveau": "hoog"} for n in range(1, 36, 7)
    }
    tekens["een"] = {
        "als": {"een_van": [{"vraag": f"v{n}", "is": "altijd"} for n in range(30)]},
        "niveau": "hoog",
    }
    tekens["samen"] = {
        "als": {"alle": [{"vraag": "v1", "is": "altijd"}, {"schaal": "ernst", "minstens": 80}]}
    }
    tekens["sub"] = {"als": {"schaal": "sub2", "minstens": 20}, "niveau": "verhoogd"}
    return _instrument(_parts(vraag), {**subs, "ernst": _scale(telt=list(subs))}, tekens)


def gate() -> Instrument:
    """One question shows or hides all others."""

    def vraag(n: int) -> dict[str, Any]:
        toon = {"toon_als": {"niet": {"vraag": "v0", "is": "nooit"}}} if n else {}
        return {"tekst": "?", "antwoorden": "vier", **toon}

    return _instrument(_parts(vraag), {"ernst": _scale()}, {})


def rounded() -> Instrument:
    """Six rounded means under a sum, and a scale with the highest."""
    subs = {
        f"sub{d}": _scale(telt=[f"deel{d}"], methode="gemiddelde", vermenigvuldig=10, afronden="heel")
        for d in range(6)
    }
    vraag = {"tekst": "?", "type": "schaal", "van": 0, "tot": 10}
    schalen = {
        **subs,
        "ernst": _scale(telt=list(subs)),
        "top": _scale(methode="hoogste", grenzen={"hoog": 8}),
    }
    return _instrument(_parts(lambda n: vraag), schalen, {"top": {"als": {"schaal": "top", "minstens": 9}}})


GEVALLEN = {"gewoon": plain, "voorwaarden": conditions, "poort": gate, "afgerond": rounded}


def measure(keren: int = 7) -> dict[str, float]:
    """Median CPU milliseconds of one scoring, per instrument, everything unanswered."""
    uit = {}
    for naam, maak in GEVALLEN.items():
        instrument = maak()
        tijden = []
        for _ in range(keren):
            begin = process_time()
            uitslag = scoor(instrument, {})
            tijden.append((process_time() - begin) * 1000)
        if not all(schaal.exact for schaal in uitslag.schalen.values()):
            raise AssertionError(f"{naam}: niet exact")
        uit[naam] = median(tijden)
    return uit


def meet() -> dict[str, Any]:
    """The instrument with conditions, seven scales and eight signs; the other shapes in ``onderdelen``."""
    metingen = measure()
    return {
        "naam": "score: 60 vragen zonder antwoord, met voorwaarden, schalen en signalen",
        "waarde": metingen["voorwaarden"],
        "eenheid": "ms CPU",
        "doel": 10,
        "onderdelen": {naam: round(ms, 1) for naam, ms in metingen.items()},
    }


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
