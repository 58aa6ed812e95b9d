"""What many sources lack is told once, behind what they say, and every finding can still be found."""

from dataclasses import replace

import pytest

from auditor.model import Finding, Report, Source, SourceInfo
from auditor.report import html, markdown, text
from auditor.report.arrange import arrange
from report.ferry import REPORT

UNDATED = next(rule for rule in REPORT.rules if rule.verdict == "missing")
OTHER = next(finding for finding in REPORT.findings if finding.claims and finding.severity == "error")


def lacking(number: int, *others: Finding) -> Report:
    """A report on so many sources of which nobody knows when they appeared."""
    infos = tuple(SourceInfo(Source(f"s{n:03}", f"story {n}", "Text."), None, None, ()) for n in range(number))
    findings = tuple(
        Finding(
            f"f-{n:03}", UNDATED.id, "missing", "warning", f"story {n}", f"s{n:03} has no day", [], source=f"s{n:03}"
        )
        for n in range(number)
    )
    return replace(REPORT, sources=(*REPORT.sources, *infos), findings=(*others, *findings))


@pytest.mark.parametrize(("number", "cards"), [(1, 1), (3, 3), (4, 1), (500, 1)])
def test_more_than_a_few_are_one_card(number: int, cards: int) -> None:
    """The count says how many findings it tells."""
    [group] = arrange(lacking(number)).groups
    assert len(group.cards) == cards
    assert group.count == number


def test_findings_that_quote_something_stay_apart() -> None:
    """However many a rule has: each is another question to an editor."""
    findings = tuple(replace(OTHER, id=f"f-{number}") for number in range(9))
    assert len(arrange(lacking(0, *findings)).groups[0].cards) == 9


def test_each_is_still_named() -> None:
    """With its id, by which it is accepted and explained, and a place that links lead to."""
    report = lacking(8)
    page, comment, terminal = html.render(report), markdown.render(report), text.render(report, colour=False, width=80)
    for number in range(8):
        assert f'<li id="f-{number:03}">' in page
        assert f"f-{number:03}  s{number:03}" in terminal
    assert f"{UNDATED.title}: 8 sources" in terminal
    assert comment.count(UNDATED.title) == 1


def test_what_is_left_out_is_counted() -> None:
    """In every output that has room for some only."""
    report = lacking(500)
    assert "and 440 more" in html.render(report)
    assert "and 488 more" in text.render(report, colour=False, width=80)
    assert "and 460 more" in markdown.render(report)


def test_accepted_ones_are_told_apart_from_new_ones() -> None:
    """Who has accepted some of them still sees the rest."""
    report = lacking(10)
    known = tuple(replace(finding, status="known") for finding in report.findings[:5])
    page = arrange(replace(report, findings=(*known, *report.findings[5:])))
    assert [group.count for group in page.groups] == [5]
    assert len(page.settled) == 5
