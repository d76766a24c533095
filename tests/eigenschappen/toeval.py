"""Random small instruments with every construct of the format, and random answers to them."""

from __future__ import annotations

from random import Random


def condition(r: Random, vragen: dict, diepte: int = 0, schalen: tuple = ()) -> dict:
    """A random condition on earlier questions, gegevens, and for a sign on scales."""
    keus = r.random()
    if diepte < 2 and keus < 0.35:
        if r.random() < 0.35:
            return {"niet": condition(r, vragen, diepte + 1, schalen)}
        delen = [condition(r, vragen, diepte + 1, schalen) for _ in range(r.randint(1, 3))]
        return {r.choice(["alle", "een_van"]): delen}
    if schalen and keus < 0.65:
        return {
            "schaal": r.choice(schalen),
            r.choice(["minstens", "hoogstens"]): r.choice(["-1", "0", "1", "2", "2.5", "4", "7"]),
        }
    if keus > 0.9 or not vragen:
        naam = r.choice(["leeftijd", "thuiswonend", "zwanger"])
        if r.random() < 0.15:
            return {"gegeven": naam, "beantwoord": True}
        if naam == "leeftijd":
            return {"gegeven": naam, r.choice(["minstens", "hoogstens", "is"]): 18}
        return {"gegeven": naam, "is": r.choice(["ja", "nee"])}
    q = r.choice(list(vragen))
    return {"vraag": q, **test_for(r, vragen[q], bool(schalen) or q.startswith("z"))}


def test_for(r: Random, v: dict, beantwoord_mag: bool) -> dict:
    soort = v.get("type", "keuze")
    if soort in ("tekst", "datum") or (beantwoord_mag and r.random() < 0.2):
        return {"beantwoord": True}
    if soort == "keuze":
        codes = ["ja", "nee"] if v["antwoorden"] == "ja_nee" else list(v["antwoorden"])
        return (
            {"is": r.choice(codes)} if r.random() < 0.7 else {"in": r.sample(codes, r.randint(1, len(codes)))}
        )
    if soort == "meerkeuze":
        return {"bevat": r.choice(list(v["antwoorden"]))}
    maat = r.choice(["is", "in", "minstens", "hoogstens"])
    return {maat: [r.randint(0, 3), 2] if maat == "in" else r.randint(0, 4)}


test_for.__test__ = False  # not a test for pytest


def question(r: Random, id_: str) -> dict:
    """A scored question; ids that begin with z are not scored."""
    if id_.startswith("z"):
        soort = r.choice(["tekst", "datum", "keuze", "getal", "meerkeuze"])
        v = {"tekst": "?", "type": soort}
        if soort in ("keuze", "meerkeuze"):
            v["antwoorden"] = {c: {"tekst": c} for c in ("a", "b", "c")[: r.randint(2, 3)]}
        return v
    soort = r.choice(["keuze", "keuze", "keuze", "meerkeuze", "schaal", "getal"])
    v = {"tekst": "?", "type": soort}
    if soort == "keuze" and r.random() < 0.4:
        v["antwoorden"] = "ja_nee"
    elif soort in ("keuze", "meerkeuze"):
        codes = ("a", "b", "c")[: r.randint(1, 3)]
        v["antwoorden"] = {
            c: {"tekst": c, "punten": r.choice(["0", "1", "2", "3", "-1", "0.5"])} for c in codes
        }
        if len(codes) > 1 and r.random() < 0.3:
            del v["antwoorden"]["b"]["punten"]
        if soort == "meerkeuze" and r.random() < 0.5:
            v["geen_van_deze"] = True
    elif soort == "schaal":
        v["van"] = r.choice([0, 0, 1, -1])
        v["tot"] = v["van"] + r.randint(1, 3)
        v["omgekeerd"] = r.random() < 0.5
    else:
        v["punten_vanaf"] = {
            r.choice([0, 1]): r.choice(["0", "1"]),
            2: "2",
            r.choice([3, 5]): r.choice(["4", "1"]),
        }
        if r.random() < 0.7:
            v["tot"] = r.choice([2, 3, 5])
    if r.random() < 0.3:
        v["gewicht"] = r.choice(["2", "3", "0.5", "-1", "0"])
    return v


