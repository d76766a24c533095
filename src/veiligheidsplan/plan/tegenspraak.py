"""Accounts that contradict (*tegenspraak*): the professional chooses which one counts, with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from veiligheidsplan.plan import verslag
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.beantwoord import LATER, REDEN
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.duiding import spoken
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde
from veiligheidsplan.plan.voorheen import who_said
from veiligheidsplan.plan.woorden import fill


def places(d: Dossier, o: Omgeving, afname: Afname) -> Iterator[Plek]:
    """For each question whose accounts contradict: which counts, and why. On the werkscherm alone."""
    if not afname.strijdig:
        return
    onderwerp, getoond = f"verslag:{afname.id}", state_now(d, afname).getoond
    for vraag in afname.instrument.vragen:
        if vraag not in afname.strijdig or vraag not in getoond:
            continue
        yield Plek(f"{onderwerp}/{vraag}", partial(_choice, d, o, afname, vraag))
        if d.waarde(onderwerp, vraag) not in (None, LATER):
            yield Plek(f"{onderwerp}/{vraag}{REDEN}", partial(_reason, d, o, afname, vraag))


def facts_of_choice(d: Dossier, afname: Afname, veld: str, waarde: Waarde) -> tuple[Feit, ...]:
    """What a choice (or putting it off, which takes an earlier one back) or its reason adds to the log."""
    vraag = veld.removesuffix(REDEN)
    inhoud = {"afname": afname.id, "vraag": vraag}
    if veld == vraag:
        terug = Feit("antwoord_gekozen", {**inhoud, "waarde": None, "reden": ""})
        return (terug,) if verslag.chosen(afname.verslagen[vraag], afname.keuzes.get(vraag)) else ()
    bron = str(d.waarde(f"verslag:{afname.id}", vraag))
    gekozen = afname.verslagen[vraag][bron].waarde
    opgeslagen = list(gekozen) if isinstance(gekozen, tuple) else gekozen
    return (Feit("antwoord_gekozen", {**inhoud, "waarde": opgeslagen, "reden": waarde}),)


def _choice(d: Dossier, o: Omgeving, afname: Afname, vraag: str) -> Stap:
    per_waarde: dict[object, list[str]] = {}
    for regel in verslag.counting(afname.verslagen[vraag]):
        per_waarde.setdefault(regel.waarde, []).append(regel.bron)
    keuzes = [
        Keuze(bronnen[0], f"{spoken(o, afname.instrument, vraag, w)} ({_sources(d, o, bronnen)})")
        for w, bronnen in per_waarde.items()
    ]
    nu = d.waarde(f"verslag:{afname.id}", vraag)
    return Stap(
        f"verslag:{afname.id}/{vraag}",
        "keuze",
        fill(o.zin("tegenspraak"), {"vraag": afname.instrument.vragen[vraag].tekst}),
        o.zin("sectie_tegenspraak"),
        ("instrumenten", afname.id.split(":", 1)[0], "tegenspraak", vraag, "kies"),
        hulp=o.zin("tegenspraak_hulp"),
        keuzes=(*keuzes, Keuze(LATER, o.zin("tegenspraak_later"))),
        standaard=nu if nu in {LATER, *(k.code for k in keuzes)} else None,
    )


def _sources(d: Dossier, o: Omgeving, bronnen: list[str]) -> str:
    return "; ".join(who_said(d, o, bron) for bron in bronnen)


def _reason(d: Dossier, o: Omgeving, afname: Afname, vraag: str) -> Stap:
    gekozen = afname.keuzes.get(vraag)
    return Stap(
        f"verslag:{afname.id}/{vraag}{REDEN}",
        "tekst",
        fill(o.zin("tegenspraak_reden"), {"vraag": afname.instrument.vragen[vraag].tekst}),
        o.zin("sectie_tegenspraak"),
        ("instrumenten", afname.id.split(":", 1)[0], "tegenspraak", vraag, "reden"),
        meer_regels=True,
        standaard=gekozen.reden if gekozen and gekozen.reden else None,
    )
