"""What kind of line of a pasted news page is this? The words that tell are data (``language/en/zones.yaml``)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from auditor.language import Table, load
from auditor.language.phrases import pattern
from auditor.model import Span, ZoneName

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARKS = " \r\n\t\v\f\0\xa0\u200b\u2060\ufeff"
_BULLET = re.compile(r"(?:[•●▪◦‣·*>»|–—-]+|#{1,6})[ \t\xa0]+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\b\d{1,2}:\d{2}\b")
_FULL_DAY = re.compile(r"\b\d{1,2},? (?:[A-Z][a-z]{2,8}\.? )?\d{4}\b(?=,? \d{1,2}[:.]\d{2}|$)|\b\d{4}-\d\d-\d\d\b")
_DASH = r"(?:--|[—–]|(?<= )-)"
_OPENING = re.compile(
    r"\s*(?:\(([^()\n]{8,48})\)"
    rf"|[A-Z][^()\d\n]{{2,40}} \(([^()\n]{{8,48}})\) ?{_DASH}"
    rf"|([A-Z][^()\n]{{8,60}}?)(?: ?\([A-Z][\w. ]{{1,30}}\))? ?{_DASH})\s"
)
_BESIDE = pattern("bylines", "beside")
"""What stands between a date and a byline in one line."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMES = 5
_URL = re.compile(r"<?(https?://[^\s<>\"']{4,2000})>?", re.IGNORECASE)
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_UNFINISHED = re.compile(r"[.!?…,:;][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’»)\]]*$")
_MIDDLE = re.compile(r"[^\W\d_]{3}[.!?][\"'”’)]? [“\"‘']?[A-Z]")
_LABEL = pattern("bylines", "label")
_BY = pattern("bylines", "by")
_FURNITURE_LIMIT = 120
_HEADLINE_LIMIT = 220
_PROMOTION_LIMIT = 400
_PROSE = 80


Opening = Literal["background", "body", "aside", "sidebar", "footer"]


class Headings(Table):
    """Words that open a zone, by zone; an aside is a sidebar that one paragraph ends."""

    background: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    sidebar: frozenset[str] = frozenset()
    footer: frozenset[str] = frozenset()


class ZoneWords(Table):
    """The furniture of news pages."""

    headings: Headings
    run_in: Headings
    lines: Headings
    footer_starts: tuple[str, ...]
    footer_phrases: tuple[str, ...]
    date_words: frozenset[str]
    time_words: frozenset[str]
    publication_words: frozenset[str]
    furniture_words: frozenset[str]
    columns: frozenset[str]
    title_labels: frozenset[str]
    author_labels: frozenset[str]
    label_lines: frozenset[str]
    url_labels: frozenset[str]
    name_words: frozenset[str]
    channels: frozenset[str]


class Line(NamedTuple):
    """A line with its place.

    Attributes:
        start: Where the line begins.
        end: Where the next one begins.
        words_start: Where its words begin, after blanks and a bullet.
        words: The line without blanks, bullet and line end.
        label: The words of a short line as the tables spell them: lower case, plain apostrophes, no marks around.
        bulleted: Whether a bullet was taken off.
        heading_mark: Whether the bullet was a Markdown heading's.
    """

    start: int
    end: int
    words_start: int
    words: str
    label: str
    bulleted: bool = False
    heading_mark: bool = False

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.words_start, self.words_start + len(self.words)


@cache
def words() -> ZoneWords:
    """The table of the page furniture."""
    return load("zones", ZoneWords)


@cache
def _openings(kind: Literal["headings", "run_in", "lines"]) -> dict[str, Opening]:
    """Every heading of a kind with the zone or aside it opens."""
    headings: Headings = getattr(words(), kind)
    return {text: zone for zone in get_args(Opening) for text in getattr(headings, zone)}


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a text, in order; together they cover it."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        bare = match[0].strip(_MARKS)
        if not bare:
            yield Line(start, end, start, "", "")
            continue
        begin = start + match[0].find(bare[0])
        bullet = _BULLET.match(bare)
        if bullet is None:
            yield Line(start, end, begin, bare, _label(bare))
        else:
            rest = bare[bullet.end() :].rstrip(" #")
            yield Line(start, end, begin + bullet.end(), rest, _label(rest), bare[0] != "#", bare[0] == "#")


def line_of(text: str) -> Line:
    """The first line of a text that is not empty."""
    return next(split_lines(text))


def _label(bare: str) -> str:
    if len(bare) > _PROMOTION_LIMIT:
        return ""
    return bare.strip(" \t:*_=~[]|").replace("’", "'").casefold()


def heading(line: Line) -> Opening | None:
    """The zone (or aside) that this line opens by standing alone."""
    if len(line.words) > _FURNITURE_LIMIT or line.words[:1].islower():
        return None
    return _openings("headings").get(line.label)


def run_in(line: Line) -> Opening | None:
    """The zone (or aside) of a line that goes on after its heading: ``Background: the talks began in May``."""
    head, colon, rest = line.words[:_FURNITURE_LIMIT].partition(":")
    if not colon or not rest.strip() or head[:1].islower():
        return None
    return _openings("run_in").get(head.strip(" *_").replace("’", "'").casefold())


def single(line: Line) -> ZoneName | None:
    """The zone of a line that is furniture wherever it stands; what is around it keeps its own."""
    label = line.label
    known = _openings("lines").get(label)
    if known is not None:
        return "sidebar" if known == "sidebar" else "footer"
    if label.startswith(words().footer_starts) or (" " in label and any(map(label.count, words().footer_phrases))):
        return "footer"
    return "footer" if url(line) else None


