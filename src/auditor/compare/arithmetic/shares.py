"""Two amounts taken as the share of the one in the other, in per cent: "$12 million, or 40% of the $30 million"."""

import re
from functools import cache

import pandas as pd

from auditor.compare.arithmetic.ratios import PERCENT, Row, between, groups, joined, ratio
from auditor.compare.arithmetic.sums import opens_whole
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
    for left, group in groups(pairs).items():
        told = _told(pairs, group)
        share = ratio(pairs, *told) if told is not None else None
        if told is not None and share is not None and share[-1] <= PERCENT:  # no part is more than its whole
            found.append((told[0], share, (left, int(rights[told[0]]), int(rights[told[1]]))))
    return joined(pairs, found)


def _told(pairs: pd.DataFrame, group: list[int]) -> tuple[int, int] | None:
    """The part and the whole among some pairs of one share."""
    start, end = (pairs[f"right_{name}"].to_numpy() for name in ("start", "end"))
    first, last = (pairs[f"left_{name}"].to_numpy()[group[0]] for name in ("start", "end")) if group else (0, 0)
    before = sorted((row for row in group if end[row] <= first), key=lambda row: end[row])
    after = sorted((row for row in group if start[row] >= last), key=lambda row: start[row])
    if before and after and _is("of", pairs, after[0]) and _is("part", pairs, before[-1]):
        return before[-1], after[0]
    if len(before) > 1 and _is("part", pairs, before[-1]):
        return _among(pairs, *before[-2:])
    if len(after) > 1 and _is("explained", pairs, after[0]) and _pattern("among").search(_gap(pairs, *after[:2])):
        return after[0], after[1]
    return None


def _among(pairs: pd.DataFrame, far: int, near: int) -> tuple[int, int] | None:
    """The part and the whole of two amounts before their share: "40 of the 80 seats, or 50%"."""
    gap = _gap(pairs, far, near)
    if _pattern("among").search(gap):
        return far, near
    sentence, offset, end = (pairs[f"left_{name}"].to_numpy()[near] for name in ("sentence", "sentence_start", "end"))
    ahead = sentence[: int(pairs["right_start"].to_numpy()[far] - offset)]
    is_whole = (opens_whole(ahead) and _pattern("apart").search(gap)) or _pattern("of_which").search(gap)
    is_whole = is_whole or _pattern("of_them").search(between(pairs, near))
    if is_whole and not _pattern("of_other").search(sentence[int(end - offset) :]):
        return near, far
    return None


def _gap(pairs: pd.DataFrame, one: int, two: int) -> str:
    """The words between two amounts of one share."""
    sentence, offset = (pairs[f"left_{name}"].to_numpy()[one] for name in ("sentence", "sentence_start"))
    end, start = pairs["right_end"].to_numpy()[one], pairs["right_start"].to_numpy()[two]
    return str(sentence)[int(end - offset) : int(start - offset)]


def _is(name: str, pairs: pd.DataFrame, row: int) -> bool:
    """Whether the words between the two claims of a pair are those of a pattern."""
    return _pattern(name).search(between(pairs, row)) is not None
