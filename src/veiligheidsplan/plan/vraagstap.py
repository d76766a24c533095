"""From a field of the plan, or a question of an instrument, to the step (*stap*) in which it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, cast

from veiligheidsplan.instrument.vraag import (
    Datumvraag,
    Getalvraag,
    Keuzevraag,
    Meerkeuzevraag,
    Schaalvraag,
    Vraag,
)
from veiligheidsplan.plan.beantwoord import answered
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.eigendom import co_readers
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.model import VELDEN, Veld, Zicht, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import levels_beside
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort, Waarde
from veiligheidsplan.plan.voorheen import present_answer
from veiligheidsplan.plan.woorden import fill

Pad = tuple[str | int, ...]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
ALLEEN_GEZIN = "gezin"
IEMAND_ANDERS = "iemand_anders"
MEDEWERKER = "medewerker"
#: who may interpret and is not in the dossier
_GEEN_ANTWOORD = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd", "niet_van_toepassing")
TOLKEN = ("kind", "familie", "bekende")


def field_place(
    d: Dossier,
    o: Omgeving,
    onderwerp: str,
    veld_id: str,
    pad: Pad,
    *,
    inleiding: str | None = None,
    tafel: bool | None = None,
    **vul: str,
) -> Plek:
    """Where one field of the plan is asked. At the table only what the joint copy may hold: default deny."""
    if tafel is None:
        tafel = VELDEN[kind_of(onderwerp)][veld_id].zicht is Zicht.GEZAMENLIJK
    maak = partial(field_step, d, o, onderwerp, veld_id, pad, inleiding=inleiding, tafel=tafel, **vul)
    return Plek(f"{onderwerp}/{veld_id}", maak, tafel)


def field_step(
    d: Dossier,
    o: Omgeving,
    onderwerp: str,
    veld_id: str,
    pad: Pad,
    *,
    inleiding: str | None = None,
    tafel: bool = False,
    **vul: str,
) -> Stap:
    """The step that asks one field of the plan. ``vul`` fills the openings of its text, such as a name."""
    soort = kind_of(onderwerp)
    veld = VELDEN[soort][veld_id]
    tekst = o.sjabloon.teksten[soort][veld_id]
    keuzes = choices(d, o, onderwerp, veld, tekst.keuzes)
    gegeven = d.waarden.get(onderwerp, {}).get(veld_id)
    weer = f"{onderwerp}/{veld_id}" in d.opnieuw
    if gegeven is not None and not weer and not answered(d, f"{onderwerp}/{veld_id}"):
        gegeven = None  # a judgement of other answers is no answer
    eerder = o.medewerker.get(veld_id) if soort == MEDEWERKER and gegeven is None else None
    waarde = present_value(veld.soort, gegeven.waarde, keuzes) if gegeven else eerder
    if weer and veld.niet_voor_vandaag and isinstance(waarde, date) and waarde < o.vandaag:
        waarde = None  # a day that is past is no suggestion
    return Stap(
        id=f"{onderwerp}/{veld_id}",
        soort=veld.soort,
        tekst=fill(tekst.vraag, vul),
        sectie=o.zin(f"sectie_{soort}"),
        pad=pad,
        inleiding=inleiding,
        hulp=tekst.hulp,
        keuzes=keuzes if veld.soort == "keuze" else tuple(k for k in keuzes if k.code not in veld.bijzonder),
        bijzonder=() if veld.soort == "keuze" else _special(o, veld.bijzonder),
        van=veld.van,
        tot=veld.tot,
        uitersten=_ends(o, soort, veld_id),
        verplicht=veld.verplicht,
        geen_van_deze=veld.soort == "meerkeuze",
        standaard=waarde,
        meer_regels=veld.meer_regels,
        niet_voor_vandaag=veld.niet_voor_vandaag,
        al_geweest=veld.al_geweest,
        tafel=tafel,
        herkomst=o.zin("uit_vorige_ronde") if weer and waarde is not None else None,
        toelichting=gegeven.toelichting if gegeven else None,
    )


def present_value(soort: Stapsoort, waarde: Any, keuzes: tuple[Keuze, ...]) -> Waarde:
    """A stored value as a step takes it; of a choice only what can still be chosen."""
    codes = {k.code for k in keuzes}
    if soort == "keuze":
        return waarde if waarde in codes else None
    if soort == "meerkeuze":
        return tuple(c for c in waarde if c in codes) if isinstance(waarde, tuple) else waarde
    if soort == "datum" and isinstance(waarde, str) and _ISO.fullmatch(waarde):
        return date.fromisoformat(waarde)
    return cast("Waarde", waarde)


def _ends(o: Omgeving, soort: str, veld_id: str) -> tuple[tuple[int, str], ...]:
    if (soort, veld_id) != ("cijfer", "waarde"):
        return ()
    return ((0, o.zin("cijfer_nul")), (10, o.zin("cijfer_tien")))


def _special(o: Omgeving, codes: tuple[str, ...]) -> tuple[Keuze, ...]:
    return tuple(Keuze(code, o.zin(code)) for code in codes)


def choices(
    d: Dossier, o: Omgeving, onderwerp: str, veld: Veld, teksten: Mapping[str, str]
) -> tuple[Keuze, ...]:
    """The answers that a field offers now: fixed codes, or a list that the dossier or the region brings."""
    if not isinstance(veld.keuzes, str):
        codes = _decisions(d, onderwerp, veld.keuzes) if kind_of(onderwerp) == "oordeel" else veld.keuzes
        return tuple(Keuze(code, teksten.get(code) or o.zin(code)) for code in codes)
    match veld.keuzes:
        case "@gemeenten":
            lijst = [Keuze(code, g.naam) for code, g in o.gemeenten.gemeenten.items()]
        case "@leefdomeinen":
            lijst = [Keuze(code, titel) for code, titel in o.sjabloon.leefdomeinen.items()]
        case "@personen":
            lijst = people(d)
        case "@meelezers":
            lijst = [k for k in people(d) if k.code in co_readers(d, onderwerp)]
        case "@uitvoerders":
            op_plan = [k for k in people(d) if d.waarde(k.code, "op_plan") == "ja"]
            lijst = [
                *op_plan,
                Keuze(MEDEWERKER, o.zin("ik_zelf")),
                Keuze(IEMAND_ANDERS, o.zin("iemand_anders")),
            ]
        case "@themas":
            lijst = [Keuze(code, thema.titel) for code, thema in o.sjabloon.themas.items()]
        case "@talen":
            lijst = [Keuze(code, naam) for code, naam in o.sjabloon.talen.items()]
        case "@maatregelen":
            lijst = [Keuze(code, m.titel) for code, m in o.sjabloon.maatregelen.items()]
        case "@tekenrollen":
            lijst = [Keuze(code, titel) for code, titel in o.sjabloon.tekenen.rollen.items()]
        case "@beschermingen":
            lijst = [Keuze(code, b.titel) for code, b in o.sjabloon.beschermingen.items()]
        case "@gronden":
            lijst = [Keuze(code, titel) for code, titel in o.sjabloon.gronden.items()]
        case "@voorwaarden":
            lijst = texts(d, "voorwaarde")
        case "@kinderen":
            lijst = [k for k in people(d) if d.waarde(k.code, "soort") == "kind"]
        case "@volwassenen":
            lijst = [k for k in people(d) if d.waarde(k.code, "soort") == "volwassene"]
        case "@antwoorden":
            lijst = [
                Keuze(f"{a.id}/{v}", a.instrument.vragen[v].tekst)
                for a in d.afnamen.values()
                for v in said_in(a)
            ]
        case "@afgesproken":
            lijst = [*texts(d, "actie"), *texts(d, "afspraak")]
        case "@vragenlijsten":
            lijst = [
                Keuze(a.id, _with_name(d, a))
                for a in repeatable(d)
                if a.id.rpartition(":")[0] in o.instrumenten
            ]
        case "@tolken":
            lijst = [*people(d), *(Keuze(code, teksten[code]) for code in TOLKEN if code in teksten)]
        case "@afweging":
            afweging = o.meldcode.afwegingen.get(onderwerp.split(":")[2])
            lijst = [Keuze(code, tekst) for code, tekst in (afweging.antwoorden if afweging else {}).items()]
        case "@redenen_meldcode":
            elders = o.meldcode.only_elsewhere(onderwerp.split(":")[2])
            lijst = [Keuze(code, tekst) for code, tekst in o.meldcode.redenen.items() if code not in elders]
        case "@over_wie":
            gezin = o.zin("het_hele_gezin")
            lijst = [Keuze(ALLEEN_GEZIN, gezin[:1].upper() + gezin[1:]), *people(d)]
        case _:
            lijst = _levels(d, onderwerp)
    return (*lijst, *_special(o, veld.bijzonder))


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


def question_place(d: Dossier, o: Omgeving, afname: Afname, vraag_id: str, nummer: tuple[int, int]) -> Plek:
    """Where one question of an instrument is asked: also at the table, in a company that may hear it."""
    return Plek(
        f"afname:{afname.id}/{vraag_id}", partial(question_step, d, o, afname, vraag_id, nummer), True
    )


def question_step(d: Dossier, o: Omgeving, afname: Afname, vraag_id: str, nummer: tuple[int, int]) -> Stap:
    """The step that asks one question of an instrument."""
    instrument = afname.instrument
    vraag = instrument.vragen[vraag_id]
    deel = instrument.onderdelen[instrument.onderdeel_van[vraag_id]]
    soort = _kind(vraag)
    extra = _special(o, _unknowns(vraag))
    keuzes = tuple(Keuze(c, a.tekst or c) for c, a in instrument.antwoorden_van(vraag_id).items())
    keuze = isinstance(vraag, Keuzevraag)
    nu = present_answer(d, o, afname, vraag_id)
    return Stap(
        id=f"afname:{afname.id}/{vraag_id}",
        soort=soort,
        tekst=vraag.tekst,
        sectie=deel.titel or instrument.titel,
        pad=("instrumenten", afname.id.split(":", 1)[0], "antwoorden", vraag_id),
        inleiding=deel.inleiding if next(iter(deel.vragen)) == vraag_id else None,
        hulp=vraag.hulp,
        keuzes=(*keuzes, *extra) if keuze else keuzes,
        bijzonder=() if keuze else extra,
        van=getattr(vraag, "van", None),
        tot=getattr(vraag, "tot", None),
        uitersten=tuple(vraag.uitersten.items()) if isinstance(vraag, Schaalvraag) else (),
        verplicht=vraag.verplicht,
        geen_van_deze=isinstance(vraag, Meerkeuzevraag) and vraag.geen_van_deze,
        meer_regels=vraag.type == "tekst",
        nummer=nummer,
        tafel=True,
        standaard=present_value(soort, nu.waarde, (*keuzes, *extra)) if nu else None,
        herkomst=nu.herkomst if nu else None,
        toelichting=nu.toelichting if nu else None,
    )


def _unknowns(vraag: Vraag) -> tuple[str, ...]:
    mag = (
        ("weet_niet", vraag.weet_niet),
        ("wil_niet_zeggen", vraag.wil_niet_zeggen),
        ("niet_gevraagd", True),
    )
    return tuple(code for code, ja in mag if ja)


def _kind(vraag: Vraag) -> Stapsoort:
    match vraag:
        case Meerkeuzevraag():
            return "meerkeuze"
        case Schaalvraag():
            return "schaal"
        case Getalvraag():
            return "getal"
        case Datumvraag():
            return "datum"
        case Keuzevraag():
            return "keuze"
        case _:
            return "tekst"
