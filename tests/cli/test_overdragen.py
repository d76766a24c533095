"""Overdragen met echte opdrachten: geven, overnemen, teruggeven, terugnemen, en verder als de collega ziek is."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.overdracht import look_in, take_over
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.start import main
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.overdracht import REDENEN, TERUG
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-professionals" / "overdragen.md"
KENMERK = re.compile(r"[0-9a-z]{4}(?:-[0-9a-z]{4}){3}")


class Bureau:
    """Eén medewerker met een eigen kluis, en de opdrachten die deze typt."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.map_ = map_
        self.capsys = capsys
        with Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
            (map_ / "sleutel.txt").write_text(kluis.openbare_sleutel + "\n", encoding="utf-8")

    @property
    def sleutel(self) -> str:
        """Het bestand met de openbare sleutel."""
        return str(self.map_ / "sleutel.txt")

    def doe(self, *woorden: str) -> tuple[int, str]:
        """De uitkomst en alles wat er op het scherm komt."""
        self.capsys.readouterr()
        code = main([*woorden, "--map", str(self.map_)])
        uit = self.capsys.readouterr()
        tekst = " ".join((uit.out + uit.err).split())
        assert "Traceback" not in tekst
        return code, tekst

    def dossier(self, id_: str) -> Dossier:
        """Zoals het in deze kluis staat."""
        with Kluis.met_willekeurige_sleutel(self.map_ / BESTANDSNAAM) as kluis:
            return Dossierkast(kluis).read(id_)

    def soorten(self, id_: str) -> list[str]:
        """De soorten gebeurtenissen in het logboek."""
        with Kluis.met_willekeurige_sleutel(self.map_ / BESTANDSNAAM) as kluis:
            return [g.soort if g else "weg" for g in Dossierkast(kluis).events(id_)]

    def schrijf(self, id_: str, veld: str, waarde: str) -> None:
        """Een antwoord, zoals het gesprek het bewaart."""
        with Kluis.met_willekeurige_sleutel(self.map_ / BESTANDSNAAM) as kluis:
            kast = Dossierkast(kluis)
            kast.write(id_, kast.read(id_), [value_given(*veld.split("/"), waarde)])


@pytest.fixture
def noor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bureau:
    return Bureau(tmp_path / "noor", capsys)


@pytest.fixture
def kim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bureau:
    return Bureau(tmp_path / "kim", capsys)


