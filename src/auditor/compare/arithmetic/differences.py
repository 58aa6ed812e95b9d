"""Two amounts that are told side by side, taken as the difference between them: a lead, a margin, a gap."""

import pandas as pd

from auditor.compare.arithmetic.ratios import Row, joined
from auditor.tables.columns import SENTENCE

_TWO = 2


def differences(pairs: pd.DataFrame) -> pd.DataFrame:
    """The first pair of each left claim that has two right ones in a sentence, and no other two in another one.

    Args:
        pairs: Pairs of differences and amounts.

    Returns:
        The columns of a pairs table, with the difference in the columns of the right claim, and ``members``: the left
        claim, then the larger amount, then the smaller one.
    """
    lefts, rights, points, lows, highs = (
        pairs[name].to_numpy() for name in ("left", "right", "right_point", "right_low", "right_high")
    )
    places = [*zip(*(pairs[f"right_{name}"] for name in SENTENCE), strict=True)]
    beside: dict[int, dict[object, list[int]]] = {}
    for row, left in enumerate(lefts.tolist()):
        beside.setdefault(left, {}).setdefault(places[row], []).append(row)
    found: list[Row] = []
    for left, sentences in beside.items():
        twos = [sorted(rows, key=points.item, reverse=True) for rows in sentences.values() if len(rows) == _TWO]
        if len({tuple(points[rows].tolist()) for rows in twos}) == 1:
            one, other = twos[0]
            ends = float(lows[one] - highs[other]), float(highs[one] - lows[other]), float(points[one] - points[other])
            found.append((one, ends, (left, int(rights[one]), int(rights[other]))))
    return joined(pairs, found)
