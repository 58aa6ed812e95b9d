"""The report as annotations."""

import re
from collections.abc import Callable
from dataclasses import replace

from auditor.model import Report, Severity
from auditor.report.github import MOST, render
from report.ferry import EMPTY, REPORT


def many(severity: Severity, number: int) -> Report:
    """A report with a number of findings of a severity, all else being well."""
    finding = replace(REPORT.findings[0], severity=severity)
    return replace(REPORT, findings=tuple(replace(finding, id=f"f-{n}") for n in range(number)), unread=())


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """All of it, in a fixed order."""
    golden("ferry.github.txt", render(REPORT))


def test_no_more_than_github_shows_and_a_line_on_the_rest() -> None:
    """The worst are shown."""
    both = replace(REPORT, findings=many("error", 13).findings + many("warning", 11).findings, unread=())
    lines = render(both).splitlines()
    tally = {name: sum(line.startswith(f"::{name} ") for line in lines) for name in ("error", "warning", "notice")}
    assert tally == {"error": 10, "warning": 10, "notice": 1}
    assert lines[-1].endswith("Not shown here: 3 errors and 1 warning.")
    assert len(render(many("error", MOST)).splitlines()) == MOST + 1


def test_accepted_findings_are_not_annotated() -> None:
    """Nobody wants to be told again."""
    accepted = replace(REPORT, findings=tuple(replace(finding, status="known") for finding in REPORT.findings))
    assert [line.split(" ")[0] for line in render(accepted).splitlines()] == ["::error", "::notice"]  # unread, result
    assert render(EMPTY) == "::notice title=Auditor::Nothing could be read.\n"


def test_a_text_ends_no_command_and_begins_none() -> None:
    """Line breaks, colons and commas are what commands are made of."""
    hostile = replace(REPORT.findings[0], message="a\n::error::b\r\n##[error]c %0A::d", why=["::stop-commands::x"])
    rule = replace(next(rule for rule in REPORT.rules if rule.id == hostile.rule), title="x,file=/etc::y\n::z")
    first, *rest = render(replace(REPORT, findings=(hostile,), rules=(rule,), unread=())).splitlines()
    assert len(rest) == 1
    properties, message = re.fullmatch(r"::error ([^:]*)::(.*)", first).groups()  # type: ignore[union-attr]
    assert "title=x%2Cfile=/etc%3A%3Ay %3A%3Az" in properties
    assert "##[" not in message
    assert "%0A::" not in message
    assert "%250A" in message
