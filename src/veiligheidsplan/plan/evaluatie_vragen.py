"""The questions of a review (*evaluatie*): violence since, what was agreed, which lists again, and the end of it.

At the table only what was agreed together, and only together. Violence, what somebody said alone and what still lacks
stand on the werkscherm alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from veiligheidsplan.plan import evaluatie, nog_nodig, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER, repeatable
from veiligheidsplan.plan.model import SAMEN_CIJFER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Zichtkant
from veiligheidsplan.plan.tussenstap import notice
from veiligheidsplan.plan.vraagstap import Pad, field_place

Plekken = Iterator[Plek]


def violence(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Whether it stopped, by everyone who can be asked alone now, and by the professional. Never at the table."""
    nu = evaluatie.latest(d)
    if nu is None or kant == "aan_tafel":
        return
    n = evaluatie.number(nu)
    for wie, samen in _whom(d):
        onderwerp = f"geweld:{n}:{wie}{SAMEN_CIJFER if samen else ''}"
        naam = o.zin("uzelf") if wie == MEDEWERKER else str(d.waarde(wie, "naam") or "")
        pad: Pad = ("evaluatie", "geweld_samen" if samen else "geweld", f"@{wie}")
        velden = ("sinds", *(("waarom",) if _said(d, onderwerp) else ()))
        for veld in velden:
            zin = "geweld_samen" if samen else "geweld_zelf" if wie == MEDEWERKER else "geweld_alleen"
            yield field_place(d, o, onderwerp, veld, (*pad, veld), inleiding=o.zin(zin), naam=naam)


def _said(d: Dossier, onderwerp: str) -> bool:
    return d.waarde(onderwerp, "sinds") not in (None, "niet_gevraagd", "wil_niet_zeggen")


def _whom(d: Dossier) -> Iterator[tuple[str, bool]]:
    """With more people there nobody is asked: only what was said by itself is noted, beside what they say alone."""
    mensen, erbij = d.onderwerpen("persoon"), zitting.present(d)
    nummer = evaluatie.number(evaluatie.latest(d) or "evaluatie:0")
    for p in mensen:
        alleen_nu = zitting.setting(d) == zitting.NIEMAND or (p in erbij and not zitting.together(d))
        if alleen_nu or d.beantwoord(f"geweld:{nummer}:{p}", "sinds"):
            yield p, False
        samen_nu = zitting.together(d) and p in erbij
        if samen_nu or d.beantwoord(f"geweld:{nummer}:{p}{SAMEN_CIJFER}", "sinds"):
            yield p, True
    yield MEDEWERKER, False


def look_back(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Each action and agreement of the former round: done or not, why, and what becomes of it."""
    for n, taak in enumerate(evaluatie.tasks(d)):
        pad: Pad = ("evaluatie", "taken", n)
        yield from _together(d, o, taak, pad)
        if kant == "werkscherm":
            yield from _alone(d, o, taak, pad)
        if d.beantwoord(taak, "gedaan") or (kant == "werkscherm" and evaluatie.accounts(d, taak)):
            yield from _decision(d, o, taak, pad, kant)


def _place(d: Dossier, o: Omgeving, onderwerp: str, taak: str, veld: str, pad: Pad, **vul: str) -> Plek:
    """Only what was said together may stand at the table."""
    tafel = onderwerp == taak and veld != "reden"
    wat = evaluatie.words(d, taak)
    return field_place(d, o, onderwerp, veld, (*pad, veld), tafel=tafel, wat=wat, **vul)


def _together(d: Dossier, o: Omgeving, taak: str, pad: Pad) -> Plekken:
    if not (zitting.together(d) or d.beantwoord(taak, "gedaan")):
        return
    for veld in ("gedaan", *(("waarom",) if d.beantwoord(taak, "gedaan") else ())):
        yield _place(d, o, taak, taak, veld, pad)


def _alone(d: Dossier, o: Omgeving, taak: str, pad: Pad) -> Plekken:
    """What who is there alone says of it; while preparing what the professional knows, if nobody said it yet."""
    kop, bekend = f"taakverslag:{taak.removeprefix('taak:')}@", evaluatie.accounts(d, taak)
    wie = [v.wie for v in bekend if v.wie != zitting.SAMEN]
    if zitting.setting(d) == zitting.NIEMAND and not bekend:
        wie.append(MEDEWERKER)
    elif not zitting.together(d):
        wie += [p for p in zitting.present(d) if p in d.onderwerpen("persoon") and p not in wie]
    for w in wie:
        onderwerp, zelf = f"{kop}{w}", w == MEDEWERKER
        naam = o.zin("uzelf") if zelf else str(d.waarde(w, "naam") or "")
        eigen: Pad = (*pad, "zelf") if zelf else (*pad, "alleen", f"@{w}")
        for veld in ("gedaan", *(("waarom",) if d.beantwoord(onderwerp, "gedaan") else ())):
            yield _place(d, o, onderwerp, taak, veld, eigen, naam=naam)


def _decision(d: Dossier, o: Omgeving, taak: str, pad: Pad, kant: Zichtkant) -> Plekken:
    yield _place(d, o, taak, taak, "verder", pad)
    if kant == "werkscherm" and d.waarde(taak, "verder") == "vervalt":
        yield _place(d, o, taak, taak, "reden", pad)


def again(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Which of the lists that were filled in before are asked again in this round. On the werkscherm alone."""
    nu = evaluatie.latest(d)
    if nu is None or kant == "aan_tafel":
        return
    if any(a.id.rpartition(":")[0] in o.instrumenten for a in repeatable(d)):
        yield field_place(d, o, nu, "opnieuw", ("evaluatie", "opnieuw"))


def closing(d: Dossier, o: Omgeving, kant: Zichtkant) -> Plekken:
    """Whether the plan is stuck, what still stands between now and safe, and the meldcode where something asks so."""
    nu = evaluatie.latest(d)
    if nu is None or kant == "aan_tafel":
        return
    yield field_place(d, o, nu, "vast", ("evaluatie", "vast"))
    tekst = partial(_still, d, o)
    yield notice(f"nog_nodig:{evaluatie.number(nu)}", tekst, o.zin("sectie_evaluatie"))
    redenen = nog_nodig.weigh_again(d, o)
    if redenen or d.beantwoord(nu, "meldcode"):
        inleiding = " ".join(r.zin for r in redenen)
        yield field_place(d, o, nu, "meldcode", ("evaluatie", "meldcode"), inleiding=inleiding)


def _still(d: Dossier, o: Omgeving) -> str:
    return "\n".join(nog_nodig.lines(d, o))
