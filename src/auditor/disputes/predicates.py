"""The verbs that a text asserts, and those that it negates."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.compare import contexts, topics
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech.verbs import base_of, finite
from auditor.language import Table, load
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern, word_set
from auditor.language.wordlists import Words
from auditor.model import Span

_REACH = 90
"""How many characters on each side of a verb are around it, in its sentence."""
_BEFORE = 40
"""How many characters before a verb tell whether it is so."""
_WORD = re.compile(r"\b[a-z][a-z-]{2,}\b")
_SUBJECT = re.compile(r"[^,;:“”\"()\n]+$")
_MOST = 60
_LIMITING = word_set("denials", "limiting")
_NEGATED = pattern("denials", "negated")
_AUXILIARIES = pattern("denials", "auxiliaries")
_UNSAID = pattern("denials", "unsaid")
_LIMIT = pattern("denials", "limit")


class Denials(Table):
    """The words of denials.

    Attributes:
        untelling: Verbs that any text asserts of one thing and negates of another.
        opening: Words before a negation in its clause that leave open whether it is so.
        opposites: Verbs and their opposites.
    """

    untelling: Words
    opening: Words
    opposites: dict[str, Words]


class Predicate(NamedTuple):
    """A verb in a text.

    Attributes:
        start: Where it begins, with its auxiliary.
        end: Where it ends.
        verb: Its base form, or one that stands for all that mean the same.
        negated: Whether the text negates it.
        subject: The words before it in its clause.
        stems: The telling stems around it.
        known: Whether it is a claim already, of a stage that something has reached.
    """

    start: int
    end: int
    verb: str
    negated: bool
    subject: str
    stems: frozenset[str]
    known: bool

    def turned(self) -> "Predicate | None":
        """The same as a denial of the opposite; None if it has none."""
        opposite = _opposites().get(self.verb)
        return None if opposite is None else self._replace(verb=opposite, negated=True)


@cache
def words() -> Denials:
    """The words of denials."""
    table: Denials = load("denials", Denials)
    return table


@cache
def _opposites() -> dict[str, str]:
    return {word: name for name, opposites in words().opposites.items() for word in opposites}


def opposed_verbs() -> frozenset[str]:
    """The verbs that have an opposite, and these."""
    return frozenset((*_opposites(), *words().opposites))


def denied(text: str, stages: Sequence[Span] = ()) -> Iterator[Predicate]:
    """The verbs that a text negates, unless something before or behind leaves it open.

    Args:
        text: The text.
        stages: Where it has claims of stages.
    """
    spans = sentences(text)
    for match in _NEGATED.finditer(text):
        index = spans.last(match.start())
        if index < 0 or match.end() > spans.ends[index]:
            continue
        sentence = spans[index]
        verb = base_of(match["verb"].lower())
        clause = _clause(text, sentence, match.start())
        if verb in words().untelling or not _LIMITING.isdisjoint(match[0].split()):
            continue
        if not words().opening.isdisjoint(clause.lower().split()):
            continue
        if _LIMIT.match(text, match.end(), sentence[1]) is None:
            yield _predicate(text, sentence, match.span(), verb, stages, negated=True)


def asserted(text: str, wanted: Collection[str], stages: Sequence[Span] = ()) -> Iterator[Predicate]:
    """The verbs of some that a text asserts: in the past, of the future, or of what is going on.

    Args:
        text: The text.
        wanted: The verbs.
        stages: Where it has claims of stages.
    """
    spans = sentences(text)
    for match in _WORD.finditer(text):
        verb = base_of(match[0])
        if verb not in wanted or verb in words().untelling:
            continue
        index = spans.last(match.start())
        if index < 0 or match.end() > spans.ends[index]:
            continue
        sentence = spans[index]
        if _none_of().match(text, match.end(), sentence[1]) is not None:
            continue
        start = _begins(text[max(sentence[0], match.start() - _BEFORE) : match.start()], match[0], verb)
        if start is not None:
            yield _predicate(text, sentence, (match.start() - start, match.end()), verb, stages, negated=False)


def _begins(before: str, form: str, verb: str) -> int | None:
    """How many characters before a verb its auxiliaries begin; None where the text does not say that it is so."""
    chain = _AUXILIARIES.search(before)
    told = chain[0] if chain else ""
    before = before[: len(before) - len(told)]
    if _UNSAID.search(before):
        return None
    last = told.split()
    if form.endswith("ing"):
        return len(told) if last and last[-1] in FUNCTION_WORDS.be else None
    if form == verb:
        sure = (last and last[0] in FUNCTION_WORDS.future) or before.rstrip().rpartition(" ")[2].lower() in _PLURAL
        return len(told) if sure else None
    return len(told) if form.endswith("ed") or form in finite().sure else None


_PLURAL = FUNCTION_WORDS.plural_subjects


def _predicate(text: str, sentence: Span, span: Span, verb: str, stages: Sequence[Span], *, negated: bool) -> Predicate:
    low, high = max(sentence[0], span[0] - _REACH), min(sentence[1], span[1] + _REACH)
    around = contexts.stems(text[low : span[0]]) | contexts.stems(text[span[1] : high])
    subject = _SUBJECT.search(text, max(sentence[0], span[0] - _MOST), span[0])
    told = " ".join(subject[0].split()) if subject else ""
    known = any(start < span[1] and span[0] < end for start, end in stages)
    return Predicate(*span, verb, negated, told, around - topics.everywhere() - {topics.stem_of(verb)}, known)


def _clause(text: str, sentence: Span, end: int) -> str:
    """The words before a position in its clause."""
    return re.split(r"[,;:–—]", text[sentence[0] : end])[-1]


@cache
def _none_of() -> re.Pattern[str]:
    """What negates a verb from behind: "qualified for neither cup"."""
    return pattern("denials", "none_of", negations=any_of(topics.negations()))
