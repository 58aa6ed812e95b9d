"""Joins neighbouring amounts: ranges, units of two parts ("five feet two inches"), lists that share a unit."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from auditor.extract.amounts import Amount
from auditor.extract.numbers import Number
from auditor.extract.quantity_words import lookups
from auditor.extract.units import Unit, units

_NEAR = 24
"""Amounts further apart than this are not joined."""

_DASH = re.compile(r"\s?[-–—~]\s?$|\s(?:to|or)\s$|-to-$|,?\s(?:up\s)?to\s$")
_AND = re.compile(r"(?:,?\s(?:and|or|to|versus|vs\.?|against|from)\s(?:about\s|around\s|some\s|nearly\s|almost\s|over\s)?|,\s|\s?/\s?)$")
_COMPOUND = re.compile(r"(?:\s|,?\s(?:and)\s|-|,\s)$")
_OPENING = re.compile(r"(?<![^\W_])(between|from|ranging|ranges|range|anywhere|somewhere)\s+(?:from |between )?(?:about |around |roughly |some |an estimated )?$", re.I)
_OF = re.compile(r"(?:\s(?:out )?of(?: every)?\s|\sin\s(?:every\s)?)$")
_PARTS_OF = {
    "foot": ("inch",), "pound mass": ("ounce",), "stone": ("pound mass", "GBP"), "hour": ("minute",), "minute": ("second",),
    "year": ("month", "week", "day"), "month": ("day", "week"), "week": ("day",), "day": ("hour",), "USD": ("cent",),
    "EUR": ("cent",), "GBP": ("penny",), "mile": ("yard",), "metre": ("centimetre",), "AUD": ("cent",), "CAD": ("cent",),
    "kilogram": ("gram",), "RUB": ("kopeck",), "INR": ("paisa",),
}


def joined(text: str, found: Iterable[Amount]) -> Iterator[Amount]:
    """The amounts with neighbours joined where they belong together."""
    waiting: Amount | None = None
    for amount in found:
        if waiting is None:
            waiting = amount
            continue
        gap = amount.start - waiting.end
        if 0 <= gap <= _NEAR and (whole := _join(text, waiting, amount)):
            waiting = whole
            continue
        if 0 <= gap <= _NEAR:
            _share(text, waiting, amount)
        yield waiting
        waiting = amount
    if waiting is not None:
        yield waiting


def _join(text: str, left: Amount, right: Amount) -> Amount | None:
    """One amount of two, or None if they are two."""
    between = text[left.end : right.start]
    if "\n\n" in between or left.upper:
        return None
    return _range(text, left, right, between) or _compound(left, right, between) or _ratio(text, left, right, between)


def _range(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """ "10 to 12 people", "$40-50 billion", "between 3% and 5%", "from 3% to 5%"."""
    opening = _OPENING.search(text, max(0, left.start - 40), left.start)
    word = opening[1].lower() if opening else ""
    and_between = word in ("between", "anywhere", "somewhere", "ranging", "range", "ranges") and between.strip() == "and"
    if not and_between and not _DASH.fullmatch(between):
        return None
    if left.number.form in ("multiple", "twice", "vague") or right.number.form in ("multiple", "twice", "vague"):
        return None
    if not _same_kind(left.unit, right.unit) or left.hyphen or left.noun:
        return None
    if not and_between and _changes(text, left, word):
        return None
    low = _with_multiplier(left.number, right.number)
    if low.value >= right.number.value:
        low = left.number
    if low.value >= right.number.value:
        return None
    if between.strip() == "or" and right.number.value - low.value != 1:
        return None
    plain = not left.unit and not right.unit and not left.number.scaled and not right.number.scaled
    if between.strip() in ("-", "–", "—") and plain and not between.startswith(" ") and not word and _looks_like_code(text, left, right):
        return None
    start = opening.start(1) if opening and (and_between or word != "range") else left.start
    return Amount(
        low, start, right.end, right.unit or left.unit, hyphen=right.hyphen, noun=right.noun, upper=right.number
    )


def _looks_like_code(text: str, left: Amount, right: Amount) -> bool:
    """Whether two bare numbers joined by a hyphen are years, a vote or a code."""
    return left.number.bare and right.number.bare and left.number.value >= 1000 and right.number.value < 100  # noqa: PLR2004


def _same_kind(left: Unit | None, right: Unit | None) -> bool:
    return left is None or left == right or (right is None and left.dimension == "money")


def _changes(text: str, left: Amount, opening: str) -> bool:
    """Whether "from 3% to 5%", "rose 3% to 5%" tells of a change from one value to another."""
    before = text[max(0, left.start - 60) : left.start].lower()
    words = re.split(r"[.;:!?]", before)[-1].replace(",", " ").split()
    found = lookups()
    recent = words if opening == "from" else words[-3:]
    return any(word in found.strong or word in found.weak or word in ("changed", "went", "moved", "doubled") for word in recent) and not (
        text[left.end : left.end + 1] in "-–"
    )


def _with_multiplier(low: Number, high: Number) -> Number:
    """The lower number with the magnitude that only the upper one states: "40-50 billion"."""
    if not high.scaled or low.scaled or low.form == "part" or not high.step:
        return low
    factor = Decimal(1)
    while high.value / (factor * 1000) >= Decimal("0.5") and high.step % (factor * 100) == 0:
        factor *= 1000
    while factor > 1 and low.value * factor >= high.value * 10:
        factor /= 1000
    return low._replace(value=low.value * factor, step=low.step * factor, scaled=True)


def _compound(left: Amount, right: Amount, between: str) -> Amount | None:
    """ "five feet two inches", "two hours and 30 minutes"."""
    if not left.unit or not right.unit or left.unit.name not in _PARTS_OF or left.number.scaled or right.upper:
        return None
    if right.unit.name not in _PARTS_OF[left.unit.name] or not _COMPOUND.fullmatch(between):
        return None
    smaller = units()["pound mass"] if right.unit.name == "GBP" else right.unit
    value = left.number.value + right.number.value * smaller.factor / left.unit.factor
    step = right.number.step * smaller.factor / left.unit.factor
    return Amount(left.number._replace(value=value, step=step), left.start, right.end, left.unit)


def _ratio(text: str, left: Amount, right: Amount, between: str) -> Amount | None:
    """ "one in five adults", "two out of three"."""
    if left.unit or right.unit or not _OF.fullmatch(between) or left.number.value >= right.number.value:
        return None
    if "out of" not in between and not _one_in_many(text, left, right):
        return None
    if not 0 < left.number.value or left.number.scaled:
        return None
    if " of " in between and "out of" not in between:
        return None
    number = left.number._replace(value=left.number.value / right.number.value, step=Decimal(0), form="part", bare=False)
    return Amount(number, left.start, right.end, units()["fraction"])


def _one_in_many(text: str, left: Amount, right: Amount) -> bool:
    value = right.number.value
    small = left.number.value < 10 and value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)  # noqa: PLR2004
    if left.number.value != 1 and not small:
        return False
    return bool(re.match(r"\s(?!of\b)[a-z'’-]+", text[right.end : right.end + 24])) or left.number.value == 1


def _share(text: str, left: Amount, right: Amount) -> None:
    """Gives the first of "10 and 12 per cent" the unit and magnitude of the second."""
    if left.unit or left.noun or not right.unit or left.number.form not in ("digits", "words"):
        return
    if right.unit.dimension in ("multiple",) or right.hyphen or text[right.start] in "$€£¥₹":
        return
    if not _AND.fullmatch(text[left.end : right.start]):
        return
    left.number = _with_multiplier(left.number, right.number)
    left.unit, left.joined = right.unit, True
