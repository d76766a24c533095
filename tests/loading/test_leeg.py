"""Wat leeg is, mag weg waar het niets zegt; een halve voorwaarde en een lege lijst bij een tekst zijn fouten."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.loading.models import inspect_instrument_text

HANDLEIDING = Path(__file__).parents[2] / "docs" / "voor-trainers" / "index.md"
ALLES = (
    HANDLEIDING.read_text(encoding="utf-8")
    .split("`instrumenten/alles/instrument.yaml`\n\n```yaml\n")[1]
    .split("```")[0]
)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("hulp: Denk aan slaan of duwen.", "hulp:"),
        ("uitersten: {0: heel onveilig, 10: helemaal veilig}", "uitersten: {}"),
        ("vereist: [veilig]", "vereist: []"),
        ("toon_als: {vraag: lichamelijk, is: ja}", "toon_als: {}"),
    ],
)
def test_een_sleutel_zonder_inhoud_is_hetzelfde_als_geen_sleutel(oud: str, nieuw: str) -> None:
    assert oud in ALLES
    instrument, bevindingen, _ = inspect_instrument_text(ALLES.replace(oud, nieuw), "i.yaml")
    assert (instrument is not None, bevindingen) == (True, [])


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("als: {vraag: keel, is: ja}", "als: {vraag: keel, is: , in: [ja]}", "VP122"),
        ("als: {vraag: keel, is: ja}", "als: {vraag: keel, is: ja, in: []}", "VP130"),
        ("hulp: Denk aan slaan of duwen.", "hulp: []", "VP123"),
        ("vereist: [veilig]", "vereist: {}", "VP123"),
        ("uitersten: {0: heel onveilig, 10: helemaal veilig}", "uitersten: []", "VP123"),
        ("herzien_voor: 2999-01-01", "herzien_voor: '2027-W26-4'", "VP123"),
    ],
)
def test_een_halve_voorwaarde_of_een_lege_lijst_bij_een_tekst_wordt_genoemd(
    oud: str, nieuw: str, code: str
) -> None:
    assert oud in ALLES
    _, bevindingen, _ = inspect_instrument_text(ALLES.replace(oud, nieuw), "i.yaml")
    assert [b.code for b in bevindingen] == [code]
