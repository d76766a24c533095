"""One target under atheris, in this process; started by ``met_atheris``. Arguments after the target are libFuzzer's."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["veiligheidsplan"], enable_loader_override=False):
    from tests.fuzz.doelen import DOELEN
    from tests.fuzz.met_atheris import mutator


def main(doel: str, args: list[str]) -> None:
    """Fuzz until libFuzzer says that it is enough."""

    def eigen(inhoud: bytes, meeste: int, zaad: int) -> bytes:
        return mutator(doel, meeste, zaad, inhoud)

    atheris.Setup([doel, *args], DOELEN[doel], custom_mutator=eigen)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
