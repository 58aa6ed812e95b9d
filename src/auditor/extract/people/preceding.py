"""What stands before a title: whose it is, of which rank, and whether it is one of the past."""

import re

from auditor.extract.people.owners import Office
from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.titles import TITLES, ends_in, has_given_name, is_field, one_holder
from auditor.extract.people.world import COUNTRIES
from auditor.extract.words import bare, is_gap, tokens_before
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import LOWER, UPPER, pattern, word_set

PAST_PREFIX = pattern("people", "past_prefix")
_ASIDE = re.compile(r"(?<= )\([A-Z][\w.&-]{1,9}\) $")
"""An acronym between an organisation and an office."""
_LONGEST_ASIDE = 16
_ARTICLES = FUNCTION_WORDS.articles | FUNCTION_WORDS.owning
_COORDINATED = word_set("people", "coordinating")
_TIES = (" of ", " for ")
_SPEAKS = "spokesperson"
_PAST_PREFIXES = word_set("people", "past_prefixes")
_SMALL = FUNCTION_WORDS.prepositions | FUNCTION_WORDS.auxiliaries | FUNCTION_WORDS.pronouns
_NAMELESS = _SMALL | FUNCTION_WORDS.loose | FUNCTION_WORDS.phrase_stops | FUNCTION_WORDS.subordinators | TITLES.passing
"""What a lone capitalised word before a title is no name as, though it opens a sentence."""
_INSTITUTIONS = word_set("people", "institutions")
_OF = FUNCTION_WORDS.single["of"]


