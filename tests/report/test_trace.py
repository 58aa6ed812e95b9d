"""A finding traced: every step from the sentence to the verdict, on lines of their own."""

from dataclasses import replace

import pytest

from auditor.model import Extent, Finding, Interval, Name, Quotation, Report, Stage, Value
from auditor.report.trace import trace
from builders import claim, day, info, number, role
from report.ferry import FINDINGS, REPORT, RULES


@pytest.mark.parametrize("finding", FINDINGS, ids=[one.rule for one in FINDINGS])
def test_every_finding_can_be_traced(finding: Finding) -> None:
    """Who found it, where each claim stands, what was compared, what to do."""
    lines = trace(REPORT, finding).splitlines()
    rule = next(one for one in RULES if one.id == finding.rule)
    assert lines[0] == f"{finding.id}  {finding.verdict} ({finding.severity}) by rule {finding.rule}: {rule.title}"
    assert sum(line.startswith("   sentence ") for line in lines) == len(finding.claims)
    assert f"verdict      {finding.verdict}" in lines
    assert lines[-1] == f"next         {rule.next}"
    assert ("suspect" in {line.split(" ")[0] for line in lines}) == (finding.suspect is not None)


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    """Whatever the sources hold."""
    for finding in FINDINGS:
        for line in trace(REPORT, finding).splitlines()[1:]:
            assert line.isprintable(), line


def lines_of(value: Value, **fields: str) -> list[str]:
    """The lines of a claim with a value, without those of its finding."""
    one = claim("what", value, **fields)  # type: ignore[arg-type]
    rule = RULES[0]
    finding = Finding(
        "f-1", rule.id, "nuance", "note", "s", "It.", [one], compared=[Extent(one.id, "day", 738000, 738001)]
    )
    report: Report = replace(REPORT, sources=(info("a", "what is it"),), findings=(finding,), rules=(rule,))
    return [line.strip() for line in trace(report, finding).splitlines() if line.startswith("   ")]


@pytest.mark.parametrize(
    ("value", "unit", "line"),
    [
        (Interval("5", "4.5", "5.5", high_open=True), "EUR", "5 in [4.5, 5.5) EUR (exact)"),
        (Interval("5", "5", None, low_open=True), "EUR", "5 in (5, ∞] EUR (exact)"),
        (Interval(None, None, "7"), "", "[−∞, 7] (exact)"),
        (
            Interval(None, "2024-03-01", "2024-03-31", written="2024-03"),
            "",
            "2024-03, [2024-03-01, 2024-03-31] (exact)",
        ),
        (Name("Oban"), "", "name Oban"),
        (Quotation("we\nwill"), "", "words we will"),
        (Stage("the bridge", "planned"), "", "thing the bridge, stage planned"),
    ],
)
def test_the_value_of_a_claim(value: Value, unit: str, line: str) -> None:
    """As an interval, open and closed ends told apart; else by its particulars."""
    assert f"value       {line}" in lines_of(value, unit=unit)


def test_what_was_compared_is_told_in_days() -> None:
    """On the axis of the comparison."""
    assert "compared    [2021-07-29, 2021-07-30] day" in lines_of(Name("Oban"))


def test_the_slot_says_what_two_claims_must_share() -> None:
    """Unit, thing, subject, speaker, time."""
    one = number("5", "5", counted="oak", speaker="Ada", subject=("a", "b"), as_of=("2024-01-01", "2024-01-31"))
    alone = day("5 May", "2024-05-05", clue="displayed", as_of=("2024-05-05", "2024-05-05"))
    finding = replace_claims(FINDINGS[0], one, alone, role("Ada Obi", "mayor"))
    told = [line.strip() for line in trace(REPORT, finding).splitlines() if line.startswith("   slot")]
    assert told[0] == (
        "slot        unit count; counted oak; speaker Ada; modality stated; subject a; b; "
        "as of 2024-01-01 to 2024-01-31"
    )
    assert told[1] == "slot        modality stated; clue displayed; as of 2024-05-05"
    assert told[2] == "slot        modality stated"


def replace_claims(finding: Finding, *claims: object) -> Finding:
    """The finding with other claims."""
    return replace(finding, claims=list(claims))  # type: ignore[arg-type]
