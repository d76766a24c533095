"""What a professional does where nobody else looks, at random, in every part of the program: for tests of the table.

Everything that these sessions add is for professionals, or was said by one person alone. What the plan itself says
to everyone (an agreement, an action, who leads, the next contact) is left out: that belongs at the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from random import Random
from typing import Any

from tests.plan.omgeving import events
from tests.plan.test_eigen_vragen import with_all
from tests.plan.test_wandeling import other
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan import corrigeer, gesprek, incident, meldcode_vragen, verslag, zitting
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.archief import archive
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.model import SAMEN_CIJFER, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek

GEHEIM = "zwaluwstaart"
#: five people of whom three stand on the plan: an ex-partner, two children and a grandmother around Noor
HUIS = {
    "persoon:1": ("Noor", "volwassene", "ja"),
    "persoon:2": ("Sem", "volwassene", "ja"),
    "persoon:3": ("Bo", "kind", "ja"),
    "persoon:4": ("Isa", "kind", "nee"),
    "persoon:5": ("Oma Ans", "volwassene", "nee"),
}
SAMEN = ("persoon:1", "persoon:2")
#: what stands on the plan that everyone reads, and who sits there: the same in both dossiers
_VAN_IEDEREEN = frozenset(
    {
        "afspraak",
        "actie",
        "regie",
        "vervolg",
        "medewerker",
        "extra_samen",
        "zitting",
        "evaluatie",
        "eigen_plan",
    }
)
_HARDOP = frozenset({"instrument_begonnen", "antwoord_gegeven"})
_VAN_WIE_ER_IS = frozenset({"naam", "soort", "op_plan"})


@cache
def gemeente() -> Omgeving:
    """A municipality with a question of every kind of its own: for professionals, and for everyone."""
    return with_all()


def shared(r: Random) -> Dossier:
    """The same in both: the household, an earlier joint round of two instruments, agreements, actions, numbers."""
    o, z = gemeente(), "zitting:1"
    feiten = [Feit("dossier_begonnen", {"sjabloon": o.sjabloonkenmerk})]
    feiten += [value_given("dossier", "gemeente", "tiel"), value_given("medewerker", "naam", "Kim")]
    for p, (naam, soort, op_plan) in HUIS.items():
        feiten += [value_given(p, v, w) for v, w in (("naam", naam), ("soort", soort), ("op_plan", op_plan))]
    feiten += sits(1, SAMEN)
    for id_ in ("directe-veiligheid:1", "partnergeweld:1"):
        feiten += [start_instrument(Dossier(), o, id_), *_joint(r, o, id_, z)]
    if r.random() < 0.5:  # a new round, with the answers of the one before to confirm
        feiten += [start_instrument(Dossier(), o, "partnergeweld:2"), *_joint(r, o, "partnergeweld:2", z)]
    for onderwerp, veld, waarde in (
        ("gesprek", "meer_afspraak_1", "ja"),
        ("afspraak:1", "wat", "Sem belt elke avond."),
        ("afspraak:1", "wie", "persoon:2"),
        ("gesprek", "meer_actie_1", "ja"),
        ("actie:1", "wat", "Noor slaapt bij haar zus."),
        (f"cijfer:persoon:1{SAMEN_CIJFER}", "waarde", 6),
        (f"cijfer:persoon:1{SAMEN_CIJFER}", "setting", "samen"),
        (f"cijfer:persoon:1{SAMEN_CIJFER}", "over", "gezin"),
    ):
        if r.random() < 0.7:
            feiten.append(value_given(onderwerp, veld, waarde, z))
    return fold(events(feiten))


def sits(nummer: int, erbij: tuple[str, ...], setting: str = "samen", **meer: Any) -> list[Feit]:
    """A session of these people, in which the part at the table began."""
    z = f"zitting:{nummer}"
    velden = {"setting": setting, "aanwezig": erbij, "opening": "nu", **meer}
    return [
        value_given("gesprek", "zitting", nummer, z),
        *(value_given(z, v, w, z) for v, w in velden.items()),
    ]


def _joint(r: Random, o: Omgeving, id_: str, z: str) -> Iterator[Feit]:
    i = o.instrumenten[id_.split(":")[0]]
    for vraag in i.vragen:
        codes = list(i.antwoorden_van(vraag))
        if not codes or r.random() < 0.5:
            continue
        waarde: Any = r.choice([*codes, "weet_niet"])
        if i.vragen[vraag].type == "meerkeuze" and waarde != "weet_niet":
            waarde = [waarde]
        regel = {"afname": id_, "vraag": vraag, "waarde": waarde, "van": [], "bijzijn": list(SAMEN)}
        yield Feit("antwoord_gegeven", {**regel, "zitting": z})


def alone(
    d: Dossier, r: Random, nummer: int, stappen: int = 40, log: list[Gebeurtenis] | None = None
) -> Dossier:
    """After a session with one person, by phone, or of nobody: what the werkscherm offers, answered at random."""
    o = gemeente()
    wie = r.choice([*HUIS, None])
    hoe = r.choice(["alleen", "telefoon"]) if wie else "niemand"
    begin = events(sits(nummer, (wie,) if wie else (), hoe))
    if log is not None:
        log.extend(begin)
    return worked(fold(begin, d), o, r, stappen, log)


def worked(d: Dossier, o: Omgeving, r: Random, stappen: int, log: list[Gebeurtenis] | None = None) -> Dossier:
    """After so many things that the professional does on the werkscherm, in the session that goes on.

    Where more people are, what an instrument asks is asked aloud: that is an answer of everyone there, and left out.
    """
    samen = zitting.together(d)

    def write(feiten: Iterable[Feit]) -> None:
        nonlocal d
        mag = (f for f in feiten if not of_everyone(f) and not (samen and f.soort in _HARDOP))
        nieuw = events(list(mag))
        if log is not None:
            log.extend(nieuw)
        d = fold(nieuw, d)

    write(
        [value_given("hoofdstukken", "gekozen", tuple(k.code for k in _chapters(d, o) if r.random() < 0.6))]
    )
    for id_ in ("directe-veiligheid:1", "partnergeweld:1", "kindveiligheid:1"):
        if r.random() < 0.6 and id_ not in d.afnamen:
            write([start_instrument(d, o, id_, over="persoon:4" if "kind" in id_ else None)])
    write(
        [value_given("gesprek", f"meer_{s}_1", "ja") for s in ("maatregel", "eigen_actie", "zorg", "contact")]
    )
    write([value_given("persoon:6", v, w) for v, w in (("naam", GEHEIM), ("op_plan", "nee"))])
    for _ in range(stappen):
        with suppress(BevindingenFout):
            write(r.choice(_DADEN)(d, o, r))
    return d


def _chapters(d: Dossier, o: Omgeving) -> tuple[Any, ...]:
    return next(p for p in gesprek.places(d, o) if p.id == "hoofdstukken/gekozen").maak().keuzes


def of_everyone(f: Feit) -> bool:
    """Whether this fact may rightly change what stands at the table."""
    onderwerp, veld = str(f.inhoud.get("onderwerp", "")), str(f.inhoud.get("veld", ""))
    match kind_of(onderwerp):
        case "persoon":
            erop = (veld, f.inhoud.get("waarde")) == ("op_plan", "ja")
            return erop or (onderwerp in HUIS and veld in _VAN_WIE_ER_IS)
        case "dossier":
            return veld == "gemeente"
        case "gesprek":
            return veld == "zitting" or veld.startswith(("meer_afspraak", "meer_actie"))
        case "cijfer":
            return onderwerp.endswith(SAMEN_CIJFER) or f.inhoud.get("waarde") == "samen"
        case soort:
            return soort in _VAN_IEDEREEN


def _answer(plekken: Callable[[Dossier, Omgeving], Iterator[Plek]]) -> Callable[..., Iterable[Feit]]:
    def doe(d: Dossier, o: Omgeving, r: Random) -> Iterable[Feit]:
        alle = [p for p in plekken(d, o) if not p.id.startswith(("stand/", "zitting:"))]
        soort = r.choice(
            [*sorted({kind_of(p.id) for p in alle}), "afname", "afname"]
        )  # no part drowns another
        stap = r.choice([p for p in alle if kind_of(p.id) == soort] or alle).maak()
        waarde = f"{GEHEIM} {r.random()}" if stap.soort == "tekst" else other(r, stap)
        return gesprek.process(d, o, stap, waarde, toelichting=GEHEIM if r.random() < 0.3 else None)

    return doe


def _incident(d: Dossier, o: Omgeving, r: Random) -> Iterable[Feit]:
    onderwerp = incident.unfinished(d) or incident.new_id(d)
    for stap in incident.steps(d, o, onderwerp):
        yield from gesprek.process(d, o, stap, GEHEIM if stap.soort == "tekst" else other(r, stap))


def _correct(d: Dossier, o: Omgeving, r: Random) -> Iterable[Feit]:
    alle = [
        c for c in corrigeer.corrections(d, o) if c.account is None or not verslag.is_joint(c.account.bron)
    ]
    c = r.choice(alle)
    return corrigeer.correct(d, o, c, GEHEIM if c.stap.soort == "tekst" else other(r, c.stap), GEHEIM)


def _archive(d: Dossier, o: Omgeving, r: Random) -> Iterable[Feit]:
    weg = [k.code for k in corrigeer.removable(d, o) if k.code not in HUIS]
    return () if not weg else archive(d, r.choice(weg), GEHEIM)


def _establish(d: Dossier, o: Omgeving, r: Random) -> Iterable[Feit]:
    return (establish(d, o, reden="niet_veilig_om_te_vragen", toelichting=GEHEIM),)


_WERK = _answer(gesprek.places)
_DADEN: tuple[Callable[[Dossier, Omgeving, Random], Iterable[Feit]], ...] = (
    *[_WERK] * 22,
    *[_answer(meldcode_vragen.places)] * 2,
    _incident,
    _correct,
    _correct,
    _archive,
    _establish,
)
