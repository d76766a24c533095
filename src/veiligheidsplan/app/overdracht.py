"""Handing over (*overdragen*), taking over (*overnemen*) and taking back (*terugnemen*) one dossier.

First the log says so, then the package is made: nobody has a package that the dossier does not know of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast, elsewhere
from veiligheidsplan.app.klok import local
from veiligheidsplan.app.kopblad import Kop, head
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.overdracht import NIET_GEMAAKT
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.storage.kluis import Aanbod, Kluis, Verhouding
from veiligheidsplan.storage.seal_sleutelhouder import houder_id, read_openbaar


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A dossier in a file that we may take over: its kopblad, and the public key of who wrapped its key."""

    kop: Kop
    van: str


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """What came of it: how the copy relates to what was here, and what a person should know."""

    verhouding: Verhouding
    let_op: tuple[Bevinding, ...] = ()


def fingerprint(openbaar: str) -> str:
    """The short text (*kenmerk*) of a public key, to compare over the phone. VP705 for a mistake in the key."""
    return houder_id(read_openbaar(openbaar))


def hand_over(kast: Dossierkast, id_: str, aan: str, reden: str, naar: Path) -> None:
    """Log that the dossier goes to the key *aan* (text), and write the package *naar*, which must not exist yet.

    Again to the same key: the same package once more, for when it got lost. VP744 when another has it, VP746 for
    one's own key. If the package cannot be written, the log says that too and the dossier stays here.
    """
    if kast.kluis.is_eigen(aan):
        raise BevindingenFout([_EIGEN_SLEUTEL])
    kenmerk = fingerprint(aan)
    with kast.held(id_, ook_overgedragen=True):
        d = kast.read(id_)
        if d.overgedragen is not None and d.overgedragen.aan != kenmerk:
            raise BevindingenFout([elsewhere(id_, d)])
        opnieuw = d.overgedragen is not None
        if not opnieuw:
            d = kast.write(id_, d, [Feit("overgedragen", {"aan": kenmerk, "reden": reden})])
        try:
            kast.kluis.pak_in(id_, aan, naar)
        except BaseException:
            if not opnieuw:
                with suppress(BevindingenFout):  # then it can be taken back by hand
                    kast.write(id_, d, [Feit("teruggenomen", {"reden": NIET_GEMAAKT})])
            raise


def take_back(kast: Dossierkast, id_: str, reden: str) -> None:
    """The one who handed it over goes on here. VP747 when it was not handed over."""
    with kast.held(id_, ook_overgedragen=True):
        d = kast.read(id_)
        if d.overgedragen is None:
            raise BevindingenFout([_IS_HIER])
        kast.write(id_, d, [Feit("teruggenomen", {"reden": reden})])


def look_in(kast: Dossierkast, pad: Path) -> tuple[Gevonden, ...]:
    """The dossiers in a package, back-up or store that our key opens. VP748 when there is none."""
    aanbod = kast.kluis.bekijk(pad)
    gevonden = tuple(_heads(kast.kluis, pad, aanbod))
    if not gevonden:
        raise BevindingenFout([_not_for_us(kast.door)])
    return gevonden


def choose(gevonden: Sequence[Gevonden], naam: str | None) -> Gevonden | None:
    """The one with this id, alias or beginning of an id; without a name the only one. ``None`` when not clear."""
    if naam is not None:
        gevonden = [g for g in gevonden if naam in (g.kop.id, g.kop.alias)] or [
            g for g in gevonden if g.kop.id.startswith(naam)
        ]
    return gevonden[0] if len(gevonden) == 1 else None


