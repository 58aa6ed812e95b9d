"""Which rows of a table a rule's conditions choose, as one vectorised mask."""

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from auditor.codes import Mask, Values
from auditor.compare.facts import same_person
from auditor.rules.reading import patterns
from auditor.rules.reading.checks import Condition, Other
from auditor.rules.running.prepared import Prepared


def chosen(table: Prepared, wanted: Iterable[Condition]) -> Mask:
    """The rows in which all the conditions hold."""
    mask = np.ones(len(table), dtype=bool)
    for condition in wanted:
        mask &= holds(table, condition)
    return mask


def exempt(table: Prepared, selections: Sequence[tuple[Condition, ...]]) -> Mask:
    """The rows that any of the selections chooses."""
    mask = np.zeros(len(table), dtype=bool)
    for selection in selections:
        mask |= chosen(table, selection)
    return mask


def holds(table: Prepared, condition: Condition) -> Mask:
    """The rows in which a condition holds."""
    return table.mask(condition, partial(_holds, table))


def satisfied(table: Prepared, condition: Condition) -> Mask:
    """The rows that a must lets pass: what is missing does, unless it is asked for."""
    mask = holds(table, condition)
    if condition.check == "present":
        return mask
    mask = mask | _unknown(table, condition.column)
    other = condition.argument
    return mask | _unknown(table, other.column) if isinstance(other, Other) else mask


def _unknown(table: Prepared, column: str) -> Mask:
    return holds(table, Condition(column, "present", argument=False))


def _holds(table: Prepared, condition: Condition) -> Mask:
    argument = condition.argument
    work = _MASKS[condition.check]
    if isinstance(argument, Other):
        return _beside(table, condition, argument)
    if table.values(condition.column).dtype != object:
        return np.asarray(work(table.values(condition.column), argument), dtype=bool)
    codes, texts = table.texts(condition.column)
    return np.asarray(work(texts, argument), dtype=bool)[codes]


def _beside(table: Prepared, condition: Condition, other: Other) -> Mask:
    """Where one column compares with another as wanted."""
    values, compared = table.values(condition.column), table.values(other.column)
    if (other.times, other.plus) != (1, 0):
        compared = compared * other.times + other.plus
    known = ~(_missing(values) | _missing(compared))
    met = np.full(len(table), condition.check == "ne")
    met[known] = _MASKS[condition.check](values[known], compared[known])
    return met


def _compared(compare: Callable[[Any, Any], Any]) -> Callable[[Values, Any], Any]:
    def mask(values: Values, argument: Any) -> Any:  # noqa: ANN401 - numpy compares what it is given
        with np.errstate(invalid="ignore"):
            return compare(values, argument)

    return mask


def _isin(values: Values, argument: Any) -> Any:  # noqa: ANN401
    wanted = frozenset(argument)
    found = np.array([value in wanted for value in values.tolist()], dtype=bool)
    return found | _missing(values) if None in wanted else found


def _missing(values: Values) -> Mask:
    return np.asarray(pd.isna(values))


def _searched(find: str) -> Callable[[Values, Any], Any]:
    def mask(values: Values, argument: Any) -> Any:  # noqa: ANN401
        pattern = getattr(patterns.compiled(argument), find)
        return [isinstance(value, str) and pattern(value[: patterns.REACH]) is not None for value in values]

    return mask


def _counted(size: Callable[[str], int]) -> Callable[[Values, Any], Any]:
    def mask(values: Values, limits: Any) -> Any:  # noqa: ANN401
        return [isinstance(value, str) and limits[0] <= size(value) <= limits[1] for value in values]

    return mask


_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_A_LEAP_YEAR = "2000"


def is_real(written: str) -> bool:
    """Whether what is written as a day of a month is a day of the calendar; what is no such day passes."""
    parts = _DAY.fullmatch(written)
    if not parts:
        return True
    year = _A_LEAP_YEAR if parts[1] == "XXXX" else parts[1]
    try:
        date(int(year), int(parts[2]), int(parts[3]))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def _one_person(left: str, right: str) -> bool:
    """Whether a name can be that of another's person; of several names on either side, any."""
    return any(same_person(ours, theirs) for ours, theirs in product(left.split("; "), right.split("; ")))


def _inside(values: Values, limits: Any) -> Any:  # noqa: ANN401 - as all masks
    return (values >= limits[0]) & (values <= limits[1])


_MASKS: dict[str, Callable[[Values, Any], Any]] = {
    "eq": _compared(operator.eq),
    "ne": _compared(operator.ne),
    "gt": _compared(operator.gt),
    "ge": _compared(operator.ge),
    "lt": _compared(operator.lt),
    "le": _compared(operator.le),
    "in_range": _inside,
    "not_in_range": lambda values, limits: ~_inside(values, limits),
    "isin": _isin,
    "notin": lambda values, argument: np.logical_not(_isin(values, argument)),
    "present": lambda values, argument: _missing(values) != argument,
    "str_matches": _searched("match"),
    "str_contains": _searched("search"),
    "str_lacks": lambda values, argument: np.logical_not(_searched("search")(values, argument)),
    "str_length": _counted(len),
    "str_words": _counted(lambda text: len(text.split())),
    "real_date": lambda values, argument: [isinstance(value, str) and is_real(value) == argument for value in values],
    "str_startswith": lambda values, text: [isinstance(value, str) and value.startswith(text) for value in values],
    "str_endswith": lambda values, text: [isinstance(value, str) and value.endswith(text) for value in values],
    "same_person": lambda values, others: [_one_person(*pair) for pair in zip(values, others, strict=True)],
}
