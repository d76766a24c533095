"""The loop of one conversation (*gespreksloop*): a step, what came back, what it changed, and where one looks next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from veiligheidsplan.app.gesprekspartner import Antwoordbron, Gesprekspartner
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.plan import gesprek, loop, slapend, twijfel, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.loop import DEEL_KLAAR, Loop
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.overzicht import overview_of
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Stap, Waarde, Zichtkant

Plekken = Callable[[Dossier, Omgeving, Zichtkant], Iterator[Plek]]
Schrijver = Callable[[Dossier, tuple[Feit, ...]], Dossier]
ZELFDE = "loop/zelfde_gezelschap"
_ANDERE: dict[Zichtkant, Zichtkant] = {"aan_tafel": "werkscherm", "werkscherm": "aan_tafel"}


@dataclass(slots=True)
class Gespreksloop:
    """One run. ``deel`` is what the present view may know of ``d``; ``partner`` is the person at a screen, if any."""

    d: Dossier
    o: Omgeving
    bron: Antwoordbron
    schrijf: Schrijver
    lus: Loop
    partner: Gesprekspartner | None = None
    terug_van_weg: bool = False
    plekken: Plekken = gesprek.places
    #: answered before in a way that meant «not now»: asked once more in this run
    opnieuw: frozenset[str] = frozenset()
    deel: Dossier = field(init=False)

    def __post_init__(self) -> None:
        self.deel = gesprek.view_of(self.d, self.lus.kant)

    def run(self) -> Dossier:
        """Until nothing is open any more on the werkscherm."""
        while (stap := self._step()) is not None:
            reactie = self.bron.answer(stap, self._control(stap))
            if isinstance(reactie, Beweging):
                self._move(stap, reactie)
            elif isinstance(reactie, MetToelichting):
                self._take(stap, reactie.waarde, reactie.toelichting.strip() or None)
            else:
                self._take(stap, reactie, stap.toelichting)
        return self.d

    def _step(self) -> Stap | None:
        if self.terug_van_weg:
            return self._same_company()
        plek: Plek | None = None
        if self.lus.stap is not None:
            plek = next((p for p in self._places() if p.id == self.lus.stap), None)
        if plek is None:
            plek = next((p for p in self._places() if self._open(p.id)), None)
        if plek is not None:
            return plek.maak()
        return self._part_is_done() if self.lus.kant == "aan_tafel" else None

    def _places(self) -> Iterator[Plek]:
        return self.plekken(self.deel, self.o, self.lus.kant)

    def _ids(self) -> list[str]:
        return [p.id for p in self._places()]

    def _open(self, id_: str) -> bool:
        return id_ in self.opnieuw or not gesprek.answered(self.deel, id_)

    def _control(self, stap: Stap) -> Callable[[Waarde], Bevinding | None]:
        def controle(waarde: Waarde) -> Bevinding | None:
            return gesprek.check(self.d, self.o, stap, waarde) or twijfel.looks_like_address(stap, waarde)

        return controle

    def _take(self, stap: Stap, waarde: Waarde, toelichting: str | None) -> None:
        if stap.id == ZELFDE:
            self._same_or_new(waarde)
        elif stap.id == DEEL_KLAAR:
            self._move(stap, _NA_DEEL[str(waarde)])
        else:
            gelijk = stap.herkomst is None and (waarde, toelichting) == (stap.standaard, stap.toelichting)
            if self._open(stap.id) or not gelijk:
                toelichting = toelichting if gelijk or toelichting != stap.toelichting else None
                kant = self.lus.kant
                self._write(gesprek.process(self.d, self.o, stap, waarde, toelichting=toelichting, kant=kant))
            self.opnieuw -= {stap.id}
            ids = self._ids() if self.lus.stapsgewijs else ()
            self.lus = loop.onward(self.lus, ids, stap.id, self._open)

    def _write(self, feiten: tuple[Feit, ...]) -> None:
        """Save; then say what fell asleep or woke up, or go to the view that belongs to
        a new company, or to the table when its part begins."""
        voor, hoe, begonnen = self.deel, _company(self.d), zitting.opened(self.d)
        self.d = self.schrijf(self.d, feiten)
        self.deel = gesprek.view_of(self.d, self.lus.kant)
        if self.partner is None:
            return
        if _company(self.d) != hoe or (zitting.opened(self.d) and not begonnen):
            self._switch(zitting.start_view(self.d), None)
        else:
            for zin in slapend.said(voor, self.deel, self.o):
                self.partner.tell(zin)

    def _switch(self, kant: Zichtkant, stap: str | None) -> None:
        """Only a view that is another one wipes the screen."""
        anders = kant != self.lus.kant
        self.lus = Loop(kant, stap)
        self.deel = gesprek.view_of(self.d, kant)
        if anders and self.partner is not None:
            self.partner.switched(kant)

    def _move(self, stap: Stap, beweging: Beweging) -> None:
        if beweging.soort == "stoppen":
            raise KeyboardInterrupt  # the one way out; every answer is saved
        if self.partner is not None:
            match beweging.soort:
                case "nu_gevaar":
                    self.partner.danger()
                case "slot":
                    self.partner.lock()
                case "iemand_erbij":
                    self._joined(self.partner)
                case "overzicht" if not self.terug_van_weg:
                    regels = overview_of(self.deel, self.o, self.lus.kant, self.plekken)
                    self.lus = loop.jump(self.lus, self._ids(), self.partner.choose(regels, stap.id))
                case "wissel" if not self.terug_van_weg:
                    self._switch(_ANDERE[self.lus.kant], stap.id)
        if not self.terug_van_weg:
            self._walk(stap, beweging)

    def _walk(self, stap: Stap, beweging: Beweging) -> None:
        match beweging.soort:
            case "terug":
                self.lus = loop.back(self.lus, self._ids(), stap.id)
            case "naar":
                self.lus = loop.jump(self.lus, self._ids(), beweging.naar)
            case "verder":
                self.lus = loop.forward(self.lus)

    def _joined(self, partner: Gesprekspartner) -> None:
        """Somebody came in: the neutral page first, then a new session with anyone in it, at the table."""
        partner.joined()
        self.terug_van_weg = False
        self._write(gesprek.somebody_joined(self.d))

    def _same_company(self) -> Stap:
        o = self.o
        keuzes = (Keuze("ja", o.zin("ja")), Keuze("nee", o.zin("nee")))
        return Stap(
            ZELFDE, "keuze", o.zin("zelfde_gezelschap"), o.zin("sectie_zitting"), keuzes=keuzes, tafel=True
        )

    def _same_or_new(self, waarde: Waarde) -> None:
        self.terug_van_weg = False
        if waarde != "ja":
            self._write((gesprek.value_given("gesprek", "zitting", zitting.next_number(self.d)),))

    def _part_is_done(self) -> Stap:
        o = self.o
        keuzes = tuple(Keuze(code, o.zin(f"deel_klaar_{code}")) for code in _NA_DEEL)
        return Stap(
            DEEL_KLAAR, "keuze", o.zin("deel_klaar"), o.zin("sectie_zitting"), keuzes=keuzes, tafel=True
        )


def _company(d: Dossier) -> tuple[str, str | None]:
    """Which session it is, and how we sit: another one may belong to another view."""
    return zitting.current(d), zitting.setting(d)


_NA_DEEL = {
    "werkscherm": Beweging("wissel"),
    "overzicht": Beweging("overzicht"),
    "stoppen": Beweging("stoppen"),
}
