"""The report for programs: one JSON document, the contract of ``docs/report.md``."""

from auditor.model import (
    Accepted,
    Agreement,
    Finding,
    NotCompared,
    Overridden,
    Report,
    RuleInfo,
    SourceInfo,
    Suspect,
)
from auditor.report.records import claim_record
from auditor.report.summary import counts
from auditor.wording.jsontext import JsonValue, Record, dumps

SCHEMA = "auditor/report/1"


def render(report: Report) -> str:
    """The report as JSON, indented, in a fixed order, ending with a line break."""
    document: Record = {
        "schema": SCHEMA,
        "summary": counts(report),
        "sources": [_source(info) for info in sorted(report.sources, key=lambda i: (i.source.story, i.source.id))],
        "findings": [finding_record(finding) for finding in report.findings],
        "consistent": [_agreement(agreement) for agreement in report.consistent],
        "not_compared": [_not_compared(entry) for entry in report.not_compared],
        "rules": [_rule(rule) for rule in sorted(report.rules, key=lambda r: r.id)],
        "overridden": [_overridden(one) for one in report.overridden],
        "unread": list(report.unread),
    }
    return dumps(document, indent=2) + "\n"


def _source(info: SourceInfo) -> Record:
    source = info.source
    return {
        "id": source.id,
        "story": source.story,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "path": source.path,
        "published": info.published,
        "published_from": info.published_from,
        "claims": len(info.claims),
    }


def finding_record(finding: Finding) -> Record:
    """A finding with the keys of the contract."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "status": finding.status,
        "story": finding.story,
        "source": finding.source,
        "message": finding.message,
        "slot": finding.slot,
        "values": list(finding.values),
        "accepted": _accepted(finding.accepted) if finding.accepted else None,
        "claims": [claim_record(claim) for claim in finding.claims],
        "more": finding.more,
        "why": list(finding.why),
        "witnesses": [
            {"value": one.value, "sources": one.sources, "independent": one.independent} for one in finding.witnesses
        ],
        "suspect": _suspect(finding.suspect) if finding.suspect else None,
    }


def _accepted(accepted: Accepted) -> Record:
    return {
        "values": list(accepted.values),
        "reason": accepted.reason,
        "by": accepted.by,
        "until": accepted.until,
    }


def _suspect(suspect: Suspect) -> Record:
    supported: JsonValue = list(suspect.supported) if suspect.supported else None
    return {
        "claims": list(suspect.claims),
        "source": suspect.source,
        "text": suspect.text,
        "supported": supported,
        "findings": suspect.findings,
        "evidence": list(suspect.evidence),
    }


def _agreement(agreement: Agreement) -> Record:
    claims: JsonValue = [claim_record(claim) for claim in agreement.claims]
    return {"rule": agreement.rule, "story": agreement.story, "claims": claims, "more": agreement.more}


def _not_compared(entry: NotCompared) -> Record:
    claims: JsonValue = [claim_record(claim) for claim in entry.claims]
    return {"story": entry.story, "reason": entry.reason, "claims": claims, "more": entry.more}


def _overridden(one: Overridden) -> Record:
    return {"rule": one.rule, "changes": list(one.changes), "reason": one.reason}


def _rule(rule: RuleInfo) -> Record:
    return {
        "id": rule.id,
        "title": rule.title,
        "group": rule.group,
        "severity": rule.severity,
        "verdict": rule.verdict,
        "why": rule.why,
        "next": rule.next,
        "findings": rule.findings,
    }
