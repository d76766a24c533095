"""Drives the program in tmux: a terminal with a real screen, so that what a person sees can be asked for."""

from __future__ import annotations

import re
import secrets
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from bestuurder import PROGRAMMA, Antwoorden, Gezien, herken

LIJST = re.compile(r"Pijltjes.*Enter: (?:kiezen|klaar)\.")
VELD = re.compile(r"(?:Tab|Enter): klaar\.")
LEZEN = "Druk op Enter om verder te gaan."
MEER = "Druk op Enter om verder te lezen."
TOETSREGEL = re.compile(r"F6 erbij")
_OPTIE = re.compile(r"^[> ] (?:\[.\] )?(\d+)\. (.+?)(?: \(eerder gekozen\))?\s*$")


class Scherm:
    """The program in a tmux window. ``einde`` is the exit code once it stopped."""

    def __init__(
        self,
        map_: Path,
        *opdracht: str,
        rijen: int = 24,
        kolommen: int = 80,
        programma: str = PROGRAMMA,
        **omgeving: str,
    ) -> None:
        self._naam = f"vp-{secrets.token_hex(6)}"
        self._code = map_ / f"{self._naam}.code"
        args = " ".join(f"'{deel}'" for deel in (programma, *opdracht))
        zet = "".join(f"{naam}='{waarde}' " for naam, waarde in omgeving.items())
        commando = f"unset NO_COLOR; {zet}{args}; echo $? > '{self._code}'; sleep 60"
        self._tmux("new-session", "-d", "-x", str(kolommen), "-y", str(rijen), commando)
        self.breedte = kolommen
        self.gezien: list[Gezien] = []
        self.schermen: list[str] = []

    def _tmux(self, *args: str) -> str:
        klaar = subprocess.run(
            ["tmux", "-L", self._naam, "-f", "/dev/null", *args], capture_output=True, check=True
        )
        return klaar.stdout.decode()

    def sluit(self) -> None:
        """Stop this tmux server."""
        subprocess.run(["tmux", "-L", self._naam, "kill-server"], capture_output=True, check=False)

    def lees(self, *opties: str) -> str:
        """What stands on the screen now."""
        return self._tmux("capture-pane", "-p", *opties)

    def toets(self, *toetsen: str) -> None:
        """Press keys by their tmux names."""
        self._tmux("send-keys", *toetsen)

    def typ(self, tekst: str) -> None:
        """Type this text."""
        self._tmux("send-keys", "-l", tekst)

    def maat(self, kolommen: int, rijen: int) -> None:
        """Another size of the window."""
        self._tmux("resize-window", "-x", str(kolommen), "-y", str(rijen))
        self.breedte = kolommen

    def wacht(self, klaar: Callable[[str], bool], wat: str, seconden: float = 30) -> str:
        """Wait until the screen is so; it fails with what stood there instead."""
        grens = time.monotonic() + seconden
        while time.monotonic() < grens:
            beeld = self.lees()
            if klaar(beeld):
                return beeld
            time.sleep(0.02)
        raise AssertionError(f"Na {seconden} tellen niet op het scherm: {wat}\n{self.lees()}")

    def einde(self) -> int:
        """The exit code."""
        self.wacht(lambda _: self._code.exists() and bool(self._code.read_text()), "het einde")
        return int(self._code.read_text())

    def vraag(self, vorige: Gezien | None = None) -> Gezien:
        """The question that is asked now, once it is another one than *vorige*."""
        gevonden: list[Gezien] = []

        def klaar(beeld: str) -> bool:
            regels = [regel for regel in beeld.splitlines() if regel.strip()]
            if regels and regels[0].startswith("Overzicht") and (LEZEN in beeld or MEER in beeld):
                self.toets("Enter")  # the plan, a page of its own before the menu
                return False
            if not regels or not TOETSREGEL.search(regels[-1]):
                return False
            if MEER in beeld:
                self.toets("Enter")
                return False
            lezen = LEZEN in regels[-2]
            if not (lezen or any(LIJST.search(r) or VELD.search(r) for r in regels[-6:])):
                return False
            try:
                vraag = herken("\n".join(regels[:-1]), mededeling=lezen)
            except AssertionError:
                return False
            gevonden[:] = [vraag]
            return vraag != vorige

        self.wacht(klaar, "een volgende vraag")
        self.gezien.append(gevonden[0])
        self.schermen.append(self.lees("-J"))
        return gevonden[0]

    def antwoord(self, vraag: Gezien, tekst: str) -> None:
        """Answer as a person would: a number or arrows in a list, letters on a line."""
        if LIJST.search(vraag.tekst) and "het getal typen" not in vraag.tekst:
            self._kies(vraag.tekst, tekst)
        elif tekst:
            self.typ(tekst)
        self.toets("Tab" if "Tab: klaar." in vraag.tekst else "Enter")

    def _kies(self, beeld: str, tekst: str) -> None:
        if "Typen zoekt" in beeld:
            self.typ(tekst)
            return
        opties = {m[2]: m[1] for m in map(_OPTIE.match, beeld.splitlines()) if m}
        nummer = next((n for optie, n in opties.items() if tekst.startswith(optie)), None)
        assert nummer is not None, f"«{tekst}» staat niet op het scherm:\n{beeld}"
        self.typ(nummer)
        if "Spatie: kruisje" in beeld:
            self.typ(" ")

    def doorloop(self, antwoorden: Antwoorden, tot: str = "menu/afronden") -> None:
        """Answer until this question comes; it is not answered."""
        vraag = self.vraag()
        while vraag.sleutel != tot:
            self.antwoord(vraag, antwoorden.op(vraag))
            vraag = self.vraag(vraag)
