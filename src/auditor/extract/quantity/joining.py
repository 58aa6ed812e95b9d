"""Joins neighbouring amounts: ranges, units of two parts ("five feet two inches"), lists that share a unit."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.compounds import compound
from auditor.extract.quantity.numbers import Number, times
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.ratios import ratio
from auditor.extract.quantity.shields import noun_after
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern

_LOOK_BACK = 40
_NEAR = 24
"""Amounts further apart than this are not joined."""

_DASH = pattern("quantities", "dash")
_AND = pattern("quantities", "joint")
_HANGING = pattern("quantities", "hanging")
_OPENING = pattern("quantities", "opening")
_LONGEST_LIST = 8
_COMPARED_WITHIN = 70
_COMPARED = pattern("quantities", "compared")
_UP_FROM = pattern("quantities", "up_from")
_ON_TO = pattern("quantities", "on_to")
_THOUSAND = 1000
_COARSE = 5
"""The ends of a range that share their thousands are no further apart than this many times."""
_UNRANGED = frozenset({"multiple", "twice", "vague"})
_FROM = FUNCTION_WORDS.single["from"]
_BY = FUNCTION_WORDS.single["by"]
_JOINING = FUNCTION_WORDS.single["and"]
_CHOOSING = FUNCTION_WORDS.single["or"]
_WORD = 12
_BEFORE = ("money", "magnitude")
"""Their units may stand before the number."""


def joined(text: str, found: Iterable[Amount]) -> Iterator[Amount]:
    """The amounts with neighbours joined where they belong together."""
    waiting: list[Amount] = []
    for amount in found:
        last = waiting[-1] if waiting else amount
        gap = amount.start - last.end
        if 0 <= gap <= _NEAR and (whole := _join(text, last, amount)):
            waiting[-1] = whole
            continue
        if amount.hyphen and _HANGING.fullmatch(text, last.end, amount.start) and last.unit is None:
            last.unit, last.noun, last.hyphen = amount.unit, amount.noun, True  # "10- and 11-year-olds"
        elif 0 <= gap <= _NEAR and _is_list(text, last, amount):
            if amount.unit is None and len(waiting) < _LONGEST_LIST:
                waiting.append(amount)
                continue
            for left in reversed(waiting if len(waiting) > 1 or not _apposed(text, last, amount) else ()):
                _share(text, left, amount)
        elif 0 <= gap <= _NEAR and _are_ends(text, last, amount):
            last.number = _with_multiplier(last.number, amount.number)
        if 0 < gap <= _COMPARED_WITHIN and last.unit and amount.unit is None:
            _compare(text, last, amount)
        yield from waiting
        waiting = [amount]
    yield from waiting


def _are_ends(text: str, left: Amount, right: Amount) -> bool:
    """Whether two amounts of one unit are where a change begins and ends: "rose from $1.5 to $19.5bn"."""
    return (
        left.unit is not None and left.unit == right.unit and _DASH.fullmatch(text, left.end, right.start) is not None
    )


def _join(text: str, left: Amount, right: Amount) -> Amount | None:
    """One amount of two, or None if they are two."""
    between = text[left.end : right.start]
    if "\n\n" in between or left.upper:
        return None
    return (
        _range(text, left, right, between) or compound(text, left, right, between) or ratio(text, left, right, between)
    )


def _range(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """Joins "10 to 12 people", "$40-50 billion", "between 3% and 5%", "from 3% to 5%"."""
    opening = _OPENING.search(text, max(0, left.start - _LOOK_BACK), left.start)
    word = opening[1].lower() if opening else ""
    and_between = bool(word) and word not in _FROM and between.strip() in _JOINING
    if not and_between and (not _DASH.fullmatch(between) or _changes(text, left, right, word)):
        return None
    if not _may_range(left, right):
        return None
    low = _with_multiplier(left.number, right.number)
    if between.strip() in _CHOOSING and right.number.value - low.value != low.factor:
        return None
    if "\n" in between and "-" in between:
        return None  # the items of a list
    if between in ("-", "–", "—") and _looks_like_code(left, right):
        return None
    start = opening.start(1) if opening and (and_between or word != "range") else left.start
    unit = right.unit or left.unit
    return Amount(low, start, right.end, unit, hyphen=right.hyphen, noun=right.noun, upper=right.number)


def _may_range(left: Amount, right: Amount) -> bool:
    """Whether two amounts are of one kind and rise."""
    if left.number.form in _UNRANGED or right.number.form in _UNRANGED or left.hyphen or left.noun:
        return False
    if not (left.unit is None or left.unit == right.unit or (right.unit is None and left.unit.dimension in _BEFORE)):
        return False
    return _with_multiplier(left.number, right.number).value < right.number.value


def _looks_like_code(left: Amount, right: Amount) -> bool:
    """Whether two bare numbers joined by a dash are seasons, votes or a code."""
    return left.number.bare and right.number.bare and left.number.value >= 1000 and right.number.value < 100  # noqa: PLR2004


def _changes(text: str, left: Amount, right: Amount, opening: str) -> bool:
    """Whether "from 3% to 5%", "rose 3% to 50%" tells of a change from one value to another, or by one to the other."""
    if opening not in _FROM and _is_ratio(right):
        near = right.number.value <= 2 * left.number.value
        if near or left.unit is None:
            return False
    before = text[max(0, left.start - 60) : left.start].lower()
    words = re.split(r"[.;:!?]", before)[-1].replace(",", " ").split()
    found = lookups()
    recent = words if opening in _FROM or not _BY.isdisjoint(words[-1:]) else words[-3:]
    return (
        any(word in found.strong or word in found.weak or word in table().moved for word in recent)
        and text[left.end : left.end + 1] not in "-–"
    )


def _with_multiplier(low: Number, high: Number) -> Number:
    """The lower number with the magnitude that only the upper one states: "40-50 billion", "13 to 14,000"."""
    if low.bare and not high.bare and not high.scaled and high.form == "digits" and not high.value % _THOUSAND:
        near = low.value < high.value / _THOUSAND <= low.value * _COARSE
        return times(low, Decimal(_THOUSAND), low.end)._replace(scaled=False) if near else low
    if low.form == high.form == "words" and not high.value % 100 and high.value < _THOUSAND:
        shared = low.value < high.value / 100 <= low.value * _COARSE
        return times(low, Decimal(100), low.end)._replace(scaled=False) if shared else low
    if low.scaled or low.form == "part" or high.factor == 1 or low.value * high.factor >= high.value:
        return low
    return times(low, high.factor, low.end)


def _restated(left: Amount, right: Amount) -> bool:
    """Whether a number is too large to be of the share after it: "from 205,000 or 12.8 pct"."""
    value = left.number.value
    return _is_ratio(right) and value > 100 and value > right.number.value * _COARSE  # noqa: PLR2004 - a whole


def _apposed(text: str, left: Amount, right: Amount) -> bool:
    """Whether a share says once more what one number says: "of which 20, or 25 per cent, were wet"."""
    comma, _, word = text[left.end : right.start].strip().partition(" ")
    return comma == "," and word in _CHOOSING and _is_ratio(right)


def _is_ratio(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.dimension == "ratio"


def _is_list(text: str, left: Amount, right: Amount) -> bool:
    """Whether a bare number goes on to another amount, whose unit may be that of both: "10 and 12 per cent"."""
    if left.unit or left.noun or left.number.form not in ("digits", "words"):
        return False
    return _AND.fullmatch(text, left.end, right.start) is not None


def _share(text: str, left: Amount, right: Amount) -> None:
    """Gives the first of "10 and 12 per cent" the unit and magnitude of the second."""
    if (
        not right.unit
        or right.unit.dimension == "multiple"
        or right.unit.name == "fraction"
        or right.hyphen
        or text[right.start] in "$€£¥₹"
    ):
        return
    if _restated(left, right):
        return
    left.number = _with_multiplier(left.number, right.number)
    left.unit, left.joined = right.unit, True


def _compare(text: str, left: Amount, right: Amount) -> None:
    """Gives a number the unit of the amount that it is compared with: "5.3 percent, up from 5.1 in March"."""
    unit, number = left.unit, right.number
    if unit is None or unit.dimension == "multiple" or left.hyphen or right.noun:
        return
    before, _, glued = text[max(0, left.start - _WORD) : left.start].rpartition(" ")
    before = "" if glued else before.rpartition(" ")[2]
    compared = _UP_FROM if unit.dimension == "time" else _COMPARED
    cue = _ON_TO if before in _FROM | _BY else compared
    said = cue.fullmatch(text, left.end, right.start) if number.form in ("digits", "words") else None
    if said is None or (said["of"] and not number.scaled) or left.number.scaled != number.scaled:
        return
    near = 0 < left.number.value <= _COARSE * number.value <= _COARSE * _COARSE * left.number.value
    if number.scaled and cue is _ON_TO and before in _BY:
        near = unit.dimension not in ("ratio", "percentage points") and number.value > left.number.value
    if near and not noun_after(text, right.end):
        right.unit, right.joined = unit, True
