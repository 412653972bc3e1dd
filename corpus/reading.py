"""One act file → the act with all its records, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.abbreviations import inline, listed, merge
from corpus.annexes import place_divisions
from corpus.assemble import Draft, Frame, assemble
from corpus.changes import read_changes, warned
from corpus.claims import measure_coverage, unread_problems
from corpus.definitions import read_definitions
from corpus.divisions import read_divisions, title_text
from corpus.errors import CorrectionError, UnknownActError
from corpus.evidence import Evidence
from corpus.head import Head, read_head
from corpus.ids import ProvisionId, Source
from corpus.kinds import act_code, code_in_name
from corpus.manifest import Correction
from corpus.model import Abbreviation, Act, Language, Problem, Provision
from corpus.paragraphs import is_indented
from corpus.references import read_references
from corpus.removals import removal_words
from corpus.repair.corrections import correct
from corpus.repair.displaced import restore_links
from corpus.repair.spacing import despace
from corpus.script import language_of
from corpus.stamps import find_stamps
from corpus.subjects import approved_subject
from corpus.tables.find import find_tables
from corpus.tables_of_act import TableRecords, read_tables
from corpus.trace import ActFile, Traced

#: The clause that says when this act comes into force: ``Осы Заң … қолданысқа
#: енгізіледі``, ``Настоящий Указ вводится в действие``.
#: Must not match ``осы Заң қолданысқа енгізілгенге дейін`` or
#: ``актілер қолданысқа енгізіледі``.
_IN_FORCE = re.compile(
    r"(?<!\w)осы\s[^.;]*?қолданысқа\s+енгізіледі"
    r"|настоящ\w+\s[^.;]*?(?:ввод[ия]тся\s+в\s+действие|вступает\s+в\s+силу)",
    re.IGNORECASE,
)


def read_act(
    file: ActFile,
    evidence: Evidence | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Act, tuple[Problem, ...]]:
    """Read an act.

    Args:
        file: The act file.
        evidence: Of the corpus; the file's own if None.
        corrections: Reviewed readings, made before any rule.

    Raises:
        UnknownActError: Neither head nor file name says which act it is.
        CorrectionError: A correction does not fit its line.
    """
    evidence = evidence or Evidence.of((file.text,))
    printed = _corrected(file, corrections)
    lines = mend_lines(printed, evidence)
    language = language_of(file.text)
    head = read_head(lines, evidence.vocabulary, language)
    frame = Frame(_act_id(file, head), file, language, is_indented(printed))
    draft, titles = _draft(frame, head, printed, lines, evidence)
    known = known_abbreviations(frame, draft, titles)
    tables = read_tables(frame, draft, known, evidence.vocabulary)
    return finish_act(frame, head, tables, known, titles)


def known_abbreviations(
    frame: Frame, draft: Draft, titles: Sequence[str]
) -> tuple[Abbreviation, ...]:
    """Short forms of the act's lists and of its provisions, before tables are read."""
    provisions = (entry.provision for entry in draft.placed)
    brought_in = _inline(provisions, titles, frame.language)
    return merge((*listed(draft.entries, frame.file.name), *brought_in))


def mend_lines(printed: Sequence[Traced], evidence: Evidence) -> tuple[Traced, ...]:
    """Lines with letter-spacing mended and displaced text in its place."""
    vocabulary = evidence.vocabulary
    despaced = [despace(line, vocabulary) for line in printed]
    return restore_links(despaced, vocabulary, evidence.phrases)


def _corrected(file: ActFile, corrections: Sequence[Correction]) -> list[Traced]:
    """The file's lines with its reviewed corrections made."""
    lines = file.lines()
    for correction in corrections:
        i = correction.line - 1
        line = lines[i] if 0 <= i < len(lines) else Traced("", ())
        read = correct(line, correction.printed, correction.read)
        if read is None:
            raise CorrectionError(file.name, correction.line, correction.printed)
        lines[i] = read
    return lines


