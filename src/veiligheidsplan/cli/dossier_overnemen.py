"""Taking a dossier over: from a package, or from the store or a back-up of a colleague who is ill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.overdracht import Gevonden, Overgenomen, choose, fingerprint, look_in
from veiligheidsplan.app.overdracht import take_over as take_in
from veiligheidsplan.cli.dossier_sleutel import read_key
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.cli.tafel import resume_command, say_command
from veiligheidsplan.cli.wachtzin import someone_can_type

#: what a copy that is not newer means
_NIETS = {
    "gelijk": "Dit dossier staat hier al, precies zo. Er is niets veranderd.",
    "ouder": "Dit dossier staat hier al, en uw versie is nieuwer. Er is niets veranderd.",
}


def take_over(
    kast: Dossierkast, naam: str | None, uit: Path, van: Path | None, reden: str | None, map_: Path | None
) -> int:
    """Choose, compare the key with the colleague, take in, and say what to do next."""
    gevonden = look_in(kast, uit)
    gekozen = choose(gevonden, naam)
    if gekozen is None:
        raise Mislukt(_choices(gevonden, naam))
    _compare(gekozen.van, van)
    uitkomst = take_in(kast, uit, gekozen, reden)
    for bevinding in uitkomst.let_op:
        say(f"Let op: {bevinding.uitleg} {bevinding.suggestie or ''}".strip(), stijl="let_op")
    return _done(gekozen, uitkomst, map_)


def _done(gekozen: Gevonden, uitkomst: Overgenomen, map_: Path | None) -> int:
    if uitkomst.verhouding in _NIETS:
        say(_NIETS[uitkomst.verhouding])
        return 0 if uitkomst.verhouding == "gelijk" else 1
    kop = gekozen.kop
    show(f"Overgenomen: {kop.id}  {kop.alias or '(nog geen naam)'}")
    if uitkomst.verhouding == "nieuwer":
        say("Het dossier stond hier al. Wat er sindsdien bij kwam, staat er nu ook in.")
    say("Wie het dossier had, staat niet meer als medewerker in het plan. Vul eerst in wie u bent:")
    say_command(resume_command(kop.id, map_))
    say("Kijk daarna de acties en het volgende contact na, en maak zo nodig nieuwe exemplaren.")
    return 0


def _compare(van: str, bestand: Path | None) -> None:
    """Whose key this is, is for people to say: aloud, or with the key that they were given before."""
    kenmerk = fingerprint(van)
    if bestand is not None:
        if fingerprint(read_key(bestand)) != kenmerk:
            raise Mislukt(
                f"Dit dossier komt van een andere sleutel ({kenmerk}) dan die in {bestand}. Er is niets overgenomen.\n"
                "Bel uw collega. Met een nieuwe wachtzin via de herstelsleutel komt er een andere sleutel."
            )
        return
    if not someone_can_type():
        raise Gebruiksfout("Hier kan niemand een kenmerk vergelijken. Geef --van BESTAND.")
    from veiligheidsplan.cli.plain import read_line

    say("Dit dossier komt van iemand met deze sleutel:")
    say(f"  {kenmerk}", stijl="kop")
    say("Bel uw collega en laat het kenmerk voorlezen. Ook: veiligheidsplan dossier sleutel --openbaar")
    if read_line("Is het precies hetzelfde? Typ ja of nee: ").strip().casefold() not in ("ja", "j"):
        raise Mislukt("Er is niets overgenomen.")


def _choices(gevonden: Sequence[Gevonden], naam: str | None) -> str:
    zin = "Dit dossier ligt daar niet" if naam else "Er liggen daar meer dossiers"
    regels = [f"  {g.kop.id}  {g.kop.alias or '(nog geen naam)'}" for g in gevonden]
    return "\n".join([f"{zin}. Noem er één van deze:", *regels])
