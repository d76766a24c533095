"""Wat er op de schijf komt te staan: nergens een naam of een antwoord."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

from bestuurder import KORT, Antwoorden, Terminal, wachtzin_bestand

GETYPT = (
    "dossier/alias", "medewerker/naam", "medewerker/organisatie", "medewerker/telefoon", "persoon/naam",
    "indruk/waarom", "afspraak/wat", "actie/wat", "actie/zien", "actie/anders", "afspraak/wie_naam",
    "acties/reden_minder",
    "cijfer/waarom", "regie/casusregisseur", "regie/organisatie", "regie/telefoon", "regie/mandaathouder",
    "vervolg/contact_hoe", "slot/waardoor", "slot/wie_controleert", "slot/wanneer", "oordeel/reden", "oordeel/tweede",
)  # fmt: skip
#: an invented word per field that stands in no library and no template
WOORDEN = {
    sleutel: f"Zwk{''.join(reversed(sleutel.replace('/', '').replace('_', '')))}qx" for sleutel in GETYPT
}
#: chosen answers: words of the template itself, which may not be on the disk either
GEKOZEN = ("Nijmegen", "nijmegen", "directe-veiligheid", "slaapplek", "niet_gezien", "waarde_gegeven")


def sporen(mappen: list[Path]) -> dict[str, list[str]]:
    """Which of the words stand in which file, in any of the ways a program writes text; file names count too."""
    gevonden: dict[str, list[str]] = {}
    for pad in (p for map_ in mappen for p in map_.rglob("*")):
        inhoud = pad.read_bytes().lower() if pad.is_file() else b""
        for woord in (*WOORDEN.values(), *GEKOZEN):
            vormen = {woord.lower().encode(c) for c in ("utf-8", "utf-16-le", "utf-16-be")}
            if any(vorm in inhoud for vorm in vormen) or woord.lower() in pad.name.lower():
                gevonden.setdefault(str(pad), []).append(woord)
    return gevonden


@pytest.fixture
def mappen(tmp_path: Path) -> dict[str, Path]:
    """The places where a program could leave something behind, empty and private to this test."""
    mappen = {naam: tmp_path / naam for naam in ("kluis", "thuis", "tijdelijk", "verslagen", "werk")}
    for map_ in mappen.values():
        map_.mkdir()
    return mappen


def test_na_een_heel_gesprek_staat_nergens_een_naam_of_een_antwoord(
    tmp_path: Path, mappen: dict[str, Path]
) -> None:
    """In elk veld een verzonnen woord. Tijdens het gesprek, na kill -9 en na het einde: geen woord in de kluis,
    de thuismap, de tijdelijke map, de map voor verslagen en de werkmap."""
    omgeving = {
        "HOME": str(mappen["thuis"]),
        "TMPDIR": str(mappen["tijdelijk"]),
        "XDG_STATE_HOME": str(mappen["verslagen"]),
        "PWD": str(mappen["werk"]),
    }
    opties = (
        "--eenvoudig",
        "--map",
        str(mappen["kluis"]),
        "--wachtzin-bestand",
        str(wachtzin_bestand(tmp_path)),
    )
    tabel = (
        KORT
        | WOORDEN
        | {
            "meer_afspraak_eerste": "Ja",
            "meer_afspraak": "Nee",
            "afspraak/wie": "Iemand anders",
            "afspraak/tot": "morgen",
            "actie/wie": "Iemand anders",
            "oordeel/besluit": "Nee, ik schat het lager in",
            "oordeel/niveau": "Geen direct gevaar gezien in wat nu bekend is",
            "zitting/aanwezig": WOORDEN["persoon/naam"],
            "cijfer/over": "Het hele gezin",
        }
    )
    term = Terminal("nieuw", *opties, **omgeving)
    antwoorden = Antwoorden(tabel)
    gesteld = set()
    while (vraag := term.vraag()) is not None and vraag.sleutel != "menu/afronden":
        gesteld.add(vraag.sleutel)
        term.antwoord(vraag, antwoorden.op(vraag))
    assert set(GETYPT) <= gesteld
    assert all(woord in term.scherm for woord in (WOORDEN["actie/wat"], WOORDEN["regie/mandaathouder"]))
    plaatsen = list(mappen.values())
    assert {"kluis.db", "kluis.db-wal", "kluis.db-shm"} <= {p.name for p in mappen["kluis"].iterdir()}
    assert sporen(plaatsen) == {}
    term.proces.kill(9)
    term.code()
    assert sporen(plaatsen) == {}
    verder = Terminal("hervat", *opties, **omgeving)
    gevraagd = [v.sleutel for v in verder.doorloop(antwoorden) if not v.sleutel.startswith("loop/")]
    assert gevraagd[0] == "menu/afronden"
    assert verder.code() == 0
    assert sporen(plaatsen) == {}
    assert [p.name for p in mappen["kluis"].iterdir()] == ["kluis.db"]
    assert not any(list(mappen[naam].rglob("*")) for naam in ("tijdelijk", "verslagen", "werk"))


def test_de_zoeker_naar_sporen_vindt_een_woord_dat_er_wel_staat(tmp_path: Path) -> None:
    """Anders zegt de vorige toets niets."""
    (tmp_path / "a.bin").write_bytes(b"\x00\x01" + WOORDEN["dossier/alias"].upper().encode() + b"\xff")
    (tmp_path / "b.bin").write_bytes(WOORDEN["persoon/naam"].encode("utf-16-le"))
    assert len(sporen([tmp_path])) == 2
