"""The persons that a text names in full, and whom a surname alone stands for."""

import re
from collections.abc import Iterable

from auditor.extract.document import Document, once
from auditor.extract.people.names import names
from auditor.extract.people.persons import is_opener, is_person, surname
from auditor.extract.people.roles import roles
from auditor.extract.people.titles import GIVEN_NAMES, TITLES, has_given_name, is_title
from auditor.extract.speech.verbs import speech
from auditor.extract.words import bare
from auditor.language.phrases import UPPER, pattern, word_set
from auditor.model import Claim, Name, Role

_MOST_WORDS = 4
_REACH = 40
_COURTESY = re.compile(rf"\.?[ \u00a0](?:[{UPPER}][\w’'-]+ )?([{UPPER}][\w’'-]+)(?! [{UPPER}])")
_BEFORE_VERB = re.compile(rf"(?<![{UPPER}]\w)(?:^|[^\w{UPPER}])([{UPPER}][\w’'-]+) $")
_AFTER_VERB = re.compile(rf" ([{UPPER}][\w’'-]+)(?![\w’'-]| [{UPPER}])")
_JOINTS = word_set("people", "small")
_MAN = pattern("people", "man")


class People:
    """Whom a text's surnames mean.

    Attributes:
        full: The full name of each surname, the surname itself where no full name stands in the text, and None where
            two people share it.
        pronouns: "he" or "she" for each surname, where the text shows which.
    """

    def __init__(self, document: Document) -> None:
        """Collect the persons of a document."""
        self.pronouns: dict[str, str] = {}
        alone = self._courtesies(document) | _speaking(document)
        held = [claim for claim in roles(document) if isinstance(claim.value, Role)]
        holders = [claim.value.person for claim in held if isinstance(claim.value, Role)]
        self.full: dict[str, str | None] = {}
        self._add(name for name in holders if " " in name)
        named = (_person_in(claim.value.name) for claim in names(document) if isinstance(claim.value, Name))
        self._add(name for name in named if name and (has_given_name(name) or surname(name) in alone))
        for last in (*self.pronouns, *(name for name in holders if " " not in name)):
            self.full.setdefault(last, last)
        for claim in held:
            self._pronoun(claim)

    def _add(self, found: Iterable[str]) -> None:
        """Add full names; one that only adds or drops a part is the same."""
        for name in dict.fromkeys(found):
            last = surname(name)
            known = self.full.setdefault(last, name)
            if known is None or known.split()[0] == name.split()[0]:
                continue
            if not (known.endswith(f" {name}") or name.endswith(f" {known}")):
                self.full[last] = None

    def _courtesies(self, document: Document) -> set[str]:
        """The surnames that courtesy titles precede: "Mr Tran"."""
        found = set()
        for start, word in document.triggers.of["courtesy"]:
            match = _COURTESY.match(document.text, start + len(word))
            if match is None:
                continue
            last = bare(match[1])
            if not is_opener(last) and (last not in TITLES.things or last in GIVEN_NAMES.surnames):
                found.add(last)
                pronoun = TITLES.pronoun_of.get(word.lower())
                if pronoun is not None:
                    self.pronouns[last] = pronoun
        return found

    def _pronoun(self, claim: Claim) -> None:
        """Learn from "spokeswoman", "king" and the like."""
        if not isinstance(claim.value, Role):
            return
        last = surname(claim.value.person)
        match = _MAN.search(claim.text)
        if match is not None:
            self.pronouns.setdefault(last, "she" if match["she"] else "he")
        for word in claim.text.lower().split():
            if word in TITLES.pronoun_of:
                self.pronouns.setdefault(last, TITLES.pronoun_of[word])


@once
def people(document: Document) -> People:
    """The persons of a document."""
    return People(document)


def _speaking(document: Document) -> set[str]:
    """The capitalised words that stand alone beside a verb of speech: "Hewitt says", "said Hewitt"."""
    text, found = document.text, set()
    for start, word in document.triggers.of["speech"]:
        if word in speech().reporting:
            before = _BEFORE_VERB.search(text[max(0, start - _REACH) : start])
            after = _AFTER_VERB.match(text, start + len(word))
            found |= {match[1] for match in (before, after) if match is not None}
    return found


def _person_in(name: str) -> str | None:
    """The person that a run of capitalised words names, what stands before the given name left out."""
    words = name.split()
    given = next((place for place, word in enumerate(words[:-1]) if word in GIVEN_NAMES.given), None)
    titles = next((place for place, word in enumerate(words) if not is_title(word)), 0)
    words = words[titles if given is None else given :]
    if not 1 < len(words) <= _MOST_WORDS or not _JOINTS.isdisjoint(words):
        return None
    if any(word in TITLES.things and (given is None or word not in GIVEN_NAMES.surnames) for word in words):
        return None
    whole = " ".join(words)
    return whole if is_person(whole) and not words[0].isupper() else None
