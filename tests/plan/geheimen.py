"""Two logs of one household: the second also holds what one reader may not know. For tests of what a copy tells.

``VAN_IEDEREEN`` is what everyone may know, in every kind of subject. ``secrets`` is what nobody of the joint plan may
know: of who is kept off it, of professionals, of one person, of what was not shared, and of what is gone.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any, Final

from tests.plan.omgeving import NU, omgeving
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, stamp
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.model import VELDEN, Veld, Zicht, kind_of
from veiligheidsplan.plan.velden import HOOFDSTUKCODES

GEHEIM: Final = "zwaluwstaart"
OP_PLAN: Final = ("persoon:1", "persoon:2", "persoon:3")
#: kept off the joint plan: a grandmother and a child, known to both logs; a third one to the second log alone
ERBUITEN: Final = ("persoon:4", "persoon:5")
ERBIJ: Final = "persoon:6"
HUIS: Final = {
    "persoon:1": ("Noor", "volwassene", "ja"),
    "persoon:2": ("Sem", "volwassene", "ja"),
    "persoon:3": ("Bo", "kind", "ja"),
    "persoon:4": ("Oma Ans", "volwassene", "nee"),
    "persoon:5": ("Isa", "kind", "nee"),
}
#: what everyone may know, with a value of its own kind
VAN_IEDEREEN: Final = (
    *((f"afspraak:{n}", v, w) for n in (1, 2) for v, w in (("wat", f"Afspraak {n}"), ("wie", f"persoon:{n}"))),
    ("naleving:afspraak:1", "als_niet", "Dan belt Kim."),
    ("vertaling:afspraak:1", "taal", "en"),
    ("vertaling:afspraak:1", "tekst", "Agreement 1"),
    *((f"actie:{n}", v, w) for n in (1, 2) for v, w in (("wat", f"Actie {n}"), ("wie", "medewerker"))),
    ("actie:1", "wanneer", "2026-12-20"),
    ("voorwaarde:1", "gedeeld", "ja"),
    ("voorwaarde:1", "wat", "Er is rust in huis."),
    ("voorwaarde:1", "helpt", ["actie:1"]),
    ("voorwaarde:2", "gedeeld", "ja"),
    ("voorwaarde:2", "wat", "Er is hulp."),
    ("zorg:1", "gedeeld", "ja"),
    ("zorg:1", "wat", "Er is ruzie."),
    ("trigger:1", "gedeeld", "ja"),
    ("trigger:1", "wat", "Geld."),
    ("trede:1", "gedeeld", "ja"),
    ("trede:1", "teken", "Hard praten."),
    ("kracht:1", "gedeeld", "ja"),
    ("kracht:1", "wat", "Samen eten."),
    ("netwerk:1", "gedeeld", "ja"),
    ("netwerk:1", "naam", "Tante Lia"),
    ("netwerk:1", "wat", "Haalt Bo op."),
    ("partij:1", "gelezen", "akkoord"),
    ("partij:1", "naam", "R. Smit"),
    ("partij:1", "rol", "mandaathouder"),
    *((f"cijfer:{p}@samen", "waarde", 6) for p in OP_PLAN),
    *((f"cijfer:{p}@samen", "over", "gezin") for p in OP_PLAN),
    *((f"cijfer:{p}@samen", "setting", "samen") for p in OP_PLAN),
    *((f"stem:{p}", v, w) for p in OP_PLAN[:2] for v, w in (("akkoord", "akkoord"), ("gedeeld", "ja"))),
    ("eigen_actie:1", "van", "persoon:1"),
    ("eigen_actie:1", "wat", "Noor belt haar zus."),
    ("eigen_veiligheid:1", "van", "persoon:1"),
    ("eigen_veiligheid:1", "tas", "Bij de buren."),
    ("eigen_aanpak:1", "van", "persoon:2"),
    ("eigen_aanpak:1", "time_out", "Naar de sportschool."),
    ("regie", "casusregisseur", "Kim"),
    ("rollen", "procesregisseur", "Lot"),
    ("vervolg", "contact_datum", "2026-12-21"),
    ("cijfer:persoon:1", "waarde", 3),
    ("cijfer:persoon:1", "setting", "alleen"),
    ("cijfer:persoon:1", "over", "gezin"),
)  # fmt: skip
#: fields that decide who may read something: of what is everyone's these are the same in both
BESLIST: Final = frozenset({"op_plan", "gedeeld", "gelezen", "setting", "over", "soort", "naam"})
Paar = tuple[Dossier, Dossier]


def common(r: Random) -> list[Feit]:
    """What both logs hold, in a random order after the household itself; established once or twice on the way."""
    feiten = [value_given("dossier", "gemeente", "tiel"), value_given("medewerker", "naam", "Kim de Vries")]
    for p, (naam, soort, op_plan) in HUIS.items():
        feiten += [value_given(p, v, w) for v, w in (("naam", naam), ("soort", soort), ("op_plan", op_plan))]
    open_ = [code for code in HOOFDSTUKCODES if code != "eigen_plan"]
    feiten.append(value_given("hoofdstukken", "gekozen", open_))
    rest: list[Feit] = [value_given(*w) for w in VAN_IEDEREEN if r.random() < 0.85]
    r.shuffle(rest)
    vast = Feit("plan_vastgesteld", {"uitslagen": {}, "ontbreekt": [], "reden": None, "toelichting": None})
    for _ in range(r.randint(1, 3)):
        rest.insert(r.randint(len(rest) // 2, len(rest)), vast)
    if r.random() < 0.5:
        rest.append(vast)
    return [*feiten, *rest]


def hidden(r: Random, lezer: str = "gezamenlijk") -> list[list[Feit]]:
    """Groups of facts, each in its own order, that this reader may not know of."""
    groepen = [_of_professionals(r, soort, lezer) for soort in VELDEN]
    groepen += [_of_who_is_kept_off(r, p, n) for n, p in enumerate((*ERBUITEN, ERBIJ)) if p != lezer]
    if lezer not in (*OP_PLAN, "gezamenlijk"):  # who reads nothing of the plan: another plan is a secret too
        anders = [(o, v) for o, v, w in VAN_IEDEREEN if isinstance(w, str) and w[:1].isupper() and o != lezer]
        groepen += [[value_given(o, v, GEHEIM)] for o, v in anders if not o.startswith("eigen_")]
    groepen += [_not_shared(r, s) for s in ("voorwaarde", "zorg", "trigger", "trede", "kracht", "netwerk")]
    groepen.append([value_given("voorwaarde:2", "helpt", ["actie:9"])])
    groepen += [[_copy(r, n)] for n in range(r.randint(0, 3))]
    groepen += [[Feit("gelezen", {"waarmee": "toon"})], _asked(r)]
    return [g for g in groepen if g and r.random() < 0.8]


def _of_professionals(r: Random, soort: str, lezer: str) -> list[Feit]:
    """Fields that only professionals or one person may read, of a subject of this kind that may be known or not.

    For the private pages of a reader: nothing of that reader.
    """
    uit = []
    ander = [p for p in (*OP_PLAN, *ERBUITEN) if p != lezer]
    onderwerp = _subject(r, soort, ander)
    for veld, model in VELDEN[soort].items():
        if model.zicht not in (Zicht.PROFESSIONAL, Zicht.EIGENAAR) or veld in BESLIST or r.random() < 0.3:
            continue
        if soort in ("eigen_plan", "evaluatie", "hoofdstukken"):
            continue
        waarde = r.choice(ander) if veld == "van" and model.keuzes else _value(r, model)
        if veld != "zichtbaar_voor":
            uit.append(value_given(onderwerp, veld, waarde, "zitting:1", r.choice([None, GEHEIM])))
    return uit


def _subject(r: Random, soort: str, wie: list[str]) -> str:
    p = r.choice(wie)
    vast = {
        "dossier": "dossier", "medewerker": "medewerker", "acties": "acties", "regie": "regie", "rollen": "rollen",
        "vervolg": "vervolg", "themas": "themas", "aanleiding": "aanleiding", "een_plan": "een_plan",
        "integraal": "integraal", "persoon": p, "stem": f"stem:{p}", "slot": f"slot:{p}", "domein": "domein:wonen",
        "taak": "taak:1:actie:1", "taakverslag": f"taakverslag:1:actie:1@{p}", "geweld": f"geweld:1:{p}",
        "vooraf": f"vooraf:{p}@zitting:1", "wens": f"wens:{p}@overleg:1", "grond": "grond:actie:1",
        "meldstap": "meldstap:1:gesprek", "afweging": f"afweging:1:gevaar:{p}", "meldbesluit": f"meldbesluit:1:{p}",
        "melding": f"melding:1:{p}", "grondslag": "grondslag:gezondheid", "indruk": "indruk:directe-veiligheid:1",
        "oordeel": "oordeel:directe-veiligheid:1", "zitting": "zitting:1", "eigen": "eigen:1",
    }  # fmt: skip
    return vast.get(
        soort,
        f"{soort}:{r.randint(1, 3)}"
        if VELDEN[soort].keys().isdisjoint({"van"})
        else f"{soort}:{r.randint(4, 6)}",
    )


def _value(r: Random, veld: Veld) -> Any:
    if r.random() < 0.1:
        return None
    if isinstance(veld.keuzes, str):
        code = (
            r.choice([*OP_PLAN, *ERBUITEN, ERBIJ])
            if veld.keuzes != "@afgesproken"
            else r.choice(["actie:1", "actie:9"])
        )
        return [code] if veld.soort == "meerkeuze" else code
    match veld.soort:
        case "keuze" | "meerkeuze":
            codes = [k for k in (*veld.keuzes, *veld.bijzonder) if k != "niet_veilig"]
            return [r.choice(codes)] if veld.soort == "meerkeuze" else r.choice(codes)
        case "datum":
            return f"2026-1{r.randint(0, 2)}-0{r.randint(1, 9)}"
        case "getal" | "schaal":
            return r.randint(0, 10)
        case "tijd":
            return f"1{r.randint(0, 9)}:00"
        case _:
            return f"{GEHEIM} {r.random()}"


def _of_who_is_kept_off(r: Random, p: str, n: int) -> list[Feit]:
    """Everything about somebody who stands on no joint plan, that somebody's tasks, and sometimes gone again."""
    feiten = []
    if p == ERBIJ:
        feiten += [
            value_given(p, v, w) for v, w in (("naam", GEHEIM), ("soort", "volwassene"), ("op_plan", "nee"))
        ]
    for s in ("actie", "afspraak"):
        t = f"{s}:{7 + n}"
        waarden = [
            (t, v, w)
            for v, w in (("wie", p), ("wat", GEHEIM), ("wanneer", "2026-12-11"), ("tot", "2026-12-12"))
        ]
        bij = "actievertaling" if s == "actie" else "vertaling"
        waarden += [
            (f"{bij}:{t}", "taal", "tr"),
            (f"{bij}:{t}", "tekst", GEHEIM),
            (f"naleving:{t}", "als_wel", GEHEIM),
        ]
        feiten += [
            value_given(*w)
            for w in waarden
            if w[1] in VELDEN[kind_of(w[0])] and (w[1] == "wie" or r.random() < 0.8)
        ]
    cijfer = [("waarde", 1), ("over", r.choice(["gezin", p])), ("setting", "samen"), ("waarom", GEHEIM)]
    feiten += [value_given(f"cijfer:{p}@samen", v, w) for v, w in cijfer]
    feiten += [value_given(f"stem:{p}", v, w) for v, w in (("akkoord", "akkoord"), ("gedeeld", "ja"))]
    if r.random() < 0.5:
        feiten.append(Feit("onderwerp_gearchiveerd", {"onderwerp": p, "reden": GEHEIM}))
    return feiten


