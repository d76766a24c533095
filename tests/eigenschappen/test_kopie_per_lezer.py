"""Wat een lezer niet mag weten, verandert niets aan wat die lezer krijgt: ook niet dat het er is.

De velden komen uit het model zelf. Een nieuw veld wordt hier vanzelf voor iedereen veranderd die het niet mag lezen.
"""

from __future__ import annotations

import io
from random import Random

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.eigenschappen.dossiers import (
    BESLIST,
    BESLIST_OVERAL,
    PERSONEN,
    Waarde,
    household,
    is_child,
    on_the_plan,
    places,
    secretly_other,
    sees,
)
from tests.plan.omgeving import NU, events, omgeving, with_values

from veiligheidsplan.app.exporteer import Exemplaar, export, handed
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.kopie import Eigendeel
from veiligheidsplan.plan.model import VELDEN, Zicht, kind_of
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign

LEZERS = ("gezamenlijk", *PERSONEN, "netwerk:1")
zaden = st.integers(0, 2**32)
lezers = st.sampled_from(LEZERS)
delen: st.SearchStrategy[Eigendeel] = st.sampled_from(("niet", "mee", "apart"))


def copy(d: Dossier, lezer: str, eigen: Eigendeel, formaat: Formaat = "json") -> Exemplaar:
    """De kopie zonder handtekening; privébladen alleen voor een persoon."""
    deel: Eigendeel = eigen if lezer in PERSONEN else "niet"
    return export(d, omgeving(), lezer, formaat, kenmerk="0a1b2c3d", eigen=deel)


def same(een: Exemplaar, ander: Exemplaar) -> bool:
    """Bytes en naam; het feit voor het logboek leest alleen de professional."""
    return (een.inhoud, een.naam) == (ander.inhoud, ander.naam)


def test_de_proef_raakt_elk_veld_van_het_model() -> None:
    """Ook een veld van morgen: wat hier niet meedoet, staat met name in NIET_LOS."""
    from tests.eigenschappen.dossiers import NIET_LOS

    geraakt = {(kind_of(o), v) for o, v in places()}
    assert geraakt == {(s, v) for s in VELDEN if s not in NIET_LOS for v in VELDEN[s]}


@settings(max_examples=40, deadline=None)
@given(zaden, zaden, lezers, delen)
def test_twee_dossiers_die_alleen_verschillen_in_wat_een_lezer_niet_mag_weten_geven_dezelfde_kopie(
    zaad: int, ander: int, lezer: str, eigen: Eigendeel
) -> None:
    """Rollen bij toeval: wederzijds geweld, een kind tegen een ouder, niemand, een plan van één persoon."""
    d = household(zaad)
    anders = with_values(d, *secretly_other(d, lezer, eigen=eigen != "niet", zaad=ander))
    for formaat in ("json", "markdown"):
        assert same(copy(anders, lezer, eigen, formaat), copy(d, lezer, eigen, formaat))


@settings(max_examples=5, deadline=None)
@given(zaden, zaden, lezers, delen)
def test_ook_als_pdf_is_elke_byte_gelijk(zaad: int, ander: int, lezer: str, eigen: Eigendeel) -> None:
    d = household(zaad)
    anders = with_values(d, *secretly_other(d, lezer, eigen=eigen != "niet", zaad=ander))
    assert same(copy(anders, lezer, eigen, "pdf"), copy(d, lezer, eigen, "pdf"))


@settings(max_examples=30, deadline=None)
@given(zaden, lezers, delen)
def test_kopieen_van_anderen_aantekeningen_en_voorvallen_laten_geen_spoor_na(
    zaad: int, lezer: str, eigen: Eigendeel
) -> None:
    """Wie er nog een kopie kreeg, wat de professional erbij schreef, wat er gebeurde, en wie er weer uit is gehaald."""
    r, d = Random(zaad), household(zaad)  # noqa: S311
    nieuw = "persoon:9"
    feiten = [
        *(Feit("kopie_gemaakt", {"voor": w, "kenmerk": f"{n:08x}", "eigen": "mee"}) for n, w in enumerate(LEZERS)),
        *(handed(w, f"{n:08x}", "papier") for n, w in enumerate(LEZERS)),
        handed("persoon:1", None, "niet"),
        *(value_given(o, v, g.waarde, None, f"noot {r.getrandbits(32):x}") for o in d.waarden if o != "gesprek"
          for v, g in d.waarden[o].items()),
        value_given(nieuw, "naam", "Zwaluwstaart", None, None),
        value_given(nieuw, "op_plan", "ja", None, None),
        value_given("eigen_actie:8", "van", nieuw, None, None),
        value_given("eigen_actie:8", "wat", "Zwaluwstaart", None, None),
        Feit("onderwerp_gearchiveerd", {"onderwerp": nieuw, "reden": "hoort er niet bij"}),
    ]  # fmt: skip
    assert same(copy(fold(events(feiten), d), lezer, eigen), copy(d, lezer, eigen))


@settings(max_examples=30, deadline=None)
@given(zaden, lezers, delen)
def test_in_welke_volgorde_iets_is_gevraagd_is_aan_geen_kopie_te_zien(
    zaad: int, lezer: str, eigen: Eigendeel
) -> None:
    d = household(zaad)
    waarden: list[Waarde] = [
        (o, v, list(g.waarde) if isinstance(g.waarde, tuple) else g.waarde)
        for o, velden in d.waarden.items()
        for v, g in velden.items()
    ]
    Random(zaad).shuffle(waarden)  # noqa: S311
    assert same(
        copy(with_values(Dossier(), *waarden), lezer, eigen),
        copy(with_values(Dossier(), *waarden[::-1]), lezer, eigen),
    )


