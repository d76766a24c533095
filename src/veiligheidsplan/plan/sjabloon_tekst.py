"""What a text of a template may not hold, whoever wrote it: markup, links, phone numbers, and what is never asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LANGSTE_TITEL = 120
LANGSTE_TEKST = 600

_OPMAAK = re.compile(
    r"<\s*[/!?a-z]|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|\]\s*\(|\*\*|__|`|^\s*#{1,6}\s|^\s*(?:[-*_]\s*){3,}$",
    re.IGNORECASE | re.MULTILINE,
)
_VERWIJZING = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,20}:\s?//|\bwww\.|\b(?:javascript|mailto|data|file|tel):"
    r"|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:nl|com|org|net|eu|info|be|io)\b",
    re.IGNORECASE,
)
_ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udfff]"
)
#: a number to call: an emergency number, or seven digits and more with the signs that people put between them
_NUMMER = re.compile(
    r"(?<![\d.,])11[23](?![\d.,]?\d)|\b14\s?0\d{2,3}\b|(?<!\d)(?:\+|0)\d(?:[\s().-]{0,2}\d){6,}"
)
_NOOIT = re.compile(
    r"\w*opvang(?:huis|adres|locatie|plek)|schuil(?:adres|plek|plaats)|geheim\s+adres|verblijfs?(?:adres|plaats|plek)"
    r"|safe\s?house|blijf[-\s]van[-\s]mijn[-\s]lijf|\badres\b(?!\s+(?:is\s+)?bekend)|\bpostcode\b|waar\s+(?:verblijft|slaapt|woont|schuilt)"
    r"|\bbsn\b|burgerservicenummer|sofi-?nummer|code\s?woord",
    re.IGNORECASE,
)
_ROLLEN = re.compile(r"\b(?:slachtoffer|pleger|dader|verdachte)\w*", re.IGNORECASE)
#: what an answer to a question at the table could betray, or what reads as a score
_GEVAAR = re.compile(
    r"geweld|\bsl(?:aan|aat|oeg)|geslagen|\bwapen|\bmes\b|\bbang\b|angst|dreig|wurg|\bseks|verkracht|stalk|achtervolg"
    r"|bespied|mishandel|\bvlucht|onveilig|\baangifte|\baware\b|\bmelding|gemeld|meldcode|\bsignaal|\bsignalen|\brisico"
    r"|\bscore|\bniveau|\bkans\b|\bverdacht|opvang(?!uren)|zwanger|verslaa|\bdrugs|alcohol"
    r"|\bkeel|veilig|\bschop|\btrapte?\b|\bgetrapt|\bduw|geduwd|\bknijp|geknepen|\bgooi|gewond|letsel|blauwe\s+plek|schreeuw|\bscheld"
    r"|gescholden|opgesloten|\bruzie|\bdood|zelfmoord|su[iï]cide|\bpolitie|verbod\b|\bbewaker|\bcontroleer|\bpijn\b",
    re.IGNORECASE,
)
_KINDEROPVANG = re.compile(r"\b(?:kinder|naschoolse |buitenschoolse )opvang\b", re.IGNORECASE)
#: keeps somebody from calling, or says that it is safe: nobody knows that beforehand, and a family may read only this
_AFRADEN = re.compile(
    r"\b(?:bel|belt|bellen|gebeld|waarschuwt?|waarschuwen|meldt?|melden)\b[^.!?]{0,60}\b(?:nooit|niet|niemand|geen)\b"
    r"|\b(?:nooit|niet|niemand|geen)\b[^.!?]{0,40}\b(?:te\s+)?(?:bellen|waarschuwen|melden)\b"
    r"|\b(?:alles|het|iedereen|u)\s+is\s+(?:nu|weer|hier|al|thuis)?\s*veilig\b|\bgeen\s+(?:direct\s+)?gevaar\b"
    r"|\bniets?\s+aan\s+de\s+hand\b|\bgeen\s+zorgen\b|\bwees\s+gerust\b|\bwacht\s+(?:eerst|rustig)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\{([^{}]*)\}")


class Bezwaar(NamedTuple):
    """What is wrong with a text: code, sentence, and what to do."""

    code: str
    uitleg: str
    tip: str


def openings(tekst: str) -> frozenset[str]:
    """The places in a fixed text that the program fills: «naam» in «Hoe gaat het met {naam}?»."""
    return frozenset(_OPENING.findall(tekst))


def objections(tekst: str, *, titel: bool = False, vul: frozenset[str] = frozenset()) -> Iterator[Bezwaar]:
    """Everything that this text may not hold. *vul*: the openings that it must have, and no others."""
    if not tekst.strip():
        yield Bezwaar("VP619", "Hier staat geen tekst.", "Schrijf een tekst, of haal de sleutel weg.")
    meest = LANGSTE_TITEL if titel else LANGSTE_TEKST
    if len(tekst) > meest:
        yield Bezwaar(
            "VP619",
            f"Deze tekst heeft {len(tekst)} tekens; hoogstens {meest} is te lezen.",
            "Maak de tekst korter.",
        )
    kort = tekst[: 4 * LANGSTE_TEKST]
    if m := _OPMAAK.search(kort) or _VERWIJZING.search(kort) or _ONZICHTBAAR.search(kort):
        yield Bezwaar(
            "VP617",
            f"Opmaak, een link of een onzichtbaar teken: «{_shown(m[0])}». Hier kan alleen gewone tekst.",
            "Schrijf het als gewone tekst. Een kopie mag niemand ergens anders heen sturen.",
        )
    if m := _NUMMER.search(kort):
        yield Bezwaar(
            "VP620",
            f"Hier staat een telefoonnummer in een tekst: «{_shown(m[0])}».",
            "Zet een nummer bij «contacten», met bron en gecontroleerd_op. De nummers van de regio staan er al.",
        )
    if m := _AFRADEN.search(kort):
        yield Bezwaar(
            "VP639",
            f"Dit houdt iemand van bellen af, of stelt iemand gerust: «{_shown(m[0])}».",
            "Niemand weet vooraf of het veilig is. Schrijf wat iemand wel kan doen, of haal de zin weg.",
        )
    if titel and (vreemd := foreign_letters(kort)):
        yield Bezwaar(
            "VP617",
            f"In een titel of een naam hoort alleen ons eigen schrift; «{vreemd}» lijkt er misschien op.",
            "Schrijf het met gewone letters. Een andere taal hoort in een vertaling.",
        )
    if titel and (m := _ROLLEN.search(kort)):
        yield Bezwaar(
            "VP636",
            f"Het woord «{_shown(m[0])}» is hier een etiket voor een mens. Iemand kan beide zijn.",
            "Noem wat er gebeurt of wat er nodig is, niet wat iemand is.",
        )
    if openings(tekst) != vul:
        nodig = ", ".join("{" + v + "}" for v in sorted(vul)) or "geen enkele"
        yield Bezwaar(
            "VP618",
            f"De plekken tussen accolades kloppen niet. Hier hoort: {nodig}.",
            "Neem de woorden tussen accolades over zoals de regio ze schreef.",
        )


def never_asked(tekst: str) -> Bezwaar | None:
    """A question for what is nowhere stored: where somebody hides, a code word, a citizen number."""
    m = _NOOIT.search(tekst[: 4 * LANGSTE_TEKST])
    if m is None:
        return None
    return Bezwaar(
        "VP635",
        f"Deze vraag gaat over iets dat nergens wordt bewaard: «{_shown(m[0])}».",
        "Een kopie kan door iedereen worden gevonden. Vraag bijvoorbeeld bij wie het adres bekend is.",
    )


def not_at_the_table(tekst: str) -> Bezwaar | None:
    """Words that may not stand in a question that everyone hears and whose answer everyone reads: default deny."""
    kort = _KINDEROPVANG.sub("", tekst[: 4 * LANGSTE_TEKST])
    m = _GEVAAR.search(kort) or _ROLLEN.search(kort)
    if m is None:
        return None
    return Bezwaar(
        "VP637",
        f"Met «{_shown(m[0])}» gaat dit over gevaar of over een oordeel. Dat komt niet op de kopie die iedereen leest.",
        "Haal «gezamenlijk» weg: dan ziet alleen de professional de vraag en het antwoord.",
    )


def foreign_letters(tekst: str) -> str:
    """Letters of another script, that may look like ours: «Т» of «Тhuis»."""
    vreemd = (
        t for t in tekst if t.isalpha() and not unicodedata.name(t, "").startswith(("LATIN", "MODIFIER"))
    )
    return "".join(dict.fromkeys(vreemd))[:10]


def _shown(stuk: str) -> str:
    return "".join(t if t.isprintable() else "?" for t in stuk[:30])
