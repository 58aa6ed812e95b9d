"""Dates relative to the text's own day: yesterday, last week, Tuesday."""

import re
from datetime import date

from auditor.extract.calendar.counting import Count, rolling
from auditor.extract.calendar.period import (
    DAY,
    Grain,
    Period,
    around,
    containing,
    month_period,
    moved,
    season_period,
    shifted,
    unsaid,
    weekend_period,
)
from auditor.extract.calendar.scan import STEPS, Scan, chosen_by, gap, nearest
from auditor.extract.calendar.tense import Direction
from auditor.language.phrases import pattern, word_set

#: Units of which "the next" can be one of the past.
_STEPPED = frozenset({"week", "month", "year"})
_CLOSE = 160
_BESIDE_YEAR = 62
_BEFORE = re.compile(r"([A-Z][a-z]+)\.? \Z")
_PAPER = pattern("dates", "paper")
_BEFORE_DAY = re.compile(r"([A-Z][A-Za-z]+) \Z")
_LABEL = 16
_SUNDAY = 7
_SATURDAY, _TUESDAY = 6, 2
#: The coming weekend is the first one there is, not that of next week.
_SOON = word_set("dates", "coming")
_LATEST = word_set("dates", "latest")
_NEXT = word_set("dates", "next")
_NEXT_OR_COMING = word_set("dates", "next_or_coming")
_LAST = word_set("dates", "last")
_PAST = word_set("dates", "past")
_WITHIN = word_set("dates", "within_next")
_ON = word_set("dates", "before_days")
_LASTING = word_set("dates", "lasting")


def today(scan: Scan, first: int, stop: int) -> Period | None:
    """Today, yesterday, tomorrow; not "USA Today", "the Today show"."""
    named = scan.tokens.text[scan.tokens.starts[first]].isupper()
    label = _BEFORE_DAY.search(scan.tokens.text, max(0, scan.tokens.starts[first] - _LABEL), scan.tokens.starts[first])
    before = label[1].lower() if label else ""
    table = scan.words.table
    if named and (before in table.before_days or scan.next_word(stop).lower() in table.after_days):
        return None
    return around(scan.published, "day", scan.number(first))


def this(scan: Scan, first: int, stop: int) -> Period | None:
    """Last week, this March, next quarter, the previous Friday."""
    letters = scan.tokens.letters[first:stop]
    at = 1 + (letters[0] == "H" and letters[1] == "L")
    step = STEPS[letters[at - 1]]
    word, kind = scan.tokens.word(first + at - 1), letters[at]
    if kind == "F":
        kind, at = letters[at + 1], at + 1
    if (word in _LATEST and kind not in "Uu") or (kind == "s" and _is_title(scan, first + at, stop)):
        return None
    if kind in "Uuk":
        return _this_unit(scan, first, scan.grain(first + at), step, word)
    if scan.published is None or (kind == "v" and not step):
        return None if kind == "v" and not step else Period("XXXX-XX-XX")
    told = _told_from(scan, first, word, step)
    number = scan.number(first + at)
    if kind in "Ww" and told is not None:
        return _next(told, number, step)
    if kind in "Ww":
        return _this_weekday(scan, first + at, step, word) or _this_day(scan, first, stop, first + at)
    part = month_period if kind in "Mmv" else season_period
    day = told or scan.published
    choices = [part(day.year + offset, number) for offset in (-2, -1, 0, 1, 2)]
    return chosen_by(choices, day, step) if step else _of_this_year(choices, day, scan.direction(first, stop))


def _is_title(scan: Scan, index: int, stop: int) -> bool:
    """Whether a season belongs to a name: "the next Summer Games"."""
    return scan.tokens.text[scan.tokens.starts[index]].isupper() and scan.next_word(stop)[:1].isupper()


def _of_this_year(choices: list[Period], day: date, side: Direction) -> Period | None:
    """This March: the one of a day's own year, unless the one of a year beside it is nearer and the tense is for it.

    What is under way, and what is no more than two months off where the tense does not tell, needs no tense.
    """
    near = nearest(choices, day, 0)
    same = next((choice for choice in choices if choice.low and choice.low.year == day.year), near)
    if near is same or near is None or near.low is None or near.high is None:
        return near
    ahead = 1 if near.low > day else -1
    close = near.low <= day <= near.high or (not side and gap(near, day) <= _BESIDE_YEAR)
    return near if close or side == ahead else same


