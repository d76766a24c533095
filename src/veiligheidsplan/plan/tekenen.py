"""Who signs a joint copy (*tekenen*): a reserved field per professional with a key, wet ink for a resident.

A field exists only for who read the plan, and its name says nothing of anybody: ``partij-1``, ``partij-2``. In a
fixed order it says after which other one it comes (``partij-3-na-2``): also who has no dossier can see that.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.document import Blok, Handtekeningvak, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stemmen import readers
from veiligheidsplan.plan.woorden import fill, spoken_iso

#: the worker's or team's own field: the first one on a joint copy, the only one on any other
EERSTE = "partij-1"


def professionals(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """The other professionals with a place to sign, as far as this dossier may say it, in the template's order."""
    rollen = list(o.sjabloon.tekenen.rollen)
    partijen = [p for p in d.onderwerpen("partij") if d.waarde(p, "naam") and d.waarde(p, "rol") in rollen]
    if o.sjabloon.tekenen.volgorde == "vast":
        partijen.sort(key=lambda p: rollen.index(d.waarde(p, "rol")))
    return tuple(partijen)


def places(d: Dossier, o: Omgeving, medewerker: str) -> Iterator[Blok]:
    """Every place to sign on a joint copy; ``d`` is what everyone may know.

    A resident's place is the same whatever was decided about signing: only what was read aloud is told.
    """
    yield Handtekeningvak(medewerker, EERSTE)
    vast = o.sjabloon.tekenen.volgorde == "vast"
    for nummer, p in enumerate(professionals(d, o), 2):
        rol = o.sjabloon.tekenen.rollen[d.waarde(p, "rol")]
        wie = fill(o.zin("tekenen_als"), {"naam": str(d.waarde(p, "naam")), "rol": rol})
        organisatie = d.waarde(p, "organisatie")
        veld = f"partij-{nummer}-na-{nummer - 1}" if vast else f"partij-{nummer}"
        yield Handtekeningvak(f"{wie}, {organisatie}" if organisatie else wie, veld, rol)
    gelezen = readers(d)
    yield from (Handtekeningvak(str(d.waarde(p, "naam"))) for p in gelezen if not _aloud(d, p))
    voorgelezen = tuple((str(d.waarde(p, "naam")), _said(d, o, p)) for p in gelezen if _aloud(d, p))
    if voorgelezen:
        yield Velden(voorgelezen)


def _aloud(d: Dossier, persoon: str) -> bool:
    """Whether the plan was read aloud to this person, who agreed then."""
    stem = f"stem:{persoon}"
    return d.waarde(stem, "akkoord") == "akkoord" and bool(d.waarde(stem, "voorgelezen"))


def _said(d: Dossier, o: Omgeving, persoon: str) -> str:
    return fill(o.zin("voorgelezen_op"), {"datum": spoken_iso(d.waarde(f"stem:{persoon}", "voorgelezen"))})
