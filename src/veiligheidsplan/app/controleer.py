"""Checking a PDF's signatures (*controleer*), offline, and against what a dossier knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.ondertekend import Ondertekend, Stand, Zegel, compare, fact, known_keys
from veiligheidsplan.signing.uitkomst import Controle
from veiligheidsplan.signing.verify import verify


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """What a check says: of the file itself, and how it relates to a dossier (``stand``), when one was given.

    ``feit`` is what the dossier should keep from now on: a good file with more signatures than it knew.
    """

    controle: Controle
    stand: Stand | None = None
    bevindingen: tuple[Bevinding, ...] = ()
    feit: Feit | None = None

    @property
    def alle(self) -> tuple[Bevinding, ...]:
        """Every finding, of the file and of the dossier."""
        return (*self.controle.bevindingen, *self.bevindingen)

    @property
    def goed(self) -> bool:
        """Whether everything is proven."""
        return self.controle.goed and not any(b.ernst is Ernst.FOUT for b in self.bevindingen)


def check_pdf(
    pdf: bytes,
    *,
    verwacht: Sequence[str] | None = None,
    vertrouwd: Iterable[bytes] = (),
    dossier: Dossier | None = None,
    klopt: Sequence[str] = (),
) -> Nagekeken:
    """The outcome for these bytes; never raises for any input.

    *klopt* names places whose new key a person asked after: there it counts as known from now on.
    """
    bekend = known_keys(dossier) if dossier else {}
    vertrouwd = tuple(vertrouwd)
    controle = verify(pdf, verwacht=verwacht, vertrouwd=vertrouwd, bekend=bekend)
    if klopt:
        bekend = _with_asked(bekend, controle, klopt)
        controle = verify(pdf, verwacht=verwacht, vertrouwd=vertrouwd, bekend=bekend)
    if dossier is None:
        return Nagekeken(controle)
    stand, laatste = compare(dossier, len(pdf), lambda n: sha256(pdf[:n]).hexdigest())
    heel = controle.oordeel != "niet goed"
    feit = None
    if stand == "nieuwer" and laatste is not None and heel:
        zegels = tuple(Zegel(h.veld, h.naam, h.vingerafdruk) for h in controle.handtekeningen)
        feit = fact(laatste.kenmerk, len(pdf), sha256(pdf).hexdigest(), zegels)
    bezwaar = _objection(stand, laatste, controle) if heel or stand == "ouder" else None
    return Nagekeken(controle, stand, (bezwaar,) if bezwaar else (), feit)


def _with_asked(
    bekend: Mapping[str, frozenset[str]], controle: Controle, klopt: Sequence[str]
) -> dict[str, frozenset[str]]:
    gevraagd = {k.casefold() for k in klopt}
    nieuw = {h.naam: h.vingerafdruk for h in controle.handtekeningen if h.veld.casefold() in gevraagd}
    return {**bekend, **{n: bekend.get(n, frozenset()) | {v} for n, v in nieuw.items()}}


def _objection(stand: Stand, laatste: Ondertekend | None, controle: Controle) -> Bevinding | None:
    """What a person must know of this version, beside whether it is whole."""
    if stand == "onbekend":
        return Bevinding(
            "VP832",
            "Dit dossier kent dit bestand niet. Het is hier niet gemaakt, of het hoort bij een ander dossier.",
            suggestie="Kijk of u het goede dossier koos.",
        )
    if stand == "vervangen":
        return Bevinding(
            "VP833",
            "Dit is niet de laatste versie: daarna is een nieuwe kopie gemaakt en ondertekend.",
            suggestie="Gebruik de nieuwste kopie.",
        )
    if stand in ("ouder", "afgetakt") and laatste is not None:
        nu = {h.veld for h in controle.handtekeningen}
        weg = ", ".join(z.veld for z in laatste.zegels if z.veld not in nu)
        mist = f" In de laatste versie tekende ook: {weg}." if weg else ""
        return Bevinding(
            "VP833",
            f"Dit is niet de laatste versie die het dossier kent.{mist}",
            suggestie="Gebruik de laatste versie. Is die er niet? Laat opnieuw tekenen, na elkaar in één bestand.",
        )
    return None
