"""Compares two versions of sources: which source became which, what changed in it, and whether it says so."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from auditor.extract import examine
from auditor.model import SEVERITIES, Claim, Finding, Source, SourceInfo
from auditor.rules.telling.slots import identity
from auditor.states import state
from auditor.tables.corrections import is_notice
from auditor.versions.claims import changes
from auditor.versions.model import Change, Comparison, Revision
from auditor.wording.shown import shorten
from auditor.wording.values import as_written

RULE = "silent-edit"
_LEAST = 60.0
"""How alike two texts must be to be one source under two names, 0 to 100."""
_COMPARED = 20_000
"""So many characters of a text decide."""

Pair = tuple[SourceInfo | None, SourceInfo | None]
_LINE_OR_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def compare(old: Iterable[Source], new: Iterable[Source], unread: Sequence[str] = ()) -> Comparison:
    """Compare the claims of two versions, source by source."""
    pairs = paired([examine(one) for one in old], [examine(one) for one in new])
    revisions = tuple(
        Revision(before, after, changes(before, after), notices(before, after))
        if before and after
        else Revision(before, after)
        for before, after in pairs
    )
    used: set[str] = set()
    found = [finding for revision in revisions for finding in _findings(revision, used)]
    ordered = sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.story, one.source or ""))
    return Comparison(revisions, tuple(ordered), tuple(unread))


def _findings(revision: Revision, used: set[str]) -> Iterator[Finding]:
    """A finding for each claim that has another value or is gone; what was only added takes nothing back."""
    for change in revision.changes:
        if revision.new and change.old:
            yield _finding(change, change.old, revision, used)


def _finding(change: Change, old: Claim, revision: Revision, used: set[str]) -> Finding:
    """A silent edit is something that the source lacks; an announced one is an update."""
    said, after = revision.notices, [change.new] if change.new else []
    name, story = (revision.new.source.id, revision.new.source.story) if revision.new else ("", "")
    told = f"“{as_written(old)}” is now “{as_written(after[0])}”" if after else f"“{as_written(old)}” is gone"
    slot = " ".join(part for part in (old.kind, old.unit, old.measure or old.counted) if part)
    values = state([old, *after])
    return Finding(
        id=identity((RULE, story, slot), (values, (name, str(old.start))), used),
        rule=RULE,
        verdict="update" if said else "missing",
        severity="warning" if change.new and not said else "note",
        story=story,
        message=f"{name}: {told}{'' if said else ', and the text does not say so'}",
        claims=[old, *after],
        why=[f"the new version says: {line}" for line in said],
        source=name,
        slot=slot,
        values=values,
    )


def notices(old: SourceInfo, new: SourceInfo) -> tuple[str, ...]:
    """What the new version says of its having changed that the old one did not say."""
    before = {*_said(old)}
    return tuple(shorten(words) for words in dict.fromkeys(_said(new)) if words not in before)


def _said(info: SourceInfo) -> list[str]:
    """Sentences that are notices, then the words of dates of updates."""
    sentences = [" ".join(part.split()) for part in _LINE_OR_SENTENCE.split(info.source.text)]
    noted = [sentence for sentence in sentences if is_notice(sentence)]
    return noted + [f"updated {claim.text}" for claim in info.claims if claim.clue == "updated"]


def paired(old: Sequence[SourceInfo], new: Sequence[SourceInfo]) -> list[Pair]:
    """Pair sources: by story and id, by id, and renamed ones by their texts; one alone on each side is one source."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    pairs: list[Pair] = []
    left, right = list(old), list(new)
    for key in (lambda info: (info.source.story, info.source.id), lambda info: info.source.id):
        known = {key(info): info for info in right}
        for info in [info for info in left if key(info) in known]:
            after = known.pop(key(info), None)
            if after is not None:
                pairs.append((info, after))
                left.remove(info)
                right.remove(after)
    pairs += _renamed(left, right)
    pairs += [(info, None) for info in left] + [(None, info) for info in right]
    return sorted(pairs, key=_place)


def _renamed(left: list[SourceInfo], right: list[SourceInfo]) -> Iterable[Pair]:
    """Sources under another name, taken out of both lists: each old one with the new text most like its own."""
    found: list[Pair] = []
    for info in [*left]:
        texts = [other.source.text[:_COMPARED] for other in right]
        best = process.extractOne(info.source.text[:_COMPARED], texts, scorer=fuzz.ratio, score_cutoff=_LEAST)
        if best is not None:
            found.append((info, right.pop(best[2])))
            left.remove(info)
    return found


def _place(pair: Pair) -> tuple[str, str]:
    info = pair[1] or pair[0]
    return (info.source.story, info.source.id) if info else ("", "")
