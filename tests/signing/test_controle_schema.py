"""Wat ``controleer --json`` zegt, past bij het schema; ook bij een aanval en bij een vijandig bestand."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.signing.plan import NU, een, leeg, twee
from tests.signing.test_aanvallen import AANVALLEN
from tests.signing.test_tijdstempel import stamped
from tests.signing.tijddienst import answer
from veiligheidsplan.app.controleer import check_pdf
from veiligheidsplan.app.controleverslag import as_data, in_words
from veiligheidsplan.signing.verify import verify

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schema" / "controle-1.schema.json").read_text(encoding="utf-8")
)
BESTANDEN = {
    "leeg": leeg,
    "een": een,
    "twee": twee,
    "tijdstempel": lambda: stamped(answer(NU)),
    "geen pdf": lambda: b"hallo",
    **{
        n: maak
        for n, maak in AANVALLEN.items()
        if n.startswith(("EAA: FreeText", "SSA", "USF, in een update: C"))
    },
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_elke_uitkomst_past_bij_het_schema_en_de_woorden_noemen_geen_recht(naam: str) -> None:
    pdf = BESTANDEN[naam]()
    uitkomst = check_pdf(pdf)
    jsonschema.validate(json.loads(json.dumps(as_data(uitkomst))), SCHEMA)
    tekst = " ".join(in_words(uitkomst))
    assert "rechtsgeldig" not in tekst
    assert verify(pdf).goed == as_data(uitkomst)["goed"] == tekst.startswith("Goed:")


def test_het_schema_weigert_een_uitkomst_die_niet_bestaat() -> None:
    """De proef op de proef."""
    goed = as_data(check_pdf(twee()))
    for fout in (
        {**goed, "oordeel": "misschien"},
        {**goed, "extra": 1},
        {k: v for k, v in goed.items() if k != "goed"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(fout, SCHEMA)
