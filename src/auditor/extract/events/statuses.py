"""Which stage a thing has reached: decided, signed, postponed, opened, arrested."""

from collections.abc import Sequence

from auditor.extract.document import Document
from auditor.extract.events import deeds
from auditor.extract.events.described import is_headline
from auditor.extract.events.lead import BE, FUTURE, PERFECT, Lead
from auditor.extract.events.meaning import Meaning
from auditor.extract.events.phrases import ARTICLES, phrase_at
from auditor.extract.events.stages import STATUSES, Sense, place, progress
from auditor.extract.events.subjects import person_after, subject, thing
from auditor.extract.people.persons import is_dated
from auditor.extract.speech.verbs import finite
from auditor.extract.triggers import Trigger
from auditor.extract.words import WORD, tokens_before
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Claim, Stage

_AWAY = frozenset(f" {word}" for word in word_set("events", "away"))
_OPEN = frozenset(("opened", "closed", "reopened"))
_WHEN = pattern("events", "when")
_ON = pattern("events", "goes_on_with")
_DECIDED = frozenset(("plan", "law", "agreement", "body", "facility", "event"))
"""Kinds of things that somebody may decide to make or to do."""
_JOINED = pattern("events", "joined")
_GOES_ON = pattern("events", "goes_on")
_OF = " of "
Found = tuple[int, int, str, str]
"""Start and end of the statement, the thing, its stage."""


def statuses(document: Document, found: Sequence[Claim] = ()) -> list[Claim]:
    """Return a claim for each statement that a definite thing or person has reached a stage, or has not.

    Args:
        document: The document.
        found: Its other claims; who speaks in its quotations helps to tell whom "he" means.
    """
    claims: list[Claim] = []
    meaning = Meaning(document, found)
    done = 0
    phrases, nouns = progress().phrases, progress().nouns
    verbs = {*progress().verbs, *progress().alone, *STATUSES.decided}
    for start, word in document.triggers.of["stage"]:
        if start < done or not (
            word in verbs
            or (word in phrases and _opens(document.text, start, word))
            or (word in nouns and document.text.startswith(_OF, start + len(word)))
        ):
            continue
        last = claims[-1] if claims else None
        claim = _Hit(document, Trigger(start, start + len(word), word), meaning, last).claim()
        if claim is not None:
            claims.append(claim)
            done = claim.end
    return [*claims, *deeds.done(document, meaning, claims)]


def _opens(text: str, start: int, word: str) -> bool:
    """Whether a word opens one of the phrases of the tables that start with it."""
    return any(text.startswith(tail, start + len(word)) for tail, _ in progress().phrases[word])


