"""Een sjabloon van een gemeente kan de veiligheid niet zwakker maken: elke poging krijgt een code en een plaats."""

from __future__ import annotations

import json
import shutil
import struct
import zlib
from pathlib import Path

import pytest
from tests.export.proefletters import klein
from tests.export.test_eigenletter import fonts

from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.finder import built_in

#: wat iemand onder aan een goed sjabloon zet -> de code die dat weigert
POGINGEN: dict[str, tuple[str, str]] = {
    "een sectie voor de veiligheid alleen voor professionals": (
        "secties: {bellen: {zichtbaar_voor: [professional]}}",
        "VP602",
    ),
    "een andere bron onder een vaste titel": ("secties: {bellen: {bron: regie}}", "VP613"),
    "een zin met een plek te veel": ("zinnen: {sectie_actie: 'Drie acties voor {naam}'}", "VP618"),
    "een vraag naar een schuilplaats": (
        "extra_secties: {x: {titel: Iets, vragen: {z: {vraag: 'Wat is het adres van de opvang?', label: Adres, "
        "soort: keuze, keuzes: {ja: Ja, nee: Nee}}}}}",
        "VP635",
    ),
    "een etiket voor een mens": ("extra_secties: {x: {titel: Hulp voor de pleger, vragen: {}}}", "VP636"),
    "een vaste zin over gevaar anders": ("zinnen: {bij_gevaar: Wacht rustig af}", "VP614"),
    "een sectie die niet bestaat": ("secties: {actie: {inleiding: Dit doen we eerst.}}", "VP614"),
    "bellen achteraan": ("volgorde: [regie, bellen]", "VP615"),
    "vrije tekst naar iedereen": (
        "extra_secties: {x: {titel: Iets, zichtbaar_voor: [professional, gezamenlijk], vragen: {z: {vraag: "
        "'Wat valt op?', label: Opvallend, soort: tekst, zichtbaar_voor: [professional, gezamenlijk]}}}}",
        "VP616",
    ),
    "een vraag ruimer dan haar sectie": (
        "extra_secties: {x: {titel: Iets, vragen: {z: {vraag: 'Is er hulp?', label: Hulp, soort: keuze, "
        "keuzes: {ja: Ja, nee: Nee}, zichtbaar_voor: [professional, gezamenlijk]}}}}",
        "VP616",
    ),
    "een vraag over gevaar aan tafel": (
        "extra_secties: {x: {titel: Iets, zichtbaar_voor: [professional, gezamenlijk], vragen: {z: {vraag: "
        "'Is er aangifte gedaan?', label: Gedaan, soort: keuze, keuzes: {ja: Ja, nee: Nee}, "
        "zichtbaar_voor: [professional, gezamenlijk]}}}}",
        "VP637",
    ),
    "een keuze die een schuilplaats noemt": (
        "extra_secties: {x: {titel: Iets, vragen: {z: {vraag: 'Waar kan iemand heen?', label: Plek, soort: keuze, "
        "keuzes: {a: De opvanglocatie in Ede, b: Familie}}}}}",
        "VP635",
    ),
    "een schuilplaats als contact": (
        "contacten: [{naam: Blijf-van-mijn-lijf-huis Oost, nummer: '14 000', wanneer: Bel met een vraag., "
        "bron: Eigen site, gecontroleerd_op: 2026-11-24, voor: [iedereen]}]",
        "VP635",
    ),
    "een vraag over de keel aan tafel": (
        "extra_secties: {x: {titel: Iets, zichtbaar_voor: [professional, gezamenlijk], vragen: {z: {vraag: "
        "'Pakte iemand een ander bij de keel?', label: Thuis, soort: keuze, keuzes: {ja: Ja, nee: Nee}, "
        "zichtbaar_voor: [professional, gezamenlijk]}}}}",
        "VP637",
    ),
    "een vraag of het thuis veilig is aan tafel": (
        "extra_secties: {x: {titel: Iets, zichtbaar_voor: [professional, gezamenlijk], vragen: {z: {vraag: "
        "'Voelt u zich thuis veilig?', label: Thuis, soort: keuze, keuzes: {ja: Ja, nee: Nee}, "
        "zichtbaar_voor: [professional, gezamenlijk]}}}}",
        "VP637",
    ),
    "afraden om te bellen": ("secties: {acties: {inleiding: Bel nooit de politie.}}", "VP639"),
    "bellen uitstellen": ("voettekst: Wacht eerst tot uw contactpersoon er is.", "VP639"),
    "geruststellen": ("secties: {acties: {titel: Alles is veilig}}", "VP639"),
    "Veilig Thuis met een letter uit een ander schrift": (
        "contacten: [{naam: 'Veilig Тhuis', nummer: '14 000', wanneer: Bel met een vraag., bron: Eigen site, "
        "gecontroleerd_op: 2026-11-24}]",
        "VP617",
    ),
    "Veilig Thuis met spaties": (
        "contacten: [{naam: 'V e i l i g  Thuis', nummer: '14 000', wanneer: Bel met een vraag., bron: Eigen site, "
        "gecontroleerd_op: 2026-11-24}]",
        "VP634",
    ),
    "een titel van niets": ('secties: {acties: {titel: "\\u200b\\u200b"}}', "VP617"),
    "een titel van tienduizend tekens": (f"secties: {{acties: {{titel: {'A' * 10_000}}}}}", "VP619"),
    "wit op wit": ("kleuren: {accent: '#ffffff', tekst: '#ffffff', vlak: '#ffffff'}", "VP628"),
    "een sjabloon dat op zichzelf rust": ("gebaseerd_op: tiel/veiligheidsplan@1.0.0", "VP606"),
    "een pad als basis": ("gebaseerd_op: ../../regio/veiligheidsplan@1.0.0", "VP606"),
    "een apparaat als logo": ("logo: {bestand: /dev/zero, tekst: Het logo}", "VP625"),
    "een tekening met een script als logo": ("logo: {bestand: beeld/x.svg, tekst: Het logo}", "VP625"),
    "een verwijzing naar zichzelf": ("extra_secties: &a {x: *a}", "VP109"),
    "een aanroep in een tekst": ("voettekst: !!python/object/apply:os.system ['id']", "VP112"),
    "ander nummer voor 112": (
        "contacten: [{naam: '112', nummer: '14 000', wanneer: Bel bij gevaar., bron: x, gecontroleerd_op: 2026-11-24}]",
        "VP620",
    ),
    "de woorden van een signaal": ("zinnen: {signalen_gezien: Aandachtspunten}", "VP614"),
    "een vraag van de regio in andere woorden": (
        "teksten: {slot: {vannacht: {vraag: 'Gaat het?', label: x}}}",
        "VP613",
    ),
    "zelf zeggen wat open staat": ("openingen: {zinnen: [bij_gevaar]}", "VP613"),
    "een eigen sectie over een vaste heen": (
        "extra_secties: {bellen: {titel: Bellen, inleiding: Later.}}",
        "VP614",
    ),
    "een ander instrument voor nu": (
        "instrumenten: {nu: kindveiligheid, later: [partnergeweld, kindveiligheid]}",
        "VP613",
    ),
    "opmaak": ("voettekst: Lees <b>goed</b>", "VP617"),
    "een link": ("voettekst: Kijk op https://voorbeeld.invalid", "VP617"),
    "een teken dat tekst omdraait": ('voettekst: "Vraag het \\u202Eu"', "VP617"),
    "een nummer in een tekst": ("voettekst: Bel 024 123 45 67", "VP620"),
    "tien contacten": (
        "contacten: ["
        + ", ".join(
            f"{{naam: Team {n}, nummer: '14 000', wanneer: Bel met een vraag., bron: Eigen site, "
            "gecontroleerd_op: 2026-11-24}"
            for n in "abcdefghij"
        )
        + "]",
        "VP619",
    ),
    "een nummer dat niet te bellen is": (
        "contacten: [{naam: Team, nummer: bel maar, wanneer: Bel met een vraag., bron: Eigen site, "
        "gecontroleerd_op: 2026-11-24}]",
        "VP624",
    ),
    "een ander nummer voor Veilig Thuis": (
        "contacten: [{naam: Veilig Thuis, nummer: '14 000', wanneer: Bel met een vraag., bron: Eigen site, "
        "gecontroleerd_op: 2026-11-24}]",
        "VP634",
    ),
    "een dag die nog moet komen": (
        "contacten: [{naam: Team, nummer: '14 000', wanneer: Bel met een vraag., bron: Eigen site, "
        "gecontroleerd_op: 2999-01-01}]",
        "VP632",
    ),
    "een logo van buiten de map": ("logo: {bestand: ../../geheim.png, tekst: Het logo}", "VP625"),
    "een logo dat geen beeld is": ("logo: {bestand: beeld/tekst.png, tekst: Het logo}", "VP626"),
    "een logo als een poster": ("logo: {bestand: beeld/poster.png, tekst: Het logo}", "VP627"),
    "een lettertype van buiten de map": ("lettertypen: {gewoon: ../../x.ttf, vet: ../../x.ttf}", "VP640"),
    "een lettertype dat een beeld is": ("lettertypen: {gewoon: beeld/nep.ttf, vet: beeld/nep.ttf}", "VP643"),
    "een lettertype zonder vet": ("lettertypen: {gewoon: letters/gewoon.ttf}", "VP122"),
    "bleke letters": ("kleuren: {accent: '#e8eef4'}", "VP628"),
    "een instrument minder": ("instrumenten: {later: [partnergeweld]}", "VP629"),
    "een instrument dat niet bestaat": (
        "instrumenten: {later: [partnergeweld, kindveiligheid, glazen-bol]}",
        "VP629",
    ),
    "een keuze zonder keuzes": (
        "extra_secties: {x: {titel: Iets, vragen: {z: {vraag: 'Is er hulp?', label: Hulp, soort: keuze}}}}",
        "VP630",
    ),
    "een versie die er nog niet is": ("gebaseerd_op: regio/veiligheidsplan@9.0.0", "VP607"),
    "een regio die er niet is": ("gebaseerd_op: regio/veiligheid@1.0.0", "VP606"),
    "een oudere versie van de regio": ("gebaseerd_op: regio/veiligheidsplan@0.9.0", "VP608"),
}
KOP = {
    "formaat": "1",
    "id": "veiligheidsplan",
    "eigenaar": "Gemeente Tiel",
    "gemeente": "tiel",
    "versie": "1.0.0",
    "gebaseerd_op": "regio/veiligheidsplan@1.0.0",
}


