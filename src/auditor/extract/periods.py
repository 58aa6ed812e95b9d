"""The days that a claim speaks of: from the dates of its sentence, else from the source's own day."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.document import Document
from auditor.model import Claim, Interval, Span

Days = tuple[str, str]

#: A date governs a claim before it over so many characters, unless the clause ends between them.
_REACH = 90
#: A date that opens a sentence governs all of it.
_OPENING = 40
_BEFORE = 20
_WORD = re.compile(r"[^\W_]+")
_START = re.compile(r"(?:the\s+)?(?:beginning|start)\b", re.IGNORECASE)
_END = re.compile(r"(?:the\s+)?(?:end|close)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?\Z", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?:before|after|until|till|prior to)\s+(?:the\s+)?\Z", re.IGNORECASE)


def apply(document: Document, claims: list[Claim]) -> None:
    """Set ``as_of`` of the claims of one text, in place."""
    published = document.published.isoformat() if document.published else None
    default = (published, published) if published else None
    dated = sorted((claim for claim in claims if _days(claim) and claim.clue is None), key=lambda claim: claim.start)
    starts = [claim.start for claim in dated]
    for claim in claims:
        if own := _days(claim):
            claim.as_of = own
            continue
        low, high = document.sentence_at(claim.start)
        near = dated[bisect_right(starts, low - 1) : bisect_right(starts, max(low, high - 1))]
        governing = _governing(document.text, (low, high), claim, near)
        if governing is not None:
            claim.as_of = _meant(document, governing, published)
        else:
            claim.as_of = None if near else default


def _days(claim: Claim) -> Days | None:
    """The days of a date claim, where they are known."""
    value = claim.value
    if claim.kind != "date" or not isinstance(value, Interval) or value.low is None or value.high is None:
        return None
    return value.low, value.high


def _governing(text: str, sentence: Span, claim: Claim, near: Sequence[Claim]) -> Claim | None:
    """Of the dates of a claim's sentence, the one that it speaks of."""
    near = [date for date in near if not _OUTSIDE.search(text, max(0, date.start - _BEFORE), date.start)]
    after = next((date for date in near if date.start >= claim.end), None)
    if after is not None and _free(text, claim.end, after.start) and "," not in text[claim.end : after.start]:
        return after
    if _compared().search(text, max(sentence[0], claim.start - _REACH), claim.start):
        return None
    before = next((date for date in reversed(near) if date.end <= claim.start), None)
    if before is not None and _free(text, before.end, claim.start):
        return before
    if near and near[0].end <= claim.start and _opens(text[sentence[0] : near[0].start]):
        return near[0]
    inside = next((date for date in near if claim.start <= date.start < claim.end), None)
    if inside is not None or len(near) != 1:
        return inside
    return None if _ends().search(text, *sorted((claim.end, near[0].start))) else near[0]


def _opens(words: str) -> bool:
    """Whether only words such as "by the" stand between the start of a sentence and its first date."""
    return len(words) <= _OPENING and all(word in lexicon().letters for word in _WORD.findall(words))


def _free(text: str, start: int, stop: int) -> bool:
    """Whether no clause ends between two places near each other."""
    return stop - start <= _REACH and not _ends().search(text, start, stop)


@cache
def _ends() -> re.Pattern[str]:
    """The end of a clause."""
    return re.compile(rf"[;:]|\b(?:{'|'.join(map(re.escape, lexicon().table.clause_ends))})\b")


@cache
def _compared() -> re.Pattern[str]:
    """The words before a figure that something else was compared with."""
    table = lexicon().table
    changes, others = ("|".join(map(re.escape, words)) for words in (table.changes, table.comparisons))
    return re.compile(rf"(?:\b(?:{changes})\b[^.;]*\bfrom|\b(?:{others}))\s+(?:(?:about|some|only|just)\s+)?\Z")


def _meant(document: Document, date: Claim, published: str | None) -> Days | None:
    """The days meant by a governing date: the end of 2024 is its last, since 2022 is until now."""
    days = _days(date)
    if days is None:
        return None
    low, high = days
    if _END.match(date.text):
        return high, high
    if _START.match(date.text):
        return low, low
    if published and low <= published and _SINCE.search(document.text, max(0, date.start - _BEFORE), date.start):
        return low, published
    return low, high
