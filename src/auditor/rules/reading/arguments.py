"""Reads what a check is given: a value, several, a range, a pattern, in the type of the column."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from auditor.errors import nearest
from auditor.extract.events import stages
from auditor.extract.quantity import units
from auditor.extract.quantity.spellings import spelled
from auditor.rules.reading import patterns
from auditor.rules.reading.checks import SIGNS, Argument, Report, Scalar, Takes
from auditor.rules.reading.columns import Column

_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SIGNED = re.compile(r"([<>=!≥≤]+)\s*(.+)")

_MOST_LISTED = 50
"""So many of the words that a column may hold are told to somebody who wrote another."""
_FLAGS = {"true": True, "false": False}


def argument_of(takes: Takes, raw: object, column: Column, report: Report) -> Argument:
    """An argument in its type; None (and a report) if it is none."""
    if takes == "values":
        return _values(raw, column, report)
    try:
        if takes == "range":
            return _range(raw)
        text = scalar(raw)
        return _READ[takes](text) if takes in _READ else _value(text, column)
    except ValueError as error:
        report((), str(error))
        return None


def _values(raw: object, column: Column, report: Report) -> tuple[Scalar, ...] | None:
    """The values of a list, or one alone; None (and a report of each that is none) if not all of them can be read."""
    values = list(raw) if isinstance(raw, list | tuple) else [raw]
    if not values:
        report((), "expected at least one value")
    found: list[Scalar] = []
    for index, value in enumerate(values):
        try:
            found.append(None if value is None else _value(scalar(value), column))
        except ValueError as error:
            report((index,) if isinstance(raw, list | tuple) else (), str(error))
    return tuple(found) if found and len(found) == len(values) else None


def scalar(raw: object) -> str:
    """One value as it is written; ValueError if it is none, or several."""
    if not isinstance(raw, str | int | float | bool):
        raise ValueError(f"expected one value, not {'nothing' if raw is None else 'several'}")  # noqa: TRY004 - is told
    return str(raw)


def _range(raw: object) -> tuple[float, float]:
    limits = dict(raw) if isinstance(raw, Mapping) else {}
    if not limits or {*limits} - {"min_value", "max_value"}:
        raise ValueError("expected `min_value` and `max_value`")
    low, high = (number(scalar(limits[key])) if key in limits else default for key, default in _ENDS)
    if low > high:
        raise ValueError(f"`min_value` {low:g} is above `max_value` {high:g}")
    return low, high


def _value(text: str, column: Column) -> Scalar:
    if column.type == "number":
        return number(text)
    if column.type == "flag":
        return _flag(text)
    if column.words and text not in column.words:
        raise ValueError(f"`{text}` never stands there{_meant(text, column.words)}")
    return text


def _meant(text: str, words: Sequence[str]) -> str:
    """What somebody meant who wrote a word that is none of those that a column may hold."""
    unit = spelled(text) or text
    told = (unit, units.dimension(unit), *stages.told_by(text))
    if meant := next((word for word in told if word in words), None):
        return f"; write `{meant}`"
    listed = ", ".join(words[:_MOST_LISTED]) + (", …" if len(words) > _MOST_LISTED else "")
    return nearest(text, words) or f"; it is one of {listed}"


def number(text: str) -> float:
    """A number, or a day as the ordinal that columns of days hold."""
    try:
        return float(date.fromisoformat(text).toordinal()) if _A_DAY.fullmatch(text) else _finite(text)
    except ValueError:
        signed = _SIGNED.fullmatch(text)
        hint = f"; write `{{{SIGNS[signed[1]]}: {signed[2]}}}`" if signed and signed[1] in SIGNS else ""
        raise ValueError(f"expected a number, or a day such as 2024-05-17, not `{text}`{hint}") from None


def _finite(text: str) -> float:
    number = float(text.replace("_", ""))
    if math.isnan(number):
        raise ValueError(text)
    return number


def _flag(text: str) -> bool:
    if text.lower() not in _FLAGS:
        raise ValueError(f"expected true or false, not `{text}`")
    return _FLAGS[text.lower()]


def _pattern(text: str) -> str:
    patterns.compiled(text)
    return text


_ENDS = (("min_value", -math.inf), ("max_value", math.inf))
_READ: dict[Takes, Callable[[str], Scalar]] = {"number": number, "flag": _flag, "pattern": _pattern, "text": str}
