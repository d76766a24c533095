"""The report of ``instrument test``: for a person or as JSON. Nothing is printed here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from veiligheidsplan.app.beproef import Gevalverslag, Proef
from veiligheidsplan.bevinding import Plaats
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.render import findings_as_json, findings_as_text
from veiligheidsplan.cli.uitslag import number
from veiligheidsplan.cli.vergelijkverslag import as_data, as_lines
from veiligheidsplan.instrument.dekking import SOORTEN, Dekking
from veiligheidsplan.instrument.scenario import Verschil

#: in the open a long list hides what matters; ``--formaat json`` has them all
_MEESTE_OPEN = 20


def as_text(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """Per instrument the cases that fail, what no case reached, and a count."""
    return clean("\n\n".join("\n".join(_text(proef, minimaal)) for proef in proeven)) + "\n"


def _text(proef: Proef, minimaal: int | None) -> Iterator[str]:
    yield f"{proef.id}: {count_cases(proef)}"
    if proef.fouten:
        yield findings_as_text(proef.fouten).rstrip("\n")
        return
    for geval in proef.gevallen:
        if not geval.uitkomst.goed:
            yield from ["", *failed_lines(geval)]
    if proef.gevallen and proef.dekking is not None:
        yield ""
        yield from _coverage(proef.dekking, minimaal)
    if proef.vergelijking is not None:
        yield from ("", *as_lines(proef.vergelijking))
    if proef.vergelijking is not None and proef.vergelijking.bevindingen:
        yield from ("", findings_as_text(proef.vergelijking.bevindingen).rstrip("\n"))


def count_cases(proef: Proef) -> str:
    """How many cases there are, and how many are otherwise than expected."""
    aantal = len(proef.gevallen)
    if proef.fouten:
        return "niet te laden"
    if not aantal:
        return "geen tests gevonden (lijsten met gevallen in tests/*.yaml naast instrument.yaml)"
    gevallen = f"{aantal} geval" + ("len" if aantal > 1 else "")
    return f"{gevallen}, {f'{proef.mislukt} anders dan verwacht' if proef.mislukt else 'alles als verwacht'}"


def failed_lines(geval: Gevalverslag) -> Iterator[str]:
    """One case that is otherwise than expected: its sentence, and each field with what came instead."""
    yield f"ANDERS  {clean(geval.uitkomst.geval.naam, regels=False)}"
    yield f"  --> {geval.plaats}"
    for verschil, plek in zip(geval.uitkomst.verschillen, geval.plekken, strict=True):
        yield f"  {' › '.join(verschil.pad)} (regel {plek.regel})"
        yield f"    verwacht: {_value(verschil.verwacht)}"
        yield f"    gekregen: {_value(verschil.gekregen)}{_extra(verschil.verwacht, verschil.gekregen)}"
        if (waarom := _why_nothing(geval, verschil)) is not None:
            yield f"    {waarom}"
    for fout in geval.fouten:
        waar = f" (regel {fout.plaats.regel})" if fout.plaats else ""
        yield f"  {fout.uitleg}{waar}"


def _why_nothing(geval: Gevalverslag, verschil: Verschil) -> str | None:
    """Why a scale that was expected to have one score or level has none: which answers the case lacks."""
    uitslag = geval.uitkomst.uitslag
    if uitslag is None or verschil.gekregen is not None or verschil.pad[0] != "schalen":
        return None
    schaal = uitslag.schalen.get(verschil.pad[1])
    if schaal is None or not schaal.ontbrekend or verschil.pad[2:] not in (("score",), ("niveau",)):
        return None
    zin = f"in dit geval ontbreekt een antwoord op: {', '.join(schaal.ontbrekend)}"
    if schaal.laagst is None or schaal.hoogst is None:
        return zin
    return f"{zin}; nu kan de score van {number(schaal.laagst)} tot en met {number(schaal.hoogst)} zijn"


def _value(waarde: Any) -> str:
    if waarde is None:
        return "niets"
    if isinstance(waarde, list):
        return ", ".join(map(str, waarde)) or "geen"
    return json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, dict) else str(waarde)


def _extra(verwacht: Any, gekregen: Any) -> str:
    """Of two lists: what is missing and what is too many."""
    if not isinstance(verwacht, list) or not isinstance(gekregen, list):
        return ""
    weg = [str(v) for v in verwacht if v not in gekregen]
    bij = [str(g) for g in gekregen if g not in verwacht]
    delen = [
        f"{woord}: {', '.join(lijst)}" for woord, lijst in (("ontbreekt", weg), ("te veel", bij)) if lijst
    ]
    return f" ({'; '.join(delen)})" if delen else ""


def _coverage(dekking: Dekking, minimaal: int | None) -> Iterator[str]:
    genoeg = (
        "" if minimaal is None or dekking.procent >= minimaal else f", minder dan de {minimaal}% die moet"
    )
    yield f"De tests bereiken {dekking.procent}%{genoeg}."
    delen = [(soort, *dekking.count(soort)) for soort in SOORTEN]
    yield "  " + ", ".join(f"{soort} {raak} van {alle}" for soort, raak, alle in delen if alle)
    if dekking.open:
        yield "Nog niet bereikt:"
        yield from (f"  - {punt.tekst}" for punt in dekking.open[:_MEESTE_OPEN])
    if len(dekking.open) > _MEESTE_OPEN:
        yield f"  en nog {len(dekking.open) - _MEESTE_OPEN}; «--formaat json» noemt alles."


def as_json(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """``{"instrumenten": […], "gevallen": n, "mislukt": n, "minimaal": n}``, in ASCII."""
    inhoud = {
        "instrumenten": [_instrument_data(proef) for proef in proeven],
        "gevallen": sum(len(proef.gevallen) for proef in proeven),
        "mislukt": sum(proef.mislukt for proef in proeven),
        "minimaal": minimaal,
    }
    return json.dumps(inhoud, indent=2) + "\n"


def _instrument_data(proef: Proef) -> dict[str, Any]:
    return {
        "id": proef.id,
        "bestand": str(proef.bestand),
        "bevindingen": json.loads(findings_as_json(proef.fouten))["bevindingen"],
        "gevallen": [_case_data(geval) for geval in proef.gevallen],
        "dekking": _coverage_data(proef.dekking) if proef.dekking else None,
        "vergelijking": as_data(proef.vergelijking) if proef.vergelijking else None,
    }


def _case_data(geval: Gevalverslag) -> dict[str, Any]:
    paren = zip(geval.uitkomst.verschillen, geval.plekken, strict=True)
    return {
        "naam": geval.uitkomst.geval.naam,
        "goed": geval.uitkomst.goed,
        "plaats": _place(geval.plaats),
        "verschillen": [
            {"pad": list(v.pad), "verwacht": v.verwacht, "gekregen": v.gekregen, "plaats": _place(plek)}
            for v, plek in paren
        ],
        "bevindingen": [{"code": b.code, "uitleg": b.uitleg, "suggestie": b.suggestie} for b in geval.fouten],
    }


def _place(plaats: Plaats) -> dict[str, Any]:
    return {"bestand": plaats.bestand, "regel": plaats.regel, "kolom": plaats.kolom}


def _coverage_data(dekking: Dekking) -> dict[str, Any]:
    return {
        "procent": dekking.procent,
        "soorten": {
            soort: dict(zip(("bereikt", "totaal"), dekking.count(soort), strict=True)) for soort in SOORTEN
        },
        "niet_bereikt": [{"doel": list(punt.doel), "tekst": punt.tekst} for punt in dekking.open],
    }
