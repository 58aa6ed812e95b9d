"""How editors know the sources of some stories."""

import re
from collections import Counter
from collections.abc import Iterable

from auditor.wording.values import day

_BEHIND = re.compile(r"\s*\([^()]*\)$")

Known = tuple[str, str, str | None, str | None]
"""A source's id, story, publisher and day."""


def names(sources: Iterable[Known]) -> dict[str, str]:
    """The names of sources by id: the publisher's, with the day where it has several in the story, else the id."""
    rows = [(name, story, _known(publisher, published)) for name, story, publisher, published in sources]
    held = Counter((story, one) for _, story, known in rows for one in known)
    return {
        name: next((one for one in known if held[story, one] == 1), name.removeprefix(f"{story}/"))
        for name, story, known in rows
    }


def _known(publisher: str | None, published: str | None) -> list[str]:
    """The names that a source could have, the shorter one first."""
    plain = publisher and (_BEHIND.sub("", publisher) or publisher)  # without what stands in brackets behind it
    return [plain, *([f"{plain}, {day(published)}"] if published else [])] if plain else []
