"""Things that hang together, directly or through others."""

import numpy as np

from auditor.codes import Numbers, ascending


def groups(count: int, left: Numbers, right: Numbers) -> list[list[int]]:
    """The connected components of the numbers below a count, each ascending, in order of their first.

    Args:
        count: How many numbers there are.
        left: One end of each tie.
        right: The other one.

    >>> groups(5, np.array([0]), np.array([3]))
    [[0, 3], [1], [2], [4]]
    """
    lowest = np.arange(count)
    known = None
    while known is None or not np.array_equal(known, lowest):
        known = lowest.copy()
        low = np.minimum(known[left], known[right])
        np.minimum.at(lowest, known[left], low)
        np.minimum.at(lowest, known[right], low)
        lowest = lowest[lowest]
    order = np.argsort(lowest, kind="stable")
    sizes = np.bincount(lowest, minlength=count)
    listed, ends = order.tolist(), np.cumsum(sizes[sizes > 0]).tolist()
    return [listed[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def tied(left: Numbers, right: Numbers) -> list[list[int]]:
    """The connected components of whatever is tied, each ascending, in order of their first.

    >>> tied(np.array([9, 7]), np.array([2, 9]))
    [[2, 7, 9]]
    """
    known = ascending(left, right)
    found = groups(len(known), np.searchsorted(known, left), np.searchsorted(known, right))
    return [known[group].tolist() for group in found]
