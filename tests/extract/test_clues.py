"""What tells when a source appeared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.calendar.clues import clues, published
from auditor.model import Claim, Interval, Source, Zone

ADDRESSES = [
    ("https://news.example/world/2023/09/30/7422079/", "2023/09/30", "2023-09-30"),
    ("https://news.example/2023/9/3/fire.html", "2023/9/3", "2023-09-03"),
    ("https://news.example/2024/jan/23/fire", "2024/jan/23", "2024-01-23"),
    ("https://news.example/2024/WORLD/01/23/fire/index.html", "2024/WORLD/01/23", "2024-01-23"),
    ("https://news.example/2024/far_east/1/3/fire", "2024/far_east/1/3", "2024-01-03"),
    ("https://news.example/fire-2024-01-23", "2024-01-23", "2024-01-23"),
    ("https://news.example/20240123/fire", "20240123", "2024-01-23"),
    ("https://news.example/2024/0123/fire", "2024/0123", "2024-01-23"),
    ("https://news.example/2023/10/3-questions-for-voters", "2023/10", "2023-10"),
    ("https://news.example/2023/10/23-dead-in-fire", "2023/10", "2023-10"),
    ("https://news.example/2023/10/", "2023/10", "2023-10"),
    ("https://web.archive.org/web/20240105121314/https://news.example/2023/10/05/fire", "2023/10/05", "2023-10-05"),
    ("https://news.example/20240112345", None, None),
    ("https://news.example/2023/13/40/x", None, None),
    ("https://news.example/fire-of-2023", None, None),
    ("https://news.example/2023/results/13/40/x", None, None),
    ("https://web.archive.org/web/20240105121314/https://news.example/fire", None, None),
]
URL = "https://x.example/2023/09/30/1"
PAGES = [
    ("metadata beats all", {"published": "2024-01-23T23:50:00+02:00", "url": URL}, "2024-01-23", "metadata"),
    ("metadata in words", {"published": "Tue, 23 Jan 2024 15:47:00 +0000"}, "2024-01-23", "metadata"),
    ("an address beats another day", {"text": "• 11/25/2024\nFire", "url": URL}, "2023-09-30", "url"),
    ("a displayed day that agrees is kept", {"text": "1 October 2023\nFire", "url": URL}, "2023-10-01", "displayed"),
    ("displayed beats updated", {"text": "Updated: 25 Jan. 2024\n23 Jan. 2024\nFire"}, "2024-01-23", "displayed"),
    ("updated is better than nothing", {"text": "Last updated: 25 Jan. 2024 09:00\nFire"}, "2024-01-25", "updated"),
    ("a month alone is no day", {"url": URL[:-5], "id": "2023-09-12-fire"}, "2023-09-12", "filename"),
    ("the other clue tells the month", {"text": "06/12/2024 and 2024-06-12\nFire"}, "2024-06-12", "displayed"),
    ("two readings alone decide nothing", {"text": "06/12/2024\nFire"}, None, None),
    ("a weekday or a clock is no date", {"text": "Tuesday, 15:47\nFire"}, None, None),
    ("nothing tells", {}, None, None),
]


def page(text: str = "Fire", **fields: str) -> Source:
    """A source whose lines but the last are its dateline."""
    end = text.rfind("\n") + 1
    zones = (Zone("dateline", 0, end), Zone("body", end, len(text))) if end else (Zone("body", 0, len(text)),)
    return Source(**{"id": "fire", "story": "s", "text": text, "zones": zones, **fields})  # type: ignore[arg-type]


def written(claim: Claim) -> str | None:
    """What a claim's words say."""
    assert isinstance(claim.value, Interval)
    return claim.value.written


@pytest.mark.parametrize(("url", "words", "day"), ADDRESSES)
def test_reads_the_date_of_an_address(url: str, words: str | None, day: str | None) -> None:
    """Days and months in paths; numbers of articles, archives and headlines are none."""
    found = [(claim.text, written(claim)) for claim in clues(page(url=url)) if claim.clue == "url"]
    assert found == ([(words, day)] if words else [])


@pytest.mark.parametrize(("fields", "day", "clue"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_decides_the_day(fields: dict[str, str], day: str | None, clue: str | None) -> None:
    """The clue trusted most gives the day."""
    decided = published(clues(page(**fields)))
    assert decided == (None if day is None else (date.fromisoformat(day), clue))


def test_says_where_each_clue_stands() -> None:
    """Each clue is of the field it stands in; an address in the text is of the text."""
    text = "23 Jan. 2024\nFire https://x.example/2024/01/23/a"
    url = text[text.index("https") :]
    zones = (Zone("dateline", 0, 13), Zone("body", 13, len(text)))
    span = (text.index("https"), len(text))
    source = Source("fire-2024-01-23", "s", text, published="2024-01-23T10:00Z", url=url, url_span=span, zones=zones)
    found = clues(source)
    assert [(claim.field, claim.text, claim.clue) for claim in found] == [
        ("published", "2024-01-23T10:00Z", "metadata"),
        ("text", "2024/01/23", "url"),
        ("text", "23 Jan. 2024", "displayed"),
        ("id", "2024-01-23", "filename"),
    ]
    assert all(text[claim.start : claim.end] == claim.text for claim in found if claim.field == "text")


@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_reads_any_source(text: str, url: str, given: str, name: str) -> None:
    """Whatever is given: no crash, exact places."""
    source = Source(name, "s", text, url=f"https://{url}", published=given, zones=(Zone("dateline", 0, len(text)),))
    for claim in clues(source):
        field = {"text": text, "url": source.url, "published": given, "id": name}[claim.field] or ""
        assert field[claim.start : claim.end] == claim.text
