"""What the command line says on standard error, and the exit codes."""

import click

FINDINGS = 1
"""The exit code of a run that findings fail."""

COULD_NOT = 2
"""The exit code of a run that could not do, or not do all, of what was asked."""


def complain(*lines: str) -> None:
    """Write lines to standard error, each behind the program's name; nothing in them hides, or is a command to CI."""
    from auditor.wording.shown import defused, visible  # noqa: PLC0415 - imported when used

    for line in lines:
        click.echo(f"auditor: {defused(visible(line))}", err=True)
