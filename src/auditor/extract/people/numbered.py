"""Numbers of headlines that count nothing: "No. 34", "Day 6", "Boeing 737".

Only headlines are read for them, because a number in a headline is asked after whatever it means.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from auditor.extract.document import Document
from auditor.model import Claim, Name, Span

_NUMBERED = re.compile(r"(?<![^\W_])[^\W\d_][\w.&'’-]*[ \u00a0]#?((?!1[5-9]\d\d|20\d\d)\d{1,4})(?![\w/:–-]|[.,]\d)")
_NUMERIC = frozenset({"quantity", "date", "duration"})


def numbered(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """A name for each word with a number after it in the headlines of a document, where the number is no other claim.

    Args:
        document: The document.
        claims: Its other claims.
    """
    taken = sorted([(claim.start, claim.end) for claim in claims if claim.kind in _NUMERIC] + document.reserved)
    return [
        Claim("name", *match.span(), match[0], Name(" ".join(match[0].split())), field=document.field)
        for start, end in _headlines(document)
        for match in _NUMBERED.finditer(document.text, start, end)
        if not _overlaps(match.span(1), taken)
    ]


def _headlines(document: Document) -> list[Span]:
    if document.field == "title":
        return [(0, len(document.text))]
    return [(zone.start, zone.end) for zone in document.zones if zone.name == "headline"]


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether a span shares a character with one of the spans in order."""
    index = bisect_right(taken, (span[0], span[0] + 1_000_000))
    return any(end > span[0] and start < span[1] for start, end in taken[max(0, index - 2) : index + 1])
