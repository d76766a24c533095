"""How somebody is called (*namen*), as far as a dossier may say it."""

from __future__ import annotations

import re

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import ALLEEN_GEZIN, MEDEWERKER
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.zitting import TOLK


def name(d: Dossier, o: Omgeving, wie: object) -> str:
    """The name of a person or the worker, as far as this dossier may say it."""
    if wie == MEDEWERKER:
        return str(d.waarde(MEDEWERKER, "naam") or o.zin("de_medewerker"))
    if wie == ALLEEN_GEZIN:
        return o.zin("het_hele_gezin")
    if str(wie).startswith(TOLK):
        return o.zin("de_tolk")
    return str(d.waarde(str(wie), "naam") or o.zin("iemand"))


def told(wie: str, wat: str) -> str:
    """«Rob: …» for what somebody does; a sentence that begins with the name already says it."""
    if not wie or re.match(rf"{re.escape(wie)}(?!\w)", wat, re.IGNORECASE):
        return wat
    return f"{wie}: {wat}"


def helper(d: Dossier, helpt: str) -> str:
    """Who of the network helps, with what and when."""
    naam, wat, wanneer = (str(d.waarde(helpt, veld) or "") for veld in ("naam", "wat", "wanneer"))
    return (told(naam, wat) if wat else naam) + (f" ({wanneer})" if wanneer else "")
