"""The words that the language check knows, each with something to say instead. Data alone."""

from __future__ import annotations

import re
from typing import Final


def _p(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon, re.IGNORECASE)


#: what steers towards an answer
STUREND: Final = (
    (_p(r"\b(?:vindt|vind) (?:u|je|jij) (?:ook )?niet\b"), "Vraag wat iemand vindt, zonder «niet»."),
    (_p(r"\bis het niet zo\b"), "Vraag hoe het is, zonder «niet»."),
    (_p(r"\bbent u het (?:er)?mee eens\b|\bu bent het (?:er)?mee eens\b"), "Vraag wat iemand vindt."),
    (_p(r"\btoch\s*\?|\bniet ?waar\s*\?|\bhè\s*\?"), "Laat het laatste woord weg."),
    (_p(r"\b(?:natuurlijk|uiteraard|ongetwijfeld|vanzelfsprekend)\b"), "Laat dit woord weg."),
    (_p(r"\bvast wel\b|\bzeker wel\b|\btoch (?:ook|wel|niet)\b"), "Laat deze woorden weg."),
)
#: what can sound as blame; «niet uw schuld» does not
BESCHULDIGEND: Final = (
    (_p(r"\bwaarom\b"), "Vraag wat er gebeurde; «waarom» vraagt iemand zich te verdedigen."),
    (_p(r"\bhoe kon u\b"), "Vraag wat er gebeurde."),
    (_p(r"(?<!niet uw )(?<!niet jouw )(?<!niet je )\bschuld\b|\bschuldig\w*"), "Vraag wat er gebeurde."),
    (_p(r"\b(?:dader|pleger|slachtoffer)\w*"), "Zeg wie iemand is: de partner, de ouder, u."),
    (_p(r"\buitgelokt\b|\blokte u\b|\bgeprovoceerd\b|\baanleiding gaf\b"), "Vraag wat er gebeurde."),
    (_p(r"\bgeeft u toe\b|\bbekent u\b|\btoegeven\b"), "Vraag of het gebeurde."),
    (_p(r"\bhad u niet kunnen\b|\bliet u (?:het )?toe\b|\bnagelaten\b|\bverzuimd\b"), "Vraag wat er kon."),
)
#: words that are harder than B1 -> what to write
MOEILIJK: Final[dict[str, str]] = {
    "aangaande": "over",
    "aanvang": "begin",
    "adequaat": "goed genoeg",
    "adequate": "goede",
    "alsmede": "en",
    "betreffende": "over",
    "casus": "situatie",
    "casuïstiek": "situaties",
    "cliënt": "de persoon",
    "cliënten": "mensen",
    "conform": "volgens",
    "coping": "omgaan met",
    "derhalve": "daarom",
    "desbetreffende": "deze",
    "discrepantie": "verschil",
    "disfunctioneren": "niet goed gaan",
    "echter": "maar",
    "escalatie": "ruzie die erger wordt",
    "escaleren": "erger worden",
    "escaleert": "wordt erger",
    "frequent": "vaak",
    "frequentie": "hoe vaak",
    "fysiek": "lichamelijk",
    "fysieke": "lichamelijke",
    "gedurende": "tijdens",
    "hanteren": "gebruiken",
    "hanteert": "gebruikt",
    "implementeren": "invoeren",
    "inadequaat": "niet goed",
    "indien": "als",
    "inzake": "over",
    "interventie": "hulp",
    "interventies": "hulp",
    "intrafamiliaal": "in het gezin",
    "jegens": "tegen",
    "middels": "met",
    "mits": "als",
    "omtrent": "over",
    "ondervinden": "hebben",
    "ondervindt": "heeft",
    "participeren": "meedoen",
    "participeert": "doet mee",
    "problematiek": "problemen",
    "psychosociaal": "over gevoel en omgang",
    "psychosociale": "over gevoel en omgang",
    "realiseren": "maken",
    "recidive": "opnieuw gebeuren",
    "reeds": "al",
    "repressie": "dwang",
    "significant": "duidelijk",
    "teneinde": "om",
    "tenzij": "behalve als",
    "tevens": "ook",
    "verbaal": "met woorden",
    "verbale": "met woorden",
    "voorts": "ook",
    "wederom": "weer",
    "zulks": "dat",
}
