"""What an amount measures, as two sources would share it: "death toll", "military aid to ukraine"."""

import re

from auditor.extract.amounts import Amount
from auditor.extract.counted import is_plural, is_stop, noun_phrase, nouns, singular
from auditor.extract.quantity_words import lookups, table

_LOOK_BACK = 140
_MOST = 8
"""A measure has no more words than this."""
_CLAUSE = re.compile(r"[.;:!?\n(–—\"“”]\s?|,\s|\s(?:and|but|while|as|that|which|when|after|because|said|adding)\s")
_WORD = re.compile(r"[^\W_][\w'’&-]*")
_DETERMINERS = frozenset(
    "a an the this that these those its their his her our your my all some any every each both total overall".split()
)
_LINKS = frozenset({"of", "to", "on", "for", "in"})
_VERBS = frozenset(
    "is are was were be been being has have had reached reaches reach hit hits totalled totaled totals total totalling "
    "totaling stood stands stand amounted amounts came comes comprised exceeded exceeds topped passed surpassed remains "
    "remained climbing will would could may averaged averages cost costs fetched worth of at valued estimated "
    "increased decreased rising to by".split()
)
_AT_ONCE = re.compile(r"\s?[:=]\s?$")


def measure_after(after: list[str], amount: Amount) -> str | None:
    """The measure that follows: "2% of their GDP on defence", "worth of military support", "for defence"."""
    words = [word.lower() if word != "to" else word for word in after]
    if words[:1] == ["worth"]:
        words, after = words[1:], after[1:]
    ratio = amount.unit is not None and amount.unit.dimension == "ratio"
    if not words or words[0] not in (("of",) if ratio else ("of", "in", "for")):
        return None
    phrase = _phrase(after[1:])
    if not phrase or (words[0] in ("in", "for") and (after[1][:1].isupper() or is_plural(phrase[0]) or phrase[0] in ("example", "instance"))):
        return None
    return " ".join(phrase)


def _phrase(words: list[str]) -> list[str]:
    """A noun phrase with the phrases that hang on it, as far as they are nouns and links."""
    phrase: list[str] = []
    for index, token in enumerate(words):
        word = token.lower()
        if word in _DETERMINERS and (not phrase or phrase[-1] in _LINKS):
            continue
        if word in _DETERMINERS:
            break
        if word in _LINKS and phrase and phrase[-1] not in _LINKS and index + 1 < len(words):
            if not _links(words[index + 1], word, phrase):
                break
            phrase.append(word)
        elif _is_noun(word):
            phrase.append(word[:-2] if word.endswith(("'s", "’s")) else word)
        else:
            break
        if len(phrase) >= _MOST:
            break
    while phrase and phrase[-1] in _LINKS:
        phrase.pop()
    return phrase


def _links(following: str, link: str, phrase: list[str]) -> bool:
    """Whether a preposition goes on with the phrase: "military aid to Ukraine", but not "orders to cover"."""
    if not _is_noun(following.lower()) or len(_LINKS.intersection(phrase)) > 1:
        return False
    if link == "to":
        return following[0].isupper() or following.lower() in _DETERMINERS
    return link != "in" or len(phrase) == 1


def _is_noun(word: str) -> bool:
    return word[0].isalpha() and (not is_stop(word) or word in _DETERMINERS) and not word.endswith(("’ve", "'ve"))


def measure_before(text: str, start: int) -> str | None:
    """The measure that stands before: "contracts worth", "the death toll rose to", "Deaths: "."""
    low = max(0, start - _LOOK_BACK)
    left = text[low:start]
    if label := _AT_ONCE.search(left):
        return _head(_WORD.findall(re.split(r"[.;:!?\n,]", left[: label.start()])[-1])[-4:])
    clause = re.split(_CLAUSE, left)[-1]
    words = _WORD.findall(clause)
    if not words:
        return None
    verb = _verb(words)
    if verb is None:
        return None
    if words[verb].lower() in ("worth", "of", "at", "valued"):
        return _tail(words[:verb])
    return _head(words[:verb])


def _verb(words: list[str]) -> int | None:
    """Where the words that link a subject to its amount start, or None if something else stands between."""
    found = lookups()
    index = len(words)
    while index > 0:
        word = words[index - 1].lower()
        if word in _VERBS or word in found.strong or word in found.weak or word in table().between or word in found.before:
            index -= 1
        else:
            break
    while index < len(words) and words[index].lower() not in _VERBS and words[index].lower() not in found.strong and words[index].lower() not in found.weak:
        index += 1
    return index if index < len(words) else None


def _head(words: list[str]) -> str | None:
    """The head of the first noun phrase of a clause: "the death toll from the attack" is the death toll."""
    phrase: list[str] = []
    for word in words:
        lower = word.lower()
        if lower in _DETERMINERS and not phrase:
            continue
        if lower == "of" and phrase:
            phrase.append(lower)
            continue
        if is_stop(lower) and lower not in nouns().loose:
            if phrase:
                break
            return None
        if lower.endswith(("'s", "’s")):
            phrase = []
            continue
        phrase.append(lower)
    return _finish(phrase)


def _tail(words: list[str]) -> str | None:
    """The last noun phrase before a link: "has agreed contracts worth" speaks of contracts."""
    phrase: list[str] = []
    for word in reversed(words):
        lower = word.lower()
        if is_stop(lower) or lower.endswith(("'s", "’s")) or lower in _DETERMINERS or (lower.endswith("ed") and phrase):
            break
        phrase.insert(0, lower)
    return _finish(phrase[-4:])


def _finish(phrase: list[str]) -> str | None:
    loose = nouns().loose
    kept = [word for word in phrase if word not in loose]
    while kept and kept[-1] == "of":
        kept.pop()
    if not kept or len(kept) > _MOST:
        return None
    kept[-1] = singular(kept[-1])
    return " ".join(kept)


_STATE_SKIP = frozenset(
    "people persons person were was are have been has had being others more of them reported confirmed left civilians soldiers got "
    "went still also later children women men workers residents passengers police officers in the".split()
)


def state(after: list[str]) -> tuple[str, int] | None:
    """The state of the people counted ("29 people injured"), and how many words on it stands."""
    states = table().states
    for index, word in enumerate(after[:7]):
        lower = word.lower()
        if lower in states:
            return states[lower], index
        if lower not in _STATE_SKIP and not is_plural(lower):
            return None
    return None


def counted_measure(after: list[str]) -> list[str]:
    """Nouns right after a number, for measures of counts."""
    return noun_phrase(after)[0]
