"""What the chapters add to a copy: all of it for professionals; for others what everyone may read."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import bescherming, hoofdstuk
from veiligheidsplan.plan.delen import intro, label, name
from veiligheidsplan.plan.delen_eerst import said
from veiligheidsplan.plan.document import Alinea, Blok, Kader, Kop, Lijst, Tabel, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.hoofdstuk import Deel, Hoofdstuk
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.namen import helper
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.rechten import rule_lines
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.stemmen import readers
from veiligheidsplan.plan.voorwaarden import conditions, helping
from veiligheidsplan.plan.woorden import fill, in_a_row, spoken_iso

Blokken = Iterator[Blok]


def everything(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """For professionals: every open chapter with its own heading."""
    blokken = [blok for h in HOOFDSTUKKEN for blok in _chapter(d, o, h)]
    if blokken:
        yield from intro(sectie)
        yield from blokken


def _chapter(d: Dossier, o: Omgeving, h: Hoofdstuk) -> Blokken:
    delen = [(deel, rijen) for deel in hoofdstuk.parts(d, o, h) if (rijen := _rows(d, o, h, deel.onderwerp))]
    if not delen:
        return
    yield Kop(o.sjabloon.teksten["hoofdstukken"]["gekozen"].keuzes[h.code], 2)
    if h.soort == "eigen_actie":
        yield from _private_actions(d, o)
        return
    if h.soort == "relatie":
        yield Lijst(tuple(_relation(d, o, deel.onderwerp) for deel, _ in delen))
        return
    if h.vorm in ("per_leefdomein", "per_gegeven"):
        yield from _in_view(d, o, h, [deel for deel, _ in delen])
        return
    for deel, rijen in delen:
        titel = _title(d, o, h, deel)
        if titel:
            yield Alinea(titel, "nadruk")
        yield Velden(rijen)
        if h.soort == "gezag":
            yield from _rights(d, o, str(d.waarde(deel.onderwerp, "kind")))


def _relation(d: Dossier, o: Omgeving, relatie: str) -> str:
    wie, met = (name(d, o, d.waarde(relatie, veld)) for veld in ("van", "met"))
    woorden = {"wie": wie, "soort": said(d, o, relatie, "soort") or o.zin("niet_ingevuld"), "met": met}
    return fill(o.zin("is_van"), woorden)


def _rights(d: Dossier, o: Omgeving, kind: str) -> Blokken:
    regels = rule_lines(d, o, kind)
    if regels:
        yield Alinea(fill(o.zin("rechten_kind"), {"naam": name(d, o, kind)}))
        yield Lijst(regels)


def _in_view(d: Dossier, o: Omgeving, h: Hoofdstuk, gezien: list[Deel]) -> Blokken:
    """All of them are in view in one table, and by name those about which nothing was written down yet."""
    velden = tuple(VELDEN[h.soort])
    rijen = tuple((deel.over, *(said(d, o, deel.onderwerp, v) for v in velden)) for deel in gezien)
    koppen = (o.zin("bellen_onderwerp"), *(label(o, h.soort, v) for v in velden))
    yield Tabel(koppen, rijen, o.sjabloon.teksten["hoofdstukken"]["gekozen"].keuzes[h.code])
    over = [deel.over for deel in hoofdstuk.parts(d, o, h) if deel not in gezien]
    if over:
        yield Alinea(fill(o.zin("nog_niet_bekeken"), {"wat": in_a_row(over)}))


def _private_actions(d: Dossier, o: Omgeving) -> Blokken:
    """Per person, without a number: how many there are is nobody's business."""
    for persoon in d.onderwerpen("persoon"):
        van = [
            a for a in d.onderwerpen("eigen_actie") if d.waarde(a, "van") == persoon and d.waarde(a, "wat")
        ]
        punten = (
            f"{d.waarde(a, 'wat')}{f' ({dag})' if (dag := said(d, o, a, 'wanneer')) else ''}" for a in van
        )
        if van:
            yield Alinea(name(d, o, persoon), "nadruk")
            yield Lijst(tuple(punten))


