"""The report for code hosts."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from auditor.model import Report
from auditor.pipeline import audit
from auditor.read import read
from auditor.report import sarif
from report.ferry import EMPTY, REPORT

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_bytes())
"""The schema of OASIS, as published."""

ARTICLE = "The council met on 30 February 2024 – all of it.\r\nIt had met on\n31 June 2023."


def run_of(report: Report) -> dict[str, Any]:
    """The only run of a report."""
    [run] = json.loads(sarif.render(report))["runs"]
    return run


def test_the_report_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """All of it, in a fixed order."""
    golden("ferry.sarif", sarif.render(REPORT))


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_it_keeps_to_the_official_schema(report: Report) -> None:
    """With everything in it, and with nothing."""
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(sarif.render(report)))


def test_rules_are_found_by_their_numbers() -> None:
    """Each result names its rule twice, and both times it is the same one."""
    run = run_of(REPORT)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(rule["help"]["text"] for rule in rules)


def test_a_finding_is_known_by_its_identity_and_its_state() -> None:
    """What was accepted is unchanged and suppressed; what was accepted with other values is updated."""
    results = {result["partialFingerprints"]["auditorFinding/v1"]: result for result in run_of(REPORT)["results"]}
    states = {name: results[name]["baselineState"] for name in ("f-1a2b3c", "f-cost", "f-strength")}
    assert states == {"f-1a2b3c": "new", "f-cost": "updated", "f-strength": "unchanged"}
    assert results["f-strength"]["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert all("suppressions" not in result for name, result in results.items() if name != "f-strength")


def test_what_is_too_much_for_a_code_host_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worst stay, and the run says how many do not."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 5)
    many = [replace(REPORT.findings[0], id=f"f-{number}") for number in range(8)]
    run = run_of(replace(REPORT, findings=tuple(many)))
    assert [result["partialFingerprints"]["auditorFinding/v1"] for result in run["results"]] == [
        f"f-{number}" for number in range(5)
    ]
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert "3 lesser findings left out" in notes


def test_square_brackets_of_a_text_are_no_links() -> None:
    """``[text](1)`` in a message would lead somewhere."""
    report = replace(REPORT, findings=(replace(REPORT.findings[0], message="[click](https://evil.example)"),))
    [result] = run_of(report)["results"]
    assert result["message"]["text"].startswith("\\[click\\](https://evil.example)")


def regions(run: dict[str, Any]) -> Iterator[tuple[str, dict[str, int]]]:
    """The file and the region of every place that a run names."""
    for result in run["results"]:
        for location in [*result["locations"], *result["relatedLocations"]]:
            place = location["physicalLocation"]
            yield place["artifactLocation"]["uri"], place["region"]


@pytest.mark.parametrize(
    "head", ["", "---\r\npublished: 2024-03-01\r\n---\r\n", "\ufeff---\nurl: https://a.example\n---\n"]
)
def test_a_region_is_the_claim_in_the_file(head: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines count from the top of the file, whatever ends them, and columns in characters."""
    monkeypatch.chdir(tmp_path)
    Path("a b.txt").write_bytes((head + ARTICLE).encode())
    lines = (head.removeprefix("\ufeff") + ARTICLE).replace("\r\n", "\n").split("\n")
    marked = set()
    for uri, region in regions(run_of(audit(read("a b.txt")))):
        assert uri == "a%20b.txt"
        if "startColumn" in region:
            line = lines[region["startLine"] - 1]
            assert region["endLine"] == region["startLine"]
            marked.add(line[region["startColumn"] - 1 : region["endColumn"] - 1])
    assert marked == {"30 February 2024", "31 June 2023"}


def test_a_source_among_many_in_a_file_is_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A column inside a JSON string would mean nothing."""
    monkeypatch.chdir(tmp_path)
    record = json.dumps({"id": "a", "text": "They met on 30 February 2024.", "published": "2024-03-01"})
    Path("all.jsonl").write_text(f"\n{record}\n", encoding="utf-8")
    found = {
        (uri, region["startLine"], region.get("startColumn"))
        for uri, region in regions(run_of(audit(read("all.jsonl"))))
    }
    assert found == {("all.jsonl", 2, None)}


def test_a_claim_of_a_page_is_on_the_line_of_its_paragraph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words stand between tags there, so that no column is told."""
    monkeypatch.chdir(tmp_path)
    story = "<p>The council met on Monday, and the mayor spoke for an hour of the bridge.</p>\n" * 3
    wrong = "<p>\n  They <b>met</b> again on 30 February 2024, said a clerk who had read the minutes.</p>"
    page = f"---\npublished: 2024-03-01\n---\n<html><body><h1>Council meets</h1>\n{story}{wrong}</body></html>"
    Path("page.html").write_text(page, encoding="utf-8")
    found = {
        (uri, region["startLine"], region.get("startColumn"))
        for uri, region in regions(run_of(audit(read("page.html"))))
    }
    assert found == {("page.html", 9, None)}
