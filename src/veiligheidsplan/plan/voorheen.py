"""What stands at a question already (*voorheen*): its own answer, another's account, or that of the round before."""

from __future__ import annotations

from typing import Any, NamedTuple

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.antwoorden import Ontbreekt, read_answer
from veiligheidsplan.plan import verslag, zitting
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.woorden import fill


class Voorheen(NamedTuple):
    """An answer to offer; ``herkomst`` is ``None`` for the own answer of who is asked now."""

    waarde: Any
    herkomst: str | None = None
    toelichting: str | None = None


def present_answer(d: Dossier, o: Omgeving, afname: Afname, vraag: str) -> Voorheen | None:
    """What to show at this question as its present answer, if anything. Never counted until it is given."""
    alle = afname.verslagen.get(vraag) or {r.bron: r for r in [afname.antwoorden.get(vraag)] if r}
    eigen = alle.get(source_now(d))
    if eigen is not None:
        return Voorheen(eigen.waarde, None, eigen.toelichting)
    if alle:
        if vraag not in afname.geldend or verslag.contradict(alle):
            return None
        regel = (verslag.counting(alle) or (verslag.latest(alle),))[0]
        return Voorheen(regel.waarde, who_said(d, o, regel.bron))
    oud = before(d, afname, vraag)
    return Voorheen(oud, o.zin("uit_vorige_ronde")) if oud is not None else None


def source_now(d: Dossier) -> str:
    """Whose account an answer would be that is given now."""
    return verslag.source_of(zitting.present(d), zitting.setting(d), zitting.current(d))


def who_said(d: Dossier, o: Omgeving, bron: str) -> str:
    """«Noor, alleen», «samen gezegd», «van u als professional»."""
    if bron == verslag.PROFESSIONAL:
        return o.zin("bron_professional")
    if verslag.is_joint(bron):
        return o.zin("bron_samen")
    naam = d.waarde(bron, "naam")
    return fill(o.zin("bron_alleen"), {"naam": str(naam)}) if naam else o.zin("bron_iemand_alleen")


def before(d: Dossier, afname: Afname, vraag: str) -> Any:
    """The answer of the round before, where the instrument allows it and the answer still fits; else ``None``."""
    if not afname.instrument.vragen[vraag].voorinvullen:
        return None
    vorige = previous_round(d, afname)
    if vorige is None:
        return None
    getoond = state_now(d, vorige).getoond
    for oud in (vraag, *_old_ids(afname, vraag)):
        if oud in vorige.geldend and oud in getoond:
            gelezen = read_answer(afname.instrument, vraag, vorige.geldend[oud])
            return None if isinstance(gelezen, (Bevinding, Ontbreekt)) else gelezen
    return None


def previous_round(d: Dossier, afname: Afname) -> Afname | None:
    """The last earlier round of the same instrument about the same person."""
    soort, nummer = _round(afname.id)
    eerder = [
        (_round(a.id)[1], a)
        for a in d.afnamen.values()
        if _round(a.id)[0] == soort and _round(a.id)[1] < nummer and a.over == afname.over
    ]
    return max(eerder, key=lambda paar: paar[0])[1] if eerder else None


def _round(afname_id: str) -> tuple[str, int]:
    soort, _, nummer = afname_id.rpartition(":")
    return soort, int(nummer) if nummer.isdecimal() else 0


def _old_ids(afname: Afname, vraag: str) -> list[str]:
    """The ids that this question had in earlier versions, newest first."""
    uit, zoek = [], [vraag]
    while zoek:
        nu = zoek.pop(0)
        for oud, nieuw in afname.instrument.vervangt.items():
            if nieuw == nu and oud not in uit and oud != vraag:
                uit.append(oud)
                zoek.append(oud)
    return uit
