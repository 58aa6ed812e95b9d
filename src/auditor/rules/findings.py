"""What the rules found, as findings for an editor: one finding for each slot of a story."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.compare import topics
from auditor.model import Agreement, Claim, Extent, Finding, NotCompared
from auditor.rules import messages, sides
from auditor.rules.engine import Match, Outcome
from auditor.rules.messages import Cast
from auditor.rules.relations.base import Row

Slot = tuple[str, ...]

_MOST_WHY = 12
"""The most lines of arithmetic in a finding; of twenty pairs that differ the first few explain the rest."""


def findings(outcome: Outcome, claims: Sequence[Claim]) -> list[Finding]:
    """One finding for each slot in which a rule is broken, in order of the rules and places.

    Args:
        outcome: What the rules found.
        claims: The claims, in the order of the claims table.
    """
    groups: defaultdict[tuple[str, str, Slot, str], list[Match]] = defaultdict(list)
    for match in outcome.broken:
        groups[match.rule.rule.id, _story(match, claims), slot(match), _scope(match)].append(match)
    made: list[Finding] = []
    used: defaultdict[str, int] = defaultdict(int)
    for (rule, story, place, _), matches in groups.items():
        key = "\n".join((rule, story, *place))
        made.append(_finding(_identity(key, used[key]), matches, claims, story))
        used[key] += 1
    return made


def agreements(outcome: Outcome, claims: Sequence[Claim]) -> list[Agreement]:
    """What was compared and agrees, once for each slot, less what a finding says something about."""
    disputed: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for match in outcome.broken:
        if match.positions:
            disputed[match.positions[0]].append(frozenset(match.positions))
    groups: defaultdict[tuple[str, str, Slot, str], list[int]] = defaultdict(list)
    for match in outcome.kept:
        if not any(some.issubset(match.positions) for position in match.positions for some in disputed[position]):
            groups[match.rule.rule.id, _story(match, claims), slot(match), _scope(match)] += match.positions
    return [
        Agreement(rule, story, tuple(claims[position] for position in sorted({*positions})))
        for (rule, story, _, _), positions in groups.items()
    ]


def not_compared(outcome: Outcome, claims: Sequence[Claim]) -> list[NotCompared]:
    """What could not be compared, each once."""
    return [
        NotCompared(claims[positions[0]].story, tuple(claims[position] for position in positions), reason)
        for positions, reason in dict.fromkeys(outcome.left_out)
    ]


def _story(match: Match, claims: Sequence[Claim]) -> str:
    return claims[match.positions[0]].story if match.positions else str(match.row["story"])


def slot(match: Match) -> Slot:
    """What a finding is about, whatever the values: the same after an edit that settles nothing."""
    row, compare = match.row, match.rule.rule.compare
    if compare == "sources":
        return (_plain(row["title"] or row["id"]),)
    if compare == "pairs":
        whole = row["right"] >= 0 and match.rule.rule.pair.through is None
        sides = ("left_", "right_") if whole else ("left_",)
        return tuple(sorted({_part(row, side) for side in sides}))
    return (_part(row, "first_" if compare == "series" else ""),)


def _part(row: Row, prefix: str) -> str:
    """What one claim is about."""
    names = ("kind", "axis", "clue", "title", "track")
    known = [str(row[prefix + name]) for name in names if isinstance(row[prefix + name], str)]
    topic = row[f"{prefix}name"] or row[f"{prefix}topic"]
    return " ".join([*known, (_plain(topic) if row[f"{prefix}name"] else topics.key(topic)) if topic else ""]).strip()


def _scope(match: Match) -> str:
    """The source that a finding is confined to; findings of two sources are two, whatever they share."""
    row, rule = match.row, match.rule.rule
    if rule.compare == "sources":
        return str(row["id"])
    if rule.compare == "claims":
        return str(row["source"])
    prefix = "left_" if rule.compare == "pairs" else "first_"
    return str(row[f"{prefix}source"]) if rule.pair.within in {"sentence", "source"} else ""


def _identity(key: str, index: int) -> str:
    """A finding's id; the second finding of one slot (in another source) is told from the first by its place."""
    text = f"{key}\n{index}" if index else key
    return f"f-{hashlib.blake2s(text.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def _finding(name: str, matches: Sequence[Match], claims: Sequence[Claim], story: str) -> Finding:
    """One finding of the matches of one slot."""
    rule, first = matches[0].rule.rule, matches[0]
    positions = sorted({position for match in matches for position in match.positions})
    lines = dict.fromkeys(line for match in matches for line in _why(match, claims))
    return Finding(
        id=name,
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        story=story,
        message=messages.fill(rule.message, _cast(first, claims)),
        claims=[claims[position] for position in positions],
        why=[*lines][:_MOST_WHY],
        source=None if positions else first.row["id"],
        compared=[*dict.fromkeys(extent for match in matches for extent in _extents(match, claims))],
    )


def _cast(match: Match, claims: Sequence[Claim]) -> Cast:
    """Who takes part in a match."""
    row, compare = match.row, match.rule.rule.compare
    if compare == "pairs":
        named = {side: claims[row[side]] for side in ("left", "right", "via") if row[side] >= 0}
        return Cast(named, members=tuple(claims[position] for position in match.positions[1:]))
    members = tuple(claims[position] for position in match.positions)
    if compare == "series":
        return Cast({"first": members[0], "last": members[-1]}, members=members)
    return Cast({"claim": members[0]}) if members else Cast({}, source=row)


def _why(match: Match, claims: Sequence[Claim]) -> list[str]:
    """The arithmetic of one match: what each claim stands for, then why that does not go together."""
    row, compare = match.row, match.rule.rule.compare
    members = [claims[position] for position in match.positions]
    relations = match.rule.relations
    told = [line for relation, options in relations for line in relation.explain(row, **options.model_dump())]
    if "members" in row and compare == "pairs":
        return [*map(sides.line, members), sides.together(row, members[1:]), *told]
    if compare == "pairs" and row["right"] >= 0:
        via = claims[row["via"]] if row["via"] >= 0 else None
        return [*sides.lines(row, claims[row["left"]], claims[row["right"]], via), *told]
    return [*map(sides.line, members), *told]


def _extents(match: Match, claims: Sequence[Claim]) -> Iterable[Extent]:
    row = match.row
    if match.rule.rule.compare != "pairs":
        return ()
    return sides.extents(row, claims[row["left"]], claims[row["right"]] if row["right"] >= 0 else None)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
