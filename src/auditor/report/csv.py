"""The findings as a table, one row each, safe to open in a spreadsheet."""

import csv
import io

from auditor.model import Finding, Report
from auditor.report.places import Places
from auditor.report.records import safe_cell
from auditor.wording.shown import shorten, visible

FIELDS = (
    *("id", "status", "severity", "verdict", "rule", "story", "message", "sources", "claims", "why", "next"),
    *("file", "line"),
)
"""The columns, in the order people read them."""

_LONGEST = 2_000


def render(report: Report) -> str:
    """A heading and a row for each finding, worst first; several sources, claims or steps are joined by ``; ``."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    places, advice = Places(report), {rule.id: rule.next for rule in report.rules}
    for finding in report.findings:
        cells = _cells(finding, places) | {"next": advice.get(finding.rule, "")}
        writer.writerow({name: safe_cell(visible(shorten(cells.get(name, ""), _LONGEST))) for name in FIELDS})
    return text.getvalue()


def _cells(finding: Finding, places: Places) -> dict[str, str]:
    sources = dict.fromkeys([*(claim.source for claim in finding.claims), *filter(None, [finding.source])])
    cells = {
        "id": finding.id,
        "status": finding.status,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "rule": finding.rule,
        "story": finding.story,
        "message": finding.message,
        "sources": "; ".join(sources),
        "claims": "; ".join(f"{claim.source}: “{claim.text}”" for claim in finding.claims),
        "why": "; ".join(finding.why),
    }
    if place := places.first(finding):
        cells |= {"file": place.path, "line": str(place.line)}
    return cells
