"""The report of ``instrument test`` for GitHub: an annotation at each case, and a summary of the step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from veiligheidsplan.app.beproef import Gevalverslag, Proef
from veiligheidsplan.bevinding import Plaats
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.formaten import github, samenvatting
from veiligheidsplan.cli.formaten.plek import whole
from veiligheidsplan.cli.instrument_paden import file_of
from veiligheidsplan.cli.proefverslag import count_cases, failed_lines
from veiligheidsplan.cli.vergelijkverslag_markdown import as_markdown
from veiligheidsplan.export.markdown import escape

_TITEL = "instrument test"


def as_github(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """What is otherwise than expected, each at its place; the summary goes to GitHub at the same time."""
    samenvatting.append(summary(proeven, minimaal))
    for proef in proeven:
        if proef.vergelijking is not None:
            samenvatting.append(f"\n## {escape(proef.id)}\n\n{as_markdown(proef.vergelijking)}")
    return "".join(regel for proef in proeven for regel in _annotations(proef, minimaal))


def _annotations(proef: Proef, minimaal: int | None) -> Iterator[str]:
    plaats = Plaats(str(file_of(proef.bestand)), 1, 1)
    if proef.fouten:
        yield github.render(proef.fouten)
    elif not proef.gevallen:
        yield github.annotation("error", plaats, _TITEL, f"{proef.id}: {count_cases(proef)}")
    for geval in proef.gevallen:
        if not geval.uitkomst.goed:
            yield github.annotation("error", geval.plaats, _title(geval), _difference(geval))
    if proef.vergelijking is not None:
        yield github.render(proef.vergelijking.bevindingen)
    if (tekst := _too_little(proef, minimaal)) is not None:
        yield github.annotation("error", plaats, _TITEL, tekst)


def _title(geval: Gevalverslag) -> str:
    return clean(whole(f"anders dan verwacht: {geval.uitkomst.geval.naam}"), regels=False)


def _difference(geval: Gevalverslag) -> str:
    """What was expected and what came, without the name and place that stand above it."""
    return clean(whole("\n".join(list(failed_lines(geval))[2:])))


def _too_little(proef: Proef, minimaal: int | None) -> str | None:
    if minimaal is None or proef.dekking is None or proef.dekking.procent >= minimaal:
        return None
    open_ = "\n".join(f"- {punt.tekst}" for punt in proef.dekking.open)
    kop = f"De tests van {proef.id} bereiken {proef.dekking.procent}%, minder dan de {minimaal}% die moet."
    return clean(whole(f"{kop}\n{open_}"))


def summary(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """Per instrument how it went, then every case that is otherwise than expected, and what no case reached."""
    deel = [
        samenvatting.table(
            "Tests van instrumenten",
            ("Instrument", "Gevallen", "Bereikt"),
            [(proef.id, count_cases(proef), _reached(proef, minimaal)) for proef in proeven],
        )
    ]
    anders = [(p.id, geval) for p in proeven for geval in p.gevallen if not geval.uitkomst.goed]
    if anders:
        rijen = [
            (id_, g.uitkomst.geval.naam, samenvatting.place(g.plaats), _difference(g)) for id_, g in anders
        ]
        koppen = ("Instrument", "Geval", "Waar", "Verschil")
        deel.append(samenvatting.table("Anders dan verwacht", koppen, rijen))
    open_ = [(p.id, punt.tekst) for p in proeven if p.dekking for punt in p.dekking.open]
    if open_:
        deel.append(samenvatting.table("Nog niet bereikt", ("Instrument", "Wat"), open_))
    return "".join(deel)


def _reached(proef: Proef, minimaal: int | None) -> str:
    if proef.dekking is None:
        return ""
    nodig = "" if minimaal is None else f" (minstens {minimaal}%)"
    return f"{proef.dekking.procent}%{nodig}"
