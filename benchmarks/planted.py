"""Plant contradictions in news stories that agree, audit them, and count what is found.

    python benchmarks/planted.py                         the table
    python benchmarks/planted.py --stories 200           of more stories
    python benchmarks/planted.py --show "unit changed"   what was missed of one kind, or --show clean: the false alarms

Every story is told by three to five outlets in their own words and styles; tolls rise, figures are rounded, lengths are
converted, plans and ranges stand in the background, and nothing in it disagrees. A copy of it with one contradiction is
caught if a finding of the severity error or warning involves the words that were changed.
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

import auditor
from auditor.model import Claim, Finding, Report
from auditor.reference.facts import Facts
from storytelling.planting import Planted, planters
from storytelling.stories import Story, page, pages, story

IGNORED = frozenset({"missing-date"})
LOUD = frozenset({"error", "warning"})


class Result(NamedTuple):
    """What came of one planted contradiction.

    Attributes:
        planted: The contradiction.
        loud: The rules that report it as an error or a warning.
        quiet: The rules that report it as a note.
        beside: The findings, errors and warnings, that do not involve it.
    """

    planted: Planted
    loud: frozenset[str]
    quiet: frozenset[str]
    beside: tuple[Finding, ...]


def audited(stories: Iterable[Story]) -> Report:
    """Write stories to a file, read and audit them."""
    told = list(stories)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stories.jsonl"
        records = (json.dumps(written.record) for one in told for written in pages(one))
        path.write_text("\n".join(records), encoding="utf-8")
        return auditor.audit(auditor.read(path), reference=reference(told))


def reference(stories: Iterable[Story]) -> tuple[Claim, ...]:
    """The events that stories count years from, one fact an event and a year."""
    events: dict[str, object] = {}
    for one in stories:
        for fact in one.spec.facts:
            if fact.elapsed:
                years, event = (one.values[slot] for slot in fact.elapsed)
                first = one.drafts[0].published
                name = event.text
                events[name] = {
                    "name": name,
                    "start": first.replace(year=first.year - int(years.amount), day=min(first.day, 28)).isoformat(),
                    "source": {"name": "City archive", "url": "https://archive.example/events"},
                }
    return tuple(Facts.model_validate({"events": list(events.values())}).claims("archive"))


def by_story(report: Report) -> dict[str, list[Finding]]:
    """The findings that count, by story."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.rule not in IGNORED:
            found[finding.story].append(finding)
    return found


def involves(finding: Finding, planted: Planted) -> bool:
    """Whether a finding has a claim that overlaps what was planted, or an address."""
    source = f"{planted.story.id}.{planted.index}"
    start, end = planted.place
    return any(
        claim.source == source
        and ((claim.field == "text" and claim.start < end and start < claim.end) or claim.clue == "url")
        for claim in finding.claims
    )


def measured(clean: list[Story], kind: str, seed: int) -> list[Result]:
    """Plant one kind in every story that has room for it, and audit."""
    plant, some = planters()[kind], []
    for one in clean:
        planted = plant(one, Random(f"{seed}/{kind}/{one.id}"))
        if planted is not None:
            name = f"{planted.story.id}-planted"
            some.append(replace(planted, story=replace(planted.story, id=name)))
    found = by_story(audited(planted.story for planted in some))
    return [_result(planted, found.get(planted.story.id, [])) for planted in some]


def _result(planted: Planted, findings: list[Finding]) -> Result:
    hits = [finding for finding in findings if involves(finding, planted)]
    return Result(
        planted,
        frozenset(finding.rule for finding in hits if finding.severity in LOUD),
        frozenset(finding.rule for finding in hits if finding.severity not in LOUD),
        tuple(finding for finding in findings if finding.severity in LOUD and not involves(finding, planted)),
    )


