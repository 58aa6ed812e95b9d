"""Who holds which office: titles before names, after them, and beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from auditor.extract.document import Document, once
from auditor.extract.people.doing import doers
from auditor.extract.people.offices import offices
from auditor.extract.people.owners import Office
from auditor.extract.people.persons import Person, person_at, person_before
from auditor.extract.people.titles import TITLES, is_title
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.verbs import finite, speech
from auditor.extract.words import WORD, bare, capitalised_throughout
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern, word_set
from auditor.model import Claim, Role

_BETWEEN = pattern("people", "between")
_APART = re.compile(r", |: | [–—-] ")
_CLOSED = pattern("people", "closed")
_DATED = pattern("people", "dated")
_UNTIL = pattern("people", "until")
_AGE = pattern("people", "apposition")
_ARTICLE = pattern("people", "title_article")
_SERVED = pattern("people", "served")
_STACKED = pattern("people", "stacked")
_OF = pattern("people", "from")
_PLACE = re.compile(r"[’']s [A-Z]")
_AT_PLACE = pattern("people", "at_place")
_WHO = word_set("people", "relatives")
_COORDINATING = word_set("people", "coordinating")


@once
def roles(document: Document) -> list[Claim]:
    """Return a claim for each phrase that says who holds (or held) an office."""
    candidates = list(_candidates(document))
    known = {person.surname for _, person, _, sure in candidates if sure and " " in person.name}
    claims = [
        _claim(document, office, person, span)
        for office, person, span, sure in candidates
        if (sure or person.surname in known) and (office.title not in TITLES.vague or _is_tied(office))
    ]
    claims = sorted([*claims, *doers(document)], key=lambda claim: claim.start)
    _complete(claims)
    return claims


def _is_tied(office: Office) -> bool:
    """Whether an office is somebody's, named or not: "Acme's director", "its director"."""
    return office.owned or office.organisation is not None or office.article in FUNCTION_WORDS.owning


def _candidates(document: Document) -> Iterator[tuple[Office, Person, tuple[int, int], bool]]:
    """Offices with the person beside them, the span of both, and whether the place alone makes it sure."""
    text = document.text
    partners: list[Office] = []
    waiting: Office | None = None
    for office in offices(document):
        partners = _partners(text, partners, office)
        person = _following(text, office) or _beside(text, office, partners[0]) or _preceding(text, office, partners[0])
        if person is not None:
            sure, lead = _sure(text, office, person), partners[0]
            for partner in partners:
                if not partner.future and not lead.followed:
                    whole = min(partner.start, person.start), max(partner.end, person.end)
                    former, owner = lead.former, partner.organisation or lead.organisation or office.organisation
                    owner = owner or _placed(text, office, person)
                    yield replace(partner, former=partner.former or former, organisation=owner), person, whole, sure
            if waiting is not None and person.start > office.end and _stacked(text, waiting, office):
                yield waiting, person, (waiting.start, person.end), sure
        waiting = office if person is None else None


def _stacked(text: str, first: Office, second: Office) -> bool:
    """Whether a person named after two offices holds the first as well: "its chairman, retired judge X"."""
    definite = first.owned or first.article in FUNCTION_WORDS.owning or first.article in FUNCTION_WORDS.single["the"]
    return definite and not first.future and _STACKED.fullmatch(text, first.end, second.start) is not None


def _partners(text: str, partners: list[Office], office: Office) -> list[Office]:
    """The offices that "and" joins to this one, itself included: "chairman and chief executive"."""
    if partners and office.coordinated and text[partners[-1].end : office.start].strip() in _COORDINATING:
        return [*partners, office]
    return [office]


def _following(text: str, office: Office) -> Person | None:
    """The person named directly after the title."""
    if _is_office(office.organisation):
        return None
    gap = _BETWEEN.match(text, office.end, min(office.sentence[1], office.end + 3))
    if gap is None or (
        "." in gap.group() and text[office.start : office.end].rsplit(maxsplit=1)[-1].lower() not in TITLES.shortened
    ):
        return None
    person = person_at(text, gap.end(), office.sentence[1])
    if person is None or text.count("\n", office.end, person.end) > (office.group == "office"):
        return None
    if office.group == "royal" and _PLACE.match(text, person.end):
        return None
    if " " in person.name:
        return person
    alone = office.group in {"office", "royal"} and office.strong and not (office.article and office.plain)
    fits = alone or office.group in {"job", "rank"}
    return person if fits and not _is_apposed(text, office) else None


