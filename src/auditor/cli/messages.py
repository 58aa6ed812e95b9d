"""What the command line says on standard error, and the exit codes."""

import click

FINDINGS = 1
"""The exit code of a run that findings fail."""

COULD_NOT = 2
"""The exit code of a run that could not do, or not do all, of what was asked."""


def complain(*lines: str) -> None:
    """Write lines to standard error, each behind the program's name, with everything in them that would hide named."""
    from auditor.report.excerpts import visible  # noqa: PLC0415 - imported when used

    for line in lines:
        click.echo(f"auditor: {visible(line)}", err=True)
