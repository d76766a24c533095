"""One plan in a process that has just begun: ours against WeasyPrint, the same content from HTML.

    python bench/koud.py           prints both in milliseconds of CPU and the ratio (target: at most a quarter)

WeasyPrint is no dependency: it is installed in a folder of its own that is thrown away, or taken from the Python in
``VEILIGHEIDSPLAN_WEASYPRINT``. Where neither works the measurement says so. Ours is tagged, archivable and has form
fields; WeasyPrint gets its fastest form, without tags. Both have their compiled files, and take turns.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.export.voorbeeld import document

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

WORTEL = Path(__file__).parents[1]
DOEL, RONDES = 0.25, 7
NAAM = "pdf: het plan, koud, tegen WeasyPrint"
_ONZE = (
    "from tests.export.voorbeeld import document; from veiligheidsplan.export import render;"
    "import sys; open(sys.argv[1], 'wb').write(render(document()))"
)
_WEASY = "import sys, weasyprint; weasyprint.HTML(filename=sys.argv[2]).write_pdf(sys.argv[1])"
_STIJL = """
@font-face {{ font-family: Plan; src: url({map}/NotoSans-Regular.ttf) }}
@font-face {{ font-family: Plan; font-weight: bold; src: url({map}/NotoSans-Bold.ttf) }}
@page {{ size: A4; margin: 58pt 60pt 66pt; @bottom-left {{ content: "{voet}" }}
  @bottom-right {{ content: "pagina " counter(page) " van " counter(pages) }} }}
body {{ font: 11pt/16pt Plan; color: #1a1a1a }} h1, h2 {{ color: #1d4f73 }}
section {{ background: #eef3f7; border-left: 4pt solid #1d4f73; padding: 10pt; break-inside: avoid }}
table {{ border-collapse: collapse; width: 100% }} th {{ background: #1d4f73; color: white; text-align: left }}
td {{ border-bottom: .6pt solid #b1c1cd; padding: 5pt }} .vak {{ border: .8pt solid #b1c1cd; height: 74pt }}
.vol {{ background: #1d4f73 }}
"""


def html(plan: Document) -> str:
    """The example as HTML with the same texts, fonts, frames and table."""
    letters = (WORTEL / "src/veiligheidsplan/export/pdf/fonts").as_uri()
    stijl = _STIJL.format(map=letters, voet=escape(f"Kenmerk {plan.kenmerk} · {plan.datum}"))
    kop = f"<h1>{escape(plan.titel)}</h1><p>{escape(plan.ondertitel)}</p>"
    inhoud = "".join(t for b in plan.blokken for t in _block(b))
    return f"<!doctype html><html lang=nl><meta charset=utf-8><title>x</title><style>{stijl}</style>{kop}{inhoud}"


def _block(blok: Any) -> Iterator[str]:
    match blok:
        case Kop():
            yield f"<h{blok.niveau + 1}>{escape(blok.tekst)}</h{blok.niveau + 1}>"
        case Alinea():
            yield f"<p>{escape(blok.tekst)}</p>"
        case Lijst():
            soort = "ol" if blok.genummerd else "ul"
            yield f"<{soort}>" + "".join(f"<li>{escape(p)}</li>" for p in blok.punten) + f"</{soort}>"
        case Velden():
            yield (
                "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in blok.rijen) + "</dl>"
            )
        case Tabel():
            koppen = "".join(f"<th>{escape(k)}</th>" for k in blok.koppen)
            rijen = "".join(
                "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in r) + "</tr>" for r in blok.rijen
            )
            yield f"<table><caption>{escape(blok.bijschrift)}</caption><thead><tr>{koppen}</tr></thead>{rijen}</table>"
        case Kader():
            yield f"<section><h3>{escape(blok.titel)}</h3>" + "".join(
                t for b in blok.blokken for t in _block(b)
            )
            yield "</section>"
        case Cijferbalk():
            yield "<table>" + "".join(_bar(naam, cijfer) for naam, cijfer in blok.cijfers) + "</table>"
        case Niveauschaal():
            yield "<table><tr>" + "".join(f"<td>{escape(n)}</td>" for n in blok.niveaus) + "</tr></table>"
        case Handtekeningvak():
            yield f"<p>{escape(blok.bijschrift)}</p><div class=vak></div>"


def _bar(naam: str, cijfer: int) -> str:
    vakken = "".join(f"<td{' class=vol' if n < cijfer else ''}></td>" for n in range(10))
    return f"<tr><td>{escape(naam)}</td>{vakken}<td>{cijfer}</td></tr>"


def _install(map_: Path) -> str:
    """A Python that has WeasyPrint, or words why there is none."""
    eigen = os.environ.get("VEILIGHEIDSPLAN_WEASYPRINT")
    if eigen:
        return eigen
    python = map_ / "venv" / "bin" / "python"
    for opdracht in (
        [sys.executable, "-m", "venv", str(map_ / "venv")],
        [str(python), "-m", "pip", "install", "-q", "--prefer-binary", "weasyprint"],
        [str(python), "-c", "import weasyprint"],
    ):
        uit = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=600)
        if uit.returncode:
            raise RuntimeError((uit.stderr.strip().splitlines() or ["onbekend"])[-1][:200])
    return str(python)


def _cpu(opdracht: list[str]) -> float:
    """Milliseconds of CPU of a whole process, its start included."""
    omgeving = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPATH": str(WORTEL)
    }
    proces = subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving)
    _, status, gebruik = os.wait4(proces.pid, 0)
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise RuntimeError(f"{opdracht[0]} mislukt")
    return 1000 * (gebruik.ru_utime + gebruik.ru_stime)


def measure() -> dict[str, Any]:
    """Medians of whole processes, by turns; the first of each is for the compiled files."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        try:
            weasy = _install(map_)
        except (RuntimeError, OSError, subprocess.SubprocessError) as fout:
            return {"overgeslagen": f"WeasyPrint is hier niet te installeren: {fout}"}
        (map_ / "plan.html").write_text(html(document()), "utf-8")
        opdrachten = {
            "onze_ms": [sys.executable, "-c", _ONZE, str(map_ / "onze.pdf")],
            "weasyprint_ms": [weasy, "-c", _WEASY, str(map_ / "weasy.pdf"), str(map_ / "plan.html")],
        }
        tijden: dict[str, list[float]] = {naam: [] for naam in opdrachten}
        for ronde in range(RONDES + 1):
            for naam, opdracht in opdrachten.items():
                duur = _cpu(opdracht)
                if ronde:
                    tijden[naam].append(duur)
    a, b = (statistics.median(t) for t in tijden.values())
    return {"onze_ms": round(a, 1), "weasyprint_ms": round(b, 1), "verhouding": round(a / b, 3)}


def meet() -> dict[str, Any]:
    """The ratio for ``python -m bench``."""
    uit = measure()
    return {"naam": NAAM, "doel": DOEL, **uit}


def main() -> int:
    """Print the outcome; 1 when the target is missed, 0 when it could not be measured."""
    uit = measure()
    print(
        uit.get("overgeslagen")
        or f"onze: {uit['onze_ms']} ms, WeasyPrint: {uit['weasyprint_ms']} ms, {uit['verhouding']}"
    )
    print(json.dumps(uit | {"doel": DOEL}))
    return int(uit.get("verhouding", 0) > DOEL)


if __name__ == "__main__":
    sys.exit(main())
