"""What each signature changed in a file (*revisies*), and what came after it.

The rule is as narrow as what this program writes: revision 0 is the plan, and each next one fills one reserved place
with a signature and its stamp. An object that existed may only get its signature; a new one must belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from .bouw import is_block, raw_items, value

_MEEST_NIEUW = 40  # objects of one signature: the font, its descriptor, the stamp, the signature itself
_DIEPST = 40

Ref = generic.Reference


def changes(lezer: PdfFileReader, revisie: int, veld: str | None) -> tuple[str, ...]:
    """What revision *revisie* did besides signing *veld*, in Dutch words; empty when it did nothing else.

    ``veld`` is ``None`` for a revision without a signature: then everything in it counts.
    """
    return tuple(dict.fromkeys(_changes(lezer, revisie, veld)))


def _changes(lezer: PdfFileReader, revisie: int, veld: str | None) -> Iterator[str]:
    oud, nu = lezer.get_historical_resolver(revisie - 1), lezer.get_historical_resolver(revisie)
    geraakt = lezer.xrefs.explicit_refs_in_revision(revisie)
    if lezer.xrefs.refs_freed_in_revision(revisie):
        yield "er is iets weggehaald"
    plek = _widget(nu, veld)
    mag = _allowed(nu, revisie, plek)
    for ref in sorted(geraakt, key=lambda r: r.idnum):
        if _existed(lezer, ref, revisie) and not _only_signed(oud(ref), nu(ref), mag.get(ref)):
            yield kind(nu, ref)
    nieuw = {r for r in geraakt if not _existed(lezer, r, revisie)}
    eigen = _belonging(nu, plek, nieuw)
    yield from (kind(nu, ref) for ref in sorted(nieuw - eigen, key=lambda r: r.idnum))
    if len(eigen) > _MEEST_NIEUW:
        yield "iets anders"
    if _trailer_moved(lezer, revisie):
        yield "de opbouw van het document"


def _existed(lezer: PdfFileReader, ref: Ref, revisie: int) -> bool:
    return int(lezer.xrefs.get_introducing_revision(ref)) < revisie


def _trailer_moved(lezer: PdfFileReader, revisie: int) -> bool:
    """Whether the end of this revision points at another document, or says more than it needs to."""
    toen, nu = lezer.trailer.flatten(revisie - 1), lezer.trailer.flatten(revisie)
    elders = any(nu.raw_get(k) != toen.raw_get(k) for k in ("/Root", "/Info") if k in toen or k in nu)
    return elders or bool(set(nu) - {"/Root", "/Info", "/ID", "/Size", "/Prev"})


def _widget(nu: HistoricalResolver, veld: str | None) -> Ref | None:
    """The object of the field that was signed."""
    for v in raw_items(value(value(nu.root, "/AcroForm"), "/Fields")):
        if (
            veld is not None
            and isinstance(v, generic.IndirectObject)
            and value(v.reference.get_object(), "/T") == veld
        ):
            return v.reference
    return None


def _allowed(nu: HistoricalResolver, revisie: int, plek: Ref | None) -> dict[Ref, set[str]]:
    """Which existing objects may change, and which of their keys."""
    mag: dict[Ref, set[str]] = {plek: {"/AP", "/V"}} if plek else {}
    if plek and revisie == 1:  # the first one certifies, and says that there are signatures
        mag[nu.root_ref] = {"/Perms"}
        formulier = nu.root.raw_get("/AcroForm")
        if isinstance(formulier, generic.IndirectObject):
            mag[formulier.reference] = {"/SigFlags"}
    return mag


def _only_signed(oud: Any, nu: Any, mag: set[str] | None) -> bool:
    """Whether an object is as it was, apart from the keys that signing sets."""
    if mag is None or not is_block(oud) or not is_block(nu):
        return False
    if isinstance(oud, generic.StreamObject) or isinstance(nu, generic.StreamObject):
        return False
    gelijk = all(k in nu and nu.raw_get(k) == oud.raw_get(k) for k in oud if k not in mag)
    return gelijk and set(nu) - set(oud) <= mag and ("/V" not in oud)


def _belonging(nu: HistoricalResolver, plek: Ref | None, nieuw: set[Ref]) -> set[Ref]:
    """The new objects that the signed field leads to: its signature and its stamp."""
    if plek is None:
        return set()
    gevonden: set[Ref] = set()
    veld = nu(plek)
    wachtend = [veld.raw_get(k) for k in ("/V", "/AP") if k in veld]
    while wachtend:
        waarde = wachtend.pop()
        if isinstance(waarde, generic.IndirectObject):
            if waarde.reference in nieuw and waarde.reference not in gevonden:
                gevonden.add(waarde.reference)
                wachtend.append(nu(waarde.reference))
        elif is_block(waarde):
            wachtend += [waarde.raw_get(k) for k in waarde]
        elif isinstance(waarde, list):
            wachtend += raw_items(waarde)
    return gevonden


_SOORTEN = {
    "/Page": "een bladzijde", "/Pages": "de bladzijden", "/Catalog": "de opbouw van het document",
    "/Font": "een lettertype", "/FontDescriptor": "een lettertype", "/Metadata": "gegevens over het document",
    "/EmbeddedFile": "een bijlage", "/Filespec": "een bijlage", "/Sig": "een handtekening",
    "/Annot": "een opmerking of een veld", "/StructElem": "de opbouw van het document",
}  # fmt: skip


def kind(nu: HistoricalResolver, ref: Ref) -> str:
    """What an object is, in words for a person."""
    try:
        waarde = nu(ref)
    except Exception:
        return "iets anders"
    if not is_block(waarde):
        return "iets anders"
    if "/JS" in waarde or value(waarde, "/S") == "/JavaScript":
        return "een programma"
    if value(waarde, "/Subtype") == "/Widget" or "/FT" in waarde:
        return "een veld van het formulier"
    if "/Fields" in waarde:
        return "het formulier"
    soort = str(value(waarde, "/Type", ""))
    if soort in _SOORTEN:
        return _SOORTEN[soort]
    if "/Producer" in waarde or "/CreationDate" in waarde:
        return "gegevens over het document"
    if isinstance(waarde, generic.StreamObject):
        return "een lettertype" if "/Length1" in waarde else "wat op een bladzijde staat"
    return "iets anders"
