"""Where a text says that it is not what it was: notices of correction, and the days of updates."""

import re

from auditor.model import SourceInfo
from auditor.tables.corrections import is_notice
from auditor.wording.shown import shorten

_LINE_OR_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def notices(old: SourceInfo, new: SourceInfo) -> tuple[str, ...]:
    """What the new version says of its having changed that the old one did not say."""
    before = {*_said(old)}
    return tuple(shorten(words) for words in dict.fromkeys(_said(new)) if words not in before)


def _said(info: SourceInfo) -> list[str]:
    """Sentences that are notices, then the words of dates of updates."""
    sentences = [" ".join(part.split()) for part in _LINE_OR_SENTENCE.split(info.source.text)]
    noted = [sentence for sentence in sentences if is_notice(sentence)]
    return noted + [f"updated {claim.text}" for claim in info.claims if claim.clue == "updated"]
