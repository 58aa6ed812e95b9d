"""What a bare number counts where the text leaves that to a number before: "450 passengers … 20 of them"."""

import re
from functools import cache

from auditor.extract.quantity.counted import counted_phrase, is_stop, singular
from auditor.extract.quantity.quantity_words import table
from auditor.extract.words import WORD
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Claim, Interval, Value

_SENTENCE = re.compile(r"[.!?][\"”’)]*\s")
_REACH = 160
"""So near stands the number that a bare one is a part of."""
_OF_WHOLE = pattern("quantities", "of_whole")
_LEAD = 12
_TO = FUNCTION_WORDS.single["to"]
_OF = FUNCTION_WORDS.single["of"]
_FAR = 100
"""Two numbers of the same things are hardly further apart than this many times."""
_PAIR = 2
_ENDS = frozenset(".,;:)")


def complete(text: str, claims: list[Claim]) -> None:
    """Fill in what bare numbers count by the number before them; the claims are in the order of the text."""
    whole: Claim | None = None
    for claim in claims:
        if claim.unit != "count":
            continue
        if (
            claim.counted is None
            and claim.measure is None
            and (of := _OF_WHOLE.search(text, max(0, claim.start - _REACH), claim.start))
        ):
            claim.counted = counted_phrase(of["whole"].split())
        if claim.counted is None and whole is not None and claim.start - whole.end < _REACH:
            _take(text, whole, claim)
        if claim.counted is not None and "-" not in claim.text and _after().match(text, claim.end) is None:
            whole = claim


def _take(text: str, whole: Claim, claim: Claim) -> None:
    """Let a bare number count what the number before it counts, where it is part of that or set against it."""
    between = text[whole.end : claim.start]
    words = between.split()
    if len(words) == _PAIR and words[1] in _TO and singular(words[0].lower()) == whole.counted:
        claim.counted, claim.measure = whole.counted, whole.measure
    elif _after().match(text, claim.end) or (_SENTENCE.search(between) is None and _is_part(text, whole, claim)):
        claim.counted = whole.counted


def _is_part(text: str, whole: Claim, claim: Claim) -> bool:
    """Whether a bare number is one of what a number before it in the sentence counts: "of the 40 cars, 12 were"."""
    if _before().search(text, whole.end, claim.start) is not None or _left_out(text, whole, claim):
        return True
    lead = text[max(0, whole.start - _LEAD) : whole.start].lower().split()[-2:]
    opened = not _OF.isdisjoint(lead)
    return opened and claim.measure is None and "," in text[whole.end : claim.start]


def _left_out(text: str, whole: Claim, claim: Claim) -> bool:
    """Whether a number tells how many and leaves out of what: "lost 12 seats and holds 40", not "at 40", "was 40"."""
    if claim.measure or claim.reached or not _is_comparable(whole.value, claim.value):
        return False
    before = text[max(0, claim.start - _LEAD) : claim.start].split()[-1:]
    if not before or before[0].lower() in table().levelling:
        return False
    following = WORD.match(text, claim.end + 1)
    word = following.group() if following and text[claim.end : claim.end + 1].isspace() else ""
    if before[0][-1] == ",":
        return word in table().list_links
    return before[0][-1].isalpha() and (is_stop(word) if word else text[claim.end : claim.end + 1] in _ENDS)


def _is_comparable(one: Value, other: Value) -> bool:
    """Whether two numbers may count the same: neither has decimals, and neither is far larger."""
    if not (isinstance(one, Interval) and isinstance(other, Interval)):
        return False
    ends = [value.point or value.low or value.high or "0" for value in (one, other)]
    if any("." in end for end in ends):
        return False
    a, b = map(int, ends)
    return 0 < a <= _FAR * b <= _FAR * _FAR * a


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0](?:{'|'.join(table().part_after)})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0(](?:{'|'.join(table().part_before)})(?:[ \u00a0][a-z]+){{0,2}}[ \u00a0]$")
