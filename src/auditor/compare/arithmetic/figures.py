"""The figures of a claims table that can be added or compared, sentence by sentence."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from auditor.model import TOLD

_TIMES = frozenset({"time", "temperature"})
_SCALED = 1e6
"""So large a number without a unit, beside amounts of money, is one."""

Measured = tuple[str, str, float]
"""The axis of an amount, its dimension, and its least value."""


def is_one_axis(one: Measured, other: Measured) -> bool:
    """Whether two amounts are of one axis, or one of them is money and the other lacks its currency."""
    if one[0] == other[0]:
        return True
    (axis, _, low), (_, dimension, _) = (one, other) if one[0] == "count" else (other, one)
    return axis == "count" and low >= _SCALED and dimension == "money"


class Figure(NamedTuple):
    """A figure of a sentence.

    Attributes:
        position: Its place in the claims table.
        start: Where it begins in its sentence.
        end: Where it ends.
        axis: What it measures.
        dimension: Of what sort that is, such as money.
        low: Its least value.
        high: Its largest value.
        point: The value that is written; not a number where there is none.
    """

    position: int
    start: int
    end: int
    axis: str
    dimension: str
    low: float
    high: float
    point: float

    def alike(self, other: "Figure") -> bool:
        """Whether it can be added to another: both of one axis, or one of them without the currency of the other."""
        return is_one_axis((self.axis, self.dimension, self.low), (other.axis, other.dimension, other.low))


class Sentence(NamedTuple):
    """A sentence with figures, in the order in which they stand.

    Attributes:
        where: Its source and field.
        start: Where it begins there.
        end: Where it ends.
        text: Its words.
        figures: Its figures.
    """

    where: tuple[str, str]
    start: int
    end: int
    text: str
    figures: Sequence[Figure]


def sentences(claims: pd.DataFrame) -> Iterator[Sentence]:
    """The sentences of a claims table that have figures which can be added."""
    is_figure = (claims["kind"] == "quantity") & claims["zone"].isin(TOLD) & claims["change"].isna()
    is_figure &= claims["low"].notna() & claims["axis"].notna() & ~claims["axis"].isin(_TIMES)
    rows = np.flatnonzero(is_figure.to_numpy())
    rows = rows[np.lexsort([claims[name].to_numpy()[rows] for name in ("start", "field", "source")])]
    wheres, figures, texts = (
        claims[names].to_numpy()[rows].tolist()
        for names in (
            ["source", "field", "sentence_start", "sentence_end"],
            ["start", "end", "axis", "dimension", "low", "high", "point"],
            ["sentence"],
        )
    )
    told = zip(wheres, zip(rows.tolist(), figures, texts, strict=True), strict=True)
    for (source, field, first, last), group in groupby(told, key=itemgetter(0)):
        listed = [one for _, one in group]
        found = [
            Figure(position, start - first, end - first, axis, dimension, *values)
            for position, (start, end, axis, dimension, *values), _ in listed
        ]
        yield Sentence((source, field), first, last, listed[0][2][0] or "", found)
