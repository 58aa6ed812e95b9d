"""Where sentences begin and end."""

import re

from auditor.model import Span

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n|\n(?=\s*[•*-] )")


def sentences(text: str) -> list[Span]:
    """Split a text into sentence spans, in order, without surrounding white space."""
    spans, start = [], 0
    for match in _END.finditer(text):
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    trimmed = []
    for low, high in spans:
        body = text[low:high]
        stripped = body.strip()
        if stripped:
            first = low + len(body) - len(body.lstrip())
            trimmed.append((first, first + len(stripped)))
    return trimmed
