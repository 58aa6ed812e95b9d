"""The report for a terminal."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from auditor.report.text import render
from report.ferry import EMPTY, REPORT


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """Eighty columns, no colour."""
    golden("ferry.txt", render(REPORT, colour=False, width=80))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_longer_than_the_terminal(width: int) -> None:
    """Whatever a source says."""
    longest = max(map(len, render(REPORT, colour=False, width=width).splitlines()))
    assert longest <= width


def test_nothing_moves_the_cursor_or_turns_the_text_around() -> None:
    """Without colour there is no control character at all."""
    text = render(REPORT, colour=False, width=80)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "⟦U+202E⟧" in text
    assert "⟦U+001B⟧" in text


def test_colour_changes_no_words() -> None:
    """The codes are our own, each style is ended, and what remains is the plain report."""
    coloured = render(REPORT, colour=True, width=80)
    codes = re.findall(r"\x1b\[([0-9;]*)m", coloured)
    assert set(codes) <= {"0", "1", "2", "1;4", "1;31", "1;33", "1;34"}
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(REPORT, colour=False, width=80)
    assert coloured.count("\x1b[0m") == len(codes) / 2


def test_the_claims_are_marked() -> None:
    """In brackets, where there is no colour."""
    assert "gazette.example/[2023/09/30]/norrvik" in render(REPORT, colour=False, width=100)


def test_accepted_findings_are_counted_but_not_shown() -> None:
    """An editor reads what is new."""
    text = render(REPORT, colour=False, width=80)
    assert "1 finding accepted before." in text
    assert "f-strength" not in text


def test_an_empty_audit_says_so() -> None:
    """Nothing is never silence."""
    assert render(EMPTY, colour=False, width=80).startswith("Nothing could be read.\n")
    unread = render(replace(EMPTY, unread=("a.txt: is a folder",)), colour=False, width=80)
    assert "Could not be read: a.txt: is a folder" in unread
