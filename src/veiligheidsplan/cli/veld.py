"""A field to type in, of one line or of more (*veld*), and what is understood of it while it is typed."""

from __future__ import annotations

from datetime import date

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from veiligheidsplan.cli.antwoord import in_answer_words, origin, typed_default
from veiligheidsplan.cli.typed import Weigering, bounds, read_typed
from veiligheidsplan.plan.stap import Stap, Waarde


class Veld:
    """The state of one field. What stands there already can be edited."""

    def __init__(self, stap: Stap, vandaag: date | None) -> None:
        self.stap, self.vandaag, self.melding = stap, vandaag, ""
        begin = typed_default(stap)
        self.buffer = Buffer(document=Document(begin, len(begin)), multiline=stap.meer_regels)

    def result(self) -> Waarde | Weigering:
        """The answer that is typed now."""
        return read_typed(self.stap, self.buffer.text, self.vandaag)

    def instruction(self) -> str:
        """How this kind is typed, which key ends it, and what was understood."""
        stap, regels = self.stap, []
        if stap.soort in ("getal", "schaal"):
            regels.append(f"Typ een heel getal{bounds(stap)}.")
        elif stap.soort == "datum":
            regels.append("Bijvoorbeeld: 7 december 2026, 7-12-2026, vandaag, morgen of vrijdag.")
        elif stap.soort == "tijd":
            regels.append("Bijvoorbeeld: 14.30")
        regels += [f"{waarde} = {tekst}" for waarde, tekst in stap.uitersten]
        if stap.bijzonder:
            regels.append("Of typ: " + ", of: ".join(k.tekst.lower() for k in stap.bijzonder) + ".")
        klaar = "Enter: nieuwe regel. Tab: klaar." if stap.meer_regels else "Enter: klaar."
        regels.append(klaar + ("" if stap.verplicht else " U mag dit leeg laten."))
        if stap.standaard is not None and self.buffer.text == typed_default(stap) != "":
            regels.append(f"Dit stond er al {origin(stap)}.")
        return "\n".join([*self._understood(), *regels])

    def _understood(self) -> list[str]:
        waarde = self.result() if self.buffer.text.strip() else None
        if self.stap.soort not in ("datum", "tijd") or waarde is None or isinstance(waarde, Weigering):
            return []
        return [f"Dat is: {in_answer_words(self.stap, waarde)}."]
