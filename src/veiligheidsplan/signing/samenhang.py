"""How the signatures of one file hang together (*samenhang*): revisions, places, order, expectations, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from ..bevinding import Bevinding, Ernst
from . import uitleg
from .plekken import Plek, matches, waits_for
from .revisies import changes
from .uitkomst import Handtekening

_EINDE = b"%%EOF"


class Deel(NamedTuple):
    """One signature: in the library, as read, and the place where it stands."""

    sig: EmbeddedPdfSignature
    gelezen: Handtekening
    plek: Plek


def revisions(lezer: PdfFileReader, delen: list[Deel]) -> Iterator[Bevinding]:
    """Revision 0 is the plan; each next one is one signature, in one place, and nothing else."""
    veld = {int(d.sig.signed_revision): d for d in delen}
    if len(veld) != len(delen):
        yield uitleg.twice()
    for revisie in range(1, lezer.xrefs.total_revisions):
        deel = veld.get(revisie)
        anders = changes(lezer, revisie, deel.sig.field_name if deel else None)
        if deel is None and revisie < min(veld):
            yield uitleg.before_first(anders)
        elif deel is None:
            yield uitleg.added(anders)
        elif anders:
            yield uitleg.along(deel.gelezen, anders)
    if 0 in veld:
        yield uitleg.foreign(("een handtekening die er van het begin af in staat",))
    if delen[0].sig.docmdp_level is None:
        yield uitleg.not_certified()


def together(delen: list[Deel], plekken: tuple[Plek, ...]) -> Iterator[Bevinding]:
    """Whether different places were signed with different keys, and in the order that the places say."""
    for n, deel in enumerate(delen):
        eerder = delen[:n]
        if any(e.gelezen.vingerafdruk == deel.gelezen.vingerafdruk for e in eerder):
            yield uitleg.same_key(deel.gelezen)
        elif any(e.gelezen.naam == deel.gelezen.naam for e in eerder):
            yield uitleg.same_name(deel.gelezen)
        getekend = {e.plek.veld for e in eerder}
        toen = [Plek(p.veld, p.kort, p.na, p.rol, p.veld in getekend) for p in plekken]
        if (na := waits_for(deel.plek, toen)) is not None:
            yield uitleg.too_early(deel.gelezen, na)


def expected(
    delen: list[Deel], plekken: tuple[Plek, ...], verwacht: tuple[str, ...] | None
) -> Iterator[Bevinding]:
    if verwacht is None:
        yield from (uitleg.still_open(p.titel, Ernst.FOUT) for p in plekken if not p.ondertekend)
        return
    gezocht = [v.partition("=")[::2] for v in verwacht]
    for wie, afdruk in gezocht:
        passend = [p for p in plekken if matches(p, wie)]
        if not passend or not all(p.ondertekend for p in passend):
            yield uitleg.missing(wie)
        kaal = "".join(t for t in afdruk.casefold() if t.isalnum())
        for deel in delen:
            if kaal and deel.plek in passend and not deel.gelezen.vingerafdruk.startswith(kaal):
                yield uitleg.other_key(deel.gelezen)
    for p in plekken:
        if not p.ondertekend and not any(matches(p, wie) for wie, _ in gezocht):
            yield uitleg.still_open(p.titel, Ernst.WAARSCHUWING)


def after_last(pdf: bytes, laatste: Deel) -> list[Bevinding]:
    """What stands behind the last signature: nothing, junk, or something that was added after signing."""
    bereik = [int(n) for n in laatste.sig.byte_range]
    einde = bereik[2] + bereik[3] if len(bereik) == 4 else 0
    staart = pdf[einde:]
    if staart.strip(b"\r\n\x00 \t"):
        return [uitleg.added(laatste.gelezen.daarna) if _EINDE in staart else uitleg.junk()]
    if staart:
        return [uitleg.junk()]
    if laatste.gelezen.dekking != "het hele bestand" and laatste.gelezen.intact:
        return [uitleg.added(())]
    return []
