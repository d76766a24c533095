"""Loading 1,000 instruments, with places and references checked, against ``yaml.CSafeLoader`` merely loading.

One core, one run, the two sides in turns. Prints the ratio (target: at most 1.0), and JSON on the last line.
``python bench/laden.py [AANTAL]``
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from veiligheidsplan.loading import laad_instrument

DOEL = 1.0
RONDEN = 3
KOP = """\
formaat: 1
id: {id}
versie: 1.0.0
titel: Verzonnen instrument {nummer}
soort: risicotaxatie
status: concept
validatie: niet_gevalideerd
licentie: CC-BY-4.0
per: huishouden
eigenaar: Een regio
herzien_voor: 2027-07-01
verantwoording: |
  Verzonnen voor een meting van de snelheid.
  Niet bedoeld om te gebruiken.
bronnen:
  bron_a: {{titel: Een verzonnen bron, jaar: 2020, vindplaats: blz. 12}}
antwoordlijsten:
  ja_nee:
    ja: {{tekst: Ja, punten: 1}}
    nee: {{tekst: Nee, punten: 0}}
niveaus:
  niet_verhoogd: {{titel: Geen verhoogd risico gezien in wat nu bekend is}}
  verhoogd: {{titel: Verhoogd risico}}
onderdelen:
"""
VRAAG = """\
      vraag_{i}:
        tekst: Is er de afgelopen maand iets gebeurd van soort {i}?
        hulp: Denk aan wat u zelf zag, en aan wat een ander u vertelde.
        antwoorden: ja_nee
        periode: maand
        leefdomein: veiligheid
        bronnen: [bron_a]
"""
STAART = """\
schalen:
  ernst:
    titel: Ernst
    ontbrekend: bandbreedte
    grenzen: {niet_verhoogd: 0, verhoogd: 10}
eindniveau: ernst
signalen:
  teken:
    als: {vraag: vraag_3, is: ja}
    niveau: verhoogd
    melding: Dit is een verzonnen signaal.
"""


def instrument_text(id_: str, nummer: int, vragen: int = 30) -> str:
    """An invented instrument in three parts; every third question has a condition."""
    tekst = KOP.format(id=id_, nummer=nummer)
    for i in range(vragen):
        if i % (vragen // 3) == 0:
            tekst += f"  deel_{i}:\n    titel: Deel {i}\n    vragen:\n"
        tekst += VRAAG.format(i=i)
        if i % 3 == 2:
            tekst += f"        toon_als: {{vraag: vraag_{i - 1}, is: ja}}\n"
    return tekst + STAART


def write_instruments(map_: Path, aantal: int) -> list[Path]:
    """The folders of *aantal* instruments below *map_*."""
    mappen = []
    for nummer in range(aantal):
        map_nu = map_ / f"instrument-{nummer}"
        map_nu.mkdir()
        (map_nu / "instrument.yaml").write_text(instrument_text(map_nu.name, nummer), encoding="utf-8")
        mappen.append(map_nu)
    return mappen


def load_bare(map_: Path) -> None:
    """What we compare with."""
    yaml.load((map_ / "instrument.yaml").read_bytes(), Loader=yaml.CSafeLoader)


def seconds(werk: Callable[[Path], object], mappen: list[Path]) -> float:
    """CPU seconds of this process for all files."""
    begin = time.process_time()
    for map_ in mappen:
        werk(map_)
    return time.process_time() - begin


def meet(aantal: int = 1000) -> dict[str, Any]:
    """The median ratio of *aantal* instruments loaded with places and references, against the bare loader."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen = write_instruments(Path(tijdelijk), aantal)
        grootte = (mappen[0] / "instrument.yaml").stat().st_size
        load_bare(mappen[0]), laad_instrument(mappen[0])
        kaal, ons = [], []
        for _ in range(RONDEN):
            kaal.append(seconds(load_bare, mappen))
            ons.append(seconds(laad_instrument, mappen))
    verhouding = statistics.median(o / k for o, k in zip(ons, kaal, strict=True))
    return {
        "naam": f"laden: {aantal} instrumenten tegen kaal CSafeLoader",
        "verhouding": verhouding,
        "doel": DOEL,
        "onderdelen": {"bytes_per_stuk": grootte, "kaal_s": kaal, "ons_s": ons},
    }


if __name__ == "__main__":
    print(json.dumps(meet(*(int(a) for a in sys.argv[1:2])), indent=2))
