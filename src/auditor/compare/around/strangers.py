"""Sources and sentences of a story that tell of unlike things, such as the results of two airlines in one set of words.

Sources with no name in common do, however alike their words are; and so do two sentences of which each names something
that the other's source nowhere has: the sale of wheat to one country, and to another.
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
from auditor.model import TOLD

_ONE_NAME = 80
"""How alike two names are, at least, that may be one misspelt."""
_DIGIT = re.compile(r"\d")

Name = frozenset[str]


class _Place(NamedTuple):
    """A sentence of a source, and who speaks in it."""

    source: str
    start: int
    speaker: str | None


class Strangers:
    """The names of the sources of a claims table."""

    def __init__(self, claims: pd.DataFrame) -> None:
        """Begin with nothing but the table."""
        self._claims = claims
        self._linked: dict[tuple[str, str], bool] = {}
        self._found: dict[tuple[str, Name], bool] = {}
        self._places: Sights[_Place] = Sights(len(claims), self._look, self._compared, ("named_apart",))

    def named_apart(self, left: Numbers, right: Numbers) -> Mask:
        """Whether each sentence of two claims names something, but for who says it, that the other source has not.

        So it is where the two sources have no name in common; one without names has all.
        """
        return np.asarray(self._places.scores(left, right)["named_apart"] == 1)

    def _look(self, positions: Numbers) -> Iterator[_Place]:
        columns = (
            self._claims[name].to_numpy()[positions].tolist() for name in ("source", "sentence_start", "speaker")
        )
        return map(_Place, *columns)

    def _compared(self, one: _Place, other: _Place) -> tuple[float]:
        if not self._are_linked(one.source, other.source):
            return (1.0,)
        ours = self._alone(one, other.source)
        theirs = self._alone(other, one.source) if ours else ()
        if not theirs:
            return (0.0,)
        misspelt = [pair for pair in product(ours, theirs) if fuzz.ratio(*map(_written, pair)) >= _ONE_NAME]
        left, right = ({pair[side] for pair in misspelt} for side in (0, 1))
        return (float(len(left) < len(ours) and len(right) < len(theirs)),)

    def _are_linked(self, one: str, other: str) -> bool:
        """Whether two sources have a name in common, or one of them has none."""
        linked = self._linked.get((one, other))
        if linked is None:
            ours, theirs = self._names.get(one), self._names.get(other)
            linked = not (ours and theirs) or any(_meets(name, theirs) for name in ours)
            self._linked[one, other] = self._linked[other, one] = linked
        return linked

    def _alone(self, place: _Place, other: str) -> list[Name]:
        """What a sentence names that another source does not, but for the speaker."""
        told = self._named.get((place.source, place.start), ())
        alone = [name for name in told if not self._has(other, name)]
        speaker = frozenset(topics.words(place.speaker or "")) if alone else frozenset()
        return [name for name in alone if not _meets(name, [speaker])]

    def _has(self, source: str, name: Name) -> bool:
        """Whether a source has a name, perhaps in part."""
        found = self._found.get((source, name))
        if found is None:
            found = self._found[source, name] = _meets(name, self._names.get(source, ()))
        return found

    @cached_property
    def _names(self) -> dict[str, set[Name]]:
        """The names in the text of each source."""
        found: defaultdict[str, set[Name]] = defaultdict(set)
        for (source, _), names in self._named.items():
            found[source] |= names
        return dict(found)

    @cached_property
    def _named(self) -> dict[tuple[str, int], set[Name]]:
        """The names in each sentence, by its source and where it begins."""
        claims = self._claims
        is_told = (claims["kind"] == "name") & claims["zone"].isin(TOLD) & (claims["field"] == "text")
        rows = np.flatnonzero(is_told.to_numpy())
        columns = (claims[name].to_numpy()[rows].tolist() for name in ("source", "sentence_start", "name"))
        found: defaultdict[tuple[str, int], set[Name]] = defaultdict(set)
        for source, start, name in zip(*columns, strict=True):
            if not _DIGIT.search(name):
                found[source, start].add(frozenset(topics.words(name)))
        return dict(found)


def _meets(name: Name, others: Iterable[Name]) -> bool:
    """Whether a name is one of others, perhaps in part."""
    return any(name and other and (name <= other or other <= name) for other in others)


def _written(name: Name) -> str:
    return " ".join(sorted(name))
