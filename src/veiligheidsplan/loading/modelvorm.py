"""Shapes of blocks: one model, or one of several kinds told apart by a value (``type``) or by a key
(``vraag``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from veiligheidsplan.loading.verslag import Spoor, Verslag, name_of, short, suggestion
from veiligheidsplan.loading.verzamelvorm import Either, Mapped, Sequence
from veiligheidsplan.loading.vorm import SCALARS, Choice, Number, Vorm, anything, describe


@dataclass(slots=True, eq=False)
class Block:
    """A block with known keys. ``anders`` says, for a key that is not known here, what it is elsewhere."""

    velden: dict[str, Vorm] = field(default_factory=dict)
    verplicht: frozenset[str] = frozenset()
    #: keys for which an empty list or block is not the same as no key at all
    leeg_telt: frozenset[str] = frozenset()
    #: nothing, or an empty list, is a fault behind every key: half a condition is no condition
    vol: bool = False
    anders: Callable[[str, Spoor, Verslag], bool] | None = None

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not dict:
            return self._no_block(waarde, spoor, verslag)
        velden, leeg = self.velden, None
        for naam, deel in waarde.items():
            vorm = velden.get(naam)
            if vorm is None:
                self._unknown(naam, (spoor, naam), verslag)
            elif not deel and self._is_absent(naam, deel):
                leeg = [naam] if leeg is None else [*leeg, naam]
            else:
                nieuw = vorm(deel, (spoor, naam), verslag)
                if nieuw is not deel:
                    waarde[naam] = nieuw
        if leeg is not None:
            self._drop(waarde, leeg, spoor, verslag)
        if not self.verplicht <= waarde.keys():
            self._missing(waarde, leeg or [], spoor, verslag)
        return waarde

    def _is_absent(self, naam: str, deel: Any) -> bool:
        if deel is None:
            return True
        if deel.__class__ is str:
            return naam in self.verplicht
        leeg = deel.__class__ in (dict, list) and naam not in self.leeg_telt
        return leeg and can_be_empty(self.velden[naam], deel.__class__)

    def _drop(self, waarde: dict[Any, Any], leeg: list[str], spoor: Spoor, verslag: Verslag) -> None:
        for naam in leeg:
            if self.vol or naam in self.verplicht:
                code = "VP130" if isinstance(waarde[naam], dict | list) else "VP122"
                verslag.fault(
                    code,
                    (spoor, naam),
                    f"«{naam}» is leeg, en is hier nodig.",
                    f"Vul «{naam}» in.",
                    op_sleutel=True,
                )
            if not self.vol:
                del waarde[naam]

    def _missing(self, waarde: dict[Any, Any], leeg: list[str], spoor: Spoor, verslag: Verslag) -> None:
        if "<<" in waarde:
            return
        for naam in self.velden:
            if naam in self.verplicht and naam not in waarde and naam not in leeg:
                verslag.fault(
                    "VP122",
                    spoor,
                    f"Bij {name_of(spoor)} ontbreekt «{naam}».",
                    f"Voeg een regel toe: {naam}: …",
                    op_sleutel=True,
                )

    def _unknown(self, naam: Any, spoor: Spoor, verslag: Verslag) -> None:
        if self.anders is not None and self.anders(naam, spoor, verslag):
            return
        verslag.fault(
            "VP121",
            spoor,
            f"De sleutel «{short(naam)}» bestaat hier niet.",
            suggestion(naam, self.velden, "Haal de sleutel weg, of kijk of hij op een andere plaats hoort."),
            op_sleutel=True,
        )

    def _no_block(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        verslag.fault(
            "VP123",
            spoor,
            f"Bij {name_of(spoor)} hoort een blok met sleutels; hier staat {describe(waarde)}.",
            f"Schrijf sleutels als {', '.join(list(self.velden)[:3])}, elk op een eigen regel.",
        )
        return waarde


@dataclass(slots=True, eq=False)
class ByValue:
    """One of several kinds, named by the value of one key; ``standaard`` where that key is absent."""

    veld: str
    standaard: str | None
    soorten: Mapping[str, Block]

    def __post_init__(self) -> None:
        for soort, blok in self.soorten.items():
            blok.anders = lambda naam, spoor, verslag, soort=soort: self._elsewhere(
                naam, soort, spoor, verslag
            )

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not dict:
            return next(iter(self.soorten.values()))(waarde, spoor, verslag)
        soort = waarde.get(self.veld)
        if soort is None:
            soort = self.standaard
        blok = self.soorten.get(soort) if soort.__class__ is str else None
        if blok is not None:
            return blok(waarde, spoor, verslag)
        plek = (spoor, self.veld) if self.veld in waarde else spoor
        verslag.fault(
            "VP124",
            plek,
            f"Het {self.veld} «{short(soort)}» bestaat niet."
            if soort.__class__ is str and soort
            else f"Bij «{self.veld}» kan {describe(soort)} niet.",
            suggestion(soort, self.soorten),
        )
        return self._any_kind(waarde, spoor, verslag)

    def _any_kind(self, waarde: dict[Any, Any], spoor: Spoor, verslag: Verslag) -> Any:
        """What would be wrong whichever kind was meant."""
        blokken = self.soorten.values()
        velden = {naam: vorm for blok in blokken for naam, vorm in blok.velden.items()}
        velden[self.veld] = anything
        verplicht = frozenset.intersection(*(blok.verplicht for blok in blokken)) - {self.veld}
        return Block(velden, verplicht)(waarde, spoor, verslag)

    def _elsewhere(self, naam: Any, soort: str, spoor: Spoor, verslag: Verslag) -> bool:
        bij = [s for s, blok in self.soorten.items() if naam in blok.velden]
        if not bij:
            return False
        verslag.fault(
            "VP129",
            spoor,
            f"«{naam}» hoort bij {self.veld} {' of '.join(bij)}, niet bij {self.veld} {soort}.",
            f"Haal «{naam}» weg, of schrijf {self.veld}: {bij[0]}.",
            op_sleutel=True,
        )
        return True


@dataclass(slots=True, eq=False)
class ByKey:
    """One of several kinds, told apart by which key is there: a condition."""

    soorten: Mapping[str, Block]

    def __post_init__(self) -> None:
        for soort, blok in self.soorten.items():
            blok.vol = True
            blok.anders = lambda naam, spoor, verslag, soort=soort: self._elsewhere(
                naam, soort, spoor, verslag
            )

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is dict:
            for soort, blok in self.soorten.items():
                if soort in waarde:
                    return blok(waarde, spoor, verslag)
        namen = ", ".join(self.soorten)
        if isinstance(waarde, dict) and waarde:
            self._none(waarde, spoor, verslag, namen)
            return waarde
        verslag.fault(
            "VP151",
            spoor,
            f"Bij {name_of(spoor)} hoort een voorwaarde; hier staat {describe(waarde)}.",
            "Schrijf bijvoorbeeld {vraag: …, is: …}. Een voorwaarde begint met een van: " + namen + ".",
        )
        return waarde

    def _none(self, waarde: dict[Any, Any], spoor: Spoor, verslag: Verslag, namen: str) -> None:
        bekend = {naam for blok in self.soorten.values() for naam in blok.velden}
        vreemd = [naam for naam in waarde if naam not in bekend]
        for naam in vreemd:
            verslag.fault(
                "VP121",
                (spoor, naam),
                f"De sleutel «{short(naam)}» bestaat niet in een voorwaarde.",
                suggestion(naam, bekend, f"Een voorwaarde begint met een van: {namen}."),
                op_sleutel=True,
            )
        if not vreemd:
            verslag.fault(
                "VP151",
                spoor,
                "In deze voorwaarde staat niet waar zij over gaat.",
                f"Een voorwaarde begint met een van: {namen}.",
            )

    def _elsewhere(self, naam: Any, soort: str, spoor: Spoor, verslag: Verslag) -> bool:
        if not any(naam in blok.velden for blok in self.soorten.values()):
            return False
        code = "VP151" if naam in self.soorten or len(self.soorten[soort].velden) == 1 else "VP152"
        past = [veld for veld in self.soorten[soort].velden if veld != soort]
        tip = "Zet twee voorwaarden samen met alle: […] of een_van: […]."
        if code == "VP152":
            tip = f"Kies uit: {', '.join(past)}."
        verslag.fault(
            code, spoor, f"«{naam}» past niet bij «{soort}» in één voorwaarde.", tip, op_sleutel=True
        )
        return True


def can_be_empty(vorm: Vorm, klasse: type) -> bool:
    """Whether an empty list or block (*klasse*) is one way to leave this shape out; for a text it is not."""
    if isinstance(vorm, Either):
        return klasse in vorm.per_soort
    if isinstance(vorm, Sequence):
        return klasse is list
    if isinstance(vorm, Block | ByValue | ByKey | Mapped):
        return klasse is dict
    return vorm not in SCALARS and not isinstance(vorm, Number | Choice)
