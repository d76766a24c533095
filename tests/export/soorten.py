"""Every kind of document that can leave the house, made once per process: for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from tests.export.voorbeeld import blokken, document
from tests.plan.omgeving import example_dossier, omgeving
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import (
    Alinea,
    Beeld,
    Blok,
    Cijferbalk,
    Document,
    Handtekeningvak,
    InTaal,
    Kader,
    Kop,
    Lijst,
    Tabel,
    Velden,
)
from veiligheidsplan.plan.kopie import make_copy

LANG = "woord " * 3000
LOGO = Beeld(4, 3, bytes(range(36)), "Gemeente Voorbeeldstad")


def without_fields(rij: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """The same blocks with places to sign on paper only."""
    return tuple(Handtekeningvak(b.bijschrift) if isinstance(b, Handtekeningvak) else b for b in rij)


def _copy(voor: str, *, voorlopig: bool = False) -> Document:
    return make_copy(example_dossier(), omgeving(), voor, kenmerk="0a1b2c3d", voorlopig=voorlopig)  # type: ignore[arg-type]


def _blocks(*rij: Blok, **anders: object) -> Callable[[], Document]:
    return lambda: document(blokken=rij, **anders)


def _short() -> tuple[Blok, ...]:
    """Every kind of block of the example, each a little: for tests that break it more than a hundred times."""
    rij = [replace(b, rijen=b.rijen[:6]) if isinstance(b, Tabel) else b for b in blokken()]
    kort = [replace(b, punten=b.punten[:3]) if isinstance(b, Lijst) else b for b in rij]
    return tuple(b for n, b in enumerate(kort) if not (isinstance(b, Alinea) and n > 14))


SOORTEN: dict[str, Callable[[], Document]] = {
    "gezamenlijk": lambda: _copy("gezamenlijk"),
    "gezamenlijk voorlopig": lambda: _copy("gezamenlijk", voorlopig=True),
    "professional": lambda: _copy("professional"),
    "professional voorlopig": lambda: _copy("professional", voorlopig=True),
    "voorbeeld met velden": document,
    "kort": lambda: document(blokken=_short()),
    "voorbeeld zonder velden": lambda: document(blokken=without_fields(blokken())),
    "met logo": lambda: document(logo=LOGO),
    "leeg": _blocks(),
    "een blad": _blocks(Alinea("Dag.")),
    "dertig bladen": _blocks(*(Alinea(LANG[:9000]) for _ in range(8)), Lijst((LANG, "x"))),
    "veertig afspraken": _blocks(
        *(Kader(f"Afspraak {n}", (Alinea(LANG[:300]), Velden((("Wie", "Noor"),)))) for n in range(40))
    ),
    "hoge cel": _blocks(Tabel(("a", "b"), ((LANG, "x"), ("", "")), "t")),
    "brede tabel": _blocks(Tabel(tuple("abcdefghijkl"), (tuple("abcdefghijkl"), ("x",)), "t")),
    "kaders in kaders": _blocks(
        Kader("k", (Kader("in", (Alinea(LANG), Velden((("a", LANG),)))), Alinea("x"))),
    ),
    "koppen door elkaar": _blocks(
        Kop("diep", 3), Kader("k", ()), Kop("hoog", 1), Kop("dieper", 3), Kop("", 2), Kop("a", 2), Kop("b", 3),
        Kader("t", (Kop("binnen", 1),)), Kader("na", (Alinea("→ ✓"),)),
    ),
    "twaalf mensen": _blocks(Cijferbalk(tuple((f"n{n}", n % 11) for n in range(40)), "alt")),
    "dertig vakken": _blocks(*(Handtekeningvak(f"v{n}", f"partij-{n}") for n in range(30)), Alinea("erna")),
    "lege delen": _blocks(
        Lijst(()), Velden(()), Tabel((), (), ""), Tabel(("a",), (), ""), Kader("", ()), Kop(""), Alinea(""),
        Cijferbalk((), ""), Lijst(("",)), Velden((("", ""),)), titel="", merk="", voettekst="", taal="",
    ),
    "andere talen": _blocks(
        Alinea("Dag"),
        InTaal("en", (Kop("Hello"), Alinea("World"), Kader("Box", (InTaal("ti", (Alinea("ሰላም ቃል " * 90),)),)))),
        InTaal("ar", (Alinea("2026"),)),
        InTaal("geen taal", (Alinea("x"),)),
    ),
}  # fmt: skip


@cache
def made(naam: str) -> bytes:
    """The kind called *naam* as a PDF."""
    return render(SOORTEN[naam]())
