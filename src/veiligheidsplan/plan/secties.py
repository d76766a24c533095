"""The order of a real conversation, as sections that yield their steps. Each looks only at what is known so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from veiligheidsplan.instrument.vragenlijst import shown
from veiligheidsplan.plan import duiding, zitting
from veiligheidsplan.plan.afname import facts, needed_facts
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.model import AANTAL_ACTIES
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.vraagstap import IEMAND_ANDERS, field_step, people, question_step

Stappen = Iterator[Stap]
Sectie = Callable[[Dossier, Omgeving], Stappen]
MEEST = 40  # people, agreements: more is a mistake, not a household


def more(o: Omgeving, wat: str, n: int, pad: tuple[str | int, ...]) -> Stap:
    """«Is there another?»: ja or nee."""
    zin = f"meer_{wat}_eerste" if n == 1 else f"meer_{wat}"
    keuzes = (Keuze("ja", o.zin("ja")), Keuze("nee", o.zin("nee")))
    return Stap(
        f"gesprek/meer_{wat}_{n}",
        "keuze",
        o.zin(zin),
        o.zin(f"sectie_{wat}"),
        pad,
        inleiding=o.zin("iedereen_leest") if n == 1 else None,
        keuzes=keuzes,
        volgt_uit_bestand=True,
    )


def notice(id_: str, tekst: str, sectie: str) -> Stap:
    """Something to read; Enter goes on."""
    return Stap(f"gesprek/{id_}", "mededeling", tekst, sectie)


def start(d: Dossier, o: Omgeving) -> Stappen:
    for onderwerp, veld in (
        ("dossier", "alias"),
        ("dossier", "gemeente"),
        ("medewerker", "naam"),
        ("medewerker", "organisatie"),
        ("medewerker", "telefoon"),
    ):
        yield field_step(d, o, onderwerp, veld, (onderwerp, veld))


def persons(d: Dossier, o: Omgeving) -> Stappen:
    for n in range(1, MEEST + 1):
        persoon = f"persoon:{n}"
        if n > 1:
            yield more(o, "persoon", n, ("personen", n - 1))
            if d.waarde("gesprek", f"meer_persoon_{n}") != "ja":
                return
        for veld in ("naam", "soort", "leeftijd", "woont_hier", "mogelijke_pleger", "op_plan"):
            naam = str(d.waarde(persoon, "naam") or "")
            stap = field_step(d, o, persoon, veld, ("personen", n - 1, veld), naam=naam)
            eerste = (n, veld) == (1, "naam")
            yield replace(stap, inleiding=o.zin("zelf_invullen")) if eerste else stap


def session(d: Dossier, o: Omgeving) -> Stappen:
    nu = zitting.current(d)
    for veld in ("setting", "aanwezig"):
        yield field_step(d, o, nu, veld, ("zitting", veld))


def safety_now(d: Dossier, o: Omgeving) -> Stappen:
    instrument = o.sjabloon.instrumenten.nu
    afname = d.afnamen.get(f"{instrument}:1")
    if afname is None:
        yield notice(f"begin:{instrument}:1", o.zin("begin_nu"), o.zin("sectie_nu"))
    else:
        yield from one_instrument(d, o, afname)


def one_instrument(d: Dossier, o: Omgeving, afname: Afname) -> Stappen:
    """Its questions (not those that this company should not hear), the first impression, the outcome, the judgement."""
    instrument = afname.instrument
    basis = ("instrumenten", afname.id.split(":", 1)[0])
    if afname.over and "zwanger" in needed_facts(instrument):
        naam = str(d.waarde(afname.over, "naam") or "")
        yield field_step(d, o, afname.over, "zwanger", (*basis, "zwanger"), naam=naam)
    zichtbaar = shown(instrument, afname.ruwe_antwoorden, facts(d, afname))
    lijst = [v for v in zichtbaar if instrument.vragen[v].kort or not afname.kort]
    for n, vraag in enumerate(lijst, 1):
        if not zitting.not_now(d, instrument, vraag):
            yield question_step(o, afname, vraag, (n, len(lijst)))
    if not instrument.niveaus:
        return
    indruk = f"indruk:{afname.id}"
    for veld in ("niveau", "waarom"):
        yield field_step(d, o, indruk, veld, (*basis, "indruk", veld), titel=instrument.titel)
    laatste = max((r.volgnummer for r in afname.antwoorden.values()), default=0)
    tekst = "\n".join(duiding.lines(d, o, afname))
    yield notice(f"uitslag:{afname.id}:{laatste}", tekst, o.zin("sectie_uitslag"))
    oordeel = f"oordeel:{afname.id}"
    yield field_step(d, o, oordeel, "besluit", (*basis, "oordeel", "besluit"), titel=instrument.titel)
    besluit = d.waarde(oordeel, "besluit")
    for veld in {"hoger": ("niveau", "reden"), "lager": ("niveau", "reden", "tweede")}.get(str(besluit), ()):
        yield field_step(d, o, oordeel, veld, (*basis, "oordeel", veld), titel=instrument.titel)


def agreements(d: Dossier, o: Omgeving) -> Stappen:
    for n in range(1, MEEST + 1):
        yield more(o, "afspraak", n, ("afspraken", n - 1))
        if d.waarde("gesprek", f"meer_afspraak_{n}") != "ja":
            return
        yield from _with_owner(d, o, f"afspraak:{n}", ("wat", "wie"), ("tot",), ("afspraken", n - 1))


def actions(d: Dossier, o: Omgeving) -> Stappen:
    for n in range(1, AANTAL_ACTIES + 1):
        yield more(o, "actie", n, ("acties", n - 1))
        if d.waarde("gesprek", f"meer_actie_{n}") != "ja":
            yield field_step(d, o, "acties", "reden_minder", ("reden_minder_acties",))
            return
        actie = f"actie:{n}"
        eerst = ("wat", "wie")
        # the first action is about safety now: so at least one always is
        daarna = ("wanneer",) if n == 1 else ("direct", "wanneer")
        yield from _with_owner(d, o, actie, eerst, daarna, ("acties", n - 1))
        if n == 1 or d.waarde(actie, "direct") == "ja":
            yield field_step(d, o, actie, "tijd", ("acties", n - 1, "tijd"))
        for veld in ("zien", "anders", "leefdomein"):
            yield field_step(d, o, actie, veld, ("acties", n - 1, veld), nummer=str(n))


def _with_owner(
    d: Dossier,
    o: Omgeving,
    onderwerp: str,
    eerst: tuple[str, ...],
    daarna: tuple[str, ...],
    pad: tuple[str | int, ...],
) -> Stappen:
    nummer = onderwerp.split(":", 1)[1]
    for veld in eerst:
        yield field_step(d, o, onderwerp, veld, (*pad, veld), nummer=nummer)
    if d.waarde(onderwerp, "wie") == IEMAND_ANDERS:
        yield field_step(d, o, onderwerp, "wie_naam", (*pad, "wie_naam"), nummer=nummer)
    for veld in daarna:
        yield field_step(d, o, onderwerp, veld, (*pad, veld), nummer=nummer)


def numbers(d: Dossier, o: Omgeving) -> Stappen:
    wie = [*people(d), Keuze("medewerker", o.zin("uzelf"))]
    for n, keuze in enumerate(wie):
        cijfer = f"cijfer:{keuze.code}"
        pad = ("cijfers", f"@{keuze.code}")
        stap = field_step(d, o, cijfer, "waarde", (*pad, "waarde"), naam=keuze.tekst)
        yield stap if n else replace(stap, inleiding=o.zin("cijfer_leest"))
        if isinstance(d.waarde(cijfer, "waarde"), int):
            for veld in ("over", "setting", "waarom"):
                yield field_step(d, o, cijfer, veld, (*pad, veld), naam=keuze.tekst)


def direction(d: Dossier, o: Omgeving) -> Stappen:
    for veld in ("casusregisseur", "organisatie", "telefoon", "mandaathouder"):
        yield _read_by_all(o, field_step(d, o, "regie", veld, ("regie", veld)), veld == "casusregisseur")


def follow_up(d: Dossier, o: Omgeving) -> Stappen:
    for veld in ("contact_datum", "contact_tijd", "contact_hoe", "evaluatie_datum"):
        yield _read_by_all(o, field_step(d, o, "vervolg", veld, ("vervolg", veld)), veld == "contact_datum")


def _read_by_all(o: Omgeving, stap: Stap, eerste: bool) -> Stap:
    """At the first step of a section: that it goes on the copy that everyone reads."""
    return replace(stap, inleiding=o.zin("iedereen_leest")) if eerste else stap


def closing_check(d: Dossier, o: Omgeving) -> Stappen:
    for keuze in people(d):
        slot = f"slot:{keuze.code}"
        pad = ("slotcheck", f"@{keuze.code}")
        for veld in ("vannacht", "tot_contact"):
            yield field_step(d, o, slot, veld, (*pad, veld), naam=keuze.tekst)
        if not duiding.safe_for_now(d, keuze.code):
            yield notice(f"slot_nu:{keuze.code}", "\n".join(duiding.what_to_do_now(o)), o.zin("sectie_slot"))
        for veld in ("waardoor", "wie_controleert", "wanneer"):
            yield field_step(d, o, slot, veld, (*pad, veld), naam=keuze.tekst)


def deeper(d: Dossier, o: Omgeving) -> Stappen:
    for afname in d.afnamen.values():
        if afname.id != f"{o.sjabloon.instrumenten.nu}:1":
            yield from one_instrument(d, o, afname)


SECTIES: tuple[Sectie, ...] = (
    start,
    persons,
    session,
    safety_now,
    agreements,
    actions,
    numbers,
    direction,
    follow_up,
    closing_check,
    deeper,
)
