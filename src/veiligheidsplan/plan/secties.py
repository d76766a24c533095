"""The order of a real conversation, as sections that yield their places. Each looks only at what is known so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from veiligheidsplan.plan import duiding, eerst, evaluatie_vragen, extra, stand, tegenspraak, zitting
from veiligheidsplan.plan import evaluatie_momenten as moments
from veiligheidsplan.plan.aan_tafel import begin_id
from veiligheidsplan.plan.afname import needed_facts
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.evaluatie import now_id, superseded
from veiligheidsplan.plan.hoofdstukken import chapters
from veiligheidsplan.plan.keuzes import IEMAND_ANDERS, MEDEWERKER, people
from veiligheidsplan.plan.model import AANTAL_ACTIES, SAMEN_CIJFER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Keuze, Stap, Zichtkant
from veiligheidsplan.plan.tussenstap import MEEST, more, notice
from veiligheidsplan.plan.vraagstap import Pad, field_place, field_step, question_place
from veiligheidsplan.plan.woorden import fill

Plekken = Iterator[Plek]
Sectie = Callable[[Dossier, Omgeving, Zichtkant], Plekken]


def setting(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """How we sit now: the first question of every session; before its answer nothing else is asked or shown."""
    yield field_place(d, o, zitting.current(d), "setting", ("zitting", "setting"), tafel=True)


def session(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """At the table: who is there. After preparing alone: whether the conversation begins."""
    nu = zitting.current(d)
    if zitting.setting(d) == zitting.NIEMAND:
        yield field_place(d, o, nu, "verder", ("zitting", "verder"))
    elif people(d) and kant == "aan_tafel":
        yield field_place(d, o, nu, "aanwezig", ("zitting", "aanwezig"), tafel=True)


def start(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    for onderwerp, veld in (
        ("dossier", "alias"),
        ("dossier", "gemeente"),
        ("medewerker", "naam"),
        ("medewerker", "organisatie"),
        ("medewerker", "telefoon"),
    ):
        yield field_place(d, o, onderwerp, veld, (onderwerp, veld))


def persons(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Everyone who belongs to it. Who has a name stays until archived; an archived number is never used again."""
    if kant == "aan_tafel":
        return
    eerste = True
    for n in range(1, MEEST + len(d.gearchiveerd) + 1):
        persoon = f"persoon:{n}"
        if persoon in d.gearchiveerd:
            continue
        if not eerste and not d.beantwoord(persoon, "naam"):
            yield more(d, o, "persoon", n, ("personen", n - 1), eerste=False)
            if d.waarde("gesprek", f"meer_persoon_{n}") != "ja":
                return
        for veld in ("naam", "soort", "leeftijd", "woont_hier", "mogelijke_pleger", "op_plan"):
            inleiding = o.zin("zelf_invullen") if eerste and veld == "naam" else None
            naam = str(d.waarde(persoon, "naam") or "")
            yield field_place(d, o, persoon, veld, ("personen", n - 1, veld), inleiding=inleiding, naam=naam)
        eerste = False


