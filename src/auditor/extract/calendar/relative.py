"""Dates counted from the text's own day, or from a date named before."""

from datetime import date
from typing import NamedTuple

from auditor.extract.calendar.absolute import calendar_date, named_year
from auditor.extract.calendar.period import (
    DAY,
    Grain,
    Period,
    containing,
    month_period,
    moved,
    season_period,
    shifted,
    spanning,
    week_period,
    weekend_period,
    year_period,
)
from auditor.extract.calendar.scan import Scan, nearest

#: Words that count from a date named before rather than from the text's own day.
_FOLLOWING = frozenset({"following", "subsequent", "previous", "preceding", "prior"})
_CLOSE = 160
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


class Count(NamedTuple):
    """A number of units, as little and as much as the words allow."""

    least: int
    most: int
    grain: Grain


def unsaid(grain: Grain) -> str:
    """How a period is written of which the words give only the kind."""
    return _OPEN.get(grain, "XXXX-XX-XX")


def around(day: date | None, grain: Grain, step: int) -> Period:
    """The unit so many after the one a day lies in."""
    if day is None:
        return Period(unsaid(grain), grain=grain)
    return shifted(containing(day, grain), step, grain).saying(unsaid(grain))


def today(scan: Scan, first: int, stop: int) -> Period | None:
    """Today, yesterday, tomorrow."""
    return around(scan.published, "day", scan.number(first))


def day_before(scan: Scan, first: int, stop: int) -> Period | None:
    """The day before yesterday, the day after tomorrow."""
    step = scan.number(stop - 2)
    return around(scan.published, scan.grain(first), scan.number(stop - 1) + step)


def counts(scan: Scan, first: int, stop: int) -> list[Count]:
    """The amounts of time in some tokens: three months and two weeks."""
    found: list[Count] = []
    least = most = 1
    for index in range(first, stop):
        letter = scan.letter(index)
        if letter in "cDN":
            least = most = scan.number(index)
        elif letter == "q":
            least, most = scan.words.table.vague[scan.tokens.word(index)]
        elif letter in "PUu":
            found.append(Count(least, most, scan.grain(index)))
        elif letter == "Z":
            return []
        elif letter == "h":
            found.append(
                Count(
                    *_HALVES.get(scan.grain(stop - 1 if scan.letter(stop - 1) in "PU" else index - 2), (6, 6, "month"))
                )
            )
    return found


_HALVES: dict[Grain, tuple[int, int, Grain]] = {
    "year": (6, 6, "month"),
    "month": (15, 15, "day"),
    "decade": (5, 5, "year"),
    "week": (3, 4, "day"),
}


def ago(scan: Scan, first: int, stop: int) -> Period | None:
    """Two weeks ago: the week, month, year … that lies so many back."""
    amounts = counts(scan, first, stop - 1)
    if not amounts or any(amount.most > 999 for amount in amounts):  # noqa: PLR2004 - news do not go further back
        return None
    if scan.published is None:
        return Period(unsaid(amounts[-1].grain), grain=amounts[-1].grain)
    early, late = _counted_back(scan.published, amounts)
    if early is None or late is None:
        return None
    before = scan.antecedent(first, _CLOSE)
    amount = amounts[0]
    if len(amounts) == 1 and amount.least == amount.most:
        if before and amount.grain == "year" and before.grain in ("quarter", "half"):
            return shifted(before, -amount.most, "year").saying(unsaid("year"))
        return containing(late, amount.grain).saying(unsaid(amount.grain))
    grain = amounts[-1].grain
    low, high = containing(early, grain).low, containing(late, grain).high
    return Period(unsaid(grain), low, high) if low and high else None


def _counted_back(day: date, amounts: list[Count]) -> tuple[date | None, date | None]:
    """The earliest and the latest day that lies so much before a day."""
    early: date | None = day
    late: date | None = day
    for amount in amounts:
        early = early and moved(early, -amount.most, amount.grain)
        late = late and moved(late, -amount.least, amount.grain)
    return early, late


