"""Sections for professionals about talking alone and together: orders, checks beforehand, consultation, wishes."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import maatregel, samen
from veiligheidsplan.plan.delen import intro, label, name
from veiligheidsplan.plan.document import Alinea, Blok, Kop, Tabel, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill, spoken_iso

Blokken = Iterator[Blok]
Rij = tuple[str, str]


def orders(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Every order with its days, how long it still lasts, and what its own text allows."""
    alle = maatregel.orders(d)
    if not alle:
        return
    yield from intro(sectie)
    for m in alle:
        yield Alinea(maatregel.countdown(d, o, m), "nadruk")
        yield Velden(tuple(_rows(d, o, m, ("tegenover", "van", "tot", "contact_mag", "waar_staat"))))


def beforehand(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What was checked in each session, what the professional sees, with whom it was discussed, who wants what."""
    blokken = [*_noted(d, o), *_wishes(d, o), *_sessions(d, o)]
    if blokken:
        yield from intro(sectie)
        yield from blokken


def _noted(d: Dossier, o: Omgeving) -> Blokken:
    rijen = tuple(_rows(d, o, "themas", ("gezien",)))
    if rijen:
        yield Velden(rijen)
    for overleg in sorted(d.onderwerpen("overleg"), key=lambda r: int(r.split(":")[1])):
        rijen = tuple(_rows(d, o, overleg, tuple(VELDEN["overleg"])))
        if rijen:
            yield Velden(rijen)


def _wishes(d: Dossier, o: Omgeving) -> Blokken:
    koppen = (label(o, "persoon", "naam"), *(label(o, "wens", v) for v in VELDEN["wens"]))
    rijen = tuple(
        (name(d, o, p), *(said(d, o, w, v) or o.zin("niet_ingevuld") for v in VELDEN["wens"]))
        for p in samen.at_risk(d, d.onderwerpen("persoon"))
        for w in sorted(d.onderwerpen("wens"))
        if w.startswith(f"wens:{p}@") and d.waarde(w, "samen") is not None
    )
    if rijen:
        yield Tabel(koppen, rijen, o.zin("sectie_wens"))


def _sessions(d: Dossier, o: Omgeving) -> Blokken:
    for z in sorted(d.onderwerpen("zitting"), key=lambda z: int(z.split(":")[1])):
        nummer = z.split(":")[1]
        rijen = [
            *_rows(d, o, z, ("papier", "tolk", "tolk_wie")),
            *_rows(d, o, f"eigen:{nummer}", tuple(VELDEN["eigen"])),
            *(rij for v in sorted(d.onderwerpen("vooraf")) if v.endswith(f"@{z}") for rij in _check(d, o, v)),
        ]
        if rijen and d.waarde(z, "setting") is not None:
            woorden = {"nummer": nummer, "setting": said(d, o, z, "setting").lower()}
            yield Kop(fill(o.zin("zitting_kop"), woorden), 2)
            yield Velden(tuple(rijen))


def _check(d: Dossier, o: Omgeving, vooraf: str) -> Iterator[Rij]:
    wie = vooraf.removeprefix("vooraf:").split("@", 1)[0]
    naam = name(d, o, wie) if kind_of(wie) == "persoon" else o.zin("wie_u_spreekt")
    for kop, waarde in _rows(d, o, vooraf, tuple(VELDEN["vooraf"])):
        yield f"{kop}: {naam}", waarde


def _rows(d: Dossier, o: Omgeving, onderwerp: str, velden: tuple[str, ...]) -> Iterator[Rij]:
    for veld in velden:
        waarde = said(d, o, onderwerp, veld)
        if waarde:
            yield label(o, kind_of(onderwerp), veld), waarde


def said(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> str:
    """One field in words; empty where nothing was said."""
    waarde, model = d.waarde(onderwerp, veld), VELDEN[kind_of(onderwerp)][veld]
    if waarde is None:
        return ""
    if model.soort == "tekst":
        return str(waarde)
    if model.soort == "datum":
        return spoken_iso(str(waarde), met_dag=True)
    if model.soort == "tijd":
        return f"{str(waarde).replace(':', '.')} {o.zin('uur')}"
    if isinstance(waarde, tuple):
        return ", ".join(_word(d, o, onderwerp, veld, w) for w in waarde) or o.zin("niemand_of_niets")
    return _word(d, o, onderwerp, veld, str(waarde))


def _word(d: Dossier, o: Omgeving, onderwerp: str, veld: str, code: str) -> str:
    if kind_of(code) == "persoon":
        return name(d, o, code)
    afname, _, vraag = code.rpartition("/")
    if afname in d.afnamen and vraag in d.afnamen[afname].instrument.vragen:
        return d.afnamen[afname].instrument.vragen[vraag].tekst
    if kind_of(code) in ("actie", "afspraak", "voorwaarde"):
        return str(d.waarde(code, "wat") or "")
    soort = kind_of(onderwerp)
    if (titel := _title(o, soort, veld, code)) is not None:
        return titel
    teksten = o.sjabloon.teksten[soort][veld].keuzes
    return teksten.get(code) or o.sjabloon.zinnen.get(code, code)


def _title(o: Omgeving, soort: str, veld: str, code: str) -> str | None:
    """What the template calls a theme, a protection, a ground; a municipality by its name."""
    match soort, veld:
        case "themas", _ if code in o.sjabloon.themas:
            return o.sjabloon.themas[code].titel
        case "bescherming", "soort" if code in o.sjabloon.beschermingen:
            return o.sjabloon.beschermingen[code].titel
        case "grondslag", "grond":
            return o.sjabloon.gronden.get(code)
        case "plek", "gemeente" if code in o.gemeenten.gemeenten:
            return o.gemeenten.gemeenten[code].naam
        case _:
            return None
