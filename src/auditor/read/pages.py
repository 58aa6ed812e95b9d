"""Turns a saved web page into its article's words and what the page says of them.

Which words are the article's is a trade of its own and left to trafilatura. What tells when it appeared is kept apart
by where it stands, since those places may disagree: what the page declares becomes the metadata, what a reader sees
between the headline and the story stays text.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from importlib.resources import files
from itertools import chain, dropwhile, takewhile
from typing import NamedTuple

import htmldate
import trafilatura
import yaml
from lxml.html import HtmlElement

from auditor.language import Table
from auditor.read import lines as kinds
from auditor.read.decode import NotTextError
from auditor.read.metadata import Metadata

_DAY = re.compile(r"\d{4}")
_LATEST = "2099-12-31"
"""No page is taken for undated because of the day on which it is read."""
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "u"}
)
_UNSEEN = frozenset({"head", "noscript", "script", "style", "template"})
_BETWEEN = 40
"""Among how many lines between a headline and its story the date is looked for."""
_BEGINNING = 30

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False


class PageDates(Table):
    """The names under which pages declare when they appeared."""

    meta: tuple[str, ...]
    linked_data: tuple[str, ...]


class Page(NamedTuple):
    """An article as its page has it.

    Attributes:
        text: The headline, the lines that say when and by whom it appeared, and the story, a blank line between each.
        metadata: What the page declares.
    """

    text: str
    metadata: Metadata


def page(html: str) -> Page:
    """Find the article of a web page.

    Args:
        html: The page's source.

    Raises:
        NotTextError: No article is found in it; its words follow the page's name.
    """
    tree = trafilatura.load_html(html)
    words = None if tree is None else trafilatura.extract(deepcopy(tree), include_comments=False)
    if tree is None or not words:
        raise NotTextError("holds no article that can be found; save the article's words as .txt")
    told = trafilatura.extract_metadata(tree, date_config={"max_date": _LATEST})
    title = _headline(tree) or told.title
    lines = (line for line in map(_plain, words.splitlines()) if line and line != title)
    story = list(dropwhile(_tells_when_or_who, lines))
    dated = _dated(list(_lines(tree)), title, next(iter(story), ""))
    metadata = Metadata(
        title=title,
        url=told.url,
        published=_declared(tree) or (None if any(map(_DAY.search, dated)) else _guessed(tree)),
        publisher=told.sitename,
    )
    return Page("\n\n".join(filter(None, (title, *dated, *story))), metadata)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _headline(tree: HtmlElement) -> str | None:
    """The page's one main heading."""
    headings = {_plain(heading.text_content()) for heading in tree.iter("h1")} - {""}
    return headings.pop() if len(headings) == 1 else None


def _lines(tree: HtmlElement) -> Iterator[str]:
    """What a reader sees, a line for each block."""
    pieces: list[str] = []
    for text in _pieces(tree):
        if text is not None:
            pieces.append(text)
        elif line := _plain("".join(pieces)):
            yield line
            pieces.clear()


def _pieces(tree: HtmlElement) -> Iterator[str | None]:
    """The texts of a page in order; None where a block begins or ends."""
    open_elements: list[tuple[HtmlElement, Iterator[HtmlElement]]] = [(tree, iter(tree))]
    while open_elements:
        element, below = open_elements[-1]
        child = next(below, None)
        if child is None:
            open_elements.pop()
            yield None if element.tag not in _INLINE else ""
            yield element.tail or ""
        elif not isinstance(child.tag, str) or child.tag in _UNSEEN:
            yield child.tail or ""
        else:
            yield None if child.tag not in _INLINE else " "
            yield child.text or ""
            open_elements.append((child, iter(child)))


def _dated(seen: list[str], title: str | None, first: str) -> list[str]:
    """The lines between the headline and the story that say when and by whom it appeared."""
    if title not in seen:
        return []
    below = takewhile(lambda line: not line.startswith(first[:_BEGINNING]), seen[seen.index(title) + 1 :][:_BETWEEN])
    return list(dict.fromkeys(line for line in below if _tells_when_or_who(line)))


def _tells_when_or_who(text: str) -> bool:
    (line,) = kinds.split_lines(text)
    return kinds.is_byline(line) or (kinds.is_furniture(line) and _DAY.search(text) is not None)


def _declared(tree: HtmlElement) -> str | None:
    """The day that the page declares, as it is written there."""
    names = _names()
    objects = list(_linked_data(tree))
    metas = dict(chain.from_iterable(map(_meta, reversed(list(tree.iter("meta"))))))
    written = chain(
        (thing.get(key) for key in names.linked_data for thing in objects),
        (metas.get(name) for name in names.meta),
    )
    return next((value.strip() for value in written if isinstance(value, str) and _DAY.search(value)), None)


def _meta(element: HtmlElement) -> Iterator[tuple[str, str]]:
    for attribute in ("name", "property", "itemprop"):
        name, content = element.get(attribute), element.get("content")
        if name and content:
            yield name.casefold(), content


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of a page's linked data (JSON-LD, schema.org), those that hold others first."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                yield from _objects([json.loads(script.text_content(), strict=False)])
            except (ValueError, RecursionError):  # pages declare much that is no JSON; others of their words may be
                continue


def _objects(values: Iterable[object]) -> Iterator[dict[str, object]]:
    for value in values:
        if isinstance(value, dict):
            yield value
            yield from _objects(value.values())
        elif isinstance(value, list):
            yield from _objects(value)


def _guessed(tree: HtmlElement) -> str | None:
    """The day that other marks of the page tell, where it neither declares nor shows one."""
    return htmldate.find_date(tree, extensive_search=False, original_date=True, max_date=_LATEST)


@cache
def _names() -> PageDates:
    written = files(__package__).joinpath("page_dates.yaml").read_text(encoding="utf-8")
    return PageDates.read(yaml.load(written, Loader=yaml.CBaseLoader))  # noqa: S506 - a loader of plain text only
