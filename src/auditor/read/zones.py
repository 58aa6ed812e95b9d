"""Divides a pasted news page into headline, dateline, body, background, sidebar and footer; finds its title and URL.

Above the story stand a headline and lines that say when, where and by whom it appeared. Below that everything is body
until a line tells otherwise: a heading opens another zone, a single line of furniture is a zone of its own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.model import Span, Zone, ZoneName
from auditor.read import lines as kinds
from auditor.read.lines import Line, Opening

_PARAGRAPH = 140
_AFTER_ASIDE = 100
_SENTENCE = 20
_STORY_WITHIN = 60
_SUBHEADING = 70
_OUTLET_WORDS = 4


class Layout(NamedTuple):
    """What the form of a page tells.

    Attributes:
        zones: In order, covering the text; none for an empty text.
        title_span: Where the headline stands, if there is one.
        url_span: Where the page's own address stands, if it is given.
    """

    zones: tuple[Zone, ...]
    title_span: Span | None
    url_span: Span | None


def zones(text: str, title: str | None = None) -> Layout:
    """Divide a text, whose headline may be known. A few sentences, or running text without a headline, are all body."""
    lines = list(kinds.split_lines(text))
    if sum(1 for line in lines if line.words) <= 1:
        whole = (Zone("body", 0, len(text)),) if text else ()
        return Layout(tuple(_opening(text, whole)), None, None)
    top, span = _top(lines, title)
    names = [*top, *_below(lines, len(top))]
    return Layout(tuple(_opening(text, _merged(lines, names))), span, _address(lines, len(top)))


def _opening(text: str, found: Sequence[Zone]) -> Iterator[Zone]:
    """The zones, with the day that the story itself opens with set apart: ``(May 3, 2024 9:15 AM) The bridge``."""
    first = next((zone for zone in found if zone.name == "body"), None)
    for zone in found:
        end = kinds.opening_date(text, zone.start) if zone is first else None
        if end is not None and end < zone.end:
            yield Zone("dateline", zone.start, end)
            yield Zone("body", end, zone.end)
        else:
            yield zone


def _top(lines: Sequence[Line], title: str | None) -> tuple[list[ZoneName], Span | None]:
    """The zones of the lines above the story, and the headline among them; nothing where no story follows."""
    found: list[ZoneName] = []
    headline: Line | None = None
    span: Span | None = None
    for index, line in enumerate(lines):
        name = _top_zone(lines, index, headline, title)
        if name is None:
            return found, span
        if name == "headline" and headline is None:
            headline = line
            if title is not None and not line.heading_mark and not _is_like(line.words, title):
                name = "body"  # the headline is known, and stands elsewhere
            else:
                span = _title_span(line)
        found.append(name)
    return [], None


def _top_zone(lines: Sequence[Line], index: int, headline: Line | None, title: str | None) -> ZoneName | None:
    """The zone of a line if it stands above the story; None where the story begins."""
    line = lines[index]
    if not line.words:
        return "dateline" if headline is None else "headline"
    if line.words == title or (_is_labelled_title(line) if headline is None else line.label == headline.label):
        return "headline"
    if kinds.is_furniture(line):
        return kinds.single(line) or "dateline"
    if headline is None:
        return "headline" if kinds.is_headline(line) and _story_follows(lines, index) else None
    alone = index + 1 < len(lines) and not lines[index + 1].words and line.words.count(" ") < _OUTLET_WORDS
    return "dateline" if alone and kinds.heading(line) is None and kinds.is_name(line.words) else None


def _is_like(words: str, title: str) -> bool:
    """Whether most words of a line are those of a known title, and the other way round."""
    said, known = ({*text.casefold().split()} for text in (words, title))
    return 2 * len(said & known) >= max(len(said), len(known))


def _story_follows(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank or furniture, and then running text, come after what looks like a headline."""
    after = lines[index + 1 : index + 1 + _STORY_WITHIN]
    if not after:
        return False
    line, beside = lines[index], after[0]
    apart = not beside.words or line.heading_mark or beside.label == line.label or kinds.is_furniture(beside)
    return apart and any(kinds.is_prose(other, least=_SENTENCE) for other in after)