def counted(scan: Scan, first: int, stop: int) -> Period | None:
    """The past five years, the next three quarters."""
    begin = first + 1 + (scan.letter(first + 1) == "L")
    amounts = counts(scan, begin, stop)
    forward = scan.letter(begin - 1) == "K"
    if not amounts or scan.letter(begin - 1) == "H":
        return None
    if scan.published is None:
        return Period(unsaid(amounts[-1].grain))
    if len(amounts) == 1 and amounts[0].grain == "quarter":
        return _quarters(scan.published, amounts[0].most if forward else -amounts[0].most)
    return _rolling(scan.published, amounts, forward=forward)


def _quarters(day: date, count: int) -> Period | None:
    """So many calendar quarters after or before the one of a day."""
    one = shifted(containing(day, "quarter"), 1 if count > 0 else count, "quarter")
    other = shifted(containing(day, "quarter"), count if count > 0 else -1, "quarter")
    return Period(unsaid("quarter"), one.low, other.high) if one.low and other.high else None


def _rolling(day: date, amounts: list[Count], *, forward: bool) -> Period | None:
    """The stretch of time right before or after a day, at its longest."""
    end: date | None = day
    for amount in amounts:
        end = end and moved(end, amount.most if forward else -amount.most, amount.grain)
    if end is None or end in (date.min, date.max):
        return None
    low, high = (day + DAY, end) if forward else (end, day - DAY)
    return Period(unsaid(amounts[-1].grain), low, high)


def later(scan: Scan, first: int, stop: int) -> Period | None:
    """A year earlier, two days later: counted from a date named before; three weeks from tomorrow."""
    if scan.letter(stop - 1) == "t":
        return _from_day(scan, first, stop)
    amounts = counts(scan, first, stop - 1)
    if len(amounts) != 1 or amounts[0].least != amounts[0].most:
        return None
    _, count, grain = amounts[0]
    step = count * scan.number(stop - 1)
    before = scan.antecedent(first)
    if before is None or before.low is None:
        return around(scan.published, grain, step) if step < 0 else None
    return stepped(before, grain, step)


def _from_day(scan: Scan, first: int, stop: int) -> Period | None:
    """Three weeks from tomorrow."""
    amounts = counts(scan, first, stop - 2)
    if scan.published is None or len(amounts) != 1:
        return None
    start = moved(scan.published, scan.number(stop - 1), "day")
    end = start and moved(start, scan.number(stop - 2) * amounts[0].most, amounts[0].grain)
    return end and containing(end, "day").saying(unsaid("day"))


def stepped(before: Period, grain: Grain, step: int) -> Period:
    """So many units from a date: of its own kind if that is a part of the unit, else of the unit's."""
    same = before.grain in ("quarter", "half", "month") and grain in ("year", "quarter", "half", "month")
    if same or before.grain == grain or before.low is None:
        return shifted(before, step, grain).saying(unsaid(grain))
    return around(before.low, grain, step)


def year_ago(scan: Scan, first: int, stop: int) -> Period | None:
    """The year-earlier quarter."""
    grain = scan.grain(first)
    before = scan.antecedent(first)
    if scan.letter(stop - 1) in "uU" and stop - first > 3 and (before is None or before.grain == "year"):  # noqa: PLR2004 - it names a unit
        today_ = scan.published
        return None if today_ is None else shifted(containing(today_, scan.grain(stop - 1)), -1, grain)
    return around(scan.published, grain, -1) if before is None else stepped(before, grain, -1)


def same(scan: Scan, first: int, stop: int) -> Period | None:
    """The same month, that year: the one of a date named before."""
    before = scan.antecedent(first)
    grain = scan.grain(stop - 1)
    if before is None or before.low is None or before.high is None:
        return around(scan.published, grain, 0) if scan.letter(first) == "J" and grain not in ("day", "span") else None
    span = containing(before.low, grain)
    return span.saying(unsaid(grain)) if span.high and span.high >= before.high else None


