"""On which side of its publication a text puts a day: past or future tense around it."""

import re
from functools import cache
from itertools import pairwise
from typing import Literal

from auditor.extract.calendar.lexicon import lexicon
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Span

Direction = Literal[-1, 0, 1]

_BACK, _AHEAD = 160, 100
#: So many words can stand between a verb's auxiliaries and its participle, or a verb and its infinitive.
_AUXILIARIES, _OBJECT = 3, 6
#: So many words after the date of "Friday's vote" tell of it before those in front do.
_NEAR = 8
#: A noun and the verb that governs it stand so close.
_CLOSE = 4
_BREAK = re.compile(r"[!?;]\s|\s\.\s|\n[ \t\r]*\n")
_PUT_OFF = pattern("dates", "put_off")
_LIMIT = pattern("dates", "limit")
#: Behind these a limit was met: "all of them were ready by Monday".
_MET = pattern("dates", "limit_met")
#: What is so or is due on a day not yet come: "the hearing is on Monday".
_IS = pattern("dates", "is_on")
#: What is moved or called off has most often not begun: "moved Sunday's match".
_MOVED = pattern("dates", "moves")
#: What has gone on since a day began in the past, whatever is told of it.
_SINCE = pattern("dates", "since_about")
#: "Since Monday is a holiday" gives a reason.
_CAUSE = pattern("dates", "cause")
#: A date right after "that" opens a clause, whose verb follows.
_CLAUSE = pattern("dates", "clause")
_OWNING = re.compile(r"['’]s?\b")
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_FUTURE = word_set("dates", "future_auxiliaries")
_THAT = word_set("dates", "that")
_PERFECT = word_set("dates", "perfect")
_AS = word_set("dates", "as")
_SET = word_set("dates", "set")
_MODAL = word_set("dates", "modal_months")


def direction(text: str, start: int, end: int, sentence: Span) -> Direction:
    """-1 where the words around a date tell of the past, 1 of the future, 0 where they do not tell.

    The verb before the date counts more than the one after it, and the nearest most.
    """
    before, after = _around(text, start, end, sentence)
    words, following = _WORD.findall(before), _WORD.findall(after)
    if _SINCE.search(before) and not _CAUSE.match(after):
        return -1
    if _OWNING.match(text, end) is not None:
        if _MOVED.search(before):
            return 0
        side = _told_of(following[1:_NEAR] if following[:1] == ["s"] else following[:_NEAR])
    else:
        side = _limited(before, words, following) or (1 if _IS.search(before) else 0)
    if not side and _CLAUSE.search(before):
        side = _told_after(following)
    side = side or _told_before(words, following) or _told_after(following)
    return side or (1 if _is_wanted(words) else 0)


def _is_wanted(words: list[str]) -> bool:
    """Whether an infinitive stands among some words: "to sign", but not "from 12 to 7"."""
    infinitive = lexicon().table.infinitive
    return any(word in infinitive and then.isalpha() for word, then in pairwise([*words, ""]))


def _limited(before: str, words: list[str], following: list[str]) -> Direction:
    """What is said of a day by which something is done, or to which it is moved; 0 of any other day."""
    limit = _LIMIT.search(before) or _PUT_OFF.search(before)
    if limit is None:
        return 0
    opens = len(words) == 1  # "By Monday they had left"
    over = opens and _told_after([word for word in following if word not in lexicon().table.personal]) < 0
    over = over or "had" in words[-_OBJECT - _AUXILIARIES :] or "had" in following[:_OBJECT]
    return -1 if over or _MET.search(before, 0, limit.start()) else 1


def _around(text: str, start: int, end: int, sentence: Span) -> tuple[str, str]:
    """What stands before and after a date in its sentence, as far as it may tell of it."""
    before = text[max(sentence[0], start - _BACK) : start]
    after = text[end : max(end, min(sentence[1], end + _AHEAD))]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    stop = _BREAK.search(after)
    return before[breaks[-1] :] if breaks else before, after[: stop.start()] if stop else after


