"""CPU time of one answer in a conversation with an instrument of a thousand questions. Target: under 5 ms each.

An answer is: which step comes now, the facts that it makes, and the fold. ``python -m bench.gesprek`` prints JSON.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from statistics import median
from time import process_time
from typing import Any

from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import check, next_step, process, value_given
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Stap, Waarde, Zichtkant

AANTAL = 1000
NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)


def instrument(id_: str) -> dict[str, Any]:
    """A thousand choices in twenty parts; a third of them depends on the one before; it scores and has signs."""

    def vraag(n: int) -> dict[str, Any]:
        toon = {"toon_als": {"vraag": f"v{n - 1}", "in": ["vaak", "altijd"]}} if n % 3 == 1 else {}
        return {"tekst": f"Vraag {n}?", "antwoorden": "vier", **toon}

    vier = {c: {"tekst": c, "punten": p} for p, c in enumerate(("nooit", "soms", "vaak", "altijd"))}
    per = AANTAL // 20
    return {
        "formaat": 1, "id": id_, "versie": "1.0.0", "titel": "Meting", "soort": "veiligheidscheck",
        "status": "concept", "validatie": "niet_gevalideerd", "per": "huishouden", "eigenaar": "Regio",
        "verantwoording": "Alleen om te meten.", "antwoordlijsten": {"vier": vier},
        "niveaus": {naam: {"titel": naam} for naam in ("niet_verhoogd", "verhoogd", "hoog")},
        "onderdelen": {
            f"deel{d}": {"titel": "Deel", "vragen": {f"v{n}": vraag(n) for n in range(d * per, d * per + per)}}
            for d in range(20)
        },
        "schalen": {
            "ernst": {"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 900}},
            "klein": {"ontbrekend": "bandbreedte", "telt": [f"v{n}" for n in range(960, 968)]},
        },
        # signs that keep a joint conversation closed: on an answer, and on a small scale with a fact that is not known
        "signalen": {
            "t": {"als": {"vraag": "v900", "is": "altijd"}, "niveau": "hoog", "stopt_gezamenlijk": True},
            "s": {"als": {"alle": [{"schaal": "klein", "minstens": 20}, {"gegeven": "zwanger", "is": "ja"}]},
                  "niveau": "hoog", "stopt_gezamenlijk": True},
        },
        "eindniveau": "ernst",
    }  # fmt: skip


def begun(o: Omgeving, setting: str) -> tuple[Dossier, Omgeving]:
    """A dossier in which only the questions of now are left, and they are a thousand."""
    nu = o.sjabloon.instrumenten.nu
    ruw = instrument(nu)
    o = replace(o, instrumenten={**o.instrumenten, nu: Instrument.model_validate(ruw)})
    erbij = ("persoon:1",) if setting == "alleen" else ("persoon:1", "persoon:2")
    z = "zitting:1"
    feiten = [
        value_given(z, "setting", setting, z),
        value_given(z, "aanwezig", erbij, z),
        *(value_given("dossier", v, "nijmegen", z) for v in ("alias", "gemeente")),
        *(value_given("medewerker", v, "x", z) for v in ("naam", "organisatie", "telefoon")),
        *(value_given(f"persoon:{n}", v, w, z) for n in (1, 2) for v, w in _PERSOON.items()),
        value_given("persoon:2", "naam", "Sem", z),
        value_given("gesprek", "meer_persoon_3", "nee", z),
        Feit("instrument_begonnen", {"afname": f"{nu}:1", "instrument": ruw, "over": None}),
        value_given("gesprek", f"begin:{nu}:1@{z}", None, z),
    ]
    return fold([stamp(f, door="", tijd=NU) for f in feiten]), o


_PERSOON = {
    "naam": "Noor",
    "soort": "volwassene",
    "leeftijd": 34,
    "woont_hier": "ja",
    "mogelijke_pleger": "nee",
    "op_plan": "ja",
}


def any_(d: Dossier, o: Omgeving, stap: Stap) -> Waarde:
    """The first answer that fits; there is never another of anything, such as an order that keeps people apart."""
    if "/meer_" in stap.id:
        return "nee"
    kan: tuple[Waarde, ...] = (
        *(k.code for k in stap.keuzes),
        (),
        None,
        o.vandaag,
        "12:00",
        stap.van or 0,
        "x",
    )
    return next(w for w in kan if check(d, o, stap, w) is None)


def measure(kant: Zichtkant, setting: str) -> list[float]:
    """Milliseconds of every answer until the questions are done."""
    d, o = begun(load_omgeving(date(2026, 12, 7)), setting)
    tijden = []
    eerst: Zichtkant
    for eerst in ("werkscherm", kant):  # what comes before the questions is not measured
        while (stap := next_step(d, o, eerst)) is not None and not stap.id.startswith("afname:"):
            d = fold(
                [stamp(f, door="", tijd=NU) for f in process(d, o, stap, any_(d, o, stap), kant=eerst)], d
            )
    while True:
        begin = process_time()
        stap = next_step(d, o, kant)
        if stap is None or not stap.id.startswith("afname:"):
            return tijden
        antwoord = ("vaak", "nooit", "altijd", "soms")[len(tijden) % 4]
        d = fold([stamp(f, door="", tijd=NU) for f in process(d, o, stap, antwoord, kant=kant)], d)
        tijden.append((process_time() - begin) * 1000)


def meet() -> dict[str, Any]:
    """The slowest part: the median of the last hundred answers on the werkscherm; the table beside it."""
    uit = {
        "werkscherm": measure("werkscherm", "alleen"),
        "aan tafel, alleen": measure("aan_tafel", "alleen"),
        "aan tafel, samen": measure("aan_tafel", "samen"),
    }
    if min(len(t) for t in uit.values()) < AANTAL // 2:
        raise AssertionError({naam: len(t) for naam, t in uit.items()})
    laatste = {naam: median(t[-100:]) for naam, t in uit.items()}
    return {
        "naam": "gesprek: één antwoord bij duizend vragen",
        "waarde": max(laatste.values()),
        "eenheid": "ms",
        "doel": 5,
        "onderdelen": {naam: round(ms, 2) for naam, ms in laatste.items()},
    }


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
