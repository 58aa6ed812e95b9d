"""A comparison of two versions as lines for people, and as JSON for programs."""

from collections import Counter
from collections.abc import Iterator

from auditor.model import Claim, SourceInfo
from auditor.report.json import finding_record
from auditor.report.records import claim_record
from auditor.versions.model import Change, Comparison, Revision
from auditor.wording.jsontext import JsonValue, Record, attributes, dumps
from auditor.wording.shown import shorten, visible
from auditor.wording.values import as_written
from auditor.wording.words import several

SCHEMA = "auditor/diff/1"
_SIGNS = {"changed": "~", "removed": "-", "added": "+"}


def text(comparison: Comparison) -> str:
    """A sentence, then each source that is not what it was, with its claims."""
    return "\n".join(visible(line) for line in _lines(comparison)) + "\n"


def json(comparison: Comparison) -> str:
    """The whole comparison; the contract is ``docs/diff.md``."""
    document: Record = {
        "schema": SCHEMA,
        "summary": _counts(comparison),
        "sources": [_revision(one) for one in comparison.revisions],
        "findings": [finding_record(finding) for finding in comparison.findings],
        "unread": list(comparison.unread),
    }
    return dumps(document, indent=2) + "\n"


def _counts(comparison: Comparison) -> Record:
    kinds = Counter(change.kind for one in comparison.revisions for change in one.changes)
    silent = sum(finding.verdict == "missing" for finding in comparison.findings)
    return {
        "verdict": _verdict(comparison),
        "sources": len(comparison.revisions),
        "changed": kinds["changed"],
        "removed": kinds["removed"],
        "added": kinds["added"],
        "silent": silent,
    }


def _verdict(comparison: Comparison) -> str:
    silent = [finding for finding in comparison.findings if finding.verdict == "missing"]
    changed = sum(finding.severity == "warning" for finding in silent)
    told = [several(changed, "claim changed in silence", "claims changed in silence")] if changed else []
    gone = len(silent) - changed
    told += [several(gone, "claim gone in silence", "claims gone in silence")] if gone else []
    among = several(len(comparison.revisions), "source")
    return f"{' and '.join(told) or 'No silent edits'} in {among}"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{_verdict(comparison)}."
    for line in comparison.unread:
        yield f"Could not be read: {line}"
    for one in comparison.revisions:
        if one.changes or one.notices or not (one.old and one.new):
            yield ""
            yield from _source(one)


def _source(one: Revision) -> Iterator[str]:
    yield _named(one)
    if not (one.old and one.new):
        return
    for notice in one.notices:
        yield f"  says: “{notice}”"
    if one.changes and not one.notices:
        yield "  does not say that it was changed"
    for change in one.changes:
        yield f"  {_SIGNS[change.kind]} {_change(change, one)}"


def _named(one: Revision) -> str:
    before, after = one.old and one.old.source, one.new and one.new.source
    if before and after:
        name = f"{after.story}/{after.id.removeprefix(f'{after.story}/')}"
        return name if before.id == after.id else f"{name} (was {before.id})"
    found = before or after
    return f"{found.story}/{found.id}: {'gone' if before else 'new'}" if found else ""


def _change(change: Change, one: Revision) -> str:
    """The values and the sentence: ``€14 million → €15 million: The council paid …``."""
    values = [shorten(as_written(claim), 80) for claim in (change.old, change.new) if claim]
    claim, info = (change.new, one.new) if change.new else (change.old, one.old)
    return f"{' → '.join(values)}: {_sentence(claim, info)}" if claim and info else " → ".join(values)


def _sentence(claim: Claim, info: SourceInfo) -> str:
    start, end = claim.sentence or (claim.start, claim.end)
    return shorten(" ".join((getattr(info.source, claim.field) or "")[start:end].split()), 160)


def _revision(one: Revision) -> Record:
    changes: JsonValue = [
        {
            "change": change.kind,
            "old": claim_record(change.old) if change.old else None,
            "new": claim_record(change.new) if change.new else None,
        }
        for change in one.changes
    ]
    return {
        "old": _source_record(one.old),
        "new": _source_record(one.new),
        "announced": list(one.notices),
        "changes": changes,
    }


def _source_record(info: SourceInfo | None) -> JsonValue:
    return attributes(info.source, "id", "story", "title", "path") if info else None