def _is_apposed(text: str, office: Office) -> bool:
    """Whether a person named before the office holds it, so that a lone name behind it is no person's."""
    if text[office.start].isupper() or not text.endswith(", ", 0, office.start):
        return False
    return person_before(text, office.start - 2, office.sentence[0]) is not None


def _beside(text: str, office: Office, lead: Office) -> Person | None:
    """The person named after the title and a comma: "Ukraine's former president, X,"."""
    gap = _APART.match(text, office.end, min(office.sentence[1], office.end + 4))
    definite = lead.owned or lead.article in FUNCTION_WORDS.owning or lead.article in FUNCTION_WORDS.single["the"]
    if gap is None or gap.group() != ", " or not (definite or lead.article in FUNCTION_WORDS.indefinite):
        return None
    if _is_served(text, lead):
        return None
    person = person_at(text, gap.end(), office.sentence[1])
    if person is None or " " not in person.name or office.group == "royal" or _is_office(office.organisation):
        return None
    return person if _closes(text, person.end, office.sentence[1], definite=definite) else None


def _is_served(text: str, office: Office) -> bool:
    """Whether it is an office's holder for whom another works: "a spokesman for the minister, X," may be X."""
    served = _SERVED.search(text, max(office.sentence[0], office.start - 40), office.start)
    return served is not None and is_title(served["title"])


def _closes(text: str, end: int, limit: int, *, definite: bool) -> bool:
    """Whether an apposition ends at a position: at a mark, or, if definite, before its verb."""
    if _CLOSED.match(text, end, limit):
        return True
    if not definite:
        return False
    following = WORD.match(text, end + 1, limit)
    return following is not None and text[end] == " " and following.group() in finite().sure


def _placed(text: str, office: Office, person: Person) -> str | None:
    """The organisation named after a person in a job: "Chief Inspector X, of the Ashby Police,"."""
    if office.group == "office" or person.end < office.end:
        return None
    match = _OF.match(text, person.end, office.sentence[1])
    if match is None:
        return None
    name = bare(match["name"])
    known = name in COUNTRIES.named and name not in COUNTRIES.countries
    return name if known or name.rpartition(" ")[2] in TITLES.things else None


def _is_office(name: str | None) -> bool:
    """Whether whom an office belongs to is an office itself: "a spokesman for the Interior Minister, X," may be X."""
    return name is not None and is_title(name.rsplit(" ", 1)[-1])


def _preceding(text: str, office: Office, lead: Office) -> Person | None:
    """The person named before the first of joint titles and a comma: "X, the chief executive of Y,"."""
    first, last = office.sentence
    closed = _CLOSED.match(text, office.end, last) is not None
    if office.group == "royal" or not (closed or _DATED.match(text, office.end, last)):
        return None
    before = text[max(first, lead.start - 40) : lead.start]
    article = _ARTICLE.search(before)
    said = article.group() if article is not None else ""
    if not (said or office.owned or office.strong or (closed and lead.group == "office")):
        return None
    before = before.removesuffix(said)
    word = text[lead.start : text.find(" ", lead.start) + 1]
    link = _link(before, word if word.strip() in TITLES.describing else "", apart=closed or office.owned)
    if link is None:
        return _appointed(text, lead, lead.start - len(said))
    if not _ties(
        office, link[0], closed=closed, definite="the" in said and not (_goes_on(text, office) or _ends(text, office))
    ):
        return None
    person = person_before(text, lead.start - len(said) - len(link[0]), first)
    if person is None or _AT_PLACE.search(text[max(first, person.start - 12) : person.start]):
        return None
    lead.former |= link[1] or _UNTIL.match(text, office.end) is not None
    return person


