"""The report for programs."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from auditor.model import Report
from auditor.report.json import render
from report.ferry import EMPTY, REPORT


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """All of it, in a fixed order."""
    golden("ferry.json", render(REPORT))


def test_the_same_report_gives_the_same_bytes() -> None:
    """No clock, no order of a set; sources and rules are sorted however they come."""
    shuffled = replace(REPORT, sources=REPORT.sources[::-1], rules=REPORT.rules[::-1])
    assert render(REPORT) == render(REPORT) == render(shuffled)


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_the_document_has_the_parts_of_the_contract(report: Report) -> None:
    """Every part is there even if it is empty, and the text ends with a line break."""
    text = render(report)
    assert list(json.loads(text)) == [
        *("schema", "summary", "sources", "findings", "consistent", "not_compared", "rules", "overridden", "unread")
    ]
    assert json.loads(text)["schema"] == "auditor/report/1"
    assert text.endswith("}\n")


def test_a_finding_carries_its_claims_its_reasons_and_its_suspect() -> None:
    """What an editor reads on the page, a program reads here."""
    finding = json.loads(render(REPORT))["findings"][0]
    assert [claim["text"] for claim in finding["claims"]] == ["11/25/2024", "2023/09/30"]
    assert len(finding["why"]) == 3
    assert finding["suspect"]["supported"] == ["2023-09-30", "2023-10-16"]


def test_what_a_terminal_obeys_is_escaped_and_still_the_same_text() -> None:
    """Control characters and marks of direction mean the same to a JSON reader, and nothing to a terminal."""
    report = replace(REPORT, unread=("\x1b[2J \x7f \x9b \u202e \u2028 \ufeff \ud800 é",))
    text = render(report)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\ufeff\ud800-\udfff]", text)
    assert "é" in text
    assert json.loads(text)["unread"] == list(report.unread)
