"""The conversation at the keyboard, from its beginning (``nieuw``) or where it stopped (``hervat``)."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.vraag_af import fresh_session, on_paper
from veiligheidsplan.cli.afronden import finish
from veiligheidsplan.cli.inzage import viewed
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.tafel import Tafel, seated
from veiligheidsplan.plan.omgeving import Omgeving


def begin(
    o: Omgeving,
    map_: Path | None,
    wachtzin: Path | None,
    *,
    eenvoudig: bool,
    naar: Path | None,
    van_papier: bool = False,
) -> None:
    """A new dossier, and its conversation to the end."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin, maken=True) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin(o.sjabloonkenmerk)
        d = on_paper(d, kast, id_) if van_papier else d
        tafel = Tafel(kast, id_, o, eenvoudig, map_)
        with seated(tafel):
            finish(tafel, tafel.converse(d), naar)


def go_on(
    dossier: str | None,
    map_: Path | None,
    wachtzin: Path | None,
    *,
    nieuwe_zitting: bool,
    eenvoudig: bool,
    naar: Path | None,
    van_papier: bool = False,
) -> None:
    """An earlier dossier (the last one for ``None``), from its first open question on."""
    with stops_as_ctrl_c(), open_vault(map_, wachtzin) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        tafel = Tafel(kast, id_, surroundings(kast.read(id_)), eenvoudig, map_)
        with seated(tafel):
            nieuw = nieuwe_zitting or van_papier  # what was written on paper was another conversation
            d = fresh_session(viewed(kast, tafel.id, "hervat"), tafel.o, kast, tafel.id, nieuw=nieuw)
            d = on_paper(d, kast, tafel.id) if van_papier else d
            finish(tafel, tafel.converse(d, hervat=True), naar)
