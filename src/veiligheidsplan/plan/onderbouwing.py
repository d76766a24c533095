"""Why an outcome is what it is (*onderbouwing*): which answers gave which points, what is missing, signs, judgement.

For professionals. A level and points wait for the first impression, as everywhere; signs never wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from veiligheidsplan.instrument.instrument import Schaal, Signaal
from veiligheidsplan.instrument.punten import counted, points
from veiligheidsplan.instrument.uitslag import Schaaluitslag
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Getalvraag, Schaalvraag
from veiligheidsplan.plan import stand
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.delen import name
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.duiding import ONBEKEND, level_text, spoken
from veiligheidsplan.plan.evaluatie import current_uses
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import Oordeel, judge, judged
from veiligheidsplan.plan.woorden import fill, spoken_date


def lines(d: Dossier, o: Omgeving) -> list[str]:
    """Every instrument that holds now, one fact a line."""
    uit = [o.zin("mens_beslist")] if d.afnamen else [o.zin("stand_niets")]
    for afname in current_uses(d):
        uit += ["", *_instrument(d, o, afname)]
    return uit


def _instrument(d: Dossier, o: Omgeving, afname: Afname) -> Iterator[str]:
    i, oordeel = afname.instrument, judge(d, afname)
    over = f": {name(d, o, afname.over)}" if afname.over else ""
    woorden = {"titel": f"{i.titel}{over}", "versie": i.versie, "datum": spoken_date(afname.tijd.date())}
    yield fill(o.zin("waarom_kop"), woorden)
    yield from stand.rests_on(d, o, afname)
    yield from _signs(d, o, afname, oordeel)
    if not stand.impression_given(d, afname):
        yield o.zin("stand_eerst_indruk")
        return
    for id_, uitslag in oordeel.uitslag.schalen.items():
        yield from _scale(d, o, afname, i.schalen[id_], uitslag, i.schalen[id_].titel or id_)
    if i.niveaus:
        volgens = level_text(o, i, oordeel.uitslag.eindniveau, oordeel.uitslag.eindniveau_hoogst)
        yield f"{o.zin('niveau_uitslag')}: {volgens}"
        yield f"{o.zin('niveau')}: {level_text(o, i, oordeel.laagst, oordeel.hoogst)}"
        yield from _judgement(d, o, afname, oordeel)


def _scale(
    d: Dossier, o: Omgeving, afname: Afname, schaal: Schaal, uitslag: Schaaluitslag, titel: str
) -> Iterator[str]:
    laag, hoog = uitslag.laagst, uitslag.hoogst
    if laag is None or hoog is None:
        score = o.zin("verloop_geen_score")
    else:
        score = (
            _number(laag)
            if laag == hoog
            else fill(o.zin("verloop_tussen"), {"laag": _number(laag), "hoog": _number(hoog)})
        )
    yield fill(o.zin("waarom_score"), {"titel": titel, "score": score})
    vragen, schalen = counted(afname.instrument, schaal)
    getoond = state_now(d, afname).getoond
    for v in vragen:
        if v in getoond:
            yield f"- {_question(o, afname, schaal, v)}"
    for s in schalen:
        yield f"- {fill(o.zin('waarom_schaal'), {'titel': afname.instrument.schalen[s].titel or s})}"
    for niveau, grens in schaal.grenzen.items():
        woord = afname.instrument.niveaus[niveau].titel or niveau
        yield f"- {fill(o.zin('waarom_grens'), {'punten': _number(Fraction(grens)), 'niveau': woord})}"


def _question(o: Omgeving, afname: Afname, schaal: Schaal, vraag: str) -> str:
    i, waarde = afname.instrument, afname.geldend.get(vraag)
    tekst = i.vragen[vraag].tekst
    if waarde is not None and not (isinstance(waarde, str) and waarde in ONBEKEND):
        punten = _number(Fraction(points(i, vraag, waarde)))
        return fill(
            o.zin("waarom_punten"),
            {"vraag": tekst, "antwoord": spoken(o, i, vraag, waarde), "punten": punten},
        )
    antwoord = spoken(o, i, vraag, waarde) if waarde is not None else o.zin("waarom_geen_antwoord")
    woorden = {"vraag": tekst, "antwoord": antwoord}
    if schaal.ontbrekend == "bandbreedte":
        laag, hoog = _extremes(afname, vraag)
        woorden |= {"laag": _number(laag), "hoog": _number(hoog)}
    return fill(o.zin(f"waarom_open_{schaal.ontbrekend}"), woorden)


def _extremes(afname: Afname, vraag: str) -> tuple[Fraction, Fraction]:
    """The least and most points that an answer to this question could give."""
    i, v = afname.instrument, afname.instrument.vragen[vraag]
    if isinstance(v, Schaalvraag):
        mogelijk = [points(i, vraag, w) for w in (v.van, v.tot)]
    elif isinstance(v, Getalvraag):
        mogelijk = [0, *(points(i, vraag, w) for w in v.punten_vanaf or {})]
    elif v.type == "meerkeuze":
        per = [points(i, vraag, (code,)) for code in i.antwoorden_van(vraag)]
        mogelijk = [sum(p for p in per if p < 0), sum(p for p in per if p > 0)]
    else:
        mogelijk = [points(i, vraag, code) for code in i.antwoorden_van(vraag)]
    return Fraction(min(mogelijk, default=0)), Fraction(max(mogelijk, default=0))


def _signs(d: Dossier, o: Omgeving, afname: Afname, oordeel: Oordeel) -> Iterator[str]:
    i = afname.instrument
    for id_ in oordeel.uitslag.signalen:
        wat = i.signalen[id_].melding or id_.replace("_", " ")
        door = "; ".join(_answered(d, o, afname, i.signalen[id_]))
        yield fill(o.zin("waarom_gezien"), {"wat": wat, "door": door})
    for id_ in oordeel.niet_uitgesloten:
        wat = i.signalen[id_].melding or id_.replace("_", " ")
        open_ = "; ".join(_unanswered(d, o, afname, i.signalen[id_]))
        yield fill(o.zin("waarom_niet_uitgesloten"), {"wat": wat, "open": open_})
    if not oordeel.uitslag.signalen and not oordeel.niet_uitgesloten:
        yield o.zin("geen_signalen")


def _answered(d: Dossier, o: Omgeving, afname: Afname, teken: Signaal) -> Iterator[str]:
    i = afname.instrument
    for v in dict.fromkeys(t.vraag for t in leaves(teken.als) if isinstance(t, Vraagtoets)):
        waarde = afname.geldend.get(v)
        if waarde is not None:
            yield f"«{i.vragen[v].tekst}» {spoken(o, i, v, waarde)}"


def _unanswered(d: Dossier, o: Omgeving, afname: Afname, teken: Signaal) -> Iterator[str]:
    """What a sign hangs on that is not known: an answer, or a fact of the case."""
    i = afname.instrument
    for toets in leaves(teken.als):
        if isinstance(toets, Vraagtoets):
            waarde = afname.geldend.get(toets.vraag)
            if waarde is None or (isinstance(waarde, str) and waarde in ONBEKEND):
                antwoord = o.zin(waarde) if waarde else o.zin("waarom_geen_antwoord")
                yield f"«{i.vragen[toets.vraag].tekst}» {antwoord}"
        elif isinstance(toets, Gegeventoets):
            veld = {"thuiswonend": "woont_hier"}.get(toets.gegeven, toets.gegeven)
            yield o.sjabloon.teksten["persoon"][veld].label


def _judgement(d: Dossier, o: Omgeving, afname: Afname, oordeel: Oordeel) -> Iterator[str]:
    i = afname.instrument
    indruk = d.waarde(f"indruk:{afname.id}", "niveau")
    if indruk is not None:
        titel = (i.niveaus[indruk].titel or indruk) if indruk in i.niveaus else o.zin("weet_niet")
        waarom = str(d.waarde(f"indruk:{afname.id}", "waarom") or "")
        yield f"{o.zin('sectie_indruk')}: {titel}. {waarom}".strip()
    onderwerp = f"oordeel:{afname.id}"
    besluit = d.waarde(onderwerp, "besluit")
    if besluit == "lager":
        yield from stand.lowering(d, o, afname, oordeel)
    elif besluit is not None and judged(d, afname.id):
        tekst = o.sjabloon.teksten["oordeel"]["besluit"]
        reden = str(d.waarde(onderwerp, "reden") or "") if besluit == "hoger" else ""
        yield f"{tekst.label}: {tekst.keuzes.get(besluit, besluit)}. {reden}".strip()
    else:
        yield fill(o.zin("open_oordeel"), {"titel": i.titel})


def _number(getal: Fraction) -> str:
    """With a decimal comma."""
    return f"{float(getal):g}".replace(".", ",")
