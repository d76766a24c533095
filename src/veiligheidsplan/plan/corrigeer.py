"""Correcting (*corrigeer*): what was written down wrong is written down again, where and from whom it was said.

A correction is no new account: it takes the place of the answer that was written down wrong, with its company and
its session, so it never contradicts itself. What somebody says otherwise today is a new answer, in a conversation.
Before the plan is established a correction belongs to the same round, after it to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan import gesprek, zitting
from veiligheidsplan.plan.archief import HERHAALD
from veiligheidsplan.plan.dossier import Dossier, Gegeven
from veiligheidsplan.plan.duiding import spoken
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.overzicht import Overzichtsregel, in_words
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde
from veiligheidsplan.plan.verslag import Antwoordregel
from veiligheidsplan.plan.voorheen import who_said
from veiligheidsplan.plan.woorden import fill

#: who sat there and which way the conversation went is what happened, not what was said
NIET = frozenset({"gesprek", "zitting", "eigen", "vooraf", "stand", "loop"})


@dataclass(frozen=True, slots=True)
class Correctie:
    """One answer that can be corrected: its step as it was asked, and of a question whose account it is."""

    stap: Stap
    regel: Overzichtsregel
    account: Antwoordregel | None = None


def as_if_alone(d: Dossier) -> Dossier:
    """The dossier as it is for a professional who is alone with it, whoever sat there before."""
    nu = zitting.current(d)
    alleen = Gegeven(zitting.NIEMAND, 0, d.laatst.min) if d.laatst else None
    if alleen is None:
        return d
    return replace(
        d, waarden={**d.waarden, nu: {**d.waarden.get(nu, {}), "setting": alleen}}, gezelschap=None
    )


def corrections(d: Dossier, o: Omgeving) -> tuple[Correctie, ...]:
    """Every answer that was given, and every choice between accounts, in the order of the conversation."""
    return tuple(_corrections(as_if_alone(d), o))


def _corrections(d: Dossier, o: Omgeving) -> Iterator[Correctie]:
    for plek in gesprek.places(d, o, "werkscherm"):
        onderwerp, veld = plek.id.rsplit("/", 1)
        if kind_of(onderwerp) in NIET or _impression_shown(d, onderwerp):
            continue
        if onderwerp.startswith("afname:"):
            stap = plek.maak()
            for regel in _accounts(d, onderwerp.removeprefix("afname:"), veld):
                yield _account(d, o, stap, regel)
        elif d.beantwoord(onderwerp, veld) or onderwerp.startswith("verslag:"):
            stap = plek.maak()
            yield Correctie(stap, _line(o, stap, stap.id))


def _impression_shown(d: Dossier, onderwerp: str) -> bool:
    """A first impression is no first impression any more once the outcome was seen."""
    if kind_of(onderwerp) != "indruk":
        return False
    afname = d.afnamen.get(onderwerp.split(":", 1)[1])
    return afname is not None and afname.uitslag is not None


def _accounts(d: Dossier, afname: str, vraag: str) -> list[Antwoordregel]:
    verslagen = d.afnamen[afname].verslagen.get(vraag, {})
    return sorted(verslagen.values(), key=lambda r: r.volgnummer)


def _account(d: Dossier, o: Omgeving, stap: Stap, regel: Antwoordregel) -> Correctie:
    onderwerp, vraag = stap.id.rsplit("/", 1)
    afname = d.afnamen[onderwerp.removeprefix("afname:")]
    gezegd = f"{spoken(o, afname.instrument, vraag, regel.waarde)} ({who_said(d, o, regel.bron)})"
    stap = replace(stap, standaard=None, herkomst=None, toelichting=None, nummer=None)
    lijn = Overzichtsregel(f"{stap.id}#{regel.bron}", stap.sectie, stap.tekst, gezegd, "beantwoord")
    return Correctie(stap, lijn, regel)


def _line(o: Omgeving, stap: Stap, id_: str) -> Overzichtsregel:
    antwoord = in_words(o, stap, stap.standaard)
    staat = "beantwoord" if antwoord is not None else "open"
    return Overzichtsregel(id_, stap.sectie, stap.tekst, antwoord, staat)  # type: ignore[arg-type]  # one of two


def correct(d: Dossier, o: Omgeving, c: Correctie, waarde: Waarde, waarom: str) -> tuple[Feit, ...]:
    """The facts of one correction, with why. Nothing when it says what stood there. ``BevindingenFout`` if unfit."""
    d = as_if_alone(d)
    if (fout := gesprek.check(d, o, c.stap, waarde)) is not None:
        raise BevindingenFout([fout])
    onderwerp, veld = c.stap.id.rsplit("/", 1)
    if onderwerp.startswith("verslag:"):
        return gesprek.process(d, o, c.stap, waarde)
    if c.account is not None:
        (feit,) = gesprek.process(d, o, c.stap, waarde)
        if _same(feit.inhoud["waarde"], c.account.waarde):
            return ()
        plaats = {
            "van": list(c.account.van),
            "bijzijn": list(c.account.bijzijn),
            "zitting": c.account.zitting,
            "toelichting": _note(o, c.account.toelichting, waarom),
        }
        return (Feit(feit.soort, {**feit.inhoud, **plaats}),)
    oud = d.waarden[onderwerp][veld]
    feit = gesprek.value_given(onderwerp, veld, waarde, oud.zitting, _note(o, oud.toelichting, waarom))
    return () if _same(feit.inhoud["waarde"], oud.waarde) else (feit,)


def _same(nieuw: object, oud: object) -> bool:
    return (tuple(nieuw) if isinstance(nieuw, list) else nieuw) == oud


def _note(o: Omgeving, oud: str | None, waarom: str) -> str | None:
    nieuw = fill(o.zin("gecorrigeerd"), {"waarom": waarom.strip()}) if waarom.strip() else None
    return " ".join(deel for deel in (oud, nieuw) if deel) or None


def removable(d: Dossier, o: Omgeving) -> tuple[Keuze, ...]:
    """Whoever and whatever can be taken out of the plan, by name."""
    uit = []
    for soort in HERHAALD:
        for onderwerp in d.onderwerpen(soort):
            naam = d.waarde(onderwerp, "naam") or d.waarde(onderwerp, "wat")
            sectie = o.sjabloon.zinnen.get(f"sectie_{soort}", soort)
            uit.append(
                Keuze(onderwerp, f"{sectie}: {naam}" if naam else f"{sectie} {onderwerp.split(':')[1]}")
            )
    return tuple(uit)


def opened_by(voor: Dossier, na: Dossier, o: Omgeving) -> tuple[Stap, ...]:
    """Steps that a correction brought up: a lower level asks for a reason, another account for a choice."""
    voor, na = as_if_alone(voor), as_if_alone(na)
    was = {p.id for p in gesprek.places(voor, o, "werkscherm") if not gesprek.answered(voor, p.id)}
    nu = (p for p in gesprek.places(na, o, "werkscherm") if not gesprek.answered(na, p.id))
    return tuple(p.maak() for p in nu if p.id not in was and kind_of(p.id.rsplit("/", 1)[0]) not in NIET)
