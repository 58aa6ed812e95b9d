"""Runs the examples of a project's own rules before such a rule is used the first time.

That a rule's examples hold is remembered by what the file holds, by the language and by the auditor's version, so that
it costs once. The packaged rules are tested before they are shipped.
"""

from collections.abc import Iterable, Iterator

from auditor import cache, language, yamlfile
from auditor.errors import BadFileError, Problem
from auditor.rules.reading.loading import RuleFile
from auditor.rules.writing.examples import Result, check

_KEYS = {"fires": "fires", "silent": "silent", "known_miss": "known_misses"}


def prove(files: Iterable[RuleFile]) -> None:
    """Make sure that rules do what their examples say.

    Raises:
        BadFileError: Some do not; each such example is named with its place.
    """
    problems: list[Problem] = []
    for file in files:
        if file.packaged:
            continue
        name = f"proved/{cache.key(file.path.read_bytes(), str(language.folder()))}"
        if cache.recall(name) is not None:
            continue
        failures = [result for result in check([file.rule]) if result.fails]
        problems += _problems(file, failures)
        if not failures:
            cache.remember(name, f"{file.rule.id}\n")
    if problems:
        raise BadFileError(problems)


def _problems(file: RuleFile, failures: Iterable[Result]) -> Iterator[Problem]:
    written = yamlfile.load(file.path)
    for result in failures:
        place = written.at("examples", _KEYS[result.kind], result.index)
        yield place.problem(f"the rule does not do what its example says, and does not run: {result}")
