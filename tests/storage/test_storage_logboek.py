"""The chain: what was sealed opens again, and every way of tampering with the file is found and named."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.storage.ketting import afdruk, begin, link
from veiligheidsplan.storage.logboek import Onderzoek, Stand, examine, write
from veiligheidsplan.storage.opslag import Record
from veiligheidsplan.storage.seal import KLEINSTE_MAAT, Dossierzegel, ZegelFout, pad, unpad

DOSSIER = "aaaa-bbbb-cccc-dddd"
Logboek = tuple[Dossierzegel, bytes, list[Record]]

teksten = st.lists(st.binary(max_size=700), min_size=1, max_size=6)


def logbook(inhoud: list[bytes], dossier: str = DOSSIER, vernietigd: frozenset[int] = frozenset()) -> Logboek:
    """A sealed log with *inhoud*; the payloads numbered in *vernietigd* are gone as they should be."""
    zegel = Dossierzegel.new(dossier)
    records, stand = write(zegel, Stand(0, begin(dossier)), inhoud, vernietigd)
    over = [replace(r, verzegeld=None) if r.volgnummer in vernietigd else r for r in records]
    return zegel, zegel.seal_kopblad(stand.pack(b"kopblad")), over


def codes(onderzoek: Onderzoek) -> list[tuple[str, str]]:
    return [(b.code, b.uitleg) for b in onderzoek.bevindingen]


def found(onderzoek: Onderzoek) -> set[str]:
    return {b.code for b in onderzoek.bevindingen}


def flip(inhoud: bytes, plek: int) -> bytes:
    plek %= len(inhoud)
    return inhoud[:plek] + bytes([inhoud[plek] ^ 1]) + inhoud[plek + 1 :]


@given(teksten)
def test_wat_is_verzegeld_komt_er_na_openen_hetzelfde_uit(inhoud: list[bytes]) -> None:
    zegel, kopblad, records = logbook(inhoud)
    onderzoek = examine(zegel, kopblad, records)
    assert [tuple(g) for g in onderzoek.gelezen] == list(enumerate(inhoud, 1))
    assert onderzoek.kopblad == b"kopblad"
    assert not onderzoek.bevindingen


@given(st.binary(max_size=5000))
def test_opvullen_verandert_niets_en_toont_alleen_een_vaste_maat(inhoud: bytes) -> None:
    vol = pad(inhoud)
    assert unpad(vol) == inhoud
    assert len(vol) in {KLEINSTE_MAAT << n for n in range(8)}


def test_ja_en_wil_niet_zeggen_zijn_verzegeld_even_lang() -> None:
    _, _, records = logbook([b"ja", b"wil niet zeggen, met een notitie van honderd tekens: " + b"x" * 100])
    assert len(records[0].verzegeld or b"") == len(records[1].verzegeld or b"")


def test_hetzelfde_antwoord_twee_keer_verzegeld_lijkt_nergens_op() -> None:
    zegel = Dossierzegel.new(DOSSIER)
    een, twee = (write(zegel, Stand(0, begin(DOSSIER)), [b"ja"])[0][0] for _ in range(2))
    assert een.verzegeld != twee.verzegeld
    assert een.afdruk != twee.afdruk, "een afdruk mag niet van de tekst afhangen"


@given(teksten, st.data())
@settings(max_examples=200)
def test_elke_omgevallen_bit_in_elk_record_wordt_gevonden_en_genoemd(
    inhoud: list[bytes], data: st.DataObject
) -> None:
    zegel, kopblad, records = logbook(inhoud)
    welke = data.draw(st.integers(0, len(records) - 1))
    veld = data.draw(st.sampled_from(["vorige", "afdruk", "verzegeld"]))
    plek = data.draw(st.integers(0, 10_000))
    records[welke] = replace(records[welke], **{veld: flip(getattr(records[welke], veld), plek)})
    onderzoek = examine(zegel, kopblad, records)
    nummer = records[welke].volgnummer
    assert codes(onderzoek) == [
        ("VP722", f"In dossier {DOSSIER} is gebeurtenis {nummer} beschadigd of veranderd.")
    ]
    heel = [(n, i) for n, i in enumerate(inhoud, 1) if n != nummer]
    assert [tuple(g) for g in onderzoek.gelezen if g.volgnummer != nummer] == heel, "de rest blijft leesbaar"


@given(st.integers(0, 600))
def test_elke_omgevallen_bit_in_het_kopblad_wordt_gevonden(plek: int) -> None:
    zegel, kopblad, records = logbook([b"een"])
    onderzoek = examine(zegel, flip(kopblad, plek), records)
    assert found(onderzoek) == {"VP723"}
    assert onderzoek.gelezen[0].inhoud == b"een"


def test_een_record_dat_is_weggehaald_wordt_genoemd() -> None:
    zegel, kopblad, records = logbook([b"een", b"twee", b"drie", b"vier"])
    onderzoek = examine(zegel, kopblad, [records[0], *records[2:]])
    assert codes(onderzoek) == [("VP721", f"In dossier {DOSSIER} ontbreekt gebeurtenis 2.")]
    assert [g.inhoud for g in onderzoek.gelezen] == [b"een", b"drie", b"vier"]


@pytest.mark.parametrize("over", [0, 1, 3])
def test_een_afgekapt_dossier_zegt_hoeveel_er_ontbreken(over: int) -> None:
    zegel, kopblad, records = logbook([b"een", b"twee", b"drie", b"vier"])
    verwacht = f"Dossier {DOSSIER} is afgekapt: na gebeurtenis {over} horen er nog {4 - over} te zijn."
    assert codes(examine(zegel, kopblad, records[:over])) == [("VP724", verwacht)]


def test_omgewisselde_records_worden_gevonden_ook_met_hernummering() -> None:
    zegel, kopblad, records = logbook([b"een", b"twee", b"drie"])
    een, twee, drie = records
    onderzoek = examine(zegel, kopblad, [replace(twee, volgnummer=1), replace(een, volgnummer=2), drie])
    assert "VP722" in found(onderzoek)
    assert [g.inhoud for g in onderzoek.gelezen] == [None, None, b"drie"]


def test_een_record_dat_twee_keer_is_ingevoegd_wordt_gevonden() -> None:
    zegel, kopblad, records = logbook([b"een", b"twee"])
    dubbel = examine(zegel, kopblad, [*records, replace(records[1], volgnummer=3)])
    assert {"VP722", "VP725"} <= found(dubbel)


def test_een_record_uit_een_ander_dossier_past_niet_ook_niet_met_dezelfde_sleutel() -> None:
    zegel, kopblad, records = logbook([b"een", b"twee"])
    ander = Dossierzegel("eeee-ffff-gggg-hhhh", zegel.sleutel)
    vreemd, _ = write(ander, Stand(0, begin(ander.dossier)), [b"vreemd"])
    for inzet in (vreemd[0], replace(vreemd[0], vorige=begin(DOSSIER))):
        onderzoek = examine(zegel, kopblad, [inzet, records[1]])
        assert "VP722" in found(onderzoek)
        assert b"vreemd" not in [g.inhoud for g in onderzoek.gelezen]


def test_een_kopblad_uit_een_ander_dossier_past_niet_ook_niet_met_dezelfde_sleutel() -> None:
    zegel, _, records = logbook([b"een"])
    ander = Dossierzegel("eeee-ffff-gggg-hhhh", zegel.sleutel)
    assert found(examine(zegel, ander.seal_kopblad(Stand(1, b"h" * 32).pack(b"k")), records)) == {"VP723"}


def test_een_zegel_past_alleen_op_zijn_eigen_plek_in_de_ketting() -> None:
    zegel = Dossierzegel.new(DOSSIER)
    vorige = begin(DOSSIER)
    verzegeld = zegel.seal_gebeurtenis(5, vorige, b"vijf")
    assert zegel.open_gebeurtenis(5, vorige, verzegeld) == b"vijf"
    for nummer, voor, bytes_ in ((6, vorige, verzegeld), (5, flip(vorige, 0), verzegeld)):
        with pytest.raises(ZegelFout):
            zegel.open_gebeurtenis(nummer, voor, bytes_)
    with pytest.raises(ZegelFout):
        zegel.open_kopblad(verzegeld)
    with pytest.raises(ZegelFout):
        Dossierzegel("eeee-ffff-gggg-hhhh", zegel.sleutel).open_gebeurtenis(5, vorige, verzegeld)


def test_een_ouder_kopblad_terugzetten_wordt_gevonden() -> None:
    zegel = Dossierzegel.new(DOSSIER)
    eerste, stand1 = write(zegel, Stand(0, begin(DOSSIER)), [b"een"])
    tweede, _ = write(zegel, stand1, [b"twee"])
    onderzoek = examine(zegel, zegel.seal_kopblad(stand1.pack(b"oud")), eerste + tweede)
    assert codes(onderzoek) == [
        ("VP725", f"Dossier {DOSSIER} heeft gebeurtenis 2, die het kopblad niet kent.")
    ]


def test_een_andere_afloop_met_hetzelfde_nummer_wordt_gevonden() -> None:
    zegel = Dossierzegel.new(DOSSIER)
    eerste, stand = write(zegel, Stand(0, begin(DOSSIER)), [b"een"])
    _, zoals_het_was = write(zegel, stand, [b"twee"])
    anders, _ = write(zegel, stand, [b"twee, maar anders"])
    onderzoek = examine(zegel, zegel.seal_kopblad(zoals_het_was.pack(b"k")), eerste + anders)
    assert found(onderzoek) == {"VP729"}


@given(teksten.filter(lambda lijst: len(lijst) > 1), st.data())
def test_na_vernietigen_klopt_de_ketting_en_is_de_rest_leesbaar(
    inhoud: list[bytes], data: st.DataObject
) -> None:
    weg = data.draw(st.frozensets(st.integers(1, len(inhoud) - 1)))
    zegel, kopblad, records = logbook(inhoud, vernietigd=weg)
    onderzoek = examine(zegel, kopblad, records)
    assert not onderzoek.bevindingen
    assert [g.inhoud for g in onderzoek.gelezen] == [None if n in weg else i for n, i in enumerate(inhoud, 1)]


@given(st.integers(1, 4), st.sampled_from(["vorige", "afdruk"]), st.integers(0, 31))
def test_ook_wat_van_een_vernietigd_record_rest_mag_niet_veranderen(
    nummer: int, veld: str, plek: int
) -> None:
    zegel, kopblad, records = logbook([b"1", b"2", b"3", b"4", b"5"], vernietigd=frozenset({1, 2, 3, 4}))
    records[nummer - 1] = replace(
        records[nummer - 1], **{veld: flip(getattr(records[nummer - 1], veld), plek)}
    )
    assert "VP722" in found(examine(zegel, kopblad, records))


def test_inhoud_die_weg_is_zonder_dat_iemand_wiste_wordt_genoemd() -> None:
    zegel, kopblad, records = logbook([b"een", b"twee"])
    onderzoek = examine(zegel, kopblad, [replace(records[0], verzegeld=None), records[1]])
    assert found(onderzoek) == {"VP726"}


def test_gewiste_inhoud_die_uit_een_oude_kopie_terugkomt_wordt_genoemd_en_niet_getoond() -> None:
    zegel = Dossierzegel.new(DOSSIER)
    records, stand = write(zegel, Stand(0, begin(DOSSIER)), [b"geheim", b"gewist"], frozenset({1}))
    onderzoek = examine(zegel, zegel.seal_kopblad(stand.pack(b"k")), records)
    assert found(onderzoek) == {"VP727"}
    assert onderzoek.gelezen[0].inhoud is None


@given(st.binary(max_size=700), st.integers(-5, 1 << 62), st.binary(max_size=40))
def test_willekeurige_bytes_geven_bevindingen_en_nooit_een_uitzondering(
    rommel: bytes, nummer: int, kort: bytes
) -> None:
    zegel, kopblad, records = logbook([b"een", b"twee"])
    vals = Record(nummer, kort, afdruk(rommel), rommel)
    assert examine(zegel, kopblad, [*records, vals]).bevindingen
    assert examine(zegel, rommel, records).bevindingen
    assert examine(zegel, b"\x01" + rommel, [vals]).bevindingen


def test_een_schakel_hangt_af_van_dossier_nummer_vorige_en_inhoud() -> None:
    een, twee = b"\1" * 32, b"\2" * 32
    schakels = [(DOSSIER, 1, een, een), ("x", 1, een, een), (DOSSIER, 2, een, een), (DOSSIER, 1, twee, een)]
    assert len({link(*delen) for delen in (*schakels, (DOSSIER, 1, een, twee))}) == 5


def test_een_envelop_van_een_latere_vorm_gaat_niet_open() -> None:
    zegel, kopblad, _ = logbook([b"een"])
    with pytest.raises(ZegelFout):
        zegel.open_kopblad(b"\x02" + kopblad[1:])


def test_een_sleutel_staat_niet_in_de_weergave_van_een_zegel() -> None:
    sleutel = os.urandom(32)
    assert repr(Dossierzegel(DOSSIER, sleutel)) == f"Dossierzegel('{DOSSIER}')"
