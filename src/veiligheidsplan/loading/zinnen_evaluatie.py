"""The fixed sentences about a review (*evaluatie*): a template without one of them is not whole."""

from __future__ import annotations

from typing import Final

# fmt: off
ZINNEN_EVALUATIE: Final = frozenset({
    "sectie_evaluatie", "sectie_taak", "sectie_taakverslag", "sectie_geweld", "geweld_alleen",
    "geweld_samen", "geweld_zelf", "geweld_gestopt", "geweld_minder", "geweld_gelijk", "geweld_meer",
    "geweld_weet_niet", "geweld_wil_niet_zeggen", "geweld_niet_gevraagd", "evaluatie_geweld",
    "evaluatie_taken", "evaluatie_kop", "evaluatie_te_laat", "evaluatie_eerste", "taak_samen",
    "taak_alleen", "taak_zelf", "taak_onbekend", "nog_direct", "nog_stabiel", "nog_niets",
    "nog_bewijst_niets", "nog_geweld_nooit", "nog_geweld_ongevraagd", "nog_wie_alleen", "nog_wie_samen",
    "nog_wie_zelf", "nog_incident", "nog_vragen_nu", "nog_toen", "nog_niveau", "nog_gezien", "nog_niet_uitgesloten",
    "nog_vraag", "nog_voorwaarde_nee", "nog_voorwaarde_deels", "nog_voorwaarde_onbekend", "nog_taak",
    "nog_taak_onbekend", "nog_vaker_gestopt", "meldcode_weer_geweld", "meldcode_weer_onbekend",
    "meldcode_weer_vast", "meldcode_weer_doel", "monitor_momenten", "monitor_moment",
})
# fmt: on
