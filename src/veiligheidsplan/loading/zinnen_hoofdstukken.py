"""The sentences of every template for the chapters: headings, «is there another?», what is open."""

from __future__ import annotations

from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN

# fmt: off
ZINNEN_HOOFDSTUKKEN = frozenset({
    "is_van", "nog_niet_bekeken", "rechten_kind", "leeftijd_onbekend", "bescherming_van",
    "bescherming_geen_eind", "herstel_vaststellen", "open_rol", "open_eigen_plan", "open_eigen_plan_reden",
    "open_eigen_plan_wie", "open_verbod_plan", "open_bescherming_voorbij", "open_bescherming_eind",
    "open_een_plan", "open_acties_los", "open_stemmen", "open_grondslagen", "open_grond_toestemming",
    "open_overname_dag", "open_andere_gemeente", "open_eigen_plan_samen",
}) | frozenset(
    zin
    for h in HOOFDSTUKKEN
    for zin in (
        f"sectie_{h.soort}",
        *((f"meer_{h.soort}", f"meer_{h.soort}_eerste") if h.vorm == "lijst" else ()),
    )
)
# fmt: on
