"""The commands."""

import sys
from typing import TYPE_CHECKING

import click

from auditor import __version__
from auditor.cli import audits, inputs, lastaudit, options, results, rules
from auditor.cli.messages import COULD_NOT, FINDINGS
from auditor.errors import AuditorError, nearest

if TYPE_CHECKING:
    from auditor.model import FailOn, Report


SEVERITIES = ("note", "warning", "error")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="auditor", message="%(prog)s %(version)s")
def cli() -> None:
    """Find what news sources contradict."""


cli.add_command(rules.rules)


@cli.command()
@options.paths
@options.outputs("text", "html", "json", "sarif", "junit", "github", "markdown", "csv")
@options.rules
@options.reference
@options.baseline
@click.option("--no-baseline", is_flag=True, help="Report accepted findings as if nobody had accepted them.")
@options.today
@options.one_of(
    "--fail-on", ["new", "any", "none"], "new", "Which warnings and errors make the exit code 1; notes never do."
)
@options.one_of("--min-severity", SEVERITIES, "note", "The least that is reported; what is not reported fails no run.")
@options.jobs
def check(
    *,
    paths: tuple[str, ...],
    targets: tuple[options.Target, ...],
    rule_paths: tuple[str, ...],
    reference_paths: tuple[str, ...],
    baseline: str | None,
    no_baseline: bool,
    today: str | None,
    fail_on: "FailOn | None",
    min_severity: str | None,
    jobs: int | None,
) -> None:
    """Read sources, extract their claims, compare them, and report.

    PATH is a text or a saved web page, a folder of stories, a .jsonl of many sources, or - for standard input;
    claims/sources if left out. Exit code 0: nothing fails the run; 1: findings do; 2: the audit could not be done, or
    not of all sources.
    """
    results.require_targets(targets)
    accepted = () if no_baseline else inputs.load_accepted(baseline)
    reading = audits.read_or_stop(paths)
    results.spare(reading.sources, targets)
    from dataclasses import replace  # noqa: PLC0415 - this and the like: imported when used

    from auditor.report.summary import fails  # noqa: PLC0415

    settled = inputs.settings()
    report = audits.audited(reading, rule_paths, reference_paths, accepted, today, jobs=jobs).report
    lastaudit.remember(report.rules)
    report = replace(report, fail_on=fail_on or settled.fail_on or "new")
    report = _at_least(report, min_severity or settled.min_severity or "note")
    for kind, path in targets:
        results.write(results.render(report, kind, to_terminal=path is None), path)
    if reading.problems:
        sys.exit(COULD_NOT)
    if any(fails(report, finding) for finding in report.findings):
        sys.exit(FINDINGS)


@cli.command()
@options.paths
@options.outputs("jsonl", "csv", "parquet", "text")
@options.jobs
def extract(paths: tuple[str, ...], targets: tuple[options.Target, ...], jobs: int | None) -> None:
    """Write the claims of each source.

    As text, what was read of each source is written, such as the article of a web page.

    PATH is as for check. Where the output's path is a folder (one that is there, or a name without an ending), each
    source gets a file of its own in it: STORY/SOURCE.csv. Exit code 2: not all sources could be read.
    """
    from auditor.report import claims  # noqa: PLC0415

    for kind, path in targets:
        claims.require_format(kind, path)
        if not claims.is_folder(path):
            results.require_targets([(kind, path)])
    reading = audits.read_or_stop(paths)
    results.spare(reading.sources, targets)
    from auditor.extract.processes import examine_all  # noqa: PLC0415

    infos = examine_all(reading.sources, jobs)
    for kind, path in targets:
        for target, content in claims.write_claims(infos, kind, path):
            results.write(content if target else results.shown(content), target)
    if reading.problems:
        sys.exit(COULD_NOT)


@cli.command()
@click.argument("id_", metavar="ID")
@options.paths
@options.rules
@options.reference
def explain(id_: str, paths: tuple[str, ...], rule_paths: tuple[str, ...], reference_paths: tuple[str, ...]) -> None:
    """Explain a rule, or trace a finding from its sentences to its verdict.

    ID is a rule's id, or a finding's (f-…) as a report prints it; PATH as for check.
    """
    if not id_.startswith("f-"):
        rules.show(id_, rule_paths)
        return
    from auditor.report.trace import trace  # noqa: PLC0415 - this and the like: imported when used

    reading = inputs.read_sources(paths)
    report = audits.audited(reading, rule_paths, reference_paths).report
    found = {finding.id: finding for finding in report.findings}
    if id_ not in found:
        raise AuditorError(f"no finding `{id_}` in these sources{nearest(id_, found)}")
    results.write(trace(report, found[id_]))
    if reading.problems:
        sys.exit(COULD_NOT)


def _at_least(report: "Report", severity: str) -> "Report":
    """The report without findings below a severity."""
    from auditor.report.summary import without  # noqa: PLC0415

    quiet = SEVERITIES[: SEVERITIES.index(severity)]
    return without(report, quiet) if quiet else report


@cli.command()
@click.argument("folder", default=".", metavar="[DIR]")
def init(folder: str) -> None:
    """Make a folder a newsroom that can be checked at once.

    Folders, an example story with a fact and a rule, settings, and a workflow for GitHub; nothing that is there is
    overwritten.
    """
    from auditor.starter import found  # noqa: PLC0415 - imported when used

    for name, written in found(folder):
        results.write(results.shown(f"{'wrote' if written else 'kept'}  {name}\n"))
    where = "" if folder == "." else f"cd {folder}; "
    results.write(results.shown(f"\nNext: {where}auditor check -o text -o html:reports/audit.html\n"))
