"""Dates counted from a named one: a year earlier, the year before, the day after Christmas, two days from Friday."""

from dataclasses import replace

from auditor.extract.calendar.counting import counts, reached
from auditor.extract.calendar.grammar import STEP
from auditor.extract.calendar.period import Grain, Period, around, containing, moved, shifted, unsaid
from auditor.extract.calendar.scan import Found, Scan
from auditor.language.phrases import word_set

#: Units that figures are compared over without a date being named: "up from 4 a year earlier".
_REPORTED = frozenset({"year", "quarter", "month"})
_LONGEST = 5
_ON = word_set("dates", "before_days")
#: Units that lead from a day to a day; longer ones lead to one of their own.
_EXACT = frozenset({"day", "week", "fortnight"})


def later(scan: Scan, first: int, stop: int) -> Period | None:
    """A year earlier, two days later: counted from a date named before; three weeks from tomorrow."""
    if scan.letter(stop - 1) in "tIW":
        return _from_day(scan, first, stop)
    amounts = counts(scan, first, stop - 1)
    if len(amounts) != 1 or amounts[0].least != amounts[0].most:
        return None
    _, count, grain = amounts[0]
    if told := _beside(scan, first, stop):
        return told.saying(unsaid(grain))
    step = count * scan.number(stop - 1)
    before = scan.antecedent(first, step=step)
    if scan.dangling(first):
        return Period(unsaid(grain), grain=grain)
    if before is None or before.low is None:
        return around(scan.published, grain, step) if step < 0 and grain in _REPORTED else None
    return stepped(before, grain, step)


def _beside(scan: Scan, first: int, stop: int) -> Period | None:
    """The date that so much time is told of: "on Friday, two days earlier, …"."""
    found = scan.found[-1] if scan.found else None
    told = found is not None and scan.tokens.letters[found.last + 1 : first] == "," and scan.letter(stop) in ",."
    return found.period if found and told and found.period.low else None


def _from_day(scan: Scan, first: int, stop: int) -> Period | None:
    """Three weeks from tomorrow, a year from now, two days from Friday; a week on Friday, of what is to come."""
    amounts = counts(scan, first, stop - 2)
    if len(amounts) != 1 or (scan.letter(stop - 2) == "i" and not _counted_on(scan, first, stop, amounts[0].grain)):
        return None
    if scan.published is None:
        return Period(unsaid("day"), grain="day")
    anchor, today = scan.letter(stop - 1), scan.published
    ahead_ = (scan.number(stop - 1) - today.isoweekday()) % 7 if anchor == "W" else scan.number(stop - 1)
    start = moved(today, 0 if anchor == "I" else ahead_, "day")
    end = start and moved(start, (scan.number(stop - 2) or 1) * amounts[0].most, amounts[0].grain)
    if anchor == "I" and end and end > today:
        return reached(end, today, amounts)
    grain: Grain = amounts[0].grain if anchor == "I" else "day"
    return containing(end, grain).saying(unsaid(grain)) if end else None


def _counted_on(scan: Scan, first: int, stop: int, grain: Grain) -> bool:
    """Whether "a week on Friday" is the Friday after the next."""
    weeks = grain in ("week", "fortnight")
    return weeks and scan.tokens.word(stop - 2) in _ON and scan.direction(first, stop) > 0


def before(scan: Scan, first: int, stop: int) -> Period | None:
    """The year before, two days after: counted from a date named before."""
    amounts = counts(scan, first, stop - 1)
    named = scan.antecedent(first, step=scan.number(stop - 1))
    if scan.dangling(first) and len(amounts) == 1:
        return Period(unsaid(amounts[0].grain), grain=amounts[0].grain)
    if named is None or len(amounts) != 1 or amounts[0].least != amounts[0].most:
        return None
    return stepped(named, amounts[0].grain, amounts[0].most * scan.number(stop - 1))


def stepped(before: Period, grain: Grain, step: int) -> Period:
    """So many units from a date: of its own kind if that is a part of the unit, else of the unit's.

    What came two years after a month is not told to the month.
    """
    parts = ("quarter", "half", "span", *(() if step > 0 and grain == "year" else ("month",)))
    same = before.grain in parts and grain in ("year", "quarter", "half", "month")
    if same or before.grain == grain or before.low is None:
        return shifted(before, step, grain).saying(unsaid(grain))
    return around(before.low, grain, step)


def from_named(scan: Scan, found: Found) -> Found:
    """The day so long before or after the one found; "in the two days after" it is a stretch of time and none."""
    step = STEP.search(scan.tokens.letters, max(0, found.first - _LONGEST), found.first)
    day = found.period.low
    if step is None or day is None or found.period.grain != "day" or _owning(scan, found, step[0]):
        return found
    at = found.first - 1 - (step[0][-1] == "d")
    (amount,) = counts(scan, step.start(), at)
    if step[0][0] == "d" and amount.grain != "day":
        return found
    target = moved(day, scan.number(at) * amount.most, amount.grain)
    if target is None:
        return found
    period = containing(target, "day" if amount.grain in _EXACT else amount.grain)
    return replace(found, first=step.start(), period=period.saying(unsaid(period.grain)), counted=True)


def _owning(scan: Scan, found: Found, step: str) -> bool:
    """Whether the day is that of an event which is counted from: "a day after Monday's march", "… the 4 July fire"."""
    follower = scan.next_word(found.last + 1 + (scan.letter(found.last + 1) == ","))
    told = step[-1] == "d" and follower.islower() and follower not in scan.words.letters
    return told or scan.letter(found.last + 1) == "'"
