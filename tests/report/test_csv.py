"""The findings as a table."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

from auditor.report.csv import FIELDS, render
from auditor.wording.shown import visible
from report.ferry import EMPTY, REPORT


def rows(text: str) -> list[dict[str, str]]:
    """The rows, as another reader of CSV finds them."""
    return list(csv.DictReader(io.StringIO(text)))


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """One row for each finding."""
    golden("ferry.csv", render(REPORT))
    shown = [visible(finding.id) for finding in REPORT.findings]
    assert [row["id"] for row in rows(render(REPORT))] == shown


def test_a_table_of_nothing_has_its_heading() -> None:
    """So that whatever reads it finds the columns."""
    assert render(EMPTY) == ",".join(FIELDS) + "\n"


def test_no_cell_is_a_formula() -> None:
    """Whatever a source says."""
    for start in ("=HYPERLINK(1)", "+1-2", "-1+2", "@x", "\t=1", " =1", "\n=1"):
        finding = replace(REPORT.findings[0], message=start, story=start, why=[start])
        [row] = rows(render(replace(REPORT, findings=(finding,))))
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())
