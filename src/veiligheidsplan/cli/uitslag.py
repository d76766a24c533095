"""An outcome (*uitslag*) in plain Dutch. Never a probability; what is not ruled out beside what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.uitslag import Schaaluitslag, Uitslag

VALIDATIE = {
    "niet_gevalideerd": "Dit instrument is niet gevalideerd: het steunt uw oordeel en vervangt het niet.",
    "inhoudsvalide": "Deskundigen beoordeelden de inhoud van dit instrument; wat het voorspelt is niet onderzocht.",
    "gevalideerd": "Dit instrument is gevalideerd voor zijn doelgroep; u beslist.",
}


def summary(instrument: Instrument, uitslag: Uitslag) -> list[str]:
    """The lines: which instrument, the level and how sure it is, each scale, the signs."""
    regels = [
        f"{instrument.titel} ({uitslag.instrument} {uitslag.versie})",
        VALIDATIE[instrument.validatie],
        "",
    ]
    if uitslag.eindniveau or uitslag.eindniveau_hoogst:
        regels.append(f"Niveau: {_span(instrument, uitslag.eindniveau, uitslag.eindniveau_hoogst)}")
    elif instrument.eindniveau:
        regels.append("Niveau: nog niet te zeggen")
    for id_, schaal in uitslag.schalen.items():
        regels += ["", *_scale(instrument, id_, schaal)]
    if instrument.signalen:
        regels += ["", *_signs(instrument, "Gezien", uitslag.signalen, met_handeling=True)]
        regels += _signs(instrument, "Niet uit te sluiten", uitslag.signalen_mogelijk)
    return regels


def _scale(instrument: Instrument, id_: str, schaal: Schaaluitslag) -> Iterator[str]:
    titel = instrument.schalen[id_].titel or id_
    if schaal.laagst is None or schaal.hoogst is None:
        yield f"{titel}: geen score"
    elif schaal.laagst == schaal.hoogst:
        yield f"{titel}: score {number(schaal.laagst)}"
    else:
        yield f"{titel}: score van {number(schaal.laagst)} tot en met {number(schaal.hoogst)}"
    if schaal.niveau_laagst or schaal.niveau_hoogst:
        yield f"  niveau: {_span(instrument, schaal.niveau_laagst, schaal.niveau_hoogst)}"
    if not schaal.exact:
        yield "  de grenzen zijn ruim genomen; de ware ruimte kan kleiner zijn"
    if not schaal.ontbrekend:
        yield "  volledig: van elke vraag die meetelt is het antwoord bekend"
        return
    yield f"  onbekend: {len(schaal.ontbrekend)} van de vragen die meetellen"
    for vraag in schaal.ontbrekend:
        weegt = " (kan het niveau veranderen)" if vraag in schaal.beslissend else ""
        yield f"  - {instrument.vragen[vraag].tekst}{weegt}"


def _signs(
    instrument: Instrument, kop: str, signalen: Iterable[str], *, met_handeling: bool = False
) -> Iterator[str]:
    namen = list(signalen)
    yield f"{kop}:" if namen else f"{kop}: geen van de signalen"
    for id_ in namen:
        signaal = instrument.signalen[id_]
        yield f"- {signaal.melding or id_}"
        if met_handeling and signaal.handeling:
            yield f"  Nu doen: {signaal.handeling}"


def _span(instrument: Instrument, laagst: str | None, hoogst: str | None) -> str:
    namen = [instrument.niveaus[n].titel or n if n else "onbekend" for n in (laagst, hoogst)]
    return namen[0] if namen[0] == namen[1] else f"van «{namen[0]}» tot en met «{namen[1]}»"


def number(waarde: Fraction) -> str:
    """A score as it is written in Dutch: at most four digits after a comma."""
    if waarde.denominator == 1:
        return str(waarde.numerator)
    return f"{float(waarde):.4f}".rstrip("0").rstrip(".").replace(".", ",")
