"""The command line: a thin layer that reads what it is given, audits, and writes what is asked for.

Exit codes: 0 nothing that fails the run, 1 findings that do, 2 could not audit. Everything but click is imported when
it is used, so that help, version and usage errors answer at once.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import click

from auditor import __version__
from auditor.errors import AuditorError, nearest

if TYPE_CHECKING:
    from auditor.model import Claim, Finding, Report, Source
    from auditor.rules import Rule

SOURCES = "claims/sources"
REFERENCE = "claims/reference"
RULES = "rules"
SEVERITIES = ("note", "warning", "error")


class Output(click.ParamType[tuple[str, str | None]]):
    """``FORMAT`` or ``FORMAT:PATH``, with a format that the command knows."""

    name = "format[:path]"

    def __init__(self, formats: Sequence[str]) -> None:
        """Know the formats."""
        self.formats = tuple(formats)

    def convert(
        self, value: str | tuple[str, str | None], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """Split the format from the path."""
        if not isinstance(value, str):
            return value
        kind, colon, path = value.partition(":")
        if kind not in self.formats:
            self.fail(f"unknown format `{kind}`{nearest(kind, self.formats)} ({', '.join(self.formats)})", param, ctx)
        if colon and not path:
            self.fail(f"`{value}` names no path after the colon", param, ctx)
        return kind, path or None


def _output(*formats: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "-o",
        "--output",
        "outputs",
        type=Output(formats),
        multiple=True,
        help=f"What to write, and where to: {', '.join(formats)}, or FORMAT:PATH. May be given more than once.",
    )


_paths = click.argument("paths", nargs=-1, metavar="[PATH]…")
_rules = click.option("--rules", "rule_paths", multiple=True, metavar="PATH", help="A rule or a folder of rules to add.")
_reference = click.option(
    "--reference", "reference_paths", multiple=True, metavar="PATH", help="Reference facts, instead of claims/reference."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="auditor")
def cli() -> None:
    """Find what news sources contradict."""


@cli.command()
@_paths
@_output("text", "html", "json")
@_rules
@_reference
@click.option("--no-baseline", is_flag=True, help="Report accepted findings as if nobody had accepted them.")
@click.option(
    "--fail-on",
    type=click.Choice(["new", "any", "none"]),
    default="new",
    show_default=True,
    help="Which findings make the exit code 1; notes never do.",
)
@click.option(
    "--min-severity", type=click.Choice(SEVERITIES), default="note", show_default=True, help="The least that is reported."
)
def check(
    paths: tuple[str, ...],
    outputs: tuple[tuple[str, str | None], ...],
    rule_paths: tuple[str, ...],
    reference_paths: tuple[str, ...],
    no_baseline: bool,  # noqa: FBT001 - a flag of the command line
    fail_on: Literal["new", "any", "none"],
    min_severity: str,
) -> None:
    """Read sources, extract their claims, compare them, and report.

    PATH is a source, a folder of stories, a .jsonl of many sources, or - for standard input; claims/sources if left
    out. Exit code 0: nothing fails the run; 1: findings; 2: the audit could not be done, or not of all sources.
    """
    del no_baseline  # nothing is accepted yet
    from auditor.files import require_writable  # noqa: PLC0415
    from auditor.pipeline import audit  # noqa: PLC0415

    wanted = outputs or (("text", None),)
    for _, path in wanted:
        if path is not None:
            require_writable(path)
    rules, reference = _load_rules(rule_paths), _load_reference(reference_paths)
    sources, unread = _read(paths)
    report = audit(sources, rules=rules, reference=reference, unread=unread)
    report = _at_least(report, min_severity)
    for kind, path in wanted:
        _write(_render(report, kind, to_terminal=path is None), path)
    if unread:
        sys.exit(2)
    if fail_on != "none" and any(finding.severity != "note" for finding in report.findings):
        sys.exit(1)


@cli.command()
@_paths
@_output("jsonl", "csv")
def extract(paths: tuple[str, ...], outputs: tuple[tuple[str, str | None], ...]) -> None:
    """Write the claims of each source.

    With csv:PATH where PATH is a folder, one file a source is written there, in a folder for each story.
    """
    from auditor.extract import examine  # noqa: PLC0415
    from auditor.report.claims import write_claims  # noqa: PLC0415

    sources, unread = _read(paths)
    infos = [examine(source) for source in sources]
    for kind, path in outputs or (("jsonl", None),):
        for target, text in write_claims(infos, kind, path):
            if target is not None and target != path:
                os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - pathlib is not needed yet
            _write(text, target)
    if unread:
        sys.exit(2)


@cli.command()
@click.argument("id_", metavar="ID")
@_paths
@_rules
@_reference
def explain(
    id_: str, paths: tuple[str, ...], rule_paths: tuple[str, ...], reference_paths: tuple[str, ...]
) -> None:
    """Explain a rule, or trace a finding from its sentences to its verdict.

    ID is a rule's id, or a finding's (f-…) as a report prints it; PATH as for check.
    """
    rules = _load_rules(rule_paths)
    if not id_.startswith("f-"):
        _show_rule(rules, id_)
        return
    from auditor.pipeline import audit  # noqa: PLC0415
    from auditor.report.trace import trace  # noqa: PLC0415

    sources, unread = _read(paths)
    report = audit(sources, rules=rules, reference=_load_reference(reference_paths), unread=unread)
    found = [finding for finding in report.findings if finding.id == id_]
    if not found:
        known = [finding.id for finding in report.findings]
        raise AuditorError(f"no finding `{id_}` in these sources{nearest(id_, known)}")
    _write(trace(report, found[0]), None)


@cli.group()
def rules() -> None:
    """List, show and test rules."""


@rules.command("list")
@_rules
def rules_list(rule_paths: tuple[str, ...]) -> None:
    """List all rules with their severity and where they come from."""
    from auditor.rules.pages import listing  # noqa: PLC0415

    _write(listing(_load_rules(rule_paths)), None)


@rules.command("show")
@click.argument("id_", metavar="ID")
@_rules
def rules_show(id_: str, rule_paths: tuple[str, ...]) -> None:
    """Show a rule as a page: what it finds, why, when it is silent."""
    _show_rule(_load_rules(rule_paths), id_)


@rules.command("test")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@_rules
def rules_test(ids: tuple[str, ...], rule_paths: tuple[str, ...]) -> None:
    """Run the examples of rules: what must fire fires, what must stay silent is silent."""
    from auditor.rules.examples import check as check_examples  # noqa: PLC0415
    from auditor.rules.pages import results_page  # noqa: PLC0415

    known = _load_rules(rule_paths)
    chosen = [_rule(known, id_) for id_ in ids] or list(known)
    results = check_examples(chosen)
    _write(results_page(results), None)
    if any(not result.holds for result in results):
        sys.exit(2)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; whatever happens, the user reads one clear message."""
    try:
        cli.main(arguments, prog_name="auditor", standalone_mode=False)
    except click.exceptions.Abort:
        _fail("interrupted")
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except AuditorError as error:
        _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:
        if os.environ.get("AUDITOR_TRACEBACK"):
            raise
        _fail(f"internal error: {type(error).__name__}: {str(error)[:300]} (AUDITOR_TRACEBACK=1 shows where)")


