"""Reads an age or a temperature that is told by its tens: "in his mid-30s", "in the high 80s"."""

import re
from decimal import Decimal

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.numbers import Number, table
from auditor.extract.quantity.quantity_words import table as words_table
from auditor.extract.quantity.shields import noun_after
from auditor.extract.quantity.units import units
from auditor.language.phrases import pattern

_WHOSE = pattern("quantities", "whose_tens")
_HEAT = pattern("quantities", "tens_of_heat")
_WORD = pattern("quantities", "small_word")
_REACH = 24
_FAR = 90
_LAST = 9
_TENS = re.compile(r"([1-9]0)s(?![^\W_])|[^\W\d_]+")


def by_tens(text: str, start: int) -> tuple[Amount | None, int]:
    """The amount that the tens at a place make, if they tell of an age or a temperature, and where they end."""
    tens = _TENS.match(text, start)
    if tens is None:
        return None, start + 1
    low = Decimal(tens[1]) if tens[1] else table().tens_of[tens.group().lower()]
    return _of_ten(text, start, tens.end(), low), tens.end()


def whose(text: str, start: int) -> re.Match[str] | None:
    """The words right before some tens that tell whose years they are: "in her late" before "20s"."""
    return _WHOSE.search(text, max(0, start - _REACH), start)


def _of_ten(text: str, start: int, end: int, low: Decimal) -> Amount | None:
    """The age or the temperature that lies in the ten at a place."""
    age = whose(text, start)
    part = age or _HEAT.search(text, max(0, start - _REACH), start)
    if part is None or noun_after(text, end) or not (age or _is_warm(text, start)):
        return None
    unit = units()["year"] if age else units()["degree"]._replace(dimension="temperature")
    number = Number(start, end, low, Decimal(1), "tens")
    if part["part"] is None:
        return Amount(number, start, end, unit, upper=number._replace(value=low + _LAST))
    middle = low + table().parts_of_ten[part["part"].lower()]
    return Amount(number._replace(value=middle), part.start("part"), end, unit)


def _is_warm(text: str, start: int) -> bool:
    """Whether the words before a place speak of heat or cold."""
    before = text[max(0, start - _FAR) : start].lower()
    return any(word in words_table().temperature_words for word in _WORD.findall(before))
