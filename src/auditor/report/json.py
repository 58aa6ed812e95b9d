"""The report for programs: one JSON document, the contract of ``docs/report.md``."""

from auditor.model import Agreement, Finding, NotCompared, Report, SourceInfo
from auditor.report.records import claim_record
from auditor.report.summary import counts
from auditor.wording.jsontext import Record, attributes, dumps

SCHEMA = "auditor/report/1"
_FINDING = (
    *("id", "rule", "verdict", "severity", "status", "story", "source", "message", "slot", "values", "accepted"),
    *("claims", "more", "why", "witnesses", "suspect"),
)
_SUSPECT = ("claims", "source", "text", "supported", "findings", "evidence")
_RULE = ("id", "title", "group", "severity", "verdict", "why", "next", "findings")


def render(report: Report) -> str:
    """The report as JSON, indented, in a fixed order, ending with a line break."""
    document: Record = {
        "schema": SCHEMA,
        "summary": counts(report),
        "sources": [_source(info) for info in sorted(report.sources, key=lambda i: (i.source.story, i.source.id))],
        "findings": [finding_record(finding) for finding in report.findings],
        "consistent": [_listed(entry, "rule", "story", "claims", "more") for entry in report.consistent],
        "not_compared": [_listed(entry, "story", "reason", "claims", "more") for entry in report.not_compared],
        "rules": [attributes(rule, *_RULE) for rule in sorted(report.rules, key=lambda r: r.id)],
        "overridden": [attributes(one, "rule", "changes", "reason") for one in report.overridden],
        "unread": list(report.unread),
    }
    return dumps(document, indent=2) + "\n"


def _source(info: SourceInfo) -> Record:
    told = attributes(info.source, "id", "story", "title", "publisher", "url", "path")
    return told | attributes(info, "published", "published_from") | {"claims": len(info.claims)}


def finding_record(finding: Finding) -> Record:
    """A finding with the keys of the contract."""
    accepted, suspect = finding.accepted, finding.suspect
    return attributes(finding, *_FINDING) | {
        "accepted": attributes(accepted, "values", "reason", "by", "until") if accepted else None,
        "claims": [claim_record(claim) for claim in finding.claims],
        "witnesses": [attributes(one, "value", "sources", "independent") for one in finding.witnesses],
        "suspect": attributes(suspect, *_SUSPECT) if suspect else None,
    }


def _listed(entry: Agreement | NotCompared, *names: str) -> Record:
    return attributes(entry, *names) | {"claims": [claim_record(claim) for claim in entry.claims]}
