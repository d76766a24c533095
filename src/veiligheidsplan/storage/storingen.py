"""What can go wrong in the store (*storing*: a breakdown), each as a stable code with one Dutch sentence
and a remedy.

Nothing of SQLite or the operating system reaches the user: :func:`translate_faults` turns their errors into
:class:`~veiligheidsplan.bevinding.BevindingenFout`. Values filled in are ids, numbers and paths, never
content.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst

_TERUG = (
    "Zet een back-up terug met `veiligheidsplan dossier herstel --back-up`, of vraag hulp. "
    "Wijzig het bestand niet."
)
_VEILIG = "Alles wat eerder is bewaard, staat er nog."

TEKSTEN: dict[str, tuple[str, str]] = {
    "VP701": (
        "Deze wachtzin past niet op de kluis.",
        "Probeer het nog een keer en let op hoofdletters. "
        "Bent u de wachtzin kwijt? Kies een nieuwe met `veiligheidsplan dossier herstel`.",
    ),
    "VP702": ("Deze wachtzin is te kort: {aantal} tekens.", "Kies een zin van minstens {minimum} tekens."),
    "VP703": (
        "In de herstelsleutel zit een typfout: {waar}.",
        "Vergelijk uw invoer met het papier, groep voor groep.",
    ),
    "VP704": (
        "De herstelsleutel is goed overgetypt, maar hoort niet bij deze kluis.",
        "Zoek de herstelsleutel die bij deze kluis is getoond; na vernieuwen geldt alleen de nieuwste.",
    ),
    "VP705": (
        "In de openbare sleutel van uw collega zit een typfout: {waar}.",
        "Vraag uw collega om de sleutel opnieuw te sturen en kopieer hem in zijn geheel.",
    ),
    "VP706": (
        "Uw sleutel geeft geen toegang tot dossier {dossier}.",
        "Vraag wie het dossier heeft om u als sleutelhouder toe te voegen.",
    ),
    "VP707": (
        "Dit is de laatste sleutel van dossier {dossier}; zonder sleutel kan niemand het meer lezen.",
        "Geef eerst een collega een sleutel, of wis het dossier.",
    ),
    "VP708": (
        "Het sleutelbestand van het voorbeeld past niet bij de kluis {pad}.",
        "Verwijder de map met het voorbeeld en begin het voorbeeld opnieuw.",
    ),
    "VP709": (
        "Sleutelhouder {houder} heeft geen sleutel van dossier {dossier}.",
        "Kijk met `veiligheidsplan dossier sleutel` wie er een heeft.",
    ),
    "VP710": (
        "Een nieuwe herstelsleutel kan alleen wie de kluis met de wachtzin heeft geopend.",
        "Open de kluis met uw wachtzin, of stel met de herstelsleutel eerst een nieuwe wachtzin in.",
    ),
    "VP711": (
        "Er is geen kluis op deze plek: {pad}.",
        "Kijk of de map klopt (`--map`), of begin met `veiligheidsplan nieuw`.",
    ),
    "VP712": (
        "Op deze plek staat al een bestand: {pad}.",
        "Open de kluis die er staat, of kies een andere plek.",
    ),
    "VP713": ("Het bestand {pad} is beschadigd of is geen kluis.", _TERUG),
    "VP714": (
        "De kluis {pad} is gemaakt door een nieuwere versie van dit programma.",
        "Werk het programma bij; de kluis is niet veranderd.",
    ),
    "VP715": (
        "De schijf is vol; het laatste is niet bewaard.",
        f"Maak ruimte vrij en probeer het opnieuw. {_VEILIG}",
    ),
    "VP716": (
        "Het programma mag niet lezen of schrijven op deze plek: {pad}.",
        f"Kijk naar de rechten van het bestand en de map, of kies een andere map met `--map`. {_VEILIG}",
    ),
    "VP717": (
        "De kluis wordt op dit moment gebruikt door een ander programma.",
        f"Sluit het andere venster, of wacht even en probeer het opnieuw. {_VEILIG}",
    ),
    "VP718": (
        "Lezen of schrijven op de schijf lukte niet: {pad}.",
        f"Kijk of de schijf nog is aangesloten en niet vol is, en probeer het opnieuw. {_VEILIG}",
    ),
    "VP721": ("In dossier {dossier} ontbreekt gebeurtenis {volgnummer}.", _TERUG),
    "VP722": ("In dossier {dossier} is gebeurtenis {volgnummer} beschadigd of veranderd.", _TERUG),
    "VP723": ("Het kopblad van dossier {dossier} is beschadigd of veranderd.", _TERUG),
    "VP724": (
        "Dossier {dossier} is afgekapt: na gebeurtenis {volgnummer} horen er nog {aantal} te zijn.",
        _TERUG,
    ),
    "VP725": ("Dossier {dossier} heeft gebeurtenis {volgnummer}, die het kopblad niet kent.", _TERUG),
    "VP726": (
        "In dossier {dossier} is de inhoud van gebeurtenis {volgnummer} weg; niemand heeft die gewist.",
        _TERUG,
    ),
    "VP727": (
        "In dossier {dossier} staat gebeurtenis {volgnummer} er weer, terwijl die is gewist.",
        "Wis de gebeurtenis opnieuw; de inhoud wordt niet getoond.",
    ),
    "VP728": (
        "De sleutel van dossier {dossier} is beschadigd of komt niet van iemand die deze kluis vertrouwt.",
        _TERUG,
    ),
    "VP729": ("Het kopblad van dossier {dossier} hoort bij een andere stand dan de gebeurtenissen.", _TERUG),
    "VP731": (
        "Dossier {dossier} staat niet in deze kluis.",
        "Kijk met `veiligheidsplan lijst` welke dossiers er zijn.",
    ),
    "VP732": (
        "Dossier {dossier} is intussen ergens anders veranderd; uw laatste invoer is niet bewaard.",
        "Open het dossier opnieuw en voer uw laatste antwoord nog een keer in.",
    ),
    "VP733": (
        "Dossier {dossier} is sinds {sinds} open {waar}.",
        "Hier is niets veranderd. Ga daar verder, of sluit het daar; daarna kan het hier.",
    ),
    "VP734": (
        "Gebeurtenis {volgnummer} van dossier {dossier} bestaat niet, of is al gewist.",
        "Kijk in het logboek van het dossier.",
    ),
    "VP735": (
        "De inhoud is gewist, maar oude bytes kunnen nog in het bestand staan.",
        "Sluit andere vensters en open de kluis opnieuw; dan ruimt het programma ze op.",
    ),
    "VP736": (
        "Het bestand {pad} is een pakket met één dossier, en geen kluis.",
        "Neem het over met `veiligheidsplan dossier overdragen --uit`.",
    ),
    "VP737": (
        "Dossier {dossier} is op twee plekken verder gegaan: vanaf gebeurtenis {volgnummer} zijn de twee "
        "versies verschillend.",
        "Er is niets veranderd: uw versie en die in het bestand zijn er nog allebei. Spreek met uw collega af "
        "welke versie blijft, lees de andere met `veiligheidsplan toon` en vul aan wat ontbreekt.",
    ),
    "VP751": (
        "Dit is geen kenmerk van een logboek.",
        "Een kenmerk ziet er zo uit: 42-0123456789abcdef. U ziet het onder `veiligheidsplan dossier logboek`.",
    ),
    "VP752": (
        "Dossier {dossier} is teruggezet naar eerder: na gebeurtenis {volgnummer} horen er nog {aantal} te zijn.",
        _TERUG,
    ),
    "VP753": (
        "Dossier {dossier} heeft vanaf of vóór gebeurtenis {volgnummer} een andere geschiedenis dan toen.",
        _TERUG,
    ),
    "VP754": ("Dossier {dossier} staat in de back-up, en niet meer in deze kluis.", _TERUG),
    "VP755": (
        "In de back-up zelf is dossier {dossier} beschadigd of veranderd.",
        "Neem een andere back-up om naast deze kluis te leggen.",
    ),
    "VP758": (
        "De teller van dossier {dossier} is veranderd: die past niet bij gebeurtenis {volgnummer}, de laatste.",
        _TERUG,
    ),
    "VP757": (
        "In dossier {dossier} stond de klok bij gebeurtenis {volgnummer} op {waar}: eerder dan bij die ervóór"
        " ({sinds}).",
        "Dat kan een klok zijn die verkeerd stond, of die is teruggezet. De volgorde van het logboek klopt wel.",
    ),
    "VP756": (
        "Dossier {dossier} staat niet in deze back-up.",
        "Neem een back-up van na het begin van dit dossier.",
    ),
}


def finding(code: str, ernst: Ernst = Ernst.FOUT, /, **waarden: object) -> Bevinding:
    """The finding of *code*, its sentence filled with ids, numbers and paths."""
    uitleg, suggestie = TEKSTEN[code]
    toonbaar = {naam: _show(waarde) for naam, waarde in waarden.items()}
    return Bevinding(code, uitleg.format(**toonbaar), ernst, suggestie=suggestie.format(**toonbaar))


def fault(code: str, /, **waarden: object) -> BevindingenFout:
    """The same as an exception with one finding."""
    return BevindingenFout((finding(code, **waarden),))


_SQLITE = {
    sqlite3.SQLITE_NOTADB: "VP713",
    sqlite3.SQLITE_CORRUPT: "VP713",
    sqlite3.SQLITE_FULL: "VP715",
    sqlite3.SQLITE_READONLY: "VP716",
    sqlite3.SQLITE_PERM: "VP716",
    sqlite3.SQLITE_CANTOPEN: "VP716",
    sqlite3.SQLITE_BUSY: "VP717",
    sqlite3.SQLITE_LOCKED: "VP717",
    sqlite3.SQLITE_PROTOCOL: "VP717",
    sqlite3.SQLITE_IOERR: "VP718",
    # Onze eigen SQL is vast en getest: een schema dat er niet bij past, is een bestand dat niet van ons is.
    sqlite3.SQLITE_ERROR: "VP713",
    sqlite3.SQLITE_CONSTRAINT: "VP713",
    sqlite3.SQLITE_MISMATCH: "VP713",
    sqlite3.SQLITE_TOOBIG: "VP713",
}
_STELSEL = {
    errno.ENOSPC: "VP715",
    errno.EDQUOT: "VP715",
    errno.EACCES: "VP716",
    errno.EPERM: "VP716",
    errno.EROFS: "VP716",
    errno.ENOTDIR: "VP716",
    errno.EISDIR: "VP716",
    errno.EEXIST: "VP712",
    errno.ENOENT: "VP711",
}


@contextmanager
def translate_faults(pad: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system into findings about *pad*. The cause is cut off: it may hold
    English.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # een fout van ons, geen storing
    except sqlite3.Error as fout:
        code = _SQLITE.get(getattr(fout, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF, "VP713")
        raise fault(code, pad=pad) from None
    except UnicodeDecodeError:
        # Een beschadigd schema komt letterlijk in de melding van SQLite, en die leest Python als UTF-8.
        raise fault("VP713", pad=pad) from None
    except OSError as fout:
        raise fault(_STELSEL.get(fout.errno or 0, "VP718"), pad=pad) from None


def _show(waarde: object) -> str:
    """A path is foreign text too: no control characters or half surrogates on a terminal."""
    return "".join(teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in str(waarde))
