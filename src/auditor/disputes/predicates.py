"""The verbs that a text asserts, and those that it negates."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple, TypeVar

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.disputes import lists
from auditor.disputes.roles import Roles, roles
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech.verbs import base_of, finite, is_light
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern, word_set
from auditor.model import Span

_REACH = 90
"""How many characters on each side of a verb are around it, in its sentence."""
_BEFORE = 40
"""How many characters before a verb tell whether it is so."""
_WORD = re.compile(r"\b[a-z][a-z-]{2,}\b")
_PARTICLE = pattern("denials", "particle")
_SUBJECT = re.compile(r"[^,;:“”\"()\n]+$")
_MOST = 60
_LIMITING = word_set("denials", "limiting")
_FAILING = word_set("denials", "failing")
_NEGATED = pattern("denials", "negated")
_AUXILIARIES = pattern("denials", "auxiliaries")
_UNSAID = pattern("denials", "unsaid")
_LIMIT = pattern("denials", "limit")
_COUNTED = pattern("denials", "counted")
_OBJECT = pattern("denials", "object")
_NONE = pattern("denials", "none")
_AT_NO = pattern("denials", "at_no_clause")
_INVERTED = 8
"""Within how many words behind its auxiliary an inverted verb stands."""
_PARTICLES = 10
"""How many characters behind a verb its particle stands in."""

T = TypeVar("T")


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
        told: Its words, with its auxiliaries.
        behind: The words behind it in its sentence.
    """

    start: int
    end: int
    verb: str
    negated: bool
    subject: str
    stems: frozenset[str]
    known: bool
    told: str
    behind: str

    @property
    def roles(self) -> Roles:
        """Who does it, and to whom."""
        return roles(self.subject, self.told, self.behind)

    def turned(self) -> "Predicate | None":
        """The same as a denial of the opposite; None if it has none."""
        opposite = lists.opposites().get(self.verb)
        return None if opposite is None else self._replace(verb=opposite, negated=True)


def _verbs(text: str, start: int, end: int) -> tuple[str, ...]:
    """What a verb of a text says: the names of the lists that it stands in, with its particle if it has one."""
    form = text[start:end].lower()
    if particle := _particle(text, start, end):
        return lists.alike()[form + particle]
    base = base_of(form)
    if is_light(base) or base in lists.DENIALS.untelling:
        return ()
    return lists.alike().get(form) or lists.alike().get(base) or (base,)


@cache
def _no_deed() -> re.Pattern[str]:
    """A noun of a deed of which there is none: "no further restriction"."""
    return pattern("denials", "no_deed", deeds=any_of(lists.deeds()))


@cache
def _a_deed() -> re.Pattern[str]:
    """A support verb with its noun: "placed a restriction"."""
    return pattern("denials", "a_deed", deeds=any_of(lists.deeds()), support=any_of(lists.DENIALS.support))


def _particle(text: str, start: int, end: int) -> str:
    """The particle behind a verb that stands in a list with it; empty if there is none."""
    found = _PARTICLE.match(text, end, end + _PARTICLES)
    return found[0] if found and text[start:end].lower() + found[0] in lists.alike() else ""


def denied(text: str, stages: Sequence[Span] = ()) -> Iterator[Predicate]:
    """The verbs that a text negates, unless something before or behind leaves it open.

    Args:
        text: The text.
        stages: Where it has claims of stages.
    """
    spans = sentences(text)
    for start, end, verbs, named in _denials(text):
        index = spans.last(start)
        if index < 0 or end > spans.ends[index]:
            continue
        sentence = spans[index]
        if not _LIMITING.isdisjoint(text[start:end].split()):
            continue
        if is_open(text, sentence, start):
            continue
        if _LIMIT.match(text, end, sentence[1]) is None:
            for verb in verbs:
                yield _predicate(text, sentence, (start, end), verb, stages, negated=True, named=named)


