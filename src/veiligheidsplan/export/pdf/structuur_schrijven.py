"""From the tree of nodes to the objects of the file: StructTreeRoot, its elements and the ParentTree."""

from __future__ import annotations

from typing import Any

from .structuur import Bijlage, Boom, Inhoud, Knoop, Ruw, prune


class Schrijver:
    """Gives every node an object number and writes it; one use per document."""

    def __init__(self, boom: Boom, doc: Any) -> None:
        self.boom = boom
        self.doc = doc
        self.namen: dict[int, str] = {}

    def write(self) -> Any:
        """Register all objects; returns the reference to the StructTreeRoot for the catalog."""
        prune(self.boom.document)
        wortel = self._register("StructTreeRoot", self._root)
        ouders: list[tuple[Knoop, str]] = [(self.boom.document, "StructTreeRoot")]
        for knoop in self.boom.document.loop():
            self.namen[id(knoop)] = f"S{len(self.namen)}"
        for knoop in self.boom.document.loop():
            ouders += [(k, self.namen[id(knoop)]) for k in knoop.kinderen if isinstance(k, Knoop)]
        for knoop, ouder in ouders:
            self._register(self.namen[id(knoop)], lambda k=knoop, o=ouder: self._element(k, o))
        self._register("ParentTree", self._parent_tree)
        return wortel

    def _register(self, naam: str, maak: Any) -> Any:
        return self.doc.Reference(Ruw(maak), naam)

    def _ref(self, naam: str) -> str:
        nummer, versie = self.doc.idToObjectNumberAndVersion[naam]
        return f"{nummer} {versie} R"

    def _root(self) -> str:
        hoogste = 1_000_000 + len(self.boom.bijlagen)
        return (
            f"<< /Type /StructTreeRoot /K [ {self._ref(self.namen[id(self.boom.document)])} ]"
            f" /ParentTree {self._ref('ParentTree')} /ParentTreeNextKey {hoogste} >>"
        )

    def _element(self, knoop: Knoop, ouder: str) -> str:
        delen = [f"<< /Type /StructElem /S /{knoop.soort} /P {self._ref(ouder)}"]
        eerste = next((k for k in knoop.kinderen if isinstance(k, Inhoud)), None)
        if eerste:
            delen.append(f"/Pg {self._ref(eerste.pagina)}")
        delen += [f"/{sleutel} {waarde}" for sleutel, waarde in sorted(knoop.eigenschappen.items())]
        if knoop.kenmerken:
            delen.append("/A << " + " ".join(f"/{s} {w}" for s, w in knoop.kenmerken.items()) + " >>")
        pagina = eerste.pagina if eerste else None
        kinderen = " ".join(self._kind(k, pagina) for k in knoop.kinderen)
        # A single object goes without brackets: only so a verifier accepts that a signature fills it in.
        enkel = len(knoop.kinderen) == 1 and isinstance(knoop.kinderen[0], Bijlage)
        delen.append(f"/K {kinderen} >>" if enkel else f"/K [ {kinderen} ] >>")
        return " ".join(delen)

    def _kind(self, kind: Knoop | Inhoud | Bijlage, pagina: str | None) -> str:
        if isinstance(kind, Knoop):
            return self._ref(self.namen[id(kind)])
        if isinstance(kind, Bijlage):
            return f"<< /Type /OBJR /Pg {self._ref(kind.pagina)} /Obj {self._ref(kind.naam)} >>"
        if kind.pagina == pagina:
            return str(kind.mcid)
        return f"<< /Type /MCR /Pg {self._ref(kind.pagina)} /MCID {kind.mcid} >>"

    def _parent_tree(self) -> str:
        rijen = [
            f"{self.boom.page_key(pagina)} [ {' '.join(self._ref(self.namen[id(k)]) for k in knopen)} ]"
            for pagina, knopen in self.boom.paginas.items()
        ]
        rijen += [
            f"{self.boom.object_key(naam)} {self._ref(self.namen[id(knoop)])}"
            for naam, knoop in self.boom.bijlagen.items()
        ]
        return "<< /Nums [ " + " ".join(rijen) + " ] >>"