def _not_shared(r: Random, soort: str) -> list[Feit]:
    id_ = f"{soort}:{r.randint(3, 5)}"
    return [value_given(id_, v, _value(r, m)) for v, m in VELDEN[soort].items() if v != "gedeeld"] + [
        value_given(id_, "gedeeld", r.choice(["nee", None]))
    ]


def _copy(r: Random, n: int) -> Feit:
    voor = r.choice(["professional", *OP_PLAN, *ERBUITEN])
    inhoud = {"voor": voor, "kenmerk": f"0000000{n}", "voorlopig": True, "eigen": r.choice(["niet", "apart"])}
    return r.choice(
        [Feit("kopie_gemaakt", inhoud), Feit("uitgereikt", {"voor": voor, "kenmerk": None, "hoe": "niet"})]
    )


def _asked(r: Random) -> list[Feit]:
    """An instrument that was begun with one person alone, and an answer."""
    i = omgeving().instrumenten["directe-veiligheid"]
    vraag = next(v for v in i.vragen if i.antwoorden_van(v))
    wie = r.choice(OP_PLAN)
    regel = {
        "afname": "directe-veiligheid:1",
        "vraag": vraag,
        "waarde": "weet_niet",
        "van": [wie],
        "bijzijn": [wie],
    }
    return [
        start_instrument(Dossier(), omgeving(), "directe-veiligheid:1"),
        Feit("antwoord_gegeven", {**regel, "zitting": "zitting:2"}),
    ]


