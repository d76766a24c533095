"""Het kader van een sector: elke fout op haar plaats, alle in één keer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.finder import find_meldcode
from veiligheidsplan.loading.meldcode import load_meldcode

GOED = find_meldcode("lokaal-team").read_text(encoding="utf-8")


def faults(tmp_path: Path, *anders: tuple[str, str]) -> list[Bevinding]:
    tekst = GOED
    for oud, nieuw in anders:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    (tmp_path / "kader.yaml").write_text(tekst, encoding="utf-8")
    with pytest.raises(BevindingenFout) as fout:
        load_meldcode(tmp_path / "kader.yaml")
    return list(fout.value.bevindingen)


def test_het_kader_dat_erbij_zit_heeft_vijf_stappen_en_vijf_afwegingen_met_elk_een_bron() -> None:
    kader = load_meldcode(find_meldcode("lokaal-team"))
    assert list(kader.stappen) == ["signalen", "overleg", "gesprek", "wegen", "beslissen"]
    assert list(kader.afwegingen) == ["vermoeden", "gevaar", "hulp_kan", "hulp_aanvaard", "hulp_werkt"]
    assert all(bron.startswith("http") for bron in kader.bronnen.values())


def test_het_kader_legt_zijn_sleutels_uit_en_heeft_korte_zinnen() -> None:
    kader = load_meldcode(find_meldcode("lokaal-team"))
    kop = GOED.split("\nformaat:")[0]
    assert [sleutel for sleutel in type(kader).model_fields if f"# {sleutel} " not in kop] == []
    teksten = [s.uitleg for s in kader.stappen.values()] + [u.tekst for u in kader.uitzonderingen.values()]
    teksten += [deel for a in kader.afwegingen.values() for deel in (a.vraag, a.hulp or "")]
    zinnen = [zin for tekst in teksten for zin in re.split(r"[.?!;:] ?", tekst)]
    assert [zin for zin in zinnen if len(zin.split()) > 20] == []


def test_een_norm_die_er_niet_is_krijgt_haar_regel_en_wat_er_wel_is(tmp_path: Path) -> None:
    (fout,) = faults(tmp_path, ("onthulling: gevaar", "onthulling: gevaren"))
    assert (fout.code, fout.suggestie) == ("VP621", "Bedoelt u «gevaar»?")
    assert fout.plaats is not None
    assert "onthulling: gevaren" in str(fout.plaats.regeltekst)


def test_een_antwoord_dat_de_afweging_niet_heeft_wordt_gevonden(tmp_path: Path) -> None:
    (fout,) = faults(tmp_path, ("melden_bij: [acuut,", "melden_bij: [acut,"))
    assert (fout.code, fout.suggestie) == ("VP621", "Bedoelt u «acuut»?")


def test_een_stap_die_ontbreekt_geeft_vp622(tmp_path: Path) -> None:
    assert "VP622" in [b.code for b in faults(tmp_path, ("  overleg:\n", "  beraad:\n"))]


def test_zonder_norm_bij_een_antwoord_of_een_feit_geeft_vp623(tmp_path: Path) -> None:
    """Beide fouten in één keer: anders zou een dossier niet vragen om melden te wegen."""
    fouten = faults(tmp_path, ("  signaal_gezien: gevaar\n", ""), ("    norm: blijft\n", ""))
    assert sorted(b.code for b in fouten) == ["VP623", "VP623"]


def test_een_onbekende_sector_en_een_pad_worden_geweigerd() -> None:
    for naam, code in (("lokaal-tem", "VP191"), ("../geheim", "VP192")):
        with pytest.raises(BevindingenFout) as fout:
            find_meldcode(naam)
        assert [b.code for b in fout.value.bevindingen] == [code]


@pytest.mark.parametrize("code", ["VP621", "VP622", "VP623"])
def test_elke_code_van_de_meldcode_heeft_uitleg(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instrument", "uitleg", code]) == 0
    assert "Goed:" in capsys.readouterr().out
