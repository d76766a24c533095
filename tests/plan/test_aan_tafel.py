"""Two dossiers that differ only in what was said alone, or written by the professional, are one at the table."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import NU, omgeving
from tests.plan.spel import Genoeg, any_answer, play
from veiligheidsplan.plan import aan_tafel, zichtbaarheid, zitting
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, stamp
from veiligheidsplan.plan.gesprek import answered, next_step, process, steps, value_given
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.stap import Beweging, MetToelichting, Reactie, Stap

PERSONEN = {"persoon:1": ("Noor", "ja"), "persoon:2": ("Sem", "ja"), "persoon:3": ("Ans", "nee")}
AFNAME = "directe-veiligheid:1"
GEHEIM = "zwaluwstaart"


def base() -> list[Feit]:
    """The same in both: who they are, what the plan says, and a joint session that comes after all solo ones."""
    feiten = [value_given("dossier", "gemeente", "nijmegen"), value_given("medewerker", "naam", "Kim")]
    for p, (naam, op_plan) in PERSONEN.items():
        feiten += [value_given(p, "naam", naam), value_given(p, "soort", "volwassene")]
        feiten += [value_given(p, "op_plan", op_plan)]
    return feiten


def joint(nummer: int = 9) -> list[Feit]:
    """A joint session of Noor and Sem."""
    z = f"zitting:{nummer}"
    return [
        value_given("gesprek", "zitting", nummer, z),
        value_given(z, "setting", "samen", z),
        value_given(z, "aanwezig", ("persoon:1", "persoon:2"), z),
        value_given(z, "opening", "nu", z),
    ]


def solo_session(data: st.DataObject, nummer: int) -> list[Feit]:
    """Somebody alone, or the professional alone: random answers, notes, numbers, and professional fields."""
    z = f"zitting:{nummer}"
    wie = data.draw(st.sampled_from([*PERSONEN, None]))
    nu = [
        value_given("gesprek", "zitting", nummer, z),
        value_given(z, "setting", "alleen" if wie else "niemand", z),
        value_given(z, "aanwezig", (wie,) if wie else (), z),
    ]
    if data.draw(st.booleans()):
        nu.append(_begin("directe-veiligheid:1"))
        nu += [_answer(data, "directe-veiligheid", v, z, wie) for v in _some(data, "directe-veiligheid")]
    if data.draw(st.booleans()):
        nu.append(_begin("partnergeweld:1"))
        nu += [_answer(data, "partnergeweld", v, z, wie) for v in _some(data, "partnergeweld")]
    return nu + data.draw(st.lists(st.sampled_from(professional(z)), max_size=4))


def professional(z: str) -> list[Feit]:
    """What the professional may write that nobody else may see."""
    plekken: list[tuple[str, str, Any]] = [
        ("persoon:1", "mogelijke_pleger", "ja"),
        ("persoon:2", "mogelijke_pleger", "nee"),
        ("persoon:1", "leeftijd", 34),
        ("persoon:2", "woont_hier", "nee"),
        ("persoon:3", "naam", GEHEIM),
        ("dossier", "alias", GEHEIM),
        ("slot:persoon:1", "vannacht", "nee"),
        ("acties", "reden_minder", GEHEIM),
        (f"indruk:{AFNAME}", "waarom", GEHEIM),
        (f"oordeel:{AFNAME}", "besluit", "hoger"),
        (f"verslag:{AFNAME}", "bang", "persoon:1"),
        ("cijfer:persoon:1", "waarde", 1),
        ("cijfer:persoon:1", "setting", "alleen"),
        ("cijfer:persoon:1", "waarom", GEHEIM),
        ("gesprek", f"uitslag:{AFNAME}:9", None),
        ("gesprek", f"begin:{AFNAME}", None),
        ("gesprek", "meer_persoon_4", "nee"),
        *eerst_alleen(),
        *de_meldcode(),
    ]
    feiten = [value_given(o, v, w, z) for o, v, w in plekken]
    met_notitie = value_given("medewerker", "naam", "Kim", z, GEHEIM)
    keuze = Feit("antwoord_gekozen", {"afname": AFNAME, "vraag": "bang", "waarde": "ja", "reden": GEHEIM})
    return [*feiten, met_notitie, keuze]


def de_meldcode() -> list[tuple[str, str, Any]]:
    """A reporting code with a report: for professionals alone, at every moment."""
    return [
        ("meldcode:1", "personen", ("persoon:1",)),
        ("meldstap:1:gesprek", "reden", GEHEIM),
        ("afweging:1:gevaar:persoon:1", "antwoord", "acuut"),
        ("meldbesluit:1:persoon:1", "melden", "ja"),
        ("melding:1:persoon:1", "contact", GEHEIM),
    ]


def eerst_alleen() -> list[tuple[str, str, Any]]:
    """What was checked beforehand, for this session too, with whom it was discussed, and what somebody wants alone."""
    nu = "zitting:9"
    return [
        ("themas", "gezien", ("eergerelateerd_geweld",)),
        ("eigen:9", "bezoek", "ja"),
        ("eigen:9", "wie_weet", GEHEIM),
        (f"vooraf:persoon:1@{nu}", "veilig", "nee"),
        (f"vooraf:persoon:2@{nu}", "kamer", "kind"),
        (f"vooraf:persoon:1@{nu}", "leest_mee", ("scherm",)),
        ("overleg:1", "met", "veilig_thuis"),
        ("overleg:1", "naam", GEHEIM),
        ("overleg:1", "advies", GEHEIM),
        ("overleg:1", "samen_kan", "nee"),
        ("wens:persoon:1@overleg:1", "samen", "nee"),
        ("gesprek", "meer_maatregel_1", "ja"),
        ("maatregel:1", "soort", "huisverbod"),
        ("maatregel:1", "voor", "persoon:2"),
        ("maatregel:1", "tot", "2099-12-31"),
        ("maatregel:1", "waar_staat", GEHEIM),
        (nu, "opening", "nog_niet"),
        ("gesprek", f"niet_veilig:{nu}", None),
        ("gesprek", f"loopt:{nu}:maatregel:1", None),
    ]


def _some(data: st.DataObject, instrument: str) -> list[str]:
    vragen = sorted(omgeving().instrumenten[instrument].vragen)
    return data.draw(st.lists(st.sampled_from(vragen), max_size=5))


def _begin(afname: str) -> Feit:
    return start_instrument(Dossier(), omgeving(), afname)


def _answer(data: st.DataObject, instrument: str, vraag: str, z: str, wie: str | None) -> Feit:
    i = omgeving().instrumenten[instrument]
    codes = list(i.antwoorden_van(vraag))
    waarde: Any = data.draw(st.sampled_from([*codes, "weet_niet"])) if codes else "weet_niet"
    if i.vragen[vraag].type == "meerkeuze" and waarde != "weet_niet":
        waarde = [waarde]
    erbij = [wie] if wie else []
    return Feit(
        "antwoord_gegeven",
        {
            "afname": f"{instrument}:1",
            "vraag": vraag,
            "waarde": waarde,
            "van": erbij,
            "bijzijn": erbij,
            "zitting": z,
            "toelichting": GEHEIM,
        },
    )


def written(feiten: list[Feit]) -> Dossier:
    return fold(_stamped(feiten))


def _stamped(feiten: list[Feit]) -> list[Gebeurtenis]:
    return [stamp(f, door="Kim", tijd=NU) for f in feiten]


def screens(d: Dossier) -> list[object]:
    """All that a joint table gets to see in a whole conversation: every step, move, told line and overview."""
    gezien: list[object] = []
    teller = iter(range(10_000))

    def kies(stap: Stap) -> Reactie:
        gezien.append(stap)
        n = next(teller)
        if stap.id.startswith("loop/"):
            raise Genoeg
        if n % 7 == 3:
            return Beweging("overzicht")
        if n % 11 == 5:
            return Beweging("terug")
        if "/meer_" in stap.id:
            return "ja" if stap.id.endswith(("afspraak_1", "actie_1")) else "nee"
        if n % 5 == 0:
            return MetToelichting(any_answer(stap), GEHEIM)
        return any_answer(stap)

    na, speler, _ = play(d, kies)
    return [*gezien, *speler.wat, *speler.overzichten, overview(na, omgeving(), "aan_tafel")]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_twee_dossiers_die_alleen_verschillen_in_wat_alleen_is_gezegd_zijn_aan_tafel_gelijk(
    data: st.DataObject,
) -> None:
    """Elk scherm van een heel gesprek samen, met terug, overzicht en wat er tussendoor wordt gezegd."""
    zonder = written([*base(), *joint()])
    alleen = [f for n in range(1, data.draw(st.integers(1, 3)) + 1) for f in solo_session(data, n)]
    met = written([*base(), *alleen, *joint()])
    assert aan_tafel.at_table(met) == aan_tafel.at_table(zonder)
    a, b = screens(met), screens(zonder)
    assert a == b
    assert GEHEIM not in str(a)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_ook_of_een_gesprek_samen_mag_beginnen_is_aan_tafel_niet_te_zien(data: st.DataObject) -> None:
    """Met of zonder reden om te wachten: aan tafel is het begin gelijk, en het is het gewone eind van een deel."""
    begin = joint()[:-1]
    alleen = [f for n in range(1, data.draw(st.integers(1, 3)) + 1) for f in solo_session(data, n)]
    met, zonder = written([*base(), *alleen, *begin]), written([*base(), *begin])
    assert aan_tafel.at_table(met) == aan_tafel.at_table(zonder)
    a, b = screens(met), screens(zonder)
    assert a == b
    assert [s.id for s in a if isinstance(s, Stap)] == ["loop/deel_klaar"]


def test_nog_niet_beginnen_en_nog_niets_gekozen_zijn_aan_tafel_hetzelfde() -> None:
    begin = [*base(), *joint()[:-1]]
    nog_niet = written([*begin, value_given("zitting:9", "opening", "nog_niet")])
    assert aan_tafel.at_table(nog_niet) == aan_tafel.at_table(written(begin))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_ook_wat_de_professional_midden_in_het_gesprek_op_het_werkscherm_doet_verandert_de_tafel_niet(
    data: st.DataObject,
) -> None:
    """Samen begonnen, dan een moment alleen, dan weer samen: de tafel weet alleen van samen."""
    begin = [*base(), *joint(1), _begin(AFNAME)]
    samen = [_joint_answer(data, v) for v in _some(data, "directe-veiligheid")]
    gekozen = data.draw(st.lists(st.sampled_from(professional("zitting:1")), max_size=6))
    zonder = written([*begin, *samen, *joint(9)])
    met = written([*begin, *gekozen, *samen, *solo_session(data, 2), *joint(9)])
    assert list(steps(met, omgeving(), "aan_tafel")) == list(steps(zonder, omgeving(), "aan_tafel"))
    assert overview(met, omgeving(), "aan_tafel") == overview(zonder, omgeving(), "aan_tafel")


def _joint_answer(data: st.DataObject, vraag: str) -> Feit:
    feit = _answer(data, "directe-veiligheid", vraag, "zitting:1", None)
    erbij = ["persoon:1", "persoon:2"]
    return Feit(feit.soort, {**feit.inhoud, "van": [], "bijzijn": erbij})


def rich() -> list[Feit]:
    """A session of Noor alone in which everything was said and written, and then a joint one."""
    z = "zitting:1"
    nu = [
        value_given(z, "setting", "alleen", z),
        value_given(z, "aanwezig", ("persoon:1",), z),
        _begin(AFNAME),
    ]
    regel = {"afname": AFNAME, "vraag": "gewond", "waarde": "ja", "bijzijn": ["persoon:1"], "zitting": z}
    nu.append(Feit("antwoord_gegeven", {**regel, "toelichting": GEHEIM}))
    return [*base(), *nu, *professional(z), *joint()]


@pytest.mark.parametrize(
    ("module", "naam", "anders"),
    [
        (aan_tafel, "_heard", lambda *_: True),
        (aan_tafel, "_passes", lambda *_: True),
        (aan_tafel, "_bare", lambda g: g),
        (aan_tafel, "may_pass", lambda *_: True),
        (aan_tafel, "on_plan", lambda *_: True),
    ],
)
def test_een_regel_minder_streng_is_meteen_te_zien(
    module: Any, naam: str, anders: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """De eigenschap kan falen: elke regel die iets weglaat, is nodig."""
    assert screens(written(rich())) == screens(written([*base(), *joint()]))
    monkeypatch.setattr(module, naam, anders)
    try:
        gelijk = screens(written(rich())) == screens(written([*base(), *joint()]))
    except (KeyError, ValueError, IndexError):
        gelijk = False
    assert not gelijk or aan_tafel.at_table(written(rich())) != aan_tafel.at_table(
        written([*base(), *joint()])
    )


def test_wie_alleen_zit_ziet_wat_hij_zelf_zei_en_niet_wat_een_ander_zei() -> None:
    d = written(rich())
    noor = fold(_stamped(_alone("persoon:1", 10)), d)
    sem = fold(_stamped(_alone("persoon:2", 10)), d)
    assert _standing(noor, "gewond") == "ja"
    assert _standing(sem, "gewond") is None
    assert GEHEIM not in str(list(steps(sem, omgeving(), "aan_tafel")))
    eigen = [s.id for s in steps(noor, omgeving(), "aan_tafel") if GEHEIM in str(s)]
    assert eigen == ["cijfer:persoon:1/waarom"]


def _alone(wie: str, nummer: int) -> list[Feit]:
    z = f"zitting:{nummer}"
    return [
        value_given("gesprek", "zitting", nummer, z),
        value_given(z, "setting", "alleen", z),
        value_given(z, "aanwezig", (wie,), z),
        value_given(z, "opening", "nu", z),
        value_given("gesprek", f"begin:{AFNAME}@{z}", None, z),
    ]


def _standing(d: Dossier, vraag: str) -> object:
    return next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == f"afname:{AFNAME}/{vraag}").standaard


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["samen", "alleen", "niemand", "telefoon"]), st.sets(st.sampled_from(list(PERSONEN))))
def test_aan_tafel_komt_elk_gesprek_tot_een_eind_met_alleen_stappen_die_er_mogen_staan(
    setting: str, erbij: set[str]
) -> None:
    """Ook als niet bekend is wie er is: geen vraag komt twee keer, en het eind is altijd «Dit deel is klaar»."""
    z = "zitting:1"
    nu = [value_given(z, "setting", setting, z), value_given(z, "aanwezig", tuple(sorted(erbij)), z)]
    d = written([*base(), *nu, value_given(z, "opening", "nu", z)])
    gezien: list[str] = []
    while True:
        lijst = list(steps(d, omgeving(), "aan_tafel"))
        assert all(s.tafel and s.toelichting is None for s in lijst)
        stap = next_step(d, omgeving(), "aan_tafel")
        if stap is None:
            break
        assert stap.id not in gezien
        gezien.append(stap.id)
        waarde = "nee" if "/meer_" in stap.id else any_answer(stap)
        d = fold(_stamped(list(process(d, omgeving(), stap, waarde, kant="aan_tafel"))), d)
    assert zitting.setting(d) == setting


def test_een_cijfer_aan_tafel_staat_naast_het_cijfer_dat_alleen_is_gegeven() -> None:
    """Noor gaf alleen een 1 en zegt samen een 7: beide blijven, en de gezamenlijke kopie heeft alleen de 7."""
    d = written(rich())
    stap = next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == "cijfer:persoon:1@samen/waarde")
    assert stap.standaard is None
    for veld, waarde in (("waarde", 7), ("over", "gezin"), ("waarom", "Het gaat beter.")):
        stap = next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == f"cijfer:persoon:1@samen/{veld}")
        d = fold(_stamped(list(process(d, omgeving(), stap, waarde, kant="aan_tafel"))), d)
    assert d.waarde("cijfer:persoon:1", "waarde") == 1
    over = zichtbaarheid.reduce_to(d, "gezamenlijk")
    assert over.onderwerpen("cijfer") == ("cijfer:persoon:1@samen",)


def test_een_ernstig_teken_dat_samen_is_gezegd_beeindigt_het_gesprek_aan_tafel_zoals_altijd() -> None:
    """Geen open vraag meer, dezelfde zin, en het overzicht telt niet wat er nog was."""
    z = "zitting:1"
    erbij = ["persoon:1", "persoon:2"]
    tekens = omgeving().instrumenten["directe-veiligheid"].signalen
    assert any(t.stopt_gezamenlijk for t in tekens.values())
    antwoord = {"afname": AFNAME, "vraag": "ernstig", "waarde": ["keel"], "bijzijn": erbij, "zitting": z}
    d = written([*base(), *joint(1), _begin(AFNAME)])
    assert any(s.id == "gesprek/meer_afspraak_1" for s in steps(d, omgeving(), "aan_tafel"))
    d = fold(_stamped([Feit("antwoord_gegeven", antwoord)]), d)
    regels = overview(d, omgeving(), "aan_tafel")
    assert {r.staat for r in regels} <= {"beantwoord", "gelezen", "overgeslagen"}
    _, speler, _ = play(d, lambda stap: Beweging("stoppen"))
    assert [s.tekst for s in speler.gezien] == [omgeving().zin("deel_klaar")]


EIGEN_PLAN = [
    value_given("eigen_plan", "van", "persoon:1"),
    value_given("gesprek", "meer_actie_1", "ja"),
    value_given("actie:1", "wat", GEHEIM),
    value_given("gesprek", "meer_afspraak_1", "ja"),
    value_given("afspraak:1", "wat", GEHEIM),
]
HET_PLAN = ("actie:", "afspraak:", "gesprek/meer_", "regie/", "vervolg/", "extra_samen:", "taak:")


@pytest.mark.parametrize("wie", [None, "persoon:2"], ids=["samen", "de ander alleen"])
def test_is_het_plan_van_een_ander_dan_staat_er_aan_tafel_niets_van_ook_geen_lege_vraag(
    wie: str | None,
) -> None:
    """Noor heeft een eigen plan. Sem ziet niet dat er een actie is, en niemand schrijft er iets overheen."""
    erbij = _alone(wie, 9) if wie else joint()
    d = written([*base(), *EIGEN_PLAN, *erbij])
    ids = [s.id for s in steps(d, omgeving(), "aan_tafel")]
    assert not [i for i in ids if i.startswith(HET_PLAN)]
    assert GEHEIM not in str(screens(d))
    leeg = written([*base(), EIGEN_PLAN[0], *erbij])
    assert screens(d) == screens(leeg)
    assert {"dossier/gemeente", "medewerker/naam"} <= set(ids)
    assert _answered_at_table(d, "dossier/gemeente")


def test_wie_alleen_zit_met_het_eigen_plan_ziet_het_wel() -> None:
    d = written([*base(), *EIGEN_PLAN, *_alone("persoon:1", 9)])
    stap = next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == "actie:1/wat")
    assert stap.standaard == GEHEIM


def _answered_at_table(d: Dossier, id_: str) -> bool:
    return answered(aan_tafel.at_table(d), id_)
