"""Copies from the command line: made, signed, written under a neutral name, and logged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.exporteer import HANDTEKENINGVELD, export, handed, new_kenmerk
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import say
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.kopie import KAARTEN, Eigendeel
from veiligheidsplan.plan.lezer import GEZAMENLIJK, Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.taalbestand import Woordenboek


def write_copy(
    kast: Dossierkast,
    id_: str,
    d: Dossier,
    o: Omgeving,
    voor: Lezer,
    naar: Path,
    *,
    formaat: Formaat = "pdf",
    voorlopig: bool = False,
    eigen: Eigendeel = "niet",
    hoe: str | None = None,
    taal: Woordenboek | None = None,
    alleen: bool = False,
) -> tuple[Path, Dossier]:
    """Make one copy; *naar* is a folder (a neutral name is chosen) or a new file. A PDF is signed by the worker.

    *hoe* is how it reaches its reader, where that is known: it comes into the dossier with the copy. A translation
    that nobody approved (*taal*) is a reading aid: nobody signs it. Who is *alleen* at the keyboard hears of any copy
    that a sign could not be drawn; others only of what everyone may read.
    """
    exemplaar = export(
        d, o, voor, formaat, kenmerk=new_kenmerk(), voorlopig=voorlopig, eigen=eigen, taal=taal
    )
    inhoud = exemplaar.inhoud
    feiten = [exemplaar.feit, *([handed(voor, exemplaar.kenmerk, hoe)] if hoe else [])]
    wie = str(d.waarde("medewerker", "naam") or "")
    leeshulp = taal is not None and not taal.bestand.approved
    if formaat == "pdf" and wie and not voorlopig and not leeshulp and eigen not in KAARTEN:
        from veiligheidsplan.app.onderteken import sign_copy, signed_fact

        inhoud = sign_copy(kast, inhoud, wie, HANDTEKENINGVELD)
        feiten.append(signed_fact(exemplaar.kenmerk, inhoud))
    pad = naar / exemplaar.naam if naar.is_dir() else naar
    with new_file(pad, inhoud) as schrijf:
        d = kast.write(id_, d, feiten)  # before the file: no copy goes round that the dossier does not know
        try:
            schrijf()
        except BaseException:
            with suppress(
                BevindingenFout
            ):  # a full disk: then the dossier names a copy too many, never too few
                kast.write(id_, d, [Feit("kopie_mislukt", {"kenmerk": exemplaar.kenmerk})])
            raise
    if exemplaar.vervangen and (alleen or voor == GEZAMENLIJK):
        say(replaced_words(exemplaar.vervangen))
    for b in exemplaar.bevindingen:
        say(f"Let op: {b.uitleg} {b.suggestie}")
    return pad, d


def replaced_words(woorden: tuple[str, ...]) -> str:
    """That some signs could not be drawn, and the words that stand there now."""
    return (
        f"Let op: niet alles kan in de PDF getekend worden. Daar staat nu: {', '.join(woorden)}. "
        "Is het belangrijk? Schrijf het dan in gewone letters."
    )


@contextmanager
def new_file(pad: Path, inhoud: bytes | bytearray) -> Iterator[Callable[[], None]]:
    """A file that does not exist yet, for its owner only: reserved on entering, written when asked, never half."""
    try:
        nummer = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise Mislukt(
            f"Dit bestand is er al: {pad}. Kies een andere naam; er is niets overschreven."
        ) from None
    try:
        with os.fdopen(nummer, "wb") as bestand:

            def write() -> None:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())

            yield write
    except BaseException:
        pad.unlink(missing_ok=True)
        raise
