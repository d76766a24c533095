"""De lijst over alle dossiers: wat het eerst moet staat bovenaan, een klok die verkeerd staat verbergt niets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from veiligheidsplan.app import kopblad
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.klok import local, to_utc
from veiligheidsplan.app.kopblad import Kop
from veiligheidsplan.app.lijst import make_list
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.termijn import Termijn
from veiligheidsplan.plan.urgentie import Urgentie
from veiligheidsplan.storage.kluis import Kluis

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
GEHEIM = ("Noor", "Sam", "Vader slaapt elders", "kan bij oma")


@pytest.fixture
def kast(tmp_path: Path) -> Iterator[Dossierkast]:
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as kluis:
        yield Dossierkast(kluis, door="Kim", klok=lambda: NU)


def start(kast: Dossierkast, alias: str, *waarden: tuple[str, str, object]) -> str:
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    kast.write(id_, d, [value_given(*w) for w in (("dossier", "alias", alias), *waarden)])
    return id_


def kop(id_: str, *termijnen: Termijn, laatst: datetime = NU) -> Kop:
    return Kop(id_, id_, "vastgesteld", laatst.isoformat(), None, None, termijnen)


def test_een_dossier_dat_te_laat_is_staat_boven_een_dat_morgen_moet_en_een_zonder_dag(
    kast: Dossierkast,
) -> None:
    start(kast, "morgen", ("vervolg", "contact_datum", "2026-12-08"))
    start(kast, "geen")
    start(kast, "te laat", ("vervolg", "contact_datum", "2026-12-03"))
    lijst = make_list(kast.list(), NU)
    assert [r.kop.alias for r in lijst.regels] == ["te laat", "geen", "morgen"]


def test_het_kopblad_zegt_niets_dan_de_naam_die_de_werker_koos_en_soorten_en_dagen(kast: Dossierkast) -> None:
    id_ = start(
        kast, "kievit", ("persoon:1", "naam", "Noor"), ("persoon:2", "naam", "Sam"),
        ("voorwaarde:1", "wat", "Vader slaapt elders"), ("voorwaarde:1", "status", "nee"),
        ("actie:1", "wat", "Noor kan bij oma"), ("actie:1", "wie", "persoon:1"),
    )  # fmt: skip
    ruw = kast.kluis.kopblad(id_).decode()
    assert not [woord for woord in (*GEHEIM, "persoon:") if woord in ruw]
    assert {t[0] for t in json.loads(ruw)["termijnen"]} == {
        "actie_direct",
        "voorwaarde",
        "geen_contact",
        "ronde",
    }


def test_een_filter_laat_alleen_zien_wat_past_en_wat_niemand_kan_uitsluiten() -> None:
    koppen = [
        kop("a", Termijn("contact", "2026-12-03"), Termijn("evaluatie", "2027-02-01")),
        kop("b", Termijn("contact", "2026-12-12")),
        kop("c", Termijn("geen_contact")),
        kop("d", Termijn("contact", "2027-02-01")),
        kop("e"),
    ]
    laat = make_list(koppen, NU, achterstallig=True)
    assert [(r.kop.id, len(r.wegingen)) for r in laat.regels] == [("a", 1), ("c", 1)]
    assert [r.kop.id for r in make_list(koppen, NU, binnen=7).regels] == ["a", "c", "b"]
    assert [r.kop.id for r in make_list(koppen, NU).regels] == ["a", "c", "b", "d", "e"]


def test_een_klok_die_is_teruggezet_verbergt_geen_dag_die_al_voorbij_is() -> None:
    """De computer denkt dat het 2020 is; in het dossier is op 7 december 2026 gewerkt."""
    koppen = [
        kop("a", Termijn("contact", "2026-12-03")),
        kop("b", Termijn("contact", "2020-01-02"), laatst=NU),
    ]
    lijst = make_list(koppen, datetime(2020, 1, 1, 12, tzinfo=UTC), achterstallig=True)
    assert [r.kop.id for r in lijst.regels] == ["b", "a"]
    assert [k.id for k in lijst.vooruit] == ["a", "b"]


def test_een_dossier_met_een_tijd_ver_vooruit_maakt_de_andere_niet_te_laat() -> None:
    ver = kop("ver", Termijn("contact", "2026-12-12"), laatst=datetime(2099, 1, 1, tzinfo=UTC))
    gewoon = kop("gewoon", Termijn("contact", "2026-12-12"))
    lijst = make_list([gewoon, ver], NU)
    assert {r.kop.id: r.urgentie for r in lijst.regels} == {"ver": Urgentie.TE_LAAT, "gewoon": Urgentie.KOMT}
    assert [k.id for k in lijst.vooruit] == ["ver"]


@pytest.mark.parametrize("minuten", [-60, 0, 9])
def test_een_klok_die_een_paar_minuten_scheelt_is_geen_klok_die_verkeerd_staat(minuten: int) -> None:
    assert not make_list([kop("a", laatst=NU + timedelta(minutes=minuten))], NU).vooruit


def test_om_half_een_s_nachts_is_gisteren_te_laat_ook_al_is_het_in_utc_nog_gisteren() -> None:
    nacht = datetime(2026, 12, 7, 23, 30, tzinfo=UTC)  # 8 december, 00.30 uur in Nijmegen
    assert (
        make_list([kop("a", Termijn("contact", "2026-12-07"))], nacht).regels[0].urgentie is Urgentie.TE_LAAT
    )
    assert (
        make_list([kop("a", Termijn("contact", "2026-12-08"))], nacht).regels[0].urgentie is Urgentie.VANDAAG
    )


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_de_tijdzone_van_de_computer_maakt_niet_uit(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        assert local(NU).isoformat() == "2026-12-07T11:00:00"
        assert to_utc(datetime(2026, 7, 1, 9, 0)).isoformat() == "2026-07-01T07:00:00+00:00"  # noqa: DTZ001
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()


def test_een_uur_dat_twee_keer_bestaat_of_niet_bestaat_is_geen_fout() -> None:
    assert to_utc(datetime(2026, 10, 25, 2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001
    assert to_utc(datetime(2026, 3, 29, 2, 30)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # noqa: DTZ001


def _old(kast: Dossierkast, id_: str) -> None:
    """Zet er het kopblad voor in de plaats dat een ouder programma schreef."""
    staat = kast.read(id_)
    oud = {"versie": 1, "alias": "oud", "status": "in gesprek", "laatst": NU.isoformat(),
           "vervolg": "2026-12-03", "evaluatie": None}  # fmt: skip
    kast.kluis.voeg_toe(id_, (), json.dumps(oud).encode(), staat.volgnummer)


def test_een_kopblad_van_een_ouder_programma_wordt_een_keer_bijgewerkt_en_verliest_niets(
    kast: Dossierkast,
) -> None:
    id_ = start(kast, "oud", ("vervolg", "contact_datum", "2026-12-03"), ("actie:1", "wat", "Slot"))
    _old(kast, id_)
    (oud,) = kast.list()
    assert not oud.volledig
    assert [t.soort for t in oud.termijnen] == ["contact"]
    nieuw = kast.lift(oud)
    assert {t.soort for t in nieuw.termijnen} == {"contact", "actie_direct", "ronde"}
    assert kast.list() == [nieuw]
    assert kast.kluis.controleer(id_) == ()


def test_een_kopblad_van_een_nieuwer_programma_laat_zien_wat_wij_kennen_en_zegt_dat_er_meer_kan_zijn(
    kast: Dossierkast,
) -> None:
    id_ = start(kast, "later")
    v = json.loads(kast.kluis.kopblad(id_)) | {"versie": kopblad.VERSIE + 1, "nog_iets": [1]}
    v["termijnen"].append(["iets_nieuws", "2026-12-01", None, 1, "meer"])
    kast.kluis.voeg_toe(id_, (), json.dumps(v).encode(), kast.read(id_).volgnummer)
    gebreken: list[Bevinding] = []
    (k,) = kast.list(gebreken)
    assert [b.code for b in gebreken] == ["VP740"]
    (regel,) = make_list([k], NU).regels
    assert regel.wegingen[0].termijn.soort == "iets_nieuws"  # wij kennen het niet, en verbergen het niet


@pytest.mark.parametrize("onzin", [b"{}", b"[]", b"geen json", b'{"alias": 1}', b"null"])
def test_een_kopblad_met_onzin_verbergt_geen_ander_dossier(kast: Dossierkast, onzin: bytes) -> None:
    id_, ander = start(kast, "stuk"), start(kast, "heel")
    kast.kluis.voeg_toe(id_, (), onzin, kast.read(id_).volgnummer)
    gebreken: list[Bevinding] = []
    assert [k.id for k in kast.list(gebreken)] == [ander]
    assert [b.code for b in gebreken] == ["VP723"]
    assert id_ in gebreken[0].uitleg


def test_de_volgorde_is_elke_keer_dezelfde() -> None:
    koppen = [kop(c, Termijn("contact", "2026-12-03")) for c in "dbca"]
    assert [r.kop.id for r in make_list(koppen, NU).regels] == list("abcd")
