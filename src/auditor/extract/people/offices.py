"""Phrases of offices: "former Ukrainian Deputy Defence Minister", "chief executive of Acme Robotics"."""

from auditor.extract.document import Document, once
from auditor.extract.people.owners import Office, read_owner
from auditor.extract.people.preceding import PAST_PREFIX, Preceding
from auditor.extract.people.titles import TITLES, Form
from auditor.extract.people.world import COUNTRIES
from auditor.model import Span

_OF_STATES = ("premier", "prime minister")
"""What the head of a government is called in a region and in a state."""


@once
def offices(document: Document) -> list[Office]:
    """All phrases of offices in a text, in order, none inside another."""
    text, forms, done, found = document.text, TITLES.forms, 0, []
    for start, word in document.triggers.of["office"]:
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
