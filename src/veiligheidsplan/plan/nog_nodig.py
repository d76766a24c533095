"""What still stands between now and safe (*nog nodig*): for direct safety first, then for stable safety.

A list of sentences. Never a probability, and never a green light: what is not known stands in it, and an empty list
says that it proves nothing. ``weigh_again`` says why reporting must be weighed again after a review.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.duiding import level_text
from veiligheidsplan.plan.evaluatie_stand import task_of
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.medewerkers import said_by
from veiligheidsplan.plan.namen import name
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.stand import impression_given, most_telling
from veiligheidsplan.plan.woorden import fill


class Reden(NamedTuple):
    """Why to weigh reporting again: the sentence of the template and the event that brought it."""

    code: str
    zin: str
    volgnummer: int


def lines(d: Dossier, o: Omgeving) -> list[str]:
    """Both lists in words, for the werkscherm."""
    uit = []
    for kop, zinnen in (("nog_direct", direct(d, o)), ("nog_stabiel", stable(d, o))):
        uit += [f"{o.zin(kop)}:", *(f"- {z}" for z in zinnen or (o.zin("nog_niets"),)), ""]
    return [*uit, o.zin("nog_bewijst_niets")]


def direct(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """What stands between now and direct safety: no violence or neglect now and in the coming days."""
    d = awake(d)
    return tuple(dict.fromkeys(_direct(d, o)))


def _direct(d: Dossier, o: Omgeving) -> Iterator[str]:
    yield from _violence(d, o)
    yield from _incidents(d, o)
    nu = d.afnamen.get(evaluatie.now_id(d, o))
    if nu is None:
        yield o.zin("nog_vragen_nu")
        yield from (fill(o.zin("nog_toen"), {"wat": z}) for z in _before(d, o))
    else:
        yield from _outcome(d, o, nu)
    for p in d.onderwerpen("persoon"):
        if any(d.waarde(f"slot:{p}", v) != "ja" for v in ("vannacht", "tot_contact")):
            yield fill(o.zin("open_slot"), {"naam": name(d, o, p)})
    yield from _conditions(d, o)
    yield from _undone(d, o, direct_=True)
    if not d.waarde("vervolg", "contact_datum") or "vervolg/contact_datum" in d.opnieuw:
        yield o.zin("open_contact_datum")


def _before(d: Dossier, o: Omgeving) -> Iterator[str]:
    """What the last questions about now said, while those of this round were not asked."""
    soort = evaluatie.now_id(d, o).rpartition(":")[0]
    vorige = [a for a in d.afnamen.values() if a.id.rpartition(":")[0] == soort]
    if vorige:
        yield from _outcome(d, o, vorige[-1])


def stable(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """What besides that stands between now and stable safety: lasting, and followed."""
    d = awake(d)
    return tuple(dict.fromkeys(_stable(d, o)))


def _stable(d: Dossier, o: Omgeving) -> Iterator[str]:
    oud, nu = evaluatie.superseded(d), evaluatie.now_id(d, o)
    for afname in d.afnamen.values():
        if afname.id.rpartition(":")[0] != nu.rpartition(":")[0] and afname.id not in oud:
            yield from _outcome(d, o, afname)
    yield from _undone(d, o, direct_=False)
    keer, gestopt = o.monitor.stabiel_na if o.monitor else 0, _in_a_row(d)
    if gestopt < keer:
        yield fill(o.zin("nog_vaker_gestopt"), {"aantal": str(keer), "nu": str(gestopt)})
    if not d.waarde("vervolg", "evaluatie_datum") or "vervolg/evaluatie_datum" in d.opnieuw:
        yield o.zin("open_evaluatie_datum")
    if not d.waarde("regie", "casusregisseur"):
        yield o.zin("open_casusregisseur")


def _violence(d: Dossier, o: Omgeving) -> Iterator[str]:
    nu = evaluatie.latest(d)
    if nu is None:
        yield o.zin("nog_geweld_nooit")
        return
    for v in evaluatie.violence(d, nu):
        if v.sinds != "gestopt" and not (v.samen and v.sinds == "niet_gevraagd"):
            yield account_of_violence(d, o, v)
    for p in evaluatie.unasked(d, nu):
        if d.waarde(f"geweld:{evaluatie.number(nu)}:{p}", "sinds") is None:
            yield fill(o.zin("nog_geweld_ongevraagd"), {"naam": name(d, o, p)})


def account_of_violence(d: Dossier, o: Omgeving, v: evaluatie.Verslag) -> str:
    """«Noor, alleen: het is minder, niet gestopt.», with why."""
    waar = "nog_wie_samen" if v.samen else "nog_wie_zelf" if v.wie == MEDEWERKER else "nog_wie_alleen"
    wie = fill(o.zin(waar), {"naam": said_by(d, o, v.wie, v.gegeven.door)})
    waarom = f" {v.waarom}" if v.waarom else ""
    return f"{wie}: {o.zin(f'geweld_{v.sinds}')}{waarom}"


def _incidents(d: Dossier, o: Omgeving) -> Iterator[str]:
    """What happened since the plan was last established."""
    vorige = d.vaststellingen[-1].volgnummer if d.vaststellingen else 0
    for n, onderwerp in enumerate(d.onderwerpen("incident"), 1):
        if any(g.volgnummer > vorige for g in d.waarden[onderwerp].values()):
            yield fill(o.zin("nog_incident"), {"nummer": str(n)})


def _outcome(d: Dossier, o: Omgeving, afname: Afname) -> Iterator[str]:
    i, oordeel = afname.instrument, judge(d, afname)
    over = f", {name(d, o, afname.over)}" if afname.over else ""
    titel = f"{i.titel}{over}"
    laagste = next(iter(i.niveaus), None)
    if i.niveaus and impression_given(d, afname) and oordeel.hoogst != laagste:
        niveau = level_text(o, i, oordeel.laagst, oordeel.hoogst)
        yield fill(o.zin("nog_niveau"), {"titel": titel, "niveau": niveau})
    for zin, tekens in (
        ("nog_gezien", oordeel.uitslag.signalen),
        ("nog_niet_uitgesloten", oordeel.niet_uitgesloten),
    ):
        for teken in tekens:
            wat = i.signalen[teken].melding or teken.replace("_", " ")
            yield fill(o.zin(zin), {"titel": titel, "wat": wat})
    for vraag in most_telling(d, afname, oordeel):
        yield fill(o.zin("nog_vraag"), {"titel": titel, "vraag": i.vragen[vraag].tekst})


def _conditions(d: Dossier, o: Omgeving) -> Iterator[str]:
    for v in d.onderwerpen("voorwaarde"):
        status, wat = d.waarde(v, "status"), str(d.waarde(v, "wat") or "")
        if wat and (status != "ja" or f"{v}/status" in d.opnieuw):
            zin = status if f"{v}/status" not in d.opnieuw and status in ("deels", "nee") else "onbekend"
            yield fill(o.zin(f"nog_voorwaarde_{zin}"), {"wat": wat})


def _undone(d: Dossier, o: Omgeving, *, direct_: bool) -> Iterator[str]:
    for taak in evaluatie.tasks(d):
        if (d.waarde(task_of(taak), "direct") == "ja") is not direct_:
            continue
        gezegd = evaluatie.accounts(d, taak)
        wat = evaluatie.words(d, taak)
        if not gezegd:
            yield fill(o.zin("nog_taak_onbekend"), {"wat": wat})
        elif any(v.gedaan != "ja" for v in gezegd):
            yield fill(o.zin("nog_taak"), {"wat": wat})


def _in_a_row(d: Dossier) -> int:
    """In how many reviews in a row, up to the last one, everyone said alone that the violence stopped."""
    aantal = 0
    for nummer in range(len(d.evaluaties), 0, -1):
        staat = d if nummer == len(d.evaluaties) else d.evaluaties[nummer].staat
        if staat is None or not evaluatie.all_stopped(staat, f"evaluatie:{nummer}"):
            break
        aantal += 1
    return aantal


def weigh_again(d: Dossier, o: Omgeving) -> tuple[Reden, ...]:
    """Why the last review asks to weigh reporting: violence not over or not known, stuck, goals missed, held late."""
    return tuple(_weigh(d, o)) if d.evaluaties else ()


def _weigh(d: Dossier, o: Omgeving) -> Iterator[Reden]:
    nu, e = evaluatie.latest(d) or "", d.evaluaties[-1]

    def reden(code: str, volgnummer: int) -> Reden:
        return Reden(code, o.zin(code), volgnummer)

    if e.te_laat:
        yield reden("meldcode_weer_evaluatie", e.volgnummer)
    alle = evaluatie.violence(d, nu)
    slecht = [v.gegeven.volgnummer for v in alle if v.sinds in evaluatie.NIET_GESTOPT]
    if slecht:
        yield reden("meldcode_weer_geweld", max(slecht))
    elif not evaluatie.all_stopped(d, nu):
        laatst = max((v.gegeven.volgnummer for v in alle), default=e.volgnummer)
        yield reden("meldcode_weer_onbekend", laatst)
    vast = d.waarden.get(nu, {}).get("vast")
    if vast is not None and vast.waarde != "nee":
        yield reden("meldcode_weer_vast", vast.volgnummer)
    gemist = [d.waarden[v]["status"].volgnummer for v in _missed(d, e.dag)]
    if gemist:
        yield reden("meldcode_weer_doel", max(gemist))


def _missed(d: Dossier, dag: str) -> Iterator[str]:
    """Conditions of which the day is past and that are not met."""
    for v in awake(d).onderwerpen("voorwaarde"):
        tot, status = d.waarde(v, "tot"), d.waarde(v, "status")
        gevraagd = d.beantwoord(v, "status") and f"{v}/status" not in d.opnieuw
        if gevraagd and tot and str(tot) <= dag and status != "ja":
            yield v
