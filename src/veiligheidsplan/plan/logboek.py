"""The log in sentences (*logboek*): who did what when and why, without what anybody answered.

A person is «persoon 1» and a field its name: enough to see what was changed and by whom. What was answered stands in
the dossier. A reason that a professional gave for a change is the *why*, and is shown; a note beside an answer is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from veiligheidsplan.plan.gebeurtenis import Gebeurtenis
from veiligheidsplan.plan.model import kind_of

_VOOR: Final = {"professional": "professionals", "gezamenlijk": "iedereen die meedoet"}
_GEGEVEN: Final = {
    "papier": "gaf op papier een kopie aan", "telefoon": "stuurde een kopie naar de telefoon van",
    "getoond": "liet het plan zien aan", "voorgelezen": "las het plan voor aan", "niet": "gaf geen kopie aan",
}  # fmt: skip
_REDENEN: Final = {
    "later": "dat komt later", "niet_veilig_om_te_vragen": "vragen was niet veilig", "wil_niet": "iemand wilde niet",
    "niet_aanwezig": "iemand was er niet", "anders": "een andere reden", "ziekte": "ziekte", "vakantie": "vakantie",
    "verhuizing": "verhuizing", "weer_aan_het_werk": "weer aan het werk", "vergissing": "een vergissing",
    "niet_aangekomen": "het pakket kwam niet aan", "pakket_niet_gemaakt": "het pakket kon niet worden gemaakt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Logregel:
    """One line: ``wat`` without who and when; ``tijd`` is ``None`` when the event cannot be read any more."""

    volgnummer: int
    tijd: datetime | None
    door: str
    naam: str
    wat: str
    waarom: str = ""


@dataclass(slots=True)
class _Verloop:
    """What earlier events told: names by key, instruments by afname, which fields and questions had a value."""

    namen: dict[str, str] = field(default_factory=dict)
    vragenlijsten: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    geweest: set[tuple[str, str]] = field(default_factory=set)


def lines(gebeurtenissen: Iterable[tuple[int, Gebeurtenis | None]]) -> Iterator[Logregel]:
    """A line for every event by number; ``None`` is one whose content was destroyed or cannot be read."""
    alle = tuple(gebeurtenissen)
    gewist = {g.inhoud.get("volgnummer"): n for n, g in alle if g is not None and g.soort == "gewist"}
    verloop = _Verloop()
    later: dict[str, str] = {}
    for _, g in reversed(alle):  # a name that was given later tells who wrote before it too
        if g is not None and (naam := _name_in(g)):
            later[g.door] = naam
    for nummer, g in alle:
        if g is None:
            waar = f" Zie gebeurtenis {gewist[nummer]}." if nummer in gewist else ""
            wat = "de inhoud is gewist." if nummer in gewist else "niet te lezen."
            yield Logregel(nummer, None, "", "", wat + waar)
            continue
        wat, waarom = _what(g, verloop)
        _remember(g, verloop)
        yield Logregel(
            nummer, g.tijd, g.door, verloop.namen.get(g.door) or later.get(g.door, ""), wat, waarom
        )


def _name_in(g: Gebeurtenis) -> str | None:
    """The name that somebody gives for the key with which this event was written."""
    i = g.inhoud
    if g.soort == "verlaging_bevestigd":
        return str(i.get("naam") or "") or None
    if g.soort == "waarde_gegeven" and (i.get("onderwerp"), i.get("veld")) == ("medewerker", "naam"):
        return str(i.get("waarde") or "") or None
    return None


def _remember(g: Gebeurtenis, v: _Verloop) -> None:
    i = g.inhoud
    if naam := _name_in(g):
        v.namen[g.door] = naam
    match g.soort:
        case "waarde_gegeven":
            v.geweest.add((str(i.get("onderwerp")), str(i.get("veld"))))
        case "instrument_begonnen":
            v.vragenlijsten[str(i.get("afname"))] = i.get("instrument") or {}
        case "antwoord_gegeven":
            v.geweest.add((str(i.get("afname")), str(i.get("vraag"))))


def _what(g: Gebeurtenis, v: _Verloop) -> tuple[str, str]:
    i = g.inhoud
    match g.soort:
        case "dossier_begonnen":
            return f"begon dit dossier met het sjabloon {i.get('sjabloon') or 'van toen'}.", ""
        case "waarde_gegeven":
            return _value(i, v)
        case "onderwerp_gearchiveerd":
            return f"haalde {_subject(i)} uit het plan.", str(i.get("reden") or "")
        case "instrument_begonnen":
            lijst = i.get("instrument") or {}
            versie = f", versie {lijst['versie']}" if lijst.get("versie") else ""
            return f"begon de vragenlijst «{lijst.get('titel') or i.get('afname')}»{versie}.", ""
        case "antwoord_gegeven":
            opnieuw = (str(i.get("afname")), str(i.get("vraag"))) in v.geweest
            werkwoord = "gaf opnieuw een antwoord op" if opnieuw else "gaf een antwoord op"
            return f"{werkwoord} «{_question(i, v)}».", _if(i.get("toelichting"), opnieuw)
        case "antwoord_gekozen":
            if i.get("waarde") is None:
                return f"nam de keuze tussen antwoorden terug bij «{_question(i, v)}».", str(
                    i.get("reden") or ""
                )
            return f"koos tussen antwoorden op «{_question(i, v)}».", str(i.get("reden") or "")
        case "uitslag_getoond":
            return f"zag de uitslag van «{_title(i, v)}».", ""
        case "verlaging_bevestigd":
            return f"bevestigde als tweede persoon een lager niveau voor «{_title(i, v)}».", ""
        case "plan_vastgesteld":
            open_ = len(i.get("ontbreekt") or ())
            meer = f" Er stond nog {open_} open." if open_ else ""
            return f"stelde het plan vast.{meer}", _reason(i)
        case _:
            return _other(g)


def _other(g: Gebeurtenis) -> tuple[str, str]:
    i = g.inhoud
    match g.soort:
        case "evaluatie_begonnen":
            return f"begon evaluatie {i.get('nummer')}.", ""
        case "kopie_gemaakt":
            voor = str(i.get("voor"))
            soort = "een voorlopige kopie" if i.get("voorlopig") else "een kopie"
            wie = _VOOR.get(voor, _words(voor))
            return f"maakte {soort} voor {wie} ({i.get('formaat')}, kenmerk {i.get('kenmerk')}).", ""
        case "ondertekend_gezien":
            plekken = ", ".join(str(h.get("veld")) for h in i.get("handtekeningen") or ())
            return f"bewaarde wie er tekende op de kopie met kenmerk {i.get('kenmerk')}: {plekken}.", ""
        case "kopie_mislukt":
            return f"kon de kopie met kenmerk {i.get('kenmerk')} niet bewaren.", ""
        case "uitgereikt":
            kenmerk = f" (kenmerk {i['kenmerk']})" if i.get("kenmerk") else ""
            wie = _VOOR.get(str(i.get("voor")), _words(str(i.get("voor"))))
            return f"{_GEGEVEN.get(str(i.get('hoe')), 'gaf het plan aan')} {wie}{kenmerk}.", _reason(i)
        case "ondertekend_gezien":
            return f"zag de ondertekende kopie met kenmerk {i.get('kenmerk')}.", ""
        case "gelezen":
            return f"bekeek het dossier, met «{i.get('hoe')}».", ""
        case "agenda_geschreven":
            return f"schreef de eigen agenda, met code {i.get('code')}.", ""
        case "gewist":
            return f"wiste de inhoud van gebeurtenis {i.get('volgnummer')}.", str(i.get("reden") or "")
        case "overgedragen":
            return f"droeg het dossier over aan sleutel {i.get('aan')}.", _reason(i)
        case "teruggenomen":
            return "nam het dossier terug.", _reason(i)
        case "overgenomen":
            return f"nam het dossier over van sleutel {i.get('van')}.", _reason(i)
        case "identiteit_gemaakt":
            return "maakte een eigen handtekening.", ""
        case _:  # a kind that this page does not know yet still has its line
            return f"{_words(g.soort)}.", _reason(i)


def _value(i: Mapping[str, Any], v: _Verloop) -> tuple[str, str]:
    onderwerp, veld = str(i.get("onderwerp")), str(i.get("veld"))
    opnieuw = (onderwerp, veld) in v.geweest
    if kind_of(onderwerp) == "gesprek":
        return "ging verder in het gesprek.", ""
    werkwoord = "veranderde" if opnieuw else "schreef op"
    return f"{werkwoord}: {_subject(i)}, {_words(veld)}.", _if(i.get("toelichting"), opnieuw)


def _if(toelichting: Any, opnieuw: bool) -> str:
    """What was written beside a changed answer says why it was changed; beside a first one it is an answer too."""
    return str(toelichting) if toelichting and opnieuw else ""


def _subject(i: Mapping[str, Any]) -> str:
    return _words(str(i.get("onderwerp")))


def _words(naam: str) -> str:
    """``taak:1:actie:2`` -> «taak 1, actie 2»; ``mogelijke_pleger`` -> «mogelijke pleger»."""
    uit: list[str] = []
    for deel in naam.replace("@samen", ", samen").replace("@", ":").split(":"):
        woord = deel.replace("_", " ")
        if uit and (deel.isdigit() or not uit[-1].split()[-1:][0].isdigit()):
            uit[-1] += f" {woord}"
        elif woord:
            uit.append(woord)
    return ", ".join(uit)


def _title(i: Mapping[str, Any], v: _Verloop) -> str:
    afname = str(i.get("afname"))
    return str(v.vragenlijsten.get(afname, {}).get("titel") or afname)


def _question(i: Mapping[str, Any], v: _Verloop) -> str:
    """The words of the question, from the instrument as it was stored; its id when those are gone."""
    lijst = v.vragenlijsten.get(str(i.get("afname")), {})
    return f"{lijst.get('titel') or i.get('afname')}: {_text_of(lijst, str(i.get('vraag')))}"


def _text_of(lijst: Mapping[str, Any], vraag: str) -> str:
    for onderdeel in (lijst.get("onderdelen") or {}).values():
        if vraag in (onderdeel.get("vragen") or {}):
            return str(onderdeel["vragen"][vraag].get("tekst") or vraag)
    return vraag


def _reason(i: Mapping[str, Any]) -> str:
    reden = str(i.get("reden") or "")
    delen = [_REDENEN.get(reden, reden.replace("_", " ")), str(i.get("toelichting") or "")]
    return ". ".join(d for d in delen if d)
