"""De dossierkast: dossiers vinden, openhouden, wissen en later weer lezen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.plan.omgeving import omgeving
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.vraag_af import NIEUWE_ZITTING_NA, fresh_session
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import Kluis

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)


class Klok:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def kast(tmp_path: Path) -> Iterator[Dossierkast]:
    """An empty cabinet with a random key and a clock that stands still."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as kluis:
        yield Dossierkast(kluis, door="Kim", klok=Klok())


def start(kast: Dossierkast, alias: str) -> str:
    """A dossier with this alias; one minute later than the one before."""
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    assert isinstance(kast.klok, Klok)
    kast.klok.nu += timedelta(minutes=1)
    kast.write(id_, d, [value_given("dossier", "alias", alias)])
    return id_


def code_of(fout: pytest.ExceptionInfo[BevindingenFout]) -> list[str]:
    """The codes of what was found."""
    return [b.code for b in fout.value.bevindingen]


def test_wat_geschreven_is_komt_er_hetzelfde_weer_uit(kast: Dossierkast) -> None:
    """Ook na opnieuw lezen van schijf: dezelfde waarden, met wie en wanneer."""
    id_, d = kast.begin("s@1")
    d = kast.write(
        id_,
        d,
        [value_given("dossier", "alias", "kievit"), value_given("zitting:1", "aanwezig", ("persoon:1",))],
    )
    assert kast.read(id_) == d
    assert d.waarde("zitting:1", "aanwezig") == ("persoon:1",)
    assert [g.door for g in kast.events(id_) if g] == ["Kim"] * 3


def test_een_dossier_is_te_vinden_op_id_op_een_begin_daarvan_op_alias_en_als_laatste(
    kast: Dossierkast,
) -> None:
    """Zonder naam: het dossier dat het laatst is gebruikt."""
    een, twee = start(kast, "kievit"), start(kast, "grutto")
    assert kast.find(None) == twee
    assert kast.find("kievit") == een
    assert kast.find(een) == een
    assert kast.find(een[:9]) == een
    assert [k.alias for k in kast.list()] == ["grutto", "kievit"]


@pytest.mark.parametrize(("naam", "code"), [("wulp", "VP742"), ("kievit", "VP743")])
def test_een_naam_die_niets_of_te_veel_aanwijst_is_een_zin(kast: Dossierkast, naam: str, code: str) -> None:
    """Twee dossiers met dezelfde alias: de kast kiest er niet zelf een."""
    start(kast, "kievit")
    start(kast, "kievit")
    with pytest.raises(BevindingenFout) as fout:
        kast.find(naam)
    assert code_of(fout) == [code]


def test_een_lege_kast_zegt_hoe_te_beginnen(kast: Dossierkast) -> None:
    with pytest.raises(BevindingenFout) as fout:
        kast.find(None)
    assert code_of(fout) == ["VP741"]
    assert kast.list() == []


def test_wie_op_een_oude_stand_schrijft_overschrijft_niets(kast: Dossierkast, tmp_path: Path) -> None:
    """Twee processen lazen dezelfde stand; het tweede hoort dat het dossier intussen is veranderd."""
    id_ = start(kast, "kievit")
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as ander:
        kast2 = Dossierkast(ander)
        oud = kast2.read(id_)
        kast.write(id_, kast.read(id_), [value_given("persoon:1", "naam", "Noor")])
        with pytest.raises(BevindingenFout) as fout:
            kast2.write(id_, oud, [value_given("persoon:1", "naam", "Sem")])
    assert code_of(fout) == ["VP732"]
    assert kast.read(id_).waarde("persoon:1", "naam") == "Noor"


def test_een_dossier_is_van_een_proces_tegelijk(kast: Dossierkast, tmp_path: Path) -> None:
    """Ook na twee uur nadenken over één vraag; na loslaten kan de ander meteen."""
    id_ = start(kast, "kievit")
    kast.hold(id_)
    straks = Klok()
    straks.nu = NU + timedelta(hours=2)
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as ander:
        kast2 = Dossierkast(ander, klok=straks)
        with pytest.raises(BevindingenFout) as fout:
            kast2.hold(id_)
        assert code_of(fout) == ["VP733"]
        kast.let_go(id_)
        kast2.hold(id_)


