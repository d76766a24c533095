"""Sections that a joint copy may hold. Each sees only the reduced dossier, the template and the region."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.document import Alinea, Blok, Cijferbalk, Kader, Lijst, Tweetalig, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import IEMAND_ANDERS, MEDEWERKER
from veiligheidsplan.plan.model import VELDEN, giver_of
from veiligheidsplan.plan.namen import name as name
from veiligheidsplan.plan.namen import told
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.tekenen import places
from veiligheidsplan.plan.volledigheid import actions as actions_of
from veiligheidsplan.plan.voorwaarden import served_by
from veiligheidsplan.plan.woorden import fill, spoken_iso

Blokken = Iterator[Blok]


def label(o: Omgeving, soort: str, veld: str) -> str:
    return o.sjabloon.teksten[soort][veld].label


def owner(d: Dossier, o: Omgeving, onderwerp: str) -> str:
    """Who does it; empty while nobody said so."""
    wie = d.waarde(onderwerp, "wie")
    if wie is None:
        return ""
    return str(d.waarde(onderwerp, "wie_naam") or "") if wie == IEMAND_ANDERS else name(d, o, wie)


def intro(sectie: Sectie) -> Blokken:
    if sectie.inleiding:
        yield Alinea(sectie.inleiding)


def agreements(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    afspraken = [a for a in d.onderwerpen("afspraak") if d.waarde(a, "wat")]
    if not afspraken:
        return
    yield from intro(sectie)
    regels = []
    for a in afspraken:
        tot = spoken_iso(d.waarde(a, "tot"), met_dag=True)
        staart = f" ({fill(o.zin('tot_en_met'), {'datum': tot})})" if tot else ""
        regel = f"{told(owner(d, o, a), str(d.waarde(a, 'wat')))}{staart}{_kept_or_not(d, o, a)}"
        regels.append(_translated(d, o, f"vertaling:{a}", regel))
    yield Lijst(tuple(regels))


def _kept_or_not(d: Dossier, o: Omgeving, afspraak: str) -> str:
    """What follows when it is kept and when it is not, and who watches; a line each."""
    onderwerp = f"naleving:{afspraak}"
    woorden = ((label(o, "naleving", v), d.waarde(onderwerp, v)) for v in VELDEN["naleving"])
    return "".join(f"\n{kop}: {waarde}" for kop, waarde in woorden if waarde)


def _translated(d: Dossier, o: Omgeving, vertaling: str, tekst: str) -> str:
    """What was agreed with its translation beside it, where somebody made one, and who did."""
    taal, gezegd, door = (d.waarde(vertaling, veld) for veld in ("taal", "tekst", "door"))
    if not taal or not gezegd:
        return tekst
    naam = o.sjabloon.talen.get(str(taal), str(taal))
    bron = fill(o.zin("vertaald_door"), {"taal": naam, "wie": str(door)}) if door else naam
    return Tweetalig(f"{tekst}\n({bron})", str(taal), str(gezegd))


def actions(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    acties = actions_of(d)
    if not acties:
        return
    yield from intro(sectie)
    for nummer, a in enumerate(acties, 1):
        wanneer = spoken_iso(d.waarde(a, "wanneer"), met_dag=True)
        if wanneer and d.waarde(a, "tijd"):
            wanneer += f", {str(d.waarde(a, 'tijd')).replace(':', '.')} {o.zin('uur')}"
        rijen = [
            (label(o, "actie", "wie"), owner(d, o, a)),
            (label(o, "actie", "wanneer"), wanneer),
            (label(o, "actie", "zien"), str(d.waarde(a, "zien") or "")),
            (label(o, "actie", "anders"), str(d.waarde(a, "anders") or "")),
            (
                o.zin("gaat_over"),
                o.sjabloon.leefdomeinen.get(str(d.waarde(a, "leefdomein")), ""),
            ),
        ]
        dient = "; ".join(str(d.waarde(v, "wat")) for v in served_by(d, a))
        rijen.append((o.zin("dient"), dient))
        wat = Alinea(_translated(d, o, f"actievertaling:{a}", str(d.waarde(a, "wat"))), "nadruk")
        titel = fill(
            o.zin("actie_direct" if d.waarde(a, "direct") == "ja" else "actie"), {"nummer": str(nummer)}
        )
        yield Kader(titel, (wat, Velden(tuple(r for r in rijen if r[1]))))


def joint_numbers(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Only numbers given in the joint setting; each by name, never an average."""
    cijfers = [c for c in d.onderwerpen("cijfer") if isinstance(d.waarde(c, "waarde"), int)]
    cijfers = [c for c in cijfers if d.waarde(c, "setting") == "samen"]
    if cijfers:
        yield from intro(sectie)
        yield from number_bar(d, o, cijfers)


def number_bar(d: Dossier, o: Omgeving, cijfers: list[str]) -> Blokken:
    """The numbers as a chart, and why in words."""
    paren = []
    for c in cijfers:
        paren.append((number_title(d, o, c), int(d.waarde(c, "waarde"))))
    yield Cijferbalk(tuple(paren), "; ".join(f"{wie}: {n}" for wie, n in paren))
    redenen = [
        (paren[i][0], str(d.waarde(c, "waarom"))) for i, c in enumerate(cijfers) if d.waarde(c, "waarom")
    ]
    if redenen:
        yield Velden(tuple(redenen))


def number_title(d: Dossier, o: Omgeving, cijfer: str) -> str:
    """«Mila over het hele gezin», «Mila over zichzelf»: who gave the number, and about whom."""
    wie, over = giver_of(cijfer), d.waarde(cijfer, "over")
    zin = "cijfer_over_zichzelf" if wie == over else "cijfer_van_over"
    return fill(o.zin(zin), {"door": name(d, o, wie), "over": name(d, o, over)})


def follow_up(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    contact = spoken_iso(d.waarde("vervolg", "contact_datum"), met_dag=True)
    if contact and d.waarde("vervolg", "contact_tijd"):
        contact += f", {str(d.waarde('vervolg', 'contact_tijd')).replace(':', '.')} {o.zin('uur')}"
    rijen = [
        (label(o, "vervolg", "contact_datum"), contact),
        (label(o, "vervolg", "contact_hoe"), str(d.waarde("vervolg", "contact_hoe") or "")),
        (
            label(o, "vervolg", "evaluatie_datum"),
            spoken_iso(d.waarde("vervolg", "evaluatie_datum"), met_dag=True),
        ),
    ]
    if any(w for _, w in rijen):
        yield from intro(sectie)
        yield Velden(tuple(r for r in rijen if r[1]))


def direction(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    rijen = [(label(o, "regie", v), str(d.waarde("regie", v) or "")) for v in o.sjabloon.teksten["regie"]]
    rijen.append((label(o, "rollen", "procesregisseur"), str(d.waarde("rollen", "procesregisseur") or "")))
    rijen += [(label(o, MEDEWERKER, v), str(d.waarde(MEDEWERKER, v) or "")) for v in ("naam", "organisatie")]
    if any(w for _, w in rijen):
        yield from intro(sectie)
        yield Velden(tuple(r for r in rijen if r[1]))


def explanation(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    yield from intro(sectie)


def signatures(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """The worker's digital field first, those of other professionals, then wet ink for each adult who read the plan.

    Never obligatory: who does not agree has the same place. A child is not asked to sign for its own safety.
    """
    yield from intro(sectie)
    yield from places(d, o, name(d, o, MEDEWERKER))
