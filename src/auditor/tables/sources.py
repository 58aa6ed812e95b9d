"""The sources table: one row a source."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from auditor.language.spoken import is_foreign
from auditor.model import SourceInfo
from auditor.read.bylines import authors, publisher
from auditor.tables.columns import SOURCE_COLUMNS
from auditor.tables.schemas import SOURCES, Frame, frame
from auditor.tables.values import ordinal

_OPENING, _OPENING_WORDS = 200, 12
"""How far the opening of a text goes, in characters and words."""


def sources_table(sources: Iterable[SourceInfo]) -> Frame:
    """Make the sources table of whole stories."""
    sources = list(sources)
    first = _first_days(sources)
    told = Counter(info.source.story for info in sources)
    linked = Counter(info.source.story for info in sources if info.source.url)
    rows = [
        origin(info)
        | {
            "id": info.source.id,
            "story": info.source.story,
            "title": info.source.title,
            "opening": " ".join(info.source.text[:_OPENING].split()[:_OPENING_WORDS]),
            "url": info.source.url,
            "path": info.source.path,
            "published": info.published,
            "published_from": info.published_from,
            "published_text": info.source.published,
            "claims": len(info.claims),
            "quotations": sum(claim.kind == "quotation" for claim in info.claims),
            "speakers": len({claim.speaker for claim in info.claims} - {None}),
            "sources": told[info.source.story],
            "with_url": linked[info.source.story],
            "foreign": is_foreign(info.source.text),
            "days_after_first": ordinal(info.published) - first.get(info.source.story, np.nan),
        }
        for info in sources
    ]
    columns = {name: np.array([row[name] for row in rows], dtype=dtype) for name, dtype in SOURCE_COLUMNS.items()}
    return SOURCES.validate(frame(columns), lazy=True, inplace=True)


def origin(info: SourceInfo) -> dict[str, Any]:
    """Who published a source and who wrote it."""
    return {"publisher": publisher(info.source), "byline": "; ".join(authors(info.source.text)) or None}


def _first_days(sources: Iterable[SourceInfo]) -> dict[str, float]:
    """The day of the first dated source of each story."""
    first: dict[str, float] = {}
    for info in sources:
        if info.published is not None:
            day = ordinal(info.published)
            first[info.source.story] = min(day, first.get(info.source.story, day))
    return first
