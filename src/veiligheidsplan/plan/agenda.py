"""The worker's own calendar (*agenda*): which moments of a dossier stand in it, and under what random marks.

Default deny: the next contact and the evaluation, and nothing else. A measure, an action or a report never goes in,
not even as a moment without a name. Both look the same there; only ``lijst`` tells whose code it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from veiligheidsplan.plan.termijn import Termijn

MAG_ERIN: Final = ("contact", "evaluatie")


class Moment(NamedTuple):
    """One entry: ``uid`` stays the same for good, ``volgorde`` grows with each change, so importing again updates."""

    soort: str
    uid: str
    volgorde: int
    dag: str
    tijd: str | None
    vervallen: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """The random code that stands in the calendar instead of a name, and the moments as they were last written."""

    code: str
    momenten: tuple[Moment, ...] = ()


def written(inhoud: Mapping[str, Any]) -> Agenda:
    """The agenda of an ``agenda_geschreven``, or of a kopblad."""
    return Agenda(str(inhoud["code"]), tuple(Moment(*m) for m in inhoud["momenten"]))


def as_content(agenda: Agenda) -> dict[str, Any]:
    """What goes into the log, and into the kopblad."""
    return {"code": agenda.code, "momenten": [list(m) for m in agenda.momenten]}


def brought_up_to_date(
    agenda: Agenda | None, termijnen: Iterable[Termijn], nieuw: Callable[[], str], code: Callable[[], str]
) -> Agenda | None:
    """The calendar as it should be now; ``None`` when there never was anything to put in it.

    *nieuw* gives a random mark for an entry, *code* one for the dossier.
    """
    wil = {t.soort: t for t in termijnen if t.soort in MAG_ERIN and t.dag is not None}
    if agenda is None and not wil:
        return None
    oud = {m.soort: m for m in agenda.momenten} if agenda else {}
    momenten = tuple(_moments(oud, wil, nieuw))
    return Agenda(agenda.code if agenda else code(), momenten)


def _moments(
    oud: Mapping[str, Moment], wil: Mapping[str, Termijn], nieuw: Callable[[], str]
) -> Iterator[Moment]:
    for soort in MAG_ERIN:
        was, wordt = oud.get(soort), wil.get(soort)
        if wordt is not None and wordt.dag is not None:
            if was is None:
                yield Moment(soort, nieuw(), 0, wordt.dag, wordt.tijd)
            elif (was.dag, was.tijd, was.vervallen) == (wordt.dag, wordt.tijd, False):
                yield was
            else:
                yield Moment(soort, was.uid, was.volgorde + 1, wordt.dag, wordt.tijd)
        elif was is not None:
            # blijft voorgoed als vervallen staan: wie een keer niet inlas, krijgt het de volgende keer
            yield was if was.vervallen else was._replace(vervallen=True, volgorde=was.volgorde + 1)
