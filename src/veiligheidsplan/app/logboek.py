"""One dossier's log for a person (*logboek*): its lines, and an examination that names what is wrong with it.

What an event was about cannot be read any more once it was changed or taken away. Then its number is named, with
what stands before and after it and when: so that somebody knows between which two moments to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.klok import local
from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.plan.gebeurtenis import Gebeurtenis, OnbekendeGebeurtenis, from_bytes
from veiligheidsplan.plan.logboek import Logregel, lines
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.storage.logboek import Gelezen, Vondst
from veiligheidsplan.storage.storingen import finding
from veiligheidsplan.storage.terugzet import compare_mark, mark

#: computers that share a vault may differ a little
_SPELING = timedelta(minutes=10)
#: an event that is gone, moved or changed: what stands around it says where to look
_MET_BUREN = frozenset({"VP721", "VP722", "VP724", "VP726", "VP752", "VP753"})


@dataclass(frozen=True, slots=True)
class Logboek:
    """The lines, the mark of this log (empty when it is not whole), and every fault of it in words."""

    regels: tuple[Logregel, ...]
    kenmerk: str
    bevindingen: tuple[Bevinding, ...]


def read_log(kast: Dossierkast, id_: str, kenmerk: str | None = None) -> Logboek:
    """Everything that can still be read of this log, whatever happened to it. With a *kenmerk* held against that."""
    onderzoek = kast.kluis.onderzoek(id_)
    regels = tuple(lines(_events(onderzoek.gelezen)))
    vondsten = list(onderzoek.vondsten)
    tegen = compare_mark(id_, onderzoek, kenmerk) if kenmerk is not None else ()
    bevindingen = [_with_place(b, v, regels) for b, v in zip(onderzoek.bevindingen, vondsten, strict=True)]
    return Logboek(
        regels,
        mark(onderzoek) if onderzoek.hashes and not bevindingen and not tegen else "",
        (*bevindingen, *tegen, *_clock(id_, regels)),
    )


def _events(gelezen: Sequence[Gelezen]) -> Iterator[tuple[int, Gebeurtenis | None]]:
    for nummer, ruw in gelezen:
        try:
            yield nummer, from_bytes(ruw) if ruw is not None else None
        except (OnbekendeGebeurtenis, ValueError, KeyError, TypeError, AttributeError):
            yield nummer, None  # of a newer program: there, and not to be told here


def _with_place(b: Bevinding, vondst: Vondst, regels: Sequence[Logregel]) -> Bevinding:
    """The finding, with what that event was if it can be read, and what stands before and after it."""
    zelf = next((r for r in regels if r.volgnummer == vondst.volgnummer and r.tijd is not None), None)
    delen = [b.uitleg]
    if zelf is not None and vondst.code != "VP724":
        delen.append(f"Daar staat: {said(zelf)}")
    elif vondst.code in _MET_BUREN:
        delen += _neighbours(vondst, regels)
    return replace(b, uitleg=" ".join(delen))


def _neighbours(vondst: Vondst, regels: Sequence[Logregel]) -> Iterator[str]:
    leesbaar = [r for r in regels if r.tijd is not None]
    grens = vondst.volgnummer + 1 if vondst.code == "VP724" else vondst.volgnummer
    voor = [r for r in leesbaar if r.volgnummer < grens]
    na = [r for r in leesbaar if r.volgnummer > vondst.volgnummer]
    if voor:
        yield f"Ervóór: {said(voor[-1])}"
    if na:
        yield f"Erna: {said(na[0])}"


def _clock(id_: str, regels: Sequence[Logregel]) -> Iterator[Bevinding]:
    """Events whose clock stood earlier than the event before: a clock that was wrong, or one that was turned back."""
    vorige: Logregel | None = None
    for regel in regels:
        if regel.tijd is None:
            continue
        if vorige is not None and vorige.tijd is not None and regel.tijd < vorige.tijd - _SPELING:
            yield finding(
                "VP757", Ernst.WAARSCHUWING, dossier=id_, volgnummer=regel.volgnummer, waar=moment(regel),
                sinds=moment(vorige),
            )  # fmt: skip
        vorige = regel


def who(regel: Logregel) -> str:
    """«Kim de Vries (sleutel ab12)», or the key alone when nobody with it gave a name."""
    sleutel = regel.door.split("-")[0] if regel.naam else regel.door
    return (
        f"{regel.naam} (sleutel {sleutel})" if regel.naam else f"sleutel {sleutel}" if sleutel else "iemand"
    )


def moment(regel: Logregel) -> str:
    """«7 december 2026, 11.02 uur» on a Dutch clock."""
    if regel.tijd is None:
        return "tijd niet te lezen"
    op = local(regel.tijd)
    return f"{spoken_date(op.date())}, {op:%H.%M} uur"


def said(regel: Logregel) -> str:
    """One line as a sentence, with number, moment, who, what and why."""
    if regel.tijd is None:
        return f"{regel.volgnummer}: {regel.wat}"
    waarom = f" Waarom: {regel.waarom.rstrip('.')}." if regel.waarom else ""
    return f"{regel.volgnummer}: {moment(regel)}. {who(regel)} {regel.wat}{waarom}"


def as_data(regel: Logregel) -> Mapping[str, object]:
    """One line for a machine."""
    return {
        "volgnummer": regel.volgnummer,
        "tijd": regel.tijd.isoformat() if regel.tijd else None,
        "door": regel.door,
        "naam": regel.naam,
        "wat": regel.wat,
        "waarom": regel.waarom,
    }
