"""From a field of the plan, or a question of an instrument, to the step (*stap*) in which it is asked."""

from __future__ import annotations

import re
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
from veiligheidsplan.plan.keuzes import (
    MEDEWERKER,
    choices,
    special,
)
from veiligheidsplan.plan.model import VELDEN, Zicht, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort, Waarde
from veiligheidsplan.plan.voorheen import present_answer
from veiligheidsplan.plan.woorden import fill

Pad = tuple[str | int, ...]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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
        bijzonder=() if veld.soort == "keuze" else special(o, veld.bijzonder),
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
    extra = special(o, _unknowns(vraag))
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