def png(breed: int, hoog: int) -> bytes:
    """A whole PNG of one grey."""

    def chunk(naam: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))

    regels = zlib.compress((b"\0" + b"\x80" * breed) * hoog)
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", kop) + chunk(b"IDAT", regels) + chunk(b"IEND", b"")


def template(map_: Path, regel: str = "", **kop: str) -> Path:
    """A municipality's template with this line at its end; a key in *regel* replaces the one of the head."""
    pad = map_ / "sjablonen" / "tiel" / "veiligheidsplan"
    (pad / "beeld").mkdir(parents=True)
    (pad / "beeld" / "tekst.png").write_text("geen beeld")
    (pad / "beeld" / "logo.png").write_bytes(png(60, 20))
    (pad / "beeld" / "nep.ttf").write_bytes(png(60, 20))
    (pad / "letters").mkdir()
    (pad / "letters" / "gewoon.ttf").write_bytes(klein())
    (pad / "letters" / "vet.ttf").write_bytes(klein(vet=True))
    (pad / "beeld" / "poster.png").write_bytes(png(20_000, 4))
    velden = {k: v for k, v in {**KOP, **kop}.items() if v and not regel.startswith(f"{k}:")}
    tekst = "".join(f"{k}: {v}\n" for k, v in velden.items()) + regel + "\n"
    (pad / "sjabloon.yaml").write_text(tekst, "utf-8")
    return pad


