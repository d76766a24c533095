"""Making a copy (*exporteer*): a document for one recipient as bytes, and the event that says so."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.export import EXTENSIES, Formaat, render, replaced, unusable
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.kopie import KAARTEN, Eigendeel, make_copy, reads_as
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.taalbestand import Woordenboek
from veiligheidsplan.plan.tekenen import EERSTE
from veiligheidsplan.plan.tweetalig import in_two_languages
from veiligheidsplan.plan.versie import version_for

HANDTEKENINGVELD = EERSTE
#: how a copy can reach its reader; the last: not at all, because that is not safe
HOE = ("papier", "telefoon", "getoond", "voorgelezen", "niet")


@dataclass(frozen=True, slots=True)
class Exemplaar:
    """A copy that was made: its bytes, a neutral file name, its own random id, and the fact for the log."""

    inhoud: bytes
    naam: str
    kenmerk: str
    feit: Feit
    vervangen: tuple[str, ...] = ()  # the words that stand in it for what cannot be drawn
    bevindingen: tuple[Bevinding, ...] = ()  # what else the professional should know of how it looks


def new_kenmerk() -> str:
    """A random id for one copy; it has nothing to do with the dossier."""
    return secrets.token_hex(4)


def handed(voor: Lezer, kenmerk: str | None, hoe: str) -> Feit:
    """How a copy reached its reader, as one of ``HOE``; without a *kenmerk*: there is no copy."""
    if hoe not in HOE:
        raise ValueError(f"onbekend: {hoe}")
    return Feit("uitgereikt", {"voor": voor, "kenmerk": kenmerk, "hoe": hoe})


def export(
    d: Dossier,
    o: Omgeving,
    voor: Lezer,
    formaat: Formaat,
    *,
    kenmerk: str,
    voorlopig: bool = False,
    eigen: Eigendeel = "niet",
    taal: Woordenboek | None = None,
) -> Exemplaar:
    """The copy for this reader: ``professional``, ``gezamenlijk``, or the id of a person or of who helps.

    With *eigen* the private pages of that person come too, or alone. The name says nothing of whose it is. What is
    for professionals only is called *intern*, and what has private pages *eigen*, so that nobody hands over the wrong
    one of two files. With *taal* the
    fixed texts stand there in that language too.
    """
    document = make_copy(d, o, voor, kenmerk=kenmerk, voorlopig=voorlopig, eigen=eigen)
    if taal is not None:
        document = in_two_languages(document, o, taal)
    feit = Feit(
        "kopie_gemaakt",
        {
            "voor": voor,
            "kenmerk": kenmerk,
            "formaat": formaat,
            "voorlopig": voorlopig,
            "eigen": eigen,
            "versie": version_for(d, reads_as(d, voor)).nummer,
            **({"taal": taal.taal, "leeshulp": not taal.bestand.approved} if taal else {}),
        },
    )
    # a card is named as any other copy: its name is found where the card is
    gewoon = eigen in ("niet", *KAARTEN)
    soort = "intern" if voor == PROFESSIONAL else "document" if gewoon else "eigen"
    naam = f"{soort}-{kenmerk}.{EXTENSIES[formaat]}"
    vervangen, gezien = replaced(document, formaat), unusable(document, formaat)
    return Exemplaar(render(document, formaat), naam, kenmerk, feit, vervangen, gezien)
