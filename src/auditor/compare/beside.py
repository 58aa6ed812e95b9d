"""What else two sentences state: whether the figures and names beside two claims are the same.

Two sentences that have all other figures and names in common tell one thing, in whatever words; where another figure
differs too, they may be of two times.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.compare import topics

Floats = npt.NDArray[np.float64]
Where = tuple[str, str, int]

_LONGEST = 2000
"""How many characters of a sentence are searched for ordinals."""
_MOST = 12
"""How many figures and names of a sentence are looked at."""
_ORDINAL = re.compile(r"\b(\d{1,6})(?:st|nd|rd|th)\b")
_FIGURES = frozenset({"quantity", "date", "duration"})


class Item(NamedTuple):
    """A figure or a name of a sentence, with its place; a figure has an axis, a name has words."""

    start: int
    end: int
    axis: str | None
    low: float
    high: float
    words: frozenset[str]

    def meets(self, other: "Item") -> bool:
        """Whether two are one figure, or one name, perhaps in part."""
        if self.axis is None or other.axis is None:
            return self.axis == other.axis and (self.words <= other.words or other.words <= self.words)
        return self.axis == other.axis and self.low <= other.high and other.low <= self.high


def scores(claims: pd.DataFrame, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> dict[str, Floats]:
    """How far the other figures and names of two sentences agree; NaN where there is no right claim.

    Returns:
        ``rest_alike``: of the sentence that has fewer of them, the share that the other has too, 0 to 100; NaN where
        one has none; ``rest_shared``: how many they share.
    """
    columns = (claims[name].tolist() for name in ("source", "field", "sentence_start"))
    where: list[Where] = list(zip(*columns, strict=True)) if len(left) else []
    places = list(zip(claims["start"].tolist(), claims["end"].tolist(), strict=True)) if where else []
    items = _items(claims, where, {where[place] for place in {*left.tolist(), *right.tolist()} - {-1}})
    rows = [
        _compared(_rest(items[where[a]], places[a]), _rest(items[where[b]], places[b])) if b >= 0 else (np.nan, np.nan)
        for a, b in zip(left.tolist(), right.tolist(), strict=True)
    ]
    table = np.array(rows, dtype=float).reshape(-1, 2)
    return {"rest_alike": table[:, 0], "rest_shared": table[:, 1]}


def _items(claims: pd.DataFrame, where: Sequence[Where], wanted: set[Where]) -> defaultdict[Where, list[Item]]:
    """The figures and names of the sentences that are wanted."""
    found: defaultdict[Where, list[Item]] = defaultdict(list)
    columns = [claims[name].to_numpy() for name in ("kind", "start", "end", "axis", "low", "high", "name")]
    told = {place: index for index, place in enumerate(where) if place in wanted}
    for place, index in told.items():
        found[place] += _ordinals(claims["sentence"].to_numpy()[index] or "", place[2])
    for index in [index for index, place in enumerate(where) if place in wanted]:
        kind, start, end, axis, low, high, name = (column[index] for column in columns)
        if kind in _FIGURES and not np.isnan(low):
            found[where[index]].append(Item(start, end, axis, low, high, frozenset()))
        elif kind == "name":
            found[where[index]].append(Item(start, end, None, 0, 0, frozenset(topics.words(name))))
    return found


def _ordinals(sentence: str, offset: int) -> Iterator[Item]:
    """The places in a row that a sentence tells of: they count nothing, and are no claims."""
    for match in _ORDINAL.finditer(sentence[:_LONGEST]):
        number = float(match[1])
        yield Item(offset + match.start(), offset + match.end(), "ordinal", number, number, frozenset())


def _rest(items: Sequence[Item], place: tuple[int, int]) -> list[Item]:
    """The items of a sentence but for the one at a place."""
    start, end = place
    return [item for item in items if item.end <= start or end <= item.start][:_MOST]


def _compared(ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[float, float]:
    fewer, more = sorted((ours, theirs), key=len)
    shared = sum(any(item.meets(other) for other in more) for item in fewer)
    return (100.0 * shared / len(fewer) if fewer else np.nan), float(shared)
