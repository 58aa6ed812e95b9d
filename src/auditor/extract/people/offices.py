"""Phrases of offices: "former Ukrainian Deputy Defence Minister", "chief executive of Acme Robotics"."""

import re

from auditor.extract.document import Document, once
from auditor.extract.people.owners import Office, read_owner
from auditor.extract.people.preceding import PAST_PREFIX, Preceding
from auditor.extract.people.titles import GIVEN_NAMES, TITLES, Form
from auditor.extract.people.world import COUNTRIES
from auditor.language.phrases import UPPER
from auditor.model import Span

_OF_STATES = ("premier", "prime minister")
"""What the head of a government is called in a region and in a state."""
_LONGEST_NAME = 20
_NAME_FOLLOWS = re.compile(rf"[ \u00a0\n][{UPPER}]")


@once
def offices(document: Document) -> list[Office]:
    """All phrases of offices in a text, in order, none inside another."""
    text, forms, done, found = document.text, TITLES.forms, 0, []
    called: set[str] = set()
    for start, word in document.triggers.of["office"]:
        if start < done or _is_surname(text, start, word, called):
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


def _is_surname(text: str, start: int, word: str, called: set[str]) -> bool:
    """Whether a capitalised word for an office is what somebody is called, here or before: "James Baker", "Baker"."""
    if word not in GIVEN_NAMES.surnames:
        return False
    before = text[max(0, start - _LONGEST_NAME) : start].rsplit(maxsplit=1)[-1:]
    if before and text[start - 1] == " " and before[0] in GIVEN_NAMES.given:
        called.add(word)
        return True
    return word in called and _NAME_FOLLOWS.match(text, start + len(word)) is None


def _office(text: str, start: int, end: int, form: Form, sentence: Span) -> Office:
    office = Office(start, end, form.title, form.group, sentence)
    head = text[start:end]
    plain = PAST_PREFIX.sub("", head)
    office.former = plain != head
    office.strong = plain[:1].isupper() or bool(form.tail)
    Preceding(text, office).read()
    read_owner(text, office)
    if office.title.endswith(_OF_STATES[0]) and office.organisation in COUNTRIES.countries:
        office.title = office.title.removesuffix(_OF_STATES[0]) + _OF_STATES[1]
    chief = COUNTRIES.chiefs.get(office.organisation or "") if office.title in TITLES.of_anything else None
    if chief is not None:
        office.title = chief
    return office
