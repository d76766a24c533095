"""The sector file of the reporting code (*meldcode*), with the checks that go over the borders of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, nearest
from veiligheidsplan.loading.bestand import load_source
from veiligheidsplan.loading.yaml_source import read_file
from veiligheidsplan.plan.meldcode_kader import FEITEN, STAPPEN, Afweging, Meldcode

Pad = tuple[str | int, ...]


def load_meldcode(pad: Path) -> Meldcode:
    """A sector file that is whole; ``BevindingenFout`` with every fault at its place, in one run."""
    bron = read_file(pad)
    meldcode = load_source(bron, Meldcode)
    fouten = [bron.kaart.place(b) for b in _faults(meldcode)]
    if fouten:
        raise BevindingenFout(fouten)
    return meldcode


def _faults(m: Meldcode) -> Iterator[Bevinding]:
    if set(m.stappen) != set(STAPPEN):
        yield Bevinding(
            "VP622",
            "De meldcode heeft vijf stappen. Hier staan andere.",
            pad=("stappen",),
            suggestie=f"Gebruik deze vijf, in uw eigen volgorde en woorden: {', '.join(STAPPEN)}.",
        )
    for soort, delen in (("stappen", m.stappen), ("normen", m.normen), ("uitzonderingen", m.uitzonderingen)):
        for id_, deel in delen.items():
            yield from _refers((soort, id_, "bron"), deel.bron, m.bronnen, "bronnen")
    for id_, afweging in m.afwegingen.items():
        yield from _consideration(m, ("afwegingen", id_), afweging)
    for feit, norm in m.feiten.items():
        yield from _refers(("feiten", feit), feit, FEITEN, "wat een dossier kan zeggen")
        yield from _refers(("feiten", feit), norm, m.normen, "normen")
    for feit in FEITEN:
        if feit not in m.feiten:
            yield Bevinding(
                "VP623",
                f"Bij «{feit}» staat geen norm. Dan zou een dossier daarmee niet vragen om melden te wegen.",
                pad=("feiten",),
                suggestie=f"Voeg een regel toe: {feit}: met de id van een norm.",
            )


def _consideration(m: Meldcode, pad: Pad, a: Afweging) -> Iterator[Bevinding]:
    yield from _refers((*pad, "bron"), a.bron, m.bronnen, "bronnen")
    if a.norm is not None:
        yield from _refers((*pad, "norm"), a.norm, m.normen, "normen")
    elif a.melden_bij or a.open_bij:
        yield Bevinding(
            "VP623",
            "Bij een antwoord dat om melden vraagt, hoort een norm.",
            pad=pad,
            suggestie="Schrijf norm: met de id van een norm.",
        )
    for sleutel in ("melden_bij", "open_bij", "afsluiten_bij"):
        for n, code in enumerate(getattr(a, sleutel)):
            yield from _refers((*pad, sleutel, n), code, a.antwoorden, "antwoorden")


def _refers(pad: Pad, id_: str, bekend: Iterable[str], waar: str) -> Iterator[Bevinding]:
    bekend = tuple(bekend)
    if id_ not in bekend:
        lijkt = nearest(id_, bekend)
        tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(bekend)}."
        yield Bevinding("VP621", f"«{id_}» staat niet bij {waar}.", pad=pad, suggestie=tip)
