"""The words around two claims: whether their sentences tell the same thing, and which figure answers to which.

A counted noun is no slot: "300 people" here and "364 people" there are of one thing only if the words around them are.
A context is the stems of a claim's sentence near it, other numbers left out, since these may be wrong as well.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import TypeVar

import pandas as pd

from auditor.compare import topics
from auditor.compare.around.sights import Sights, in_sentences

T = TypeVar("T")

_REACH = 25
"""How many words on each side of a claim are its context."""
_NEAR = 4
"""How many words on each side tell which of several figures of a sentence is meant."""
_LONGEST = 3000
"""How many characters on each side of a claim are looked at, however long the sentence."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Context:
    """The stems around a claim, nearest first on either side."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self.before + self.after)

    @cached_property
    def near(self) -> frozenset[tuple[str, str]]:
        """The nearest of them, each with its side."""
        return frozenset(
            [("before", word) for word in self.before[:_NEAR]] + [("after", word) for word in self.after[:_NEAR]]
        )


@lru_cache(maxsize=65_536)
def _stems(sentence: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Where the telling words of a sentence begin, and their stems."""
    told = list(_told(sentence))
    return tuple(start for start, _ in told), tuple(stem for _, stem in told)


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """The telling stems of a whole text."""
    return frozenset(stem for _, stem in _told(text))


def _told(text: str) -> Iterator[tuple[int, str]]:
    """Each telling word of a text: where it begins, and its stem."""
    return ((match.start(), stem) for match in _TOKEN.finditer(text) if (stem := topics.stem_of(match[0])))


def context(sentence: str, start: int, end: int) -> Context:
    """The context of the characters ``start:end`` of a sentence."""
    if len(sentence) > 2 * _LONGEST:
        low = max(0, start - _LONGEST)
        sentence, start, end = sentence[low : end + _LONGEST], start - low, end - low
    starts, stems = _stems(sentence)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return Context(stems[max(0, first - _REACH) : first][::-1], stems[last : last + _REACH])


def seen(claims: pd.DataFrame) -> Sights[Context]:
    """The contexts of the claims of a table."""
    names = ("context_alike", "context_shared", "near_alike", "framed")
    return Sights(len(claims), in_sentences(claims, context), _compared, names)


def _compared(left: Context, right: Context) -> tuple[float, float, float, float]:
    ours, theirs = left.words, right.words
    shared = len(ours & theirs)
    near, other = left.near, right.near
    return (
        100.0 * shared / min(len(ours), len(theirs)) if ours and theirs else 0.0,
        float(shared),
        100.0 * len(near & other) / max(len(near), len(other)) if near and other else 0.0,
        float(len(in_step(left.before, right.before)) + len(in_step(left.after, right.after))),
    )


def in_step(left: Iterable[T], right: Iterable[T]) -> list[T]:
    """What two sides of claims begin with alike, until they differ."""
    return [ours for ours, _ in takewhile(lambda both: both[0] == both[1], zip(left, right, strict=False))]
