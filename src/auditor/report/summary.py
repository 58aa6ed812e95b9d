"""What a report comes down to: counts, and one sentence."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import get_args

from auditor.model import SEVERITIES, FailOn, Finding, Report, Severity, Status, Suspect, Verdict
from auditor.wording.jsontext import JsonValue, Record
from auditor.wording.words import WORDS, capital, enumeration, several, spelled

GRAVE: tuple[Verdict, ...] = ("contradiction", "impossible", "unsupported", "missing")
"""The verdicts that something must be corrected; the others are worth knowing."""

OPEN: tuple[Status, ...] = ("new", "changed")
"""The statuses of findings that nobody has accepted and that still stand."""

FAILING: dict[FailOn, tuple[Status, ...]] = {"new": OPEN, "any": (*OPEN, "known"), "none": ()}
"""The statuses of the warnings and errors that fail a run."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One correction, and the open findings that it would clear."""

    suspect: Suspect
    findings: tuple[Finding, ...]
    kind: str


def open_findings(report: Report) -> list[Finding]:
    """The findings that nobody has accepted and that still stand."""
    return [finding for finding in report.findings if finding.status in OPEN]


def fails(report: Report, finding: Finding) -> bool:
    """Whether a finding fails the run; notes never do."""
    return finding.severity != "note" and finding.status in FAILING[report.fail_on]


def without(report: Report, severities: Collection[str]) -> Report:
    """The report without the findings of some severities, as if their rules had found nothing."""
    findings = tuple(finding for finding in report.findings if finding.severity not in severities)
    tally = Counter(finding.rule for finding in _found(findings))
    rules = tuple(replace(rule, findings=tally[rule.id]) for rule in report.rules)
    hidden = report.hidden + len(_found(report.findings)) - len(_found(findings))
    return replace(report, findings=findings, rules=rules, hidden=hidden)


