"""Who may read which part of a plan (*zichtbaarheid*): default deny, decided before a document is built.

``reduce_to`` leaves out of a dossier everything that a recipient may not know. A copy is built from what is
left, so what was left out cannot change a byte of it, not even by its existence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import replace

from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.dossier import Dossier, Gegeven
from veiligheidsplan.plan.eigen_plan import is_joint, owner
from veiligheidsplan.plan.eigendom import owner_of, private_to
from veiligheidsplan.plan.evaluatie_stand import task_of
from veiligheidsplan.plan.keuzes import ALLEEN_GEZIN, MEDEWERKER
from veiligheidsplan.plan.lezer import GEZAMENLIJK, NETWERK, PERSOON, PROFESSIONAL, Lezer, is_person
from veiligheidsplan.plan.model import (
    EXTRA,
    EXTRA_SAMEN,
    SAMEN_CIJFER,
    VELDEN,
    Veld,
    Zicht,
    giver_of,
    kind_of,
)
from veiligheidsplan.plan.stemmen import GELEZEN, may_be_shared

#: what reaches every reader, also who is on no plan
ALGEMEEN: dict[str, tuple[str, ...]] = {"medewerker": ("naam", "organisatie", "telefoon")}
#: of an action or agreement: what its owner reads who is not on the joint plan
EIGEN_TAAK: dict[str, tuple[str, ...]] = {
    "actie": ("wat", "wie", "direct", "wanneer", "tijd", "zien", "anders"),
    "afspraak": ("wat", "wie", "tot"),
}
#: what is said of a task, as ``naleving:afspraak:1``
OVER_EEN_TAAK = frozenset({"naleving", "vertaling", "actievertaling"})
NETWERKTAAK = ("naam", "wat", "wanneer")
EIGEN_PLAN = "eigen_plan"
Regel = Callable[[Dossier, str, str, Lezer], bool]
#: stands where a value points at somebody whom this reader does not know
IEMAND = "iemand"


def reduce_to(d: Dossier, voor: Lezer) -> Dossier:
    """What this reader's copy may hold of the dossier, private pages left aside. ``professional`` may know all of it.

    A person of the joint plan reads what everyone reads. Who is not on it reads nothing of it but what that person
    does; somebody of the network reads one task.
    """
    if voor == PROFESSIONAL:
        return d
    return _only(d, _RULES[_sort_of_reader(d, voor)], voor)


def reduce_private(d: Dossier, persoon: Lezer, *, jong: bool = False) -> Dossier:
    """What the private pages of this person may hold (see ``eigendom``); nothing at all for any other reader."""

    def mag(d: Dossier, onderwerp: str, veld: str, voor: Lezer) -> bool:
        return private_to(d, onderwerp, veld, voor, jong=jong)

    return _with_owners(_only(d, mag, persoon), d)


def _only(d: Dossier, mag: Regel, voor: Lezer) -> Dossier:
    waarden: dict[str, dict[str, Gegeven]] = {}
    for onderwerp, velden in d.waarden.items():
        if onderwerp in d.gearchiveerd:
            continue
        over = {
            veld: _bare(g)
            for veld, g in velden.items()
            if g.waarde is not None and mag(d, onderwerp, veld, voor)
        }
        if over:
            waarden[onderwerp] = over | task_words(d, onderwerp)
    # a fresh dossier: no counters, times, instruments or copies of the whole one come along
    return replace(Dossier(), waarden=in_order(_without_hidden(waarden, voor)))


def _with_owners(deel: Dossier, d: Dossier) -> Dossier:
    """With whose item each one is, by name: who may read an item may know that."""
    waarden = {o: dict(velden) for o, velden in deel.waarden.items()}
    for onderwerp in deel.waarden:
        if (van := d.waarden[onderwerp].get("van")) is not None:
            waarden[onderwerp]["van"] = _bare(van)
        eigenaar = str(owner_of(d, onderwerp))
        naam = d.waarden[eigenaar].get("naam")
        if naam is not None and naam.waarde is not None:
            waarden[eigenaar] = {"naam": _bare(naam)}
    return replace(deel, waarden=in_order(waarden))


def _without_hidden(waarden: dict[str, dict[str, Gegeven]], voor: Lezer) -> dict[str, dict[str, Gegeven]]:
    """No value points at what this reader may not know: which one it is would show when it changes.

    That a value is about oneself one may know. A list of nothing but what is hidden is as one that was never made.
    """
    bekend = waarden.keys() | {voor}
    over = {
        onderwerp: {
            veld: wijst
            for veld, g in velden.items()
            if (wijst := _pointing(g, VELDEN.get(kind_of(onderwerp), {}).get(veld), bekend)).waarde != ()
        }
        for onderwerp, velden in waarden.items()
    }
    return {onderwerp: velden for onderwerp, velden in over.items() if velden}


def _pointing(g: Gegeven, model: Veld | None, bekend: Set[str]) -> Gegeven:
    if model is None or not isinstance(model.keuzes, str):
        return g
    if isinstance(g.waarde, tuple):
        return replace(g, waarde=tuple(w for w in g.waarde if not _hidden(w, bekend)))
    return replace(g, waarde=IEMAND) if _hidden(g.waarde, bekend) else g


def _hidden(waarde: object, bekend: Set[str]) -> bool:
    """Whether this is the id of a subject that is not there."""
    return isinstance(waarde, str) and ":" in waarde and kind_of(waarde) in VELDEN and waarde not in bekend


def task_words(d: Dossier, onderwerp: str) -> dict[str, Gegeven]:
    """The words of what a review looks back at: also of what it took out of the plan by that."""
    if kind_of(onderwerp) != "taak":
        return {}
    wat = d.waarden.get(task_of(onderwerp), {}).get("wat") or d.waarden[onderwerp].get("wat")
    return {"wat": _bare(wat)} if wat is not None and wat.waarde else {}


def in_order(waarden: dict[str, dict[str, Gegeven]]) -> dict[str, dict[str, Gegeven]]:
    """Subjects and fields in a fixed order, so that the moment at which something was asked tells nothing."""
    soorten = list(VELDEN)
    volgorde = sorted(waarden, key=lambda o: (soorten.index(kind_of(o)), _number(o), o))
    return {o: {v: waarden[o][v] for v in _fields(o, waarden[o]) if v in waarden[o]} for o in volgorde}


def _fields(onderwerp: str, waarden: dict[str, Gegeven]) -> Iterable[str]:
    """The fields of a subject in order; those of a municipality's own question by name."""
    soort = kind_of(onderwerp)
    return sorted(waarden) if soort in (EXTRA, EXTRA_SAMEN) else VELDEN[soort]


