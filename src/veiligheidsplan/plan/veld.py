"""One field of the plan (*veld*): of what kind it is, and whom it may reach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from veiligheidsplan.plan.stap import Stapsoort


class Zicht(StrEnum):
    """Whom a field may reach, besides the professional."""

    PROFESSIONAL = "professional"  # nobody else
    GEZAMENLIJK = "gezamenlijk"  # joint-safe by definition: decided and said where all are present
    ALS_SAMEN = "als_samen"  # joint only when it was given in the joint setting
    ALS_OP_PLAN = "als_op_plan"  # joint only for a person who stands on the joint plan
    ALS_AKKOORD = "als_akkoord"  # joint only when asking was safe for everyone (see ``stemmen``)
    ALS_GELEZEN = "als_gelezen"  # joint only for another professional who read the plan
    ALS_GEDEELD = (
        "als_gedeeld"  # joint only when the professional said of this item that everyone may read it
    )
    EIGENAAR = "eigenaar"  # the private pages of whose item it is, and nobody else (see ``eigendom``)


@dataclass(frozen=True, slots=True)
class Veld:
    """One field. ``keuzes`` are codes, or the name of a list that the dossier or the region brings (``@personen``)."""

    soort: Stapsoort
    zicht: Zicht  # never left out: whoever makes a field says whom it may reach
    verplicht: bool = True
    keuzes: tuple[str, ...] | str = ()
    bijzonder: tuple[str, ...] = ()
    van: int | None = None
    tot: int | None = None
    meer_regels: bool = False
    niet_voor_vandaag: bool = False  # a date in the past is a slip
    al_geweest: bool = (
        False  # about what happened: a date that has not come yet is a slip, or a plan that may fail
    )


JA_NEE = ("ja", "nee")
JA_NEE_WEET_NIET = ("ja", "nee", "weet_niet")
ONBEKEND = ("weet_niet", "wil_niet_zeggen")
VRIJ = (*JA_NEE_WEET_NIET, "niet_gevraagd")
