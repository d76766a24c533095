"""The report of a comparison of two versions, for a person and as JSON. Nothing is printed here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from veiligheidsplan.app.vergelijk import Vergelijkverslag
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.render import findings_as_json, findings_as_text
from veiligheidsplan.instrument.uitslag import number_to_json
from veiligheidsplan.instrument.vergelijking_effect import Deeleffect, Effect, Verschuiving
from veiligheidsplan.instrument.vergelijking_gevallen import Gevalverschil, Uitkomstverschil
from veiligheidsplan.instrument.vergelijking_versie import Vergelijking, number, share, share_of

#: in the open a long list hides what matters; ``--formaat json`` has everything
_MEESTE = 20
#: kinds of change of one thing, with an example each
_MEESTE_SOORTEN = 6
#: how answer sets were counted; see ``instrument/telling.py``
TELWIJZE = (
    "Een antwoordenreeks geeft elke vraag die getoond wordt een antwoord; er ontbreekt er geen. Elk antwoord telt één"
    " keer, en bij meer antwoorden tegelijk elke keuze. Een getal zonder einde telt tot en met de laatste grens."
    " Antwoorden die maar één versie kent, tellen niet mee. Elk gegeven telt in elke stand die verschil maakt, ook"
    " onbekend."
)
_VRAAGT = {0: "geen", 1: "patch", 2: "minor", 3: "major"}


def as_lines(verslag: Vergelijkverslag) -> Iterator[str]:
    """The comparison for a person, without its findings."""
    v = verslag.vergelijking
    if v is None:
        yield f"Niet vergeleken met «{verslag.oud}»."
        return
    yield f"Vergeleken met «{verslag.oud}»: versie {v.oud.versie}, nu {v.nieuw.versie}."
    if verslag.elders:
        yield f"Het instrument stond toen op een andere plek: {verslag.elders}."
    yield from ("", *_changes(v)) if v.wijzigingen else ("Er is niets veranderd aan het instrument.",)
    if v.gevallen.verschillen:
        yield from ("", *_cases(v))
    elif v.gevallen.aantal:
        yield same_outcome(v.gevallen.aantal)
    if v.wijzigingen:
        yield from ("", *_effects(v.effect))


def as_text(verslag: Vergelijkverslag, *, kleur: bool = False) -> str:
    """The comparison with its findings."""
    tekst = clean("\n".join(as_lines(verslag))) + "\n"
    gevonden = findings_as_text(verslag.bevindingen, kleur=kleur)
    return f"{tekst}\n{gevonden}" if gevonden else tekst


def _changes(v: Vergelijking) -> Iterator[str]:
    yield f"Wat er veranderde ({len(v.wijzigingen)}):"
    yield from (f"  - {cut(w.tekst)}" for w in v.wijzigingen[:_MEESTE])
    yield from _more(len(v.wijzigingen))


def _more(aantal: int) -> Iterator[str]:
    if aantal > _MEESTE:
        yield f"  en nog {aantal - _MEESTE}; «--formaat json» noemt alles."


def _cases(v: Vergelijking) -> Iterator[str]:
    anders = v.gevallen.anders
    yield f"Gevallen die anders uitkomen: {len(anders)} van {v.gevallen.aantal}."
    for geval in v.gevallen.verschillen[:_MEESTE]:
        naam = clean(geval.geval.naam, regels=False)
        yield f"  {naam}{'' if geval.uit == 'nieuw' else ' (uit de oude tests)'}"
        yield from (f"    {line}" for line in case_lines(geval))
    yield from _more(len(v.gevallen.verschillen))


def same_outcome(aantal: int) -> str:
    """That no case comes out otherwise."""
    if aantal == 1:
        return "Het geval in de tests komt op hetzelfde uit."
    return f"Alle {aantal} gevallen in de tests komen op hetzelfde uit."


def case_lines(geval: Gevalverschil) -> Iterator[str]:
    """What is otherwise in one case."""
    if geval.kan_niet:
        yield f"niet te vergelijken, {geval.kan_niet}"
    for verschil in geval.verschillen:
        yield f"{' › '.join(verschil.pad)}: {say(verschil.van)} → {say(verschil.naar)}"
    for verschil in geval.verwacht:
        yield f"verwacht › {' › '.join(verschil.pad)}: {say(verschil.van)} → {say(verschil.naar)}"


def _effects(effect: Effect) -> Iterator[str]:
    if not effect.anders and effect.vastgesteld:
        hoeveel = f" ({number(effect.eindniveau.alle)})" if effect.eindniveau.alle else ""
        yield f"Bij alle antwoordenreeksen{hoeveel} blijft de uitkomst dezelfde: niveaus, scores en signalen."
        return
    yield from _effect("Het eindniveau", effect.eindniveau)
    for id_, deel in effect.schalen.items():
        if deel.anders or deel.alle is None:
            yield from _effect(f"De schaal «{id_}»", deel)
    for id_, deel in effect.signalen.items():
        if deel.anders or deel.alle is None:
            yield from _effect(f"Het signaal «{id_}»", deel)
    yield TELWIJZE


def _effect(wat: str, deel: Deeleffect) -> Iterator[str]:
    if deel.alle is None:
        yield f"{wat}: niet vastgesteld, want daarvoor is het instrument te groot."
    elif not deel.anders:
        yield f"{wat} blijft bij alle antwoordenreeksen ({number(deel.alle)}) hetzelfde."
    else:
        hoeveel = f"{number(deel.anders)} van {number(deel.alle)}"
        yield f"{wat} wordt anders bij {share_of(deel.deel)} ({hoeveel}):"
        for verschuiving in deel.verschuivingen[:_MEESTE_SOORTEN]:
            aandeel = share(Fraction(verschuiving.aantal, deel.alle))
            yield f"  {say(verschuiving.van)} → {say(verschuiving.naar)}: {aandeel}"
            yield f"    bijvoorbeeld {example(verschuiving)}"
        if len(deel.verschuivingen) > _MEESTE_SOORTEN:
            yield f"  en nog {len(deel.verschuivingen) - _MEESTE_SOORTEN} soorten; «--formaat json» noemt alles."


def example(verschuiving: Verschuiving) -> str:
    """One answer set: «ruzie: ja, slaan: nee (leeftijd: 18)»."""
    antwoorden = (
        ", ".join(f"{id_}: {say(a)}" for id_, a in verschuiving.antwoorden.items()) or "welk antwoord ook"
    )
    feiten = ", ".join(f"{naam}: {waarde}" for naam, waarde in verschuiving.gegevens.items())
    return f"{antwoorden}{f' (gegevens: {feiten})' if feiten else ''}"


def say(waarde: Any) -> str:
    """A value of an outcome or an answer, in one piece."""
    match waarde:
        case None:
            return "geen"
        case bool():
            return "gaat af" if waarde else "gaat niet af"
        case Fraction():
            return str(number_to_json(waarde)).replace(".", ",")
        case (Fraction() | None, str() | None):
            score, niveau = waarde
            return "geen score" if score is None else f"{say(score)} ({niveau})" if niveau else say(score)
        case list() | tuple():
            return f"[{', '.join(map(str, waarde))}]" if waarde else "geen"
    return str(waarde)


def cut(tekst: str, lengte: int = 300) -> str:
    """A long sentence, shortened in the open."""
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1] + "…"


def as_data(verslag: Vergelijkverslag) -> dict[str, Any]:
    """Everything, for a machine. Counts are texts: they may be longer than a number in JSON can be."""
    v = verslag.vergelijking
    gevonden = json.loads(findings_as_json(verslag.bevindingen))["bevindingen"]
    uit: dict[str, Any] = {"oud": verslag.oud, "elders": verslag.elders, "vergeleken": v is not None}
    if v is not None:
        uit |= {
            "versie_oud": v.oud.versie,
            "versie_nieuw": v.nieuw.versie,
            "vraagt": _VRAAGT[v.vraagt],
            "uitkomst_anders": v.uitkomst_anders,
            "wijzigingen": [
                {
                    "soort": w.soort,
                    "wat": w.wat,
                    "id": w.id,
                    "veld": w.veld,
                    "pad": list(w.pad),
                    "oud": _plain(w.oud),
                    "nieuw": _plain(w.nieuw),
                    "tekst": w.tekst,
                    "vraagt": _VRAAGT[w.vraagt],
                }
                for w in v.wijzigingen
            ],
            "gevallen": {
                "totaal": v.gevallen.aantal,
                "verschillen": [_case(g) for g in v.gevallen.verschillen],
            },
            "effect": {
                "telwijze": TELWIJZE,
                "eindniveau": _part(v.effect.eindniveau),
                "schalen": {id_: _part(deel) for id_, deel in v.effect.schalen.items()},
                "signalen": {id_: _part(deel) for id_, deel in v.effect.signalen.items()},
            },
        }
    return uit | {"bevindingen": gevonden}


def as_json(verslag: Vergelijkverslag) -> str:
    return json.dumps(as_data(verslag), indent=2) + "\n"


def _case(geval: Gevalverschil) -> dict[str, Any]:
    return {
        "naam": geval.geval.naam,
        "uit": geval.uit,
        "verschillen": [_difference(v) for v in geval.verschillen],
        "verwacht": [_difference(v) for v in geval.verwacht],
        "kan_niet": geval.kan_niet,
    }


def _difference(verschil: Uitkomstverschil) -> dict[str, Any]:
    return {"pad": list(verschil.pad), "van": _plain(verschil.van), "naar": _plain(verschil.naar)}


def _part(deel: Deeleffect) -> dict[str, Any]:
    aandeel = deel.deel
    return {
        "vastgesteld": deel.alle is not None,
        "alle": None if deel.alle is None else str(deel.alle),
        "anders": None if deel.alle is None else str(deel.anders),
        "deel": None if aandeel is None else float(aandeel),
        "verschuivingen": [
            {
                "van": _plain(s.van),
                "naar": _plain(s.naar),
                "aantal": str(s.aantal),
                "voorbeeld": {"antwoorden": _plain(s.antwoorden), "gegevens": _plain(s.gegevens)},
            }
            for s in deel.verschuivingen
        ],
    }


def _plain(waarde: Any) -> Any:
    match waarde:
        case Fraction():
            return number_to_json(waarde)
        case Mapping():
            return {str(naam): _plain(deel) for naam, deel in waarde.items()}
        case list() | tuple():
            return [_plain(deel) for deel in waarde]
        case None | bool() | int() | str():
            return waarde
        case BaseModel():
            return waarde.model_dump(mode="json", by_alias=True, exclude_none=True)
    return str(waarde)
