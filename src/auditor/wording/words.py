"""The words of a report: labels, plurals, enumerations."""

from collections.abc import Sequence

from auditor.language import Table, load

Forms = tuple[str, str, str]
"""One, several, and the label."""


class Words(Table):
    """The word table of reports; keys are those of `auditor.model`."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    currencies: dict[str, str]
    plurals: dict[str, str]
    verdicts: dict[str, Forms]
    severities: dict[str, Forms]
    statuses: dict[str, str]
    kinds: dict[str, Forms]
    zones: dict[str, str]
    fields: dict[str, str]
    clues: dict[str, str]
    qualifiers: dict[str, str]


WORDS = load("report", Words)


def spelled(number: int) -> str:
    """A small number in letters, a larger one in digits."""
    names = WORDS.numbers
    return names[number] if 0 <= number < len(names) else f"{number:,}"


def several(number: int, one: str, many: str | None = None) -> str:
    """``1 source``, ``1,250 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def enumeration(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
