"""Relations between what two claims allow on one axis."""

import math
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
from pydantic import Field

from auditor.codes import Floats, Mask
from auditor.rules.relations.base import Options, Relation, Row, floats, slack
from auditor.wording.values import day, difference, length_of_days, unit_name
from auditor.wording.words import WORDS, several

_ENDS = ("left_low", "left_high", "right_low", "right_high")
_OPEN = tuple(f"{end}_open" for end in _ENDS)


class Tolerance(Options):
    """How far off is still right.

    Attributes:
        tolerance: In units of the axis; days for dates.
    """

    tolerance: float = Field(default=0, ge=0)


def _meets(table: pd.DataFrame, *, tolerance: float) -> Mask:
    gap, is_open = _gap(table)
    edge = slack(*floats(table, "left_low", "right_low"))
    if tolerance > 0:
        return np.asarray(gap <= tolerance + edge)
    return np.asarray((gap < -edge) | ((gap <= edge) & ~is_open))


def _gap(table: pd.DataFrame) -> tuple[Floats, Mask]:
    """How far two intervals lie apart (negative: they share values), and whether one is open where they touch."""
    left_low, left_high, right_low, right_high = floats(table, *_ENDS)
    flags = (table[name].to_numpy(dtype=bool) for name in _OPEN)
    left_low_open, left_high_open, right_low_open, right_high_open = flags
    low_open = np.where(left_low > right_low, left_low_open, right_low_open)
    low_open = np.where(left_low == right_low, left_low_open | right_low_open, low_open)
    high_open = np.where(left_high < right_high, left_high_open, right_high_open)
    high_open = np.where(left_high == right_high, left_high_open | right_high_open, high_open)
    with np.errstate(invalid="ignore"):
        gap = np.maximum(left_low, right_low) - np.minimum(left_high, right_high)
    return gap, np.asarray(low_open | high_open, dtype=bool)


def _explain_meets(row: Row, *, tolerance: float) -> list[str]:
    if row["left_axis"] != "day":
        return [_SLIPS.get(row.get("slip") or "") or _difference(row) or "no one figure fits both"]
    one, other = (_year(row[f"{side}_low"], row[f"{side}_high"]) for side in ("left", "right"))
    if one and other and one != other:
        return [f"they are {several(abs(one - other), 'year')} apart"]
    apart = max(row["left_low"], row["right_low"]) - min(row["left_high"], row["right_high"])
    return [_days_apart(apart, tolerance)]


def _difference(row: Row) -> str | None:
    """By how much two written numbers of one unit differ."""
    numbers = [row.get(f"{side}_number", math.nan) for side in ("left", "right")]
    if row.get("left_unit") != row.get("right_unit") or not all(map(math.isfinite, numbers)):
        return None
    return f"they differ by {difference(numbers[0], numbers[1], row.get('left_unit'))}"


_SLIPS = {
    "swapped": "the same digits in another order: two of them seem to have been swapped",
    "magnitude": "the same digits, a power of ten apart: a nought or a scale word seems to be wrong",
    "digit": "the same digits but for one, which seems to have been mistyped",
}
"""What a slip of the pen looks like, by its name (:mod:`auditor.compare.arithmetic.slips`)."""


