"""Who a source is by: its authors, by the line above the story that names them, and its publisher."""

from functools import lru_cache
from itertools import takewhile
from urllib.parse import urlsplit

from auditor.language.phrases import pattern
from auditor.model import Source
from auditor.read import lines

_TOP = 2_000
"""In how many characters a byline stands."""
_SENTENCE = 20
"""A line that is longer, and ends as a sentence does, belongs to the story."""
_APART = pattern("bylines", "apart")
_PLACE = pattern("bylines", "place")


def authors(text: str) -> tuple[str, ...]:
    """The names in a text's byline, without a place; none where it has none."""
    return _authors(text[:_TOP])


@lru_cache(maxsize=1024)
def _authors(top: str) -> tuple[str, ...]:
    above = takewhile(lambda line: not lines.is_prose(line, least=_SENTENCE), lines.split_lines(top))
    byline = next((name for line in above if (name := lines.labelled(line, lines.words().author_labels))), "")
    return tuple(filter(None, _APART.split(_PLACE.sub("", byline))))


def publisher(source: Source) -> str | None:
    """Who published a source: as it is given, else the host of its address."""
    if source.publisher or not source.url:
        return source.publisher
    try:
        host = urlsplit(source.url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
