"""A story of five rounds in eighteen months: an incident between rounds, a new major version, a new worker.

The golden texts in tests/gouden/verhaal/ were read aloud. ``WERK_VERHAAL_BIJ=1 pytest tests/plan/test_verhaal.py``
writes them again; read the difference first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.plan.verhaal.verteller import Verteller
from veiligheidsplan.cli.toon import difference, in_round
from veiligheidsplan.export import FORMATEN, as_lines, render
from veiligheidsplan.plan import evaluatie, nog_nodig
from veiligheidsplan.plan.document import Blok, Document, Kop, Verloop
from veiligheidsplan.plan.dossier import fold
from veiligheidsplan.plan.gebeurtenis import from_bytes
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.onderbouwing import lines
from veiligheidsplan.plan.rondes import moments

GOUD = Path(__file__).parents[1] / "gouden" / "verhaal"
#: what a review adds to a copy; the other sections have golden texts of their own
SECTIES = {
    "professional": ("nog_nodig", "evaluatie", "verloop", "cijfers"),
    "gezamenlijk": ("cijfers_samen", "taken_samen", "verloop_samen", "vervolg"),
}


@cache
def told(rondes: int) -> Verteller:
    """The story until this round is established."""
    v = Verteller().on(date(2026, 12, 7)).first().established()
    if rondes >= 2:
        v.on(date(2027, 2, 15)).incident(
            wanneer="2027-02-14",
            wat="Sem stond 's nachts voor de deur en bonkte op het raam.",
            aanwezig=["persoon:1", "persoon:2", "persoon:3"],
            letsel="nee",
            politie="ja",
            kinderen="ja",
            meldcode="later",
        )
        v.on(date(2027, 3, 8)).review("ronde-2").established()
    if rondes >= 3:
        v.new_major().on(date(2027, 6, 7)).review("ronde-3").established()
    if rondes >= 4:
        v.on(date(2027, 9, 1)).taken_over("robin")
        v.on(date(2027, 12, 7)).review("ronde-4").established()
    if rondes >= 5:
        v.on(date(2028, 6, 7)).review("ronde-5").established()
    return v


def copy(v: Verteller, voor: str) -> Document:
    return make_copy(v.d, v.o, voor, kenmerk="0a1b2c3d")


def sections(v: Verteller, voor: str) -> str:
    """What a review adds to this copy, as text."""
    titels = {v.o.sjabloon.secties[id_].titel for id_ in SECTIES[voor]}
    heel = copy(v, voor)
    deel = Document(
        heel.titel, "-", heel.datum, heel.datum_iso, tuple(_under(heel.blokken, titels)), heel.ondertitel
    )
    return "\n".join(as_lines(deel, 100)) + "\n"


def _under(blokken: tuple[Blok, ...], titels: set[str]) -> Iterator[Blok]:
    mee = False
    for blok in blokken:
        if isinstance(blok, Kop) and blok.niveau == 1:
            mee = blok.tekst in titels
        if mee:
            yield blok


def text(naam: str) -> str:
    match naam:
        case "verschil.txt":
            v = told(5)
            paren = [(n, n + 1) for n in range(1, 5)]
            return "\n".join(
                "\n".join(difference(v.d, v.o, voor, *paar)) + "\n"
                for paar in paren
                for voor in ("professional", "gezamenlijk")
            )
        case "onderbouwing-ronde-2.txt":
            return "\n".join(lines(*in_round(told(5).d, told(5).o, 2))) + "\n"
        case _:
            voor, _, ronde = naam.removesuffix(".txt").rpartition("-na-ronde-")
            return sections(told(int(ronde)), voor)


@pytest.mark.parametrize(
    "naam",
    [
        "verschil.txt",
        "onderbouwing-ronde-2.txt",
        *(f"{voor}-na-ronde-{n}.txt" for voor in SECTIES for n in (2, 3, 5)),
    ],
)
def test_het_verhaal_leest_zoals_het_is_voorgelezen(naam: str) -> None:
    if os.environ.get("WERK_VERHAAL_BIJ"):
        GOUD.mkdir(exist_ok=True)
        (GOUD / naam).write_text(text(naam), "utf-8")
    assert text(naam) == (GOUD / naam).read_text("utf-8")


def test_vijf_evaluaties_later_staat_elke_ronde_er_nog_zoals_zij_was() -> None:
    """Ronde 2 is van Kim, met de leeftijd van toen; ook nadat Robin er werkt en Bo tien is."""
    v = told(5)
    assert [m.naam.split(",")[0] for m in moments(v.d, v.o)] == [f"Ronde {n}" for n in range(1, 6)]
    toen, o = in_round(v.d, v.o, 2)
    tekst = "\n".join(as_lines(make_copy(toen, o, "professional", kenmerk="-"), 100))
    assert "Ronde 2, vastgesteld op 8 maart 2027" in tekst
    assert "Leeftijd: 9" in tekst
    assert "Contactpersoon: Kim de Vries" in tekst
    assert "Contactpersoon: Robin" not in tekst
    assert toen.afnamen["directe-veiligheid:2"].instrument.versie == "1.0.0"


def test_elke_medewerker_houdt_wat_die_zelf_zei() -> None:
    """Het cijfer van Kim wordt na de overdracht niet dat van Robin; de lijnen staan naast elkaar."""
    tekst = sections(told(5), "professional")
    assert "Kim de Vries, als professional: Het geweld is minder." in tekst
    assert "Robin Bakker, als professional: Het geweld is gestopt." in tekst
    namen = [b.naam for b in copy(told(5), "professional").blokken if isinstance(b, Verloop)]
    assert "Kim de Vries over het hele gezin. Alleen gegeven" in namen
    assert "Robin Bakker over het hele gezin. Alleen gegeven" in namen


def test_de_nieuwe_hoofdversie_breekt_de_lijn_en_wat_niet_is_gevraagd_blijft_onbekend() -> None:
    """In ronde 3 zat Sem erbij, dus is niets gevraagd: de lijn gaat niet omlaag, zij is overal."""
    lijn = next(
        b for b in copy(told(5), "professional").blokken if isinstance(b, Verloop) and b.naam == "Niveau"
    )
    assert lijn.breuken == (2,)
    assert [(p.laagst, p.hoogst) for p in lijn.punten] == [(2, 2), (2, 2), (0, 2), (0, 0), (0, 0)]


def test_op_de_gezamenlijke_kopie_staat_alleen_wat_samen_is_gezegd() -> None:
    """Geen voorval, geen ronde, geen geweld, geen cijfer alleen; Noor en Sem lezen precies hetzelfde."""
    for n in range(1, 6):
        v = told(n)
        tekst = "\n".join(as_lines(copy(v, "gezamenlijk"), 100))
        for woord in (
            "Ronde",
            "voorval",
            "bonkte",
            "geweld is",
            "als professional",
            "schreeuwt nog",
            "alleen:",
        ):
            assert woord not in tekst, (n, woord)
        for formaat in FORMATEN if n == 5 else ("markdown",):
            wie = {render(copy(v, voor), formaat) for voor in ("gezamenlijk", "persoon:1", "persoon:2")}
            assert len(wie) == 1, (n, formaat)


def test_na_anderhalf_jaar_staat_er_nog_niet_dat_het_stabiel_veilig_is() -> None:
    """Eén evaluatie waarin ieder alleen «gestopt» zei is er te weinig; de lijst bewijst niets."""
    v = told(5)
    assert nog_nodig.direct(v.d, v.o) == ()
    assert [z for z in nog_nodig.stable(v.d, v.o) if "achter elkaar" in z]
    assert nog_nodig.lines(v.d, v.o)[-1].startswith("Een lege lijst bewijst niet")


def _reasons(ronde: int) -> tuple[nog_nodig.Reden, ...]:
    return nog_nodig.weigh_again(told(ronde).d, told(ronde).o)


def test_een_evaluatie_met_geweld_of_te_laat_vraagt_telkens_om_de_meldcode() -> None:
    redenen = {
        n: [r.code.removeprefix("meldcode_weer_") for r in nog_nodig.weigh_again(told(n).d, told(n).o)]
        for n in range(2, 6)
    }
    assert redenen == {
        2: ["evaluatie", "geweld", "doel"],
        3: ["geweld", "vast", "doel"],
        4: ["onbekend"],
        5: [],
    }
    assert not evaluatie.all_stopped(told(3).d, "evaluatie:2"), "gestopt zei Noor alleen waar Sem bij was"


def test_het_hele_verhaal_vouwt_uit_het_logboek_weer_tot_hetzelfde_dossier() -> None:
    v = told(5)
    assert fold([from_bytes(g.to_bytes()) for g in v.log]) == v.d
