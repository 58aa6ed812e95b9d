"""What becomes of the accepted findings: one more is accepted, or those that are no longer found are dropped."""

from collections.abc import Collection, Iterable, Sequence

from auditor.model import Accepted, Finding, Report


def accept(
    accepted: Iterable[Accepted], findings: Sequence[Finding], *, reason: str, by: str, until: str | None
) -> tuple[Accepted, ...]:
    """Accept findings as they stand, in place of what they were matched with."""
    before = {finding.accepted for finding in findings}
    kept = [one for one in accepted if one not in before]
    return (*kept, *(_as_found(finding, reason=reason, by=by, until=until) for finding in findings))


def prune(accepted: Iterable[Accepted], report: Report, *, whole: Collection[str]) -> tuple[Accepted, ...]:
    """Drop what is resolved, and write anew what was reworded, moved or partly settled.

    Args:
        accepted: The accepted findings.
        report: What became of them.
        whole: The stories that were read with nothing left out; what is accepted in others stays as it is.
    """
    found: dict[Accepted, Finding] = {}
    for finding in report.findings:
        if (one := finding.accepted) and (one not in found or _is_same(finding, one)):
            found[one] = finding  # others have joined its dispute, and need no line
    return tuple(_renewed(one, found.get(one), whole) for one in accepted if not _is_resolved(found.get(one)))


def drop_unread(accepted: Iterable[Accepted], report: Report) -> tuple[Accepted, ...]:
    """Drop what nothing was matched with, whose story was not read or whose rule did not run."""
    found = {finding.accepted for finding in report.findings}
    stories = {info.source.story for info in report.sources}
    rules = {rule.id for rule in report.rules}
    return tuple(one for one in accepted if one in found or (one.story in stories and one.rule in rules))


def _is_resolved(finding: Finding | None) -> bool:
    return finding is not None and finding.status == "resolved"


def _is_same(finding: Finding, one: Accepted) -> bool:
    return (finding.rule, finding.slot) == (one.rule, one.slot)


def _renewed(one: Accepted, finding: Finding | None, whole: Collection[str]) -> Accepted:
    """An accepted finding as it is found now; what has changed, or has come to its end, waits for an editor."""
    if finding is None or finding.status != "known" or finding.story not in whole:
        return one
    return _as_found(finding, reason=one.reason, by=one.by, until=one.until)


def _as_found(finding: Finding, *, reason: str, by: str, until: str | None) -> Accepted:
    return Accepted(
        finding.rule, finding.story, finding.slot, finding.values, finding.source, reason=reason, by=by, until=until
    )
