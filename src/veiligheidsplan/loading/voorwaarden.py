"""Conditions (*voorwaarden*): one test in a leaf, a test that fits, and never a look ahead."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from veiligheidsplan.instrument.model import GERESERVEERD
from veiligheidsplan.instrument.voorwaarde import MATEN
from veiligheidsplan.loading.bestaan import check_known
from veiligheidsplan.loading.feiten import Feiten, Vraagfeit, block, items
from veiligheidsplan.loading.verslag import Spoor, Verslag, short, suggestion

#: which tests fit which kind of question or gegeven
_PAST: Final[dict[str, tuple[str, ...]]] = {
    "keuze": ("is", "in", "beantwoord"),
    "meerkeuze": ("bevat", "beantwoord"),
    "schaal": ("is", "in", "minstens", "hoogstens", "beantwoord"),
    "getal": ("is", "in", "minstens", "hoogstens", "beantwoord"),
    "datum": ("beantwoord",),
    "tekst": ("beantwoord",),
}
TOETSEN_VAN_GEGEVEN: Final[dict[str, tuple[str, ...]]] = {
    "leeftijd": ("is", "in", "minstens", "hoogstens", "beantwoord"),
    "thuiswonend": ("is", "in", "beantwoord"),
    "zwanger": ("is", "in", "beantwoord"),
}
JA_NEE: Final = ("ja", "nee")


def check_conditions(feiten: Feiten, verslag: Verslag) -> None:
    """Every condition of the instrument."""
    ervoor = 0
    for deel, inhoud in feiten.onderdelen.items():
        if "toon_als" in block(inhoud):
            spoor: Spoor = (((None, "onderdelen"), deel), "toon_als")
            _Toets(feiten, verslag, tot=ervoor).check(inhoud["toon_als"], spoor)
        ervoor += sum(feiten.vragen[v].onderdeel == deel for v in feiten.questions_of(deel))
    for vraag in feiten.vragen.values():
        if "toon_als" in vraag.rauw:
            _Toets(feiten, verslag, tot=vraag.volgorde).check(
                vraag.rauw["toon_als"], (vraag.spoor, "toon_als")
            )
    for naam, signaal in block(feiten.instrument.get("signalen")).items():
        _Toets(feiten, verslag, signaal=True).check(
            block(signaal).get("als"), (((None, "signalen"), naam), "als")
        )
    for sleutel in ("sluit_in", "sluit_uit"):
        doel = block(feiten.instrument.get("doelgroep"))
        _Toets(feiten, verslag, tot=0, doelgroep=True).check(
            doel.get(sleutel), ((None, "doelgroep"), sleutel)
        )


def _leaves(voorwaarde: Any, spoor: Spoor) -> Iterator[tuple[dict[str, Any], Spoor]]:
    for sleutel in ("alle", "een_van"):
        for i, deel in enumerate(items(block(voorwaarde).get(sleutel))):
            yield from _leaves(deel, ((spoor, sleutel), i))
    if "niet" in block(voorwaarde):
        yield from _leaves(voorwaarde["niet"], (spoor, "niet"))
    elif any(s in block(voorwaarde) for s in ("vraag", "gegeven", "schaal")):
        yield voorwaarde, spoor


class _Toets:
    """The checks of the leaves of one condition, for the place where it stands.

    ``tot`` is the order from which a question comes too late; ``None`` where all of them came before (a
    sign).
    """

    def __init__(
        self,
        feiten: Feiten,
        verslag: Verslag,
        *,
        tot: int | None = None,
        signaal: bool = False,
        doelgroep: bool = False,
    ) -> None:
        self._feiten, self._verslag = feiten, verslag
        self._tot, self._signaal, self._doelgroep = tot, signaal, doelgroep

    def check(self, voorwaarde: Any, spoor: Spoor) -> None:
        for blad, plek in _leaves(voorwaarde, spoor):
            if "vraag" in blad:
                self._on_question(blad, plek)
            elif "gegeven" in blad:
                self._on_fact(blad, plek)
            else:
                self._on_scale(blad, plek)

    def _on_question(self, blad: dict[str, Any], spoor: Spoor) -> None:
        plek = (spoor, "vraag")
        if self._doelgroep:
            self._verslag.fault(
                "VP153",
                plek,
                "De doelgroep wordt bekeken voor de eerste vraag; hier kan alleen een gegeven staan.",
                "Schrijf bijvoorbeeld {gegeven: leeftijd, minstens: 18}.",
            )
            return
        if not check_known(blad["vraag"], self._feiten.vragen, plek, self._verslag, "vraag"):
            return
        vraag = self._feiten.vragen[blad["vraag"]]
        self._check_order(blad["vraag"], vraag, plek)
        maat = self._one_test(blad, spoor)
        if maat is None or vraag.soort is None:
            return
        if maat not in _PAST[vraag.soort]:
            self._no_fit(maat, f"een vraag van type {vraag.soort}", _PAST[vraag.soort], spoor)
        elif maat == "beantwoord":
            self._check_answered(vraag, spoor)
        elif vraag.soort in ("keuze", "meerkeuze"):
            self._check_codes(blad[maat], vraag.antwoorden, (spoor, maat), blad["vraag"])
        else:
            self._check_numbers(blad[maat], maat, (spoor, maat))

    def _check_order(self, naam: str, vraag: Vraagfeit, spoor: Spoor) -> None:
        if self._tot is not None and vraag.volgorde >= self._tot:
            self._verslag.fault(
                "VP153",
                spoor,
                f"De vraag «{short(naam)}» komt niet eerder dan deze voorwaarde.",
                "Noem een vraag die eerder in het bestand staat, of verplaats de vraag naar voren.",
                zie=vraag.spoor,
                zie_uitleg="hier staat die vraag",
            )

    def _check_answered(self, vraag: Vraagfeit, spoor: Spoor) -> None:
        if not self._signaal and vraag.scoort:
            self._verslag.fault(
                "VP155",
                (spoor, "beantwoord"),
                "Deze vraag heeft punten; of zij beantwoord is, kan dan niet bepalen wat er getoond wordt.",
                "Toets het antwoord zelf, met is of in, of noem een vraag zonder punten.",
                op_sleutel=True,
            )

    def _on_fact(self, blad: dict[str, Any], spoor: Spoor) -> None:
        maat, naam = self._one_test(blad, spoor), blad["gegeven"]
        past = TOETSEN_VAN_GEGEVEN.get(naam) if naam.__class__ is str else None
        if maat is None or past is None:
            return
        if maat not in past:
            self._no_fit(maat, f"het gegeven {naam}", past, spoor)
        elif maat == "beantwoord":
            return  # anything but true was refused before
        elif naam == "leeftijd":
            self._check_numbers(blad[maat], maat, (spoor, maat))
        else:
            self._check_codes(blad[maat], dict.fromkeys(JA_NEE), (spoor, maat), naam)

    def _on_scale(self, blad: dict[str, Any], spoor: Spoor) -> None:
        plek = (spoor, "schaal")
        if not self._signaal:
            self._verslag.fault(
                "VP154",
                plek,
                "Een schaal toetsen kan alleen bij «als» van een signaal.",
                "Toets hier een vraag of een gegeven.",
            )
            return
        check_known(blad["schaal"], self._feiten.schalen, plek, self._verslag, "schaal")
        self._one_test(blad, spoor)

    def _one_test(self, blad: dict[str, Any], spoor: Spoor) -> str | None:
        """The one test of a leaf; a fault where there is none, or more than one."""
        maten = [maat for maat in MATEN if maat in blad]
        if any(blad[maat] is None or blad[maat] == [] for maat in maten):
            return None  # told before: it is empty
        if len(maten) == 1:
            return maten[0]
        vreemd = blad.keys() - {*MATEN, "vraag", "gegeven", "schaal"}
        if maten:
            namen = " en ".join(f"«{m}»" for m in maten)
            tip = "Schrijf twee voorwaarden, en zet ze samen met alle: […]."
            self._verslag.fault(
                "VP151",
                (spoor, maten[1]),
                f"In deze voorwaarde staan {namen}; er kan er één staan.",
                tip,
                op_sleutel=True,
            )
        elif not vreemd:
            self._verslag.fault(
                "VP151",
                spoor,
                "In deze voorwaarde staat niet waarmee wordt vergeleken.",
                f"Voeg er één toe: {', '.join(MATEN)}.",
            )
        return None

    def _no_fit(self, maat: str, wat: str, past: tuple[str, ...], spoor: Spoor) -> None:
        self._verslag.fault(
            "VP152",
            (spoor, maat),
            f"«{maat}» past niet bij {wat}.",
            f"Kies uit: {', '.join(past)}.",
            op_sleutel=True,
        )

    def _check_codes(self, waarde: Any, codes: dict[str, Any] | None, spoor: Spoor, naam: str) -> None:
        if codes is None:
            return
        for code, plek in _each(waarde, spoor):
            if code.__class__ is not str:
                self._verslag.fault(
                    "VP152",
                    plek,
                    f"Bij «{short(naam)}» is een antwoord een code; hier staat «{short(code)}».",
                    suggestion(None, codes),
                )
            elif code not in codes:
                tip = suggestion(code, codes)
                if code in GERESERVEERD:
                    tip = (
                        "Een antwoord dat ontbreekt, maakt een voorwaarde onbekend; dat kunt u niet toetsen."
                    )
                self._verslag.fault(
                    "VP144", plek, f"«{short(naam)}» heeft geen antwoord «{short(code)}».", tip
                )

    def _check_numbers(self, waarde: Any, maat: str, spoor: Spoor) -> None:
        for getal, plek in _each(waarde, spoor):
            if type(getal) is int or (type(getal) is Decimal and maat in ("minstens", "hoogstens")):
                continue
            if maat in ("is", "in"):
                self._verslag.fault(
                    "VP152",
                    plek,
                    f"Hier hoort een heel getal; «{short(getal)}» kan nooit het antwoord zijn.",
                    "Schrijf een heel getal, zonder aanhalingstekens.",
                )


def _each(waarde: Any, spoor: Spoor) -> list[tuple[Any, Spoor]]:
    return [(w, (spoor, i)) for i, w in enumerate(waarde)] if isinstance(waarde, list) else [(waarde, spoor)]
