"""A picture of a template to plain pixels: checked by its first bytes and its size before anything decodes it.

What comes out holds nothing of the file but its pixels: no place where a photo was taken, no thumbnail, no profile.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Final

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading.eigen_bestand import Bezwaar, read_own_file
from veiligheidsplan.plan.document import Beeld

MAX_BYTES: Final = 512 * 1024
#: pixels of a side, and of all together
MAX_ZIJDE: Final = 4000
MAX_PIXELS: Final = 4_000_000
MIN_ZIJDE: Final = 8
#: what a printed logo needs; a larger one is made smaller
_BREED, _HOOG = 800, 320
_NAAM: Final = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9_-]{0,60}/)?[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(?:png|jpe?g)\Z", re.IGNORECASE
)
_PNG: Final = b"\x89PNG\r\n\x1a\n"
#: start of frame of a JPEG, the kinds that are drawn everywhere
_SOF: Final = frozenset({0xC0, 0xC1, 0xC2})
_GEEN_BEELD: Final = "Bewaar het logo opnieuw als PNG of JPEG, en zet dat bestand in de map van het sjabloon."


def load_picture(map_: Path, bestand: str, tekst: str) -> Beeld | Bevinding:
    """The picture *bestand* in the folder *map_*, or what is wrong with it. Never raises."""
    if not _NAAM.match(bestand):
        return _refused(
            "VP625",
            "Een logo is een bestand met de naam «….png» of «….jpg», in de map van het sjabloon.",
            "Zet het bestand in de map «beeld» en schrijf: bestand: beeld/logo.png.",
        )
    inhoud = _read(map_, map_ / bestand)
    if isinstance(inhoud, Bevinding):
        return inhoud
    maat = dimensions(inhoud)
    if maat is None:
        return _refused(
            "VP626", "Dit bestand is geen heel PNG- of JPEG-bestand, wat de naam ook zegt.", _GEEN_BEELD
        )
    breed, hoog = maat
    if max(maat) > MAX_ZIJDE or breed * hoog > MAX_PIXELS or min(maat) < MIN_ZIJDE:
        return _refused(
            "VP627",
            f"Dit beeld is {breed} bij {hoog} punten. Van {MIN_ZIJDE} bij {MIN_ZIJDE} tot samen"
            f" {MAX_PIXELS // 1_000_000} miljoen punten kan.",
            "Maak het beeld kleiner: 600 bij 200 punten is genoeg.",
        )
    return _pixels(inhoud, tekst)


def _read(map_: Path, pad: Path) -> bytes | Bevinding:
    """At most ``MAX_BYTES`` of a plain file that lies in the folder, also after every link was followed."""
    inhoud = read_own_file(map_, pad, MAX_BYTES)
    if isinstance(inhoud, bytes):
        return inhoud
    bezwaren: dict[Bezwaar, tuple[str, str, str]] = {
        "buiten": (
            "VP625",
            "Dit bestand ligt buiten de map van het sjabloon.",
            "Kopieer het logo naar de map zelf.",
        ),
        "niet_gewoon": ("VP625", "Dit is geen gewoon bestand.", _GEEN_BEELD),
        "weg": (
            "VP625",
            f"Het bestand «{pad.name}» is er niet, of is niet te lezen.",
            "Kijk of de naam klopt, ook hoofdletters.",
        ),
        "te_groot": (
            "VP627",
            f"Dit bestand is groter dan {MAX_BYTES // 1024} kB.",
            "Maak het beeld kleiner: 600 bij 200 punten is genoeg.",
        ),
    }
    return _refused(*bezwaren[inhoud])


def dimensions(inhoud: bytes) -> tuple[int, int] | None:
    """Width and height as the header says them; ``None`` for what is no PNG or JPEG."""
    if inhoud.startswith(_PNG):
        return struct.unpack(">II", inhoud[16:24]) if inhoud[12:16] == b"IHDR" and len(inhoud) >= 33 else None
    return _jpeg(inhoud) if inhoud.startswith(b"\xff\xd8\xff") else None


def _jpeg(inhoud: bytes) -> tuple[int, int] | None:
    plek = 2
    while plek + 9 < len(inhoud) and inhoud[plek] == 0xFF:
        soort, lengte = inhoud[plek + 1], int.from_bytes(inhoud[plek + 2 : plek + 4], "big")
        if soort in _SOF:
            hoog, breed = struct.unpack(">HH", inhoud[plek + 5 : plek + 9])
            return breed, hoog
        if lengte < 2:
            return None
        plek += 2 + lengte
    return None


def _pixels(inhoud: bytes, tekst: str) -> Beeld | Bevinding:
    """Decoded on white, made small enough. A file that the decoder stumbles over is refused, whatever it raises."""
    import warnings
    from io import BytesIO

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(inhoud), formats=("PNG", "JPEG")) as rauw:
                if getattr(rauw, "n_frames", 1) != 1:
                    return _refused("VP626", "Dit is een bewegend beeld.", _GEEN_BEELD)
                rauw.load()
                beeld = rauw.convert("RGBA")
        vlak = Image.new("RGB", beeld.size, "white")
        vlak.paste(beeld, mask=beeld.getchannel("A"))
        vlak.thumbnail((_BREED, _HOOG), Image.Resampling.LANCZOS)
    except Exception:  # a decoder on hostile bytes: nothing of it may reach the person but this finding
        return _refused("VP626", "Dit beeld is beschadigd, of van een soort die niet kan.", _GEEN_BEELD)
    return Beeld(vlak.width, vlak.height, vlak.tobytes(), tekst)


def _refused(code: str, uitleg: str, tip: str) -> Bevinding:
    return Bevinding(code, uitleg, pad=("logo", "bestand"), suggestie=tip)
