"""An office and whose it is: "of Defence", "of Ukraine", "for Defence Investment", "at Lund University"."""

import re
from dataclasses import dataclass

from auditor.extract.people.titles import GIVEN_NAMES, TITLES
from auditor.extract.people.world import COUNTRIES
from auditor.extract.words import WORD, bare, longest
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern, word_set
from auditor.model import Span

_SECOND = pattern("people", "second")
_FIELD = pattern("people", "field")
_JOINT = pattern("people", "joint")
_NAMED = re.compile(rf" (?P<name>[{UPPER}][\w’'&-]*(?: [{UPPER}][\w’'&-]*){{0,3}})(?=[,.;)])")
"""The name of what was just said to be something: "of the trade body SMMT"."""
_PART = pattern("people", "part_of")
_AWARD = pattern("people", "award")
_CLOSED = pattern("people", "owner_ends")
_OF = pattern("people", "of")
_MORE = (" of ", " for ", " at ")
_ADJECTIVE = pattern("people", "adjective")
_REACH = 200
_AT = FUNCTION_WORDS.single["at"]
_TYING = word_set("people", "tying")


@dataclass(slots=True)
class Office:
    """A phrase that names an office.

    Attributes:
        start: Where it begins, without an article.
        end: Where it ends.
        title: The canonical title.
        group: How it may stand beside a name: office, job, rank, royal.
        sentence: The sentence it stands in.
        organisation: Whose office it is, canonical where known.
        former: Whether it is one of the past.
        future: Whether it is not yet held.
        article: Whether "the" or "a" stands before it.
        strong: Whether it is capitalised or says more than one bare word, so that a surname alone may follow.
        owned: Whether somebody's it is, named or not: "the bank's".
        coordinated: Whether "and" stands before it.
        followed: Whether somebody else holds it since: "succeeded Prime Minister …".
    """

    start: int
    end: int
    title: str
    group: str
    sentence: Span
    organisation: str | None = None
    former: bool = False
    future: bool = False
    article: str = ""
    strong: bool = False
    owned: bool = False
    coordinated: bool = False
    followed: bool = False

    @property
    def plain(self) -> bool:
        """Whether the phrase is a title of one word and nothing else."""
        return " " not in self.title and not self.owned and not self.former


def read_owner(text: str, office: Office) -> None:
    """Fill the office with what stands after its title: "of Defence", "of Ukraine", "for Defence Investment"."""
    award = _AWARD.match(text, office.end)
    if award is not None and award[1] in TITLES.awards:
        office.future = True
        return
    part = _PART.match(text, office.end, office.sentence[1])
    if part is not None:
        office.end, office.owned = part.end(), True
        return
    for _ in range(3):
        match = _OF.match(text, office.end, min(office.sentence[1], office.end + _REACH))
        field = _FIELD.match(text, match.end()) if match is not None and match.group("name") is not None else None
        if field is not None:
            office.end, office.owned = field.end(), True
            continue
        if match is None or not (_take_portfolio(text, office, match) or _take_owner(office, match)):
            break
    if office.organisation is None:
        _read_remit(text, office)
    elif office.owned and text.startswith(" ", office.end):
        _read_function(text, office)
        _read_sort(text, office)
    following = WORD.match(text, office.end + 1, min(office.sentence[1], office.end + 30))
    if following is not None and following.group().lower() in TITLES.future:
        office.future = True


def _read_sort(text: str, office: Office) -> None:
    """Step over what sort of body the owner is: "leader of the Reform list"."""
    sort = WORD.match(text, office.end + 1, office.sentence[1])
    if sort is not None and sort.group() in TITLES.bodies:
        office.end = sort.end()


def _read_remit(text: str, office: Office) -> None:
    """Step over what the office is for in plain words, where a comma or an owner follows: "of economics at Lund"."""
    match = _OF.match(text, office.end, min(office.sentence[1], office.end + _REACH))
    if match is None or match.group("remit") is None:
        return
    _take_function(office, match["remit"].split())
    named = _NAMED.match(text, match.end(), office.sentence[1])
    if named is not None and " the" in match.group("word"):
        office.organisation, office.end, office.owned = named["name"], named.end("name"), True
        return
    if match.group("word").split()[0] not in FUNCTION_WORDS.single["to"] and _take_body(text, office, match):
        return
    if _CLOSED.match(text, match.end(), office.sentence[1]):
        office.end = match.end()
        office.owned |= " the" in match.group("word")
        return
    ends = [joint.start() for joint in _JOINT.finditer(text, match.start("remit"), match.end())]
    for end in (*ends, match.end()):
        owner = _OF.match(text, end, min(office.sentence[1], end + _REACH))
        if owner is not None and owner.group("name") is not None:
            _take_owner(office, owner)
            break