def _is_labelled_title(line: Line) -> bool:
    label, colon, rest = line.words[:200].partition(":")
    return bool(colon and rest.strip()) and label.casefold() in kinds.words().title_labels


def _title_span(line: Line) -> Span:
    """The headline without its label (``Title:``) and Markdown's stars."""
    start, end = line.span
    if _is_labelled_title(line):
        start += line.words.index(":") + 1
    words = line.words[start - line.words_start :]
    start += len(words) - len(words.lstrip(" \t*_"))
    end -= len(words) - len(words.rstrip(" \t*_"))
    return start, end


def _below(lines: Sequence[Line], first: int) -> Iterator[ZoneName]:
    """The zones of the story's lines and of all that follows."""
    current: Opening = "body"
    for index in range(first, len(lines)):
        line = lines[index]
        opened = _opened(lines, index, current) if line.words else None
        if opened is not None:
            current = opened
        elif line.words and (name := _exception(line, current)) is not None:
            yield name
            continue
        yield "sidebar" if current == "aside" else current


def _exception(line: Line, current: Opening) -> ZoneName | None:
    """The zone of a single line that leaves the zone around it as it is."""
    if current == "sidebar":
        return None
    if kinds.run_in(line) == "aside":
        return "sidebar"
    name = kinds.single(line)
    return "dateline" if name is None and current == "body" and kinds.is_date(line, announced=True) else name


def _opened(lines: Sequence[Line], index: int, current: Opening) -> Opening | None:
    """The zone or aside that begins with a line, if one does."""
    line = lines[index]
    opened = kinds.heading(line) if _stands_alone(lines, index) else None
    if opened is None:
        opened = kinds.run_in(line)
        opened = None if opened == "aside" else opened
    if opened is not None:
        return opened
    if current == "aside" and kinds.is_prose(line, least=_AFTER_ASIDE):
        return "body"
    if current == "sidebar" and kinds.is_prose(line, least=_PARAGRAPH) and _prose_follows(lines, index):
        return "body"
    return "body" if current == "background" and _is_subheading(lines, index) else None


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank is above or below, or the words are set off by a colon, capitals or Markdown."""
    line = lines[index]
    return (
        index == 0
        or index + 1 == len(lines)
        or not lines[index - 1].words
        or not lines[index + 1].words
        or line.heading_mark
        or line.words.endswith(":")
        or line.words.isupper()
    )


def _prose_follows(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line with words is a paragraph too."""
    following = (line for line in lines[index + 1 : index + 4] if line.words)
    return any(kinds.is_prose(line, least=_PARAGRAPH) for line in following)


def _is_subheading(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line between blanks heads the paragraph below it."""
    line, around = lines[index], lines[max(index - 1, 0) : index + 3]
    if len(around) < 4 or len(line.words) > _SUBHEADING or not kinds.is_headline(line):  # noqa: PLR2004 - one above, two below
        return False
    return not around[0].words and not around[2].words and kinds.is_prose(around[3])


def _merged(lines: Sequence[Line], names: Sequence[ZoneName]) -> tuple[Zone, ...]:
    """Neighbouring lines of one zone as one; a blank line belongs to what it follows."""
    merged: list[Zone] = []
    start, current = 0, None
    for line, name in zip(lines, names, strict=True):
        if not line.words or name == current:
            continue
        if current is not None:
            merged.append(Zone(current, start, line.start))
            start = line.start
        current = name
    return (*merged, Zone(current or "body", start, lines[-1].end))


def _address(lines: Sequence[Line], first: int) -> Span | None:
    """The page's own address: a line of its own at the end, before furniture only, or above the story."""
    for line in reversed(lines[first:]):
        span = _article(line)
        if span is not None:
            return span
        if line.words and not kinds.is_furniture(line):
            break
    return next((span for line in lines[:first] if (span := _article(line)) is not None), None)


def _article(line: Line) -> Span | None:
    """Where an address stands that may be an article's."""
    span = kinds.url(line)
    if span is None:
        return None
    address = line.words[span[0] - line.words_start : span[1] - line.words_start]
    return None if kinds.is_channel(address) else span
