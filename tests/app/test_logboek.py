"""Het logboek: wie deed wat, wanneer en waarom; en elke vorm van geknoei in het bestand zelf wordt genoemd.

De aanvaller hier heeft het bestand en niet de sleutel, of (waar het staat) de sleutel van een ander dossier.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.logboek import Logboek, read_log, said
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import Kluis
from veiligheidsplan.storage.terugzet import compare_back_up

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
Aanval = Callable[[sqlite3.Connection, str, str], None]


class Klok:
    """Elke gebeurtenis een uur later: schrijven kijkt twee keer op de klok."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        self.nu += timedelta(minutes=30)
        return self.nu


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "kluis.db"


@pytest.fixture
def kast(pad: Path) -> Iterator[Dossierkast]:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        yield Dossierkast(kluis, klok=Klok())


def start(kast: Dossierkast, alias: str) -> str:
    """Zeven gebeurtenissen: begin, naam, wie, een persoon, een actie, de actie veranderd, een kopie."""
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    for feit in (
        value_given("dossier", "alias", alias),
        value_given("medewerker", "naam", "Kim de Vries"),
        value_given("persoon:1", "naam", "Noor"),
        value_given("actie:1", "wat", "Slot laten maken"),
        Feit(
            "waarde_gegeven",
            {
                "onderwerp": "actie:1",
                "veld": "wat",
                "waarde": "Geheim",
                "zitting": None,
                "toelichting": "typefout",
            },
        ),
        Feit(
            "kopie_gemaakt",
            {"voor": "gezamenlijk", "kenmerk": "0a1b2c3d", "formaat": "pdf", "voorlopig": False},
        ),
    ):
        d = kast.write(id_, d, [feit])
    return id_


def zinnen(log: Logboek) -> list[str]:
    return [b.uitleg for b in log.bevindingen]


def test_elke_regel_zegt_wie_wat_deed_wanneer_en_waarom_en_geen_antwoord(kast: Dossierkast) -> None:
    id_ = start(kast, "kievit")
    d = kast.write(id_, kast.read(id_), [Feit("gelezen", {"hoe": "toon"})])
    assert d.volgnummer == 8
    tekst = [said(r) for r in read_log(kast, id_).regels]
    sleutel = kast.door.split("-")[0]
    wie = f"Kim de Vries (sleutel {sleutel})"
    assert (
        tekst[0]
        == f"1: 7 december 2026, 11.30 uur. {wie} begon dit dossier met het sjabloon regio/veiligheidsplan@1.0.0."
    )
    assert tekst[3].endswith(f"{wie} schreef op: persoon 1, naam.")
    assert tekst[5].endswith(f"{wie} veranderde: actie 1, wat. Waarom: typefout.")
    assert tekst[6].endswith("maakte een kopie voor iedereen die meedoet (pdf, kenmerk 0a1b2c3d).")
    assert tekst[7].endswith("bekeek het dossier, met «toon».")
    assert not [t for t in tekst if "Noor" in t or "Slot" in t or "Geheim" in t]


def test_een_notitie_bij_een_eerste_antwoord_staat_niet_in_het_logboek(kast: Dossierkast) -> None:
    id_, d = kast.begin("s@1")
    i = {
        "onderwerp": "persoon:1",
        "veld": "woont_hier",
        "waarde": "nee",
        "zitting": None,
        "toelichting": "bij oma",
    }
    kast.write(id_, d, [Feit("waarde_gegeven", i)])
    assert "bij oma" not in " ".join(said(r) for r in read_log(kast, id_).regels)


def test_van_wat_gewist_is_staat_er_wie_het_deed_en_waarom(kast: Dossierkast) -> None:
    id_ = start(kast, "kievit")
    kast.destroy(id_, 5, "getypt bij vergissing")
    regels = read_log(kast, id_).regels
    assert said(regels[4]) == "5: de inhoud is gewist. Zie gebeurtenis 8."
    assert said(regels[7]).endswith("wiste de inhoud van gebeurtenis 5. Waarom: getypt bij vergissing.")


