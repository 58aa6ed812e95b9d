"""The report for CI systems that show test results."""

from collections.abc import Callable
from dataclasses import replace

import junitparser

from auditor.report.junit import render
from report.ferry import EMPTY, REPORT


def cases(xml: str) -> dict[str, junitparser.TestCase]:
    """The cases by name, as another reader of JUnit finds them."""
    read = junitparser.JUnitXml.fromstring(xml.encode())
    return {case.name: case for suite in read for case in suite}


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """All of it, in a fixed order."""
    golden("ferry.junit.xml", render(REPORT))


def test_what_fails_the_run_is_a_failure() -> None:
    """Notes pass, and what was accepted is skipped, unless the run is told to fail on it."""
    found = cases(render(REPORT))
    assert found["published-dates-agree f-1a2b3c"].is_failure
    assert found["same-amount f-strength"].is_skipped
    assert found["running-total f-toll"].is_passed
    assert not any(case.is_failure for case in cases(render(replace(REPORT, fail_on="none"))).values())


def test_the_figures_of_the_suites_are_those_of_their_cases() -> None:
    """A reader that only looks at the attributes sees the same."""
    read = junitparser.JUnitXml.fromstring(render(REPORT).encode())
    failing = sum(finding.severity != "note" for finding in REPORT.findings)
    assert (read.tests, read.failures, read.errors, read.skipped) == (len(REPORT.findings) + 1, failing, 1, 1)


def test_what_could_not_be_read_is_an_error() -> None:
    """It is neither passed nor failed."""
    assert cases(render(REPORT))["claims/sources/ferry/scan.txt: is not a text"].is_error


def test_a_story_without_findings_passes() -> None:
    """A suite without cases would look like a run that never was."""
    [case] = cases(render(replace(REPORT, findings=(), unread=()))).values()
    assert case.is_passed
    assert cases(render(EMPTY)) == {}


def test_any_character_can_be_written() -> None:
    """What XML has no place for is named or replaced."""
    hostile = replace(REPORT.findings[0], message="\x00\x1b[2J ]]> <b> \ufffe \ud800 &amp;")
    [case] = [case for case in cases(render(replace(REPORT, findings=(hostile,)))).values() if case.is_failure]
    assert case.result[0].message == "⟦U+0000⟧⟦U+001B⟧[2J ]]> <b> � ⟦U+D800⟧ &amp;"
