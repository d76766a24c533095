"""Invented instruments to measure with: no two the same, so that nothing that was kept for one answers another.

All choices come from a fixed seed. Texts, points, weights, kinds of questions, conditions, scales and signs differ.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

_ONDERWERPEN = (
    "ruzie thuis", "geld", "school", "slapen", "werk", "de buurt", "familie", "eten", "de woning", "gezondheid",
    "drinken", "gamen", "het bezoek", "de opvang", "de scheiding", "het paspoort", "de sleutels", "de telefoon",
    "de huisdieren",
)  # fmt: skip
_VORMEN = (
    "Is er de afgelopen maand iets gebeurd rond {}?", "Maakt u zich zorgen over {}?", "Hoe gaat het met {}?",
    "Praat u met iemand over {}?", "Wie beslist er bij u over {}?", "Is {} anders dan een jaar geleden?",
)  # fmt: skip
_HULP = (
    "Denk aan wat u zelf zag, en aan wat een ander u vertelde.", "Het gaat om de laatste vier weken.",
    "Twijfelt u? Kies dan wat het meest past.", "Vraag door als iemand kort antwoordt.",
)  # fmt: skip


def instrument_text(id_: str, nummer: int, vragen: int = 30) -> str:
    """An invented instrument with that many questions: every third with a condition, three scales, three signs."""
    rng = Random(nummer)  # noqa: S311 - the same files in every run
    delen = max(3, vragen // 10)
    regels = [_head(id_, nummer, rng)]
    soorten: list[str] = []
    per: dict[str, list[int]] = {}
    for i in range(vragen):
        deel = f"deel_{i * delen // vragen}"
        if deel not in per:
            per[deel] = []
            regels.append(f"  {deel}:\n    titel: Over {rng.choice(_ONDERWERPEN)}\n    vragen:\n")
        per[deel].append(i)
        regels.append(_question(per[deel][0], i, soorten, rng))
    regels.append(_scales(per, soorten, rng))
    return "".join(regels)


def write_instruments(map_: Path, aantal: int, vragen: int = 30) -> list[Path]:
    """The folders of *aantal* instruments below *map_*."""
    mappen = []
    for nummer in range(aantal):
        map_nu = map_ / f"instrument-{nummer}"
        map_nu.mkdir()
        tekst = instrument_text(map_nu.name, nummer, vragen)
        (map_nu / "instrument.yaml").write_text(tekst, encoding="utf-8")
        mappen.append(map_nu)
    return mappen


def _head(id_: str, nummer: int, rng: Random) -> str:
    return f"""\
formaat: 1
id: {id_}
versie: {rng.randint(1, 3)}.{rng.randint(0, 9)}.0
titel: Verzonnen instrument {nummer}
soort: risicotaxatie
status: concept
validatie: niet_gevalideerd
licentie: CC-BY-4.0
per: huishouden
eigenaar: Een regio
herzien_voor: 2027-0{rng.randint(1, 9)}-01
verantwoording: |
  Verzonnen voor een meting van de snelheid, nummer {nummer}.
  Niet bedoeld om te gebruiken.
bronnen:
  bron_a: {{titel: Een verzonnen bron, jaar: {rng.randint(1990, 2025)}, vindplaats: blz. {rng.randint(1, 300)}}}
antwoordlijsten:
  ja_nee:
    ja: {{tekst: Ja, punten: {rng.randint(1, 3)}}}
    nee: {{tekst: Nee, punten: 0}}
  vaak:
    nooit: {{tekst: Nooit, punten: 0}}
    soms: {{tekst: Soms, punten: 1}}
    vaak: {{tekst: Vaak, punten: {rng.randint(2, 4)}}}
    altijd: {{tekst: Altijd, punten: {rng.randint(4, 6)}}}
niveaus:
  niet_verhoogd: {{titel: Geen verhoogd risico gezien in wat nu bekend is}}
  verhoogd: {{titel: Verhoogd risico}}
  hoog: {{titel: Hoog risico}}
