"""The Dutch words of the plan's own schemas, per subject and field (``planwoorden.yaml``), and how to fill them up.

They begin as the words of the regional template and stay as they are when a template changes: a released schema does
not follow the wording of a question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.loading.schemas.woorden import Woord
from veiligheidsplan.loading.yaml_source import read_yaml
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.sjabloon import Sjabloon
from veiligheidsplan.plan.veld import Veld

_BESTAND: Final = "planwoorden.yaml"
_KOP: Final = """\
# De woorden van de schema's van het plan: wat een editor bij elk veld laat zien.
# Nieuwe velden komen erbij met: python -m veiligheidsplan.loading.schemas schema --opnieuw
# De woorden komen dan uit het sjabloon van de regio. Daarna mag u ze hier verbeteren.
"""
#: what stands in the place of an opening of a question
_OPENINGEN: Final = {"naam": "deze persoon", "nummer": "dit nummer", "titel": "dit", "label": "deze afweging"}
_VOORBEELD: Final = {
    "datum": "over 7 dagen",
    "tijd": "'20:00'",
    "schaal": "5",
    "getal": "34",
    "meerkeuze": "[]",
    "tekst": "…",
    "keuze": "…",
}

Woorden = Mapping[str, Mapping[str, Mapping[str, Any]]]


@cache
def raw_words() -> Woorden:
    """The file as it stands; empty before it was made."""
    pad = files(__package__) / _BESTAND
    waarde = read_yaml(pad.read_bytes(), _BESTAND).checked().waarde if pad.is_file() else None
    return waarde or {}


def word_of(soort: str, naam: str, veld: Veld) -> Woord:
    """What is said about one field; its name where nothing is said yet."""
    ruw = raw_words().get(soort, {}).get(naam, {})
    vast = veld.keuzes if veld.soort == "keuze" and isinstance(veld.keuzes, tuple) and veld.keuzes else ()
    voorbeeld = vast[0] if vast else _VOORBEELD.get(veld.soort, "…")
    return Woord(
        str(ruw.get("titel", naam)),
        str(ruw.get("uitleg", naam)),
        f"{naam}: {voorbeeld}",
        {str(code): str(zin) for code, zin in ruw.get("waarden", {}).items()},
    )


def filled_up(sjabloon: Sjabloon) -> str:
    """The file with a line for every field of the model: what it has stays, what it lacks comes from the template."""
    delen = [_KOP]
    for soort, velden in VELDEN.items():
        if velden:
            delen.append(f"{soort}:\n")
        for naam, veld in velden.items():
            woord = raw_words().get(soort, {}).get(naam) or _from_template(sjabloon, soort, naam, veld)
            delen.append(f"  {naam}:\n")
            delen += [f"    {sleutel}: {_scalar(woord[sleutel])}\n" for sleutel in ("titel", "uitleg")]
            if woord.get("waarden"):
                delen.append("    waarden:\n")
                delen += [f"      {_scalar(c)}: {_scalar(z)}\n" for c, z in woord["waarden"].items()]
    return "".join(delen)


def words_path() -> Path:
    """Where the file stands in a checkout."""
    return Path(str(files(__package__) / _BESTAND))


def _from_template(sjabloon: Sjabloon, soort: str, naam: str, veld: Veld) -> dict[str, Any]:
    tekst = sjabloon.teksten.get(soort, {}).get(naam)
    if tekst is None:
        return {"titel": naam, "uitleg": naam}
    uitleg = re.sub(r"\{([a-z_]+)\}", lambda m: _OPENINGEN.get(m.group(1), m.group(1)), tekst.vraag)
    vast = [*(veld.keuzes if isinstance(veld.keuzes, tuple) else ()), *veld.bijzonder]
    waarden = {c: tekst.keuzes.get(c) or sjabloon.zinnen.get(c) or c for c in vast}
    return {"titel": tekst.label, "uitleg": uitleg, "waarden": waarden}


def _scalar(waarde: object) -> str:
    return json.dumps(str(waarde), ensure_ascii=False)
