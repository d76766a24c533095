"""Templates (*sjablonen*) and the region's files, with the checks that go over the borders of one model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.bestand import load_source
from veiligheidsplan.loading.sjabloon_eigen import STANDAARD, Gelezen, base_of, picture, read_own, typeface
from veiligheidsplan.loading.yaml_source import Bron, read_file
from veiligheidsplan.loading.zinnen_evaluatie import ZINNEN_EVALUATIE
from veiligheidsplan.loading.zinnen_hoofdstukken import ZINNEN_HOOFDSTUKKEN
from veiligheidsplan.loading.zinnen_kopie import ZINNEN_KOPIE
from veiligheidsplan.plan.document import Beeld
from veiligheidsplan.plan.kopie_bouwers import BOUWERS, PRIVE
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.sjabloon import Sjabloon

BESTAND: Final = "sjabloon.yaml"
#: whoever gets a copy reads these: a template may rename them, never leave them out
VEILIGHEIDSSECTIES = ("acties", "afspraken", "bellen", "vervolg", "ondertekening", "uitleg")
#: a professional who does not see these works on less than what is known
VOOR_PROFESSIONALS = (
    *VEILIGHEIDSSECTIES,
    "status",
    "uitslag",
    "open",
    "alleen_te_vragen",
    "vooraf",
    "maatregelen",
    "hoofdstukken",
    "incidenten",
    "nog_nodig",
    "evaluatie",
    "verloop",
)
#: for each kind of reader: how the copy is called, and what never goes from it
NODIG: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "gezamenlijk": ("gezamenlijke kopie", VEILIGHEIDSSECTIES),
    "professional": ("kopie voor professionals", VOOR_PROFESSIONALS),
    "persoon": ("kopie voor één persoon", ("eigen_taken", "bellen", "uitleg", "ondertekening", PRIVE)),
    "netwerk": ("kopie voor iemand uit het netwerk", ("netwerktaak", "bellen", "ondertekening")),
    "kind": (
        "kopie voor een kind",
        ("kind_begin", "kind_doen", "kind_mis", "kind_boos", "kind_bellen", "ondertekening"),
    ),
}


def load_sjabloon(pad: Path) -> Sjabloon:
    """A template that is whole and safe; ``BevindingenFout`` with every fault at its place, in one run."""
    sjabloon = inspect_sjabloon(pad).checked().sjabloon
    assert sjabloon is not None  # noqa: S101 - checked
    return sjabloon


def inspect_sjabloon(pad: Path) -> Gelezen:
    """The template in a file or folder with everything that is to say about it, warnings too.

    One that is ``gebaseerd_op`` a regional template is filled in to a whole one. One that stands alone is the
    region's: in the folder of another owner that is a fault (VP605).
    """
    bestand = pad / BESTAND if _is_folder(pad) else pad
    bron = read_file(bestand)
    rauw = _block(bron.waarde)
    if "gebaseerd_op" in rauw:
        return _based(bron, rauw, bestand)
    over_grenzen = (
        (*_alone(bestand), *_missing_texts(rauw), *_unsafe(rauw), *_sentences(rauw)) if rauw else ()
    )
    logo = picture(rauw, bestand.parent)
    letters, bezwaren = typeface(rauw, bestand.parent)
    fouten = [*over_grenzen, *([logo] if isinstance(logo, Bevinding) else []), *bezwaren]
    fouten = [bron.kaart.place(b) for b in fouten]
    try:
        sjabloon = load_source(bron, Sjabloon)
    except BevindingenFout as fout:
        return Gelezen(None, (*fout.bevindingen, *fouten))
    beeld = logo if isinstance(logo, Beeld) else None
    return Gelezen(sjabloon, tuple(fouten), beeld, letters=letters)


def _based(bron: Bron, rauw: dict[Any, Any], bestand: Path) -> Gelezen:
    naam, fout = base_of(rauw)
    vooraf = () if fout is None else (bron.kaart.place(fout),)
    try:
        basis = finder.find_sjabloon(naam)
    except BevindingenFout:
        anders = Bevinding(
            "VP606",
            f"Er is geen sjabloon van de regio met de naam «{naam}».",
            pad=("gebaseerd_op",),
            suggestie=f"Schrijf: gebaseerd_op: {STANDAARD}@1.0.0.",
        )
        vooraf, basis = (bron.kaart.place(anders),), finder.find_sjabloon(STANDAARD)
    van_regio = inspect_sjabloon(basis).checked()
    assert van_regio.sjabloon is not None  # noqa: S101 - checked
    gelezen = read_own(bron, bestand.parent, van_regio.sjabloon, basis)
    return replace(
        gelezen,
        bevindingen=(*vooraf, *gelezen.bevindingen),
        sjabloon=None if vooraf else gelezen.sjabloon,
        letters=gelezen.letters or van_regio.letters,
    )


def _alone(bestand: Path) -> Iterator[Bevinding]:
    """A whole template is the region's: a copy by another owner would keep old words about safety for ever."""
    delen = bestand.absolute().parts
    if len(delen) >= 4 and delen[-4] == "sjablonen" and delen[-3] != "regio":
        yield Bevinding(
            "VP605",
            "Dit sjabloon staat op zichzelf. Een gemeente vult alleen in wat de regio openlaat.",
            suggestie=f"Schrijf: gebaseerd_op: {STANDAARD}@1.0.0, en laat alleen staan wat van uw gemeente is.",
        )


