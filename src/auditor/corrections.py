"""Values that a correction notice takes back: nobody claims them any more."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from auditor.language import Table, load


class Corrections(Table):
    """How news correct themselves.

    Attributes:
        notices: How a sentence says that the text is not what it was, as patterns of lower-case words.
        old: What stands before a value that is taken back.
        new: What stands before the value that takes its place.
    """

    notices: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


class _Patterns(NamedTuple):
    notice: re.Pattern[str]
    cue: re.Pattern[str]
    old: frozenset[str]


@cache
def _patterns() -> _Patterns:
    table = load("corrections", Corrections)
    cues = sorted((*table.old, *table.new), key=len, reverse=True)
    notice = re.compile("|".join(table.notices))
    return _Patterns(notice, _any_of(cues), frozenset(table.old))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases), re.IGNORECASE)


def is_notice(sentence: str) -> bool:
    """Whether a sentence says that the text is not what it was."""
    return _patterns().notice.search(sentence.lower()) is not None  # many times as fast as a pattern without case


def is_taken_back(sentence: str, start: int) -> bool:
    """Whether what begins at a place of a notice is the value that it takes back.

    >>> is_taken_back("Correction: It cost 60 million euros, not 40 million.", 38)
    True
    """
    cues = _patterns().cue.findall(sentence[:start])
    return bool(cues) and cues[-1].casefold() in _patterns().old
