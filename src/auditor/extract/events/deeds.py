"""What has come to anything, or what it did, by verbs that each tell a stage of their own: published, evacuated."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from auditor.extract.document import Document
from auditor.extract.events.lead import BE, FUTURE, PERFECT, Lead
from auditor.extract.events.meaning import Meaning
from auditor.extract.events.noun_phrases import Noun, noun_after, noun_before
from auditor.extract.events.stages import STATUSES, Deed, Sense, deeds
from auditor.extract.events.subjects import named_after_comma, person_after, subject
from auditor.extract.people.persons import is_dated
from auditor.extract.quantity.numbers import first_words
from auditor.extract.speech.verbs import speech
from auditor.extract.words import WORD, bare
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Claim, Modality, Span, Stage

_PERSON = Sense("", "", "", "past", frozenset(("person",)))
_MODAL = FUNCTION_WORDS.modal
_NOT = STATUSES.denying
_BEING = BE | STATUSES.lasting
_LEADING = _BEING | PERFECT | _MODAL | FUTURE | FUNCTION_WORDS.among_auxiliaries | _NOT
_MEANING = FUTURE | _MODAL | FUNCTION_WORDS.do_not | _NOT
_OBJECT = FUNCTION_WORDS.determiners | FUNCTION_WORDS.all_of | FUNCTION_WORDS.before_figures | first_words()
_JOINED = pattern("events", "besides")
_OF_WORDS = pattern("events", "of_words")
_GOES_ON = (
    (FUNCTION_WORDS.adverbial | FUNCTION_WORDS.phrase_stops) - FUNCTION_WORDS.pronouns
    | FUNCTION_WORDS.times
    | FUNCTION_WORDS.near_days
    | FUNCTION_WORDS.boundaries
)
_NEXT = re.compile(r" ([\w$€£¥’'-]+)")
_GOES_WITH = re.compile(r"[\w-]")
_NEVER = STATUSES.doubting | FUNCTION_WORDS.determiners
_NO_NAME = pattern("events", "no_name")
"""A word in small letters at the end of a phrase, which is no person's name then."""
_SET_OFF = pattern("events", "set_off")
_TIED = STATUSES.tied | FUNCTION_WORDS.times | FUNCTION_WORDS.near_days | FUNCTION_WORDS.since
_ON = pattern("events", "to_do")
_TURNED = pattern("events", "turned")
_REACH = 24
Found = tuple[int, int, str, bool]
"""Start and end of the statement, the thing, and whether there is none such."""


def done(document: Document, meaning: Meaning, told: Sequence[Claim]) -> list[Claim]:
    """Return a claim for each statement of what has come to a thing, but for those told already.

    Args:
        document: The document.
        meaning: Whom its pronouns mean.
        told: The stages that are told of things of known kinds, in order.
    """
    ends = [claim.end for claim in told]
    claims: list[Claim] = []
    past = 0
    for start, word in document.triggers.of["deed"]:
        index = bisect_left(ends, start)
        if start < past or (index < len(told) and told[index].start <= start):
            continue
        last = claims[-1] if claims else None
        claim = _claim(document, meaning, start, word, last)
        if claim is not None:
            claims.append(claim)
            past = claim.end
    return claims


def _claim(document: Document, meaning: Meaning, start: int, word: str, last: Claim | None) -> Claim | None:
    """The claim of one word; what stands right before and behind it tells fast that there is none."""
    text, end = document.text, start + len(word)
    found = (one for one in deeds()[word] if text.startswith(one.tail, end) and text.endswith(one.led, 0, start))
    deed = next(found, None)
    if deed is None:
        return None
    start, end = start - len(deed.led), end + len(deed.tail)
    before = text[max(0, start - _REACH) : start].split() if text[start - 1 : start].isspace() else []
    nearest = before[-1].lower() if before else ""
    turned = _GOES_WITH.match(text, end) or (not deed.tail and _TURNED.match(text, end))
    if turned or nearest in _NEVER or bare(nearest) != nearest:
        return None
    return _Deed(document, meaning, (start, end), deed).claim(nearest, last)


