"""The real yaml-language-server, over standard input and output, as an editor drives it.

A text is written with ``|`` where the cursor is. The server and its packages are in the folder that
``VEILIGHEIDSPLAN_NPM`` names (see ``.ci/npm/LEESMIJ.md``).
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

_SERVER = Path("node_modules/yaml-language-server/out/server/src/server.js")
_GEDULD = 60


def reason_to_skip() -> str | None:
    """Why the server cannot run here; ``None`` where it can."""
    if shutil.which("node") is None:
        return "node is hier niet"
    if not os.environ.get("VEILIGHEIDSPLAN_NPM"):
        return "VEILIGHEIDSPLAN_NPM wijst niet naar de pakketten van npm (zie .ci/npm/LEESMIJ.md)"
    return None if server().is_file() else f"yaml-language-server is hier niet: {server()}"


def server() -> Path:
    return Path(os.environ.get("VEILIGHEIDSPLAN_NPM", "")) / _SERVER


class Taalserver:
    """One running server with its settings; every text is a new document below *map_*."""

    def __init__(self, map_: Path, schemas: dict[str, Path] | None = None) -> None:
        self._map = map_
        self._schemas = {pad.as_uri(): patroon for patroon, pad in (schemas or {}).items()}
        self._proces = subprocess.Popen(
            ["node", str(server()), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=map_
        )
        self._wachtrij: queue.Queue[dict[str, Any]] = queue.Queue()
        self._nummer = 0
        self._ingesteld = False
        self._problemen: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", self._begin())
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings()})
        while not self._ingesteld:
            self._wait()
        self.problems("id: warm")  # it answers in order: from here on the settings hold

    def close(self) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        assert self._proces.wait(_GEDULD) == 0
        for stroom in (self._proces.stdin, self._proces.stdout):
            assert stroom is not None
            stroom.close()

    def complete(self, tekst: str, naam: str = "instrument.yaml") -> dict[str, dict[str, Any]]:
        """What is offered at the cursor, by label."""
        antwoord = self._at_cursor("textDocument/completion", tekst, naam)
        delen = antwoord["items"] if isinstance(antwoord, dict) else antwoord
        return {deel["label"]: deel for deel in delen}

    def hover(self, tekst: str, naam: str = "instrument.yaml") -> str:
        """What is shown for the word under the cursor."""
        antwoord = self._at_cursor("textDocument/hover", tekst, naam)
        return str(antwoord["contents"]["value"]) if antwoord else ""

    def problems(self, tekst: str, naam: str = "instrument.yaml") -> list[tuple[str, str]]:
        """The words that are underlined, each with its message, in the order of the file."""
        uri = self._open(tekst, naam)
        while uri not in self._problemen:
            self._wait()
        regels = tekst.split("\n")
        gevonden = sorted(
            self._problemen[uri],
            key=lambda p: (p["range"]["start"]["line"], p["range"]["start"]["character"]),
        )
        return [(_word(regels, p["range"]), p["message"]) for p in gevonden]

    def _at_cursor(self, methode: str, tekst: str, naam: str) -> Any:
        assert tekst.count("|") == 1, "één cursor"
        voor = tekst.partition("|")[0]
        uri = self._open(tekst.replace("|", ""), naam)
        plek = {"line": voor.count("\n"), "character": len(voor) - voor.rfind("\n") - 1}
        return self._ask(methode, {"textDocument": {"uri": uri}, "position": plek})

    def _open(self, tekst: str, naam: str) -> str:
        self._nummer += 1
        uri = (self._map / str(self._nummer) / naam).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": tekst}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _begin(self) -> dict[str, Any]:
        hulp = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
        return {
            "processId": os.getpid(),
            "rootUri": self._map.as_uri(),
            "capabilities": {
                "textDocument": {"completion": hulp, "hover": {"contentFormat": ["markdown"]}},
                "workspace": {"configuration": True},
            },
            "workspaceFolders": [{"uri": self._map.as_uri(), "name": "map"}],
        }

    def _settings(self) -> dict[str, Any]:
        yaml = {
            "schemas": self._schemas, "validate": True, "hover": True, "completion": True,
            "schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False},
        }  # fmt: skip
        return {"yaml": yaml, "http": {}, "[yaml]": {}, "editor": {}, "files": {}}

    def _ask(self, methode: str, waarden: Any) -> Any:
        self._nummer += 1
        nummer = self._nummer
        self._send({"id": nummer, "method": methode, "params": waarden})
        while True:
            bericht = self._wait()
            if bericht.get("id") == nummer and "method" not in bericht:
                assert "error" not in bericht, bericht["error"]
                return bericht["result"]

    def _tell(self, methode: str, waarden: Any) -> None:
        self._send({"method": methode, "params": waarden})

    def _send(self, bericht: dict[str, Any]) -> None:
        rauw = json.dumps({"jsonrpc": "2.0"} | bericht).encode()
        assert self._proces.stdin is not None
        self._proces.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(rauw), rauw))
        self._proces.stdin.flush()

    def _wait(self) -> dict[str, Any]:
        """The next message; questions of the server are answered, underlined words are remembered."""
        bericht = self._wachtrij.get(timeout=_GEDULD)
        if bericht.get("method") == "textDocument/publishDiagnostics":
            self._problemen[bericht["params"]["uri"]] = bericht["params"]["diagnostics"]
        elif bericht.get("method") == "workspace/configuration":
            stand, self._ingesteld = self._settings(), True
            self._send(
                {"id": bericht["id"], "result": [stand.get(i["section"]) for i in bericht["params"]["items"]]}
            )
        elif "method" in bericht and "id" in bericht:
            self._send({"id": bericht["id"], "result": None})
        return bericht

    def _listen(self) -> None:
        stroom = self._proces.stdout
        assert stroom is not None
        while regel := stroom.readline():
            if regel.lower().startswith(b"content-length:"):
                lengte = int(regel.split(b":")[1])
                while stroom.readline().strip():
                    pass
                self._wachtrij.put(json.loads(stroom.read(lengte)))


def _word(regels: list[str], bereik: dict[str, Any]) -> str:
    begin, eind = bereik["start"], bereik["end"]
    regel = regels[begin["line"]]
    return regel[begin["character"] : eind["character"] if eind["line"] == begin["line"] else None]
