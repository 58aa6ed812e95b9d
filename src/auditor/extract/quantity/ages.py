"""Tells whether a number is somebody's age: "aged 34", "Ann Lee, 34,", "people over 65", "she was 12"."""

import re

from auditor.extract.events.stages import is_anybody
from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.shields import counts_after
from auditor.language.phrases import pattern

_AGED = pattern("quantities", "aged")
OLD = pattern("quantities", "old")
_OLDER = pattern("quantities", "or_older")
_UP = pattern("quantities", "and_up")
_WHO = pattern("quantities", "who_are_so_old")
_NAME_COMMA = re.compile(r"(?:[A-Z][\w'’.-]+,|[a-z]{3,} ,) $")
_PERSON_COMMA = re.compile(r"(?<![^\W_])([a-z]+), $")
_AFTER_AGE = pattern("quantities", "after_age")
_WAS_AGED = pattern("quantities", "was_aged")
_WHEN = pattern("quantities", "when")
_AT = pattern("quantities", "at_age"), pattern("quantities", "at_age_next")
_TURNED = pattern("quantities", "turned"), pattern("quantities", "turned_next")
_AFTER_WAS = pattern("quantities", "after_was")
_HOLDER = pattern("quantities", "holder")
_BEFORE = 44
_OLDEST = 115
_GROWN = 5
"""A smaller number after "he was" is more often something else."""


def age(text: str, amount: Amount) -> str | None:
    """What is measured, "age" or "age of driver", where an amount is somebody's age; else None."""
    if amount.unit and amount.unit.name in ("year", "month", "week", "day"):
        return "age" if amount.number.form == "tens" or OLD.match(text, amount.end) else None
    if amount.unit or amount.number.scaled or not 0 < amount.number.value <= _OLDEST:
        return None
    before = text[max(0, amount.number.start - _BEFORE) : amount.number.start]
    holder = _beside_holder(text, amount, before) if amount.number.bare else None
    if holder:
        return holder
    if _OLDER.match(text, amount.end) or (_UP.match(text, amount.end) and _WHO.search(before)):
        return "age"
    aged = _AGED.search(before) and not counts_after(text, amount.end)
    if aged or _was_aged(text, amount, before) or _is_reached(text, amount, before):
        return "age"
    return _beside_name(text, amount, before) if amount.number.bare else None


def _beside_name(text: str, amount: Amount, before: str) -> str | None:
    """What is measured by a number behind a comma: "Ann Lee, 34,", "a woman, 29,"."""
    if not _AFTER_AGE.match(text, amount.end):
        return None
    person = _PERSON_COMMA.search(before)
    if person and is_anybody(person[1]):
        return f"age of {person[1]}"
    return "age" if _NAME_COMMA.search(before) else None


def _is_reached(text: str, amount: Amount, before: str) -> bool:
    """Whether somebody does something at a number, or turns it: "At 39, he has", "who turned 19 in"."""
    told = any(opens.search(before) and ends.match(text, amount.end) for opens, ends in (_AT, _TURNED))
    return told and amount.number.value >= _GROWN


def _was_aged(text: str, amount: Amount, before: str) -> bool:
    """Whether a plain number is somebody's age: "she was 12", "Ann was 16 when she"."""
    was = _WAS_AGED.search(before) if amount.number.form in ("digits", "words") and not amount.upper else None
    if was is None or amount.number.value != int(amount.number.value):
        return False
    if _WHEN.match(text, amount.end):
        return True
    return was["name"] is None and amount.number.value >= _GROWN and _AFTER_WAS.match(text, amount.end) is not None


def _beside_holder(text: str, amount: Amount, before: str) -> str | None:
    """What is measured where somebody without a name is said to be so old: "age of driver"."""
    if not before.endswith((" of ", ", ", "s ", "w ", "y ", "t ")) or amount.number.value < _GROWN:
        return None
    said = _HOLDER.search(before)
    if said is None or not is_anybody(said["who"]) or not _AFTER_WAS.match(text, amount.end):
        return None
    return f"age of {said['who']}" if said["as"] is None or is_anybody(said["as"]) else None
