"""A web page as a tree, without what a reader does not see, and the lines that a reader does see."""

import re
from collections.abc import Iterator

import trafilatura
from lxml.html import HtmlElement

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "u"}
)
UNSEEN = frozenset({"head", "noscript", "script", "style", "template"})
"""What a reader does not see of a page."""
_TAKEN_BACK = ("del", "s", "strike")
_HEADINGS = frozenset({"h1", "h2"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]+)[\])]?\s*")
"""What stands above the line and is no part of a number: the mark of a footnote."""
_EXPONENT = re.compile(r"(?:\b(?:km|m|cm|mm|ft|mi|in|miles?|met(?:re|er)s?|feet)|\b10)\s*$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def load(html: str) -> HtmlElement | None:
    """The tree of a page, without words that are hidden or struck out, and without marks of footnotes."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    for element in [*tree.iter(*_TAKEN_BACK), *filter(_is_hidden, tree.iter("*"))]:
        _drop(element)
    for raised in list(tree.iter("sup")):
        words, before = raised.text_content(), _before(raised)
        if _EXPONENT.search(before) and words.strip().isdecimal():
            raised.text = words.strip().translate(_RAISED)
        elif _NOTE.fullmatch(words):
            _drop(raised)
    return tree


def plain(text: str) -> str:
    """A text with one blank for each run of white space."""
    return " ".join(text.split())


def flat(element: HtmlElement) -> str:
    """The words of an element in one line."""
    return plain(" ".join(lines(element)))


def lines(tree: HtmlElement) -> Iterator[str]:
    """What a reader sees, a line for each block; a headline is one line."""
    pieces: list[str] = []
    for text in (*_pieces(tree), None):
        if text is not None:
            pieces.append(text)
        elif line := plain("".join(pieces)):
            yield line
            pieces.clear()


def _pieces(tree: HtmlElement) -> Iterator[str | None]:
    """The texts of a page in order; None where a block begins or ends."""
    yield tree.text or ""
    open_elements: list[tuple[HtmlElement, Iterator[HtmlElement]]] = [(tree, iter(tree))]
    while open_elements:
        element, below = open_elements[-1]
        child = next(below, None)
        if child is None:
            open_elements.pop()
            yield " " if element.tag in _INLINE else None
            yield (element.tail or "") if open_elements else None
        elif not isinstance(child.tag, str) or child.tag in UNSEEN:
            yield child.tail or ""
        elif child.tag in _HEADINGS:
            yield from (None, " ".join(child.itertext()), None, child.tail or "")
        else:
            yield "" if child.tag in _INLINE else None
            yield child.text or ""
            open_elements.append((child, iter(child)))


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None


def _before(element: HtmlElement) -> str:
    """The text right before an element."""
    sibling, parent = element.getprevious(), element.getparent()
    return (sibling.tail if sibling is not None else parent.text if parent is not None else None) or ""


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
