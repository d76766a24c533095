"""Orders that keep people apart, and who interprets: what may be asked then, and what a professional is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.huis import AFNAME, BO, NOOR, SEM, answer, at, household, said, session
from tests.plan.omgeving import events, omgeving, with_values
from tests.plan.spel import any_answer
from veiligheidsplan.plan import aan_tafel, samen, zitting
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gesprek import next_step, process, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.volledigheid import lacking

HUISVERBOD = {
    "soort": "huisverbod",
    "voor": SEM,
    "tegenover": [NOOR],
    "van": "2026-12-01",
    "tot": "2026-12-10",
}


def order(d: Dossier, **anders: Any) -> Dossier:
    """A huisverbod for Sem, of ten days, until 10 December; today is 7 December."""
    velden = {**HUISVERBOD, "contact_mag": "nee", **anders}
    return with_values(
        d, ("gesprek", "meer_maatregel_1", "ja"), *(("maatregel:1", v, w) for v, w in velden.items())
    )


def together(*erbij: str) -> Dossier:
    return session(household(), 1, "samen", *erbij)


def may_begin(d: Dossier) -> bool:
    return not samen.needed(d, omgeving())


@pytest.mark.parametrize(
    ("van", "tot", "geldt"),
    [
        ("2026-12-01", "2026-12-10", True),
        ("2026-12-01", "2026-12-07", True),  # the last day
        ("2026-12-01", "2026-12-06", False),
        ("2026-12-07", "2026-12-17", True),  # the first day
        ("2026-12-08", "2026-12-18", False),
        ("2026-12-01", None, True),
        (None, "2026-12-10", True),
        (None, None, True),
        ("2026-12-20", "2026-12-08", True),  # a slip: it counts until the last day that was written down
    ],
)
def test_een_verbod_geldt_ook_op_de_laatste_dag_en_zonder_datum_geldt_het(
    van: str | None, tot: str | None, geldt: bool
) -> None:
    d = order(together(NOOR, SEM), van=van, tot=tot)
    assert may_begin(d) is not geldt


@pytest.mark.parametrize("soort", ["huisverbod", "contactverbod", "straatverbod", None])
@pytest.mark.parametrize(
    ("anders", "erbij", "mag"),
    [
        ({}, (NOOR, SEM), False),
        ({}, (NOOR, BO), True),
        ({}, (SEM, BO), True),
        ({"tegenover": [NOOR, BO]}, (SEM, BO), False),
        ({"tegenover": []}, (SEM, BO), False),  # not known with whom: with everyone
        ({"voor": None}, (NOOR, BO), False),  # not known for whom
        ({}, (), False),  # not known who is there
        ({"contact_mag": "ja"}, (NOOR, SEM), False),  # and not where it says so
        ({"contact_mag": "ja", "waar_staat": " "}, (NOOR, SEM), False),
        ({"contact_mag": "ja", "waar_staat": "Bladzijde 2, onder 4."}, (NOOR, SEM), True),
        ({"contact_mag": "nee", "waar_staat": "Bladzijde 2, onder 4."}, (NOOR, SEM), False),
        ({"contact_mag": "weet_niet"}, (NOOR, SEM), False),
    ],
)
def test_wie_elkaar_niet_mogen_spreken_beginnen_geen_gesprek_samen_tenzij_de_tekst_het_toestaat(
    soort: str | None, anders: dict[str, Any], erbij: tuple[str, ...], mag: bool
) -> None:
    """De keuze om te beginnen is er niet, en het staat in de lijst voor professionals."""
    d = order(together(*erbij), soort=soort, **anders)
    assert may_begin(d) is mag
    codes = [k.code for k in at(d, "zitting:1/opening").keuzes]
    assert ("nu" in codes) is mag
    assert any("mogen geen contact hebben" in zin for zin in lacking(d, omgeving())) is not mag


def test_met_een_verbod_kan_ieder_wel_alleen_worden_gesproken() -> None:
    for wie in ((NOOR,), (SEM,), ()):
        d = order(session(household(), 1, "alleen", *wie))
        assert may_begin(d)
        assert not [zin for zin in lacking(d, omgeving()) if "mogen geen contact hebben" in zin]


@pytest.mark.parametrize(
    ("tot", "zin"),
    [
        ("2026-12-10", "Huisverbod voor Sem: nog 3 dagen, tot en met 10 december 2026."),
        ("2026-12-08", "Huisverbod voor Sem: nog 1 dag, tot en met 8 december 2026."),
        ("2026-12-07", "Huisverbod voor Sem: vandaag is de laatste dag, 7 december 2026."),
        (None, "Huisverbod voor Sem: er is geen einddatum opgeschreven. Het telt als geldig."),
    ],
)
def test_het_werkscherm_telt_de_dagen_van_een_verbod_af(tot: str | None, zin: str) -> None:
    d = order(session(household(), 1, "alleen", NOOR), tot=tot)
    stap = at(d, "gesprek/loopt:zitting:1:maatregel:1")
    assert (stap.tekst, stap.tafel) == (zin, False)


def test_is_een_verbod_voorbij_dan_wordt_het_niet_meer_afgeteld_en_blijft_het_in_de_kopie() -> None:
    d = order(session(household(), 1, "alleen", NOOR), tot="2026-12-06")
    assert not [s for s in steps(d, omgeving()) if "loopt:" in s.id]
    kopie = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert "Huisverbod voor Sem: is voorbij sinds 6 december 2026." in kopie


@pytest.mark.parametrize(
    ("contact", "tot", "bevinding"),
    [
        ("2026-12-10", "2026-12-10", False),
        ("2026-12-11", "2026-12-10", True),
        ("2026-12-11", "2026-12-06", False),  # over already
        ("2026-12-11", None, False),
    ],
)
def test_een_verbod_dat_voor_het_volgende_contact_eindigt_staat_in_de_lijst(
    contact: str, tot: str | None, bevinding: bool
) -> None:
    d = with_values(order(together(NOOR), tot=tot), ("vervolg", "contact_datum", contact))
    zin = "Voor het volgende contact is dit voorbij: Huisverbod. Maak voor die dag een plan."
    assert (zin in lacking(d, omgeving())) is bevinding


@pytest.mark.parametrize(
    ("soort", "tot", "gevraagd"),
    [
        ("huisverbod", "2026-12-10", False),  # ten days
        ("huisverbod", "2026-12-09", True),
        ("huisverbod", "2026-12-29", False),  # four weeks: begun in the course of a day
        ("huisverbod", "2026-12-30", True),
        ("huisverbod", "2026-11-30", True),
        ("contactverbod", "2027-12-01", False),
    ],
)
def test_bij_een_ongewone_tijd_wordt_gevraagd_of_de_datums_kloppen_en_nooit_geweigerd(
    soort: str, tot: str, gevraagd: bool
) -> None:
    d = answer(
        order(session(household(), 1, "alleen", NOOR), soort=soort), "maatregel:1/tot", omgeving().vandaag
    )
    d = order(d, soort=soort, tot=tot)
    assert any(zin.startswith("Kloppen de datums") for zin in lacking(d, omgeving())) is gevraagd


def test_een_verbod_dat_weer_weg_is_telt_niet_en_staat_nergens() -> None:
    """«Geldt er een verbod?» wordt nee: het slaapt. Weer ja: alles is er nog."""
    d = with_values(order(together(NOOR, SEM)), ("gesprek", "meer_maatregel_1", "nee"))
    assert may_begin(d)
    assert "Huisverbod" not in str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert not may_begin(with_values(d, ("gesprek", "meer_maatregel_1", "ja")))


# -- who interprets ---------------------------------------------------------------------------------------------------


def interpreted(tolk: str, wie: str | None = None) -> Dossier:
    """Alone with Noor, and somebody interprets."""
    d = answer(session(household(), 1, "alleen", NOOR), "zitting:1/tolk", tolk)
    return d if wie is None else answer(d, "zitting:1/tolk_wie", wie)


@pytest.mark.parametrize("tolk", ["geen", "beroeps_telefoon", "beroeps_erbij"])
def test_een_tolk_van_beroep_telt_niet_als_bron_van_gevaar_en_is_geen_punt(tolk: str) -> None:
    d = interpreted(tolk)
    assert zitting.company(d) == frozenset()
    assert not zitting.together(d)
    assert not [zin for zin in lacking(d, omgeving()) if "vertaalt" in zin]


@pytest.mark.parametrize(
    ("wie", "zin"),
    [
        ("kind", "Een kind vertaalt."),
        (BO, "Een kind vertaalt."),
        (SEM, "Iemand van de familie vertaalt."),
        ("familie", "Iemand van de familie vertaalt."),
        ("bekende", "Iemand zonder beroep als tolk vertaalt."),
        (None, "Iemand zonder beroep als tolk vertaalt."),
    ],
)
def test_een_kind_of_familielid_dat_vertaalt_luistert_mee_en_staat_in_de_lijst(
    wie: str | None, zin: str
) -> None:
    """De vraag of Noor bang is wacht, en wat zij zegt telt als samen gezegd."""
    d = interpreted("ander", wie)
    assert {"mogelijke_pleger", "iedereen"} <= zitting.company(d)
    assert ("kind" in zitting.company(d)) is (wie != SEM)
    assert [z for z in lacking(d, omgeving()) if z.startswith(zin)]
    d = said(d, "gewond", "nee", 1, *zitting.present(d))
    assert f"afname:{AFNAME}/bang" not in {s.id for s in steps(d, omgeving())}
    assert d.afnamen[AFNAME].antwoorden["gewond"].bron.startswith("samen:")


@pytest.mark.parametrize("wie", ["kind", BO, SEM, "familie", None])
@pytest.mark.parametrize("setting", ["alleen", "samen", "telefoon"])
@pytest.mark.parametrize("erbij", [(), (NOOR,), (NOOR, SEM)])
def test_ook_met_een_vertaler_komt_het_gesprek_aan_tafel_tot_een_eind(
    wie: str | None, setting: str, erbij: tuple[str, ...]
) -> None:
    """Geen vraag komt twee keer, en wat Noor eerder alleen zei, staat er niet bij."""
    d = said(session(household(), 1, "alleen", NOOR), "gewond", "nee", 1, NOOR)
    d = session(d, 2, setting, *erbij)
    d = with_values(
        d, ("zitting:2", "tolk", "ander"), ("zitting:2", "tolk_wie", wie), ("zitting:2", "opening", "nu")
    )
    assert not aan_tafel.at_table(d).afnamen
    gezien = []
    while (stap := next_step(d, omgeving(), "aan_tafel")) is not None:
        assert stap.id not in gezien
        gezien.append(stap.id)
        d = _table_answer(d, stap)
    assert f"afname:{AFNAME}/gewond" in gezien


def _table_answer(d: Dossier, stap: Any) -> Dossier:
    waarde = "nee" if "/meer_" in stap.id else any_answer(stap)
    return fold(events(list(process(d, omgeving(), stap, waarde, kant="aan_tafel"))), d)


def test_wat_met_een_vertaler_erbij_is_gezegd_staat_er_zonder_die_vertaler_niet_bij_een_ander() -> None:
    """De ene onbekende vertaler is de andere niet."""
    d = interpreted("ander", "familie")
    d = said(d, "gewond", "ja", 1, *zitting.present(d))
    d = session(d, 2, "alleen", NOOR)
    d = with_values(
        d,
        ("zitting:2", "tolk", "ander"),
        ("zitting:2", "tolk_wie", "familie"),
        ("zitting:2", "opening", "nu"),
    )
    assert not aan_tafel.at_table(d).afnamen


def test_op_de_kopie_voor_professionals_staat_de_tolk_bij_wie_erbij_was() -> None:
    d = interpreted("ander", "familie")
    d = said(d, "gewond", "nee", 1, *zitting.present(d))
    kopie = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert "Noor, de tolk" in kopie
    assert "Iemand anders van de familie" in kopie
    zonder = with_values(d, ("zitting:1", "tolk", "geen"))
    assert "Iemand anders van de familie" not in str(
        make_copy(zonder, omgeving(), "professional", kenmerk="0a1b2c3d")
    )
