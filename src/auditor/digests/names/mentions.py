"""Where a text names somebody or something: its claims of names, and the single words that only show to be names.

A word that opens a sentence may be a name or not, and so may one of few letters; extraction leaves both out. Where a
text has such a word in the middle of a sentence too, and never in small letters, it is a name, in that text and in a
short one that retells it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.titles import is_title
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.counted import is_plural
from auditor.extract.speech.verbs import finite
from auditor.extract.words import bare
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import LOWER, UPPER
from auditor.model import Claim

CLOSING = FUNCTION_WORDS.phrase_stops | FUNCTION_WORDS.prepositions | {"and"}
"""Small words that end what a name before them belongs to."""
_LEAST = 2
"""Letters of the shortest name."""
_CAPITAL = re.compile(rf"(?<![\w.’'@#/-])[{UPPER}][\w’'-]*(?<!-)")
_SMALL = re.compile(rf"(?<![\w’'-])[{LOWER}][\w-]*")
_PART = re.compile(r"[\s-]+")
_OPENS = re.compile(r"(?:^|[.!?:…•*|\n]|[\"“”‘«(\[])\s*$")


class Mention(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    name: str


class Mentions:
    """The names of a text.

    Args:
        text: The text.
        claims: The claims that stand in it.
    """

    def __init__(self, text: str, claims: Iterable[Claim]) -> None:
        """Note which words are names, and where they stand."""
        small = {match[0] for match in _SMALL.finditer(text)}
        inside = (bare(match[0]) for match in _CAPITAL.finditer(text) if not _opens(text, match.start()))
        self.proper = {word for word in inside if word.isupper() or word.lower() not in small}
        self.found = list(self.of(text, claims))

    def called(self, name: str) -> list[Mention]:
        """The mentions that share a capitalised word with a name."""
        wanted = parts(name)
        return [mention for mention in self.found if not wanted.isdisjoint(parts(mention.name))]

    def of(self, text: str, claims: Iterable[Claim]) -> Iterator[Mention]:
        """The mentions of names in this text or in one that retells it, in order."""
        claims = [claim for claim in claims if claim.field == "text"]
        named = [Mention(claim.start, claim.end, claim.text) for claim in claims if claim.kind == "name"]
        taken = [(claim.start, claim.end) for claim in claims if claim.kind in {"name", "date", "quantity"}]
        yield from sorted([*named, *self._single(text, taken)])

    def _single(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
        """The words that are names and stand in none of some spans."""
        covered = bytearray(len(text))
        for start, end in taken:
            covered[start:end] = b"1" * (end - start)
        for match in _CAPITAL.finditer(text):
            word = bare(match[0])
            if word in self.proper and not covered[match.start()] and _can_be_name(word):
                yield Mention(match.start(), match.start() + len(word), word)


def parts(name: str) -> frozenset[str]:
    """The capitalised words of a name, without titles and possessive endings, a people by its country, its initials."""
    country = COUNTRIES.named.get(name, name)
    capitals = [bare(part) for part in _PART.split(country) if part[:1].isupper()]
    words = [word for word in capitals if not is_title(word)] or capitals
    initials = ["".join(word[0] for word in capitals)] if len(capitals) > 1 else []
    return frozenset([*words, *(COUNTRIES.named.get(word, word) for word in words), *initials])


def ends_name(word: str) -> bool:
    """Whether a word behind a name shows that the name describes no noun; "forces" and "claims" may be nouns."""
    return word in CLOSING or (word in finite().sure and not is_plural(word))


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text, max(0, start - 4), start) is not None or start == 0


def _can_be_name(word: str) -> bool:
    return len(word) >= _LEAST and not (is_opener(word) or is_dated(word) or is_title(word))
