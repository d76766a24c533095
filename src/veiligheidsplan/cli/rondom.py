"""What surrounds one dossier, and what a person should hear about it before reading on."""

from __future__ import annotations

from datetime import date

from veiligheidsplan.app.omgeving import load_for
from veiligheidsplan.cli.screens import say
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving


def surroundings(d: Dossier) -> Omgeving:
    """The template with which this dossier began, the instruments and the region, on the worker's own day."""
    o, gezien = load_for(d, date.today())  # noqa: DTZ011 - the worker's own day
    for bevinding in gezien:
        say(f"Let op: {bevinding.uitleg}", stijl="let_op")
        if bevinding.suggestie:
            say(bevinding.suggestie)
    return o
