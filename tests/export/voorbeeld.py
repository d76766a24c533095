"""A document like a real plan, with every kind of block: shared by the tests of the export and by the bench."""

from __future__ import annotations

from veiligheidsplan.plan.document import (
    Alinea,
    Blok,
    Cijferbalk,
    Document,
    Handtekeningvak,
    Huisstijl,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Tabel,
    Velden,
)

ZINNEN = (
    "Bij ruzie gaat Kees naar zijn broer. Hij blijft daar tot de volgende ochtend.",
    "Noor belt haar zus als zij zich niet veilig voelt. De zus komt dan meteen.",
    "De kinderen slapen bij oma als het te spannend wordt. Oma heeft een sleutel.",
)


def _actie(nummer: int) -> Kader:
    return Kader(
        f"Actie {nummer}",
        (
            Alinea(ZINNEN[nummer % 3], "nadruk"),
            Velden(
                (
                    ("Wie", "Kees de Vries"),
                    ("Wanneer", "vanavond voor 20.00 uur"),
                    ("Zo zien we het", "Kees stuurt een bericht aan Noor en aan de casusregisseur."),
                    ("Lukt het niet", "Dan belt Noor het lokale team: 000 - 000 00 00."),
                )
            ),
        ),
    )


def blokken(*, professional: bool = True) -> tuple[Blok, ...]:
    """The blocks of a plan of some six pages."""
    uit: list[Blok] = [
        Alinea("Dit plan maakten we samen op 7 december 2026. Iedereen krijgt een eigen kopie."),
        Kader(
            "Is er nu gevaar? Bel 112",
            (Alinea("Veilig Thuis: 0800-2000, dag en nacht, gratis."),),
            "waarschuwing",
        ),
        Kop("Wat we hebben afgesproken"),
        *(_actie(n) for n in (1, 2, 3)),
        Kop("Hoe veilig is het?"),
        Cijferbalk(
            (("Noor, samen gegeven", 4), ("Kees, samen gegeven", 7), ("Wijkteam", 5)),
            "Veiligheidscijfers van 0 tot 10: Noor 4, Kees 7, wijkteam 5.",
        ),
    ]
    if professional:
        uit += [
            Kop("Niveau", 2),
            Niveauschaal(
                ("laag", "verhoogd", "hoog", "acuut"),
                1,
                2,
                "Het niveau is ten minste verhoogd en ten hoogste hoog.",
            ),
            Tabel(
                ("Vraag", "Antwoord", "Wie"),
                tuple(
                    (f"Vraag {n}: is er iets gebeurd in de afgelopen maand?", "weet niet", "Noor")
                    for n in range(45)
                ),
                "Antwoorden die het niveau nog kunnen veranderen",
            ),
        ]
    uit += [
        Kop("Afspraken"),
        Lijst(ZINNEN * 3, genummerd=True),
        Lijst(ZINNEN),
        *(Alinea(" ".join(ZINNEN * 3)) for _ in range(6)),
        Kop("Handtekeningen"),
        Handtekeningvak("Noor Jansen", None),
        Handtekeningvak("Kees de Vries", None),
        Handtekeningvak("Casusregisseur", "partij-1"),
        Handtekeningvak("Wijkteam", "partij-2"),
    ]
    return tuple(uit)


def document(**anders: object) -> Document:
    """The whole document; named values replace those of the example."""
    waarden: dict[str, object] = {
        "titel": "Veiligheidsplan",
        "ondertitel": "Voor het gezin, gemaakt met het lokale team",
        "kenmerk": "k7f3-29ab",
        "datum": "7 december 2026",
        "datum_iso": "2026-12-07",
        "blokken": blokken(),
        "voettekst": "Lokaal team Voorbeeldstad",
        "merk": "Niet uitreiken: alleen voor professionals",
        "huisstijl": Huisstijl(eigenaar="Gemeente Voorbeeldstad"),
    }
    return Document(**(waarden | anders))  # type: ignore[arg-type]
