"""Lists of words in tables, written as one text: a tenth of the time that a list of nodes takes to load."""

from typing import Annotated


def _phrases(value: object) -> object:
    """What commas part in a text, in order; anything else is left to the reading of the type."""
    return (
        tuple(filter(None, (" ".join(part.split()) for part in value.split(",")))) if isinstance(value, str) else value
    )


def _words(value: object) -> object:
    """What blanks part in a text, in order; anything else is left to the reading of the type."""
    return tuple(value.split()) if isinstance(value, str) else value


WordList = Annotated[tuple[str, ...], _phrases]
WordSet = Annotated[frozenset[str], _phrases]
"""What may hold phrases, parted by commas."""
Words = Annotated[frozenset[str], _words]
WordsInOrder = Annotated[tuple[str, ...], _words]
"""Single words, parted by blanks."""
