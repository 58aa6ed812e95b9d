"""Whether a text bears out a name of a short text that retells it.

A name is borne out if any of its words stands in the text in any form: the surname alone, a possessive, an acronym, a
people for its country, a spelling that differs by a letter. A person must be borne out by the surname. Countries are
often told where the text names a town only, so that one is asked after only where the text names other countries.
"""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from auditor.digests.words import words
from auditor.extract.people.titles import GIVEN_NAMES, is_title
from auditor.extract.people.world import COUNTRIES
from auditor.model import Claim

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?!\d)\w+")
_SHORT = re.compile(r"\s\((\w+)\)")
_ALIKE = 75
"""Per cent of their letters that two spellings of a name share at least; whether one is a slip, other rules ask."""
_PREFIX = 4
"""Letters that two forms of a name have in common at least ("Catalan", "Catalonia")."""
_INITIALS = 2
"""Words of the shortest name that has an acronym."""


class Called:
    """Whom and what a text names.

    Args:
        texts: The text, its title and whatever else tells what it is about.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Note the words of the text and the countries it names."""
        written = [word for text in texts for word in _WORD.findall(text)]
        pairs, threes = ([" ".join(run) for run in zip(*_shifted(written, size), strict=False)] for size in (2, 3))
        self.words = {name.lower().replace(" ", "") for name in (*written, *pairs)}
        self.prefixes = {word[:_PREFIX] for word in self.words}
        places = COUNTRIES.named
        self.countries = {
            places[name] for name in (*written, *pairs, *threes) if name in places
        } & COUNTRIES.countries.keys()

    def lacks(self, claim: Claim, text: str = "") -> bool:
        """Whether a name of a text that retells it stands nowhere in the text, in any form."""
        short = _SHORT.match(text, claim.end)
        if short and short[1].lower() in self.words:
            return False
        country = COUNTRIES.named.get(claim.text)
        if country is not None:
            return country in COUNTRIES.countries and self._lacks_country(country)
        if self.countries and (claim.text in COUNTRIES.continents or claim.text in words().peoples):
            return False
        parts = [word for word in _WORD.findall(claim.text) if word[0].isupper() and not is_title(word)]
        if not parts or any(part.isupper() for part in parts) or self._abbreviates(parts):
            return False
        if len(parts) > 1 and parts[0] in GIVEN_NAMES.given:
            return not self._has(parts[-1])
        return not any(self._has(part) for part in parts)

    def _lacks_country(self, country: str) -> bool:
        return country not in self.countries and bool(self.countries)

    def _abbreviates(self, parts: list[str]) -> bool:
        """Whether the text has the initials of a name for it."""
        return len(parts) >= _INITIALS and "".join(part[0] for part in parts).lower() in self.words

    def _has(self, part: str) -> bool:
        """Whether the text has a word, or one that is hardly another."""
        word = part.lower()
        if word in self.words or word[:_PREFIX] in self.prefixes:
            return True
        return process.extractOne(word, self.words, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None


def _shifted(words: list[str], size: int) -> list[list[str]]:
    """Some words from the first on, from the second on, and so on."""
    return [words[first:] for first in range(size)]
