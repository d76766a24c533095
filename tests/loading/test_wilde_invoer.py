"""Whatever is written in a file: an instrument comes out, or findings in Dutch, and never anything else."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading import load_instrument_text
from veiligheidsplan.loading.models import inspect_instrument_text

TEKSTEN = [Path(__file__).with_name(n).read_text(encoding="utf-8") for n in ("basis.yaml", "alles.yaml")]
WAARDEN = ["", "5", "-1", "0.5", "true", "no", "ja", "[]", "{}", "[a, 1, {b: c}]", "{a: 1, 1: b}", "'x'", "2026-01-01",
           "~", "[[]]", "{vraag: ruzie, is: ja}", "{alle: [5, {}, []]}", "{niet: {}}", "geweld", "ernst", "'\\'",
           "{1: 1}", "99999999999999", "x" * 50]  # fmt: skip
ENGELS = re.compile(
    r"\b(expected|found|input|should|valid|validation|field|required|extra|permitted|greater|string|integer|type=|"
    r"token|mapping|sequence|character|NoneType|dict|list|tuple)\b"
)


def check(tekst: str | bytes) -> None:
    instrument, bevindingen, _ = inspect_instrument_text(tekst, "i.yaml")
    assert (instrument is None) == any(b.ernst == "fout" for b in bevindingen)
    for bevinding in bevindingen:
        assert bevinding.plaats is not None
        ons = re.sub(
            r"«[^»]*»|'[^']*'|Kies uit: .*", "", f"{bevinding.uitleg} {bevinding.suggestie}", flags=re.DOTALL
        )
        assert not ENGELS.search(ons), ons


@given(st.sampled_from(TEKSTEN), st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=400, deadline=None)
def test_een_instrument_met_willekeurige_andere_waarden(tekst: str, rng: random.Random, keer: int) -> None:
    regels = tekst.split("\n")
    for _ in range(keer):
        i = rng.randrange(len(regels))
        if ":" in regels[i]:
            regels[i] = regels[i].split(":")[0] + ": " + rng.choice(WAARDEN)
    check("\n".join(regels))


@given(st.sampled_from(TEKSTEN), st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=400, deadline=None)
def test_een_instrument_waarin_iets_is_weggevallen_of_verplaatst(
    tekst: str, rng: random.Random, keer: int
) -> None:
    for _ in range(keer):
        a, b = sorted(rng.randrange(len(tekst)) for _ in range(2))
        b = min(b, a + 30)
        c = rng.randrange(len(tekst))
        tekst = rng.choice([tekst[:a] + tekst[b:], tekst[:c] + tekst[a:b] + tekst[c:]])
    check(tekst)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_willekeurige_bytes(inhoud: bytes) -> None:
    check(inhoud)


@given(st.sampled_from(TEKSTEN), st.binary(min_size=1, max_size=4), st.integers(0, 2000))
@settings(max_examples=200, deadline=None)
def test_een_instrument_met_een_paar_vreemde_bytes_erin(tekst: str, vreemd: bytes, plek: int) -> None:
    inhoud = tekst.encode()
    check(inhoud[:plek] + vreemd + inhoud[plek:])


SLEUTELS = st.sampled_from(
    [
        "onderdelen",
        "vragen",
        "schalen",
        "telt",
        "toon_als",
        "alle",
        "vraag",
        "is",
        "in",
        "als",
        "type",
        "signalen",
        "antwoorden",
        "antwoordlijsten",
        "grenzen",
        "niveaus",
        "thuis",
        "ruzie",
        "vervangt",
    ]
)
BLADEN = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from(["ja", "ruzie", "thuis", "som", "x"])
)


@given(
    st.recursive(
        BLADEN,
        lambda deel: st.one_of(st.lists(deel, max_size=3), st.dictionaries(SLEUTELS, deel, max_size=4)),
        max_leaves=25,
    )
)
@settings(max_examples=400, deadline=None)
def test_iedere_andere_bouw_van_bekende_sleutels(waarde: object) -> None:
    check(json.dumps(waarde))


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_willekeurige_tekst_is_geen_instrument(tekst: str) -> None:
    with pytest.raises(BevindingenFout):
        load_instrument_text(tekst, "i")


@pytest.mark.parametrize(
    "deel",
    [
        "telt: [" + ",".join(f"onbekend_{i}" for i in range(20_000)) + "]",
        "grenzen: {" + ",".join(f"onbekend_{i}: {i}" for i in range(20_000)) + "}",
    ],
    ids=["telt", "grenzen"],
)
def test_een_bestand_vol_fouten_noemt_er_hoogstens_tweehonderd(deel: str) -> None:
    """A walk that compares everything with everything would not come to an end here."""
    tekst = TEKSTEN[0].replace("telt: [gevoel]", deel)
    bevindingen = inspect_instrument_text(tekst, "i.yaml")[1]
    assert len(bevindingen) == 200
