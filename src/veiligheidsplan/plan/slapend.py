"""Sleeping (*slapend*): answers that do not apply now. Kept, never scored, never printed, awake again when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from veiligheidsplan.plan.afname_stand import asleep
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.hoofdstukken import SLAAPT
from veiligheidsplan.plan.keuzes import IEMAND_ANDERS
from veiligheidsplan.plan.model import AANTAL_ACTIES, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.woorden import fill, in_a_row

#: a sleeping answer: (onderwerp, veld); an empty field is the whole subject, ``afname:…`` a question
Slaper = tuple[str, str]
MEEST_GENOEMD = 4  # in one line


def sleepers(d: Dossier) -> tuple[Slaper, ...]:
    """Every answer that sleeps now, in the order of the dossier."""
    return (*_fields(d), *_questions(d))


def awake(d: Dossier) -> Dossier:
    """The dossier without the sleeping fields of the plan. (Sleeping questions never score; they stay.)"""
    weg = set(_fields(d))
    if not weg:
        return d
    waarden = {
        onderwerp: {v: g for v, g in velden.items() if (onderwerp, v) not in weg}
        for onderwerp, velden in d.waarden.items()
        if (onderwerp, "") not in weg
    }
    return replace(d, waarden=waarden)


def said(voor: Dossier, na: Dossier, o: Omgeving) -> tuple[str, ...]:
    """The lines that say which answers fell asleep and which woke up between two states of one view."""
    toen, nu = dict.fromkeys(sleepers(voor)), dict.fromkeys(sleepers(na))
    uit = []
    for zin, d, lijst in (
        ("slaapt", na, [s for s in nu if s not in toen]),
        ("wordt_wakker", na, [s for s in toen if s not in nu and _exists(na, s)]),
    ):
        namen = [_name(d, o, s) for s in lijst]
        if len(namen) > MEEST_GENOEMD:
            namen = [
                *namen[:MEEST_GENOEMD],
                fill(o.zin("en_nog"), {"aantal": str(len(namen) - MEEST_GENOEMD)}),
            ]
        if namen:
            uit.append(fill(o.zin(zin), {"wat": in_a_row(namen)}))
    return tuple(uit)


def _exists(d: Dossier, slaper: Slaper) -> bool:
    onderwerp, veld = slaper
    if onderwerp.startswith("afname:"):
        return True
    return (
        onderwerp in d.waarden
        and onderwerp not in d.gearchiveerd
        and (not veld or d.beantwoord(onderwerp, veld))
    )


def _questions(d: Dossier) -> Iterator[Slaper]:
    for afname in d.afnamen.values():
        slapend = asleep(d, afname)
        if slapend:
            yield from ((f"afname:{afname.id}", v) for v in afname.instrument.vragen if v in slapend)


def _fields(d: Dossier) -> Iterator[Slaper]:
    for onderwerp, velden in d.waarden.items():
        soort = kind_of(onderwerp)
        if onderwerp in d.gearchiveerd or soort not in _REGELS:
            continue
        for veld in _REGELS[soort](d, onderwerp):
            if not veld or veld in velden:
                yield (onderwerp, veld)


def _agreement(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    if ended(d, onderwerp):
        return ("",)
    return () if d.waarde(onderwerp, "wie") in (None, IEMAND_ANDERS) else ("wie_naam",)


def _action(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    meer = _agreement(d, onderwerp)
    return meer if meer == ("",) or d.waarde(onderwerp, "direct") != "nee" else (*meer, "tijd")


def _reason(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    wakker = [a for a in d.onderwerpen("actie") if not ended(d, a) and d.waarde(a, "wat")]
    return ("reden_minder",) if len(wakker) >= AANTAL_ACTIES else ()


def _number(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    return () if isinstance(d.waarde(onderwerp, "waarde"), int) else ("over", "setting", "waarom")


def _judgement(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    match d.waarde(onderwerp, "besluit"):
        case "hoger":
            return ("tweede",)
        case "lager":
            return ()
        case _:
            return ("niveau", "reden", "tweede")


def _order(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    if ended(d, onderwerp):
        return ("",)
    return () if d.waarde(onderwerp, "contact_mag") == "ja" else ("waar_staat",)


def _consultation(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    leeg = d.waarde(onderwerp, "met") in (None, "nog_niet")
    return ("naam", "wanneer", "advies", "samen_kan") if leeg else ()


def _wish(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    return () if d.waarde(onderwerp, "samen") in ("ja", "nee") else ("alleen",)


def _check(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    return ("kamer", "leest_mee") if d.waarde(onderwerp, "veilig") == "nee" else ()


def _visit(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    return () if d.waarde(onderwerp, "bezoek") == "ja" else ("alleen", "wapen", "dieren", "wie_weet")


def _interpreter(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    return () if d.waarde(onderwerp, "tolk") == "ander" else ("tolk_wie",)


_REGELS: dict[str, Callable[[Dossier, str], tuple[str, ...]]] = {
    **SLAAPT,
    "maatregel": _order,
    "overleg": _consultation,
    "wens": _wish,
    "vooraf": _check,
    "eigen": _visit,
    "zitting": _interpreter,
    "afspraak": _agreement,
    "actie": _action,
    "acties": _reason,
    "cijfer": _number,
    "oordeel": _judgement,
}


def _name(d: Dossier, o: Omgeving, slaper: Slaper) -> str:
    onderwerp, veld = slaper
    if onderwerp.startswith("afname:"):
        return f"«{d.afnamen[onderwerp.removeprefix('afname:')].instrument.vragen[veld].tekst}»"
    soort = kind_of(onderwerp)
    if not veld:
        return f"«{d.waarde(onderwerp, 'wat') or o.zin(f'sectie_{soort}')}»"
    return f"«{o.sjabloon.teksten[soort][veld].label}»"
