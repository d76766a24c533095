"""The outcome at any moment: signs first, the level after the first impression, never at the table, never a chance."""

from __future__ import annotations

import re

import pytest

from tests.plan.omgeving import events, example, example_dossier, omgeving, with_values
from veiligheidsplan.app.nummers import load_nummers
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.afronden import plan_text
from veiligheidsplan.loading.bestand import load_file
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import places
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.regio import Nummers
from veiligheidsplan.plan.stand import PLEK, lines, most_telling

AFNAME = "directe-veiligheid:1"


def zonder(*soorten: str) -> Dossier:
    """The example household as far as these subjects were not asked yet."""
    return fold(events([f for f in example() if not str(f.inhoud.get("onderwerp", "")).startswith(soorten)]))


def tekst(d: Dossier) -> str:
    return "\n".join(lines(d, omgeving()))


def met(d: Dossier, vraag: str, waarde: object) -> Dossier:
    return fold(events([Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": vraag, "waarde": waarde})]), d)


def test_voor_de_eerste_indruk_staan_er_alleen_signalen_met_wat_u_nu_doet() -> None:
    """Iemand wordt gevolgd: dat staat er meteen, met Veilig Thuis en 112. Het niveau nog niet."""
    gezien = tekst(zonder("indruk", "oordeel"))
    assert "Iemand volgt of bespiedt een ander." in gezien
    assert "Veilig Thuis 0800-2000" in gezien
    assert "eerste indruk" in gezien
    assert "Niveau:" not in gezien
    assert "Direct gevaar" not in gezien


def test_na_de_eerste_indruk_staat_het_niveau_er_met_waar_het_op_rust() -> None:
    gezien = tekst(met(example_dossier(), "zorg", "weet_niet"))
    assert "Niveau: Direct gevaar" in gezien
    assert re.search(r"Er is een antwoord op \d van de \d vragen\.", gezien)
    assert "Weet niet: " in gezien
    assert "Vragen zonder antwoord die nu het meest kunnen veranderen:" in gezien


def test_ook_toon_wacht_met_het_niveau_op_de_eerste_indruk() -> None:
    """Wie halverwege «toon» typt, ziet de signalen en geen niveau; daarna wel."""
    assert "Niveau: " not in plan_text(zonder("indruk", "oordeel"), omgeving(), "professional")
    assert "Iemand volgt" in plan_text(zonder("indruk", "oordeel"), omgeving(), "professional")
    assert "Niveau: Direct gevaar" in plan_text(example_dossier(), omgeving(), "professional")


def test_wat_het_instrument_zelf_zegt_te_doen_staat_voor_het_nummer() -> None:
    regel = next(r for r in lines(example_dossier(), omgeving()) if r.startswith("- Iemand volgt"))
    handeling = example_dossier().afnamen[AFNAME].instrument.signalen["volgen"].handeling
    assert handeling
    assert regel.index(handeling) < regel.index("Wie u belt")


def test_bij_seksueel_geweld_staat_het_centrum_erbij_en_anders_de_twee_vaste_nummers() -> None:
    nummers = load_nummers()
    assert "Centrum Seksueel Geweld" in [n.naam for n in nummers.for_sign("seksueel_geweld")]
    assert [n.nummer for n in nummers.for_sign("iets_nieuws")] == ["112", "0800-2000"]
    kaal = nummers.model_copy(update={"bij_signaal": {}})
    assert [n.nummer for n in kaal.for_sign("iets_nieuws")] == ["112", "0800-2000"]


def test_een_nummer_dat_er_niet_is_kan_niet_bij_een_signaal_staan(tmp_path) -> None:  # type: ignore[no-untyped-def]
    bestand = tmp_path / "nummers.yaml"
    bron = next(iter(load_nummers().nummers))
    bestand.write_text(
        "formaat: 1\nnummers:\n  noodnummer:\n    naam: Noodnummer\n    nummer: '112'\n    wanneer: Bel.\n"
        "    bron: 'https://www.rijksoverheid.nl/'\n    gecontroleerd_op: 2026-11-24\n"
        "bij_signaal:\n  elk: [bestaat_niet]\n",
        "utf-8",
    )
    assert bron == "noodnummer"
    with pytest.raises(BevindingenFout):
        load_file(bestand, Nummers)


def test_een_vraag_waar_een_ernstig_signaal_aan_hangt_gaat_voor() -> None:
    """«ernstig» en «laatste_geweld» zijn allebei open: de vraag met de ernstige signalen komt eerst."""
    d = fold(events([f for f in example() if f.inhoud.get("vraag") not in ("ernstig", "laatste_geweld")]))
    afname = d.afnamen[AFNAME]
    volgorde = most_telling(d, afname, judge(d, afname))
    assert volgorde.index("ernstig") < volgorde.index("laatste_geweld")
    assert "(vraag dit als er niemand anders bij is)" in tekst(d)


def test_wat_beantwoord_is_wordt_niet_opnieuw_genoemd() -> None:
    d = example_dossier()
    afname = d.afnamen[AFNAME]
    for vraag in most_telling(d, afname, judge(d, afname)):
        assert afname.geldend.get(vraag) in (None, "weet_niet", "wil_niet_zeggen", "niet_gevraagd")


def test_het_staat_op_het_werkscherm_in_het_overzicht_en_nooit_aan_tafel() -> None:
    d = with_values(example_dossier(), ("zitting:1", "setting", "niemand"))
    assert PLEK in [r.stap for r in overview(d, omgeving(), "werkscherm")]
    assert PLEK not in [r.stap for r in overview(d, omgeving(), "aan_tafel")]
    assert PLEK not in [p.id for p in places(fold([]), omgeving())]


def test_er_staat_nergens_een_kans_of_procent() -> None:
    assert not re.search(r"%|procent|kans op|waarschijnlijk", tekst(example_dossier()))


def test_zonder_vragenlijst_staat_dat_er() -> None:
    assert lines(fold([]), omgeving()) == ["Er is nog geen vragenlijst begonnen."]


def test_ook_uit_het_overzicht_is_de_uitslag_niet_te_zien_voor_de_eerste_indruk() -> None:
    """Geen bladzijde met het niveau en geen vraag of het past, zolang niet staat wat u zelf dacht."""
    voor, na = zonder("indruk", "oordeel", "gesprek"), zonder("oordeel", "gesprek")
    for d, wel in ((voor, False), (na, True)):
        ids = [p.id for p in places(d, omgeving(), "werkscherm")]
        assert any(i.startswith(f"gesprek/uitslag:{AFNAME}:") for i in ids) is wel
        assert (f"oordeel:{AFNAME}/besluit" in ids) is wel
        assert ("Direct gevaar" in str([r.tekst for r in overview(d, omgeving(), "werkscherm")])) is False


def test_bij_de_vraag_of_het_niveau_past_staat_het_niveau() -> None:
    """De bladzijde ervoor kan langer zijn dan het venster; het niveau volgens de vragenlijst staat boven de vraag."""
    d = with_values(example_dossier(), (f"oordeel:{AFNAME}", "besluit", "hoger"))
    stap = next(p for p in places(d, omgeving(), "werkscherm") if p.id == f"oordeel:{AFNAME}/besluit").maak()
    assert stap.inleiding == "Niveau volgens de vragenlijst: Direct gevaar"
    assert not stap.tafel