def table(results: dict[str, list[Result]]) -> None:
    """Print what was caught of each kind."""
    print(f"{'kind':<20}{'planted':>8}{'caught':>8}{'recall':>8}{'+ notes':>9}{'beside':>8}{'precision':>11}  rules")
    total = (0, 0, 0, 0)
    for kind, some in results.items():
        caught = sum(bool(one.loud) for one in some)
        noted = sum(bool(one.loud | one.quiet) for one in some)
        beside = sum(len(one.beside) for one in some)
        total = total[0] + len(some), total[1] + caught, total[2] + noted, total[3] + beside
        rules = Counter(rule for one in some for rule in one.loud | one.quiet)
        counts = len(some), caught, noted, beside
        _row(kind, counts, ", ".join(f"{rule} {n}" for rule, n in rules.most_common(3)))
    _row("all", total, "")


def _row(kind: str, counts: tuple[int, int, int, int], rules: str) -> None:
    planted, caught, noted, beside = counts
    precision = f"{caught / (caught + beside):.2f}" if caught + beside else "–"
    share = f"{caught / planted:.2f}" if planted else "–"
    both = f"{noted / planted:.2f}" if planted else "–"
    print(f"{kind:<20}{planted:>8}{caught:>8}{share:>8}{both:>9}{beside:>8}{precision:>11}  {rules}")


def alarms(clean: list[Story], report: Report) -> None:
    """Print how many findings stories that agree have, by rule."""
    findings = [one for some in by_story(report).values() for one in some]
    print(f"\nfalse alarms on {len(clean)} stories that agree, per 100 stories")
    rules = Counter((finding.severity, finding.rule) for finding in findings)
    for (severity, rule), count in sorted(rules.items()):
        print(f"  {severity:<8}{rule:<32}{100 * count / len(clean):>7.1f}")
    loud = sum(count for (severity, _), count in rules.items() if severity in LOUD)
    claims = sum(len(info.claims) for info in report.sources)
    size = f"{claims} claims in {len(report.sources)} sources"
    print(f"  errors and warnings {100 * loud / len(clean):.1f} per 100 stories; {size}")


def show_missed(results: list[Result]) -> None:
    """Print what was planted and not caught, with what the others tell."""
    for one in results:
        if one.loud:
            continue
        planted, (start, end) = one.planted, one.planted.place
        own = page(planted.story, planted.index)
        words = own.record["text"][start:end]
        print(f"\n{planted.story.id}.{planted.index}  planted: {words!r}  notes: {sorted(one.quiet)}")
        for index, written in enumerate(pages(planted.story)):
            sentences = (mark for mark in written.marks if mark.fact == planted.fact and not mark.slot)
            for mark in sentences:
                day = planted.story.drafts[index].published
                print(
                    f"  {'>' if index == planted.index else ' '} {day} {written.record['text'][mark.start : mark.end]}"
                )


def show_findings(findings: Iterable[Finding], stories: Iterable[Story]) -> None:
    """Print findings with the sentences of their claims."""
    texts = {written.record["id"]: written.record["text"] for one in stories for written in pages(one)}
    for finding in findings:
        if finding.severity in LOUD:
            print(f"\n{finding.story} {finding.severity} {finding.rule}: {finding.message}")
            for claim in finding.claims:
                start, end = claim.sentence or (claim.start, claim.end)
                sentence = texts.get(claim.source, "")[start:end] if claim.field == "text" else claim.field
                print(f"    {claim.source}  {claim.text!r} in {' '.join(sentence.split())}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=90, help="how many stories (default 90)")
    parser.add_argument("--seed", type=int, default=0, help="other numbers make other stories (default 0)")
    parser.add_argument(
        "--show", choices=["clean", "beside", *planters()], metavar="KIND", help="print the cases of one kind"
    )
    args = parser.parse_args()
    clean = [story(index, args.seed) for index in range(args.stories)]
    if args.show == "clean":
        show_findings(audited(clean).findings, clean)
    elif args.show in planters():
        show_missed(measured(clean, args.show, args.seed))
    else:
        results = {kind: measured(clean, kind, args.seed) for kind in planters()}
        if args.show == "beside":
            some = [one for kind in results.values() for one in kind if one.beside]
            for one in some:
                show_findings(one.beside, [one.planted.story])
            return
        table(results)
        alarms(clean, audited(clean))


if __name__ == "__main__":
    main()
