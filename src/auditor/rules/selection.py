"""Which rows of a table a rule's conditions choose, as one vectorised mask."""

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.rules import patterns
from auditor.rules.conditions import Condition

Mask = npt.NDArray[np.bool_]
Values = npt.NDArray[Any]


def chosen(table: pd.DataFrame, wanted: Iterable[Condition]) -> Mask:
    """The rows in which all the conditions hold."""
    mask = np.ones(len(table), dtype=bool)
    for condition in wanted:
        mask &= holds(table[condition.column].to_numpy(), condition)
    return mask


def exempt(table: pd.DataFrame, selections: Sequence[tuple[Condition, ...]]) -> Mask:
    """The rows that any of the selections chooses."""
    mask = np.zeros(len(table), dtype=bool)
    for selection in selections:
        mask |= chosen(table, selection)
    return mask


def holds(values: Values, condition: Condition) -> Mask:
    """Where in a column a condition holds."""
    return np.asarray(_MASKS[condition.check](values, condition.argument), dtype=bool)


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


_MASKS: dict[str, Callable[[Values, Any], Any]] = {
    "eq": _compared(operator.eq),
    "ne": _compared(operator.ne),
    "gt": _compared(operator.gt),
    "ge": _compared(operator.ge),
    "lt": _compared(operator.lt),
    "le": _compared(operator.le),
    "in_range": lambda values, limits: (values >= limits[0]) & (values <= limits[1]),
    "isin": _isin,
    "notin": lambda values, argument: np.logical_not(_isin(values, argument)),
    "present": lambda values, argument: _missing(values) != argument,
    "str_matches": _searched("match"),
    "str_contains": _searched("search"),
    "str_lacks": lambda values, argument: np.logical_not(_searched("search")(values, argument)),
    "str_startswith": lambda values, text: [isinstance(value, str) and value.startswith(text) for value in values],
    "str_endswith": lambda values, text: [isinstance(value, str) and value.endswith(text) for value in values],
}