@pytest.fixture
def id_(noor: Bureau) -> str:
    """Een dossier van Noor."""
    with Kluis.met_willekeurige_sleutel(noor.map_ / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        kast.write(
            id_, d, [value_given("dossier", "alias", "kievit"), value_given("medewerker", "naam", "Noor")]
        )
    return id_


def give(van: Bureau, aan: Bureau, id_: str, pakket: Path, *meer: str) -> tuple[int, str]:
    """Overdragen in een pakket."""
    return van.doe("dossier", "overdragen", id_, "--aan", aan.sleutel, "--naar", str(pakket), *meer)


def take(door: Bureau, van: Bureau, uit: Path, *meer: str) -> tuple[int, str]:
    """Overnemen, met de sleutel van de ander ter controle."""
    return door.doe("dossier", "overdragen", *meer, "--uit", str(uit), "--van", van.sleutel)


def test_een_dossier_gaat_in_een_pakket_naar_een_collega_en_die_werkt_erin_verder(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """In het logboek: overgedragen door de een, overgenomen door de ander; de alias kwam mee in het zegel."""
    pakket = tmp_path / "p.dossier"
    code, tekst = give(noor, kim, id_, pakket, "--reden", "vakantie")
    assert code == 0
    assert len(KENMERK.findall(tekst.replace(id_, ""))) >= 2
    assert b"kievit" not in pakket.read_bytes()
    code, tekst = take(kim, noor, pakket)
    assert (code, f"Overgenomen: {id_} kievit" in tekst) == (0, True)
    assert kim.soorten(id_) == ["dossier_begonnen", *["waarde_gegeven"] * 2, "overgedragen", "overgenomen"]
    assert kim.doe("vaststellen", id_)[0] == 0
    assert "kievit: vastgesteld" in kim.doe("lijst")[1]


def test_wie_overneemt_is_niet_de_medewerker_van_voorheen(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Anders stond onder een plan van Kim de handtekening van Noor; bij Noor zelf blijft de naam staan."""
    give(noor, kim, id_, tmp_path / "p")
    take(kim, noor, tmp_path / "p")
    assert kim.dossier(id_).waarde("medewerker", "naam") is None
    assert noor.dossier(id_).waarde("medewerker", "naam") == "Noor"


@pytest.mark.parametrize(
    "opdracht",
    ["hervat", "vaststellen", "exporteer --voor gezamenlijk --naar x.pdf", "dossier wis --nummer 2"],
)
def test_na_overdragen_schrijft_geen_enkele_opdracht_nog_en_lezen_kan(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: str
) -> None:
    """Uitkomst 1, met aan wie, wanneer en hoe verder; lijst en toon werken."""
    monkeypatch.chdir(tmp_path)
    give(noor, kim, id_, tmp_path / "p")
    voor = noor.soorten(id_)
    code, tekst = noor.doe(*opdracht.split(), id_)
    assert code == 1
    assert re.search(r"is op \d+ \w+ \d{4} overgedragen aan een collega \(sleutel [0-9a-z-]{19}\)", tekst)
    assert "--terugnemen" in tekst
    assert "VP7" not in tekst
    assert noor.soorten(id_) == voor
    assert not (tmp_path / "x.pdf").exists()
    assert noor.doe("toon", id_)[0] == 0
    assert "kievit: overgedragen" in noor.doe("lijst")[1]


def test_een_pakket_terug_maakt_het_dossier_weer_van_de_eerste(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Wat Kim toevoegde, staat er bij Noor in; daarna is het bij Kim om te lezen."""
    give(noor, kim, id_, tmp_path / "heen")
    take(kim, noor, tmp_path / "heen")
    kim.schrijf(id_, "actie:1/wat", "Sem belt elke avond")
    assert give(kim, noor, id_, tmp_path / "terug")[0] == 0
    code, tekst = take(noor, kim, tmp_path / "terug")
    assert (code, "Het dossier stond hier al." in tekst) == (0, True)
    assert noor.dossier(id_).waarde("actie:1", "wat") == "Sem belt elke avond"
    assert noor.doe("vaststellen", id_)[0] == 0
    assert kim.doe("vaststellen", id_)[0] == 1


def test_nog_eens_overnemen_verandert_niets(noor: Bureau, kim: Bureau, id_: str, tmp_path: Path) -> None:
    """Het pakket is ouder dan wat er staat: een nee, en het nieuwere blijft."""
    give(noor, kim, id_, tmp_path / "p")
    take(kim, noor, tmp_path / "p")
    kim.schrijf(id_, "actie:1/wat", "Sem belt")
    voor = kim.soorten(id_)
    code, tekst = take(kim, noor, tmp_path / "p")
    assert (code, "uw versie is nieuwer. Er is niets veranderd." in tekst) == (1, True)
    assert kim.soorten(id_) == voor


def test_terugnemen_terwijl_de_collega_doorwerkt_geeft_twee_versies_die_blijven(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Het pakket van Kim komt er bij Noor niet over heen: één duidelijke zin, en alles staat er nog."""
    give(noor, kim, id_, tmp_path / "heen")
    take(kim, noor, tmp_path / "heen")
    code, tekst = noor.doe("dossier", "overdragen", id_, "--terugnemen", "--reden", "niet_aangekomen")
    assert (code, "zeg uw collega dat het pakket niet meer geldt" in tekst) == (0, True)
    noor.schrijf(id_, "actie:1/wat", "van Noor")
    kim.schrijf(id_, "actie:1/wat", "van Kim")
    give(kim, noor, id_, tmp_path / "terug")
    code, tekst = take(noor, kim, tmp_path / "terug")
    assert (code, "is op twee plekken verder gegaan: vanaf gebeurtenis 5" in tekst) == (1, True)
    assert noor.dossier(id_).waarde("actie:1", "wat") == "van Noor"


def test_wie_ziek_is_hoeft_niets_te_doen_een_collega_met_sleutel_neemt_over_uit_de_back_up(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Vooraf: sleutel geven en een back-up. Terug: wat Kim deed, komt met een pakket bij Noor."""
    assert noor.doe("dossier", "sleutel", id_, "--geef", kim.sleutel)[0] == 0
    assert noor.doe("dossier", "back-up", "--naar", str(tmp_path / "b.kluis"))[0] == 0
    for uit in (tmp_path / "b.kluis", noor.map_):  # the back-up, or the folder itself
        code, tekst = take(kim, noor, uit, "kievit", "--reden", "ziekte")
        assert code == (0 if uit.suffix else 1), tekst
    assert kim.soorten(id_)[-1] == "overgenomen"
    kim.schrijf(id_, "actie:1/wat", "Sem belt elke avond")
    give(kim, noor, id_, tmp_path / "terug")
    assert take(noor, kim, tmp_path / "terug")[0] == 0
    assert noor.dossier(id_).waarde("actie:1", "wat") == "Sem belt elke avond"


def test_een_pakket_van_een_ander_dan_gedacht_wordt_geweigerd(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """De sleutel in --van is een andere; zonder --van en zonder toetsenbord is het verkeerd gebruik."""
    give(noor, kim, id_, tmp_path / "p")
    vreemde = Bureau(tmp_path / "vreemde", capsys)
    code, tekst = take(kim, vreemde, tmp_path / "p")
    assert (code, "komt van een andere sleutel" in tekst) == (1, True)
    assert kim.doe("dossier", "overdragen", "--uit", str(tmp_path / "p"))[0] == 2
    code, tekst = take(vreemde, noor, tmp_path / "p")
    assert (code, "geen dossier dat uw sleutel opent" in tekst) == (1, True)
    assert not [s for s in kim.doe("lijst")[1].split() if s == "kievit:"]


def test_een_pakket_dat_er_niet_kan_komen_laat_het_dossier_waar_het_was(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Er staat al een bestand: niets gebeurt. De map is een bestand: het logboek zegt dat het niet lukte."""
    (tmp_path / "p").write_text("van iemand anders")
    code, tekst = give(noor, kim, id_, tmp_path / "p")
    assert (code, "er is niets overschreven" in tekst) == (1, True)
    assert "overgedragen" not in noor.soorten(id_)
    assert give(noor, kim, id_, tmp_path / "p" / "diep")[0] == 1
    assert noor.soorten(id_)[-2:] == ["overgedragen", "teruggenomen"]
    assert noor.doe("vaststellen", id_)[0] == 0
    assert (tmp_path / "p").read_text() == "van iemand anders"


def test_een_verloren_pakket_kan_nog_eens_worden_gemaakt_voor_dezelfde_collega(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Zonder nieuwe regel in het logboek; voor een ander moet het eerst terug."""
    give(noor, kim, id_, tmp_path / "een")
    voor = noor.soorten(id_)
    assert give(noor, kim, id_, tmp_path / "twee")[0] == 0
    assert noor.soorten(id_) == voor
    assert take(kim, noor, tmp_path / "twee")[0] == 0
    assert give(noor, Bureau(tmp_path / "derde", capsys), id_, tmp_path / "drie")[0] == 1


def test_uit_een_back_up_overnemen_wat_al_naar_een_ander_ging_wordt_gezegd(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kim heeft een sleutel, maar het dossier ging naar een derde: VP749, en het houdt niet tegen."""
    derde = Bureau(tmp_path / "derde", capsys)
    noor.doe("dossier", "sleutel", id_, "--geef", kim.sleutel)
    give(noor, derde, id_, tmp_path / "p")
    code, tekst = take(kim, noor, noor.map_)
    assert (code, "overgedragen aan een andere collega" in tekst) == (0, True)


def test_een_pakket_met_een_goed_zegel_om_onzin_is_een_zin(noor: Bureau, kim: Bureau, tmp_path: Path) -> None:
    """Wie een sleutel heeft, kan van alles verzegelen: VP745 en geen traceback."""
    for n, (inhoud, kop) in enumerate(
        [
            (b"geen json", b'{"alias": "a", "status": "s", "laatst": ""}'),
            (b"[1, 2]", b'{"alias": "a", "status": "s", "laatst": ""}'),
            (b'{"soort": "waarde_gegeven"}', b'{"alias": "a", "status": "s", "laatst": ""}'),
            (b"{}", b"\xff\xfe"),
            (b"{}", b"[]"),
            (b"{}", b'{"status": 3}'),
        ]
    ):
        with (
            Kluis.met_willekeurige_sleutel(noor.map_ / BESTANDSNAAM) as van,
            Kluis.met_willekeurige_sleutel(kim.map_ / BESTANDSNAAM) as aan,
        ):
            van.pak_in(van.nieuw_dossier([inhoud], kop), aan.openbare_sleutel, tmp_path / f"{n}")
            kast = Dossierkast(aan)
            with pytest.raises(BevindingenFout) as fout:
                take_over(kast, tmp_path / f"{n}", look_in(kast, tmp_path / f"{n}")[0], None)
        assert [b.code for b in fout.value.bevindingen] == ["VP745"]
        assert take(kim, noor, tmp_path / f"{n}")[0] == 1


@pytest.mark.parametrize(
    "woorden",
    [
        ["--aan", "s"],
        ["--naar", "p"],
        [],
        ["--terugnemen", "--uit", "p"],
        ["--terugnemen"],
        ["D", "--terugnemen", "--reden", "vakantie"],
        ["D", "--aan", "s", "--naar", "p", "--reden", "vergissing"],
        ["D", "--aan", "s", "--naar", "p", "--van", "s"],
    ],
)
def test_halve_of_tegenstrijdige_opdrachten_zijn_verkeerd_gebruik(noor: Bureau, woorden: list[str]) -> None:
    assert noor.doe("dossier", "overdragen", *woorden)[0] == 2


def test_aan_uzelf_overdragen_en_terugnemen_wat_hier_is_kan_niet(
    noor: Bureau, id_: str, tmp_path: Path
) -> None:
    """VP746 en VP747, elk met wat wel kan."""
    assert "uw eigen openbare sleutel" in give(noor, noor, id_, tmp_path / "p")[1]
    code, tekst = noor.doe("dossier", "overdragen", id_, "--terugnemen")
    assert (code, "is niet overgedragen" in tekst) == (1, True)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
def test_een_sleutelbestand_uit_notepad_of_powershell_wordt_gewoon_gelezen(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, codering: str
) -> None:
    """Ook over twee regels, zoals een mailprogramma hem afbreekt. Een leeg bestand is een zin."""
    tekst = Path(kim.sleutel).read_text("utf-8")
    Path(kim.sleutel).write_text(tekst[:40] + "\r\n" + tekst[40:], encoding=codering)
    assert give(noor, kim, id_, tmp_path / "p")[0] == 0
    Path(kim.sleutel).write_text("", encoding="utf-8")
    assert "staat niets" in give(noor, kim, id_, tmp_path / "q")[1]


def test_een_ander_dossier_dat_beschadigd_is_houdt_overdragen_niet_tegen(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Eén kapot kopblad in de kluis: het hele dossier gaat gewoon mee; de back-up zegt wat stuk is."""
    import sqlite3
    from contextlib import closing

    with Kluis.met_willekeurige_sleutel(noor.map_ / BESTANDSNAAM) as kluis:
        stuk = kluis.nieuw_dossier([b"x"], b"k")
    with closing(sqlite3.connect(noor.map_ / BESTANDSNAAM)) as db, db:
        db.execute("UPDATE dossier SET kopblad = zeroblob(541) WHERE id = ?", (stuk,))
    assert give(noor, kim, id_, tmp_path / "p")[0] == 0
    code, tekst = noor.doe("dossier", "back-up", "--naar", str(tmp_path / "b.kluis"))
    assert (code, f"Het kopblad van dossier {stuk} is beschadigd" in tekst) == (1, True)
    assert (tmp_path / "b.kluis").exists()


def test_ook_buiten_de_opdrachten_om_schrijft_niemand_in_een_overgedragen_dossier(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """De kast zelf weigert met VP744; voor de afzender zelf ligt in het pakket niets: VP748."""
    give(noor, kim, id_, tmp_path / "p")
    with Kluis.met_willekeurige_sleutel(noor.map_ / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        d = kast.read(id_)
        for daad, code in (
            (lambda: kast.write(id_, d, [value_given("dossier", "alias", "x")]), "VP744"),
            (lambda: kast.destroy(id_, 2, "getypt bij vergissing"), "VP744"),
            (lambda: kast.hold(id_), "VP744"),
            (lambda: look_in(kast, tmp_path / "p"), "VP748"),
        ):
            with pytest.raises(BevindingenFout) as fout:
                daad()
            assert [b.code for b in fout.value.bevindingen] == [code]
        assert kast.read(id_) == d


def test_elke_opdracht_op_de_bladzijde_bestaat_met_die_opties(noor: Bureau) -> None:
    """docs/voor-professionals/overdragen.md: elke optie staat in de hulp van haar opdracht."""
    opdrachten = re.findall(r"^ *veiligheidsplan ([^\n>]+)", BLADZIJDE.read_text("utf-8"), re.MULTILINE)
    assert len(opdrachten) >= 8
    for regel in opdrachten:
        groep, opdracht, *rest = regel.split()
        hulp = noor.doe(groep, opdracht, "--help")[1]
        assert all(f"{woord} " in hulp for woord in rest if woord.startswith("--")), regel
    redenen = re.findall(r"--reden (\w+)", BLADZIJDE.read_text("utf-8"))
    assert set(redenen) <= {*REDENEN, *TERUG}


def test_toon_zegt_dat_een_dossier_is_overgedragen(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path
) -> None:
    """Wie het leest, weet dat een ander er nu in werkt; bij de ander staat dat er niet."""
    give(noor, kim, id_, tmp_path / "p")
    take(kim, noor, tmp_path / "p")
    assert "overgedragen aan een collega" in noor.doe("toon", id_)[1]
    assert "overgedragen aan een collega" not in kim.doe("toon", id_)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft geen pseudo-terminal zoals deze")
@pytest.mark.parametrize(("antwoord", "code"), [("ja", 0), ("nee", 1)])
def test_aan_het_toetsenbord_vergelijkt_een_mens_het_kenmerk(
    noor: Bureau, kim: Bureau, id_: str, tmp_path: Path, antwoord: str, code: int
) -> None:
    """Het kenmerk van de afzender staat er; alleen na «ja» komt het dossier binnen."""
    pexpect = pytest.importorskip("pexpect", reason="pexpect is er niet")
    give(noor, kim, id_, tmp_path / "p")
    kenmerk = KENMERK.findall(noor.doe("dossier", "sleutel", "--openbaar")[1])[-1]
    opdracht = ["-m", "veiligheidsplan.cli.start", "dossier", "overdragen", "--uit", str(tmp_path / "p")]
    kind = pexpect.spawn(sys.executable, [*opdracht, "--map", str(kim.map_)], timeout=60, encoding="utf-8")
    kind.expect(kenmerk)
    kind.expect("Typ ja of nee: ")
    kind.sendline(antwoord)
    kind.expect(pexpect.EOF)
    kind.close()
    assert kind.exitstatus == code
    assert ("kievit" in kim.doe("lijst")[1]) is (code == 0)


def test_de_hele_weg_met_wachtzinnen_back_up_kwijt_terug_en_verder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Echte kluizen: back-up, wachtzin veranderd, kluis kwijt, terugzetten; de wachtzin van toen opent haar."""
    oud, nieuw = tmp_path / "oud.txt", tmp_path / "nieuw.txt"
    oud.write_text("vier fietsen bij de sloot\n")
    nieuw.write_text("drie eenden op het dak\n")
    map_, back_up = tmp_path / "kluis", tmp_path / "stick"
    back_up.mkdir()

    def doe(wachtzin: Path, *woorden: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*woorden, "--map", str(map_), "--wachtzin-bestand", str(wachtzin)])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    assert doe(oud, "dossier", "sleutel", "--openbaar")[0] == 0
    with Kluis.open(map_ / BESTANDSNAAM, oud.read_text().strip()) as kluis:
        id_, d = (kast := Dossierkast(kluis)).begin("regio/veiligheidsplan@1.0.0")
        kast.write(id_, d, [value_given("dossier", "alias", "kievit")])
    code, uit, talk = doe(oud, "dossier", "back-up", "--naar", str(back_up))
    assert (code, "1 dossier." in talk, "wachtzin van nu" in talk) == (0, True, True)
    bestand = Path(uit.strip())
    assert bestand.parent == back_up
    assert "kievit" not in bestand.name
    assert doe(oud, "dossier", "back-up", "--naar", str(bestand))[0] == 1
    with Kluis.open(map_ / BESTANDSNAAM, oud.read_text().strip()) as kluis:
        kluis.wijzig_wachtzin(nieuw.read_text().strip())
    assert (
        main(["dossier", "herstel", "--back-up", str(bestand), "--map", str(map_)]) == 1
    )  # er staat nog iets
    shutil.rmtree(map_)
    assert main(["dossier", "herstel", "--back-up", str(bestand), "--map", str(map_)]) == 0
    assert doe(nieuw, "lijst")[0] == 1
    assert f"{id_}  kievit" in doe(oud, "lijst")[1]
    assert doe(oud, "toon", id_)[0] == 0
    assert doe(oud, "vaststellen", id_)[0] == 0