class _Deed:
    """A deed that is told, with what stands around it."""

    def __init__(self, document: Document, meaning: Meaning, span: Span, deed: Deed) -> None:
        self.document, self.text, self.meaning = document, document.text, meaning
        self.start, self.end, self.deed = *span, deed
        self.sentence = document.sentence_at(span[0])

    @cached_property
    def lead(self) -> Lead:
        """The words before it, modal verbs among its auxiliaries."""
        return Lead(self.text, self.start, self.sentence, modal=True)

    def claim(self, nearest: str, last: Claim | None) -> Claim | None:
        """The status told here, if there is one, given the word before and the last status found."""
        if last is not None and self.sentence[0] <= last.start:
            joined = _JOINED.fullmatch(self.text, last.end, self.start)
            if joined is not None and (joined["passive"] or not self._has_object()):
                return self.joined(last, denied=bool(joined["not"] or joined["never"]))
        meant = nearest in _MEANING and self.deed.tells("base", "done", "alone", "coming")
        if meant or nearest in FUNCTION_WORDS.single["to"] or nearest in FUTURE | _MODAL:
            return self.meant()
        return self.told() if nearest in _LEADING or nearest.endswith(ENDINGS.adverb) else self.plain()

    def told(self) -> Claim | None:
        """What auxiliaries lead to: "the walkout was called off", "has recalled 11,400 packs", "had vanished"."""
        words = self.lead.auxiliaries
        if "being" in words or words >= {"had", "to"} or words >= {"have", "to"}:
            return None
        if not words.isdisjoint(_BEING):
            told = self.deed.tells("past", "done", "suffered", "state") and not _OF_WORDS.match(self.text, self.end)
            return self._made(self._before()) if told and self.lead.first not in FUNCTION_WORDS.single["to"] else None
        if words.isdisjoint(PERFECT):
            return self.plain()
        if self.deed.tells("past", "alone") and self._ends():
            return self._made(self._before())
        return self._made(self._after()) if self.deed.tells("past", "done") else None

    def meant(self) -> Claim | None:
        """What is meant to be done, or was not: "will reopen", "plans to sell the unit", "did not sign the treaty"."""
        nearest, second = self.lead.words[:2]
        if nearest in FUNCTION_WORDS.single["to"] and second not in STATUSES.intent | BE | STATUSES.decided:
            return None
        if nearest in _NOT and self.lead.undone() is None and self.lead.auxiliaries.isdisjoint(FUTURE | _MODAL):
            return None
        if self.deed.tells("base", "alone", "coming") and self._ends():
            return self._made(self._before())
        return self._made(self._after()) if self.deed.tells("base", "done") else None

    def joined(self, last: Claim, *, denied: bool) -> Claim | None:
        """What else has come to the thing told of before: "was seized and sold", "postponed, not cancelled"."""
        told = self.deed.tells("past", "done", "suffered", "state", "alone")
        if not told or not isinstance(last.value, Stage) or (last.modality == "denied" and not denied):
            return self.plain()
        return self._claim(self.start, self.end, last.value.thing, modality="denied" if denied else last.modality)

    def plain(self) -> Claim | None:
        """What no auxiliary leads to: "recalled the toys", "the strike ended", "the house, sold in 1974"."""
        apart = _SET_OFF.search(self.text, max(self.sentence[0], self.start - _REACH), self.start)
        set_off = apart.start() if apart is not None else None
        found: Found | None = None
        if self.deed.tells("ing", "done"):
            found = self._after() if set_off is not None or self.text.endswith(" and ", 0, self.start) else None
        elif self.deed.tells("past", "left"):
            return self._left()
        elif self._has_object():
            found = self._after() if self.deed.tells("past", "done") else None
        elif self.deed.tells("past", "alone"):
            found = self._before() if self._ends() else None
        elif self.deed.tells("past", "done", "suffered"):
            found = self._described(set_off=set_off)
        return self._made(found)

    def _left(self) -> Claim | None:
        """What something leaves: "left 40 people homeless"."""
        noun = noun_after(self.text, self.end + 1, self.sentence[1], results=STATUSES.deeds.left)
        word = WORD.match(self.text, noun.end + 1, self.sentence[1]) if noun is not None else None
        if noun is None or word is None or word.group() not in STATUSES.deeds.left:
            return None
        return self._claim(self.start, word.end(), noun.name, stage=word.group())

    def _made(self, found: Found | None) -> Claim | None:
        if found is None:
            return None
        start, end, thing, nobody = found
        return self._claim(start, end, thing, modality="denied" if nobody else _modality(self.lead))

    def _claim(self, start: int, end: int, thing: str, *, stage: str = "", modality: Modality = "stated") -> Claim:
        value = Stage(thing, stage or self.deed.stage)
        claim = Claim("status", start, end, self.text[start:end], value, field=self.document.field)
        claim.modality = modality
        return claim

    def _before(self) -> Found | None:
        """The thing before the verb and its auxiliaries: "the walkout was called off", "four climbers died"."""
        start = self.lead.start
        return self._person(start, self.lead.first) or self._noun(noun_before(self.text, start, self.sentence))

    def _described(self, *, set_off: int | None) -> Found | None:
        """The thing that a participle tells of: "the house, sold in 1974", "the loan approved by the board"."""
        following = WORD.match(self.text, self.end + 1, self.sentence[1])
        tied = self.text.startswith(",", self.end) if following is None else following.group() in _TIED
        spoken = self.text[self.start : self.end] in speech().finite
        by = self.text.startswith(" by ", self.end)
        if not tied or not (by or (set_off is not None and not spoken)):
            return None
        end = self.start if set_off is None else set_off
        person = self._person(end, "") if set_off is not None else None
        return person or self._noun(noun_before(self.text, end, self.sentence, nearest=True))

    def _person(self, end: int, auxiliary: str) -> Found | None:
        if _NO_NAME.search(self.text, max(self.sentence[0], end - _REACH), end):
            return None
        named = named_after_comma(self.text, end, self.sentence[0])
        if named is not None:
            return named.start, self.end, named.name, False
        person = subject(self.document, end, _PERSON, self.sentence, auxiliary)
        person = person or self.meaning.person(end, self.sentence[0])
        return (person[0], self.end, person[1], False) if person is not None else None

    def _noun(self, noun: Noun | None) -> Found | None:
        return None if noun is None else (noun.start, self.end, noun.name, noun.nobody)

    def _after(self) -> Found | None:
        """The thing behind an active verb: "recalled 11,400 packs", "sold the house"."""
        person = person_after(self.document, self.end, self.sentence[1])
        if person is not None:
            return self.start, person[0], person[1], False
        noun = noun_after(self.text, self.end + 1, self.sentence[1])
        return None if noun is None else (self.start, noun.end, noun.name, noun.nobody)

    def _has_object(self) -> bool:
        """Whether something follows that is no adverb, preposition or the end."""
        following = _NEXT.match(self.text, self.end)
        if following is None:
            return False
        word = following[1]
        return word.lower().partition("-")[0] in _OBJECT or not word[0].islower()

    def _ends(self) -> bool:
        """Whether nothing follows that a verb of what something does itself has not behind it."""
        following = _NEXT.match(self.text, self.end)
        if following is None:
            return True
        word = following[1].lower()
        return (word in _GOES_ON or word.endswith(ENDINGS.adverb) or is_dated(following[1])) and not _ON.match(
            self.text, self.end
        )


def _modality(lead: Lead) -> Modality:
    """How sure the auxiliaries are."""
    words = lead.auxiliaries
    if not words.isdisjoint(_NOT):
        return "denied"
    if not words.isdisjoint(_MODAL):
        if words.isdisjoint(FUNCTION_WORDS.foretelling) or not words.isdisjoint(PERFECT):
            return "proposed" if not words.isdisjoint(FUNCTION_WORDS.obliging) else "hypothetical"
        return "planned"
    if words.isdisjoint(FUTURE) and "to" not in lead.words[:2]:
        return "stated"
    return "planned" if words.isdisjoint(STATUSES.foreseen) else "expected"
