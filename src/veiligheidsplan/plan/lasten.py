"""On whom the actions rest (*lasten*): safety is not left to who is in danger, nor everything to the household."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import IEMAND_ANDERS, MEDEWERKER
from veiligheidsplan.plan.rol import may_be_harmed, may_harm


def findings(d: Dossier, acties: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a professional should look at: (sentence of the template, the person it is about).

    A person who can be a source of danger is asked something: everyone who is known as one; where nobody is, at
    least one of those of whom it is not known.
    """
    direct = [a for a in acties if d.waarde(a, "direct") == "ja"]
    if direct and all(_in_danger(d, str(d.waarde(a, "wie"))) for a in direct):
        yield ("open_direct_alleen", str(d.waarde(direct[0], "wie")))
    if not acties:
        return
    afspraken = tuple(a for a in d.onderwerpen("afspraak") if d.waarde(a, "wat"))
    vragen = {d.waarde(a, "wie") for a in (*acties, *afspraken)}
    yield from (("open_niets_gevraagd", p) for p in _not_asked(d, vragen))
    if MEDEWERKER not in vragen and not _by_the_regisseur(d, (*acties, *afspraken)):
        yield ("open_geen_professional", "")


def _in_danger(d: Dossier, wie: str) -> bool:
    """Somebody of the household who may be in danger, also who may be a source of it as well."""
    return wie in d.onderwerpen("persoon") and may_be_harmed(d, wie)


def _not_asked(d: Dossier, gevraagd: set[object]) -> tuple[str, ...]:
    personen = d.onderwerpen("persoon")
    bekend = tuple(p for p in personen if may_harm(d, p) == "ja")
    if bekend:
        return tuple(p for p in bekend if p not in gevraagd)
    twijfel = tuple(p for p in personen if may_harm(d, p) == "weet_niet")
    return () if gevraagd.intersection(twijfel) else twijfel[:1]


def _by_the_regisseur(d: Dossier, taken: tuple[str, ...]) -> bool:
    """Whether somebody else who does something is the casusregisseur by name."""
    naam = d.waarde("regie", "casusregisseur")
    return any(
        naam and d.waarde(t, "wie") == IEMAND_ANDERS and d.waarde(t, "wie_naam") == naam for t in taken
    )
