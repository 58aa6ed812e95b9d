"""Gives every finding its status against the accepted ones, and tells which of those are no longer found."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from auditor.baseline.matching import match
from auditor.model import Accepted, Finding, Report, RuleInfo, Status
from auditor.rules.telling.slots import identity

_ORDER: tuple[tuple[Status, ...], ...] = (("new", "changed"), ("known",), ("resolved",))


def judge(
    report: Report, accepted: Sequence[Accepted], *, whole: Collection[str], gone: Collection[str], today: str
) -> Report:
    """The report with the status of every finding; what is open comes first, what is resolved last.

    Args:
        report: The audit as it stands without any acceptance.
        accepted: The accepted findings.
        whole: The stories that were read with nothing left out: only their accepted findings can be resolved.
        gone: The stories of accepted findings that are no more.
        today: The day on which acceptances must still hold, ISO 8601.
    """
    if not accepted:
        return report
    matched = match(report.findings, accepted, gone)
    findings = list(report.findings)
    for place, one in matched.known.items():
        findings[place] = replace(findings[place], accepted=one, status="new" if expired(one, today) else "known")
    for place, one in matched.changed.items():
        findings[place] = replace(findings[place], accepted=one, status="new" if expired(one, today) else "changed")
    findings += _resolved(report, [one for one in matched.left if one.story in whole])
    findings.sort(key=lambda one: next(rank for rank, some in enumerate(_ORDER) if one.status in some))
    return replace(report, findings=tuple(findings))


def expired(one: Accepted, today: str) -> bool:
    """Whether an acceptance has come to its end."""
    return one.until is not None and one.until < today


def _resolved(report: Report, left: Sequence[Accepted]) -> Iterator[Finding]:
    """Accepted findings that their rules no longer find, as findings without claims."""
    rules = {rule.id: rule for rule in report.rules}
    used = {finding.id for finding in report.findings}
    for one in left:
        if one.rule in rules:
            name = identity((one.rule, one.story, one.slot), (one.values, (one.source or "",)), used)
            yield _gone(one, rules[one.rule], name)


def _gone(one: Accepted, rule: RuleInfo, name: str) -> Finding:
    about = one.slot.rpartition(": ")[2] or one.slot
    return Finding(
        id=name,
        rule=one.rule,
        verdict=rule.verdict,
        severity=rule.severity,
        story=one.story,
        message=f"No longer found: {rule.title} ({'; '.join((*one.values, about))})",
        claims=[],
        status="resolved",
        source=one.source,
        slot=one.slot,
        values=one.values,
        accepted=one,
    )
