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
    "moment_ronde", "moment_voor", "moment_nu", "moment_versie", "moment_versie_nu", "verloop_cijfers",
    "verloop_geen_gemiddelde", "verloop_geen_cijfer", "verloop_geen_score", "verloop_tussen",
    "verloop_breuk", "verloop_eerst_indruk", "verloop_kort", "verloop_niet_uitgesloten",
    "verloop_geen_signaal", "verloop_tabel", "verloop_kop_datum", "verloop_kop_versie",
    "verloop_kop_niveau", "verloop_kop_score", "verloop_kop_signalen",
    "waarom_kop", "waarom_score", "waarom_punten", "waarom_geen_antwoord", "waarom_open_bandbreedte",
    "waarom_open_nul", "waarom_open_naar_rato", "waarom_open_ongeldig", "waarom_schaal", "waarom_grens",
    "waarom_gezien", "waarom_niet_uitgesloten", "verschil_kop", "verschil_kop_samen", "verschil_geen", "verschil_nieuw",
    "verschil_weg", "verschil_veld", "verschil_niets", "verschil_eerste_keer", "verschil_versie",
    "verschil_signaal_nieuw", "verschil_signaal_open", "verschil_signaal_weg",
    "verschil_signaal_niet_gevraagd", "ronde_toen", "ronde_er_niet",
    "verschil_niveau", "verschil_actie", "verschil_afspraak", "verschil_medewerker", "verschil_persoon",
    "verschil_incident", "een_eerdere_medewerker", "verloop_weet_niet", "verloop_wil_niet_zeggen",
    "verloop_niet_gevraagd", "verloop_voorvallen", "verloop_voorval", "verloop_voorval_eerst",
    "verloop_dag_onbekend",
})
# fmt: on
