"""The outcome at any moment (*stand*): level, what it rests on, signs with whom to call, and what to ask next.

For the werkscherm alone. Until the first impression is written down only the signs are shown: safety does not wait,
and a level that was seen can no longer be guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Getalvraag, Schaalvraag
from veiligheidsplan.plan import duiding
from veiligheidsplan.plan.afname_stand import Afname, state_now
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import Oordeel, judge, judged
from veiligheidsplan.plan.woorden import fill, spoken_date

#: the place on the werkscherm from which it is read; never in the log
PLEK = "stand/nu"
MEEST_VRAGEN = 5


def impression_given(d: Dossier, afname: Afname) -> bool:
    """Whether the level of this instrument may be shown: the first impression stands, or there is no level."""
    return not afname.instrument.niveaus or d.beantwoord(f"indruk:{afname.id}", "niveau")


def lines(d: Dossier, o: Omgeving) -> list[str]:
    """Every instrument that was begun, one fact a line."""
    if not d.afnamen:
        return [o.zin("stand_niets")]
    regels = [o.zin("mens_beslist")]
    for afname in d.afnamen.values():
        regels += ["", *_instrument(d, o, afname)]
    return regels


def _instrument(d: Dossier, o: Omgeving, afname: Afname) -> Iterator[str]:
    i, oordeel = afname.instrument, judge(d, afname)
    over = str(d.waarde(afname.over, "naam") or "") if afname.over else ""
    yield f"{i.titel}: {over}" if over else i.titel
    yield from sign_lines(o, afname, oordeel)
    yield from rests_on(d, o, afname)
    if not impression_given(d, afname):
        yield o.zin("stand_eerst_indruk")
        return
    if i.niveaus:
        yield f"{o.zin('niveau')}: {duiding.level_text(o, i, oordeel.laagst, oordeel.hoogst)}"
        yield from _judged(d, o, afname, oordeel)
    vragen = most_telling(d, afname, oordeel)
    if vragen:
        yield f"{o.zin('stand_vragen')}:"
    for v in vragen:
        alleen = f" {o.zin('stand_alleen')}" if i.bijzijn_van(v) else ""
        yield f"- {i.vragen[v].tekst}{alleen}"


def sign_lines(o: Omgeving, afname: Afname, oordeel: Oordeel) -> Iterator[str]:
    """Each sign with what to do now in the instrument's own words first, then whom to call."""
    for kop, tekens in (
        ("signalen_gezien", oordeel.uitslag.signalen),
        ("signalen_niet_uit_te_sluiten", oordeel.niet_uitgesloten),
    ):
        if tekens:
            yield f"{o.zin(kop)}:"
        for id_ in tekens:
            teken = afname.instrument.signalen[id_]
            bel = ", ".join(f"{n.naam} {n.nummer}" for n in o.nummers.for_sign(id_))
            delen = (
                teken.melding or id_.replace("_", " "),
                teken.handeling,
                fill(o.zin("stand_bel"), {"nummers": bel}),
            )
            yield "- " + " ".join(deel for deel in delen if deel)
    if not oordeel.uitslag.signalen and not oordeel.niet_uitgesloten:
        yield o.zin("geen_signalen")


def rests_on(d: Dossier, o: Omgeving, afname: Afname) -> Iterator[str]:
    """How many questions were answered, and of each kind of missing how many."""
    i = afname.instrument
    getoond = state_now(d, afname).getoond
    vragen = [v for v in i.vragen if v in getoond and (i.vragen[v].kort or not afname.kort)]
    tel = dict.fromkeys(("weet_niet", "wil_niet_zeggen", "niet_gevraagd", "strijdig", "nog_niet"), 0)
    for v in vragen:
        waarde = afname.geldend.get(v)
        if v in afname.strijdig and waarde is None:
            tel["strijdig"] += 1
        elif waarde is None:
            tel["nog_niet"] += 1
        elif isinstance(waarde, str) and waarde in duiding.ONBEKEND:
            tel[waarde] += 1
    beantwoord = len(vragen) - sum(tel.values())
    yield fill(o.zin("stand_rust_op"), {"aantal": str(beantwoord), "totaal": str(len(vragen))})
    for soort, aantal in tel.items():
        if aantal:
            yield fill(o.zin(f"stand_{soort}"), {"aantal": str(aantal)})


