"""One use of an instrument (*afname*) as the fold keeps it: its accounts, what counts, and which questions are shown.

Each answer changes only what hangs on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.antwoorden import Antwoordwaarde, Ontbreekt, read_answer
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vragenlijst import Stand, after, state_of
from veiligheidsplan.plan import verslag
from veiligheidsplan.plan.feiten import facts
from veiligheidsplan.plan.gebeurtenis import Gebeurtenis
from veiligheidsplan.plan.verslag import PROFESSIONAL, Antwoordregel, Gekozen

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Dossier


#: answers that differ; beyond that deciding every question anew is quicker
WEINIG = 20


@dataclass(frozen=True, slots=True)
class Afname:
    """The whole stored instrument, about whom, and its answers.

    ``antwoorden`` holds the latest account per question, ``verslagen`` all of them by source, ``geldend`` what
    counts, ``strijdig`` the questions whose accounts contradict (chosen between or not). ``gewijzigd`` is the last
    event that could change the outcome. ``stand`` says which questions are shown; ``bron``, ``bijzijn`` and
    ``zitting`` where it was begun.
    """

    id: str
    instrument: Instrument
    over: str | None
    kort: bool
    gegevens: Mapping[str, Any]
    tijd: datetime
    antwoorden: Mapping[str, Antwoordregel] = field(default_factory=dict)
    uitslag: Mapping[str, Any] | None = None
    verslagen: Mapping[str, Mapping[str, Antwoordregel]] = field(default_factory=dict)
    keuzes: Mapping[str, Gekozen] = field(default_factory=dict)
    geldend: Mapping[str, Any] = field(default_factory=dict)
    strijdig: frozenset[str] = frozenset()
    gewijzigd: int = 0
    stand: Stand | None = None
    bron: str = PROFESSIONAL
    bijzijn: tuple[str, ...] = ()
    zitting: str | None = None

    @property
    def ruwe_antwoorden(self) -> dict[str, Any]:
        """Question id -> the answer that counts, as ``scoor`` takes them. What is contradicted is not there."""
        return dict(self.geldend)


def begun(staat: Dossier, g: Gebeurtenis) -> Afname:
    """The afname of an ``instrument_begonnen``, with the company in which it was begun."""
    i = g.inhoud
    zitting = f"zitting:{staat.waarde('gesprek', 'zitting') or 1}"
    setting = staat.waarde(zitting, "setting")
    bijzijn = () if setting == "niemand" else tuple(staat.waarde(zitting, "aanwezig") or ())
    return Afname(
        i["afname"],
        Instrument.model_validate(i["instrument"]),
        i.get("over"),
        bool(i.get("kort")),
        dict(i.get("gegevens", {})),
        g.tijd,
        bron=verslag.source_of(bijzijn, setting, zitting),
        bijzijn=bijzijn,
        zitting=zitting,
    )


def with_event(staat: Dossier, afname: Afname, g: Gebeurtenis, volgnummer: int) -> Afname:
    """The afname after an answer, a choice between accounts, or a shown outcome."""
    i = g.inhoud
    if g.soort == "uitslag_getoond":
        return replace(afname, uitslag=i["uitslag"])
    if g.soort == "antwoord_gekozen":
        gekozen = Gekozen(_frozen(i["waarde"]), i.get("reden") or "", volgnummer)
        afname = replace(afname, keuzes={**afname.keuzes, i["vraag"]: gekozen})
        return _counted(staat, afname, i["vraag"], volgnummer) if i["vraag"] in afname.verslagen else afname
    regel = _line(staat, afname.instrument, g, volgnummer)
    van_vraag = {**afname.verslagen.get(i["vraag"], {}), regel.bron: regel}
    afname = replace(
        afname,
        antwoorden={**afname.antwoorden, i["vraag"]: regel},
        verslagen={**afname.verslagen, i["vraag"]: van_vraag},
    )
    return _counted(staat, afname, i["vraag"], volgnummer)


def _line(staat: Dossier, instrument: Instrument, g: Gebeurtenis, volgnummer: int) -> Antwoordregel:
    i = g.inhoud
    zitting, bijzijn, waarde = i.get("zitting"), tuple(i.get("bijzijn", ())), _frozen(i["waarde"])
    bron = verslag.source_of(bijzijn, staat.waarde(zitting, "setting") if zitting else None, zitting)
    gelezen = _read(instrument, i["vraag"], waarde)
    bloot = Antwoordregel(waarde, 0, g.tijd.min, zitting=zitting, bron=bron, gelezen=gelezen)
    return Antwoordregel(
        waarde,
        volgnummer,
        g.tijd,
        tuple(i.get("van", ())),
        bijzijn,
        zitting,
        i.get("toelichting"),
        bron,
        gelezen,
        bloot,
    )


def _counted(staat: Dossier, afname: Afname, vraag: str, volgnummer: int) -> Afname:
    """What counts for this question now, and so which questions are shown."""
    verslagen = afname.verslagen[vraag]
    waarde = verslag.effective(verslagen, afname.keuzes.get(vraag))
    geldend = (
        {v: w for v, w in afname.geldend.items() if v != vraag} if waarde is None else dict(afname.geldend)
    )
    if waarde is not None:
        geldend[vraag] = waarde
    strijdig = afname.strijdig
    if verslag.contradict(verslagen) != (vraag in strijdig):
        strijdig = strijdig ^ {vraag}
    nieuw = replace(afname, geldend=geldend, strijdig=strijdig, gewijzigd=volgnummer)
    feiten = facts(staat, afname)
    if afname.stand is None or afname.stand.gegevens != feiten:
        return replace(nieuw, stand=full_state(nieuw, feiten))
    gelezen = Ontbreekt.GEEN_ANTWOORD if waarde is None else _read(afname.instrument, vraag, waarde)
    return replace(nieuw, stand=after(afname.stand, vraag, gelezen))


def full_state(afname: Afname, feiten: Mapping[str, Any]) -> Stand:
    """Which questions are shown, from all answers that count. What does not fit the instrument says nothing."""
    waarden = {v: _read(afname.instrument, v, w) for v, w in afname.geldend.items()}
    return state_of(
        afname.instrument, {v: w for v, w in waarden.items() if v in afname.instrument.vragen}, feiten
    )


def state_without_facts(afname: Afname, gelezen: Mapping[str, Antwoordwaarde]) -> Stand:
    """The state of these answers alone, without facts of the case: from the kept one where that differs in little."""
    basis = afname.stand
    if basis is None or basis.gegevens:
        return state_of(afname.instrument, gelezen)
    echt = {v: w for v, w in gelezen.items() if not isinstance(w, Ontbreekt)}
    if echt == basis.antwoorden:
        return basis
    anders = [v for v in echt.keys() | basis.antwoorden.keys() if echt.get(v) != basis.antwoorden.get(v)]
    if len(anders) > WEINIG:
        return state_of(afname.instrument, gelezen)
    for vraag in anders:
        basis = after(basis, vraag, gelezen.get(vraag, Ontbreekt.GEEN_ANTWOORD))
    return basis


def state_now(d: Dossier, afname: Afname) -> Stand:
    """The state of the questions with the facts of the case as they are now."""
    feiten = facts(d, afname)
    if afname.stand is not None and afname.stand.gegevens == feiten:
        return afname.stand
    return full_state(afname, feiten)


def asleep(d: Dossier, afname: Afname) -> frozenset[str]:
    """Questions with an answer that does not count, because they are not shown now."""
    stand = state_now(d, afname)
    return frozenset(stand.antwoorden.keys() - stand.getoond)


def _read(instrument: Instrument, vraag: str, waarde: Any) -> Antwoordwaarde:
    gelezen = read_answer(instrument, vraag, waarde)
    return Ontbreekt.GEEN_ANTWOORD if isinstance(gelezen, Bevinding) else gelezen


def _frozen(waarde: Any) -> Any:
    return tuple(waarde) if isinstance(waarde, list) else waarde
