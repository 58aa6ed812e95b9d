"""Whether a text bears out a day, a month, a quarter or a year of its headline, or of a short text that retells it.

A date is told in parts, each of which the text must give in some way: the number of the day and of the year anywhere,
the weekday, the month and the quarter by a date. A text that speaks of days nobody can place ("yesterday", where it is
not known when that was) may mean any day, unless it names another one of the same kind.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from auditor.digests.numbers.evidence import Evidence
from auditor.digests.words import words
from auditor.extract.calendar.lexicon import lexicon
from auditor.language.function_words import FUNCTION_WORDS
from auditor.model import Claim, Interval

_WRITTEN = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?:W(?:XX|\d\d)-(?P<weekday>[1-7])|(?P<part>\d\d)(?:-(?P<day>\d\d))?))?"
)
_SPANS = [
    re.compile(rf"(?:\d{{4}}|XXXX){rest}")
    for rest in ("", r"-3[3-6X]", r"-(?:0\d|1[0-2]|XX)", r"-W(?:\d\d|XX)(?:-\d)?", r"-(?:\d\d|XX)-(?:\d\d|XX)")
]
"""How dates of each length are written, from years to days."""
_MONTHS = 12
YEAR_LONG, _WEEKDAY_LONG, _DAY_LONG = 1, 4, 5
_LONG = 28
"""The fewest days of what is longer than some days."""
_SEASON = 100
"""More days than a season or a quarter has; what is longer tells no month."""
_QUARTERS = range(33, 37)


class Parts(NamedTuple):
    """What a date says of a day; None for what it leaves open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    weekday: int | None = None


def parts(written: str | None) -> Parts:
    """The parts of a date that is written in one way; none of an interval or of two readings."""
    match = _WRITTEN.fullmatch(written or "")
    if match is None:
        return Parts()
    part = int(match["part"] or 0)
    return Parts(
        year=int(match["year"]) if match["year"].isdigit() else None,
        month=part if 0 < part <= _MONTHS else None,
        day=int(match["day"]) if match["day"] else None,
        quarter=part - _QUARTERS[0] + 1 if part in _QUARTERS else None,
        weekday=int(match["weekday"]) if match["weekday"] else None,
    )


def _parts_of(claim: Claim) -> Parts:
    """The parts of a date; of one that is told from another, the weekday or month that it names: "next Monday"."""
    said = parts(claim.value.written) if isinstance(claim.value, Interval) else Parts()
    if said != Parts():
        return said
    name, table = claim.text.lower().split()[-1], lexicon().table
    return Parts(weekday=table.numbered["weekdays"].get(name), month=table.months.get(name))


YEAR, QUARTER = Parts._fields.index("year"), Parts._fields.index("quarter")


def finest(claim: Claim) -> tuple[int, int | None]:
    """Which part of a day is the finest that a date gives, and what it is; no part of one that is told from another."""
    said = parts(claim.value.written) if isinstance(claim.value, Interval) else Parts()
    given = [(part, value) for part, value in enumerate(said) if value is not None]
    return given[-1] if given else (-1, None)


def moment(claim: Claim) -> tuple[int, int | str | None]:
    """The finest part of a day that a date gives, and what it is; of one that is told from another, in which words."""
    part, value = finest(claim)
    if value is not None:
        return part, value
    told = (word for word in claim.text.lower().split() if word not in FUNCTION_WORDS.articles)
    return part, " ".join(words().which.get(word, word) for word in told)


def length(claim: Claim) -> int:
    """How long the time is that a date names, from 1 for a year to 5 for a day; 0 where that is not known."""
    return _span(claim.value.written or "") if isinstance(claim.value, Interval) else 0


def is_of_the_text(date: Claim) -> bool:
    """Whether it depends on the text which day a date is: "today" of a retelling may be any day of the long text."""
    return date.text.lower() in words().adverbial


def may_meet(left: Claim, right: Claim) -> bool:
    """Whether two dates may be one: they are as long as each other, and are not known to be apart."""
    if not isinstance(left.value, Interval) or not isinstance(right.value, Interval):
        return True
    one, other = left.value, right.value
    if one.low and one.high and other.low and other.high:
        return one.low <= other.high and other.low <= one.high
    return length(left) == length(right)


