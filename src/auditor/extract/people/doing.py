"""Whoever is said to do what an office is for: "Ann Lee, who heads the Ashby Institute"."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.extract.document import Document
from auditor.extract.people.persons import person_before
from auditor.extract.people.titles import TITLES
from auditor.extract.people.world import COUNTRIES
from auditor.extract.words import bare
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Role


def doers(document: Document) -> Iterator[Claim]:
    """Yield a claim of a role for each person who is said to head, run or coach an organisation that has a name."""
    text = document.text
    for match in _pattern().finditer(text):
        person = person_before(text, match.start(), document.sentence_at(match.start())[0])
        if person is not None and " " in person.name:
            name = bare(match["name"])
            role = Role(person.name, TITLES.doing[match["does"]], COUNTRIES.named.get(name, name), former=False)
            end = match.start("name") + len(name)
            yield Claim("role", person.start, end, text[person.start : end], role, field=document.field)


@cache
def _pattern() -> re.Pattern[str]:
    return pattern("people", "doing", does=any_of(TITLES.doing))
