"""What changed between two versions of an instrument (*vergelijking*), in the words of a trainer.

Pure: two instruments in, changes out. What the changes do to outcomes is counted in ``vergelijking_effect``; what they
ask of the version is judged in ``vergelijking_versie``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vergelijking_paren import renamed
from veiligheidsplan.instrument.vergelijking_woorden import LIDWOORD, MAJOR, MINOR, PATCH, VELDEN, say

Soort = Literal["toegevoegd", "verwijderd", "hernoemd", "verplaatst", "gewijzigd"]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change. ``wat`` is the kind of thing, ``id`` what it is called now (or was, when it is gone).

    ``pad`` is its place in the new version, in the old one where it is gone; ``vraagt`` what it asks of the version by
    itself: 1 patch, 2 minor, 3 major.
    """

    soort: Soort
    wat: str
    id: str
    tekst: str
    vraagt: int
    pad: tuple[str | int, ...]
    veld: str | None = None
    oud: Any = None
    nieuw: Any = None


def compare(oud: Instrument, nieuw: Instrument) -> tuple[Wijziging, ...]:
    """Every change, in the order of the file."""
    return tuple(_Vergelijking(oud, nieuw).changes())


class _Vergelijking:
    def __init__(self, oud: Instrument, nieuw: Instrument) -> None:
        self._oud, self._nieuw = oud, nieuw
        self._naam_nu = renamed(oud, nieuw)

    def changes(self) -> Iterator[Wijziging]:
        oud, nieuw = self._oud, self._nieuw
        yield from self._fields("instrument", nieuw.id, oud, nieuw, ())
        yield from self._collection("bron", "bronnen", PATCH)
        yield from self._lists()
        yield from self._collection("niveau", "niveaus", MAJOR)
        if (volgorde := _reordered(oud.niveaus, nieuw.niveaus)) is not None:
            tekst = f"De volgorde van de niveaus is anders: {' < '.join(volgorde)}."
            yield Wijziging("verplaatst", "niveau", "", tekst, MAJOR, ("niveaus",))
        yield from self._collection("onderdeel", "onderdelen", MINOR)
        yield from self._questions()
        yield from self._collection("schaal", "schalen", MAJOR)
        yield from self._collection("signaal", "signalen", MAJOR)

    def _collection(self, wat: str, sleutel: str, weg: int) -> Iterator[Wijziging]:
        """Things by id. *weg*: what it asks of the version that one is gone."""
        toen: Mapping[str, Any] = getattr(self._oud, sleutel)
        nu: Mapping[str, Any] = getattr(self._nieuw, sleutel)
        for id_ in nu:
            if id_ not in toen:
                yield _added(wat, id_, (sleutel, id_), getattr(nu[id_], "titel", None))
            else:
                yield from self._fields(wat, id_, toen[id_], nu[id_], (sleutel, id_))
        for id_ in toen:
            if id_ not in nu:
                yield _removed(wat, id_, (sleutel, id_), weg)

    def _fields(
        self, wat: str, id_: str, toen: Any, nu: Any, pad: tuple[str | int, ...]
    ) -> Iterator[Wijziging]:
        for veld, (woorden, vraagt) in VELDEN[wat].items():
            was, is_ = getattr(toen, veld, None), getattr(nu, veld, None)
            if was == is_:
                continue
            waar = f"{LIDWOORD[wat]} «{id_}»" if wat in LIDWOORD else "het instrument"
            tekst = f"{_capital(waar)}, {woorden}: «{say(was)}» werd «{say(is_)}»."
            if _takes_away(veld, was, is_):
                vraagt = MAJOR
            elif _rests(veld, toen, nu):
                vraagt = MINOR
            yield Wijziging("gewijzigd", wat, id_, tekst, vraagt, (*pad, veld), veld, was, is_)

    def _questions(self) -> Iterator[Wijziging]:
        oud, nieuw = self._oud, self._nieuw
        toen_heette = {nu: toen for toen, nu in self._naam_nu.items()}
        for id_ in nieuw.vragen:
            pad = ("onderdelen", nieuw.onderdeel_van[id_], "vragen", id_)
            if id_ not in toen_heette:
                yield _added("vraag", id_, pad, nieuw.vragen[id_].tekst)
                continue
            toen = toen_heette[id_]
            if toen != id_:
                tekst = f"De vraag «{toen}» heet nu «{id_}»."
                yield Wijziging("hernoemd", "vraag", id_, tekst, MINOR, pad, None, toen, id_)
            yield from self._moved(toen, id_, pad)
            yield from self._fields("vraag", id_, oud.vragen[toen], nieuw.vragen[id_], pad)
            if not self._same_list(toen, id_):
                lijsten = oud.antwoorden_van(toen), nieuw.antwoorden_van(id_)
                yield from self._answers(*lijsten, f"de vraag «{id_}»", (*pad, "antwoorden"))
        for id_ in oud.vragen:
            if id_ not in self._naam_nu:
                yield _removed("vraag", id_, ("onderdelen", oud.onderdeel_van[id_], "vragen", id_), MAJOR)

    def _moved(self, toen: str, nu: str, pad: tuple[str | int, ...]) -> Iterator[Wijziging]:
        van, naar = self._oud.onderdeel_van[toen], self._nieuw.onderdeel_van[nu]
        if van != naar:
            tekst = f"De vraag «{nu}» staat nu in het onderdeel «{naar}», eerst in «{van}»."
            yield Wijziging("verplaatst", "vraag", nu, tekst, MINOR, pad, None, van, naar)

    def _same_list(self, toen: str, nu: str) -> bool:
        """Whether both use the shared list of one name: then its changes are said once, at the list."""
        lijst = getattr(self._nieuw.vragen[nu], "antwoorden", None)
        gedeeld = isinstance(lijst, str) and lijst in self._oud.antwoordlijsten
        return gedeeld and getattr(self._oud.vragen[toen], "antwoorden", None) == lijst

    def _lists(self) -> Iterator[Wijziging]:
        for naam, nu in self._nieuw.antwoordlijsten.items():
            if naam in self._oud.antwoordlijsten:
                waar = f"de antwoordlijst «{naam}»"
                yield from self._answers(self._oud.antwoordlijsten[naam], nu, waar, ("antwoordlijsten", naam))

    def _answers(
        self, toen: Mapping[str, Any], nu: Mapping[str, Any], waar: str, pad: tuple[str | int, ...]
    ) -> Iterator[Wijziging]:
        for code in nu:
            if code not in toen:
                tekst = f"Nieuw antwoord «{code}» bij {waar}: {say(nu[code].tekst)}."
                yield Wijziging("toegevoegd", "antwoord", code, tekst, MINOR, (*pad, code))
                continue
            for veld, (woorden, vraagt) in VELDEN["antwoord"].items():
                was, is_ = getattr(toen[code], veld), getattr(nu[code], veld)
                if was != is_:
                    tekst = f"{_capital(waar)}, {woorden} van «{code}»: «{say(was)}» werd «{say(is_)}»."
                    yield Wijziging(
                        "gewijzigd", "antwoord", code, tekst, vraagt, (*pad, code, veld), veld, was, is_
                    )
        for code in toen:
            if code not in nu:
                tekst = f"Het antwoord «{code}» bij {waar} is weg."
                yield Wijziging("verwijderd", "antwoord", code, tekst, MAJOR, (*pad, code))


