"""Makes a source of a text and what is known of it besides."""

from auditor.model import Source, Span
from auditor.read.metadata import Metadata
from auditor.read.zones import zones


def make_source(name: str, text: str, known: Metadata, story: str, *, path: str | None = None, line: int = 1) -> Source:
    """Make a source, with what its text tells of itself where the metadata does not.

    Args:
        name: Its id.
        text: Its words.
        known: What is known besides.
        story: The story that it belongs to if the metadata names none.
        path: The file it was read from.
        line: The line of that file that the text begins on.
    """
    layout = zones(text, known.title)
    title, title_span = _told(text, layout.title_span, known.title)
    url, url_span = _told(text, layout.url_span, known.url)
    return Source(
        id=name,
        story=known.story or story,
        text=text,
        title=title,
        url=url,
        published=known.published,
        publisher=known.publisher,
        path=path,
        title_span=title_span,
        url_span=url_span,
        zones=layout.zones,
        line=line,
    )


def _told(text: str, span: Span | None, given: str | None) -> tuple[str | None, Span | None]:
    """What the metadata gives, else the words in the text; with the span if the text says the same."""
    if span is None:
        return given, None
    written = text[slice(*span)]
    return (written, span) if given in {None, written} else (given, None)
