"""Whether sections, questions and contacts of a municipality's own are safe: who reads them, and what they ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.plan.contrast import contrast_findings
from veiligheidsplan.plan.sjabloon import Sjabloon
from veiligheidsplan.plan.sjabloon_contact import check_contacts
from veiligheidsplan.plan.sjabloon_tekst import Bezwaar, never_asked, not_at_the_table, objections

Pad = tuple[str | int, ...]
Blok = Mapping[Any, Any]
MET_KEUZES = ("keuze", "meerkeuze")
MET_GRENZEN = ("schaal", "getal")
#: what fits on a screen, and on a page
MEESTE_VRAGEN, MEESTE_SECTIES, MEESTE_KEUZES = 20, 10, 30


def check_extra(rauw: Blok, regio: Sjabloon) -> Iterator[Bevinding]:
    """Every fault of what the municipality brings itself."""
    secties = _block(rauw.get("extra_secties"))
    if len(secties) > MEESTE_SECTIES:
        yield _too_many(("extra_secties",), len(secties), MEESTE_SECTIES, "secties")
    for id_, sectie in secties.items():
        pad = ("extra_secties", id_)
        if id_ in regio.secties:
            yield Bevinding(
                "VP614",
                f"«{id_}» is een sectie van de regio. Een eigen sectie kan haar niet vervangen.",
                pad=pad,
                suggestie="Geef uw sectie een andere id.",
            )
        yield from _section(pad, _block(sectie), regio)
    yield from check_contacts(rauw.get("contacten"))
    yield from contrast_findings(regio.kleuren.model_dump() | _colours(rauw), ("kleuren",), _colours(rauw))


def _section(pad: Pad, sectie: Blok, regio: Sjabloon) -> Iterator[Bevinding]:
    yield from _text((*pad, "titel"), sectie.get("titel"), titel=True)
    yield from _text((*pad, "inleiding"), sectie.get("inleiding"))
    yield from _readers((*pad, "zichtbaar_voor"), sectie)
    vragen = _block(sectie.get("vragen"))
    if len(vragen) > MEESTE_VRAGEN:
        yield _too_many((*pad, "vragen"), len(vragen), MEESTE_VRAGEN, "vragen")
    samen = "gezamenlijk" in _list(sectie.get("zichtbaar_voor"))
    for id_, vraag in vragen.items():
        yield from _question((*pad, "vragen", id_), _block(vraag), regio, samen=samen)
    if not vragen and not sectie.get("inleiding"):
        yield Bevinding(
            "VP630",
            "Deze sectie heeft geen tekst en geen vragen.",
            pad=pad,
            suggestie="Schrijf een inleiding of een vraag.",
        )


def _question(pad: Pad, vraag: Blok, regio: Sjabloon, *, samen: bool) -> Iterator[Bevinding]:
    yield from _text((*pad, "vraag"), vraag.get("vraag"), gevraagd=True)
    yield from _text((*pad, "label"), vraag.get("label"), titel=True, gevraagd=True)
    yield from _text((*pad, "hulp"), vraag.get("hulp"), gevraagd=True)
    for code, tekst in _block(vraag.get("keuzes")).items():
        yield from _text((*pad, "keuzes", code), tekst, titel=True, gevraagd=True)
    yield from _readers((*pad, "zichtbaar_voor"), vraag)
    if "gezamenlijk" in _list(vraag.get("zichtbaar_voor")):
        yield from _joint(pad, vraag, regio, samen=samen)
    yield from _kind(pad, vraag)


def _joint(pad: Pad, vraag: Blok, regio: Sjabloon, *, samen: bool) -> Iterator[Bevinding]:
    mag = regio.openingen.soorten_gezamenlijk
    yield from _for_everyone(pad, vraag)
    if vraag.get("soort") not in mag:
        yield Bevinding(
            "VP616",
            f"Een vraag van de soort «{str(vraag.get('soort'))[:20]}» kan niet op de kopie die iedereen leest.",
            pad=(*pad, "zichtbaar_voor"),
            suggestie=f"Haal «gezamenlijk» weg, of kies een soort uit: {', '.join(mag)}."
            if mag
            else "Haal «gezamenlijk» weg.",
        )
    elif not samen:
        yield Bevinding(
            "VP616",
            "Deze vraag is ruimer te lezen dan de sectie waar zij in staat.",
            pad=(*pad, "zichtbaar_voor"),
            suggestie="Haal «gezamenlijk» hier weg, of zet bij de sectie: zichtbaar_voor: [professional, gezamenlijk].",
        )


def _for_everyone(pad: Pad, vraag: Blok) -> Iterator[Bevinding]:
    """What is said at the table and stands on the joint copy says nothing of danger, whatever the answer is."""
    keuzes = _block(vraag.get("keuzes"))
    teksten = [((*pad, deel), vraag.get(deel)) for deel in ("vraag", "label", "hulp")]
    for plek, tekst in (*teksten, *(((*pad, "keuzes", code), t) for code, t in keuzes.items())):
        if isinstance(tekst, str) and (b := not_at_the_table(tekst)):
            yield Bevinding(b.code, b.uitleg, pad=plek, suggestie=b.tip)


def _readers(pad: Pad, deel: Blok) -> Iterator[Bevinding]:
    if "zichtbaar_voor" in deel and "professional" not in (wie := _list(deel["zichtbaar_voor"])) and wie:
        yield Bevinding(
            "VP616",
            "De professional moet alles kunnen lezen wat een ander leest.",
            pad=pad,
            suggestie="Schrijf: zichtbaar_voor: [professional, gezamenlijk].",
        )


def _kind(pad: Pad, vraag: Blok) -> Iterator[Bevinding]:
    soort, keuzes = vraag.get("soort"), _block(vraag.get("keuzes"))
    if soort in MET_KEUZES and len(keuzes) < 2:
        yield Bevinding(
            "VP630",
            "Bij deze vraag horen minstens twee keuzes.",
            pad=(*pad, "keuzes") if "keuzes" in vraag else pad,
            suggestie="Schrijf bijvoorbeeld: keuzes: {ja: Ja, nee: Nee}.",
        )
    if len(keuzes) > MEESTE_KEUZES:
        yield _too_many((*pad, "keuzes"), len(keuzes), MEESTE_KEUZES, "keuzes")
    if soort not in MET_KEUZES and "keuzes" in vraag:
        yield Bevinding(
            "VP630",
            f"Een vraag van de soort «{str(soort)[:20]}» heeft geen keuzes.",
            pad=(*pad, "keuzes"),
            suggestie="Haal «keuzes» weg, of kies: soort: keuze.",
        )
    van, tot = vraag.get("van"), vraag.get("tot")
    heel = (van, tot) if isinstance(van, int) and isinstance(tot, int) else None
    if soort == "schaal" and (heel is None or not 0 <= heel[0] < heel[1] <= heel[0] + 20):
        yield Bevinding(
            "VP630",
            "Bij een schaal horen «van» en «tot», hoogstens 20 uit elkaar.",
            pad=pad,
            suggestie="Schrijf bijvoorbeeld: van: 0 en tot: 10.",
        )
    elif soort == "getal" and heel and heel[0] > heel[1]:
        yield Bevinding(
            "VP630", "«van» is hoger dan «tot».", pad=(*pad, "van"), suggestie="Wissel de getallen om."
        )
    for grens in ("van", "tot"):
        if soort not in MET_GRENZEN and grens in vraag:
            yield Bevinding(
                "VP630",
                f"Een vraag van de soort «{str(soort)[:20]}» heeft geen «{grens}».",
                pad=(*pad, grens),
                suggestie=f"Haal «{grens}» weg.",
            )


def _text(pad: Pad, tekst: object, *, titel: bool = False, gevraagd: bool = False) -> Iterator[Bevinding]:
    if not isinstance(tekst, str):
        return
    bezwaren: list[Bezwaar] = list(objections(tekst, titel=titel))
    if gevraagd and (nooit := never_asked(tekst)):
        bezwaren.append(nooit)
    yield from (Bevinding(b.code, b.uitleg, pad=pad, suggestie=b.tip) for b in bezwaren)


def _too_many(pad: Pad, aantal: int, meest: int, wat: str) -> Bevinding:
    return Bevinding(
        "VP619",
        f"Hier staan {aantal} {wat}; hoogstens {meest} is te doen.",
        pad=pad,
        suggestie="Kies wat het meest nodig is.",
    )


def _block(waarde: object) -> Blok:
    return waarde if isinstance(waarde, Mapping) else {}


def _list(waarde: object) -> list[object]:
    return waarde if isinstance(waarde, list) else []


def _colours(rauw: Blok) -> dict[str, object]:
    return {str(k): v for k, v in _block(rauw.get("kleuren")).items()}