def safety_now(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """The questions about now. The table announces them until it knows an answer, begun alone before or not."""
    id_ = now_id(d, o)
    afname = d.afnamen.get(id_)
    veld, tafel = f"begin:{id_}", kant == "aan_tafel"
    if tafel:
        if zitting.setting(d) == zitting.NIEMAND:
            return
        veld = begin_id(id_, zitting.current(d))
    if afname is None or (tafel and (not afname.antwoorden or d.beantwoord("gesprek", veld))):
        yield notice(veld, lambda: o.zin("begin_nu"), o.zin("sectie_nu"), tafel=tafel)
        if tafel and not d.beantwoord("gesprek", veld):
            return
    if afname is not None:
        yield from one_instrument(d, o, afname)


def one_instrument(d: Dossier, o: Omgeving, afname: Afname) -> Plekken:
    """Its questions (not those that this company should not hear), the first impression, the outcome, the judgement."""
    instrument = afname.instrument
    basis = ("instrumenten", afname.id.split(":", 1)[0])
    if afname.over and "zwanger" in needed_facts(instrument):
        naam = str(d.waarde(afname.over, "naam") or "")
        yield field_place(d, o, afname.over, "zwanger", (*basis, "zwanger"), naam=naam)
    lijst = asked(d, afname)
    for n, vraag in enumerate(lijst, 1):
        yield question_place(d, o, afname, vraag, (n, len(lijst)))
    yield from tegenspraak.places(d, o, afname)
    if instrument.niveaus:
        yield from _outcome(d, o, afname, basis)


def asked(d: Dossier, afname: Afname) -> list[str]:
    """The questions that are shown now and that this company may hear, in file order."""
    instrument, getoond = afname.instrument, state_now(d, afname).getoond
    gezelschap, bijzijn = zitting.company(d), instrument.bijzijn
    return [
        v
        for v, vraag in instrument.vragen.items()
        if v in getoond
        and (vraag.kort or not afname.kort)
        and not (bijzijn[v] and gezelschap.intersection(bijzijn[v]))
    ]


def _outcome(d: Dossier, o: Omgeving, afname: Afname, basis: Pad) -> Plekken:
    titel = afname.instrument.titel
    for veld in ("niveau", "waarom"):
        yield field_place(d, o, f"indruk:{afname.id}", veld, (*basis, "indruk", veld), titel=titel)
    if not stand.impression_given(d, afname):
        return  # not even from the overview: a level that was seen can no longer be guessed at
    yield notice(
        f"uitslag:{afname.id}:{afname.gewijzigd}",
        lambda: "\n".join(duiding.lines(d, o, afname)),
        o.zin("sectie_uitslag"),
    )
    oordeel = f"oordeel:{afname.id}"
    besluit = d.waarde(oordeel, "besluit")
    vervolg = {"hoger": ("niveau", "reden"), "lager": ("niveau", "reden", "tweede")}.get(str(besluit), ())
    yield Plek(f"{oordeel}/besluit", partial(_decision, d, o, afname, (*basis, "oordeel", "besluit")))
    for veld in vervolg:
        yield field_place(d, o, oordeel, veld, (*basis, "oordeel", veld), titel=titel)


def _decision(d: Dossier, o: Omgeving, afname: Afname, pad: Pad) -> Stap:
    """The question whether the level fits, with the level above it: the page before may be a long one."""
    niveau = duiding.outcome_level(o, afname.instrument, judge(d, afname))
    inleiding = f"{o.zin('niveau_uitslag')}: {niveau}"
    return field_step(d, o, f"oordeel:{afname.id}", "besluit", pad, inleiding=inleiding)


def agreements(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    eerste = True
    for n in range(1, MEEST + len(d.gearchiveerd) + 1):
        afspraak = f"afspraak:{n}"
        if afspraak in d.gearchiveerd:
            continue
        yield more(d, o, "afspraak", n, ("afspraken", n - 1), eerste=eerste)
        if d.waarde("gesprek", f"meer_afspraak_{n}") != "ja":
            return
        yield from _with_owner(d, o, afspraak, ("wat", "wie"), ("tot",), ("afspraken", n - 1), str(n))
        eerste = False


def actions(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    levend = [
        n for n in range(1, AANTAL_ACTIES + len(d.gearchiveerd) + 1) if f"actie:{n}" not in d.gearchiveerd
    ]
    for teller, n in enumerate(levend[:AANTAL_ACTIES], 1):
        yield more(d, o, "actie", n, ("acties", n - 1), eerste=teller == 1)
        if d.waarde("gesprek", f"meer_actie_{n}") != "ja":
            yield field_place(d, o, "acties", "reden_minder", ("reden_minder_acties",))
            return
        actie, pad = f"actie:{n}", ("acties", n - 1)
        # the first action is about safety now: so at least one always is
        daarna = ("wanneer",) if n == 1 else ("direct", "wanneer")
        yield from _with_owner(d, o, actie, ("wat", "wie"), daarna, pad, str(teller))
        if n == 1 or d.waarde(actie, "direct") == "ja":
            yield field_place(d, o, actie, "tijd", (*pad, "tijd"))
        for veld in ("zien", "anders", "leefdomein"):
            yield field_place(d, o, actie, veld, (*pad, veld), nummer=str(teller))


def _with_owner(
    d: Dossier,
    o: Omgeving,
    onderwerp: str,
    eerst: tuple[str, ...],
    daarna: tuple[str, ...],
    pad: Pad,
    nummer: str,
) -> Plekken:
    for veld in eerst:
        yield field_place(d, o, onderwerp, veld, (*pad, veld), nummer=nummer)
    if d.waarde(onderwerp, "wie") == IEMAND_ANDERS:
        yield field_place(d, o, onderwerp, "wie_naam", (*pad, "wie_naam"), nummer=nummer)
    # in a review these stand apart from what they are about: a date must not land at another agreement
    over = fill(o.zin("het_gaat_om"), {"wat": str(d.waarde(onderwerp, "wat"))}) if d.evaluaties else None
    for veld in daarna:
        yield field_place(d, o, onderwerp, veld, (*pad, veld), nummer=nummer, inleiding=over)


def numbers(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """On the werkscherm everyone's number; at the table the joint ones, or that of the one person who is there."""
    wie = [*people(d), Keuze(MEDEWERKER, o.zin("uzelf"))]
    tafel = kant == "aan_tafel"
    if tafel and not zitting.together(d):
        wie = [k for k in wie if (k.code,) == zitting.present(d)]
    for n, keuze in enumerate(wie):
        for cijfer in _numbers_of(d, keuze.code, tafel=tafel):
            inleiding = None if n else o.zin("cijfer_leest")
            pad = ("cijfers", f"@{keuze.code}")
            velden: tuple[str, ...] = ()
            if isinstance(d.waarde(cijfer, "waarde"), int):
                zeker = tafel or cijfer.endswith(SAMEN_CIJFER)  # the setting is known already
                velden = ("over", "waarom") if zeker else ("over", "setting", "waarom")
            for veld in ("waarde", *velden):
                yield field_place(
                    d, o, cijfer, veld, (*pad, veld), inleiding=inleiding, tafel=tafel, naam=keuze.tekst
                )
                inleiding = None


def _numbers_of(d: Dossier, wie: str, *, tafel: bool) -> tuple[str, ...]:
    los, samen = f"cijfer:{wie}", f"cijfer:{wie}{SAMEN_CIJFER}"
    if tafel:
        return (los,) if d.beantwoord(los, "waarde") or not zitting.together(d) else (samen,)
    if not d.beantwoord(samen, "waarde"):
        return (los,)
    return (samen,) if zitting.together(d) and not d.beantwoord(los, "waarde") else (los, samen)


def direction(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    yield from _read_by_all(d, o, "regie", ("casusregisseur", "organisatie", "telefoon", "mandaathouder"))


def follow_up(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    velden = ("contact_datum", "contact_tijd", "contact_hoe", "evaluatie_datum")
    for plek in _read_by_all(d, o, "vervolg", velden):
        yield moments.with_moments(d, o, plek) if plek.id == moments.PLEK else plek


def _read_by_all(d: Dossier, o: Omgeving, onderwerp: str, velden: tuple[str, ...]) -> Plekken:
    """At the first step of the section: that it goes on the copy that everyone reads."""
    for n, veld in enumerate(velden):
        inleiding = None if n else o.zin("iedereen_leest")
        yield field_place(d, o, onderwerp, veld, (onderwerp, veld), inleiding=inleiding)


def closing_check(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    for keuze in people(d):
        slot = f"slot:{keuze.code}"
        pad = ("slotcheck", f"@{keuze.code}")
        for veld in ("vannacht", "tot_contact"):
            yield field_place(d, o, slot, veld, (*pad, veld), naam=keuze.tekst)
        if not duiding.safe_for_now(d, keuze.code):
            wat_nu = partial("\n".join, duiding.what_to_do_now(o))
            yield notice(f"slot_nu:{keuze.code}", wat_nu, o.zin("sectie_slot"))
        for veld in ("waardoor", "wie_controleert", "wanneer"):
            yield field_place(d, o, slot, veld, (*pad, veld), naam=keuze.tekst)


def deeper(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    oud = superseded(d) | {now_id(d, o)}
    for afname in d.afnamen.values():
        if afname.id not in oud:
            yield from one_instrument(d, o, afname)


def standing(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """The outcome at any moment: to jump to from the overview, never asked and never walked past."""
    if d.afnamen:
        yield Plek(
            stand.PLEK,
            lambda: Stap(
                stand.PLEK,
                "mededeling",
                "\n".join((o.zin("stand_titel"), "", *stand.lines(d, o))),
                o.zin("sectie_stand"),
            ),
            False,
        )


#: the rest of the conversation, after the setting, per view
_DAARNA: tuple[Sectie, ...] = (
    evaluatie_vragen.look_back,
    agreements,
    actions,
    numbers,
    direction,
    follow_up,
    extra.questions,
    closing_check,
    chapters,
    evaluatie_vragen.again,
    deeper,
)
_EERST: tuple[Sectie, ...] = (eerst.taken_over, eerst.before_the_table, start, persons, eerst.beside, session)
SECTIES: dict[Zichtkant, tuple[Sectie, ...]] = {
    "werkscherm": (
        *_EERST,
        evaluatie_vragen.violence,
        safety_now,
        eerst.conditions,
        *_DAARNA,
        evaluatie_vragen.closing,
        standing,
    ),
    "aan_tafel": (session, start, safety_now, *_DAARNA),
}
#: what writes the plan itself: at the table only where everyone there reads it
HET_PLAN: frozenset[Sectie] = frozenset(
    {evaluatie_vragen.look_back, agreements, actions, direction, follow_up, extra.questions}
)
#: what is about what happens at home: not asked while talking is not safe
INHOUD: frozenset[Sectie] = frozenset(
    {
        evaluatie_vragen.violence,
        safety_now,
        evaluatie_vragen.look_back,
        agreements,
        actions,
        numbers,
        extra.questions,
        chapters,
        deeper,
    }
)