def url(line: Line) -> Span | None:
    """Where the address stands, if the line holds an address and at most a word that says so."""
    at = line.words.find("http")
    if at < 0 or (at and line.words[:at].strip(" :-–<").casefold() not in words().url_labels):
        return None
    match = _URL.match(line.words, max(at - 1, 0)) or _URL.match(line.words, at)
    if match is None or match.end() < len(line.words.rstrip(" .|")):
        return None
    return line.words_start + match.start(1), line.words_start + match.end(1)


def is_channel(address: str) -> bool:
    """Whether an address is an outlet's page on a network, not an article."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return True
    return host.removeprefix("www.") in words().channels


def is_date(line: Line, *, announced: bool = False) -> bool:
    """Whether a line only says when the story appeared; ``announced``: in so many words ("Updated: …")."""
    if len(line.words) > _FURNITURE_LIMIT or _DIGIT.search(line.words) is None:
        return False
    table, found = words(), [word.casefold() for word in _WORD.findall(line.words)]
    known = (table.date_words, table.time_words, table.publication_words, table.furniture_words, table.columns)
    if not all(word.isdigit() or any(word in part for part in known) for word in found):
        return False
    dated = _DAY.search(line.words) is not None or (
        any(word.isdigit() for word in found)
        and any(word in table.date_words or word in {"read", "reading"} for word in found)
    )
    return dated and (not announced or any(word in table.publication_words for word in found))


def opening_date(text: str, start: int) -> int | None:
    """Where the words end that say, right before a story's first sentence, when it appeared; None if none do.

    ``(May 3, 2024 9:15 AM) The bridge``, ``OSLO (3 May 2024) - The bridge``, ``OSLO, 3 May 2024 (The Agency) - The``.
    """
    match = _OPENING.match(text, start)
    said = match and (match[1] or match[2] or match[3])
    if match is None or not said or _YEAR.search(said) is None:
        return None
    line = line_of(said)
    return match.end() if is_date(line) or (match[3] and _is_signed_date(line)) else None


def is_furniture(line: Line) -> bool:
    """Whether a line above the story is no part of it: date, byline, column, breadcrumbs, mere punctuation."""
    if not line.words or len(line.words) > _FURNITURE_LIMIT:
        return not line.words
    if _WORD.search(line.words) is None or line.label in words().columns or is_date(line):
        return True
    if " > " in line.words or " » " in line.words or single(line) is not None:
        return True
    return is_byline(line) or _is_signed_date(line) or _is_row(line)


def _is_row(line: Line) -> bool:
    """``By Ada Obi | 3 June 2024 | 4 min read``, ``Posted on 3 June 2024 by Ada Obi``: a date or byline among such."""
    parts = [line_of(part) for part in _BESIDE.split(line.words) if part]
    telling = [part for part in parts if is_date(part) or is_byline(part)]
    rest = [part for part in parts if part not in telling]
    return (
        len(parts) > 1
        and bool(telling)
        and all(len(part.words.split()) <= _NAMES and is_name(part.words) for part in rest)
    )


def _is_signed_date(line: Line) -> bool:
    """``Ada ObiMonday, 3 June 2024, 9:15``: a full day and a name, no more."""
    dated = _FULL_DAY.search(line.words)
    if dated is None or len(line.words) > _FURNITURE_LIMIT // 2:
        return False
    table, found = words(), _WORD.findall(line.words)
    known = table.date_words | table.time_words
    rest = [word for word in found if not word.isdigit() and word.casefold() not in known]
    return 0 < len(rest) <= _NAMES and is_name(" ".join(rest)) and _UNFINISHED.search(line.words) is None


def is_byline(line: Line) -> bool:
    """``By Ada Obi in Lagos``, ``Author: Ada Obi``, ``Source: Northern Press``: a label and a name."""
    return labelled(line, words().author_labels | words().label_lines) is not None


def labelled(line: Line, labels: frozenset[str]) -> str | None:
    """The name behind one of some labels, if the line holds nothing else."""
    match = _LABEL.match(line.words[:_FURNITURE_LIMIT])
    if match is None or match[1].casefold() not in labels:
        return None
    if match[2] == " " and _BY.search(match[1]) is None:
        return None
    name = line.words[match.end() :].strip()
    return name if is_name(name) else None


def is_name(text: str) -> bool:
    """Whether a few words look like a person or an outlet: capitals, no sentence."""
    parts = re.findall(r"[^\W_][\w.'’&-]*", text)
    capital = (part[0].isupper() or part[0].isdigit() or part in words().name_words for part in parts)
    return 0 < len(parts) <= 8 and _UNFINISHED.search(text) is None and all(capital)  # noqa: PLR2004 - a few words


def is_headline(line: Line) -> bool:
    """Whether a line has a headline's form: short, no sentence's end, not a bullet's item."""
    text = line.words
    if line.heading_mark and text:
        return True
    if line.bulleted or " " not in text or len(text) > _HEADLINE_LIMIT:
        return False
    if text[0].islower() or text.endswith((",", ";", ":")) or _MIDDLE.search(text):
        return False
    return not ends_sentence(line) or text.rstrip("\"'”’)»]").endswith(("?", "!")) or bool(_ABBREVIATED.search(text))


def ends_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return _FINAL.search(line.words[-8:]) is not None


def is_prose(line: Line, *, least: int = _PROSE) -> bool:
    """Whether a line is a paragraph of running text."""
    return len(line.words) >= least and ends_sentence(line)
