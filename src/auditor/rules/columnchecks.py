"""Checks of one column, as pandera's own; a few that pandera lacks are registered with it."""

from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from auditor.rules import patterns, selection
from auditor.rules.checks import Condition
from auditor.rules.prepared import Prepared

_SEVERAL = frozenset({"in_range", "str_length", "str_words"})
_WANTS_MISSING = frozenset({"present"})


def check(condition: Condition) -> pa.Check:
    """A condition as pandera's check of a column; all but ``present`` pass over missing values."""
    _register()
    argument: Any = condition.argument
    if condition.check in {"isin", "notin"}:
        argument = list(argument)
    arguments = argument if condition.check in _SEVERAL else (argument,)
    if condition.check in {"str_length", "str_words"}:
        arguments = tuple(None if abs(limit) == float("inf") else int(limit) for limit in arguments)
    method = getattr(pa.Check, _CLIPPED.get(condition.check, condition.check))
    made: pa.Check = method(*arguments, ignore_na=condition.check not in _WANTS_MISSING)
    return made


def beside(condition: Condition) -> pa.Check:
    """A condition that compares two columns, as pandera's check of a table."""
    _register()
    made: pa.Check = pa.Check.agrees_with_column(condition=condition)
    return made


def agrees_with_column(table: pd.DataFrame, *, condition: Condition) -> "pd.Series[bool]":
    """Whether one column compares with another as wanted; where one of them is missing there is nothing to compare."""
    return pd.Series(selection.satisfied(Prepared(table), condition), index=table.index, dtype=bool)


def present(column: "pd.Series[Any]", *, wanted: bool) -> "pd.Series[bool]":
    """Whether there is a value, or none."""
    return column.notna() == wanted


def real_date(column: "pd.Series[str]", *, wanted: bool) -> "pd.Series[bool]":
    """Whether what is written as a day of a month is a day of the calendar."""
    return column.map(selection.is_real) == wanted


def text_matches(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text begins with a pattern."""
    found = patterns.compiled(pattern).match
    return column.map(lambda text: found(text[: patterns.REACH]) is not None).astype(bool)


def text_contains(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text holds a pattern."""
    found = patterns.compiled(pattern).search
    return column.map(lambda text: found(text[: patterns.REACH]) is not None).astype(bool)


def str_words(column: "pd.Series[str]", *, min_value: int | None, max_value: int | None) -> "pd.Series[bool]":
    """Whether a text has so many words."""
    low, high = min_value or 0, float("inf") if max_value is None else max_value
    return column.map(lambda text: low <= len(text.split()) <= high).astype(bool)


def str_lacks(column: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """Whether a text does not hold a pattern."""
    return ~text_contains(column, pattern=pattern)


_CLIPPED = {"str_matches": "text_matches", "str_contains": "text_contains"}
"""pandera's checks by pattern look at a text of any length; these at its beginning only."""


@cache
def _register() -> None:
    for function, *statistics in (
        (present, "wanted"),
        (real_date, "wanted"),
        (text_matches, "pattern"),
        (text_contains, "pattern"),
        (str_lacks, "pattern"),
        (str_words, "min_value", "max_value"),
    ):
        if function.__name__ not in pa.Check:
            extensions.register_check_method(function, statistics=statistics, supported_types=[pd.Series])
    if agrees_with_column.__name__ not in pa.Check:
        extensions.register_check_method(agrees_with_column, statistics=["condition"], supported_types=[pd.DataFrame])
