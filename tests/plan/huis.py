"""A small household for tests of who may talk with whom: Noor, Sem and the child Bo, and any session."""

from __future__ import annotations

from collections.abc import Mapping

from tests.plan.omgeving import events, omgeving
from tests.plan.spel import Genoeg, Kies, any_answer
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import process, steps, value_given
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap

AFNAME = "directe-veiligheid:1"
NOOR, SEM, BO = "persoon:1", "persoon:2", "persoon:3"


def household() -> Dossier:
    """Noor and Sem, adults; Bo, a child. Of nobody is known that they are a source of danger."""
    feiten = [value_given("dossier", "alias", "kievit"), value_given("dossier", "gemeente", "nijmegen")]
    for p, naam, soort in (
        (NOOR, "Noor", "volwassene"),
        (SEM, "Sem", "volwassene"),
        (BO, "Bo", "kind"),
    ):
        waarden = {"naam": naam, "soort": soort, "leeftijd": None, "woont_hier": "ja"}
        waarden |= {"mogelijke_pleger": "weet_niet", "op_plan": "ja"}
        feiten += [value_given(p, veld, w) for veld, w in waarden.items()]
    feiten.append(value_given("gesprek", "meer_persoon_4", "nee"))
    return fold(events(feiten))


def session(d: Dossier, nummer: int, setting: str, *erbij: str) -> Dossier:
    """A new session, in which nothing else was asked yet."""
    z = f"zitting:{nummer}"
    feiten = [value_given("gesprek", "zitting", nummer, z), value_given(z, "setting", setting, z)]
    return fold(events([*feiten, value_given(z, "aanwezig", erbij, z)]), d)


def said(d: Dossier, vraag: str, waarde: object, nummer: int, *erbij: str) -> Dossier:
    """An answer to a question about now, given in this session."""
    begin = () if AFNAME in d.afnamen else (start_instrument(d, omgeving(), AFNAME),)
    regel = {"afname": AFNAME, "vraag": vraag, "waarde": waarde, "bijzijn": list(erbij)}
    return fold(events([*begin, Feit("antwoord_gegeven", {**regel, "zitting": f"zitting:{nummer}"})]), d)


def answer(d: Dossier, id_: str, waarde: Reactie) -> Dossier:
    """The step on the werkscherm, answered as a person would."""
    stap = at(d, id_)
    return fold(events(list(process(d, omgeving(), stap, waarde))), d)  # type: ignore[arg-type]


def at(d: Dossier, id_: str) -> Stap:
    """The step on the werkscherm with this id."""
    return next(s for s in steps(d, omgeving()) if s.id == id_)


def walk(antwoorden: Mapping[str, Reactie], tot: str) -> Kies:
    """Answers by step id, else something that fits; from the neutral page to the werkscherm; enough at *tot*."""

    def kies(stap: Stap) -> Reactie:
        if stap.id == tot:
            raise Genoeg
        if stap.id in antwoorden:
            return antwoorden[stap.id]
        if stap.id == "loop/deel_klaar":
            return Beweging("wissel")
        if "/meer_" in stap.id:
            return "nee"
        return any_answer(stap) if stap.verplicht else None

    return kies