@pytest.mark.parametrize(("regel", "code"), POGINGEN.values(), ids=POGINGEN.keys())
def test_een_poging_om_de_veiligheid_zwakker_te_maken_krijgt_een_code_met_een_plaats(
    regel: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path, regel)
    uitkomst = main(["sjabloon", "valideer", str(pad), "--streng"])
    uit = capsys.readouterr()
    assert uitkomst == 1
    assert f"[{code}]" in uit.out + uit.err
    laatste = len((pad / "sjabloon.yaml").read_text("utf-8").splitlines())
    assert f"sjabloon.yaml:{laatste}:" in uit.out + uit.err


def test_een_goed_sjabloon_met_logo_en_eigen_vraag_krijgt_geen_bevinding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(
        tmp_path,
        "logo: {bestand: beeld/logo.png, tekst: Het logo van Tiel}\nextra_secties: {buurt: {titel: Hulp in de "
        "buurt, vragen: {z: {vraag: 'Is er hulp?', label: Hulp, soort: keuze, keuzes: {ja: Ja, nee: Nee}}}}}",
    )
    assert main(["sjabloon", "valideer", str(pad), "--streng"]) == 0, capsys.readouterr()


def test_een_kopie_van_het_hele_sjabloon_van_de_regio_is_geen_sjabloon_van_een_gemeente(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path, gebaseerd_op="")
    assert main(["sjabloon", "valideer", str(pad)]) == 1
    uit = capsys.readouterr()
    assert "[VP605]" in uit.out + uit.err


