"""What the claims of two amounts that follow each other say of one another."""

import dataclasses
from decimal import Decimal

from auditor.extract.quantity.quantity_words import table
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Claim, Interval, Qualifier

_NEAR = 24
_IN_LIST = pattern("quantities", "in_list")
_COMPARED = pattern("quantities", "compared_near")
_TO = pattern("quantities", "to")
_MORE_THAN = pattern("quantities", "more_than")
_NOTHING_COUNTED = pattern("quantities", "nothing_counted")
_ENDS: tuple[frozenset[Qualifier], frozenset[Qualifier]] = (
    frozenset({"more_than", "at_least"}),
    frozenset({"less_than", "at_most"}),
)
_OR = word_set("quantities", "choosing")
_BOTH_ENDS = pattern("quantities", "both_ends")
_MOVED_BY = pattern("quantities", "moved_by")
_MOVED_TO = pattern("quantities", "moved_to")
_POINT = word_set("quantities", "point")
_ONE_TO = FUNCTION_WORDS.single["to"]
_CHOOSING = FUNCTION_WORDS.single["or"]


def settle(text: str, left: Claim, right: Claim) -> Claim | None:
    """Fills what two neighbouring claims leave to each other; returns the one claim that both make, if they do."""
    between = text[left.end : right.start]
    if len(between) < _NEAR:
        if right.measure is None and right.counted is None:
            right.measure = _carried(between, left)
            right.counted = left.counted if right.measure and right.unit == left.unit == "count" else None
        if left.counted is None and right.counted:
            left.counted = _shared(between, left, right)
    _index(text, left, right)
    if right.per is None and left.per and right.unit == left.unit and right.reached and _TO.fullmatch(between):
        right.per = left.per
    if not (right.change or right.reached) and (left.change or left.reached):
        _carry_change(between, left, right)
    if right.unit == left.unit == "count" and right.counted is None and left.counted and _alike(text, left, right):
        right.counted, right.measure = left.counted, left.measure
    return _both_ends(text, left, right)


def _index(text: str, left: Claim, right: Claim) -> None:
    """Lets the level of an index be of the points it moved by: "down 37 points at 7,482", "at 8,420, up 36 points"."""
    points, level, cue = (right, left, _MOVED_BY) if right.counted in _POINT else (left, right, _MOVED_TO)
    if points.counted not in _POINT or not points.change or level.unit != "count" or level.counted:
        return
    if cue.fullmatch(text, left.end, right.start):
        level.counted, level.measure = points.counted, None


def _carried(between: str, left: Claim) -> str | None:
    """The measure of the amount just before, where the two speak of one thing: "rose 0.3 points to 5.1%"."""
    return left.measure if between.strip() in table().carries and left.measure != "age" else None


def _shared(between: str, left: Claim, right: Claim) -> str | None:
    """What the first of "100 or 200 soldiers" counts."""
    if left.unit != right.unit or (left.measure and not right.reached):
        return None
    return right.counted if between.strip() in (_ONE_TO if right.reached else _OR) else None


def _carry_change(between: str, left: Claim, right: Claim) -> None:
    """Gives an amount the change of the one before it that it restates or goes on with."""
    if (left.unit, left.per) != (right.unit, right.per):
        if _restates(between):
            right.change, right.reached = left.change, left.reached
    elif left.change and left.dimension in ("ratio", "percentage points") and _IN_LIST.fullmatch(between):
        right.change = left.change


def _restates(between: str) -> bool:
    """Whether an amount says the one before it in another unit: "58 points, or 1.4 percent"."""
    words = between.split()
    if between.strip() in table().restates:
        return True
    return not _CHOOSING.isdisjoint(words[-1:]) and len(words) < 4 and words[-2][-1] == ","  # noqa: PLR2004


def _alike(text: str, left: Claim, right: Claim) -> bool:
    """Whether a bare number is compared with what is counted before it: "to 1,200 jobs from 900"."""
    ends = [value.point for value in (left.value, right.value) if isinstance(value, Interval)]
    whole = right.reached or _MORE_THAN.match(text, right.end)
    if None in ends or not (_TO if whole else _COMPARED).fullmatch(text, left.end, right.start):
        return False
    if whole:
        return True
    a, b = (Decimal(end or 0) for end in ends)
    return 0 < a <= 10 * b <= 100 * a and _NOTHING_COUNTED.match(text, right.end) is not None


def _both_ends(text: str, left: Claim, right: Claim) -> Claim | None:
    """One range of "more than 20" and "less than 30", None if the two are not the ends of one."""
    if right.start - left.end > len(", and is ") or {left.qualifier, right.qualifier} & {"exact", "about", "range"}:
        return None
    lower, upper = (left, right) if left.qualifier in _ENDS[0] else (right, left)
    if lower.qualifier not in _ENDS[0] or upper.qualifier not in _ENDS[1] or left.unit != right.unit:
        return None
    low, high = lower.value, upper.value
    if not isinstance(low, Interval) or not isinstance(high, Interval) or low.low is None or high.high is None:
        return None
    if Decimal(low.low) >= Decimal(high.high) or not _BOTH_ENDS.fullmatch(text[left.end : right.start].strip()):
        return None
    value, start = Interval(None, low.low, high.high, low.low_open, high.high_open), left.start
    return dataclasses.replace(right, start=start, text=text[start : right.end], value=value, qualifier="range")
