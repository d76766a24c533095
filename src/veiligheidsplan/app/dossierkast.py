"""The cabinet of dossiers (*dossierkast*): events sealed one by one in the vault, and folded again when opened."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from veiligheidsplan.app import kopblad
from veiligheidsplan.app.klok import local, now
from veiligheidsplan.app.kopblad import OVERGEDRAGEN, Kop, head
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, OnbekendeGebeurtenis, from_bytes, stamp
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.storage.kluis import Kluis
from veiligheidsplan.storage.seal_sleutelhouder import houder_id, read_openbaar
from veiligheidsplan.storage.storingen import finding

Klok = Callable[[], datetime]
VERLOPEN_NA = timedelta(hours=12)  # a claim of a process that still lives; one that died has let go at once
_MAG_DAN = frozenset({"teruggenomen", "overgenomen"})


class Dossierkast:
    """The dossiers in one vault. ``door`` is who writes, by default the holder of this key; ``klok`` gives the time."""

    def __init__(self, kluis: Kluis, *, door: str = "", klok: Klok = now) -> None:
        self.kluis = kluis
        self.door = door or houder_id(read_openbaar(kluis.openbare_sleutel))
        self.klok = klok
        self._vast: set[str] = set()

    def begin(self, sjabloon: str, *, soort: str = "dossier") -> tuple[str, Dossier]:
        """A new dossier, durable on return."""
        feit = Feit("dossier_begonnen", {"sjabloon": sjabloon})
        gebeurtenis = self.stamped(feit)
        staat = fold([gebeurtenis])
        id_ = self.kluis.nieuw_dossier([gebeurtenis.to_bytes()], head(staat, soort))
        return id_, staat

    def write(self, id_: str, staat: Dossier, feiten: Sequence[Feit], *, soort: str = "dossier") -> Dossier:
        """Append facts in one durable transaction; returns the new state.

        VP733 when it is open in another window, VP732 when it changed since *staat*, VP744 when it was handed over.
        """
        if staat.overgedragen is not None and not {f.soort for f in feiten} <= _MAG_DAN:
            raise BevindingenFout([elsewhere(id_, staat)])
        self._free(id_)
        gebeurtenissen = [self.stamped(f) for f in feiten]
        nieuw = fold(gebeurtenissen, staat)
        inhoud = [g.to_bytes() for g in gebeurtenissen]
        self.kluis.voeg_toe(id_, inhoud, head(nieuw, soort), staat.volgnummer)
        return nieuw

    def read(self, id_: str) -> Dossier:
        """The state of a dossier, after checking its whole chain."""
        return fold(self.events(id_))

    def hold(self, id_: str, *, ook_overgedragen: bool = False) -> None:
        """Say that this dossier is open here, to write in. VP733 when it is open in another process.

        VP744 when it was handed over, unless *ook_overgedragen*.
        """
        if not ook_overgedragen and json.loads(self.kluis.kopblad(id_))["status"] == OVERGEDRAGEN:
            raise BevindingenFout([elsewhere(id_, self.read(id_))])
        self.kluis.houd_vast(id_, self.klok(), VERLOPEN_NA)
        self._vast.add(id_)

    @contextmanager
    def held(self, id_: str, *, ook_overgedragen: bool = False) -> Iterator[None]:
        """Inside it the dossier is open here alone: read, decide and write without another in between."""
        if id_ in self._vast:
            yield
            return
        self.hold(id_, ook_overgedragen=ook_overgedragen)
        try:
            yield
        finally:
            self.let_go(id_)

    def let_go(self, id_: str) -> None:
        """Say that it no longer is. Never raises for the store: at the end of a process it lets go anyway."""
        self._vast.discard(id_)
        with suppress(BevindingenFout):
            self.kluis.laat_los(id_)

    def events(self, id_: str) -> Iterator[Gebeurtenis | None]:
        """Every event in order; ``None`` for a destroyed payload. VP740 for an event of a newer program."""
        for regel in self.kluis.lees(id_):
            try:
                yield from_bytes(regel.inhoud) if regel.inhoud is not None else None
            except OnbekendeGebeurtenis:
                raise BevindingenFout([_NIEUWER]) from None

    def destroy(self, id_: str, volgnummer: int, reden: str) -> Dossier:
        """Destroy one payload (typed by mistake, retention); its hash stays, and who did it and why is logged."""
        self._free(id_)
        gewist = self.stamped(Feit("gewist", {"volgnummer": volgnummer, "reden": reden}))
        over = [None if n == volgnummer else g for n, g in enumerate(self.events(id_), 1)]
        staat = fold([*over, gewist])
        if staat.overgedragen is not None:
            raise BevindingenFout([elsewhere(id_, staat)])
        self.kluis.vernietig(id_, volgnummer, gewist.to_bytes(), head(staat, "dossier"))
        return staat

    def list(self, gebreken: list[Bevinding] | None = None) -> list[Kop]:
        """All dossiers, most recent first: one decryption each. Without *gebreken* a damaged one is raised."""
        stuk: list[Bevinding] = [] if gebreken is None else gebreken
        koppen = list(_heads(self.kluis, stuk))
        if gebreken is None and stuk:
            raise BevindingenFout(stuk)
        return sorted((k for k in koppen if k.status != "eigen"), key=lambda k: k.laatst, reverse=True)

    def lift(self, kop: Kop) -> Kop:
        """The kopblad of an earlier program, made anew from the log and, where the store lets us, kept.

        VP7xx when the log itself cannot be read.
        """
        staat = self.read(kop.id)
        ruw = head(staat)
        with suppress(BevindingenFout):  # a store for reading only, or one that is open in another window
            self._free(kop.id)
            self.kluis.voeg_toe(kop.id, (), ruw, staat.volgnummer)
        return kopblad.read(kop.id, ruw)

    def find(self, naam: str | None) -> str:
        """The id of the dossier with this id or alias; the most recent one for ``None``. VP741-VP743."""
        gebreken: list[Bevinding] = []
        koppen = self.list(gebreken)  # a damaged dossier does not hide the others
        if gebreken and not any(
            naam is None or naam in (k.id, k.alias) or k.id.startswith(naam) for k in koppen
        ):
            raise BevindingenFout(gebreken)
        if not koppen:
            raise BevindingenFout(
                [Bevinding("VP741", "Er is nog geen dossier.", suggestie="Begin met: veiligheidsplan nieuw")]
            )
        if naam is None:
            return koppen[0].id
        gevonden = [k.id for k in koppen if naam in (k.id, k.alias)] or [
            k.id for k in koppen if k.id.startswith(naam)
        ]
        if len(gevonden) == 1:
            return gevonden[0]
        code, zin = (
            ("VP743", "Meer dan één dossier past daarbij.")
            if gevonden
            else ("VP742", "Dit dossier is er niet.")
        )
        raise BevindingenFout(
            [Bevinding(code, zin, suggestie="Bekijk de dossiers met: veiligheidsplan lijst")]
        )

    def own(self) -> str | None:
        """The id of the worker's own log (identity), if there is one."""
        for id_, ruw in self.kluis.kopbladen([]):
            if json.loads(ruw)["status"] == "eigen":
                return id_
        return None

    def _free(self, id_: str) -> None:
        if id_ not in self._vast:
            self.kluis.kijk_of_vrij(id_, self.klok(), VERLOPEN_NA)

    def stamped(self, feit: Feit) -> Gebeurtenis:
        """The event of a fact, by this key and at this moment."""
        return stamp(feit, door=self.door, tijd=self.klok())


