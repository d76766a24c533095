"""The report of ``instrument simuleer`` as one JSON object; shares are numbers from 0 to 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from veiligheidsplan.app.simuleer import Simulatieverslag
from veiligheidsplan.cli.simulatieverslag import LET_OP
from veiligheidsplan.instrument.simulatie import Simulatie
from veiligheidsplan.instrument.uitslag import number_to_json


def as_json(verslag: Simulatieverslag) -> str:
    """The same as one object; shares are numbers from 0 to 1."""
    uit = {
        "instrument": verslag.instrument.id,
        "versie": verslag.instrument.versie,
        "let_op": LET_OP,
        "zaad": verslag.zaad,
        "profielen": [_simulation(s) for s in verslag.simulaties],
        "zeker": {
            niveau: None
            if z is None
            else {"aantal": z.aantal, "bewezen": z.bewezen, "voorbeeld": z.voorbeeld, "gegevens": z.gegevens}
            for niveau, z in verslag.zeker.items()
        },
        "invloed": verslag.invloed,
    }
    return json.dumps(uit, indent=2) + "\n"


def _simulation(s: Simulatie) -> dict[str, Any]:
    return {
        "naam": s.profiel.naam or None,
        "onbekend": float(s.profiel.onbekend),
        "getrokken": s.getrokken,
        "eindniveau": None
        if s.eind is None
        else {"exact": s.eind.exact, "niveaus": _shares(s.eind.niveaus), "open": float(s.eind.open)},
        "schalen": {
            id_: {
                "exact": b.exact,
                "scores": [{"score": number_to_json(w), "aandeel": float(d)} for w, d in b.scores.items()],
                "niveaus": _shares(b.niveaus),
                "open": float(b.open),
            }
            for id_, b in s.schalen.items()
        },
        "signalen": {
            id_: {"exact": t.exact, "gezien": float(t.gezien), "mogelijk": float(t.mogelijk)}
            for id_, t in s.signalen.items()
        },
        "door_een_antwoord": [
            {"niveau": niveau, "reeksen": alle, "beslist": beslist}
            for niveau, (alle, beslist) in s.door_een.items()
        ],
    }


def _shares(niveaus: Mapping[str | None, Fraction]) -> list[dict[str, Any]]:
    return [{"niveau": niveau, "aandeel": float(deel)} for niveau, deel in niveaus.items()]