def test_wie_een_kopie_kreeg_en_hoe_staat_erin(kast: Dossierkast) -> None:
    id_ = start(kast, "kievit")
    feiten = [
        Feit("uitgereikt", {"voor": "persoon:1", "kenmerk": "0a1b2c3d", "hoe": "papier"}),
        Feit("uitgereikt", {"voor": "persoon:2", "kenmerk": None, "hoe": "voorgelezen"}),
    ]
    kast.write(id_, kast.read(id_), feiten)
    een, twee = (said(r) for r in read_log(kast, id_).regels[-2:])
    assert een.endswith("gaf op papier een kopie aan persoon 1 (kenmerk 0a1b2c3d).")
    assert twee.endswith("las het plan voor aan persoon 2.")


def test_een_getekend_bestand_staat_er_met_zijn_plekken_en_zonder_namen(kast: Dossierkast) -> None:
    from veiligheidsplan.plan.ondertekend import Zegel, fact

    id_ = start(kast, "kievit")
    zegels = (Zegel("partij-1", "Kim de Vries", "ab"), Zegel("partij-2", "Zwaluwstaart", "cd"))
    kast.write(id_, kast.read(id_), [fact("0a1b2c3d", 10, "ff", zegels)])
    regel = said(read_log(kast, id_).regels[-1])
    assert regel.endswith("bewaarde wie er tekende op de kopie met kenmerk 0a1b2c3d: partij-1, partij-2.")
    assert "Zwaluwstaart" not in regel


