"""Het hele gesprek in een echte terminal: van het eerste scherm tot de kopieën."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

from bestuurder import KORT, Antwoorden, Terminal, catalogus, wachtzin_bestand

from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.velden import HOOFDSTUKVELDEN

GEZIN = KORT | {
    "persoon/naam": ["Noor", "Sem"],
    "persoon/mogelijke_pleger": ["Nee", "Weet niet"],
    "meer_persoon": ["Ja", "Nee"],
    "meer_afspraak_eerste": "Ja",
    "meer_afspraak": "Nee",
    "afspraak/wat": "Sem slaapt bij zijn broer.\nEn hij belt eerst.",
    "afspraak/wie": "Sem",
    "afspraak/tot": "",
    "actie/wat": ["Kim belt elke avond.", "Sem belt de huisarts.", "Tante Ans haalt Bo uit school."],
    "actie/wie": ["Ik zelf, de medewerker", "Sem", "Iemand anders"],
    "afspraak/wie_naam": "tante Ans",
    "actie/direct": "Nee",
    "meer_actie": "Ja",
    "menu/afronden": [
        "Maak de kopie voor iedereen die meedoet",
        "Stel het plan vast",
        "Maak de kopie voor professionals (niet uitreiken)",
        "Klaar voor nu",
    ],
}


def test_het_hele_gesprek_eindigt_met_twee_getekende_kopieen(tmp_path: Path) -> None:
    """Twee mensen, één afspraak, drie acties: aan het eind staan er twee PDF's, en controleer keurt ze goed."""
    kopieen = tmp_path / "kopieen"
    kopieen.mkdir()
    opties = ("--map", str(tmp_path / "kluis"), "--wachtzin-bestand", str(wachtzin_bestand(tmp_path)))
    term = Terminal("nieuw", "--eenvoudig", "--naar", str(kopieen), *opties)
    gezien = term.doorloop(Antwoorden(GEZIN))
    assert term.code() == 0
    assert [v.sleutel for v in gezien].count("actie/wat") == 3
    pdfs = sorted(kopieen.iterdir())
    assert [re.fullmatch(r"(\w+)-[0-9a-f]{8}\.pdf", p.name)[1] for p in pdfs] == ["document", "intern"]
    for pdf in pdfs:
        keuring = Terminal("controleer", str(pdf))
        assert keuring.code() == 0, keuring.scherm
    assert "Traceback" not in term.scherm


def test_elke_vraag_die_het_sjabloon_kent_heeft_hier_een_antwoord() -> None:
    """Wie een veld of een vraag toevoegt, hoort hier welke: dan komt zij ook in de terminal aan de beurt."""
    later = ("partnergeweld/", "kindveiligheid/", "menu/")
    nooit = {"meer_persoon_eerste", "oordeel/niveau", "oordeel/reden", "oordeel/tweede", "actie/wie_naam"}
    # only with an order in force, an interpreter who is no professional, or after consultation
    nooit |= {"zitting/papier"}  # only with --van-papier
    nooit |= {"zitting/tolk_wie", "meer_maatregel"} | {f"maatregel/{v}" for v in VELDEN.get("maatregel", {})}
    nooit |= {f"overleg/{v}" for v in VELDEN.get("overleg", {})}
    nooit |= {f"incident/{v}" for v in VELDEN["incident"]}  # asked by «veiligheidsplan incident»
    meldcode = [
        s for s in VELDEN if s.startswith(("meld", "afweging"))
    ]  # asked by «veiligheidsplan meldcode»
    nooit |= {f"{soort}/{v}" for soort in meldcode for v in VELDEN[soort]}
    nooit |= {f"{soort}/{v}" for soort in HOOFDSTUKVELDEN if soort != "hoofdstukken" for v in VELDEN[soort]}
    nooit |= {f"meer_{h.soort}{w}" for h in HOOFDSTUKKEN if h.vorm == "lijst" for w in ("", "_eerste")}
    open_ = {s for s, _ in catalogus() if not s.startswith(later)} - set(GEZIN) - nooit
    assert open_ == set()
