"""Het eerste scherm: 112 staat er, wat er ook mis is in de map waarin iemand werkt."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main


@pytest.mark.parametrize("inhoud", ["", "formaat: 99\n", "nummers: [", "formaat: 1\nnummers: {}\n", "\x00"])
@pytest.mark.parametrize("opdracht", ["nieuw", "hervat", "evalueer", "meldcode"])
def test_een_kapot_bestand_met_nummers_houdt_112_niet_van_het_scherm(
    opdracht: str,
    inhoud: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Eerst de nummers van het programma zelf; daarna wat er aan het bestand mankeert."""
    (tmp_path / "regio").mkdir()
    (tmp_path / "regio" / "nummers.yaml").write_text(inhoud, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = main(
        [opdracht, "--map", str(tmp_path / "m"), "--wachtzin-bestand", str(tmp_path / "weg"), "--eenvoudig"]
    )
    uit = capsys.readouterr()
    assert code == 1
    assert "Bel 112" in uit.out + uit.err
    assert "Veilig Thuis: 0800-2000" in uit.out + uit.err