def _added(wat: str, id_: str, pad: tuple[str | int, ...], titel: str | None) -> Wijziging:
    nieuw = "Nieuw" if LIDWOORD[wat].startswith("het") else "Nieuwe"
    tekst = f"{nieuw} {wat} «{id_}»" + (f": {say(titel)}" if titel else "")
    vraagt = PATCH if wat == "bron" else MINOR
    return Wijziging(
        "toegevoegd", wat, id_, tekst.rstrip(".") + ("" if tekst.endswith("?") else "."), vraagt, pad
    )


def _removed(wat: str, id_: str, pad: tuple[str | int, ...], vraagt: int) -> Wijziging:
    return Wijziging("verwijderd", wat, id_, f"{_capital(LIDWOORD[wat])} «{id_}» is weg.", vraagt, pad)


def _takes_away(veld: str, was: Any, is_: Any) -> bool:
    """Whether an answer that could be given cannot be given any more."""
    if veld in ("weet_niet", "wil_niet_zeggen", "geen_van_deze"):
        return bool(was) and is_ is False
    if veld == "van":
        return was is not None and is_ is not None and bool(is_ > was)
    return veld == "tot" and is_ is not None and (was is None or bool(is_ < was))


def _rests(veld: str, toen: Any, nu: Any) -> bool:
    """Whether a rule about missing answers rests: complete answers, which are counted, say all there is to say."""
    regels = {toen.ontbrekend, nu.ontbrekend} if veld in ("vereist", "hoogstens_ontbrekend") else set()
    return regels == {"bandbreedte"} or (veld == "hoogstens_ontbrekend" and "naar_rato" not in regels)


def _reordered(toen: Mapping[str, Any], nu: Mapping[str, Any]) -> list[str] | None:
    """The new order of what both have, where it is not the old one."""
    was, is_ = [id_ for id_ in toen if id_ in nu], [id_ for id_ in nu if id_ in toen]
    return is_ if was != is_ else None


def _capital(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
