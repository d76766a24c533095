"""Check (*controleer*) a signed PDF, offline: what is proven, what is not, in plain Dutch.

A viewer's «valid» is not enough: measured, it passes a file with an appended text change, one with junk behind it
and one that was cut back. So *goed* asks for all of: the expected signers, every signature intact with nothing but
signatures added after it, the last one over the entire file, no byte outside what is signed, and a file that is built
as this program builds one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from ..bevinding import Bevinding, Ernst
from . import uitleg
from .bouw import GRENZEN, MAX_HANDTEKENINGEN, MAX_OBJECTEN, foreign
from .een import read
from .plekken import Plek, matches, places, waits_for
from .revisies import changes
from .stempelcontrole import shows
from .uitkomst import Controle, Handtekening

__all__ = ["MAX_BYTES", "Bekend", "Controle", "Handtekening", "verify"]

MAX_BYTES = 20_000_000  # a plan is a few hundred thousand
_EINDE = b"%%EOF"
_ONTBREEKT = {"VP808", "VP809"}

#: name -> the fingerprints of the keys with which this name signed before
Bekend = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class _Vraag:
    """What the caller knows: who is expected, which issuers are trusted, which keys were seen before."""

    verwacht: tuple[str, ...] | None = None
    vertrouwd: tuple[x509.Certificate, ...] = ()
    bekend: Bekend = field(default_factory=dict)


class _Deel(NamedTuple):
    """One signature: in the library, as read, and the place where it stands."""

    sig: EmbeddedPdfSignature
    gelezen: Handtekening
    plek: Plek


def verify(
    pdf: bytes,
    *,
    verwacht: Iterable[str] | None = None,
    vertrouwd: Iterable[bytes] = (),
    bekend: Bekend | None = None,
) -> Controle:
    """Check *pdf*. Never raises for any bytes.

    ``verwacht`` names the places that must be signed, each by field, short name or role, if wanted with the start of
    the fingerprint (``partij-2=1f3c…``); without it every place in the document must be. ``vertrouwd`` are
    certificates (DER) of issuers that a municipality trusts. ``bekend`` says with which keys a name signed before.
    """
    if fout := before_reading(pdf):
        return _stop(fout)
    try:
        wortels = tuple(x509.Certificate.load(v) for v in vertrouwd)
        vraag = _Vraag(None if verwacht is None else tuple(verwacht), wortels, bekend or {})
        return _verify(pdf, vraag)
    except Exception:  # a hostile file can break the library anywhere: then nothing is proven
        return _stop(uitleg.damaged())


def before_reading(pdf: bytes) -> Bevinding | None:
    """Why these bytes are not even opened: no PDF, or more of anything than a plan has. Counting is cheap."""
    if not pdf.startswith(b"%PDF-"):
        return uitleg.no_pdf()
    if len(pdf) > MAX_BYTES:
        return uitleg.too_big()
    veel = max(pdf.count(b"startxref"), pdf.count(b"/ByteRange")) > 2 * MAX_HANDTEKENINGEN
    if (
        veel or max(pdf.count(b" obj"), pdf.count(b" 00000 n")) > MAX_OBJECTEN
    ):  # counting is cheap, reading is not
        return uitleg.too_many()
    return None


def _stop(*bevindingen: Bevinding, open_velden: tuple[str, ...] = ()) -> Controle:
    return Controle("niet goed", (), open_velden, bevindingen, ())


def _verify(pdf: bytes, vraag: _Vraag) -> Controle:
    lezer = PdfFileReader(BytesIO(pdf), decode_limits=GRENZEN)
    if lezer.encrypted:
        return _stop(uitleg.encrypted())
    plekken = places(lezer)
    if max(len(plekken), lezer.xrefs.total_revisions // 2) > MAX_HANDTEKENINGEN:
        return _stop(uitleg.too_many())
    leeg = tuple(p.kort for p in plekken if not p.ondertekend)
    ingebed = sorted(lezer.embedded_signatures, key=lambda s: int(s.signed_revision))
    vreemd = foreign(lezer)
    if not ingebed:
        bouw = [uitleg.foreign(vreemd)] if vreemd else []
        return _stop(uitleg.unsigned(), *bouw, open_velden=leeg)
    delen = _parts(lezer, pdf, ingebed, {p.veld: p for p in plekken}, vraag)
    bevindingen = [uitleg.foreign(vreemd)] if vreemd else []
    bevindingen += [b for d in delen for b in _of_one(d, vraag)]
    bevindingen += _revisions(lezer, delen)
    bevindingen += _after_last(pdf, delen[-1])
    bevindingen += _together(delen, plekken)
    bevindingen += _expected(delen, plekken, vraag.verwacht)
    fouten = {b.code for b in bevindingen if b.ernst is Ernst.FOUT}
    oordeel = uitleg.judgement(fouten, fouten <= _ONTBREEKT)
    handtekeningen = tuple(d.gelezen for d in delen)
    uniek = tuple(dict.fromkeys(bevindingen))
    return Controle(oordeel, handtekeningen, leeg, uniek, uitleg.meaning(handtekeningen))


def _parts(
    lezer: PdfFileReader,
    pdf: bytes,
    ingebed: list[EmbeddedPdfSignature],
    plekken: Mapping[str, Plek],
    vraag: _Vraag,
) -> list[_Deel]:
    daarna = {s.field_name: _later(lezer, s, ingebed) for s in ingebed}
    return [
        _Deel(
            s,
            read(s, pdf, plekken[s.field_name], vraag.vertrouwd, daarna[s.field_name]),
            plekken[s.field_name],
        )
        for s in ingebed
    ]


def _later(
    lezer: PdfFileReader, sig: EmbeddedPdfSignature, alle: list[EmbeddedPdfSignature]
) -> tuple[str, ...]:
    """In words what came after a signature: later ones by their place, and whatever else there is."""
    veld = {int(s.signed_revision): s.field_name for s in alle}
    uit: list[str] = []
    for revisie in range(int(sig.signed_revision) + 1, lezer.xrefs.total_revisions):
        anders = changes(lezer, revisie, veld.get(revisie))
        uit += [uitleg.later_signature(veld[revisie])] if revisie in veld else []
        uit += anders
    return tuple(dict.fromkeys(uit))


def _of_one(deel: _Deel, vraag: _Vraag) -> Iterator[Bevinding]:
    h = deel.gelezen
    yield from uitleg.of_signature(h)
    widget = deel.sig.sig_field
    if h.intact and not shows(widget, h.naam, h.moment):
        yield uitleg.other_stamp(h)
    eerder = vraag.bekend.get(h.naam)
    if eerder and h.vingerafdruk not in eerder:
        yield uitleg.other_key(h)


def _revisions(lezer: PdfFileReader, delen: list[_Deel]) -> Iterator[Bevinding]:
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


def _together(delen: list[_Deel], plekken: tuple[Plek, ...]) -> Iterator[Bevinding]:
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


def _expected(
    delen: list[_Deel], plekken: tuple[Plek, ...], verwacht: tuple[str, ...] | None
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


def _after_last(pdf: bytes, laatste: _Deel) -> list[Bevinding]:
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
