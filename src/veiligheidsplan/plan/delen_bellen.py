"""Whom to call (*wie u kunt bellen*): from the region, the municipality and the people of this plan.

On the copy that everyone reads stands only what is for everyone. Help for one kind of reader, also for who causes
harm, stands on the professional's copy: there it says nothing about anybody in this household.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.delen import intro, label
from veiligheidsplan.plan.document import Blok, Kader, Kop, Tabel, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.regio import Voor
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill

Blokken = Iterator[Blok]
Rij = tuple[str, str]
_LEZERS: tuple[Voor, ...] = ("wie_hulp_zoekt", "kind", "wie_geweld_gebruikt", "professional")


def numbers_for(
    o: Omgeving, lezer: Voor, gemeente: str | None = None, *, jij: bool = False
) -> tuple[Rij, ...]:
    """Who this kind of reader can call, with when: the region's numbers first, then the municipality's contacts.

    Only what names this kind of reader. A service of the region says who does its work in *gemeente*.
    ``jij``: in the words for a child.
    """
    regio = [
        (f"{n.naam}: {n.nummer}", " ".join(filter(None, (n.said(jij=jij), _locally(o, id_, gemeente)))))
        for id_, n in o.nummers.nummers.items()
        if lezer in n.voor
    ]
    eigen = [(f"{c.naam}: {c.nummer}", c.wanneer) for c in o.sjabloon.contacten if lezer in c.voor]
    return (*regio, *eigen)


def _locally(o: Omgeving, nummer: str, gemeente: str | None) -> str:
    """«In Tiel is dat …»: where the number of a service is for the whole country, and the region knows who."""
    dienst = o.gemeenten.behind_number(gemeente, nummer) if gemeente else None
    if dienst is None or gemeente is None:
        return ""
    return fill(
        o.zin("bellen_dienst"), {"gemeente": o.gemeenten.gemeenten[gemeente].naam, "dienst": dienst.naam}
    )


def whom_to_call(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """For everyone: emergency, Veilig Thuis, and the worker; never who is for one kind of reader."""
    yield from intro(sectie)
    gemeente = d.waarde("dossier", "gemeente")
    rijen = dict(numbers_for(o, "iedereen", gemeente if gemeente in o.gemeenten.gemeenten else None))
    for onderwerp, veld in ((MEDEWERKER, "naam"), ("regie", "casusregisseur")):
        telefoon = d.waarde(onderwerp, "telefoon")
        if telefoon and d.waarde(onderwerp, veld):
            wie = f"{d.waarde(onderwerp, veld)}: {telefoon}"
            rol = label(o, onderwerp, veld)
            rijen[wie] = f"{rijen[wie]}, {rol.lower()}" if wie in rijen else rol
    yield Kader(o.zin("bij_gevaar"), (Velden(tuple(rijen.items())),), "waarschuwing")


def for_professionals(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """The same, and for whom other numbers are, and who does what in this household's municipality."""
    yield from whom_to_call(d, o, sectie)
    gezien = set(numbers_for(o, "iedereen"))
    for lezer in _LEZERS:
        alle = numbers_for(o, lezer)
        # whoever causes harm gets the whole list at once: nobody looks it up elsewhere
        rijen = alle if lezer == "wie_geweld_gebruikt" else tuple(r for r in alle if r not in gezien)
        gezien.update(alle)
        if rijen:
            yield Kop(o.zin(f"bellen_{lezer}"), 2)
            yield Velden(rijen)
    gemeente = d.waarde("dossier", "gemeente")
    if gemeente in o.gemeenten.gemeenten:
        naam = o.gemeenten.gemeenten[gemeente].naam
        koppen = (o.zin("bellen_onderwerp"), o.zin("bellen_wie"), o.zin("bellen_uitleg"))
        yield Tabel(koppen, tuple(_served(o, gemeente)), fill(o.zin("bellen_gemeente"), {"gemeente": naam}))


def _served(o: Omgeving, gemeente: str) -> Iterator[tuple[str, str, str]]:
    g = o.gemeenten
    for onderwerp, titel in g.onderwerpen.items():
        regel = g.serves(gemeente, onderwerp)
        if regel.bekend:
            nummer = o.nummers.nummers.get(regel.dienst.nummer or "")
            yield titel, regel.dienst.naam + (f": {nummer.nummer}" if nummer else ""), regel.uitleg
        else:
            vraag = g.asks(gemeente, onderwerp)
            wie = fill(o.zin("bellen_onbekend"), {"eigenaar": vraag.eigenaar}) if vraag else ""
            yield titel, regel.dienst.naam, " ".join(filter(None, (regel.uitleg, wie)))
