"""Iemand komt binnen terwijl een opdracht openstaat die alleen voor de professional is."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from tests.plan.omgeving import omgeving

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.faults import Onderbroken
from veiligheidsplan.cli.stappen import ask_choice, ask_text
from veiligheidsplan.cli.tafel import Tafel, seated
from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.stap import Keuze
from veiligheidsplan.storage.kluis import Kluis

GEHEIM = "Welk antwoord van Noor was verkeerd?"
JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))


@pytest.fixture
def tafel(tmp_path: Path) -> Iterator[Tafel]:
    """A dossier that was prepared alone, and a command of the professional in it."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis.db") as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        kast.write(id_, d, [value_given("zitting:1", "setting", zitting.NIEMAND)])
        t = Tafel(kast, id_, omgeving(), eenvoudig=True, map_=tmp_path)
        t.beeld.opdracht = "incident"
        yield t


def typ(monkeypatch: pytest.MonkeyPatch, regels: str) -> io.StringIO:
    """These lines are typed; what is shown comes back."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(regels))
    return io.StringIO()


def test_na_iemand_erbij_komt_de_vraag_pas_terug_als_u_zegt_dat_u_weer_alleen_bent(
    tafel: Tafel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pauze, dan een vraag die iedereen mag lezen; nog iemand erbij is weer pauze; «ja» brengt de vraag terug."""
    beeld = typ(monkeypatch, "erbij\n\nerbij\n\ngevaar\n\n1\n2\n")
    tafel.tell("Alleen voor u.")
    with redirect_stderr(beeld):
        assert ask_choice(tafel, "x", GEHEIM, "Corrigeren", JA_NEE) == "nee"
    getoond = beeld.getvalue()
    tussen = getoond[getoond.index("Even pauze.") : getoond.rindex(GEHEIM)]
    assert tussen.count("Even pauze.") == 2
    assert tussen.count("Aan tafel.") == 3
    assert "Bel 112" in tussen
    assert not [
        woord for woord in (GEHEIM, "Werkscherm", "Corrigeren", "Alleen voor u") if woord in tussen[:-90]
    ]
    assert tafel.beeld.kant == "werkscherm"
    assert tafel.kast.read(tafel.id).waarde("gesprek", "zitting") is None


@pytest.mark.parametrize("weg", ["2\n", "stop\n"])
def test_wie_niet_alleen_is_stopt_en_het_dossier_gaat_verder_als_samen(
    tafel: Tafel, weg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alles is bewaard; de laatste regel zegt niet waar u mee bezig was; hervatten begint aan tafel, dicht."""
    beeld = typ(monkeypatch, f"erbij\n\n{weg}")
    with redirect_stderr(beeld), pytest.raises(Onderbroken) as einde, seated(tafel):
        ask_text(tafel, "x", GEHEIM, "Wat er is gebeurd")
    assert "hervat" in str(einde.value)
    assert "incident" not in str(einde.value) + beeld.getvalue()
    d = tafel.kast.read(tafel.id)
    assert zitting.setting(d) == zitting.SAMEN
    assert zitting.start_view(d) == "aan_tafel"
    assert not zitting.opened(d)


def test_een_toets_die_hier_nergens_heen_gaat_zegt_dat(tafel: Tafel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Het andere scherm en het overzicht zijn er in het gesprek; hier komt de vraag terug met een zin erbij."""
    beeld = typ(monkeypatch, "scherm\noverzicht\n1\n")
    with redirect_stderr(beeld):
        assert ask_choice(tafel, "x", GEHEIM, "Corrigeren", JA_NEE) == "ja"
    assert "Dit deel staat alleen op uw eigen scherm." in beeld.getvalue()
    assert "Hier is geen overzicht." in beeld.getvalue()
