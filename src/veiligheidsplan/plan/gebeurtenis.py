"""Events (*gebeurtenissen*): the only way a dossier changes. Append-only, versioned, with who and when.

Old versions are lifted by pure functions (``OPTILLERS``), so a log of years ago still folds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Inhoud = Mapping[str, Any]

#: kind of event -> the version that this program writes
VERSIES: dict[str, int] = {
    "dossier_begonnen": 1,  # sjabloon, programma
    "waarde_gegeven": 2,  # onderwerp, veld, waarde, zitting, toelichting
    "onderwerp_gearchiveerd": 1,  # onderwerp, reden
    "instrument_begonnen": 1,  # afname, instrument (whole), over, kort, gegevens
    "antwoord_gegeven": 1,  # afname, vraag, waarde, van, over, bijzijn, zitting, toelichting
    "antwoord_gekozen": 1,  # afname, vraag, waarde, reden: between accounts that contradict; null takes it back
    "uitslag_getoond": 1,  # afname, uitslag: what the professional saw
    "verlaging_bevestigd": 1,  # afname, niveau, van, besluit (volgnummer), naam: by a second person's own key
    "plan_vastgesteld": 2,  # uitslagen, ontbreekt, reden, toelichting: why something still lacks
    "evaluatie_begonnen": 1,  # nummer, dag, sinds, nu (afname), taken: a new round of the conversation
    "kopie_gemaakt": 2,  # voor, kenmerk, formaat, voorlopig, eigen (niet, mee, apart), versie
    "uitgereikt": 1,  # voor, kenmerk (null: no copy was made), hoe (papier, telefoon, getoond, voorgelezen, niet)
    "gelezen": 1,  # hoe: which command showed the dossier; the plan stays as it was
    "agenda_geschreven": 1,  # code, momenten (soort, uid, volgorde, dag, tijd, vervallen): the worker's calendar
    "ondertekend_gezien": 1,  # kenmerk, lengte, sha256, handtekeningen: a signed file as it was made or came back
    "kopie_mislukt": 1,  # kenmerk: it was announced, and could not be written
    "gewist": 1,  # volgnummer, reden
    "overgedragen": 1,  # aan (key id), reden: ziekte, vakantie, verhuizing, anders
    "teruggenomen": 1,  # reden: by the one who handed it over
    "overgenomen": 1,  # van (key id of who wrapped it), reden: by the one who has it now
    "identiteit_gemaakt": 1,  # naam, p12 (base64), wachtzin: only in the worker's own log
}

#: (kind, old version) -> pure function from old to next content
OPTILLERS: dict[tuple[str, int], Callable[[Inhoud], Inhoud]] = {
    ("waarde_gegeven", 1): lambda inhoud: {**inhoud, "toelichting": None},  # nobody could write a note then
    ("plan_vastgesteld", 1): lambda inhoud: {
        **inhoud,
        "reden": None,
        "toelichting": None,
    },  # nobody was asked
    ("kopie_gemaakt", 1): lambda inhoud: {
        **inhoud,
        "eigen": "niet",
        "versie": None,
    },  # no copy had private pages
}


class OnbekendeGebeurtenis(ValueError):
    """The log holds an event of a newer program."""


@dataclass(frozen=True, slots=True)
class Feit:
    """What happened, before it is stamped with who and when."""

    soort: str
    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """What happened (``soort``, ``inhoud``), by whom (``door``) and when (``tijd``, aware, UTC)."""

    soort: str
    versie: int
    door: str
    tijd: datetime
    inhoud: Inhoud

    def to_bytes(self) -> bytes:
        """Compact UTF-8 JSON. Keys keep their order: in an instrument the order of the levels is their meaning."""
        velden = {
            "soort": self.soort,
            "versie": self.versie,
            "door": self.door,
            "tijd": self.tijd.isoformat(),
            "inhoud": self.inhoud,
        }
        return json.dumps(velden, ensure_ascii=False, separators=(",", ":")).encode()


def stamp(feit: Feit, *, door: str, tijd: datetime) -> Gebeurtenis:
    """Make an event of a fact. ``tijd`` must be aware."""
    if tijd.tzinfo is None:
        raise ValueError("een gebeurtenis heeft een tijd met tijdzone nodig")
    return Gebeurtenis(feit.soort, VERSIES[feit.soort], door, tijd, feit.inhoud)


def from_bytes(ruw: bytes) -> Gebeurtenis:
    """Read an event and lift it to the current version. Raises ``OnbekendeGebeurtenis`` for a newer one."""
    velden = json.loads(ruw)
    soort, versie, inhoud = velden["soort"], velden["versie"], velden["inhoud"]
    if soort not in VERSIES or versie > VERSIES[soort]:
        raise OnbekendeGebeurtenis(soort)
    while versie < VERSIES[soort]:
        inhoud = OPTILLERS[soort, versie](inhoud)
        versie += 1
    return Gebeurtenis(soort, versie, velden["door"], datetime.fromisoformat(velden["tijd"]), inhoud)
