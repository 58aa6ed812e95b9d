"""Phrases of offices: "former Ukrainian Deputy Defence Minister", "chief executive of Acme Robotics"."""

import re

from auditor.extract.document import Document
from auditor.extract.people.owners import PORTFOLIO_HEADS, Office, read_owner
from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.titles import Form, lexicon
from auditor.extract.words import bare, is_gap, tokens_before
from auditor.model import Span

_PASSING = re.compile(
    r"\w+-(?:born|backed|elected|appointed|based|serving|old|wing|term|time|led|style|speaking|turned)"
)
_COORDINATED = frozenset(("and", "&"))
_ADVERB_BEFORE = frozenset(("and", "but", "since", "by", "until", "till", "even", "or", "who", "it"))
_CLUBS = frozenset(
    ("Real", "Atletico", "Atlético", "Inter", "AC", "Sporting", "Dynamo", "Dinamo", "Lokomotiv", "Hertha")
)
_BANKS = frozenset(("Central", "National", "Reserve", "State", "People’s", "People's"))
_PAST_PREFIX = re.compile(r"^(?:ex|then)-", re.IGNORECASE)


def offices(document: Document) -> list[Office]:
    """All phrases of offices in a text, in order, none inside another."""
    if document.offices is None:
        document.offices = _offices(document)
    return document.offices


def _offices(document: Document) -> list[Office]:
    text, forms, done, found = document.text, lexicon().forms, 0, []
    for start, word in document.triggers.of("office"):
        if start < done:
            continue
        sentence, end = document.sentence_at(start), start + len(word)
        ahead = text[end : min(sentence[1], end + 48)].lower().replace("\n", " ").replace("\u00a0", " ")
        for form in forms[word]:
            size = len(form.tail)
            if ahead.startswith(form.tail) and not ahead[size : size + 1].isalnum():
                done = end + size
                found.append(_office(text, start, done, form, sentence))
                break
    return found


def _office(text: str, start: int, end: int, form: Form, sentence: Span) -> Office:
    office = Office(start, end, form.title, form.group, sentence)
    head = text[start:end]
    plain = _PAST_PREFIX.sub("", head)
    office.former = plain != head
    office.strong = plain[:1].isupper() or bool(form.tail)
    _Left(text, office).read()
    read_owner(text, office)
    chief = lexicon().chiefs.get(office.organisation or "") if office.title in {"chief", "head", "leader"} else None
    if chief is not None:
        office.title = chief
    return office


class _Left:
    """Reads the words before a title, the nearest first."""

    def __init__(self, text: str, office: Office) -> None:
        self.text, self.office = text, office
        self.tokens = tokens_before(text, office.start, office.sentence[0])
        self.index = 0
        self.ranked: list[str] = []

    def read(self) -> None:
        """Fill the office with what stands before its title."""
        office = self.office
        if office.title in PORTFOLIO_HEADS:
            self._portfolio()
        while self._adjacent() and self._one():
            pass
        if self._adjacent():
            word = self.tokens[self.index].group().lower()
            office.coordinated = word in _COORDINATED
            office.article = word if word in {"the", "a", "an", "its", "their", "his", "her", "our"} else ""
        office.strong = office.strong or office.former
        if self.ranked:
            office.title = " ".join([*reversed(self.ranked), office.title])
            office.strong = True

    def _adjacent(self) -> bool:
        if self.index >= len(self.tokens):
            return False
        return is_gap(self.text[self.tokens[self.index].end() : self.office.start].lstrip("'’"))

    def _take(self, count: int = 1) -> None:
        self.index += count
        self.office.start = self.tokens[self.index - 1].start()

    def _run(self, limit: int) -> list[str]:
        """Up to ``limit`` neighbouring words before the office, nearest first."""
        words: list[str] = []
        edge = self.office.start
        for token in self.tokens[self.index : self.index + limit]:
            if not is_gap(self.text[token.end() : edge].lstrip("'’")):
                break
            words.append(token.group())
            edge = token.start()
        return words

    def _portfolio(self) -> None:
        run = self._run(5)
        for count in range(len(run), 0, -1):
            phrase = " ".join(reversed(run[:count])).lower()
            if phrase in lexicon().portfolios:
                self.office.title = f"{lexicon().portfolios[phrase]} {self.office.title}"
                self.office.strong = True
                self._take(count)
                return

    def _one(self) -> bool:
        """Take one word or name before the office; whether there was one that belongs to it."""
        word, office, words = self.tokens[self.index].group(), self.office, lexicon()
        lowered = bare(word).lower()
        if lowered in words.former and (lowered != "then" or self._then()):
            office.former = True
        elif lowered in words.future:
            office.future = True
        elif lowered in words.ranked and office.organisation is None:
            self.ranked.append("acting" if lowered in words.acting else lowered)
        elif office.organisation is None and self._organisation():
            return True
        elif word[0].islower() and lowered != word.lower() and office.organisation is None:
            office.owned = True
        elif lowered not in words.passing and not _PASSING.fullmatch(lowered):
            return False
        self._take()
        return True

    def _then(self) -> bool:
        """Whether "then" before a title speaks of the past and not of what came next."""
        before = self._run(2)[1:]
        return bool(before) and before[0].lower() not in _ADVERB_BEFORE

    def _organisation(self) -> bool:
        run = self._run(6)
        for count in range(len(run), 0, -1):
            name = bare(" ".join(reversed(run[:count])))
            known = lexicon().organisations.get(name)
            if known is not None:
                longer = self._around(run, count)
                return self._own(longer or known, count + (longer.count(" ") if longer else 0))
        prefix, dash, rest = bare(run[0]).partition("-")
        if dash and prefix.lower() in {"ex", "then"} and rest in lexicon().organisations:
            self.office.former = True
            return self._own(lexicon().organisations[rest], 1)
        return self._unknown(run)

    @staticmethod
    def _around(run: list[str], count: int) -> str:
        """The longer name that a place ends: "Bank of Japan", "Real Madrid"; empty if there is none."""
        if count > 1 or len(run) < 2:  # noqa: PLR2004 - a word before it
            return ""
        if run[1] in _CLUBS:
            return f"{run[1]} {bare(run[0])}"
        if run[1:3] not in (["of", "Bank"], ["of", "University"]):
            return ""
        size = 3
        while size < len(run) and run[size] in _BANKS:
            size += 1
        return bare(" ".join(reversed(run[:size])))

    def _unknown(self, run: list[str]) -> bool:
        """Take capitalised words that no table knows as the organisation: "Acme Robotics' chief executive"."""
        if self.office.group not in {"office", "job"}:
            return False
        count = 0
        while count < len(run) and run[count][0].isupper() and not is_dated(bare(run[count])):
            if count and bare(run[count]) != run[count]:
                break
            count += 1
        if count and is_opener(run[count - 1]):
            count -= 1
        if not count or any(is_opener(word) or word.lower() in lexicon().honorifics for word in run[:count]):
            return False
        name = bare(" ".join(reversed(run[:count])))
        plain = _PAST_PREFIX.sub("", name)
        if plain != name and plain[:1].isupper():
            self.office.former, name = True, plain
        return self._own(name, count)

    def _own(self, name: str, count: int) -> bool:
        self.office.organisation = name
        self.office.strong = self.office.owned = True
        self._take(count)
        return True
