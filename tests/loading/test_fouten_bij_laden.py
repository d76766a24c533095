# ruff: noqa: E501 - één vergissing op één regel leest als een tabel
"""Every mistake that loading must find: what was written, and the code and place that it gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import SOORTEN
from veiligheidsplan.loading import laad_instrument, load_instrument_text
from veiligheidsplan.loading.models import inspect_instrument_text

Zoek = Callable[..., list[Bevinding]]

TOON = "toon_als: {vraag: ruzie, is: ja}"
ALS = "als: {vraag: slaan, is: ja}"
MEER = "type: meerkeuze\n        antwoorden: {a: {tekst: A, punten: 1}, b: {tekst: B}}"


def found(bevindingen: list[Bevinding]) -> list[tuple[str, int, int]]:
    return [(b.code, b.plaats.regel, b.plaats.kolom) for b in bevindingen if b.plaats]


def test_het_voorbeeld_zonder_fouten_laadt(basis: str) -> None:
    instrument = load_instrument_text(basis, "i.yaml")
    assert isinstance(instrument, Instrument)
    assert list(instrument.vragen) == ["ruzie", "slaan", "gevoel", "sinds"]


@pytest.mark.parametrize(
    ("zin", "oud", "nieuw", "verwacht"),
    [
        # de vorm
        ("een onbekende sleutel bovenaan staat op de sleutel", "per: huis", "pre: 1\nper: huis", [("VP121", 8, 1)]),
        ("een vereiste sleutel die ontbreekt staat bij het begin", "soort: risicotaxatie\n", "", [("VP122", 1, 1)]),
        ("een lege waarde telt als ontbrekend", "eigenaar: Een verzonnen regio", "eigenaar:", [("VP122", 9, 1)]),
        ("een lege tekst telt als ontbrekend", "eigenaar: Een verzonnen regio", "eigenaar: ''", [("VP122", 9, 1)]),
        ("een titel is geen getal", "titel: Thuis", "titel: 5", [("VP123", 22, 12)]),
        ("een titel is geen datum", "titel: Thuis", "titel: 2026-01-01", [("VP123", 22, 12)]),
        ("een getal tussen aanhalingstekens is tekst", "van: 0", "van: '0'", [("VP123", 35, 14)]),
        ("punten met een komma zijn tekst", "punten: 1}", "punten: '0,5'}", [("VP123", 15, 29)]),
        ("een heel getal heeft geen punt", "van: 0", "van: 0.5", [("VP123", 35, 14)]),
        ("waar of niet waar is niet ja of nee", "van: 0", "weet_niet: nee\n        van: 0", [("VP123", 35, 20)]),
        ("waar of niet waar is geen getal", "van: 0", "kort: 1\n        van: 0", [("VP123", 35, 15)]),
        ("waar is geen getal", "van: 0", "van: true", [("VP123", 35, 14)]),
        ("een datum is een datum", "per: huis", "herzien_voor: morgen\nper: huis", [("VP123", 8, 15)]),
        ("een getal is geen datum", "per: huis", "herzien_voor: 2027\nper: huis", [("VP123", 8, 15)]),
        ("een lijst is geen woord", "telt: [gevoel]", "telt: gevoel", [("VP123", 46, 11)]),
        ("een blok is geen lijst", "  ja_nee:\n", "  leeg: []\n  ja_nee:\n", [("VP123", 14, 9)]),
        ("een vraag is geen tekst", "      slaan:\n", "      los: tekst\n      slaan:\n", [("VP123", 28, 12)]),
        ("het formaat is 1", "formaat: 1", "formaat: 2", [("VP124", 1, 10)]),
        ("het formaat is geen tekst", "formaat: 1", "formaat: '1'", [("VP124", 1, 10)]),
        ("waar is geen 1", "formaat: 1", "formaat: true", [("VP124", 1, 10)]),
        ("een status bestaat of niet", "status: concept", "status: klaar", [("VP124", 6, 9)]),
        ("een type bestaat of niet", "type: datum", "type: datums", [("VP124", 39, 15)]),
        ("een versie heeft drie getallen", "versie: 1.0.0", "versie: 1.0", [("VP127", 3, 9)]),
        ("een versie heeft geen nul vooraan", "versie: 1.0.0", "versie: 1.01.0", [("VP127", 3, 9)]),
        ("een id begint met een kleine letter", "      slaan:\n", "      Slaan:\n", [("VP125", 28, 7)]),
        ("een cijfer is geen antwoordcode", "    ja: {t", "    1: {t", [("VP125", 15, 5)]),
        ("een antwoordcode heeft een vrije naam", "    ja: {t", "    geen_van_deze: {t", [("VP126", 15, 5)]),
        ("een vraag heeft een vrije naam", "      gevoel:\n", "      overige:\n", [("VP126", 32, 7)]),
        ("een sleutel hoort bij zijn soort", "type: datum", "type: datum\n        gewicht: 2", [("VP129", 40, 9)]),
        ("een keuze zonder antwoorden kan niet gesteld worden", "        antwoorden: ja_nee\n        bronnen", "        bronnen", [("VP122", 24, 7)]),
        ("een schaal zonder tot kan niet gesteld worden", "        tot: 10\n", "", [("VP122", 32, 7)]),
        ("een vermenigvuldiging is meer dan nul", "    ontbrekend: ongeldig", "    ontbrekend: ongeldig\n    vermenigvuldig: 0", [("VP128", 48, 21)]),
        ("ontbrekend moet er staan", "    ontbrekend: ongeldig\n", "", [("VP122", 45, 3)]),
        # verwijzingen
        ("een bron moet op de lijst staan", "bronnen: [boek]", "bronnen: [krant]", [("VP141", 27, 19)]),
        ("een antwoordlijst moet er zijn", "antwoorden: ja_nee\n        toon", "antwoorden: ja_nie\n        toon", [("VP141", 30, 21)]),
        ("een niveau van een signaal moet er zijn", "    niveau: verhoogd", "    niveau: acuut", [("VP141", 52, 13)]),
        ("een niveau van een grens moet er zijn", "verhoogd: 1}", "acuut: 1}", [("VP141", 44, 26)]),
        ("een eindniveau is een schaal", "eindniveau: ernst", "eindniveau: gevoel", [("VP141", 48, 13)]),
        ("telt noemt iets dat er is", "telt: [gevoel]", "telt: [gevoel, iets]", [("VP141", 46, 20)]),
        ("vereist noemt een vraag", "telt: [gevoel]", "telt: [gevoel]\n    vereist: [thuis]", [("VP141", 47, 15)]),
        ("een schaal heet niet als een vraag", "  welzijn:\n", "  slaan:\n", [("VP142", 45, 3)]),
        ("een vraag heet niet als haar onderdeel", "      sinds:\n", "      thuis:\n", [("VP142", 37, 7)]),
        # voorwaarden
        ("een onbekende vraag", TOON, "toon_als: {vraag: ruzies, is: ja}", [("VP141", 31, 27)]),
        ("een onbekend antwoord", TOON, "toon_als: {vraag: ruzie, is: soms}", [("VP144", 31, 38)]),
        ("een onbekend antwoord in een rij", TOON, "toon_als: {vraag: ruzie, in: [ja, soms]}", [("VP144", 31, 43)]),
        ("weet niet is geen antwoord om te toetsen", TOON, "toon_als: {vraag: ruzie, is: weet_niet}", [("VP144", 31, 38)]),
        ("een getal is geen antwoordcode", TOON, "toon_als: {vraag: ruzie, is: 1}", [("VP152", 31, 38)]),
        ("geen toets", TOON, "toon_als: {vraag: ruzie}", [("VP151", 31, 19)]),
        ("een lege rij is geen toets", TOON, "toon_als: {vraag: ruzie, in: []}", [("VP130", 31, 34)]),
        ("twee toetsen", TOON, "toon_als: {vraag: ruzie, is: ja, in: [ja]}", [("VP151", 31, 42)]),
        ("een vraag en een gegeven tegelijk", TOON, "toon_als: {vraag: ruzie, is: ja, gegeven: zwanger}", [("VP151", 31, 42)]),
        ("niets om te toetsen", TOON, "toon_als: {is: ja}", [("VP151", 31, 19)]),
        ("een lege rij bij alle", TOON, "toon_als: {alle: []}", [("VP130", 31, 20)]),
        ("een tikfout in een voorwaarde", TOON, "toon_als: {vrag: ruzie, is: ja}", [("VP121", 31, 20)]),
        ("een woord in plaats van een voorwaarde", TOON, "toon_als: ruzie", [("VP151", 31, 19)]),
        ("minstens op een keuze", TOON, "toon_als: {vraag: ruzie, minstens: 1}", [("VP152", 31, 34)]),
        ("bevat op een keuze", TOON, "toon_als: {vraag: ruzie, bevat: ja}", [("VP152", 31, 34)]),
        ("is op een meerkeuze", "antwoorden: ja_nee\n        bronnen", f"{MEER}\n        bronnen", [("VP152", 32, 34), ]),
        ("een tekst vergelijken met een schaal", ALS, "als: {vraag: gevoel, is: ja}", [("VP152", 51, 30)]),
        ("een getal met een punt kan geen antwoord zijn", ALS, "als: {vraag: gevoel, is: 2.5}", [("VP152", 51, 30)]),
        ("een datum heeft alleen beantwoord", ALS, "als: {vraag: sinds, is: ja}", [("VP152", 51, 25)]),
        ("de vraag zelf", TOON, "toon_als: {vraag: slaan, is: ja}", [("VP153", 31, 27)]),
        ("een latere vraag", TOON, "toon_als: {vraag: gevoel, is: 1}", [("VP153", 31, 27)]),
        ("een onderdeel kijkt naar een eigen vraag", "    titel: Thuis", f"    {TOON}", [("VP153", 22, 23)]),
        ("een schaal in toon_als", TOON, "toon_als: {schaal: ernst, minstens: 1}", [("VP154", 31, 28)]),
        ("een schaal in de doelgroep", "per: huis", "doelgroep: {sluit_in: {schaal: ernst, minstens: 1}}\nper: huis", [("VP154", 8, 32)]),
        ("een vraag in de doelgroep", "per: huis", "doelgroep: {sluit_uit: {vraag: ruzie, is: ja}}\nper: huis", [("VP153", 8, 32)]),
        ("is op een schaal in een signaal", ALS, "als: {schaal: ernst, is: 1}", [("VP152", 51, 26), ]),
        ("beantwoord op een vraag met punten", TOON, "toon_als: {vraag: ruzie, beantwoord: true}", [("VP155", 31, 34)]),
        ("beantwoord is alleen waar", ALS, "als: {vraag: sinds, beantwoord: false}", [("VP124", 51, 37)]),
        ("een onbekend gegeven", TOON, "toon_als: {gegeven: leeftijden, minstens: 1}", [("VP124", 31, 29)]),
        ("minstens op zwanger", TOON, "toon_als: {gegeven: zwanger, minstens: 1}", [("VP152", 31, 38)]),
        ("zwanger is ja of nee", TOON, "toon_als: {gegeven: zwanger, is: true}", [("VP123", 31, 42)]),
        ("een gegeven is bekend of niet, nooit false", TOON, "toon_als: {gegeven: zwanger, beantwoord: false}", [("VP124", 31, 50)]),
        ("zwanger is niet misschien", TOON, "toon_als: {gegeven: zwanger, is: soms}", [("VP144", 31, 42)]),
        ("diep in een voorwaarde", TOON, "toon_als: {niet: {een_van: [{vraag: ruzie, is: ja}, {vraag: zz, is: ja}]}}", [("VP141", 31, 69)]),
        # vragen en schalen
        ("van gelijk aan tot", "van: 0", "van: 10", [("VP161", 36, 14)]),
        ("een uiterste buiten de schaal", "van: 0", "van: 0\n        uitersten: {-1: laag}", [("VP162", 36, 21)]),
        ("een schaal telt zichzelf", "telt: [gevoel]", "telt: [gevoel, welzijn]", [("VP171", 46, 20)]),
        ("een schaal telt niets", "telt: [gevoel]", "telt: []", [("VP172", 46, 11)]),
        ("een vraag zonder punten telt niet", "telt: [gevoel]", "telt: [gevoel, sinds]", [("VP173", 46, 20)]),
        ("een vraag twee keer", "telt: [gevoel]", "telt: [gevoel, gevoel]", [("VP174", 46, 20)]),
        ("een onderdeel en zijn vraag", "telt: [gevoel]", "telt: [gevoel, thuis]", [("VP174", 46, 20)]),
        ("gelijke grenzen", "verhoogd: 1}", "verhoogd: 0}", [("VP175", 44, 36)]),
        ("grenzen in een andere volgorde", "{gewoon: 0, verhoogd: 1}", "{verhoogd: 0, gewoon: 1}", [("VP175", 44, 28)]),
        ("naar rato van de hoogste", "ontbrekend: ongeldig", "ontbrekend: naar_rato\n    methode: hoogste", [("VP176", 47, 17)]),
        ("hoogstens_ontbrekend zonder naar_rato", "ontbrekend: ongeldig", "ontbrekend: nul\n    hoogstens_ontbrekend: 1", [("VP176", 48, 5)]),
        ("bandbreedte onder iets anders", "telt: [gevoel]", "telt: [gevoel, ernst]", [("VP176", 46, 20)]),
        ("een eindniveau zonder grenzen", "eindniveau: ernst", "eindniveau: welzijn", [("VP177", 48, 13)]),
    ],
    ids=lambda deel: deel if isinstance(deel, str) and " " in deel and "\n" not in deel and ":" not in deel else "",
)  # fmt: skip
def test_een_vergissing_krijgt_haar_code_op_haar_plaats(
    zin: str, oud: str, nieuw: str, verwacht: list[tuple[str, int, int]], fouten: Zoek
) -> None:
    """The sentence is what a trainer did; the outcome is where they are sent."""
    gevonden = fouten((oud, nieuw))
    assert verwacht[0] in found(gevonden), f"{zin}: {gevonden}"
    assert all(b.ernst is Ernst.FOUT for b in gevonden)


@pytest.mark.parametrize(
    ("zin", "oud", "nieuw"),
    [
        ("een leeg blok is hetzelfde als geen blok", TOON, "toon_als: {}"),
        ("een lege lijst is hetzelfde als geen lijst", "bronnen: [boek]", "bronnen: []"),
        ("een niveau zonder titel", "  gewoon: {titel: Niets gezien}", "  gewoon:"),
        ("een antwoord zonder punten", "{tekst: Nee, punten: 0}", "{tekst: Nee}"),
        ("een datum tussen aanhalingstekens", "per: huis", "herzien_voor: '2027-07-01'\nper: huis"),
        ("afronden op tienden als getal", "ontbrekend: ongeldig", "ontbrekend: ongeldig\n    afronden: 0.1"),
        ("een onderdeel zonder vragen", "schalen:\n", "  later: {titel: Later}\nschalen:\n"),
        ("een getest getal buiten de schaal", ALS, "als: {vraag: gevoel, minstens: 11}"),
        ("een halve bovengrens", ALS, "als: {vraag: gevoel, hoogstens: 2.5}"),
        ("een gegeven in een voorwaarde", TOON, "toon_als: {gegeven: leeftijd, minstens: 18}"),
        ("of een gegeven bekend is", TOON, "toon_als: {gegeven: zwanger, beantwoord: true}"),
        ("beantwoord op een vraag met punten in een signaal", ALS, "als: {vraag: ruzie, beantwoord: true}"),
        ("een schaal in een signaal", ALS, "als: {schaal: ernst, minstens: 1}"),
        ("een niveau dat in de grenzen wordt overgeslagen", "{gewoon: 0, verhoogd: 1}", "{verhoogd: 1}"),
        ("een vraag in twee schalen", "telt: [gevoel]", "telt: [gevoel, ruzie]"),
        ("een uitgeschreven niemand", "bronnen: [boek]", "niet_in_bijzijn: []"),
        ("een uitroepteken in een zin", "Is er ruzie?", "Is er ruzie! Of niet?"),
    ],
)
def test_wat_mag_geeft_geen_bevinding(zin: str, oud: str, nieuw: str, fouten: Zoek) -> None:
    assert fouten((oud, nieuw)) == [], zin


def test_tien_fouten_komen_in_een_keer_met_elk_hun_regel(fouten: Zoek) -> None:
    gevonden = fouten(
        ("status: concept", "status: konsept"),
        ("versie: 1.0.0", "versie: 1"),
        ("punten: 1}", "punten: 'een'}"),
        ("bronnen: [boek]", "bronnen: [krant]"),
        (TOON, "toon_als: {vraag: ruzi, is: ja}"),
        ("type: datum", "type: datum\n        omgekeerd: true"),
        ("telt: [gevoel]", "telt: [gevol]"),
        ("verhoogd: 1}", "verhoogd: 0}"),
        ("eindniveau: ernst", "eindniveau: erns"),
        ("    niveau: verhoogd", "    niveaus: verhoogd"),
    )
    assert sorted(b.code for b in gevonden) == [
        "VP121", "VP123", "VP124", "VP127", "VP129", "VP141", "VP141", "VP141", "VP141", "VP175",
    ]  # fmt: skip
    assert all(b.plaats and b.plaats.regeltekst for b in gevonden)


def test_een_nabije_naam_wordt_voorgesteld(fouten: Zoek) -> None:
    [bevinding] = fouten((TOON, "toon_als: {vraag: ruzi, is: ja}"))
    assert bevinding.suggestie == "Bedoelt u «ruzie»?"


def test_een_valkuil_in_een_vraag_geeft_een_fout_en_geen_twee(fouten: Zoek) -> None:
    assert found(fouten(("van: 0", "van: no"))) == [("VP113", 35, 14)]


def test_een_hernoemde_vraag_die_er_niet_is_houdt_laden_niet_tegen(fouten: Zoek, basis: str) -> None:
    [bevinding] = fouten(("signalen:", "vervangt: {oud: weg}\nsignalen:"))
    assert (bevinding.code, bevinding.ernst) == ("VP145", Ernst.WAARSCHUWING)
    assert load_instrument_text(basis.replace("signalen:", "vervangt: {oud: weg}\nsignalen:"), "i").vervangt


def test_een_veld_van_een_andere_naam_dan_het_bestand_kent_bestaat_niet(fouten: Zoek) -> None:
    """The model calls it ``is_``; in a file that is an unknown key."""
    assert "VP121" in [b.code for b in fouten((TOON, "toon_als: {vraag: ruzie, is_: ja}"))]


def test_een_getal_wordt_precies_gelezen(basis: str) -> None:
    instrument = load_instrument_text(basis.replace("punten: 1}", "punten: 0.1}"), "i.yaml")
    assert str(instrument.antwoordlijsten["ja_nee"]["ja"].punten) == "0.1"


def test_het_bestand_of_zijn_map_mag_genoemd_worden(basis: str, tmp_path: Path) -> None:
    map_ = tmp_path / "voorbeeld"
    map_.mkdir()
    (map_ / "instrument.yaml").write_text(basis, encoding="utf-8")
    assert laad_instrument(map_) == laad_instrument(str(map_ / "instrument.yaml"))


def test_de_id_is_de_naam_van_de_map(basis: str, tmp_path: Path) -> None:
    (tmp_path / "instrument.yaml").write_text(basis, encoding="utf-8")
    with pytest.raises(BevindingenFout) as fout:
        laad_instrument(tmp_path)
    assert [b.code for b in fout.value.bevindingen] == ["VP143"]


def test_een_bestand_dat_er_niet_is_geeft_een_bevinding(tmp_path: Path) -> None:
    with pytest.raises(BevindingenFout) as fout:
        laad_instrument(tmp_path / "niets")
    assert [b.code for b in fout.value.bevindingen] == ["VP101"]


@pytest.mark.parametrize("tekst", ["[]", "tekst", "5", "[1, {a: b}]", "{}", "null"])
def test_een_bestand_met_iets_anders_dan_sleutels_geeft_een_bevinding(tekst: str) -> None:
    instrument, bevindingen, _ = inspect_instrument_text(tekst, "i.yaml")
    assert instrument is None
    assert bevindingen


def test_geen_soort_vraag_heet_als_een_veld_waar_een_plaats_mee_verward_kan_worden() -> None:
    """Places come from our own walk, so even ``tekst`` beside ``type: tekst`` is safe."""
    assert "tekst" in SOORTEN
    tekst = "x: {vragen: {q: {type: tekst, tekst: 5}}}"
    bevindingen = inspect_instrument_text(f"onderdelen:\n  {tekst}\n", "i.yaml")[1]
    assert ("VP123", 2, 40) in found(bevindingen)


def test_het_voorbeeld_uit_de_beschrijving_van_het_formaat_laadt() -> None:
    """Every construct at once: the example of the format's page, kept here word for word with its dots filled in."""
    tekst = Path(__file__).with_name("alles.yaml").read_text(encoding="utf-8")
    instrument, bevindingen, _ = inspect_instrument_text(tekst, "alles.yaml")
    assert instrument is not None, bevindingen
    assert len(instrument.vragen) == 7
    assert instrument.schalen["welbevinden"].afronden == "heel"
    assert instrument.vragen["sinds"].tekst == "Sinds wanneer?"


def test_dezelfde_vraag_zonder_aanhalingstekens_rond_het_vraagteken_laadt_ook(basis: str) -> None:
    plat = basis.replace(
        "      sinds:\n        tekst: Sinds wanneer?\n        type: datum\n",
        "      sinds: {tekst: Sinds wanneer?, type: datum}\n",
    )
    assert load_instrument_text(plat, "i.yaml").vragen["sinds"].tekst == "Sinds wanneer?"
