"""The checks that a condition may ask for, under pandera's names, and a condition once it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from auditor.rules.reading.columns import Type

Location = tuple[str | int, ...]
Report = Callable[[Location, str], None]
"""Told of each mistake: where it stands in the rule, and what is wrong."""

Scalar = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Other:
    """What another column of the row holds, times a number, plus a number."""

    column: str
    times: float = 1.0
    plus: float = 0.0


Argument = Scalar | Other | tuple[Scalar, ...]

Takes = Literal["value", "number", "column", "values", "range", "pattern", "text", "flag"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check: what it takes, and of which columns it may be asked."""

    takes: Takes
    types: tuple[Type, ...] = ("text", "number", "flag")


KINDS: dict[str, Kind] = {
    "eq": Kind("value"),
    "ne": Kind("value"),
    "gt": Kind("number", ("number",)),
    "ge": Kind("number", ("number",)),
    "lt": Kind("number", ("number",)),
    "le": Kind("number", ("number",)),
    "in_range": Kind("range", ("number",)),
    "not_in_range": Kind("range", ("number",)),
    "isin": Kind("values", ("text", "number")),
    "notin": Kind("values", ("text", "number")),
    "str_matches": Kind("pattern", ("text",)),
    "str_contains": Kind("pattern", ("text",)),
    "str_lacks": Kind("pattern", ("text",)),
    "str_startswith": Kind("text", ("text",)),
    "str_endswith": Kind("text", ("text",)),
    "str_length": Kind("range", ("text",)),
    "str_words": Kind("range", ("text",)),
    "present": Kind("flag"),
    "real_date": Kind("flag", ("text",)),
    "same_person": Kind("column", ("text",)),
}
LONG = {
    "equal_to": "eq",
    "not_equal_to": "ne",
    "greater_than": "gt",
    "greater_than_or_equal_to": "ge",
    "less_than": "lt",
    "less_than_or_equal_to": "le",
}
"""pandera's long names of checks."""
SIGNS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le", "=": "eq", "==": "eq", "!=": "ne", "≥": "ge", "≤": "le"}
"""What checks are called elsewhere."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One check of one column."""

    column: str
    check: str
    argument: Argument
