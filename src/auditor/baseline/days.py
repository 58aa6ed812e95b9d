"""Days as acceptances name their ends; nothing else asks what day it is."""

from datetime import date


def is_day(text: str) -> bool:
    """Whether a text is a day in ISO 8601, in full."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def today() -> str:
    """The day of this machine, in ISO 8601."""
    return date.today().isoformat()  # noqa: DTZ011 - an end is a day where the newsroom is
