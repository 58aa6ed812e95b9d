"""Checks of one column, as pandera's own; a few that pandera lacks are registered with it."""

import re
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from auditor.rules import patterns
from auditor.rules.conditions import Condition

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_A_LEAP_YEAR = "2000"
_SEVERAL = frozenset({"in_range", "str_length"})
_WANTS_MISSING = frozenset({"present"})


def check(condition: Condition) -> pa.Check:
    """A condition as pandera's check of a column; all but ``present`` pass over missing values."""
    _register()
    argument: Any = condition.argument
    if condition.check in {"isin", "notin"}:
        argument = list(argument)
    arguments = argument if condition.check in _SEVERAL else (argument,)
    if condition.check == "str_length":
        arguments = tuple(None if abs(limit) == float("inf") else int(limit) for limit in arguments)
    method = getattr(pa.Check, _CLIPPED.get(condition.check, condition.check))
    made: pa.Check = method(*arguments, ignore_na=condition.check not in _WANTS_MISSING)
    return made


def present(column: "pd.Series[Any]", *, wanted: bool) -> "pd.Series[bool]":
    """Whether there is a value, or none."""
    return column.notna() == wanted


def real_date(column: "pd.Series[str]", *, wanted: bool) -> "pd.Series[bool]":
    """Whether what is written as a day of a month is a day of the calendar."""
    return column.map(_is_real) == wanted


def text_matches(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text begins with a pattern."""
    found = patterns.compiled(pattern).match
    return column.map(lambda text: found(text[: patterns.REACH]) is not None).astype(bool)


def text_contains(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text holds a pattern."""
    found = patterns.compiled(pattern).search
    return column.map(lambda text: found(text[: patterns.REACH]) is not None).astype(bool)


def str_lacks(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text does not hold a pattern."""
    return ~text_contains(column, pattern=pattern)


def _is_real(written: str) -> bool:
    parts = _DAY.fullmatch(written)
    if not parts:
        return True
    year = _A_LEAP_YEAR if parts[1] == "XXXX" else parts[1]
    try:
        date(int(year), int(parts[2]), int(parts[3]))
    except ValueError:
        return False
    return True


_CLIPPED = {"str_matches": "text_matches", "str_contains": "text_contains"}
"""pandera's checks by pattern look at a text of any length; these at its beginning only."""


@cache
def _register() -> None:
    for function, statistic in (
        (present, "wanted"),
        (real_date, "wanted"),
        (text_matches, "pattern"),
        (text_contains, "pattern"),
        (str_lacks, "pattern"),
    ):
        if function.__name__ not in pa.Check:
            extensions.register_check_method(function, statistics=[statistic], supported_types=[pd.Series])
