"""Het plan op papier: alles wat het gesprek vraagt staat er, en op tafel ligt alleen wat iedereen mag lezen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.plan.omgeving import NU, omgeving
from tests.plan.spel import any_answer
from tests.plan.test_eigen_vragen import SAMEN, question, surroundings
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading.finder import find_instrument_by_id
from veiligheidsplan.loading.models import laad_instrument
from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.document import Alinea, Blok, Document, Invulveld, Kader, Kop
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import next_step, process, value_given
from veiligheidsplan.plan.papier import paper_forms
from veiligheidsplan.plan.papier_instrument import codebook, paper_instrument
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie
from veiligheidsplan.plan.stap import Stap, Waarde


@pytest.fixture(scope="module")
def formulieren() -> tuple[Document, Document]:
    """The form for the table and the one for the professional."""
    return paper_forms(omgeving())


def questions(document: Document) -> list[str]:
    """Every question on a form, in order."""
    return [b.vraag for b in document.blokken if isinstance(b, Invulveld)]


def words(blokken: tuple[Blok, ...]) -> Iterator[str]:
    """Every text of the blocks that a person can read."""
    for b in blokken:
        match b:
            case Invulveld():
                yield from (b.vraag, *b.uitleg, *b.keuzes)
            case Kader():
                yield from (b.titel, *words(b.blokken))
            case Kop() | Alinea():
                yield b.tekst


def test_geen_vraag_die_alleen_gesteld_mag_worden_staat_op_het_formulier_voor_aan_tafel(
    formulieren: tuple[Document, Document],
) -> None:
    """Ook niet in een voorwaarde of in de uitleg bij een andere vraag."""
    op_tafel = "\n".join(words(formulieren[0].blokken))
    for instrument in omgeving().instrumenten.values():
        for id_, vraag in instrument.vragen.items():
            if instrument.bijzijn[id_]:
                assert vraag.tekst not in op_tafel, id_
    for woord in ("bron van gevaar kan zijn voor een ander", "eerste indruk", "signaal", "score", "niveau"):
        assert woord not in op_tafel


def test_elke_vraag_van_de_eerste_vragenlijst_staat_op_precies_een_van_de_twee_formulieren(
    formulieren: tuple[Document, Document],
) -> None:
    """Wat niet aan tafel kan, staat op het formulier voor u alleen; er valt niets tussenuit."""
    instrument = omgeving().instrumenten[omgeving().sjabloon.instrumenten.nu]
    alle = questions(formulieren[0]) + questions(formulieren[1])
    for vraag in instrument.vragen.values():
        assert alle.count(vraag.tekst) == 1, vraag.tekst


def test_wat_nieuw_vraagt_staat_op_papier_in_dezelfde_volgorde(
    formulieren: tuple[Document, Document],
) -> None:
    """Een gesprek met een van twee mensen: elke vraag staat op een van de twee formulieren, van boven naar beneden."""
    gezien = list(dict.fromkeys(_asked()))
    for document in formulieren:
        op_papier = questions(document)
        samen = [tekst for tekst in gezien if tekst in op_papier]
        assert len(samen) > 8
        assert samen == sorted(samen, key=op_papier.index)
    overal = questions(formulieren[0]) + questions(formulieren[1])
    assert not [tekst for tekst in gezien if tekst not in overal]


def _asked() -> Iterator[str]:
    """What the werkscherm asks, but for what only exists on the computer."""
    d, o = Dossier(), omgeving()
    while (stap := next_step(d, o, "werkscherm")) is not None:
        # why there are fewer than three actions: asked when there are, after the paper
        if (
            not stap.id.startswith(("gesprek/", "oordeel:", "zitting:", "acties/"))
            and stap.id != "dossier/alias"
        ):
            yield stap.tekst
        d = fold([stamp(f, door="Kim", tijd=NU) for f in process(d, o, stap, _answer(stap))], d)


def _answer(stap: Stap) -> Waarde:
    veld = stap.id.rsplit("/", 1)[1]
    if stap.id.startswith("gesprek/meer_persoon_"):
        return "ja" if stap.id.endswith("_2") else "nee"
    if stap.id in ("gesprek/meer_afspraak_1", "gesprek/meer_actie_1"):
        return "ja"
    if veld == "naam" and stap.id.startswith("persoon:"):
        return f"persoon {stap.id[8]}"
    if veld == "setting":
        return "alleen"
    if veld == "verder":
        return "zelf"
    codes = [k.code for k in (*stap.bijzonder, *stap.keuzes)]
    for code in ("weet_niet", "niet_gevraagd", "later", "nee"):
        if code in codes:
            return code
    if stap.soort == "mededeling" or (not stap.verplicht and stap.soort != "keuze"):
        return None
    return any_answer(stap)


def test_een_formulier_draagt_geen_naam_en_geen_kenmerk(formulieren: tuple[Document, Document]) -> None:
    """Er is nog geen dossier: twee afdrukken op een dag zijn gelijk."""
    assert formulieren == paper_forms(omgeving())
    assert all(not d.kenmerk for d in formulieren)
    assert not formulieren[0].merk
    assert formulieren[1].merk


@pytest.mark.parametrize("id_", ["directe-veiligheid", "partnergeweld", "kindveiligheid"])
def test_een_leeg_formulier_van_een_instrument_heeft_elke_vraag_en_geen_punten(id_: str) -> None:
    """Een formulier kan op tafel liggen: wat een antwoord betekent staat er niet."""
    instrument = load(id_)
    formulier = paper_instrument(instrument, omgeving().vandaag, None)
    assert questions(formulier) == [v.tekst for v in instrument.vragen.values()]
    tekst = "\n".join(words(formulier.blokken)).lower()
    for woord in (
        "punten",
        "score",
        *(n.titel.lower() for n in instrument.niveaus.values() if n.titel),
    ):
        assert woord not in tekst


def test_een_formulier_voor_bij_een_kind_heeft_alleen_wat_een_kind_mag_horen() -> None:
    """Dezelfde keuze als «instrument toon --bij kind»."""
    instrument = load("partnergeweld")
    met_kind = questions(paper_instrument(instrument, omgeving().vandaag, "kind"))
    assert met_kind == [
        v.tekst
        for id_, v in instrument.vragen.items()
        if not {"kind", "iedereen"} & set(instrument.bijzijn[id_])
    ]


@pytest.mark.parametrize("id_", ["directe-veiligheid", "partnergeweld", "kindveiligheid"])
def test_een_codeboek_noemt_elke_code_elk_niveau_en_elk_signaal(id_: str) -> None:
    """Wie een bestand met antwoorden maakt of telt, vindt hier alles wat erin kan staan."""
    from veiligheidsplan.export import render

    instrument = load(id_)
    tekst = render(codebook(instrument, omgeving().vandaag), "json").decode()
    codes = [code for v in instrument.vragen for code in instrument.antwoorden_van(v)]
    for woord in (*instrument.vragen, *codes, *instrument.schalen, *instrument.niveaus, *instrument.signalen):
        assert woord in tekst, woord


def load(id_: str) -> Instrument:
    """One of the instruments that are shipped."""
    return laad_instrument(find_instrument_by_id(id_))


def paper_session(setting: str) -> Dossier:
    """A dossier whose first session was held on paper."""
    feiten = [
        Feit("dossier_begonnen", {"sjabloon": omgeving().sjabloonkenmerk}),
        value_given("gesprek", "van_papier", 1),
        value_given("zitting:1", "setting", setting, "zitting:1"),
    ]
    return fold([stamp(f, door="Kim", tijd=NU) for f in feiten])


@pytest.mark.parametrize("setting", ["alleen", "samen", "telefoon"])
def test_wie_overneemt_van_papier_is_zelf_alleen_en_begint_op_het_werkscherm(setting: str) -> None:
    """Hoe het gesprek wás, bepaalt wie wat mocht horen; wie er nu typt, zit alleen. Eerst komt de dag."""
    d = paper_session(setting)
    assert zitting.start_view(d) == "werkscherm"
    stap = next_step(d, omgeving(), "werkscherm")
    assert stap is not None
    assert stap.id == "zitting:1/papier"


def test_een_volgend_gesprek_is_niet_meer_van_papier() -> None:
    """Daarna geldt weer wat altijd geldt: met anderen erbij begint het aan tafel."""
    d = fold(
        [
            stamp(value_given(*w), door="Kim", tijd=NU)
            for w in (("gesprek", "zitting", 2), ("zitting:2", "setting", "samen"))
        ],
        paper_session("alleen"),
    )
    assert not zitting.from_paper(d)
    assert zitting.start_view(d) == "aan_tafel"


def test_een_vraag_van_een_gemeente_komt_vanzelf_op_het_formulier_dat_haar_mag_dragen() -> None:
    """Het formulier komt uit het gesprek, niet uit een lijst die iemand moet bijhouden."""
    vragen = {"a": question("keuze", SAMEN), "b": question("tekst"), "c": question("datum")}
    o = surroundings({"wijk": Extrasectie(titel="Hulp in de wijk", zichtbaar_voor=SAMEN, vragen=vragen)})
    tafel, werk = (questions(d) for d in paper_forms(o))
    assert "Een vraag keuze?" in tafel
    for tekst in ("Een vraag tekst?", "Een vraag datum?"):
        assert tekst in werk
        assert tekst not in tafel