def _denials(text: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """Each negated verb of a text, or noun of a deed that there is none of.

    Yields:
        Where what negates it begins, where it ends, what it says, and whether what stands before it is its subject.
    """
    for match in _NEGATED.finditer(text):
        form = match["verb"].lower()
        deed = _a_deed().match(text, match.start("verb")) if form in lists.DENIALS.support else None
        if deed is not None:
            yield match.start(), deed.end(), lists.deeds()[deed["noun"]], False
        yield *match.span(), _verbs(text, *match.span("verb")), True
    for match in _no_deed().finditer(text):
        yield *match.span(), lists.deeds()[match["noun"]], False
    for match in _AT_NO.finditer(text):
        done = match["auxiliary"] in FUNCTION_WORDS.do
        for verb in islice(_WORD.finditer(text, match.end()), _INVERTED):
            over = verb[0].endswith(ENDINGS.past) or verb[0] in finite().over
            if base_of(verb[0]) in lists.known() if done else over:
                yield match.start(), verb.end(), _verbs(text, *verb.span()), True
                break


def asserted(text: str, wanted: Collection[str], stages: Sequence[Span] = ()) -> Iterator[Predicate]:
    """The verbs of some that a text asserts: in the past, of the future, or of what is going on.

    Args:
        text: The text.
        wanted: The verbs.
        stages: Where it has claims of stages.
    """
    spans = sentences(text)
    for match in _WORD.finditer(text):
        deed = _a_deed().match(text, match.start()) if match[0] in lists.DENIALS.support else None
        told = _verbs(text, *match.span()) if deed is None else lists.deeds()[deed["noun"]]
        verbs = [verb for verb in told if verb in wanted]
        if not verbs:
            continue
        index = spans.last(match.start())
        if index < 0 or match.end() > spans.ends[index]:
            continue
        sentence = spans[index]
        if match[0] in _FAILING and text.startswith(" to ", match.end()):
            continue  # who refused to speak rejected nothing
        if _none_of().match(text, match.end(), sentence[1]) is not None:
            continue
        if is_open(text, sentence, match.start(), lists.DENIALS.supposing):
            continue
        start = _begins(text, sentence, match.span())
        if start is not None:
            span = match.start() - start, match.end() if deed is None else deed.end()
            for verb in verbs:
                yield _predicate(text, sentence, span, verb, stages, negated=False, named=deed is None)


def is_asserted(text: str, sentence: Span, verb: Span) -> bool:
    """Whether a text says that it is so, or will be, by the form of a verb and the words before it."""
    return _begins(text, sentence, verb) is not None


def _begins(text: str, sentence: Span, verb: Span) -> int | None:
    """How many characters before a verb its auxiliaries begin; None where the text does not say that it is so."""
    form, before = text[slice(*verb)], text[max(sentence[0], verb[0] - _BEFORE) : verb[0]]
    chain = _AUXILIARIES.search(before)
    told = chain[0] if chain else ""
    before = before[: len(before) - len(told)]
    if _UNSAID.search(before) or (not _is_past(form) and _COUNTED.search(before)):
        return None
    last = told.split()
    if form.endswith(ENDINGS.progressive):
        return len(told) if last and last[-1] in FUNCTION_WORDS.be else None
    if form == base_of(form) and not _is_past(form):
        sure = (last and last[0] in FUNCTION_WORDS.future) or before.rstrip().rpartition(" ")[2].lower() in _PLURAL
        has_object = form in lists.unchanged() and _OBJECT.match(text, verb[1], verb[1] + _PARTICLES)
        return len(told) if sure or has_object else None
    return len(told) if form.endswith(ENDINGS.past) or form in finite().sure else None


def _is_past(form: str) -> bool:
    """Whether a form is a past one of a verb of the lists: "ascribed", "ruled"."""
    return form.endswith(ENDINGS.past) or form in finite().over


_PLURAL = FUNCTION_WORDS.plural_subjects


def _predicate(
    text: str, sentence: Span, span: Span, verb: str, stages: Sequence[Span], *, negated: bool, named: bool
) -> Predicate:
    low, high = max(sentence[0], span[0] - _REACH), min(sentence[1], span[1] + _REACH)
    around = contexts.stems(text[low:high]) - {topics.stem_of(text[slice(*span)].rpartition(" ")[2])}
    subject = _NONE.match(text, *span) if negated else None
    subject = subject or _SUBJECT.search(text, max(sentence[0], span[0] - _MOST), span[0])
    if subject and subject[0].strip() in FUNCTION_WORDS.subject_relatives:
        subject = _SUBJECT.search(text, max(sentence[0], subject.start() - _MOST), subject.start() - 1) or subject
    who = " ".join(subject[subject.lastindex or 0].split()) if subject and named else ""
    known = any(start < span[1] and span[0] < end for start, end in stages)
    end = span[1] + len(_particle(text, text.rfind(" ", *span) + 1 or span[0], span[1]))
    behind = text[end : min(sentence[1], end + _REACH)] if named else ""
    stems = around - topics.everywhere()
    return Predicate(span[0], end, verb, negated, who, stems, known, text[slice(*span)], behind)


def is_open(text: str, sentence: Span, position: int, words: Collection[str] = lists.DENIALS.opening) -> bool:
    """Whether the words before a position in its clause leave open whether what follows is so.

    Args:
        text: The text.
        sentence: The sentence that the position is in.
        position: Where what follows begins.
        words: The words that leave it open.
    """
    clause = re.split(r"[,;:–—]", text[sentence[0] : position])[-1]
    return any(word in words for word in clause.lower().split())


@cache
def _none_of() -> re.Pattern[str]:
    """What negates a verb from behind: "qualified for neither cup"."""
    return pattern("denials", "none_of", negations=any_of(topics.SYNONYMS.negations))


def facing(told: Sequence[tuple[int, T]], most: int) -> Iterator[tuple[tuple[int, T], tuple[int, T]]]:
    """Each of what is told of one thing, with those of the next ones that another text tells.

    Args:
        told: What is told, each with the number of its text.
        most: How many of the next ones there are at most, in a story of very many.
    """
    for place, one in enumerate(told):
        yield from ((one, other) for other in told[place + 1 : place + 1 + most] if one[0] != other[0])