def joint_strengths(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What goes well and who helps, as far as everyone may read it."""
    krachten = tuple(str(d.waarde(k, "wat")) for k in d.onderwerpen("kracht") if d.waarde(k, "wat"))
    helpers = tuple(helper(d, n) for n in d.onderwerpen("netwerk") if d.waarde(n, "naam"))
    if krachten or helpers:
        yield from intro(sectie)
        yield Lijst((*krachten, *helpers))


def joint_agreement(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Who read the plan, and says that. Nobody, when asking was not safe for somebody."""
    koppen = (label(o, "persoon", "naam"), label(o, "stem", "akkoord"))
    rijen = tuple((name(d, o, p), said(d, o, f"stem:{p}", "akkoord")) for p in readers(d))
    if rijen:
        yield from intro(sectie)
        yield Tabel(koppen, rijen, sectie.titel)


def _title(d: Dossier, o: Omgeving, h: Hoofdstuk, deel: Deel) -> str:
    if h.soort == "bescherming":
        return _protection(d, o, deel.onderwerp)
    if h.vorm == "lijst":
        return f"{o.zin(f'sectie_{h.soort}')} {deel.nummer}"
    return deel.over


def _protection(d: Dossier, o: Omgeving, onderwerp: str) -> str:
    duur = bescherming.how_long(d, o, onderwerp)
    woorden = {
        "soort": said(d, o, onderwerp, "soort") or o.zin("sectie_bescherming"),
        "naam": name(d, o, d.waarde(onderwerp, "van")),
        "dagen": duur,
    }
    return fill(o.zin("bescherming_van" if duur else "bescherming_geen_eind"), woorden)


def _rows(d: Dossier, o: Omgeving, h: Hoofdstuk, onderwerp: str) -> tuple[tuple[str, str], ...]:
    rijen = ((label(o, h.soort, veld), said(d, o, onderwerp, veld)) for veld in VELDEN[h.soort])
    return tuple(r for r in rijen if r[1])


def joint_conditions(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What must be arranged and why, as far as everyone may read it."""
    zorgen = tuple(_worry(d, o, z) for z in d.onderwerpen("zorg") if d.waarde(z, "wat"))
    regels = tuple(_condition(d, o, v) for v in conditions(d))
    if zorgen or regels:
        yield from intro(sectie)
    for kop, lijst in (("zorgen_nu", zorgen), ("wat_er_moet", regels)):
        if lijst:
            yield Kop(o.zin(kop), 2)
            yield Lijst(lijst)


def _condition(d: Dossier, o: Omgeving, v: str) -> str:
    tot = spoken_iso(d.waarde(v, "tot"), met_dag=True)
    klaar = f" ({fill(o.zin('tot_en_met'), {'datum': tot})})" if tot else ""
    helpt = "".join(f"\n- {d.waarde(a, 'wat')}" for a in helping(d, v) if d.waarde(a, "wat"))
    return f"{d.waarde(v, 'wat')}{klaar}" + (f"\n{label(o, 'voorwaarde', 'helpt')}:{helpt}" if helpt else "")


def _worry(d: Dossier, o: Omgeving, z: str) -> str:
    """What happens, and apart from it what could happen: the second is no fact."""
    gevaar = d.waarde(z, "gevaar")
    return f"{d.waarde(z, 'wat')}" + (f"\n{label(o, 'zorg', 'gevaar')}: {gevaar}" if gevaar else "")


def joint_ladder(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What brings tension, and what to do when it escalates, step by step."""
    treden = [t for t in d.onderwerpen("trede") if d.waarde(t, "teken")]
    spanning = [t for t in d.onderwerpen("trigger") if d.waarde(t, "wat")]
    if treden or spanning:
        yield from intro(sectie)
    if spanning:
        yield Alinea(o.zin("sectie_trigger"), "nadruk")
        yield Lijst(tuple(_trigger(d, o, t) for t in spanning))
    for nummer, t in enumerate(treden, 1):
        rijen = ((label(o, "trede", v), str(d.waarde(t, v) or "")) for v in ("doen", "wie"))
        gevuld = tuple(r for r in rijen if r[1])
        teken = Alinea(str(d.waarde(t, "teken")), "nadruk")
        yield Kader(f"{o.zin('sectie_trede')} {nummer}", (teken, Velden(gevuld)) if gevuld else (teken,))


def _trigger(d: Dossier, o: Omgeving, t: str) -> str:
    helpt = d.waarde(t, "helpt")
    return f"{d.waarde(t, 'wat')}" + (f"\n{label(o, 'trigger', 'helpt')}: {helpt}" if helpt else "")
