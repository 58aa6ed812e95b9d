"""The commands about rules."""

import sys

import click

from auditor.cli import inputs, lastaudit, options, results
from auditor.cli.messages import COULD_NOT


@click.group()
def rules() -> None:
    """List, show and test rules."""


@rules.command("list")
@options.outputs("text", "markdown")
@options.rules
@click.option("--report", metavar="PATH", help="A report in JSON that says how often each rule fired.")
def list_(targets: tuple[options.Target, ...], rule_paths: tuple[str, ...], report: str | None) -> None:
    """List all rules: their severity, verdict, origin and title.

    The origin is packaged, house (a rule of your own) or overridden (changed by auditor.toml). Behind it stands how
    often the rule fired in the last audit of this folder, or in a report.
    """
    from auditor.rules import pages  # noqa: PLC0415 - this and the like: imported when used

    results.require_targets(targets)
    pack = inputs.load_pack(rule_paths)
    for kind, path in targets:
        if kind == "markdown":
            results.write(pages.reference(pack.rules), path)
        else:
            counts = lastaudit.of_report(report) if report else lastaudit.recall()
            results.write(pages.listing(pack.entries, counts), path)


@rules.command("show")
@click.argument("id_", metavar="ID")
@options.rules
def show_(id_: str, rule_paths: tuple[str, ...]) -> None:
    """Show a rule: what it finds and why, and its examples."""
    show(id_, rule_paths)


@rules.command("test")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@options.rules
def test(ids: tuple[str, ...], rule_paths: tuple[str, ...]) -> None:
    """Run the examples of rules, all or those named.

    What must fire fires, what must stay silent is silent; known misses are only counted. Exit code 2: an example does
    not hold.
    """
    from auditor.rules.examples import check as check_examples  # noqa: PLC0415
    from auditor.rules.pages import results_page  # noqa: PLC0415

    pack = inputs.load_pack(rule_paths)
    entries = [inputs.rule_named(pack, id_) for id_ in ids] or pack.entries
    tried = check_examples(entry.file.rule for entry in entries)
    results.write(results_page(tried, every=bool(ids)))
    if any(result.fails for result in tried):
        sys.exit(COULD_NOT)


def show(id_: str, rule_paths: tuple[str, ...]) -> None:
    """Print a rule as a page."""
    from auditor.rules.pages import page  # noqa: PLC0415

    results.write(page(inputs.rule_named(inputs.load_pack(rule_paths), id_)))
