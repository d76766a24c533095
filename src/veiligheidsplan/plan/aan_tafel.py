"""At the table (*aan tafel*): a dossier from which everything was left out that somebody in the room may not know.

Built as copies are: first leave out, then ask and show. What was left out cannot change a screen, not even by its
existence. In: fields that the joint copy may hold; of instruments the answers that were given where everyone now
present was; for somebody alone, their own. Out: scores, signs, judgement, first impression, notes, accounts of
others, choices between accounts, who was heard alone, and whether an instrument was begun alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from veiligheidsplan.instrument.tekens import surely
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, Vraagtoets, leaves
from veiligheidsplan.instrument.waarheid import evaluate
from veiligheidsplan.plan import verslag, zitting
from veiligheidsplan.plan.afname_stand import Afname, state_now, state_without_facts
from veiligheidsplan.plan.dossier import Dossier, Gegeven
from veiligheidsplan.plan.eigen_plan import is_joint, owner
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.model import SAMEN_CIJFER, giver_of, kind_of
from veiligheidsplan.plan.verslag import Antwoordregel
from veiligheidsplan.plan.zichtbaarheid import (
    EIGEN_TAAK,
    doer_apart,
    for_readers,
    in_order,
    may_pass,
    on_plan,
    task_words,
)

#: how the conversation went, as far as it is about what everyone may read
GESPREK = ("meer_afspraak_", "meer_actie_")
#: who is in the room: whoever is there sees it. Not the professional's check beforehand
ZITTING = ("setting", "aanwezig", "verder", "tolk", "tolk_wie")
#: the chapters and which are open: never asked at the table
ALLEEN_WERKSCHERM = frozenset({"hoofdstukken", *(h.soort for h in HOOFDSTUKKEN)})
#: what a review looks back at, and which questions about now belong to it
EVALUATIE = ("begonnen", "sinds", "nu", "taken")


def at_table(d: Dossier) -> Dossier:
    """What anyone in the room may know of the dossier."""
    nu = zitting.current(d)
    waarden: dict[str, dict[str, Gegeven]] = {}
    for onderwerp, velden in d.waarden.items():
        if onderwerp in d.gearchiveerd:
            continue
        over = {v: _bare(g) for v, g in velden.items() if _passes(d, onderwerp, v, nu)}
        if over:
            waarden[onderwerp] = over | task_words(d, onderwerp)
    heard = _ear(d)
    afnamen = {a.id: a for heel in d.afnamen.values() if (a := _reduced(d, heel, heard)) is not None}
    gesprek = waarden.pop("gesprek", {})
    return replace(
        Dossier(),
        waarden={**in_order(waarden), "gesprek": {v: gesprek[v] for v in sorted(gesprek)}},
        gearchiveerd=frozenset(o for o in (*d.gearchiveerd, *_apart(d)) if kind_of(o) in EIGEN_TAAK),
        afnamen=afnamen,
        gezelschap=zitting.company(d),
        opnieuw=frozenset(s for s in d.opnieuw if _stays(waarden, gesprek, s)),
    )


def _stays(waarden: dict[str, dict[str, Gegeven]], gesprek: dict[str, Gegeven], stap: str) -> bool:
    onderwerp, veld = stap.rsplit("/", 1)
    return veld in (gesprek if onderwerp == "gesprek" else waarden.get(onderwerp, {}))


def begin_id(afname: str, nu: str) -> str:
    """The field in which the table keeps, per session, that the questions were announced."""
    return f"begin:{afname}@{nu}"


def stopped(deel: Dossier) -> bool:
    """Whether a sign in the joint answers ends the joint conversation. Looks at what everyone heard alone.

    Only a sign to which an answer of this session belongs: what was known before was weighed when the professional
    opened this one.
    """
    return zitting.together(deel) and any(_stops(deel, a) for a in deel.afnamen.values())


def _stops(deel: Dossier, afname: Afname) -> bool:
    nu = zitting.current(deel)
    vers = {v for v, r in afname.antwoorden.items() if r.zitting == nu}
    tekens = {id_: t for id_, t in afname.instrument.signalen.items() if t.stopt_gezamenlijk}
    if not tekens or not vers:
        return False
    if any(isinstance(t, Schaaltoets) for s in tekens.values() for t in leaves(s.als)):
        return bool(surely(state_now(deel, afname), tekens))
    waar = state_now(deel, afname).truth
    return any(
        evaluate(s.als, waar) is True
        and any(isinstance(t, Vraagtoets) and t.vraag in vers for t in leaves(s.als))
        for s in tekens.values()
    )


def _passes(d: Dossier, onderwerp: str, veld: str, nu: str) -> bool:
    match kind_of(onderwerp):
        case "gesprek":
            taak = veld.startswith(GESPREK) and reads_plan(d)
            return veld == "zitting" or taak or veld.endswith(f"@{nu}")
        case "medewerker":
            return True
        case "dossier":
            return veld == "gemeente"
        case "eigen_plan":
            return veld == "van"  # never shown: it closes the part of the plan for who does not read it
        case "zitting":
            return onderwerp == nu and (veld in ZITTING or (veld == "opening" and zitting.opened(d)))
        case "persoon":
            return veld in ("naam", "op_plan") and (on_plan(d, onderwerp) or _only(d) == onderwerp)
        case "evaluatie":
            return veld in EVALUATIE
        case "cijfer":
            return _number_passes(d, onderwerp, veld)
        case soort if soort in ALLEEN_WERKSCHERM:
            return False  # also not what everyone may read: that a chapter is open would tell
        case _ if doer_apart(d, onderwerp) not in (None, _only(d)):
            return False
        case _ if _only(d) is not None and _only(d) == owner(d):
            return for_readers(d, onderwerp, veld)
        case _:
            return may_pass(d, onderwerp, veld)


def _apart(d: Dossier) -> Iterator[str]:
    """Tasks of who is kept off the plan: not there at the table, and their number is never used for another."""
    return (o for o in d.waarden if doer_apart(d, o) not in (None, _only(d)))


def _number_passes(d: Dossier, onderwerp: str, veld: str) -> bool:
    door = giver_of(onderwerp)
    if onderwerp.endswith(SAMEN_CIJFER):
        return door == MEDEWERKER or on_plan(d, door)
    if _only(d) == door and d.waarde(onderwerp, "setting") in (None, "alleen"):
        gegeven = d.waarden[onderwerp][veld]
        return gegeven.zitting is not None and _solo(d, gegeven.zitting) == door
    return may_pass(d, onderwerp, veld)


def reads_plan(d: Dossier) -> bool:
    """Whether who is here now reads the plan: everyone on a joint plan, else the one person whose plan it is, alone."""
    return is_joint(d) or (_only(d) is not None and _only(d) == owner(d))


def _only(d: Dossier) -> str | None:
    """The one person who is there alone; ``None`` where others are or may be."""
    erbij = zitting.present(d)
    return erbij[0] if len(erbij) == 1 and zitting.setting(d) in ("alleen", "telefoon") else None


def _solo(d: Dossier, zitting_id: str) -> str | None:
    """The one person of an earlier session."""
    erbij = tuple(d.waarde(zitting_id, "aanwezig") or ())
    return erbij[0] if len(erbij) == 1 and d.waarde(zitting_id, "setting") in ("alleen", "telefoon") else None


Oor = Callable[[str, tuple[str, ...], str | None], bool]


def _ear(d: Dossier) -> Oor:
    """Says of an account whether everyone who is there now was there when it was said."""
    gehoord: dict[tuple[str, tuple[str, ...], str | None], bool] = {}

    def heard(bron: str, bijzijn: tuple[str, ...], waar: str | None) -> bool:
        sleutel = (bron, bijzijn, waar)
        if sleutel not in gehoord:
            gehoord[sleutel] = _heard(d, *sleutel)
        return gehoord[sleutel]

    return heard


def _heard(d: Dossier, bron: str, bijzijn: tuple[str, ...], waar: str | None) -> bool:
    erbij, nu = zitting.present(d), zitting.current(d)
    if zitting.setting(d) in (None, zitting.NIEMAND):
        return False
    if zitting.together(d):
        if not verslag.is_joint(bron):
            return False
        return (len(erbij) > 1 and set(erbij) <= set(bijzijn)) or (waar == nu and bijzijn == erbij)
    if not erbij:  # somebody who was not named: only what this session itself brought
        return waar == nu and not bijzijn and bron != verslag.PROFESSIONAL
    return bron == erbij[0] or (verslag.is_joint(bron) and erbij[0] in bijzijn)


def _reduced(d: Dossier, a: Afname, heard: Oor) -> Afname | None:
    """The instrument as this company knows it: the answers that were heard, without when, by whom, and notes.

    ``None`` where it is not known: not announced in this session, not begun where everyone was, nothing heard.
    """
    antwoorden: dict[str, Antwoordregel] = {}
    for vraag, verslagen in a.verslagen.items():
        gehoord = {b: r for b, r in verslagen.items() if heard(b, r.bijzijn, r.zitting)}
        if gehoord:
            regel = (verslag.counting(gehoord) or (verslag.latest(gehoord),))[0]
            antwoorden[vraag] = regel.bloot or _bare_line(regel)
    erbij_begonnen = heard(a.bron, a.bijzijn, a.zitting)
    if not (antwoorden or erbij_begonnen or d.beantwoord("gesprek", begin_id(a.id, zitting.current(d)))):
        return None
    return Afname(
        a.id,
        a.instrument,
        a.over,
        a.kort and erbij_begonnen,
        {},
        a.tijd.min,
        antwoorden=antwoorden,
        geldend={v: r.waarde for v, r in antwoorden.items()},
        stand=state_without_facts(a, {v: r.gelezen for v, r in antwoorden.items()}),
    )


def _bare_line(regel: Antwoordregel) -> Antwoordregel:
    return Antwoordregel(
        regel.waarde, 0, regel.tijd.min, zitting=regel.zitting, bron=regel.bron, gelezen=regel.gelezen
    )


def _bare(gegeven: Gegeven) -> Gegeven:
    return Gegeven(gegeven.waarde, 0, gegeven.tijd.min)