class _Hit:
    """A word that may tell of a stage, with what stands around it."""

    def __init__(self, document: Document, hit: Trigger, meaning: Meaning, last: Claim | None) -> None:
        self.document, self.text, self.hit = document, document.text, hit
        self.meaning, self.last = meaning, last
        self.sentence = document.sentence_at(hit.start)
        self.lead = Lead(document.text, hit.start, self.sentence)
        self.auxiliaries = self.lead.auxiliaries

    def claim(self) -> Claim | None:
        """The status that is told here, if there is one."""
        if any(word in STATUSES.negated for word in self.lead.words[:3]):
            return None
        found = self._found()
        if found is None:
            return None
        start, end, named, stage = found
        led = tokens_before(self.text, start, self.sentence[0])[:1]
        if led and led[0].group().lower() in FUNCTION_WORDS.conditional:
            return None
        claim = Claim("status", start, end, self.text[start:end], Stage(named, stage), field=self.document.field)
        if not STATUSES.denying.isdisjoint(self.lead.words[:3]):
            claim.modality = "denied"
        return claim

    def _found(self) -> Found | None:
        word = self.hit.word
        found = self._decided() if word in STATUSES.decided else None
        for sense in () if found else progress().verbs.get(word, ()):
            found = self._active(sense) or self._passive(sense) or self._of_itself(sense)
            if found is not None:
                return found
        for sense in () if found else progress().alone.get(word, ()):
            found = self._by_itself(sense)
            if found is not None:
                return found
        return found or self._told() or self._joined() or self._named()

    def _thing_after(self, start: int, end: int, sense: Sense) -> Found | None:
        phrase = phrase_at(self.text, end, self.sentence[1])
        named, last = thing(self.text, phrase, sense.kinds, self.sentence[1])
        return (start, last, named, sense.stage) if named is not None else None

    def _decided(self) -> Found | None:
        """The thing after the second verb of "decided to create a new X"."""
        following = list(WORD.finditer(self.text, self.hit.end, min(self.sentence[1], self.hit.end + 60)))[:2]
        if len(following) < 2 or following[0].group() not in FUNCTION_WORDS.single["to"]:  # noqa: PLR2004 - and a verb
            return None
        second = following[1]
        if second.group() in STATUSES.undoing:
            return None
        start = second.end() + (3 if self.text.startswith(" up", second.end()) else 0)
        senses = [s for s in progress().verbs.get(second.group(), ()) if s.track == "event" and s.stage != "held"]
        stage = senses[0].stage if senses else "decided"
        return self._thing_after(self.hit.start, start, Sense("", stage, "", "", _DECIDED))

    def _active(self, sense: Sense) -> Found | None:
        """Somebody does it: "endorsed the roadmap", "will approve a plan", "did not sign the treaty"."""
        start, stage, nearest = self.hit.start, sense.stage, self.lead.words[0]
        if sense.form == "base":
            undone = self.lead.undone()
            begin = undone if undone is not None else self.lead.intention()
            if begin is None or (undone is None and (not sense.intent or place(stage) == place(sense.intent))):
                return None
            start, stage = begin, stage if undone is not None else sense.intent
        elif nearest in BE or nearest in ARTICLES or (sense.form == "third" and nearest in PERFECT):
            return None
        if "person" in sense.kinds:
            return self._person_after(start, stage, self.hit.end)
        return self._thing_after(start, self.hit.end, sense._replace(stage=stage))

    def _person_after(self, start: int, stage: str, end: int) -> Found | None:
        found = person_after(self.document, end, self.sentence[1])
        return (start, *found, stage) if found is not None else None

    def _before_chain(self, sense: Sense, end: int) -> Found | None:
        """The thing or person before the auxiliaries, or before the verb where there are none, told of up to an end."""
        start = self.lead.start
        found = subject(self.document, start, sense, self.sentence, self.lead.first)
        if found is None and "person" in sense.kinds:
            found = self.meaning.person(start, self.sentence[0])
        return (found[0], end, found[1], sense.stage) if found is not None else None

    def _passive(self, sense: Sense) -> Found | None:
        """It is done to the thing: "the summit was postponed", "X has been arrested", "the bill will be signed"."""
        if sense.form != "past" or (self.auxiliaries.isdisjoint(BE | STATUSES.lasting) and not self._is_clipped()):
            return None
        stage = sense.stage
        if self.auxiliaries >= {"had", "to"}:
            return None
        if self.auxiliaries & FUTURE or {"to", "be"} <= self.auxiliaries or "being" in self.auxiliaries:
            stage = sense.intent
        return self._before_chain(sense._replace(stage=stage), self.hit.end) if stage else None

    def _is_clipped(self) -> bool:
        """Whether a headline leaves out the form of "be": "Man charged over …"."""
        if self.lead.chain or not is_headline(self.text, self.sentence):
            return False
        following = WORD.match(self.text, self.hit.end + 1, self.sentence[1])
        return not self.text.startswith(" ", self.hit.end) or (
            following is not None and following.group() in STATUSES.tied
        )

    def _by_itself(self, sense: Sense) -> Found | None:
        """A person resigns, a bridge collapses."""
        told = sense.form == "past" or (sense.form == "third" and is_headline(self.text, self.sentence))
        if not told or self.auxiliaries & (BE | FUTURE | {"to"}) or _ON.match(self.text, self.hit.end):
            return None
        following = WORD.match(self.text, self.hit.end + 1, self.sentence[1])
        if following is not None and _is_object(following.group()):
            return None
        return self._before_chain(sense, self.hit.end)

    def _of_itself(self, sense: Sense) -> Found | None:
        """A building opens or closes, and the text says when: "the library opened on Monday"."""
        if sense.form != "past" or sense.track != "construction" or sense.stage not in _OPEN or self.lead.chain:
            return None
        if _WHEN.match(self.text, self.hit.end, self.sentence[1]) is None:
            return None
        return self._before_chain(sense, self.hit.end)

    def _named(self) -> Found | None:
        """A noun of what has come to it before: "after the arrest of X", "following the collapse of the bridge"."""
        senses = progress().nouns.get(self.hit.word, ())
        if not senses or not self.text.startswith(_OF, self.hit.end):
            return None
        article = self.lead.words[0] in ARTICLES
        if self.lead.words[article] not in STATUSES.past:
            return None
        start = self.lead.before[0].start() if article else self.hit.start
        for sense in senses:
            found = (
                self._person_after(start, sense.stage, self.hit.end + len(_OF) - 1)
                if "person" in sense.kinds
                else self._thing_after(start, self.hit.end + len(_OF) - 1, sense)
            )
            if found is not None:
                return found
        return None

    def _joined(self) -> Found | None:
        """What the person told of before has come to besides: "was arrested on Monday and charged with fraud"."""
        hit, last = self.hit, self.last
        if last is None or last.start < self.sentence[0]:
            return None
        if last.modality == "denied" or not isinstance(last.value, Stage):
            return None
        between = _JOINED.fullmatch(self.text, last.end, hit.start)
        if between is None or any(word.group() in finite().sure for word in WORD.finditer(between[1])):
            return None
        known = place(last.value.stage)
        for tail, sense in self._endings():
            end = hit.end + len(tail)
            alike = "person" in sense.kinds and known is not None and known[0] == sense.track
            if alike and self.text.startswith(tail, hit.end) and _GOES_ON.match(self.text, end) is not None:
                return hit.start, end, last.value.thing, sense.stage
        return None

    def _endings(self) -> list[tuple[str, Sense]]:
        """What may follow the word, and what it then tells."""
        verbs = [("", sense) for sense in progress().verbs.get(self.hit.word, ()) if sense.form == "past"]
        return [*progress().phrases.get(self.hit.word, ()), *verbs]

    def _told(self) -> Found | None:
        """A phrase after the thing: "is under construction", "went on trial"."""
        hit = self.hit
        ahead = self.text[hit.end : min(self.sentence[1], hit.end + 40)].replace("\n", " ")
        for tail, sense in progress().phrases.get(hit.word, ()):
            if not ahead.startswith(tail) or ahead[len(tail) : len(tail) + 1].isalnum():
                continue
            if not self.lead.chain and tail in _AWAY:
                away = self._thing_after(hit.start, hit.end + len(tail), sense)
                if away is not None:
                    return away
            clipped = not self.lead.chain and is_headline(self.text, self.sentence)
            told = clipped or not self.auxiliaries.isdisjoint(BE | STATUSES.lasting)
            if not (told or hit.word in STATUSES.verbal) or "to" in self.auxiliaries:
                continue
            if "will" in self.auxiliaries and self.auxiliaries.isdisjoint(STATUSES.lasting):
                continue
            found = self._before_chain(sense, hit.end + len(tail))
            if found is not None:
                return found
        return None


def _is_object(word: str) -> bool:
    """Whether a word right behind a verb tells what was left or stopped: "quit smoking", "quit Labour"."""
    return (word[0].isupper() and not is_dated(word)) or (
        word.endswith(ENDINGS.progressive) and word not in STATUSES.tied
    )
