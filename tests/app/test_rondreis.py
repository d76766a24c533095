"""Heen en terug: wat op een kopie mag is uit de PDF te lezen, of er wordt gezegd dat het wegblijft."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Literal

import pytest

from tests.app.test_kopie_bytes import free_texts, secrets
from tests.export.structuur import reading_order
from tests.plan.omgeving import example_dossier, omgeving
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import (
    Beeld,
    Bladzijde,
    Cijferbalk,
    Document,
    Handtekeningvak,
    Huisstijl,
    InTaal,
    Kader,
    Kop,
    Niveauschaal,
    Tabel,
)
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.weggelaten import left_out

LETTERS = "vlinder"
Lezer = Literal["gezamenlijk", "professional"]
LEZERS: tuple[Lezer, ...] = ("gezamenlijk", "professional")


def pdf(d: Dossier, voor: Lezer) -> bytes:
    return export(d, omgeving(), voor, "pdf", kenmerk="0a1b2c3d").inhoud


def words(d: Dossier, voor: Lezer) -> dict[str, tuple[str, str]]:
    """Each word of the example that this reader may know, with where it was typed."""
    _, open_, geheim = secrets(LETTERS)
    mag = {*open_, *(geheim if voor == "professional" else ())}
    plekken = {str(d.waarde(o, v)): (o, v) for o, v in free_texts() if (o, v) != ("dossier", "alias")}
    return {woord: plek for woord, plek in plekken.items() if woord in mag}


@pytest.mark.parametrize("voor", LEZERS)
def test_elk_antwoord_is_uit_de_pdf_te_lezen_of_er_wordt_gezegd_dat_het_wegblijft(voor: Lezer) -> None:
    """Elk tekstveld een eigen woord: het staat in wat men hoort, of zijn naam staat bij wat er niet op staat."""
    d, _, _ = secrets(LETTERS)
    gehoord = "".join("".join(t.split()) for _, t in reading_order(pdf(d, voor)))
    weg = "\n".join(left_out(d, omgeving(), voor))
    alle = words(d, voor)
    kwijt = {w: plek for w, plek in alle.items() if w not in gehoord}
    assert len(alle) - len(kwijt) > 40
    teksten = omgeving().sjabloon.teksten
    assert [p for p in kwijt.values() if teksten[kind_of(p[0])][p[1]].label not in weg] == []


@pytest.mark.parametrize("voor", LEZERS)
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is hier niet geïnstalleerd")
def test_een_gewone_lezer_leest_dezelfde_woorden(voor: Lezer, tmp_path: Any) -> None:
    """Poppler haalt uit de bladen elk woord dat in de structuur staat."""
    d, _, _ = secrets(LETTERS)
    inhoud = pdf(d, voor)
    (tmp_path / "a.pdf").write_bytes(inhoud)
    uit = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    gelezen = "".join(uit.stdout.decode().split())
    gehoord = "".join("".join(t.split()) for _, t in reading_order(inhoud))
    assert [w for w in words(d, voor) if w in gehoord and w not in gelezen] == []


def spoken(waarde: Any) -> Iterator[str]:
    """The texts of a document in the order in which someone should hear them."""
    if isinstance(waarde, str):
        yield " ".join(waarde.split())
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from spoken(deel)
    elif isinstance(waarde, Niveauschaal | Cijferbalk):
        yield waarde.alternatief
    elif isinstance(waarde, Handtekeningvak):
        yield waarde.bijschrift
    elif isinstance(waarde, Tabel):
        yield from (waarde.bijschrift, *waarde.koppen, *(c for rij in waarde.rijen for c in rij))
    elif isinstance(waarde, Kop):
        yield waarde.tekst
    elif isinstance(waarde, Kader):
        yield from (waarde.titel, *spoken(waarde.blokken))
    elif isinstance(waarde, InTaal):
        yield from spoken(waarde.blokken)
    elif is_dataclass(waarde) and not isinstance(waarde, type | Beeld | Bladzijde | Huisstijl):
        for veld in fields(waarde):
            if veld.name not in ("toon", "genummerd"):
                yield from spoken(getattr(waarde, veld.name))


@pytest.mark.parametrize("voor", LEZERS)
def test_de_pdf_zegt_alles_in_de_volgorde_van_het_document(voor: Lezer) -> None:
    """Elk stuk tekst van het document komt na het vorige: niets overgeslagen, niets omgewisseld."""
    document: Document = make_copy(example_dossier(), omgeving(), voor, kenmerk="0a1b2c3d")
    gehoord = [" ".join(t.split()) for _, t in reading_order(render(document))]
    plek = gehoord.index(document.titel)
    for tekst in (t for t in spoken(document.blokken) if t):
        assert tekst in gehoord[plek:], tekst
        plek = gehoord.index(tekst, plek)
