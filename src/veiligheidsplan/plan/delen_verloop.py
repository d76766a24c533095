"""The trend on a copy: each line in words and as a chart; the joint copy holds joint numbers of people on the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from veiligheidsplan.plan.delen import Blokken, intro, name
from veiligheidsplan.plan.document import Alinea, Kop, Lijst, Merk, Punt, Tabel, Velden, Verloop
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import ALLEEN_GEZIN, MEDEWERKER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.rondes import Moment, moments
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.stand import impression_given
from veiligheidsplan.plan.verloop import Cijferlijn, Gebruik, breaks, number_lines, uses
from veiligheidsplan.plan.woorden import fill, spoken_iso


def trend(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """For professionals: every number by rater, subject and setting, and every instrument that was asked anew."""
    momenten = moments(d, o)
    lijnen = number_lines(momenten, o) if len(momenten) > 1 else ()
    reeksen = uses(d, o)
    if lijnen or reeksen:
        yield from intro(sectie)
    if lijnen:
        yield Kop(o.zin("verloop_cijfers"), 2)
        yield Alinea(o.zin("verloop_geen_gemiddelde"))
    for lijn in lijnen:
        yield _chart(d, o, lijn, momenten, setting=True)
    for reeks in reeksen:
        yield from _instrument(d, o, reeks)
    if (lijnen or reeksen) and (voorvallen := tuple(_incidents(d, o))):
        yield Kop(o.zin("verloop_voorvallen"), 2)
        yield Lijst(voorvallen)


def _incidents(d: Dossier, o: Omgeving) -> Iterator[str]:
    """Each incident with its day and after which round it was written down: beside the lines, never in them."""
    for n, onderwerp in enumerate(d.onderwerpen("incident"), 1):
        dag = spoken_iso(d.waarde(onderwerp, "wanneer"), met_dag=True) or o.zin("verloop_dag_onbekend")
        sinds = min(g.volgnummer for g in d.waarden[onderwerp].values())
        na = max((v.ronde for v in d.vaststellingen if v.volgnummer < sinds), default=0)
        zin = "verloop_voorval" if na else "verloop_voorval_eerst"
        yield fill(o.zin(zin), {"nummer": str(n), "datum": dag, "ronde": str(na)})


def joint_trend(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """For everyone who takes part: what was given together, by and about people on the plan, at each version."""
    momenten = d.versies
    if len(momenten) < 2:
        return
    lijnen = [lijn for lijn in number_lines(momenten, o) if _on_plan(d, lijn)]
    lijnen = [lijn for lijn in lijnen if sum(p.laagst is not None for p in lijn.punten) > 1]
    if lijnen:
        yield from intro(sectie)
    for lijn in lijnen:
        yield _chart(d, o, lijn, momenten, setting=False)


def _on_plan(d: Dossier, lijn: Cijferlijn) -> bool:
    """Whether both are still on the plan: whoever is taken off it, is gone from it with all that was given."""
    return lijn.setting == "samen" and all(
        wie in (ALLEEN_GEZIN, MEDEWERKER) or d.waarde(wie, "naam") for wie in (lijn.door, lijn.over)
    )


def _chart(
    d: Dossier, o: Omgeving, lijn: Cijferlijn, momenten: Sequence[Moment], *, setting: bool
) -> Verloop:
    woorden = {"door": lijn.wie or name(d, o, lijn.door), "over": name(d, o, lijn.over)}
    naam = fill(o.zin("cijfer_van_over"), woorden)
    if setting:
        naam = f"{naam}. {o.zin(f'cijfers_{lijn.setting}')}"
    merken = (Merk(0, f"0, {o.zin('cijfer_nul')}"), Merk(10, f"10, {o.zin('cijfer_tien')}"))
    namen = tuple(m.naam for m in momenten)
    return Verloop(naam, namen, lijn.punten, merken, in_words(naam, namen, lijn.punten))


def in_words(naam: str, momenten: Sequence[str], punten: Sequence[Punt]) -> str:
    """«Noor over Sem. Ronde 1, 7 december 2026: 4. Ronde 2, 8 maart 2027: weet niet.»"""
    return " ".join((f"{naam}.", *(f"{m}: {p.tekst}." for m, p in zip(momenten, punten, strict=True))))


def _instrument(d: Dossier, o: Omgeving, reeks: Sequence[Gebruik]) -> Blokken:
    laatste = reeks[-1].afname
    over = f": {name(d, o, laatste.over)}" if laatste.over else ""
    yield Kop(f"{laatste.instrument.titel}{over}", 2)
    breuken = breaks(reeks)
    for n in breuken:
        woorden = {"oud": reeks[n - 1].afname.instrument.versie, "nieuw": reeks[n].afname.instrument.versie}
        yield Alinea(fill(o.zin("verloop_breuk"), {**woorden, "datum": reeks[n].datum}), "nadruk")
    yield from _charts(d, o, reeks, breuken)
    koppen = tuple(o.zin(f"verloop_kop_{k}") for k in ("datum", "versie", "niveau", "score"))
    yield Tabel(koppen, tuple(_row(d, o, g) for g in reeks), o.zin("verloop_tabel"))
    yield Kop(o.zin("verloop_kop_signalen"), 3)
    yield Velden(tuple((g.datum, _signs(o, g)) for g in reeks))


def _charts(d: Dossier, o: Omgeving, reeks: Sequence[Gebruik], breuken: tuple[int, ...]) -> Iterator[Verloop]:
    """One chart while the levels are the same ones; else one for each set of levels."""
    begin = 0
    knippen = [n for n in breuken if _levels(reeks[n]) != _levels(reeks[n - 1])]
    for eind in (*knippen, len(reeks)):
        deel, niveaus = reeks[begin:eind], _levels(reeks[begin])
        if len(niveaus) > 1:
            naam = o.zin("niveau")
            datums = tuple(g.datum for g in deel)
            punten = tuple(_point(d, o, g) for g in deel)
            merken = tuple(Merk(n, titel) for n, titel in enumerate(niveaus))
            binnen = tuple(b - begin for b in breuken if begin < b < eind)
            yield Verloop(naam, datums, punten, merken, in_words(naam, datums, punten), binnen)
        begin = eind


def _levels(gebruik: Gebruik) -> tuple[str, ...]:
    return tuple(n.titel or code for code, n in gebruik.afname.instrument.niveaus.items())


def _hidden(d: Dossier, gebruik: Gebruik) -> bool:
    """A level waits for the first impression, here too."""
    return not impression_given(d, gebruik.afname)


def _point(d: Dossier, o: Omgeving, gebruik: Gebruik) -> Punt:
    return Punt(None, None, o.zin("verloop_eerst_indruk")) if _hidden(d, gebruik) else gebruik.punt


def _row(d: Dossier, o: Omgeving, g: Gebruik) -> tuple[str, ...]:
    wacht = _hidden(d, g)
    kort = f" ({o.zin('verloop_kort')})" if g.afname.kort else ""
    return (
        f"{g.datum}{kort}",
        g.afname.instrument.versie,
        _point(d, o, g).tekst,
        o.zin("verloop_eerst_indruk") if wacht else "\n".join(g.scores),
    )


def _signs(o: Omgeving, g: Gebruik) -> str:
    """What was seen, and beside it what could not be ruled out, a line each."""
    open_ = (fill(o.zin("verloop_niet_uitgesloten"), {"wat": wat}) for wat in g.niet_uitgesloten)
    return "\n".join((*g.gezien, *open_)) or o.zin("verloop_geen_signaal")
