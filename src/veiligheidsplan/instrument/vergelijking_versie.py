"""What changes ask of the version (*versie*): another outcome, or an id that is gone, is a major one.

The rule is that of the instrument format. A new question, answer, level, scale or sign asks for a minor version; words
for a patch. The version never goes down, and never stays while something changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from veiligheidsplan.bevinding import Bevinding, Ernst, nearest
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vergelijking import Wijziging
from veiligheidsplan.instrument.vergelijking_effect import Effect
from veiligheidsplan.instrument.vergelijking_gevallen import Gevallenvergelijking
from veiligheidsplan.instrument.vergelijking_woorden import MAJOR, MINOR, PATCH

_VERSIE = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:-(.+))?\Z")
_PAD = ("versie",)


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Everything about two versions, before it is judged. Without tests of both, ``gevallen`` is empty."""

    oud: Instrument
    nieuw: Instrument
    wijzigingen: tuple[Wijziging, ...]
    effect: Effect
    gevallen: Gevallenvergelijking

    @property
    def uitkomst_anders(self) -> bool:
        """Whether some outcome certainly changed."""
        return self.effect.anders or bool(self.gevallen.anders)

    @property
    def vraagt(self) -> int:
        """The least step of the version that the changes ask: 0 none, 1 patch, 2 minor, 3 major."""
        return MAJOR if self.uitkomst_anders else max((w.vraagt for w in self.wijzigingen), default=0)


def judge(v: Vergelijking) -> tuple[Bevinding, ...]:
    """Everything that the version of the new instrument does not say, all at once."""
    return tuple(_judge(v))


def _judge(v: Vergelijking) -> Iterator[Bevinding]:
    toen, nu = order_of(v.oud.versie), order_of(v.nieuw.versie)
    if nu < toen:
        yield Bevinding(
            "VP413",
            f"De versie gaat terug, van {v.oud.versie} naar {v.nieuw.versie}.",
            pad=_PAD,
            suggestie=f"Schrijf een hogere versie, hier minstens {next_version(v.oud.versie, v.vraagt or PATCH)}.",
        )
    hoofd = nu[0] > toen[0]
    redenen = [] if hoofd else [*_outcome(v), *_gone(v)]
    yield from redenen
    if nu == toen and v.vraagt and not redenen:
        yield Bevinding(
            "VP414",
            f"Er is iets veranderd, en de versie is nog {v.nieuw.versie}.",
            pad=_PAD,
            suggestie=f"Schrijf versie {next_version(v.oud.versie, v.vraagt)}.",
        )
    if nu > toen and v.vraagt == MINOR and nu[:2] == toen[:2]:
        yield Bevinding(
            "VP415",
            f"Er is meer veranderd dan de woorden, en de versie ging van {v.oud.versie} naar {v.nieuw.versie}.",
            Ernst.WAARSCHUWING,
            pad=_PAD,
            suggestie=f"Schrijf versie {next_version(v.oud.versie, MINOR)}: iets nieuws vraagt een tweede getal.",
        )
    if not v.effect.vastgesteld and not hoofd and not redenen:
        yield Bevinding(
            "VP416",
            "Het is niet vastgesteld of een uitkomst verandert: daarvoor is dit instrument te groot.",
            Ernst.WAARSCHUWING,
            pad=_PAD,
            suggestie="Ga na of een uitkomst kan veranderen. Zo ja, schrijf dan"
            f" versie {next_version(v.oud.versie, MAJOR)}.",
        )


def _outcome(v: Vergelijking) -> Iterator[Bevinding]:
    wat = [*_effects(v), *_cases(v)]
    if wat:
        yield Bevinding(
            "VP411",
            f"Dezelfde antwoorden krijgen een andere uitkomst: {'; '.join(wat)}.",
            pad=_PAD,
            suggestie=f"Schrijf versie {next_version(v.oud.versie, MAJOR)}, of maak de wijziging ongedaan.",
        )


def _effects(v: Vergelijking) -> Iterator[str]:
    if v.effect.eindniveau.anders:
        yield f"het eindniveau bij {share_of(v.effect.eindniveau.deel)}"
    for een, meer, delen in (
        ("de schaal", "de schalen", v.effect.schalen),
        ("het signaal", "de signalen", v.effect.signalen),
    ):
        anders = [f"«{id_}»" for id_, deel in delen.items() if deel.anders]
        if anders:
            yield f"{een if len(anders) == 1 else meer} {listed(anders)}"