def most_telling(d: Dossier, afname: Afname, oordeel: Oordeel) -> tuple[str, ...]:
    """Questions without an answer that can change most: those on which a sign hangs first, then by their points."""
    i = afname.instrument
    getoond = state_now(d, afname).getoond
    schaal = oordeel.uitslag.schalen.get(i.eindniveau or "")
    orde = list(i.niveaus)
    gewicht: dict[str, int] = {}
    for id_ in oordeel.niet_uitgesloten:
        teken = i.signalen[id_]
        zwaar = 1 + (orde.index(teken.niveau) if teken.niveau in orde else 0)
        for toets in leaves(teken.als):
            if isinstance(toets, Vraagtoets):
                gewicht[toets.vraag] = max(gewicht.get(toets.vraag, 0), zwaar)
    kan = [*gewicht, *(schaal.beslissend if schaal else ()), *(schaal.ontbrekend if schaal else ())]
    open_ = [v for v in dict.fromkeys(kan) if v in getoond and _unknown(afname, v)]
    plek = {v: n for n, v in enumerate(i.vragen)}
    open_.sort(key=lambda v: (-gewicht.get(v, 0), -_points(afname, v), plek[v]))
    return tuple(open_[:MEEST_VRAGEN])


def _unknown(afname: Afname, vraag: str) -> bool:
    waarde = afname.geldend.get(vraag)
    return waarde is None or (isinstance(waarde, str) and waarde in duiding.ONBEKEND)


def _points(afname: Afname, vraag: str) -> float:
    """The most that an answer to this question adds."""
    v = afname.instrument.vragen[vraag]
    weegt = float(getattr(v, "gewicht", None) or 1)
    if isinstance(v, Schaalvraag):
        return weegt * (v.tot - v.van)
    if isinstance(v, Getalvraag):
        return weegt * float(max((v.punten_vanaf or {}).values(), default=0))
    punten = [float(a.punten or 0) for a in afname.instrument.antwoorden_van(vraag).values()]
    return weegt * (sum(p for p in punten if p > 0) if v.type == "meerkeuze" else max(punten, default=0))


def _judged(d: Dossier, o: Omgeving, afname: Afname, oordeel: Oordeel) -> Iterator[str]:
    besluit = d.waarde(f"oordeel:{afname.id}", "besluit")
    if besluit == "lager":
        yield from lowering(d, o, afname, oordeel)
    elif besluit in ("eens", "hoger") and judged(d, afname.id):
        label = o.sjabloon.teksten["oordeel"]["besluit"]
        yield f"{label.label}: {label.keuzes.get(besluit, besluit)}"


def lowering(d: Dossier, o: Omgeving, afname: Afname, oordeel: Oordeel) -> Iterator[str]:
    """Proposed lower by whom and why; confirmed by whom and when, or that it waits."""
    i, onderwerp = afname.instrument, f"oordeel:{afname.id}"
    niveau = i.niveaus.get(str(d.waarde(onderwerp, "niveau")))
    volgens = i.niveaus.get(str(oordeel.uitslag.eindniveau))
    if volgens is not None:
        yield f"{o.zin('niveau_uitslag')}: {volgens.titel or oordeel.uitslag.eindniveau}"
    woorden = {
        "niveau": (niveau.titel or "") if niveau else "",
        "naam": str(d.waarde("medewerker", "naam") or o.zin("de_medewerker")),
        "reden": str(d.waarde(onderwerp, "reden") or ""),
    }
    yield fill(o.zin("stand_voorstel"), woorden)
    yield confirmed(o, oordeel)


def confirmed(o: Omgeving, oordeel: Oordeel) -> str:
    """Who confirmed the lower level and when, or that it waits."""
    b = oordeel.bevestigd
    if b is None:
        return o.zin("lager_wacht")
    return fill(o.zin("lager_bevestigd"), {"naam": b.naam, "datum": spoken_date(b.tijd.date())})


def lowering_lines(d: Dossier, o: Omgeving, afname: Afname) -> list[str]:
    """What a second person must see before confirming: the signs, what the level rests on, the proposal and why."""
    oordeel = judge(d, afname)
    return [
        afname.instrument.titel,
        *sign_lines(o, afname, oordeel),
        *rests_on(d, o, afname),
        *lowering(d, o, afname, oordeel),
    ]
