"""The grammatical subject of a clause, by rule; empty where it is not clear."""

import re

from auditor.extract.people.persons import is_opener
from auditor.extract.people.titles import lexicon
from auditor.extract.speech.verbs import finite, measures, speech
from auditor.extract.speech.voices import Voices
from auditor.extract.words import WORD, bare, members
from auditor.model import Span

_BE = members("is are was were be been being")
_PASSIVE = _BE | {"has", "have", "had", "will"}
_BY = re.compile(r"\bby[ \u00a0](?:the[ \u00a0])?")
_AGENT_ENDS = re.compile(r"[.,;:!?”\"\n]| (?:in|on|at|after|before|since|for|with|to|during|as|from)\b")
_ADVERBIAL = members(
    "to in on at by during after before since for with under last this together despite amid through from as "
    "when while if according until within across over between among",
)
_LOOSE = members(
    "and but so then also still today yesterday tomorrow now overall however meanwhile instead finally "
    "moreover nearly first second later earlier separately currently",
)
_SET_OFF = _ADVERBIAL | _LOOSE
_NO_SUBJECT = members(
    "the a an its their his her our this that these those of in on at by for from to with and or new "
    "recent no own some any more most total annual other",
)
_PREPOSITION = re.compile(
    r"[ \u00a0](?:of|in|at|for|from|on|by|to|with|near|across|including|as)[ \u00a0](?:the[ \u00a0])?"
)
_DROPPED = re.compile(
    r"^(?:(?:the|an?|its|their|this|that|these|those|his|her|our|my|both|all)[ \u00a0])+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[ \u00a0,]+(?:also|already|together|now|each|all|both|alone|then|further|[a-z]+ly)$")
_JOINT = re.compile(r", and |, | and ")
_PARTING = re.compile(r", | and ")
_CONTRACTED = re.compile("['’]")
_DIGIT = re.compile(r"\d")
_MOST = 90
_MOST_WORDS = 14
_LONGEST = 9
_PAIR = 2
_UNCLEAR = members(
    "it they we i you this that these those there which who what one some many most others",
)


Opening = tuple[int, re.Match[str] | None]
"""Where a clause's subject may begin, and the first finite verb after it."""


def opening(text: str, clause: Span) -> Opening:
    """How a clause opens; the same for every claim in it."""
    start = _begin(text, clause)
    return start, _verb(text, start, clause[1])


def subject(text: str, clause: Span, opened: Opening, claim: Span, voices: Voices) -> tuple[str, ...]:
    """The subject of a claim's clause, as names or noun phrases; by whom, if it is passive; empty if unclear."""
    start, verb = opened
    if verb is None:
        return ()
    if verb.end() <= claim[0] and verb.group() in speech().reporting:
        inner = _begin(text, (verb.end(), clause[1]))
        said = _verb(text, inner, clause[1])
        if said is not None:
            start, verb = inner, said
    start, verb = _nearer(text, start, verb, claim[0])
    if claim[0] < verb.start():
        return _agent(text, verb, clause)
    return _named(text, start, verb.start(), voices)


def _nearer(text: str, start: int, verb: re.Match[str], claim: int) -> tuple[int, re.Match[str]]:
    """A later clause before a claim, where a comma or "and" parts it and it has a subject and a verb of its own."""
    parted = [match.end() for match in _PARTING.finditer(text, verb.end(), max(claim, verb.end()))]
    if not parted:
        return start, verb
    begin = _begin(text, (parted[-1], claim))
    own = _verb(text, begin, claim)
    return (begin, own) if own is not None else (start, verb)


def _begin(text: str, clause: Span) -> int:
    """Where the clause's subject may begin: after adverbials that a comma closes, and after loose adverbs."""
    start = clause[0]
    for _ in range(4):
        word = WORD.search(text, start, min(clause[1], start + 40))
        if word is None:
            return start
        lowered = word.group().lower()
        comma = text.find(",", word.end(), min(clause[1], word.end() + _MOST))
        if comma == word.end() and (lowered in _SET_OFF or lowered.endswith(("ly", "ing"))):
            start = comma + 1
        elif lowered in _LOOSE:
            start = word.end()
        elif lowered in _ADVERBIAL or lowered.endswith("ing"):
            if comma < 0:
                return word.start()
            start = comma + 1
        else:
            return word.start()
    return start


def _verb(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The first finite verb after a position, near enough to belong to the words there."""
    verbs, previous, end = finite(), "", start
    for count, word in enumerate(WORD.finditer(text, start, min(limit, start + _MOST + 40))):
        token = word.group()
        if count and (token in verbs.sure or token in verbs.bare) and not text.startswith(" of", word.end()):
            lowered = previous.lower()
            plural = lowered.endswith("s") or previous[0].isupper() or lowered in {"we", "they", "i", "you", "people"}
            figure = _DIGIT.search(text, end, word.start()) is not None
            if (figure or lowered not in _NO_SUBJECT) and (token in verbs.sure or plural):
                return word
        previous = previous if token.endswith("ly") and count else token
        end = word.end()
        if count > _MOST_WORDS:
            return None
    return None


def _agent(text: str, verb: re.Match[str], clause: Span) -> tuple[str, ...]:
    """By whom, in a passive clause: "is provided by NATO Allies"."""
    if verb.group() not in _PASSIVE:
        return ()
    match = _BY.search(text, verb.end(), min(clause[1], verb.end() + 60))
    if match is None:
        return ()
    end = _AGENT_ENDS.search(text, match.end(), clause[1])
    phrase = text[match.end() : end.start() if end else clause[1]]
    return _parts(phrase)


def _named(text: str, start: int, end: int, voices: Voices) -> tuple[str, ...]:
    phrase = text[start:end].strip(" \u00a0\n,–-“\"‘'")
    for _ in range(3):
        phrase = _TRAILING.sub("", phrase)
    if not phrase or len(phrase) > _MOST:
        return ()
    lowered = phrase.lower()
    if lowered in {"he", "she"}:
        person = voices.pronouns.meant(start, lowered)
        return (person,) if person else ()
    return _parts(phrase)


def _parts(phrase: str) -> tuple[str, ...]:
    """The names and noun phrases that commas and "and" join in a subject; none if one of them is unclear."""
    found = []
    for part in _JOINT.split(" ".join(phrase.split())):
        name = _part(_DROPPED.sub("", part))
        if name is None:
            return ()
        found.append(name)
    return tuple(dict.fromkeys(found))


def _part(phrase: str) -> str | None:
    """The subject that one part names: whose figure it is ("Acme's revenue", "the toll in Lima"), else all of it."""
    words = phrase.split()
    if (
        not words
        or len(words) > _LONGEST
        or _CONTRACTED.split(words[0].lower())[0] in _UNCLEAR
        or _DIGIT.search(phrase)
    ):
        return None
    if is_opener(words[0]) and len(words) == 1:
        return None
    pieces = _PREPOSITION.split(phrase)
    head = pieces[0].split()
    if head and head[-1].lower() in measures():
        for index, word in enumerate(head):
            if bare(word) != word and word[0].isupper():
                return " ".join([*head[:index], bare(word)])
        placed = [piece for piece in pieces[1:] if piece[:1].isupper()]
        if placed:
            return bare(placed[0])
        owner = " ".join(head[:-1])
        named = owner in lexicon().organisations or (len(head) > _PAIR and all(word[0].isupper() for word in head[:-1]))
        return owner if named else " ".join(head)
    return phrase
