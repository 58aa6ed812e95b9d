"""Parts taken together: of each left claim the right ones as one, whose value is the sum of theirs."""

import numpy as np
import pandas as pd

from auditor.codes import Numbers

_ENDS = ("right_low", "right_high", "right_point")
_OPEN = ("right_low_open", "right_high_open")


def totals(pairs: pd.DataFrame) -> pd.DataFrame:
    """The first pair of each left claim that has two right ones or more, with the sum of all of them.

    Args:
        pairs: Pairs of wholes and their parts.

    Returns:
        The columns of a pairs table, and ``members``: the whole, then its parts.
    """
    lefts = pairs["left"].to_numpy()
    groups = [np.flatnonzero(lefts == left) for left in dict.fromkeys(lefts.tolist())]
    several = [group for group in groups if len(group) > 1]
    table = pairs.take([group[0] for group in several]).reset_index(drop=True)
    for names, added in ((_ENDS, np.sum), (_OPEN, np.any)):
        for name in names:
            values = pairs[name].to_numpy()
            table[name] = np.array([added(values[group]) for group in several], dtype=values.dtype)
    members = np.empty(len(several), dtype=object)
    members[:] = [_members(pairs, group) for group in several]
    return table.assign(members=members)


def _members(pairs: pd.DataFrame, group: Numbers) -> tuple[int, ...]:
    return int(pairs["left"].to_numpy()[group[0]]), *pairs["right"].to_numpy()[group].tolist()