def _read_function(text: str, office: Office) -> None:
    """Take what the head of a body is for: "Orexa's head of sales"."""
    match = _OF.match(text, office.end, min(office.sentence[1], office.end + _REACH))
    if match is not None and match["remit"] is not None and _CLOSED.match(text, match.end(), office.sentence[1]):
        title = office.title
        _take_function(office, match["remit"].split())
        if office.title != title:
            office.end = match.end()


def _take_function(office: Office, words: list[str]) -> None:
    """Take what the head of something is for into the title: "head of sales and service"."""
    if office.title not in TITLES.posts and office.title not in TITLES.of_anything:
        return
    count = longest(words, TITLES.function_of)
    if count:
        office.title = f"{' '.join(words[:count])} {office.title}"
        office.strong = True


def _take_body(text: str, office: Office, match: re.Match[str]) -> bool:
    """Take a body that has no name as whose the office is: "for the interior ministry"."""
    words, known = match.group("remit").split(), TITLES.bodies
    if _JOINT.search(match.group("remit")):
        return False
    first = next((place for place, word in enumerate(words) if word in known), None)
    if first is None:
        return False
    count = first + 1 + (words[first + 1 : first + 2] != [] and words[first + 1] in known)
    owner = " ".join(words[:count])
    end = match.start("remit") + len(owner)
    if text.startswith(_MORE, end):
        return False
    office.organisation, office.end, office.owned = owner, end, True
    return True


def _take_portfolio(text: str, office: Office, match: re.Match[str]) -> bool:
    head = office.title.rsplit(" ", 1)[-1]
    if head not in TITLES.portfolio_heads or office.title.count(" ") > 1:
        return False
    start = match.end("word")
    parts = [word.group().lower() for word in WORD.finditer(text, start, min(office.sentence[1], start + 60))][:4]
    count = longest(parts, TITLES.portfolio_of)
    if not count:
        return False
    words = list(WORD.finditer(text, start, min(office.sentence[1], start + 60)))[:count]
    portfolio = TITLES.portfolio_of[" ".join(parts[:count])]
    office.end, office.strong, office.owned = words[-1].end(), True, True
    second = _SECOND.match(text, office.end, min(office.sentence[1], office.end + 40))
    if second is not None and second.group(1).lower() in TITLES.portfolio_of:
        portfolio = f"{portfolio} and {TITLES.portfolio_of[second.group(1).lower()]}"
        office.end = second.end()
    office.title = f"{office.title.removesuffix(head)}{portfolio} {head}"
    return True


def _take_owner(office: Office, match: re.Match[str]) -> bool:
    name = match.group("name")
    if name is None or office.organisation is not None:
        return _take_remit(office, match)
    parts = bare(name).split()
    whole = " ".join(parts)
    if office.title == "minister" and whole not in COUNTRIES.named and match.group("word").strip() not in _AT:
        office.title = f"{whole.lower()} minister"
        office.end, office.strong = match.start("name") + len(bare(name)), True
        return True
    count = _owner_words(parts)
    start = match.start("name")
    if count:
        taken = re.match(r"\s*\S+" * count, name)
        owner = " ".join(parts[:count])
        office.organisation = COUNTRIES.named.get(owner, owner)
        office.end = start + len(bare(taken.group())) if taken else match.end()
    elif match.group("word").split()[0] in FUNCTION_WORDS.single["to"]:
        return False
    else:
        office.organisation = " ".join(parts)
        office.end = start + len(bare(name))
    office.strong = office.owned = True
    return True


def _owner_words(parts: list[str]) -> int:
    """How many words name the owner, where somebody's name may follow: "of Ukraine Olena Hrytsak"; 0 if unknown."""
    known = COUNTRIES.named
    if " ".join(parts) in known:
        return len(parts)
    if parts[-1] in TITLES.things and parts[-1] not in GIVEN_NAMES.surnames:
        return 0
    count = longest(parts, known, 7)
    owner = " ".join(parts[:count])
    if count and len(parts) > count + 1 and (known[owner] == owner or _ADJECTIVE.search(owner) is None):
        return count
    given = [index for index, part in enumerate(parts) if index and part in GIVEN_NAMES.given]
    return given[0] if given and len(parts) - given[0] in {2, 3} else 0


def _take_remit(office: Office, match: re.Match[str]) -> bool:
    """Take what the office is for, where that makes another office of it: "for Defence Investment"; or to where."""
    tie, name = match.group("word").split()[0], match.group("name")
    if tie in _AT and name is not None:
        office.organisation, office.end = " ".join(bare(name).split()), match.start("name") + len(bare(name))
        return True
    if tie not in _TYING or " for " in office.title or name is None:
        return False
    parts = bare(name).split()
    count = _owner_words(parts)
    if tie in FUNCTION_WORDS.single["to"] and not count:
        return False
    taken = re.match(r"\s*\S+" * (count or len(parts)), name)
    remit = taken.group() if taken is not None else name
    if office.title not in TITLES.of_seats and tie not in FUNCTION_WORDS.single["to"]:
        office.title = f"{office.title} for {bare(remit).lower()}"
    office.end = match.start("name") + len(bare(remit))
    return True
