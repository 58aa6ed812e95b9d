"""What the rules found, as findings for an editor: one finding for each slot of a story."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.compare import topics
from auditor.model import Agreement, Claim, Extent, Finding, NotCompared
from auditor.report.values import as_written
from auditor.rules import messages, sides
from auditor.rules.engine import Match, Outcome
from auditor.rules.messages import Cast
from auditor.rules.slots import Place, Slot, groups, identity
from auditor.rules.testimony import heard, told
from auditor.states import state

_MOST_WHY = 12
"""The most lines of arithmetic in a finding; of twenty pairs that differ the first few explain the rest."""
_MOST_LISTED = 12
"""The most claims that one agreement, or one entry of what was not compared, lists."""
_SIDES = frozenset({"overlaps", "not_below_earlier", "same_day", "same_ends", "same_unit", "compatible", "same_title"})
"""Relations that two claims of other values break, and all claims of one value alike."""
_MOST_INVOLVED = 40
"""The most claims that a finding lists; those who give the values that others give already are left out first."""

Support = dict[int, list[int]]
"""For each claim those that agree with it by the same rule."""


def findings(outcome: Outcome, claims: Sequence[Claim], witness_of: Sequence[str | None] = ()) -> list[Finding]:
    """One finding for each slot in which a rule is broken, in order of the rules and places.

    Args:
        outcome: What the rules found.
        claims: The claims, in the order of the claims table.
        witness_of: The witness that each claim's source is.
    """
    support = _support(outcome, claims)
    made: list[tuple[Place, Finding]] = []
    for place, matches in groups(outcome.broken, claims).items():
        finding = _finding(place, matches, claims, support.get(place[0][0], {}), witness_of)
        made.append((place, finding))
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
    found: defaultdict[tuple[str, str, Slot, str], set[int]] = defaultdict(set)
    about: dict[int, str] = {}
    for kept in outcome.kept:
        rule = kept.rule
        alone = rule.rule.pair.within in {"sentence", "source"}
        for positions in kept.positions() if rule.is_telling else ():
            if not any(some.issubset(positions) for position in positions for some in disputed[position]):
                compared = positions[:1] if rule.rule.pair.through else positions[:2]
                slot = tuple(sorted({_about(position, claims, about) for position in compared}))
                first = claims[positions[0]]
                found[rule.rule.id, first.story, slot, first.source if alone else ""].update(positions)
    return [Agreement(rule, story, *_listed(positions, claims)) for (rule, story, _, _), positions in found.items()]


def not_compared(outcome: Outcome, claims: Sequence[Claim]) -> list[NotCompared]:
    """What could not be compared, once for each slot and reason."""
    found: defaultdict[tuple[str, Slot, str], set[int]] = defaultdict(set)
    about: dict[int, str] = {}
    for positions, reason in outcome.left_out:
        slot = tuple(sorted({_about(position, claims, about) for position in positions[:2]}))
        found[claims[positions[0]].story, slot, reason].update(positions)
    return [
        NotCompared(story, listed, reason, more)
        for (story, _, reason), positions in found.items()
        for listed, more in [_listed(positions, claims)]
    ]


def _tell_apart(same: list[tuple[Place, Finding]]) -> None:
    """Name the findings of one slot: the first by its slot alone, others also by their values, twins by their sources.

    First is who comes first by values, so that neither the order of sources nor, but for twins, their names matter.
    """
    used: set[str] = set()
    for place, finding in sorted(same, key=lambda one: (one[1].values, one[0][0])):
        finding.id = identity((finding.rule, finding.story, finding.slot), (finding.values, (place[0][2],)), used)


def _listed(positions: Iterable[int], claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], int]:
    """The first few of some claims, and how many there are besides."""
    ordered = sorted(positions)
    return tuple(claims[position] for position in ordered[:_MOST_LISTED]), max(0, len(ordered) - _MOST_LISTED)


def _about(position: int, claims: Sequence[Claim], known: dict[int, str]) -> str:
    """What a claim is about, as a key."""
    if position not in known:
        claim = claims[position]
        particulars = (messages.of_claim(name, claim) for name in ("about", "person", "thing", "name"))
        told = next((found for found in particulars if found), "")
        known[position] = f"{claim.kind} {claim.clue or ''} {topics.key(told)}"
    return known[position]


def _support(outcome: Outcome, claims: Sequence[Claim]) -> dict[str, Support]:
    """For each rule, who agrees with whom; a total that has grown does not agree with the one before."""
    found: defaultdict[str, Support] = defaultdict(lambda: defaultdict(list))
    broken = {match.rule.rule.id for match in outcome.broken}
    for kept in outcome.kept:
        rule = kept.rule
        if rule.rule.id in broken and rule.rule.pair.within in {"sources", "story"}:
            grows = "not_below_earlier" in rule.rule.must
            for left, right, *_ in (positions for positions in kept.positions() if len(positions) > 1):
                if grows and claims[left].value != claims[right].value:
                    continue
                found[rule.rule.id][left].append(right)
                found[rule.rule.id][right].append(left)
    return found


def _finding(
    place: Place,
    matches: Sequence[Match],
    claims: Sequence[Claim],
    support: Support,
    witness_of: Sequence[str | None],
) -> Finding:
    """One finding of the matches of one slot; it has no id yet."""
    rule, first = matches[0].rule.rule, matches[0]
    (_, story, source), slot = place
    positions = sorted({position for match in matches for position in match.positions})
    lines = dict.fromkeys(line for match in matches[:_MOST_WHY] for line in _why(match, claims))
    everyone = _joined(positions, support)
    sided = rule.verdict == "contradiction" and rule.pair.within == "sources" and rule.must.keys() <= _SIDES
    witnesses = heard(everyone, claims, witness_of) if sided else []
    involved = _involved(everyone, claims)
    return Finding(
        id="",
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        story=story,
        message=messages.fill(rule.message, _cast(first, claims)),
        claims=involved,
        why=[*[*lines][:_MOST_WHY], *told(witnesses)],
        witnesses=witnesses,
        source=source or None,
        slot=" / ".join(slot),
        values=state(claims[position] for position in positions),
        compared=[*dict.fromkeys(extent for match in matches for extent in _extents(match, claims))],
        more=len(everyone) - len(involved),
    )


def _joined(positions: Sequence[int], support: Support) -> list[int]:
    """The claims of a finding, and those that agree with one of them."""
    reached, waiting = {*positions}, [*positions]
    while waiting:
        fresh = {other for other in support.get(waiting.pop(), ()) if other not in reached}
        reached |= fresh
        waiting += fresh
    return sorted(reached)


def _involved(positions: Sequence[int], claims: Sequence[Claim]) -> list[Claim]:
    """The claims that a finding lists; of very many the first ones of each value, in turn."""
    if len(positions) <= _MOST_INVOLVED:
        return [claims[position] for position in positions]
    seen: defaultdict[str, int] = defaultdict(int)
    turns = []
    for position in positions:
        value = as_written(claims[position])
        turns.append((seen[value], position))
        seen[value] += 1
    return [claims[position] for position in sorted(position for _, position in sorted(turns)[:_MOST_INVOLVED])]


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
    is_whole = compare != "pairs" or "members" in row or row["right"] >= 0
    relations = match.rule.relations if is_whole else ()
    told = [line for relation, options in relations for line in relation.explain(row, **options.model_dump())]
    if "members" in row and compare == "pairs":
        return [*map(sides.line, members), sides.together(row, members[1:]), *told]
    if compare == "pairs" and is_whole:
        via = claims[row["via"]] if row["via"] >= 0 else None
        return [*sides.lines(row, claims[row["left"]], claims[row["right"]], via), *told]
    if "borne_out" in match.rule.rule.must and row["instead"]:
        told = [row["instead"]]
    return [*map(sides.line, members), *told]


def _extents(match: Match, claims: Sequence[Claim]) -> Iterable[Extent]:
    row = match.row
    if match.rule.rule.compare != "pairs":
        return ()
    return sides.extents(row, claims[row["left"]], claims[row["right"]] if row["right"] >= 0 else None)
