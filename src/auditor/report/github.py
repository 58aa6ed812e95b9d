"""The report as GitHub workflow commands: annotations beside the lines that they are about.

GitHub shows at most ten errors and ten warnings of a step, so the worst are chosen here and the rest is one line. The
escapes are those of GitHub's own toolkit; they leave no text that could end a command or begin another.
"""

from collections import Counter
from collections.abc import Iterator

from auditor.model import Finding, Report, Severity
from auditor.report.places import Places
from auditor.report.summary import OPEN, fails, verdict
from auditor.wording.shown import defused, shorten, visible
from auditor.wording.words import WORDS, enumeration, several

MOST = 10
"""How many annotations of a level GitHub shows for a step."""

_ALSO = 4
"""The most places that an annotation names beside its own."""

_LONGEST = 1_000
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """One command a line: what could not be read, errors, warnings, then how much is not shown, and the result."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    places, titles = Places(report), {rule.id: rule.title for rule in report.rules}
    shown: Counter[Severity] = Counter()
    left = Counter("error" for _ in report.unread[MOST:])
    for line in report.unread[:MOST]:
        shown["error"] += 1
        yield _command("error", line, {"title": "Could not be read"})
    for finding in report.findings:
        if not (finding.status in OPEN or fails(report, finding)):
            continue
        if finding.severity == "note" or shown[finding.severity] == MOST:
            left[finding.severity] += 1
            continue
        shown[finding.severity] += 1
        yield _annotation(finding, places, titles)
    yield _command("notice", f"{verdict(report)}.{_rest(left)}", {"title": "Auditor"})


def _annotation(finding: Finding, places: Places, titles: dict[str, str]) -> str:
    properties: dict[str, str | int | None] = {}
    if place := places.first(finding):
        properties = {"file": place.path, "line": place.line, "col": place.column}
        if place.end_line == place.line:
            properties["endColumn"] = place.end_column
    also = list(dict.fromkeys(f"{other.path}:{other.line}" for other, _ in places.of(finding)))[1:]
    told = [f"also {', '.join(also[:_ALSO])}{' …' * (len(also) > _ALSO)}"] if also else []
    message = "\n".join([finding.message, *finding.why, *told, f"{finding.rule} {finding.id}"])
    return _command(finding.severity, message, {**properties, "title": titles.get(finding.rule, finding.rule)})


def _rest(left: Counter[str]) -> str:
    forms = WORDS.severities
    told = [several(left[name], *forms[name][:2]) for name in forms if left[name]]
    return f" Not shown here: {enumeration(told)}." if told else ""


def _command(name: str, message: str, properties: dict[str, str | int | None]) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value is not None)
    lines = "\n".join(visible(line) for line in shorten(message, _LONGEST).split("\n"))
    return f"::{name} {given}::{defused(lines).translate(_IN_DATA)}"


def _property(value: str | int) -> str:
    return defused(visible(str(value))).translate(_IN_PROPERTY)
