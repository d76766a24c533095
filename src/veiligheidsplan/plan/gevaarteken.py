"""What keeps a joint conversation closed (*gevaarteken*): a sign that is not ruled out, a theme that was noted.

Unknown is not no. Yet what nobody asked about keeps nothing closed: a sign counts while it is possible *and* some
given answer speaks for it, or was left unknown (weet niet, wil niet zeggen, contradictory accounts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from veiligheidsplan.instrument.voorwaarde import (
    Alle,
    EenVan,
    Niet,
    Schaaltoets,
    Toets,
    Voorwaarde,
    Vraagtoets,
    leaves,
)
from veiligheidsplan.instrument.waarheid import Waarheid, evaluate, negate
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import not_ruled_out
from veiligheidsplan.plan.verslag import Antwoordregel, latest


def newest(d: Dossier, o: Omgeving) -> date | None:
    """The day of the newest answer or note that keeps a joint conversation closed; ``None``: nothing does."""
    return max(
        [*_of_themes(d, o), *(dag for a in d.afnamen.values() for dag in _of_signs(d, a))], default=None
    )


def _of_themes(d: Dossier, o: Omgeving) -> Iterator[date]:
    gegeven = d.waarden.get("themas", {}).get("gezien")
    codes = gegeven.waarde if gegeven is not None and isinstance(gegeven.waarde, tuple) else ()
    themas = o.sjabloon.themas
    # a theme that this template does not know (any more) may be one that counts
    if gegeven is not None and any(c not in themas or themas[c].stopt_samen for c in codes):
        yield gegeven.tijd.date()


def _of_signs(d: Dossier, afname: Afname) -> Iterator[date]:
    tekens = {id_: s for id_, s in afname.instrument.signalen.items() if s.stopt_gezamenlijk}
    gegeven = {v: r for v in afname.verslagen if (r := _said(afname, v)) is not None}
    if not tekens or not gegeven:
        return
    waar = state_now(d, afname).truth
    met_schaal = frozenset(
        id_ for id_, s in tekens.items() if any(isinstance(t, Schaaltoets) for t in leaves(s.als))
    )
    mogelijk = not_ruled_out(d, afname, met_schaal) if met_schaal else frozenset()
    for id_, teken in tekens.items():
        if id_ in met_schaal:
            # which answer of a scale speaks for it cannot be told: every given one counts
            voor = set(gegeven) if id_ in mogelijk else set()
        else:
            telt = evaluate(teken.als, waar) is not False
            voor = {t.vraag for t in _speaks_for(teken.als, waar) if t.vraag in gegeven} if telt else set()
        yield from (gegeven[v].tijd.date() for v in voor)


def _said(afname: Afname, vraag: str) -> Antwoordregel | None:
    """The newest account in which the question was asked."""
    gevraagd = {b: r for b, r in afname.verslagen[vraag].items() if r.waarde != "niet_gevraagd"}
    return latest(gevraagd) if gevraagd else None


def _speaks_for(
    voorwaarde: Voorwaarde, waar: Callable[[Toets], Waarheid], *, omgekeerd: bool = False
) -> Iterator[Vraagtoets]:
    """The tests on questions that are not false (under *niet*: not true)."""
    match voorwaarde:
        case Alle(alle=delen) | EenVan(een_van=delen):
            for deel in delen:
                yield from _speaks_for(deel, waar, omgekeerd=omgekeerd)
        case Niet(niet=deel):
            yield from _speaks_for(deel, waar, omgekeerd=not omgekeerd)
        case Vraagtoets():
            waarde = waar(voorwaarde)
            if (negate(waarde) if omgekeerd else waarde) is not False:
                yield voorwaarde
