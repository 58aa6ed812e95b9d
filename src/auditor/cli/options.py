"""The arguments and options that commands share."""

from collections.abc import Callable, Sequence

import click

from auditor.baseline.days import is_day
from auditor.errors import nearest

Target = tuple[str, str | None]
"""A format, and the path that it is written to; None is standard output."""

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def outputs(*formats: str) -> Decorator:
    """``-o FORMAT[:PATH]``, with the formats that the command knows; the first is the default."""

    def parse(_context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> tuple[Target, ...]:
        return tuple(_target(value, formats) for value in values) or ((formats[0], None),)

    return click.option(
        "-o",
        "--output",
        "targets",
        multiple=True,
        metavar="FORMAT[:PATH]",
        callback=parse,
        help=f"What to write, and where to: {', '.join(formats)}; to standard output without PATH or with -.",
    )


def _target(value: str, formats: Sequence[str]) -> Target:
    kind, colon, path = value.partition(":")
    if kind not in formats:
        raise click.BadParameter(f"unknown format `{kind}`{instead(kind, formats)}")
    if colon and not path:
        raise click.BadParameter(f"`{value}` names no path after the colon")
    return kind, None if path in ("", "-") else path


class _Words(click.Choice[str]):
    """One of some words; of any other it says which is the nearest."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's
        """What is wrong with a word."""
        return f"unknown word `{value}`{instead(str(value), self.choices)}"


def one_of(option: str, choices: Sequence[str], default: str, explanation: str) -> Decorator:
    """An option that takes one of some words; None if it is not given, and then the settings decide."""
    return click.option(option, type=_Words(choices), help=f"{explanation}  [default: {default}]")


def day(option: str, explanation: str) -> Decorator:
    """An option that takes a day, None if it is left out."""

    def parse(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None and not is_day(value):
            raise click.BadParameter(f"must be a day such as 2026-12-31, not `{value}`")
        return value

    return click.option(option, metavar="DATE", callback=parse, help=explanation)


def instead(word: str, known: Sequence[str]) -> str:
    """What could have been meant: the nearest word, else all."""
    return nearest(word, known) or f"; it is one of {', '.join(known)}"


paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]…")
rules: Decorator = click.option(
    "--rules",
    "rule_paths",
    multiple=True,
    metavar="PATH",
    help="A rule, or a folder of rules, beside the packaged ones; instead of the folder rules. Repeatable.",
)
reference: Decorator = click.option(
    "--reference",
    "reference_paths",
    multiple=True,
    metavar="PATH",
    help="Reference facts, instead of the folder claims/reference. Repeatable.",
)
baseline: Decorator = click.option(
    "--baseline",
    metavar="PATH",
    help="The accepted findings, instead of the file claims/accepted.jsonl.",
)
today: Decorator = day(
    "--today", "The day on which acceptances that have an end must still hold; that of this machine if left out."
)
jobs: Decorator = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 1000),
    help="In how many processes to extract claims; as many as there are processors if left out, or one for little"
    " text.",
)