def test_een_gemeente_die_niet_meedoet_krijgt_geen_sjabloon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["sjabloon", "nieuw", "--gemeente", "gennep"]) == 1
    uit = capsys.readouterr()
    assert "is geen gemeente van deze regio" in uit.out + uit.err, "VP631"
    assert not (tmp_path / "sjablonen").exists()


def test_een_sjabloon_met_een_eigen_lettertype_geeft_een_plan_in_die_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path, "lettertypen: {gewoon: letters/gewoon.ttf, vet: letters/vet.ttf}")
    assert main(["sjabloon", "valideer", str(pad), "--streng"]) == 0, capsys.readouterr()
    assert main(["sjabloon", "toon", "tiel/veiligheidsplan", "--naar", "plan.pdf"]) == 0, capsys.readouterr()
    assert {"Huisstijl", "Huisstijl-Vet"} <= fonts((tmp_path / "plan.pdf").read_bytes())


def test_toon_zegt_welke_tekens_niet_getekend_konden_worden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dan ziet een gemeente het bij het maken, en niet pas op het plan van een gezin."""
    monkeypatch.chdir(tmp_path)
    template(tmp_path, "secties: {regie: {inleiding: Zij letten op dit plan \U00013000}}")
    assert main(["sjabloon", "toon", "tiel/veiligheidsplan", "--naar", "plan.pdf"]) == 0, capsys.readouterr()
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "niet alles kan in de PDF getekend worden" in gezegd


def test_tokens_met_een_lettertype_zeggen_welk_en_hoe_het_erbij_komt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.json").write_text(
        '{"primair": "#00594c", "tekst": {"font-family": "Voorbeeld Sans"}}', "utf-8"
    )
    assert main(["sjabloon", "huisstijl", "t.json"]) == 0
    gezegd = " ".join(capsys.readouterr().err.split())
    assert "lettertype: Voorbeeld Sans, uit tekst.font-family" in gezegd
    assert "Mag uw gemeente het in documenten zetten?" in gezegd
    assert "lettertypen: {gewoon: letters/gewoon.ttf, vet: letters/vet.ttf}" in gezegd


def test_een_bestand_zonder_kleuren_is_geen_huisstijl(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path)
    (tmp_path / "tokens.json").write_text('{"ruimte": {"value": "4px"}}')
    assert main(["sjabloon", "huisstijl", "tokens.json", "--naar", str(pad)]) == 1
    uit = capsys.readouterr()
    assert "tokens.json" in uit.out + uit.err, "VP633"


def test_een_nieuwe_versie_van_de_regio_zegt_per_plek_wat_er_veranderde(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path, "secties: {acties: {inleiding: Dit doen we eerst.}}")
    nu = (built_in("sjablonen") / "regio/veiligheidsplan/sjabloon.yaml").read_text("utf-8")
    regio = tmp_path / "sjablonen" / "regio" / "veiligheidsplan"
    (regio / "versies").mkdir(parents=True)
    (regio / "versies" / "1.0.0.yaml").write_text(nu, "utf-8")
    nieuw = nu.replace("versie: 1.0.0", "versie: 1.1.0", 1).replace("sectie_actie: ", "sectie_actie: Nu ", 1)
    (regio / "sjabloon.yaml").write_text(nieuw, "utf-8")
    assert main(["sjabloon", "valideer", str(pad)]) == 0
    uit = capsys.readouterr()
    assert "[VP608]" in uit.out + uit.err
    assert "[VP609]: In het sjabloon van de regio is veranderd: zinnen.sectie_actie." in uit.out + uit.err


def test_woorden_en_een_instrument_uit_de_eigen_map_worden_genoemd(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wie een eigen sjabloon van de regio of een eigen instrument neerlegt, ziet dat terug bij het nakijken."""
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path)
    regio = tmp_path / "sjablonen" / "regio" / "veiligheidsplan"
    shutil.copytree(built_in("sjablonen") / "regio" / "veiligheidsplan", regio)
    shutil.copytree(built_in("instrumenten") / "partnergeweld", tmp_path / "instrumenten" / "partnergeweld")
    assert main(["sjabloon", "valideer", str(pad), "--streng"]) == 1
    uit = capsys.readouterr().out
    assert uit.count("[VP638]") == 2
    assert "het sjabloon van de regio" in uit
    assert "het instrument «partnergeweld»" in uit


