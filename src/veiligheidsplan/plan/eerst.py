"""What comes first (*eerst*): the sections before anything is asked at the table. On the werkscherm alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from veiligheidsplan.plan import maatregel, samen, vooraf, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import people
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Zichtkant
from veiligheidsplan.plan.tussenstap import MEEST, more, notice
from veiligheidsplan.plan.vraagstap import field_place

Plekken = Iterator[Plek]


def taken_over(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Of a session that was held on paper: on which day."""
    if zitting.from_paper(d):
        yield field_place(d, o, zitting.current(d), "papier", ("zitting", "papier"))


def before_the_table(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """In every session with others: who is there, the check beforehand, and the act that begins the table's part."""
    if zitting.setting(d) == zitting.NIEMAND:
        return
    nu = zitting.current(d)
    if household_known(d) or d.beantwoord(nu, "aanwezig"):
        yield field_place(d, o, nu, "aanwezig", ("zitting", "aanwezig"), tafel=True)
    if zitting.setting(d) != "telefoon":  # on the phone we are not in the house
        yield from vooraf.own_safety(d, o)
    yield field_place(d, o, nu, "tolk", ("zitting", "tolk"))
    if household_known(d):
        yield from vooraf.lay_interpreter(d, o)
    yield from vooraf.check_of_all(d, o)
    if vooraf.unsafe(d):
        yield notice(f"niet_veilig:{nu}", partial(vooraf.what_now, o), o.zin("sectie_vooraf"))
    if zitting.together(d):
        if household_known(d):
            yield from orders(d, o)
        yield from themes(d, o)
        yield from samen.conditions(d, o)
    yield samen.opening(d, o)


def beside(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """What the professional notes about the household, where it was not asked already; while preparing, the visit."""
    if zitting.setting(d) == zitting.NIEMAND:
        yield from vooraf.own_safety(d, o)
    if not household_known(d):
        yield from vooraf.lay_interpreter(d, o)
    if not zitting.together(d) or not household_known(d):
        yield from orders(d, o)
    if not zitting.together(d):
        yield from themes(d, o)


def conditions(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """The consultation, and what somebody wants who is alone with us now."""
    if not zitting.together(d):
        yield from samen.conditions(d, o)


def household_known(d: Dossier) -> bool:
    """Whether it was said that there is nobody more to add: only then a choice between people is whole."""
    gesprek = d.waarden.get("gesprek", {})
    return bool(people(d)) and any(
        v.startswith("meer_persoon_") and g.waarde == "nee" for v, g in gesprek.items()
    )


def themes(d: Dossier, o: Omgeving) -> Plekken:
    """What the professional sees or thinks of that makes a joint conversation dangerous."""
    yield field_place(d, o, "themas", "gezien", ("themas",))


def orders(d: Dossier, o: Omgeving) -> Plekken:
    """Each order; while it is in force its countdown, in every session."""
    eerste = True
    for n in range(1, MEEST + len(d.gearchiveerd) + 1):
        id_, pad = f"maatregel:{n}", ("maatregelen", n - 1)
        if id_ in d.gearchiveerd:
            continue
        yield more(d, o, "maatregel", n, pad, eerste=eerste)
        if d.waarde("gesprek", f"meer_maatregel_{n}") != "ja":
            return
        mag = ("waar_staat",) if d.waarde(id_, "contact_mag") == "ja" else ()
        for veld in ("soort", "voor", "tegenover", "van", "tot", "contact_mag", *mag):
            yield field_place(d, o, id_, veld, (*pad, veld))
        if d.beantwoord(id_, "contact_mag") and maatregel.in_force(d, id_, o.vandaag):
            tekst = partial(maatregel.countdown, d, o, id_)
            yield notice(f"loopt:{zitting.current(d)}:{id_}", tekst, o.zin("sectie_maatregel"))
        eerste = False
