"""Compares two versions of sources, and makes findings of silent edits."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.extract import examine
from auditor.model import SEVERITIES, Claim, Finding, Source
from auditor.rules.telling.slots import identity
from auditor.states import state
from auditor.versions.claims import changes
from auditor.versions.model import Change, Comparison, Revision
from auditor.versions.notices import notices
from auditor.versions.sources import paired
from auditor.wording.values import as_written

RULE = "silent-edit"


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
