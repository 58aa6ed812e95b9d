"""What the words of a subject name: persons, bodies and things, one or several; nothing where they leave it unclear."""

import re

from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.numbers import number_word
from auditor.extract.speech.verbs import VERBS, finite
from auditor.extract.speech.voices import Voices
from auditor.extract.words import bare
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern

_PREPOSITION = pattern("clauses", "preposition")
_DROPPED = pattern("clauses", "dropped")
_TRAILING = pattern("clauses", "trailing")
_JOINT = pattern("clauses", "joint")
_EDGES = " \u00a0\n,–-“\"‘'"
_CONTRACTED = re.compile("['’]")
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(rf"\b(?P<name>[{UPPER}][\w&]*) \d+(?=$| )")
_NAME = re.compile(rf"[{UPPER}][\w’'.-]*(?: [{UPPER}][\w’'.-]*)+")
_PARTICIPLE = pattern("clauses", "participle")
_TIMED = pattern("clauses", "timed")
_DATED = pattern("clauses", "dated")
"""When something was, behind it: "a fault on Sunday 25 June"."""
PRONOUNS = FUNCTION_WORDS.pronouns
_MOST = 90
_LONGEST = 9
_PAIR = 2


def doer(text: str, start: int, end: int, voices: Voices) -> tuple[str, ...]:
    """Whom or what the words of a subject name: one, or several that commas and "and" join; none if one is unclear."""
    words = text[start:end]
    last = _plain(words).rsplit(None, 1)[-1:]
    if last and last[0].lower() in FUNCTION_WORDS.personal:
        person = voices.pronouns.meant(start, last[0].lower())
        return (person,) if person else ()
    if not last or len(words) > _MOST or last[0].lower() in PRONOUNS:
        return ()
    parts = _parts(words, start, voices)
    found = [_doer(_DROPPED.sub("", part)) for part in parts]
    return tuple(dict.fromkeys(name for name in found if name is not None)) if None not in found else ()


def _parts(words: str, start: int, voices: Voices) -> list[str]:
    """What commas and "and" part, but for those inside a name; of what only commas part, the one that names it."""
    edges = [0]
    for joint in _JOINT.finditer(words):
        if not voices.in_name(start + joint.start()):
            edges += joint.span()
    pieces = [words[low:high] for low, high in zip(edges[::2], [*edges[1::2], len(words)], strict=True)]
    parts = [_plain(piece) for piece in pieces]
    return parts if len(parts) == 1 or " and " in words else [_apposed(parts)]


def _plain(piece: str) -> str:
    """A part of a subject without what stands around it."""
    phrase = " ".join(piece.split()).strip(_EDGES)
    return _TIMED.sub("", _DATED.sub("", _TRAILING.sub("", phrase)))


def _apposed(parts: list[str]) -> str:
    """Which of the parts that only commas join names the subject: "its chief executive, Ann Lee"."""
    described = parts[0].rpartition(" ")[2].islower() and _PREPOSITION.search(parts[0]) is None
    return parts[1] if described and _NAME.fullmatch(parts[1]) else parts[0]


def _doer(phrase: str) -> str | None:
    """The subject that one part names: whose figure it is ("Acme's revenue", "the toll in Lima"), else all of it."""
    words = phrase.split()
    if (
        not words
        or len(words) > _LONGEST
        or _CONTRACTED.split(words[0].lower())[0] in FUNCTION_WORDS.unclear_subjects
        or _PARTICIPLE.match(phrase)
        or words[0].lower() in FUNCTION_WORDS.prepositions | FUNCTION_WORDS.no_doers
        or (len(words) > 1 and words[0] in finite().past)
        or not PRONOUNS.isdisjoint(words)
        or all(is_dated(bare(word)) or word.isdigit() for word in words)
        or _DIGIT.search(_NUMBERED.sub(_kept, phrase))
        or (number_word(words[0].partition("-")[0]) and not words[-1][0].isupper())
        or (len(words) == 1 and (is_opener(words[0]) or words[0] in FUNCTION_WORDS.plain_adjectives))
    ):
        return None
    pieces = _PREPOSITION.split(phrase)
    head = pieces[0].split()
    return _of_figure(head, pieces) if head and head[-1].lower() in VERBS.measures else phrase


def _kept(match: re.Match[str]) -> str:
    """Nothing, where a number belongs to the name before it ("the CAC 40"); all of it after a month."""
    return match.group() if is_dated(match["name"]) else ""


def _of_figure(head: list[str], pieces: list[str]) -> str:
    """Whose a figure is that the words of a subject name."""
    for index, word in enumerate(head):
        if bare(word) != word and word[0].isupper():
            return " ".join([*head[:index], bare(word)])
    placed = [piece for piece in pieces[1:] if piece[:1].isupper()]
    if placed:
        return bare(placed[0])
    owner = " ".join(head[:-1])
    named = owner in COUNTRIES.named or (len(head) > _PAIR and all(word[0].isupper() for word in head[:-1]))
    return owner if named else " ".join(head)
