"""The report in one sentence."""

from dataclasses import replace
from typing import Any

import pytest

from auditor.model import Finding, Report, Suspect
from auditor.report.summary import aside, counts, remedies, verdict
from report.ferry import ADDRESS, DISPLAYED, EMPTY, FINDINGS, REPORT


def made(*verdicts: str, **fields: Any) -> Report:  # noqa: ANN401 - a finding's fields
    """The ferry's sources with findings of these verdicts."""
    findings = tuple(
        Finding(f"f-{number}", "rule", name, "error", "ferry", "message", [DISPLAYED, ADDRESS], **fields)  # type: ignore[arg-type]
        for number, name in enumerate(verdicts)
    )
    return replace(REPORT, findings=findings)


def suspect(*claims: str, findings: int = 2) -> Suspect:
    """A suspect of which only the number of claims matters."""
    return Suspect(claims, "gazette", "11/25/2024", None, findings)


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (EMPTY, "Nothing could be read"),
        (replace(REPORT, findings=(), consistent=()), "Nothing could be compared in 4 sources"),
        (replace(REPORT, findings=()), "No contradictions in 4 sources: 1 comparison between them, in agreement"),
        (
            replace(REPORT, findings=(), consistent=REPORT.consistent[:1] * 2),
            "No contradictions in 4 sources: 2 comparisons between them, all in agreement",
        ),
        (
            replace(REPORT, findings=(), consistent=REPORT.consistent[1:]),
            "No contradictions within 4 sources, but nothing could be compared between them",
        ),
        (
            replace(REPORT, findings=(), sources=REPORT.sources[:1]),
            "No contradictions in 1 source: 2 comparisons, all in agreement",
        ),
        (made("nuance", "update", "nuance"), "No contradictions in 4 sources, but 2 nuances and 1 update"),
        (made("contradiction", status="known"), "Nothing new in 4 sources"),
        (made("impossible", "contradiction"), "1 contradiction and 1 impossible claim in 4 sources"),
        (
            made("contradiction", "contradiction", suspect=suspect(DISPLAYED.id)),
            "2 contradictions in 4 sources; correcting one date would clear all of them",
        ),
        (
            made("contradiction", "variant", suspect=suspect(DISPLAYED.id, ADDRESS.id)),
            "1 contradiction in 4 sources; correcting two dates would clear 2 findings",
        ),
        (made("contradiction", suspect=suspect(DISPLAYED.id)), "1 contradiction in 4 sources"),
        (
            made("contradiction", "contradiction", suspect=suspect("c-unknown")),
            "2 contradictions in 4 sources; correcting one statement would clear all of them",
        ),
    ],
)
def test_the_verdict_says_what_there_is_and_what_to_do(report: Report, sentence: str) -> None:
    """One sentence, whatever was found."""
    assert verdict(report) == sentence


def test_a_correction_of_some_findings_says_how_many() -> None:
    """The ferry has eight grave findings, three with the same suspect."""
    assert verdict(REPORT).endswith("correcting one date would clear three of them")
    assert [len(remedy.findings) for remedy in remedies(REPORT)] == [3]


def test_no_correction_to_start_with_hangs_on_one_weak_finding() -> None:
    """Two errors, or all other evidence agreeing on one value; notes do not count."""
    settled = replace(suspect(DISPLAYED.id), supported=("2024-05-17", "2024-05-17"))

    def remedied(known: Suspect, *severities: str) -> int:
        report = made(*("contradiction" for _ in severities), suspect=known)
        findings = (replace(one, severity=name) for one, name in zip(report.findings, severities, strict=True))  # type: ignore[arg-type]
        return len(remedies(replace(report, findings=tuple(findings))))

    assert remedied(suspect(DISPLAYED.id), "error", "error") == 1
    assert remedied(suspect(DISPLAYED.id), "error", "warning") == 0
    assert remedied(settled, "error", "warning") == 1
    assert remedied(settled, "error", "note") == 0
    assert remedied(settled, "error") == 0


def test_the_second_sentence_says_what_the_first_leaves_out() -> None:
    """Lesser findings, accepted ones, resolved ones."""
    resolved = replace(REPORT, findings=(*FINDINGS, replace(FINDINGS[0], status="resolved")))
    assert aside(resolved) == (
        "Also worth knowing: 1 nuance, 1 variant and 1 update. 1 finding accepted before. "
        "1 accepted finding no longer occurs: prune."
    )
    assert aside(EMPTY) == ""


def test_the_counts_name_every_verdict() -> None:
    """Programs need no defaults."""
    figures = counts(EMPTY)
    assert set(figures["verdicts"]) >= {
        "contradiction",
        "impossible",
        "missing",
        "unsupported",
        "nuance",
        "update",
        "variant",
    }  # type: ignore[arg-type]
    assert counts(REPORT)["severity"] == {"error": 6, "warning": 2, "note": 4}
    assert counts(REPORT)["status"] == {"new": 10, "changed": 1, "known": 1, "resolved": 0}