_NIEUWER = Bevinding(
    "VP740",
    "Dit dossier is bewaard met een nieuwere versie van het programma.",
    suggestie="Werk het programma bij en probeer het opnieuw. Er is niets verloren.",
)


def _heads(kluis: Kluis, stuk: list[Bevinding]) -> Iterator[Kop]:
    for id_, ruw in kluis.kopbladen(stuk):
        try:
            kop = kopblad.read(id_, ruw)
        except (ValueError, KeyError, TypeError, AttributeError):
            stuk.append(finding("VP723", dossier=id_))
            continue
        if kop.versie > kopblad.VERSIE:  # what we know of it is shown; that there may be more is said
            stuk.append(_NIEUWER)
        yield kop


def elsewhere(id_: str, d: Dossier) -> Bevinding:
    """VP744: this dossier was handed over, when, to which key, and how to go on."""
    o = d.overgedragen
    assert o is not None  # noqa: S101 - asked only of a dossier that was handed over
    op = spoken_date(local(o.tijd).date())
    return Bevinding(
        "VP744",
        f"Dossier {id_} is op {op} overgedragen aan een collega (sleutel {o.aan}). Hier kunt u het alleen lezen.",
        suggestie=f"Lezen kan met: veiligheidsplan toon {id_}\n"
        "Gaat u er weer in werken? Vraag uw collega om een pakket en neem dat over met:"
        " veiligheidsplan dossier overdragen --uit PAKKET\n"
        "Heeft uw collega er zeker niet in gewerkt? Neem het dan terug met:"
        f" veiligheidsplan dossier overdragen {id_} --terugnemen",
    )
