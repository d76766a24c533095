"""A typeface of a template to plain letters: checked table by table, and built anew with only what a plan needs.

What comes out holds nothing of the file but outlines and widths: no names, no programmes, no hidden tables.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading.eigen_bestand import Bezwaar, read_own_file
from veiligheidsplan.loading.letter_bouw import Letterbeeld, build
from veiligheidsplan.loading.letter_keuring import NODIG, WIL, objection
from veiligheidsplan.loading.letter_omtrek import Omtrek, outline
from veiligheidsplan.loading.letter_sfnt import Bron, Kapot, characters, directory, open_source, u16
from veiligheidsplan.plan.document import Letters

MAX_BYTES: Final = 4 * 1024 * 1024
#: the keys of ``lettertypen`` with the name and weight of the file that is built
SOORTEN: Final[Mapping[str, tuple[str, int]]] = {"gewoon": ("Huisstijl", 400), "vet": ("Huisstijl-Vet", 700)}
_NAAM: Final = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9_-]{0,60}/)?[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(?:ttf|otf|ttc|woff2?)\Z",
    re.IGNORECASE,
)
_ANDERE: Final[Mapping[bytes, str]] = {
    b"OTTO": "een lettertype met PostScript-letters (OpenType CFF)",
    b"wOFF": "een lettertype voor websites (WOFF)",
    b"wOF2": "een lettertype voor websites (WOFF2)",
    b"ttcf": "een verzameling van lettertypen (TTC)",
}
_TRUETYPE: Final = (b"\0\1\0\0", b"true")
_VRAAG: Final = "Vraag de leverancier om het lettertype als TrueType: een bestand «.ttf» per dikte."
#: bits of OS/2 ``fsType``: only with a licence of its own; not in parts; only as dots
_BEPERKT, _SOORT_RECHT, _NIET_IN_DELEN = 0x0002, 0x000E, 0x0300


def load_letters(map_: Path, bestanden: Mapping[str, str]) -> tuple[Letters | None, tuple[Bevinding, ...]]:
    """The two files of ``lettertypen``, or everything that is wrong with them. Never raises."""
    gelezen = {soort: _letter(map_, bestanden[soort], soort) for soort in SOORTEN if soort in bestanden}
    fouten = tuple(b for b in gelezen.values() if isinstance(b, Bevinding))
    gewoon, vet = gelezen.get("gewoon"), gelezen.get("vet")
    if not isinstance(gewoon, tuple) or not isinstance(vet, tuple):
        return None, fouten
    if gewoon[0] == vet[0]:
        return None, (
            _refused(
                "vet",
                "VP648",
                "De gewone en de vette letter zijn dezelfde. Dan valt een kop of een waarschuwing niet op.",
                "Noem bij «vet» het bestand van de vette letter. Vaak staat «Bold» in de naam.",
            ),
        )
    return Letters(gewoon[1], vet[1]), ()


def _letter(map_: Path, bestand: str, soort: str) -> tuple[tuple[Omtrek, ...], bytes] | Bevinding:
    """The outlines of a file, to compare, and the font that was built."""
    if not _NAAM.match(bestand):
        return _refused(
            soort,
            "VP640",
            "Een lettertype is een bestand met de naam «….ttf», in de map van het sjabloon, zonder spaties in de naam.",
            f"Zet het bestand in de map «letters» en schrijf: {soort}: letters/voorbeeld.ttf.",
        )
    inhoud = read_own_file(map_, map_ / bestand, MAX_BYTES)
    if not isinstance(inhoud, bytes):
        return _refused(soort, *_not_read(inhoud, Path(bestand).name))
    uit = convert(inhoud, *SOORTEN[soort])
    return _refused(soort, *uit) if isinstance(uit[0], str) else uit


def _not_read(waarom: Bezwaar, naam: str) -> tuple[str, str, str]:
    return {
        "buiten": (
            "VP640",
            "Dit bestand ligt buiten de map van het sjabloon.",
            "Kopieer het lettertype naar de map zelf.",
        ),
        "niet_gewoon": ("VP640", "Dit is geen gewoon bestand.", _VRAAG),
        "weg": (
            "VP640",
            f"Het bestand «{naam}» is er niet, of is niet te lezen.",
            "Kijk of de naam klopt, ook hoofdletters.",
        ),
        "te_groot": (
            "VP641",
            f"Dit bestand is groter dan {MAX_BYTES // 1024 // 1024} MB.",
            "Vraag de leverancier om een bestand met alleen de letters van onze eigen taal.",
        ),
    }[waarom]


@lru_cache(maxsize=8)
def convert(
    inhoud: bytes, naam: str, gewicht: int
) -> tuple[tuple[Omtrek, ...], bytes] | tuple[str, str, str]:
    """The letters of a font file and the file built from them; or a code, a sentence and what to do."""
    try:
        soort = _kind(inhoud)
        return soort if soort is not None else _converted(inhoud, naam, gewicht)
    except (Kapot, struct.error):
        return (
            "VP643",
            "Dit bestand is beschadigd, of het is geen lettertype.",
            "Vraag het bestand opnieuw aan de leverancier, en kopieer het zonder het te veranderen.",
        )


def _kind(inhoud: bytes) -> tuple[str, str, str] | None:
    if ander := _ANDERE.get(inhoud[:4]):
        return ("VP642", f"Dit is {ander}. Dat kan niet in het plan.", _VRAAG)
    if inhoud[:4] not in _TRUETYPE:
        raise Kapot
    tabellen = directory(inhoud)
    if "fvar" in tabellen:
        return ("VP642", "Dit lettertype heeft veel diktes in één bestand (variabel). Dat kan niet.", _VRAAG)
    if "glyf" not in tabellen:
        return ("VP642", "In dit lettertype staan geen TrueType-letters. Dat kan niet in het plan.", _VRAAG)
    if len(tabellen.get("OS/2", b"")) < 10:
        return ("VP644", "In dit lettertype staat niet of het in een document mag.", _VRAAG)
    recht = u16(tabellen["OS/2"], 8)
    if recht & _SOORT_RECHT == _BEPERKT or recht & _NIET_IN_DELEN:
        return (
            "VP644",
            "De maker van dit lettertype heeft erin gezet dat het niet in een document mag.",
            "Vraag de leverancier om een licentie en een bestand waarmee het wel mag.",
        )
    return None


def _converted(
    inhoud: bytes, naam: str, gewicht: int
) -> tuple[tuple[Omtrek, ...], bytes] | tuple[str, str, str]:
    bron = open_source(directory(inhoud))
    glyfen = characters(bron.tabellen["cmap"], WIL)
    if glyfen is None:
        return (
            "VP646",
            "Dit lettertype zegt niet welke letter bij welk teken hoort (Unicode).",
            "Vraag de leverancier om een nieuwe versie.",
        )
    letters = _letters(bron, glyfen)
    if bezwaar := objection(letters, bron.eenheid):
        return bezwaar
    recht = u16(bron.tabellen["OS/2"], 8)
    gebouwd = build(letters, bron.eenheid, naam, gewicht, recht)
    return tuple(letters[code].omtrek for code in sorted(letters)), gebouwd


def _letters(bron: Bron, glyfen: Mapping[int, int]) -> dict[int, Letterbeeld]:
    """What can be seen; a character that draws nothing, or the box for what is not there, is not in this font."""
    doos = _try(bron, 0)
    leeg = {0x20, 0xA0}
    uit: dict[int, Letterbeeld] = {}
    for code, glyf in glyfen.items():
        beeld = (
            _try(bron, glyf) if code not in NODIG else Letterbeeld(outline(bron, glyf), bron.advance(glyf))
        )
        if beeld is None or (code in leeg) == bool(beeld.omtrek.punten):
            continue
        if code not in leeg and doos is not None and beeld.omtrek == doos.omtrek:
            continue
        if (
            beeld.breed or code in NODIG
        ):  # a needed letter without width is said to be too narrow, not missing
            uit[code] = beeld
    if 0x20 in uit:
        uit[0xA0] = uit[0x20]
    return uit


def _try(bron: Bron, glyf: int) -> Letterbeeld | None:
    """A letter that a plan can do without: what is damaged in it falls back on the typeface of the program."""
    try:
        return Letterbeeld(outline(bron, glyf), bron.advance(glyf))
    except (Kapot, struct.error):
        return None


def _refused(soort: str, code: str, uitleg: str, tip: str) -> Bevinding:
    return Bevinding(code, uitleg, pad=("lettertypen", soort), suggestie=tip)
