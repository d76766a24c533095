"""The museum of mistakes: for every code a bad file, and the exact words that it gets.

``WERK_MUSEUM_BIJ=1 pytest tests/loading/test_museum.py`` writes the words anew; read the difference before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from veiligheidsplan.cli.render import findings_as_text
from veiligheidsplan.loading.codes import CODES
from veiligheidsplan.loading.models import inspect_instrument, inspect_instrument_text

MUSEUM = Path(__file__).parent.parent / "fouten"
ZALEN = sorted(map_ for map_ in MUSEUM.glob("VP1*") if map_.is_dir())
#: codes without an instrument that shows them, and why
ELDERS = {
    "VP101": "een bestand dat er niet is, kan hier niet liggen",
    "VP102": "een te groot bestand hoort niet in de repository",
    "VP181": "gaat over een bestand met gevallen",
    "VP191": "gaat over een naam op de opdrachtregel",
    "VP192": "gaat over een naam op de opdrachtregel",
}


def words(zaal: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(MUSEUM)
    if zaal.name.startswith("VP143"):  # the only one that is about the folder
        _, bevindingen, _ = inspect_instrument(Path(zaal.name))
    else:
        _, bevindingen, _ = inspect_instrument_text(
            (zaal / "instrument.yaml").read_bytes(), "instrument.yaml"
        )
    return findings_as_text(bevindingen)


@pytest.mark.parametrize("zaal", ZALEN, ids=lambda zaal: zaal.name)
def test_een_fout_bestand_krijgt_precies_deze_woorden(zaal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gezegd = words(zaal, monkeypatch)
    if os.environ.get("WERK_MUSEUM_BIJ"):
        (zaal / "verwacht.txt").write_text(gezegd, encoding="utf-8")
    assert gezegd == (zaal / "verwacht.txt").read_text(encoding="utf-8")
    assert f"[{zaal.name[:5]}]" in gezegd, "de map heet naar de code die zij laat zien"


def test_iedere_code_heeft_een_zaal() -> None:
    assert {zaal.name[:5] for zaal in ZALEN} == CODES.keys() - ELDERS.keys()
