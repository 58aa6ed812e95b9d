"""Days and spans of days, and how to step from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Grain = Literal[
    "day", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "span"
]

DAY = timedelta(days=1)
_MONTHS: dict[Grain, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_YEAR = 12
_MARCH = 3
_DAYS: dict[Grain, int] = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days as some words give it.

    Attributes:
        written: What the words say and no more, in the manner of EDTF; an ``X`` stands for what they leave open.
        low: First day; None where the words and the context do not tell.
        high: Last day.
        grain: What kind of span it is, so that "a year earlier" can speak of the same kind.
        other: The reading of day and month the other way round, if both are possible.
    """

    written: str
    low: date | None = None
    high: date | None = None
    grain: Grain = "span"
    other: date | None = None

    def saying(self, written: str) -> "Period":
        """The same days, said in other words."""
        return replace(self, written=written)


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day, "day")


def exact(year: int, month: int, day: int) -> Period:
    """The day so numbered; without days where there is none such (30 February)."""
    try:
        return day_period(date(year, month, day))
    except ValueError:
        return Period(f"{year:04}-{month:02}-{day:02}", grain="day")


def months(year: int, month: int, count: int, written: str, grain: Grain) -> Period:
    """``count`` months from the first of one; without days outside the calendar."""
    after = year * _YEAR + month - 1 + count
    if not (year >= MINYEAR and 1 <= month <= _YEAR and after // _YEAR <= MAXYEAR):
        return Period(written, grain=grain)
    return Period(written, date(year, month, 1), date(after // _YEAR, after % _YEAR + 1, 1) - DAY, grain)


def month_period(year: int, month: int) -> Period:
    """A calendar month."""
    return months(year, month, 1, f"{year:04}-{month:02}", "month")


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter of a calendar year; EDTF numbers them 33 to 36."""
    return months(year, 3 * quarter - 2, 3, f"{year:04}-{32 + quarter}", "quarter")


def half_period(year: int, half: int) -> Period:
    """A half of a calendar year; EDTF numbers them 40 and 41."""
    return months(year, 6 * half - 5, 6, f"{year:04}-{39 + half}", "half")


def season_period(year: int, season: int) -> Period:
    """Spring (1) to winter (4), in whole months; the winter of a year begins in it; EDTF numbers them 21 to 24."""
    return months(year, 3 * season, 3, f"{year:04}-{20 + season}", "season")


def year_period(year: int) -> Period:
    """A calendar year."""
    return months(year, 1, 12, f"{year:04}", "year")


def decade_period(year: int) -> Period:
    """The ten years that share all but the last digit."""
    return months(year // 10 * 10, 1, 120, f"{year // 10:03}X", "decade")


def century_period(number: int) -> Period:
    """The 19th century is 1801 to 1900, but people mean 1800 to 1899 as often: both ends are allowed."""
    return months(100 * (number - 1), 1, 1212, f"{number - 1:02}XX", "century")


def week_period(day: date) -> Period:
    """The calendar week of a day, Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    return spanning(day, 1 - weekday, 7 - weekday, f"{year:04}-W{week:02}", "week")


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of a day's calendar week."""
    year, week, weekday = day.isocalendar()
    return spanning(day, 6 - weekday, 7 - weekday, f"{year:04}-W{week:02}", "weekend")


def spanning(day: date, first: int, last: int, written: str, grain: Grain) -> Period:
    """From so many days after a day to so many; without days outside the calendar."""
    low, high = moved(day, first, "day"), moved(day, last, "day")
    return Period(written, low, high, grain) if low and high else Period(written, grain=grain)


def fortnight_period(day: date) -> Period:
    """The calendar week of a day and the one after it."""
    return spanning(day, 1 - day.isoweekday(), 14 - day.isoweekday(), "XXXX-XX-XX", "fortnight")


_CONTAINING: dict[Grain, Callable[[date], Period]] = {
    "day": day_period,
    "span": day_period,
    "week": week_period,
    "weekend": weekend_period,
    "fortnight": fortnight_period,
    "month": lambda day: month_period(day.year, day.month),
    "quarter": lambda day: quarter_period(day.year, (day.month + 2) // 3),
    "half": lambda day: half_period(day.year, (day.month + 5) // 6),
    "season": lambda day: season_period(day.year - (day.month < _MARCH), (day.month // 3 + 3) % 4 + 1),
    "year": lambda day: year_period(day.year),
    "decade": lambda day: decade_period(day.year),
    "century": lambda day: century_period(day.year // 100 + 1),
}


def containing(day: date, grain: Grain) -> Period:
    """The day, week, month, … that a day lies in."""
    return _CONTAINING[grain](day)


def moved(day: date, count: int, grain: Grain) -> date | None:
    """The day so many units later (or earlier); the last of the month where that month is shorter."""
    try:
        if grain in _DAYS:
            return day + count * _DAYS[grain] * DAY
        month = day.year * 12 + day.month - 1 + count * _MONTHS.get(grain, 12)
        first = date(month // 12, month % 12 + 1, 1)
        length = (months(first.year, first.month, 1, "", "month").high or first).day
        return first.replace(day=min(day.day, length))
    except (ValueError, OverflowError):
        return None


def shifted(period: Period, count: int, grain: Grain) -> Period:
    """The span of the same kind so many units later: the quarter a year before a quarter."""
    if period.low is None:
        return period
    target = moved(period.low, count, grain)
    if target is None:
        return Period(period.written, grain=period.grain)
    if period.grain == "span" and period.high is not None:
        end = moved(period.high, count, grain)
        return Period(period.written, target if end else None, end, "span")
    return containing(target, period.grain)


def joined(first: Period, second: Period) -> Period:
    """From the first day of one to the last day of another; without days if they are the wrong way round."""
    written = f"{first.written}/{second.written}"
    if first.low is None or second.high is None or first.low > second.high:
        return Period(written)
    return Period(written, first.low, second.high)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    moon = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moon + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first (1), second, … or last (-1) Monday (1) to Sunday (7) of a month."""
    span = month_period(year, month)
    if which < 0:
        last = span.high or date(year, month, 28)
        return last - (last.isoweekday() - weekday) % 7 * DAY
    first = date(year, month, 1)
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (which - 1)) * DAY


_OPEN: dict[Grain, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-3X",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


def unsaid(grain: Grain) -> str:
    """How a period is written of which the words give only the kind."""
    return _OPEN.get(grain, "XXXX-XX-XX")


def around(day: date | None, grain: Grain, step: int) -> Period:
    """The unit so many after the one a day lies in."""
    if day is None:
        return Period(unsaid(grain), grain=grain)
    return shifted(containing(day, grain), step, grain).saying(unsaid(grain))