def test_elke_poging_staat_op_haar_eigen_regel_en_alles_komt_in_een_keer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twaalf pogingen in één bestand: twaalf keer een code, in dezelfde ronde, en geen gesprek dat begint."""
    monkeypatch.chdir(tmp_path)
    pad = template(tmp_path)
    regels = [
        ("VP613", "teksten: {slot: {vannacht: {vraag: x, label: x}}}"),
        ("VP617", "voettekst: Lees <b>goed</b>"),
        ("VP625", "logo: {bestand: ../x.png, tekst: Het logo}"),
        ("VP628", "kleuren: {accent: '#e8eef4'}"),
        ("VP614", "zinnen:"),
        ("VP614", "  bij_gevaar: Wacht rustig af"),
        ("VP618", "  sectie_actie: 'Drie {acties}'"),
        ("VP602", "secties:"),
        ("VP602", "  bellen: {zichtbaar_voor: [professional]}"),
        ("VP613", "  uitslag: {bron: regie}"),
        ("VP616", "extra_secties:"),
        ("VP616", "  x: {titel: Iets, inleiding: Iets., zichtbaar_voor: [gezamenlijk]}"),
        ("VP636", "  y: {titel: Hulp voor de dader, inleiding: Iets.}"),
        ("VP615", "volgorde: [regie, bellen]"),
        ("VP629", "instrumenten: {later: [kindveiligheid]}"),
        ("VP624", "contacten: [{naam: A, nummer: x, wanneer: Bel., bron: b, gecontroleerd_op: 2026-11-24}]"),
    ]
    bestand = pad / "sjabloon.yaml"
    kop = len(bestand.read_text("utf-8").splitlines())
    with bestand.open("a", encoding="utf-8") as f:
        f.write("".join(f"{regel}\n" for _, regel in regels))
    assert main(["sjabloon", "valideer", str(pad), "--json"]) == 1
    uit = {(b["code"], b["plaats"]["regel"]) for b in json.loads(capsys.readouterr().out)["bevindingen"]}
    koppen = ("zinnen:", "secties:", "extra_secties:")
    nodig = {(code, kop + n) for n, (code, regel) in enumerate(regels, 1) if regel not in koppen}
    assert nodig <= uit
    assert (
        main(["nieuw", "--voorbeeld", "--sjabloon", "tiel/veiligheidsplan", "--map", str(tmp_path / "m")])
        == 1
    )
    assert "VP614" in capsys.readouterr().err
    assert not (tmp_path / "m").exists()