@dataclass(slots=True)
class Calendar:
    """The days that a text speaks of.

    Attributes:
        named: The parts of its dates, as written.
        placed: The first and the last day of each date that can be placed.
        loose: Whether some of its days cannot be placed.
        relative: How long those are that are told from another day only: "yesterday", "a week later".
        spans: How long they are, from years to days.
    """

    named: list[Parts] = field(default_factory=list)
    placed: list[tuple[date, date]] = field(default_factory=list)
    loose: bool = False
    relative: set[int] = field(default_factory=set)
    spans: set[int] = field(default_factory=set)

    def tells(self, year: int) -> bool:
        """Whether something longer than some days of a year is told of."""
        return any((last - first).days >= _LONG and first.year <= year <= last.year for first, last in self.placed)


def calendar(claims: Iterable[Claim], published: str | None) -> Calendar:
    """Gather the dates of a text, and the day it appeared."""
    found = Calendar()
    if published:
        day = date.fromisoformat(published)
        found.placed.append((day, day))
    for claim in claims:
        if claim.kind != "date" or not isinstance(claim.value, Interval):
            continue
        said = _parts_of(claim)
        found.named.append(said)
        found.spans.add(length(claim))
        if claim.value.low and claim.value.high:
            found.placed.append((date.fromisoformat(claim.value.low), date.fromisoformat(claim.value.high)))
        elif said == Parts() or said.weekday:
            found.loose = True
            if said == Parts():
                found.relative.add(length(claim))
    return found


def borne_out(claim: Claim, numbers: Evidence, days: Calendar, *, years: bool) -> bool:
    """Whether a date is borne out by a text.

    Args:
        claim: The date.
        numbers: The numbers of the text.
        days: The dates of the text.
        years: Whether years are asked after too; a headline gives years that its article takes for known, and days
            where the article names none.
    """
    if not isinstance(claim.value, Interval):
        return True
    said = _parts_of(claim)
    if said == Parts():
        return _relative(length(claim), days)
    if said.day:
        dayless = max(days.spans, default=0) < _WEEKDAY_LONG and (said.month is None or _month(said.month, days))
        return (dayless and not years) or _day(said, numbers, days)
    if said.weekday:
        return _weekday(said.weekday, days)
    if (said.quarter and not _quarter(said.quarter, days)) or (said.month and not _month(said.month, days)):
        return False
    return not years or said.year is None or _year(said.year, numbers, days)


def _span(written: str) -> int:
    """How long a date is: 0 for one that is not written in one way, 1 for a year, up to 5 for a day."""
    return next((length for length, form in enumerate(_SPANS, 1) if form.fullmatch(written)), 0)


def _relative(span: int, days: Calendar) -> bool:
    """A day, a month or a quarter that is told from another: the text must name some, or shorter ones, if any dates."""
    return not span or not days.spans or 0 in days.spans or max(days.spans) >= span


def _day(said: Parts, numbers: Evidence, days: Calendar) -> bool:
    """The number of the day stands in the text, or one of its dates is that day."""
    if Decimal(said.day or 0) in numbers.plain:
        return True
    if any(first == last and (first.month, first.day) == (said.month, said.day) for first, last in days.placed):
        return True
    return days.loose and not any(other.day and other.month == said.month for other in days.named)


def _weekday(weekday: int, days: Calendar) -> bool:
    """The weekday is named, or one of the dates falls on it."""
    named = {other.weekday for other in days.named if other.weekday}
    if weekday in named or not named or days.relative & {0, _DAY_LONG}:
        return True
    return any((last - first).days < 7 and weekday in _weekdays(first, last) for first, last in days.placed)  # noqa: PLR2004


def _weekdays(first: date, last: date) -> Iterable[int]:
    return ((first.toordinal() + count - 1) % 7 + 1 for count in range((last - first).days + 1))


def _quarter(quarter: int, days: Calendar) -> bool:
    """No other quarter is named, or this one is too."""
    named = {other.quarter for other in days.named if other.quarter}
    return quarter in named or not named


def _month(month: int, days: Calendar) -> bool:
    """The month is named, or one of the dates may lie in it, or the text names no month."""
    named = {other.month for other in days.named if other.month}
    if month in named or not named or days.relative - {YEAR_LONG, _DAY_LONG}:
        return True
    seasons = (span for span in days.placed if (span[1] - span[0]).days < _SEASON)
    return any((month - first.month) % _MONTHS <= (last.month - first.month) % _MONTHS for first, last in seasons)


def _year(year: int, numbers: Evidence, days: Calendar) -> bool:
    """The text has the year, or names none, or speaks of days that nobody can place."""
    return not numbers.years or days.loose or is_year(year, numbers, days)


def is_year(year: int, numbers: Evidence, days: Calendar) -> bool:
    """The year is named, or one of the dates lies in it."""
    return year in numbers.years or any(first.year <= year <= last.year for first, last in days.placed)