def scale(r: Random, vragen: list, onder: list, naam: str, schalen: dict) -> dict:
    s = {"methode": r.choice(["som", "som", "gemiddelde", "hoogste", "aantal"]), "ontbrekend": "bandbreedte"}
    telbaar = [q for q in vragen if not q.startswith("z")]
    telt = r.sample(telbaar, r.randint(0 if onder else 1, len(telbaar)))
    subs = r.sample(onder, r.randint(0, len(onder)))
    if subs or r.random() < 0.8:
        s["telt"] = telt + subs or telbaar[:1]
        r.shuffle(s["telt"])
    if r.random() < 0.4 and not any(
        schalen[o]["ontbrekend"] == "bandbreedte" for o in s.get("telt", ()) if o in schalen
    ):
        s["ontbrekend"] = r.choice(["ongeldig", "nul", "naar_rato"])
        if s["ontbrekend"] == "naar_rato":
            s["methode"] = r.choice(["som", "gemiddelde"])
            s["hoogstens_ontbrekend"] = r.randint(0, 2)
    if r.random() < 0.2:
        s["vereist"] = [r.choice(vragen)]
    if r.random() < 0.25:
        s["vermenigvuldig"] = r.choice(["4", "0.5", "1.5"])
    if r.random() < 0.25:
        s["deel_door"] = r.choice([2, 3])
    if r.random() < 0.35:
        s["afronden"] = r.choice(["heel", "0.1"])
    if r.random() < 0.85:
        begin = r.choice(["-10", "-1", "0", "0", "1"])
        grenzen = sorted({float(begin), *(r.choice([0.5, 1, 1.5, 2, 3, 4, 6]) for _ in range(2))})
        grenzen = [g for g in grenzen if g >= float(begin)]
        s["grenzen"] = {n: str(g) for n, g in zip(["laag", "midden", "hoog"], grenzen, strict=False)}
    return s


def instrument(r: Random) -> dict:
    """A whole instrument of one to six questions."""
    onderdelen, eerder = {}, {}
    aantal = r.randint(1, 6)
    ids = [("z" if r.random() < 0.2 else "q") + str(n) for n in range(aantal)]
    if all(q.startswith("z") for q in ids):
        ids[0] = "q0"
    per = max(1, r.randint(1, aantal))
    for n in range(0, aantal, per):
        deel = {"titel": "d", "vragen": {}}
        if eerder and r.random() < 0.3:
            deel["toon_als"] = condition(r, eerder)
        for q in ids[n : n + per]:
            v = question(r, q)
            if (eerder or r.random() < 0.2) and r.random() < 0.45:
                v["toon_als"] = condition(r, eerder)
            deel["vragen"][q] = v
            eerder[q] = v
        onderdelen[f"deel{n}"] = deel
    schalen = {}
    for n in range(r.randint(0, 4)):
        s = scale(r, ids, list(schalen), f"s{n}", schalen)
        if r.random() < 0.2 and "telt" in s and s["ontbrekend"] == "bandbreedte":
            deel = r.choice(list(onderdelen))
            if any(not q.startswith("z") for q in onderdelen[deel]["vragen"]):
                s["telt"] = [deel]
        schalen[f"s{n}"] = s
    tekens = {}
    for n in range(r.randint(0, 4)):
        teken = {"als": condition(r, eerder, 0, tuple(schalen))}
        if r.random() < 0.8:
            teken["niveau"] = r.choice(["laag", "midden", "hoog"])
        tekens[f"t{n}"] = teken
    uit = {
        "formaat": 1, "id": "toeval", "versie": "1.0.0", "titel": "T", "soort": "risicotaxatie", "status": "concept",
        "validatie": "niet_gevalideerd", "per": "huishouden", "eigenaar": "E", "verantwoording": "V",
        "antwoordlijsten": {"ja_nee": {"ja": {"tekst": "Ja", "punten": "1"}, "nee": {"tekst": "Nee", "punten": "0"}}},
        "niveaus": {n: {"titel": n} for n in ("laag", "midden", "hoog")},
        "onderdelen": onderdelen, "schalen": schalen, "signalen": tekens,
    }  # fmt: skip
    if schalen and r.random() < 0.8:
        uit["eindniveau"] = r.choice(list(schalen))
    return uit


def answers(r: Random, instrument: dict) -> dict:
    """Real answers (sleeping ones too), unknown ones, and none."""
    uit = {}
    deel = r.random()
    for q, v in ((q, v) for d in instrument["onderdelen"].values() for q, v in d["vragen"].items()):
        if r.random() > deel:
            if r.random() < 0.3:
                uit[q] = r.choice(["weet_niet", "wil_niet_zeggen", "niet_gevraagd", None])
            continue
        soort = v["type"]
        if soort == "keuze":
            uit[q] = r.choice(["ja", "nee"] if v["antwoorden"] == "ja_nee" else list(v["antwoorden"]))
        elif soort == "meerkeuze":
            codes = list(v["antwoorden"])
            uit[q] = r.sample(codes, r.randint(0 if v.get("geen_van_deze") else 1, len(codes)))
        elif soort == "schaal":
            uit[q] = r.randint(v["van"], v["tot"])
        elif soort == "getal":
            uit[q] = r.randint(0, v.get("tot", 9))
        else:
            uit[q] = "2026-02-01"
    return uit


def gegevens(r: Random) -> dict:
    """Some of the facts of the case."""
    alle = {
        "leeftijd": r.choice([17, 18, 40]),
        "thuiswonend": r.choice(["ja", "nee"]),
        "zwanger": r.choice(["ja", "nee"]),
    }
    return {naam: waarde for naam, waarde in alle.items() if r.random() < 0.4}
