"""Rules for reading in a terminal: the list, one rule as a page, and how the examples went."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill, indent

from auditor.rules.examples import Result
from auditor.rules.model import Example, Pair, Rule, Selection

_WIDTH = 88
_COLUMN = 13


def listing(rules: Sequence[Rule]) -> str:
    """All rules by group: id, severity, verdict, title."""
    longest = max((len(rule.id) for rule in rules), default=0)
    lines: list[str] = []
    for group in dict.fromkeys(rule.group for rule in sorted(rules, key=lambda rule: rule.group)):
        lines += ["", group] if lines else [group]
        lines += [
            f"  {rule.id:<{longest}}  {rule.severity:<7}  {rule.verdict:<13}  {rule.title}"
            for rule in rules
            if rule.group == group
        ]
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    """One rule: what it finds and why, what it compares, what to do, and its examples."""
    return "\n".join(_page(rule)) + "\n"


def results_page(results: Iterable[Result]) -> str:
    """How the examples of each rule went: what fired, what was silent, and what should have been."""
    lines, failures, total = [], 0, 0
    by_rule: dict[str, list[Result]] = {}
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    for rule, some in by_rule.items():
        wrong = [result for result in some if not result.holds]
        total += len(some)
        failures += len(wrong)
        lines.append(f"{'ok  ' if not wrong else 'FAIL'}  {rule}  {_tally(some)}")
        lines += [f"      {result}" for result in wrong]
    lines.append(f"{total} examples of {len(by_rule)} rules, {failures} failed")
    return "\n".join(lines) + "\n"


def _tally(results: Sequence[Result]) -> str:
    kinds = dict.fromkeys(result.kind for result in results)
    return ", ".join(
        f"{kind.replace('_', ' ')} {sum(result.holds for result in results if result.kind == kind)}"
        f"/{sum(result.kind == kind for result in results)}"
        for kind in kinds
    )


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.group})"
    yield f"{rule.title}: {rule.verdict}, {rule.severity}"
    yield ""
    yield fill(rule.why, _WIDTH)
    yield fill(f"What to do: {rule.next}", _WIDTH)
    yield ""
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
