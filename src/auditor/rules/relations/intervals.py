"""Relations between what two claims allow on one axis."""

from datetime import date

import numpy as np
import pandas as pd
from pydantic import Field

from auditor.report.values import day
from auditor.report.words import words
from auditor.rules.relations.base import Floats, Mask, Options, Relation, Row, floats, slack

_ENDS = ("left_low", "left_high", "right_low", "right_high")


class Tolerance(Options):
    """How far off is still right.

    Attributes:
        tolerance: In units of the axis; days for dates.
    """

    tolerance: float = Field(default=0, ge=0)


def _meets(table: pd.DataFrame, *, tolerance: float = 0) -> Mask:
    gap, is_open = _gap(table)
    edge = slack(*floats(table, "left_low", "right_low"))
    if tolerance > 0:
        return np.asarray(gap <= tolerance + edge)
    return np.asarray((gap < -edge) | ((gap <= edge) & ~is_open))


def _gap(table: pd.DataFrame) -> tuple[Floats, Mask]:
    """How far two intervals lie apart (negative: they share values), and whether one is open where they touch."""
    left_low, left_high, right_low, right_high = floats(table, *_ENDS)
    flags = (table[f"{side}_{end}_open"].to_numpy(dtype=bool) for side in ("left", "right") for end in ("low", "high"))
    left_low_open, left_high_open, right_low_open, right_high_open = flags
    low_open = np.where(left_low > right_low, left_low_open, right_low_open)
    low_open = np.where(left_low == right_low, left_low_open | right_low_open, low_open)
    high_open = np.where(left_high < right_high, left_high_open, right_high_open)
    high_open = np.where(left_high == right_high, left_high_open | right_high_open, high_open)
    gap = np.maximum(left_low, right_low) - np.minimum(left_high, right_high)
    return gap, np.asarray(low_open | high_open, dtype=bool)


def _explain_meets(row: Row, *, tolerance: float = 0) -> list[str]:
    if row["left_axis"] != "day":
        return ["no value satisfies both"]
    apart = max(row["left_low"], row["right_low"]) - min(row["left_high"], row["right_high"])
    return [_days_apart(apart, tolerance)]


def _days_apart(apart: float, tolerance: float) -> str:
    allowed = f"; {_days(tolerance)} would be allowed" if tolerance else ""
    return f"they are {_days(apart)} apart{allowed}"


def _days(number: float) -> str:
    return "1 day" if number == 1 else f"{number:,.0f} days"


def _not_before(table: pd.DataFrame, *, tolerance: float = 0) -> Mask:
    left_high, right_low = floats(table, "left_high", "right_low")
    return np.asarray(left_high >= right_low - tolerance)


def _explain_not_before(row: Row, *, tolerance: float = 0) -> list[str]:
    return [_days_apart(row["right_low"] - row["left_high"], tolerance), "the first should not come before the second"]


def _part_of(table: pd.DataFrame) -> Mask:
    left_low, right_high = floats(table, "left_low", "right_high")
    return np.asarray(left_low <= right_high + slack(left_low, right_high))


_DIRECTIONS = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}


def _same_strength(table: pd.DataFrame) -> Mask:
    left, right = (
        np.array([_DIRECTIONS.get(word, 0) for word in table[f"{side}_qualifier"]]) for side in ("left", "right")
    )
    return np.asarray(left == right)


def _explain_same_strength(row: Row) -> list[str]:
    words = {side: str(row[f"{side}_qualifier"]).replace("_", " ") for side in ("left", "right")}
    return [f"one is {words['left']}, the other {words['right']}"]


def _same_weekday(table: pd.DataFrame) -> Mask:
    weekday = table["left_written"].str.extract(r"^XXXX-WXX-([1-7])$", expand=False).astype(float).to_numpy()
    low, high = floats(table, "right_low", "right_high")
    matches = (low - 1) % 7 + 1 == weekday
    return np.asarray(matches | np.isnan(weekday) | (low != high))


def _explain_same_weekday(row: Row) -> list[str]:
    found = date.fromordinal(int(row["right_low"]))
    return [f"{day(found.isoformat())} is a {words().weekdays[found.weekday()]}"]


OVERLAPS = Relation(
    "overlaps",
    "pairs",
    "What the two claims allow has something in common.",
    _ENDS,
    _meets,
    _explain_meets,
    Tolerance,
    ("left_axis", *(f"{side}_{end}_open" for side in ("left", "right") for end in ("low", "high"))),
)
NOT_BEFORE = Relation(
    "not_before",
    "pairs",
    "The left claim's last day does not come before the right claim's first.",
    ("left_high", "right_low"),
    _not_before,
    _explain_not_before,
    Tolerance,
)
PART_OF = Relation(
    "part_of",
    "pairs",
    "The left claim can be a part of the right one: its least does not exceed the whole's most.",
    ("left_low", "right_high"),
    _part_of,
    lambda _: ["a part cannot be larger than its whole"],
)
SAME_STRENGTH = Relation(
    "same_strength",
    "pairs",
    "Neither claim says more, or less, than the other says exactly.",
    ("left_qualifier", "right_qualifier"),
    _same_strength,
    _explain_same_strength,
)
SAME_WEEKDAY = Relation(
    "same_weekday",
    "pairs",
    "The weekday that the left claim names is that of the right claim's day.",
    ("left_written", "right_low", "right_high"),
    _same_weekday,
    _explain_same_weekday,
)
