"""Lists of words in tables, written as one text with commas: a tenth of the time that a list of nodes takes to load."""

from typing import Annotated


def _split(value: object) -> object:
    """The words of a text, in order; anything else is left to the validation of the type."""
    return tuple(" ".join(word.split()) for word in value.split(",")) if isinstance(value, str) else value


WordList = Annotated[tuple[str, ...], _split]
WordSet = Annotated[frozenset[str], _split]
