"""Templates (*sjablonen*) and the region's files, with the checks that go over the borders of one model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading.bestand import load_source
from veiligheidsplan.loading.yaml_source import read_file
from veiligheidsplan.plan.kopie import GEZAMENLIJK
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.sjabloon import Sjabloon

#: whoever gets a copy reads these: a template may rename them, never leave them out
VEILIGHEIDSSECTIES = ("acties", "afspraken", "bellen", "vervolg", "ondertekening", "uitleg")


def load_sjabloon(pad: Path) -> Sjabloon:
    """A template that is whole and safe; ``BevindingenFout`` with every fault at its place."""
    bron = read_file(pad / "sjabloon.yaml" if pad.is_dir() else pad)
    sjabloon = load_source(bron, Sjabloon)
    fouten = [
        bron.kaart.place(b) for b in (*_missing_texts(sjabloon), *_unsafe(sjabloon), *_sentences(sjabloon))
    ]
    if fouten:
        raise BevindingenFout(fouten)
    return sjabloon


def _missing_texts(s: Sjabloon) -> Iterator[Bevinding]:
    for soort, velden in VELDEN.items():
        for veld in velden:
            if veld not in s.teksten.get(soort, {}):
                yield Bevinding(
                    "VP601",
                    f"De tekst van «{soort}», «{veld}» ontbreekt.",
                    pad=("teksten", soort),
                    suggestie="Zet er een blok bij met vraag en label.",
                )


def _unsafe(s: Sjabloon) -> Iterator[Bevinding]:
    for id_, sectie in s.secties.items():
        if "gezamenlijk" in sectie.zichtbaar_voor and sectie.bron not in GEZAMENLIJK:
            yield Bevinding(
                "VP602",
                f"Wat in «{id_}» staat, is alleen voor professionals. Een sjabloon kan dat niet ruimer maken.",
                pad=("secties", id_, "zichtbaar_voor"),
                suggestie="Haal «gezamenlijk» hier weg.",
            )
    gezamenlijk = {sectie.bron for sectie in s.secties.values() if "gezamenlijk" in sectie.zichtbaar_voor}
    for bron in VEILIGHEIDSSECTIES:
        if bron not in gezamenlijk:
            yield Bevinding(
                "VP603",
                f"De sectie met bron «{bron}» ontbreekt op de gezamenlijke kopie. Die mag nooit weg.",
                pad=("secties",),
                suggestie=f"Voeg een sectie toe met bron: {bron} en zichtbaar_voor: [professional, gezamenlijk].",
            )


def _sentences(s: Sjabloon) -> Iterator[Bevinding]:
    for zin in sorted(VASTE_ZINNEN - s.zinnen.keys()):
        yield Bevinding(
            "VP604", f"De zin «{zin}» ontbreekt.", pad=("zinnen",), suggestie=f"Voeg een regel toe: {zin}: …"
        )


# fmt: off
VASTE_ZINNEN = frozenset({
    "ondertitel_professional", "ondertitel_gezamenlijk", "voorlopig", "niet_uitreiken", "sectie_dossier",
    "sectie_medewerker", "sectie_persoon", "sectie_zitting", "sectie_nu", "sectie_indruk", "sectie_uitslag",
    "sectie_oordeel", "sectie_afspraak", "sectie_actie", "sectie_acties", "sectie_cijfer", "sectie_regie",
    "sectie_vervolg", "sectie_slot", "meer_persoon_eerste", "meer_persoon", "meer_afspraak_eerste",
    "meer_afspraak", "meer_actie_eerste", "meer_actie", "begin_nu", "ja", "nee", "weet_niet",
    "wil_niet_zeggen", "niet_gevraagd", "niet_ingevuld", "ik_zelf", "uzelf", "iemand_anders", "iemand",
    "het_hele_gezin", "de_medewerker", "cijfer_nul", "cijfer_tien", "cijfer_van_over", "cijfers_alleen",
    "cijfers_samen", "cijfer_bij_pleger", "laagste_cijfer", "actie_direct", "actie", "tot_en_met", "uur",
    "bij_gevaar", "niveau", "niveau_van_tot", "geen_niveau", "nog_geen_niveau", "validatie_niet_gevalideerd",
    "validatie_inhoudsvalide", "validatie_gevalideerd", "signalen_gezien", "signalen_niet_uit_te_sluiten",
    "geen_signalen", "wat_meetelt", "wat_nog_kan_veranderen", "alleen_te_vragen", "mens_beslist",
    "lager_wacht", "niet_voldoende_kop", "niet_voldoende_voor_nu", "niet_veilig_nu", "niet_veilig_daarna",
    "open_slot", "open_acties", "open_te_laat", "open_casusregisseur", "open_mandaathouder",
    "open_contact_datum", "open_evaluatie_datum", "open_lager", "vraag", "antwoord", "erbij",
})
# fmt: on