def _ties(office: Office, link: str, *, closed: bool, definite: bool) -> bool:
    """Whether what stands between a person and an office ties them: ", who became", or commas around an apposition."""
    if office.owned or ", who" in link:
        return True
    return closed and not definite and "," in link


def _ends(text: str, office: Office) -> bool:
    """Whether the sentence ends behind an office."""
    return text[office.end : office.end + 1] in {".", ";", ""} and office.end >= office.sentence[1] - 2


def _goes_on(text: str, office: Office) -> bool:
    """Whether a verb or "who" follows an office between commas, so that its holder does it: "X, the mayor, has"."""
    following = WORD.match(text, office.end + 2, office.sentence[1]) if text.startswith(", ", office.end) else None
    return following is not None and following.group() in _doing()


@cache
def _doing() -> frozenset[str]:
    return frozenset({*_WHO, *speech().finite, *finite().sure})


def _appointed(text: str, office: Office, end: int) -> Person | None:
    """The person before a position who is given an office, or had it: "named X as its chair", "succeeded X as"."""
    first = office.sentence[0]
    taken = text.endswith(" as ", first, end)
    person = person_before(text, end - (4 if taken else 1), first)
    verb = text[max(first, person.start - 16) : person.start].split()[-1:] if person is not None else []
    office.former |= taken and verb[-1:] != [] and verb[0] in TITLES.followed
    return person if verb and (verb[0] in TITLES.appointing or office.former) else None


def _link(before: str, word: str, *, apart: bool) -> tuple[str, bool] | None:
    """What stands between a person and an office, and whether it says that the office is one of the past.

    Args:
        before: The words before the office.
        word: The first word of the office, where it may be the participle of what stands before: "was elected".
        apart: Whether the office may be what commas set off.
    """
    found = _AGE.search(before) if apart else None
    if found is not None:
        return found[0], False
    held = _held().search(before + word) or _held().search(before)
    return None if held is None else (before[held.start() :], (held["held"] or held["once"]) is not None)


@cache
def _held() -> re.Pattern[str]:
    being, apposing = ({kind: any_of(of) for kind, of in words.items()} for words in (TITLES.being, TITLES.apposing))
    return pattern(
        "people", "held", being=being["is"], been=being["was"], apposing=apposing["is"], apposed=apposing["was"]
    )


def _sure(text: str, office: Office, person: Person) -> bool:
    """Whether the phrase can be trusted by itself: no headline in capitals, no lone word after a common title."""
    if _capitalised(text, office, person):
        return False
    return " " in person.name or person.end <= office.start or office.group in {"office", "royal"}


def _capitalised(text: str, office: Office, person: Person) -> bool:
    """Whether the sentence capitalises its words, as headlines do, so that a verb looks like a name."""
    first, last = office.sentence
    low, high = min(office.start, person.start), max(office.end, person.end)
    around = f"{text[max(first, low - 150) : low]} {text[high : min(last, high + 150)]}"
    if not (capitalised_throughout(around) and capitalised_throughout(text[office.start : office.end])):
        return False
    return len(around.split()) > 1 or text[last - 1] not in ".!?"


def _claim(document: Document, office: Office, person: Person, span: tuple[int, int]) -> Claim:
    value = Role(person.name, office.title, office.organisation, office.former)
    return Claim("role", *span, document.text[slice(*span)], value, field=document.field)


def _complete(claims: list[Claim]) -> None:
    """Give a surname its full name and an office its organisation where the same text says them once only."""
    full: dict[str, set[str]] = {}
    owners: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        role = claim.value
        if isinstance(role, Role) and " " in role.person:
            full.setdefault(role.person.rsplit(" ", 1)[-1], set()).add(role.person)
    for claim in claims:
        role = claim.value
        if isinstance(role, Role):
            names = full.get(role.person, set())
            person = next(iter(names)) if len(names) == 1 else role.person
            claim.value = role._replace(person=person)
            if role.organisation:
                owners.setdefault((person, role.title), set()).add(role.organisation)
    for claim in claims:
        role = claim.value
        if isinstance(role, Role) and role.organisation is None:
            known = owners.get((role.person, role.title), set())
            claim.value = role._replace(organisation=next(iter(known)) if len(known) == 1 else None)
