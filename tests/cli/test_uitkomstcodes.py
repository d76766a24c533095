"""De uitkomst van elke opdracht met «instrument», waar een server op rekent.

0 is goed, 1 een fout of een nee, 2 verkeerd getypt, 3 een fout in het programma, 130 afgebroken.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.cli.register import INSTRUMENT
from veiligheidsplan.cli.start import main

#: in de map: «goed» (geen fout, geen waarschuwing), «let-op» (een waarschuwing), «anders» (een verhaal komt anders
#: uit), «stuk» (niet te laden), «leeg» (geen verhalen), en bestanden met antwoorden die kunnen en niet kunnen
TABEL: list[tuple[str, int]] = [
    ("valideer goed", 0),
    ("valideer goed --streng", 0),
    ("valideer let-op", 0),
    ("valideer let-op --streng", 1),
    ("valideer stuk", 1),
    ("valideer stuk --streng", 1),
    ("valideer goed stuk", 1),
    ("valideer bestaat-niet", 1),
    ("valideer bestaat/niet", 1),
    ("valideer geen*patroon", 1),
    ("valideer goed --bestaat-niet", 2),
    ("valideer goed --formaat pdf", 2),
    *[(f"valideer {wat} --formaat {vorm}", code) for vorm in ("tekst", "json", "github", "gitlab", "sarif")
      for wat, code in (("goed", 0), ("let-op", 0), ("let-op --streng", 1), ("stuk", 1))],
    ("papier goed", 0),
    ("papier goed --bij kind", 0),
    ("papier stuk", 1),
    ("papier goed --bij oma", 2),
    ("codeboek goed", 0),
    ("codeboek bestaat-niet", 1),
    ("codeboek goed --formaat doc", 2),
    ("test goed", 0),
    ("test goed --minimaal 100", 0),
    ("test let-op --minimaal 100", 1),
    ("test anders", 1),
    ("test leeg", 1),
    ("test stuk", 1),
    ("test bestaat-niet", 1),
    ("test goed --minimaal 101", 2),
    ("test goed --minimaal veel", 2),
    ("test goed --formaat sarif", 2),
    ("test goed --vergelijk bestaat-niet", 1),
    *[(f"test {wat} --formaat {vorm}", code) for vorm in ("tekst", "json", "junit", "github", "markdown")
      for wat, code in (("goed", 0), ("anders", 1), ("leeg", 1), ("stuk", 1))],
    ("scoor goed --antwoorden kan.yaml", 0),
    ("scoor goed --antwoorden kan.yaml --json", 0),
    ("scoor goed --antwoorden kan-niet.yaml", 1),
    ("scoor goed --antwoorden bestaat-niet.yaml", 1),
    ("scoor stuk --antwoorden kan.yaml", 1),
    ("scoor goed", 2),
    ("scoor", 2),
    ("toon goed", 0),
    ("toon stuk", 1),
    ("toon bestaat-niet", 1),
    ("toon", 2),
    ("simuleer goed --aantal 50", 0),
    ("simuleer stuk", 1),
    ("simuleer bestaat-niet", 1),
    ("verschil goed goed", 0),
    ("verschil goed let-op", 0),
    ("verschil goed stuk", 1),
    ("verschil goed", 2),
    ("nieuw een-nieuwe --titel Nieuw --naar .", 0),
    ("nieuw goed --titel Nieuw --naar .", 1),
    ("nieuw Geen-Id --titel Nieuw", 2),
    ("nieuw", 2),
    ("uitleg", 0),
    ("uitleg VP206", 0),
    ("uitleg VP999", 1),
    ("uitleg VP206 VP207", 2),
    ("schema", 0),
    ("schema onbekend", 2),
    ("vertaal bestaat-niet en", 1),
    ("vertaal", 2),
    ("bestaat-niet", 2),
    ("", 2),
    ("--help", 0),
]  # fmt: skip


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Een map met instrumenten die elk iets anders mankeren."""
    monkeypatch.chdir(tmp_path)
    for id_ in ("goed", "let-op", "anders", "stuk", "leeg"):
        assert main(["instrument", "nieuw", id_, "--titel", "Een oefening", "--naar", "."]) == 0
    capsys.readouterr()
    change("let-op/instrument.yaml", "licentie: CC-BY-4.0", "#")
    verhalen = Path("let-op/tests/verhalen.yaml").read_text(encoding="utf-8")
    Path("let-op/tests/verhalen.yaml").write_text(verhalen.split("\n\n")[0] + "\n", encoding="utf-8")
    change("anders/tests/verhalen.yaml", "score: 0", "score: 1")
    change("stuk/instrument.yaml", "formaat: 1", "formaat: 1\nbestaat_niet: 1")
    Path("leeg/tests/verhalen.yaml").unlink()
    Path("kan.yaml").write_text("antwoorden: {ruzie: ja}\n", encoding="utf-8")
    Path("kan-niet.yaml").write_text("antwoorden: {ruzie: misschien}\n", encoding="utf-8")
    return tmp_path


