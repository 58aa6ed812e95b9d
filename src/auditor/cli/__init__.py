"""The command line: a thin layer that reads what it is given, audits, and writes what is asked for.

Exit codes: 0 nothing that fails the run, 1 findings that do, 2 could not audit. Everything but click is imported when
it is used, so that help, version and usage errors answer at once.
"""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from auditor.cli.baseline import baseline
from auditor.cli.commands import cli
from auditor.cli.diffs import diff
from auditor.cli.messages import COULD_NOT, complain
from auditor.errors import AuditorError

__all__ = ["cli", "main"]


cli.add_command(baseline)
cli.add_command(diff)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; whatever goes wrong, the user reads one clear line for each mistake, and exits with 2."""
    gc.set_threshold(1_000_000, 50, 100)  # next to nothing here is cyclic garbage, and looking for it takes its time
    atexit.register(gc.freeze)  # nor is it looked for at the end, when everything goes anyway
    try:
        cli.main(arguments, prog_name="auditor", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
    except click.UsageError as error:
        complain(_usage(error))
    except click.ClickException as error:
        complain(error.format_message())
    except click.exceptions.Abort:
        complain("interrupted")
    except AuditorError as error:
        complain(*str(error).splitlines())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get("AUDITOR_TRACEBACK"):
            raise
        complain(f"internal error: {type(error).__name__}: {str(error)[:300]} (AUDITOR_TRACEBACK=1 shows where)")
    else:
        return
    sys.exit(COULD_NOT)


def _usage(error: click.UsageError) -> str:
    """What was wrong with the command, and who can tell how it is used, on one line."""
    said = " ".join(error.format_message().split()).removesuffix(".")
    command = error.ctx.command_path if error.ctx else "auditor"
    return f"{said} (see {command} --help)"
