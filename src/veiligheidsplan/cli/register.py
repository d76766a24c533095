"""All commands, written out by hand. Nothing here imports a command: ``--help`` reads this table alone."""

from __future__ import annotations

from typing import NamedTuple

PROGRAMMA = "veiligheidsplan"


class Opdracht(NamedTuple):
    """A command: the module and function that do it, its Dutch help, and an example of a whole line."""

    module: str
    hulp: str
    voorbeeld: str
    functie: str = "commando"


class Groep(NamedTuple):
    """Commands that belong together under one word (``instrument scoor``)."""

    hulp: str
    opdrachten: dict[str, Opdracht]


INSTRUMENT = Groep(
    "Werk aan vragenlijsten: controleren, testen en scoren.",
    {
        "valideer": Opdracht(
            "veiligheidsplan.cli.instrument",
            "Controleer instrumenten: vorm, inhoud, taal en tests, met van elke fout de regel en de plek.",
            "veiligheidsplan instrument valideer instrumenten/partnergeweld",
            "valideer",
        ),
        "test": Opdracht(
            "veiligheidsplan.cli.instrument_test",
            "Voer de tests van instrumenten uit, en zeg wat geen enkele test bereikt.",
            "veiligheidsplan instrument test instrumenten/partnergeweld --minimaal 90",
        ),
        "scoor": Opdracht(
            "veiligheidsplan.cli.instrument",
            "Bereken de uitslag van een instrument uit een bestand met antwoorden.",
            "veiligheidsplan instrument scoor partnergeweld --antwoorden antwoorden.yaml",
            "scoor_bestand",
        ),
        "toon": Opdracht(
            "veiligheidsplan.cli.instrument_toon",
            "Bekijk een instrument zoals de professional het straks ziet, met wie er ook meeluistert.",
            "veiligheidsplan instrument toon partnergeweld --bij kind",
        ),
        "nieuw": Opdracht(
            "veiligheidsplan.cli.instrument_nieuw",
            "Maak een map met een instrument dat meteen werkt, om van te leren en verder te schrijven.",
            "veiligheidsplan instrument nieuw rust-thuis --titel 'Rust thuis'",
        ),
        "schema": Opdracht(
            "veiligheidsplan.cli.instrument_schema",
            "Geef uw editor wat hij nodig heeft om mee te schrijven en mee te kijken.",
            "veiligheidsplan instrument schema --naar schema/instrument-1.schema.json",
        ),
        "vertaal": Opdracht(
            "veiligheidsplan.cli.instrument_vertaal",
            "Maak een bestand om een instrument te vertalen, of werk het bij zonder werk te verliezen.",
            "veiligheidsplan instrument vertaal partnergeweld en --vertaler 'Bureau Taal'",
        ),
        "verschil": Opdracht(
            "veiligheidsplan.cli.instrument_verschil",
            "Zeg wat er veranderde tussen twee versies van een instrument, en wat dat met de uitkomst doet.",
            "veiligheidsplan instrument verschil oud nieuw",
        ),
        "papier": Opdracht(
            "veiligheidsplan.cli.instrument_papier",
            "Maak een leeg formulier van een instrument, om met een pen in te vullen.",
            "veiligheidsplan instrument papier partnergeweld --naar formulier.pdf",
        ),
        "codeboek": Opdracht(
            "veiligheidsplan.cli.instrument_papier",
            "Maak een codeboek: elke vraag met haar codes, punten en voorwaarden.",
            "veiligheidsplan instrument codeboek partnergeweld --naar codeboek.pdf",
            "codeboek",
        ),
        "simuleer": Opdracht(
            "veiligheidsplan.cli.instrument_simuleer",
            "Bekijk welke uitslagen een instrument geeft bij antwoorden die door het lot zijn gekozen.",
            "veiligheidsplan instrument simuleer partnergeweld --onbekend 0.1",
        ),
        "uitleg": Opdracht(
            "veiligheidsplan.cli.instrument_uitleg",
            "Leg een code uit, met een fout en een goed voorbeeld.",
            "veiligheidsplan instrument uitleg VP206",
        ),
    },
)

