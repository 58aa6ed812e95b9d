"""Zones of pages in our own words: each page is written as its parts, so the parts must come out again."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.read.zones import zones
from counting import calls

STORY = "The ferry ran aground off the eastern pier shortly before noon, the harbour office said on Monday. "
STORY += "All 212 passengers were brought ashore by the evening.\n\n"
MORE = "Divers will look at the hull once the tide allows, and the owner has promised a first report within a week, "
MORE += "the harbour office added late on Monday.\n\n"
TITLE = "Ferry runs aground off eastern pier\n\n"

PAGES = {
    "a press office's bulleted dates": [
        ("headline", TITLE),
        ("dateline", "  • 3 Jun. 2024 -\n  • |\n  • Last updated: 3 Jun. 2024 16:20\n\n"),
        ("body", STORY + "A tug pulls the ferry free near the old lighthouse\n\n" + MORE),
    ],
    "date above, outlet below the headline, promotion and address at the end": [
        ("dateline", "• 06/03/2024\n\n"),
        ("headline", TITLE),
        ("dateline", "Harbour Gazette\n\n"),
        ("body", STORY + "Details: " + MORE),
        ("background", "Background\n\n  • The ferry entered service in 1998.\n  • It was refitted in 2015.\n\n"),
        (
            "footer",
            "Read us every day! Follow us on Twitter or become our patron!\n\nhttps://gazette.example/2024/06/3/7/",
        ),
    ],
    "a wire's page with tickers": [
        ("dateline", " date 2024-06-03 Facts\n\n18:02 03.06.2024\n\n"),
        ("headline", TITLE),
        ("dateline", "3 min read\n"),
        ("headline", TITLE),
        ("body", STORY + MORE),
        ("footer", "Tags: #ferry #harbour\n\n"),
        (
            "sidebar",
            "MORE ABOUT\n\n14:00 03.06.2024\nTug sent to ferry\n\nAD\n\nHOT NEWS\n\nTwo hurt in Oban\n\nAD\nAD",
        ),
    ],
    "byline, column and breadcrumbs": [
        ("dateline", "Home > News > Coast\n\nNews\n\n"),
        ("headline", TITLE),
        ("dateline", "By Ada Obi and Jon Vik in Oban\nPublished 3 June 2024, 12:40 BST\nUpdated 2 hours ago\n"),
        ("footer", "Share\nSave\n\n"),
        ("body", STORY + MORE),
        ("footer", "Reporting by Ada Obi; editing by Jon Vik\n© 2024 Harbour Gazette. All rights reserved."),
    ],
    "a byline that ran into its date": [
        ("dateline", " date 2024-06-03 All Sections\n"),
        ("headline", TITLE),
        ("dateline", "Ada ObiMonday, 3 June 2024, 10:25\n"),
        ("body", STORY + 'Quote: "It was cold," said a passenger.\n\n'),
        ("background", "Background:\n\n  • The ferry was built in 1998.\n"),
    ],
    "boxes between paragraphs": [
        ("headline", TITLE),
        ("body", STORY),
        ("sidebar", "Related:\n\nFerry line changes hands\n\nNew pier opens\n\n"),
        ("body", MORE),
        ("sidebar", "Read more: Ferry line changes hands\n\n"),
        ("body", MORE),
        ("sidebar", "Advertisement\n\n"),
        ("body", MORE),
        ("sidebar", "Most read\n\n1. Fog closes port\n\n2. Whale seen\n"),
    ],
    "a list of other news in the middle": [
        ("headline", TITLE),
        ("body", STORY),
        ("sidebar", "LATEST NEWS\n\nFog closes port\n\n"),
        ("body", MORE + MORE),
    ],
    "background run in, and a subheading that ends it": [
        ("body", STORY),
        ("background", "Background: The line has sailed since 1998.\n\n"),
        ("body", "What the owner says\n\n" + MORE),
    ],
    "a transcript with its source": [
        ("headline", "Statement by the harbour master after the first day of the inquiry\n\n"),
        ("dateline", "Source: Harbour Office\n\n"),
        ("body", "Good evening. We heard nine witnesses today.\n\nThank you."),
    ],
    "Markdown": [
        ("headline", "# Ferry runs aground.\n"),
        ("body", STORY),
        ("background", "## Background\n\nIt was built in 1998.\n\n"),
        ("body", "## Details\n\n" + MORE),
    ],
    "labelled lines": [
        ("headline", "Title: Ferry runs aground\n"),
        ("dateline", "Date: 3 June 2024\nAuthor: Ada Obi\n"),
        ("footer", "URL: https://gazette.example/ferry\n\n"),
        ("body", STORY),
    ],
    "an update announced below the story": [
        ("headline", TITLE),
        ("body", STORY),
        ("dateline", "Updated: 4 June 2024, 9:15\n\n"),
        ("footer", "Comments\n\nI was on board. It was cold."),
    ],
}


@pytest.mark.parametrize("parts", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_pages(parts: Sequence[tuple[str, str]], newline: str) -> None:
    """The zones are the parts the page was made of."""
    text = "".join(part for _, part in parts).replace("\n", newline)
    found = zones(text).zones
    assert [(zone.name, text[zone.start : zone.end].replace(newline, "\n")) for zone in found] == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Tuesday.",
        "The mayor resigned on Tuesday",
        "3 June 2024",
        "https://gazette.example/ferry",
        "OBAN, June 3 (Wire) – The ferry ran aground.\n\nNobody was hurt.",
        "The ferry ran aground. Nobody was hurt.\n\nDivers will look at it.",
        "The ferry ran aground near the pier and\nnobody was hurt. Divers will look at\nthe hull.\n\nIt came late.",
        "nobody was hurt, the office said\n\nDivers will look at the hull once the tide allows.",
        "• one ferry\n• two tugs\n\nDivers will look at the hull once the tide allows.",
        "He waited for\nthe latest\nnews from the pier.\n\nIt came late, and it was not good at all.",
        "A short line\n\nAnother short line",
        "Paris Games open 26 July 2024, city says\nThe mayor spoke on Monday. It was late.",
        "Dear John,\n\nThe ferry ran aground off the pier.",
    ],
)
def test_running_text_is_all_body(text: str) -> None:
    """A sentence, a paragraph or an article without a headline has neither headline nor dateline."""
    found = zones(text)
    assert [zone.name for zone in found.zones] == ["body"]
    assert found.title_span is None


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (TITLE + STORY, "Ferry runs aground off eastern pier"),
        ("# **Ferry aground**\n\n" + STORY, "Ferry aground"),
        ("Title:  Ferry aground \n\n" + STORY, "Ferry aground"),
        ("Who was on the ferry?\n\n" + STORY, "Who was on the ferry?"),
        ("Ferry aground in U.S.\n\n" + STORY, "Ferry aground in U.S."),
        ("“Nobody is hurt”: ferry aground\n3 June 2024\n" + STORY, "“Nobody is hurt”: ferry aground"),
        (STORY + MORE, None),
    ],
)
def test_title(page: str, title: str | None) -> None:
    """The title's span holds the headline's words and nothing else."""
    span = zones(page).title_span
    assert (page[slice(*span)] if span else None) == title


def test_a_known_headline_is_not_looked_for_in_other_words() -> None:
    """What stands above the story is then of the story, unless it says nearly the same."""
    page = f"Profit 26 cents vs 11\n\n{STORY}"
    assert [zone.name for zone in zones(page, "Ferry line reports quarter").zones][:1] == ["body"]
    assert [zone.name for zone in zones(page, "Profit 26 cents vs 11 a year ago").zones][:1] == ["headline"]


@pytest.mark.parametrize(
    ("page", "url"),
    [
        (f"{STORY}https://gazette.example/ferry", "https://gazette.example/ferry"),
        (f"{STORY}https://gazette.example/ferry\n\nhttps://t.me/gazette\n", "https://gazette.example/ferry"),
        (f"{STORY}Link: <https://gazette.example/ferry>\nShare", "https://gazette.example/ferry"),
        (f"https://gazette.example/a\n\n{TITLE}{STORY}", "https://gazette.example/a"),
        (f"{TITLE}{STORY}https://gazette.example/other\n\n{MORE}", None),
        (f"{TITLE}{STORY}See https://gazette.example/other for more", None),
    ],
)
def test_address(page: str, url: str | None) -> None:
    """The page's own address stands alone at the end or above the story; a link in the story is none."""
    span = zones(page).url_span
    assert (page[slice(*span)] if span else None) == url


