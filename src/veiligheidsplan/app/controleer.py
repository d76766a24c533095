"""Checking a PDF's signatures (*controleer*), offline, and the outcome in plain Dutch."""

from __future__ import annotations

from typing import Any

from veiligheidsplan.signing.verify import Controle, Handtekening, verify


def check_pdf(pdf: bytes) -> Controle:
    """The outcome for these bytes; never raises for any input."""
    return verify(pdf)


def in_words(uitkomst: Controle) -> list[str]:
    """The outcome as sentences, the most important one first."""
    kop = (
        "Goed: het bestand is gelijk aan wat is ondertekend."
        if uitkomst.goed
        else "Niet goed: dit is niet bewezen."
    )
    regels = [kop, *(f"{b.uitleg} {b.suggestie or ''}".strip() for b in uitkomst.bevindingen)]
    regels += [_signature(h) for h in uitkomst.handtekeningen]
    if uitkomst.open_velden:
        regels.append(f"Nog niet ondertekend: {', '.join(uitkomst.open_velden)}.")
    return [*regels, *uitkomst.toelichting]


def _signature(h: Handtekening) -> str:
    moment = f", {h.moment:%d-%m-%Y %H.%M} uur (UTC)" if h.moment else ""
    staat = "in orde" if h.geldig and h.intact and h.schoon else "niet in orde"
    return f"Handtekening «{h.veld}» van {h.naam}{moment}: {staat}."


def as_data(uitkomst: Controle) -> dict[str, Any]:
    """The outcome for a machine."""
    return {
        "goed": uitkomst.goed,
        "handtekeningen": [
            {
                "veld": h.veld,
                "naam": h.naam,
                "moment": h.moment.isoformat() if h.moment else None,
                "certificaat": h.certificaat,
                "vingerafdruk": h.vingerafdruk,
                "intact": h.intact,
                "schoon": h.schoon,
                "geldig": h.geldig,
                "dekking": h.dekking,
            }
            for h in uitkomst.handtekeningen
        ],
        "open_velden": list(uitkomst.open_velden),
        "bevindingen": [
            {"code": b.code, "uitleg": b.uitleg, "suggestie": b.suggestie} for b in uitkomst.bevindingen
        ],
        "toelichting": list(uitkomst.toelichting),
    }