onderdelen:
"""


def _question(begin: int, i: int, soorten: list[str], rng: Random) -> str:
    soort = rng.choices(("ja_nee", "vaak", "schaal", "getal", "meerkeuze"), (5, 4, 2, 1, 2))[0]
    uit = f"      vraag_{i}:\n        tekst: {rng.choice(_VORMEN).format(rng.choice(_ONDERWERPEN))}\n"
    uit += f"        hulp: {rng.choice(_HULP)}\n"
    if soort in ("ja_nee", "vaak"):
        uit += f"        antwoorden: {soort}\n        gewicht: {rng.choice((1, 1, 1, 2, '0.5'))}\n"
    elif soort == "schaal":
        uit += f"        type: schaal\n        van: 0\n        tot: {rng.choice((4, 10))}\n"
    elif soort == "getal":
        uit += f"        type: getal\n        punten_vanaf: {{0: 0, 1: {rng.randint(1, 2)}, 5: {rng.randint(3, 5)}}}\n"
    else:
        uit += "        type: meerkeuze\n        geen_van_deze: true\n        antwoorden:\n"
        for j in range(rng.randint(3, 6)):
            tekst, punten = f"Keus {j} bij {rng.choice(_ONDERWERPEN)}", rng.randint(0, 2)
            uit += f"          keus_{j}: {{tekst: {tekst}, punten: {punten}}}\n"
    uit += f"        periode: {rng.choice(('nu', 'maand', 'jaar', 'ooit'))}\n        leefdomein: veiligheid\n"
    uit += "        bronnen: [bron_a]\n"
    if i % 3 == 2 and i > begin:
        uit += f"        toon_als: {_condition(begin, i, soorten, rng)}\n"
    soorten.append(soort)
    return uit


def _condition(begin: int, i: int, soorten: list[str], rng: Random) -> str:
    """A test on one or two earlier questions of the same part (from *begin*): a skip rule seldom reaches further."""
    eerste = _test(rng.randrange(begin, i), soorten, rng)
    if rng.random() < 0.6:
        return eerste
    ander = _test(rng.randrange(begin, i), soorten, rng)
    if eerste.split(",")[0] == ander.split(",")[0]:
        return eerste
    return f"{{{rng.choice(('alle', 'een_van'))}: [{eerste}, {ander}]}}"


def _test(op: int, soorten: list[str], rng: Random) -> str:
    toets = {
        "ja_nee": "is: ja",
        "vaak": rng.choice(("is: altijd", "in: [vaak, altijd]")),
        "schaal": rng.choice(("minstens: 3", "hoogstens: 2")),
        "getal": f"minstens: {rng.randint(1, 6)}",
        "meerkeuze": "bevat: keus_1",
    }[soorten[op]]
    return f"{{vraag: vraag_{op}, {toets}}}"


def _scales(per: dict[str, list[int]], soorten: list[str], rng: Random) -> str:
    delen = list(per)
    uit = "schalen:\n"
    for naam, telt in (("ernst", delen[: len(delen) // 2 + 1]), ("last", delen[len(delen) // 2 + 1 :])):
        uit += f"  {naam}:\n    titel: {naam.title()}\n    telt: [{', '.join(telt)}]\n    methode: som\n"
        uit += (
            f"    ontbrekend: bandbreedte\n    grenzen: {{niet_verhoogd: 0, verhoogd: {rng.randint(4, 6)}, "
        )
        uit += f"hoog: {rng.randint(8, 10)}}}\n"
    uit += f"  geheel:\n    titel: Geheel\n    telt: [ernst, last]\n    methode: {rng.choice(('som', 'hoogste'))}\n"
    uit += f"    ontbrekend: bandbreedte\n    grenzen: {{niet_verhoogd: 0, verhoogd: 5, hoog: {rng.randint(9, 12)}}}\n"
    uit += "eindniveau: geheel\nsignalen:\n"
    tekens = (
        _test(rng.randrange(len(soorten)), soorten, rng),
        f"{{een_van: [{', '.join(_test(op, soorten, rng) for op in rng.sample(range(len(soorten)), 3))}]}}",
        f"{{alle: [{_test(0, soorten, rng)}, {{schaal: ernst, minstens: {rng.randint(5, 8)}}}]}}",
    )
    for i, als in enumerate(tekens):
        niveau = rng.choice(("verhoogd", "hoog"))
        uit += f"  teken_{i}:\n    als: {als}\n    niveau: {niveau}\n    melding: Dit is verzonnen signaal {i}.\n"
    return uit
