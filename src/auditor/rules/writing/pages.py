"""Rules for reading in a terminal: the list, one rule as a page, and how the examples went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill, indent
from typing import get_args

from auditor.rules.model import Example, Group, Pair, Rule, Selection
from auditor.rules.reading.overrides import thresholds
from auditor.rules.reading.pack import Entry
from auditor.rules.writing.examples import Result
from auditor.rules.writing.mutations import Mutant
from auditor.wording.words import several

_WIDTH = 88
_COLUMN = 13


def listing(entries: Sequence[Entry], counts: Mapping[str, int] | None = None) -> str:
    """All rules by group: id, severity, verdict, origin, how often each fired, title.

    Args:
        entries: The rules.
        counts: How often each fired in the last audit; None if nobody knows.
    """
    longest = max((len(entry.rule.id) for entry in entries), default=0)
    lines: list[str] = []
    for group in sorted({entry.rule.group for entry in entries}):
        lines += ["", group] if lines else [group]
        lines += [_listed(entry, longest, counts) for entry in entries if entry.rule.group == group]
    return "\n".join(lines) + "\n"


def _listed(entry: Entry, longest: int, counts: Mapping[str, int] | None) -> str:
    rule, severity = entry.rule, entry.rule.severity if entry.runs else "off"
    fired = "" if counts is None else f"{counts.get(rule.id, '-'):>4} found  "
    return f"  {rule.id:<{longest}}  {severity:<7}  {rule.verdict:<13}  {entry.origin:<10}  {fired}{rule.title}"


def page(entry: Entry) -> str:
    """One rule: what it finds and why, what it compares, what to do, and its examples."""
    return "\n".join(_page(entry)) + "\n"


def results_page(results: Iterable[Result], *, every: bool = False) -> str:
    """How the examples of each rule went: what fired, what was silent, and what should have been.

    Args:
        results: How each example went, rule by rule.
        every: Whether to show all of them, or only those that did not go as they should.
    """
    lines, by_rule = [], dict[str, list[Result]]()
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    for rule, some in by_rule.items():
        failed = any(result.fails for result in some)
        lines.append(f"{'FAIL' if failed else 'ok  '}  {rule}  {_tally(some)}")
        lines += [f"      {result}" for result in some if every or not result.holds]
    tried = [result for some in by_rule.values() for result in some]
    lines.append(f"{several(len(tried), 'example')} of {several(len(by_rule), 'rule')}, {_failures(tried)}")
    return "\n".join(lines) + "\n"


def mutants_page(mutants: Sequence[Mutant]) -> str:
    """Which changes of silent examples some rule noticed, and which none did."""
    counted = [mutant for mutant in mutants if mutant.counts]
    lines = [""]
    for rule in dict.fromkeys(mutant.rule for mutant in mutants):
        some = [mutant for mutant in counted if mutant.rule == rule]
        lines.append(f"{_noticed(some)}  {rule}")
        lines += [f"      {mutant}, noticed by no rule" for mutant in some if not mutant.noticed]
    told = f"{several(len(mutants) - len(counted), 'change')} took no agreement away"
    return "\n".join([*lines, f"{_noticed(counted)} changes noticed; {told}"]) + "\n"


def _noticed(mutants: Sequence[Mutant]) -> str:
    noticed = sum(mutant.noticed for mutant in mutants)
    share = f" ({100 * noticed // len(mutants)}%)" if mutants else ""
    return f"{noticed} of {len(mutants)}{share}"


def _failures(results: Sequence[Result]) -> str:
    """``2 failed; 3 known misses, 1 found by now``."""
    told = f"{sum(result.fails for result in results)} failed"
    missed = [result for result in results if result.kind == "known_miss"]
    if not missed:
        return told
    found = sum(not result.holds for result in missed)
    by_now = f", {found} found by now" if found else ""
    return f"{told}; {several(len(missed), 'known miss', 'known misses')}{by_now}"


def _tally(results: Sequence[Result]) -> str:
    kinds = dict.fromkeys(result.kind for result in results)
    return ", ".join(
        f"{kind.replace('_', ' ')} {sum(result.holds for result in results if result.kind == kind)}"
        f"/{sum(result.kind == kind for result in results)}"
        for kind in kinds
    )


def _page(entry: Entry) -> Iterator[str]:
    rule = entry.rule
    yield f"{rule.id} ({rule.group})"
    yield f"{rule.title}: {rule.verdict}, {rule.severity}"
    yield ""
    yield fill(rule.why, _WIDTH)
    yield fill(f"What to do: {rule.next}", _WIDTH)
    if rule.ignore:
        yield fill(f"When to ignore it: {rule.ignore}", _WIDTH)
    if rule.yields:
        yield fill(f"Says nothing of what these find: {', '.join(rule.yields)}", _WIDTH)
    yield ""
    yield _row("defined in", f"{entry.file.path} ({entry.origin})")
    if entry.override:
        yield _row("overridden", f"{', '.join(entry.override.changes)}: {entry.override.reason}")
    if numbers := thresholds(rule):
        yield _row("thresholds", ", ".join(f"{name} {number:g}" for name, number in numbers.items()))
    yield _row("compares", f"{rule.compare}{_pairing(rule.pair)}")
    for name, selection in (("where", rule.where), ("left", rule.left), ("right", rule.right), ("when", rule.when)):
        if selection:
            yield _row(name, _selection(selection))
    for selection in rule.unless:
        yield _row("unless", _selection(selection))
    yield _row("must", _selection(rule.must))
    yield _row("says", rule.message)
    for name, examples in (
        ("fires on", rule.examples.fires),
        ("silent on", rule.examples.silent),
        ("misses", rule.examples.known_misses),
    ):
        for example in examples:
            yield ""
            yield name
            yield _example(example)


def _row(name: str, words: str) -> str:
    """A name in its column, and the words beside it on as many lines as they need."""
    return fill(words, _WIDTH, initial_indent=f"{name:<{_COLUMN}}", subsequent_indent=" " * _COLUMN)


def _pairing(pair: Pair) -> str:
    told = pair.model_dump(exclude_defaults=True)
    return f" ({_selection(told)})" if told else ""


def _selection(selection: Selection) -> str:
    return ", ".join(f"{name}: {plain}" if (plain := _plain(value)) else name for name, value in selection.items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(f"{key} {_plain(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return " or ".join(map(str, value))
    return "missing" if value is None else str(value)


def _example(example: Example) -> str:
    parts = []
    for source in example.stories():
        known = [source.title, source.url, source.published]
        head = " · ".join(part for part in known if part)
        parts.append(indent(fill(f"[{head}] {source.text}" if head else source.text, _WIDTH - 4), "    "))
    return "\n    --\n".join(parts)


def reference(rules: Sequence[Rule]) -> str:
    """All rules by group as a page in Markdown, with an example of each."""
    lines = [
        "# The rules that come with the auditor",
        "",
        f"{several(len(rules), 'rule')} in groups. `auditor rules show ID` prints one with all its examples;",
        "[rules.md](rules.md) says how to change one, or to write one. `auditor rules list -o markdown` makes this.",
    ]
    for group in get_args(Group):
        some = [rule for rule in rules if rule.group == group]
        if some:
            lines += ["", f"## {group.capitalize()}"]
            lines += [line for rule in some for line in _section(rule)]
    return "\n".join(lines) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield from ("", f"### {rule.title}", "", f"`{rule.id}`: {rule.verdict}, {rule.severity}.", "")
    yield f"{rule.why} {rule.next}" + (f" Ignore it where: {rule.ignore}" if rule.ignore else "")
    for name, example in (("It fires on", rule.examples.fires[0]), ("It is silent on", rule.examples.silent[0])):
        yield from ("", f"{name}:", "", *_fenced(_example(example)))


def _fenced(text: str) -> Iterator[str]:
    """A text as it is; indented, so that nothing in it is taken for Markdown."""
    yield from (line.rstrip() for line in text.splitlines())
