"""Who has which copy (*kopieën*): for professionals alone, from the log."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.delen import intro, name
from veiligheidsplan.plan.document import Blok, Tabel
from veiligheidsplan.plan.dossier import Dossier, Kopie, Uitreiking
from veiligheidsplan.plan.lezer import GEZAMENLIJK, PROFESSIONAL, Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill, spoken_date

_KOPPEN = ("kopie_wie", "kopie_wat", "kopie_hoe")


def who_has_which(d: Dossier, o: Omgeving, sectie: Sectie) -> Iterator[Blok]:
    """Each copy that was made and how it reached somebody; also that somebody gets none. In the order of the log."""
    rijen = [*_made(d, o), *_without_copy(d, o)]
    if rijen:
        yield from intro(sectie)
        yield Tabel(tuple(o.zin(k) for k in _KOPPEN), tuple(rijen), sectie.titel)


def _made(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str, str]]:
    for k in d.kopieen:
        keren = [u for u in d.uitgereikt if u.kenmerk == k.kenmerk]
        if not keren:
            yield _who(d, o, k.voor), _what(o, k), o.zin("kopie_hoe_onbekend")
        for u in keren:
            yield _who(d, o, u.voor), _what(o, k), _how(o, u)


def _without_copy(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str, str]]:
    for u in d.uitgereikt:
        if u.kenmerk is None:
            yield _who(d, o, u.voor), o.zin("kopie_geen_bestand"), _how(o, u)


def _who(d: Dossier, o: Omgeving, voor: Lezer) -> str:
    if voor in (PROFESSIONAL, GEZAMENLIJK):
        return o.zin(f"ondertitel_{voor}")
    return name(d, o, voor)


def _what(o: Omgeving, k: Kopie) -> str:
    woorden = {"kenmerk": k.kenmerk, "datum": spoken_date(k.tijd.date()), "versie": str(k.versie or "?")}
    zin = fill(o.zin("kopie_voorlopig" if k.voorlopig else "kopie_versie"), woorden)
    return f"{zin} {o.zin(f'kopie_eigen_{k.eigen}')}".strip() if k.eigen != "niet" else zin


def _how(o: Omgeving, u: Uitreiking) -> str:
    return fill(o.zin(f"kopie_hoe_{u.hoe}"), {"datum": spoken_date(u.tijd.date())})
