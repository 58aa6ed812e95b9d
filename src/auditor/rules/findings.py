"""What the rules found, as findings for an editor: one finding for each slot of a story."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.model import Agreement, Claim, Extent, Finding, NotCompared
from auditor.rules import messages, sides
from auditor.rules.engine import Match, Outcome
from auditor.rules.messages import Cast
from auditor.rules.slots import Place, Slot, confined, groups, identity, slot
from auditor.rules.states import state

_MOST_WHY = 12
"""The most lines of arithmetic in a finding; of twenty pairs that differ the first few explain the rest."""


def findings(outcome: Outcome, claims: Sequence[Claim]) -> list[Finding]:
    """One finding for each slot in which a rule is broken, in order of the rules and places.

    Args:
        outcome: What the rules found.
        claims: The claims, in the order of the claims table.
    """
    made: list[tuple[Place, Finding]] = []
    for place, matches in groups(outcome.broken, claims).items():
        made.append((place, _finding(place, matches, claims)))
    by_slot: defaultdict[tuple[str, str, Slot], list[tuple[Place, Finding]]] = defaultdict(list)
    for place, finding in made:
        by_slot[finding.rule, finding.story, place[1]].append((place, finding))
    for same in by_slot.values():
        _tell_apart(same)
    return [finding for _, finding in made]


def agreements(outcome: Outcome, claims: Sequence[Claim]) -> list[Agreement]:
    """What was compared and agrees, once for each slot, less what a finding says something about."""
    disputed: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for match in outcome.broken:
        if match.positions:
            disputed[match.positions[0]].append(frozenset(match.positions))
    kept: defaultdict[Place, list[int]] = defaultdict(list)
    for match in outcome.kept:
        if not any(some.issubset(match.positions) for position in match.positions for some in disputed[position]):
            kept[confined(match, claims), slot(match)] += match.positions
    return [
        Agreement(rule, story, tuple(claims[position] for position in sorted({*positions})))
        for ((rule, story, _), _), positions in kept.items()
    ]


def not_compared(outcome: Outcome, claims: Sequence[Claim]) -> list[NotCompared]:
    """What could not be compared, each once."""
    return [
        NotCompared(claims[positions[0]].story, tuple(claims[position] for position in positions), reason)
        for positions, reason in dict.fromkeys(outcome.left_out)
    ]


def _tell_apart(same: list[tuple[Place, Finding]]) -> None:
    """Name the findings of one slot: the first by its slot alone, others also by their values, twins by their sources.

    First is who comes first by values, so that neither the order of sources nor, but for twins, their names matter.
    """
    used: set[str] = set()
    for place, finding in sorted(same, key=lambda one: (one[1].values, one[0][0])):
        finding.id = identity((finding.rule, finding.story, finding.slot), (finding.values, (place[0][2],)), used)


def _finding(place: Place, matches: Sequence[Match], claims: Sequence[Claim]) -> Finding:
    """One finding of the matches of one slot; it has no id yet."""
    rule, first = matches[0].rule.rule, matches[0]
    (_, story, source), slot_ = place
    positions = sorted({position for match in matches for position in match.positions})
    lines = dict.fromkeys(line for match in matches for line in _why(match, claims))
    return Finding(
        id="",
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        story=story,
        message=messages.fill(rule.message, _cast(first, claims)),
        claims=[claims[position] for position in positions],
        why=[*lines][:_MOST_WHY],
        source=source or None,
        slot=" / ".join(slot_),
        values=state(claims[position] for position in positions),
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