def _fail(message: str) -> None:
    from auditor.report.excerpts import visible  # noqa: PLC0415

    for line in message.splitlines() or [""]:
        click.echo(f"auditor: {visible(line)}", err=True)
    sys.exit(2)


def _read(paths: Sequence[str]) -> tuple[list["Source"], list[str]]:
    """The sources of all paths, and a line on stderr for each that could not be read."""
    from auditor.read import read  # noqa: PLC0415
    from auditor.report.excerpts import visible  # noqa: PLC0415

    reading = read(list(paths) or [SOURCES])
    for problem in reading.problems:
        click.echo(f"auditor: {visible(problem)}", err=True)
    return list(reading.sources), list(reading.problems)


def _load_rules(paths: Sequence[str]) -> tuple["Rule", ...]:
    """The packaged rules, and those of ``--rules`` or else of the folder ``rules``."""
    from auditor.rules import load  # noqa: PLC0415

    return load(list(paths) or ([RULES] if os.path.isdir(RULES) else []))  # noqa: PTH112 - pathlib is not needed yet


def _load_reference(paths: Sequence[str]) -> tuple["Claim", ...]:
    """The facts of ``--reference``, or else of the folder ``claims/reference``."""
    from auditor.reference import load  # noqa: PLC0415

    return load(list(paths) or ([REFERENCE] if os.path.isdir(REFERENCE) else []))  # noqa: PTH112


def _rule(rules: Sequence["Rule"], id_: str) -> "Rule":
    for rule in rules:
        if rule.id == id_:
            return rule
    raise AuditorError(f"no rule `{id_}`{nearest(id_, [rule.id for rule in rules])}")


def _show_rule(rules: Sequence["Rule"], id_: str) -> None:
    from auditor.rules.pages import page  # noqa: PLC0415

    _write(page(_rule(rules, id_)), None)


def _at_least(report: "Report", severity: str) -> "Report":
    """The report without findings below a severity."""
    from dataclasses import replace  # noqa: PLC0415

    def loud(finding: "Finding") -> bool:
        return SEVERITIES.index(finding.severity) >= SEVERITIES.index(severity)

    return replace(report, findings=tuple(filter(loud, report.findings)))


def _render(report: "Report", kind: str, *, to_terminal: bool) -> str:
    from importlib import import_module  # noqa: PLC0415

    module = import_module(f"auditor.report.{kind}")
    if kind == "text":
        colour = to_terminal and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = _width() if to_terminal else 80
        return str(module.render(report, colour=colour, width=width))
    return str(module.render(report))


def _width() -> int:
    from shutil import get_terminal_size  # noqa: PLC0415

    return min(100, get_terminal_size((80, 24)).columns) if sys.stdout.isatty() else 80


def _write(text: str, path: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if path is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    from auditor.files import write_whole  # noqa: PLC0415

    write_whole(path, text)
