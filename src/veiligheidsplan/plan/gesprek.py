"""The conversation (*gesprek*): a pure state machine over the events. A prompt, a file and a test are views of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.antwoorden import Ontbreekt, read_answer
from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.afname import facts, start_instrument
from veiligheidsplan.plan.beantwoord import answered
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.secties import SECTIES
from veiligheidsplan.plan.stap import Stap, Waarde
from veiligheidsplan.plan.woorden import visible

__all__ = ["answered", "check", "next_step", "process", "steps", "value_given"]

LANGSTE_TEKST = 20_000  # characters; one agreement of 3,000 words fits


def steps(d: Dossier, o: Omgeving) -> Iterator[Stap]:
    """Every step that applies now, answered or not, in the order of the conversation."""
    for sectie in SECTIES:
        yield from sectie(d, o)


def next_step(d: Dossier, o: Omgeving) -> Stap | None:
    """The first step without an answer; ``None`` when everything that applies was asked."""
    return next((stap for stap in steps(d, o) if not answered(d, stap)), None)


def process(d: Dossier, o: Omgeving, stap: Stap, waarde: Waarde) -> tuple[Feit, ...]:
    """The facts that this answer makes. Raises ``BevindingenFout`` when the answer does not fit the step."""
    if (fout := check(d, o, stap, waarde)) is not None:
        raise BevindingenFout([fout])
    onderwerp, veld = stap.id.rsplit("/", 1)
    if onderwerp.startswith("afname:"):
        return (_answer(d, onderwerp.removeprefix("afname:"), veld, waarde),)
    nu = zitting.current(d)
    feiten = [value_given(onderwerp, veld, waarde, nu)]
    if onderwerp == "gesprek" and veld.startswith("begin:"):
        feiten.insert(0, start_instrument(d, o, veld.removeprefix("begin:")))
    if onderwerp == "gesprek" and veld.startswith("uitslag:"):
        afname = d.afnamen[veld.removeprefix("uitslag:").rsplit(":", 1)[0]]
        uitslag = scoor(afname.instrument, afname.ruwe_antwoorden, facts(d, afname))
        feiten.insert(
            0, Feit("uitslag_getoond", {"afname": afname.id, "uitslag": uitslag.model_dump(mode="json")})
        )
    if (onderwerp, veld) == ("actie:1", "wat"):
        feiten.append(value_given(onderwerp, "direct", "ja", nu))
    return tuple(feiten)


def value_given(onderwerp: str, veld: str, waarde: Waarde, nu: str | None = None) -> Feit:
    """One field of the plan got a value (``None``: asked and left open)."""
    return Feit(
        "waarde_gegeven", {"onderwerp": onderwerp, "veld": veld, "waarde": _stored(waarde), "zitting": nu}
    )


def _answer(d: Dossier, afname_id: str, vraag: str, waarde: Waarde) -> Feit:
    afname = d.afnamen[afname_id]
    gelezen = read_answer(afname.instrument, vraag, None if waarde == "niet_gevraagd" else waarde)
    if isinstance(gelezen, Bevinding):
        raise BevindingenFout([gelezen])
    nu, erbij = zitting.current(d), list(zitting.present(d))
    return Feit(
        "antwoord_gegeven",
        {
            "afname": afname_id,
            "vraag": vraag,
            "waarde": _missing(waarde) if isinstance(gelezen, Ontbreekt) else _stored(gelezen),
            "van": erbij if len(erbij) == 1 else [],
            "over": afname.over,
            "bijzijn": erbij,
            "zitting": nu,
        },
    )


def _missing(waarde: Waarde) -> str:
    """*Weet niet* and *wil niet zeggen* are kept apart from *niet gevraagd*: four different things."""
    return waarde if isinstance(waarde, str) else "niet_gevraagd"


def _stored(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return waarde.isoformat()
    return list(waarde) if isinstance(waarde, (tuple, list)) else waarde


def check(d: Dossier, o: Omgeving, stap: Stap, waarde: Waarde) -> Bevinding | None:
    """What is wrong with this answer to this step; ``None`` when it fits."""
    onderwerp, veld = stap.id.rsplit("/", 1)
    if stap.soort == "mededeling":
        return None
    if onderwerp.startswith("afname:"):
        if waarde in (None, "niet_gevraagd"):
            return None
        gelezen = read_answer(d.afnamen[onderwerp.removeprefix("afname:")].instrument, veld, waarde)
        return replace(gelezen, pad=stap.pad) if isinstance(gelezen, Bevinding) else None
    if waarde is None:
        return _fault(stap, "hier is een antwoord nodig") if stap.verplicht else None
    if isinstance(waarde, str) and waarde in {k.code for k in stap.bijzonder}:
        return None
    probleem = _PER_SOORT[stap.soort](stap, waarde)
    if probleem is None and stap.niet_voor_vandaag and isinstance(waarde, date) and waarde < o.vandaag:
        probleem = "deze datum is al geweest"
    if probleem is None and (kind_of(onderwerp), veld) == ("persoon", "naam"):
        probleem = _same_name(d, onderwerp, str(waarde))
    return _fault(stap, probleem) if probleem else None


def _fault(stap: Stap, probleem: str) -> Bevinding:
    return Bevinding("VP501", f"«{stap.tekst}»: {probleem}", Ernst.FOUT, stap.pad)


def _same_name(d: Dossier, persoon: str, naam: str) -> str | None:
    """Two people by one name cannot be told apart in a list, nor in an action on a copy."""
    anderen = {_plain(d.waarde(p, "naam")) for p in d.onderwerpen("persoon") if p != persoon}
    return "deze naam is er al; schrijf er iets bij, zoals «senior»" if _plain(naam) in anderen else None


def _plain(naam: object) -> str:
    return " ".join(str(naam or "").casefold().split())


def _choice(stap: Stap, waarde: Any) -> str | None:
    codes = [k.code for k in stap.keuzes]
    return None if waarde in codes else f"kies uit: {', '.join(codes)}"


def _choices(stap: Stap, waarde: Any) -> str | None:
    if not isinstance(waarde, (tuple, list)):
        return "geef een lijst"
    fout = [w for w in waarde if w not in {k.code for k in stap.keuzes}]
    return _choice(stap, fout[0]) if fout else None


def _number(stap: Stap, waarde: Any) -> str | None:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        return "geef een heel getal"
    laag, hoog = stap.van if stap.van is not None else waarde, stap.tot if stap.tot is not None else waarde
    return None if laag <= waarde <= hoog else f"geef een getal van {laag} tot en met {hoog}"


def _text(stap: Stap, waarde: Any) -> str | None:
    if not isinstance(waarde, str):
        return "geef een tekst"
    if stap.verplicht and not visible(waarde):
        return "hier is een antwoord nodig"
    return "deze tekst is te lang" if len(waarde) > LANGSTE_TEKST else None


def _day(stap: Stap, waarde: Any) -> str | None:
    return None if isinstance(waarde, date) else "geef een datum, bijvoorbeeld 2026-12-07"


def _clock(stap: Stap, waarde: Any) -> str | None:
    if isinstance(waarde, str) and re.fullmatch(r"\d{2}:\d{2}", waarde):
        try:
            time.fromisoformat(waarde)
        except ValueError:
            return "geef een tijd, bijvoorbeeld 14:30"
        return None
    return "geef een tijd, bijvoorbeeld 14:30"


_PER_SOORT = {
    "keuze": _choice,
    "meerkeuze": _choices,
    "schaal": _number,
    "getal": _number,
    "tekst": _text,
    "datum": _day,
    "tijd": _clock,
}
