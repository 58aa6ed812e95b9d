"""Values in words: what a claim says, and what it was compared as."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from auditor.model import TIME_OF_DAY, Claim, Interval, Name, Quotation, Role, Stage
from auditor.wording.words import WORDS, enumeration, several

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_DECIMALS = 3
_MONTH, _HALF_YEAR = 30.44, 182.62
_MONTHS, _YEARS, _DECADE = 100, 730, 20
"""From so many days on they are told in months, and in years; from so many half years on in whole ones."""
_READABLE = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,7})?")
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_UNKNOWN = "XX"
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


def as_written(claim: Claim) -> str:
    """What the claim says, in one manner for all sources: ``about 40 billion euros per year``."""
    match claim.value:
        case Interval():
            return _date(claim.value) if claim.kind == "date" else _quantity(claim, claim.value)
        case Role():
            return f"{claim.value.person}, {office(claim.value)}"
        case Quotation(said):
            return f"“{said}”"
        case Stage(thing, stage):
            return f"{thing}: {stage}"
        case Name(name):
            return name


def as_compared(claim: Claim) -> str | None:
    """The interval that the words allow: ``2.35 to under 2.45 billion euros``; None for what has no interval."""
    value = claim.value
    if not isinstance(value, Interval):
        return None
    if claim.kind == "date":
        return _days(value)
    return _direction(claim) + _interval(claim, value) + _per(claim)


def understood(claim: Claim, *, bounded: bool) -> str | None:
    """What a claim was compared as, where its words do not say so by themselves; else None.

    That is the year of a day, the day of a weekday; and what rounding allows, where that decides.

    Args:
        claim: The claim.
        bounded: Whether what rounding allows is wide enough to decide.
    """
    compared, value = as_compared(claim), claim.value
    if compared is None or not isinstance(value, Interval) or compared.casefold() == claim.text.casefold():
        return None
    if claim.kind == "date":
        year = (value.written or "")[:4]
        return None if value.written == year or (value.point and year in claim.text) else compared
    return compared if bounded and value.low != value.high else None


def added(claims: Sequence[Claim]) -> str | None:
    """``18 + 9 + 15 = 42``; what is no plain number, or is in another unit, is only named with the rest of them."""
    values = [claim.value for claim in claims]
    points = [value.point for value in values if isinstance(value, Interval) and value.point]
    units = dict.fromkeys(claim.unit for claim in claims if claim.unit not in {None, "count"})
    if len(points) < len(claims) or len(units) > 1 or not all(map(_READABLE.fullmatch, points)):
        return f"{enumeration([f'“{claim.text}”' for claim in claims])} together" if claims else None
    total = sum(map(Decimal, points))
    return _measured(next(iter(units), None), [*points, f"{total:f}"], lambda n: f"{' + '.join(n[:-1])} = {n[-1]}")


def percent(number: float) -> str:
    """``48.4%``."""
    return f"{_plain(Decimal(f'{number:.1f}'))}%"


def difference(one: float, other: float, unit: str | None) -> str:
    """By how much two amounts of a unit differ: ``27``, ``2.7 billion pounds``, ``1 percentage point``."""
    apart = f"{abs(Decimal(repr(one)) - Decimal(repr(other))).normalize():f}"
    return _measured("percentage point" if unit == "percent" else unit, [apart], lambda n: n[0])


def length_of_days(number: float) -> str:
    """How long some days are, as people say it: ``12 days``, ``about 14 months``, ``about 3.5 years``."""
    if number < _MONTHS:
        return several(round(number), "day")
    if number < _YEARS:
        return f"about {round(number / _MONTH)} months"
    halves = round(number / _HALF_YEAR)
    return f"about {halves / 2:g} years" if halves < _DECADE else f"about {round(halves / 2):,} years"


def unit_name(unit: str) -> str:
    """``feet``, ``US dollars``."""
    return _unit(unit, [])


def office(role: Role) -> str:
    """``former foreign minister, Ukraine``."""
    title = f"former {role.title}" if role.former else role.title
    return f"{title}, {role.organisation}" if role.organisation else title


def day(text: str) -> str:
    """``2024-11-25`` as ``25 November 2024``, ``2023-09`` as ``September 2023``; anything else as it is."""
    parts = _DAY.fullmatch(text)
    if not parts:
        weekday = _WEEKDAY.fullmatch(text)
        return WORDS.weekdays[int(weekday[1]) - 1] if weekday else text
    year = "" if parts["year"] == "XXXX" else parts["year"]
    number = int(parts["month"] or 0)
    if number > len(WORDS.months):
        return text
    month = WORDS.months[number - 1] if number else ""
    date = str(int(parts["day"])) if parts["day"] else ""
    return " ".join(part for part in (date, month, year) if part) or text


def days(first: str, last: str) -> str:
    """A stretch of days: ``29 September to 1 October 2023``."""
    if first == last:
        return day(first)
    begin, end = day(first), day(last)
    for shared in (first[:7], first[:4]):
        if last.startswith(shared):
            begin = begin.removesuffix(day(shared)).strip() or begin
            break
    return f"{begin} to {end}"


def stretch(first: str, last: str, unit: str | None = None) -> str:
    """What a suspect's evidence supports, be it days or numbers of a unit."""
    if _DAY.fullmatch(first) and "-" in first:
        return days(first, last)
    return _measured(unit, [first, last], lambda n: n[0] if first == last else f"{n[0]} to {n[1]}")