def first_units(scan: Scan, first: int, stop: int) -> Period | None:
    """The first nine months of 2023, the last ten days of this month."""
    letters = scan.tokens.letters[first:stop]
    at = letters.index("P")
    amounts = counts(scan, first + 1, first + at + 1)
    if not amounts or amounts[0].least != amounts[0].most:
        return None
    _, count, grain = amounts[0]
    number = named_year(scan, first + at + 1, stop)
    if number is None:
        if scan.published is None or grain not in ("month", "quarter") or at + 1 < len(letters):
            return None
        number = scan.published.year
    span = year_period(number)
    if span.low is None or span.high is None:
        return None
    if grain == "week":
        start = week_period(date(number, 1, 4)).low or span.low
        return spanning(start, 0, 7 * count - 1, span.written, "span")
    if letters[0] == "L":
        start = moved(span.high + DAY, -count, grain) if span.high < date.max else None
        return Period(span.written, start, span.high) if start and start >= span.low else None
    after = moved(span.low, count, grain)
    return Period(span.written, span.low, after - DAY) if after and after - DAY <= span.high else None


def nth(scan: Scan, first: int, stop: int) -> Period | None:
    """The 3rd week of January, the 15th day of next month, week 27 of last year."""
    letters = scan.tokens.letters[first:stop]
    if letters[0] == "U":
        return _week_number(scan, first, stop)
    grain = scan.grain(first + 1)
    number = -1 if letters[0] == "L" else scan.number(first)
    begin = first + letters.index("f") + 1
    begin += scan.letter(begin) == "d"
    tail: Period | None
    if any(letter in "Mmv" for letter in letters):
        tail = calendar_date(scan, begin, stop)
    elif scan.letter(begin) in "Yy":
        tail = year_period(scan.number(begin))
    else:
        tail = this(scan, begin, stop)
    if tail is None or tail.low is None or tail.high is None or grain not in ("day", "week", "month"):
        return None
    if grain == "week":
        thursday = (
            tail.low + (3 - tail.low.weekday()) % 7 * DAY
            if number > 0
            else tail.high - (tail.high.weekday() - 3) % 7 * DAY
        )
        day = moved(thursday, number - 1 if number > 0 else 0, "week")
        return week_period(day).saying(unsaid("week")) if day else None
    start = moved(tail.low, number - 1, grain) if number > 0 else tail.high
    if start is None or start > tail.high:
        return None
    return containing(start, grain)


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


def weekday(scan: Scan, first: int, stop: int) -> Period | None:
    """Tuesday: the one before, the coming or the nearest one, by the tense."""
    number = scan.number(first)
    written = f"XXXX-WXX-{number}"
    if scan.letter(first - 1) == "n" or scan.next_word(first + 1).lower() in scan.words.table.weekday_names:
        return None
    day = scan.published
    if day is None:
        return Period(written, grain="day")
    forward = (number - day.isoweekday()) % 7
    side = scan.direction(first, stop)
    step = forward if side > 0 else -((7 - forward) % 7) if side < 0 else forward if forward < 4 else forward - 7  # noqa: PLR2004 - half a week
    return around(day, "day", step).saying(written)


def weekday_of(scan: Scan, first: int, stop: int) -> Period | None:
    """Tuesday of last week."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "Ww")
    unit = letters.index("U")
    number = scan.number(first + at)
    if scan.grain(first + unit) != "week":
        return None
    return _day_of_week(scan.published, number, ("K" in letters) - ("L" in letters))


def _day_of_week(day: date | None, number: int, step: int) -> Period:
    """A weekday of the week so many after a day's own."""
    written = f"XXXX-WXX-{number}"
    if day is None:
        return Period(written, grain="day")
    return around(day, "day", 7 * step + number - day.isoweekday()).saying(written)


def weekend(scan: Scan, first: int, stop: int) -> Period | None:
    """The weekend: the last or the coming one."""
    day = scan.published
    if day is None:
        return Period(unsaid("weekend"), grain="weekend")
    choices = [shifted(weekend_period(day), step, "week") for step in (-1, 0)]
    chosen = nearest(choices, day, scan.direction(first, stop))
    return chosen and chosen.saying(unsaid("weekend"))


