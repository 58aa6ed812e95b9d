"""Why a rule stays silent on a story: the step at which nothing was left of its claims, in a line."""

from collections.abc import Sequence

import numpy as np

from auditor.codes import Numbers
from auditor.extract import examine
from auditor.model import Claim, Source
from auditor.rules.model import Compare, Rule
from auditor.rules.running.compile import Compiled, Conditions, compiled
from auditor.rules.running.engine import compared, not_exempt
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.selection import chosen, exempt, holds
from auditor.stories import claims_and_table, read_together
from auditor.tables import sources_table
from auditor.wording.words import several


def stuck(rule: Rule, story: Sequence[Source], known: Sequence[Claim]) -> str:
    """How far a rule came with a story that it is silent on.

    Args:
        rule: The rule.
        story: The sources of the story.
        known: The facts of the reference.
    """
    infos, digest_of = read_together([examine(source) for source in story])
    for info in infos:
        if info.source.published and info.published is None:
            return f"`published` is no day: `{info.source.published}`; write it as 2024-05-17"
    if not any(info.claims for info in infos) and rule.compare != "sources":
        return "no claim was found in it"
    claims = Prepared(claims_and_table(infos, known, digest_of)[1])
    made = compiled(rule)
    if rule.compare in {"claims", "sources"}:
        table = claims if rule.compare == "claims" else Prepared(sources_table(infos))
        fits = int(chosen(table, made.where).sum())
        return _none_of(table, "where", made.where, rule.compare) or _all_hold(fits, rule.compare)
    sides = {"left": made.left, "right": made.right} if rule.compare == "pairs" else {"where": made.where}
    for key, conditions in sides.items():
        if key == "right" and rule.pair.need == "some":
            continue
        if reason := _none_of(claims, key, conditions, "claims"):
            return reason
    return _of_groups(claims, made, [np.flatnonzero(chosen(claims, conditions)) for conditions in sides.values()])


def _of_groups(claims: Prepared, made: Compiled, selected: Sequence[Numbers]) -> str:
    """How far a rule came with the pairs or the series of its claims."""
    rule, table = made.rule, compared(made, claims, {}).table
    if not len(table):
        told = " and ".join(str(len(positions)) for positions in selected)
        return f"`pair` brings none of the claims together that were chosen ({told})"
    if reason := _none_of(table, "when", made.when, rule.compare):
        return reason
    wanted = chosen(table, made.when)
    if not (wanted & ~exempt(table, made.unless)).any():
        return f"`unless` exempts {_several(int(wanted.sum()), rule.compare)}"
    rows = wanted & not_exempt(made, table) & made.comparable(table)
    if not rows.any():
        return "what `must` compares is missing, or `pair` sets it apart"
    return _all_hold(int(rows.sum()), rule.compare)


def _none_of(table: Prepared, key: str, conditions: Conditions, over: Compare) -> str:
    """That a selection chooses nothing, and how many rows each of its conditions would; empty if it chooses some."""
    if chosen(table, conditions).any():
        return ""
    each = ", ".join(f"`{one.column}` {int(holds(table, one).sum())}" for one in conditions)
    alone = f"; alone would fit {each}" if len(conditions) > 1 else ""
    return f"`{key}` fits none of {_several(len(table), over)}{alone}"


def _all_hold(count: int, over: Compare) -> str:
    return f"`must` holds in {'all of ' if count > 1 else ''}{_several(count, over)}"


def _several(count: int, over: Compare) -> str:
    return several(count, "series", "series") if over == "series" else several(count, over.removesuffix("s"))
