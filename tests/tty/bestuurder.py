"""Drives the real program in a terminal: recognises each question by its own text and answers from a table.

A question that is new in the template or an instrument is recognised too; without an answer in the table the
test says which one is missing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pexpect

from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.plan.model import VELDEN

PROGRAMMA = str(Path(sys.executable).with_name("veiligheidsplan"))
WACHTZIN = "vier fietsen bij de sloot"
#: what the plain mode ends a question with
PROMPT = r"(?:Typ (?:het nummer|de nummers)[^\n:]*: |Uw antwoord[^\n:]*: |Druk op Enter om verder te gaan\. )"
OPMAAK = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][0-9A-B]|\x1b[=>]")
MENUS = {
    "menu/afronden": "Wat wilt u nu doen?",
    "menu/instrument": "Welke vragenlijst wilt u invullen?",
    "menu/over": "Over wie gaat het?",
    "menu/ronde": "Welke ronde?",
    "menu/waarom": "Waarom is dit nog open? U kunt het plan daarna gewoon vaststellen.",
    "menu/toelichting": "Wilt u er iets bij schrijven?",
    "loop/deel_klaar": "Dit deel is klaar.",
    "loop/zelfde": "Zijn er nu dezelfde mensen bij als hiervoor?",
}

#: one adult alone, no agreement, one action: the shortest whole conversation
KORT: dict[str, str | list[str]] = {
    "dossier/alias": "kievit",
    "dossier/gemeente": "Nijmegen",
    "medewerker/naam": "Kim de Vries",
    "medewerker/organisatie": "Lokaal team Voorbeeld",
    "medewerker/telefoon": "024 000 00 00",
    "persoon/naam": "Noor",
    "persoon/soort": "Volwassene",
    "persoon/leeftijd": "34",
    "persoon/woont_hier": "Ja",
    "persoon/mogelijke_pleger": "Nee",
    "persoon/op_plan": "Ja",
    "persoon/zwanger": "Nee",
    "meer_persoon": "Nee",
    "zitting/setting": ["Ik ben alleen en bereid dit voor", "Met één persoon alleen"],
    "zitting/verder": "Het gesprek begint nu",
    "zitting/tolk": "Nee, dat is niet nodig",
    "zitting/opening": "Nu verder aan tafel",
    "eigen/bezoek": "Nee",
    "eigen/alleen": "Nee",
    "eigen/wapen": "Nee",
    "eigen/dieren": "Nee",
    "eigen/wie_weet": "Robin weet het.",
    "vooraf/veilig": "Ja",
    "vooraf/kamer": "Niemand",
    "vooraf/leest_mee": "Geen van deze",
    "themas/gezien": "Geen van deze",
    "meer_maatregel_eerste": "Nee",
    "overleg/met": "Ik heb nog niet overlegd",
    "wens/samen": "Nee",
    "wens/alleen": "Ja",
    "loop/deel_klaar": "Verder op het werkscherm",
    "loop/zelfde": "Ja",
    "zitting/aanwezig": "Noor",
    "directe-veiligheid/gewond": "Nee",
    "directe-veiligheid/laatste_geweld": "In de afgelopen week",
    "directe-veiligheid/bang": "Ja",
    "directe-veiligheid/dichtbij": "Weet niet",
    "directe-veiligheid/ernstig": "Geen van deze",
    "directe-veiligheid/wapen_pakken": "Nee",
    "directe-veiligheid/zorg": "Ja",
    "directe-veiligheid/slaapplek": "Ja",
    "indruk/niveau": "Zorgen over de veiligheid nu",
    "indruk/waarom": "Noor is bang in huis.",
    "oordeel/besluit": "Ja, dit past",
    "meer_afspraak_eerste": "Nee",
    "meer_actie_eerste": "Ja",
    "actie/wat": "Kim belt elke avond.",
    "actie/wie": "Noor",
    "actie/wanneer": "morgen",
    "actie/tijd": "20.00",
    "actie/zien": "Noor heeft Kim gesproken.",
    "actie/anders": "Een collega gaat langs.",
    "actie/leefdomein": "Veiligheid",
    "meer_actie": "Nee",
    "acties/reden_minder": "Meer lukt vandaag niet.",
    "cijfer/waarde": "4",
    "cijfer/over": "Noor",
    "cijfer/setting": "Alleen",
    "cijfer/waarom": "Ik slaap slecht.",
    "regie/casusregisseur": "Kim de Vries",
    "regie/organisatie": "Lokaal team Voorbeeld",
    "regie/telefoon": "024 000 00 00",
    "regie/mandaathouder": "Robin Bakker",
    "vervolg/contact_datum": "morgen",
    "vervolg/contact_tijd": "20.00",
    "vervolg/contact_hoe": "Kim belt.",
    "vervolg/evaluatie_datum": "31-12-2099",
    "slot/vannacht": "Ja",
    "slot/tot_contact": "Ja",
    "slot/waardoor": "Noor slaapt bij haar zus.",
    "slot/wie_controleert": "Kim",
    "slot/wanneer": "morgen om acht uur",
    "hoofdstukken/gekozen": "Geen van deze",
    "menu/afronden": "Klaar voor nu",
    "menu/waarom": "Dit komt later",
    "menu/toelichting": "",
}


@dataclass(frozen=True)
class Gezien:
    """A question as it stood on the screen: which one, about whom, and all text since the last answer."""

    sleutel: str
    over: str
    tekst: str

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Gezien) and (self.sleutel, self.over) == (ander.sleutel, ander.over)

    def __hash__(self) -> int:
        return hash((self.sleutel, self.over))


@cache
def catalogus() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every question that the program can ask, with the pattern of its text."""
    o = load_omgeving(date(2026, 12, 7))
    teksten = {
        f"{soort}/{veld}": o.sjabloon.teksten[soort][veld].vraag for soort in VELDEN for veld in VELDEN[soort]
    }
    teksten |= {id_: zin for id_, zin in o.sjabloon.zinnen.items() if id_.startswith("meer_")}
    for instrument in o.instrumenten.values():
        teksten |= {f"{instrument.id}/{id_}": vraag.tekst for id_, vraag in instrument.vragen.items()}
    return tuple((sleutel, _pattern(tekst)) for sleutel, tekst in (teksten | MENUS).items())


