"""``auditor init``: a folder becomes a newsroom."""

import click

from auditor.cli import results


@click.command()
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