def _year(low: float, high: float) -> int | None:
    """The year that two days begin and end; None if they do not."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return None
    first, last = (date.fromordinal(int(day)) for day in (low, high))
    is_whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return first.year if is_whole and first.year == last.year else None


_FAR = 10
"""So many times as far apart as would be allowed it does not matter what is allowed."""


def _days_apart(apart: float, tolerance: float) -> str:
    allowed = f"; {length_of_days(tolerance)} would be allowed" if 0 < apart < _FAR * tolerance else ""
    return f"they are {length_of_days(apart)} apart{allowed}"


def _not_before(table: pd.DataFrame, *, tolerance: float) -> Mask:
    left_high, right_low = floats(table, "left_high", "right_low")
    return np.asarray(left_high >= right_low - tolerance)


def _explain_not_before(row: Row, *, tolerance: float) -> list[str]:
    return [_days_apart(row["right_low"] - row["left_high"], tolerance), "the first should not come before the second"]


def _contains(table: pd.DataFrame) -> Mask:
    left_high, right_low = floats(table, "left_high", "right_low")
    return np.asarray(right_low <= left_high + slack(left_high, right_low))


def _not_below_earlier(table: pd.DataFrame) -> Mask:
    gap, _ = _gap(table)
    days, left_low, right_low = floats(table, "days_between", "left_low", "right_low")
    falls = np.where(days > 0, right_low < left_low, left_low < right_low) & (days != 0)
    return np.asarray((gap <= 0) | ~falls)


_DIRECTIONS = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}


def _same_strength(table: pd.DataFrame) -> Mask:
    left, right = (
        np.array([_DIRECTIONS.get(word, 0) for word in table[f"{side}_qualifier"]]) for side in ("left", "right")
    )
    return np.asarray(left == right)


def _explain_same_strength(row: Row) -> list[str]:
    words = {str(row[f"{side}_qualifier"]).replace("_", " ") for side in ("left", "right")}
    one, other = sorted(words, key=lambda word: (word != "exact", word))
    return [f"one is {one}, the other {other}"]


_FINE, _COARSE = 1 / 20, 1 / 5
"""The parts of a bound that a step of its rounding is at least and at most."""


def _one_bound(table: pd.DataFrame) -> Mask:
    """Whether the weaker of two bounds reaches the other: "over 40" is said of less than 48, "over 2,100" of 2,205."""
    ends = np.abs(np.stack(floats(table, "left_point", "right_point")))
    numbers = np.abs(np.stack(floats(table, "left_number", "right_number")))
    written = np.where(np.isnan(numbers), ends, numbers)
    is_upper = np.array([_DIRECTIONS.get(word, 0) < 0 for word in table["left_qualifier"]], dtype=bool)
    weaker = np.where(is_upper, ends.argmax(axis=0), ends.argmin(axis=0)), np.arange(len(table))
    step = np.array([_last_place(number) for number in written[weaker].tolist()], dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.clip(np.nan_to_num(step / written[weaker]), _FINE, _COARSE)
    return np.asarray(np.abs(ends[0] - ends[1]) < part * ends[weaker])


def _last_place(number: float) -> float:
    """What the last digit of a written number that is no nought stands for: 100 in 2,100, a tenth in 1.5."""
    exponent = Decimal(f"{number:.15g}").normalize().as_tuple().exponent
    return 10.0**exponent if number and isinstance(exponent, int) else 0.0


def _explain_one_bound(row: Row) -> list[str]:
    return [_difference(row) or "neither bound is the other one rounded"]


class Nearness(Options):
    """How near two claims must stand for one to be about the other.

    Attributes:
        apart: The most characters between them.
    """

    apart: int = Field(default=3, ge=0, le=40)


def _side_by_side(table: pd.DataFrame, *, apart: int) -> Mask:
    starts, ends = ([table[f"{side}_{end}"].to_numpy() for side in ("left", "right")] for end in ("start", "end"))
    gap = np.maximum(starts[1] - ends[0], starts[0] - ends[1])
    return np.asarray(gap <= apart)


def _same_weekday(table: pd.DataFrame, *, apart: int) -> Mask:
    del apart
    weekday = table["left_written"].str.extract(r"^XXXX-WXX-([1-7])$", expand=False).astype(float).to_numpy()
    low, high = floats(table, "right_low", "right_high")
    matches = (low - 1) % 7 + 1 == weekday
    allowed = np.asarray(matches | np.isnan(weekday) | (low != high))
    far = np.abs(low - floats(table, "right_published")[0]) > _NEAR_BY
    doubtful = ~allowed & far & table["right_written"].str.startswith("XXXX").to_numpy(dtype=bool)
    allowed[doubtful] = [_in_next_years(*told) for told in zip(low[doubtful], weekday[doubtful], strict=True)]
    return allowed


_NEAR_BY = 14
"""Of a day without a year that is further from the day of publication than so many days, the year may be another."""


def _in_next_years(ordinal: float, weekday: float) -> bool:
    """Whether a day was on a weekday in the year before, or is in the one after."""
    told = date.fromordinal(int(ordinal))
    leap = (told.month, told.day) == (2, 29)
    return not leap and any(told.replace(year=told.year + by).isoweekday() == weekday for by in (-1, 1))


def _explain_same_weekday(row: Row, *, apart: int) -> list[str]:
    del apart
    found = date.fromordinal(int(row["right_low"]))
    return [f"{day(found.isoformat())} is a {WORDS.weekdays[found.weekday()]}"]


_A_WEEK = 7


def _same_day(table: pd.DataFrame, *, tolerance: float) -> Mask:
    gap, _ = _gap(table)
    weekday = np.zeros(len(table), dtype=bool)
    for side in ("left", "right"):
        weekday |= table[f"{side}_written"].str.startswith("XXXX-WXX").to_numpy(dtype=bool)
    gap = np.where(weekday, np.minimum(gap, np.abs(gap - _A_WEEK)), gap)
    return np.asarray(gap <= tolerance)


def _same_ends(table: pd.DataFrame, *, tolerance: float) -> Mask:
    left_low, left_high, right_low, right_high = floats(table, *_ENDS)
    edge = tolerance + slack(left_low, right_low)
    return np.asarray((np.abs(left_low - right_low) <= edge) & (np.abs(left_high - right_high) <= edge))


def _in_force(table: pd.DataFrame) -> Mask:
    retired = (table[name].to_numpy(dtype=bool) for name in ("left_retired", "right_retired"))
    return np.asarray(~np.logical_or(*retired))


OVERLAPS = Relation(
    "overlaps",
    "What the two claims allow has something in common.",
    _ENDS,
    _meets,
    _explain_meets,
    Tolerance,
    ("left_axis", *_OPEN),
    telling=True,
)
NOT_BEFORE = Relation(
    "not_before",
    "The left claim's last day does not come before the right claim's first.",
    ("left_high", "right_low"),
    _not_before,
    _explain_not_before,
    Tolerance,
    telling=True,
)
SAME_DAY = Relation(
    "same_day",
    "The two claims name one day, or weekdays of two weeks.",
    (*_ENDS, "left_written", "right_written"),
    _same_day,
    _explain_meets,
    Tolerance,
    ("left_axis", *_OPEN),
    telling=True,
)
SAME_ENDS = Relation(
    "same_ends",
    "The two stretches begin together and end together.",
    _ENDS,
    _same_ends,
    lambda _, **__: ["they do not begin and end together"],
    Tolerance,
    telling=True,
)
IN_FORCE = Relation(
    "in_force",
    "Neither claim is one that a correction takes back.",
    ("left_retired", "right_retired"),
    _in_force,
    lambda _: ["a correction notice takes the value back"],
)
SAME_UNIT = Relation(
    "same_unit",
    "The two figures are given in one unit.",
    ("left_unit", "right_unit"),
    lambda table: np.asarray(table["left_unit"].to_numpy() == table["right_unit"].to_numpy()),
    lambda row: [f"one is given in {unit_name(row['left_unit'])}, the other in {unit_name(row['right_unit'])}"],
)
CONTAINS = Relation(
    "contains",
    "The right claim can be a part of the left one: its least does not exceed the whole's most.",
    ("left_high", "right_low"),
    _contains,
    lambda _: ["a part cannot be larger than its whole"],
    telling=True,
)
NOT_BELOW_EARLIER = Relation(
    "not_below_earlier",
    "The later source's figure is not below the earlier source's.",
    (*_ENDS, "days_between"),
    _not_below_earlier,
    lambda _: ["the later source has the lower figure, and a running total does not fall"],
    unknown=_OPEN,
)
SAME_STRENGTH = Relation(
    "same_strength",
    "Neither claim says more, or less, than the other says exactly.",
    ("left_qualifier", "right_qualifier"),
    _same_strength,
    _explain_same_strength,
    telling=True,
)
ONE_BOUND = Relation(
    "one_bound",
    "Of two bounds of one kind the weaker can be the other one rounded.",
    ("left_point", "right_point"),
    _one_bound,
    _explain_one_bound,
    unknown=("left_qualifier", "left_number", "right_number", "left_unit", "right_unit"),
)
SAME_WEEKDAY = Relation(
    "same_weekday",
    "The weekday that the left claim names is that of the right claim's day.",
    ("left_written", "right_low", "right_high"),
    _same_weekday,
    _explain_same_weekday,
    Nearness,
    ("left_start", "left_end", "right_start", "right_end", "right_written", "right_published"),
    applies=_side_by_side,
    telling=True,
)
