"""The schema of an answers file (``nieuw --antwoorden``), from the plan's model and the list of places below.

It says less than the conversation: whether a field is asked depends on other answers, and which codes an instrument,
a template or a region knows is not fixed. It never refuses what the conversation accepts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from veiligheidsplan.loading.schemas.delen import BLOK, LIJST, Schema, needs, only
from veiligheidsplan.loading.schemas.planvelden import field
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.meldcode_kader import STAPPEN
from veiligheidsplan.plan.model import VELDEN

#: key of the file -> (how it is built, kind of subject). A new section of the conversation is a line here
PLEKKEN: Final[Mapping[str, tuple[str, str]]] = {
    "dossier": ("een", "dossier"),
    "medewerker": ("een", "medewerker"),
    "personen": ("per_sleutel", "persoon"),
    "zitting": ("een", "zitting"),
    "eigen": ("een", "eigen"),
    "vooraf": ("per_sleutel", "vooraf"),
    "maatregelen": ("lijst", "maatregel"),
    "overleg": ("lijst", "overleg"),
    "wens": ("per_sleutel", "wens"),
    "afspraken": ("lijst", "afspraak"),
    "acties": ("lijst", "actie"),
    "cijfers": ("per_sleutel", "cijfer"),
    "regie": ("een", "regie"),
    "vervolg": ("een", "vervolg"),
    "slotcheck": ("per_sleutel", "slot"),
}
#: keys behind which one field stands
LOS: Final[Mapping[str, tuple[str, str]]] = {
    "themas": ("themas", "gezien"),
    "reden_minder_acties": ("acties", "reden_minder"),
}
#: what is always asked and must be answered
ALTIJD: Final[Mapping[str, tuple[str, ...]]] = {
    "dossier": ("alias", "gemeente"),
    "medewerker": ("naam", "organisatie"),
    "persoon": ("naam", "soort", "woont_hier", "mogelijke_pleger", "op_plan"),
    "afspraak": ("wat", "wie"),
    "actie": ("wat", "wie", "wanneer", "zien", "anders", "leefdomein"),
}
_ANTWOORD: Final[Schema] = {
    "type": ["string", "integer", "array", "null"],
    "items": {"type": "string"},
    "errorMessage": "Een antwoord is een code, een lijst van codes, een heel getal, een datum of een tekst.",
}
_VORMEN: Final = {"een": "een", "lijst": "lijst", "per_afspraak": "lijst"}


def answers_file() -> Schema:
    """The whole file."""
    velden: dict[str, Any] = {
        "formaat": {"enum": [1], "errorMessage": "Schrijf formaat: 1."},
        "adressen_bekeken": {
            "type": ["boolean", "null"],
            "description": "Schrijf true als u elke tekst hebt nagekeken op adressen en telefoonnummers.",
            "errorMessage": "Schrijf true of false.",
        },
    }
    plekken = dict(PLEKKEN) | {h.code: (_VORMEN.get(h.vorm, "per_sleutel"), h.soort) for h in HOOFDSTUKKEN}
    velden |= {sleutel: _place(vorm, soort) for sleutel, (vorm, soort) in plekken.items()}
    velden |= {sleutel: field(*veld) for sleutel, veld in LOS.items()}
    velden |= {
        "evaluatie": _review(),
        "instrumenten": _instruments(),
        "meldcode": _meldcode(),
        "extra": _by_key(_by_key({})),
    }
    soorten = sorted({soort for _, soort in plekken.values()} | _ELDERS)
    definities = {soort: _subject(soort) for soort in soorten}
    return {
        "type": "object",
        "errorMessage": BLOK,
        **only(velden),
        **needs("formaat"),
        "definitions": definities,
    }


#: kinds that stand deeper in the file
_ELDERS: Final = frozenset(
    {
        "indruk",
        "oordeel",
        "meldstap",
        "afweging",
        "meldbesluit",
        "melding",
        "taakverslag",
        "geweld",
    }
)


def _subject(soort: str) -> Schema:
    """The fields of one kind."""
    velden = {naam: field(soort, naam) for naam in VELDEN[soort]}
    nodig = [naam for naam in ALTIJD.get(soort, ()) if naam in velden]
    schema = {"type": ["object", "null"], **only(velden)}
    return {**schema, "allOf": [needs(naam) for naam in nodig]} if nodig else schema


def _ref(soort: str) -> Schema:
    return {"$ref": f"#/definitions/{soort}"}


def _place(vorm: str, soort: str) -> Schema:
    match vorm:
        case "een":
            return _ref(soort)
        case "lijst":
            # a block with keys of one's own is read in its order, as a list
            zin = {"errorMessage": LIJST}
            return {"type": ["array", "object", "null"], "items": _ref(soort), **zin} | _own_keys(soort)
        case _:
            return {
                "type": ["object", "array", "null"],
                "items": _ref(soort),
                "errorMessage": BLOK,
            } | _own_keys(soort)


def _own_keys(soort: str) -> Schema:
    return {"additionalProperties": _ref(soort)}


def _by_key(schema: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": schema, "errorMessage": BLOK}


def _instruments() -> Schema:
    """Answers by instrument. Which questions and codes there are stands in the instrument itself."""
    velden = {
        "over": {"type": ["string", "null"], "errorMessage": "Hier hoort de sleutel van een persoon."},
        "antwoorden": _by_key(_ANTWOORD),
        "zwanger": field("persoon", "zwanger"),
        "indruk": _ref("indruk"),
        "oordeel": _ref("oordeel"),
        # which account counts, per question
        "tegenspraak": _by_key({}),
    }
    return _by_key({"type": ["object", "null"], **only(velden)})


def _review() -> Schema:
    """What only ``evalueer --antwoorden`` reads: how it went, and what is asked again of what was there already."""
    taak = {naam: field("taak", naam) for naam in ("gedaan", "waarom", "verder", "reden")}
    taak |= {"alleen": _by_key(_ref("taakverslag")), "zelf": _ref("taakverslag")}
    taak |= {naam: field("actie", naam) for naam in ("wanneer", "tijd")} | {"tot": field("afspraak", "tot")}
    persoon = {n: field("persoon", n) for n in ("leeftijd", "woont_hier", "zwanger", "mogelijke_pleger")}
    voorwaarde = {"status": field("voorwaarde", "status")}

    def rij(velden: Schema) -> Schema:
        blok = {"type": ["object", "null"], **only(velden)}
        return {"type": ["array", "null"], "items": blok, "errorMessage": LIJST}

    velden = {
        "geweld": _by_key(_ref("geweld")),
        "geweld_samen": _by_key(_ref("geweld")),
        "taken": rij(taak),
        "personen": _by_key({"type": ["object", "null"], **only(persoon)}),
        "voorwaarden": rij(voorwaarde),
        **{naam: field("evaluatie", naam) for naam in ("opnieuw", "vast", "meldcode")},
    }
    return {"type": ["object", "null"], **only(velden)}


def _meldcode() -> Schema:
    velden = {
        "personen": field("meldcode", "personen"),
        "opnieuw": field("meldcode", "begin"),
        "stappen": {"type": ["object", "null"], **only({id_: _ref("meldstap") for id_ in STAPPEN})},
        "afwegingen": _by_key(_by_key(_ref("afweging"))),
        "besluiten": _by_key(_ref("meldbesluit")),
        "meldingen": _by_key(_ref("melding")),
    }
    return {"type": ["object", "null"], **only(velden)}
