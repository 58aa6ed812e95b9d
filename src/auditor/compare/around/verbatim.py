"""How far two claims stand among the same words: one sentence, copied or retold, with another value in it.

The words right before both claims are read backwards, and those right behind them onwards, until they differ. What
agencies, their customers and their customers' customers hand on is mostly handed on in its words; where a value differs
in the midst of these, it was mistyped or put right by somebody.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from auditor.codes import Numbers
from auditor.compare import topics
from auditor.compare.around.contexts import in_step
from auditor.compare.around.sights import Sights, in_sentences
from auditor.language.function_words import FUNCTION_WORDS

_REACH = 12
"""How many words on each side of a claim are looked at."""
_LONGEST = 120
"""How many characters on each side hold them."""
_LEAST = 2
"""So many words with content must be the same."""
_SMALL = 0.5
"""What a word without content counts, where one with content counts 1."""
_TOKEN = re.compile(r"[^\W_]+(?:['’.,:][^\W_]+)*")

Word = tuple[str, float]
"""A word as it is compared, and what it counts."""


class Wording(NamedTuple):
    """The words next to a claim, nearest first on either side; where its sentence begins, that comes last."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


_THE = FUNCTION_WORDS.single["the"]
_OPENING: Word = ("", 1.0)
"""Where a sentence begins: two that begin alike are the likelier one sentence."""


def seen(claims: pd.DataFrame) -> Sights[Wording]:
    """The words next to the claims of a table."""
    return Sights(len(claims), in_sentences(claims, _wording), _compared, ("verbatim",))


def keys(wordings: Sights[Wording], positions: Numbers) -> list[tuple[str, ...]]:
    """For each of some claims its two nearest words on either side: two claims that share enough share one of these."""
    return [tuple(_keys(wording)) for wording in wordings.at(positions)]


def _keys(wording: Wording) -> Iterator[str]:
    for side, words in zip("<>", wording, strict=True):
        if len(words) > 1:
            yield f"{side}{words[0][0]} {words[1][0]}"


def _wording(sentence: str, start: int, end: int) -> Wording:
    before = _words(sentence[max(0, start - _LONGEST) : start])[::-1]
    if sentence[start : start + 2].isalpha() and sentence[start].isupper() and before[:1] and before[0][0] in _THE:
        before = before[1:]  # "the" is a part of some names only
    opening = (_OPENING,) if start <= _LONGEST else ()
    return Wording((*before, *opening)[:_REACH], _words(sentence[end : end + _LONGEST])[:_REACH])


def _words(text: str) -> tuple[Word, ...]:
    stems = ((word, topics.stem_of(word)) for word in _TOKEN.findall(text))
    return tuple((stem, 1.0) if stem else (topics.fold(word), _SMALL) for word, stem in stems)


def _compared(left: Wording, right: Wording) -> tuple[float]:
    """How much two wordings share.

    Nothing where the words right before the claims are two, since each is then of something else ("the driver, 34," and
    "the passenger, 61,"), nor where a word near the one stands against one near the other (net, gross).
    """
    before, after = (in_step(ours, theirs) for ours, theirs in zip(left, right, strict=True))
    told = [*before, *after]
    if not before or sum(1 for word, counts in told if word and counts == 1) < _LEAST or _contrasts(left, right):
        return (0.0,)
    return (sum(counts for _, counts in told),)


def _contrasts(left: Wording, right: Wording) -> bool:
    ours, theirs = ([word for words in one for word, _ in words] for one in (left, right))
    return topics.contrast(ours, theirs)
