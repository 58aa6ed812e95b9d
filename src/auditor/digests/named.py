"""Whether a short text puts a name where the long one that it retells has another one, or where none like it can stand.

A name that the long text has may still be a slip: swapped with another one. It is one where the word right before it
stands before one other name only in the long text and never near this one ("foreign secretary", "to climb"), where it
is a person's but a place is told, and where the article before it belongs to another word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from auditor.compare import contexts, topics
from auditor.digests.numerals import words
from auditor.extract.people.titles import is_title, lexicon
from auditor.model import Claim, Role

_REACH = 100
"""How many characters on each side of a name are near it."""
_BEFORE = 30
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_][\w’'-]*)\s+(of\s+)?(?:the\s+)?$")
_ARTICLES = re.compile(r"\b(?:an?|the)\s+(?:an?|the)\s+$", re.IGNORECASE)
_A = re.compile(r"\ba\s+$", re.IGNORECASE)
_VOWEL = re.compile(r"[AIO](?!ne|nce|u[ai])[a-z]|E(?![uw])[a-z]")
_OPEN = re.compile(r"\s+[a-z]|\s*[.,;:!?]|\s*$")
_ARTICLE = "The article before it is another word's"
_PLACE = "It has this name for a person, and here a place is told"

Key = tuple[str, bool]


class Named:
    """The names of a text, and where they stand.

    Args:
        text: The text.
        claims: The claims that stand in it.
    """

    def __init__(self, text: str, claims: Iterable[Claim]) -> None:
        """Note before which names each word stands, and who is a person."""
        self.text = text
        self.after: defaultdict[Key, set[str]] = defaultdict(set)
        self.people: set[str] = set()
        for claim in claims:
            if claim.kind == "name" and claim.field == "text":
                for key in _word_before(text, claim):
                    self.after[key].add(claim.text)
                if _is_person(text, claim):
                    self.people.add(_last(claim.text))
            elif claim.kind == "role" and isinstance(claim.value, Role):
                self.people.add(_last(claim.value.person))

    def slip(self, claim: Claim, text: str) -> str | None:
        """Why a name of a retelling cannot be the one that is meant, in words; None where it can.

        Args:
            claim: The name.
            text: The retelling.
        """
        before = text[max(0, claim.start - _BEFORE) : claim.start]
        if _ARTICLES.search(before) or (_A.search(before) and _VOWEL.match(claim.text)):
            return _ARTICLE
        if self._is_misplaced(claim.text, before, text[claim.end : claim.end + _BEFORE]):
            return _PLACE
        others = [other for key in _word_before(text, claim) if (other := self._instead(key, claim.text))]
        return f"Where this name stands it has “{others[0]}”" if others else None

    def _is_misplaced(self, name: str, before: str, behind: str) -> bool:
        """Whether a name that is a person's stands where a place is told."""
        if _last(name) not in self.people or not _placed().search(before) or not _OPEN.match(behind):
            return False
        mentions = (self.text[max(0, match.start() - _BEFORE) : match.start()] for match in self._mentions(name))
        return not any(_placed().search(mention) for mention in mentions)

    def _instead(self, key: Key, name: str) -> str | None:
        """The only name that stands behind a word, if that word is never near another name."""
        others = self.after.get(key, set())
        if len(others) != 1 or not set(_parts(name)).isdisjoint(_parts(*others)):
            return None
        near = (self.text[max(0, match.start() - _REACH) : match.end() + _REACH] for match in self._mentions(name))
        return None if any(key[0] in contexts.stems(some) for some in near) else next(iter(others))

    def _mentions(self, name: str) -> Iterable[re.Match[str]]:
        return re.finditer(rf"(?<!\w){re.escape(_last(name))}(?!\w)", self.text)


def _word_before(text: str, claim: Claim) -> Sequence[Key]:
    """The stem of the word right before a name, and whether "of" parts them; none where it tells nothing."""
    match = _WORD_BEFORE.search(text, max(0, claim.start - _BEFORE), claim.start)
    stem = topics.stem_of(match[1]) if match else None
    return [(stem, bool(match and match[2]))] if stem else []


def _is_person(text: str, claim: Claim) -> bool:
    """Whether a name begins with a given name, or stands behind "Mr" or the like; "the Robert Prize" does not."""
    first, *rest = claim.text.split()
    title = text[max(0, claim.start - _BEFORE) : claim.start].rsplit(None, 1)[-1:]
    known = lexicon()
    given = first in known.given and bool(rest) and claim.text not in known.organisations
    return (given and title not in (["the"], ["The"])) or any(map(is_title, title))


def _parts(*names: str) -> list[str]:
    return [part.removesuffix("'s").removesuffix("’s") for name in names for part in name.split() if part[0].isupper()]


def _last(name: str) -> str:
    return (_parts(name) or [name])[-1]


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words().placed)})\s+(?:the\s+)?$", re.IGNORECASE)
