"""A naive second scorer, written from the page of the instrument format alone: every completion, one by one.

It reads plain dictionaries and knows nothing of the product's code, so that the two can only agree by being right.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import floor

ONTBREEKT = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd", None)


class TeGroot(Exception):
    """More completions than one wants to walk one by one."""


class Naief:
    def __init__(self, instrument: dict, antwoorden: dict, gegevens: dict) -> None:
        self.i, self.gegevens = instrument, gegevens
        self.vragen = {q: v for deel in instrument["onderdelen"].values() for q, v in deel["vragen"].items()}
        self.deel_van = {q: d for d, deel in instrument["onderdelen"].items() for q in deel["vragen"]}
        self.echt = {}
        for q, a in antwoorden.items():
            if isinstance(a, list | tuple):
                self.echt[q] = frozenset(a)
            elif a == "geen_van_deze":
                self.echt[q] = frozenset()
            elif a not in ONTBREEKT:
                self.echt[q] = a
        self.schalen = instrument.get("schalen", {})
        self.tekens = instrument.get("signalen", {})

    # ---- what a question is -------------------------------------------------------------------------------
    def lijst(self, q):
        lijst = self.vragen[q]["antwoorden"]
        return self.i["antwoordlijsten"][lijst] if isinstance(lijst, str) else lijst

    def soort(self, q):
        return self.vragen[q].get("type", "keuze")

    def telt_mee(self, q):
        soort = self.soort(q)
        if soort in ("keuze", "meerkeuze"):
            return any("punten" in a for a in self.lijst(q).values())
        return soort == "schaal" or (soort == "getal" and "punten_vanaf" in self.vragen[q])

    def domein(self, q):
        v, soort = self.vragen[q], self.soort(q)
        if soort == "keuze":
            return list(self.lijst(q))
        if soort == "meerkeuze":
            codes = list(self.lijst(q))
            alle = [frozenset(c) for n in range(len(codes) + 1) for c in combinations(codes, n)]
            return [s for s in alle if s or v.get("geen_van_deze")]
        if soort == "schaal":
            return list(range(v["van"], v["tot"] + 1))
        if soort == "getal":
            return list(range(v.get("van", 0), v.get("tot", 12) + 1))
        return ["iets"]

    def punten(self, q, a):
        v, soort = self.vragen[q], self.soort(q)
        if soort == "keuze":
            p = Fraction(self.lijst(q)[a].get("punten", 0))
        elif soort == "meerkeuze":
            p = sum((Fraction(self.lijst(q)[c].get("punten", 0)) for c in a), Fraction(0))
        elif soort == "schaal":
            p = Fraction(v["van"] + v["tot"] - a if v.get("omgekeerd") else a)
        else:
            p = Fraction(0)
            for vanaf in sorted(v["punten_vanaf"]):
                if a >= vanaf:
                    p = Fraction(v["punten_vanaf"][vanaf])
        return p * Fraction(v.get("gewicht", 1))

    # ---- three-valued truth -------------------------------------------------------------------------------
    def waar(self, c, getoond, gegeven_antwoorden, schaal):
        if "alle" in c:
            delen = [self.waar(d, getoond, gegeven_antwoorden, schaal) for d in c["alle"]]
            return False if False in delen else None if None in delen else True
        if "een_van" in c:
            delen = [self.waar(d, getoond, gegeven_antwoorden, schaal) for d in c["een_van"]]
            return True if True in delen else None if None in delen else False
        if "niet" in c:
            deel = self.waar(c["niet"], getoond, gegeven_antwoorden, schaal)
            return None if deel is None else not deel
        if "schaal" in c:
            laag, hoog = schaal(c["schaal"])
            if laag is None:
                return None
            if "minstens" in c:
                return (
                    True
                    if laag >= Fraction(c["minstens"])
                    else False
                    if hoog < Fraction(c["minstens"])
                    else None
                )
            return (
                True
                if hoog <= Fraction(c["hoogstens"])
                else False
                if laag > Fraction(c["hoogstens"])
                else None
            )
        if "gegeven" in c and "beantwoord" in c:
            return c["gegeven"] in self.gegevens
        if "gegeven" in c:
            return self.toets(c, self.gegevens[c["gegeven"]]) if c["gegeven"] in self.gegevens else None
        if not getoond[c["vraag"]]:
            return False
        if "beantwoord" in c:
            return c["vraag"] in self.echt
        if c["vraag"] not in gegeven_antwoorden:
            return None
        return self.toets(c, gegeven_antwoorden[c["vraag"]])

    def toets(self, c, a):
        if "is" in c:
            return a == c["is"]
        if "in" in c:
            return a in c["in"]
        if "bevat" in c:
            return c["bevat"] in a
        return a >= Fraction(c["minstens"]) if "minstens" in c else a <= Fraction(c["hoogstens"])

    def zichtbaar(self, q, getoond, antwoorden):
        for c in (self.i["onderdelen"][self.deel_van[q]].get("toon_als"), self.vragen[q].get("toon_als")):
            if c is not None and self.waar(c, getoond, antwoorden, None) is False:
                return False
        return True

    def nu(self):
        getoond = {}
        for q in self.vragen:
            getoond[q] = self.zichtbaar(q, getoond, self.echt)
        return getoond

    # ---- completions --------------------------------------------------------------------------------------
    def aanvullingen(self, hoogstens):
        uit = []

        def verder(rest, getoond, antwoorden):
            if not rest:
                uit.append((getoond, antwoorden))
                if len(uit) > hoogstens:
                    raise TeGroot
                return
            q = rest[0]
            zichtbaar = self.zichtbaar(q, getoond, antwoorden)
            keus = [None] if not zichtbaar else [self.echt[q]] if q in self.echt else self.domein(q)
            for a in keus:
                verder(rest[1:], {**getoond, q: zichtbaar}, {**antwoorden, q: a} if zichtbaar else antwoorden)

        verder(list(self.vragen), {}, {})
        return uit

    # ---- scores -------------------------------------------------------------------------------------------
    def telt(self, s):
        telt = self.schalen[s].get("telt")
        if telt is None:
            return [q for q in self.vragen if self.telt_mee(q)], []
        vragen, onder = [], []
        for id_ in telt:
            if id_ in self.i["onderdelen"]:
                vragen += [q for q in self.i["onderdelen"][id_]["vragen"] if self.telt_mee(q)]
            elif id_ in self.schalen:
                onder.append(id_)
            else:
                vragen.append(id_)
        return vragen, onder

    def score(self, s, getoond, antwoorden):
        """The score when these questions are shown and these answers are given."""
        v = self.schalen[s]
        vragen, onder = self.telt(s)
        subs = [self.score(o, getoond, antwoorden) for o in onder]
        if None in subs or any(not getoond[q] or q not in antwoorden for q in v.get("vereist", ())):
            return None
        getoonde = [q for q in vragen if getoond[q]]
        gegeven = [self.punten(q, antwoorden[q]) for q in getoonde if q in antwoorden]
        mist = len(getoonde) - len(gegeven)
        if mist and v["ontbrekend"] in ("ongeldig", "bandbreedte"):
            return None
        if v["ontbrekend"] == "nul":
            gegeven += [Fraction(0)] * mist
        if v["ontbrekend"] == "naar_rato":
            if mist > v.get("hoogstens_ontbrekend", 0) or (getoonde and not gegeven):
                return None
            if v["methode"] == "som" and gegeven:
                gegeven = [sum(gegeven) / len(gegeven) * len(getoonde)]
        waarden = gegeven + subs
        methode = v.get("methode", "som")
        if methode == "som":
            x = sum(waarden, Fraction(0))
        elif methode == "aantal":
            x = Fraction(len([w for w in waarden if w > 0]))
        elif not waarden:
            return None
        else:
            x = max(waarden) if methode == "hoogste" else sum(waarden) / len(waarden)
        x = x * Fraction(v.get("vermenigvuldig", 1)) / v.get("deel_door", 1)
        if "afronden" in v:
            keer = 1 if v["afronden"] == "heel" else 10
            teken = 1 if x >= 0 else -1
            x = teken * Fraction(floor(abs(x) * keer + Fraction(1, 2)), keer)
        return x

    def niveau(self, s, x):
        uit = None
        for niveau, grens in self.schalen[s].get("grenzen", {}).items():
            if x is not None and x >= Fraction(grens):
                uit = niveau
        return uit

    def onder(self, s):
        vragen, schalen = self.telt(s)
        return set(vragen).union(*(self.onder(o) for o in schalen))

    # ---- the result ---------------------------------------------------------------------------------------
    def uitslag(self, hoogstens=500):
        nu = self.nu()
        alle = self.aanvullingen(hoogstens)
        mist = [q for q in self.vragen if nu[q] and q not in self.echt]
        schalen = {}
        for s, v in self.schalen.items():
            if v["ontbrekend"] == "bandbreedte":
                scores = [self.score(s, g, a) for g, a in alle]
                echte = [x for x in scores if x is not None]
                laag, hoog = (min(echte), max(echte)) if echte else (None, None)
                beslissend = [q for q in mist if self.beslist(q, alle, [self.niveau(s, x) for x in scores])]
            else:
                laag = hoog = self.score(s, nu, {q: a for q, a in self.echt.items() if nu[q]})
                beslissend = []
            n_laag, n_hoog = self.niveau(s, laag), self.niveau(s, hoog)
            schalen[s] = {
                "score": laag if laag == hoog else None,
                "laagst": laag,
                "hoogst": hoog,
                "niveau": n_laag if n_laag == n_hoog else None,
                "niveau_laagst": n_laag,
                "niveau_hoogst": n_hoog,
                "ontbrekend": [q for q in mist if q in self.onder(s)],
                "beslissend": beslissend,
                "exact": True,
            }

        def schaal_nu(s):
            return schalen[s]["laagst"], schalen[s]["hoogst"]

        waar = [t for t, v in self.tekens.items() if self.waar(v["als"], nu, self.echt, schaal_nu) is True]
        mogelijk = [t for t, v in self.tekens.items() if t not in waar and self.kan(v["als"], alle)]
        laag = hoog = None
        if "eindniveau" in self.i:
            eind = schalen[self.i["eindniveau"]]
            orde = list(self.i["niveaus"])
            grenzen = list(self.schalen[self.i["eindniveau"]].get("grenzen", {}))
            hoogste = (
                eind["niveau_hoogst"] if eind["laagst"] is not None else (grenzen[-1] if grenzen else None)
            )
            n_waar = [self.tekens[t].get("niveau") for t in waar]
            n_mog = [self.tekens[t].get("niveau") for t in mogelijk]
            laag = max((n for n in [eind["niveau_laagst"], *n_waar] if n), key=orde.index, default=None)
            hoog = max((n for n in [hoogste, *n_waar, *n_mog] if n), key=orde.index, default=None)
        return {
            "instrument": self.i["id"],
            "versie": self.i["versie"],
            "schalen": schalen,
            "signalen": waar,
            "signalen_mogelijk": mogelijk,
            "eindniveau": laag,
            "eindniveau_hoogst": hoog,
            "niet_van_toepassing": [q for q in self.vragen if not nu[q]],
        }

    def kan(self, als, alle):
        for getoond, antwoorden in alle:

            def schaal(s, getoond=getoond, antwoorden=antwoorden):
                x = self.score(s, getoond, antwoorden)
                return x, x

            if self.waar(als, getoond, antwoorden, schaal) is True:
                return True
        return False

    def beslist(self, q, alle, niveaus):
        for (i, (_, a)), (j, (_, b)) in combinations(enumerate(alle), 2):
            if niveaus[i] is None or niveaus[j] is None or niveaus[i] == niveaus[j]:
                continue
            if q in a and q in b and a[q] != b[q] and all(a[r] == b[r] for r in a if r in b and r != q):
                return True
        return False
