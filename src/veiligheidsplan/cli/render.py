"""Findings (*bevindingen*) as text for a person or as JSON for a machine. Nothing is printed here."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats
from veiligheidsplan.cli.clean import cells, clean, width

#: widest excerpt of a source line, in terminal columns; a longer line is cut around what it is about
EXCERPT = 72
_COLOURS = {Ernst.FOUT: "31", Ernst.WAARSCHUWING: "33"}

Paint = Callable[[str, str], str]


def findings_as_text(bevindingen: Sequence[Bevinding], *, kleur: bool = False) -> str:
    """All findings in order of place, with excerpt, related places and tip; then a line that counts them.

    Empty when there are none. The text of a finding and of the file is data: it cannot steer a terminal.
    """
    if not bevindingen:
        return ""
    paint = _paint if kleur else _plain
    delen = [_one(b, paint) for b in in_order(bevindingen)]
    return "\n\n".join([*delen, count_line(bevindingen)]) + "\n"


def findings_as_json(bevindingen: Sequence[Bevinding]) -> str:
    """``{"bevindingen": […], "fouten": n, "waarschuwingen": n}``, in ASCII: it survives every terminal."""
    fouten, waarschuwingen = count(bevindingen)
    inhoud = {
        "bevindingen": [_as_data(b) for b in in_order(bevindingen)],
        "fouten": fouten,
        "waarschuwingen": waarschuwingen,
    }
    return json.dumps(inhoud, indent=2) + "\n"


def in_order(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    """File by file as they first appear, from top to bottom; what has no place stays in front."""
    bestanden = {b: i for i, b in enumerate(dict.fromkeys(_file(b) for b in bevindingen))}
    return sorted(
        bevindingen,
        key=lambda b: (bestanden[_file(b)], (b.plaats.regel, b.plaats.kolom) if b.plaats else (0, 0)),
    )


def count(bevindingen: Sequence[Bevinding]) -> tuple[int, int]:
    """How many faults and how many warnings."""
    fouten = sum(b.ernst is Ernst.FOUT for b in bevindingen)
    return fouten, len(bevindingen) - fouten


def count_line(bevindingen: Sequence[Bevinding]) -> str:
    """«2 fouten, 1 waarschuwing»."""
    fouten, waarschuwingen = count(bevindingen)
    delen = []
    if fouten:
        delen.append(f"{fouten} fout" + ("en" if fouten > 1 else ""))
    if waarschuwingen:
        delen.append(f"{waarschuwingen} waarschuwing" + ("en" if waarschuwingen > 1 else ""))
    return ", ".join(delen) or "geen fouten"


def _file(bevinding: Bevinding) -> str:
    return bevinding.plaats.bestand if bevinding.plaats else ""


def _one(bevinding: Bevinding, paint: Paint) -> str:
    kop = f"{bevinding.ernst.value}[{clean(bevinding.code, regels=False)}]"
    regels = [f"{paint(kop, _COLOURS[bevinding.ernst])}: {_indent(bevinding.uitleg, 2)}"]
    if bevinding.plaats is not None:
        regels.append(f"  --> {_place(bevinding.plaats)}")
        regels += _excerpt(bevinding.plaats, paint, _COLOURS[bevinding.ernst])
    elif bevinding.pad:
        regels.append(f"  --> {clean(' › '.join(map(str, bevinding.pad)), regels=False)}")
    for verwant in bevinding.verwant:
        regels.append(f"  {_related(verwant.plaats, bevinding.plaats)} {_indent(verwant.uitleg, 4)}")
    if bevinding.suggestie:
        regels.append(f"  {paint('tip', '36')}: {_indent(bevinding.suggestie, 7)}")
    return "\n".join(regels)


def _indent(tekst: str, diepte: int) -> str:
    return clean(tekst).strip("\n").replace("\n", "\n" + " " * diepte)


def _place(plaats: Plaats) -> str:
    return f"{clean(plaats.bestand, regels=False)}:{plaats.regel}:{plaats.kolom}"


def _related(plaats: Plaats, van: Plaats | None) -> str:
    if van is not None and plaats.bestand == van.bestand:
        return f"{plaats.regel}:{plaats.kolom}"
    return _place(plaats)


def _excerpt(plaats: Plaats, paint: Paint, kleur: str) -> list[str]:
    """The source line with carets under what the finding is about; nothing when the line is not known."""
    if plaats.regeltekst is None:
        return []
    stukken = cells(plaats.regeltekst.rstrip("\r\n"))
    begin = min(max(plaats.kolom - 1, 0), len(stukken))
    einde = _end(plaats, begin, len(stukken))
    tekst, inspringen, lengte = _window(stukken, begin, einde)
    nummer = str(plaats.regel)
    leeg = " " * len(nummer)
    carets = paint("^" * max(lengte, 1), kleur)
    return [f"{leeg} |", f"{nummer} | {tekst.rstrip()}", f"{leeg} | {' ' * inspringen}{carets}", f"{leeg} |"]


def _end(plaats: Plaats, begin: int, lengte: int) -> int:
    if plaats.eind_regel is not None and plaats.eind_regel > plaats.regel:
        return lengte
    if plaats.eind_kolom is None:
        return min(begin + 1, lengte)
    return min(max(plaats.eind_kolom - 1, begin), lengte)


def _window(stukken: list[str], begin: int, einde: int) -> tuple[str, int, int]:
    """The visible part of a line: its text, the columns before the carets, and how many carets."""
    voor, midden = "".join(stukken[:begin]), "".join(stukken[begin:einde])
    if width("".join(stukken)) <= EXCERPT:
        return "".join(stukken), width(voor), width(midden)
    links, start = "", begin
    while start > 0 and width(links) + width(stukken[start - 1]) <= EXCERPT // 3:
        start -= 1
        links = stukken[start] + links
    rechts, eind = "", begin
    while eind < len(stukken) and width(links) + width(rechts) + width(stukken[eind]) <= EXCERPT - 2:
        rechts += stukken[eind]
        eind += 1
    voor, na = "…" if start > 0 else "", "…" if eind < len(stukken) else ""
    lengte = width("".join(stukken[begin : min(einde, eind)]))
    return voor + links + rechts + na, len(voor) + width(links), lengte


def _as_data(bevinding: Bevinding) -> dict[str, Any]:
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst.value,
        "uitleg": bevinding.uitleg,
        "suggestie": bevinding.suggestie,
        "pad": list(bevinding.pad),
        "plaats": _place_as_data(bevinding.plaats),
        "verwant": [{"plaats": _place_as_data(v.plaats), "uitleg": v.uitleg} for v in bevinding.verwant],
    }


def _place_as_data(plaats: Plaats | None) -> dict[str, Any] | None:
    if plaats is None:
        return None
    velden = ("bestand", "regel", "kolom", "eind_regel", "eind_kolom")
    return {veld: getattr(plaats, veld) for veld in velden}


def _paint(tekst: str, code: str) -> str:
    return f"\x1b[1;{code}m{tekst}\x1b[0m"


def _plain(tekst: str, code: str) -> str:
    return tekst
