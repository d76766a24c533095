"""Sections that only a professional's copy may hold: outcome, signs, solo numbers, what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import duiding, stand
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.delen import intro, label, name, number_bar
from veiligheidsplan.plan.document import (
    Alinea,
    Blok,
    Handtekeningvak,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Tabel,
    Velden,
)
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.evaluatie import current_uses
from veiligheidsplan.plan.genogram import genogram
from veiligheidsplan.plan.herstel import mending
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import Oordeel, judge, judged
from veiligheidsplan.plan.rol import may_harm
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.tekenen import EERSTE
from veiligheidsplan.plan.versie import round_lines, version_text
from veiligheidsplan.plan.verslag import chosen
from veiligheidsplan.plan.volledigheid import enough_for_now
from veiligheidsplan.plan.woorden import fill

Blokken = Iterator[Blok]


def status(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    yield from intro(sectie)
    if not enough_for_now(d):
        yield Kader(o.zin("niet_voldoende_kop"), (Alinea(o.zin("niet_voldoende_voor_nu")),), "waarschuwing")
    yield from _rounds(d, o)


def _rounds(d: Dossier, o: Omgeving) -> Blokken:
    regels = round_lines(d, o)
    if regels:
        versie = fill(o.zin("ronde_versie"), {"versie": version_text(d, o, "gezamenlijk")})
        yield Lijst((*regels, versie))


def outcomes(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    if d.afnamen:
        yield from intro(sectie)
    for afname in current_uses(d):
        yield from _outcome(d, o, afname)


def outcomes_after_impression(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """As ``outcomes``; without a first impression only the signs, with what to do now."""
    if d.afnamen:
        yield from intro(sectie)
    for afname in current_uses(d):
        if stand.impression_given(d, afname):
            yield from _outcome(d, o, afname)
        else:
            yield Kop(afname.instrument.titel, 2)
            yield from (Alinea(regel) for regel in stand.sign_lines(o, afname, judge(d, afname)))
            yield Alinea(o.zin("stand_eerst_indruk"), "nadruk")


def _outcome(d: Dossier, o: Omgeving, afname: Afname) -> Blokken:
    uit = duiding.explain(d, o, afname)
    yield Kop(f"{uit.titel}: {uit.over}" if uit.over else uit.titel, 2)
    yield Alinea(uit.validatie)
    oordeel, niveaus = uit.oordeel, list(afname.instrument.niveaus)
    if oordeel.hoogst is not None:
        laag = niveaus.index(oordeel.laagst) if oordeel.laagst else 0
        titels = tuple(n.titel or code for code, n in afname.instrument.niveaus.items())
        yield Niveauschaal(titels, laag, niveaus.index(oordeel.hoogst), f"{o.zin('niveau')}: {uit.niveau}")
        if len(uit.adviezen) > 1:
            yield Velden(uit.adviezen)
        else:
            yield from (Alinea(advies) for _, advies in uit.adviezen)
    else:
        yield Alinea(uit.niveau)
    for kop, tekens in (
        ("signalen_gezien", uit.gezien),
        ("signalen_niet_uit_te_sluiten", uit.niet_uitgesloten),
    ):
        if tekens:
            punten = tuple(f"{s.melding} {s.handeling}".strip() for s in tekens)
            yield Kader(
                o.zin(kop), (Lijst(punten),), "waarschuwing" if kop == "signalen_gezien" else "gewoon"
            )
    if not uit.gezien and not uit.niet_uitgesloten:
        yield Alinea(o.zin("geen_signalen"))
    for kop, regels in (("wat_meetelt", uit.redenen), ("wat_nog_kan_veranderen", uit.open_vragen)):
        if regels:
            yield Kop(o.zin(kop), 3)
            yield Lijst(regels)
    yield from _judgement(d, o, afname, oordeel)


def _judgement(d: Dossier, o: Omgeving, afname: Afname, oordeel: Oordeel) -> Blokken:
    onderwerp = f"oordeel:{afname.id}"
    teksten = o.sjabloon.teksten["oordeel"]
    besluit = d.waarde(onderwerp, "besluit")
    if besluit is None or (besluit == "eens" and not judged(d, afname.id)):
        return  # «this fits» was said of other answers
    niveau = afname.instrument.niveaus.get(str(d.waarde(onderwerp, "niveau")))
    eerst = afname.instrument.niveaus.get(str(oordeel.uitslag.eindniveau))
    rijen = [
        (
            o.zin("niveau_uitslag"),
            (eerst.titel or "") if eerst and (oordeel.verhoogd_door_mens or oordeel.bevestigd) else "",
        ),
        (teksten["besluit"].label, teksten["besluit"].keuzes.get(besluit, besluit)),
        (teksten["niveau"].label, (niveau.titel or "") if niveau and besluit in ("hoger", "lager") else ""),
        (teksten["reden"].label, str(d.waarde(onderwerp, "reden") or "")),
        (teksten["tweede"].label, str(d.waarde(onderwerp, "tweede") or "") if besluit == "lager" else ""),
    ]
    yield Velden(tuple(r for r in rijen if r[1]))
    if besluit == "lager":
        yield Alinea(stand.confirmed(o, oordeel), "nadruk")


def impressions(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    rijen = []
    for afname in current_uses(d):
        onderwerp = f"indruk:{afname.id}"
        code = d.waarde(onderwerp, "niveau")
        if code is None:
            continue
        niveau = afname.instrument.niveaus.get(str(code))
        tekst = (niveau.titel or str(code)) if niveau else o.zin("weet_niet")
        rijen.append(
            (afname.instrument.titel, " ".join(filter(None, (tekst, d.waarde(onderwerp, "waarom")))))
        )
    if rijen:
        yield from intro(sectie)
        yield Velden(tuple(rijen))


def people(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    velden = ("naam", "soort", "leeftijd", "woont_hier", "mogelijke_pleger", "op_plan")
    rijen = tuple(tuple(_value(d, o, p, veld) for veld in velden) for p in d.onderwerpen("persoon"))
    if rijen:
        yield from intro(sectie)
        yield from genogram(d, o)
        yield Tabel(tuple(label(o, "persoon", v) for v in velden), rijen, sectie.titel)


def _value(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> str:
    waarde = d.waarde(onderwerp, veld)
    if waarde is None:
        return o.zin("niet_ingevuld")
    if not isinstance(waarde, str):
        return str(waarde)
    soort = onderwerp.split(":", 1)[0]
    if VELDEN[soort][veld].soort == "tekst" and waarde not in VELDEN[soort][veld].bijzonder:
        return waarde  # a text is never looked up, whatever word it is
    return o.sjabloon.teksten[soort][veld].keuzes.get(waarde) or o.sjabloon.zinnen.get(waarde, waarde)


def numbers(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """All numbers, solo and joint apart. One given in the presence of a possible source of danger is flagged."""
    alle = [c for c in d.onderwerpen("cijfer") if isinstance(d.waarde(c, "waarde"), int)]
    if not alle:
        return
    yield from intro(sectie)
    for setting in ("alleen", "samen"):
        deel = [c for c in alle if d.waarde(c, "setting") == setting]
        if deel:
            yield Kop(o.zin(f"cijfers_{setting}"), 2)
            yield from number_bar(d, o, deel)
    if any(d.waarde(c, "setting") == "samen" for c in alle) and _danger_possible(d):
        yield Alinea(o.zin("cijfer_bij_pleger"), "nadruk")
    laagste = min(int(d.waarde(c, "waarde")) for c in alle)
    yield Alinea(o.zin("laagste_cijfer").replace("{cijfer}", str(laagste), 1))


def _danger_possible(d: Dossier) -> bool:
    return any(may_harm(d, p) != "nee" for p in d.onderwerpen("persoon"))


def closing_check(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    velden = ("vannacht", "tot_contact", "waardoor", "wie_controleert", "wanneer")
    rijen = tuple(
        (name(d, o, p), *(_value(d, o, f"slot:{p}", veld) for veld in velden))
        for p in d.onderwerpen("persoon")
    )
    if rijen:
        yield from intro(sectie)
        yield Tabel(
            (label(o, "persoon", "naam"), *(label(o, "slot", v) for v in velden)), rijen, sectie.titel
        )


def still_open(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    regels = [f"{p.zin} {p.hoe}".strip() for p in mending(d, o)]
    reden = d.waarde("acties", "reden_minder")
    if reden:
        regels.append(f"{label(o, 'acties', 'reden_minder')}: {reden}")
    if regels:
        yield from intro(sectie)
        yield Lijst(tuple(regels))


def alone(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    regels = [vraag for a in current_uses(d) for vraag in duiding.explain(d, o, a).alleen_te_vragen]
    if regels:
        yield from intro(sectie)
        yield Lijst(tuple(dict.fromkeys(regels)))


def answers(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Every account with in whose presence it was given, so that the outcome can be followed. Never a sleeping one."""
    koppen = (o.zin("vraag"), o.zin("antwoord"), o.zin("erbij"))
    for afname in current_uses(d):
        getoond = state_now(d, afname).getoond
        rijen = tuple(
            rij
            for vraag in afname.instrument.vragen
            if vraag in getoond and vraag in afname.verslagen
            for rij in _accounts(d, o, afname, vraag)
        )
        if rijen:
            yield Tabel(koppen, rijen, afname.instrument.titel)
    notities = tuple(_notes(d, o))
    if notities:
        yield Kop(o.zin("toelichtingen"), 2)
        yield Velden(notities)


