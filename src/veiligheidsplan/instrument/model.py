"""Base of the frozen models of the instrument language, and the small types that they share.

The Dutch keys are the same words as the keys in the YAML and in the JSON: one word for one thing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ID_PATROON = re.compile(r"[a-z][a-z0-9_-]*\Z")
GERESERVEERD = frozenset({"weet_niet", "wil_niet_zeggen", "geen_van_deze", "overige"})

#: an id or an answer code: ``[a-z][a-z0-9_-]*``
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
#: points, weights and bounds: exact decimals, never floats
Getal = Annotated[Decimal, Field(allow_inf_nan=False)]
#: in whose presence a question is not asked
Gezelschap = Literal["mogelijke_pleger", "kind", "iedereen"]


class Model(BaseModel):
    """A frozen piece of an instrument; an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
