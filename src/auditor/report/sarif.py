"""The report in SARIF 2.1.0 (OASIS), the format that code hosts and editors read findings from."""

from urllib.parse import quote

from auditor import __version__
from auditor.model import Claim, Finding, Report, RuleInfo, Status
from auditor.report.places import Place, Places
from auditor.report.summary import verdict
from auditor.wording.jsontext import JsonValue, Record, dumps
from auditor.wording.shown import shorten, visible
from auditor.wording.words import several

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

MOST_RESULTS = 5_000
"""How many results of a run GitHub shows; it takes no file with more than 25,000."""
_MOST_PLACES = 100
_LONGEST_MESSAGE = 1_000
_STATES: dict[Status, str] = {"new": "new", "changed": "updated", "known": "unchanged", "resolved": "absent"}
_LINK = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]"})


def render(report: Report) -> str:
    """The report as one SARIF run, worst findings first; what is beyond the limits of code hosts is counted."""
    found = [finding for finding in report.findings if finding.status != "resolved"]
    rules = sorted(report.rules, key=lambda rule: rule.id)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    places = Places(report)
    run: Record = {
        "tool": {"driver": _driver(rules)},
        "automationDetails": {"id": "auditor/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(found) - MOST_RESULTS)],
        "results": [_result(finding, numbers, places) for finding in found[:MOST_RESULTS]],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(rules: list[RuleInfo]) -> Record:
    return {"name": "auditor", "version": __version__, "semanticVersion": __version__, "rules": [*map(_rule, rules)]}


def _rule(rule: RuleInfo) -> Record:
    advice = f"{rule.why} {rule.next}"
    return {
        "id": rule.id,
        "shortDescription": {"text": _said(rule.title)},
        "fullDescription": {"text": _said(rule.why)},
        "help": {"text": _said(advice)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.group, rule.verdict]},
    }


def _invocation(report: Report, left_out: int) -> Record:
    """Whether all could be read, what could not, the result in a sentence, and how many findings are left out."""
    lines: list[tuple[str, str]] = [("error", line) for line in report.unread]
    lines.append(("note", verdict(report)))
    if left_out > 0:
        lines.append(("warning", f"{several(left_out, 'lesser finding')} left out"))
    told: JsonValue = [{"level": level, "message": {"text": _said(line)}} for level, line in lines]
    return {"executionSuccessful": not report.unread, "toolExecutionNotifications": told}


def _result(finding: Finding, numbers: dict[str, int], places: Places) -> Record:
    found = [_location(*place) for place in places.of(finding)[: _MOST_PLACES + 1]]
    result: Record = {
        "ruleId": finding.rule,
        **({"ruleIndex": numbers[finding.rule]} if finding.rule in numbers else {}),
        "level": finding.severity,
        "message": {"text": _said("\n".join([finding.message, *finding.why]))},
        "locations": list(found[:1]),
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(found[1:], 1)],
        "partialFingerprints": {
            "auditorFinding/v1": finding.id,
            "primaryLocationLineHash": f"{finding.id.removeprefix('f-')}:1",
        },
        "baselineState": _STATES[finding.status],
        "properties": {"verdict": finding.verdict, "story": visible(finding.story), "status": finding.status},
    }
    if finding.status == "known":
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _location(place: Place, claim: Claim | None) -> Record:
    region: dict[str, JsonValue] = {"startLine": place.line}
    if place.column is not None:
        region |= {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    if claim is not None:
        region["snippet"] = {"text": _said(claim.text, link=False)}
    physical: Record = {"artifactLocation": _artifact(place.path), "region": region}
    return {"physicalLocation": physical, **({"message": {"text": _said(f"“{claim.text}”")}} if claim else {})}


def _artifact(path: str) -> Record:
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}


def _said(text: str, *, link: bool = True) -> str:
    """A text on lines that can be read, not too long; square brackets would be links."""
    lines = "\n".join(visible(line) for line in shorten(text, _LONGEST_MESSAGE).split("\n"))
    return lines.translate(_LINK) if link else lines
