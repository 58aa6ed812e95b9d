"""The dates that a text speaks of, and the figures in it that belong to the calendar and the clock."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from auditor.extract.calendar.period import Period
from auditor.extract.calendar.reading import read
from auditor.extract.calendar.scan import Found, Scan
from auditor.extract.document import Document
from auditor.model import Claim, Interval, Span

#: Expressions whose figures count units of time and are quantities too.
_COUNTING = frozenset({"ago", "ahead", "before", "counted", "later"})
#: Tokens that are times of day.
_CLOCKS = re.compile("T")


def dates(document: Document) -> list[Claim]:
    """The date claims of a text; its calendar and clock spans are added to ``document.reserved``, the latter kept.

    Dates in a dateline are clues to the publication and are left to :mod:`auditor.extract.calendar.clues`; addresses,
    reserved before, hold no dates of the text.
    """
    taken = list(document.reserved)
    scan = read(document.text, document.published, document.sentences, _telling(document))
    claims = []
    for found in scan.found:
        span = span_of(scan, found)
        if _meets(span, taken):
            continue
        if found.kind not in _COUNTING:
            document.reserved.append(span)
        if document.zone_at(span[0]) != "dateline":
            claims.append(claim(document.text, span, found.period))
    document.clocks = clocks(scan)
    document.reserved += document.clocks
    document.reserved.sort()
    return claims


def _telling(document: Document) -> Iterator[Span]:
    """The sentences that have a figure or a word that dates need, each with the space after it."""
    starts, high = document.sentences.starts, 0
    for place in sorted((*document.triggers.figures, *document.triggers.of["date"].starts)):
        if place >= high:
            index = bisect_right(starts, place)
            high = starts[index] if index < len(starts) else len(document.text)
            yield starts[index - 1] if index else 0, high


def span_of(scan: Scan, found: Found) -> Span:
    """Where an expression stands in the text."""
    return scan.tokens.starts[found.first], scan.tokens.ends[found.last]


def claim(text: str, span: Span, period: Period) -> Claim:
    """A date claim of some words."""
    several = "/" in period.written
    return Claim("date", *span, text[slice(*span)], _value(period), qualifier="range" if several else "exact")


@lru_cache(maxsize=4096)  # texts repeat their dates, and equal values are kept once
def _value(period: Period) -> Interval:
    """The value of a date."""
    low = period.low.isoformat() if period.low else None
    high = low if period.high == period.low else period.high.isoformat() if period.high else None
    written = low if low == period.written else period.written
    return Interval(low if low == high and period.grain == "day" else None, low, high, written=written)


def clocks(scan: Scan) -> list[Span]:
    """Times of day."""
    return [
        (scan.tokens.starts[match.start()], scan.tokens.ends[match.start()])
        for match in _CLOCKS.finditer(scan.tokens.letters)
    ]


def _meets(span: Span, others: list[Span]) -> bool:
    """Whether a span overlaps one of some spans, which are in order; those that overlap each other end together."""
    last = bisect_left(others, (span[1], 0)) - 1
    return last >= 0 and span[0] < others[last][1]