def pair(zaad: int, lezer: str = "gezamenlijk") -> Paar:
    """Two dossiers: of the second log everything that the first has stands on the same moment, with secrets between."""
    r = Random(zaad)  # noqa: S311
    gelijk = common(r)
    groepen = hidden(r, lezer)
    zonder: list[Gebeurtenis] = []
    met: list[Gebeurtenis | None] = []
    for n, feit in enumerate(gelijk):
        gebeurd = stamp(feit, door="Kim de Vries", tijd=NU + timedelta(days=n))
        zonder.append(gebeurd)
        met.append(gebeurd)
        while groepen and n > 20 and r.random() < 0.5:
            met += _some(r, groepen, NU + timedelta(days=n, hours=1))
    laat = NU + timedelta(days=len(gelijk))
    while groepen:
        met += _some(r, groepen, laat)
    return fold(zonder), fold(met)


def _some(r: Random, groepen: list[list[Feit]], tijd: Any) -> list[Gebeurtenis | None]:
    """The next fact of one group; sometimes destroyed since."""
    groep = r.choice(groepen)
    feit = groep.pop(0)
    if not groep:
        groepen.remove(groep)
    gebeurd = stamp(feit, door="Kim de Vries", tijd=tijd)
    return [gebeurd, None] if r.random() < 0.05 else [gebeurd]
