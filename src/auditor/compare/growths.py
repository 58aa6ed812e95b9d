"""Two amounts taken as the growth from the one to the other, in per cent: "from $40 to $60" is a rise by half."""

from collections import Counter
from functools import cache

import numpy as np
import pandas as pd

from auditor.compare import topics

_PERCENT = 100.0
_ENDS = ("low", "high", "point")


def growths(pairs: pd.DataFrame) -> pd.DataFrame:
    """The first pair of each left claim that has two right ones, of which one is where the other came from.

    What else stands there, such as a third amount or another left claim, makes it unclear what grew; so does growth in
    the other direction than the left claim tells.

    Args:
        pairs: Pairs of changes in per cent and amounts.

    Returns:
        The columns of a pairs table, with the growth, or the fall, in the columns of the right claim, and ``members``:
        the change, then what it started from, then what it led to.
    """
    lefts, rights = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    groups = {left: np.flatnonzero(lefts == left) for left in dict.fromkeys(lefts.tolist())}
    sharing = Counter(tuple(rights[group].tolist()) for group in groups.values())
    rows, values, members = [], [], []
    for left, group in groups.items():
        told = tuple(rights[group].tolist())
        bases = [row for row in group.tolist() if _is_base(pairs["right_before"].to_numpy()[row])]
        if len(told) != 2 or sharing[told] > 1 or len(bases) != 1:  # noqa: PLR2004 - from one to the other
            continue
        base, end = bases[0], next(row for row in group.tolist() if row != bases[0])
        found = _grown(pairs, base, end)
        if found is not None:
            rows.append(base)
            values.append(found)
            members.append((int(left), int(rights[base]), int(rights[end])))
    table = pairs.take(rows).reset_index(drop=True)
    for name, column in zip(_ENDS, np.array(values, dtype=float).reshape(-1, 3).T, strict=True):
        table[f"right_{name}"] = column
    listed = np.empty(len(members), dtype=object)
    listed[:] = members
    return table.assign(right_axis=pd.Series("percent", index=table.index, dtype=object), members=listed)


@cache
def _bases() -> tuple[str, ...]:
    return tuple(f" {words}" for words in topics.bases())


def _is_base(before: str | None) -> bool:
    """Whether the words before an amount say that something else came from it, or is compared with it."""
    return f" {topics.fold(before or '')}".rstrip().endswith(_bases())


def _grown(pairs: pd.DataFrame, base: int, end: int) -> tuple[float, float, float] | None:
    """By how much per cent the one amount lies above, or below, the other; None where the words say the reverse."""
    low, high, point = (pairs[f"right_{name}"].to_numpy() for name in _ENDS)
    axis, change = pairs["right_axis"].to_numpy(), pairs["left_change"].to_numpy()[base]
    if axis[base] != axis[end] or not (low[base] > 0 and low[end] > 0 and np.isfinite(high[base] + high[end])):
        return None
    sign = 1 if change == "up" else -1
    if (point[end] - point[base]) * sign <= 0:
        return None
    ends = sorted(sign * _PERCENT * (a / b - 1) for a, b in ((low[end], high[base]), (high[end], low[base])))
    return ends[0], ends[1], sign * _PERCENT * (point[end] / point[base] - 1)
