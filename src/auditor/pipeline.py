"""The whole flow on one page: sources are examined, a story's claims are compared by rules, a report is made.

A story needs nothing but itself, the rules and the reference, so stories may be audited in any order and anywhere.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from auditor import rules as rule_pack
from auditor.extract import examine
from auditor.model import Agreement, Claim, Finding, NotCompared, Report, RuleInfo, Source, SourceInfo
from auditor.rules import Rule, run
from auditor.suspects import name_suspects
from auditor.tables import claims_table, sources_table

_SEVERITIES = ("error", "warning", "note")

Outcome = tuple[list[Finding], list[Agreement], list[NotCompared]]


def audit(
    sources: Iterable[Source],
    *,
    rules: Sequence[Rule] | None = None,
    reference: Sequence[Claim] = (),
    unread: Iterable[str] = (),
) -> Report:
    """Audit sources story by story.

    Args:
        sources: The sources, in any order.
        rules: The rules; the packaged ones if None.
        reference: Established facts, as claims (:func:`auditor.reference.load`).
        unread: One line for each source that could not be read, to be repeated in the report.
    """
    chosen = tuple(rule_pack.default() if rules is None else rules)
    infos = [examine(source) for source in sorted(sources, key=lambda source: (source.story, source.id))]
    stories = [list(group) for _, group in groupby(infos, key=lambda info: info.source.story)]
    outcomes = [audit_story(story, chosen, reference) for story in stories]
    findings = sorted(chain.from_iterable(outcome[0] for outcome in outcomes), key=_worst_first)
    return Report(
        sources=tuple(infos),
        findings=tuple(findings),
        consistent=tuple(chain.from_iterable(outcome[1] for outcome in outcomes)),
        not_compared=tuple(chain.from_iterable(outcome[2] for outcome in outcomes)),
        rules=tuple(_rule_info(rule, findings) for rule in sorted(chosen, key=lambda rule: rule.id)),
        unread=tuple(unread),
    )


def audit_story(infos: Sequence[SourceInfo], rules: Sequence[Rule], reference: Sequence[Claim]) -> Outcome:
    """Compare the claims of one story's sources and name the suspects among them."""
    claims = [*chain.from_iterable(info.claims for info in infos), *reference]
    findings, agreements, left_out = run(rules, claims, claims_table(claims, infos), sources_table(infos))
    return name_suspects(findings), agreements, left_out


def _worst_first(finding: Finding) -> tuple[int, str, str, str]:
    return _SEVERITIES.index(finding.severity), finding.story, finding.rule, finding.id


def _rule_info(rule: Rule, findings: Sequence[Finding]) -> RuleInfo:
    return RuleInfo(
        id=rule.id,
        title=rule.title,
        group=rule.group,
        severity=rule.severity,
        verdict=rule.verdict,
        why=rule.why,
        next=rule.next,
        findings=sum(finding.rule == rule.id for finding in findings),
    )
