"""Asking (*vraag af*): the one loop that drives the conversation, whoever answers: a terminal, a file, a test.

An answer is durable before the next step is asked for.
"""

from __future__ import annotations

from datetime import timedelta

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.gespreksloop import Gespreksloop, Plekken, Schrijver
from veiligheidsplan.app.gesprekspartner import Antwoordbron, Controle, Gesprekspartner
from veiligheidsplan.plan import gesprek, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.loop import Loop
from veiligheidsplan.plan.omgeving import Omgeving

__all__ = [
    "Antwoordbron",
    "Controle",
    "Gesprekspartner",
    "Schrijver",
    "fresh_session",
    "into",
    "on_paper",
    "run",
    "run_part",
]

NIEUWE_ZITTING_NA = timedelta(hours=4)  # after that the company may well be another


def run(
    d: Dossier,
    o: Omgeving,
    bron: Antwoordbron,
    schrijf: Schrijver,
    *,
    hervat: bool = False,
    naar: str | None = None,
) -> Dossier:
    """Ask every open step; each answer goes through *schrijf* before the next. Returns the last state.

    A ``Gesprekspartner`` starts in the view of the session, may move, and ends on the werkscherm. *hervat*: we come
    back to a dossier, so first the company is asked for again. *naar*: begin at this step.
    """
    if not isinstance(bron, Gesprekspartner):
        return Gespreksloop(d, o, bron, schrijf, Loop("werkscherm", naar)).run()
    lus = Gespreksloop(d, o, bron, schrijf, Loop(zitting.start_view(d), naar), partner=bron)
    lus.terug_van_weg = hervat and zitting.setting(d) not in (None, zitting.NIEMAND)
    bron.switched(lus.lus.kant)
    return lus.run()


def run_part(
    d: Dossier,
    o: Omgeving,
    bron: Antwoordbron,
    schrijf: Schrijver,
    plekken: Plekken,
    *,
    opnieuw: frozenset[str] = frozenset(),
    hervat: bool = False,
) -> Dossier:
    """As ``run``, for a part beside the conversation that is for the professional alone, such as the meldcode.

    *opnieuw*: steps whose answer meant «not now». At the table such a part is the ordinary end of a section.
    """
    if not isinstance(bron, Gesprekspartner):
        lus = Gespreksloop(d, o, bron, schrijf, Loop("werkscherm"), plekken=plekken, opnieuw=opnieuw)
        return lus.run()
    begin = Loop(zitting.start_view(d) if hervat else "werkscherm")
    lus = Gespreksloop(d, o, bron, schrijf, begin, partner=bron, plekken=plekken, opnieuw=opnieuw)
    lus.terug_van_weg = hervat and zitting.setting(d) not in (None, zitting.NIEMAND)
    bron.switched(lus.lus.kant)
    return lus.run()


def into(kast: Dossierkast, id_: str) -> Schrijver:
    """A writer that seals each answer in the vault."""
    return lambda d, feiten: kast.write(id_, d, feiten)


def on_paper(d: Dossier, kast: Dossierkast, id_: str) -> Dossier:
    """This session was held on paper, and is taken over now."""
    nummer = int(d.waarde("gesprek", "zitting") or 1)
    return kast.write(id_, d, [gesprek.value_given("gesprek", "van_papier", nummer)])


def fresh_session(d: Dossier, o: Omgeving, kast: Dossierkast, id_: str, *, nieuw: bool = False) -> Dossier:
    """A new session when the last one was long ago, or when the worker says that the company changed."""
    # a clock that was set back says nothing about how long ago it was
    lang_geleden = d.laatst is not None and not timedelta(0) <= kast.klok() - d.laatst <= NIEUWE_ZITTING_NA
    if not (nieuw or lang_geleden) or not d.onderwerpen("zitting"):
        return d
    return kast.write(id_, d, [gesprek.value_given("gesprek", "zitting", zitting.next_number(d))])
