"""Who a source is by: bylines as outlets write them, and publishers by their addresses."""

import pytest

from auditor.model import Source
from auditor.read.bylines import authors, publisher

STORY = "\n\nThe bridge was opened on Friday, and everybody in the town was there to see it.\n"


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("Bridge reopens\nBy Ada Obi\n17 May 2024", ["Ada Obi"]),
        ("Bridge reopens\nBy Ada Obi in Lagos\n17 May 2024", ["Ada Obi"]),
        ("Bridge reopens\nby ADA OBI and TOM REED\n17 May 2024", ["ADA OBI", "TOM REED"]),
        ("Bridge reopens\nWritten by Ada Obi, Tom Reed and Ida Holm", ["Ada Obi", "Tom Reed", "Ida Holm"]),
        ("Bridge reopens\n\nAuthor: Ada Obi", ["Ada Obi"]),
        ("Bridge reopens\nSource: Northern Press\n17 May 2024", []),
        ("Bridge reopens\n17 May 2024", []),
        ("Bridge reopened by the mayor\n17 May 2024", []),
        ("", []),
    ],
)
def test_a_byline_names_the_authors(above: str, names: list[str]) -> None:
    """Without the place they write from."""
    assert authors(above + STORY) == tuple(names)


def test_a_byline_stands_above_the_story() -> None:
    """What comes below is part of it, or of another one."""
    assert authors(f"Bridge reopens{STORY}\nBy Ada Obi\n") == ()


@pytest.mark.parametrize(
    ("given", "url", "name"),
    [
        ("The Herald", "https://www.herald.example/1", "The Herald"),
        (None, "https://www.herald.example/1", "herald.example"),
        (None, "http://[", None),
        (None, "no address", None),
        (None, None, None),
    ],
)
def test_a_publisher_is_given_or_the_host(given: str | None, url: str | None, name: str | None) -> None:
    """An address that is none tells nothing."""
    assert publisher(Source("a", "s", "", publisher=given, url=url)) == name