def change(pad: str, oud: str, nieuw: str) -> None:
    tekst = Path(pad).read_text(encoding="utf-8")
    assert oud in tekst
    Path(pad).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def test_elke_opdracht_geeft_de_uitkomst_die_is_afgesproken(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """De hele tabel; een nee heeft altijd woorden erbij, en nooit die van Python."""
    anders = []
    for woorden, code in TABEL:
        uitkomst = main(["instrument", *woorden.split()])
        uit = capsys.readouterr()
        if uitkomst != code:
            anders.append(f"instrument {woorden}: {uitkomst}, en afgesproken is {code}\n{uit.err}")
        assert "Traceback" not in uit.out + uit.err, woorden
        assert code == 0 or uit.out + uit.err, woorden
    assert not anders, "\n".join(anders)


def test_de_tabel_noemt_elke_opdracht() -> None:
    """Een nieuwe opdracht hoort in de tabel, met een goede uitkomst of een nee, en met verkeerd gebruik."""
    genoemd = {woorden.split()[0]: set[int]() for woorden, _ in TABEL if woorden}
    for woorden, code in TABEL:
        if woorden:
            genoemd[woorden.split()[0]].add(code)
    assert set(INSTRUMENT.opdrachten) <= set(genoemd)
    assert all(genoemd[opdracht] & {0, 1} for opdracht in INSTRUMENT.opdrachten)


def test_een_fout_in_het_programma_is_drie_en_nooit_een_nee(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dan is niet gezegd dat het instrument fout is, en ook niet dat het goed is."""
    monkeypatch.setenv("XDG_STATE_HOME", str(map_))

    def broken(*_args: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("veiligheidsplan.app.beproef.laad_instrument", broken)
    assert main(["instrument", "test", "goed"]) == 3
    assert "stuk" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="een terminal die afbreekt is er op Windows anders")
def test_afbreken_is_honderddertig_en_er_is_niets_gemaakt(map_: Path) -> None:
    """Ctrl-C bij de vraag naar de titel van een nieuw instrument, in een echte terminal."""
    import pexpect

    kind = pexpect.spawn(
        sys.executable,
        ["-m", "veiligheidsplan.cli.start", "instrument", "nieuw", "afgebroken", "--naar", "."],
        cwd=str(map_),
        timeout=60,
        encoding="utf-8",
    )
    kind.expect("itel")
    kind.sendintr()
    kind.expect(pexpect.EOF)
    kind.close()
    assert kind.exitstatus == 130
    assert not (map_ / "afgebroken").exists()


def test_het_programma_zelf_geeft_dezelfde_uitkomst_aan_de_server(map_: Path) -> None:
    """Als los programma, met de uitvoer naar een bestand: 0 en 1, en verkeerd gebruik is 2."""
    for woorden, code in (("valideer goed", 0), ("valideer stuk", 1), ("valideer --nee", 2)):
        klaar = subprocess.run(
            [sys.executable, "-m", "veiligheidsplan.cli.start", "instrument", *woorden.split()],
            cwd=map_,
            capture_output=True,
        )
        assert klaar.returncode == code, woorden
