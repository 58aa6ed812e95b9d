"""Rows and their relations as whole numbers, which are compared, sorted and joined all at once."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Values = npt.NDArray[Any]


def codes(count: int, columns: Iterable[npt.NDArray[Any]]) -> Numbers:
    """A number for each row of some columns: equal rows share it, and what is missing is equal.

    Args:
        count: How many rows there are.
        columns: The columns; none make all rows equal.
    """
    return combined(count, (pd.factorize(column)[0] for column in columns))


_LARGEST = 2**62


def combined(count: int, columns: Iterable[Numbers]) -> Numbers:
    """The same of columns of numbers from -1 on, none of them much larger than there are rows.

    >>> combined(3, [np.array([4, -1, 4]), np.array([0, 0, 0])]).tolist()
    [0, 1, 0]
    """
    found, distinct = np.zeros(count, dtype=np.int64), 1
    for column in columns:
        more = int(column.max(initial=-1)) + 2
        if distinct * more > _LARGEST:
            found = pd.factorize(found)[0].astype(np.int64)
            distinct = count
        found = found * more + column + 1
        distinct *= more
    return pd.factorize(found)[0].astype(np.int64)


def ascending(*numbers: Numbers) -> Numbers:
    """All of some numbers, each once, ascending; numpy's own way looks up each, which takes far longer for many.

    >>> ascending(np.array([7, 5]), np.array([7])).tolist()
    [5, 7]
    """
    ordered: Numbers = np.sort(np.concatenate(numbers))
    first: Numbers = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return first


def stands(numbers: Numbers, among: Numbers) -> npt.NDArray[np.bool_]:
    """Which of some numbers stand among others, which are ascending.

    >>> stands(np.array([7, 6, 9]), np.array([5, 7])).tolist()
    [True, False, False]
    """
    place = np.searchsorted(among, numbers)
    return np.asarray(np.append(among, -1)[place] == numbers, dtype=bool)


def runs(counts: Numbers) -> Numbers:
    """The numbers from 0 below each count, one after another.

    >>> runs(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)


def turns(groups: Numbers) -> Numbers:
    """Which of its group each row is, from 0.

    >>> turns(np.array([7, 5, 7])).tolist()
    [0, 0, 1]
    """
    order = np.argsort(groups, kind="stable")
    _, sizes = np.unique(groups, return_counts=True)
    found = np.empty(len(groups), dtype=np.int64)
    found[order] = runs(sizes)
    return found
