"""Which claims of two sentences answer to each other best."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Floats, Numbers, ascending, turns


def aligned(sentence: Numbers, left: Numbers, right: Numbers, near: Floats) -> npt.NDArray[np.bool_]:
    """Where each claim of a pair is the one of its sentence that answers best to the other.

    Of claims that answer equally well, those are aligned that stand in the same order in both sentences.

    Args:
        sentence: The number of each claim's sentence.
        left: The left claims, by position.
        right: The right ones, -1 where there is none.
        near: How well the two answer to each other.
    """
    found = np.zeros(len(left), dtype=bool)
    rows = np.flatnonzero(right >= 0)
    a, b = left[rows], right[rows]
    paired = ascending(left, b)
    order = np.zeros(len(sentence), dtype=np.int64)
    order[paired] = turns(sentence[paired])
    apart = np.abs(order[a] - order[b])
    rank = np.unique(near[rows], return_inverse=True)[1].reshape(-1) * (apart.max(initial=0) + 1) - apart
    ours, theirs = (one * len(sentence) + sentence[other] for one, other in ((a, b), (b, a)))
    group, distinct = pd.factorize(np.concatenate([ours, theirs]))
    best = np.full(len(distinct), np.iinfo(np.int64).min)
    np.maximum.at(best, group, np.concatenate([rank, rank]))
    found[rows] = (rank == best[group[: len(rows)]]) & (rank == best[group[len(rows) :]])
    return found
