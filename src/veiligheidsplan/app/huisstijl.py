"""A house style (*huisstijl*) from design tokens: flat or nested, ``value`` or ``$value``, references followed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.app.huisstijl_letter import families
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, nearest
from veiligheidsplan.loading.text_source import read_bytes
from veiligheidsplan.plan.contrast import contrast_findings
from veiligheidsplan.plan.sjabloon import Kleuren

SLEUTELS: Final = ("accent", "tekst", "vlak", "waarschuwing")
#: words in the name of a token that say what it is for, the surest first
WOORDEN: Final[Mapping[str, tuple[str, ...]]] = {
    "accent": (
        "accent",
        "primary",
        "primair",
        "brand",
        "merk",
        "hoofdkleur",
        "interaction",
        "link",
        "action",
    ),
    "tekst": ("document.color", "body.color", "tekst", "text", "foreground", "voorgrond"),
    "vlak": ("vlak", "surface", "subtle", "achtergrond", "background"),
    "waarschuwing": ("waarschuwing", "danger", "error", "fout", "negative", "critical", "alert"),
}
#: a token of something that is seldom the whole: only where nothing else fits
_BIJZAAK: Final = (
    "hover",
    "focus",
    "active",
    "disabled",
    "visited",
    "inverse",
    "border",
    "icon",
    "shadow",
    "placeholder",
)
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\Z", re.IGNORECASE)
_RGB: Final = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*(1|1\.0+|100%)\s*)?\)\Z",
    re.IGNORECASE,
)
_VERWIJZING: Final = re.compile(r"\{([^{}]+)\}\Z|var\(--([\w-]+)\)\Z")
_DIEPTE, _MEEST = 40, 20_000


@dataclass(frozen=True, slots=True)
class Huisstijltokens:
    """The colours that were chosen, each with the token it came from; and what is wrong with them.

    ``letters``: the names of the typefaces that the tokens ask for, each with its token.
    """

    kleuren: Mapping[str, tuple[str, str]]
    bevindingen: tuple[Bevinding, ...]
    letters: tuple[tuple[str, str], ...] = ()

    @property
    def blok(self) -> str:
        """The lines for a ``sjabloon.yaml``."""
        return "kleuren:\n" + "".join(f"  {naam}: '{kleur}'\n" for naam, (kleur, _) in self.kleuren.items())


def read_house_style(pad: Path, gekozen: Mapping[str, str]) -> Huisstijltokens:
    """The colours in a token file. *gekozen* names the token for a colour, where a person knows better.

    Raises ``BevindingenFout`` (VP633) for a file without colours, and for a token that is not there.
    """
    alles = _flat(_read(pad))
    tokens = dict(_colours(alles))
    if not tokens:
        raise _fault(
            pad,
            "In dit bestand staan geen kleuren.",
            "Een kleur ziet eruit als '#1d4f73' of rgb(29, 79, 115).",
        )
    uit: dict[str, tuple[str, str]] = {}
    for sleutel in SLEUTELS:
        token = gekozen.get(sleutel) or _best(sleutel, tokens)
        if token is None:
            continue
        if token not in tokens:
            lijkt = nearest(token, tokens)
            raise _fault(
                pad,
                f"Er is geen kleur «{token[:60]}».",
                f"Bedoelt u «{lijkt}»?" if lijkt else "Kijk in het bestand hoe de kleur heet.",
            )
        uit[sleutel] = (tokens[token], token)
    if not uit:
        raise _fault(
            pad,
            "Bij geen van de kleuren is te zien waar zij voor is.",
            "Kies zelf, bijvoorbeeld: --kleur accent=" + next(iter(tokens)) + ".",
        )
    alle = Kleuren().model_dump() | {k: v for k, (v, _) in uit.items()}
    fouten = contrast_findings(alle, ("kleuren",), {k: v for k, (v, _) in uit.items()})
    return Huisstijltokens(uit, tuple(fouten), families(alles, lambda waarde: _resolved(waarde, alles)))


def with_colours(tekst: str, blok: str) -> str | None:
    """The text of a template with these colours; ``None`` where its own block cannot be told apart."""
    if not tekst.strip():
        return blok
    regels = tekst.splitlines(keepends=True)
    begin = [n for n, regel in enumerate(regels) if re.match(r"kleuren\s*:", regel)]
    if len(begin) > 1:
        return None
    if not begin:
        return tekst.rstrip("\n") + "\n\n" + blok
    eind = begin[0] + 1
    if regels[begin[0]].split(":", 1)[1].split("#", 1)[0].strip() and "}" not in regels[begin[0]]:
        return None
    while eind < len(regels) and regels[eind].strip() and regels[eind][0] in " \t":
        eind += 1
    return "".join(regels[: begin[0]]) + blok + "".join(regels[eind:])


def _read(pad: Path) -> Any:
    inhoud = read_bytes(pad, str(pad))
    if isinstance(inhoud, Bevinding):
        raise BevindingenFout([inhoud])
    try:
        return json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _fault(
            pad,
            "Dit bestand is geen JSON.",
            "Vraag de eigenaar van de huisstijl om de design tokens als JSON.",
        ) from None


def _flat(waarde: Any, pad: str = "", diepte: int = 0) -> dict[str, Any]:
    """Every token by its whole name: the value itself, or what stands at ``value`` or ``$value``."""
    uit: dict[str, Any] = {}
    if not isinstance(waarde, dict) or diepte > _DIEPTE:
        return uit
    for sleutel, deel in waarde.items():
        naam = f"{pad}.{sleutel}" if pad else str(sleutel)
        if isinstance(deel, dict) and ("$value" in deel or "value" in deel):
            uit[naam] = deel["$value"] if "$value" in deel else deel["value"]
        elif isinstance(deel, dict):
            uit |= _flat(deel, naam, diepte + 1)
        elif not str(sleutel).startswith("$"):
            uit[naam] = deel
        if len(uit) > _MEEST:
            break
    return uit


def _colours(tokens: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for naam, waarde in tokens.items():
        kleur = _colour(_resolved(waarde, tokens))
        if kleur is not None:
            yield naam, kleur


def _resolved(waarde: Any, tokens: Mapping[str, Any]) -> Any:
    """What a token stands for in the end; a reference that goes round stands for nothing."""
    for _ in range(20):
        m = _VERWIJZING.match(waarde.strip()) if isinstance(waarde, str) else None
        if m is None:
            return waarde
        naam = m[1] or m[2]
        waarde = tokens.get(naam, tokens.get(naam.removesuffix(".value"), tokens.get("--" + naam)))
    return None


def _colour(waarde: Any) -> str | None:
    """``#rrggbb`` for what is wholly opaque; ``None`` for anything else."""
    if isinstance(waarde, dict):  # the form of 2025: a colour space with its parts
        waarde = (
            waarde.get("hex")
            if waarde.get("colorSpace", "srgb") == "srgb" and waarde.get("alpha", 1) == 1
            else None
        )
    if not isinstance(waarde, str):
        return None
    waarde = waarde.strip()
    if _HEX.match(waarde):
        cijfers = waarde[1:] if len(waarde) > 5 else "".join(c * 2 for c in waarde[1:])
        return "#" + cijfers[:6].lower() if cijfers[6:].lower() in ("", "ff") else None
    m = _RGB.match(waarde)
    if m and all(int(d) <= 255 for d in m.groups()[:3]):
        return "#" + "".join(f"{int(d):02x}" for d in m.groups()[:3])
    return None


def _best(sleutel: str, tokens: Mapping[str, str]) -> str | None:
    """The token whose name says most clearly what it is for; the shortest of equals, then the first by name."""
    kandidaten = []
    for naam in tokens:
        laag = naam.lower()
        rang = next((n for n, woord in enumerate(WOORDEN[sleutel]) if woord in laag), None)
        if rang is not None:
            kandidaten.append(
                (any(w in laag for w in _BIJZAAK), rang, laag.count(".") + laag.count("-"), len(naam), naam)
            )
    return min(kandidaten)[-1] if kandidaten else None


def _fault(pad: Path, uitleg: str, tip: str) -> BevindingenFout:
    return BevindingenFout([Bevinding("VP633", f"{pad.name}: {uitleg}", suggestie=tip)])
