"""The questions of the reporting code (*meldcode*) at the keyboard, and what is still open of it after them."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.vraag_af import fresh_session, into, run_part
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.tafel import Tafel, seated
from veiligheidsplan.plan import meldcode_vragen
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.meldcode import findings
from veiligheidsplan.plan.volledigheid import in_words


def open_meldcode(dossier: str | None, map_: Path | None, wachtzin: Path | None, *, eenvoudig: bool) -> None:
    """The code of one dossier (the last one for ``None``). Whoever may be there is asked for first."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        tafel = Tafel(kast, id_, surroundings(kast.read(id_)), eenvoudig, map_)
        tafel.beeld.opdracht = "meldcode"
        with seated(tafel):
            d = fresh_session(viewed(kast, id_, "meldcode"), tafel.o, kast, id_)
            follow_meldcode(tafel, d, hervat=True)
            tafel.einde()


def follow_meldcode(t: Tafel, d: Dossier, *, hervat: bool = False) -> Dossier:
    """Every open question of it, and those that were put off; then what is still open."""
    if not d.onderwerpen("persoon"):
        t.tell("Er staat nog niemand in dit dossier. Vul eerst in wie erbij horen.")
        return d
    opnieuw = meldcode_vragen.put_off(d, t.o)
    d = run_part(d, t.o, t, into(t.kast, t.id), meldcode_vragen.places, opnieuw=opnieuw, hervat=hervat)
    for zin, over in findings(d, t.o):
        t.tell(f"Let op: {in_words(d, t.o, zin, over)}")
    t.tell("De meldcode is bewaard. Zij staat alleen op de kopie voor professionals.")
    return d
