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
from veiligheidsplan.plan import evaluatie, voorwaarden, zitting
from veiligheidsplan.plan.aan_tafel import at_table, reads_plan, stopped
from veiligheidsplan.plan.afname import facts, start_instrument
from veiligheidsplan.plan.beantwoord import REDEN, answered
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.model import SAMEN_CIJFER, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.samen import refusal
from veiligheidsplan.plan.secties import HET_PLAN, INHOUD, SECTIES, session, setting
from veiligheidsplan.plan.stap import Stap, Waarde, Zichtkant
from veiligheidsplan.plan.tegenspraak import facts_of_choice
from veiligheidsplan.plan.vooraf import unsafe
from veiligheidsplan.plan.woorden import visible

__all__ = ["answered", "check", "next_step", "places", "process", "steps", "value_given", "view_of"]

LANGSTE_TEKST = 20_000  # characters; one agreement of 3,000 words fits
LANGSTE_REGEL = 1_000  # of a name, a number to call, an alias


def view_of(d: Dossier, kant: Zichtkant) -> Dossier:
    """What this view may know of the dossier: all of it, or what anyone in the room may see."""
    return at_table(d) if kant == "aan_tafel" else d


def places(d: Dossier, o: Omgeving, kant: Zichtkant = "werkscherm") -> Iterator[Plek]:
    """Every place of a view that applies now, answered or not, in order. ``d`` is what this view may know.

    The setting comes first in every session; before it is answered nothing else is there. At the table only what
    may stand there: who is there until the professional begins, and after a sign that ends the joint conversation
    only what was answered. On the werkscherm, while somebody cannot talk safely, of what happens at home likewise.
    """
    yield from setting(d, o, kant)
    if zitting.setting(d) is None:
        return
    if kant == "aan_tafel":
        yield from _at_the_table(d, o)
        return
    onveilig = unsafe(d)
    for sectie in SECTIES[kant]:
        alles = not onveilig or sectie not in INHOUD
        yield from (plek for plek in sectie(d, o, kant) if alles or answered(d, plek.id))


def _at_the_table(d: Dossier, o: Omgeving) -> Iterator[Plek]:
    secties = SECTIES["aan_tafel"] if zitting.opened(d) else (session,)
    klaar, leest = stopped(d), reads_plan(d)
    for sectie in secties:
        if sectie in HET_PLAN and not leest:
            continue  # what stands there is another's: neither shown, nor written over
        for plek in sectie(d, o, "aan_tafel"):
            if plek.tafel and (not klaar or answered(d, plek.id)):
                yield plek


def steps(d: Dossier, o: Omgeving, kant: Zichtkant = "werkscherm") -> Iterator[Stap]:
    """Every step that applies now in this view, answered or not, in the order of the conversation."""
    return (plek.maak() for plek in places(view_of(d, kant), o, kant))


def next_step(d: Dossier, o: Omgeving, kant: Zichtkant = "werkscherm") -> Stap | None:
    """The first step without an answer; ``None`` when everything that applies was asked."""
    return first_open(view_of(d, kant), o, kant)


def first_open(deel: Dossier, o: Omgeving, kant: Zichtkant) -> Stap | None:
    """As ``next_step``, for what this view may know already."""
    plek = next((p for p in places(deel, o, kant) if not answered(deel, p.id)), None)
    return plek.maak() if plek else None


def process(
    d: Dossier,
    o: Omgeving,
    stap: Stap,
    waarde: Waarde,
    *,
    toelichting: str | None = None,
    kant: Zichtkant = "werkscherm",
) -> tuple[Feit, ...]:
    """The facts that this answer makes. Raises ``BevindingenFout`` when the answer does not fit the step."""
    if (fout := check(d, o, stap, waarde)) is not None:
        raise BevindingenFout([fout])
    onderwerp, veld = stap.id.rsplit("/", 1)
    if onderwerp.startswith("afname:"):
        return (_answer(d, onderwerp.removeprefix("afname:"), veld, waarde, toelichting),)
    nu = zitting.current(d)
    if onderwerp.startswith("verslag:"):
        afname = d.afnamen[onderwerp.removeprefix("verslag:")]
        keuze = facts_of_choice(d, afname, veld, waarde)
        return keuze if veld.endswith(REDEN) else (*keuze, value_given(onderwerp, veld, waarde, nu))
    if onderwerp == nu and veld == "aanwezig" and kant == "aan_tafel":
        waarde = _with_unseen(d, stap, waarde)
    return (
        *_before(d, o, onderwerp, veld),
        value_given(onderwerp, veld, waarde, nu, toelichting),
        *_after(d, onderwerp, veld, waarde, nu, kant),
        *(
            evaluatie.begun_again(d, o, waarde)
            if (kind_of(onderwerp), veld) == ("evaluatie", "opnieuw")
            else ()
        ),
    )


