"""The Dutch help texts. Written without imports of weight, because ``--help`` must be there at once."""

from __future__ import annotations

from collections.abc import Iterable

from veiligheidsplan.cli.register import PROGRAMMA, Groep, Opdracht

BREEDTE = 79
HELP_RIJ = ("--help", "Laat deze uitleg zien.")


def group_help(pad: str, hulp: str, opdrachten: dict[str, Opdracht] | dict[str, Opdracht | Groep]) -> str:
    """The help of the program itself or of a group: what it is for, its commands, options and an example."""
    opties = [HELP_RIJ]
    if pad == PROGRAMMA:
        opties.append(("--versie", "Laat de versie zien."))
    eerste = next(iter(opdrachten.values()))
    voorbeeld = eerste.voorbeeld if isinstance(eerste, Opdracht) else f"{pad} --help"
    return layout(
        f"{pad} OPDRACHT [OPTIES]",
        hulp,
        [
            ("Opdrachten", [(naam, wat.hulp) for naam, wat in opdrachten.items()]),
            ("Opties", opties),
        ],
        voorbeeld,
        f"Meer over een opdracht: {pad} OPDRACHT --help",
    )


def layout(
    gebruik: str,
    hulp: str,
    secties: Iterable[tuple[str, list[tuple[str, str]]]],
    voorbeeld: str,
    slot: str | None = None,
) -> str:
    """One help page: usage, explanation, sections of two columns, and at the end an example."""
    regels = [*_paragraph(f"Gebruik: {gebruik}", 0, 9), "", *_paragraph(hulp, 2)]
    for titel, rijen in secties:
        if rijen:
            regels += ["", f"{titel}:", *_columns(rijen)]
    if slot:
        regels += ["", slot]
    return "\n".join([*regels, "", "Voorbeeld:", f"  {voorbeeld}", ""])


def _columns(rijen: list[tuple[str, str]]) -> list[str]:
    links = min(max(len(naam) for naam, _ in rijen), 30)
    regels: list[str] = []
    for naam, tekst in rijen:
        rechts = [r.strip() for r in _paragraph(tekst, 0, breedte=BREEDTE - links - 4)] or [""]
        if len(naam) > links:
            regels.append(f"  {naam}")
            naam = ""
        regels.append(f"  {naam:<{links}}  {rechts[0]}".rstrip())
        regels += [" " * (links + 4) + regel for regel in rechts[1:]]
    return regels


def _paragraph(tekst: str, inspringen: int, vervolg: int | None = None, breedte: int = BREEDTE) -> list[str]:
    regels: list[str] = []
    marge = " " * inspringen
    regel = marge
    for woord in tekst.split():
        if len(regel) + len(woord) > breedte and regel.strip():
            regels.append(regel.rstrip())
            regel = " " * (inspringen if vervolg is None else vervolg)
        regel += woord + " "
    return [*regels, regel.rstrip()] if regel.strip() else regels
