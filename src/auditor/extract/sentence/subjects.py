"""The grammatical subject of a claim's clause, by rule; empty where it is not clear."""

import re
from bisect import bisect_right
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.people.persons import is_dated
from auditor.extract.sentence.doers import PRONOUNS, doer
from auditor.extract.speech.verbs import AUXILIARY, finite, speech
from auditor.extract.speech.voices import Voices
from auditor.extract.words import WORD
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern, word_set
from auditor.model import Span

_AUXILIARY = FUNCTION_WORDS.be | FUNCTION_WORDS.perfect | FUNCTION_WORDS.future
_BY = pattern("clauses", "by")
_AGENT_ENDS = pattern("clauses", "agent_ends")
_SET_OFF = FUNCTION_WORDS.adverbial | FUNCTION_WORDS.loose
_NO_SUBJECT = FUNCTION_WORDS.no_subjects
_POINTS = pattern("clauses", "points")
_STATEMENT = pattern("clauses", "statement")
_GAPPED = re.compile(rf"(?:[a-z-]+ ){{0,2}}(?:(?:[{UPPER}][\w’'.-]* ){{1,3}}|[a-z]{{3,}}s )$")
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d[^\s,]*\s$")
_SAYING = word_set("clauses", "saying")
_NAMED = pattern("clauses", "named")
_MOST = 90
_MOST_WORDS = 14


class _Clause(NamedTuple):
    """A clause inside the clause: how it is joined, where its subject may begin, and its first finite verb."""

    joint: str
    begin: int
    verb: re.Match[str] | None


class Frame:
    """A clause and the clauses inside it, read once for all claims in it."""

    def __init__(self, document: Document, clause: Span, voices: Voices, head: Span | None) -> None:
        """Find where clauses may begin.

        Args:
            document: The document.
            clause: Where the clause stands in it.
            voices: The persons of the document.
            head: The words before what commas set off, where the clause goes on after it: "Acme, which …, sold".
        """
        text = document.text
        self.text, self.clause, self.head = text, clause, head
        parting = [match for match in _POINTS.finditer(text, *clause) if not voices.in_name(match.start())]
        points = [(match.end(), match["link"] or "and") for match in parting]
        self.points = [(clause[0], ""), *points]
        self.read: dict[int, _Clause] = {}
        said = document.triggers.of["speech"].within(clause)
        self.points += [(start + len(word), word) for start, word in said if word in speech().plain]
        self.points.sort()

    def inner(self, start: int, joint: str) -> _Clause:
        """The clause that may begin at a point."""
        found = self.read.get(start)
        if found is None:
            begin = _begin(self.text, (start, self.clause[1]))
            goes_on = joint in FUNCTION_WORDS.single["and"] and _is_verb(self.text, begin)
            verb = None if goes_on else _verb(self.text, begin, self.clause[1])
            found = self.read[start] = _Clause(joint, begin, verb)
        return found

    def listed(self, index: int) -> bool:
        """Whether "and" before a point joins subjects: no clause before it has a verb of its own."""
        start, joint = self.points[index]
        inner = self.inner(start, joint)
        if (
            joint not in FUNCTION_WORDS.single["and"]
            or inner.verb is None
            or self.text[inner.begin : inner.verb.start()].strip().lower() in PRONOUNS
        ):
            return False
        verbs = (self.inner(*point).verb for point in self.points[:index])
        return not any(verb is not None and verb.end() <= start for verb in verbs)

    def parted(self, start: int, end: int) -> bool:
        """Whether another clause may begin between two positions."""
        return any(start < point <= end for point, _ in self.points)


def subject(frame: Frame, claim: Span, voices: Voices, *, agent: bool) -> tuple[str, ...]:
    """The subject of a claim's clause; empty if unclear.

    Args:
        frame: The clause.
        claim: Where the claim stands in it.
        voices: The persons of the document.
        agent: Whether by whom something is done may be the subject of a claim in a passive clause.
    """
    text = frame.text
    for index in reversed(range(bisect_right(frame.points, (claim[0], "~")))):
        start, joint = frame.points[index]
        inner = frame.inner(start, joint)
        verb = inner.verb
        if verb is None or (verb.start() >= claim[1] and frame.parted(claim[1], verb.start())):
            if _is_statement(text, start, joint, claim[0]):
                return ()
        elif verb.start() >= claim[1]:
            return _agent(text, verb, frame.clause, voices) if agent else ()
        elif verb.start() <= claim[0] and not _goes_on(text, inner) and not frame.listed(index):
            counted = _COUNTED.search(text[start : inner.begin]) is not None
            return () if counted else doer(text, inner.begin, verb.start(), voices)
    return doer(text, *frame.head, voices) if frame.head is not None and _resumes(frame, claim[0]) else ()


