"""What a field offers to choose from (*keuzes*): fixed codes, or a list of the dossier, the template or the region.

A list has a name that begins with ``@``; each is one line in ``_LIJSTEN``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.eigendom import co_readers
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.model import Veld, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import levels_beside
from veiligheidsplan.plan.stap import Keuze

ALLEEN_GEZIN = "gezin"
IEMAND_ANDERS = "iemand_anders"
MEDEWERKER = "medewerker"
#: who may interpret and is not in the dossier
_GEEN_ANTWOORD = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd", "niet_van_toepassing")
TOLKEN = ("kind", "familie", "bekende")

Teksten = Mapping[str, str]
#: the dossier, what surrounds it, the subject of the field, and the words of the field
Lijst = Callable[[Dossier, Omgeving, str, Teksten], Iterable[Keuze]]


def choices(d: Dossier, o: Omgeving, onderwerp: str, veld: Veld, teksten: Teksten) -> tuple[Keuze, ...]:
    """The answers that a field offers now."""
    if not isinstance(veld.keuzes, str):
        codes = _decisions(d, onderwerp, veld.keuzes) if kind_of(onderwerp) == "oordeel" else veld.keuzes
        return tuple(Keuze(code, teksten.get(code) or o.zin(code)) for code in codes)
    lijst = _LIJSTEN[veld.keuzes](d, o, onderwerp, teksten)
    return (*lijst, *special(o, veld.bijzonder))


def special(o: Omgeving, codes: tuple[str, ...]) -> tuple[Keuze, ...]:
    """The special answers with these codes, in the words of the template."""
    return tuple(Keuze(code, o.zin(code)) for code in codes)


def people(d: Dossier) -> list[Keuze]:
    """Everyone in the dossier by name."""
    return [Keuze(p, str(d.waarde(p, "naam") or "")) for p in d.onderwerpen("persoon")]


def said_in(afname: Afname) -> tuple[str, ...]:
    """The questions of an instrument to which there is an answer; unknown is none."""
    return tuple(v for v in afname.instrument.vragen if afname.geldend.get(v) not in (None, *_GEEN_ANTWOORD))


def repeatable(d: Dossier) -> tuple[Afname, ...]:
    """The last use before this review of each list per person, besides the one that a review always asks again."""
    staat = d.evaluaties[-1].staat if d.evaluaties else None
    if staat is None:
        return ()
    nu = str(d.waarde(f"evaluatie:{d.evaluaties[-1].nummer}", "nu")).rpartition(":")[0]
    laatste = {(a.id.rpartition(":")[0], a.over): a for a in staat.afnamen.values()}
    return tuple(a for (soort, over), a in laatste.items() if soort != nu and over not in d.gearchiveerd)


def _with_name(d: Dossier, afname: Afname) -> str:
    naam = d.waarde(afname.over, "naam") if afname.over else None
    return f"{afname.instrument.titel}: {naam}" if naam else afname.instrument.titel


def texts(d: Dossier, soort: str) -> list[Keuze]:
    """Everything of this kind that has words and stands: an action, an agreement, a condition."""
    staat = (id_ for id_ in d.onderwerpen(soort) if not ended(d, id_))
    return [Keuze(id_, str(wat)) for id_ in staat if (wat := d.waarde(id_, "wat"))]


def _levels(d: Dossier, onderwerp: str) -> list[Keuze]:
    afname = d.afnamen.get(onderwerp.split(":", 1)[1])
    niveaus = afname.instrument.niveaus if afname else {}
    besluit = str(d.waarde(onderwerp, "besluit"))
    past = levels_beside(d, afname, besluit) if afname and kind_of(onderwerp) == "oordeel" else ()
    return [Keuze(code, n.titel or code) for code, n in niveaus.items() if code in past or not past]


def _decisions(d: Dossier, onderwerp: str, besluiten: tuple[str, ...]) -> tuple[str, ...]:
    """Without *hoger* above the highest level, and without *lager* below the lowest: nothing could follow."""
    afname = d.afnamen.get(onderwerp.split(":", 1)[1])
    if afname is None:
        return besluiten
    return tuple(b for b in besluiten if b not in ("hoger", "lager") or levels_beside(d, afname, b))


def _of_kind(d: Dossier, soort: str) -> list[Keuze]:
    return [k for k in people(d) if d.waarde(k.code, "soort") == soort]


def _titled(titels: Mapping[str, str]) -> list[Keuze]:
    return [Keuze(code, titel) for code, titel in titels.items()]


def _doers(d: Dossier, o: Omgeving) -> list[Keuze]:
    op_plan = [k for k in people(d) if d.waarde(k.code, "op_plan") == "ja"]
    return [*op_plan, Keuze(MEDEWERKER, o.zin("ik_zelf")), Keuze(IEMAND_ANDERS, o.zin("iemand_anders"))]


def _answers(d: Dossier) -> list[Keuze]:
    return [
        Keuze(f"{a.id}/{v}", a.instrument.vragen[v].tekst) for a in d.afnamen.values() for v in said_in(a)
    ]


def _again(d: Dossier, o: Omgeving) -> list[Keuze]:
    return [Keuze(a.id, _with_name(d, a)) for a in repeatable(d) if a.id.rpartition(":")[0] in o.instrumenten]


def _weighing(o: Omgeving, onderwerp: str) -> list[Keuze]:
    afweging = o.meldcode.afwegingen.get(onderwerp.split(":")[2])
    return _titled(afweging.antwoorden if afweging else {})


def _reasons(o: Omgeving, onderwerp: str) -> list[Keuze]:
    elders = o.meldcode.only_elsewhere(onderwerp.split(":")[2])
    return [k for k in _titled(o.meldcode.redenen) if k.code not in elders]


def _about_whom(d: Dossier, o: Omgeving) -> list[Keuze]:
    gezin = o.zin("het_hele_gezin")
    return [Keuze(ALLEEN_GEZIN, gezin[:1].upper() + gezin[1:]), *people(d)]


def _interpreters(d: Dossier, teksten: Teksten) -> list[Keuze]:
    return [*people(d), *(Keuze(code, teksten[code]) for code in TOLKEN if code in teksten)]


_LIJSTEN: Final[Mapping[str, Lijst]] = {
    "@gemeenten": lambda d, o, wat, t: [Keuze(c, g.naam) for c, g in o.gemeenten.gemeenten.items()],
    "@leefdomeinen": lambda d, o, wat, t: _titled(o.sjabloon.leefdomeinen),
    "@personen": lambda d, o, wat, t: people(d),
    "@meelezers": lambda d, o, wat, t: [k for k in people(d) if k.code in co_readers(d, wat)],
    "@uitvoerders": lambda d, o, wat, t: _doers(d, o),
    "@themas": lambda d, o, wat, t: [Keuze(c, thema.titel) for c, thema in o.sjabloon.themas.items()],
    "@talen": lambda d, o, wat, t: _titled(o.sjabloon.talen),
    "@maatregelen": lambda d, o, wat, t: [Keuze(c, m.titel) for c, m in o.sjabloon.maatregelen.items()],
    "@tekenrollen": lambda d, o, wat, t: _titled(o.sjabloon.tekenen.rollen),
    "@beschermingen": lambda d, o, wat, t: [Keuze(c, b.titel) for c, b in o.sjabloon.beschermingen.items()],
    "@gronden": lambda d, o, wat, t: _titled(o.sjabloon.gronden),
    "@voorwaarden": lambda d, o, wat, t: texts(d, "voorwaarde"),
    "@kinderen": lambda d, o, wat, t: _of_kind(d, "kind"),
    "@volwassenen": lambda d, o, wat, t: _of_kind(d, "volwassene"),
    "@antwoorden": lambda d, o, wat, t: _answers(d),
    "@afgesproken": lambda d, o, wat, t: [*texts(d, "actie"), *texts(d, "afspraak")],
    "@vragenlijsten": lambda d, o, wat, t: _again(d, o),
    "@tolken": lambda d, o, wat, t: _interpreters(d, t),
    "@afweging": lambda d, o, wat, t: _weighing(o, wat),
    "@redenen_meldcode": lambda d, o, wat, t: _reasons(o, wat),
    "@over_wie": lambda d, o, wat, t: _about_whom(d, o),
    "@niveaus": lambda d, o, wat, t: _levels(d, wat),
}
