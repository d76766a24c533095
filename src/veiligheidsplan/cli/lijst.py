"""``veiligheidsplan lijst``: the dossiers by the alias that the worker chose."""

from __future__ import annotations

import json
from dataclasses import asdict

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.kluis import in_sentences, open_vault
from veiligheidsplan.cli.opties import Json, Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show


def commando(map_: Map = None, wachtzin_bestand: WachtzinBestand = None, als_json: Json = False) -> int:
    """One line a dossier, most recent first."""
    gebreken: list[Bevinding] = []
    with open_vault(map_, wachtzin_bestand) as kluis:
        koppen = Dossierkast(kluis).list(gebreken)
    if als_json:
        show(json.dumps([asdict(k) for k in koppen], ensure_ascii=False, indent=2))
    else:
        for k in koppen:
            vervolg = f"; volgend contact {k.vervolg}" if k.vervolg else ""
            show(f"{k.id}  {k.alias or '(nog geen naam)'}: {k.status}{vervolg}")
        if not koppen:
            say("Er is nog geen dossier. Begin met: veiligheidsplan nieuw")
    if gebreken:
        say(in_sentences(BevindingenFout(gebreken)), stijl="fout")
    return 1 if gebreken else 0
