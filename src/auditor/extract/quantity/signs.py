"""Reads the signs of amounts: "-3", "minus five degrees"."""

import re

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.counted import is_stop
from auditor.extract.quantity.numbers import Number, table
from auditor.extract.quantity.shields import word_before
from auditor.extract.quantity.units import units
from auditor.language.endings import ENDINGS
from auditor.language.phrases import pattern, word_set

_MINUS = "-−–"
_DEGREES = frozenset("°ºCF℃℉")
_SIGNED = frozenset({"temperature", "angle", "ratio", "percentage points", "money", "count"})
_NEGATIVE = re.compile(r"(?<![^\W_])([a-z]+) $", re.IGNORECASE)
_NO_MORE = re.compile(r"\s*\Z")
"""A minus apart from its number is a bullet, but where the text has nothing else."""
_GAP = 4
_UNDER = pattern("quantities", "below_zero")
_OPENING = "(\"“‘'—–"
_AND_OR = word_set("quantities", "and_or")


def below_zero(text: str, amount: Amount) -> Amount:
    """Takes "minus" and "below zero" into the amount, but not the "minus" of a sum and of "plus or minus"."""
    measured = amount.unit or units()["degree"]
    if measured.name.startswith("degree") and (under := _UNDER.match(text, amount.end)):
        amount.number = amount.number._replace(end=under.end(), value=-abs(amount.number.value))
        amount.unit, amount.end = measured._replace(dimension="temperature"), under.end()
        return amount
    if amount.number.value <= 0 or (amount.unit and amount.unit.dimension not in _SIGNED):
        return amount
    sign = _NEGATIVE.search(text, max(0, amount.start - 10), amount.start)
    if sign is None or sign[1].lower() not in table().negative:
        return amount
    unit = amount.unit
    cold = unit is not None and (unit.dimension == "temperature" or unit.name == "degree")
    if _stands_alone(text, sign.start(), cold=cold):
        amount.number = amount.number._replace(start=sign.start(), value=-amount.number.value)
        amount.start = sign.start()
    return amount


def _stands_alone(text: str, start: int, *, cold: bool) -> bool:
    """Whether "minus" at a place is a sign: nothing before it that the number could be taken from."""
    word = word_before(text, start).lower()
    if not word:
        return not text[max(0, start - 2) : start].strip() or text[start - 1] in _OPENING
    return word not in _AND_OR and (cold or is_stop(word) or word.endswith(ENDINGS.adverb))


def signed(text: str, number: Number, begin: int, start: int) -> tuple[Number, int]:
    """Takes a minus sign before the number, or before its currency, into it."""
    for at in {begin, start}:
        mark = text[at - 1 : at]
        if mark and mark in _MINUS:
            ahead = text[at - 2 : at - 1] if at > 1 else ""
            heat = mark == "–" and text[number.end : number.end + 1] in _DEGREES  # "–12°C"
            if mark == "−" or ((mark == "-" or heat) and (not ahead or ahead in " \n(\t$€£")):
                signed = number._replace(value=-number.value, start=min(number.start, at - 1))
                return signed, min(begin, at - 1)
    if begin == start <= _GAP and text[:start].strip() == "-" and _NO_MORE.match(text, number.end):
        return number._replace(value=-number.value, start=text.index("-")), text.index("-")
    return number, begin
