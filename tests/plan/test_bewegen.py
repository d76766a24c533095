"""Back, jump, forward, and the other keys, on every kind of step; the moves themselves are in no log."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import events, example, example_dossier, omgeving, with_values
from tests.plan.spel import Genoeg, Kies, any_answer, play, script
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gesprek import next_step, places, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.loop import BUITEN
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.stap import Beweging, MetToelichting, Reactie, Stap

AFNAME = "afname:directe-veiligheid:1"


def prepared(tot: int | None = None) -> Dossier:
    """The example, but the worker is alone with it: everything on the werkscherm."""
    feiten = list(example())[:tot]
    return with_values(fold(events(feiten)), ("zitting:1", "setting", "niemand"))


def ids(d: Dossier) -> list[str]:
    return [p.id for p in places(d, omgeving())]


def test_terug_gaat_van_elke_soort_stap_naar_de_stap_ervoor() -> None:
    """Van de laatste tot de eerste, ook over personen, acties, «nog een?» en de vragen van een instrument."""
    d = prepared()
    lijst = [i for i in ids(d) if not i.startswith(BUITEN)]
    gezien: list[str] = []

    def kies(stap: Stap) -> Reactie:
        gezien.append(stap.id)
        if stap.id == lijst[0]:
            raise Genoeg
        return Beweging("terug")

    _, _, log = play(d, kies, naar=lijst[-1])
    assert gezien == lijst[::-1]
    assert log.gebeurtenissen == []


def test_na_teruglopen_gaat_elk_antwoord_een_stap_vooruit_tot_de_eerste_open_vraag() -> None:
    d = prepared(20)
    open_ = next_step(d, omgeving())
    assert open_ is not None
    lijst = ids(d)
    terug = [Beweging("terug")] * 3
    plek = lijst.index(open_.id)
    stappen = {s.id: s for s in steps(d, omgeving())}
    bevestigd = [stappen[i].standaard for i in lijst[plek - 3 : plek]]
    _, speler, log = play(d, script(*terug, *bevestigd))
    assert [s.id for s in speler.gezien] == [
        open_.id,
        *lijst[plek - 3 : plek][::-1],
        *lijst[plek - 2 : plek],
        open_.id,
    ]
    assert log.gebeurtenissen == []


def test_na_een_sprong_uit_het_overzicht_komt_meteen_de_eerste_open_vraag() -> None:
    d = prepared(20)
    open_ = next_step(d, omgeving())
    assert open_ is not None
    _, speler, log = play(d, script(Beweging("naar", "dossier/alias"), "kievit"))
    assert [s.id for s in speler.gezien] == [open_.id, "dossier/alias", open_.id]
    assert [g.inhoud["waarde"] for g in log.gebeurtenissen] == ["kievit"]


def test_een_beantwoorde_stap_staat_er_met_zijn_antwoord_en_zijn_toelichting() -> None:
    d, _, _ = play(
        prepared(),
        script(MetToelichting("kievit", "zij koos dit zelf"), Beweging("naar", "dossier/alias")),
        naar="dossier/alias",
    )
    stap = next(s for s in steps(d, omgeving()) if s.id == "dossier/alias")
    assert (stap.standaard, stap.toelichting, stap.herkomst) == ("kievit", "zij koos dit zelf", None)


def test_een_antwoord_laten_staan_schrijft_niets_en_een_ander_antwoord_een_nieuwe_gebeurtenis() -> None:
    _, _, log = play(prepared(), script("waterlelie"), naar="dossier/alias")
    assert log.gebeurtenissen == []
    d, _, log = play(prepared(), script("kievit"), naar="dossier/alias")
    assert [g.soort for g in log.gebeurtenissen] == ["waarde_gegeven"]
    assert d.waarde("dossier", "alias") == "kievit"


def test_een_ander_antwoord_neemt_de_oude_toelichting_niet_mee() -> None:
    d, _, _ = play(prepared(), script(MetToelichting("kievit", "haar woord")), naar="dossier/alias")
    d, _, _ = play(d, script("grutto"), naar="dossier/alias")
    assert d.waarden["dossier"]["alias"].toelichting is None


@pytest.mark.parametrize(("soort", "gezien"), [("nu_gevaar", "gevaar"), ("slot", "slot")])
def test_nu_gevaar_en_slot_komen_terug_op_dezelfde_vraag(soort: str, gezien: str) -> None:
    _, speler, log = play(prepared(20), script(Beweging(soort)))  # type: ignore[arg-type]
    assert speler.gezien[0].id == speler.gezien[1].id
    assert gezien in speler.wat
    assert log.gebeurtenissen == []


def test_iemand_erbij_toont_eerst_de_neutrale_bladzijde_en_begint_dan_een_zitting_samen() -> None:
    d, speler, log = play(prepared(20), script(Beweging("iemand_erbij")))
    assert speler.wat == ["werkscherm", "erbij", "aan_tafel"]
    assert d.waarde("gesprek", "zitting") == 2
    assert d.waarde("zitting:2", "setting") == "samen"
    assert d.waarde("zitting:2", "aanwezig") is None
    assert all(s.tafel for s in speler.gezien[1:])
    assert len(log.gebeurtenissen) == 3


def test_stoppen_eindigt_het_gesprek_en_alles_is_bewaard() -> None:
    d, _, log = play(prepared(20), script(Beweging("stoppen")))
    assert d == prepared(20)
    assert log.gebeurtenissen == []


def test_wie_alleen_voorbereidt_begint_op_het_werkscherm_en_het_gesprek_begint_aan_tafel() -> None:
    """Na «het gesprek begint nu» komt de setting opnieuw, op een scherm dat iedereen mag zien."""
    gezien: list[tuple[str, str]] = []

    def kies(stap: Stap) -> Reactie:
        gezien.append((stap.id, "tafel" if stap.tafel else "werk"))
        if stap.id == "zitting:2/setting":
            raise Genoeg
        return (
            "niemand" if stap.id == "zitting:1/setting" else "nee" if "meer_" in stap.id else any_answer(stap)
        )

    _, speler, _ = play(fold(events(list(example())[:1])), kies)
    assert gezien[0] == ("zitting:1/setting", "tafel")
    assert gezien[-1] == ("zitting:2/setting", "tafel")
    assert gezien[-2][0] == "zitting:1/verder"
    assert speler.wat == ["aan_tafel", "werkscherm", "aan_tafel"]


@pytest.mark.parametrize(("antwoord", "zitting"), [("ja", 1), ("nee", 2)])
def test_bij_hervatten_wordt_eerst_gevraagd_of_dezelfde_mensen_er_zijn(antwoord: str, zitting: int) -> None:
    """Ook binnen vier uur: wie toen alleen was, zit nu misschien naast een ander."""
    d = fold(events(list(example())[:20]))
    d, speler, _ = play(d, script(antwoord), hervat=True)
    assert speler.gezien[0].tekst == omgeving().zin("zelfde_gezelschap")
    assert speler.gezien[0].tafel
    assert (d.waarde("gesprek", "zitting") or 1) == zitting
    assert speler.gezien[1].id == ("zitting:2/setting" if zitting == 2 else speler.gezien[1].id)


def test_wie_alleen_voorbereidde_hoort_die_vraag_niet() -> None:
    _, speler, _ = play(prepared(20), script(), hervat=True)
    assert speler.gezien[0].tekst != omgeving().zin("zelfde_gezelschap")


def test_voor_de_setting_is_er_niets_anders_te_vragen_te_zien_of_te_kiezen() -> None:
    d = with_values(example_dossier(), ("gesprek", "zitting", 2))
    for kant in ("aan_tafel", "werkscherm"):
        assert [s.id for s in steps(d, omgeving(), kant)] == ["zitting:2/setting"]  # type: ignore[arg-type]
        assert len(overview(d, omgeving(), kant)) == 1  # type: ignore[arg-type]


def test_het_overzicht_zegt_elk_antwoord_in_woorden_en_wat_open_is() -> None:
    regels = {r.stap: r for r in overview(prepared(), omgeving(), "werkscherm")}
    assert regels["dossier/gemeente"].antwoord == "Nijmegen"
    assert regels["actie:1/wanneer"].antwoord == "8 december 2026"
    assert regels["actie:1/tijd"].antwoord == "20.00 uur"
    assert regels[f"{AFNAME}/dichtbij"].staat == "weet_niet"
    assert regels[f"{AFNAME}/ernstig"].antwoord == "Iemand volgde of bespiedde een ander"
    assert regels["cijfer:persoon:3/waarde"].staat == "niet_gevraagd"
    assert regels["zitting:1/verder"].staat == "open"


def test_een_slapend_antwoord_staat_in_het_overzicht_en_wordt_met_een_zin_gezegd() -> None:
    """Zonder geweld en zonder angst geldt «dichtbij» niet: bewaard, niet geteld, en weer wakker als het geldt."""
    dichtbij = "Kan iemand die geweld gebruikt vandaag bij u komen?"
    d = example_dossier()
    for vraag, waarde in (("dichtbij", "ja"), ("laatste_geweld", "nooit"), ("bang", "nee")):
        d, speler, _ = play(d, to_and_answer(f"{AFNAME}/{vraag}", waarde))
    assert f"Dit telt nu niet mee, en blijft bewaard: «{dichtbij}»." in speler.wat
    (regel,) = [r for r in overview(d, omgeving(), "aan_tafel") if r.staat == "slapend"]
    assert (regel.tekst, regel.antwoord) == (dichtbij, "Ja")
    d, speler, _ = play(d, to_and_answer(f"{AFNAME}/bang", "ja"))
    assert f"Dit telt weer mee: «{dichtbij}»." in speler.wat
    assert d.afnamen["directe-veiligheid:1"].geldend["dichtbij"] == "ja"


def test_een_ingetrokken_afspraak_slaapt_staat_op_geen_kopie_en_komt_heel_terug() -> None:
    d, speler, _ = play(prepared(), to_and_answer("gesprek/meer_afspraak_2", "nee"))
    assert any("Is er spanning?" in zin for zin in speler.wat)
    for voor in ("gezamenlijk", "professional"):
        assert "Is er spanning?" not in str(make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d"))  # type: ignore[arg-type]
    d, speler, _ = play(d, to_and_answer("gesprek/meer_afspraak_2", "ja"))
    oud = prepared()
    assert any(zin.startswith("Dit telt weer mee") for zin in speler.wat)
    assert make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d") == make_copy(
        oud, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d"
    )


def to_and_answer(id_: str, waarde: Reactie) -> Kies:
    """Jump to this step and answer it; then it is enough."""
    rij: list[Reactie] = [Beweging("naar", id_), waarde]

    def kies(stap: Stap) -> Reactie:
        if not rij:
            raise Genoeg
        assert len(rij) == 2 or stap.id == id_
        return rij.pop(0)

    return kies
