"""A first rule for a fact-checker to change: made of one text on which it fires, and one on which it is silent.

Of a few shapes of rules that a kind has, the first whose examples hold is written, with a comment at each key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd
import yaml

from auditor import yamlfile
from auditor.errors import AuditorError, BadFileError
from auditor.extract import examine
from auditor.files import write_whole
from auditor.reference import Facts
from auditor.rules import examples, loading, schema
from auditor.rules.model import Example, ExampleSource, Group
from auditor.rules.relations.base import Row
from auditor.tables import claims_table
from auditor.yamlfile.nodes import Plain

Kind = Literal["claim", "source", "story", "reference", "series", "total"]
Body = dict[str, Any]

KINDS: tuple[Kind, ...] = get_args(Kind)

_MOST_TOLD = 8

_PAIR: Body = {"compare": "pairs", "verdict": "contradiction"}
_QUANTITY: Body = {"left": {"kind": "quantity"}, "group": "numbers", "must": {"overlaps": {}}}


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of rule.

    Attributes:
        says: What it compares, in a line.
        fires: A text for each source of a story on which it fires, where nobody gives one.
        silent: Likewise of a story on which it is silent.
    """

    says: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]


SHAPES: Mapping[Kind, Shape] = {
    "claim": Shape(
        "one claim by itself",
        ("The storm left dozens of houses without a roof.",),
        ("The storm left 41 houses without a roof.",),
    ),
    "source": Shape(
        "two claims of one source",
        ("The storm hit 14 villages. In all 19 villages were hit.",),
        ("The storm hit 14 villages. In all 14 villages were hit.",),
    ),
    "story": Shape(
        "claims of two sources of a story",
        ("The storm hit 14 villages, the mayor said.", "The storm hit 19 villages, the mayor said."),
        ("The storm hit 14 villages, the mayor said.", "The storm hit 14 villages, the mayor said."),
    ),
    "reference": Shape(
        "claims with the established facts",
        ("5 May 2027\n\nA new library\n\nIn the two years since the Exampleton flood, the town has built it.",),
        ("5 August 2024\n\nA new library\n\nIn the two years since the Exampleton flood, the town has built it.",),
    ),
    "series": Shape(
        "all claims about one thing, in order of time",
        ("The storm hit 14 villages. In all 19 villages were hit. Of 14 villages nobody knows.",),
        ("The storm hit 14 villages. In all 14 villages were hit. Of 14 villages nobody knows.",),
    ),
    "total": Shape(
        "a total and the sum of its parts",
        ("On board were 30 people: 12 women and 19 men.",),
        ("On board were 31 people: 12 women and 19 men.",),
    ),
}
FACTS: Body = {
    "events": [
        {
            "name": "the Exampleton flood",
            "start": "2022-07-14",
            "source": {"name": "Water board", "url": "https://water.example/2022"},
        }
    ]
}
"""An established fact for the texts above that need one."""


def draft(id_: str, kind: Kind, fires: Sequence[str], silent: Sequence[str], facts: Plain = None) -> str:
    """A rule as a commented file whose examples hold.

    Args:
        id_: Its name.
        kind: What it compares.
        fires: The text of each source of a story on which it fires.
        silent: Likewise of a story on which it is silent.
        facts: Established facts for both, as a file of ``claims/reference`` has them.

    Raises:
        AuditorError: No shape of that kind does both.
    """
    shown = {"fires": [_example(fires, facts)], "silent": [_example(silent, facts)]}
    for body in _bodies(kind, fires, silent):
        text = _written(id_, body, shown)
        if _holds(text, id_):
            return text
    raise AuditorError(
        f"no simple rule over {SHAPES[kind].says} fires on the one text and is silent on the other; give texts that "
        f"differ in one value only. In the first the auditor finds {_told(fires)}; in the other {_told(silent)}"
    )


def _told(texts: Sequence[str]) -> str:
    """The claims of an example in a few words, for somebody who wonders what was read."""
    found = [f"{row['kind']} “{' '.join(row['text'].split())}”" for row in _rows(_claims(texts))]
    return ", ".join(found[:_MOST_TOLD]) or "no claim at all"


def _example(texts: Sequence[str], facts: Plain) -> Body:
    told: Body = {"text": texts[0]} if len(texts) == 1 else {"texts": list(texts)}
    return told | ({"reference": deepcopy(facts)} if facts else {})  # YAML would make an alias of a second mention


def _holds(text: str, id_: str) -> bool:
    """Whether a rule has no mistake and does what its examples say."""
    try:
        rule = loading.parse(yamlfile.load(text, id_))
    except BadFileError:
        return False
    return not any(result.fails for result in examples.check([rule]))


