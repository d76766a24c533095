"""Een vertaling is een leeshulp: wat ontbreekt, wat oud is en wat niet is nagekeken, wordt gezegd."""

from __future__ import annotations

from typing import Any

import pytest

from veiligheidsplan.bevinding import Ernst
from veiligheidsplan.instrument.controle_vertaling import check_translation, numbers
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vertaling import (
    Pad,
    Vertaald,
    Vertaling,
    notice,
    right_to_left,
    source_texts,
    stale,
    translate,
)

RUZIE: Pad = ("onderdelen", "o", "vragen", "ruzie", "tekst")
KEUZE: Pad = ("onderdelen", "o", "vragen", "keuze", "antwoorden", "a", "tekst")


def instrument(**anders: str) -> Instrument:
    ruzie = {
        "type": "schaal",
        "van": 0,
        "tot": 1,
        "uitersten": {0: "nooit"},
        "tekst": "Is er vaak ruzie?",
        **anders,
    }
    keuze = {
        "tekst": "Wat is er?",
        "antwoorden": {"a": {"tekst": "Een ruzie"}, "b": {"tekst": "Rust in huis"}},
    }
    ja = {"vraag": "keuze", "is": "a"}
    return Instrument.model_validate(
        {
            "formaat": 1,
            "id": "i",
            "versie": "1.0.0",
            "titel": "De titel",
            "soort": "zelfscan",
            "status": "concept",
            "validatie": "niet_gevalideerd",
            "per": "kind",
            "eigenaar": "E",
            "verantwoording": "V",
            "onderdelen": {"o": {"titel": "Een deel", "vragen": {"ruzie": ruzie, "keuze": keuze}}},
            "signalen": {"s": {"als": ja, "handeling": "Bel 112 of 0800-2000."}},
        }
    )


def whole(*zonder: Pad, wijzig: dict[Pad, dict[str, Any]] | None = None, **kop: Any) -> Vertaling:
    teksten = {
        p: {"nl": nl, "vertaling": f"X {nl}"}
        for p, nl in source_texts(instrument()).items()
        if p not in zonder
    }
    for pad, deel in (wijzig or {}).items():
        teksten[pad] = {**teksten.get(pad, {"nl": ""}), **deel}
    basis = {"taal": "en", "instrument": "i", "versie": "1.0.0", "status": "concept", "vertaler": "Bureau A"}
    return Vertaling.model_validate({**basis, **kop, "teksten": teksten})


def found(vertaling: Vertaling, van: Instrument | None = None) -> list[tuple[str, str]]:
    return [(b.code, ".".join(map(str, b.pad))) for b in check_translation(van or instrument(), vertaling)]


def test_een_vertaling_van_elke_tekst_krijgt_geen_opmerking() -> None:
    assert len(source_texts(instrument())) == 8
    assert found(whole()) == []


def test_een_tekst_zonder_vertaling_wordt_genoemd_op_zijn_plaats() -> None:
    assert found(whole(KEUZE)) == [("VP341", "teksten." + ".".join(map(str, KEUZE)))]
    assert found(whole(wijzig={KEUZE: {"vertaling": ""}})) == found(whole(KEUZE))


def test_een_andere_nederlandse_zin_maakt_de_vertaling_oud_en_een_spatie_niet() -> None:
    assert found(whole(), instrument(tekst="Is er soms ruzie?")) == [
        ("VP342", "teksten." + ".".join(RUZIE) + ".nl")
    ]
    assert found(whole(), instrument(tekst="Is er  vaak\nruzie?")) == []
    assert stale(Vertaald(nl="B", was="A"), "B")
    assert not stale(Vertaald(nl="B", was="B"), "B")


