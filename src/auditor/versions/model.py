"""What became of sources from one version to the next."""

from dataclasses import dataclass
from typing import Literal

from auditor.model import Claim, Finding, SourceInfo

Kind = Literal["changed", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is not what it was.

    Attributes:
        kind: Whether it has another value, or is only in one of the versions.
        old: The claim before; None if it was added.
        new: The claim after; None if it was removed.
    """

    kind: Kind
    old: Claim | None
    new: Claim | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of one source.

    Attributes:
        old: The source before; None if there was none.
        new: The source after; None if there is none any more.
        changes: Its claims that changed, then those that went, then those that came, each in reading order.
        notices: Where the new version says that it was changed: a notice of correction, or the day of its update.
    """

    old: SourceInfo | None
    new: SourceInfo | None
    changes: tuple[Change, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a newsroom.

    Attributes:
        revisions: Every source of either version, by story and id.
        findings: The silent edits, worst first.
        unread: Sources that could not be read, one line each.
    """

    revisions: tuple[Revision, ...]
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()