def _bodies(kind: Kind, fires: Sequence[str], silent: Sequence[str]) -> Iterator[Body]:
    """The shapes of a kind, the most telling first."""
    if kind == "claim":
        yield from _of_one_claim(_claims(fires), _claims(silent))
    elif kind == "reference":
        yield from _with_reference()
    elif kind == "series":
        yield from _series()
    elif kind == "total":
        yield from _totals()
    else:
        yield from _pairs("sources" if kind == "story" else "source")


def _claims(texts: Sequence[str]) -> pd.DataFrame:
    """The claims table of an example."""
    told = examples.sources(Example(sources=tuple(ExampleSource(text=text) for text in texts)))
    infos = [examine(source) for source in told]
    return claims_table([claim for info in infos for claim in info.claims], infos)


_TELLING = ("qualifier", "zone", "modality", "change", "speaker", "unit", "former", "title", "stage", "measure")


def _of_one_claim(found: pd.DataFrame, other: pd.DataFrame) -> Iterator[Body]:
    """What is true of a claim of the one text and of none of the other."""
    base: Body = {
        "compare": "claims",
        "verdict": "nuance",
        "group": "style",
        "message": "{claim.source} says “{claim.text}”",
    }
    rows, beside = _rows(found), _rows(other)
    for row in rows:
        alike = [one for one in beside if one["kind"] == row["kind"]]
        for name in _TELLING:
            if alike and row[name] not in {one[name] for one in alike}:
                demand = {"present": True} if row[name] is None else {"ne": row[name]}
                yield base | {"where": {"kind": row["kind"]}, "must": {name: demand}}
        yield from (base | body for body in _limits(row, alike))
    words = {word for sentence in other["sentence"] for word in str(sentence).split()}
    for row in rows:
        for word in str(row["sentence"]).split():
            if word.isalpha() and word not in words:
                yield base | {"where": {"kind": row["kind"]}, "must": {"sentence": {"str_lacks": rf"\b{word}\b"}}}


def _rows(table: pd.DataFrame) -> list[Row]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.to_numpy(dtype=object)]


def _limits(row: Row, alike: Iterable[Row]) -> Iterator[Body]:
    """A number beyond those of the other text."""
    points = [one["point"] for one in alike if one["axis"] == row["axis"] and one["point"] == one["point"]]
    if not points or row["point"] != row["point"]:
        return
    where = {"kind": row["kind"], "axis": row["axis"]}
    if row["point"] > max(points):
        yield {"where": where, "must": {"point": {"le": max(points)}}}
    if row["point"] < min(points):
        yield {"where": where, "must": {"point": {"ge": min(points)}}}


def _pairs(within: str) -> Iterator[Body]:
    says = {
        "source": "{left.source} says {left.text}, and {right.text}",
        "sources": "{left.source} says {left.text}, {right.source} says {right.text}",
    }
    base = _PAIR | {"message": says[within]}
    figures: tuple[Body, ...] = ({"same": ["axis"], "alike": 80}, {"same": ["axis"], "context": 50}, {"same": ["axis"]})
    for tie in figures:
        yield base | _QUANTITY | {"pair": {"within": within} | tie}
    yield base | {
        "group": "people",
        "left": {"kind": "date", "before": {"str_contains": r"\bborn\b"}},
        "right": {"measure": "age"},
        "pair": {"within": "sentence" if within == "source" else within},
        "must": {"elapsed": {}},
    }
    roles: tuple[tuple[Body, list[str], Body], ...] = (
        ({"kind": "role", "former": False}, ["title", "organisation"], {"same_person": {}}),
        ({"kind": "role", "former": False}, ["title"], {"same_person": {}}),
        ({"kind": "role"}, ["person"], {"left_title": {"eq": {"column": "right_title"}}}),
    )
    for left, same, must in roles:
        yield base | {"group": "people", "left": left, "pair": {"within": within, "same": same}, "must": must}
    others: tuple[tuple[str, Group, Body, Body], ...] = (
        ("status", "events", {"alike": 80}, {"same_stage": {}}),
        ("name", "style", {"alike": 90}, {"same_spelling": {}}),
        ("quotation", "quotations", {"alike": 60}, {"same_words": {}}),
        ("date", "dates", {"context": 40}, {"overlaps": {}}),
        ("date", "dates", {}, {"overlaps": {}}),
        ("date", "events", {"same": ["low", "high"]}, {"left_place": {"eq": {"column": "right_place"}}}),
        ("name", "events", {"context": 50}, {"same_spelling": {}}),
    )
    for kind, group, tie, must in others:
        yield base | {"group": group, "left": {"kind": kind}, "pair": {"within": within} | tie, "must": must}


