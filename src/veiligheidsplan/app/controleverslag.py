"""The outcome of a check as sentences for a person, and as data for a machine."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from veiligheidsplan.app.controleer import Nagekeken
from veiligheidsplan.bevinding import Ernst
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.signing.uitkomst import Handtekening, Tijdstempel

FORMAAT = 1
_KOP = {
    "goed": "Goed: het bestand is gelijk aan wat is ondertekend.",
    "niet af": "Nog niet af: wat is ondertekend, is niet veranderd. Er ontbreken handtekeningen.",
    "niet goed": "Niet goed: dit is niet bewezen.",
}
_STAND = {
    "laatste": "Dit is de laatste versie die het dossier kent.",
    "nieuwer": "Dit bestand is nieuwer dan wat het dossier kende.",
}
_ZONDER = (
    "Aan het bestand alleen is niet te zien of dit de laatste versie is."
    " Met --dossier vergelijkt u het met uw dossier."
)
_SOORT = {
    "zelf gemaakt": "een zelf gemaakt certificaat",
    "onbekende uitgever": "een certificaat van een uitgever die dit programma niet kent",
    "vertrouwd": "een certificaat van een uitgever die uw organisatie vertrouwt",
}


def in_words(n: Nagekeken) -> list[str]:
    """The outcome as sentences, the most important one first."""
    uitkomst = n.controle
    regels = [_KOP[_judgement(n)]]
    regels += [f"{b.uitleg} {b.suggestie or ''}".strip() for b in n.alle]
    for h in uitkomst.handtekeningen:
        regels += ["", *_signature(h)]
    if uitkomst.handtekeningen:
        regels += ["", *uitkomst.toelichting, _STAND.get(n.stand or "", "") if n.stand else _ZONDER]
    return [r for i, r in enumerate(regels) if r or (i and regels[i - 1])]


def _judgement(n: Nagekeken) -> str:
    eigen = any(b.ernst is Ernst.FOUT for b in n.bevindingen)
    return "niet goed" if eigen else n.controle.oordeel


def _signature(h: Handtekening) -> list[str]:
    staat = "in orde" if h.geldig and h.intact and h.schoon else "niet in orde"
    plek = f"«{h.veld}» ({h.rol})" if h.rol else f"«{h.veld}»"
    van = f", uitgegeven door {h.uitgever}" if h.uitgever else ""
    regels = [
        f"Handtekening {plek}: {h.naam}, {staat}.",
        f"Tijd: {_time(h)}",
        f"Certificaat: {_SOORT[h.certificaat]}{van}, geldig van {_day(h.geldig_van)} tot en met {_day(h.geldig_tot)}.",
        f"Sleutel: {' '.join(h.vingerafdruk[i : i + 4] for i in range(0, 32, 4))}",
    ]
    daarna = ", ".join(h.daarna) if h.daarna else "niets"
    return [*regels, f"Daarna toegevoegd of veranderd: {daarna}."]


def _time(h: Handtekening) -> str:
    eigen = f"{_moment(h.moment)}, volgens de computer van de ondertekenaar." if h.moment else "niet bekend."
    if h.tijdstempel is None:
        return eigen
    return f"{eigen} {_service(h.tijdstempel)}"


def _service(s: Tijdstempel) -> str:
    if not s.klopt:
        return f"De tijdstempel van {s.dienst} klopt niet."
    kent = "die uw organisatie vertrouwt" if s.vertrouwd else "die uw organisatie niet in haar lijst heeft"
    return f"Tijdstempel: {_moment(s.moment)}, van {s.dienst}, een dienst {kent}."


def _moment(m: datetime) -> str:
    return f"{spoken_date(m.date())}, {m:%H.%M} uur (UTC)"


def _day(m: datetime) -> str:
    return spoken_date(m.date())


def as_data(n: Nagekeken) -> dict[str, Any]:
    """The outcome for a machine (``schema/controle-1.schema.json``)."""
    uitkomst = n.controle
    return {
        "formaat": FORMAAT,
        "goed": n.goed,
        "oordeel": _judgement(n),
        "handtekeningen": [_data(h) for h in uitkomst.handtekeningen],
        "open_velden": list(uitkomst.open_velden),
        "dossier": n.stand,
        "bevindingen": [
            {"code": b.code, "ernst": b.ernst.value, "uitleg": b.uitleg, "suggestie": b.suggestie}
            for b in n.alle
        ],
        "toelichting": list(uitkomst.toelichting),
    }


def _data(h: Handtekening) -> dict[str, Any]:
    s = h.tijdstempel
    return {
        "veld": h.veld,
        "rol": h.rol,
        "naam": h.naam,
        "moment": h.moment.isoformat() if h.moment else None,
        "tijdstempel": None
        if s is None
        else {"moment": s.moment.isoformat(), "dienst": s.dienst, "klopt": s.klopt, "vertrouwd": s.vertrouwd},
        "certificaat": h.certificaat,
        "uitgever": h.uitgever,
        "geldig_van": h.geldig_van.isoformat(),
        "geldig_tot": h.geldig_tot.isoformat(),
        "vingerafdruk": h.vingerafdruk,
        "intact": h.intact,
        "schoon": h.schoon,
        "geldig": h.geldig,
        "dekking": h.dekking,
        "daarna": list(h.daarna),
    }