def take_over(kast: Dossierkast, pad: Path, gevonden: Gevonden, reden: str | None) -> Overgenomen:
    """Take the dossier in, after its whole chain was examined. Never overwrites: a shorter log only becomes longer.

    VP721-VP729 for a chain or seal that is wrong, VP733 when it is open here, VP737 when both logs went on, VP745
    when what was sealed is no dossier.
    """
    id_ = gevonden.kop.id
    with Kluis.open_kopie(pad, kast.kluis, gevonden.van) as bron:
        verhouding = kast.kluis.vergelijk(bron, id_)
        if verhouding in ("gelijk", "ouder"):
            return Overgenomen(verhouding)
        daar = _state(Dossierkast(bron), id_)
        van = fingerprint(gevonden.van)
        feit = Feit("overgenomen", {"van": van, "reden": reden})
        let_op = _meant_for_another(daar, kast.door)
        if verhouding == "nieuw":
            return Overgenomen(verhouding, (*let_op, *_take_in(kast, bron, id_, daar, feit)))
        with kast.held(id_, ook_overgedragen=True):
            return Overgenomen(verhouding, (*let_op, *_take_in(kast, bron, id_, daar, feit)))


def _take_in(kast: Dossierkast, bron: Kluis, id_: str, daar: Dossier, feit: Feit) -> tuple[Bevinding, ...]:
    gebeurtenis = kast.stamped(feit)
    nieuw = fold([gebeurtenis], daar)
    return kast.kluis.neem_over(bron, id_, [gebeurtenis.to_bytes()], head(nieuw))


def _heads(kluis: Kluis, pad: Path, aanbod: Sequence[Aanbod]) -> Iterator[Gevonden]:
    for van in dict.fromkeys(a.van for a in aanbod):
        with Kluis.open_kopie(pad, kluis, van) as bron:
            voor_ons = {a.dossier for a in aanbod if a.van == van}
            stuk: list[Bevinding] = []
            try:
                koppen = Dossierkast(bron).list(stuk)
            except _VREEMD:
                raise BevindingenFout([_ONLEESBAAR]) from None
            if stuk and not koppen:
                raise BevindingenFout([_ONLEESBAAR])
            yield from (Gevonden(k, van) for k in koppen if k.id in voor_ons)


def _state(kast: Dossierkast, id_: str) -> Dossier:
    try:
        return kast.read(id_)
    except _VREEMD:
        raise BevindingenFout([_ONLEESBAAR]) from None


def _meant_for_another(d: Dossier, ik: str) -> tuple[Bevinding, ...]:
    o = d.overgedragen
    if o is None or o.aan == ik:
        return ()
    op = spoken_date(local(o.tijd).date())
    uitleg = f"Dit dossier is op {op} overgedragen aan een andere collega (sleutel {o.aan})."
    tip = "Vraag na of die collega er al in werkt. Anders ontstaan er twee versies."
    return (Bevinding("VP749", uitleg, Ernst.WAARSCHUWING, suggestie=tip),)


def _not_for_us(ik: str) -> Bevinding:
    return Bevinding(
        "VP748",
        f"In dit bestand ligt geen dossier dat uw sleutel opent. Het kenmerk van uw sleutel is {ik}.",
        suggestie="Vraag uw collega of het pakket voor die sleutel is gemaakt.",
    )


#: what reading something raises that was sealed well and is no dossier of ours
_VREEMD = (ValueError, KeyError, TypeError, AttributeError)
_ONLEESBAAR = Bevinding(
    "VP745",
    "Het zegel klopt, maar de inhoud is geen dossier van dit programma.",
    suggestie="Er is niets overgenomen. Vraag uw collega om een nieuw pakket.",
)
_EIGEN_SLEUTEL = Bevinding(
    "VP746",
    "Dit is uw eigen openbare sleutel. Overdragen kan alleen aan een collega.",
    suggestie="Vraag uw collega om de uitvoer van: veiligheidsplan dossier sleutel --openbaar",
)
_IS_HIER = Bevinding(
    "VP747",
    "Dit dossier is niet overgedragen, of het is al terug.",
    suggestie="U kunt er gewoon in werken. Ga verder met: veiligheidsplan hervat",
)
