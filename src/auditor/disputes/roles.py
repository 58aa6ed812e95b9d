"""Who does what a verb says, and to whom, so far as the words beside it tell."""

import re
from functools import lru_cache
from typing import NamedTuple

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.compare.around.retold import in_common
from auditor.extract.speech.verbs import finite, speech
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern

_OBJECT = pattern("denials", "object_phrase")
_UNNAMED = pattern("denials", "object_unnamed")
_NEXT = pattern("denials", "next_words")


class Roles(NamedTuple):
    """Who did it, and to whom; as stems, none where that is unknown.

    Attributes:
        doer: Who did it.
        theme: Whom or what it was done to, or befell.
        named: Whether the doer has a name.
        speaks: Whether what is done is said.
    """

    doer: frozenset[str]
    theme: frozenset[str]
    named: bool
    speaks: bool

    def is_other(self, roles: "Roles") -> bool:
        """Whether others are known to do it, or to have it done to them.

        One may be called by many words; two that do it are two only where both have names, or where each says it.
        """
        tells = (self.named and roles.named) or (self.speaks and roles.speaks)
        return _parted(self.theme, roles.theme) or (tells and _parted(self.doer, roles.doer))

    def is_same(self, roles: "Roles") -> bool:
        """Whether it is known to be done to the same."""
        return in_common(self.theme, roles.theme) > 0


def _parted(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and not in_common(some, others)


@lru_cache(maxsize=4096)
def roles(subject: str, verb: str, behind: str) -> Roles:
    """The roles of a verb.

    Args:
        subject: The words before it in its clause.
        verb: The verb, with its auxiliaries.
        behind: The words behind it in its sentence.
    """
    words = verb.lower().split()
    form = words[-1]
    before, speaks = _last_clause(subject), topics.stem_of(form) in _said()
    passive = not FUNCTION_WORDS.be.isdisjoint(words) and not form.endswith(ENDINGS.progressive)
    told = _OBJECT.match(behind, len(" by")) if behind.startswith(" by ") else None
    if passive or told:
        return Roles(_stems(told[0] if told else ""), _stems(before), told is not None and _is_named(told[0]), speaks)
    if _UNNAMED.match(behind):
        return Roles(_stems(before), frozenset(), _is_named(before), speaks)
    told = _OBJECT.match(behind)
    if told:
        return Roles(_stems(before), _stems(told[0]), _is_named(before), speaks)
    following = _NEXT.match(behind)
    sure = len(words) > 1 or form in finite().apart
    theme = _stems(before) | _stems(following[0] if following else "")
    return Roles(_stems(before) if sure else frozenset(), theme, sure and _is_named(before), speaks)


def _last_clause(subject: str) -> str:
    """The words before a verb without the clauses before its own; with these where its own has a pronoun only."""
    words = subject.split()
    first = max(
        (place + 1 for place, word in enumerate(words) if word.lower() in FUNCTION_WORDS.clause_starters), default=0
    )
    own = words[first:]
    return " ".join(own if any(word.lower() not in FUNCTION_WORDS.pronouns for word in own) else words)


def _stems(words: str) -> frozenset[str]:
    return contexts.stems(words) - topics.everywhere() - _said()


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    return frozenset(map(topics.stem_of, speech().finite))


def _is_named(words: str) -> bool:
    """Whether a name is among the words before a verb; one capital at their beginning may be that of a sentence."""
    return re.search(r"\S\s[A-Z]\w", words) is not None
