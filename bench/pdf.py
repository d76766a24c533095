"""The plan as PDF against the same content in plain reportlab, interleaved in one run, and the peak memory.

    python bench/pdf.py            prints the ratio (target at most 1.6) and memory (target under 120 MB), then JSON

«Plain» is what anyone would write with platypus: Paragraph and Table, the same fonts, no tags, no metadata.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportlab.lib.colors import HexColor, white
from reportlab.platypus import (
    KeepTogether,
    ListFlowable,
    ListItem,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)
from tests.export.voorbeeld import document

from veiligheidsplan.export.pdf import render
from veiligheidsplan.export.pdf.lettertype import GEWOON, register
from veiligheidsplan.export.pdf.opmaak import KOLOM, MARGE, Opmaak, make
from veiligheidsplan.plan.document import (
    Alinea,
    Cijferbalk,
    Document,
    Handtekeningvak,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Tabel,
    Velden,
)

DOEL_VERHOUDING, DOEL_MB, RONDES = 1.6, 120, 25


def plain(plan: Document) -> bytes:
    """The same document in straightforward platypus."""
    register()
    o = make(plan.huisstijl)
    verhaal = [Paragraph(escape(plan.titel), o.titel), Paragraph(escape(plan.ondertitel), o.ondertitel)]
    verhaal += [f for blok in plan.blokken for f in _flowables(blok, o)]

    def blad(canvas: Any, _: Any) -> None:
        canvas.setFont(GEWOON, 9)
        canvas.drawString(MARGE, 38, f"Kenmerk {plan.kenmerk} · {plan.datum} · {canvas.getPageNumber()}")

    uit = io.BytesIO()
    sjabloon = SimpleDocTemplate(
        uit, leftMargin=MARGE, rightMargin=MARGE, topMargin=58, bottomMargin=66, invariant=1
    )
    sjabloon.build(verhaal, onFirstPage=blad, onLaterPages=blad)
    return uit.getvalue()


def _flowables(blok: Any, o: Opmaak) -> list[Any]:
    gewoon = o.alineas["gewoon"]
    match blok:
        case Kop():
            return [Paragraph(escape(blok.tekst), o.koppen[blok.niveau - 1])]
        case Alinea():
            return [Paragraph(escape(blok.tekst), o.alineas[blok.toon])]
        case Lijst():
            punten = [ListItem(Paragraph(escape(p), gewoon)) for p in blok.punten]
            soort = "1" if blok.genummerd else "bullet"
            return [ListFlowable(punten, bulletType=soort, bulletFontName=GEWOON)]
        case Velden():
            rijen = [[Paragraph(escape(a), o.label), Paragraph(escape(b), gewoon)] for a, b in blok.rijen]
            return [Table(rijen, colWidths=[KOLOM * 0.25, KOLOM * 0.65])]
        case Tabel():
            return [Paragraph(escape(blok.bijschrift), o.bijschrift), _table(blok, o)]
        case Kader():
            inhoud = [Paragraph(escape(blok.titel), o.kader_titels[blok.toon])]
            inhoud += [f for b in blok.blokken for f in _flowables(b, o)]
            stijl = [("BACKGROUND", (0, 0), (-1, -1), o.vlak), ("LINEBEFORE", (0, 0), (0, -1), 4, o.accent)]
            return [KeepTogether([Table([[inhoud]], colWidths=[KOLOM], style=stijl)])]
        case Cijferbalk():
            rijen = [
                [naam, *("x" if n < cijfer else "" for n in range(10)), cijfer]
                for naam, cijfer in blok.cijfers
            ]
            return [
                Table(
                    rijen,
                    style=[("GRID", (1, 0), (-2, -1), 0.5, o.accent), ("FONT", (0, 0), (-1, -1), GEWOON)],
                )
            ]
        case Niveauschaal():
            stijl = [("GRID", (0, 0), (-1, -1), 0.5, o.accent), ("FONT", (0, 0), (-1, -1), GEWOON)]
            return [Table([list(blok.niveaus)], style=stijl)]
        case Handtekeningvak():
            return [Paragraph(escape(blok.bijschrift), o.label), Spacer(1, 74)]
    raise TypeError(blok)


def _table(blok: Tabel, o: Opmaak) -> Table:
    rijen = [[Paragraph(escape(k), o.celkop) for k in blok.koppen]]
    rijen += [[Paragraph(escape(c), o.cel) for c in rij] for rij in blok.rijen]
    stijl = [
        ("BACKGROUND", (0, 0), (-1, 0), o.accent),
        ("TEXTCOLOR", (0, 0), (-1, 0), white),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, HexColor("#eef3f7")]),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, o.lijn),
    ]
    return Table(rijen, colWidths=[KOLOM * 0.6, KOLOM * 0.2, KOLOM * 0.2], repeatRows=1, style=stijl)


def measure() -> dict[str, float]:
    """Medians in milliseconds of CPU, ours and plain by turns."""
    plan = document()
    onze: list[float] = []
    gewone: list[float] = []
    for ronde in range(RONDES + 3):
        for maak, tijden in ((render, onze), (plain, gewone)):
            begin = time.process_time()
            maak(plan)
            if ronde >= 3:
                tijden.append(1000 * (time.process_time() - begin))
    a, b = statistics.median(onze), statistics.median(gewone)
    return {"onze_ms": round(a, 1), "gewoon_ms": round(b, 1), "verhouding": round(a / b, 2)}


_GEHEUGEN = """
import resource
from datetime import UTC, datetime
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign
nu = datetime(2026, 12, 7, 13, 5, tzinfo=UTC)
pdf = render(document())
pdf = sign(pdf, make_identity("Jansen", b"x", nu), b"x", veld="partij-1", nu=nu)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def memory() -> float:
    """The peak of a whole process that renders and signs, in MB (Linux and macOS)."""
    wortel = Path(__file__).parents[1]
    omgeving = os.environ | {"PYTHONPATH": str(wortel)}
    uit = subprocess.run(
        [sys.executable, "-c", _GEHEUGEN],
        capture_output=True,
        text=True,
        check=True,
        cwd=wortel,
        env=omgeving,
    )
    return round(float(uit.stdout), 1)


def meet() -> dict[str, Any]:
    """The ratio for ``python -m bench``; the memory of a whole interview is in ``geheugen``."""
    uit = measure()
    naam = "pdf: het plan, warm, tegen gewoon reportlab"
    return {"naam": naam, "verhouding": uit["verhouding"], "doel": DOEL_VERHOUDING, "onderdelen": uit}


def main() -> int:
    """Print the outcome; 1 when a target is missed."""
    uit: dict[str, float] = measure() | {"piek_mb": memory()}
    print(
        f"pdf: {uit['onze_ms']} ms, gewoon reportlab: {uit['gewoon_ms']} ms, verhouding {uit['verhouding']}"
    )
    print(f"maken en ondertekenen: {uit['piek_mb']} MB op het hoogste punt")
    print(json.dumps(uit | {"doel_verhouding": DOEL_VERHOUDING, "doel_mb": DOEL_MB}))
    return int(uit["verhouding"] > DOEL_VERHOUDING or uit["piek_mb"] > DOEL_MB)


if __name__ == "__main__":
    sys.exit(main())
