"""Where in a page's source the paragraphs of its article stand, so that an editor's program can jump there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from auditor.read.pages.tree import UNSEEN

_BEGINNINGS = 60, 20
"""By so many characters, blanks left out, a paragraph is known again; by fewer where words of it are dropped."""


def places(tree: HtmlElement, paragraphs: Sequence[str]) -> tuple[int, ...]:
    """The line of the page's source on which each paragraph begins, counted from 1.

    A paragraph whose beginning the page does not show, such as a headline that it only declares, stands where the one
    before it does.
    """
    texts = list(_texts(tree))
    whole = "".join(text for text, _ in texts)
    starts = [0, *accumulate(len(text) for text, _ in texts)]
    found: list[int] = []
    reached, line = 0, 1
    for paragraph in paragraphs:
        place = _find(whole, "".join(paragraph.split()), reached)
        if place >= 0:
            reached, line = place, texts[bisect_right(starts, place) - 1][1]
        found.append(line)
    return tuple(found)


def _find(whole: str, paragraph: str, reached: int) -> int:
    """Where a paragraph begins, best behind the one before it; -1 where it is not found."""
    sought = ((paragraph[:length], start) for length in _BEGINNINGS for start in (reached, 0))
    return next((place for text, start in sought if (place := whole.find(text, start)) >= 0), -1)


def _texts(tree: HtmlElement) -> Iterator[tuple[str, int]]:
    """The texts that a reader sees, in order and without blanks, each with the line that it begins on."""
    inside, line = 0, 1
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        line = max(line, element.sourceline or 1)
        inside += {"start": 1, "end": -1}.get(event, 0) * (element.tag in UNSEEN)
        text = element.text if event == "start" else element.tail
        if text:
            bare = text.lstrip()
            if bare and not inside:
                yield "".join(bare.split()), line + text[: len(text) - len(bare)].count("\n")
            line += text.count("\n")
