"""What a review brought, on a copy: all of it for professionals, what was said together for everyone."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import evaluatie, nog_nodig, zitting
from veiligheidsplan.plan.delen import Blokken, intro, label
from veiligheidsplan.plan.document import Alinea, Kop, Lijst, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.evaluatie_stand import Evaluatie, task_of
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.medewerkers import said_by
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill, spoken_iso

_SOORTEN = ("actie", "afspraak")


def still_needed(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What stands between now and safe, once there was something to look at."""
    if not (d.afnamen or d.evaluaties):
        return
    yield from intro(sectie)
    for kop, zinnen in (("nog_direct", nog_nodig.direct(d, o)), ("nog_stabiel", nog_nodig.stable(d, o))):
        yield Kop(o.zin(kop), 2)
        yield Lijst(zinnen or (o.zin("nog_niets"),))
    yield Alinea(o.zin("nog_bewijst_niets"), "nadruk")


def reviews(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Every review, the last one first."""
    if d.evaluaties:
        yield from intro(sectie)
    for e in reversed(d.evaluaties):
        yield from _review(d, o, e)


def _review(d: Dossier, o: Omgeving, e: Evaluatie) -> Blokken:
    id_ = f"evaluatie:{e.nummer}"
    woorden = {"nummer": str(e.nummer), "datum": spoken_iso(e.dag)}
    yield Kop(fill(o.zin("evaluatie_kop"), woorden), 2)
    if e.te_laat:
        yield Alinea(fill(o.zin("evaluatie_te_laat"), {"datum": spoken_iso(e.gepland)}), "nadruk")
    gezegd = [v for v in evaluatie.violence(d, id_) if not (v.samen and v.sinds == "niet_gevraagd")]
    if gezegd:
        yield Kop(o.zin("evaluatie_geweld"), 3)
        yield Lijst(tuple(nog_nodig.account_of_violence(d, o, v) for v in gezegd))
    rijen = tuple(_task(d, o, f"taak:{e.nummer}:{t}") for t in d.waarde(id_, "taken") or ())
    if rijen:
        yield Kop(o.zin("evaluatie_taken"), 3)
        yield Lijst(rijen)
    vast = [(label(o, "evaluatie", v), _said(d, o, id_, v)) for v in ("vast", "meldcode")]
    if any(w for _, w in vast):
        yield Velden(tuple(r for r in vast if r[1]))


def _task(d: Dossier, o: Omgeving, taak: str) -> str:
    regels = [evaluatie.words(d, taak)]
    for wie, gedaan, waarom, door in evaluatie.accounts(d, taak):
        zin = {zitting.SAMEN: "taak_samen", MEDEWERKER: "taak_zelf"}.get(wie, "taak_alleen")
        antwoord = _choice(o, "taak", "gedaan", gedaan)
        regels.append(_line(fill(o.zin(zin), {"naam": said_by(d, o, wie, door), "gedaan": antwoord}), waarom))
    if verder := d.waarde(taak, "verder"):
        besluit = _choice(o, "taak", "verder", str(verder))
        regels.append(_line(besluit, str(d.waarde(taak, "reden") or "") if verder == "vervalt" else ""))
    return "\n".join(regels if len(regels) > 1 else (*regels, o.zin("taak_onbekend")))


def _line(zin: str, waarom: str) -> str:
    return f"{zin.rstrip('.')}. {waarom}".strip()


def _choice(o: Omgeving, soort: str, veld: str, code: str) -> str:
    return o.sjabloon.teksten[soort][veld].keuzes.get(code) or o.zin(code)


def _said(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> str:
    code = d.waarde(onderwerp, veld)
    return _choice(o, kind_of(onderwerp), veld, str(code)) if code else ""


def joint_tasks(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What was said together of what was agreed, in the last review."""
    taken = [t for t in d.onderwerpen("taak") if d.waarde(t, "gedaan") and evaluatie.words(d, t)]
    if taken:
        yield from intro(sectie)
        yield Lijst(tuple("\n".join(_joint_lines(d, o, t)) for t in sorted(taken, key=_order)))


def _joint_lines(d: Dossier, o: Omgeving, taak: str) -> Iterator[str]:
    yield evaluatie.words(d, taak)
    gedaan = _choice(o, "taak", "gedaan", str(d.waarde(taak, "gedaan")))
    yield _line(f"{label(o, 'taak', 'gedaan')}: {gedaan.lower()}", str(d.waarde(taak, "waarom") or ""))
    if verder := d.waarde(taak, "verder"):
        yield f"{_choice(o, 'taak', 'verder', str(verder)).rstrip('.')}."


def _order(taak: str) -> tuple[int, int]:
    soort, nummer = task_of(taak).split(":")
    return _SOORTEN.index(soort), int(nummer)
