"""What the outcome means in words (*duiding*), for the professional: level, why, what is still open, signs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import Getalvraag, Schaalvraag
from veiligheidsplan.plan.alleen import waiting_in
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import Oordeel, judge

ONBEKEND = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd")


@dataclass(frozen=True, slots=True)
class Signaaltekst:
    """A sign in words: what it says and what to do now."""

    melding: str
    handeling: str


@dataclass(frozen=True, slots=True)
class Duiding:
    """The outcome of one instrument in words."""

    titel: str
    over: str
    validatie: str
    oordeel: Oordeel
    niveau: str
    adviezen: tuple[
        tuple[str, str], ...
    ]  # (level, what to do): of the level that holds, and of the one possible
    redenen: tuple[str, ...]  # answers that count
    open_vragen: tuple[str, ...]  # missing answers that could still change the level
    ontbrekend: int
    gezien: tuple[Signaaltekst, ...]
    niet_uitgesloten: tuple[Signaaltekst, ...]
    alleen_te_vragen: tuple[str, ...]  # put off, or not for everyone's ears


def explain(d: Dossier, o: Omgeving, afname: Afname) -> Duiding:
    """Everything that the professional must see about one instrument."""
    i = afname.instrument
    oordeel = judge(d, afname)
    uitslag = oordeel.uitslag
    schaal = uitslag.schalen.get(i.eindniveau or "")
    ontbrekend = {v for s in uitslag.schalen.values() for v in s.ontbrekend}
    return Duiding(
        titel=i.titel,
        over=str(d.waarde(afname.over, "naam") or "") if afname.over else "",
        validatie=o.zin(f"validatie_{i.validatie}"),
        oordeel=oordeel,
        niveau=level_text(o, i, oordeel.laagst, oordeel.hoogst),
        adviezen=_advice(i, oordeel),
        redenen=_reasons(afname, set(uitslag.niet_van_toepassing)),
        open_vragen=tuple(i.vragen[v].tekst for v in (schaal.beslissend if schaal else ())),
        ontbrekend=len(ontbrekend),
        gezien=tuple(_sign(i, s) for s in uitslag.signalen),
        niet_uitgesloten=tuple(_sign(i, s) for s in oordeel.niet_uitgesloten),
        alleen_te_vragen=tuple(w.tekst for w in waiting_in(d, afname)),
    )


def level_text(o: Omgeving, i: Instrument, laagst: str | None, hoogst: str | None) -> str:
    """«Hoog risico», or «ten minste …, mogelijk …»; never a probability."""
    titels = {code: n.titel or code for code, n in i.niveaus.items()}
    if laagst is None and hoogst is None:
        return o.zin("geen_niveau")
    if laagst == hoogst:
        return titels[str(laagst)]
    laag = titels[laagst] if laagst else o.zin("nog_geen_niveau")
    return o.zin("niveau_van_tot").replace("{laag}", laag, 1).replace("{hoog}", titels[str(hoogst)], 1)


def outcome_level(o: Omgeving, i: Instrument, oordeel: Oordeel) -> str:
    """The level of the outcome itself, without what the professional decided about it."""
    uitslag = oordeel.uitslag
    mogelijk = oordeel.hoogst if not oordeel.verhoogd_door_mens else uitslag.eindniveau_hoogst
    return level_text(o, i, uitslag.eindniveau, mogelijk)


def _advice(i: Instrument, oordeel: Oordeel) -> tuple[tuple[str, str], ...]:
    """Of both ends: with answers missing, the advice of the lowest level alone would look safer than it is."""
    codes = dict.fromkeys(c for c in (oordeel.laagst, oordeel.hoogst) if c is not None)
    return tuple((i.niveaus[c].titel or c, advies) for c in codes if (advies := i.niveaus[c].advies))


def _sign(i: Instrument, id_: str) -> Signaaltekst:
    signaal = i.signalen[id_]
    return Signaaltekst(signaal.melding or id_.replace("_", " "), signaal.handeling or "")


def _reasons(afname: Afname, niet_van_toepassing: set[str]) -> tuple[str, ...]:
    regels, antwoorden = [], afname.ruwe_antwoorden
    for id_, vraag in afname.instrument.vragen.items():
        waarde = antwoorden.get(id_)
        if id_ in niet_van_toepassing or waarde is None or waarde in ONBEKEND:
            continue
        if _counts(afname.instrument, id_, waarde):
            regels.append(f"{vraag.tekst} {answer_text(afname.instrument, id_, waarde)}")
    return tuple(regels)


def _counts(i: Instrument, id_: str, waarde: object) -> bool:
    vraag = i.vragen[id_]
    if isinstance(vraag, Schaalvraag) and isinstance(waarde, int):
        return (vraag.tot - waarde if vraag.omgekeerd else waarde - vraag.van) > 0
    if isinstance(vraag, Getalvraag) and isinstance(waarde, int):
        stappen = vraag.punten_vanaf or {}
        return max((p for grens, p in stappen.items() if waarde >= grens), default=Decimal(0)) > 0
    codes = waarde if isinstance(waarde, tuple) else (waarde,)
    lijst = i.antwoorden_van(id_)
    return any((lijst[c].punten or 0) > 0 for c in codes if c in lijst)


def answer_text(i: Instrument, id_: str, waarde: object) -> str:
    """An answer as it was said."""
    lijst = i.antwoorden_van(id_)
    if isinstance(waarde, tuple):
        return ", ".join(lijst[c].tekst or c for c in waarde if c in lijst) or "Geen van deze"
    return (lijst[str(waarde)].tekst or str(waarde)) if str(waarde) in lijst else str(waarde)


def spoken(o: Omgeving, i: Instrument, id_: str, waarde: object) -> str:
    """An answer in words, also when there is none: *weet niet*, *wil niet zeggen*, *nu niet vragen*."""
    return o.zin(waarde) if isinstance(waarde, str) and waarde in ONBEKEND else answer_text(i, id_, waarde)


def lines(d: Dossier, o: Omgeving, afname: Afname) -> list[str]:
    """The outcome as lines for the professional's screen."""
    uit = explain(d, o, afname)
    regels = [uit.validatie, "", f"{o.zin('niveau')}: {uit.niveau}"]
    for niveau, advies in uit.adviezen:
        regels += ["", f"{niveau}: {advies}" if len(uit.adviezen) > 1 else advies]
    for kop, rijen in (
        ("signalen_gezien", [f"{s.melding} {s.handeling}" for s in uit.gezien]),
        ("signalen_niet_uit_te_sluiten", [f"{s.melding} {s.handeling}" for s in uit.niet_uitgesloten]),
        ("wat_meetelt", list(uit.redenen)),
        ("wat_nog_kan_veranderen", list(uit.open_vragen)),
        ("alleen_te_vragen", list(uit.alleen_te_vragen)),
    ):
        if rijen:
            regels += ["", f"{o.zin(kop)}:", *(f"- {r.strip()}" for r in rijen)]
    if not uit.gezien and not uit.niet_uitgesloten:
        regels += ["", o.zin("geen_signalen")]
    return [*regels, "", o.zin("mens_beslist")]


def safe_for_now(d: Dossier, persoon: str) -> bool:
    """Whether this person said *ja* to safe tonight and safe until the next contact. Unknown is not yes."""
    slot = f"slot:{persoon}"
    gevraagd = ("vannacht", "tot_contact")
    return all(not d.beantwoord(slot, veld) or d.waarde(slot, veld) == "ja" for veld in gevraagd)


def what_to_do_now(o: Omgeving) -> list[str]:
    """What to do when somebody is not safe, or does not know: numbers first."""
    nummers = [f"{n.naam}: {n.nummer}. {n.wanneer}" for n in o.nummers.for_household()[:2]]
    return [o.zin("niet_veilig_nu"), *nummers, o.zin("niet_veilig_daarna")]
