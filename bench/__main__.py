"""Every measurement in one run: ``python -m bench [NAAM …] [--json]``.

Each file beside this one has ``meet() -> dict``: *naam*, *verhouding* or *waarde* (with *eenheid*), *doel* (at most).
A ratio is measured side by side in one run; trust it more than the milliseconds.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

METINGEN = (
    "start",
    "laden",
    "bewijzen",
    "taal",
    "groei",
    "opslag",
    "lijst",
    "pdf",
    "koud",
    "score",
    "geheugen",
    "schema",
    "gesprek",
)


def main(args: list[str]) -> int:
    """Exit code 1 when a target is missed."""
    gekozen = [a for a in args if not a.startswith("-")] or [n for n in METINGEN if _file(n).exists()]
    uitkomsten = [run(naam) for naam in gekozen]
    if "--json" in args:
        print(json.dumps(uitkomsten, indent=2))
    else:
        print(table(uitkomsten))
    return 0 if all(u["gehaald"] for u in uitkomsten) else 1


def _file(naam: str) -> Path:
    return Path(__file__).with_name(f"{naam}.py")


def run(naam: str) -> dict[str, Any]:
    """One measurement, with whether its target was met."""
    print(f"meten: {naam} …", file=sys.stderr)
    uitkomst: dict[str, Any] = import_module(f"bench.{naam}").meet()
    if "overgeslagen" in uitkomst:
        return {**uitkomst, "gehaald": True}
    gemeten = uitkomst.get("verhouding", uitkomst.get("waarde"))
    return {**uitkomst, "gehaald": gemeten is not None and gemeten <= uitkomst["doel"]}


def table(uitkomsten: list[dict[str, Any]]) -> str:
    """Name, what was measured, the target, and whether it was met."""
    rijen = [("meting", "gemeten", "doel", "")]
    for u in uitkomsten:
        if "overgeslagen" in u:
            rijen.append((u["naam"], "niet gemeten", u["overgeslagen"], ""))
            continue
        eenheid = "×" if "verhouding" in u else f" {u.get('eenheid', '')}".rstrip()
        gemeten = u.get("verhouding", u.get("waarde"))
        rijen.append(
            (
                u["naam"],
                f"{gemeten:.3g}{eenheid}",
                f"≤ {u['doel']}{eenheid}",
                "goed" if u["gehaald"] else "NIET",
            )
        )
    breedtes = [max(len(rij[i]) for rij in rijen) for i in range(4)]
    return "\n".join(
        "  ".join(cel.ljust(b) for cel, b in zip(rij, breedtes, strict=True)).rstrip() for rij in rijen
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
