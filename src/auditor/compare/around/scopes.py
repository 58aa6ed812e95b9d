"""Words near a figure that limit what it is of, or widen it: a film takes less at home than worldwide.

Two figures whose words of scope differ are of two things, though all else around them may be the same.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from auditor.compare.around.sights import in_sentences
from auditor.compare.topics import scopes as table
from auditor.extract.quantity.quantity_words import table as labels
from auditor.language.phrases import any_of, pattern

_REACH, _PAST_FIGURE = 9, 6
"""How many words away from a figure what limits it stands, at most; and where another figure stands between the two."""
_SOME_OF = pattern("mentions", "some_of")
_PART = "part"
_APART = re.compile(r"[;:()]")
_DIGIT = re.compile(r"\d")
_OPENING = 5
"""So many characters before it at most, such as an article, begin a sentence that is all about "the first season"."""


class _Mark(NamedTuple):
    """A word of scope: where it stands in its sentence, and the name of the scope."""

    start: int
    end: int
    name: str


def scopes(claims: pd.DataFrame) -> "pd.Series[Any]":
    """The scope of each amount of a claims table: the names of the words of scope near it, sorted; None without any."""
    found = np.full(len(claims), None, dtype=object)
    inside = np.flatnonzero(claims["kind"].isin({"quantity", "duration"}).to_numpy())
    near = in_sentences(claims, _near)(inside)
    for position, axis, names in zip(inside.tolist(), claims["axis"].to_numpy()[inside].tolist(), near, strict=True):
        found[position] = " ".join(sorted(names if axis == "count" else names - {_PART})) or None
    return pd.Series(found, dtype=object)


def _near(sentence: str, start: int, end: int) -> frozenset[str]:
    """The words of scope near a figure, and whether it is a part of what is known."""
    near = frozenset(mark.name for mark in _marks(sentence) if _is_near(sentence, mark, start, end))
    return near | {_PART} if _SOME_OF.match(sentence, end) else near


@lru_cache(maxsize=64)
def _marks(sentence: str) -> list[_Mark]:
    """The words of scope of a sentence, and its labels: "Series A", "round 2"."""
    told = [_Mark(*match.span(), _names()[match[0]]) for match in _words().finditer(sentence)]
    return told + [_Mark(*match.span(), match[0].lower()) for match in _labels().finditer(sentence)]


def _is_near(sentence: str, mark: _Mark, start: int, end: int) -> bool:
    """Whether few words and no sign stand between a word of scope and a figure whose own it is not.

    Of what a sentence begins with, such as "the first season" or "round 2", all its figures are.
    """
    if mark.start <= _OPENING and " " in mark.name:
        return True
    gap = sentence[end : mark.start] if end <= mark.start else sentence[mark.end : start]
    apart = end <= mark.start or mark.end <= start
    reach = _PAST_FIGURE if _DIGIT.search(gap) else _REACH
    return apart and gap.count(" ") <= reach and not _APART.search(gap)


@cache
def _names() -> dict[str, str]:
    """The name of the scope that each word gives."""
    return {word: name for name, words in table().items() for word in words}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(_names())})(?![\w-])")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?i:{any_of(map(re.escape, labels().labels))}) (?:[A-Z]|[IVX]+|\d{{1,2}})(?![\w.,:%-]*[\w%])"
    )