def of_relative(text: str, told: Span, opened: Span, voices: Voices) -> tuple[str, ...]:
    """The subject of a clause that "which" or "who" opens: the name right before the comma, or all that stands there.

    Args:
        text: The text.
        told: From the clause's start to the claim.
        opened: From where the clause before it begins to the comma.
        voices: The persons of the document.
    """
    first = next((word for word in WORD.finditer(text, *told) if not _is_adverb(word.group())), None)
    joined = _POINTS.search(text, *told)
    if first is None or first.group() not in finite().sure or joined is not None:
        return ()
    name = _NAMED.search(text, max(opened[0], opened[1] - _MOST), opened[1])
    if name is not None and not is_dated(name["name"].rpartition(" ")[2]):
        return doer(text, name.start("name"), opened[1], voices)
    return doer(text, *opened, voices) if _verb(text, *opened) is None else ()


def _is_adverb(word: str) -> bool:
    """Whether a word may stand between a relative and its verb: "which normally stands"."""
    return word.endswith(ENDINGS.adverb) or word in FUNCTION_WORDS.fillers - AUXILIARY


def _is_statement(text: str, start: int, joint: str, claim: int) -> bool:
    """Whether what stands between a joint and a claim is a clause of its own, though its verb is not known."""
    between = text[start:claim]
    if joint in _SAYING:
        return True
    if joint in FUNCTION_WORDS.single["and"]:
        gapped = _GAPPED.fullmatch(between)
        return gapped is not None and between.split()[-1] not in finite().sure
    return bool(joint) and _STATEMENT.search(between) is not None


def _goes_on(text: str, inner: _Clause) -> bool:
    """Whether a clause has no subject of its own: a verb after "and", a participle, what commas set off."""
    first = WORD.match(text, inner.begin)
    if first is None or inner.verb is None or first.end() > inner.verb.start():
        return True
    if first.group() in finite().past:
        return True
    following = WORD.match(text, first.end() + 1)
    tied = following is not None and (following.group() in FUNCTION_WORDS.adverbial or following.group() in _NO_SUBJECT)
    if tied and first.group().endswith(ENDINGS.past + ENDINGS.progressive):
        return True
    return inner.joint in FUNCTION_WORDS.single["and"] and text.endswith(", ", 0, inner.verb.start())


def _resumes(frame: Frame, claim: int) -> bool:
    """Whether a clause goes on with the verb of a subject that stands before what commas set off."""
    first = WORD.match(frame.text, _begin(frame.text, frame.clause))
    return first is not None and first.end() <= claim and first.group() in finite().sure and len(frame.points) == 1


def _begin(text: str, clause: Span) -> int:
    """Where the clause's subject may begin: after adverbials that a comma closes, and after loose adverbs."""
    start = clause[0]
    for _ in range(4):
        word = WORD.search(text, start, min(clause[1], start + 40))
        if word is None:
            return start
        lowered = word.group().lower()
        comma = text.find(",", word.end(), min(clause[1], word.end() + _MOST))
        if comma == word.end() and (lowered in _SET_OFF or lowered.endswith(ENDINGS.adverb + ENDINGS.progressive)):
            start = comma + 1
        elif lowered in FUNCTION_WORDS.loose:
            start = word.end()
        elif lowered in FUNCTION_WORDS.adverbial or lowered.endswith(ENDINGS.progressive):
            if comma < 0:
                return word.start()
            start = comma + 1
        else:
            return word.start()
    return start


def _is_verb(text: str, start: int) -> bool:
    """Whether what begins there can but be a verb, so that its subject stands before "and": "covers 2 km and has"."""
    first = WORD.match(text, start)
    return first is not None and first.group() in _AUXILIARY


def _verb(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The first finite verb after a position, near enough to belong to the words there."""
    verbs, previous, end = finite(), "", start
    for count, word in enumerate(WORD.finditer(text, start, min(limit, start + _MOST + 40))):
        token = word.group()
        if count and (token in verbs.sure or token in verbs.bare) and not text.startswith(" of", word.end()):
            lowered = previous.lower()
            plural = lowered.endswith("s") or previous[0].isupper() or lowered in FUNCTION_WORDS.plural_subjects
            figure = _DIGIT.search(text, end, word.start()) is not None
            if (figure or lowered not in _NO_SUBJECT) and (token in verbs.sure or plural):
                return word
        previous = previous if token.endswith(ENDINGS.adverb) and count else token
        end = word.end()
        if count > _MOST_WORDS:
            return None
    return None


def _agent(text: str, verb: re.Match[str], clause: Span, voices: Voices) -> tuple[str, ...]:
    """By whom, in a passive clause: "is provided by NATO Allies"."""
    if verb.group() not in _AUXILIARY:
        return ()
    match = _BY.search(text, verb.end(), min(clause[1], verb.end() + 60))
    if match is None:
        return ()
    first = WORD.match(text, match.end())
    if first is not None and first.group().lower() in FUNCTION_WORDS.times:
        return ()
    end = _AGENT_ENDS.search(text, match.end(), clause[1])
    return doer(text, match.end(), end.start() if end else clause[1], voices)