def _act_id(file: ActFile, head: Head) -> str:
    """The code of adilet: by the head, else by the file name."""
    registered = head.registration.number if head.registration else None
    code = act_code(head.kind, head.date, head.number, registered)
    code = code or code_in_name(file.name)
    if not code:
        raise UnknownActError(file.name)
    return code


def _draft(
    frame: Frame,
    head: Head,
    printed: Sequence[Traced],
    lines: Sequence[Traced],
    evidence: Evidence,
) -> tuple[Draft, tuple[str, ...]]:
    """Provisions before tables, and the titles of the act's documents."""
    vocabulary = evidence.vocabulary
    regions = [region for region in find_tables(printed) if region.first > head.last]
    stamps = [
        stamp
        for stamp in find_stamps(lines, vocabulary, indented=frame.indented)
        if not any(r.first <= stamp.last and stamp.first <= r.last for r in regions)
    ]
    divisions = read_divisions(
        lines,
        head.last + 1,
        stamps,
        regions,
        vocabulary,
        indented=frame.indented,
    )
    titles = [title_text(division).text for division in divisions if not division.body]
    titles.append(approved_subject(head.title))
    draft = assemble(frame, head, divisions, place_divisions(divisions))
    return draft, tuple(dict.fromkeys(title for title in titles if title))


def _inline(
    provisions: Iterable[Provision], titles: Sequence[str], language: Language
) -> list[Abbreviation]:
    """Short forms that provisions bring in."""
    return [
        found
        for p in provisions
        for found in inline(p.own.text, p.source, p.id, titles, language)
    ]


def _entry_into_force(provisions: Iterable[Provision]) -> ProvisionId | None:
    """The last clause of the body that says when this act comes into force."""
    clauses = [
        p.id
        for p in provisions
        if p.kind in {"point", "para"}
        and "/body/" in p.id
        and _IN_FORCE.search(p.own.text)
        and not removal_words(p.own.text)
    ]
    return clauses[-1] if clauses else None


def finish_act(
    frame: Frame,
    head: Head,
    tables: TableRecords,
    known: tuple[Abbreviation, ...],
    titles: Sequence[str],
) -> tuple[Act, tuple[Problem, ...]]:
    """The finished act and its problems.

    Args:
        frame: What all its records share.
        head: Of the act.
        tables: All its provisions and the records of its tables.
        known: Short forms as far as they are known.
        titles: Of the act's documents.
    """
    file, name = frame.file, frame.file.name
    changes = read_changes(tables.provisions)
    provisions = tuple(warned(p, changes) for p in tables.provisions)
    cells = [p for p in provisions if p.kind in {"measure", "row", "indicator"}]
    more = _inline(cells, titles, frame.language)
    repealed_by = head.repealed_by or changes.repealed_by
    head_source = Source(name, 1, max(head.last, 1))
    status_source = changes.repeal_source or head_source
    if head.status_source:
        status_source = Source(name, *head.status_source)
    act = Act(
        id=frame.act_id,
        title=head.title,
        kind=head.kind.name,
        number=head.number,
        date=head.date,
        issuer=head.issuer,
        language=frame.language,
        status="repealed" if repealed_by or head.status == "repealed" else "in_force",
        repealed_by=repealed_by,
        registration=head.registration,
        amended_by=changes.amended_by,
        abbreviations=merge((*known, *more)),
        definitions=read_definitions(provisions),
        entry_into_force=_entry_into_force(provisions),
        signatory=next((p.text for p in provisions if p.kind == "signature"), None),
        source=Source(name, 1, len(file.starts)),
        head=head_source,
        status_source=status_source,
        provisions=provisions,
        measures=tables.measures,
        indicators=tables.indicators,
        references=read_references(provisions),
        claims=tables.claims,
    )
    coverage = measure_coverage(file, act.claims)
    return act, (*tables.problems, *unread_problems(file, coverage))
