"""What the parser says in English, in Dutch: one sentence and a remedy. Nothing of its own words comes
through."""

from __future__ import annotations

from typing import Final

_INSPRINGEN: Final = "Laat alles wat bij elkaar hoort met evenveel spaties beginnen. Gebruik geen tabs."
_AANHALEN: Final = "Staat er een leesteken in de tekst? Zet de tekst dan tussen aanhalingstekens."
_HAAKJES: Final = "Controleer of elk haakje een tegenhanger heeft, en of er komma's tussen de delen staan."

#: a part of the parser's words (libyaml's and PyYAML's own) -> sentence, remedy; the first that fits counts
_WOORDEN: Final[tuple[tuple[str, str, str], ...]] = (
    ("tab character", "Hier staat een tab waar spaties horen.", "Vervang de tab door spaties."),
    ("'\\t' that cannot start", "Hier staat een tab waar spaties horen.", "Vervang de tab door spaties."),
    ("cannot start any token", "Een waarde kan niet met dit teken beginnen.", _AANHALEN),
    ("mapping values are not allowed", "Hier staat een dubbele punt die er niet kan staan.", _AANHALEN),
    ("unexpected ':'", "Achter deze dubbele punt ontbreekt een spatie of een waarde.",
     "Zet een spatie achter de dubbele punt. Hoort hij bij de tekst? Zet de tekst tussen aanhalingstekens."),
    ("sequence entries are not allowed", "Hier staat een streepje dat er niet kan staan.", _INSPRINGEN),
    ("mapping keys are not allowed", "Hier kan geen sleutel staan.", _INSPRINGEN),
    ("find expected ':'", "Hier ontbreekt een dubbele punt na een sleutel.", "Schrijf sleutel: waarde."),
    ("',' or ']'", "Deze lijst tussen […] klopt niet: er ontbreekt een komma of het haakje ].", _HAAKJES),
    ("',' or '}'", "Dit blok tussen {…} klopt niet: er ontbreekt een komma of het haakje }.", _HAAKJES),
    ("'-' indicator", "Hier had een streepje van de lijst moeten staan.", _INSPRINGEN),
    ("did not find expected key", "Hier hoort een sleutel. Meestal klopt de inspringing niet.", _INSPRINGEN),
    ("expected <block end>", "Hier hoort een sleutel. Meestal klopt de inspringing niet.", _INSPRINGEN),
    ("node content", "Hier had een waarde moeten staan.", _AANHALEN),
    ("unexpected end of stream", "Een tekst tussen aanhalingstekens houdt niet op.", "Sluit de tekst af."),
    ("unexpected document", "Een tekst tussen aanhalingstekens houdt niet op.", "Sluit de tekst af."),
    ("unknown escape", "Na een \\ tussen dubbele aanhalingstekens staat een letter die daar niet kan.",
     "Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een schuine streep."),
    ("escape", "Na een \\ tussen dubbele aanhalingstekens staat een code die niet klopt.",
     "Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een schuine streep."),
    ("hexdecimal", "Na een \\ tussen dubbele aanhalingstekens staat een code die niet klopt.",
     "Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een schuine streep."),
    ("hexadecimal", "Na een \\ tussen dubbele aanhalingstekens staat een code die niet klopt.",
     "Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een schuine streep."),
    ("undefined alias", "Deze verwijzing met * noemt een naam die niet eerder met & is gegeven.",
     "Schrijf de waarde hier voluit. Is het tekst? Zet er aanhalingstekens omheen."),
    ("duplicate anchor", "Deze naam met & is al eerder gegeven.", "Geef elk stuk een eigen naam na de &."),
    ("alphabetic or numeric", "Na een & of * hoort een naam.", _AANHALEN),
    ("directive", "Een regel die met % begint, heeft een eigen betekenis; deze klopt niet.", _AANHALEN),
    ("incompatible YAML", "Dit bestand vraagt een andere versie van YAML.", "Haal de regel met %YAML weg."),
    ("version", "Dit bestand vraagt een andere versie van YAML.", "Haal de regel met %YAML weg."),
    ("tag", "Een tag (met een uitroepteken) kan hier niet.", _AANHALEN),
    ("'!'", "Een tag (met een uitroepteken) kan hier niet.", _AANHALEN),
    ("indentation", "De inspringing na | of > klopt niet.", _INSPRINGEN),
    ("comment or line break", "Achter | of > kan geen tekst staan.", "Begin op de volgende regel."),
    ("<document start>", "Hier houdt het blok op, maar er staat nog iets.", _INSPRINGEN),
)  # fmt: skip
_ANDERS: Final = ("Dit bestand is geen YAML: hier klopt de opbouw niet.", _INSPRINGEN)


def translate(probleem: str | None, teken: str = "") -> tuple[str, str]:
    """Sentence and remedy for the parser's *probleem*, with *teken* the character at that place."""
    woorden = probleem or ""
    if "cannot start any token" in woorden and teken == "\t":
        woorden = "tab character"
    for deel, zin, tip in _WOORDEN:
        if deel in woorden:
            return zin, tip
    return _ANDERS