def _told_before(words: list[str], following: list[str]) -> Direction:
    """What the last telling verb among the words before a date says; of a noun ("the vote on Monday") those around."""
    noun: Direction = 0
    for index in range(len(words) - 1, -1, -1):
        side = _side(words[index])
        if side > 0 and not _AS.isdisjoint(words[max(0, index - 1) : index]):
            continue  # "ended as scheduled" is over
        if side > 0 and _declines(words, index):
            return -1
        if words[index] in _THAT and index and (later := _told_after(following)):
            return later
        if side and words[index] in lexicon().table.nouns_too:
            if not FUNCTION_WORDS.single["of"].isdisjoint(words[index + 1 : index + 2]):
                continue  # "at the start of" a day says nothing of it
            told = _as_noun(words[max(0, index - _CLOSE) : index], words[index : index + 2], following)
            if told:
                return told
            noun = 1  # unless a verb before it tells: "gave the party a third of the vote on Friday"
            continue
        if side:
            return 1 if side < 0 and (_ahead(words, index) or _leads(words, index)) else side
    return noun


def _declines(words: list[str], index: int) -> bool:
    """Whether a modal verb tells that nobody spoke: "would not say on Tuesday", "neither would comment"."""
    following = words[index + 1 : index + 3]
    said = following[-1:] if following[:1] == ["not"] else following[:1]
    if words[index] not in lexicon().table.modals or not said or said[0] not in lexicon().table.saying:
        return False
    return following[:1] == ["not"] or any(word.lower() in FUNCTION_WORDS.none for word in words[:index])


def _as_noun(before: list[str], word: list[str], following: list[str]) -> Direction:
    """What a word says that may be a noun or a verb: "plans to", "set for", but "announced plans", "set a record".

    0 where it is a noun and no verb is near.
    """
    table = lexicon().table
    sides = [_side(other) for other in before]
    if before and before[-1] in table.infinitive:
        return -1 if table.implying.intersection(before[-2:-1]) else 1
    if before and sides[-1] > 0:
        return 1
    if word[0] in _SET:
        return 1 if table.set_for.intersection(word[1:] or following[:2]) else -1
    if -1 not in sides[-1:] and not any(other.lower() in table.articles for other in before[-2:]):
        return 1  # "the deadline", "a similar deadline" is none
    return _told_after(following[:_CLOSE]) or (-1 if -1 in sides else 0)


def _told_after(words: list[str]) -> Direction:
    """What the first telling verb among the words after a date says, or that after a noun: "the planning board met"."""
    for index, word in enumerate(words):
        side = _side(word)
        if side and word in lexicon().table.nouns_too:
            return _told_after([other for other in words[index + 1 : index + _CLOSE] if _side(other) < 0]) or side
        if side:
            over = word in lexicon().table.modals and not _PERFECT.isdisjoint(words[index + 1 : index + 2])
            return -1 if over else side
    return 0


def _told_of(words: list[str]) -> Direction:
    """What the words after the owner of an event say of it: "'s planned vote"; its name is no verb: "'s vote was"."""
    name = 0 if words and words[0].endswith(ENDINGS.past) else 1
    side = _told_after(words[name:]) or _told_after(words[:name])
    return side or (-1 if any(word in lexicon().table.happenings for word in words[:_CLOSE]) else 0)


def _ahead(words: list[str], index: int) -> bool:
    """Whether the words before a participle put it into the future: will be held, to be held; not: may have held."""
    for word in reversed(words[max(0, index - _AUXILIARIES) : index]):
        if word in _FUTURE:
            return True
        if _side(word) < 0 and word not in lexicon().table.auxiliaries:
            return False  # it is another verb's: "who are to be tried met"
    return False


def _leads(words: list[str], index: int) -> bool:
    """Whether what follows a past verb was yet to come: was to open, agreed to meet, ordered him to appear."""
    table = lexicon().table
    reach = 1 if words[index] in table.auxiliaries else _OBJECT if words[index] in table.intending else 0
    return any(word in table.infinitive for word in words[index + 1 : index + 1 + reach])


@cache
def _cues() -> dict[str, Direction]:
    """Words that settle it."""
    table = lexicon().table
    cues: dict[str, Direction] = dict.fromkeys(table.past, -1)
    cues.update(dict.fromkeys(table.future | table.modals, 1))
    cues.update(dict.fromkeys(table.not_past, 0))
    cues.update(dict.fromkeys((month.capitalize() for month in _MODAL), 0))
    return cues


def _side(word: str) -> Direction:
    """What one word says."""
    cues = _cues()
    if (known := cues.get(word)) is not None:
        return known
    small = word.lower().replace("’", "'")
    if (known := cues.get(small)) is not None:
        return known
    return -1 if small.endswith(ENDINGS.past) and len(small) > 3 else 0  # noqa: PLR2004 - the shortest such verbs