def unit(scan: Scan, first: int, stop: int) -> Period | None:
    """The year, in "the end of the year"."""
    return around(scan.published, scan.grain(first), 0)


def the_day(scan: Scan, first: int, stop: int) -> Period | None:
    """The 4th of the month that is nearest; with a weekday, of the nearest month in which it falls on that day."""
    number = scan.number(first)
    weekday_ = scan.number(first - 1) if scan.letter(first - 1) in "Ww" else None
    if (
        scan.next_word(stop)
        or scan.letter(stop) in "%$=("
        or (weekday_ is None and scan.tokens.word(first - 2) != "on")
    ):
        return None
    if scan.published is None:
        return Period(f"XXXX-XX-{number:02}", grain="day")
    choices = []
    for step in range(-12, 13) if weekday_ else (-1, 0, 1):
        start = moved(scan.published.replace(day=1), step, "month")
        if start is None or number > (month_period(start.year, start.month).high or start).day:
            continue
        if weekday_ in (None, start.replace(day=number).isoweekday()):
            choices.append(containing(start.replace(day=number), "day"))
    chosen = nearest(choices, scan.published, scan.direction(first, stop))
    return chosen and chosen.saying(f"XXXX-XX-{number:02}")


def this(scan: Scan, first: int, stop: int) -> Period | None:
    """Last week, this March, next quarter, the previous Friday."""
    letters = scan.tokens.letters[first:stop]
    at = 1 + (letters[0] == "H" and letters[1] == "L")
    step = {"L": -1, "K": 1, "H": 0}[letters[at - 1]]
    word, kind = scan.tokens.word(first + at - 1), letters[at]
    if kind == "F":
        kind, at = letters[at + 1], at + 1
    if kind in "Uuk":
        return _this_unit(scan, first, scan.grain(first + at), step, word)
    if scan.published is None:
        return Period("XXXX-XX-XX")
    if kind in "Ww":
        return _this_weekday(scan, first + at, step, word)
    number = scan.number(first + at)
    part = month_period if kind in "Mmv" else season_period
    choices = [part(scan.published.year + offset, number) for offset in (-2, -1, 0, 1, 2)]
    return _chosen(choices, scan.published, step)


def _chosen(choices: list[Period], day: date, step: int) -> Period | None:
    """The last of some periods that is over, the first still to come, or the nearest."""
    known = [(choice, choice.low, choice.high) for choice in choices if choice.low and choice.high]
    if step < 0:
        return next((choice for choice, _, high in reversed(known) if high < day), None)
    if step > 0:
        return next((choice for choice, low, _ in known if low > day), None)
    return nearest(choices, day, 0)


def _this_unit(scan: Scan, first: int, grain: Grain, step: int, word: str) -> Period | None:
    """Last week, this year, the following month."""
    before = scan.antecedent(first) if word in _FOLLOWING or (grain == "day" and step) else None
    if grain == "day" and (not step or before is None or before.grain != "day"):
        return None
    if before is not None and before.low is not None:
        return stepped(before, grain, step)
    if word == "past" and grain not in ("quarter", "weekend"):
        return None if scan.published is None else _rolling(scan.published, [Count(1, 1, grain)], forward=False)
    if grain == "weekend":
        return (
            Period(unsaid(grain), grain=grain)
            if scan.published is None
            else shifted(weekend_period(scan.published), step, "week")
        )
    return around(scan.published, grain, step)


def _this_weekday(scan: Scan, index: int, step: int, word: str) -> Period | None:
    """Last Friday is that of the week before; the past Friday the last one there was."""
    number = scan.number(index)
    day = scan.published
    if day is not None and word in ("past", "coming", "upcoming"):
        offset = (
            (number - day.isoweekday() - step) % 7 + step if step > 0 else -((day.isoweekday() - number - 1) % 7 + 1)
        )
        return around(day, "day", offset).saying(f"XXXX-WXX-{number}")
    return _day_of_week(day, number, step)