def _with_reference() -> Iterator[Body]:
    published = {"kind": "date", "clue": ["displayed", "url", "metadata"]}
    base = _PAIR | {"message": "“{left.text}” does not go with {right.text}: {via.text}", "right": published}
    for left, through in (({"kind": "duration"}, "event"), ({"kind": "role", "former": False}, "term")):
        yield base | {
            "group": "dates",
            "left": left,
            "pair": {"within": "source", "through": through},
            "must": {"overlaps": {"tolerance": 31}},
        }
    yield _PAIR | {
        "message": "“{left.text}”; but {right.text}",
        "group": "people",
        "left": {"kind": "role", "former": False},
        "right": {"kind": "role"},
        "pair": {"within": "reference", "same": ["title", "organisation"], "need": "some"},
        "when": {"days_apart": 0},
        "must": {"same_person": {}},
    }
    money = {"kind": "quantity", "dimension": "money"}
    yield base | {
        "group": "money",
        "left": money,
        "right": money,
        "pair": {"within": "sentence", "through": "rate"},
        "must": {"overlaps": {}},
    }


def _series() -> Iterator[Body]:
    base: Body = {"compare": "series", "verdict": "contradiction", "group": "numbers", "message": "{series.values}"}
    for where in ({"kind": "quantity"}, {"kind": "date"}):
        for tie in ({"same": ["axis"], "alike": 80}, {"same": ["axis"]}):
            for relation in ("constant", "never_falls"):
                yield base | {"where": where, "pair": tie, "must": {relation: {}}}


def _totals() -> Iterator[Body]:
    for relation in ("overlaps", "contains"):
        for tie in ({"between": [":", "of which", "of them", "including"]}, {}):
            yield _PAIR | {
                "group": "numbers",
                "message": "{left.text} are not {parts.texts}",
                "left": {"kind": "quantity"},
                "pair": {"within": "sentence", "same": ["axis"], "need": "together"} | tie,
                "when": {"right_low": {"lt": {"column": "left_low"}}},
                "must": {relation: {}},
            }


_COMMENTS = {
    "title": "What it looks for, in a few words.",
    "group": f"One of {', '.join(get_args(Group))}.",
    "severity": "error: do not publish; warning: look at it; note: good to know, fails nothing.",
    "verdict": "contradiction, impossible, missing, unsupported, nuance, update or variant.",
    "compare": "Which claims, and how they come together. `auditor rules columns FILE` shows what claims hold.",
    "must": "What has to hold; where it does not, there is a finding.",
    "message": "What a finding says.",
    "why": "For an editor: why it matters, and what to do. Change both to what your rule is for.",
    "examples": "A story on which it fires, and one on which it is silent; add every false alarm you meet to `silent`.",
}
_ORDER = ("compare", "where", "left", "right", "pair", "when", "must")


def _written(id_: str, body: Body, shown: Body) -> str:
    """The file."""
    words: Body = {
        "title": id_.replace("-", " ").capitalize(),
        "group": body["group"],
        "severity": "note",
        "verdict": body["verdict"],
        **{key: body[key] for key in _ORDER if key in body},
        "message": body["message"],
        "why": "A rule of this newsroom asks for it.",
        "next": "Look at what is marked, and correct what is wrong.",
        "examples": shown,
    }
    lines = [
        f"# yaml-language-server: $schema={loading.SCHEMA}",
        "# `auditor rules guide` explains every key, `auditor rules test` runs the examples.",
        f"id: {id_}",
    ]
    for key, value in words.items():
        lines += [f"# {_COMMENTS[key]}"] if key in _COMMENTS else []
        style = False if isinstance(value, str) else None
        written = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, default_flow_style=style, width=110)
        lines.append(written.rstrip("\n"))
    return "\n".join(lines) + "\n"


def facts_of(path: str) -> Plain:
    """The facts of a file, as an example may hold them.

    Raises:
        AuditorError: It holds mistakes.
    """
    node = yamlfile.load(Path(path))
    yamlfile.validate(node, Facts)
    return node.plain()


def save(folder: str, id_: str, text: str) -> Path:
    """Write a rule into a folder, and the schema beside it where there is none; never over what is there.

    Raises:
        AuditorError: Something is there, or the folder cannot be written.
    """
    path = Path(folder) / f"{id_}{loading.ENDING}"
    schema_file = path.with_name(loading.SCHEMA)
    if path.exists() or path.is_symlink():
        raise AuditorError(f"{path}: is there already; nothing was written")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AuditorError(f"{folder}: cannot be made: {error.strerror or error}") from None
    if not schema_file.exists():
        write_whole(schema_file, schema.text())
    write_whole(path, text)
    return path
