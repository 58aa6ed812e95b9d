"""One audit as commands ask for it: sources, rules, reference and accepted findings, read and put together."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from auditor.cli import inputs
from auditor.cli.messages import COULD_NOT

if TYPE_CHECKING:
    from auditor.model import Accepted, Report
    from auditor.read import Reading


class Audited(NamedTuple):
    """An audit.

    Attributes:
        report: Its findings have their statuses against ``accepted``.
        whole: The stories that were read with nothing left out; none if anything could not be read.
    """

    report: "Report"
    accepted: "tuple[Accepted, ...]"
    whole: frozenset[str]


def _today(accepted: "Sequence[Accepted]") -> str:
    """The day of this machine, if any acceptance has an end; it is not asked for otherwise."""
    from auditor.baseline.days import today  # noqa: PLC0415

    return today() if any(one.until for one in accepted) else ""


def read_or_stop(paths: Sequence[str]) -> "Reading":
    """The sources of all paths; where there is none, the run ends here."""
    reading = inputs.read_sources(paths)
    if not reading.sources:
        sys.exit(COULD_NOT)
    return reading


def audited(
    reading: "Reading",
    rule_paths: Sequence[str],
    reference_paths: Sequence[str],
    accepted: "tuple[Accepted, ...]" = (),
    today: str | None = None,
    *,
    jobs: int | None = None,
) -> Audited:
    """Audit what was read, and hold the findings against the accepted ones."""
    reference, pack = inputs.load_reference(reference_paths), inputs.load_pack(rule_paths, prove=True)
    from auditor.pipeline import audit  # noqa: PLC0415 - this and the like: imported when used

    report = audit(
        reading.sources,
        rules=pack.rules,
        reference=reference,
        unread=reading.problems,
        overridden=pack.overridden,
        jobs=jobs,
    )
    if not accepted:
        return Audited(report, (), frozenset())
    from auditor.baseline.statuses import judge  # noqa: PLC0415
    from auditor.read.coverage import gone, whole_stories  # noqa: PLC0415

    lost = gone({one.story for one in accepted}, reading.sources)
    whole = frozenset() if reading.problems else whole_stories(reading.sources)
    day = today or _today(accepted)
    return Audited(judge(report, accepted, whole=whole, gone=lost, today=day), accepted, whole)