def ordered(d: Dossier) -> Dossier:
    """The whole dossier with its subjects and fields in that fixed order; what the model does not have comes last."""
    bekend = {
        o: v for o, v in d.waarden.items() if VELDEN.get(kind_of(o)) or kind_of(o) in (EXTRA, EXTRA_SAMEN)
    }
    waarden: dict[str, dict[str, Gegeven]] = in_order({o: dict(v) for o, v in bekend.items()})
    for onderwerp in sorted(d.waarden):
        velden = d.waarden[onderwerp]
        waarden[onderwerp] = {**waarden.get(onderwerp, {}), **{v: velden[v] for v in sorted(velden)}}
    return replace(d, waarden=waarden)


def _number(onderwerp: str) -> int:
    staart = onderwerp.rsplit(":", 1)[-1].removesuffix(SAMEN_CIJFER)
    return int(staart) if staart.isdigit() else 0


def _bare(gegeven: Gegeven) -> Gegeven:
    return Gegeven(gegeven.waarde, 0, gegeven.tijd.min)


def may_pass(d: Dossier, onderwerp: str, veld: str) -> bool:
    """Whether the joint copy may hold this field. Default deny; nothing, where there is no plan that everyone reads."""
    return is_joint(d) and for_readers(d, onderwerp, veld)


def for_readers(d: Dossier, onderwerp: str, veld: str) -> bool:
    """Whether whoever reads the plan itself may read this field."""
    if kind_of(onderwerp) == EXTRA_SAMEN:  # a question that its template opened to everyone when it was asked
        return True
    if kind_of(onderwerp) == "taak" and not evaluatie.may_be_read(d, onderwerp):
        return False  # what becomes of it is read only beside what was said of it together
    model = VELDEN.get(kind_of(onderwerp), {}).get(veld)
    match model.zicht if model else Zicht.PROFESSIONAL:
        case Zicht.GEZAMENLIJK:
            return True
        case Zicht.ALS_OP_PLAN:
            return on_plan(d, onderwerp)
        case Zicht.ALS_AKKOORD:
            return may_be_shared(d, onderwerp)
        case Zicht.ALS_GELEZEN:
            return bool(d.waarde(onderwerp, "gelezen") in GELEZEN)
        case Zicht.ALS_GEDEELD:
            return bool(d.waarde(onderwerp, "gedeeld") == "ja")
        case Zicht.ALS_SAMEN:
            return _joint_number(d, onderwerp)
        case _:
            return False


