"""Which stage a thing has reached: decided, signed, postponed, opened, arrested."""

import re

from auditor.extract.document import Document
from auditor.extract.events.phrases import ARTICLES, Phrase, phrase_at
from auditor.extract.events.stages import Sense, place, progress
from auditor.extract.people.persons import person_at, person_before
from auditor.extract.triggers import Trigger
from auditor.extract.words import WORD, is_gap, members, tokens_before
from auditor.model import Claim, Span, Stage

__all__ = ["place", "statuses"]

_BE = members("was were is are be been being got gets")
_CHAIN = _BE | members(
    "has have had will to just now also already finally officially formally since still",
)
_FUTURE = frozenset(("will", "shall", "'ll", "’ll"))
_PERFECT = frozenset(("has", "have", "had"))
_AGE = re.compile(r"(?:, (?:aged )?\d{1,3},)? $")
_STARTERS = members(
    "that and but which because said says as if when while where after before since although though",
)
_VERBAL = members("took takes came comes went goes stood stands got gets entered passed pleaded")
_LEFT = 14
_DECIDED = frozenset(("plan", "law", "agreement", "body", "facility", "event"))


def statuses(document: Document) -> list[Claim]:
    """Return a claim for each statement that a definite thing or person has reached a stage."""
    claims: list[Claim] = []
    done = 0
    phrases, verbs = progress().phrases, {*progress().verbs, *progress().decided}
    for start, word in document.triggers.of["stage"]:
        if start < done or not (word in verbs or (word in phrases and _opens(document.text, start, word))):
            continue
        claim = _claim(document, Trigger(start, start + len(word), word))
        if claim is not None:
            claims.append(claim)
            done = claim.end
    return claims


def _opens(text: str, start: int, word: str) -> bool:
    """Whether a word opens one of the phrases of the tables that start with it."""
    return any(text.startswith(tail, start + len(word)) for tail, _ in progress().phrases[word])


def _claim(document: Document, hit: Trigger) -> Claim | None:
    sentence = document.sentence_at(hit.start)
    before = tokens_before(document.text, hit.start, sentence[0], 90)
    lowered = [token.group().lower() for token in before[:4]]
    word = hit.word
    if any(other in progress().negated for other in lowered[:3]):
        return None
    if word in progress().decided:
        found = _decided(document.text, hit, sentence)
        if found is not None:
            return _made(document, *found)
    for sense in progress().verbs.get(word, ()):
        found = (
            _active(document.text, hit, sense, before, sentence)
            or _passive(document.text, hit, sense, before, sentence)
            or _of_itself(document.text, hit, sense, sentence)
        )
        if found is not None:
            return _made(document, *found)
    return _told(document, hit, before, sentence)


def _made(document: Document, start: int, end: int, thing: str, stage: str) -> Claim:
    return Claim("status", start, end, document.text[start:end], Stage(thing, stage), field=document.field)


_AWAY = frozenset((" down", " off"))
_OPEN = frozenset(("opened", "closed"))
_WHEN = re.compile(
    r" (?:to the public\b|yesterday\b|last (?:week|month|year|night)\b|on [A-Z][a-z]+day\b"
    r"|in (?:[12]\d{3}|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)\b)"
)
Found = tuple[int, int, str, str]


def _decided(text: str, hit: Trigger, sentence: Span) -> Found | None:
    """The thing after the second verb of "decided to create a new X"."""
    following = list(WORD.finditer(text, hit.end, min(sentence[1], hit.end + 60)))[:2]
    if [word.group() for word in following[:1]] != ["to"] or following[-1] is following[0]:
        return None
    second = following[1]
    start = second.end() + (3 if text.startswith(" up", second.end()) else 0)
    phrase = phrase_at(text, start, sentence[1])
    thing = _thing(text, phrase, _DECIDED)
    if phrase is None or thing is None:
        return None
    senses = [s for s in progress().verbs.get(second.group(), ()) if s.track == "event" and s.stage != "held"]
    return hit.start, phrase.end, thing, senses[0].stage if senses else "decided"


def _active(text: str, hit: Trigger, sense: Sense, before: list[re.Match[str]], sentence: Span) -> Found | None:
    """Somebody does it: "endorsed the roadmap", "will approve a plan", "are preparing to endorse X"."""
    lowered = [token.group().lower() for token in before[:3]] + ["", "", ""]
    start, stage = hit.start, sense.stage
    if sense.form == "base":
        lead = _lead(text, before, lowered, sentence)
        if lead is None or not sense.intent or place(stage) == place(sense.intent):
            return None
        start, stage = lead, sense.intent
    elif lowered[0] in _BE or lowered[0] in ARTICLES or (sense.form == "third" and lowered[0] in _PERFECT):
        return None
    if "person" in sense.kinds:
        return _person_after(text, hit, start, stage, sentence)
    phrase = phrase_at(text, hit.end, sentence[1])
    thing = _thing(text, phrase, sense.kinds)
    return (start, phrase.end, thing, stage) if phrase is not None and thing is not None else None


def _lead(text: str, before: list[re.Match[str]], lowered: list[str], sentence: Span) -> int | None:
    """Where the intention before a bare verb begins; None if there is none."""
    if lowered[0] in _FUTURE:
        return before[0].start()
    if lowered[0] == "to" and lowered[1] in progress().intent | _BE:
        return before[1].start()
    headline = text[sentence[1] - 1] not in '.!?”"'
    if lowered[0] == "to" and headline and len(before) > 1 and before[1].group()[0].isupper():
        return before[0].start()
    return None


