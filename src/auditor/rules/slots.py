"""Which broken rows belong to one finding, and what that finding is about: its slot in its story."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.compare import topics
from auditor.model import Claim
from auditor.rules.engine import Match
from auditor.rules.relations.base import Row
from auditor.states import concise

Slot = tuple[str, ...]
Confined = tuple[str, str, str]
"""A rule, a story, and the source that its findings are confined to, if they are confined to one."""

Place = tuple[Confined, Slot]


def groups(matches: Iterable[Match], claims: Sequence[Claim]) -> dict[Place, list[Match]]:
    """The matches of each finding.

    One slot makes one finding; so do two figures that each disagree with a third, in whatever words they are put. A
    finding with several slots is named after all of them.
    """
    slotted: defaultdict[Place, list[Match]] = defaultdict(list)
    for match in matches:
        slotted[confined(match, claims), slot(match)].append(match)
    joined: dict[Place, list[Match]] = {}
    for places in _connected(slotted):
        parts = sorted({part for _, parts in places for part in parts})
        joined[places[0][0], tuple(parts)] = [match for place in places for match in slotted[place]]
    return joined


def confined(match: Match, claims: Sequence[Claim]) -> Confined:
    """Where the finding of a match belongs."""
    story = claims[match.positions[0]].story if match.positions else str(match.row["story"])
    return match.rule.rule.id, story, _source(match)


def slot(match: Match) -> Slot:
    """What a finding is about, whatever the values: the same after an edit that settles nothing."""
    row, compare = match.row, match.rule.rule.compare
    if compare == "sources":
        return (concise(_plain(row["title"] or row["opening"])),)
    if compare == "pairs":
        sides = ("left_", "right_") if _is_whole(match) else ("left_",)
        return tuple(sorted({_part(row, side) for side in sides}))
    return (_part(row, "first_" if compare == "series" else ""),)


def identity(slot: Sequence[str], apart: Iterable[Sequence[str]], used: set[str]) -> str:
    """The id of a finding, made of its rule, story and slot, and noted as used.

    Args:
        slot: Rule, story and slot.
        apart: What tells it from another finding of the same slot, step by step.
        used: The ids that are taken.
    """
    known = [*slot]
    for more in ((), *apart):
        known += more
        name = f"f-{hashlib.blake2s(chr(10).join(known).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
        if name not in used:
            break
    used.add(name)
    return name


def _connected(slotted: dict[Place, list[Match]]) -> list[list[Place]]:
    """Places that share the claim of a figure, together; each list, and all of them, in order of appearance."""
    leader: dict[Place, Place] = {place: place for place in slotted}
    holder: dict[tuple[Confined, int], Place] = {}
    for place, matches in slotted.items():
        for position in {position for match in matches if _is_figure(match) for position in match.positions}:
            first = holder.setdefault((place[0], position), place)
            leader[_root(place, leader)] = _root(first, leader)
    joined: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in slotted:
        joined[_root(place, leader)].append(place)
    return [*joined.values()]


def _root(place: Place, leader: dict[Place, Place]) -> Place:
    while leader[place] != place:
        place = leader[place]
    return place


def _is_whole(match: Match) -> bool:
    """Whether both sides of a pair tell what it is about; a fact only says what the left claim amounts to."""
    return bool(match.row["right"] >= 0) and match.rule.rule.pair.through is None


def _is_figure(match: Match) -> bool:
    rule = match.rule.rule
    alike = rule.compare == "pairs" and not rule.right and _is_whole(match)
    return alike and match.row["left_kind"] == "quantity"


def _part(row: Row, prefix: str) -> str:
    """What one claim is about: ``quantity EUR: council roof stadium``."""
    names = ("kind", "axis", "clue", "title", "track")
    known = [str(row[prefix + name]) for name in names if isinstance(row[prefix + name], str)]
    name, topic = row[f"{prefix}name"], row[f"{prefix}topic"]
    about = _plain(name) if name else topics.key(topic) if topic else ""
    return concise(f"{' '.join(known)}: {about}" if about else " ".join(known))


def _source(match: Match) -> str:
    """The source that a finding is confined to; findings of two sources are two, whatever they share."""
    row, rule = match.row, match.rule.rule
    if rule.compare == "sources":
        return str(row["id"])
    if rule.compare == "claims":
        return str(row["source"])
    prefix = "left_" if rule.compare == "pairs" else "first_"
    return str(row[f"{prefix}source"]) if rule.pair.within in {"sentence", "source"} else ""


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
