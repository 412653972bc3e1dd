"""What the command line prints: a report on the corpus, a record and its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.claims import Coverage, measure_coverage
from corpus.ids import Source
from corpus.load import Corpus
from corpus.model import Act, Problem, Provision
from corpus.plan_model import Executor, Measure
from corpus.trace import ActFile

#: Problems of one file that are printed one by one.
_MOST_PRINTED: Final = 40


def check_lines(corpus: Corpus) -> Iterator[str]:
    """The report: records and coverage of each act, then the problems by file."""
    files = {file.name: file for file in corpus.files}
    for act in _all_acts(corpus):
        yield from _act_lines(act, files[act.source.file])
    yield ""
    yield f"{len(corpus.acts)} acts, {len(corpus.problems)} problems"
    for name in sorted({problem.file for problem in corpus.problems}):
        found = [p for p in corpus.problems if p.file == name]
        yield f"{name}: {_codes(found)}"
        yield from (f"  {problem_line(p)}" for p in found[:_MOST_PRINTED])
        if len(found) > _MOST_PRINTED:
            yield f"  … and {len(found) - _MOST_PRINTED} more"


def problem_line(problem: Problem) -> str:
    """A problem on one line."""
    place = f"line {problem.line}" if problem.line else "file"
    return f"{place}: {problem.code}: {problem.detail}"


def coverage_text(coverage: Coverage) -> str:
    """How much of a file is accounted for."""
    share = coverage.claimed / coverage.visible if coverage.visible else 1.0
    text = f"{share:.2%} of {coverage.visible} characters accounted for"
    if coverage.doubled:
        text += f", {coverage.doubled} claimed twice"
    if coverage.unread:
        text += f", {len(coverage.unread)} stretches unread"
    return text


def is_complete(corpus: Corpus) -> bool:
    """Every visible character of every file belongs to exactly one record."""
    files = {file.name: file for file in corpus.files}
    acts = _all_acts(corpus)
    read = {act.source.file for act in acts}
    return read == set(files) and all(
        not coverage.unread and not coverage.doubled
        for act in acts
        for coverage in (measure_coverage(files[act.source.file], act.claims),)
    )


def act_summary(act: Act) -> Iterator[str]:
    """The record of an act, one field to a line."""
    yield f"{act.id}  {act.title}"
    yield f"  {act.kind} № {act.number} of {act.date}, {act.issuer}, {act.language}"
    if act.registration:
        yield f"  registered: № {act.registration.number} of {act.registration.date}"
    repealed = act.repealed_by
    by = f" by № {repealed.number} of {repealed.date}" if repealed else ""
    yield f"  status: {act.status}{by}"
    for change in act.amended_by:
        since = f", in force since {change.effective}" if change.effective else ""
        hidden = "" if change.in_text else ", not in this text"
        yield (
            f"  amended: № {change.number} of {change.date}: {change.scope}"
            f" ({change.target or 'the act'}{since}{hidden})"
        )
    if act.entry_into_force:
        yield f"  entry into force: {act.entry_into_force}"
    if act.signatory:
        yield f"  signed: {act.signatory}"
    yield f"  {len(act.abbreviations)} abbreviations: " + ", ".join(
        entry.abbreviation for entry in act.abbreviations
    )
    yield "  " + _kinds(act)


def provision_lines(provision: Provision) -> Iterator[str]:
    """A provision's fields and text."""
    yield f"{provision.id}  ({provision.kind}) {place_text(provision.source)}"
    if provision.heading:
        yield f"  heading: {provision.heading}"
    for warning in provision.warnings:
        yield f"  warning: {warning}"
    yield from (f"  {line}" for line in provision.text.split("\n"))


def measure_lines(measure: Measure) -> Iterator[str]:
    """A measure's fields."""
    printed = "" if measure.number_printed else " (number not printed)"
    yield f"{measure.id}{printed}  {place_text(measure.source)}"
    fields = (
        ("section", measure.section),
        ("title", measure.title.text),
        ("completion form", measure.completion_form.text),
        ("deadline", measure.deadline.text),
        ("executors", "; ".join(_executor(e) for e in measure.executors)),
        ("unit", measure.unit or ""),
        (
            "amounts",
            ", ".join(f"{a.period}: {a.value}{a.marks}" for a in measure.amounts),
        ),
        ("funding", measure.funding.text),
        ("problems", ", ".join(measure.problems)),
    )
    yield from (f"  {name}: {value}" for name, value in fields if value)
    if measure.classified:
        yield "  classified"


def source_lines(file: ActFile, source: Source) -> Iterator[str]:
    """The printed lines of a record, with their numbers."""
    for number in range(source.line_start, source.line_end + 1):
        yield f"{number:6d}| {file.line(number).text}"


def place_text(source: Source) -> str:
    """File and lines of a record."""
    return f"{source.file}:{source.line_start}-{source.line_end}"


def _all_acts(corpus: Corpus) -> tuple[Act, ...]:
    """The acts and their further language versions."""
    return (*corpus.acts, *(version.act for version in corpus.versions))


def _act_lines(act: Act, file: ActFile) -> Iterator[str]:
    """Records and coverage of one act."""
    yield f"{act.id}  {act.title}"
    yield f"  {_kinds(act)}"
    yield f"  {coverage_text(measure_coverage(file, act.claims))}"


def _kinds(act: Act) -> str:
    """How many records of each kind an act has."""
    counts = Counter(provision.kind for provision in act.provisions)
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    return (
        f"{len(act.provisions)} provisions ({kinds}), {len(act.measures)} measures,"
        f" {len(act.indicators)} indicators, {len(act.references)} references"
    )


def _codes(problems: Sequence[Problem]) -> str:
    """Problems of a file by their codes."""
    counts = Counter(problem.code for problem in problems)
    return ", ".join(f"{n} {code}" for code, n in sorted(counts.items()))


def _executor(executor: Executor) -> str:
    """An executor as printed, and as read."""
    read = f" = {executor.name}" if executor.name else ""
    return f"{executor.text}{read}"
