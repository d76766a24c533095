"""The first page (*in het kort*): what we do, who to call, and when we speak again; the rest of the copy says more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from veiligheidsplan.plan.delen import intro, label, owner
from veiligheidsplan.plan.delen_bellen import numbers_for
from veiligheidsplan.plan.document import Alinea, Blok, Kader, Tabel, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.volledigheid import actions as actions_of
from veiligheidsplan.plan.woorden import spoken_iso

#: an agreement of 3,000 words has a page of its own; here stands how it begins
_LANGSTE: Final = 180
#: the first numbers of the region are for danger and for advice; the others stand where all of them stand
_NUMMERS: Final = 2


def in_short(d: Dossier, o: Omgeving, sectie: Sectie) -> Iterator[Blok]:
    """The numbers for danger, the actions in a table, and the next contact. Nothing that stands nowhere else."""
    rijen = tuple(
        (str(n), _begin(str(d.waarde(a, "wat"))), owner(d, o, a), _when(d, o, a))
        for n, a in enumerate(actions_of(d), 1)
    )
    contact = _contact(d, o)
    yield from intro(sectie)
    # first, so that it is on the first page whatever was agreed, and in any language
    yield Kader(o.zin("bij_gevaar"), (Velden(_numbers(d, o)),), "waarschuwing")
    if rijen:
        koppen = (o.zin("kort_nummer"), *(label(o, "actie", v) for v in ("wat", "wie", "wanneer")))
        yield Tabel(koppen, rijen, o.zin("kort_acties"))
    if contact:
        yield Velden(((label(o, "vervolg", "contact_datum"), contact),))
    if not rijen and not contact:
        yield Alinea(o.zin("kort_niets"))


def _begin(tekst: str) -> str:
    regel = " ".join(tekst.split())
    if len(regel) <= _LANGSTE:
        return regel
    return regel[:_LANGSTE].rsplit(" ", 1)[0] + " …"


def _when(d: Dossier, o: Omgeving, onderwerp: str) -> str:
    dag = spoken_iso(d.waarde(onderwerp, "wanneer"), met_dag=True)
    return f"{dag}, {_clock(o, d.waarde(onderwerp, 'tijd'))}" if dag and d.waarde(onderwerp, "tijd") else dag


def _clock(o: Omgeving, tijd: object) -> str:
    return f"{str(tijd).replace(':', '.')} {o.zin('uur')}"


def _contact(d: Dossier, o: Omgeving) -> str:
    dag = spoken_iso(d.waarde("vervolg", "contact_datum"), met_dag=True)
    tijd, hoe = d.waarde("vervolg", "contact_tijd"), d.waarde("vervolg", "contact_hoe")
    eerste = f"{dag}, {_clock(o, tijd)}" if dag and tijd else dag
    return "\n".join(str(t) for t in (eerste, hoe) if t)


def _numbers(d: Dossier, o: Omgeving) -> tuple[tuple[str, str], ...]:
    rijen = list(numbers_for(o, "iedereen")[:_NUMMERS])
    naam, telefoon = d.waarde(MEDEWERKER, "naam"), d.waarde(MEDEWERKER, "telefoon")
    if naam and telefoon:
        rijen.append((f"{naam}: {telefoon}", label(o, MEDEWERKER, "naam")))
    return tuple(rijen)