def _found(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that still stand; nobody finds what is resolved."""
    return [finding for finding in findings if finding.status != "resolved"]


def compared_nothing(report: Report) -> bool:
    """Whether no two claims were held against each other."""
    found = any(len(finding.claims) > 1 for finding in report.findings) or report.hidden > 0
    return bool(report.sources) and not found and not any(len(entry.claims) > 1 for entry in report.consistent)


def remedies(report: Report) -> list[Remedy]:
    """The corrections to start with: those that clear several open findings, the most effective first.

    What two findings share is worth correcting first where both are errors, or where all other evidence agrees on what
    it should be; else it may hang on the weaker of the two. Notes do not count.
    """
    found: dict[Suspect, list[Finding]] = {}
    for finding in open_findings(report):
        if finding.suspect:
            found.setdefault(finding.suspect, []).append(finding)
    ordered = sorted(found.items(), key=lambda item: (*_effect(item[1]), item[0].source, item[0].text))
    return [
        Remedy(suspect, tuple(cleared), _kind(suspect, cleared))
        for suspect, cleared in ordered
        if _tells(suspect, cleared)
    ]


def _effect(findings: Iterable[Finding]) -> tuple[int, ...]:
    """How few errors, warnings and notes there are, as numbers below nought."""
    tally = Counter(finding.severity for finding in findings)
    return tuple(-tally[severity] for severity in SEVERITIES)


def _tells(suspect: Suspect, findings: Iterable[Finding]) -> bool:
    errors, warnings, _ = _effect(findings)
    return errors < -1 or (errors + warnings < -1 and suspect.supported is not None)


def _kind(suspect: Suspect, findings: list[Finding]) -> str:
    kinds = {claim.kind for finding in findings for claim in finding.claims if claim.id in suspect.claims}
    return kinds.pop() if len(kinds) == 1 else "status"


def verdict(report: Report) -> str:
    """The report in one sentence, for an editor in a hurry."""
    findings = open_findings(report)
    sources = several(len(report.sources), "source")
    grave = [finding for finding in findings if finding.verdict in GRAVE]
    if not report.sources:
        return "Nothing could be read"
    if grave:
        return f"{_by_verdict(grave)} in {sources}{_correction(report, grave)}"
    if findings:
        return f"No contradictions in {sources}, but {_by_verdict(findings)}"
    return _all_well(report, sources)


def _all_well(report: Report, sources: str) -> str:
    """The sentence where there is no open finding, which must not promise more than was done."""
    if _found(report.findings):
        return f"Nothing new in {sources}"
    if report.hidden:
        return f"No findings of that severity in {sources}"
    if not report.consistent:
        return f"Nothing could be compared in {sources}"
    if len(report.sources) == 1:
        return f"No contradictions in {sources}: {_agreeing(len(report.consistent))}"
    between = sum(len({claim.source for claim in entry.claims if not claim.is_fact}) > 1 for entry in report.consistent)
    if between:
        return f"No contradictions in {sources}: {_agreeing(between, ' between them')}"
    return f"No contradictions within {sources}, but nothing could be compared between them"


def _agreeing(number: int, where: str = "") -> str:
    """``4 comparisons between them, all in agreement``."""
    return f"{several(number, 'comparison')}{where}, {'all ' if number > 1 else ''}in agreement"


def _by_verdict(findings: list[Finding]) -> str:
    tally: Counter[str] = Counter(finding.verdict for finding in findings)
    forms = WORDS.verdicts
    return enumeration([several(tally[name], *forms[name][:2]) for name in forms if tally[name]])


def _correction(report: Report, grave: list[Finding]) -> str:
    """``; correcting one date would clear four of them``, where one correction clears several findings."""
    best = next(iter(remedies(report)), None)
    if best is None:
        return ""
    number = len(best.suspect.claims)
    one, many, _ = WORDS.kinds[best.kind]
    cleared = sum(finding in grave for finding in best.findings)
    if cleared < len(best.findings):
        share = several(len(best.findings), "finding")
    elif cleared == len(grave):
        share = "all of them"
    else:
        share = f"{spelled(cleared)} of them"
    return f"; correcting {spelled(number)} {one if number == 1 else many} would clear {share}"


def aside(report: Report) -> str:
    """The second sentence: lesser findings, and those an editor has dealt with; empty if there are none."""
    findings = open_findings(report)
    lesser = [finding for finding in findings if finding.verdict not in GRAVE]
    parts = []
    if lesser and len(lesser) < len(findings):
        parts.append(f"Also worth knowing: {_by_verdict(lesser)}.")
    known = sum(finding.status == "known" for finding in report.findings)
    if known:
        parts.append(f"{capital(several(known, 'finding'))} accepted before.")
    resolved = sum(finding.status == "resolved" for finding in report.findings)
    if resolved:
        occurs = "occurs" if resolved == 1 else "occur"
        parts.append(f"{capital(several(resolved, 'accepted finding'))} no longer {occurs}: prune.")
    if report.hidden:
        parts.append(f"{capital(several(report.hidden, 'lesser finding'))} left out.")
    if report.findings and compared_nothing(report):
        parts.append("No two claims could be compared.")
    return " ".join(parts)


def counts(report: Report) -> Record:
    """The figures of a report, for programs; every severity, verdict and status is there, zero or not.

    What is resolved counts as a status only; nobody finds it any more.
    """
    found = _found(report.findings)
    return {
        "verdict": verdict(report),
        "stories": len({info.source.story for info in report.sources}),
        "sources": len(report.sources),
        "unread": len(report.unread),
        "claims": sum(len(info.claims) for info in report.sources),
        "findings": len(found),
        "hidden": report.hidden,
        "severity": _tally([finding.severity for finding in found], get_args(Severity)),
        "verdicts": _tally([finding.verdict for finding in found], get_args(Verdict)),
        "status": _tally([finding.status for finding in report.findings], get_args(Status)),
        "consistent": len(report.consistent),
        "not_compared": len(report.not_compared),
        "rules": len(report.rules),
    }


def _tally(values: list[str], known: tuple[str, ...]) -> JsonValue:
    tally = Counter(values)
    return {name: tally[name] for name in known}