def test_wat_gewist_is_komt_niet_terug_en_het_logboek_zegt_wie_en_waarom(kast: Dossierkast) -> None:
    """Het volgnummer blijft bezet; de kast in het geheugen en op schijf zijn gelijk."""
    id_ = start(kast, "kievit")
    d = kast.write(id_, kast.read(id_), [value_given("persoon:1", "naam", "Verschreven")])
    na = kast.destroy(id_, d.volgnummer, "getypt bij vergissing")
    assert na.waarde("persoon:1", "naam") is None
    assert kast.read(id_) == na
    assert na.volgnummer == d.volgnummer + 1
    gebeurtenissen = list(kast.events(id_))
    assert gebeurtenissen[d.volgnummer - 1] is None
    gewist = gebeurtenissen[-1]
    assert gewist is not None
    assert (gewist.soort, gewist.door) == ("gewist", "Kim")
    assert gewist.inhoud == {"volgnummer": d.volgnummer, "reden": "getypt bij vergissing"}


def test_een_gebeurtenis_van_een_nieuwer_programma_is_een_zin_en_geen_verlies(kast: Dossierkast) -> None:
    """Het dossier opent niet half: dan zou een antwoord stil ontbreken."""
    id_ = start(kast, "kievit")
    nieuwer = {"soort": "waarde_gegeven", "versie": 99, "door": "", "tijd": NU.isoformat(), "inhoud": {}}
    kast.kluis.voeg_toe(id_, [json.dumps(nieuwer).encode()], kast.kluis.kopblad(id_), 2)
    with pytest.raises(BevindingenFout) as fout:
        kast.read(id_)
    assert code_of(fout) == ["VP740"]


def test_een_beschadigd_dossier_verbergt_de_andere_niet(kast: Dossierkast, tmp_path: Path) -> None:
    """lijst toont wat heel is, en noemt wat stuk is."""
    import sqlite3

    heel, stuk = start(kast, "kievit"), start(kast, "grutto")
    with sqlite3.connect(tmp_path / "kluis.db") as db:
        db.execute("UPDATE dossier SET kopblad = zeroblob(length(kopblad)) WHERE id = ?", (stuk,))
    db.close()
    gebreken: list[Bevinding] = []
    assert [k.id for k in kast.list(gebreken)] == [heel]
    assert [b.code for b in gebreken] == ["VP723"]


@pytest.mark.parametrize(
    ("later", "zitting"),
    [(timedelta(0), 1), (NIEUWE_ZITTING_NA, 1), (NIEUWE_ZITTING_NA * 2, 2), (-NIEUWE_ZITTING_NA, 2)],
)
def test_na_lange_tijd_wordt_opnieuw_gevraagd_wie_er_is(
    kast: Dossierkast, later: timedelta, zitting: int
) -> None:
    """Binnen vier uur is het hetzelfde gesprek; daarna kan het anders zijn, en een teruggezette klok zegt niets."""
    id_ = start(kast, "kievit")
    d = kast.write(id_, kast.read(id_), [value_given("zitting:1", "setting", "alleen")])
    assert isinstance(kast.klok, Klok)
    kast.klok.nu += later
    d = fresh_session(d, omgeving(), kast, id_)
    assert (d.waarde("gesprek", "zitting") or 1) == zitting


def test_het_eigen_logboek_van_de_medewerker_staat_niet_in_de_lijst(kast: Dossierkast) -> None:
    """Daar ligt de sleutel waarmee zij tekent, en geen huishouden."""
    start(kast, "kievit")
    id_, d = kast.begin("", soort="eigen")
    kast.write(
        id_, d, [Feit("identiteit_gemaakt", {"naam": "Kim", "p12": "", "wachtzin": ""})], soort="eigen"
    )
    assert kast.own() == id_
    assert [k.alias for k in kast.list()] == ["kievit"]


def test_elke_gebeurtenis_zegt_wie_haar_schreef_ook_zonder_dat_iemand_het_invult(tmp_path: Path) -> None:
    """De houder van de sleutel: die staat er ook vóór er een naam is gevraagd, en is niet te verzinnen."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.begin("s@1")[0]
        kast.write(id_, kast.read(id_), [value_given("medewerker", "naam", "Een ander")])
        kast.destroy(id_, 2, "getypt bij vergissing")
        ik = [h.id for h in kluis.sleutelhouders(id_) if h.ik]
        assert [g.door for g in kast.events(id_) if g] == ik * 2