def _pattern(tekst: str) -> re.Pattern[str]:
    delen = re.split(r"\\{(\w+)\\}", re.escape(" ".join(tekst.split())))
    return re.compile("".join(d if n % 2 == 0 else r"([^?]+?)" for n, d in enumerate(delen)))


def schoon(tekst: str) -> str:
    """Without markup, every run of white space one space."""
    return " ".join(OPMAAK.sub("", tekst).split())


def herken(tekst: str, *, mededeling: bool = False) -> Gezien:
    """The question that stands last in this piece of screen."""
    plat = schoon(tekst)
    if mededeling:
        zinnen = load_omgeving(date(2026, 12, 7)).sjabloon.zinnen
        for sleutel, id_ in (("begin", "begin_nu"), ("uitslag", "mens_beslist"), ("slot", "niet_veilig_nu")):
            if schoon(zinnen[id_]) in plat:
                return Gezien(f"mededeling/{sleutel}", "", tekst)
        raise AssertionError(f"Dit is geen bekende mededeling:\n{tekst}")
    gevonden = [
        (m.start(), m.end(), sleutel, " ".join(m.groups()))
        for sleutel, patroon in catalogus()
        for m in patroon.finditer(plat)
    ]
    if not gevonden:
        raise AssertionError(f"Hier staat geen vraag van het sjabloon of een instrument:\n{tekst}")
    _, _, sleutel, over = max(gevonden, key=lambda g: (g[0], g[1]))
    return Gezien(sleutel, over, tekst)


@dataclass
class Antwoorden:
    """Answers by question; a list is used in order, and its last one for all that follow."""

    tabel: Mapping[str, str | list[str]]
    gebruikt: dict[str, int] = field(default_factory=dict)

    def op(self, vraag: Gezien) -> str:
        """The answer to this question; says which question has none."""
        if vraag.sleutel.startswith("mededeling/"):
            return ""
        assert vraag.sleutel in self.tabel, f"Een nieuwe vraag, zonder antwoord in de tabel: {vraag}"
        antwoord = self.tabel[vraag.sleutel]
        if isinstance(antwoord, str):
            return antwoord
        keer = self.gebruikt[vraag.sleutel] = self.gebruikt.get(vraag.sleutel, 0) + 1
        return antwoord[min(keer, len(antwoord)) - 1]


class Terminal:
    """The program in a pseudo-terminal. ``scherm`` is all that was shown."""

    def __init__(
        self, *opdracht: str, rijen: int = 24, kolommen: int = 80, echo: bool = False, **omgeving: str
    ) -> None:
        basis = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM", "VEILIGHEIDSPLAN_MAP")}
        self.proces = pexpect.spawn(
            PROGRAMMA,
            list(opdracht),
            dimensions=(rijen, kolommen),
            env={**basis, "TERM": "xterm-256color", **omgeving},
            encoding="utf-8",
            timeout=180,  # never waited for where all is well; a busy machine takes long
            echo=echo,
        )
        self.proces.delaybeforesend = None
        self.scherm = ""

    def vraag(self) -> Gezien | None:
        """Wait for the next question of the plain mode; ``None`` at the end of the program."""
        welke = self.proces.expect([PROMPT, pexpect.EOF])
        stuk = str(self.proces.before)
        self.scherm += stuk + (str(self.proces.after) if welke == 0 else "")
        if welke == 1:
            return None
        return herken(stuk, mededeling=str(self.proces.after).startswith("Druk"))

    def typ(self, tekst: str) -> None:
        """Type these keys."""
        self.proces.send(tekst)

    def antwoord(self, vraag: Gezien, tekst: str) -> None:
        """Type an answer; where more lines are possible, an empty one ends it."""
        self.typ(tekst + ("\n\n" if "Een lege regel sluit af." in schoon(vraag.tekst) else "\n"))

    def wacht_op(self, tekst: str) -> None:
        """Wait until this text is shown."""
        self.proces.expect_exact(tekst)
        self.scherm += str(self.proces.before) + str(self.proces.after)

    def code(self) -> int:
        """Wait for the end; the exit code (a signal as 128 and its number)."""
        self.proces.expect(pexpect.EOF)
        self.scherm += str(self.proces.before or "")
        self.proces.close()
        if self.proces.exitstatus is None:
            return 128 + int(self.proces.signalstatus or 0)
        return int(self.proces.exitstatus)

    def doorloop(self, antwoorden: Antwoorden) -> list[Gezien]:
        """Answer every question to the end of the program; the questions in order."""
        gezien = []
        while (vraag := self.vraag()) is not None:
            gezien.append(vraag)
            self.antwoord(vraag, antwoorden.op(vraag))
        return gezien


def wachtzin_bestand(map_: Path, wachtzin: str = WACHTZIN) -> Path:
    """A file with a passphrase."""
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / "wachtzin.txt"
    pad.write_text(wachtzin + "\n", encoding="utf-8")
    return pad