def _told_from(scan: Scan, first: int, word: str, step: int) -> date | None:
    """The day that "the previous May" or "the following Friday" is counted from, if a date was named before."""
    before = scan.antecedent(first, _CLOSE, step) if word in scan.words.table.following and step else None
    return before.low if before and before.grain in ("day", "month", "quarter", "year", "season") else None


def _next(day: date, number: int, step: int) -> Period:
    """The weekday of some number right before or after a day."""
    offset = (number - day.isoweekday() - 1) % 7 + 1 if step > 0 else -((day.isoweekday() - number - 1) % 7 + 1)
    return around(day, "day", offset).saying(f"XXXX-WXX-{number}")


def _this_unit(scan: Scan, first: int, grain: Grain, step: int, word: str) -> Period | None:
    """Last week, this year, the following month."""
    counted = (grain == "day" and step) or (word in _NEXT and _then(scan, first, grain))
    follows = counted or word in scan.words.table.following
    before = scan.antecedent(first, _CLOSE, step) if follows else None
    if grain == "day" and (not step or word in _LAST or before is None or before.grain != "day"):
        return Period(unsaid(grain), grain=grain) if step and word not in _LAST and scan.dangling(first) else None
    if before is not None and before.low is not None:
        return shifted(before, step, grain) if before.grain == "span" and step else around(before.low, grain, step)
    if _runs(scan, first, grain, word):
        if scan.published is None:
            return Period(unsaid(grain))
        return rolling(scan.published, [Count(1, 1, grain)], forward=step > 0)
    if grain == "weekend" and scan.published is not None:
        near = word in _SOON and scan.published.isoweekday() < _SATURDAY
        return shifted(weekend_period(scan.published), step - (near or _said(scan, first, step)), "week")
    return around(scan.published, grain, step + (grain == "week" and _new_week(scan, first, step)))


def _then(scan: Scan, first: int, grain: Grain) -> bool:
    """Whether "the next week" is told as the past, and so counted from a date named before."""
    return scan.letter(first - 1) == "d" and grain in _STEPPED and scan.direction(first, first + 2) < 0


def _said(scan: Scan, first: int, step: int) -> bool:
    """Whether "this weekend" is the one that is over: a text of Monday or Tuesday tells of it."""
    early = scan.published is not None and scan.published.isoweekday() <= _TUESDAY
    return early and not step and scan.direction(first, first + 2) < 0


def _new_week(scan: Scan, first: int, step: int) -> bool:
    """Whether a text's own Sunday ends the week for it: "last week", or "this week" of what is to come."""
    sunday = scan.published is not None and scan.published.isoweekday() == _SUNDAY
    return sunday and (step < 0 or (not step and scan.direction(first, first + 2) > 0))


def _runs(scan: Scan, first: int, grain: Grain, word: str) -> bool:
    """Whether a unit is counted from the text's own day: the past year, the last month, the next decade."""
    told = scan.letter(first - 1) == "d"
    if word in _NEXT_OR_COMING:
        within = scan.tokens.word(first - 2) in _WITHIN and grain not in ("quarter", "weekend")
        return told and (within or grain in ("decade", "century"))
    return grain not in ("quarter", "weekend") and (word in _PAST or (word in _LAST and told))


def _this_weekday(scan: Scan, index: int, step: int, word: str) -> Period | None:
    """Last Friday is that of the week before; the past Friday the last one there was."""
    number = scan.number(index)
    day = scan.published
    if day is not None and (word in _PAST or word in _SOON):
        return _next(day, number, step)
    if step < 0 and day is not None and day.isoweekday() == _SUNDAY and number < _SUNDAY:
        step = 0  # a Sunday belongs to the new week
    elif not step:
        return None
    return _day_of_week(day, number, step)


def _this_day(scan: Scan, first: int, stop: int, index: int) -> Period:
    """This Friday: that of the week under way, unless the tense tells that it is over or that it is still to come."""
    found = _day_of_week(scan.published, scan.number(index), 0)
    side, day = scan.direction(first, stop), scan.published
    wrong = found.low is not None and day is not None and side * (found.low - day).days < 0
    return shifted(found, side, "week").saying(found.written) if wrong else found


