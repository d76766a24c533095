"""De eigen agenda: een echt programma leest haar, en er staat niets in dan een toevallige code en een tijd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from veiligheidsplan.app.agenda import update
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.export.ical import Agendaregel, render_calendar
from veiligheidsplan.plan.agenda import MAG_ERIN, Agenda, Moment, brought_up_to_date
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.termijn import SOORTEN, Termijn
from veiligheidsplan.storage.kluis import Kluis

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
#: alles wat in een regel mag staan
SLEUTELS = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS"}


@pytest.fixture
def kast(tmp_path: Path) -> Iterator[Dossierkast]:
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as kluis:
        yield Dossierkast(kluis, door="Kim", klok=lambda: NU)


def start(kast: Dossierkast, alias: str, *waarden: tuple[str, str, object]) -> str:
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    kast.write(id_, d, [value_given(*w) for w in (("dossier", "alias", alias), *waarden)])
    return id_


def gezin(kast: Dossierkast) -> str:
    """Alles wat gevoelig is, met een dag: alleen het contact en de evaluatie mogen in de agenda."""
    return start(
        kast, "kievit", ("persoon:1", "naam", "Noor"), ("vervolg", "contact_datum", "2026-12-09"),
        ("vervolg", "contact_tijd", "14:30"), ("vervolg", "contact_hoe", "thuis bij Noor"),
        ("vervolg", "evaluatie_datum", "2027-01-04"), ("maatregel:1", "soort", "huisverbod"),
        ("maatregel:1", "tot", "2026-12-15"), ("actie:1", "wat", "Slot maken"), ("actie:1", "direct", "ja"),
        ("actie:1", "wanneer", "2026-12-08"), ("voorwaarde:1", "wat", "elders slapen"),
        ("voorwaarde:1", "tot", "2026-12-12"),
        ("hoofdstukken", "gekozen", ("bescherming", "voorwaarden")), ("bescherming:1", "tot", "2026-12-20"),
        ("meldbesluit:1:persoon:1", "melden", "ja"), ("melding:1:persoon:1", "wanneer", "2026-12-04"),
    )  # fmt: skip


def lees(ruw: bytes) -> list[icalendar.Component]:
    kalender = icalendar.Calendar.from_ical(ruw)
    assert not kalender.errors
    return [c for c in kalender.walk("VEVENT") if not c.errors]


def schrijf(kast: Dossierkast) -> bytes:
    return render_calendar(update(kast, kast.list()).regels, NU)


def test_in_de_agenda_staan_het_contact_en_de_evaluatie_en_verder_niets(kast: Dossierkast) -> None:
    gezin(kast)
    momenten = lees(schrijf(kast))
    assert sorted(str(m.decoded("DTSTART")) for m in momenten) == ["2026-12-09 13:30:00+00:00", "2027-01-04"]
    assert {str(m["SUMMARY"]) for m in momenten} == {f"Moment {kast.list()[0].agenda.code}"}  # type: ignore[union-attr]


def test_geen_regel_zegt_meer_dan_een_code_en_een_tijd(kast: Dossierkast) -> None:
    id_ = gezin(kast)
    ruw = schrijf(kast)
    for moment in lees(ruw):
        assert set(moment) == SLEUTELS
    tekst = ruw.decode("ascii")
    verboden = ("veilig", "plan", "huis", "kievit", "Noor", "Kim", "evaluatie", "contact", "verbod", "VALARM",
                "DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER", "CATEGORIES", "TZID", "X-", id_)  # fmt: skip
    assert not [w for w in verboden if w.casefold() in tekst.casefold()]
    assert re.fullmatch(rb"[\r\nA-Z0-9:;=.a-f/ oment-]*", ruw)
    assert max(len(regel) for regel in ruw.split(b"\r\n")) <= 75


def test_alleen_de_lijst_zegt_bij_welk_dossier_een_code_hoort(kast: Dossierkast) -> None:
    een, twee = gezin(kast), start(kast, "merel", ("vervolg", "contact_datum", "2026-12-10"))
    schrijf(kast)
    codes = {k.id: k.agenda.code for k in kast.list() if k.agenda}
    assert set(codes) == {een, twee}
    assert len(set(codes.values())) == 2
    assert all(re.fullmatch("[2-9B-DF-HJ-NP-TV-XZ]{5}", c) for c in codes.values())


def test_nog_een_keer_inlezen_werkt_hetzelfde_moment_bij(kast: Dossierkast) -> None:
    """Dezelfde UID, een hoger volgnummer: een agenda verplaatst de regel en maakt er geen bij."""
    id_ = gezin(kast)
    eerst = {m["UID"]: m for m in lees(schrijf(kast))}
    zelfde = {m["UID"]: m for m in lees(schrijf(kast))}
    assert {u: int(m["SEQUENCE"]) for u, m in zelfde.items()} == dict.fromkeys(eerst, 0)
    kast.write(id_, kast.read(id_), [value_given("vervolg", "contact_datum", "2026-12-11")])
    daarna = {m["UID"]: m for m in lees(schrijf(kast))}
    assert set(daarna) == set(eerst)
    assert sorted(int(m["SEQUENCE"]) for m in daarna.values()) == [0, 1]
    (verplaatst,) = [m for m in daarna.values() if int(m["SEQUENCE"])]
    assert verplaatst.decoded("DTSTART") == datetime(2026, 12, 11, 13, 30, tzinfo=UTC)


def test_een_moment_dat_niet_doorgaat_vervalt_ook_in_de_agenda(kast: Dossierkast) -> None:
    id_ = gezin(kast)
    schrijf(kast)
    kast.write(id_, kast.read(id_), [value_given("vervolg", "evaluatie_datum", None)])
    for _ in range(2):  # ook wie een keer niet inlas, krijgt het
        stand = sorted((str(m["STATUS"]), int(m["SEQUENCE"])) for m in lees(schrijf(kast)))
        assert stand == [("CANCELLED", 1), ("CONFIRMED", 0)]


def test_van_een_dossier_dat_is_overgedragen_vervallen_de_momenten_zonder_dat_er_in_is_geschreven(
    kast: Dossierkast,
) -> None:
    id_ = gezin(kast)
    schrijf(kast)
    d = kast.write(id_, kast.read(id_), [Feit("overgedragen", {"aan": "k3y1", "reden": "vakantie"})])
    assert {str(m["STATUS"]) for m in lees(schrijf(kast))} == {"CANCELLED"}
    assert kast.read(id_).volgnummer == d.volgnummer


def test_een_dossier_dat_niet_te_lezen_is_houdt_de_andere_niet_tegen(
    kast: Dossierkast, tmp_path: Path
) -> None:
    import sqlite3

    stuk, heel = gezin(kast), start(kast, "merel", ("vervolg", "contact_datum", "2026-12-10"))
    with sqlite3.connect(tmp_path / "kluis.db") as db:
        db.execute("DELETE FROM gebeurtenis WHERE dossier = ? AND volgnummer = 3", (stuk,))
    bijgewerkt = update(kast, kast.list())
    assert [r.code for r in bijgewerkt.regels] == [
        k.agenda.code for k in kast.list() if k.id == heel and k.agenda
    ]
    assert any(stuk in b.uitleg for b in bijgewerkt.bevindingen)


def test_wie_wat_in_de_agenda_zette_staat_in_het_logboek_en_een_tweede_keer_niets_nieuws(
    kast: Dossierkast,
) -> None:
    id_ = gezin(kast)
    schrijf(kast)
    nummer = kast.read(id_).volgnummer
    schrijf(kast)
    assert kast.read(id_).volgnummer == nummer
    laatste = list(kast.events(id_))[-1]
    assert laatste is not None
    assert laatste.soort == "agenda_geschreven"


@pytest.mark.parametrize(
    ("dag", "tijd", "utc"),
    [
        ("2026-07-01", "00:15", "2026-06-30T22:15"),
        ("2026-12-07", "00:15", "2026-12-06T23:15"),
        ("2026-03-29", "03:30", "2026-03-29T01:30"),
    ],
)
def test_een_uur_in_nederland_is_het_goede_uur_in_elke_agenda(
    kast: Dossierkast, dag: str, tijd: str, utc: str
) -> None:
    start(kast, "k", ("vervolg", "contact_datum", dag), ("vervolg", "contact_tijd", tijd))
    (moment,) = lees(schrijf(kast))
    assert moment.decoded("DTSTART").isoformat().startswith(utc)


def test_een_lege_agenda_is_er_niet(kast: Dossierkast) -> None:
    start(kast, "leeg")
    assert update(kast, kast.list()).regels == ()


@pytest.mark.parametrize("vreemd", ["kievit", "ABCD\r\n", "Noor1", "", "ABCDEF"])
def test_niets_anders_dan_een_eigen_code_komt_in_het_bestand(vreemd: str) -> None:
    with pytest.raises(ValueError, match="toevallige"):
        render_calendar([Agendaregel("0" * 32, vreemd, date(2026, 12, 9), 0)], NU)
    with pytest.raises(ValueError, match="toevallige"):
        render_calendar([Agendaregel(vreemd, "K7QXR", date(2026, 12, 9), 0)], NU)


@given(st.lists(st.sampled_from(SOORTEN), unique=True), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_wat_niet_op_de_lijst_staat_van_wat_erin_mag_komt_er_niet_in(soorten: list[str], dag: date) -> None:
    agenda = brought_up_to_date(
        None, [Termijn(s, dag.isoformat()) for s in soorten], lambda: "0" * 32, lambda: "K7QXR"
    )
    erin = {m.soort for m in agenda.momenten} if agenda else set()
    assert erin == set(soorten) & set(MAG_ERIN)


dagen = st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(date.isoformat)


@given(st.lists(st.tuples(dagen, dagen), min_size=1, max_size=8))
def test_hoe_vaak_er_ook_wordt_verzet_een_moment_houdt_zijn_teken_en_het_volgnummer_gaat_nooit_terug(
    verloop: list[tuple[str | None, str | None]],
) -> None:
    teller = iter(range(99))
    agenda: Agenda | None = None
    was: dict[str, Moment] = {}
    for paar in verloop:
        termijnen = [Termijn(s, d) for s, d in zip(MAG_ERIN, paar, strict=True) if d]
        agenda = brought_up_to_date(agenda, termijnen, lambda: f"{next(teller):032x}", lambda: "K7QXR")
        for m in agenda.momenten if agenda else ():
            if (oud := was.get(m.soort)) is not None:
                assert m.uid == oud.uid
                assert m.volgorde == oud.volgorde + (m[3:] != oud[3:])
            assert m.vervallen == (m.soort not in {t.soort for t in termijnen})
            was[m.soort] = m
        assert set(was) == ({m.soort for m in agenda.momenten} if agenda else set())
