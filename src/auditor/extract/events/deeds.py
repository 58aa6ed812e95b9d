"""What has come to anything, or what it did, by verbs that each tell a stage of their own: published, sold, evacuated."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from auditor.extract.document import Document
from auditor.extract.events.lead import BE, FUTURE, PERFECT, Lead
from auditor.extract.events.meaning import Meaning
from auditor.extract.events.noun_phrases import Noun, noun_after, noun_before
from auditor.extract.events.stages import Deed, Sense, deeds, table
from auditor.extract.events.subjects import named_after_comma, person_after, subject
from auditor.extract.people.persons import is_dated
from auditor.extract.quantity.numbers import first_words
from auditor.extract.speech.verbs import speech
from auditor.extract.words import WORD, bare
from auditor.language.function_words import FUNCTION_WORDS
from auditor.model import Claim, Modality, Span, Stage

_PERSON = Sense("", "", "", "past", frozenset(("person",)))
_MODAL = FUNCTION_WORDS.modal
_NOT = table().denying
_BEING = BE | table().lasting
_LEADING = _BEING | PERFECT | _MODAL | FUTURE | FUNCTION_WORDS.among_auxiliaries | _NOT
_MEANING = FUTURE | _MODAL | FUNCTION_WORDS.do_not | _NOT
_OBJECT = FUNCTION_WORDS.determiners | FUNCTION_WORDS.all_of | FUNCTION_WORDS.before_figures | first_words()
_SURE = frozenset(("expected", "likely"))
_JOINED = re.compile(r",? (?:and|or|but)(?: (?P<not>not))? (?:later |then )?|, (?P<never>not) ")
_GOES_ON = (
    FUNCTION_WORDS.adverbial | FUNCTION_WORDS.times | FUNCTION_WORDS.near_days | FUNCTION_WORDS.boundaries
)
_NEXT = re.compile(r" ([\w$€£¥’'-]+)")
_ON = re.compile(r" to [a-z]")
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
    deed = next((one for one in deeds()[word] if text.startswith(one.tail, end) and text.endswith(one.led, 0, start)), None)
    if deed is None:
        return None
    start, end = start - len(deed.led), end + len(deed.tail)
    if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
        return None
    nearest = text[text.rfind(" ", max(0, start - _REACH), start - 1) + 1 : start - 1].lower()
    if nearest in table().doubting or nearest in FUNCTION_WORDS.determiners or bare(nearest) != nearest:
        return None
    hit = _Deed(document, meaning, (start, end), deed)
    if nearest == "to" or (nearest in _MEANING and (deed.tells("base", "done", "alone", "coming") or nearest in FUTURE | _MODAL)):
        return hit.meant()
    if nearest in _LEADING or nearest.endswith("ly"):
        return hit.told()
    if last is not None and hit.sentence[0] <= last.start and (joined := _JOINED.fullmatch(text, last.end, start)):
        return hit.joined(last, denied=bool(joined["not"] or joined["never"]))
    return hit.plain()


class _Deed:
    """A deed that is told, with what stands around it."""

    def __init__(self, document: Document, meaning: Meaning, span: Span, deed: Deed) -> None:
        self.document, self.text, self.meaning = document, document.text, meaning
        self.start, self.end, self.deed = *span, deed
        self.sentence = document.sentence_at(span[0])

    def told(self) -> Claim | None:
        """What auxiliaries lead to: "the walkout was called off", "has recalled 11,400 packs", "had vanished"."""
        lead = Lead(self.text, self.start, self.sentence, modal=True)
        words = lead.auxiliaries
        if "being" in words or words >= {"had", "to"} or words >= {"have", "to"}:
            return None
        if not words.isdisjoint(_BEING):
            if lead.first == "to":
                return None
            told = self.deed.tells("past", "done", "suffered", "state")
            return self._made(self._before(lead), lead) if told else None
        if words.isdisjoint(PERFECT):
            return self.plain()
        if self.deed.tells("past", "alone") and self._ends():
            return self._made(self._before(lead), lead)
        return self._made(self._after(), lead) if self.deed.tells("past", "done") else None

    def meant(self) -> Claim | None:
        """What is meant to be done, or was not: "will reopen", "plans to sell the unit", "did not sign the treaty"."""
        lead = Lead(self.text, self.start, self.sentence, modal=True)
        nearest, second = lead.words[:2]
        undone = lead.undone() is not None
        if nearest == "to" and second not in table().intent | BE | table().decided:
            return None
        if nearest in _NOT and not undone and lead.auxiliaries.isdisjoint(FUTURE | _MODAL):
            return None
        if self.deed.tells("base", "alone", "coming") and self._ends():
            return self._made(self._before(lead), lead)
        return self._made(self._after(), lead) if self.deed.tells("base", "done") else None

    def joined(self, last: Claim, *, denied: bool) -> Claim | None:
        """What else has come to the thing told of before: "was seized and sold", "postponed, not cancelled"."""
        if not self.deed.tells("past", "done", "suffered", "state", "alone") or not isinstance(last.value, Stage):
            return None
        if self._has_object():
            return self.plain()
        claim = self._made((self.start, self.end, last.value.thing, False), None)
        if claim is not None:
            claim.modality = "denied" if denied else last.modality
        return claim

    def plain(self) -> Claim | None:
        """What no auxiliary leads to: "recalled the toys", "the strike ended", "the house, sold in 1974"."""
        set_off = self.text[self.start - 2 : self.start] in (", ", " (")
        if self.deed.tells("ing", "done"):
            after = set_off or self.text.endswith(" and ", 0, self.start)
            return self._made(self._after(), None) if after else None
        if self.deed.tells("past", "left"):
            return self._left()
        if self._has_object():
            return self._made(self._after(), None) if self.deed.tells("past", "done") else None
        if self.deed.tells("past", "alone"):
            if not self._ends():
                return None
            return self._made(self._before(Lead(self.text, self.start, self.sentence)), None)
        by = self.text.startswith(" by ", self.end)
        if (by or (set_off and self.text[self.start : self.end] not in speech().finite)) and self.deed.tells("past", "done", "suffered"):
            return self._made(self._described(set_off=set_off), None)
        return None

    def _left(self) -> Claim | None:
        """What something leaves: "left 40 people homeless"."""
        noun = noun_after(self.text, self.end + 1, self.sentence[1], results=table().deeds.left)
        word = WORD.match(self.text, noun.end + 1, self.sentence[1]) if noun is not None else None
        if noun is None or word is None or word.group() not in table().deeds.left:
            return None
        end = word.end()
        return Claim(
            "status", self.start, end, self.text[self.start : end], Stage(noun.name, word.group()), field=self.document.field
        )

    def _made(self, found: Found | None, lead: Lead | None) -> Claim | None:
        if found is None:
            return None
        start, end, thing, nobody = found
        claim = Claim(
            "status", start, end, self.text[start:end], Stage(thing, self.deed.stage), field=self.document.field
        )
        if lead is not None:
            claim.modality = _modality(lead)
        if nobody:
            claim.modality = "denied"
        return claim

    def _before(self, lead: Lead) -> Found | None:
        """The thing before the verb and its auxiliaries: "the walkout was called off", "four climbers died"."""
        return self._person(lead.start, lead.first) or self._noun(noun_before(self.text, lead.start, self.sentence))

    def _described(self, *, set_off: bool) -> Found | None:
        """The thing that a participle tells of: "the house, sold in 1974", "the loan approved by the board"."""
        following = WORD.match(self.text, self.end + 1, self.sentence[1])
        if following is None or following.group() not in table().tied:
            return None
        end = self.start - 2 if set_off else self.start
        person = self._person(end, "") if set_off else None
        return person or self._noun(noun_before(self.text, end, self.sentence, nearest=True))

    def _person(self, end: int, auxiliary: str) -> Found | None:
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
        return (word in _GOES_ON or word.endswith("ly") or is_dated(following[1])) and not _ON.match(self.text, self.end)


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
    return "planned" if words.isdisjoint(_SURE) else "expected"
