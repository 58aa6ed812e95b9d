"""What a command asks for where an option does not say it and somebody sits at a terminal."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from auditor.cli.options import instead

if TYPE_CHECKING:
    from auditor.rules.writing.drafts import Kind


Answer = TypeVar("Answer", bound=str)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new rule is to be.

    Attributes:
        id: Its name.
        kind: What it compares.
        fires: The text of each source of a story on which it fires.
        silent: Likewise of a story on which it is silent.
    """

    id: str
    kind: "Kind"
    fires: tuple[str, ...]
    silent: tuple[str, ...]


def wish(id_: str | None, kind: str | None, fires: Sequence[str], silent: Sequence[str]) -> Wish:
    """What somebody wants of a new rule; what is not given is asked for, or else taken from a sample."""
    from auditor.rules.writing.drafts import KINDS, shape  # noqa: PLC0415 - imported when used

    name = _name(id_) if id_ else _ask("Name of the rule (lower-case words joined by hyphens)", "--id", _name)
    told = "; ".join(f"{one}: {shape(one)['says']}" for one in KINDS)
    found = _kind(kind) if kind else _ask(f"What it compares ({told})", "--kind", _kind)
    sample = shape(found)
    if bool(fires) != bool(silent):
        raise click.UsageError("give both --fires and --silent, or neither")
    if fires:
        return Wish(name, found, tuple(fires), tuple(silent))
    return Wish(name, found, _texts("fires", sample["fires"]), _texts("is silent", sample["silent"]))


def _name(written: str) -> str:
    """A name for a rule."""
    from auditor.rules.model import is_a_name  # noqa: PLC0415

    try:
        return is_a_name(written)
    except ValueError as error:
        raise click.BadParameter(f"`{written}`: {error}", param_hint="--id") from None


def _kind(written: str) -> "Kind":
    """A kind of rule."""
    from auditor.rules.writing.drafts import KINDS  # noqa: PLC0415

    for known in KINDS:
        if known == written:
            return known
    raise click.BadParameter(f"unknown kind `{written}`{instead(written, KINDS)}", param_hint="--kind")


def _ask(question: str, option: str, taken: Callable[[str], Answer]) -> Answer:
    """An answer to a question, which is asked again until it can be taken."""
    if not at_a_terminal():
        raise click.UsageError(f"missing option {option}")
    answer: Answer = taken(click.prompt(question, value_proc=taken))
    return answer


def _texts(does: str, sample: Sequence[str]) -> tuple[str, ...]:
    """A text for each source of a sample; the sample itself where nobody can be asked."""
    if not at_a_terminal():
        return tuple(sample)
    several = len(sample) > 1
    return tuple(
        click.prompt(f"A text on which it {does}{f', source {number}' if several else ''}", default=text)
        for number, text in enumerate(sample, 1)
    )


def at_a_terminal() -> bool:
    """Whether there is somebody who can be asked."""
    return sys.stdin.isatty()
