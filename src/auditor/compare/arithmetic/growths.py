"""Two amounts taken as the growth from the one to the other, in per cent: "from $40 to $60" is a rise by half."""

from collections import Counter
from functools import cache

import pandas as pd

from auditor.compare import topics
from auditor.compare.arithmetic.ratios import PERCENT, Ends, Row, groups, joined, ratio


def growths(pairs: pd.DataFrame) -> pd.DataFrame:
    """The first pair of each left claim that has two right ones, of which one is where the other came from.

    What else stands there, such as a third amount or another left claim, makes it unclear what grew; so does growth in
    the other direction than the left claim tells. A semicolon sets them apart.

    Args:
        pairs: Pairs of changes and amounts.

    Returns:
        The columns of a pairs table, with the growth, or the fall, in the columns of the right claim, and ``members``:
        the change, then what it started from, then what it led to.
    """
    rights = pairs["right"].to_numpy()
    of_left = groups(pairs, lambda words: ";" in words)
    sharing = Counter(tuple(rights[group].tolist()) for group in of_left.values())
    found: list[Row] = []
    for left, group in of_left.items():
        told = tuple(rights[group].tolist())
        bases = [row for row in group if _is_base(pairs["right_before"].to_numpy()[row])]
        if len(told) != 2 or sharing[told] > 1 or len(bases) != 1:  # noqa: PLR2004 - from one to the other
            continue
        base, end = bases[0], next(row for row in group if row != bases[0])
        grown = _grown(pairs, base, end)
        if grown is not None:
            found.append((base, grown, (left, int(rights[base]), int(rights[end]))))
    return joined(pairs, found)


@cache
def _bases() -> tuple[str, ...]:
    return tuple(f" {words}" for words in topics.SYNONYMS.bases)


def _is_base(before: str | None) -> bool:
    """Whether the words before an amount say that something else came from it, or is compared with it."""
    return f" {topics.fold(before or '')}".rstrip().endswith(_bases())


def _grown(pairs: pd.DataFrame, base: int, end: int) -> Ends | None:
    """By how much per cent the one amount lies above, or below, the other; None where the words say the reverse."""
    part = ratio(pairs, end, base)
    sign = 1 if pairs["left_change"].to_numpy()[base] == "up" else -1
    if part is None or (part[2] - PERCENT) * sign <= 0:
        return None
    low, high = sorted(sign * (end - PERCENT) for end in part[:2])
    return low, high, sign * (part[2] - PERCENT)
