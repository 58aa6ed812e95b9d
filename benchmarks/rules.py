"""Time how 500 rules are loaded, and how they look at 100,000 claims.

    python benchmarks/rules.py              both, with the ratios that matter
    python benchmarks/rules.py --profile    where the time goes

The rules are those of the pack over and over, each copy with a name and thresholds of its own. Loading is held against
what cannot be saved: parsing their YAML with the C loader, and validating it by the same model. Looking is held against
one rule that looks at the same claims.
"""

import argparse
import cProfile
import pstats
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pandas as pd
import yaml

from auditor.extract import examine
from auditor.model import Claim, Source
from auditor.read.zones import zones
from auditor.rules import Rule, packaged, read_files
from auditor.rules.reading import conditions
from auditor.rules.running.compile import compiled
from auditor.rules.running.engine import check
from auditor.tables import claims_table, sources_table

RULES, CLAIMS, ROUNDS = 500, 100_000, 3


def copies(folder: Path, count: int) -> list[Path]:
    """The rules of the pack as so many files, each with another name and other thresholds."""
    files = sorted(packaged().glob("*.yaml"))
    made = []
    for number in range(count):
        text = files[number % len(files)].read_text(encoding="utf-8")
        name = f"{files[number % len(files)].stem}-{number}"
        text = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"days_between: \{ge: \d+", f"days_between: {{ge: {number % 7}", text)
        text = re.sub(r"subject_alike: \{lt: \d+", f"subject_alike: {{lt: {70 + number % 20}", text)
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return made


def timed(work: Callable[[], object]) -> float:
    """The least of a few rounds, in seconds of this process."""
    best = float("inf")
    for _ in range(ROUNDS):
        compiled.cache_clear()
        conditions._READ_BEFORE.clear()  # noqa: SLF001 - each round begins with nothing read
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def parse_and_validate(files: Sequence[Path]) -> None:
    """What any tool would have to do: the C loader, then the model."""
    for file in files:
        Rule.model_validate(yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader))  # noqa: S506 - a safe loader


class _Loader(yaml.CSafeLoader):
    """Leaves days as text, as the model of a fact wants them."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in some if not tag.endswith("timestamp")]
    for first, some in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load_and_compile(folder: Path) -> None:
    """What the auditor does."""
    for file in read_files([folder]):
        compiled(file.rule)


def story(claims: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of many stories, together with so many claims."""
    rng, infos, count = Random("rules"), [], 0
    while count < claims:
        number = len(infos)
        text = "\n\n".join(_paragraph(rng) for _ in range(12))
        source = Source(f"s{number:06}", f"story-{number // 4:05}", text, published=f"2024-03-{number % 28 + 1:02}")
        info = examine(Source(**{**_fields(source), "zones": zones(text).zones}))
        infos.append(info)
        count += len(info.claims)
    rows: list[Claim] = [claim for info in infos for claim in info.claims]
    return claims_table(rows, infos), sources_table(infos)


def _fields(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in ("id", "story", "text", "published")}


_THINGS = ("bridge", "school", "harbour", "tunnel", "library", "station", "hospital", "stadium")
_PEOPLE = ("Ann Lee", "Tom Reed", "Ilka Stern", "Norda Borg", "Maud Ekberg")


def _paragraph(rng: Random) -> str:
    thing, other = rng.choice(_THINGS), rng.choice(_THINGS)
    return (
        f"Mayor {rng.choice(_PEOPLE)} said the {thing} would cost €{rng.randrange(2, 90)} million, "
        f"of which €{rng.randrange(1, 20)} million goes to the {other}. It was opened on {rng.randrange(1, 28)} May "
        f"{rng.randrange(1990, 2024)}, and {rng.randrange(20, 900)} people came. “The {thing} is the best that we "
        f"have built in {rng.randrange(3, 40)} years,” said {rng.choice(_PEOPLE)}."
    )


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    parser.add_argument("--rules", type=int, default=RULES)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = copies(folder, options.rules)
        floor, loading = timed(lambda: parse_and_validate(files)), timed(lambda: load_and_compile(folder))
        told = f"{floor:.2f} s to parse and validate, {loading:.2f} s to load and compile: {loading / floor:.2f} times"
        print(f"{options.rules} rules: {told} as long")
        rules = [file.rule for file in read_files([folder])]
        if options.profile:
            _profiled(lambda: load_and_compile(folder))
    claims, sources = story(options.claims)
    print(f"{len(claims):,} claims:")
    single = made(compare="claims", where={"kind": "quantity", "unit": "EUR"}, must={"point": {"le": 95_000_000}})
    paired = {"left": {"kind": "quantity"}, "pair": {"same": ["axis"], "alike": 80}}
    pair = made(compare="pairs", **paired, must={"days_between": {"le": 99}})
    for rule, alike in ((single, _others), (single, _breaching), (pair, _pairs_of_others), (pair, _pairs_breaching)):
        many = [compiled(alike(rule, number)) for number in range(options.rules)]
        one = timed(lambda many=many: check(many[:1], claims, sources))
        every = timed(lambda many=many: check(many, claims, sources))
        told = f"{one:.3f} s by one, {every:.2f} s by {len(many)}: {every / one:.1f} times as long"
        breaches = sum(len(broken.rows) for broken in check(many[:1], claims, sources).broken)
        print(f"  rules over {rule.compare}: {told}; one of them finds {breaches:,}", flush=True)
    pack = [compiled(rule) for rule in rules]
    distinct = list({one.rule.id.rsplit("-", 1)[0]: one for one in pack}.values())
    once, every = (timed(lambda some=some: check(some, claims, sources)) for some in (distinct, pack))
    told = f"{once:.2f} s once, {every:.2f} s as {len(rules)} rules: {every / once:.1f} times as long"
    print(f"  {len(distinct)} rules of the pack: {told}")
    if options.profile:
        _profiled(lambda: check(map(compiled, rules), claims, sources))


def made(**parts: object) -> Rule:
    """A rule of a few parts; what it is called and says does not matter here."""
    words = {"title": "A rule", "group": "numbers", "severity": "note", "verdict": "nuance", "message": "x"}
    told = {"why": "x", "next": "x", "examples": {"fires": [{"text": "x"}], "silent": [{"text": "x"}]}}
    return Rule.model_validate({"id": "a-rule", **words, **told, **parts})


def _others(rule: Rule, number: int) -> Rule:
    """The rule with another name and another limit, which no claim of the stories reaches."""
    must = {"point": {"le": 95_000_000 + number * 10_000}}
    return rule.model_copy(update={"id": f"a-rule-{number}", "must": must})


def _breaching(rule: Rule, number: int) -> Rule:
    """The rule with another name and a limit that about every hundredth claim passes."""
    must = {"point": {"le": 86_000_000 + number}}
    return rule.model_copy(update={"id": f"a-rule-{number}", "must": must})


def _pairs_of_others(rule: Rule, number: int) -> Rule:
    """The rule with another name and another time, which no pair of the stories reaches."""
    must = {"days_between": {"le": 99 + number}}
    return rule.model_copy(update={"id": f"a-rule-{number}", "must": must})


def _pairs_breaching(rule: Rule, number: int) -> Rule:
    """The rule with another name and a time that nearly every pair passes."""
    must = {"days_between": {"le": -99 - number}}
    return rule.model_copy(update={"id": f"a-rule-{number}", "must": must})


def _profiled(work: Callable[[], object]) -> None:
    compiled.cache_clear()
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