def _accounts(d: Dossier, o: Omgeving, afname: Afname, vraag: str) -> Iterator[tuple[str, str, str]]:
    tekst = afname.instrument.vragen[vraag].tekst
    verslagen = afname.verslagen[vraag]
    for r in sorted(verslagen.values(), key=lambda r: r.volgnummer):
        gezegd = duiding.spoken(o, afname.instrument, vraag, r.waarde)
        notitie = f" ({o.zin('toelichting')}: {r.toelichting})" if r.toelichting else ""
        yield tekst, gezegd + notitie, ", ".join(name(d, o, p) for p in r.bijzijn)
    gekozen = chosen(verslagen, afname.keuzes.get(vraag))
    if vraag in afname.strijdig and gekozen:
        woorden = {
            "antwoord": duiding.spoken(o, afname.instrument, vraag, gekozen.waarde),
            "reden": gekozen.reden,
        }
        yield tekst, fill(o.zin("u_koos"), woorden), ""


def _notes(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """Notes at fields of the plan: what the field is called, and the note."""
    for onderwerp, velden in d.waarden.items():
        for veld, gegeven in velden.items():
            if gegeven.toelichting and onderwerp not in d.gearchiveerd:
                teksten = o.sjabloon.teksten.get(onderwerp.split(":", 1)[0], {})
                yield teksten[veld].label if veld in teksten else o.zin("antwoord"), gegeven.toelichting


def signature(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """The parties sign the joint copy alone; any other copy bears the worker's signature and names that version."""
    yield from intro(sectie)
    yield Alinea(fill(o.zin("ronde_versie"), {"versie": version_text(d, o, "gezamenlijk")}))
    yield Handtekeningvak(name(d, o, MEDEWERKER), EERSTE)