SJABLOON = Groep(
    "Geef het plan van de regio het gezicht van uw gemeente, zonder iets van de veiligheid te verliezen.",
    {
        "valideer": Opdracht(
            "veiligheidsplan.cli.sjabloon",
            "Controleer sjablonen: wat open staat, wat vast staat, en wat er veranderde in dat van de regio.",
            "veiligheidsplan sjabloon valideer sjablonen/nijmegen",
            "valideer",
        ),
        "toon": Opdracht(
            "veiligheidsplan.cli.sjabloon_toon",
            "Bekijk een verzonnen huishouden in een sjabloon, op het scherm of als PDF.",
            "veiligheidsplan sjabloon toon nijmegen/veiligheidsplan --naar proef.pdf",
        ),
        "nieuw": Opdracht(
            "veiligheidsplan.cli.sjabloon_nieuw",
            "Maak een map met een sjabloon voor uw gemeente dat meteen werkt.",
            "veiligheidsplan sjabloon nieuw --gemeente nijmegen",
        ),
        "lijst": Opdracht(
            "veiligheidsplan.cli.sjabloon",
            "Laat zien welke sjablonen er zijn, en waarop zij zijn gebaseerd.",
            "veiligheidsplan sjabloon lijst",
            "lijst",
        ),
        "huisstijl": Opdracht(
            "veiligheidsplan.cli.sjabloon_huisstijl",
            "Neem de kleuren over uit een bestand met design tokens, en kijk of alles te lezen is.",
            "veiligheidsplan sjabloon huisstijl tokens.json --naar sjablonen/nijmegen/plan",
        ),
    },
)

