"""Sources of a story that tell of unlike things, such as the results of two airlines in one set of words.

Sources are linked where a name of the one stands in the other. Where neither a link nor a third source that both are
linked with brings two together, what they count is not one thing, however alike their words are. Even in linked sources
two sentences are of unlike things where each names something that the other's source nowhere has: the sale of wheat to
one country, and to another.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from auditor.codes import Mask, Numbers
from auditor.compare import topics
from auditor.compare.around.sights import Sights

_TOLD = frozenset({"body", "quote", "background"})
_OF_NAMES = frozenset({"name", "role"})
"""Kinds of claims that are told apart by their names in any case."""
_ONE_NAME = 80
"""How alike two names are, at least, that may be one misspelt."""
_DIGIT = re.compile(r"\d")

Name = frozenset[str]


class _Place(NamedTuple):
    """A sentence of a source, and who speaks in it."""

    source: int
    start: int
    speaker: str | None


class Strangers:
    """The names of the sources of a claims table, and who is linked by them."""

    def __init__(self, claims: pd.DataFrame) -> None:
        """Begin with nothing but the table."""
        self._claims = claims
        self._places: Sights[_Place] = Sights(len(claims), self._look, self._compared, ("named_apart",))

    def are(self, left: Numbers, right: Numbers) -> Mask:
        """Whether the sources of two claims that are of no name are strangers, for pairs of positions.

        A source without names is nobody's stranger.
        """
        count = len(self._claims)
        place, both = pd.factorize(self._source[left] * count + self._source[right])
        apart = [self._are_strangers(*divmod(pair, count)) for pair in both.tolist()]
        named = self._claims["kind"].isin(_OF_NAMES).to_numpy()[left]
        return np.array(apart, dtype=bool)[place] & ~named

    def _are_strangers(self, one: int, other: int) -> bool:
        linked = self._linked
        return one in linked and other in linked and not linked[one] & linked[other]

    def named_apart(self, left: Numbers, right: Numbers) -> Mask:
        """Whether each sentence of two claims names something, but for who says it, that the other source has not.

        So it is where the two sources have no name in common.
        """
        return np.asarray(self._places.scores(left, right)["named_apart"] == 1)

    def _look(self, positions: Numbers) -> Iterator[_Place]:
        columns = (self._claims[name].to_numpy()[positions].tolist() for name in ("sentence_start", "speaker"))
        return map(_Place, self._source[positions].tolist(), *columns)

    def _compared(self, one: _Place, other: _Place) -> tuple[float]:
        if (
            one.source in self._linked
            and other.source in self._linked
            and not self._linked[one.source] >> other.source & 1
        ):
            return (1.0,)
        ours, theirs = self._alone(one, other.source), self._alone(other, one.source)
        misspelt = {pair for pair in product(ours, theirs) if fuzz.ratio(*map(_key, pair)) >= _ONE_NAME}
        return (float(bool(ours - {name for name, _ in misspelt}) and bool(theirs - {name for _, name in misspelt})),)

    def _alone(self, place: _Place, other: int) -> set[Name]:
        """What a sentence names that another source does not, but for the speaker."""
        speaker = frozenset(topics.words(place.speaker or ""))
        told = self._names.get(place.source, ())
        names = {name for start, name in told if start == place.start and not _are_one(name, speaker)}
        return {name for name in names if not _meet([name], self._names.get(other, ()))}

    @cached_property
    def _source(self) -> Numbers:
        return pd.factorize(self._claims["source"].to_numpy())[0].astype(np.int64)

    @cached_property
    def _names(self) -> dict[int, list[tuple[int, Name]]]:
        """The names in the text of each source, each with where its sentence begins."""
        claims = self._claims
        told = (claims["kind"] == "name") & claims["zone"].isin(_TOLD) & (claims["field"] == "text")
        rows = np.flatnonzero(told.to_numpy())
        columns = (claims[name].to_numpy()[rows].tolist() for name in ("sentence_start", "name"))
        found: defaultdict[int, list[tuple[int, Name]]] = defaultdict(list)
        for source, start, name in zip(self._source[rows].tolist(), *columns, strict=True):
            if not _DIGIT.search(name):
                found[source].append((start, frozenset(topics.words(name))))
        return dict(found)

    @cached_property
    def _linked(self) -> dict[int, int]:
        """For each source with names, as the bits of a number, itself and those that it is linked with."""
        having = defaultdict[Name, int](int)
        for source, names in self._names.items():
            for _, name in names:
                having[name] |= 1 << source
        found = {source: 1 << source for source in self._names}
        for name, other in _meetings(having):
            for some, others in ((having[name], having[other]), (having[other], having[name])):
                for source in _bits(some):
                    found[source] |= others
        return found


def _bits(number: int) -> Iterator[int]:
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1


def _meetings(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Names of which the one is the other, perhaps in part."""
    with_word: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for word in name:
            with_word[word].append(name)
    for name in names:
        rarest = min((with_word[word] for word in name), key=len, default=[])
        yield from ((name, other) for other in rarest if name <= other)


def _meet(names: Iterable[Name], others: Iterable[tuple[int, Name]]) -> bool:
    """Whether one of some names is one of others, perhaps in part."""
    known = {name for _, name in others}
    return any(_are_one(name, other) for name in names for other in known)


def _are_one(name: Name, other: Name) -> bool:
    return bool(name and other) and (name <= other or other <= name)


def _key(name: Name) -> str:
    return " ".join(sorted(name))
