"""De taalkeuring: wat stuurt, verwijt, dubbel vraagt of moeilijk is krijgt een waarschuwing; gewone zinnen niet."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.instrument.controle_leesbaar import check_readable, sentences
from veiligheidsplan.instrument.controle_taal import check_language, remarks
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.lettergrepen import reading_ease, syllables

TAAL = Path(__file__).parent / "taal"

DUBBEL = [
    "Bent u bang en slaapt u slecht?",
    "Bent u bang of bent u boos?",
    "Slaapt uw kind slecht en eet hij weinig?",
    "Heeft u hulp en helpt die hulp?",
    "Is er een wapen in huis en waar ligt het?",
    "Heeft u een wapen, en zo ja waar?",
    "Hoe vaak en wanneer was er ruzie?",
    "Dreigde hij en sloeg hij u?",
    "Werd u geslagen en uitgescholden?",
    "Bent u mishandeld en bedreigd?",
    "Voelt u zich veilig en gelukkig?",
    "Slaat en schopt uw partner u?",
    "Gebruikt u alcohol en drugs?",
    "Bent u zowel bang als boos?",
    "Slaapt u hier en/of bij familie?",
    "Is er ruzie en ook geweld?",
    "Ben je bang en huil je vaak?",
    "Gaat het goed thuis? En op school?",
    "Zijn de kinderen thuis en zijn zij veilig?",
]
GEEN_DUBBEL = [
    "Is het thuis veilig voor uw partner en voor u?",
    "Heeft hij vaak ruzie met u en zijn ouders?",
    "Kunt u dag en nacht iemand bellen?",
    "Is er een buurvrouw die helpt en kan komen?",
    "Leest iemand uw gesprekken en berichten?",
    "Praat u met iemand over geld en gezondheid?",
    "Weet u of hij een wapen heeft?",
    "Bent u bang voor wat er vandaag of morgen kan gebeuren?",
    "Kreeg u een klap of een schop?",
    "Is er genoeg eten en drinken in huis?",
    "Hoe gaat het met u en uw kinderen?",
    "Wonen uw vader en moeder in de buurt?",
    "Deze vragen gaan over u en uw kinderen. Is er thuis wel eens ruzie?",
]
STUREND = [
    "Wist u niet dat dit strafbaar is?",
    "Iedereen slaat zijn kind weleens, u ook?",
    "Laat een goede moeder haar kind alleen?",
    "Vindt u ook niet dat het beter gaat?",
    "Denkt u niet dat praten helpt?",
    "Zou u niet beter weg kunnen gaan?",
    "Zou het niet goed zijn om te praten?",
    "Is het niet beter om hulp te vragen?",
    "Het gaat nu goed, hè?",
    "Dat is niet normaal, niet waar?",
    "U bent toch niet bang?",
    "U voelt zich veilig?",
    "Wilt u natuurlijk graag hulp?",
    "De meeste mensen vinden slaan verkeerd, u ook?",
    "Was het maar één keer?",
]
NIET_STUREND = [
    "Wist u dat u iemand kunt bellen?",
    "Wilt u dat uw partner meekomt, en u ook?",
    "Heeft u een goede band met uw moeder?",
    "Is het niet gelukt om te slapen?",
    "Bent u vandaag alleen thuis?",
    "Mag u maar één keer per week bellen?",
    "Komt hij soms toch wel eens binnen?",
    "Is dat waar of niet waar?",
    "Als u bang bent, wie belt u dan?",
    "Weet iedereen wat er is afgesproken?",
]
VERWIJT = [
    "Hoezo belde u de politie niet?",
    "Hoe komt het dat u niets zei?",
    "Wat deed u waardoor hij boos werd?",
    "Heeft u dan niets gedaan?",
    "Deed u er niets aan?",
    "Waarom ging u niet weg?",
    "U bleef bij hem. Waarom belde u niemand?",
    "Hoe kon u dat laten gebeuren?",
    "Had u niet eerder hulp moeten vragen?",
    "Geeft u toe dat u sloeg?",
    "Ontkent u dat u drinkt?",
    "Wat deed u verkeerd?",
    "Maakte u hem boos?",
    "Heeft u de ruzie uitgelokt?",
    "Is het uw eigen schuld?",
    "Is het niet uw schuld?",
    "Woont de dader nog bij u?",
    "Bent u eerder slachtoffer geweest?",
    "Liet u het toe?",
    "Heeft u het nagelaten om te bellen?",
]
GEEN_VERWIJT = [
    "Hoe komt het dat u slecht slaapt?",
    "Heeft u niets gehoord van school?",
    "Wat gebeurde er waardoor u schrok?",
    "Heeft u er niets van gemerkt?",
    "Weet u dat het niet uw schuld is?",
    "Weet jij dat het nooit jouw schuld is?",
    "Heeft u schulden?",
    "Had u vannacht kunnen slapen?",
    "Had u eerder hulp?",
    "Hoe kunt u vandaag veilig thuiskomen?",
    "Mag ik uitleggen waarom ik dit vraag?",
    "Hebt u contact met Slachtofferhulp?",
    "Wilt u toegeven aan wat hij vraagt?",
]
ONTKENNING = [
    "Is het onwaarschijnlijk dat er geen ruzie komt?",
    "Komt het niet zelden voor dat u bang bent?",
    "Is er nooit niemand thuis?",
    "Is het thuis niet onveilig?",
    "Is het thuis niet erg onveilig?",
    "Voelt u zich nooit onveilig?",
    "Is er niemand die niet helpt?",
    "Gaat u niet weg zonder uw telefoon?",
    "Is het waar dat u niet weet dat u geen geld hebt?",
]
GEEN_ONTKENNING = [
    "Is het onmogelijk om weg te gaan?",
    "Is het u onbekend, of wilt u het niet zeggen?",
    "Is er niet altijd iemand onder dak?",
    "Slaapt u niet of nauwelijks?",
    "Drinkt u niet, en rookt u niet?",
    "Krijgt u geen geld en geen sleutel?",
    "Bent u niet onder behandeling?",
    "Ga niet weg zonder afspraak voor vandaag.",
    "Er was geen verbod. Is er nu een verbod?",
]


def codes(tekst: str, *, vraag: bool = True) -> set[str]:
    return {code for code, _, _ in remarks(tekst, vraag)}


@pytest.mark.parametrize(
    ("code", "wel", "niet"),
    [
        ("VP321", DUBBEL, GEEN_DUBBEL),
        ("VP322", STUREND, NIET_STUREND),
        ("VP323", VERWIJT, GEEN_VERWIJT),
        ("VP324", ONTKENNING, GEEN_ONTKENNING),
    ],
    ids=["dubbele vraag", "sturende vraag", "verwijt", "dubbele ontkenning"],
)
def test_elke_soort_zin_wordt_gezien_en_een_zin_die_erop_lijkt_niet(
    code: str, wel: list[str], niet: list[str]
) -> None:
    assert [zin for zin in wel if code not in codes(zin)] == []
    assert [zin for zin in niet if code in codes(zin)] == []


@pytest.mark.parametrize("naam", ["a2", "b1"])
def test_een_zin_op_a2_of_b1_krijgt_geen_enkele_waarschuwing(naam: str) -> None:
    zinnen = (TAAL / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    assert len(zinnen) >= 12
    assert {zin: codes(zin) for zin in zinnen if codes(zin)} == {}


def test_een_zin_op_c1_krijgt_een_waarschuwing_met_de_zin_en_de_reden() -> None:
    zinnen = (TAAL / "c1.txt").read_text(encoding="utf-8").splitlines()
    assert [zin for zin in zinnen if "VP327" not in codes(zin, vraag=False)] == []
    (uitleg,) = [uitleg for code, uitleg, _ in remarks(zinnen[1]) if code == "VP327"]
    assert "In hoeverre belemmert de financiële" in uitleg
    assert "leesgemak" in uitleg
    assert "«afhankelijkheid»" in uitleg


def test_een_korte_zin_met_een_lang_woord_krijgt_geen_waarschuwing() -> None:
    """Over vijf woorden zegt een formule weinig."""
    assert codes("Overleg met uw leidinggevende.") == set()
    assert reading_ease([["Overleg", "met", "uw", "leidinggevende"]]) < 20


def test_een_lange_zin_van_gewone_woorden_is_lang_en_niet_moeilijk_van_woord() -> None:
    assert codes("Is er " + "heel " * 17 + "veel ruzie?") == {"VP325"}
    assert codes("Is er " + "heel " * 16 + "veel ruzie?") == set()


def test_een_moeilijk_woord_krijgt_een_gewoon_woord_ernaast() -> None:
    ((code, uitleg, tip),) = remarks("Komt dit frequent voor, conform de afspraak?", True)
    assert code == "VP326"
    assert "«frequent» en «conform» zijn" in uitleg
    assert tip == "Schrijf «vaak» en «volgens»."


def test_een_punt_in_een_nummer_of_een_vraag_tussen_haken_is_geen_einde_van_een_zin() -> None:
    assert sentences("Bel 0800.2000 nu. Zegt hij «waar was je?» tegen u? Ja.") == (
        "Bel 0800.2000 nu.",
        "Zegt hij «waar was je?» tegen u?",
        "Ja.",
    )
    assert "VP321" not in codes("Zegt hij vaak: «waar was je?» als u thuiskomt?")


def test_een_hele_tekst_kan_moeilijk_zijn_zonder_een_moeilijke_zin() -> None:
    zin = "Bespreek de veiligheidsafspraken met familieleden."
    assert list(check_readable([zin])) == []
    ((code, uitleg, _),) = check_readable([zin] * 6)
    assert code == "VP327"
    assert "Deze tekst is moeilijk" in uitleg


@pytest.mark.parametrize(
    ("woord", "grepen"),
    [
        ("u", 1), ("kind", 1), ("oom", 1), ("ooit", 1), ("nieuw", 1), ("over", 2), ("eten", 2), ("avond", 2),
        ("opa", 2), ("ruzie", 2), ("auto", 2), ("moe", 1), ("uren", 2), ("radio", 3), ("video", 3), ("ideeën", 3),
        ("emotie", 3), ("agressie", 3), ("familie", 3), ("situatie", 4), ("januari", 4), ("financiële", 5),
        ("coöperatie", 5), ("verantwoordelijkheid", 6), ("HUISARTS", 2), ("", 1), ("zzz", 1),
    ],
)  # fmt: skip
def test_lettergrepen_zijn_die_van_het_gesproken_woord(woord: str, grepen: int) -> None:
    assert syllables(woord) == grepen


def test_een_woord_zonder_einde_kost_geen_tijd() -> None:
    assert syllables("aba" * 100_000) < 100
    assert codes("aba" * 10_000) == set()
    assert codes("niet " * 10_000) == {"VP324", "VP327"}


def test_elke_tekst_die_mensen_horen_wordt_bekeken() -> None:
    """Ook de uitersten, de antwoorden, de woorden voor een kind, de hulp, het advies en wat u nu doet."""
    moeilijk = "Dit is significant."
    keuze = {
        "tekst": moeilijk,
        "antwoorden": {"a": {"tekst": moeilijk}, "b": {"tekst": "B"}},
        "hulp": moeilijk,
    }
    cijfer = {"type": "schaal", "tekst": "Hoe?", "van": 0, "tot": 1, "uitersten": {0: moeilijk}}
    instrument = Instrument.model_validate(
        {
            "formaat": 1,
            "id": "i",
            "versie": "1.0.0",
            "titel": "I",
            "soort": "zelfscan",
            "status": "concept",
            "validatie": "niet_gevalideerd",
            "per": "kind",
            "eigenaar": "E",
            "verantwoording": moeilijk,
            "doelgroep": {"uitleg": moeilijk},
            "antwoordlijsten": {"l": {"a": {"tekst": moeilijk}}},
            "niveaus": {"n": {"titel": moeilijk, "advies": moeilijk}},
            "onderdelen": {
                "o": {
                    "titel": moeilijk,
                    "inleiding": moeilijk,
                    "vragen": {"k": {**keuze, "tekst_voor": {"kind_4_7": moeilijk}}, "c": cijfer},
                }
            },
            "signalen": {"s": {"als": {"vraag": "k", "is": "a"}, "melding": moeilijk, "handeling": moeilijk}},
        }
    )
    gevonden = [".".join(map(str, b.pad)) for b in check_language(instrument)]
    assert gevonden == [
        "doelgroep.uitleg",
        "antwoordlijsten.l.a.tekst",
        "niveaus.n.titel",
        "niveaus.n.advies",
        "onderdelen.o.titel",
        "onderdelen.o.inleiding",
        "onderdelen.o.vragen.k.tekst",
        "onderdelen.o.vragen.k.tekst_voor.kind_4_7",
        "onderdelen.o.vragen.k.hulp",
        "onderdelen.o.vragen.k.antwoorden.a.tekst",
        "onderdelen.o.vragen.c.uitersten.0",
        "signalen.s.melding",
        "signalen.s.handeling",
    ]
