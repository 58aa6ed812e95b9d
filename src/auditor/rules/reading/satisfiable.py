"""Whether any value can satisfy all the conditions on a column."""

import math
from collections.abc import Sequence

from auditor.rules.reading.checks import Condition, Other, Scalar
from auditor.rules.reading.columns import Column


def is_impossible(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether no value satisfies all the conditions together."""
    return _no_number(conditions, column) or _no_word(conditions, column)


def _no_word(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether what is allowed is excluded, or nothing that the column may hold is left."""
    left: set[Scalar] | None = {*column.words, None} if column.words else None
    for condition in conditions:
        argument = condition.argument
        if isinstance(argument, Other):
            continue
        named = set(argument) if isinstance(argument, tuple) else {argument}
        if condition.check in {"eq", "isin"}:
            left = named if left is None else left & named
        elif condition.check in {"ne", "notin"} and left is not None:
            left -= named
        elif condition.check == "present":
            left = (
                {None} if not argument and left is None else left and {one for one in left if (one is None) != argument}
            )
    return left is not None and not left


def _no_number(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether no number satisfies all the limits together."""
    low, high, open_ended = (0.0, 100.0, False) if column.score else (-math.inf, math.inf, False)
    for condition in conditions:
        argument = condition.argument
        if condition.check == "in_range" and isinstance(argument, tuple):
            low, high = max(low, float(argument[0] or 0)), min(high, float(argument[1] or 0))
        elif column.type == "number" and isinstance(argument, float):
            if condition.check in {"gt", "ge", "eq"}:
                low = max(low, argument)
            if condition.check in {"lt", "le", "eq"}:
                high = min(high, argument)
            open_ended |= condition.check in {"gt", "lt"}
    return low > high or (open_ended and low == high)