def _date(value: Interval) -> str:
    if not value.written:
        return _days(value)
    text = " or ".join(day(reading) for reading in value.written.split("|"))
    if _UNKNOWN in text:
        return _days(value)
    if value.low is None and value.high is None and re.fullmatch(r"\d{4}-\d\d-\d\d", value.written):
        text += ", no such day"
    return text


def _days(value: Interval) -> str:
    readings = (value.written or "").split("|")
    if len(readings) > 1:
        return " or ".join(map(day, readings))
    if value.low and value.high:
        return days(value.low, value.high)
    if value.low:
        return f"{day(value.low)} or later"
    if value.high:
        return f"{day(value.high)} or earlier"
    return "no day in the calendar" if re.fullmatch(r"\d{4}-\d\d-\d\d", value.written or "") else "year unknown"


def _quantity(claim: Claim, value: Interval) -> str:
    if claim.qualifier == "vague":
        return claim.text
    if value.point is None:
        return _direction(claim) + _interval(claim, value) + _per(claim)
    prefix = WORDS.qualifiers.get(claim.qualifier, "")
    return _direction(claim) + prefix + _measured(_unit_of(claim), [value.point], lambda n: n[0]) + _per(claim)


def _interval(claim: Claim, value: Interval) -> str:
    low, high = value.low, value.high
    if low is not None and high is not None:
        if low == high:
            return _measured(_unit_of(claim), [low], lambda n: n[0])
        over, under = "over " * value.low_open, "under " * value.high_open
        return _measured(_unit_of(claim), [low, high], lambda n: f"{over}{n[0]} to {under}{n[1]}")
    if low is not None:
        return _measured(_unit_of(claim), [low], lambda n: f"{'more than' if value.low_open else 'at least'} {n[0]}")
    if high is not None:
        return _measured(_unit_of(claim), [high], lambda n: f"{'less than' if value.high_open else 'at most'} {n[0]}")
    return "any amount"


def _unit_of(claim: Claim) -> str | None:
    return TIME_OF_DAY if claim.dimension == TIME_OF_DAY else claim.unit


def _measured(unit: str | None, numbers: list[str], phrase: Callable[[list[str]], str]) -> str:
    """Numbers in a phrase, with one scale word and one unit after them all."""
    if unit == TIME_OF_DAY:
        return phrase([f"{int(number) // 60}:{int(number) % 60:02}" for number in numbers])
    if unit == "fraction" and all(map(_READABLE.fullmatch, numbers)):
        unit, numbers = "percent", [f"{100 * Decimal(number):f}" for number in numbers]
    written, scale = _scaled(numbers)
    if unit == "percent":
        return phrase([f"{number}{scale}%" for number in written])
    return " ".join(part for part in (phrase(written) + scale, _unit(unit, numbers)) if part)


def _scaled(numbers: list[str]) -> tuple[list[str], str]:
    if not all(map(_READABLE.fullmatch, numbers)):
        return numbers, ""
    amounts = [Decimal(number) for number in numbers]
    largest = max(map(abs, amounts))
    for exponent, word in _SCALES:
        parts = [amount.scaleb(-exponent) for amount in amounts]
        if largest.adjusted() >= exponent and all(_decimals(part) <= _MOST_DECIMALS for part in parts):
            return [_plain(part) for part in parts], f" {word}"
    return [_plain(amount) for amount in amounts], ""


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _unit(unit: str | None, numbers: list[str]) -> str:
    if unit is None or unit == "count":
        return ""
    if unit.isupper():
        return WORDS.currencies.get(unit, unit)
    return unit if numbers == ["1"] else WORDS.plurals.get(unit, f"{unit}s")


def _per(claim: Claim) -> str:
    return f" per {claim.per}" if claim.per else ""


def _direction(claim: Claim) -> str:
    return f"{claim.change} " if claim.change else ""
