"""Answers from a file: the same engine, asked by a YAML file. Everything missing or wrong is found in one run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, cast

from veiligheidsplan.app.vraag_af import Controle
from veiligheidsplan.bevinding import Bevinding, Ernst, nearest
from veiligheidsplan.plan.keuzes import ALLEEN_GEZIN, IEMAND_ANDERS, MEDEWERKER
from veiligheidsplan.plan.stap import Stap, Waarde

Pad = tuple[str | int, ...]
ADRESSEN_BEKEKEN = "adressen_bekeken"
ONTBREEKT = object()
BEZET = (ALLEEN_GEZIN, IEMAND_ANDERS, MEDEWERKER)  # who else can be named where a person can


class Bestandsbron:
    """Answers each step from *waarden*. Faults are collected in ``bevindingen`` with the path in the file."""

    def __init__(self, waarden: Mapping[str, Any], vandaag: date) -> None:
        self._waarden = waarden
        self._vandaag = vandaag
        self._gebruikt: set[Pad] = {("formaat",), (ADRESSEN_BEKEKEN,)}
        self._gevraagd: set[Pad] = set()
        self.bevindingen: list[Bevinding] = []
        personen = waarden.get("personen")
        namen = list(personen) if isinstance(personen, Mapping) else []
        self._codes = {naam: f"persoon:{n}" for n, naam in enumerate(namen, 1)}
        self._namen = {code: naam for naam, code in self._codes.items()}
        self.bevindingen += [_reserved(naam) for naam in namen if naam in BEZET]

    def answer(self, stap: Stap, controle: Controle) -> Waarde:
        """The answer in the file.

        Where it is missing or wrong: a finding, and an answer that lets the rest be checked.
        """
        if stap.soort == "mededeling":
            return None
        pad, ruw = self._look_up(stap.pad)
        self._gevraagd.add(pad)
        if stap.volgt_uit_bestand and stap.soort == "meerkeuze":
            return tuple(k.code for k in stap.keuzes if self._look_up((k.code,))[1] not in (ONTBREEKT, None))
        if stap.volgt_uit_bestand:
            return "nee" if ruw is ONTBREEKT else "ja"
        if ruw is ONTBREEKT or ruw is None:
            return self._absent(stap, pad)
        self._gebruikt.add(pad)
        waarde = self._translate(stap, ruw)
        bevinding = controle(waarde)
        if bevinding is not None and bevinding.ernst is Ernst.WAARSCHUWING:
            bevinding = None if self._waarden.get(ADRESSEN_BEKEKEN) is True else _address(bevinding)
        if bevinding is None:
            return waarde
        self.bevindingen.append(self._at(bevinding, stap, pad, ruw))
        return _stand_in(stap)

    def finish(self) -> None:
        """After the last step: what stands in the file and was never asked for."""
        self.bevindingen.extend(self._left_over((), self._waarden))

    def person(self, naam: object, pad: Pad) -> str | None:
        """The person with this key in the file; a finding when there is no such key."""
        if naam is None:
            return None
        self._gebruikt.add(pad)
        if isinstance(naam, str) and naam in self._codes:
            return self._codes[naam]
        lijkt = nearest(str(naam), self._codes)
        tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(self._codes)}."
        self.bevindingen.append(
            Bevinding("VP501", "Deze persoon staat niet bij «personen».", pad=pad, suggestie=tip)
        )
        return None

    def _absent(self, stap: Stap, pad: Pad) -> Waarde:
        if stap.id.startswith("afname:"):
            return "niet_gevraagd"
        if not stap.verplicht:
            return None
        uitleg = f"Hier ontbreekt «{pad[-1]}»{_under(pad)}: {stap.tekst}"
        self.bevindingen.append(Bevinding("VP503", uitleg, pad=pad, suggestie=self._example(stap, pad)))
        return _stand_in(stap)

    def _at(self, bevinding: Bevinding, stap: Stap, pad: Pad, ruw: Any) -> Bevinding:
        """The finding at its place, in the words of the file: a person by the key that the file gave."""
        uitleg, tip = bevinding.uitleg, bevinding.suggestie
        for keuze in stap.keuzes:
            if keuze.code in self._namen:
                uitleg = uitleg.replace(keuze.code, self._namen[keuze.code])
        if tip is None and stap.soort == "keuze" and isinstance(ruw, str):
            lijkt = nearest(ruw, [self._namen.get(k.code, k.code) for k in stap.keuzes])
            tip = f"Bedoelt u «{lijkt}»?" if lijkt else None
        return Bevinding(bevinding.code, uitleg, bevinding.ernst, pad, None, tip)

    def _example(self, stap: Stap, pad: Pad) -> str:
        if stap.keuzes:
            return f"Kies uit: {', '.join(self._namen.get(k.code, k.code) for k in stap.keuzes[:12])}."
        voorbeeld = {"datum": "2026-12-07", "tijd": '"14:30"', "schaal": "5", "getal": "3"}.get(
            stap.soort, "…"
        )
        return f"Schrijf bijvoorbeeld: {pad[-1]}: {voorbeeld}"

    def _look_up(self, pad: Pad) -> tuple[Pad, Any]:
        """The path as it stands in the file, and the value there."""
        waarde: Any = self._waarden
        echt: list[str | int] = []
        for deel in pad:
            if isinstance(deel, str) and deel.startswith("@"):
                deel = self._namen.get(deel[1:], deel[1:])
            if isinstance(deel, int) and isinstance(waarde, Mapping):
                sleutels = list(waarde)
                deel = sleutels[deel] if deel < len(sleutels) else deel
            echt.append(deel)
            if isinstance(waarde, Mapping):
                waarde = waarde.get(deel, ONTBREEKT)
            elif isinstance(waarde, list) and isinstance(deel, int):
                waarde = waarde[deel] if deel < len(waarde) else ONTBREEKT
            else:
                waarde = ONTBREEKT
        return tuple(echt), waarde

    def _translate(self, stap: Stap, ruw: Any) -> Waarde:
        if stap.soort == "datum" and isinstance(ruw, str) and not stap.id.startswith("afname:"):
            return self._day(ruw)
        if isinstance(ruw, list):
            return tuple(self._code(stap, r) for r in ruw)
        if stap.soort == "keuze":
            return cast("Waarde", self._code(stap, ruw))
        return cast("Waarde", ruw)  # the check that follows refuses what does not fit

    def _day(self, ruw: str) -> Waarde:
        """An ISO date, or «vandaag», «morgen», «over 7 dagen»."""
        over = re.fullmatch(r"over (\d{1,3}) dagen", ruw)
        dagen = int(over.group(1)) if over else {"vandaag": 0, "morgen": 1}.get(ruw)
        if dagen is not None:
            return self._vandaag + timedelta(days=dagen)
        try:
            return date.fromisoformat(ruw)
        except ValueError:
            return ruw

    def _code(self, stap: Stap, ruw: Any) -> Any:
        """A person's key means that person only where people are the choice: elsewhere «kind» is just an answer."""
        code = self._codes.get(ruw) if isinstance(ruw, str) else None
        return code if code in {k.code for k in stap.keuzes} else ruw

    def _left_over(self, pad: Pad, waarde: Any) -> Iterator[Bevinding]:
        if pad in self._gebruikt:
            return
        delen: Iterator[tuple[Any, Any]]
        if isinstance(waarde, Mapping) and waarde:
            delen = iter(waarde.items())
        elif isinstance(waarde, list) and waarde and isinstance(waarde[0], Mapping):
            delen = iter(enumerate(waarde))
        else:
            if waarde not in (None, [], {}):
                yield self._unknown(pad)
            elif waarde is None and pad and " " in str(pad[-1]).strip():
                yield _half_a_sentence(pad)
            return
        if pad and not any(g[: len(pad)] == pad for g in self._gebruikt):
            yield self._unknown(pad)
            return
        for sleutel, deel in delen:
            yield from self._left_over((*pad, sleutel), deel)

    def _unknown(self, pad: Pad) -> Bevinding:
        broers = {
            str(g[len(pad) - 1])
            for g in self._gebruikt | self._gevraagd
            if len(g) >= len(pad) and g[: len(pad) - 1] == pad[:-1]
        }
        lijkt = nearest(str(pad[-1]), broers)
        tip = f"Bedoelt u «{lijkt}»?" if lijkt else "Haal het weg, of kijk of het op een andere plaats hoort."
        return Bevinding("VP504", f"Naar «{pad[-1]}» wordt hier niet gevraagd.", pad=pad, suggestie=tip)


