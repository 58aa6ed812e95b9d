"""Checks of columns, as pandera's own; those that it lacks, or that run over texts of any length, are registered."""

from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from auditor.rules.reading.checks import Condition
from auditor.rules.running import selection
from auditor.rules.running.prepared import Prepared

_OWN = frozenset({"present", "real_date", "str_matches", "str_contains", "str_lacks", "str_words", "not_in_range"})


def check(condition: Condition) -> pa.Check:
    """A condition as pandera's check of a column; all but ``present`` pass over missing values."""
    _register()
    name, argument = condition.check, condition.argument
    arguments: tuple[Any, ...] = argument if isinstance(argument, tuple) else (argument,)
    if name in {"isin", "notin"}:
        arguments = (list(arguments),)
    elif name == "str_length":
        arguments = tuple(None if abs(limit) == float("inf") else int(limit) for limit in arguments)
    made: pa.Check = (
        pa.Check.holds(condition=condition, ignore_na=name != "present")
        if name in _OWN
        else getattr(pa.Check, name)(*arguments)
    )
    return made


def beside(condition: Condition) -> pa.Check:
    """A condition that compares two columns, as pandera's check of a table."""
    _register()
    made: pa.Check = pa.Check.agrees_with_column(condition=condition)
    return made


def holds(column: "pd.Series[Any]", *, condition: Condition) -> "pd.Series[bool]":
    """Whether a condition holds of the values of a column."""
    return _satisfied(column.to_frame(condition.column), condition)


def agrees_with_column(table: pd.DataFrame, *, condition: Condition) -> "pd.Series[bool]":
    """Whether one column compares with another as wanted; where one of them is missing there is nothing to compare."""
    return _satisfied(table, condition)


def _satisfied(table: pd.DataFrame, condition: Condition) -> "pd.Series[bool]":
    return pd.Series(selection.satisfied(Prepared(table), condition), index=table.index, dtype=bool)


@cache
def _register() -> None:
    for function, over in ((holds, pd.Series), (agrees_with_column, pd.DataFrame)):
        if function.__name__ not in pa.Check:
            extensions.register_check_method(function, statistics=["condition"], supported_types=[over])