@settings(max_examples=25, deadline=None)
@given(zaden, zaden, lezers, delen, st.integers(1, 3))
def test_een_ronde_om_wat_een_lezer_niet_mag_weten_telt_voor_die_lezer_niet(
    zaad: int, ander: int, lezer: str, eigen: Eigendeel, rondes: int
) -> None:
    """Vastgesteld, in stilte iets anders, weer vastgesteld: dezelfde versie en dezelfde dag op de kopie."""
    vast = Feit("plan_vastgesteld", {"uitslagen": {}, "ontbreekt": [], "reden": None, "toelichting": None})
    d = fold(events([vast]), household(zaad))
    anders = d
    for n in range(rondes):
        geheim = secretly_other(anders, lezer, eigen=eigen != "niet", zaad=ander + n, deel=0.2)
        anders = fold(events([Feit("kopie_gemaakt", {"voor": "professional", "kenmerk": f"{n:08x}"}), vast]),
                      with_values(anders, *geheim))  # fmt: skip
    assert same(copy(anders, lezer, eigen), copy(d, lezer, eigen))


@settings(max_examples=30, deadline=None)
@given(zaden, st.sampled_from(PERSONEN))
def test_zonder_privebladen_krijgt_wie_op_het_plan_staat_de_kopie_van_iedereen(zaad: int, lezer: str) -> None:
    """Aan de kopie zelf is niet te zien voor wie zij is, of dat er meer is."""
    d = household(zaad)
    if d.waarde("eigen_plan", "van") is None and on_the_plan(d, lezer) and not is_child(d, lezer):
        assert same(copy(d, lezer, "niet"), copy(d, "gezamenlijk", "niet"))


@settings(max_examples=12, deadline=None)
@given(zaden)
def test_elke_eigen_tekst_staat_op_de_privebladen_van_de_eigenaar_en_op_geen_andere_kopie(zaad: int) -> None:
    """De proef kan falen: bij de eigenaar staan de teksten er wel."""
    d = household(zaad)
    eigen = {
        str(g.waarde): next((p for p in PERSONEN if o.endswith(p)), None) or d.waarde(o, "van")
        for o, velden in d.waarden.items()
        for v, g in velden.items()
        if (model := VELDEN.get(kind_of(o), {}).get(v))
        and model.zicht is Zicht.EIGENAAR and model.soort == "tekst" and g.waarde
    }  # fmt: skip
    kopieen = {p: copy(d, p, "apart").inhoud.decode() for p in PERSONEN}
    for tekst, van in eigen.items():
        gevonden = {p for p in PERSONEN if tekst in kopieen[p]}
        assert gevonden <= {van}
    volwassen = [p for p in PERSONEN if d.waarde(p, "soort") == "volwassene"]
    assert any(tekst in kopieen[van] for tekst, van in eigen.items() if van in volwassen)
    for lezer in LEZERS:
        zonder = copy(d, lezer, "niet").inhoud.decode()
        assert not [t for t in eigen if t in zonder]


def test_niemand_heet_ergens_slachtoffer_of_pleger() -> None:
    """Niet in een titel, een veld of een bestandsnaam, en ook niet op de kopie voor professionals."""
    for zaad in range(3):
        for lezer in (*LEZERS, "professional"):
            uit = copy(household(zaad), lezer, "mee")
            tekst = uit.inhoud.decode().casefold() + uit.naam
            assert "slachtoffer" not in tekst.replace("slachtofferhulp", "")
            assert "pleger" not in tekst


def test_bijna_niets_wat_alleen_voor_professionals_is_beslist_mee() -> None:
    """Wat de proef niet verandert omdat het beslist, is een korte lijst; een nieuw veld komt er niet vanzelf bij."""
    d = household(1)
    gesloten = [(o, v) for o, v in places() if VELDEN[kind_of(o)][v].zicht is Zicht.PROFESSIONAL]
    beslist = {(kind_of(o), v) for o, v in gesloten if sees(d, "netwerk:1", eigen=False, onderwerp=o, naam=v)}
    los = {(s, v) for s, v in beslist if v not in BESLIST_OVERAL and s != "netwerk"}
    assert los <= BESLIST
    assert len(los) < 10


@pytest.mark.parametrize("lezer", ["gezamenlijk", "persoon:2", "netwerk:1"])
def test_ook_na_ondertekenen_is_alles_gelijk_behalve_de_handtekening_zelf(lezer: str) -> None:
    """Twee dossiers die in stilte verschillen, op hetzelfde moment ondertekend."""
    d = household(7)
    anders = with_values(d, *secretly_other(d, lezer, eigen=False, zaad=8))
    sleutel = make_identity("Kim de Vries", b"acht natte eenden", NU)
    een, ander = (
        sign(copy(x, lezer, "niet", "pdf").inhoud, sleutel, b"acht natte eenden", veld="partij-1", nu=NU)
        for x in (d, anders)
    )
    assert bare(een) == bare(ander)
    assert len(bare(een)) > 50


def bare(pdf: bytes) -> list[str]:
    """Elk object van een getekende PDF, zonder de handtekening, haar plek in het bestand en het toevalsgetal."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        uit = []
        for obj in doc.objects:
            if isinstance(obj, pikepdf.Dictionary) and "/ByteRange" in obj:
                del obj["/Contents"], obj["/ByteRange"]
            uit.append(repr(obj) + (obj.read_bytes().hex() if isinstance(obj, pikepdf.Stream) else ""))
        return [*uit, repr(doc.trailer.get("/Info")), repr(sorted(doc.trailer.keys()))]
