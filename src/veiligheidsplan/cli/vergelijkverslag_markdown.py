"""The comparison of two versions as Markdown, to show with a pull request. Text of the user is never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from veiligheidsplan.app.beproef import Proef
from veiligheidsplan.app.vergelijk import Vergelijkverslag
from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.proefverslag import count_cases, failed_lines
from veiligheidsplan.cli.vergelijkverslag import TELWIJZE, case_lines, cut, example, same_outcome, say
from veiligheidsplan.export.markdown import escape
from veiligheidsplan.instrument.vergelijking_effect import Deeleffect, Effect
from veiligheidsplan.instrument.vergelijking_versie import Vergelijking, number, share

_MEESTE = 30
_MEESTE_SOORTEN = 6


def tests_as_markdown(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """Per instrument the cases that fail, what the tests reach, and the comparison where one was asked for."""
    return "\n\n".join("\n".join(_proef(proef, minimaal)) for proef in proeven) + "\n"


def as_markdown(verslag: Vergelijkverslag) -> str:
    """One comparison."""
    return "\n".join(_report(verslag)) + "\n"


def _proef(proef: Proef, minimaal: int | None) -> Iterator[str]:
    yield f"## {escape(proef.id)}"
    yield ""
    yield f"Tests: {escape(count_cases(proef))}."
    if proef.dekking is not None and proef.gevallen:
        genoeg = minimaal is None or proef.dekking.procent >= minimaal
        yield f"De tests bereiken {proef.dekking.procent}%{'' if genoeg else f', en {minimaal}% moet'}."
    yield from _findings(proef.fouten)
    for geval in proef.gevallen:
        if not geval.uitkomst.goed:
            eerste, *rest = (escape(regel) for regel in failed_lines(geval))
            yield ""
            yield f"- **{eerste}**"
            yield from (f"  {regel}" for regel in rest)
    if proef.vergelijking is not None:
        yield ""
        yield from _report(proef.vergelijking)


def _report(verslag: Vergelijkverslag) -> Iterator[str]:
    v = verslag.vergelijking
    if v is None:
        yield f"Niet vergeleken met {escape(verslag.oud)}."
        yield from _findings(verslag.bevindingen)
        return
    yield f"### Vergeleken met {escape(verslag.oud)}: versie {escape(v.oud.versie)}, nu {escape(v.nieuw.versie)}"
    if verslag.elders:
        yield f"\nHet instrument stond toen op een andere plek: {escape(verslag.elders)}."
    yield from _findings(verslag.bevindingen)
    yield ""
    if not v.wijzigingen:
        yield "Er is niets veranderd aan het instrument."
    else:
        yield from (f"- {escape(cut(w.tekst))}" for w in v.wijzigingen[:_MEESTE])
        yield from _more(len(v.wijzigingen))
        yield from _effect(v.effect)
    yield from _cases(v)


def _findings(bevindingen: Sequence[Bevinding]) -> Iterator[str]:
    for b in bevindingen:
        wat = "Fout" if b.ernst is Ernst.FOUT else "Let op"
        yield ""
        yield f"> **{wat} {escape(b.code)}:** {escape(b.uitleg)} {escape(b.suggestie or '')}".rstrip()


def _effect(effect: Effect) -> Iterator[str]:
    delen = [
        ("eindniveau", effect.eindniveau),
        *((f"schaal {id_}", deel) for id_, deel in effect.schalen.items()),
        *((f"signaal {id_}", deel) for id_, deel in effect.signalen.items()),
    ]
    rijen = [rij for naam, deel in delen for rij in _rows(naam, deel)]
    yield ""
    if not rijen:
        alle = effect.eindniveau.alle
        yield f"Bij alle antwoordenreeksen{f' ({number(alle)})' if alle else ''} blijft de uitkomst dezelfde."
        return
    yield "| Wat | Was | Wordt | Deel van de antwoordenreeksen | Bijvoorbeeld |"
    yield "|---|---|---|---|---|"
    yield from rijen
    yield ""
    yield f"<sub>{escape(TELWIJZE)}</sub>"


def _rows(naam: str, deel: Deeleffect) -> Iterator[str]:
    if deel.alle is None:
        yield f"| {escape(naam)} | | | niet vastgesteld: te groot | |"
        return
    for s in deel.verschuivingen[:_MEESTE_SOORTEN]:
        cellen = (naam, say(s.van), say(s.naar), share(Fraction(s.aantal, deel.alle)), cut(example(s)))
        yield f"| {' | '.join(escape(cel) for cel in cellen)} |"
    if len(deel.verschuivingen) > _MEESTE_SOORTEN:
        meer = len(deel.verschuivingen) - _MEESTE_SOORTEN
        yield f"| {escape(naam)} | | | en nog {meer} soorten; in totaal {share(deel.deel)} | |"


def _cases(v: Vergelijking) -> Iterator[str]:
    yield ""
    if not v.gevallen.verschillen:
        if v.gevallen.aantal:
            yield same_outcome(v.gevallen.aantal)
        return
    yield f"Gevallen die anders uitkomen: {len(v.gevallen.anders)} van {v.gevallen.aantal}."
    yield ""
    for geval in v.gevallen.verschillen[:_MEESTE]:
        oud = "" if geval.uit == "nieuw" else " (uit de oude tests)"
        yield f"- **{escape(geval.geval.naam)}**{oud}"
        yield from (f"  - {escape(regel)}" for regel in case_lines(geval))
    yield from _more(len(v.gevallen.verschillen))


def _more(aantal: int) -> Iterator[str]:
    if aantal > _MEESTE:
        yield f"- en nog {aantal - _MEESTE}; de vorm «json» noemt alles."
