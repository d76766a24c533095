"""Languages (*talen*) in a PDF: which tags a reader understands, and which are written from right to left."""

from __future__ import annotations

import re

STANDAARD = "nl-NL"
# BCP 47, as far as a checker looks: a language, then script, region and the like.
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RECHTS_NAAR_LINKS = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def tag(taal: str) -> str:
    """*taal* when it is a language tag; else Dutch, because a document without a language is read aloud wrongly."""
    return taal if _TAG.fullmatch(taal) else STANDAARD


def is_right_to_left(taal: str) -> bool:
    """Whether texts in *taal* run from right to left."""
    delen = taal.lower().split("-")
    return delen[0] in _RECHTS_NAAR_LINKS or "arab" in delen[1:]
