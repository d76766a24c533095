"""Nine households: what each copy holds and never holds, in PDF, Markdown and JSON. Nobody in them exists."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from tests.export.inhoud import alles
from tests.plan.omgeving import omgeving
from tests.verhalen.verhaal import NAMEN, SLEUTELS, Lezing, Verhaal, story
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.velden.achtergrond import ACHTERGROND
from veiligheidsplan.plan.velden.eigen import EIGEN
from veiligheidsplan.plan.velden.mensen import MENSEN
from veiligheidsplan.plan.velden.stemmen import STEMMEN
from veiligheidsplan.plan.velden.veiligheid import VEILIGHEID
from veiligheidsplan.plan.velden.verantwoording import VERANTWOORDING
from veiligheidsplan.plan.volledigheid import lacking

pypdf = pytest.importorskip("pypdf", reason="pypdf is hier niet geïnstalleerd")
KENMERK = "0a1b2c3d"
#: stands as a code in the answers file, and in these words on paper
TITELS = {"West Betuwe"}


def plain(tekst: str) -> str:
    """Words as a reader sees them: no layout, no escapes, no breaks in a word at the end of a line."""
    tekst = unicodedata.normalize("NFC", tekst).replace("\\", "").replace("\u00ad", "")
    return re.sub(r"\s+", " ", tekst)


def copy(v: Verhaal, lezing: Lezing, formaat: Formaat) -> bytes:
    return export(v.dossier, omgeving(), lezing.voor, formaat, kenmerk=KENMERK, eigen=lezing.eigen).inhoud


def text(v: Verhaal, lezing: Lezing, formaat: Formaat) -> str:
    inhoud = copy(v, lezing, formaat)
    if formaat == "pdf":
        return plain(alles(inhoud))
    if formaat == "json":
        return plain(json.dumps(json.loads(inhoud), ensure_ascii=False))
    return plain(inhoud.decode())


def test_er_zijn_negen_verhalen() -> None:
    assert set(NAMEN) == {
        "jonge_kinderen",
        "ex_partner",
        "ouderen_geld",
        "eer",
        "scheiding",
        "wederzijds",
        "kind_slaat",
        "mantelzorg",
        "verhuisd",
    }


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_woord_staat_in_het_verhaal_op_een_plaats_en_nergens_in_het_sjabloon(naam: str) -> None:
    """Anders bewijst het woord niets."""
    v = story(naam)
    assert set(v.kopieen) <= SLEUTELS
    woorden = {woord for woord, _, _ in v.words()}
    vast = plain(str(omgeving().sjabloon))
    assert len(woorden) > 15
    assert {w for w in woorden if v.tekst.count(w) != 1 and w not in TITELS} == set()
    assert {w for w in woorden if w in vast} == set()


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
@pytest.mark.parametrize("naam", NAMEN)
def test_op_elke_kopie_staat_wat_die_lezer_mag_weten_en_niets_anders(naam: str, formaat: Formaat) -> None:
    v = story(naam)
    lezingen = v.readings()
    if (
        formaat == "pdf"
    ):  # drawing is slow: who is on the plan gets what everyone gets, and the others have no page
        lezingen = tuple(x for x in lezingen if x.eigen == "mee" or not x.voor.startswith("persoon"))
    teksten = {lezing: text(v, lezing, formaat) for lezing in lezingen}
    woorden = [(w, x, moet) for w, x, moet in v.words() if x in teksten]
    mist = [(w, lezing) for w, lezing, moet in woorden if moet and w not in teksten[lezing]]
    lekt = [(w, lezing) for w, lezing, moet in woorden if not moet and w in teksten[lezing]]
    assert lekt == []
    assert mist == []


@pytest.mark.parametrize("naam", NAMEN)
def test_geen_kopie_voor_een_bewoner_zegt_slachtoffer_pleger_of_dader(naam: str) -> None:
    v = story(naam)
    for lezing in v.readings()[1:]:
        woorden = text(v, lezing, "json").casefold().replace("slachtofferhulp nederland", "")
        assert [
            w for w in ("slachtoffer", "pleger", "dader", "bron van gevaar", "meldcode") if w in woorden
        ] == []


@pytest.mark.parametrize("naam", NAMEN)
def test_wat_nog_open_is_staat_er_in_hele_zinnen(naam: str) -> None:
    v = story(naam)
    for zin in lacking(v.dossier, omgeving()):
        assert "{" not in zin
        assert "None" not in zin


def test_samen_vullen_de_verhalen_elk_veld_van_elk_hoofdstuk() -> None:
    """Een veld dat in geen enkel huishouden voorkomt, is hier door niemand gelezen."""
    gevuld = {
        (onderwerp.split(":")[0], veld)
        for naam in NAMEN
        for onderwerp, velden in story(naam).dossier.waarden.items()
        for veld, gegeven in velden.items()
        if gegeven.waarde is not None
    }
    delen = (MENSEN, VEILIGHEID, STEMMEN, ACHTERGROND, VERANTWOORDING, EIGEN)
    leeg = {(soort, v) for deel in delen for soort in deel for v in VELDEN[soort]} - gevuld
    assert leeg == set(), "vul dit veld in een antwoorden.yaml, en zeg in kopieen.yaml wie het leest"
