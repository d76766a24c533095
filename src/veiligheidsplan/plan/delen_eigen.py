"""What stands on the copy of one person: what that person does without a joint plan, and the private pages.

Each sees only the reduced dossier (``reduce_to``, ``reduce_private``). Nothing here has a number or is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.delen import intro, label, name, number_title
from veiligheidsplan.plan.delen_bellen import numbers_for
from veiligheidsplan.plan.delen_eerst import said
from veiligheidsplan.plan.document import Alinea, Blok, Handtekeningvak, Kader, Kop, Lijst, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigendom import owner_of
from veiligheidsplan.plan.keuzes import ALLEEN_GEZIN, MEDEWERKER
from veiligheidsplan.plan.lezer import Lezer
from veiligheidsplan.plan.model import VELDEN, giver_of, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.regio import Voor
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.tekenen import EERSTE
from veiligheidsplan.plan.woorden import fill, spoken_iso
from veiligheidsplan.plan.zichtbaarheid import NETWERKTAAK

Blokken = Iterator[Blok]
#: what one needs first stands first; the rest in the order of the model
_EERST = ("eigen_veiligheid", "eigen_actie", "eigen_aanpak", "contact")
#: fields that say whose it is or who may read it, never what it is
_ZWIJGT = ("van", "over", "setting", "zichtbaar_voor", "gedeeld")
#: whom one can call, beside one's own items of a kind
_BELLEN: dict[str, Voor] = {"eigen_veiligheid": "wie_hulp_zoekt", "eigen_aanpak": "wie_geweld_gebruikt"}


def own_tasks(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """What this person does, where there is no joint plan: no numbers, so that nobody counts."""
    acties = [a for a in d.onderwerpen("actie") if d.waarde(a, "wat")]
    afspraken = tuple(_with_day(d, o, a, "tot") for a in d.onderwerpen("afspraak") if d.waarde(a, "wat"))
    if not acties and not afspraken:
        return
    yield from intro(sectie)
    for a in acties:
        rijen = ((label(o, "actie", v), _spoken(d, o, a, v)) for v in ("wanneer", "zien", "anders"))
        nu = d.waarde(a, "direct") == "ja"
        yield Kader(
            o.zin("eigen_taak_direct") if nu else "",
            (Alinea(str(d.waarde(a, "wat")), "nadruk"), Velden(tuple(r for r in rijen if r[1]))),
        )
    if afspraken:
        yield Lijst(afspraken)


def private(d: Dossier, o: Omgeving, persoon: Lezer, *, jij: bool = False) -> Blokken:
    """The private pages: this person's own items by kind, then what others let this person know.

    ``jij``: in the words for somebody of sixteen or seventeen.
    """
    eigen = [o_ for o_ in d.waarden if kind_of(o_) != "persoon" and owner_of(d, o_) == persoon]
    for soort in (*_EERST, *(s for s in VELDEN if s not in _EERST)):
        yield from _of_kind(d, o, soort, [x for x in eigen if kind_of(x) == soort], jij=jij)
    for ander in (p for p in d.onderwerpen("persoon") if p != persoon):
        van = [x for x in d.waarden if kind_of(x) != "persoon" and owner_of(d, x) == ander]
        if van:
            yield Kop(fill(o.zin("eigen_van_ander"), {"naam": name(d, o, ander)}), 2)
            for soort in VELDEN:
                yield from _items(d, o, soort, [x for x in van if kind_of(x) == soort], jij=None)


def _of_kind(d: Dossier, o: Omgeving, soort: str, items: list[str], *, jij: bool) -> Blokken:
    blokken = tuple(_items(d, o, soort, items, jij=jij))
    if not blokken:
        return
    yield Kop(_title(o, soort, jij=jij), 2)
    yield from blokken
    if soort in _BELLEN:
        nummers = numbers_for(o, _BELLEN[soort], jij=jij)
        if nummers:
            yield Velden(nummers)


def _title(o: Omgeving, soort: str, *, jij: bool) -> str:
    zinnen = o.sjabloon.zinnen
    voor_jou = zinnen.get(f"jouw_{soort}") if jij else None
    return voor_jou or zinnen.get(f"eigen_{soort}") or o.zin(f"sectie_{soort}")


def _label(o: Omgeving, soort: str, veld: str, *, jij: bool | None) -> str:
    """The word that its owner reads, where there is one; else, and for somebody else (``None``), the common label."""
    if jij is None:
        return label(o, soort, veld)
    return o.sjabloon.zinnen.get(f"{'jouw' if jij else 'eigen'}_{soort}_{veld}") or label(o, soort, veld)


def _items(d: Dossier, o: Omgeving, soort: str, items: list[str], *, jij: bool | None) -> Blokken:
    if soort == "cijfer":
        rijen = tuple(_number(d, o, c, jij=jij) for c in items if isinstance(d.waarde(c, "waarde"), int))
        if rijen:
            yield Velden(tuple(r for paar in rijen for r in paar if r[1]))
        return
    velden = [v for v in VELDEN[soort] if v not in _ZWIJGT]
    if (
        velden[:1] == ["wat"]
        and all(VELDEN[soort][v].soort in ("tekst", "datum") for v in velden[1:])
        and len(velden) < 3
    ):
        punten = tuple(_with_day(d, o, x, "wanneer") for x in items if d.waarde(x, "wat"))
        if punten:
            yield Lijst(punten)
        return
    for x in items:
        rijen_ = tuple((_label(o, soort, v, jij=jij), _spoken(d, o, x, v)) for v in velden)
        gevuld = tuple(r for r in rijen_ if r[1])
        if gevuld:
            yield Velden(gevuld)


def _number(d: Dossier, o: Omgeving, cijfer: str, *, jij: bool | None) -> tuple[tuple[str, str], ...]:
    """Whose it is, is known on these pages; somebody else has no name here that the owner does not know."""
    over, wie = d.waarde(cijfer, "over"), giver_of(cijfer)
    zelf = "jouw_cijfer_zelf" if jij else "eigen_cijfer_zelf"
    zin = zelf if over == wie else "eigen_cijfer_gezin" if over == ALLEEN_GEZIN else "eigen_cijfer_ander"
    waarom = str(d.waarde(cijfer, "waarom") or "")
    return (
        (number_title(d, o, cijfer) if jij is None else o.zin(zin), str(d.waarde(cijfer, "waarde"))),
        (label(o, "cijfer", "waarom"), waarom),
    )


def _with_day(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> str:
    dag = spoken_iso(d.waarde(onderwerp, veld), met_dag=True)
    return f"{d.waarde(onderwerp, 'wat')}{f' ({dag})' if dag else ''}"


def _spoken(d: Dossier, o: Omgeving, onderwerp: str, veld: str) -> str:
    tekst = said(d, o, onderwerp, veld)
    if veld == "wanneer" and tekst and d.waarde(onderwerp, "tijd"):
        return f"{tekst}, {str(d.waarde(onderwerp, 'tijd')).replace(':', '.')} {o.zin('uur')}"
    return tekst


def signature(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """The worker's signature alone: the parties sign what they read together."""
    yield from intro(sectie)
    yield worker_signs(d, o)


def worker_signs(d: Dossier, o: Omgeving) -> Blok:
    """The place of the worker, as on every copy that can be handed over."""
    return Handtekeningvak(name(d, o, MEDEWERKER), EERSTE)


def network_task(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Who, what and when, and nothing of the rest of the plan."""
    for n in d.onderwerpen("netwerk"):
        rijen = ((o.zin(f"netwerk_{v}"), str(d.waarde(n, v))) for v in NETWERKTAAK if d.waarde(n, v))
        yield from intro(sectie)
        yield Velden(tuple(rijen))
