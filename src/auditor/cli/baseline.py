"""``auditor baseline``: what is accepted, and what would become of it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NotRequired, TypedDict, Unpack

import click

from auditor.cli import audits, inputs, options, results
from auditor.cli.messages import COULD_NOT, FINDINGS
from auditor.errors import AuditorError, nearest

if TYPE_CHECKING:
    from auditor.model import Accepted, Finding, Report


class _Asked(TypedDict):
    """The options that the commands share."""

    baseline: str | None
    rule_paths: tuple[str, ...]
    reference_paths: tuple[str, ...]
    today: NotRequired[str | None]


@click.group()
def baseline() -> None:
    """Accept findings, so that only new ones fail a run."""


@baseline.command()
@click.argument("ids", nargs=-1, metavar="[ID]… [PATH]…")
@click.option("--all", "everything", is_flag=True, help="Accept everything that is new or changed.")
@click.option("--reason", required=True, help="Why the findings may stand.")
@options.day("--until", "The last day on which they may; for good if left out.")
@click.option("--by", help="Who accepts them; the name that git signs with if left out.")
@options.baseline
@options.rules
@options.reference
@options.today
def accept(
    *,
    ids: tuple[str, ...],
    everything: bool,
    reason: str,
    until: str | None,
    by: str | None,
    **asked: Unpack[_Asked],
) -> None:
    """Accept findings as they stand.

    ID is a finding's (f-…) as a report prints it; PATH as for check. A finding stays accepted until its values change.
    """
    names, paths = [one for one in ids if one.startswith("f-")], [one for one in ids if not one.startswith("f-")]
    if bool(names) == everything:
        raise click.UsageError("name findings, or --all of them, and not both")
    if not reason.strip():
        raise click.BadParameter("say why, for those who come after you", param_hint="--reason")
    audited = _audited(paths, asked)
    from auditor.baseline.changes import accept as accepting  # noqa: PLC0415 - this and the like: imported when used
    from auditor.gitfiles import user_name  # noqa: PLC0415
    from auditor.report.summary import open_findings  # noqa: PLC0415

    chosen = open_findings(audited.report) if everything else _named(audited.report, names)
    who = user_name() if by is None else by
    after = accepting(audited.accepted, chosen, reason=_line(reason), by=_line(who), until=until)
    _write(asked["baseline"], audited.accepted, after)
    for finding in chosen:
        results.write(results.shown(f"accepted {finding.id}  {_line(finding.message)}\n"))


@baseline.command()
@options.paths
@click.option("--gone", is_flag=True, help="Also drop those whose story was not read or whose rule did not run.")
@options.baseline
@options.rules
@options.reference
def prune(*, paths: tuple[str, ...], gone: bool, **asked: Unpack[_Asked]) -> None:
    """Drop accepted findings that no longer occur.

    What was reworded, moved or partly settled is written as it is found now. Nothing is dropped of a story that was not
    read whole.
    """
    audited = _audited(paths, asked)
    after = _pruned(audited, gone=gone)
    _write(asked["baseline"], audited.accepted, after)
    results.write(f"{len(audited.accepted) - len(after)} of {len(audited.accepted)} accepted findings dropped\n")


@baseline.command()
@options.paths
@options.baseline
@options.rules
@options.reference
@options.today
def diff(*, paths: tuple[str, ...], **asked: Unpack[_Asked]) -> None:
    """Show what accept --all and prune would change.

    Lines that would go begin with -, lines that would come with +. Exit code 0: nothing would change; 1: something
    would; 2: not all sources could be read.
    """
    audited = _audited(paths, asked)
    from auditor.baseline.changes import accept as accepting  # noqa: PLC0415
    from auditor.baseline.files import lines  # noqa: PLC0415
    from auditor.report.summary import open_findings  # noqa: PLC0415

    pruned = _pruned(audited, gone=False)
    before = lines(audited.accepted)
    after = lines(accepting(pruned, open_findings(audited.report), reason="", by="", until=None))
    told = [f"-{line}\n" for line in before if line not in after] + [
        f"+{line}\n" for line in after if line not in before
    ]
    results.write(results.shown("".join(told)))
    if told:
        sys.exit(FINDINGS)


def _audited(paths: Sequence[str], asked: _Asked) -> audits.Audited:
    """An audit of all sources; where one cannot be read, the run ends and nothing is changed."""
    accepted = inputs.load_accepted(asked["baseline"], missing_ok=True)
    reading = audits.read_or_stop(paths)
    if reading.problems:
        sys.exit(COULD_NOT)
    return audits.audited(reading, asked["rule_paths"], asked["reference_paths"], accepted, asked.get("today"))


def _named(report: "Report", names: Sequence[str]) -> "list[Finding]":
    """The findings of these ids, each once.

    Raises:
        AuditorError: There is none of an id, or what had it is resolved.
    """
    found = {finding.id: finding for finding in report.findings if finding.status != "resolved"}
    for name in names:
        if name not in found:
            raise AuditorError(f"no finding `{name}` in these sources{nearest(name, found)}")
    return [found[name] for name in dict.fromkeys(names)]


def _pruned(audited: audits.Audited, *, gone: bool) -> "tuple[Accepted, ...]":
    from auditor.baseline.changes import drop_unread, prune  # noqa: PLC0415

    kept = drop_unread(audited.accepted, audited.report) if gone else audited.accepted
    return prune(kept, audited.report, whole=audited.whole)


def _write(path: str | None, before: "Sequence[Accepted]", after: "Sequence[Accepted]") -> None:
    """Write the accepted findings if they are not the same; a new file comes with a word on merging it."""
    from auditor.baseline.files import write  # noqa: PLC0415

    target = path or inputs.accepted_file()
    if path is None and after:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
    if before or after:
        write(target, after)
    if not before and after and not _merges(target):
        results.write(f"{target}: put `{target} merge=union` into .gitattributes, and branches merge by themselves\n")


def _merges(target: str) -> bool:
    """Whether git has been told how to merge the accepted findings."""
    attributes = Path(".gitattributes")
    return attributes.is_file() and f"{target} merge=" in attributes.read_text(encoding="utf-8", errors="replace")


def _line(text: str) -> str:
    return " ".join(text.split())