def _under(pad: Pad) -> str:
    """« onder «dossier»», «, bij nummer 2 onder «acties»»: where a key belongs that is not there."""
    if len(pad) < 2:
        return ""
    nummer = f", bij nummer {pad[-2] + 1}" if isinstance(pad[-2], int) else ""
    blok = next((deel for deel in reversed(pad[:-1]) if isinstance(deel, str)), "")
    return f"{nummer} onder «{blok}»"


def _half_a_sentence(pad: Pad) -> Bevinding:
    """``{verhaal: Sinds zij dood is, doe ik alles}``: YAML ends the text at the comma and makes a key of the rest."""
    uitleg = f"«{pad[-1]}» is geen sleutel. Hoort het bij de tekst ervoor?"
    return Bevinding(
        "VP504",
        uitleg,
        pad=pad,
        suggestie="Een komma breekt een tekst tussen { en } af. Zet de hele tekst tussen aanhalingstekens.",
    )


def _reserved(naam: str) -> Bevinding:
    return Bevinding(
        "VP510",
        f"«{naam}» heeft in dit bestand al een betekenis en kan geen sleutel van een persoon zijn.",
        pad=("personen", naam),
        suggestie="Kies een ander woord, bijvoorbeeld de voornaam.",
    )


def _address(bevinding: Bevinding) -> Bevinding:
    tip = f"Schrijf «adres bekend bij» met uw naam. Moet het zo blijven? Zet dan bovenaan: {ADRESSEN_BEKEKEN}: true"
    return Bevinding(bevinding.code, bevinding.uitleg, Ernst.FOUT, bevinding.pad, None, tip)


def _stand_in(stap: Stap) -> Waarde:
    """An answer of the right kind, so that the steps behind a fault are checked too. Nothing of it is saved."""
    if stap.id.startswith("afname:"):
        return "niet_gevraagd"
    match stap.soort:
        case "keuze":
            return stap.keuzes[0].code if stap.keuzes else None
        case "meerkeuze":
            return ()
        case "schaal" | "getal":
            return stap.van or 0
        case "datum":
            return date.max
        case "tijd":
            return "12:00"
        case _:
            return "…"
