"""Named days: Christmas, Thanksgiving, Easter Monday."""

import re
from datetime import date

from auditor.extract.calendar.lexicon import Holiday
from auditor.extract.calendar.period import DAY, Period, day_period, easter, moved, nth_weekday
from auditor.extract.calendar.scan import STEPS, Scan, chosen_by, nearest
from auditor.extract.calendar.years import named_year
from auditor.language.endings import ENDINGS

_WORD = re.compile(r"[a-z]+(?:'[a-z]*)?")
_LONGEST = 30
_WRITTEN = "XXXX-XX-XX"
#: "of last year", "this year", "2018" after a name.
_YEAR = re.compile(r"[,f]?(?:Y|(?:[LKH])U)")


def holiday(scan: Scan, begin: int, first: int) -> tuple[Period, int] | None:
    """A named day, with the words before it from ``begin`` on and its year after it; and the token after all."""
    start = scan.tokens.starts[first]
    words = _WORD.findall(scan.tokens.text[start : start + _LONGEST].lower().replace("’", "'"))
    table = scan.words.table.holidays
    name = next((name for count in (4, 3, 2, 1) if (name := " ".join(words[:count])) in table), None)
    if name is None:
        return None
    last = first
    while last + 1 < len(scan.tokens.starts) and scan.tokens.starts[last + 1] < start + len(name):
        last += 1
    rule = table[name]
    year = _YEAR.match(scan.tokens.letters, last + 1)
    if year is not None and (number := named_year(scan, last + 1, year.end())) is not None:
        return day_period(day_of(rule, number)), year.end()
    if begin == first and not _meant(scan, first, last + 1, name):
        return None
    if scan.published is None:
        return Period(_WRITTEN, grain="day"), last + 1
    choices = around(rule, scan.published)
    if begin < first:
        chosen = chosen_by(choices, scan.published, STEPS[scan.letter(first - 1)])
    else:
        chosen = nearest(choices, scan.published, scan.direction(first, last + 1))
    return (chosen.saying(_WRITTEN), last + 1) if chosen else None


def _meant(scan: Scan, first: int, stop: int, name: str) -> bool:
    """Whether a name without a year is a day: "before Christmas", not "a Christmas tree"."""
    after = scan.next_word(stop)
    before = scan.letter(first - 1)
    of_week = before == "f" and scan.letter(first - 2) in "Uk"
    named = after[:1].isupper() and after not in scan.words.letters
    if (of_week or before in "ia><LKH") and not named and not (before in "i>" and _telling(scan, after)):
        return True
    return " " in name and scan.tokens.text[scan.tokens.starts[first]].isupper()


def _telling(scan: Scan, after: str) -> bool:
    """Whether a named day only tells what kind of thing the next word names: "to Christmas flights"."""
    table = scan.words.table
    verb = after in table.past | table.future | table.modals or after.endswith(ENDINGS.past)
    return after.islower() and not verb and after not in scan.words.letters and after not in table.event_stops


def around(rule: Holiday, today: date) -> list[Period]:
    """The named day in the years around a day."""
    return [day_period(day_of(rule, today.year + step)) for step in (-1, 0, 1) if 1 < today.year < 9998]  # noqa: PLR2004 - the calendar's ends


def day_of(rule: Holiday, year: int) -> date:
    """The day a rule gives in a year."""
    if rule.month is None:
        return easter(year) + rule.after * DAY
    if rule.day is not None:
        return date(year, rule.month, rule.day)
    return moved(nth_weekday(year, rule.month, rule.weekday, rule.which), rule.after, "day") or date(
        year, rule.month, 1
    )