REGISTER: dict[str, Opdracht | Groep] = {
    "nieuw": Opdracht(
        "veiligheidsplan.cli.nieuw",
        "Begin een gesprek en maak een veiligheidsplan.",
        "veiligheidsplan nieuw --voorbeeld",
    ),
    "hervat": Opdracht(
        "veiligheidsplan.cli.hervat",
        "Ga verder waar u was gebleven.",
        "veiligheidsplan hervat",
    ),
    "toon": Opdracht(
        "veiligheidsplan.cli.toon",
        "Laat een dossier zien: antwoorden, uitslagen en het plan.",
        "veiligheidsplan toon D-0007",
    ),
    "lijst": Opdracht(
        "veiligheidsplan.cli.lijst",
        "Laat zien welke dossiers er zijn en wat wacht, met bovenaan wat het eerst moet.",
        "veiligheidsplan lijst --binnen 7",
    ),
    "agenda": Opdracht(
        "veiligheidsplan.cli.agenda",
        "Maak een bestand met uw volgende contacten en evaluaties, voor uw eigen agenda.",
        "veiligheidsplan agenda --naar momenten.ics",
    ),
    "vaststellen": Opdracht(
        "veiligheidsplan.cli.vaststellen",
        "Zeg dat dit nu het plan is. Wat nog ontbreekt, houdt u niet tegen.",
        "veiligheidsplan vaststellen D-0007 --reden later",
    ),
    "corrigeer": Opdracht(
        "veiligheidsplan.cli.corrigeer",
        "Verbeter een antwoord, of haal iemand of iets uit het plan, met de reden erbij.",
        "veiligheidsplan corrigeer D-0007",
    ),
    "evalueer": Opdracht(
        "veiligheidsplan.cli.evalueer",
        "Kijk terug op het plan en begin een nieuwe ronde.",
        "veiligheidsplan evalueer D-0007",
    ),
    "incident": Opdracht(
        "veiligheidsplan.cli.incident",
        "Schrijf in een minuut op wat er tussen twee gesprekken is gebeurd.",
        "veiligheidsplan incident D-0007",
    ),
    "meldcode": Opdracht(
        "veiligheidsplan.cli.meldcode",
        "Doorloop de meldcode, voor u als professional alleen. Stoppen kan op elk moment.",
        "veiligheidsplan meldcode D-0007",
    ),
    "exporteer": Opdracht(
        "veiligheidsplan.cli.exporteer",
        "Maak een exemplaar van het plan voor één ontvanger.",
        "veiligheidsplan exporteer D-0007 --voor gezamenlijk --naar plan.pdf",
    ),
    "uitreiken": Opdracht(
        "veiligheidsplan.cli.uitreiken",
        "Schrijf op wie een kopie kreeg, en hoe: op papier, als bestand, laten zien, voorgelezen of niet.",
        "veiligheidsplan uitreiken D-0007 --kopie 0a1b2c3d --aan persoon-1 --hoe papier",
    ),
    "onderteken": Opdracht(
        "veiligheidsplan.cli.onderteken",
        "Onderteken als professional een PDF, met uw eigen sleutel, op een plek die daarvoor is.",
        "veiligheidsplan onderteken plan.pdf --als partij-2",
    ),
    "controleer": Opdracht(
        "veiligheidsplan.cli.controleer",
        "Controleer de handtekeningen onder een PDF.",
        "veiligheidsplan controleer plan.pdf",
    ),
    "instrument": INSTRUMENT,
    "plan": Groep(
        "Het plan op papier, en als gegevens voor een editor of een ander programma.",
        {
            "schema": Opdracht(
                "veiligheidsplan.cli.plan_schema",
                "Geef het schema van een plan als JSON, of van een bestand met antwoorden.",
                "veiligheidsplan plan schema --soort antwoorden --naar antwoorden.schema.json",
            ),
            "papier": Opdracht(
                "veiligheidsplan.cli.plan_papier",
                "Maak twee lege formulieren: een voor aan tafel, en een alleen voor u.",
                "veiligheidsplan plan papier --naar .",
            ),
        },
    ),
    "sjabloon": SJABLOON,
    "regio": Groep(
        "Kijk de gegevens van de regio na: gemeenten, diensten en nummers.",
        {
            "valideer": Opdracht(
                "veiligheidsplan.cli.regio",
                "Controleer of elke gemeente en elk nummer klopt, en wat weer nagekeken moet worden.",
                "veiligheidsplan regio valideer",
                "valideer",
            ),
        },
    ),
    "dossier": Groep(
        "Beheer een dossier: sleutels, overdragen, back-up, herstellen en wissen.",
        {
            "sleutel": Opdracht(
                "veiligheidsplan.cli.dossier_sleutel",
                "Geef een tweede persoon toegang, of maak een nieuwe herstelsleutel.",
                "veiligheidsplan dossier sleutel D-0007",
            ),
            "herstel": Opdracht(
                "veiligheidsplan.cli.dossier_herstel",
                "Open uw dossiers met de herstelsleutel en kies een nieuwe wachtzin, of zet een back-up terug.",
                "veiligheidsplan dossier herstel",
            ),
            "bevestig": Opdracht(
                "veiligheidsplan.cli.dossier_bevestig",
                "Bevestig als tweede persoon een lager niveau, met uw eigen sleutel.",
                "veiligheidsplan dossier bevestig D-0007 --kluis-van MAP",
            ),
            "back-up": Opdracht(
                "veiligheidsplan.cli.dossier_back_up",
                "Maak een versleutelde kopie van al uw dossiers, in één nieuw bestand.",
                "veiligheidsplan dossier back-up --naar E:\\back-up.kluis",
            ),
            "overdragen": Opdracht(
                "veiligheidsplan.cli.dossier_overdragen",
                "Draag één dossier over aan een collega, of neem het van een collega over.",
                "veiligheidsplan dossier overdragen D-0007 --aan sleutel.txt --naar pakket",
            ),
            "logboek": Opdracht(
                "veiligheidsplan.cli.dossier_logboek",
                "Lees wie wat deed, wanneer en waarom, en kijk of er iets is weggehaald of veranderd.",
                "veiligheidsplan dossier logboek D-0007 --controleer",
            ),
            "wis": Opdracht(
                "veiligheidsplan.cli.dossier_wis",
                "Vernietig een antwoord dat er niet had mogen staan.",
                "veiligheidsplan dossier wis D-0007",
            ),
        },
    ),
}
