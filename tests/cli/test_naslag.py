"""De documenten zeggen wat het programma doet."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.cli.naslag import commands, reference

WORTEL = Path(__file__).parents[2]


def test_elke_opdracht_staat_in_de_naslag() -> None:
    """De gemaakte bladzijde is gelijk aan die in docs/naslag; wie een opdracht wijzigt, maakt haar opnieuw."""
    bladzijde = reference()
    for woorden in commands():
        assert f"\n## {' '.join(['veiligheidsplan', *woorden])}\n" in bladzijde
    bewaard = (WORTEL / "docs" / "naslag" / "opdrachtregel.md").read_text(encoding="utf-8")
    assert bewaard == bladzijde, "python -m veiligheidsplan.cli.naslag docs/naslag/opdrachtregel.md"


def test_elk_pad_dat_de_documenten_aan_de_voorkant_noemen_bestaat() -> None:
    """Een verwijzing in README, CONTRIBUTING of SECURITY wijst naar een bestand of map die er is."""
    import re

    for naam in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"):
        tekst = (WORTEL / naam).read_text(encoding="utf-8")
        for doel in re.findall(r"\]\(([^)#:]+)\)", tekst):
            assert (WORTEL / doel).exists(), f"{naam} noemt {doel}"


def test_publiccode_heeft_alles_wat_de_standaard_vraagt() -> None:
    """De verplichte sleutels van publiccode.yml 0.4 staan er, met een beschrijving van de goede lengte."""
    import yaml

    inhoud = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    verplicht = {
        "publiccodeYmlVersion", "name", "platforms", "developmentStatus", "softwareType", "description",
        "legal", "maintenance", "localisation",
    }  # fmt: skip
    assert verplicht <= set(inhoud)
    assert inhoud["legal"]["license"] == "EUPL-1.2"
    for taal in inhoud["description"].values():
        assert len(taal["shortDescription"]) <= 150
        assert 150 <= len(taal["longDescription"]) <= 10_000
        assert taal["features"]