def test_nothing() -> None:
    """An empty text has no zones."""
    assert zones("") == ((), None, None)


LINES = st.sampled_from(
    [line for parts in PAGES.values() for _, part in parts for line in part.splitlines()] + ["", "LATEST", "AD", " "],
)


@given(st.text() | st.lists(LINES).map("\n".join) | st.lists(LINES).map("\r\n".join))
def test_zones_cover_any_text(text: str) -> None:
    """Zones are in order, without gaps, and two neighbours differ; title and address lie inside."""
    found, title, url = zones(text)
    assert "".join(text[zone.start : zone.end] for zone in found) == text
    assert all(first.name != second.name for first, second in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end in filter(None, (title, url)))


@pytest.mark.parametrize("text", ["x" * 3_000_000, "Read more: " * 200_000, "http" * 500_000 + "\nb", "a\n" * 200_000])
def test_hostile_texts_are_divided(text: str) -> None:
    """However long a line is, and however many there are."""
    found, _, _ = zones(text)
    assert (found[0].start, found[-1].end) == (0, len(text))


@pytest.mark.parametrize(
    "part", ["x", "Read more: ", "http", "a\n", "Read more: a\n", "By Ada Obi\n", "http://a.example\n\n"]
)
def test_the_work_grows_with_the_text(part: str) -> None:
    """Twice the text, and all that is done is done twice; nothing is looked at again for each line."""
    once, twice = (calls(zones, part * times) for times in (2_000, 4_000))
    assert twice < 2.1 * once + 100


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("(May 3, 2024 9:15 AM CDT) The bridge was closed.", "(May 3, 2024 9:15 AM CDT) "),
        ("OSLO, 3 May 2024 (The Agency) - The bridge was closed.", "OSLO, 3 May 2024 (The Agency) - "),
        ("OSLO (May 3, 2024) — The bridge was closed.", "OSLO (May 3, 2024) — "),
        ("Ida Holm (May 3, 1924) was the first to cross the bridge.", None),
        ("TARN, May 3, 2024 — The bridge was closed.", "TARN, May 3, 2024 — "),
        ("Bridge closed\n\n(3 May 2024) The bridge was closed on Friday night, the county said.", "(3 May 2024) "),
        ("(The Agency) The bridge was closed on 3 May 2024.", None),
        ("OSLO (The Agency) — On 3 May 2024 - a Friday - it was closed.", None),
        ("Built on May 3, 1924 — the bridge was closed.", None),
    ],
)
def test_a_story_may_open_with_its_day(text: str, opening: str | None) -> None:
    """The words that say when it appeared are a dateline, what follows is the body."""
    found = [text[zone.start : zone.end] for zone in zones(text).zones if zone.name == "dateline"]
    assert found == ([opening] if opening else [])
