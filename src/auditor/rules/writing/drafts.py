"""A first rule for a fact-checker to change: made of one text on which it fires, and one on which it is silent.

Of a few shapes of rules that a kind has, the first whose examples hold is written, with a comment at each key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict, get_args

import pandas as pd
import yaml

from auditor import yamlfile
from auditor.errors import AuditorError, BadFileError
from auditor.extract import examine
from auditor.files import write_whole
from auditor.reference import Facts
from auditor.rules.model import Example, ExampleSource, Group
from auditor.rules.reading import loading, schema
from auditor.rules.relations.base import Row
from auditor.rules.writing import examples
from auditor.tables import claims_table
from auditor.tables.values import iso
from auditor.yamlfile.nodes import Plain

Kind = Literal["claim", "source", "story", "reference", "series", "total"]
Body = dict[str, Any]

KINDS: tuple[Kind, ...] = get_args(Kind)

_MOST_TOLD = 8


class Shape(TypedDict):
    """A kind of rule, as ``drafts.yaml`` has it.

    Attributes:
        says: What it compares, in a line.
        fires: A text for each source of a story on which it fires, where nobody gives one.
        silent: Likewise of a story on which it is silent.
        common: What its shapes have in common.
        shapes: What each of them has besides.
    """

    says: str
    fires: Sequence[str]
    silent: Sequence[str]
    common: Body
    shapes: NotRequired[Sequence[Body]]


class _Drafts(TypedDict):
    kinds: Mapping[Kind, Shape]
    pairs: Sequence[Body]
    facts: Body
    comments: Mapping[str, str]


@cache
def _drafts() -> _Drafts:
    text = files(__package__).joinpath("drafts.yaml").read_text(encoding="utf-8")
    found: _Drafts = yaml.safe_load(text)
    return found


def shape(kind: Kind) -> Shape:
    """What a kind of rule is made of."""
    return _drafts()["kinds"][kind]


def facts() -> Body:
    """An established fact for the texts of a shape that need one."""
    return _drafts()["facts"]


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
        f"no simple rule over {shape(kind)['says']} fires on the one text and is silent on the other; give texts that "
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
    known = shape(kind)
    shapes: Iterable[Body] = known.get("shapes", ())
    if kind == "claim":
        shapes = _of_one_claim(_claims(fires), _claims(silent))
    elif kind in {"source", "story"}:
        shapes = chain(shapes, _drafts()["pairs"])
    for body in shapes:
        pair = {"pair": known["common"]["pair"] | body.get("pair", {})} if "pair" in known["common"] else {}
        yield known["common"] | body | pair


def _claims(texts: Sequence[str]) -> pd.DataFrame:
    """The claims table of an example."""
    told = examples.sources(Example(sources=tuple(ExampleSource(text=text) for text in texts)))
    infos = [examine(source) for source in told]
    return claims_table([claim for info in infos for claim in info.claims], infos)


_TELLING = (
    "weekday",
    "qualifier",
    "zone",
    "modality",
    "change",
    "speaker",
    "unit",
    "former",
    "title",
    "stage",
    "measure",
)


def _of_one_claim(found: pd.DataFrame, other: pd.DataFrame) -> Iterator[Body]:
    """What is true of a claim of the one text and of none of the other."""
    rows, beside = _rows(found), _rows(other)
    for row in rows:
        alike = [one for one in beside if one["kind"] == row["kind"]]
        for name in _TELLING:
            if alike and row[name] not in {one[name] for one in alike}:
                demand = {"present": True} if row[name] is None else {"ne": row[name]}
                yield {"where": {"kind": row["kind"]}, "must": {name: demand}}
        yield from _limits(row, alike)
    words = {word for sentence in other["sentence"] for word in str(sentence).split()}
    for row in rows:
        for word in str(row["sentence"]).split():
            if word.isalpha() and word not in words:
                yield {"where": {"kind": row["kind"]}, "must": {"sentence": {"str_lacks": rf"\b{word}\b"}}}


def _rows(table: pd.DataFrame) -> list[Row]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.to_numpy(dtype=object)]


def _limits(row: Row, alike: Iterable[Row]) -> Iterator[Body]:
    """A number beyond those of the other text."""
    points = [one["point"] for one in alike if one["axis"] == row["axis"] and one["point"] == one["point"]]
    if not points or row["point"] != row["point"]:
        return
    where = {"kind": row["kind"], "axis": row["axis"]}
    if row["point"] > max(points):
        yield {"where": where, "must": {"point": {"le": _limit(row, max(points))}}}
    if row["point"] < min(points):
        yield {"where": where, "must": {"point": {"ge": _limit(row, min(points))}}}


def _limit(row: Row, point: float) -> float | str:
    """A limit as people write it."""
    return iso(point) if row["axis"] == "day" else point


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
        comment = _drafts()["comments"].get(key, "").replace("{groups}", ", ".join(get_args(Group)))
        lines += [f"# {comment}"] if comment else []
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
