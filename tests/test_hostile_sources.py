"""Sources that mean harm, read from files by the command line, end as a page that is harmless and readable."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from auditor.cli import main
from browsing import Watched

SCRIPT = "<script>document.title = 'owned'; alert(1)</script>"
IMAGE = '<img src="http://evil.example/x.png" onerror="alert(2)">'
BREAKOUT = "</style></title></template><script>alert(3)</script><style>body{display:none}</style>"
TURNED = "\u202egnorw\u202c \u2066hidden\u2069 \u200b\ufeff"
ENTITY = "&lt;script&gt;alert(4)&lt;/script&gt; &amp;lt; {{ 7 * 7 }} {% raw %}"
LONG = "and so on " * 10_000

SOURCES = {
    f"{IMAGE.replace('/', '-')}.txt": f"""---
title: {json.dumps(f"{SCRIPT} Roof {TURNED}")}
url: "javascript:alert(5)//https://evil.example/2023/09/30/roof"
publisher: {json.dumps(IMAGE)}
published: 2024-03-01
---
The council of {SCRIPT} met on 30 February 2024 {IMAGE} and paid €14 million {TURNED} {BREAKOUT} for the roof.

On 31 June 2024 {ENTITY} it met again.

“The roof {SCRIPT} of the {IMAGE} town {TURNED} hall fell,” Mayor Ann Lee said on 31 April 2024.
""",
    "long.txt": f"""---
title: {json.dumps(IMAGE)}
url: data:text/html,<script>alert(6)</script>
published: 2024-03-01
---
The council met on 30 February 2024 {LONG} and then it paid $10 billion US dollars {LONG} on 31 June 2024.
""",
    "word.txt": f"""---
url: https://news.example/1
---
The council met on 30 February 2024 in {"Lla" * 3_000} on 31 November 2024.
""",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the report on all hostile sources lies."""
    folder = tmp_path_factory.mktemp("hostile")
    story = folder / "<b onmouseover=alert(7)>"
    story.mkdir()
    for name, text in SOURCES.items():
        (story / name).write_text(text, encoding="utf-8")
    page = folder / "report.html"
    with pytest.raises(SystemExit) as ending:
        main(["check", str(folder), "-o", f"html:{page}"])
    assert ending.value.code == 1
    return page.as_uri()


@pytest.fixture(params=[1280, 360])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window on a desk, and one on a telephone."""
    opened = browser.new_context(viewport={"width": request.param, "height": 800})
    yield opened
    opened.close()


def test_nothing_runs_and_nothing_loads(context: BrowserContext, report: str) -> None:
    """No dialog, no request, no script, no handler, also after every list was opened."""
    watched = Watched(context, report)
    page = watched.page
    page.evaluate("document.querySelectorAll('details').forEach(list => { list.open = true })")
    page.wait_for_timeout(50)
    assert (watched.dialogs, watched.console, watched.requests) == ([], [], [report])
    assert page.locator("script, img, iframe, object, embed, form[action], link, base, [style]").count() == 0
    handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
    assert page.evaluate(handlers) == []
    assert "owned" not in page.title()


def test_links_lead_to_pages_only(context: BrowserContext, report: str) -> None:
    """Neither ``javascript:`` nor ``data:`` becomes a link."""
    page = Watched(context, report).page
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))")
    assert {link for link in links if not link.startswith("#")} == {"https://news.example/1"}


def test_what_was_written_can_be_read(context: BrowserContext, report: str) -> None:
    """Tags are words, characters that hide are named, and nothing is wider than the window."""
    page = Watched(context, report).page
    words = page.locator("main").inner_text()
    assert SCRIPT in words
    assert IMAGE in words
    assert ENTITY in words
    assert "⟦U+202E⟧" in words
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]", words)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("window.innerWidth")
    assert page.locator("mark").first.is_visible()


def test_a_sentence_of_a_hundred_thousand_characters_is_cut(context: BrowserContext, report: str) -> None:
    """What is said of it stays around the claims."""
    page = Watched(context, report).page
    assert max(map(len, page.locator("main").inner_text().split("\n"))) < 5_000
    marks = page.locator("mark").all_inner_texts()
    assert {"30 February 2024", "31 April 2024"} <= set(marks)
    assert Path(report.removeprefix("file://").replace("%20", " ")).stat().st_size < 500_000
