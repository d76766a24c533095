"""Making a copy (*exporteer*): a document for one recipient as bytes, and the event that says so."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from veiligheidsplan.export import EXTENSIES, Formaat, render
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Ontvanger
from veiligheidsplan.plan.tekenen import EERSTE

HANDTEKENINGVELD = EERSTE


@dataclass(frozen=True, slots=True)
class Exemplaar:
    """A copy that was made: its bytes, a neutral file name, its own random id, and the fact for the log."""

    inhoud: bytes
    naam: str
    kenmerk: str
    feit: Feit


def new_kenmerk() -> str:
    """A random id for one copy; it has nothing to do with the dossier."""
    return secrets.token_hex(4)


def export(
    d: Dossier, o: Omgeving, voor: Ontvanger, formaat: Formaat, *, kenmerk: str, voorlopig: bool = False
) -> Exemplaar:
    """The copy for this recipient. The name says nothing of whose it is.

    What is for professionals only is called *intern*, so that nobody hands over the wrong one of two files.
    """
    document = make_copy(d, o, voor, kenmerk=kenmerk, voorlopig=voorlopig)
    feit = Feit(
        "kopie_gemaakt", {"voor": voor, "kenmerk": kenmerk, "formaat": formaat, "voorlopig": voorlopig}
    )
    naam = f"{'intern' if voor == 'professional' else 'document'}-{kenmerk}.{EXTENSIES[formaat]}"
    return Exemplaar(render(document, formaat), naam, kenmerk, feit)
