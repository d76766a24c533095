"""At the table (*aan tafel*): a dossier from which everything was left out that somebody in the room may not know.

Built as copies are: first leave out, then ask and show. What was left out cannot change a screen, not even by its
existence. In: fields that the joint copy may hold; of instruments the answers that were given where everyone now
present was; for somebody alone, their own. Out: scores, signs, judgement, first impression, notes, accounts of
others, choices between accounts, who was heard alone, and whether an instrument was begun alone.
"""

from __future__ import annotations

from dataclasses import replace

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, leaves
from veiligheidsplan.instrument.waarheid import evaluate
from veiligheidsplan.plan import verslag, zitting
from veiligheidsplan.plan.afname_stand import Afname, full_state, state_now
from veiligheidsplan.plan.dossier import Dossier, Gegeven
from veiligheidsplan.plan.model import SAMEN_CIJFER, giver_of, kind_of
from veiligheidsplan.plan.verslag import Antwoordregel
from veiligheidsplan.plan.vraagstap import MEDEWERKER
from veiligheidsplan.plan.zichtbaarheid import in_order, may_pass, on_plan

#: how the conversation went, as far as it is about what everyone may read
GESPREK = ("meer_afspraak_", "meer_actie_")


def at_table(d: Dossier) -> Dossier:
    """What anyone in the room may know of the dossier."""
    nu = zitting.current(d)
    waarden: dict[str, dict[str, Gegeven]] = {}
    for onderwerp, velden in d.waarden.items():
        if onderwerp in d.gearchiveerd:
            continue
        over = {v: _bare(g) for v, g in velden.items() if _passes(d, onderwerp, v, nu)}
        if over:
            waarden[onderwerp] = over
    afnamen = {id_: _reduced(d, a) for id_, a in d.afnamen.items() if _known_here(d, a, nu)}
    gesprek = waarden.pop("gesprek", {})
    return replace(
        Dossier(),
        waarden={**in_order(waarden), "gesprek": {v: gesprek[v] for v in sorted(gesprek)}},
        gearchiveerd=frozenset(o for o in d.gearchiveerd if kind_of(o) in ("afspraak", "actie")),
        afnamen=afnamen,
        gezelschap=zitting.company(d),
    )


def begin_id(afname: str, nu: str) -> str:
    """The field in which the table keeps, per session, that the questions were announced."""
    return f"begin:{afname}@{nu}"


def stopped(deel: Dossier) -> bool:
    """Whether a sign in the joint answers ends the joint conversation. Looks at what everyone heard alone."""
    return zitting.together(deel) and any(_stops(deel, a) for a in deel.afnamen.values())


def _stops(deel: Dossier, afname: Afname) -> bool:
    tekens = {id_: t for id_, t in afname.instrument.signalen.items() if t.stopt_gezamenlijk}
    if not tekens:
        return False
    if any(isinstance(t, Schaaltoets) for s in tekens.values() for t in leaves(s.als)):
        return bool(tekens.keys() & set(scoor(afname.instrument, afname.ruwe_antwoorden, {}).signalen))
    waar = state_now(deel, afname).truth
    return any(evaluate(s.als, waar) is True for s in tekens.values())


def _passes(d: Dossier, onderwerp: str, veld: str, nu: str) -> bool:
    match kind_of(onderwerp):
        case "gesprek":
            return veld == "zitting" or veld.startswith(GESPREK) or veld.endswith(f"@{nu}")
        case "zitting":
            return onderwerp == nu
        case "persoon":
            return veld in ("naam", "op_plan") and (on_plan(d, onderwerp) or _only(d) == onderwerp)
        case "cijfer":
            return _number_passes(d, onderwerp, veld)
        case _:
            return may_pass(d, onderwerp, veld)


def _number_passes(d: Dossier, onderwerp: str, veld: str) -> bool:
    door = giver_of(onderwerp)
    if onderwerp.endswith(SAMEN_CIJFER):
        return door == MEDEWERKER or on_plan(d, door)
    if _only(d) == door and d.waarde(onderwerp, "setting") in (None, "alleen"):
        gegeven = d.waarden[onderwerp][veld]
        return gegeven.zitting is not None and _solo(d, gegeven.zitting) == door
    return may_pass(d, onderwerp, veld)


def _only(d: Dossier) -> str | None:
    """The one person who is there alone; ``None`` where others are or may be."""
    erbij = zitting.present(d)
    return erbij[0] if len(erbij) == 1 and zitting.setting(d) in ("alleen", "telefoon") else None


def _solo(d: Dossier, zitting_id: str) -> str | None:
    """The one person of an earlier session."""
    erbij = tuple(d.waarde(zitting_id, "aanwezig") or ())
    return erbij[0] if len(erbij) == 1 and d.waarde(zitting_id, "setting") in ("alleen", "telefoon") else None


def _heard(d: Dossier, bron: str, bijzijn: tuple[str, ...], waar: str | None) -> bool:
    """Whether everyone who is there now was there when it was said."""
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


def _known_here(d: Dossier, a: Afname, nu: str) -> bool:
    """Announced in this session, begun where everyone was, or an answer was heard. Begun alone is not known here."""
    return (
        d.beantwoord("gesprek", begin_id(a.id, nu))
        or _heard(d, a.bron, a.bijzijn, a.zitting)
        or any(_heard(d, b, r.bijzijn, r.zitting) for v in a.verslagen.values() for b, r in v.items())
    )


def _reduced(d: Dossier, a: Afname) -> Afname:
    """The instrument as this company knows it: the answers that were heard, without when, by whom, and notes."""
    antwoorden, geldend = {}, {}
    for vraag in a.instrument.vragen:
        gehoord = {b: r for b, r in a.verslagen.get(vraag, {}).items() if _heard(d, b, r.bijzijn, r.zitting)}
        if not gehoord:
            continue
        regel = verslag.counting(gehoord)[0] if verslag.counting(gehoord) else verslag.latest(gehoord)
        antwoorden[vraag] = Antwoordregel(
            regel.waarde, 0, regel.tijd.min, zitting=regel.zitting, bron=regel.bron
        )
        geldend[vraag] = regel.waarde
    samen_begonnen = _heard(d, a.bron, a.bijzijn, a.zitting)
    bloot = Afname(
        a.id,
        a.instrument,
        a.over,
        a.kort and samen_begonnen,
        {},
        a.tijd.min,
        antwoorden=antwoorden,
        geldend=geldend,
    )
    return replace(bloot, stand=full_state(bloot, {}))


def _bare(gegeven: Gegeven) -> Gegeven:
    return Gegeven(gegeven.waarde, 0, gegeven.tijd.min)
