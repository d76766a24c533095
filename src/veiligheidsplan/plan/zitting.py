"""The session (*zitting*): who is in the room, and so which questions are not asked now, and which view begins."""

from __future__ import annotations

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.rol import may_harm
from veiligheidsplan.plan.stap import Zichtkant

NIEMAND = "niemand"
SAMEN = "samen"
IEDEREEN = frozenset({"iedereen", "mogelijke_pleger", "kind"})
NU = "nu"
#: the part at the table began, and then it was said that others are there: asked again
OPNIEUW = "opnieuw"
#: somebody who interprets without being a professional counts as present; the start of the id of one not in the dossier
LEEK = "ander"
TOLK = "tolk@"
IEMAND = "iemand@"


def current(d: Dossier) -> str:
    """The id of the present session (``zitting:1``)."""
    return f"zitting:{d.waarde('gesprek', 'zitting') or 1}"


def next_number(d: Dossier) -> int:
    """The number of a new session."""
    return int(d.waarde("gesprek", "zitting") or 1) + 1


def setting(d: Dossier) -> str | None:
    """How we sit now: ``niemand`` (I prepare alone), ``alleen``, ``samen``, ``telefoon``; ``None``: not said yet."""
    waarde = d.waarde(current(d), "setting")
    return None if waarde is None else str(waarde)


def named(d: Dossier) -> tuple[str, ...]:
    """Who is there now as it was said, by person id. Empty when nobody was named."""
    return () if setting(d) == NIEMAND else tuple(d.waarde(current(d), "aanwezig") or ())


def lay_interpreter(d: Dossier) -> bool:
    """Whether somebody interprets who is no professional: a relative, a child, somebody who is not known."""
    return setting(d) not in (None, NIEMAND) and d.waarde(current(d), "tolk") == LEEK


def present(d: Dossier) -> tuple[str, ...]:
    """Who is there now: by person id, and who interprets without being a professional (also when not known who)."""
    erbij = named(d)
    if not lay_interpreter(d):
        return erbij
    nu = current(d)
    wie = d.waarde(nu, "tolk_wie")
    tolk = str(wie) if str(wie).startswith("persoon:") else f"{TOLK}{nu}"
    erbij = tuple(p for p in erbij if p != tolk)
    return (*(erbij or (f"{IEMAND}{nu}",)), tolk)


def together(d: Dossier) -> bool:
    """Whether more people are there, or may be."""
    return setting(d) == SAMEN or len(present(d)) > 1


def opened(d: Dossier) -> bool:
    """Whether the part at the table began in this session: by a deliberate act on the werkscherm, in every dossier."""
    return setting(d) == NIEMAND or d.waarde(current(d), "opening") == NU


def other_company(d: Dossier, veld: str, waarde: object) -> bool:
    """Whether this answer changes who is there, after the part at the table began for who was there before."""
    if veld not in ("setting", "aanwezig", "tolk", "tolk_wie") or d.waarde(current(d), "opening") != NU:
        return False
    oud = d.waarde(current(d), veld)
    if isinstance(oud, tuple) and isinstance(waarde, tuple):
        return set(oud) != set(waarde)
    return bool(oud != waarde)


def from_paper(d: Dossier) -> bool:
    """Whether this session was held on paper: the professional, alone now, takes over what was written then."""
    return bool(d.waarde("gesprek", "van_papier") == (d.waarde("gesprek", "zitting") or 1))


def start_view(d: Dossier) -> Zichtkant:
    """The view in which this session begins: only who is known to be alone starts on the werkscherm."""
    return "werkscherm" if setting(d) == NIEMAND or from_paper(d) else "aan_tafel"


def company(d: Dossier) -> frozenset[str]:
    """In whose presence we are: ``mogelijke_pleger``, ``kind``, ``iedereen``.

    Default deny. In a joint setting everybody counts as a possible source of danger, so that which questions are
    asked tells nobody what the professional thinks of them; a child counts unless all who are there are known as
    adults. Alone, a child is not its own company; who is known as a possible source of danger is (the stricter
    rule), and so is somebody who was not named.
    """
    if d.gezelschap is not None:
        return d.gezelschap
    erbij = present(d)
    if setting(d) == NIEMAND:
        return frozenset()
    if setting(d) is None:
        return IEDEREEN
    if together(d):
        volwassen = len(erbij) > 1 and all(d.waarde(p, "soort") == "volwassene" for p in erbij)
        return IEDEREEN - {"kind"} if volwassen else IEDEREEN
    gevaar = not erbij or may_harm(d, erbij[0]) == "ja"
    return _in_earshot(d) | (frozenset({"mogelijke_pleger"}) if gevaar else frozenset())


#: who hears it, as the check beforehand says -> in whose presence that is. Not known who it is: anyone
_HOORT = {
    "volwassene": IEDEREEN - {"kind"},
    "kind": frozenset({"iedereen", "kind"}),
    "meer": IEDEREEN,
    "weet_niet": IEDEREEN,
}


def _in_earshot(d: Dossier) -> frozenset[str]:
    """In whose presence somebody is who is alone with us, but not alone in the room."""
    staart = f"@{current(d)}"
    hoort = [d.waarde(v, "kamer") for v in d.onderwerpen("vooraf") if v.endswith(staart)]
    return frozenset().union(*(_HOORT.get(str(h), frozenset()) for h in hoort))


def not_now(d: Dossier, instrument: Instrument, vraag_id: str) -> bool:
    """Whether this question may not be asked in the present company; then it waits for a moment alone."""
    return bool(company(d) & frozenset(instrument.bijzijn_van(vraag_id)))