class Preceding:
    """Reads the words before a title, the nearest first."""

    def __init__(self, text: str, office: Office) -> None:
        """Look at the words before an office."""
        self.text, self.office = text, office
        self.edge = office.start
        if text.startswith(") ", office.start - 2):
            aside = _ASIDE.search(text, max(office.sentence[0], office.start - _LONGEST_ASIDE), office.start)
            self.edge = office.start if aside is None else aside.start()
        self.tokens = tokens_before(text, self.edge, office.sentence[0], 100)
        self.index = 0
        self.ranked: list[str] = []
        self._apart = TITLES.describing | TITLES.former

    def read(self) -> None:
        """Fill the office with what stands before its title."""
        office = self.office
        if office.title in TITLES.portfolio_heads:
            self._portfolio()
        while self._adjacent() and self._one():
            pass
        if self._adjacent():
            word = self.tokens[self.index].group().lower()
            office.coordinated = word in _COORDINATED
            office.followed = word in TITLES.followed
            office.article = word if word in _ARTICLES else ""
        office.strong = office.strong or office.former
        if self.ranked:
            office.title = " ".join([*reversed(self.ranked), office.title])
            office.strong = True

    def _adjacent(self) -> bool:
        if self.index >= len(self.tokens):
            return False
        return is_gap(self.text[self.tokens[self.index].end() : self.edge].lstrip("'’"))

    def _take(self, count: int = 1) -> None:
        self.index += count
        start = self.tokens[self.index - 1].start()
        while start and self.text[start - 1] in "-0123456789":  # "39-year-old"
            start -= 1
        self.office.start = self.edge = start

    def _run(self, limit: int) -> list[str]:
        """Up to ``limit`` neighbouring words before the office, nearest first."""
        words: list[str] = []
        edge = self.edge
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
            portfolio = TITLES.portfolio_of.get(phrase) or self._joint(phrase)
            if portfolio is not None and not phrase.startswith("the "):  # "the" is the office's
                self.office.title = f"{portfolio} {self.office.title}"
                self.office.strong = True
                self._take(count)
                return

    @staticmethod
    def _joint(phrase: str) -> str | None:
        """Two portfolios of one holder: "foreign and trade"."""
        first, joint, second = phrase.partition(" and ")
        known = TITLES.portfolio_of
        return f"{known[first]} and {known[second]}" if joint and first in known and second in known else None

    def _one(self) -> bool:
        """Take one word or name before the office; whether there was one that belongs to it."""
        word, office = self.tokens[self.index].group(), self.office
        lowered = bare(word).lower()
        if lowered in TITLES.former and (lowered not in FUNCTION_WORDS.single["then"] or self._then()):
            office.former = True
        elif lowered in TITLES.future:
            office.future = True
        elif self._is_ranked(lowered):
            self.ranked.append("acting" if lowered in TITLES.acting else lowered)
        elif office.organisation is None and (self._force() or self._organisation()):
            return True
        elif word[0].islower() and lowered != word.lower() and office.organisation is None:
            office.owned = True
            self._take(1 + self._of_owner())
            return True
        elif lowered not in TITLES.describing and self._is_work(word):
            if office.title in TITLES.posts and lowered in TITLES.bodies:
                office.owned = True
            elif office.title in TITLES.of_anything or office.title in TITLES.posts:
                self.ranked.append(lowered)
        elif lowered not in TITLES.apart and not ends_in(lowered, TITLES.born):
            return False
        self._take()
        return True

    def _of_owner(self) -> int:
        """How many plain words stand between a plain owner and its article: "the ferry company's manager"."""
        before = self._run(4)[1:]
        count = next((place for place, word in enumerate(before) if word in _ARTICLES), 0)
        return count if all(word.islower() and word not in _SMALL for word in before[:count]) else 0

    def _is_work(self, word: str) -> bool:
        """Whether a word tells what a job is about: "health correspondent"."""
        opens = self.tokens[self.index].start() == self.office.sentence[0]
        field = word.lower().rpartition("-")[2]
        sure = field in TITLES.fields or field in TITLES.function_of
        sure = sure or (field in TITLES.bodies and self.office.title in TITLES.posts)
        sure = sure or (not word.endswith(ENDINGS.progressive) and self._tells_field(word))
        return self.office.group == "job" and (word.islower() or opens) and sure

    def _is_ranked(self, word: str) -> bool:
        """Whether a word makes a lower office of it, which may also stand before a country: "Deputy U.S. Envoy"."""
        ranked = TITLES.ranked if self.office.organisation is None else TITLES.second | TITLES.acting
        return word in ranked and not self._is_count(word)

    def _is_count(self, word: str) -> bool:
        """Whether an ordinal counts the holders of an office: "the first president"; not so "the first secretary"."""
        return word in TITLES.apart and one_holder(self.office.title)

    def _then(self) -> bool:
        """Whether "then" before a title speaks of the past and not of what came next."""
        before = self._run(2)[1:]
        self.office.future |= not before  # it opens the sentence and may mean either
        return not before or before[0].lower() not in FUNCTION_WORDS.before_next

    def _force(self) -> bool:
        """Take a force without a name that somebody speaks for, and the place before it: "Oslo police"."""
        run = self._run(2)
        opens = self.tokens[self.index].start() == self.office.sentence[0]
        if self.office.title != _SPEAKS or (run[0].lower() if opens else run[0]) not in TITLES.forces:
            return False
        if len(run) > 1 and run[1][0].isupper() and not (is_opener(run[1]) or is_dated(run[1])):
            return self._own(f"{bare(run[1])} {run[0]}", 2)
        return self._own(run[0].lower(), 1)

    def _organisation(self) -> bool:
        run = self._run(6)
        for count in range(len(run), 0, -1):
            name = bare(" ".join(reversed(run[:count])))
            known = COUNTRIES.named.get(name)
            if known is not None:
                longer = self._around(run, count)
                if not longer and self.office.title in TITLES.stateless and known in COUNTRIES.countries:
                    self._take(count)
                    return True
                return self._own(longer or known, count + (longer.count(" ") if longer else 0))
        prefix, dash, rest = bare(run[0]).partition("-")
        if dash and prefix.lower() in _PAST_PREFIXES and rest in COUNTRIES.named:
            self.office.former = True
            return self._own(COUNTRIES.named[rest], 1)
        return self._unknown(run)

    @staticmethod
    def _around(run: list[str], count: int) -> str:
        """The longer name that a place ends: "Bank of Japan", "Real Madrid"; empty if there is none."""
        if count > 1 or len(run) < 2:  # noqa: PLR2004 - a word before it
            return ""
        name = bare(run[0])
        if run[1] in TITLES.prefixed or (name in COUNTRIES.countries and _begins(run[1])):
            return f"{run[1]} {name}"
        if len(run) < 3 or run[1] not in _OF or run[2] not in _INSTITUTIONS:  # noqa: PLR2004
            return ""
        size = 3
        while size < len(run) and run[size] in TITLES.banks:
            size += 1
        return bare(" ".join(reversed(run[:size])))

    def _unknown(self, run: list[str]) -> bool:
        """Take capitalised words that no table knows as the organisation: "Acme Robotics' chief executive"."""
        if self.office.group not in {"office", "job"} and bare(run[0]) == run[0]:
            return False
        count = 0
        while count < len(run) and run[count][0].isupper() and not is_dated(bare(run[count])):
            if count and bare(run[count]) != run[count]:
                break
            count += 1
        while count and (is_opener(run[count - 1]) or run[count - 1].lower() in self._apart):
            count -= 1
        if not count or any(is_opener(word) or word.lower() in TITLES.honorifics for word in run[:count]):
            return False
        if self._is_remit(run[0]):
            return self._remit(run[:count])
        count = self._whole(run, count)
        name = bare(" ".join(reversed(run[:count])))
        if count == 1 and (len(name) == 1 or not self._named(run[0])):
            return False
        if run[count : count + 1] and run[count] in TITLES.appointing and has_given_name(name):
            return False
        plain = PAST_PREFIX.sub("", name)
        if plain != name and plain[:1].isupper():
            self.office.former, name = True, plain
        return self._own(name, count)

    def _named(self, word: str) -> bool:
        """Whether a lone capitalised word before a title is a name: what opens a sentence may be any noun."""
        start = self.tokens[self.index].start()
        if start != self.office.sentence[0] or bare(word) != word or not word[1:].islower():
            return True
        if word.lower() in _NAMELESS or (word.rpartition("-")[2].islower() and "-" in word):
            return False
        return not (word in TITLES.things or self._tells_field(word) or word.lower() in TITLES.portfolio_of)

    def _tells_field(self, word: str) -> bool:
        """Whether what opens a sentence tells what a job is about; not so where another sentence has it as a name."""
        if not is_field(word) or word[0].islower():
            return is_field(word)
        return re.search(rf"(?<=[{LOWER}] ){word}\b(?! [{UPPER}])", self.text) is None

    def _is_remit(self, word: str) -> bool:
        """Whether an unknown word before "Minister" says what the minister is for: "Small Business Minister"."""
        if self.office.title in TITLES.portfolio_heads:
            return self.office.strong and bare(word) == word and not self.text.startswith(_TIES, self.office.end)
        return self.office.title.endswith(" minister") and is_field(word)

    def _remit(self, run: list[str]) -> bool:
        """Take capitalised words before "Minister" as what the minister is for, without the country before them."""
        for count in range(len(run) - 1, 0, -1):
            owner = bare(" ".join(reversed(run[-count:])))
            if owner in COUNTRIES.named:
                run = run[:-count]
                break
        self.office.title = f"{' '.join(reversed(run)).lower()} {self.office.title}"
        self._take(len(run))
        return True

    @staticmethod
    def _whole(run: list[str], count: int) -> int:
        """How many words the name has with what "of" ties to it: "Institute of Directors"."""
        if run[count : count + 1] and run[count] in FUNCTION_WORDS.single["and"]:
            return _joined(run, count)
        size = count + (not FUNCTION_WORDS.single["the"].isdisjoint(run[count : count + 1]))
        tied = not _OF.isdisjoint(run[size : size + 1]) and len(run) > size + 1 and run[size + 1][0].isupper()
        return size + 2 if tied and not is_opener(run[size + 1]) else count

    def _own(self, name: str, count: int) -> bool:
        self.office.organisation = name
        self.office.strong = self.office.owned = True
        self._take(count)
        return True


def _joined(run: list[str], count: int) -> int:
    """How many words a name has whose last part "and" joins to it: "Office of Management and Budget"."""
    size = count + 1
    while size < len(run) and run[size][0].isupper() and not is_opener(run[size]):
        size += 1
    tied = count + 1 < size < len(run) - 1 and run[size] in _OF and run[size + 1] in TITLES.things
    return size + 2 if tied else count


def _begins(word: str) -> bool:
    """Whether a word before a country may begin a longer name: "Soccer Norway"."""
    apart = {*TITLES.apart, *TITLES.former, *TITLES.ranked, *TITLES.honorifics, *TITLES.future}
    if not word[0].isupper() or bare(word) != word or is_opener(word) or is_dated(word) or word.lower() in apart:
        return False
    return word not in COUNTRIES.named and word not in TITLES.forms
