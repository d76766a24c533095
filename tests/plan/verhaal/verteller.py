"""Tells a story of one household over months, with its own clock: each round from an answers file in this folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.plan.omgeving import omgeving
from veiligheidsplan.app.evaluatie_uit_bestand import review_from
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, stamp
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.omgeving import Omgeving

MAP = Path(__file__).parent


@dataclass
class Verteller:
    """The dossier so far, its whole log, who writes now, and what surrounds it on the day of the story."""

    o: Omgeving = field(default_factory=omgeving)
    door: str = "kim"
    d: Dossier = field(default_factory=Dossier)
    log: list[Gebeurtenis] = field(default_factory=list)

    def on(self, dag: date) -> Verteller:
        """The clock goes on to this day."""
        self.o = replace(self.o, vandaag=dag)
        return self

    @property
    def nu(self) -> datetime:
        return datetime.combine(self.o.vandaag, time(10), UTC)

    def write(self, feiten: Iterable[Feit]) -> Verteller:
        nieuw = [stamp(f, door=self.door, tijd=self.nu) for f in feiten]
        self.log += nieuw
        self.d = fold(nieuw, self.d)
        return self

    def first(self) -> Verteller:
        """The first plan: the built-in example household."""
        begin = Feit("dossier_begonnen", {"sjabloon": self.o.sjabloonkenmerk})
        return self.write([begin, *facts_from(read_plan_file(example_path("gezin")).waarde, self.o)])

    def review(self, naam: str) -> Verteller:
        """A review from the answers file of this round."""
        waarden = read_plan_file(MAP / f"{naam}.yaml").waarde
        return self.write(review_from(waarden, self.d, self.o, self.nu))

    def established(self) -> Verteller:
        return self.write([establish(self.d, self.o)])

    def incident(self, **velden: object) -> Verteller:
        return self.write([value_given("incident:1", v, w) for v, w in velden.items()])  # type: ignore[arg-type]

    def new_major(self) -> Verteller:
        """The region brings a new major version of the questions about now: one is renamed, one threshold is lower."""
        bron = (built_in("instrumenten") / "directe-veiligheid" / "instrument.yaml").read_text("utf-8")
        nieuw = bron
        for oud, anders in _HOOFDVERSIE:
            assert oud in nieuw, oud
            nieuw = nieuw.replace(oud, anders)
        with TemporaryDirectory() as map_:
            bestand = Path(map_) / "directe-veiligheid" / "instrument.yaml"
            bestand.parent.mkdir()
            bestand.write_text(nieuw, "utf-8")
            instrument = laad_instrument(bestand)
        self.o = replace(self.o, instrumenten={**self.o.instrumenten, "directe-veiligheid": instrument})
        return self

    def taken_over(self, door: str) -> Verteller:
        """Another worker takes the dossier over, with a key of their own."""
        self.write([Feit("overgedragen", {"aan": door, "reden": "verhuizing"})])
        van, self.door = self.door, door
        return self.write([Feit("overgenomen", {"van": van, "reden": "verhuizing"})])


_HOOFDVERSIE = (
    ("versie: 1.0.0", "versie: 2.0.0"),
    ("      zorg:\n", "      verzorging:\n"),
    ("{vraag: zorg, is: nee}", "{vraag: verzorging, is: nee}"),
    ("direct_gevaar: 5}", "direct_gevaar: 4}"),
    ("eindniveau: gevaar\n", "eindniveau: gevaar\nvervangt: {zorg: verzorging}\n"),
)
