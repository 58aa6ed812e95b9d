"""The whole flow on one page: sources are examined, a story's claims are compared by rules, a report is made.

A story needs nothing but itself, the rules and the reference, so stories may be audited in any order, together in one
table or apart, here or elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain, groupby
from typing import TypeVar

from auditor import rules as rule_pack
from auditor.extract.processes import examine_all
from auditor.model import Agreement, Claim, Finding, NotCompared, Overridden, Report, RuleInfo, Source, SourceInfo
from auditor.rules import Rule, run
from auditor.stories import claims_and_table, read_together
from auditor.suspects import name_suspects
from auditor.tables import findings_table, sources_table
from auditor.worth import ordered

PARTITION = 20_000
"""About how many claims are compared in one table; only time and memory depend on it."""

T = TypeVar("T", Agreement, NotCompared)
Outcome = tuple[list[Finding], list[Agreement], list[NotCompared]]


def audit(
    sources: Iterable[Source],
    *,
    rules: Sequence[Rule] | None = None,
    reference: Sequence[Claim] = (),
    unread: Iterable[str] = (),
    overridden: Iterable[Overridden] = (),
    jobs: int | None = 1,
) -> Report:
    """Audit sources story by story.

    Args:
        sources: The sources, in any order.
        rules: The rules; the packaged ones if None.
        reference: Established facts, as claims (:func:`auditor.reference.load`).
        unread: One line for each source that could not be read, to be repeated in the report.
        overridden: What was changed in packaged rules, likewise.
        jobs: In how many processes to extract claims; None for as many as are worth it.
    """
    chosen = tuple(rule_pack.load() if rules is None else rules)
    infos = examine_all(sorted(sources, key=lambda source: (source.story, source.id)), jobs)
    infos, digest_of = read_together(infos)
    outcomes = [audit_stories(partition, chosen, reference, digest_of) for partition in partitions(infos)]
    findings = ordered(chain.from_iterable(outcome[0] for outcome in outcomes), infos)
    return Report(
        sources=tuple(infos),
        findings=tuple(findings),
        consistent=tuple(chain.from_iterable(outcome[1] for outcome in outcomes)),
        not_compared=tuple(chain.from_iterable(outcome[2] for outcome in outcomes)),
        rules=tuple(_rule_info(rule, findings) for rule in sorted(chosen, key=lambda rule: rule.id)),
        unread=tuple(unread),
        overridden=tuple(overridden),
    )


def partitions(infos: Iterable[SourceInfo]) -> Iterator[list[SourceInfo]]:
    """Divide sources, ordered by story, into parts of whole stories: small stories share the cost of a table."""
    part: list[SourceInfo] = []
    size = 0
    for _, group in groupby(infos, key=lambda info: info.source.story):
        story = list(group)
        claims = sum(len(info.claims) for info in story)
        if part and size + claims > PARTITION:
            yield part
            part, size = [], 0
        part += story
        size += claims
    if part:
        yield part


def audit_stories(
    infos: Sequence[SourceInfo], rules: Sequence[Rule], reference: Sequence[Claim], digest_of: Mapping[str, str]
) -> Outcome:
    """Compare the claims of whole stories, each with its own, and name the suspects among them."""
    claims, table = claims_and_table(infos, reference, digest_of)
    findings, agreements, left_out = run(rules, claims, table, sources_table(infos))
    findings_table(findings)
    return name_suspects(findings), by_story(agreements), by_story(left_out)


def by_story(found: Iterable[T]) -> list[T]:
    """Order what was found by story, otherwise as it is, so that partitions leave no trace."""
    return sorted(found, key=lambda one: one.story)


def _rule_info(rule: Rule, findings: Sequence[Finding]) -> RuleInfo:
    told = {field.name: getattr(rule, field.name) for field in fields(RuleInfo) if field.name != "findings"}
    return RuleInfo(**told, findings=sum(finding.rule == rule.id for finding in findings))
