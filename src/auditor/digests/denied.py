"""Whether a short text denies what the long one that it retells states: "was not arrested", where it has "arrested".

A verb that a retelling negates is denied by mistake where the long text asserts it, among some of the same words, and
never negates it nor leaves it open.
"""

import re
from functools import cache

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.digests.places.around import Around
from auditor.disputes.predicates import is_asserted
from auditor.extract.speech.verbs import cues, is_light, speech
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Span

_REACH = 80
"""How many characters on each side of a verb are around it, in its sentence."""
_BEFORE, _BEHIND = 60, 25
"""How many characters before and behind a verb may negate it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 3
"""Letters of the shortest stem that tells anything."""
_DOUBTS = frozenset(("denied", "hypothetical"))
_NEGATED = pattern("denials", "negated_by_not")


class Denied:
    """What a text asserts.

    Args:
        text: The text.
        around: The words among which its words stand.
    """

    def __init__(self, text: str, around: Around) -> None:
        """Note the text; its verbs are looked for when a retelling negates one."""
        self.text, self.around = text, around

    def asserts(self, denial: Claim, text: str) -> str | None:
        """The words of the text that assert what a retelling denies; None where it may be denied.

        Args:
            denial: The denial in the retelling.
            text: The retelling.
        """
        first, last = denial.place
        negated = _NEGATED.match(denial.text)
        form = negated[0].rsplit(None, 1)[-1].lower() if negated else ""
        verb = topics.stem_of(form)
        if not form or is_light(form) or verb in _speech():
            return None
        near = contexts.stems(text[first:last]) - {verb}
        places = [match.span() for match in _WORD.finditer(self.text) if topics.stem_of(match[0]) == verb]
        if len(verb) < _LEAST or any(self._is_open(place) for place in places):
            return None
        sure = (one for one in places if is_asserted(self.text, self.around.sentence(one[0]), one))
        return next((words for words in map(self._around, sure) if not near.isdisjoint(contexts.stems(words))), None)

    def _is_open(self, verb: Span) -> bool:
        """Whether the text negates a verb, or does not say whether it is so."""
        first, last = self.around.sentence(verb[0])
        low, high = max(first, verb[0] - _BEFORE), min(last, verb[1] + _BEHIND)
        return _open().search(self.text, low, high) is not None

    def _around(self, verb: Span) -> str:
        first, last = self.around.sentence(verb[0])
        return self.text[max(first, verb[0] - _REACH) : min(last, verb[1] + _REACH)]


@cache
def _speech() -> frozenset[str]:
    """The stems of verbs of speech, which are denied of one thing and asserted of another in any text."""
    return frozenset(map(topics.stem_of, speech().finite))


@cache
def _open() -> re.Pattern[str]:
    """Words that negate what stands near them, or leave open whether it is so."""
    alone = {first for first, some in cues().items() if any(not one.tail and one.modality in _DOUBTS for one in some)}
    return pattern("denials", "open", doubting=any_of(alone | topics.SYNONYMS.negations))