def _is_folder(pad: Path) -> bool:
    try:
        return pad.is_dir()
    except (OSError, ValueError):
        return False


def _block(waarde: Any) -> dict[Any, Any]:
    return waarde if isinstance(waarde, dict) else {}


def _missing_texts(rauw: dict[Any, Any]) -> Iterator[Bevinding]:
    teksten = _block(rauw.get("teksten"))
    for soort, velden in VELDEN.items():
        for veld in velden:
            if veld not in _block(teksten.get(soort)):
                yield Bevinding(
                    "VP601",
                    f"De tekst van «{soort}», «{veld}» ontbreekt.",
                    pad=("teksten", soort),
                    suggestie="Zet er een blok bij met vraag en label.",
                )


def _unsafe(rauw: dict[Any, Any]) -> Iterator[Bevinding]:
    bronnen: dict[str, set[str]] = {wie: set() for wie in BOUWERS}
    for id_, sectie in _block(rauw.get("secties")).items():
        bron, voor = str(_block(sectie).get("bron")), _block(sectie).get("zichtbaar_voor", ["professional"])
        for wie in map(str, voor if isinstance(voor, list) else ()):
            bronnen.get(wie, set()).add(bron)
            if _too_wide(wie, bron):
                yield Bevinding(
                    "VP602",
                    "Wat in deze sectie staat, is niet voor deze lezer. Een sjabloon kan dat niet ruimer maken.",
                    pad=("secties", id_, "zichtbaar_voor"),
                    suggestie=f"Haal «{wie}» hier weg.",
                )
    for wie, (kopie, nodig) in NODIG.items():
        yield from _dropped(wie, kopie, nodig, bronnen[wie])


def _too_wide(wie: str, bron: str) -> bool:
    """Whether this source of the professional's copy, or of private pages, is opened to a reader who has none of it."""
    bekend = {b for bouwers in BOUWERS.values() for b in bouwers} | {PRIVE}
    eigen = {PRIVE} if wie == "persoon" else set()
    return wie in BOUWERS and bron in bekend - BOUWERS[wie].keys() - eigen


def _dropped(wie: str, kopie: str, nodig: tuple[str, ...], aanwezig: set[str]) -> Iterator[Bevinding]:
    for bron in nodig:
        if bron not in aanwezig:
            voor = "[professional, gezamenlijk]" if bron in VEILIGHEIDSSECTIES else f"[{wie}]"
            yield Bevinding(
                "VP603",
                f"De sectie met bron «{bron}» ontbreekt op de {kopie}. Die mag nooit weg.",
                pad=("secties",),
                suggestie=f"Voeg een sectie toe met bron: {bron} en zichtbaar_voor: {voor}.",
            )


def _sentences(rauw: dict[Any, Any]) -> Iterator[Bevinding]:
    for zin in sorted(VASTE_ZINNEN - _block(rauw.get("zinnen")).keys()):
        yield Bevinding(
            "VP604", f"De zin «{zin}» ontbreekt.", pad=("zinnen",), suggestie=f"Voeg een regel toe: {zin}: …"
        )


