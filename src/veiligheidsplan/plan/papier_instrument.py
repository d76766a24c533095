"""An instrument on paper, for a trainer: an empty form (*papieren formulier*) and a codebook (*codeboek*).

The form holds the questions and never a point or a level: it may lie on a table. The codebook holds everything that a
file of answers or an analysis needs: ids, codes, points, conditions, scales, levels and signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.weergave import Bijzijnnaam, Vraagweergave, show_questions
from veiligheidsplan.instrument.zinnen import condition_sentence
from veiligheidsplan.plan.document import Alinea, Blok, Document, Kop, Tabel, Velden
from veiligheidsplan.plan.papier_vraag import bounds, from_question
from veiligheidsplan.plan.woorden import spoken_date

_VALIDATIE: Final = {
    "niet_gevalideerd": "niet gevalideerd",
    "inhoudsvalide": "inhoud beoordeeld, niet gevalideerd",
    "gevalideerd": "gevalideerd",
}
_WIE: Final[dict[Bijzijnnaam, str]] = {
    "mogelijke_pleger": "wie een bron van gevaar kan zijn",
    "kind": "een kind",
    "iedereen": "iemand anders",
}
_SOORT: Final = {
    "keuze": "Eén antwoord", "meerkeuze": "Meer antwoorden", "schaal": "Schaal", "getal": "Getal",
    "datum": "Datum", "tekst": "Tekst",
}  # fmt: skip


def paper_instrument(instrument: Instrument, vandaag: date, bij: Bijzijnnaam | None) -> Document:
    """The empty form; with *bij* only what may be asked when that company listens."""
    vragen = [v for v in show_questions(instrument) if bij is None or v.gesteld[bij]]
    blokken: list[Blok] = []
    deel = ""
    for v in vragen:
        if v.onderdeel != deel:
            deel = v.onderdeel
            onderdeel = instrument.onderdelen[deel]
            blokken.append(Kop(onderdeel.titel or instrument.titel, 1))
            blokken += [Alinea(onderdeel.inleiding)] if onderdeel.inleiding else []
        bij_wie = _not_with(v) if bij is None else ""
        blokken.append(from_question(v, str(v.nummer), bereik=bounds(instrument, v.id), waarschuwing=bij_wie))
    return _document(instrument, vandaag, "Leeg formulier", tuple(blokken), codes=False)


def _not_with(v: Vraagweergave) -> str:
    wie = [woord for naam, woord in _WIE.items() if not v.gesteld[naam]]
    wie = [_WIE["iedereen"]] if _WIE["iedereen"] in wie else wie
    return f"Niet vragen als {' of '.join(wie)} meeluistert." if wie else ""


def codebook(instrument: Instrument, vandaag: date) -> Document:
    """Everything that a file of answers or an analysis needs, question by question."""
    blokken: list[Blok] = [Kop("Vragen", 1)]
    deel = ""
    for v in show_questions(instrument):
        if v.onderdeel != deel:
            deel = v.onderdeel
            blokken.append(Kop(f"{instrument.onderdelen[deel].titel or deel} ({deel})", 2))
        blokken += _question(instrument, v)
    blokken += (*_scales(instrument), *_levels(instrument), *_signs(instrument), *_sources(instrument))
    return _document(instrument, vandaag, "Codeboek", tuple(blokken), codes=True)


def _question(instrument: Instrument, v: Vraagweergave) -> Iterator[Blok]:
    yield Kop(f"{v.nummer}. {v.id}", 3)
    gezelschap = _not_with(v)
    rijen = (
        ("Vraag", v.tekst),
        ("Soort", _SOORT[v.soort]),
        ("Waarden", v.invoer or ""),
        ("Punten", v.punten or ""),
        ("Gewicht", v.gewicht or ""),
        ("Uitersten", "; ".join(f"{n} is {t}" for n, t in v.uitersten)),
        ("Wanneer", "\n".join(v.alleen_als)),
        ("Gezelschap", gezelschap),
        ("Periode", v.periode or ""),
        ("Verplicht", "nee" if v.overslaan else "ja"),
        ("Ontbreekt als", ", ".join((*(code for code in _unknowns(instrument, v.id)), "niet_gevraagd"))),
        ("Bronnen", ", ".join(v.bronnen) or v.reden or ""),
    )
    yield Velden(tuple(r for r in rijen if r[1]))
    if v.antwoorden:
        rijen_ = tuple((a.code, a.tekst, a.punten or "") for a in v.antwoorden)
        yield Tabel(("Code", "Antwoord", "Punten"), rijen_, f"Antwoorden van {v.id}")


def _unknowns(instrument: Instrument, id_: str) -> tuple[str, ...]:
    vraag = instrument.vragen[id_]
    return tuple(code for code in ("weet_niet", "wil_niet_zeggen") if getattr(vraag, code))


def _scales(instrument: Instrument) -> Iterator[Blok]:
    if not instrument.schalen:
        return
    yield Kop("Schalen", 1)
    for id_, schaal in instrument.schalen.items():
        yield Kop(f"{schaal.titel or id_} ({id_})", 2)
        rijen = [
            (naam, _plain(waarde))
            for naam, waarde in schaal.model_dump(exclude_unset=True).items()
            if naam != "titel"
        ]
        if id_ == instrument.eindniveau:
            rijen.append(("eindniveau", "deze schaal beslist"))
        yield Velden(tuple(rijen))


def _levels(instrument: Instrument) -> Iterator[Blok]:
    if instrument.niveaus:
        yield Kop("Niveaus", 1)
        rijen = tuple((id_, n.titel or id_, n.advies or "") for id_, n in instrument.niveaus.items())
        yield Tabel(("Code", "Niveau", "Advies"), rijen, "Van het minst naar het meest ernstig")


def _signs(instrument: Instrument) -> Iterator[Blok]:
    if not instrument.signalen:
        return
    yield Kop("Signalen", 1)
    for id_, s in instrument.signalen.items():
        yield Kop(id_, 2)
        rijen = (
            ("Gaat af als", condition_sentence(instrument, s.als, "Als")),
            ("Niveau", s.niveau or ""),
            ("Melding", s.melding or ""),
            ("Handeling", s.handeling or ""),
            ("Stopt samen", "ja" if s.stopt_gezamenlijk else "nee"),
        )
        yield Velden(tuple(r for r in rijen if r[1]))


def _sources(instrument: Instrument) -> Iterator[Blok]:
    if instrument.bronnen:
        yield Kop("Bronnen", 1)
        rijen = tuple(
            (id_, b.titel or "", str(b.jaar or ""), b.vindplaats or "")
            for id_, b in instrument.bronnen.items()
        )
        yield Tabel(("Id", "Titel", "Jaar", "Vindplaats"), rijen, "Waarop de vragen rusten")


def _plain(waarde: object) -> str:
    """A value as it stands in the file, without its brackets and quotes."""
    if isinstance(waarde, dict):
        return ", ".join(f"{naam}: {_plain(deel)}" for naam, deel in waarde.items())
    if isinstance(waarde, (list, tuple)):
        return ", ".join(_plain(deel) for deel in waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


def _document(
    instrument: Instrument, vandaag: date, wat: str, blokken: tuple[Blok, ...], *, codes: bool
) -> Document:
    kop = Velden(
        (
            ("Instrument", f"{instrument.id}, versie {instrument.versie}, {instrument.status}"),
            ("Geldigheid", _VALIDATIE.get(instrument.validatie, instrument.validatie)),
            ("Eigenaar", instrument.eigenaar),
            ("Licentie", instrument.licentie or "niet opgegeven"),
        )
    )
    uitleg = (
        Alinea(instrument.verantwoording)
        if codes
        else Alinea("Leeg betekent niet nee. Zet bij een vraag die u niet stelde: niet gevraagd.")
    )
    return Document(
        titel=instrument.titel,
        ondertitel=wat,
        kenmerk="",
        datum=f"Versie {instrument.versie}, afgedrukt op {spoken_date(vandaag)}",
        datum_iso=vandaag.isoformat(),
        blokken=(kop, uitleg, *blokken),
        voettekst=instrument.eigenaar,
    )