def weekday(scan: Scan, first: int, stop: int) -> Period | None:
    """Tuesday: the one before, the coming or the nearest one, by the tense."""
    number = scan.number(first)
    written = f"XXXX-WXX-{number}"
    if _no_weekday(scan, first):
        return None
    day = scan.published
    if day is None:
        return Period(written, grain="day")
    forward = (number - day.isoweekday()) % 7
    side = 0 if "E" in (scan.letter(first - 1), scan.letter(first - 2)) else scan.direction(first, stop)
    step = forward if side > 0 else -((7 - forward) % 7) if side < 0 else forward if forward < 4 else forward - 7  # noqa: PLR2004 - half a week
    if (begun := _begun(scan, first)) and begun > day + step * DAY:
        day, step = begun, (number - begun.isoweekday() - 1) % 7 + 1
    return around(day, "day", step).saying(written)


def _begun(scan: Scan, first: int) -> date | None:
    """The day named before in the sentence on which begins what goes on "until" a weekday: "opens June 3 and runs"."""
    last = scan.found[-1] if scan.found and scan.tokens.word(first - 1) in _LASTING else None
    if last is None or last.period.grain != "day":
        return None
    low, _ = scan.sentence_at(scan.tokens.starts[first])
    return last.period.low if scan.tokens.starts[last.first] >= low else None


def after_next(scan: Scan, first: int, stop: int) -> Period | None:
    """The Tuesday after next, Tuesday week: a week after the one that comes next."""
    number, day = scan.number(first), scan.published
    if scan.letter(stop - 1) != "K" and scan.tokens.word(stop - 1) != "week":
        return None
    written = f"XXXX-WXX-{number}"
    if day is None:
        return Period(written, grain="day")
    return around(day, "day", (number - day.isoweekday() - 1) % 7 + 8).saying(written)


def _no_weekday(scan: Scan, first: int) -> bool:
    """Whether a weekday is part of a name, or any such day is meant: every Friday, the Sunday Times, on a Monday."""
    before, after = scan.letter(first - 1), scan.next_word(first + 1)
    label = _BEFORE.search(scan.tokens.text, max(0, scan.tokens.starts[first] - _LABEL), scan.tokens.starts[first])
    if label is not None and label[1].lower() in scan.words.table.before_weekdays:
        return True
    paper = _PAPER.search(scan.tokens.text, max(0, scan.tokens.starts[first] - _LABEL), scan.tokens.starts[first])
    if paper is not None and paper[1].lower() in scan.words.table.weekday_papers:
        return True
    named = after.lower() in scan.words.table.weekday_names
    again = scan.letter(first - 2) == "n" and scan.tokens.word(first - 1) in scan.words.table.recurring
    if before == "n" or again or (named and after not in scan.words.table.indefinite):
        return True
    if before == "1":
        generic = scan.words.letters.get(after, "z") != "z"
        return not after.islower() or after in scan.words.table.indefinite or generic
    return before in "d'" and after[:1].isupper() and scan.words.letters.get(after, "l") == "l"


def weekday_of(scan: Scan, first: int, stop: int) -> Period | None:
    """Tuesday of last week."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "Ww")
    if "i" in letters and scan.tokens.word(first + letters.index("i")) not in _ON:
        return None
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


def the_day(scan: Scan, first: int, stop: int) -> Period | None:
    """The 4th of the month that is nearest; with a weekday, of the nearest month in which it falls on that day."""
    number = scan.number(first)
    beside = first - 1 - (scan.letter(first - 1) == "d" and scan.letter(first - 2) in "Ww")
    weekday_ = scan.number(beside) if scan.letter(beside) in "Ww" else None
    if (
        scan.next_word(stop)
        or scan.letter(stop) in "%$=("
        or (weekday_ is None and scan.tokens.word(first - 2) not in scan.words.table.before_nth)
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
    side = scan.direction(first, stop)
    planned = scan.tokens.word(first - 2) == "for"
    chosen = nearest(choices, scan.published, max(0, side) if planned else side)
    return chosen and chosen.saying(f"XXXX-XX-{number:02}")
