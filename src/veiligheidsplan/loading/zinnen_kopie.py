"""The sentences that a template must hold for copies: who reads what, and the words for a child of each age."""

from __future__ import annotations

from typing import get_args

from veiligheidsplan.plan.document import Plaatjesnaam
from veiligheidsplan.plan.leeftijd import BANDEN

_KIND = ("begin", "begin_boos", "doen", "zelf", "mis", "boos", "helpers", "bellen", "vervolg")

# fmt: off
ZINNEN_KOPIE = frozenset({
    "lijkt_op_adres", "lijkt_op_telefoon", "lijkt_op_mail", "lijkt_op_organisatie", "lijkt_op_plaats",
    "weggelaten_bewaard", "weggelaten_vragenlijst",
    "kopie_wie", "kopie_wat", "kopie_hoe", "kopie_versie", "kopie_voorlopig",
    "kopie_geen_bestand", "kopie_eigen_mee", "kopie_eigen_apart",
    "kopie_eigen_kaart", "kopie_eigen_kaart_met_seintje", "kopie_hoe_onbekend", "kopie_hoe_papier",
    "kopie_hoe_telefoon", "kopie_hoe_getoond", "kopie_hoe_voorgelezen", "kopie_hoe_niet",
    "ondertitel_persoon", "ondertitel_netwerk",
    "netwerk_naam", "netwerk_wat", "netwerk_wanneer", "eigen_taak_direct", "eigen_van_ander",
    "eigen_cijfer_zelf", "jouw_cijfer_zelf", "eigen_cijfer_gezin", "eigen_cijfer_ander", "gaat_over",
    "ondertitel_kind", "kind_titel", "kind_voettekst", "blad_voettekst",
    "kind_eigen", "kind_eigen_uitleg", "kind_werker",
    *(f"plaatje_{beeld}" for beeld in get_args(Plaatjesnaam)),
    *(f"kind_{zin}_{band}" for zin in _KIND for band in BANDEN),
})
# fmt: on
