"""What a text tells of two amounts beside both of them, in per cent: how one grew into the other, what share it is."""

import numpy as np
import pandas as pd

from auditor.compare.arithmetic.figures import is_one_axis

PERCENT = 100.0
_LOOSE = 0.1
"""How far words such as "a fifth" and "doubled" may be from what they say."""
ENDS = ("low", "high", "point")
"""The columns of what an amount allows, and of its written value."""

Ends = tuple[float, float, float]
Row = tuple[int, Ends, tuple[int, int, int]]
"""A pair that stands for all of its left claim, what its amounts come to, and the claims that take part."""


def joined(pairs: pd.DataFrame, found: list[Row]) -> pd.DataFrame:
    """Pairs of which each stands for a claim and its two amounts.

    Args:
        pairs: Pairs of ratios and amounts.
        found: Which of them stand for what.

    Returns:
        The columns of a pairs table, with what the amounts come to in the columns of the right claim, a ratio on the
        left in per cent whatever its words, and ``members``: the left claim, then its amounts.
    """
    table = pairs.take([row for row, _, _ in found]).reset_index(drop=True)
    ends = np.array([ends for _, ends, _ in found], dtype=float).reshape(-1, 3)
    is_amount = (table["left_axis"] == table["right_axis"]).to_numpy()
    columns = (table[f"left_{name}"] for name in ("axis", "change", *ENDS))
    told = [
        cells[-3:] if same else _in_percent(*cells)
        for same, cells in zip(is_amount, zip(*columns, strict=True), strict=True)
    ]
    percent = np.array(told, dtype=float).reshape(-1, 3)
    for place, name in enumerate(ENDS):
        table[f"right_{name}"], table[f"left_{name}"] = ends[:, place], percent[:, place]
    members = np.empty(len(found), dtype=object)
    members[:] = [claims for _, _, claims in found]
    axis = table["left_axis"].where(is_amount, "percent")
    return table.assign(left_axis=axis, right_axis=axis, members=members)


def _in_percent(axis: str, change: str | None, low: float, high: float, point: float) -> Ends:
    """A ratio in per cent: "a fifth" is about twenty, and what doubled grew by about a hundred."""
    if axis == "percent":
        return low, high, point
    if axis == "multiple":
        low, high, point = (PERCENT * end for end in (low, high, point))
    low, high = low * (1 - _LOOSE), high * (1 + _LOOSE)
    if axis == "multiple":
        low, high, point = (end - PERCENT for end in (low, high, point))
    return (low, high, point) if axis != "multiple" or change != "down" else (-high, -low, -point)


def ratio(pairs: pd.DataFrame, above: int, below: int) -> Ends | None:
    """What part of an amount another one is, in per cent; None where they cannot be compared."""
    low, high, point = (pairs[f"right_{name}"].to_numpy() for name in ENDS)
    ends = low[below], high[below], low[above], high[above]
    axis, dimension = (pairs[f"right_{name}"].to_numpy() for name in ("axis", "dimension"))
    one, other = ((axis[row], dimension[row], low[row]) for row in (above, below))
    if not (is_one_axis(one, other) and low[below] > 0 and low[above] > 0 and np.isfinite(sum(ends))):
        return None
    return (
        PERCENT * low[above] / high[below],
        PERCENT * high[above] / low[below],
        PERCENT * point[above] / point[below],
    )


def groups(pairs: pd.DataFrame) -> dict[int, list[int]]:
    """The pairs of each left claim, but for those with a semicolon between the two, which sets them apart."""
    found: dict[int, list[int]] = {}
    for row, left in enumerate(pairs["left"].to_numpy().tolist()):
        kept = found.setdefault(left, [])
        if ";" not in between(pairs, row):
            kept.append(row)
    return found


def between(pairs: pd.DataFrame, row: int) -> str:
    """The words between the two claims of a pair in their sentence."""
    sentence, offset, *places = (
        pairs[f"left_{name}"].to_numpy()[row] for name in ("sentence", "sentence_start", "start", "end")
    )
    starts, ends = (pairs[f"right_{name}"].to_numpy()[row] for name in ("start", "end"))
    first, last = min(places[1], ends), max(places[0], starts)
    return str(sentence or "")[int(first - offset) : int(last - offset)]