# fmt: off
VASTE_ZINNEN = frozenset({
    "bellen_dienst", "bellen_wie_hulp_zoekt", "bellen_kind", "bellen_wie_geweld_gebruikt", "bellen_professional",
    "bellen_gemeente", "bellen_onderwerp", "bellen_wie", "bellen_uitleg", "bellen_onbekend",
    "ondertitel_professional", "ondertitel_gezamenlijk", "voorlopig", "niet_uitreiken", "sectie_dossier",
    "sectie_medewerker", "sectie_persoon", "sectie_zitting", "sectie_nu", "sectie_indruk", "sectie_uitslag",
    "sectie_oordeel", "sectie_afspraak", "sectie_actie", "sectie_acties", "sectie_cijfer", "sectie_regie",
    "sectie_vervolg", "sectie_slot", "meer_persoon_eerste", "meer_persoon", "meer_afspraak_eerste",
    "meer_afspraak", "meer_actie_eerste", "meer_actie", "begin_nu", "ja", "nee", "weet_niet",
    "wil_niet_zeggen", "niet_gevraagd", "niet_ingevuld", "ik_zelf", "uzelf", "iemand_anders", "iemand",
    "het_hele_gezin", "de_medewerker", "cijfer_nul", "cijfer_tien", "cijfer_van_over", "cijfers_alleen",
    "cijfer_over_zichzelf",
    "cijfers_samen", "cijfer_bij_pleger", "laagste_cijfer", "actie_direct", "actie", "tot_en_met", "uur",
    "bij_gevaar", "niveau", "niveau_van_tot", "geen_niveau", "nog_geen_niveau", "validatie_niet_gevalideerd",
    "validatie_inhoudsvalide", "validatie_gevalideerd", "signalen_gezien", "signalen_niet_uit_te_sluiten",
    "geen_signalen", "wat_meetelt", "wat_nog_kan_veranderen", "alleen_te_vragen", "mens_beslist",
    "lager_wacht", "lager_bevestigd",
    "versie_vastgesteld", "versie_open", "voorlopig_merk", "ronde_vastgesteld", "ronde_reden", "ronde_daarna",
    "ronde_versie", "reden_later", "reden_niet_veilig_om_te_vragen", "reden_wil_niet", "reden_niet_aanwezig",
    "reden_anders", "herstel_overzicht", "herstel_verder", "herstel_lager", "herstel_meldcode",
    "sectie_incident", "incident_kop", "incident_ronde_nu", "incident_ronde_eerder", "incident_ronde_kind",
    "incident_meldcode", "gecorrigeerd", "ronde_kop_vastgesteld", "ronde_kop_open",
    "sectie_stand", "stand_titel", "stand_niets", "stand_eerst_indruk", "stand_rust_op", "stand_weet_niet",
    "stand_wil_niet_zeggen", "stand_niet_gevraagd", "stand_strijdig", "stand_nog_niet", "stand_bel",
    "stand_vragen", "stand_alleen", "stand_voorstel",
    "niet_voldoende_kop", "niet_voldoende_voor_nu", "niet_veilig_nu", "niet_veilig_daarna",
    "open_slot", "open_acties", "open_te_laat", "open_casusregisseur", "open_mandaathouder",
    "open_contact_datum", "open_evaluatie_datum", "open_lager", "open_nu", "open_oordeel", "niveau_uitslag",
    "iedereen_leest", "cijfer_leest", "zelf_invullen", "vraag", "antwoord", "erbij", "deel_klaar",
    "deel_klaar_werkscherm", "deel_klaar_overzicht", "deel_klaar_stoppen", "zelfde_gezelschap", "slaapt",
    "wordt_wakker", "en_nog", "uit_vorige_ronde", "bron_professional", "bron_samen", "bron_alleen",
    "bron_iemand_alleen", "sectie_tegenspraak", "tegenspraak", "tegenspraak_hulp", "tegenspraak_reden",
    "tegenspraak_later", "open_tegenspraak", "open_uitvoerder", "niemand_of_niets",
    "toelichting", "toelichtingen", "u_koos",
    "sectie_eigen", "sectie_vooraf", "sectie_opening", "sectie_themas", "sectie_maatregel", "sectie_overleg",
    "sectie_wens", "meer_maatregel_eerste", "meer_maatregel", "vooraf_alleen_u", "wie_u_spreekt", "de_tolk",
    "niet_veilig_praten", "niet_veilig_afspraak", "opening_kan", "opening_wacht", "opening_alleen_kan",
    "nodig_veilig", "nodig_namen", "nodig_overleg", "nodig_advies", "nodig_wens", "nodig_verbod",
    "verbod_zonder_eind", "verbod_loopt", "verbod_geen_eind", "verbod_laatste_dag", "verbod_nog_een_dag",
    "verbod_nog_dagen", "verbod_begint", "verbod_voorbij", "open_verbod_samen", "open_verbod_eind",
    "open_verbod_eind_onbekend", "open_verbod_datum", "open_verbod_dagen", "open_tolk", "open_tolk_kind",
    "open_tolk_familie", "open_samen", "zitting_kop",
    "hoofdstukken_kan", "voorwaarde_vast", "zorgen_nu", "wat_er_moet", "dient",
    "sectie_hoofdstukken", "sectie_voorwaarde", "sectie_zorg", "sectie_naleving", "sectie_trede",
    "meer_voorwaarde_eerste", "meer_voorwaarde", "meer_zorg_eerste", "meer_zorg", "meer_trede_eerste",
    "meer_trede", "open_voorwaarde_te_laat", "open_voorwaarde_zonder", "open_actie_los", "open_fase",
    "open_hulp_vroeg", "sectie_grond", "sectie_eigen_actie", "sectie_stem", "sectie_ander",
    "meer_eigen_actie_eerste", "meer_eigen_actie", "meer_ander_eerste", "meer_ander", "open_direct_alleen",
    "open_niets_gevraagd", "open_geen_professional", "open_gehoord", "open_akkoord_reden",
    "open_akkoord_onveilig", "sectie_partij", "meer_partij_eerste", "meer_partij", "voorgelezen_op",
    "tekenen_als",
    "sectie_aanleiding", "sectie_een_plan", "sectie_rollen", "sectie_domein", "sectie_kracht",
    "sectie_netwerk", "sectie_integraal", "sectie_escalatie", "sectie_terugblik", "sectie_contact",
    "sectie_eigen_veiligheid", "sectie_eigen_aanpak", "sectie_gezag", "sectie_toestemming",
    "sectie_vertegenwoordiger", "meer_kracht_eerste", "meer_kracht", "meer_netwerk_eerste", "meer_netwerk",
    "meer_escalatie_eerste", "meer_escalatie", "meer_terugblik_eerste", "meer_terugblik",
    "meer_contact_eerste", "meer_contact", "meer_eigen_veiligheid_eerste", "meer_eigen_veiligheid",
    "meer_eigen_aanpak_eerste", "meer_eigen_aanpak", "meer_gezag_eerste", "meer_gezag",
    "meer_toestemming_eerste", "meer_toestemming", "meer_vertegenwoordiger_eerste",
    "meer_vertegenwoordiger", "open_leefdomeinen", "open_ander_plan", "open_twee_regisseurs",
    "open_aanleiding_verbod", "open_vertegenwoordiger", "open_helper_weet",
    "sectie_meldcode", "sectie_meldstap", "sectie_afweging", "sectie_meldbesluit", "sectie_melding",
    "meldcode_uitleg", "meldcode_ronde", "meldcode_afgesloten", "meldstap_open", "weeg_melden",
    "wijst_signaal_gezien", "wijst_signaal_niet_uitgesloten", "wijst_hoogste_niveau", "wijst_onthulling",
    "wijst_afweging", "wijst_afweging_open", "meldcode_weer_incident", "meldcode_weer_evaluatie",
    "meldcode_weer_antwoorden", "open_meldcode", "open_meldcode_weeg", "open_meldcode_persoon", "open_meldstap",
    "open_meldbesluit", "open_meldbesluit_weeg", "open_melding", "open_waken",
    "kort_nummer", "kort_acties", "kort_niets", "vertaald_door", "sectie_vertaling", "sectie_actievertaling",
    "genogram_jaar", "het_gaat_om",
    "kaart_titel", "kaart_noodnummer", "kaart_veilig_thuis", "kaart_vertrouwd", "kaart_kinderen", "kaart_dieren",
    "kaart_tas", "kaart_seintje", "leeshulp", "leeshulp_merk", "vertaling_nagekeken",
    "papier_ondertitel_tafel", "papier_ondertitel_werk", "papier_merk_werk", "papier_versie",
    "papier_inleiding_tafel", "papier_inleiding_werk", "papier_namen", "papier_persoon", "papier_afspraak",
    "papier_alleen",
}) | ZINNEN_HOOFDSTUKKEN | ZINNEN_EVALUATIE | ZINNEN_KOPIE
# fmt: on
