"""Dates written in figures alone."""

import re
from datetime import date

from auditor.extract.calendar.period import Period, day_period, exact, month_period
from auditor.extract.calendar.scan import Scan
from auditor.extract.calendar.years import full_year
from auditor.language.phrases import word_set

#: So near the text's own day a reading of an ambiguous date must be to be taken for it.
_ABOUT = 2
#: So many years ahead of a text a day in figures can be; one further off is of the century before.
_AHEAD = 5
_NEWS_YEARS = range(1900, 2100)
#: No month has more days.
_LONGEST = 31
_ON = word_set("dates", "before_days")


def figures(scan: Scan, first: int, stop: int) -> Period | None:
    """A date written in figures alone."""
    word, letter = scan.tokens.word(first), scan.letter(first)
    if letter == "C":
        return _compact(scan, word, told=scan.letter(first - 1) in "i<>")
    parts = [int(part) for part in re.findall(r"[0-9]+", word)][:3]
    if letter == "B":
        return _partial(scan, first, stop, parts[0], parts[1])
    if len(parts) < 3:  # noqa: PLR2004 - a month and a year
        return month_period(parts[1], parts[0])
    if parts[0] > _LONGEST and max(parts[1:]) <= _LONGEST:
        return exact(full_year(parts[0], scan.published), parts[1], parts[2])
    if max(parts[:2]) > _LONGEST or not min(parts[:2]):
        return None
    day, month_number, year_number = parts[0], parts[1], full_year(parts[2], scan.published, _AHEAD)
    period = day_and_month(year_number, day, month_number, day_first=True if "." in word else scan.day_first)
    return settled(period, scan.published)


def day_and_month(year_number: int, one: int, two: int, *, day_first: bool | None) -> Period:
    """The reading, or both readings, of a day and a month in figures."""
    month_first_period, day_first_period = exact(year_number, one, two), exact(year_number, two, one)
    if day_first_period.low is None or (day_first is False and month_first_period.low):
        return month_first_period
    if month_first_period.low is None or day_first or one == two:
        return day_first_period
    early, late = sorted((month_first_period.low, day_first_period.low))
    return Period(f"{early}|{late}", early, late, "day", late)


def settled(period: Period, today: date | None) -> Period:
    """The one of two readings that is about the text's own day."""
    near = [day for day in (period.low, period.other) if day and today and abs((day - today).days) <= _ABOUT]
    return day_period(near[0]) if period.other and len(near) == 1 else period


def _compact(scan: Scan, word: str, *, told: bool) -> Period | None:
    """Six or eight figures are a date if they are the text's own day; eight also after a preposition."""
    long = len(word) > len("yymmdd")
    year_number = int(word[:-4]) if long else full_year(int(word[:2]), scan.published)
    period = exact(year_number, int(word[-4:-2]), int(word[-2:]))
    own = period.low == scan.published or (told and long and year_number in _NEWS_YEARS)
    return period if period.low is not None and own else None


def spaced(scan: Scan, first: int, stop: int) -> Period | None:
    """Year, month and day in figures with blanks between, where both of the latter have two: 2016 08 04."""
    month_, day_ = (scan.tokens.word(index) for index in (first + 1, first + 2))
    after, tied = scan.next_word(stop), scan.tokens.text.startswith("-", scan.tokens.ends[stop - 1])
    if (after and after not in scan.words.letters) or tied or not len(month_) == len(day_) == 2:  # noqa: PLR2004 - padded
        return None
    period = exact(scan.number(first), int(month_), int(day_))
    return period if period.low else None


def _partial(scan: Scan, first: int, stop: int, one: int, two: int) -> Period | None:
    """Day and month in figures, where the words before say that it is a date."""
    before = scan.letter(first - 1) + scan.letter(first - 2)
    if "." in scan.tokens.word(first):
        if before[0] not in "Ww":
            return None
    elif not (
        before[0] in "Ww<"
        or (before == "fU" and scan.grain(first - 2) == "week")
        or (before[0] == "i" and scan.tokens.word(first - 1) in _ON)
        or len(scan.tokens.letters) == 1
    ):
        return None
    if (one, two) == (9, 11) or not (one > 0 and two > 0):
        return None
    month_number, day = (one, two) if one <= 12 else (two, one)  # noqa: PLR2004 - months
    if month_number > 12 or exact(2000, month_number, day).low is None:  # noqa: PLR2004 - months
        return None
    return scan.dated(first, stop, month_number, day)