def _person_after(text: str, hit: Trigger, start: int, stage: str, sentence: Span) -> Found | None:
    person = person_at(text, hit.end + 1, sentence[1])
    if person is None or " " not in person.name or not is_gap(text[hit.end : hit.end + 1]):
        return None
    return start, person.end, person.name, stage


def _passive(text: str, hit: Trigger, sense: Sense, before: list[re.Match[str]], sentence: Span) -> Found | None:
    """It is done to the thing: "the summit was postponed", "X has been arrested", "the bill will be signed"."""
    if sense.form != "past":
        return None
    chain = _chain(text, hit.start, before)
    if not chain or not any(token.group().lower() in _BE for token in chain):
        return None
    words = {token.group().lower() for token in chain}
    stage = sense.stage
    if words & _FUTURE or ("to" in words and "be" in words) or "being" in words:
        stage = sense.intent
    found = _subject(text, chain[-1].start(), sense, sentence)
    if found is None or not stage:
        return None
    return found[0], hit.end, found[1], stage


def _chain(text: str, end: int, before: list[re.Match[str]]) -> list[re.Match[str]]:
    """The auxiliaries directly before a verb, the nearest first."""
    chain = []
    for token in before:
        word = token.group().lower()
        if not is_gap(text[token.end() : end]) or not (word in _CHAIN or word in progress().intent):
            break
        chain.append(token)
        end = token.start()
    return chain


def _subject(text: str, end: int, sense: Sense, sentence: Span) -> tuple[int, str] | None:
    """The thing or person whose name ends before an auxiliary."""
    if "person" in sense.kinds:
        age = _AGE.search(text, max(sentence[0], end - 14), end)
        person = person_before(text, age.start() if age else end, sentence[0])
        return (person.start, person.name) if person is not None else None
    tokens = tokens_before(text, end, sentence[0])[:_LEFT]
    starts, edge = [], end
    for token in tokens:
        gap = text[token.end() : edge]
        if not is_gap(gap) and gap != ", ":
            break
        if token.group().lower() in _STARTERS:
            break
        starts.append(token.start())
        edge = token.start()
    for start in reversed(starts):
        phrase = phrase_at(text, start, end)
        if phrase is not None and phrase.start == start and is_gap(text[phrase.end : end]):
            thing = _thing(text, phrase, sense.kinds)
            if thing is not None:
                return start, thing
    return None


def _told(document: Document, hit: Trigger, before: list[re.Match[str]], sentence: Span) -> Claim | None:
    """A phrase after the thing: "is under construction", "went on trial"."""
    text = document.text
    ahead = text[hit.end : min(sentence[1], hit.end + 40)].replace("\n", " ")
    for tail, sense in progress().phrases.get(hit.word, ()):
        if not ahead.startswith(tail) or ahead[len(tail) : len(tail) + 1].isalnum():
            continue
        chain = _chain(text, hit.start, before)
        done = _done_away(text, hit, tail, sense, sentence) if not chain else None
        if done is not None:
            return _made(document, *done)
        verbal = hit.word in _VERBAL
        if (not chain or chain[0].group().lower() not in _BE) and not verbal:
            continue
        if any(token.group().lower() in {"to", "will"} for token in chain):
            continue
        found = _subject(text, chain[-1].start() if chain else hit.start, sense, sentence)
        if found is not None:
            return _made(document, found[0], hit.end + len(tail), found[1], sense.stage)
    return None


def _done_away(text: str, hit: Trigger, tail: str, sense: Sense, sentence: Span) -> Found | None:
    """Somebody does it with a verb of two words: "struck down the Act", "called off the summit"."""
    if tail not in _AWAY:
        return None
    end = hit.end + len(tail)
    phrase = phrase_at(text, end, sentence[1])
    thing = _thing(text, phrase, sense.kinds)
    return (hit.start, phrase.end, thing, sense.stage) if phrase is not None and thing is not None else None


def _of_itself(text: str, hit: Trigger, sense: Sense, sentence: Span) -> Found | None:
    """A building opens or closes, and the text says when: "the library opened on Monday"."""
    if sense.form != "past" or sense.track != "construction" or sense.stage not in _OPEN:
        return None
    if _WHEN.match(text, hit.end, sentence[1]) is None:
        return None
    found = _subject(text, hit.start, sense, sentence)
    return (found[0], hit.end, found[1], sense.stage) if found is not None else None


def _thing(text: str, phrase: Phrase | None, kinds: frozenset[str]) -> str | None:
    """The name of a thing of one of the kinds, without article and adjectives; None where it is not a definite one."""
    if phrase is None:
        return None
    head = phrase.head.lower()
    known = progress().heads
    held = (
        known.get(head)
        or known.get(head.removesuffix("s"))
        or (known.get(head[:-3] + "y") if head.endswith("ies") else None)
    )
    if not held or not held & kinds:
        return None
    words = list(phrase.words)
    dropped = 0
    while len(words) > 1 and words[0].lower() in progress().describing:
        del words[0]
        dropped += 1
    if len(words) == 1:
        return None
    tokens = list(WORD.finditer(text, phrase.first, phrase.end))
    return " ".join(text[tokens[dropped].start() : phrase.end].split())
