"""``regio valideer``: wie een gezin in nood belt, klopt, en wat oud is wordt genoemd."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.finder import built_in

#: bestand, wat er stond, wat er komt -> de code
FOUTEN: dict[str, tuple[str, str, str, str]] = {
    "een gemeente te weinig": ("gemeenten", "  tiel: {naam: Tiel}\n", "", "VP651"),
    "een gemeente die elders hoort": (
        "gemeenten",
        "  tiel: {naam: Tiel}\n",
        "  gennep: {naam: Gennep}\n",
        "VP652",
    ),
    "een lijst met contacten die ontbreekt": (
        "contacten",
        "  tiel: {eigenaar: Gemeente Tiel, personen: {}}\n",
        "",
        "VP653",
    ),
    "onbekend zonder iemand die het uitzoekt": (
        "gemeenten",
        "onderwerpen: [opvang, mensenhandel]",
        "onderwerpen: [mensenhandel]",
        "VP654",
    ),
    "een nummer dat niet te bellen is": ("nummers", "nummer: 0800-2000", "nummer: bel maar", "VP655"),
    "een lijst die te oud is": (
        "nummers",
        "gecontroleerd_op: 2026-11-24",
        "gecontroleerd_op: 2020-01-01",
        "VP656",
    ),
    "een dienst die er niet is": ("gemeenten", "dienst: den_bosch", "dienst: den_bosc", "VP657"),
}


@pytest.mark.parametrize(("bestand", "was", "wordt", "code"), FOUTEN.values(), ids=FOUTEN.keys())
def test_wat_in_de_regio_niet_klopt_krijgt_een_code_met_een_plaats(
    bestand: str, was: str, wordt: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(built_in("regio"), tmp_path / "regio")
    pad = tmp_path / "regio" / f"{bestand}.yaml"
    tekst = pad.read_text("utf-8")
    assert was in tekst
    pad.write_text(tekst.replace(was, wordt, 1), "utf-8")
    assert main(["regio", "valideer", str(tmp_path / "regio"), "--streng"]) == 1
    uit = capsys.readouterr()
    assert f"[{code}]" in uit.out + uit.err
    assert f"{bestand}.yaml:" in uit.out + uit.err


def test_de_meegeleverde_regio_is_zonder_fouten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regio", "valideer", str(built_in("regio"))]) == 0, capsys.readouterr()
