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

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from ..bevinding import Bevinding, Ernst
from . import uitleg
from .betekenis import meaning
from .bouw import GRENZEN, MAX_HANDTEKENINGEN, MAX_OBJECTEN, foreign
from .een import read
from .plekken import Plek, places
from .revisies import changes
from .samenhang import Deel, after_last, expected, revisions, together
from .stempelcontrole import shows
from .uitkomst import Controle, Handtekening

__all__ = ["MAX_BYTES", "Bekend", "Controle", "Handtekening", "verify"]

MAX_BYTES = 20_000_000  # a plan is a few hundred thousand
_ONTBREEKT = {"VP808", "VP809"}

#: name -> the fingerprints of the keys with which this name signed before
Bekend = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class _Vraag:
    """What the caller knows: who is expected, which issuers are trusted, which keys were seen before."""

    verwacht: tuple[str, ...] | None = None
    vertrouwd: tuple[x509.Certificate, ...] = ()
    bekend: Bekend = field(default_factory=dict)


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
    bevindingen += revisions(lezer, delen)
    bevindingen += after_last(pdf, delen[-1])
    bevindingen += together(delen, plekken)
    bevindingen += expected(delen, plekken, vraag.verwacht)
    fouten = {b.code for b in bevindingen if b.ernst is Ernst.FOUT}
    oordeel = uitleg.judgement(fouten, fouten <= _ONTBREEKT)
    handtekeningen = tuple(d.gelezen for d in delen)
    uniek = tuple(dict.fromkeys(bevindingen))
    return Controle(oordeel, handtekeningen, leeg, uniek, meaning(handtekeningen))


def _parts(
    lezer: PdfFileReader,
    pdf: bytes,
    ingebed: list[EmbeddedPdfSignature],
    plekken: Mapping[str, Plek],
    vraag: _Vraag,
) -> list[Deel]:
    daarna = {s.field_name: _later(lezer, s, ingebed) for s in ingebed}
    return [
        Deel(
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


def _of_one(deel: Deel, vraag: _Vraag) -> Iterator[Bevinding]:
    h = deel.gelezen
    yield from uitleg.of_signature(h)
    widget = deel.sig.sig_field
    if h.intact and not shows(widget, h.naam, h.moment):
        yield uitleg.other_stamp(h)
    eerder = vraag.bekend.get(h.naam)
    if eerder and h.vingerafdruk not in eerder:
        yield uitleg.other_key(h)
