"""Two amounts taken as the share of the one in the other, in per cent: "$12 million, or 40% of the $30 million"."""

import re
from functools import cache

import pandas as pd

from auditor.compare.arithmetic.ratios import PERCENT, Row, between, groups, joined, ratio
from auditor.language.phrases import pattern


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return pattern("shares", name)


def shares(pairs: pd.DataFrame) -> pd.DataFrame:
    """The first pair of each left claim that has a part and a whole of which it is said to be the share.

    Args:
        pairs: Pairs of shares and amounts.

    Returns:
        The columns of a pairs table, with the share in the columns of the right claim, and ``members``: the share as
        told, then the part, then the whole.
    """
    found: list[Row] = []
    rights = pairs["right"].to_numpy()
    for left, group in groups(pairs, lambda words: ";" in words).items():
        told = _told(pairs, group)
        share = ratio(pairs, *told) if told is not None else None
        if told is not None and share is not None and share[-1] <= PERCENT:  # no part is more than its whole
            found.append((told[0], share, (left, int(rights[told[0]]), int(rights[told[1]]))))
    return joined(pairs, found)


def _told(pairs: pd.DataFrame, group: list[int]) -> tuple[int, int] | None:
    """The part and the whole among some pairs of one share."""
    start, end = (pairs[f"right_{name}"].to_numpy() for name in ("start", "end"))
    first, last = (pairs[f"left_{name}"].to_numpy()[group[0]] for name in ("start", "end")) if group else (0, 0)
    before = [row for row in group if end[row] <= first]
    after = [row for row in group if start[row] >= last]
    near = max(before, key=lambda row: end[row], default=None)
    following = min(after, key=lambda row: start[row], default=None)
    if near is not None and following is not None and _is("of", pairs, following) and _is("part", pairs, near):
        return near, following
    if near is None or not _is("part", pairs, near):
        return None
    others = [row for row in before if row != near]
    whole = max(others, key=lambda row: end[row], default=None)
    return None if whole is None else _among(pairs, near, whole)


def _among(pairs: pd.DataFrame, near: int, far: int) -> tuple[int, int] | None:
    """The part and the whole of two amounts before their share: "40 of the 80 seats, or 50%"."""
    sentence, offset = (pairs[f"left_{name}"].to_numpy()[near] for name in ("sentence", "sentence_start"))
    start, end = (pairs[f"right_{name}"].to_numpy() for name in ("start", "end"))
    gap = sentence[int(end[far] - offset) : int(start[near] - offset)]
    if _pattern("among").search(gap):
        return far, near
    return None


def _is(name: str, pairs: pd.DataFrame, row: int) -> bool:
    """Whether the words between the two claims of a pair are those of a pattern."""
    return _pattern(name).search(between(pairs, row)) is not None
