"""Whose a figure is that is not the subject's: of the noun it stands before, of whom a court punishes."""

import re

from auditor.extract.quantity.counted import is_stop
from auditor.extract.quantity.numbers import number_word
from auditor.extract.quantity.quantity_words import table
from auditor.extract.sentence.doers import doer
from auditor.extract.speech.verbs import VERBS, finite, is_passive
from auditor.extract.speech.voices import Voices
from auditor.extract.words import WORD
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Claim, Span

_ATTRIBUTE = re.compile(r"[\w.]+(?:-[^\W\d_]+)+")
"""A figure that is written as an attribute: "two-metre"."""
_NOUNS = re.compile(r"(?:[ \u00a0][^\W\d_][\w’'-]*){1,4}")
_TO = pattern("clauses", "given")
_TOOK = pattern("clauses", "took")
_MOST = 3
_REACH = 100


def told_of(text: str, claim: Claim, clause: Span, voices: Voices) -> tuple[str, ...] | None:
    """Whose figure a claim is, where that is not the subject of its clause; None where it may be."""
    if claim.measure != "age" and _is_attribute(text, claim):
        noun = _noun(text, claim.end)
        return (noun,) if noun else None
    if claim.dimension in ("time", "money"):
        return _punished(text, claim, clause, voices) or _took(text, claim, clause, voices) or None
    return _apposed(text, claim, clause, voices)


def _is_attribute(text: str, claim: Claim) -> bool:
    """Whether a figure stands before its noun: "a two-metre gash", "a £510m stadium"."""
    if "-" in claim.text and _ATTRIBUTE.fullmatch(claim.text):
        return not number_word(claim.text.rpartition("-")[2])
    if claim.dimension != "money":
        return False
    before = text[max(0, claim.start - 8) : claim.start].split()
    return before[-1:] != [] and before[-1].lower() in FUNCTION_WORDS.determiners


def _noun(text: str, end: int) -> str:
    """The noun phrase right behind a position; empty if there is none."""
    match = _NOUNS.match(text, end)
    kept: list[str] = []
    for word in match.group().split() if match else ():
        if is_stop(word.lower()) or word in finite().sure or word.endswith(ENDINGS.adverb):
            break
        kept.append(word)
    return " ".join(kept[:_MOST])


def _punished(text: str, claim: Claim, clause: Span, voices: Voices) -> tuple[str, ...]:
    """Whom a court or an authority gives the time or the fine: "jailed X for six years", "fined X £200"."""
    for word in reversed(list(WORD.finditer(text, max(clause[0], claim.start - _REACH), claim.start))):
        if word.group() in VERBS.punishing:
            if is_passive(text, word.start(), word.group()):
                return ()
            end = _TO.search(text, word.end(), claim.start)
            return doer(text, word.end(), end.start() if end else claim.start, voices)
    return ()


def _took(text: str, claim: Claim, clause: Span, voices: Voices) -> tuple[str, ...]:
    """Whom something took a time or cost an amount: "it took the jury four hours"."""
    took = _TOOK.search(text, clause[0], claim.start)
    return doer(text, *took.span("who"), voices) if took else ()


def _apposed(text: str, claim: Claim, clause: Span, voices: Voices) -> tuple[str, ...] | None:
    """What a measure right behind it, and a comma, is of: "the bridge, 7.8 km long, carries"."""
    extent = WORD.match(text, claim.end + 1)
    if not text.startswith(", ", claim.start - 2) or extent is None or extent.group() not in table().extents:
        return None
    return doer(text, clause[0], claim.start - 2, voices) or None
