"""Who may read which part of a plan (*zichtbaarheid*): default deny, decided before a document is built.

``reduce_to`` leaves out of a dossier everything that a recipient may not know. A copy is built from what is
left, so what was
left out cannot change a byte of it, not even by its existence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.dossier import Dossier, Gegeven
from veiligheidsplan.plan.eigen_plan import is_joint
from veiligheidsplan.plan.evaluatie_stand import task_of
from veiligheidsplan.plan.model import EXTRA, EXTRA_SAMEN, SAMEN_CIJFER, VELDEN, Zicht, giver_of, kind_of
from veiligheidsplan.plan.sjabloon import Ontvanger
from veiligheidsplan.plan.stemmen import GELEZEN, may_be_shared
from veiligheidsplan.plan.vraagstap import ALLEEN_GEZIN, MEDEWERKER


def reduce_to(d: Dossier, voor: Ontvanger) -> Dossier:
    """What this recipient may know of the dossier. ``professional`` may know all of it."""
    if voor == "professional":
        return d
    waarden: dict[str, dict[str, Gegeven]] = {}
    for onderwerp, velden in d.waarden.items():
        if onderwerp in d.gearchiveerd:
            continue
        over = {
            veld: _bare(g)
            for veld, g in velden.items()
            if may_pass(d, onderwerp, veld) and g.waarde is not None
        }
        if over:
            waarden[onderwerp] = over | task_words(d, onderwerp)
    # a fresh dossier: no counters, times, instruments or copies of the whole one come along
    return replace(Dossier(), waarden=in_order(waarden))


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
        return False
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
