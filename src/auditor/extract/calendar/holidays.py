"""Named days: Christmas, Thanksgiving, Easter Monday."""

import re
from datetime import date

from auditor.extract.calendar.lexicon import Holiday
from auditor.extract.calendar.period import DAY, Period, day_period, easter, moved, nth_weekday, spanning
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
    if rule.named and (first == 0 or _word_before(scan, first) not in rule.named):
        return None
    rules = [table[other] for other in rule.like] or [rule]
    year = _YEAR.match(scan.tokens.letters, last + 1)
    if year is not None and (number := named_year(scan, last + 1, year.end())) is not None:
        found = next(iter(in_year(rules, number)), None)
        return (found, year.end()) if found else None
    if begin == first and not _meant(scan, first, last + 1, name):
        return None
    if scan.published is None:
        return Period(_WRITTEN, grain="day"), last + 1
    choices = [choice for step in (-1, 0, 1) for choice in in_year(rules, scan.published.year + step)]
    if begin < first:
        chosen = chosen_by(choices, scan.published, STEPS[scan.letter(first - 1)])
    else:
        chosen = nearest(choices, scan.published, scan.direction(first, last + 1))
    return (chosen.saying(_WRITTEN), last + 1) if chosen else None


def _meant(scan: Scan, first: int, stop: int, name: str) -> bool:
    """Whether a name without a year is a day: "before Christmas", not "a Christmas tree"."""
    after = scan.next_word(stop)
    before = scan.letter(first - 1)
    of_time = before == "f" and scan.letter(first - 2) in "Ukz"
    named = after[:1].isupper() and after not in scan.words.letters
    if (of_time or before in "ia><LKH") and not named and not (before in "i>" and _telling(scan, after)):
        return True
    start = scan.tokens.starts[first]
    if scan.sentence_at(start)[0] == start and after.islower() and _is_verb(scan, after):
        return True
    return " " in name and scan.tokens.text[start].isupper() and after not in scan.words.table.named_for_months


def _telling(scan: Scan, after: str) -> bool:
    """Whether a named day only tells what kind of thing the next word names: "to Christmas flights"."""
    table = scan.words.table
    return (
        after.islower()
        and not _is_verb(scan, after)
        and after not in scan.words.letters
        and after not in table.event_stops
    )


def _is_verb(scan: Scan, word: str) -> bool:
    """Whether a word tells when something is, as verbs do."""
    table = scan.words.table
    return word in table.past | table.future | table.modals or word.endswith(ENDINGS.past)


def _word_before(scan: Scan, first: int) -> str:
    """The word right before a token, in small letters."""
    start = scan.tokens.starts[first]
    return scan.tokens.text[max(0, start - _LONGEST) : start].rstrip().rpartition(" ")[2].lower()


def in_year(rules: list[Holiday], year: int) -> list[Period]:
    """The days that rules give in a year, in order; feasts of other calendars may come twice in one of ours."""
    if not 1 < year < 9998:  # noqa: PLR2004 - the calendar's ends
        return []
    first_days = sorted((day, rule.lasts) for rule in rules for day in _first_days(rule, year))
    return [
        day_period(day) if lasts == 1 else spanning(day, 0, lasts - 1, _WRITTEN, "span") for day, lasts in first_days
    ]


def _first_days(rule: Holiday, year: int) -> list[date]:
    """The days, or first days, that a rule gives in a year."""
    if rule.on:
        return [date.fromisoformat(day) for day in rule.on if day.startswith(f"{year}-")]
    if rule.month is None:
        return [easter(year) + rule.after * DAY]
    if rule.day is not None:
        return [date(year, rule.month, rule.day)]
    start = nth_weekday(year, rule.month, rule.weekday, rule.which)
    return [moved(start, rule.after, "day") or start]
