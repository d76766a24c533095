"""From a field of the plan, or a question of an instrument, to the step (*stap*) in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from veiligheidsplan.instrument.vraag import (
    Datumvraag,
    Getalvraag,
    Keuzevraag,
    Meerkeuzevraag,
    Schaalvraag,
    Vraag,
)
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.model import VELDEN, Veld, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import levels_beside
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort
from veiligheidsplan.plan.woorden import fill

ALLEEN_GEZIN = "gezin"
IEMAND_ANDERS = "iemand_anders"
MEDEWERKER = "medewerker"


def field_step(
    d: Dossier,
    o: Omgeving,
    onderwerp: str,
    veld_id: str,
    pad: tuple[str | int, ...],
    **vul: str,
) -> Stap:
    """The step that asks one field of the plan. ``vul`` fills the openings of its text, such as a name."""
    soort = kind_of(onderwerp)
    veld = VELDEN[soort][veld_id]
    tekst = o.sjabloon.teksten[soort][veld_id]
    keuzes = choices(d, o, onderwerp, veld, tekst.keuzes)
    return Stap(
        id=f"{onderwerp}/{veld_id}",
        soort=veld.soort,
        tekst=fill(tekst.vraag, vul),
        sectie=o.zin(f"sectie_{soort}"),
        pad=pad,
        hulp=tekst.hulp,
        keuzes=keuzes if veld.soort == "keuze" else tuple(k for k in keuzes if k.code not in veld.bijzonder),
        bijzonder=() if veld.soort == "keuze" else _special(o, veld.bijzonder),
        van=veld.van,
        tot=veld.tot,
        uitersten=_ends(o, soort, veld_id),
        verplicht=veld.verplicht,
        geen_van_deze=veld.soort == "meerkeuze",
        standaard=o.medewerker.get(veld_id) if soort == MEDEWERKER else None,
        meer_regels=veld.meer_regels,
        niet_voor_vandaag=veld.niet_voor_vandaag,
    )


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
        case "@uitvoerders":
            op_plan = [k for k in people(d) if d.waarde(k.code, "op_plan") == "ja"]
            lijst = [
                *op_plan,
                Keuze(MEDEWERKER, o.zin("ik_zelf")),
                Keuze(IEMAND_ANDERS, o.zin("iemand_anders")),
            ]
        case "@over_wie":
            gezin = o.zin("het_hele_gezin")
            lijst = [Keuze(ALLEEN_GEZIN, gezin[:1].upper() + gezin[1:]), *people(d)]
        case _:
            lijst = _levels(d, onderwerp)
    return (*lijst, *_special(o, veld.bijzonder))


def people(d: Dossier) -> list[Keuze]:
    """Everyone in the dossier by name."""
    return [Keuze(p, str(d.waarde(p, "naam") or "")) for p in d.onderwerpen("persoon")]


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


def question_step(o: Omgeving, afname: Afname, vraag_id: str, nummer: tuple[int, int]) -> Stap:
    """The step that asks one question of an instrument."""
    instrument = afname.instrument
    vraag = instrument.vragen[vraag_id]
    deel = instrument.onderdelen[instrument.onderdeel_van[vraag_id]]
    extra = _special(o, _unknowns(vraag))
    keuzes = tuple(Keuze(c, a.tekst or c) for c, a in instrument.antwoorden_van(vraag_id).items())
    keuze = isinstance(vraag, Keuzevraag)
    eerste = next(iter(deel.vragen)) == vraag_id
    return Stap(
        id=f"afname:{afname.id}/{vraag_id}",
        soort=_kind(vraag),
        tekst=vraag.tekst,
        sectie=deel.titel or instrument.titel,
        pad=("instrumenten", afname.id.split(":", 1)[0], "antwoorden", vraag_id),
        inleiding=deel.inleiding if eerste else None,
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
