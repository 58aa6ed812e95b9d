"""Times of day, as lengths of time since midnight: "at 6.40 a.m.", "shortly before nine in the evening", "at 14:35"."""

import re
from collections.abc import Iterator

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.document import Document
from auditor.language.phrases import pattern, word_set
from auditor.model import TIME_OF_DAY, Claim, Interval, Qualifier

_FIGURES = pattern("times", "figures")
_WORDED = pattern("times", "worded")
_NAMED = pattern("times", "named")
_ABOUT, _BEFORE, _AFTER = (pattern("times", name) for name in ("about", "before", "after"))
_BOUND = pattern("times", "bound")
_ZONE, _GOES_ON = pattern("times", "zone"), pattern("times", "goes_on")
(_MIDNIGHT,) = word_set("times", "midnight")
_BACK, _LEAD = 70, 24
_HOUR, _NOON, _DAY = 60, 12, 24
_DAWN = 6
_FULL = 2
"""The clock of 24 hours tells the hour with so many digits."""
_LITTLE = 30
"""How many minutes "shortly before" is at most."""


def times(document: Document) -> list[Claim]:
    """The claims of what happens at what time of day, after its dates were read; words are added to what is reserved.

    Ends of stretches of time and times of a named zone are left out, and what may be in the morning or the evening.
    """
    text = document.text
    worded = list(_worded(document))
    if worded:
        document.reserved = sorted([*document.reserved, *(match.span("time") for match in worded)])
    in_figures = [match for start, _ in document.clocks if (match := _FIGURES.match(text, start))]
    whole_day = any(_is_whole_day(match) for match in in_figures)
    told = [match for match in in_figures if match["am"] or match["pm"] or (whole_day and _is_told(text, match))]
    by_start = {match.start(): match for match in told} | {match.start("time"): match for match in worded}
    made = (_claim(document, match) for _, match in sorted(by_start.items()))
    return [claim for claim in made if claim is not None]


def _worded(document: Document) -> Iterator[re.Match[str]]:
    """The hours that stand before a part of the day: "half past nine on Sunday night"."""
    text = document.text
    for start, word in document.triggers.of["hour"]:
        low = max(document.sentence_at(start)[0], start - _BACK)
        match = _WORDED.search(text, low, start + len(word))
        if match and (match["minute"] or _NAMED.search(text, max(low, match.start() - _LEAD), match.start())):
            yield match


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether the figures of a clock of 24 hours say when something happened, and are no stamp above a text."""
    named = _NAMED.search(text, max(0, match.start() - _LEAD), match.start())
    return named is not None and match["minute"] is not None and len(match["hour"]) == _FULL


def _is_whole_day(match: re.Match[str]) -> bool:
    """Whether a time is told by the clock of 24 hours."""
    if match["am"] or match["pm"] or not match["minute"]:
        return False
    return match["hour"].startswith("0") or _NOON < int(match["hour"]) < _DAY


def _claim(document: Document, match: re.Match[str]) -> Claim | None:
    """The claim of one time; None where it is an end of a stretch, or of a zone, or no time at all."""
    text, groups = document.text, match.groupdict()
    start, end = match.span("time") if "time" in groups else match.span()
    before = text[max(0, start - _LEAD) : start]
    minute = _minute(groups)
    if minute is None or document.zone_at(start) == "dateline" or _ZONE.match(text, match.end()):
        return None
    little = -1 if _BEFORE.search(before) else 1 if _AFTER.search(before) else 0
    if not little and (_BOUND.search(before) or _GOES_ON.match(text, end)):
        return None
    about = _ABOUT.search(before)
    qualifier: Qualifier = "about" if about or little else "exact"
    room = _room(groups, minute) * (3 if about else 1)
    low, high = (minute - room, minute + room) if not little else sorted((minute, minute + little * _LITTLE))
    value = Interval(str(minute), str(max(low, 0)), str(min(high, _DAY * _HOUR)))
    return Claim(
        "duration",
        start,
        end,
        text[start:end],
        value,
        qualifier=qualifier,
        unit="minute",
        dimension=TIME_OF_DAY,
        measure=_MIDNIGHT,
    )


def _minute(groups: dict[str, str | None]) -> int | None:
    """How many minutes since midnight; None where the figures are no time."""
    word = groups.get("word")
    hour = lexicon().numbers[word.lower()] if word else int(groups["hour"] or 0)
    minute = int(groups["minute"] or 0) + _part(groups)
    if hour >= _DAY or (hour > _NOON and (groups["am"] or groups["pm"])):
        return None
    if groups["am"]:
        hour %= _NOON
    elif groups["pm"]:
        hour = hour % _NOON + _NOON if hour <= _NOON else hour
    elif groups.get("night") and _DAWN <= hour < _NOON:
        hour += _NOON
    elif groups.get("night") and hour == _NOON:
        return None
    return hour * _HOUR + minute


def _part(groups: dict[str, str | None]) -> int:
    """The minutes that words put before or behind the hour: "half past", "ten to"."""
    if part := groups.get("part"):
        minutes = lexicon().numbers[part.lower()]
    else:
        minutes = 30 if groups.get("half") else 15 if groups.get("quarter") else 0
    return minutes if groups.get("past") else -minutes


def _room(groups: dict[str, str | None], minute: int) -> int:
    """How many minutes a time may be off that is told so roughly."""
    if groups["minute"] is None:
        return 10 if minute % _HOUR == 0 else 5
    return 1 if minute % 5 else 5
