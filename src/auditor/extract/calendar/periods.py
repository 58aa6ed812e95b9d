"""The days that a claim speaks of: from the dates of its sentence, else from the source's own day."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.calendar.units import ended
from auditor.extract.document import Document
from auditor.language.phrases import pattern
from auditor.model import Claim, Interval, Span

Days = tuple[str, str]

#: A date governs a claim before it over so many characters, unless the clause ends between them.
_REACH = 90
#: A date that opens a sentence governs all of it.
_OPENING = 40
#: The only date of a sentence governs claims so far from it.
_FAR = 300
_BEFORE = 20
#: A figure so near after a semicolon may go on with the date before it.
_NEXT = 30
_ENDS = pattern("dates", "clause_end")
_COMPARED = pattern("dates", "compared")
_COMPARISON = pattern("dates", "comparison")
_PAST = pattern("dates", "over")
_WORD = re.compile(r"[^\W_]+")
_START = pattern("dates", "start")
_END = pattern("dates", "end")
_SINCE = pattern("dates", "since")
_ONWARDS = pattern("dates", "onwards")
#: Between a figure and the date after it they keep that from being the date of the figure: "4% above a year ago".
_AWAY = pattern("dates", "away")
_BY_THE_WAY = pattern("dates", "by_the_way")
_WHEN = pattern("dates", "when")
_FROM = pattern("dates", "from")
_AND = pattern("dates", "and")
_OUTSIDE = pattern("dates", "outside")


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a text that can govern claims, in order.

    Attributes:
        claims: The date claims.
        starts: Where each starts.
    """

    claims: Sequence[Claim]
    starts: Sequence[int]

    def within(self, sentence: Span) -> range:
        """Which of them stand in a sentence."""
        return range(bisect_left(self.starts, sentence[0]), bisect_left(self.starts, sentence[1]))


def apply(document: Document, claims: list[Claim]) -> None:
    """Set ``as_of`` of the claims of one text, in place."""
    published = document.published.isoformat() if document.published else None
    default = (published, published) if published else None
    known = sorted((claim for claim in claims if _days(claim) and claim.clue is None), key=lambda claim: claim.start)
    every = Dated(known, [claim.start for claim in known])
    inner = [claim for claim in known if not _OUTSIDE.search(document.text, max(0, claim.start - _BEFORE), claim.start)]
    dated = Dated(inner, [claim.start for claim in inner])
    for claim in claims:
        if own := _days(claim):
            claim.as_of = own
            continue
        sentence = claim.sentence or document.sentence_at(claim.start)
        near = every.within(sentence)
        governing = _governing(document.text, sentence, claim, dated) if near else None
        if governing is not None:
            claim.as_of = _meant(document, governing, published, told=claim.start > governing.end)
        else:
            claim.as_of = None if near and _others(document.text, claim, every.starts[near[0]]) else default


def _others(text: str, claim: Claim, first: int) -> bool:
    """Whether a claim might speak of a sentence's dates, the first of which starts there, or is only compared."""
    return first < claim.end or _COMPARISON.search(text, claim.end, first) is None


def _days(claim: Claim) -> Days | None:
    """The days of a date claim, where they are known."""
    value = claim.value
    if claim.kind != "date" or not isinstance(value, Interval) or value.low is None or value.high is None:
        return None
    return value.low, value.high


def _governing(text: str, sentence: Span, claim: Claim, dated: Dated) -> Claim | None:
    """Of the dates of a claim's sentence, the one that it speaks of."""
    near = dated.within(sentence)
    if not near:
        return None
    place = bisect_left(dated.starts, claim.end)
    after = dated.claims[place] if place in near else None
    if after is not None and _free(text, claim.end, after.start) and not _AWAY.search(text, claim.end, after.start):
        return after
    if _COMPARED.search(text, max(sentence[0], claim.start - _REACH), claim.start):
        return None
    inside = dated.claims[place - 1] if place - 1 in near and dated.starts[place - 1] >= claim.start else None
    if any(_aside(text, dated.claims[place], claim) for place in near):
        return inside
    before = _before(text, sentence, claim, dated, near)
    return before or inside or _alone(text, sentence, claim, dated.claims[near[0]], len(near))


def _aside(text: str, date: Claim, claim: Claim) -> bool:
    """Whether a date is told by the way, between commas, before a claim: "The firm, founded in 1952, has #5"."""
    if claim.start < date.end or not text.startswith(",", date.end):
        return False
    return _BY_THE_WAY.search(text, max(0, date.start - _REACH), date.start) is not None


def _before(text: str, sentence: Span, claim: Claim, dated: Dated, near: range) -> Claim | None:
    """The date before a claim that still holds for it."""
    last = bisect_left(dated.starts, claim.start) - 1
    if last not in near:
        return None
    before = dated.claims[last]
    if last - 1 in near and _measures(text, before, claim.start):
        return dated.claims[last - 1]
    holds = _free(text, before.end, claim.start) or (len(near) == 1 and _goes_on(text, before.end, claim, sentence))
    return before if holds else None


def _measures(text: str, date: Claim, start: int) -> bool:
    """Whether a date is only what the figure before it was measured from: "in May, up 2 from April and 4 …"."""
    return (
        start - date.end <= _REACH
        and bool(_FROM.search(text, max(0, date.start - _BEFORE), date.start))
        and (_AND.match(text, date.end) is not None)
    )


def _goes_on(text: str, start: int, claim: Claim, sentence: Span) -> bool:
    """Whether a semicolon is all that parts a figure from a date and what follows it is told of the past, too."""
    if text[start : start + 2] != "; " or claim.start - start > _NEXT:
        return False
    rest = text[start + 1 : min(sentence[1], start + _REACH)]
    return _ENDS.search(rest, 0, claim.start - start - 1) is None and _PAST.search(rest) is not None


def _alone(text: str, sentence: Span, claim: Claim, first: Claim, count: int) -> Claim | None:
    """The first date of a sentence if it opens it, or if it is the only one and no clause ends on the way to it."""
    if first.end <= claim.start and first.start - sentence[0] <= _OPENING and _opens(text[sentence[0] : first.start]):
        return first
    low, high = sorted((claim.end, first.start))
    return first if count == 1 and high - low <= _FAR and not _ENDS.search(text, low, high) else None


def _opens(words: str) -> bool:
    """Whether only words such as "by the" stand between the start of a sentence and its first date."""
    return all(word in lexicon().letters for word in _WORD.findall(words))


def _free(text: str, start: int, stop: int) -> bool:
    """Whether no clause ends between two places near each other."""
    return stop - start <= _REACH and not _ENDS.search(text, start, stop)


def _meant(document: Document, date: Claim, published: str | None, *, told: bool) -> Days | None:
    """The days meant by a governing date.

    The end of 2024 is its last day, since 2022 is until now, the quarter ended 30 June is all three months. What is
    ``told`` behind "since 1978, when" is of 1978.
    """
    days = _days(date)
    if days is None:
        return None
    low, high = days
    if whole := ended(document.text, date.start, day.fromisoformat(high)):
        return str(whole.low), str(whole.high)
    if _END.match(date.text):
        return high, high
    if _START.match(date.text):
        return low, low
    since = _SINCE.search(document.text, max(0, date.start - _BEFORE), date.start)
    lasts = (since or _ONWARDS.match(document.text, date.end)) and not (told and _WHEN.match(document.text, date.end))
    return (low, published) if lasts and published and low <= published else (low, high)
