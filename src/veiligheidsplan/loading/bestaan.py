"""Whether an id that is named exists."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from veiligheidsplan.loading.verslag import Spoor, Verslag, short, suggestion


def check_known(
    naam: Any, bekend: Collection[str], spoor: Spoor, verslag: Verslag, wat: str, *, op_sleutel: bool = False
) -> bool:
    """Whether *naam* is one of *bekend*; a fault where it is not. Something that is no text was reported
    before."""
    if naam.__class__ is not str or naam in bekend:
        return naam.__class__ is str
    verslag.fault(
        "VP141",
        spoor,
        f"Er is geen {wat} met de id «{short(naam)}».",
        suggestion(naam, bekend, f"Noem een {wat} die er is, of voeg deze toe."),
        op_sleutel=op_sleutel,
    )
    return False
