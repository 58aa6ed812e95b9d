"""Parts of a named span: the first nine months of 2023, the third week of January, week 27."""

from datetime import date

from auditor.extract.calendar.absolute import calendar_date
from auditor.extract.calendar.counting import counts
from auditor.extract.calendar.period import (
    DAY,
    Grain,
    Period,
    around,
    containing,
    moved,
    spanning,
    unsaid,
    week_period,
    year_period,
)
from auditor.extract.calendar.relative import this
from auditor.extract.calendar.scan import Scan
from auditor.extract.calendar.years import named_year
from auditor.language.phrases import word_set

_SATURDAY = 6
_PARTS: dict[str, Grain] = {"W": "day", "k": "weekend"}
#: Units by their length, to tell a part from its whole.
_GRAINS: tuple[Grain, ...] = (
    "span", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
_IN = word_set("dates", "inside")


def first_units(scan: Scan, first: int, stop: int) -> Period | None:
    """The first nine months of 2023, the last ten days of this month, the first two weeks of May."""
    letters = scan.tokens.letters[first:stop]
    at = letters.index("P")
    amounts = counts(scan, first + 1, first + at + 1)
    if not amounts or amounts[0].least != amounts[0].most:
        return None
    _, count, grain = amounts[0]
    last = letters[0] == "L" or scan.number(first) < 0
    begin = first + at + 2
    begin += scan.letter(begin) == "d"
    if (scan.letter(begin) in "Mmv" and begin < stop) or (letters[-1] == "U" and scan.grain(stop - 1) != "year"):
        whole = _whole(scan, first, begin, stop)
        return _edge(whole, count, grain, last=last) if whole else None
    number = named_year(scan, first + at + 1, stop)
    if number is None:
        if grain not in ("month", "quarter") or at + 1 < len(letters):
            return None
        if scan.published is None:
            return Period(unsaid("year"))
        number = scan.published.year
    span = year_period(number)
    if grain == "week" and span.low and not last:
        monday = week_period(date(number, 1, 4)).low or span.low
        return spanning(monday, 0, 7 * count - 1, span.written, "span")
    return _edge(span, count, grain, last=last)


def _edge(span: Period, count: int, grain: Grain, *, last: bool) -> Period | None:
    """So many units from the beginning, or to the end, of a span."""
    if span.low is None or span.high is None:
        return Period(span.written)
    if last:
        start = moved(span.high + DAY, -count, grain) if span.high < date.max else None
        return Period(span.written, start, span.high) if start and start >= span.low else None
    after = moved(span.low, count, grain)
    return Period(span.written, span.low, after - DAY) if after and after - DAY <= span.high else None


def nth(scan: Scan, first: int, stop: int) -> Period | None:
    """The 3rd week of January, the 15th day of next month, the first Friday in May, week 27 of last year."""
    letters = scan.tokens.letters[first:stop]
    if letters[0] == "U":
        return _week_number(scan, first, stop)
    number = -1 if letters[0] == "L" else scan.number(first)
    if letters[2] == "i" and (scan.tokens.word(first + 2) not in _IN or (number < 0 and scan.letter(first - 1) != "d")):
        return None
    begin = first + 3 + (scan.letter(first + 3) == "d")
    whole = _whole(scan, first, begin, stop)
    if whole is not None and whole.low is None and scan.published is None:
        grain = _PARTS.get(letters[1]) or scan.grain(first + 1)
        return Period(unsaid(grain), grain=grain)
    if whole is None or whole.low is None or whole.high is None:
        return None
    if letters[1] in "Wk":
        return _nth_weekday(whole.low, whole.high, number, scan.number(first + 1) if letters[1] == "W" else 0)
    return _nth_unit(whole.low, whole.high, number, scan.grain(first + 1), whole.grain)


def _whole(scan: Scan, first: int, begin: int, stop: int) -> Period | None:
    """The month, year or other unit that a part is one of; it stands from ``begin`` on."""
    letters = scan.tokens.letters[begin:stop]
    if any(letter in "Mmv" for letter in letters):
        return calendar_date(scan, begin, stop)
    if letters[0] in "Yy":
        return year_period(scan.number(begin))
    if letters[0] == "U":
        before = scan.antecedent(first)
        grain = scan.grain(begin)
        return before if before and before.grain == grain else around(scan.published, grain, 0)
    return this(scan, begin, stop)


def _nth_unit(low: date, high: date, number: int, grain: Grain, whole: Grain) -> Period | None:
    """The so manyth day, week or month of a longer span; the last one for -1."""
    if grain not in ("day", "week", "month") or _GRAINS.index(whole) <= _GRAINS.index(grain):
        return None
    if grain == "week":
        thursday = low + (3 - low.weekday()) % 7 * DAY if number > 0 else high - (high.weekday() - 3) % 7 * DAY
        day = moved(thursday, number - 1 if number > 0 else 0, "week")
        return week_period(day).saying(unsaid("week")) if day else None
    start = moved(low, number - 1, grain) if number > 0 else high
    return containing(start, grain) if start is not None and start <= high else None


def _nth_weekday(low: date, high: date, number: int, weekday: int) -> Period | None:
    """The so manyth weekday of a span, or its weekend (0) by the Saturday; the last one for -1."""
    wanted = weekday or _SATURDAY
    start = low + (wanted - low.isoweekday()) % 7 * DAY if number > 0 else high - (high.isoweekday() - wanted) % 7 * DAY
    day = moved(start, number - 1 if number > 0 else 0, "week")
    if day is None or day > high:
        return None
    return containing(day, "day" if weekday else "weekend")


def _week_number(scan: Scan, first: int, stop: int) -> Period | None:
    """Week 27 (of a year): a week of the calendar, not a round of a league."""
    number = scan.number(first + 1)
    told = stop - first > 2  # noqa: PLR2004 - a year follows
    if scan.grain(first) != "week" or not 1 <= number <= 53 or not (told or scan.letter(first - 1) == "d"):  # noqa: PLR2004 - weeks
        return None
    named = named_year(scan, first + 2, stop)
    number_of_year = named if named is not None else scan.published.year if scan.published else None
    if number_of_year is None:
        return Period(f"XXXX-W{number:02}", grain="week")
    try:
        return week_period(date.fromisocalendar(number_of_year, number, 1))
    except ValueError:
        return None
