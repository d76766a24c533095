"""The plan on paper (*papier*): two empty forms in the order of the conversation, for where no laptop can be.

Nothing is written here twice: the conversation itself is walked through with a household without answers, and what it
asks is what stands on paper. So a new question, or one of a municipality's own, is on the form by itself, and the same
rule that keeps a question from the screen at the table keeps it from the form that lies on the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from veiligheidsplan.instrument.weergave import show_questions
from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.afname_stand import Afname
from veiligheidsplan.plan.delen_bellen import numbers_for
from veiligheidsplan.plan.document import Alinea, Blok, Document, Huisstijl, Invulveld, Kader, Kop, Velden
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import next_step, process, value_given
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.papier_invullen import empty_answer
from veiligheidsplan.plan.papier_vraag import bounds, from_question, from_step
from veiligheidsplan.plan.stap import Stap, Waarde, Zichtkant
from veiligheidsplan.plan.woorden import fill, spoken_date

PERSONEN: Final = 4
#: how often there is room for one of these; more is written on a second form
AANTALLEN: Final = {"persoon": PERSONEN, "maatregel": 1, "afspraak": 3, "actie": 3}
#: what only exists on the computer, or follows from what it works out
_NIET_OP_PAPIER: Final = frozenset({"gesprek", "oordeel", "zitting", "verslag", "stand"})
_ALIAS: Final = "dossier/alias"
#: subjects that get a heading of their own, with the sentence that names them
_GENUMMERD: Final = {"persoon": "papier_persoon", "afspraak": "papier_afspraak", "actie": "actie"}
_MEESTE_STAPPEN: Final = 2000
_TOEN: Final = datetime.min.replace(tzinfo=UTC)


def paper_forms(o: Omgeving) -> tuple[Document, Document]:
    """The form for at the table, which anyone may read, and the form for the professional alone."""
    werk = list(_walk(_begun(o), o, "werkscherm"))
    tafel = list(_walk(_at_the_table(o), o, "aan_tafel"))
    open_ = {stap.id for stap, _ in tafel}
    return (
        _document(o, "tafel", (*_names(o), *_blocks(o, tafel, "aan_tafel"))),
        _document(o, "werk", tuple(_blocks(o, [p for p in werk if p[0].id not in open_], "werkscherm"))),
    )


def _begun(o: Omgeving) -> Dossier:
    return _with(Dossier(), [Feit("dossier_begonnen", {"sjabloon": o.sjabloonkenmerk})])


def _with(d: Dossier, feiten: list[Feit]) -> Dossier:
    return fold([stamp(f, door="", tijd=_TOEN) for f in feiten], d)


def _at_the_table(o: Omgeving) -> Dossier:
    """A household of people without a name, all on the joint plan, in a conversation that the professional opened."""
    nu = "zitting:1"
    feiten = [
        value_given(f"persoon:{n}", veld, waarde)
        for n in range(1, PERSONEN + 1)
        for veld, waarde in (("naam", person_name(o, n)), ("op_plan", "ja"))
    ]
    aanwezig = tuple(f"persoon:{n}" for n in range(1, PERSONEN + 1))
    zit: tuple[tuple[str, Waarde], ...] = (
        ("setting", zitting.SAMEN), ("aanwezig", aanwezig), ("opening", zitting.NU)
    )  # fmt: skip
    return _with(_begun(o), [*feiten, *(value_given(nu, veld, waarde, nu) for veld, waarde in zit)])


def person_name(o: Omgeving, n: int) -> str:
    """«persoon 1»: who is meant, on every page, without a name."""
    return fill(o.zin("papier_persoon"), {"nummer": str(n)}).lower()


def _walk(d: Dossier, o: Omgeving, kant: Zichtkant) -> Iterator[tuple[Stap, Afname | None]]:
    """Every step in order, each with the round that it asks, if any. Answers are left open wherever they may be."""
    for _ in range(_MEESTE_STAPPEN):
        stap = next_step(d, o, kant)
        if stap is None:
            return
        onderwerp = stap.id.rsplit("/", 1)[0]
        yield stap, d.afnamen.get(onderwerp.removeprefix("afname:"))
        d = _with(d, list(process(d, o, stap, empty_answer(o, stap, AANTALLEN, person_name), kant=kant)))


def _blocks(o: Omgeving, stappen: list[tuple[Stap, Afname | None]], kant: Zichtkant) -> Iterator[Blok]:
    """Headings and places to write. Of an instrument each question once, in file order."""
    sectie = onderwerp = ""
    gedaan: set[str] = set()
    for stap, afname in stappen:
        over = stap.id.rsplit("/", 1)[0]
        if kind_of(over) in _NIET_OP_PAPIER or stap.id == _ALIAS or stap.soort == "mededeling":
            continue
        if afname is not None:
            if afname.id not in gedaan:
                yield from _instrument(o, afname, kant)
            gedaan.add(afname.id)
            sectie = ""
            continue
        if stap.sectie != sectie:
            sectie, onderwerp = stap.sectie, ""
            yield Kop(sectie, 1)
        if kind_of(over) in _GENUMMERD and over != onderwerp:
            onderwerp = over
            yield Kop(fill(o.zin(_GENUMMERD[kind_of(over)]), {"nummer": over.rsplit(":", 1)[1]}), 2)
        yield from_step(stap)


def _instrument(o: Omgeving, afname: Afname, kant: Zichtkant) -> Iterator[Blok]:
    """The questions that may be asked in this company; the others stand on the form for the professional.

    At the table no numbers, whose gaps would tell that more is asked, and no condition on a question of the other form.
    """
    instrument, tafel, deel = afname.instrument, kant == "aan_tafel", ""
    vragen = [v for v in show_questions(instrument) if tafel != bool(instrument.bijzijn[v.id])]
    if vragen and not tafel:
        yield Kop(instrument.titel, 1)
        yield Alinea(o.zin("papier_alleen"), "nadruk")
    for v in vragen:
        if v.onderdeel != deel:
            deel = v.onderdeel
            onderdeel = instrument.onderdelen[deel]
            yield Kop(onderdeel.titel or instrument.titel, 1 if tafel else 2)
            if onderdeel.inleiding:
                yield Alinea(onderdeel.inleiding)
        over = replace(v, alleen_als=()) if tafel and v.onzeker else v
        yield from_question(over, "" if tafel else str(v.nummer), bereik=bounds(instrument, v.id))


def _names(o: Omgeving) -> Iterator[Blok]:
    yield Kop(o.zin("papier_namen"), 1)
    for n in range(1, PERSONEN + 1):
        yield Invulveld(fill(o.zin("papier_persoon"), {"nummer": str(n)}), regels=1)


def _document(o: Omgeving, wie: str, blokken: tuple[Blok, ...]) -> Document:
    kleuren = o.sjabloon.kleuren
    bellen = Velden(numbers_for(o, "iedereen"))
    return Document(
        titel=o.sjabloon.titel,
        ondertitel=o.zin(f"papier_ondertitel_{wie}"),
        kenmerk="",
        datum=fill(o.zin("papier_versie"), {"versie": o.sjabloon.versie, "datum": spoken_date(o.vandaag)}),
        datum_iso=o.vandaag.isoformat(),
        blokken=(
            Kader(o.zin("bij_gevaar"), (bellen,), "waarschuwing"),
            Alinea(o.zin(f"papier_inleiding_{wie}")),
            *blokken,
        ),
        voettekst=o.sjabloon.voettekst if wie == "tafel" else "",
        merk=o.zin("papier_merk_werk") if wie == "werk" else "",
        huisstijl=Huisstijl(
            o.sjabloon.eigenaar, kleuren.accent, kleuren.tekst, kleuren.vlak, kleuren.waarschuwing, o.letters
        ),
        logo=o.logo,
    )