def _cases(v: Vergelijking) -> Iterator[str]:
    anders = sum(bool(g.verschillen) for g in v.gevallen.verschillen)
    if anders:
        yield f"{anders} geval{'len' if anders > 1 else ''} in de tests"
    verwacht = [g for g in v.gevallen.verschillen if g.verwacht and not g.verschillen]
    if verwacht:
        yield f"wat {len(verwacht)} geval{'len' if len(verwacht) > 1 else ''} in de tests verwacht"


def _gone(v: Vergelijking) -> Iterator[Bevinding]:
    for w in v.wijzigingen:
        if w.vraagt == MAJOR:
            tip = f"Schrijf versie {next_version(v.oud.versie, MAJOR)}, of zet terug wat er was."
            if w.wat == "vraag" and w.soort == "verwijderd":
                tip += f" Heet de vraag nu anders? Schrijf dan «vervangt: {{{w.id}: {_new_name(v, w.id)}}}»."
            yield Bevinding(
                "VP412", f"{w.tekst} Dat vraagt een nieuwe hoofdversie.", pad=w.pad, suggestie=tip
            )


def _new_name(v: Vergelijking, id_: str) -> str:
    """What a question that is gone may be called now: one that is new, with the same text or a name that is near."""
    nieuw = [w.id for w in v.wijzigingen if w.wat == "vraag" and w.soort == "toegevoegd"]
    zelfde = [n for n in nieuw if v.nieuw.vragen[n].tekst == v.oud.vragen[id_].tekst]
    return zelfde[0] if len(zelfde) == 1 else nearest(id_, nieuw) or "nieuwe_naam"


def order_of(versie: str) -> tuple[int, int, int, tuple[tuple[int, int, str], ...]]:
    """A version as something that can be compared, after semver: a pre-release comes before its release."""
    gevonden = _VERSIE.match(versie)
    if gevonden is None:
        raise ValueError("geen versie")  # the loader refuses it
    een, twee, drie, voor = gevonden.groups()
    if voor is None:
        return int(een), int(twee), int(drie), ((2, 0, ""),)
    delen = ((0, int(d), "") if d.isascii() and d.isdigit() else (1, 0, d) for d in voor.split("."))
    return int(een), int(twee), int(drie), tuple(delen)


def next_version(versie: str, stap: int) -> str:
    """The least version that makes this step (1 patch, 2 minor, 3 major)."""
    een, twee, drie, _ = order_of(versie)
    return {MAJOR: f"{een + 1}.0.0", MINOR: f"{een}.{twee + 1}.0"}.get(stap, f"{een}.{twee}.{drie + 1}")


def share(deel: Fraction | None) -> str:
    """A share in words: «12,5%», «1 op de 48.000»; never 0% for what is not nothing, never 100% for not all."""
    if deel is None:
        return "een onbekend deel"
    if deel in (0, 1):
        return "alle" if deel else "geen"
    if deel < Fraction(1, 1000):
        return f"ongeveer 1 op de {number(round(1 / deel))}"
    tiende = round(deel * 1000)
    if tiende >= 1000:
        return "meer dan 99,9%"
    return f"{tiende // 10},{tiende % 10}%" if tiende % 10 else f"{tiende // 10}%"


def share_of(deel: Fraction | None) -> str:
    """«12,5% van de antwoordenreeksen», «ongeveer 1 op de 48.000 antwoordenreeksen»."""
    tekst = share(deel)
    return (
        f"{tekst} van de antwoordenreeksen" if tekst.endswith(("%", "deel")) else f"{tekst} antwoordenreeksen"
    )


def number(getal: int) -> str:
    """«61.152.952.320»; a very long one as a power of ten."""
    tekst = f"{getal:,}".replace(",", ".")
    return tekst if len(tekst) <= 27 else f"ongeveer 10^{len(str(getal)) - 1}"


def listed(delen: Sequence[str], hoogstens: int = 5) -> str:
    """«a, b en c»; of a long row only the first."""
    if len(delen) > hoogstens:
        return f"{', '.join(delen[:hoogstens])} en nog {len(delen) - hoogstens}"
    return " en ".join(filter(None, (", ".join(delen[:-1]), delen[-1])))
