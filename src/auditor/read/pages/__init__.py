"""Turns a saved web page into its article's words and what the page says of them.

Which words are the article's is a trade of its own and left to trafilatura. What tells when it appeared is kept apart
by where it stands, since those places may disagree: what the page declares becomes the metadata, what a reader sees
between the headline and the story stays text.
"""

import logging
import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import chain, dropwhile
from typing import NamedTuple

import htmldate
import trafilatura
from lxml.html import HtmlElement
from rapidfuzz import fuzz

from auditor.read import lines as kinds
from auditor.read.decode import NotTextError
from auditor.read.metadata import Metadata
from auditor.read.pages.declared import YEAR, Declared, address, meta
from auditor.read.pages.places import places
from auditor.read.pages.tree import flat, lines, load, plain

_LATEST = "2099-12-31"
"""No page is taken for undated because of the day on which it is read."""
_NO_DATE = {"extensive_search": False}
"""What trafilatura takes for the day is not asked for, and a search of the whole page for it may take seconds."""
_NO_DATE_OF_IT = "footer", "nav", "aside", "link"
_CHANGED = re.compile(r"modif|updat|revis")
_PARAGRAPH = 60
_BEGINNING = 30
_BETWEEN = 40
"""Among how many lines below a headline the date is looked for, up to the second paragraph."""
_SAME_HEADLINE = 60
"""How alike, in percent, what a page shows and what it declares as its headline must be in the words of the shorter."""
_PART = 40
"""How alike in all: a section ("Video") and the name of the site are a small part of what is declared."""

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False


class Page(NamedTuple):
    """An article as its page has it.

    Attributes:
        text: The headline, the lines that say when and by whom it appeared, and the story, a blank line between each.
        metadata: What the page declares.
        lines: For each line of the text the line of the page's source where its paragraph begins.
    """

    text: str
    metadata: Metadata
    lines: tuple[int, ...] = ()


def page(html: str) -> Page:
    """Find the article of a web page.

    Args:
        html: The page's source.

    Raises:
        NotTextError: No article is found in it; its words follow the page's name.
    """
    tree = load(html) if "<" in html else None
    words = None if tree is None else _words(tree)
    if tree is None or not words:
        raise NotTextError("holds no article that can be found; save the article's words as .txt")
    declared, told = Declared(tree), trafilatura.extract_metadata(tree, date_config=_NO_DATE)
    title = _headline(tree, [declared.title, *map(flat, tree.iter("title")), told.title])
    story = list(filter(None, map(plain, words.splitlines())))
    dated = _dated(list(lines(tree)), title, story)
    story = list(dropwhile(lambda line: _is_above(line, title, dated), story))
    if declared.authors and not any(kinds.is_byline(kinds.line_of(line)) for line in dated):
        dated.insert(0, f"By {' and '.join(declared.authors)}")
    shown = any(map(YEAR.search, dated)) or bool(story and kinds.opening_date(story[0], 0))
    metadata = Metadata(
        title=title,
        url=address(html, told.url, declared),
        published=declared.published or (None if shown else _guessed(tree)),
        publisher=told.sitename,
    )
    paragraphs = [*filter(None, (title, *dated, *story))]
    where = places(tree, paragraphs)
    return Page("\n\n".join(paragraphs), metadata, tuple(chain.from_iterable((line, line) for line in where)))


def _words(tree: HtmlElement) -> str | None:
    """The article's words; what is guessed to be one in a short page has its paragraphs run together."""
    found: str | None = trafilatura.extract(deepcopy(tree), include_comments=False)
    if found and "\n" not in found:
        found = trafilatura.extract(deepcopy(tree), include_comments=False, favor_precision=True) or found
    return found


def _headline(tree: HtmlElement, told: Sequence[str | None]) -> str | None:
    """The heading that is most like what the page calls its headline, its surest names first; else the page's word."""
    headings = [heading for heading in map(flat, tree.iter("h1", "h2")) if heading]
    for name in filter(None, told):
        alike = [(fuzz.ratio(one.casefold(), name.casefold()), one) for one in headings if _is_of(one, name)]
        score, best = max(alike, key=lambda one: one[0], default=(0, ""))
        if score >= _PART:
            return best
    return told[0] or told[-1] or next(map(flat, tree.iter("h1")), None) or None


def _is_of(heading: str, name: str) -> bool:
    """Whether the words of a heading are those of a headline that may have other words beside it."""
    return fuzz.token_set_ratio(heading.casefold(), name.casefold()) >= _SAME_HEADLINE


def _dated(seen: Sequence[str], title: str | None, story: Sequence[str]) -> list[str]:
    """The lines below the headline, up to the second paragraph, that say when and by whom the story appeared."""
    if title not in seen:
        return []
    below = seen[seen.index(title) + 1 :][:_BETWEEN]
    paragraphs = [line[:_BEGINNING] for line in story if len(line) >= _PARAGRAPH][1:]
    end = next((index for index, line in enumerate(below) if line.startswith(tuple(paragraphs))), len(below))
    return list(dict.fromkeys(line for line in below[:end] if _tells_when_or_who(line)))


def _is_above(line: str, title: str | None, dated: Sequence[str]) -> bool:
    """Whether a line that the story seems to begin with is of its headline, or of the lines that date it."""
    return line.replace(" ", "") in (title or "").replace(" ", "") or any(
        set(line.split()) <= set(each.split()) for each in dated
    )


def _tells_when_or_who(text: str) -> bool:
    line = kinds.line_of(text)
    return kinds.is_byline(line) or (kinds.is_furniture(line) and YEAR.search(text) is not None)


def _guessed(tree: HtmlElement) -> str | None:
    """The day that other marks of the page tell, where it neither declares nor shows one."""
    bare = deepcopy(tree)
    for element in [*bare.iter(*_NO_DATE_OF_IT), *filter(_is_of_a_change, bare.iter("meta"))]:
        if element.getparent() is not None:
            element.drop_tree()
    return htmldate.find_date(bare, extensive_search=False, original_date=True, max_date=_LATEST)


def _is_of_a_change(element: HtmlElement) -> bool:
    return any(_CHANGED.search(name) for name, _ in meta(element))
