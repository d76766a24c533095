"""How what still lacks can be mended (*herstel*): each point of ``volledigheid`` with the place where one does it."""

from __future__ import annotations

from dataclasses import dataclass

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.volledigheid import lacking, open_points
from veiligheidsplan.plan.woorden import fill


@dataclass(frozen=True, slots=True)
class Openpunt:
    """One point that lacks: its code, its sentence, and how to mend it in words."""

    code: str
    zin: str
    hoe: str


#: code -> the section of the conversation where it is mended
_SECTIE = {
    "open_slot": "slot",
    "nog_geweld_ongevraagd": "geweld",
    "nog_taak_onbekend": "taak",
    "open_nu": "nu",
    "open_acties": "actie",
    "open_te_laat": "actie",
    "open_casusregisseur": "regie",
    "open_mandaathouder": "regie",
    "open_contact_datum": "vervolg",
    "open_evaluatie_datum": "vervolg",
    "open_oordeel": "oordeel",
    "open_voorwaarde_te_laat": "voorwaarde",
    "open_voorwaarde_zonder": "voorwaarde",
    "open_actie_los": "voorwaarde",
    "open_fase": "zorg",
    "open_acties_los": "hoofdstukken",
    "open_leefdomeinen": "domein",
    "open_rol": "persoon",
    "open_andere_gemeente": "regie",
    "open_eigen_plan": "eigen_plan",
    "open_eigen_plan_samen": "eigen_plan",
    "open_eigen_plan_reden": "eigen_plan",
    "open_eigen_plan_wie": "eigen_plan",
    "open_bescherming_voorbij": "bescherming",
    "open_bescherming_eind": "bescherming",
    "open_een_plan": "hoofdstukken",
    "open_stemmen": "stem",
    "open_grondslagen": "grondslag",
    "open_grond_toestemming": "grondslag",
    "open_ander_plan": "een_plan",
    "open_twee_regisseurs": "integraal",
    "open_aanleiding_verbod": "maatregel",
    "open_vertegenwoordiger": "vertegenwoordiger",
    "open_helper_weet": "netwerk",
    "open_direct_alleen": "actie",
    "open_niets_gevraagd": "actie",
    "open_geen_professional": "actie",
    "open_gehoord": "stem",
    "open_akkoord_reden": "stem",
    "open_akkoord_onveilig": "stem",
    "open_hulp_vroeg": "zorg",
    "open_tegenspraak": "tegenspraak",
    "open_tolk": "zitting",
    "open_tolk_kind": "zitting",
    "open_tolk_familie": "zitting",
    "open_samen": "overleg",
    "open_verbod_samen": "maatregel",
    "open_verbod_eind": "vervolg",
    "open_verbod_eind_onbekend": "vervolg",
    "open_verbod_datum": "maatregel",
    "open_verbod_dagen": "maatregel",
}


def mending(d: Dossier, o: Omgeving) -> tuple[Openpunt, ...]:
    """Every open point, most urgent first, with how to mend it."""
    punten = zip(open_points(d, o), lacking(d, o), strict=True)
    return tuple(Openpunt(code, zin, _how(d, o, code, over)) for (code, over), zin in punten)


def _how(d: Dossier, o: Omgeving, code: str, over: str) -> str:
    if code == "open_lager":
        return o.zin("herstel_lager")
    if code == "open_verbod_plan":
        return o.zin("herstel_vaststellen")
    if code.startswith(("open_meld", "open_waken", "open_overname", "meldcode_")):
        return o.zin("herstel_meldcode")
    if code == "niet_voldoende_voor_nu":
        return ""  # the points below it say for whom
    soort = kind_of(over) if code == "open_uitvoerder" else _SECTIE.get(code, "")
    if soort == "eigen_plan" and "eigen_plan" not in (d.waarde("hoofdstukken", "gekozen") or ()):
        soort = "hoofdstukken"  # it holds in a closed chapter too
    sectie = o.sjabloon.zinnen.get(f"sectie_{soort}")
    return fill(o.zin("herstel_overzicht"), {"sectie": sectie}) if sectie else o.zin("herstel_verder")
