"""What a web page declares of its article, for machines to read: in its head, and as linked data (JSON-LD)."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from lxml.html import HtmlElement

from auditor.language import Table, table

YEAR = re.compile(r"\d{4}")
_OTHERS = frozenset(
    {"author", "comment", "hasPart", "image", "isPartOf", "itemListElement", "mentions", "publisher", "review", "video"}
)
"""Keys below which linked data speak of something else than the page's own article."""
_ARTICLE = re.compile(r"Article$|Posting$|^Report$")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?):/+")


class PageDates(Table):
    """The names under which pages declare when they appeared."""

    meta: tuple[str, ...]
    linked_data: tuple[str, ...]


class Declared:
    """What a page declares.

    Attributes:
        metas: The contents of its ``<meta>`` elements, by name; of two of one name the first.
        articles: The objects of its linked data that are its article, or else those of no other kind.
    """

    def __init__(self, tree: HtmlElement) -> None:
        """Gather it."""
        self.metas = dict(chain.from_iterable(map(meta, reversed(list(tree.iter("meta"))))))
        objects = list(_linked_data(tree))
        articles = [one for one in objects if any(map(_ARTICLE.search, _kinds(one)))]
        self.articles = articles or [one for one in objects if "WebPage" in _kinds(one)]

    @property
    def published(self) -> str | None:
        """When it first appeared, as it is written there."""
        names = _names()
        written = chain(
            (one.get(key) for key in names.linked_data for one in self.articles),
            (self.metas.get(name) for name in names.meta),
        )
        return next((value.strip() for value in written if isinstance(value, str) and YEAR.search(value)), None)

    @property
    def title(self) -> str | None:
        """Its headline."""
        return self._first(self.metas.get("og:title"), *(one.get("headline") for one in self.articles))

    @property
    def url(self) -> str | None:
        """Its address."""
        pages = (one.get("mainEntityOfPage") for one in self.articles)
        named = (page.get("@id") if isinstance(page, dict) else page for page in pages)
        return self._first(*(one.get("url") for one in self.articles), *named)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it."""
        for one in self.articles:
            given = one.get("author")
            people = given if isinstance(given, list) else [given]
            names = [person.get("name") if isinstance(person, dict) else person for person in people]
            if found := tuple(name.strip() for name in names if isinstance(name, str) and name.strip()):
                return found
        return ()

    @staticmethod
    def _first(*values: object) -> str | None:
        return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)


def address(html: str, canonical: str | None, declared: Declared) -> str | None:
    """Where a page appeared: what it calls its address, else where a browser saved it from."""
    saved = _SAVED_FROM.search(html, 0, 2_000)
    found = canonical or (saved[1] if saved else None) or declared.url
    return _ARCHIVE.sub(r"\1://", found) if found and found.startswith("http") else None


def meta(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The names of a ``<meta>`` element, in small letters, each with its content."""
    for attribute in ("name", "property", "itemprop"):
        name, content = element.get(attribute), element.get("content")
        if name and content:
            yield name.casefold(), content


def _kinds(thing: dict[str, object]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of a page's linked data, those that hold others first."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                yield from _objects(json.loads(script.text_content(), strict=False))
            except (ValueError, RecursionError):  # pages declare much that is no JSON; others of their words may be
                continue


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _OTHERS:
                yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


@cache
def _names() -> PageDates:
    return table(files(__package__) / "dates.yaml", PageDates)
