"""What stands before a verb and tells whether it was done, was not, or is meant to be: "was", "did not", "will"."""

import re

from auditor.extract.events.described import is_headline
from auditor.extract.events.stages import STATUSES
from auditor.extract.people.persons import is_dated
from auditor.extract.words import is_gap, tokens_before
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.model import Span

BE = FUNCTION_WORDS.passives
FUTURE = FUNCTION_WORDS.future
PERFECT = FUNCTION_WORDS.perfect
_CHAIN = BE | PERFECT | FUTURE | FUNCTION_WORDS.among_auxiliaries
_REACH = 90
_NEAR = 4
_NOT = FUNCTION_WORDS.single["not"]


class Lead:
    """The words before a verb, the nearest first.

    Attributes:
        words: The nearest in small letters, and empty ones where there are no more; names of days are empty, too.
        chain: The auxiliaries directly before the verb, with what may stand among them.
        auxiliaries: The same as a set of words in small letters.
        start: Where the first of them begins, or the verb where there are none.
        first: That first one in small letters, or nothing.
    """

    def __init__(self, text: str, verb: int, sentence: Span, *, modal: bool = False) -> None:
        """Look at what stands before a verb in its sentence; modal verbs are auxiliaries only if told so."""
        self.text, self.sentence = text, sentence
        self.before = tokens_before(text, verb, sentence[0], _REACH)
        nearest = [token.group() for token in self.before[:_NEAR]]
        self.words = ["" if is_dated(word) else word.lower() for word in nearest] + [""] * _NEAR
        self.chain = self._chain(verb, _CHAIN | FUNCTION_WORDS.modal if modal else _CHAIN)
        self.auxiliaries = {token.group().lower() for token in self.chain}
        self.start = self.chain[-1].start() if self.chain else verb
        self.first = self.chain[-1].group().lower() if self.chain else ""

    def _chain(self, end: int, among: frozenset[str]) -> list[re.Match[str]]:
        chain, nearer = [], ""
        for token in self.before:
            word = token.group().lower()
            announced = word in STATUSES.intent and nearer in FUNCTION_WORDS.single["to"]
            adverb = word.endswith(ENDINGS.adverb) and word not in STATUSES.doubting
            known = word in among or adverb or announced or word in STATUSES.denying or word in STATUSES.lasting
            if not is_gap(self.text[token.end() : end]) or not known:
                break
            chain.append(token)
            end, nearer = token.start(), word
        return chain

    def undone(self) -> int | None:
        """Where "did not" before a bare verb begins; None if it does not stand there."""
        if self.words[0] in FUNCTION_WORDS.do_not:
            return self.before[0].start()
        return self.before[1].start() if self.words[0] in _NOT and self.words[1] in FUNCTION_WORDS.do else None

    def intention(self) -> int | None:
        """Where the intention before a bare verb begins; None if there is none."""
        nearest, second = self.words[:2]
        if nearest in FUTURE:
            return self.before[0].start()
        if nearest in FUNCTION_WORDS.single["to"] and second in STATUSES.intent | BE:
            return self.before[1].start()
        headline = nearest in FUNCTION_WORDS.single["to"] and is_headline(self.text, self.sentence)
        if headline and len(self.before) > 1 and self.before[1].group()[0].isupper():
            return self.before[0].start()
        return None
