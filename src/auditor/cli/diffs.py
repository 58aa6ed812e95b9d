"""``auditor diff``: two versions of sources."""

import os
import sys
from typing import TYPE_CHECKING

import click

from auditor.cli import inputs, options, results
from auditor.cli.messages import COULD_NOT, FINDINGS, complain
from auditor.errors import AuditorError

if TYPE_CHECKING:
    from auditor.read import Reading

_FAILING = {"silent": ("warning",), "any": ("warning", "note"), "none": ()}


@click.command()
@click.argument("paths", nargs=-1, metavar="OLD NEW | --git REV [PATH]…")
@click.option(
    "--git",
    "revisions",
    metavar="REV[..REV]",
    help="Compare a revision with another one, or with what stands in the folder.",
)
@options.outputs("text", "json")
@options.one_of(
    "--fail-on",
    ["silent", "any", "none"],
    "silent",
    "What makes the exit code 1: values changed in silence; any claim changed or gone; nothing.",
)
def diff(*, paths: tuple[str, ...], revisions: str | None, targets: tuple[options.Target, ...], fail_on: str) -> None:
    """Show which claims of sources changed, and whether the sources say so.

    OLD and NEW are two files or two folders. With --git, PATH is as for check, and sources are read as they stood in
    the revisions. Exit code 0: no silent edits; 1: a value was changed and no correction, and no newer update, tells
    of it; 2: not all sources could be read.
    """
    results.require_targets(targets)
    old, new = _from_git(revisions, paths) if revisions is not None else _from_paths(paths)
    results.spare([*old.sources, *new.sources], targets)
    from auditor.versions import render  # noqa: PLC0415 - this and the like: imported when used
    from auditor.versions.compare import compare  # noqa: PLC0415

    comparison = compare(old, new, [*old.problems, *new.problems])
    for kind, path in targets:
        results.write(render.json(comparison) if kind == "json" else render.text(comparison), path)
    if comparison.unread:
        sys.exit(COULD_NOT)
    if any(finding.severity in _FAILING[fail_on or "silent"] for finding in comparison.findings):
        sys.exit(FINDINGS)


def _from_paths(paths: tuple[str, ...]) -> "tuple[Reading, Reading]":
    """Two files, or two folders, whose own names then name no story."""
    if len(paths) != 2:  # noqa: PLR2004 - an old one and a new one
        raise click.UsageError("name two versions, OLD and NEW, or a revision with --git")
    if os.path.isdir(paths[0]) != os.path.isdir(paths[1]):  # noqa: PTH112 - pathlib is not needed yet
        raise AuditorError(f"{paths[0]} and {paths[1]}: one is a folder and one is not")
    old, new = (inputs.read_sources([path]) for path in paths)
    return old, new


def _from_git(revisions: str, paths: tuple[str, ...]) -> "tuple[Reading, Reading]":
    """A revision and another one, or what stands in the folder."""
    from auditor.gitfiles import reading  # noqa: PLC0415

    before, dots, after = revisions.partition("..")
    where = list(paths) or [inputs.SOURCES]
    old = reading(before, where)
    complain(*old.problems)
    if not dots:
        return old, inputs.read_sources(where)
    new = reading(after.removeprefix(".") or "HEAD", where)
    complain(*new.problems)
    return old, new
