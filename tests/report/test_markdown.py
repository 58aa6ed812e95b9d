"""The report as a comment."""

from collections.abc import Callable
from dataclasses import replace

from markdown_it import MarkdownIt

from auditor.report.markdown import LONGEST, render
from report.ferry import EMPTY, REPORT

HOSTILE = (
    "# *x* [a](https://evil.example) <img src=x onerror=alert(1)> `y` @all #12 | $1$ www.evil.example\n/close\n\n- z"
)


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """Accepted findings are left out."""
    golden("ferry.md", render(REPORT))


def test_it_fits_into_a_comment() -> None:
    """As many findings as there is room for, and a line on the rest."""
    many = replace(REPORT, findings=tuple(replace(REPORT.findings[0], id=f"f-{number}") for number in range(1_000)))
    text = render(many)
    assert LONGEST * 0.9 < len(text) < LONGEST + 100
    assert text.endswith(" more findings.\n")
    assert len(render(replace(EMPTY, unread=("x" * 2 * LONGEST,)))) < LONGEST + 100


def test_a_text_stays_a_text() -> None:
    """No heading, emphasis, link, image, code, mention or quick action comes from a source."""
    finding = replace(REPORT.findings[0], message=HOSTILE, why=[HOSTILE])
    text = render(replace(REPORT, findings=(finding,), unread=(HOSTILE,)))
    page = MarkdownIt("commonmark", {"html": True}).render(text)
    assert "<img" not in page
    assert "<a " not in page
    assert "<h1>" not in page
    assert "@all" not in page
    assert not any(line.startswith("/") for line in text.splitlines())
    assert "# *x* [a](https://evil.example) &lt;img src=x onerror=alert(1)&gt; `y` @ all # 12 | $1$ www.evil" in page