def _before(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> Iterator[Feit]:
    """What a notice starts or shows, before it is marked as read."""
    if onderwerp != "gesprek":
        return
    if veld.startswith("begin:"):
        afname_id = veld.removeprefix("begin:").partition("@")[0]
        if afname_id not in d.afnamen:  # begun alone already: then the table only announces it
            yield start_instrument(d, o, afname_id)
    if veld.startswith("uitslag:"):
        afname = d.afnamen[veld.removeprefix("uitslag:").rsplit(":", 1)[0]]
        uitslag = scoor(afname.instrument, afname.ruwe_antwoorden, facts(d, afname))
        yield Feit("uitslag_getoond", {"afname": afname.id, "uitslag": uitslag.model_dump(mode="json")})


def _after(d: Dossier, onderwerp: str, veld: str, waarde: Waarde, nu: str, kant: Zichtkant) -> Iterator[Feit]:
    """What follows from an answer by itself."""
    if (onderwerp, veld) == ("actie:1", "wat"):
        yield value_given(onderwerp, "direct", "ja", nu)
    if (onderwerp, veld, waarde) == (nu, "verder", "gesprek"):
        yield value_given("gesprek", "zitting", zitting.next_number(d))
    if (kind_of(onderwerp), veld, waarde) == ("vooraf", "veilig", "nee") and zitting.opened(d):
        yield value_given(nu, "opening", "nog_niet", nu)  # the part at the table ends as it always does
    if onderwerp == nu and zitting.other_company(d, veld, waarde):
        yield value_given(nu, "opening", zitting.OPNIEUW, nu)  # begun for others than who are there now
    if kind_of(onderwerp) == "cijfer" and veld == "waarde" and kant == "aan_tafel":
        alleen = not onderwerp.endswith(SAMEN_CIJFER) and not zitting.together(d)
        yield value_given(onderwerp, "setting", "alleen" if alleen else "samen", nu)


def _with_unseen(d: Dossier, stap: Stap, waarde: Waarde) -> Waarde:
    """Who is there and is not named at the table stays there: this list could not show them."""
    gezien = {k.code for k in stap.keuzes}
    oud = tuple(p for p in zitting.named(d) if p not in gezien)
    return (*waarde, *oud) if isinstance(waarde, tuple) else waarde


def value_given(
    onderwerp: str, veld: str, waarde: Waarde, nu: str | None = None, toelichting: str | None = None
) -> Feit:
    """One field of the plan got a value (``None``: asked and left open), with the professional's note at it."""
    inhoud = {
        "onderwerp": onderwerp,
        "veld": veld,
        "waarde": _stored(waarde),
        "zitting": nu,
        "toelichting": toelichting,
    }
    return Feit("waarde_gegeven", inhoud)


def somebody_joined(d: Dossier) -> tuple[Feit, ...]:
    """*Iemand erbij*: a new session, joint, and not known with whom: anyone may be there."""
    nummer = zitting.next_number(d)
    nieuw = f"zitting:{nummer}"
    return (
        value_given("gesprek", "zitting", nummer),
        value_given(nieuw, "setting", zitting.SAMEN, nieuw),
        value_given(nieuw, "aanwezig", None, nieuw),
    )


def _answer(d: Dossier, afname_id: str, vraag: str, waarde: Waarde, toelichting: str | None) -> Feit:
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
            "toelichting": toelichting,
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
    if veld == "opening" and waarde == zitting.NU and (nog := refusal(d, o)) is not None:
        return _fault(stap, nog)
    if kind_of(onderwerp) == "voorwaarde" and (nee := voorwaarden.refusal(d, o, onderwerp, veld, waarde)):
        return _fault(stap, nee)
    probleem = _PER_SOORT[stap.soort](stap, waarde)
    if probleem is None and isinstance(waarde, date):
        probleem = _when(stap, waarde, o.vandaag)
    if probleem is None and (kind_of(onderwerp), veld) == ("persoon", "naam"):
        probleem = _same_name(d, onderwerp, str(waarde))
    return _fault(stap, probleem) if probleem else None


def _when(stap: Stap, dag: date, vandaag: date) -> str | None:
    if stap.niet_voor_vandaag and dag < vandaag:
        return "deze datum is al geweest"
    return "deze dag is nog niet geweest" if stap.al_geweest and dag > vandaag else None


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
    return _too_long(waarde, LANGSTE_TEKST if stap.meer_regels else LANGSTE_REGEL)


def _too_long(tekst: str, langste: int) -> str | None:
    if len(tekst) <= langste:
        return None
    return f"deze tekst is te lang: {len(tekst)} letters, en er passen er {langste}"


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
