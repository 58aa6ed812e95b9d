"""What else two sentences state: whether the figures and names beside two claims are the same.

Two sentences that have all other figures and names in common tell one thing, in whatever words; where another figure
differs too, they may be of two times.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Numbers, runs, turns
from auditor.compare import topics
from auditor.compare.around.sights import Sights
from auditor.language.phrases import pattern

_LONGEST = 2000
"""How many characters of a sentence are searched for ordinals."""
_MOST = 12
"""How many other figures and names of a sentence are compared."""
_LOOKED_AT = 4 * _MOST
"""How many of its figures and names are looked at to find them."""
_ORDINAL = pattern("mentions", "nth")
_FIGURES = frozenset({"quantity", "date", "duration"})
_NO_WORDS: frozenset[str] = frozenset()
_FAR = 2
"""So many times a bound is what it may be of, at most: "over four evenings" is not the 38 of something else."""


class Item(NamedTuple):
    """A figure or a name of a sentence; a figure has an axis, a name has words."""

    axis: str | None
    low: float
    high: float
    words: frozenset[str]

    def meets(self, other: "Item") -> bool:
        """Whether two are one figure, or one name, perhaps in part."""
        if self.axis is None or other.axis is None:
            return self.axis == other.axis and (self.words <= other.words or other.words <= self.words)
        return self.axis == other.axis and self.low <= other.high and other.low <= self.high


Rest = tuple[Item, ...]
"""The first other figures and names of a claim's sentence."""


def seen(claims: pd.DataFrame, sentence: Numbers) -> Sights[Rest]:
    """What else the sentences of the claims of a table state.

    Args:
        claims: The claims table.
        sentence: The number of each claim's sentence.
    """
    names = ("rest_alike", "rest_shared", "figures_alike")
    return Sights(len(claims), partial(_rests, claims, sentence), _compared, names)


def _rests(claims: pd.DataFrame, where: Numbers, wanted: Numbers) -> list[Rest]:
    """For some claims the first items of their sentences but for themselves."""
    known, items = _items(claims, where, np.isin(where, where[wanted]))
    size = np.bincount(items["sentence"], minlength=where.max(initial=-1) + 1)
    times = np.minimum(size, _LOOKED_AT)[where[wanted]]
    rows = np.repeat((np.cumsum(size) - size)[where[wanted]], times) + runs(times)
    claim = np.repeat(np.arange(len(wanted)), times)
    start, end = (np.repeat(claims[name].to_numpy()[wanted], times) for name in ("start", "end"))
    apart = (items["end"].to_numpy()[rows] <= start) | (end <= items["start"].to_numpy()[rows])
    rows, claim = rows[apart], claim[apart]
    few = turns(claim) < _MOST
    listed = [known[what] for what in items["what"].to_numpy()[rows[few]].tolist()]
    ends = np.cumsum(np.bincount(claim[few], minlength=len(wanted))).tolist()
    return [tuple(listed[first:last]) for first, last in zip([0, *ends], ends, strict=False)]


def _items(claims: pd.DataFrame, where: Numbers, near: npt.NDArray[np.bool_]) -> tuple[list[Item], pd.DataFrame]:
    """The figures and names of sentences, each once, and where each stands, by sentence."""
    is_name = (claims["kind"] == "name").to_numpy()
    is_figure = claims["kind"].isin(_FIGURES).to_numpy() & ~np.isnan(claims["low"].to_numpy())
    rows = np.flatnonzero(near & (is_name | is_figure))
    columns = [claims[name].to_numpy()[rows].tolist() for name in ("axis", "low", "high", "name", "start", "end")]
    first = np.unique(where, return_index=True)[1]
    found = [
        *_ordinals(claims, where, first[near[first]].tolist()),
        *(
            (sentence, start, end, _figure(axis, low, high) if name is None else _named(name))
            for sentence, axis, low, high, name, start, end in zip(where[rows].tolist(), *columns, strict=True)
        ),
    ]
    number: dict[Item, int] = {}
    table = pd.DataFrame(
        [(sentence, start, end, number.setdefault(item, len(number))) for sentence, start, end, item in found],
        columns=["sentence", "start", "end", "what"],
        dtype=np.int64,
    )
    return list(number), table.sort_values("sentence", kind="stable", ignore_index=True)


def _figure(axis: str, low: float, high: float) -> Item:
    """A figure of a sentence; of a bound, what is near it."""
    if math.isinf(high):
        high = max(low, low * _FAR)
    elif math.isinf(low):
        low = min(high, high / _FAR)
    return Item(axis, low, high, _NO_WORDS)


def _named(name: str) -> Item:
    return Item(None, 0, 0, frozenset(topics.words(name)))


def _ordinals(claims: pd.DataFrame, where: Numbers, rows: Sequence[int]) -> Iterator[tuple[int, int, int, Item]]:
    """The places in a row that the sentences of some claims tell of: they count nothing, and are no claims."""
    sentences, offsets = claims["sentence"].to_numpy(), claims["sentence_start"].to_numpy()
    for row in rows:
        for match in _ORDINAL.finditer((sentences[row] or "")[:_LONGEST]):
            item = Item("ordinal", float(match[1]), float(match[1]), _NO_WORDS)
            yield int(where[row]), int(offsets[row]) + match.start(), int(offsets[row]) + match.end(), item


def _compared(ours: Rest, theirs: Rest) -> tuple[float, float, float]:
    alike, shared = _shared(ours, theirs)
    figures = ([item for item in some if item.axis not in {None, "day"}] for some in (ours, theirs))
    return alike, shared, _shared(*figures)[0]


def _shared(ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[float, float]:
    """How much of the shorter of two lists the other has, 0 to 100, and how many items that is."""
    fewer, more = sorted((ours, theirs), key=len)
    shared = sum(any(item.meets(other) for other in more) for item in fewer)
    return (100.0 * shared / len(fewer) if fewer else np.nan), float(shared)
