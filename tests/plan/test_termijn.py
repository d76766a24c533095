"""Wat een dossier nog vraagt, en hoe dringend dat is: uit het logboek alleen, op de klok van het huishouden."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.termijn import HALF, SOORTEN, Termijn, terms
from veiligheidsplan.plan.urgentie import Urgentie, overdue, rank, sort_terms, weigh, within

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
KLOK = datetime(2026, 12, 7, 11, 0)  # noqa: DTZ001 - de klok in de keuken
VAST = Feit("plan_vastgesteld", {"uitslagen": {}, "ontbreekt": [], "reden": None, "toelichting": None})


def dag(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo("Europe/Amsterdam")).date()


def waarde(onderwerp: str, veld: str, w: object) -> Feit:
    return Feit(
        "waarde_gegeven",
        {"onderwerp": onderwerp, "veld": veld, "waarde": w, "zitting": "zitting:1", "toelichting": None},
    )


def dossier(*feiten: Feit | tuple[str, str, object], tijd: datetime = NU) -> Dossier:
    begin = Feit("dossier_begonnen", {"sjabloon": "regio/veiligheidsplan@1.0.0"})
    alle = [begin, *(f if isinstance(f, Feit) else waarde(*f) for f in feiten)]
    return fold([stamp(f, door="Kim", tijd=tijd) for f in alle])


def van(d: Dossier, *soorten: str) -> list[tuple[str | None, str | None]]:
    return [(t.dag, t.tijd) for t in terms(d, dag) if t.soort in soorten]


def test_zonder_volgend_contact_staat_dat_er_niet_is_afgesproken_wanneer() -> None:
    """Niet weten wanneer is niet hetzelfde als niets hoeven."""
    assert "geen_contact" in [t.soort for t in terms(dossier(), dag)]
    met = dossier(("vervolg", "contact_datum", "2026-12-09"), ("vervolg", "contact_tijd", "14:30"))
    assert van(met, "contact", "geen_contact") == [("2026-12-09", "14:30")]


def test_een_plan_zonder_evaluatie_vraagt_om_een_evaluatie_pas_als_het_is_vastgesteld() -> None:
    assert van(dossier(), "geen_evaluatie") == []
    assert van(dossier(VAST), "geen_evaluatie") == [(None, None)]
    assert van(
        dossier(("vervolg", "evaluatie_datum", "2027-01-04"), VAST), "evaluatie", "geen_evaluatie"
    ) == [("2027-01-04", None)]


@pytest.mark.parametrize(
    ("direct", "soort"), [("ja", "actie_direct"), (None, "actie_direct"), ("nee", "actie")]
)
def test_een_actie_waarvan_niet_is_gezegd_of_zij_over_nu_gaat_telt_als_over_nu(
    direct: str | None, soort: str
) -> None:
    d = dossier(
        ("actie:1", "wat", "Slot maken"), ("actie:1", "direct", direct), ("actie:1", "wanneer", "2026-12-08"),
        ("actie:1", "tijd", "20:00"),
    )  # fmt: skip
    # een tijd die alleen bij een directe actie hoort, slaapt als zij dat niet is
    assert van(d, soort) == [("2026-12-08", None if direct == "nee" else "20:00")]


def test_een_actie_zonder_dag_verdwijnt_niet_en_een_die_eruit_is_gehaald_wel() -> None:
    d = dossier(("actie:1", "wat", "Bellen"), ("actie:2", "wat", "Sleutel"))
    assert van(d, "actie_direct") == [(None, None)]  # twee gelijke, geteld
    assert [t.aantal for t in terms(d, dag) if t.soort == "actie_direct"] == [2]
    weg = Feit("onderwerp_gearchiveerd", {"onderwerp": "actie:1", "reden": "dubbel"})
    eraf = dossier(("actie:1", "wat", "Bellen"), ("actie:2", "wat", "Sleutel"), weg)
    assert [t.aantal for t in terms(eraf, dag) if t.soort == "actie_direct"] == [1]


def test_een_datum_die_niet_te_lezen_is_blijft_in_beeld() -> None:
    d = dossier(("actie:1", "wat", "Bellen"), ("actie:1", "wanneer", "31 februari"))
    assert van(d, "actie_direct") == [(None, None)]


@pytest.mark.parametrize("status", [None, "nee", "deels", "weet_niet"])
def test_een_voorwaarde_van_veilig_thuis_waarvan_niet_vaststaat_dat_zij_is_gehaald_blijft_staan(
    status: str | None,
) -> None:
    feiten = [
        ("voorwaarde:1", "herkomst", "veilig_thuis"), ("voorwaarde:1", "wat", "Vader slaapt elders"),
        ("voorwaarde:1", "tot", "2026-12-20"), ("voorwaarde:1", "status", status),
    ]  # fmt: skip
    assert van(dossier(*feiten), "voorwaarde_vt") == [("2026-12-20", None)]
    assert van(dossier(*feiten[:-1], ("voorwaarde:1", "status", "ja")), "voorwaarde_vt") == []


def test_voor_het_einde_van_een_huisverbod_moet_het_plan_er_zijn() -> None:
    verbod = [("maatregel:1", "soort", "huisverbod"), ("maatregel:1", "tot", "2026-12-15")]
    assert van(dossier(*verbod), "verbod", "plan_voor_verbod") == [("2026-12-15", None)] * 2
    assert van(dossier(*verbod, VAST), "plan_voor_verbod") == []
    assert van(dossier(*verbod, VAST), "verbod") == [("2026-12-15", None)]
    gewijzigd = dossier(*verbod, VAST, ("afspraak:1", "wat", "anders"))
    assert van(gewijzigd, "plan_voor_verbod") == [("2026-12-15", None)]


def test_een_verbod_dat_voorbij_is_verdwijnt_pas_als_het_plan_daarna_is_vastgesteld() -> None:
    verbod = [("maatregel:1", "soort", "huisverbod"), ("maatregel:1", "tot", "2026-12-01")]
    assert van(dossier(*verbod), "verbod") == [("2026-12-01", None)]
    assert van(dossier(*verbod, VAST), "verbod") == []


def test_een_plan_van_voor_het_huisverbod_is_niet_het_plan_dat_er_moet_zijn() -> None:
    verbod = [("maatregel:1", "soort", "huisverbod"), ("maatregel:1", "tot", "2026-12-18")]
    straks = dossier(*verbod, ("maatregel:1", "van", "2026-12-08"), VAST)
    assert van(straks, "plan_voor_verbod") == [("2026-12-18", None)]
    assert van(dossier(*verbod, ("maatregel:1", "van", "2026-12-07"), VAST), "plan_voor_verbod") == []


def test_wat_iemand_beschermt_staat_in_de_lijst_zonder_te_zeggen_wat_het_is() -> None:
    gekozen = ("hoofdstukken", "gekozen", ("bescherming",))
    d = dossier(gekozen, ("bescherming:1", "soort", "alarmknop"), ("bescherming:1", "tot", "2026-12-20"))
    assert van(d, "maatregel") == [("2026-12-20", None)]
    assert "alarm" not in str(terms(d, dag))


def test_een_verbod_zonder_einddatum_staat_er_zonder_dag() -> None:
    assert van(dossier(("maatregel:1", "soort", "contactverbod")), "verbod") == [(None, None)]


def test_een_andere_maatregel_staat_in_de_lijst_zonder_te_zeggen_wat_zij_is() -> None:
    d = dossier(("maatregel:1", "soort", "knop"), ("maatregel:1", "tot", "2026-12-15"))
    assert van(d, "maatregel") == [("2026-12-15", None)]
    assert "knop" not in str(terms(d, dag))


@pytest.mark.parametrize("overname", [None, "nog_niet", "deels", "nee"])
def test_een_melding_blijft_staan_tot_veilig_thuis_haar_heeft_overgenomen(overname: str | None) -> None:
    melding = [("meldbesluit:1:persoon:1", "melden", "ja")]
    assert van(dossier(*melding), "melding_doen") == [(None, None)]
    gedaan = [*melding, ("melding:1:persoon:1", "wanneer", "2026-12-04")]
    assert van(dossier(*gedaan, ("melding:1:persoon:1", "overname", overname)), "melding") == [
        ("2026-12-04", None)
    ]
    assert van(dossier(*gedaan), "melding_doen") == []
    over = [*gedaan, ("melding:1:persoon:1", "overname", "ja")]
    assert van(dossier(*over), "melding") == [("2026-12-04", None)]  # zonder dag weet niemand dat het zo is
    vanaf = ("melding:1:persoon:1", "overname_wanneer", "2026-12-07")
    assert van(dossier(*over, vanaf), "melding", "melding_doen", "overname") == []
    straks = (*vanaf[:2], "2026-12-10")
    assert van(dossier(*over, straks), "melding", "overname") == [("2026-12-10", None)]


def test_na_een_incident_wacht_de_meldcode_tot_zij_opnieuw_is_begonnen() -> None:
    incident = [("incident:1", "wat", "..."), ("incident:1", "meldcode", "later")]
    assert van(dossier(*incident), "meldcode") == [("2026-12-07", None)]
    assert van(dossier(("meldcode:1", "begin", "ja"), *incident), "meldcode") == [("2026-12-07", None)]
    assert van(dossier(*incident, ("meldcode:2", "begin", "ja")), "meldcode") == []


def test_ook_na_een_evaluatie_wacht_de_meldcode_die_is_uitgesteld() -> None:
    assert van(dossier(("evaluatie:1", "meldcode", "later")), "meldcode") == [("2026-12-07", None)]


def test_een_dossier_dat_is_overgedragen_vraagt_hier_niets_meer() -> None:
    over = Feit("overgedragen", {"aan": "k3y1", "reden": "vakantie"})
    assert terms(dossier(("vervolg", "contact_datum", "2026-12-09"), over), dag) == ()


def test_kijken_en_de_agenda_maken_van_een_dossier_niet_het_laatste_waaraan_is_gewerkt() -> None:
    stil = [Feit("gelezen", {"hoe": "toon"}), Feit("agenda_geschreven", {"code": "K7QXR", "momenten": []})]
    begin = Feit("dossier_begonnen", {"sjabloon": "s@1"})
    later = [stamp(f, door="Kim", tijd=NU + timedelta(days=3)) for f in stil]
    d = fold([stamp(begin, door="Kim", tijd=NU), *later])
    assert (d.laatst, d.volgnummer) == (NU, 3)


def test_een_vastgesteld_plan_dat_daarna_is_bekeken_blijft_vastgesteld() -> None:
    d = dossier(VAST, Feit("gelezen", {"hoe": "toon"}))
    assert "ronde" not in [t.soort for t in terms(d, dag)]


@pytest.mark.parametrize(
    ("utc", "verwacht"),
    [
        ("2026-12-07T22:59:00+00:00", "2026-12-07"),  # 23.59 in Nijmegen
        ("2026-12-07T23:01:00+00:00", "2026-12-08"),  # al een nieuwe dag, in UTC nog niet
        ("2026-07-01T22:01:00+00:00", "2026-07-02"),  # zomertijd: twee uur
        ("2026-07-01T21:59:00+00:00", "2026-07-01"),
    ],
)
def test_rond_middernacht_telt_de_nederlandse_dag(utc: str, verwacht: str) -> None:
    d = dossier(tijd=datetime.fromisoformat(utc))
    assert van(d, "ronde") == [(verwacht, None)]


@pytest.mark.parametrize(
    ("termijn", "urgentie"),
    [
        (Termijn("contact", "2026-12-06"), Urgentie.TE_LAAT),
        (Termijn("contact", "2026-12-07"), Urgentie.VANDAAG),  # een dag telt tot zijn einde
        (Termijn("contact", "2026-12-07", "10:59"), Urgentie.TE_LAAT),
        (Termijn("contact", "2026-12-07", "11:00"), Urgentie.VANDAAG),
        (Termijn("contact", "2026-12-07", "11:01"), Urgentie.VANDAAG),
        (Termijn("contact", "2026-12-08", "00:00"), Urgentie.KOMT),
        (Termijn("actie_direct"), Urgentie.ZONDER_DAG),
        (Termijn("geen_contact"), Urgentie.ZONDER_DAG),
        (Termijn("melding_doen"), Urgentie.TE_LAAT),
        (Termijn("melding", "2026-12-07"), Urgentie.VANDAAG),
        (Termijn("melding", "2026-12-06"), Urgentie.TE_LAAT),
        (Termijn("ronde", "2026-12-01"), Urgentie.HALVERWEGE),
        (Termijn("ronde"), Urgentie.HALVERWEGE),
    ],
)
def test_hoe_dringend_om_elf_uur_op_7_december(termijn: Termijn, urgentie: Urgentie) -> None:
    assert weigh(termijn, KLOK).urgentie is urgentie


def test_een_directe_actie_telt_de_minuten_tot_haar_uur() -> None:
    assert weigh(Termijn("actie_direct", "2026-12-07", "14:30"), KLOK).minuten == 210
    assert weigh(Termijn("actie_direct", "2026-12-07", "09:00"), KLOK).minuten == -120


def test_wat_geen_dag_heeft_telt_als_te_laat_en_valt_buiten_geen_enkele_termijn() -> None:
    weging = weigh(Termijn("geen_contact"), KLOK)
    assert overdue(weging)
    assert within(weging, 0)


def test_binnen_zeven_dagen_telt_de_zevende_dag_mee_en_de_achtste_niet() -> None:
    assert within(weigh(Termijn("contact", "2026-12-14"), KLOK), 7)
    assert not within(weigh(Termijn("contact", "2026-12-15"), KLOK), 7)


def test_bovenaan_staat_wat_te_laat_is_en_daarbinnen_wat_nooit_mag_wachten() -> None:
    gesorteerd = sort_terms(
        [
            Termijn("contact", "2026-11-01"),
            Termijn("evaluatie", "2026-12-09"),
            Termijn("ronde", "2026-12-01"),
            Termijn("geen_contact"),
            Termijn("actie_direct", "2026-12-07", "09:00"),
            Termijn("melding", "2026-12-06"),
            Termijn("actie", "2026-12-07"),
        ],
        KLOK,
    )
    assert [w.termijn.soort for w in gesorteerd] == [
        "melding", "actie_direct", "contact", "actie", "geen_contact", "evaluatie", "ronde",
    ]  # fmt: skip


termijnen = st.builds(
    Termijn,
    st.sampled_from(SOORTEN),
    st.none() | st.dates(date(2026, 11, 1), date(2027, 2, 1)).map(date.isoformat),
    st.none() | st.times().map(lambda t: f"{t:%H:%M}"),
)


@given(termijnen, st.integers(0, 500_000))
def test_wat_te_laat_is_wordt_met_de_tijd_nooit_minder_dringend(t: Termijn, minuten: int) -> None:
    """Een klok die verder loopt, laat niets van de lijst met te laat verdwijnen."""
    nu, straks = weigh(t, KLOK), weigh(t, KLOK + timedelta(minutes=minuten))
    assert straks.urgentie <= nu.urgentie
    if overdue(nu):
        assert overdue(straks)
    if t.soort not in HALF and within(nu, 3):
        assert within(straks, 3)


@given(st.lists(termijnen, max_size=12), st.randoms())
def test_de_volgorde_hangt_niet_af_van_hoe_het_in_het_dossier_staat(
    lijst: list[Termijn], toeval: object
) -> None:
    anders = list(lijst)
    toeval.shuffle(anders)  # type: ignore[attr-defined]
    een, twee = ([rank(w) for w in sort_terms(x, KLOK)] for x in (lijst, anders))
    assert een == twee == sorted(een)
