"""Een pakket met één dossier, en overnemen: alleen voor wie het is, alleen heel, en nooit over iets nieuwers heen."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opslag_contract import expect

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage.kluis import Kluis
from veiligheidsplan.storage.slot import spoken_moment

WOORDEN = (b"Noor slaapt bij tante Riet", b"Sem belt elke avond", b"kievit")


@pytest.fixture
def noor(tmp_path: Path) -> Iterator[Kluis]:
    """De kluis van wie het dossier heeft."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "a" / "kluis.db") as kluis:
        yield kluis


@pytest.fixture
def kim(tmp_path: Path) -> Iterator[Kluis]:
    """De kluis van de collega."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "b" / "kluis.db") as kluis:
        yield kluis


def packed(van: Kluis, aan: Kluis, dossier: str, naar: Path) -> Path:
    """A package of *dossier* for the other."""
    van.pak_in(dossier, aan.openbare_sleutel, naar)
    return naar


def take(kluis: Kluis, pad: Path, dossier: str, *gebeurtenissen: bytes) -> None:
    """Take it over with these events."""
    ((gevonden, van),) = [a for a in kluis.bekijk(pad) if a.dossier == dossier]
    with Kluis.open_kopie(pad, kluis, van) as bron:
        kluis.neem_over(bron, gevonden, gebeurtenissen, b"kop van de collega")


def texts(kluis: Kluis, dossier: str) -> list[bytes | None]:
    """What can be read."""
    return [g.inhoud for g in kluis.lees(dossier)]


def test_een_pakket_geeft_de_collega_hetzelfde_dossier_met_de_keten_heel(
    noor: Kluis, kim: Kluis, tmp_path: Path
) -> None:
    """De verzegelde gebeurtenissen zijn byte voor byte dezelfde; de collega kan verder schrijven."""
    dossier = noor.nieuw_dossier(WOORDEN[:2], WOORDEN[2])
    pakket = packed(noor, kim, dossier, tmp_path / "p.dossier")
    take(kim, pakket, dossier, b"overgenomen")
    assert kim._opslag.read(dossier)[1][:2] == noor._opslag.read(dossier)[1]
    assert texts(kim, dossier) == [*WOORDEN[:2], b"overgenomen"]
    assert kim.voeg_toe(dossier, [b"verder"], b"k", 3) == 4
    assert kim.controleer(dossier) == ()


def test_in_een_pakket_staat_niets_leesbaars_en_geen_ander_dossier(
    noor: Kluis, kim: Kluis, tmp_path: Path
) -> None:
    """Geen woord uit het dossier, geen naam, geen ander dossier, en één bestand dat alleen van de eigenaar is."""
    ander = noor.nieuw_dossier([b"blijft hier"], b"k")
    dossier = noor.nieuw_dossier(WOORDEN[:2], WOORDEN[2])
    pakket = packed(noor, kim, dossier, tmp_path / "weg" / "p.dossier")
    inhoud = pakket.read_bytes()
    assert not any(w in inhoud for w in (*WOORDEN, b"blijft hier", ander.encode()))
    assert [p.name for p in pakket.parent.iterdir()] == ["p.dossier"]
    if os.name == "posix":
        assert pakket.stat().st_mode & 0o777 == 0o600
    assert [a.dossier for a in kim.bekijk(pakket)] == [dossier]


def test_een_pakket_is_alleen_voor_wie_het_is_gemaakt(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """Ook wie het maakte, kan het pakket niet openen, en een derde evenmin."""
    dossier = noor.nieuw_dossier([b"een"], b"k")
    pakket = packed(noor, kim, dossier, tmp_path / "p.dossier")
    with Kluis.met_willekeurige_sleutel(tmp_path / "c" / "kluis.db") as derde:
        assert (derde.bekijk(pakket), noor.bekijk(pakket)) == ((), ())
        with Kluis.open_kopie(pakket, derde, noor.openbare_sleutel) as bron, expect("VP706"):
            derde.vergelijk(bron, dossier)


def test_een_pakket_van_een_ander_dan_gedacht_gaat_niet_open(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """Wie een andere afzender gelooft dan die het pakket maakte, krijgt VP728."""
    dossier = noor.nieuw_dossier([b"een"], b"k")
    pakket = packed(noor, kim, dossier, tmp_path / "p.dossier")
    with Kluis.met_willekeurige_sleutel(tmp_path / "c" / "kluis.db") as derde:
        van = derde.openbare_sleutel
    with Kluis.open_kopie(pakket, kim, van) as bron, expect("VP728"):
        kim.vergelijk(bron, dossier)


def test_een_pakket_gaat_nooit_over_een_bestand_heen(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """VP712, en het bestand dat er stond is niet veranderd."""
    dossier = noor.nieuw_dossier([b"een"], b"k")
    (tmp_path / "p").write_bytes(b"van iemand anders")
    with expect("VP712"):
        packed(noor, kim, dossier, tmp_path / "p")
    assert (tmp_path / "p").read_bytes() == b"van iemand anders"


def test_een_pakket_is_geen_back_up_en_geen_kluis(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """VP736 bij terugzetten en bij openen, met wat wel kan."""
    pakket = packed(noor, kim, noor.nieuw_dossier([b"een"], b"k"), tmp_path / "p.dossier")
    with expect("VP736"):
        Kluis.zet_terug(pakket, tmp_path / "nieuw.db")
    with expect("VP736"):
        Kluis.open(pakket, "vier fietsen bij de sloot")
    assert not (tmp_path / "nieuw.db").exists()


@pytest.mark.parametrize(
    "knoei",
    [
        "UPDATE gebeurtenis SET verzegeld = zeroblob(541) WHERE volgnummer = 2",
        "UPDATE gebeurtenis SET vorige = zeroblob(32) WHERE volgnummer = 2",
        "DELETE FROM gebeurtenis WHERE volgnummer = 2",
        "DELETE FROM gebeurtenis WHERE volgnummer = 3",
        "UPDATE gebeurtenis SET verzegeld = NULL WHERE volgnummer = 1",
        "UPDATE dossier SET kopblad = zeroblob(541)",
        "UPDATE gebeurtenis SET volgnummer = 4 WHERE volgnummer = 3",
    ],
)
def test_een_pakket_waarmee_is_geknoeid_komt_er_niet_in(
    noor: Kluis, kim: Kluis, tmp_path: Path, knoei: str
) -> None:
    """Een keten of zegel dat niet klopt: een bevinding, en bij de collega staat er niets."""
    dossier = noor.nieuw_dossier([b"een", b"twee", b"drie"], b"k")
    pakket = packed(noor, kim, dossier, tmp_path / "p.dossier")
    with closing(sqlite3.connect(pakket)) as db, db:
        db.execute(knoei)
    with pytest.raises(BevindingenFout) as fout:
        take(kim, pakket, dossier)
    assert all(re.fullmatch(r"VP72\d", b.code) for b in fout.value.bevindingen)
    assert list(kim.kopbladen()) == []


@pytest.mark.parametrize(
    "vreemd",
    [
        "DROP TABLE slot",
        "ALTER TABLE gebeurtenis ADD COLUMN meer TEXT",
        "CREATE TRIGGER t AFTER INSERT ON dossier BEGIN DELETE FROM dossier; END",
        "DROP TABLE opruimen; CREATE VIEW opruimen AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n)"
        " SELECT i AS nodig FROM n",
    ],
)
def test_een_bestand_met_andere_tabellen_dan_de_onze_wordt_niet_gelezen(
    noor: Kluis, kim: Kluis, tmp_path: Path, vreemd: str
) -> None:
    """Ook niet als het zich pakket noemt: een vreemde tabel kan een opdracht zijn die nooit eindigt."""
    pakket = packed(noor, kim, noor.nieuw_dossier([b"een"], b"k"), tmp_path / "p.dossier")
    with closing(sqlite3.connect(pakket)) as db, db:
        db.executescript(vreemd)
    with expect("VP713"):
        kim.bekijk(pakket)


@settings(max_examples=40, deadline=None)
@given(plek=st.integers(0, 40_000), teken=st.integers(0, 255))
def test_een_byte_die_omvalt_geeft_hooguit_een_bevinding(
    tmp_path_factory: pytest.TempPathFactory, plek: int, teken: int
) -> None:
    """Waar ook in het pakket: een bevinding, of precies het dossier zoals het was."""
    map_ = tmp_path_factory.mktemp("omval")
    with (
        Kluis.met_willekeurige_sleutel(map_ / "a" / "kluis.db") as noor,
        Kluis.met_willekeurige_sleutel(map_ / "b" / "kluis.db") as kim,
    ):
        dossier = noor.nieuw_dossier([b"een", b"twee"], b"k")
        pakket = packed(noor, kim, dossier, map_ / "p.dossier")
        inhoud = bytearray(pakket.read_bytes())
        inhoud[plek % len(inhoud)] = teken
        pakket.write_bytes(inhoud)
        try:
            aanbod = kim.bekijk(pakket)
            for gevonden, van in aanbod:
                with Kluis.open_kopie(pakket, kim, van) as bron:
                    kim.neem_over(bron, gevonden, [], b"k")
        except BevindingenFout:
            assert list(kim.kopbladen([])) == []
        else:
            assert not aanbod or texts(kim, dossier) == [b"een", b"twee"]


def test_terug_met_meer_erin_wordt_langer_en_er_gaat_niets_verloren(
    noor: Kluis, kim: Kluis, tmp_path: Path
) -> None:
    """Heen en terug: de eerste neemt over wat de collega toevoegde; nog eens overnemen verandert niets."""
    dossier = noor.nieuw_dossier([b"een"], b"k")
    take(kim, packed(noor, kim, dossier, tmp_path / "heen"), dossier, b"bij kim")
    terug = packed(kim, noor, dossier, tmp_path / "terug")
    with Kluis.open_kopie(terug, noor, kim.openbare_sleutel) as bron:
        assert noor.vergelijk(bron, dossier) == "nieuwer"
    take(noor, terug, dossier, b"weer bij noor")
    assert texts(noor, dossier) == [b"een", b"bij kim", b"weer bij noor"]
    voor = noor._opslag.read(dossier)
    with Kluis.open_kopie(terug, noor, kim.openbare_sleutel) as bron:
        assert noor.vergelijk(bron, dossier) == "ouder"
        with expect("VP732"):
            noor.neem_over(bron, dossier, [b"nog eens"], b"k")
    assert noor._opslag.read(dossier) == voor


def test_twee_versies_naast_elkaar_zijn_een_bevinding_en_blijven_allebei(
    noor: Kluis, kim: Kluis, tmp_path: Path
) -> None:
    """Beide gingen na gebeurtenis 2 verder: VP737 noemt gebeurtenis 3, en geen van beide verandert."""
    dossier = noor.nieuw_dossier([b"een", b"twee"], b"k")
    take(kim, packed(noor, kim, dossier, tmp_path / "heen"), dossier, b"bij kim", b"nog meer")
    noor.voeg_toe(dossier, [b"bij noor"], b"k", 2)
    terug = packed(kim, noor, dossier, tmp_path / "terug")
    with pytest.raises(BevindingenFout, match=r"VP737 .* vanaf gebeurtenis 3 "):
        take(noor, terug, dossier, b"x")
    assert texts(noor, dossier) == [b"een", b"twee", b"bij noor"]
    assert texts(kim, dossier) == [b"een", b"twee", b"bij kim", b"nog meer"]


def test_wat_de_collega_wiste_is_na_overnemen_ook_hier_weg(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """De inhoud verdwijnt uit het bestand; de keten blijft heel."""
    dossier = noor.nieuw_dossier([b"een", b"schuilplek"], b"k")
    take(kim, packed(noor, kim, dossier, tmp_path / "heen"), dossier, b"over")
    kim.vernietig(dossier, 2, b"gewist", b"k")
    take(noor, packed(kim, noor, dossier, tmp_path / "terug"), dossier, b"terug")
    assert texts(noor, dossier) == [b"een", None, b"over", b"gewist", b"terug"]
    assert noor._opslag.read(dossier)[1][1].verzegeld is None


def test_wat_hier_gewist_is_komt_met_een_pakket_niet_terug(noor: Kluis, kim: Kluis, tmp_path: Path) -> None:
    """Ook niet als in het pakket van een collega de inhoud weer staat; het dossier blijft leesbaar."""
    dossier = noor.nieuw_dossier([b"een", b"schuilplek"], b"k")
    oud = noor._opslag.read(dossier)[1][1].verzegeld
    noor.vernietig(dossier, 2, b"gewist", b"k")
    take(kim, packed(noor, kim, dossier, tmp_path / "heen"), dossier, b"over")
    sessie = kim._session(dossier)
    with closing(sqlite3.connect(tmp_path / "b" / "kluis.db")) as db, db:
        db.execute("UPDATE gebeurtenis SET verzegeld = ? WHERE volgnummer = 2", (oud,))
        weer = type(sessie.stand)(sessie.stand.laatste, sessie.stand.hash)
        db.execute("UPDATE dossier SET kopblad = ?", (sessie.zegel.seal_kopblad(weer.pack(b"k")),))
    terug = packed(kim, noor, dossier, tmp_path / "terug")
    take(noor, terug, dossier, b"terug")
    assert texts(noor, dossier) == [b"een", None, b"gewist", b"over", b"terug"]


def test_uit_een_back_up_en_uit_de_kluis_zelf_neemt_een_collega_met_sleutel_over(
    noor: Kluis, kim: Kluis, tmp_path: Path
) -> None:
    """Alleen het dossier met een sleutel voor de collega; het bestand zelf verandert niet, ook niet alleen-lezen."""
    noor.nieuw_dossier([b"zonder sleutel"], b"k")
    dossier = noor.nieuw_dossier([b"een"], b"k")
    noor.geef_sleutel(dossier, kim.openbare_sleutel)
    noor.back_up(tmp_path / "kopie" / "back-up.kluis")
    (tmp_path / "kopie" / "back-up.kluis").chmod(0o400)
    voor = (tmp_path / "kopie" / "back-up.kluis").read_bytes()
    assert kim.bekijk(tmp_path / "a") == kim.bekijk(tmp_path / "kopie" / "back-up.kluis")
    take(kim, tmp_path / "kopie" / "back-up.kluis", dossier, b"overgenomen")
    assert texts(kim, dossier) == [b"een", b"overgenomen"]
    assert [p.name for p in (tmp_path / "kopie").iterdir()] == ["back-up.kluis"]
    assert (tmp_path / "kopie" / "back-up.kluis").read_bytes() == voor


def test_een_back_up_terug_naast_resten_van_de_oude_kluis_is_heel(noor: Kluis, tmp_path: Path) -> None:
    """kluis.db is weg, maar -wal en -shm staan er nog: die horen niet bij de back-up."""
    dossier = noor.nieuw_dossier([b"een"], b"k")
    noor.back_up(tmp_path / "b.kluis")
    noor.voeg_toe(dossier, [b"na de back-up"], b"k", 1)
    nieuw = tmp_path / "c"
    nieuw.mkdir()
    for rest in ("-wal", "-shm"):
        (nieuw / f"kluis.db{rest}").write_bytes((tmp_path / "a" / f"kluis.db{rest}").read_bytes())
    (nieuw / "kluis.db.sleutel").write_bytes((tmp_path / "a" / "kluis.db.sleutel").read_bytes())
    Kluis.zet_terug(tmp_path / "b.kluis", nieuw)
    with Kluis.met_willekeurige_sleutel(nieuw / "kluis.db") as terug:
        assert texts(terug, dossier) == [b"een"]


@pytest.mark.parametrize(("terug", "zin"), [(60, "vandaag"), (86_400, "gisteren")])
def test_sinds_wanneer_is_in_woorden(terug: int, zin: str) -> None:
    """In de tijd van deze computer: vandaag of gisteren, met het uur."""
    nu = 1_796_644_800.0
    assert re.fullmatch(rf"{zin} \d\d:\d\d", spoken_moment(nu - terug, nu))
    assert re.fullmatch(r"\d\d-\d\d-\d{4} \d\d:\d\d", spoken_moment(nu - 9e6, nu))
