"""De keuring is niet blind: meer dan honderd manieren om een pdf te breken, en elke wordt bij haar naam gezien."""

from __future__ import annotations

import io
import re
from functools import cache

import pikepdf
import pytest

from tests.export.breuken import BREUKEN, BYTES
from tests.export.soorten import made
from tests.export.structuur import check


@cache
def resaved() -> bytes:
    """The example after another program saved it: what the breakages start from."""
    with pikepdf.open(io.BytesIO(made("kort"))) as doc:
        uit = io.BytesIO()
        doc.save(uit)
    return uit.getvalue()


def test_wat_een_ander_programma_alleen_bewaarde_is_niet_gebroken() -> None:
    """Het begin van elke proef hieronder is zonder fout: wat dan gezien wordt komt door de breuk."""
    assert check(resaved(), bytes_ook=False) == []


def test_er_zijn_meer_dan_honderd_verschillende_breuken() -> None:
    """Twee breuken met dezelfde naam tellen niet dubbel."""
    assert len(BREUKEN | BYTES) > 100


@pytest.mark.parametrize("naam", BREUKEN)
def test_een_kapotte_structuur_wordt_bij_haar_naam_gezien(naam: str) -> None:
    """Eén ding kapot: de keuring zegt precies dat."""
    breek, woorden = BREUKEN[naam]
    with pikepdf.open(io.BytesIO(resaved())) as doc:
        breek(doc)
        uit = io.BytesIO()
        doc.save(uit)
    fouten = check(uit.getvalue(), bytes_ook=False)
    assert any(woorden in fout for fout in fouten), fouten


@pytest.mark.parametrize("naam", BYTES)
def test_kapotte_bytes_worden_bij_hun_naam_gezien(naam: str) -> None:
    """Eén byte of een paar: ook wat een lezer stil herstelt is een fout in een bestand dat bewaard moet blijven."""
    van, naar, woorden = BYTES[naam]
    heel = made("kort")
    if naam == "plaats van een object":
        plek = re.findall(rb"\d{10} 00000 n", heel)[3]
        van, naar = plek, b"%010d" % (int(plek[:10]) + 1) + plek[10:]
    assert van in heel
    fouten = check(heel.replace(van, naar, 1))
    assert any(woorden in fout for fout in fouten), fouten
