"""Days told by a named one after them: the day after Christmas, two weeks before 4 July."""

import re
from dataclasses import replace

from auditor.extract.calendar.counting import counts
from auditor.extract.calendar.period import containing, moved, unsaid
from auditor.extract.calendar.scan import Found, Scan

_STEP = re.compile(r"(?:(?<![id])[cD]P|(?<![id])1U|(?<!>)dU)[a<]d?\Z")
_LONGEST = 5
#: Units that lead from a day to a day; longer ones lead to one of their own.
_EXACT = frozenset({"day", "week", "fortnight"})


def anchored(scan: Scan, found: Found) -> Found:
    """The day so long before or after the one found; "in the two days after" it is a stretch of time and none."""
    step = _STEP.search(scan.tokens.letters, max(0, found.first - _LONGEST), found.first)
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