def reads_the_plan(d: Dossier, voor: Lezer) -> bool:
    """Whether this reader reads the plan itself: everyone on a joint plan, or the one person whose plan it is."""
    if voor == GEZAMENLIJK:
        return True
    return is_person(voor) and (owner(d) == voor or (is_joint(d) and on_plan(d, voor)))


def _sort_of_reader(d: Dossier, voor: Lezer) -> str:
    if not is_person(voor):
        return kind_of(voor)
    return EIGEN_PLAN if owner(d) == voor else GEZAMENLIJK if reads_the_plan(d, voor) else PERSOON


def _joint(d: Dossier, onderwerp: str, veld: str, voor: Lezer) -> bool:
    """What everyone reads; never what somebody does who is kept off that plan."""
    return may_pass(d, onderwerp, veld) and doer_apart(d, onderwerp) in (None, voor)


def _whole(d: Dossier, onderwerp: str, veld: str, voor: Lezer) -> bool:
    """The plan of one person alone, as that person reads it."""
    if onderwerp == voor and veld in ("naam", "soort"):
        return True
    return for_readers(d, onderwerp, veld) and doer_apart(d, onderwerp) in (None, voor)


def doer_apart(d: Dossier, onderwerp: str) -> str | None:
    """Whose task this is (or what is said of it), where that is a person who is kept off the joint plan.

    Also one who is out of the dossier since: that somebody left it brings nothing to light.
    """
    taak = _about(onderwerp)
    wie = d.waarde(taak, "wie") if kind_of(taak) in EIGEN_TAAK else None
    if not isinstance(wie, str) or kind_of(wie) != PERSOON or d.waarde(wie, "op_plan") == "ja":
        return None
    return wie


def _about(onderwerp: str) -> str:
    """The task of which this says something: ``vertaling:afspraak:1`` -> ``afspraak:1``; else the subject itself."""
    soort, _, rest = onderwerp.partition(":")
    if soort == "taak":
        return task_of(onderwerp)
    return rest if soort in OVER_EEN_TAAK else onderwerp


def _apart(d: Dossier, onderwerp: str, veld: str, voor: Lezer) -> bool:
    """Without a joint plan: who the worker is, one's own name, and what one does oneself."""
    soort = kind_of(onderwerp)
    if onderwerp == voor:
        return veld == "naam"
    if soort in EIGEN_TAAK:
        return veld in EIGEN_TAAK[soort] and d.waarde(onderwerp, "wie") == voor
    return veld in ALGEMEEN.get(soort, ())


def _of_network(d: Dossier, onderwerp: str, veld: str, voor: Lezer) -> bool:
    """Who the worker is, and this one person's own task."""
    if onderwerp == voor:
        return veld in NETWERKTAAK
    return veld in ALGEMEEN.get(kind_of(onderwerp), ())


def on_plan(d: Dossier, persoon: str) -> bool:
    """Whether this person stands on the joint plan by name."""
    return persoon not in d.gearchiveerd and d.waarde(persoon, "op_plan") == "ja"


def _joint_number(d: Dossier, onderwerp: str) -> bool:
    """A veiligheidscijfer is joint only when given in the joint setting, by and about people on the joint plan."""
    door, over = giver_of(onderwerp), d.waarde(onderwerp, "over")
    return (
        d.waarde(onderwerp, "setting") == "samen"
        and (door == MEDEWERKER or on_plan(d, door))
        and (over == ALLEEN_GEZIN or on_plan(d, str(over)))
        and isinstance(d.waarde(onderwerp, "waarde"), int)
    )


_RULES: dict[str, Regel] = {GEZAMENLIJK: _joint, EIGEN_PLAN: _whole, PERSOON: _apart, NETWERK: _of_network}
