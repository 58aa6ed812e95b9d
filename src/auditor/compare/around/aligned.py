"""Which claims of two sentences answer to each other best."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Floats, Mask, Numbers, ascending, turns


def aligned(
    sentence: Numbers, left: Numbers, right: Numbers, near: Floats, *, value: Numbers | None = None
) -> npt.NDArray[np.bool_]:
    """Where each claim of a pair is the one of its sentence that answers best to the other.

    Of claims that answer equally well, those are aligned that have one value, then those of which neither has its value
    in the other's sentence, then those that stand in the same order in both sentences.

    Args:
        sentence: The number of each claim's sentence.
        left: The left claims, by position.
        right: The right ones, -1 where there is none.
        near: How well the two answer to each other.
        value: The number of each claim's value; none counts if None.
    """
    found = np.zeros(len(left), dtype=bool)
    rows = np.flatnonzero(right >= 0)
    a, b = left[rows], right[rows]
    paired = ascending(left, b)
    order = np.zeros(len(sentence), dtype=np.int64)
    order[paired] = turns(sentence[paired])
    apart = np.abs(order[a] - order[b])
    ours, theirs = (one * len(sentence) + sentence[other] for one, other in ((a, b), (b, a)))
    group, distinct = pd.factorize(np.concatenate([ours, theirs]))
    fit = np.zeros(len(rows), dtype=np.int64) if value is None else _fit(value[a] == value[b], group)
    near_rank = np.unique(near[rows], return_inverse=True)[1].reshape(-1)
    rank = (near_rank * _FITS + fit) * (apart.max(initial=0) + 1) - apart
    best = np.full(len(distinct), np.iinfo(np.int64).min)
    np.maximum.at(best, group, np.concatenate([rank, rank]))
    found[rows] = (rank == best[group[: len(rows)]]) & (rank == best[group[len(rows) :]])
    return found


_FITS = 3
"""How many grades of fitting there are: 0, 1 and 2."""


def _fit(same: Mask, group: Numbers) -> Numbers:
    """How well the values of pairs go with each other: 2 for one value, 0 where one of the two has a twin elsewhere.

    Args:
        same: Whether the two claims of each pair have one value.
        group: The numbers of each left claim with the right one's sentence, and then of each right one with the left's.
    """
    met = np.zeros(group.max(initial=-1) + 1, dtype=bool)
    met[group[np.concatenate([same, same])]] = True
    elsewhere = met[group[: len(same)]] | met[group[len(same) :]]
    return np.where(same, 2, np.where(elsewhere, 0, 1)).astype(np.int64)