def test_een_soort_gebeurtenis_die_het_logboek_nog_niet_kent_heeft_toch_een_regel(
    kast: Dossierkast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from veiligheidsplan.plan import gebeurtenis

    monkeypatch.setitem(gebeurtenis.VERSIES, "papier_verscheurd", 1)
    id_ = start(kast, "kievit")
    kast.write(id_, kast.read(id_), [Feit("papier_verscheurd", {"reden": "anders"})])
    assert said(read_log(kast, id_).regels[-1]).endswith("papier verscheurd. Waarom: een andere reden.")


# ---- aanvallen op het bestand ----


def weggehaald(db: sqlite3.Connection, id_: str, ander: str) -> None:
    db.execute("DELETE FROM gebeurtenis WHERE dossier = ? AND volgnummer = 4", (id_,))


def weggehaald_en_hernummerd(db: sqlite3.Connection, id_: str, ander: str) -> None:
    weggehaald(db, id_, ander)
    for n in (5, 6, 7):
        db.execute(
            "UPDATE gebeurtenis SET volgnummer = ? WHERE dossier = ? AND volgnummer = ?", (n - 1, id_, n)
        )
    db.execute("UPDATE dossier SET laatste = 6 WHERE id = ?", (id_,))


def veranderd(db: sqlite3.Connection, id_: str, ander: str) -> None:
    _flip(db, id_, 4, "verzegeld", 40)


def veranderd_met_nieuwe_afdruk(db: sqlite3.Connection, id_: str, ander: str) -> None:
    import hashlib

    _flip(db, id_, 4, "verzegeld", 40)
    (ruw,) = db.execute(
        "SELECT verzegeld FROM gebeurtenis WHERE dossier=? AND volgnummer=4", (id_,)
    ).fetchone()
    db.execute(
        "UPDATE gebeurtenis SET afdruk=? WHERE dossier=? AND volgnummer=4",
        (hashlib.sha256(ruw).digest(), id_),
    )


def omgewisseld(db: sqlite3.Connection, id_: str, ander: str) -> None:
    for van, naar in ((3, 99), (4, 3), (99, 4)):
        db.execute("UPDATE gebeurtenis SET volgnummer=? WHERE dossier=? AND volgnummer=?", (naar, id_, van))


def afgekapt(db: sqlite3.Connection, id_: str, ander: str) -> None:
    db.execute("DELETE FROM gebeurtenis WHERE dossier = ? AND volgnummer > 5", (id_,))


def nagemaakt_met_de_sleutel_van_een_ander_dossier(db: sqlite3.Connection, id_: str, ander: str) -> None:
    """Een echt verzegelde gebeurtenis, alleen niet van hier."""
    rij = db.execute(
        "SELECT afdruk, verzegeld FROM gebeurtenis WHERE dossier=? AND volgnummer=4", (ander,)
    ).fetchone()
    db.execute("UPDATE gebeurtenis SET afdruk=?, verzegeld=? WHERE dossier=? AND volgnummer=4", (*rij, id_))


def achteraan_bijgeplakt(db: sqlite3.Connection, id_: str, ander: str) -> None:
    """De vijfde nog een keer, als achtste."""
    db.execute(
        "INSERT INTO gebeurtenis SELECT dossier, 8, vorige, afdruk, verzegeld FROM gebeurtenis"
        " WHERE dossier=? AND volgnummer=5", (id_,),
    )  # fmt: skip
    db.execute("UPDATE dossier SET laatste = 8 WHERE id = ?", (id_,))


def herhaald_over_een_andere_heen(db: sqlite3.Connection, id_: str, ander: str) -> None:
    """De vijfde in de plaats van de zesde: het oude antwoord weer terug."""
    rij = db.execute(
        "SELECT vorige, afdruk, verzegeld FROM gebeurtenis WHERE dossier=? AND volgnummer=5", (id_,)
    )
    db.execute(
        "UPDATE gebeurtenis SET vorige=?, afdruk=?, verzegeld=? WHERE dossier=? AND volgnummer=6",
        (*rij.fetchone(), id_),
    )


def kopblad_van_een_ander(db: sqlite3.Connection, id_: str, ander: str) -> None:
    rij = db.execute("SELECT kopblad FROM dossier WHERE id=?", (ander,)).fetchone()
    db.execute("UPDATE dossier SET kopblad=? WHERE id=?", (*rij, id_))


def inhoud_weggehaald(db: sqlite3.Connection, id_: str, ander: str) -> None:
    """Alsof het gewist is, zonder dat iemand dat opschreef."""
    db.execute("UPDATE gebeurtenis SET verzegeld=NULL WHERE dossier=? AND volgnummer=4", (id_,))


def ketting_omgelegd(db: sqlite3.Connection, id_: str, ander: str) -> None:
    _flip(db, id_, 5, "vorige", 3)


def sleutel_van_een_ander(db: sqlite3.Connection, id_: str, ander: str) -> None:
    rij = db.execute("SELECT verpakt FROM sleutel WHERE dossier=?", (ander,)).fetchone()
    db.execute("UPDATE sleutel SET verpakt=? WHERE dossier=?", (*rij, id_))


def sleutel_weg(db: sqlite3.Connection, id_: str, ander: str) -> None:
    db.execute("DELETE FROM sleutel WHERE dossier=?", (id_,))


def teller_veranderd(db: sqlite3.Connection, id_: str, ander: str) -> None:
    db.execute("UPDATE dossier SET laatste = 99 WHERE id = ?", (id_,))


def verhuisd(db: sqlite3.Connection, id_: str, ander: str) -> None:
    """Alle gebeurtenissen van een ander dossier hier neergezet."""
    db.execute("DELETE FROM gebeurtenis WHERE dossier=?", (id_,))
    db.execute(
        "INSERT INTO gebeurtenis SELECT ?, volgnummer, vorige, afdruk, verzegeld FROM gebeurtenis WHERE dossier=?",
        (id_, ander),
    )


def _flip(db: sqlite3.Connection, id_: str, nummer: int, kolom: str, plek: int) -> None:
    waar = (id_, nummer)
    (ruw,) = db.execute(f"SELECT {kolom} FROM gebeurtenis WHERE dossier=? AND volgnummer=?", waar).fetchone()  # noqa: S608
    anders = ruw[:plek] + bytes([ruw[plek] ^ 1]) + ruw[plek + 1 :]
    db.execute(f"UPDATE gebeurtenis SET {kolom}=? WHERE dossier=? AND volgnummer=?", (anders, *waar))  # noqa: S608


#: de aanval, en wat er in woorden over wordt gezegd
AANVALLEN: dict[Aanval, tuple[str, ...]] = {
    weggehaald: ("ontbreekt gebeurtenis 4.", "Ervóór: 3: 7 december 2026, 13.30", "Erna: 5: 7 december 2026, 15.30"),
    weggehaald_en_hernummerd: ("is gebeurtenis 4 beschadigd of veranderd.", "afgekapt: na gebeurtenis 6"),
    veranderd: ("is gebeurtenis 4 beschadigd of veranderd.", "Erna: 5:"),
    veranderd_met_nieuwe_afdruk: ("is gebeurtenis 4 beschadigd of veranderd.",),
    omgewisseld: ("is gebeurtenis 3 beschadigd of veranderd.", "is gebeurtenis 4 beschadigd of veranderd."),
    afgekapt: ("is afgekapt: na gebeurtenis 5 horen er nog 2 te zijn.", "Ervóór: 5: 7 december 2026, 15.30 uur."),
    nagemaakt_met_de_sleutel_van_een_ander_dossier: ("is gebeurtenis 4 beschadigd of veranderd.",),
    achteraan_bijgeplakt: ("heeft gebeurtenis 8, die het kopblad niet kent.", "is gebeurtenis 8 beschadigd"),
    herhaald_over_een_andere_heen: ("is gebeurtenis 6 beschadigd of veranderd.",),
    kopblad_van_een_ander: ("Het kopblad van dossier",),
    inhoud_weggehaald: ("de inhoud van gebeurtenis 4 weg; niemand heeft die gewist.",),
    ketting_omgelegd: ("is gebeurtenis 5 beschadigd of veranderd.",),
    teller_veranderd: ("De teller van dossier",),  # VP758
    verhuisd: ("is gebeurtenis 1 beschadigd of veranderd.", "is gebeurtenis 7 beschadigd of veranderd."),
}  # fmt: skip


@pytest.mark.parametrize("aanval", AANVALLEN, ids=lambda a: a.__name__)
def test_geknoei_in_het_bestand_wordt_gevonden_en_genoemd(
    kast: Dossierkast, pad: Path, aanval: Aanval
) -> None:
    id_, ander = start(kast, "kievit"), start(kast, "merel")
    assert read_log(kast, id_).bevindingen == ()
    with sqlite3.connect(pad) as db:
        aanval(db, id_, ander)
    gevonden = zinnen(read_log(kast, id_))
    for verwacht in AANVALLEN[aanval]:
        assert [z for z in gevonden if verwacht in z], (verwacht, gevonden)
    if aanval is not verhuisd:
        assert read_log(kast, ander).bevindingen == (), "een ander dossier heeft er geen last van"


@pytest.mark.parametrize(("aanval", "code"), [(sleutel_van_een_ander, "VP728"), (sleutel_weg, "VP706")])
def test_een_sleutel_die_is_verwisseld_of_weg_is_geen_leeg_dossier(
    pad: Path, aanval: Aanval, code: str
) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        kast = Dossierkast(kluis, klok=Klok())
        id_, ander = start(kast, "kievit"), start(kast, "merel")
    with sqlite3.connect(pad) as db:
        aanval(db, id_, ander)
    with Kluis.met_willekeurige_sleutel(pad) as kluis, pytest.raises(BevindingenFout) as fout:
        read_log(Dossierkast(kluis), id_)
    assert [b.code for b in fout.value.bevindingen] == [code]


def test_een_dossier_dat_als_geheel_is_teruggezet_ziet_men_aan_het_kenmerk(
    kast: Dossierkast, pad: Path
) -> None:
    """Kopblad en gebeurtenissen van vanochtend, alles heel: alleen wie iets bewaarde, ziet het."""
    id_ = start(kast, "kievit")
    with sqlite3.connect(pad) as db:
        kop = db.execute("SELECT laatste, kopblad FROM dossier WHERE id=?", (id_,)).fetchone()
    kast.write(id_, kast.read(id_), [value_given("actie:2", "wat", "Bellen")])
    kenmerk = read_log(kast, id_).kenmerk
    assert kenmerk.startswith("8-")
    with sqlite3.connect(pad) as db:
        db.execute("UPDATE dossier SET laatste=?, kopblad=? WHERE id=?", (*kop, id_))
        db.execute("DELETE FROM gebeurtenis WHERE dossier=? AND volgnummer > 7", (id_,))
    assert read_log(kast, id_).bevindingen == ()
    assert [b.code for b in read_log(kast, id_, kenmerk).bevindingen] == ["VP752"]
    kast.write(
        id_, kast.read(id_), [value_given("actie:2", "wat", "Iets anders")]
    )  # en er is verder geschreven
    assert [b.code for b in read_log(kast, id_, kenmerk).bevindingen] == ["VP753"]


def test_een_kenmerk_van_toen_past_ook_als_er_veel_bij_is_gekomen_of_iets_is_gewist(
    kast: Dossierkast,
) -> None:
    id_ = start(kast, "kievit")
    kenmerk = read_log(kast, id_).kenmerk
    kast.destroy(id_, 4, "getypt bij vergissing")
    kast.write(id_, kast.read(id_), [value_given("actie:2", "wat", "Bellen")])
    assert read_log(kast, id_, kenmerk).bevindingen == ()


@pytest.mark.parametrize("onzin", ["", "42", "0-0123456789abcdef", "7-xyz", "7-0123456789abcdef0", "'; DROP"])
def test_iets_anders_dan_een_kenmerk_is_een_zin(kast: Dossierkast, onzin: str) -> None:
    id_ = start(kast, "kievit")
    with pytest.raises(BevindingenFout) as fout:
        read_log(kast, id_, onzin)
    assert [b.code for b in fout.value.bevindingen] == ["VP751"]


def test_een_kluis_die_als_geheel_is_teruggezet_ziet_men_naast_een_back_up(tmp_path: Path) -> None:
    pad, oud, back_up = tmp_path / "kluis.db", tmp_path / "oud.db", tmp_path / "back-up.kluis"
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        kast = Dossierkast(kluis, klok=Klok())
        id_ = start(kast, "kievit")
        kluis.back_up(oud)
        nieuw = start(kast, "merel")
        kast.write(id_, kast.read(id_), [value_given("actie:2", "wat", "Bellen")])
        kluis.back_up(back_up)
        kast.write(id_, kast.read(id_), [value_given("actie:3", "wat", "Later")])
        assert compare_back_up(kluis, back_up) == ()  # hier is verder gewerkt: dat hoort zo
        assert compare_back_up(kluis, oud) == ()
    pad.unlink()
    shutil.copy(oud, pad)
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        gevonden = {b.code: b.uitleg for b in compare_back_up(kluis, back_up)}
        assert set(gevonden) == {"VP752", "VP754"}
        assert (
            f"Dossier {id_} is teruggezet naar eerder: na gebeurtenis 7 horen er nog 1 te zijn."
            in gevonden["VP752"]
        )
        assert nieuw in gevonden["VP754"]
        assert [b.code for b in compare_back_up(kluis, back_up, id_)] == ["VP752"]
        kast = Dossierkast(kluis, klok=Klok())
        kast.write(id_, kast.read(id_), [value_given("actie:2", "wat", "Iets anders")])
        assert [b.code for b in compare_back_up(kluis, back_up, id_)] == ["VP753"]


def test_een_back_up_waarmee_zelf_is_geknoeid_is_geen_bewijs(kast: Dossierkast, tmp_path: Path) -> None:
    id_, back_up = start(kast, "kievit"), tmp_path / "back-up.kluis"
    kast.kluis.back_up(back_up)
    with sqlite3.connect(back_up) as db:
        afgekapt(db, id_, "")
    assert [b.code for b in compare_back_up(kast.kluis, back_up)] == ["VP755"]


def test_een_back_up_van_voor_dit_dossier_wordt_gezegd(kast: Dossierkast, tmp_path: Path) -> None:
    start(kast, "kievit")
    kast.kluis.back_up(tmp_path / "b.kluis")
    nieuw = start(kast, "merel")
    assert [b.code for b in compare_back_up(kast.kluis, tmp_path / "b.kluis", nieuw)] == ["VP756"]


def test_een_klok_die_terugging_wordt_gezegd_en_is_geen_bewijs_van_geknoei(kast: Dossierkast) -> None:
    id_ = start(kast, "kievit")
    assert isinstance(kast.klok, Klok)
    kast.klok.nu = datetime(2020, 1, 1, tzinfo=UTC)
    kast.write(id_, kast.read(id_), [value_given("actie:2", "wat", "Bellen")])
    (bevinding,) = read_log(kast, id_).bevindingen
    assert bevinding.code == "VP757"
    assert "bij gebeurtenis 8 op 1 januari 2020, 02.00 uur" in bevinding.uitleg
