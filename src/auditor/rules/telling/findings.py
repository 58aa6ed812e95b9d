"""What the rules found, as findings for an editor: one finding for each slot of a story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import NamedTuple

import numpy as np

from auditor.compare import topics
from auditor.compare.blocking.groups import tied
from auditor.compare.sides import PairsTable
from auditor.model import Agreement, Claim, Extent, Finding, NotCompared
from auditor.rules import messages
from auditor.rules.messages import Cast
from auditor.rules.relations.base import Row
from auditor.rules.running.engine import Outcome
from auditor.rules.running.rows import Positions, Rows
from auditor.rules.telling import sides
from auditor.rules.telling.slots import Place, Slot, identity, placed
from auditor.rules.telling.statements import Statements
from auditor.rules.telling.testimony import heard, told
from auditor.wording.words import capital

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


def findings(outcome: Outcome, said: Statements) -> list[Finding]:
    """One finding for each slot in which a rule is broken, in order of the rules and places."""
    kept = {rows.rule.rule.id: rows for rows in outcome.kept}
    made: list[Finding] = []
    for broken in outcome.broken:
        positions, support = broken.positions(), _support(kept.get(broken.rule.rule.id), said.claims)
        for place, turns in placed(broken, positions):
            matches = Matches(broken, broken.rows[turns].tolist(), [positions[turn] for turn in turns])
            made.append(_finding(place, matches, said, support))
    by_slot: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in made:
        by_slot[finding.rule, finding.story, finding.slot].append(finding)
    for same in by_slot.values():
        _tell_apart(same)
    return made


def agreements(outcome: Outcome, claims: Sequence[Claim]) -> list[Agreement]:
    """What was compared and agrees, once for each slot and value, less what a finding says something about.

    Of two values in one slot each may have claims that agree: "three" with "three", "four" with "4".
    """
    disputed = {frozenset(positions) for broken in outcome.broken for positions in broken.positions()}
    found: defaultdict[tuple[str, str, Slot, str], list[tuple[int, int]]] = defaultdict(list)
    about: dict[int, str] = {}
    for kept in outcome.kept:
        rule = kept.rule
        alone = rule.rule.pair.within in {"sentence", "source"}
        for positions in kept.positions() if rule.is_telling else ():
            if disputed.isdisjoint(_parts(positions)):
                compared = positions[:1] if rule.rule.pair.through else positions[:2]
                slot = tuple(sorted({_about(position, claims, about) for position in compared}))
                first = claims[positions[0]]
                key = rule.rule.id, first.story, slot, first.source if alone else ""
                found[key].extend((positions[0], position) for position in positions)
    return [
        Agreement(rule, story, *_listed(positions, claims))
        for (rule, story, _, _), ties in found.items()
        for positions in tied(*np.array(ties).T)
    ]


def _parts(positions: Positions) -> Iterator[frozenset[int]]:
    """All that a finding may say something about, of the claims of a pair."""
    return (frozenset(some) for size in range(1, len(positions) + 1) for some in combinations(positions, size))


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


def _tell_apart(same: list[Finding]) -> None:
    """Name the findings of one slot: the first by its slot alone, others also by their values, twins by their sources.

    First is who comes first by values, so that neither the order of sources nor, but for twins, their names matter.
    """
    used: set[str] = set()
    for finding in sorted(same, key=lambda one: (one.values, one.source or "")):
        slot, source = (finding.rule, finding.story, finding.slot), (finding.source or "",)
        finding.id = identity(slot, (finding.values, source), used)


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


def _support(kept: Rows | None, claims: Sequence[Claim]) -> Support:
    """Who agrees with whom by a rule; a total that has grown does not agree with the one before."""
    if kept is None or kept.rule.rule.pair.within not in {"sources", "story"}:
        return {}
    left, right = (kept.table.values(name)[kept.rows] for name in ("left", "right"))
    agree = right >= 0
    if "not_below_earlier" in kept.rule.rule.must:
        values = zip(left.tolist(), right.tolist(), strict=True)
        agree &= np.array([claims[one].value == claims[other].value for one, other in values], dtype=bool)
    return {position: group for group in tied(left[agree], right[agree]) for position in group}


class Matches(NamedTuple):
    """The rows of one finding.

    Attributes:
        broken: All the rows that break its rule.
        rows: Those of the finding.
        positions: The claims of each of them.
    """

    broken: Rows
    rows: list[int]
    positions: list[Positions]


def _finding(place: Place, matches: Matches, said: Statements, support: Support) -> Finding:
    """One finding of the rows of one slot; it has no id yet."""
    rule = matches.broken.rule.rule
    positions = sorted({*chain.from_iterable(matches.positions)})
    bounded = any(map(sides.rounding_decides, _compared(matches)))
    lines = chain.from_iterable(
        _why(matches, turn, said, bounded=bounded) for turn in range(len(matches.rows))[:_MOST_WHY]
    )
    backing = [*map(said.restated, positions), *(support.get(position, ()) for position in positions)]
    backing += map(said.same_day, positions) if "same_weekday" in rule.must else []
    everyone = sorted({*positions, *chain.from_iterable(backing)})
    sided = rule.verdict == "contradiction" and rule.pair.within == "sources" and rule.must.keys() <= _SIDES
    witnesses = heard(everyone, said) if sided else []
    involved = _involved(everyone, said)
    return Finding(
        id="",
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        story=place.story,
        message=capital(messages.fill(rule.message, _cast(matches, said))),
        claims=involved,
        why=[*_first(lines), *told(witnesses)],
        witnesses=witnesses,
        source=place.source or None,
        slot=" / ".join(place.slot),
        values=tuple(sorted({said.state(position) for position in positions})),
        bounded=bounded,
        compared=[extent for extent in dict.fromkeys(_extents(matches, said)) if extent],
        more=len(everyone) - len(involved),
    )


def _first(lines: Iterable[str]) -> list[str]:
    """The first few lines, each once; no more are made than that takes."""
    found: dict[str, None] = {}
    for line in lines:
        found[line] = None
        if len(found) == _MOST_WHY:
            break
    return [*found]


def _involved(positions: Sequence[int], said: Statements) -> list[Claim]:
    """The claims that a finding lists; of very many the first ones of each value, in turn."""
    if len(positions) > _MOST_INVOLVED:
        seen: Counter[str] = Counter()
        turns = []
        for position in positions:
            value = said.written(position)
            turns.append((seen[value], position))
            seen[value] += 1
        positions = sorted(position for _, position in sorted(turns)[:_MOST_INVOLVED])
    return [said.claims[position] for position in positions]


def _compared(matches: Matches) -> Iterator[Row]:
    """The rows in which two intervals of one axis were held against each other."""
    table, rule = matches.broken.table, matches.broken.rule.rule
    for row in map(table.row, matches.rows[:_MOST_WHY]) if rule.compare == "pairs" else ():
        if row["right"] >= 0 and row["left_axis"] is not None and row["left_axis"] == row["right_axis"]:
            yield row


def _cast(matches: Matches, said: Statements) -> Cast:
    """Who takes part in the first row of a finding."""
    rule, claims = matches.broken.rule.rule, said.claims
    row, positions = matches.broken.table.row(matches.rows[0]), matches.positions[0]
    members = tuple(claims[position] for position in positions)
    if rule.compare == "pairs":
        roles = {side: row[side] for side in ("left", "right", "via") if row[side] >= 0}
        told = said.told(roles)
        if "members" in row:
            told["parts.result"] = sides.result(row, members[1:], rule.pair.need)
        return Cast({side: claims[position] for side, position in roles.items()}, members=members[1:], told=told)
    if not members:
        return Cast({}, source=row)
    roles = {"first": positions[0], "last": positions[-1]} if rule.compare == "series" else {"claim": positions[0]}
    return Cast({root: claims[position] for root, position in roles.items()}, members=members, told=said.told(roles))


def _why(matches: Matches, turn: int, said: Statements, *, bounded: bool) -> list[str]:
    """The arithmetic of one row: what each claim stands for, then why that does not go together."""
    rule, row, positions = matches.broken.rule, matches.broken.table.row(matches.rows[turn]), matches.positions[turn]
    compare, claims = rule.rule.compare, said.claims
    is_whole = compare != "pairs" or "members" in row or row["right"] >= 0
    relations = rule.relations if is_whole else ()
    told = [line for relation, options in relations for line in relation.explain(row, **options.model_dump())]
    sources = {claims[position].source for position in positions if not claims[position].is_fact}
    names = ["" if len(sources) == 1 else f" ({said.name(claims[position])})" for position in positions]
    if compare == "pairs" and is_whole and row["via"] >= 0:
        projected = sides.projected(row, claims[row["left"]], claims[row["via"]], names[0])
        return [*projected, *_lines(positions[1:2], names[1:2], said, bounded=bounded), *told]
    lines = _lines(positions, names, said, bounded=bounded)
    if "members" in row and compare == "pairs":
        parts, need = [claims[part] for part in positions[1:]], rule.rule.pair.need
        result = sides.result(row, parts, need)
        return [*lines, *([result] if result else []), *([sides.allowed(row, parts, need), *told] if bounded else [])]
    if compare == "sources" and "published" in rule.rule.must and row["published_text"] and not row["published"]:
        told = [
            f"“{row['published_text']}” is given as the day, and is no day that can be read; write it as 2024-12-31"
        ]
    if "borne_out" in rule.rule.must and row["instead"]:
        told = [row["instead"]]
    return [*lines, *told]


def _lines(positions: Sequence[int], names: Sequence[str], said: Statements, *, bounded: bool) -> list[str]:
    """What claims stand for, where their words do not say so, each with its source."""
    lines = (said.line(position, bounded, name) for position, name in zip(positions, names, strict=True))
    return [line for line in lines if line]


def _extents(matches: Matches, said: Statements) -> Iterator[Extent | None]:
    """What the claims of pairs were compared as."""
    table, rule = matches.broken.table, matches.broken.rule.rule
    if rule.compare != "pairs" or "members" in table.frame.columns:
        return  # what parts come to is no claim's value
    if isinstance(table.frame, PairsTable) and not table.frame.carried:
        yield from map(said.extent, dict.fromkeys(chain.from_iterable(matches.positions)))
        return
    for row in map(table.row, matches.rows):
        sides_there = [side for side in ("left", "right") if row[side] >= 0]
        yield from (sides.extent(said.claims[row[side]], row, f"{side}_") for side in sides_there)