def test_oud_is_in_een_gecontroleerde_vertaling_een_fout_en_in_een_concept_een_waarschuwing() -> None:
    nagekeken = {"status": "gecontroleerd", "gecontroleerd_door": "Bureau B", "datum": "2026-11-24"}
    anders = instrument(tekst="Is er soms ruzie?")
    assert [b.ernst for b in check_translation(anders, whole(**nagekeken))] == [Ernst.FOUT]
    assert [b.ernst for b in check_translation(anders, whole())] == [Ernst.WAARSCHUWING]


def test_een_verschreven_id_is_een_fout_met_een_voorstel() -> None:
    fout: Pad = ("onderdelen", "o", "vragen", "ruzi", "tekst")
    vertaling = whole(RUZIE, wijzig={fout: {"vertaling": "X"}})
    assert found(vertaling)[-1] == ("VP343", "teksten.onderdelen.o.vragen.ruzi")
    assert [b.suggestie for b in check_translation(instrument(), vertaling) if b.code == "VP343"] == [
        "Bedoelt u «ruzie»?"
    ]


@pytest.mark.parametrize(
    ("kop", "zegt"),
    [
        ({}, "niet bij door wie"),
        ({"gecontroleerd_door": "bureau  a", "datum": "2026-11-24"}, "door de vertaler zelf"),
        ({"gecontroleerd_door": "Bureau B"}, "geen datum"),
    ],
)
def test_gecontroleerd_is_pas_gecontroleerd_door_een_ander_op_een_dag(kop: dict[str, str], zegt: str) -> None:
    (fout,) = check_translation(instrument(), whole(status="gecontroleerd", **kop))
    assert (fout.code, fout.ernst) == ("VP344", Ernst.FOUT)
    assert zegt in fout.uitleg
    assert "niet is nagekeken" in notice(whole(status="gecontroleerd", **kop))


def test_wat_nog_nederlands_is_wordt_gezien_en_een_enkel_woord_mag_gelijk_zijn() -> None:
    gelijk = whole(wijzig={("titel",): {"vertaling": "de  titel"}})
    assert found(gelijk) == [("VP345", "teksten.titel.vertaling")]
    een_woord: Pad = ("onderdelen", "o", "vragen", "ruzie", "uitersten", 0)
    assert found(whole(wijzig={een_woord: {"vertaling": "nooit"}})) == []


def test_een_nummer_om_te_bellen_blijft_hetzelfde_nummer_in_elk_schrift() -> None:
    plek: Pad = ("signalen", "s", "handeling")
    assert found(whole(wijzig={plek: {"vertaling": "Call 911 or 0800 2000."}})) == [
        ("VP347", "teksten.signalen.s.handeling.vertaling")
    ]
    assert found(whole(wijzig={plek: {"vertaling": "اتصل ١١٢ أو 0800-2000"}})) == []
    assert numbers("Bel 112, kamer 12, of 0800-2000") == {"112": "112", "08002000": "0800-2000"}


def test_vertalen_geeft_hetzelfde_instrument_met_andere_woorden_en_zegt_wat_nog_nederlands_is() -> None:
    hulp = translate(instrument(tekst="Is er soms ruzie?"), whole(KEUZE))
    assert hulp.instrument.titel == "X De titel"
    assert hulp.instrument.vragen["ruzie"].tekst == "Is er soms ruzie?"
    assert hulp.instrument.antwoorden_van("keuze")["a"].tekst == "Een ruzie"
    assert hulp.instrument.antwoorden_van("keuze")["b"].tekst == "X Rust in huis"
    assert hulp.nog_nederlands == (RUZIE, KEUZE)
    assert hulp.instrument.signalen["s"].als == instrument().signalen["s"].als
    assert "De Nederlandse tekst telt." in hulp.mededeling


@pytest.mark.parametrize(
    ("taal", "rechts"), [("ar", True), ("fa", True), ("en", False), ("ku-Latn", False), ("ug-Latn", False)]
)
def test_een_taal_van_rechts_naar_links_is_een_gegeven(taal: str, rechts: bool) -> None:
    assert right_to_left(taal) is rechts
