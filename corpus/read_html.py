"""An act on a page of adilet → the act with all its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.annexes import place_divisions
from corpus.assemble import Draft, Frame, assemble
from corpus.claims import claim_lines, disjoint
from corpus.divisions import title_text
from corpus.errors import UnknownActError
from corpus.evidence import Evidence
from corpus.head import Head
from corpus.html_divisions import read_parts_as_divisions
from corpus.html_head import page_language, read_page_head
from corpus.html_page import read_page, visible_text
from corpus.html_parts import Part, read_parts
from corpus.html_places import Places, moved
from corpus.html_records import read_page_tables
from corpus.html_sheet import Sheet, lay_out
from corpus.ids import Source
from corpus.kinds import act_code, code_in_name
from corpus.manifest import Correction
from corpus.model import Act, Claim, Problem, Provision
from corpus.reading import finish_act, known_abbreviations
from corpus.removals import is_removal
from corpus.subjects import approved_subject
from corpus.trace import ActFile, Excerpt


def read_html(
    file: ActFile,
    evidence: Evidence | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Act, tuple[Problem, ...]]:
    """Read an act from its page; nothing is fetched.

    Args:
        file: The page as given.
        evidence: Of the corpus; the page's own if None.
        corrections: Reviewed readings, made before any rule.

    Returns:
        The act, whose sources are lines of the page's file and whose runs are its
        characters, and what could not be read with certainty.

    Raises:
        NoActInPageError: The page holds no text of an act.
        UnknownActError: Nothing says which act it is.
        CorrectionError: A correction does not fit its line.
    """
    evidence = evidence or Evidence.of((visible_text(file.text),))
    sheet = lay_out(file, read_page(file), corrections)
    language = page_language(sheet)
    head = read_page_head(sheet, evidence.vocabulary, language)
    frame = Frame(_act_id(sheet, head), sheet.file, language, indented=True)
    parts = read_parts(sheet, evidence.vocabulary)
    divisions = read_parts_as_divisions(parts, sheet.lines, evidence.vocabulary)
    draft = assemble(frame, head, divisions, place_divisions(divisions))
    draft = _with_furniture(sheet, frame, draft)
    titles = [title_text(division).text for division in divisions if not division.body]
    titles.append(approved_subject(head.title))
    named = tuple(dict.fromkeys(title for title in titles if title))
    known = known_abbreviations(frame, draft, named)
    tables = read_page_tables(sheet, frame, draft, known, evidence.vocabulary)
    act, problems = finish_act(frame, head, tables, known, named)
    problems = moved(problems, Places(sheet.printed_lines()))
    return _led_back(sheet, act), (*problems, *_doubts(sheet, parts))


def _act_id(sheet: Sheet, head: Head) -> str:
    """The code that the page itself says, else by its head, else by the file name."""
    registered = head.registration.number if head.registration else None
    code = sheet.page.code or act_code(head.kind, head.date, head.number, registered)
    code = code or code_in_name(sheet.printed.name)
    if not code:
        raise UnknownActError(sheet.printed.name)
    return code


def _with_furniture(sheet: Sheet, frame: Frame, draft: Draft) -> Draft:
    """The draft with claims on what is the page's own: menus, scripts, footers."""
    furniture = [
        claim_lines(frame.file, number, number, "furniture", frame.act_id)
        for number, slot in enumerate(sheet.slots, 1)
        if slot.block is None
    ]
    return replace(draft, claims=disjoint((*draft.claims, *furniture)))


def _doubts(sheet: Sheet, parts: Sequence[Part]) -> Iterator[Problem]:
    """What a page shows and text cannot hold: pictures, tables inside tables.

    An earlier wording is told as well, for nothing in its text says that it is one.
    """
    printed = sheet.printed
    if sheet.page.outdated:
        line = printed.line_of(sheet.page.start)
        detail = "an earlier wording: fetch the act's present page"
        yield Problem(printed.name, line, "outdated-wording", detail)
    for offset in sheet.page.body.pictures:
        line = printed.line_of(offset)
        detail = "a picture, such as a formula"
        yield Problem(printed.name, line, "picture-unread", detail)
    lines = sheet.printed_lines()
    for part in parts:
        if part.table is not None and part.table.nested:
            line = lines[part.first - 1][0]
            detail = "read as words of its cell"
            yield Problem(printed.name, line, "nested-table", detail)


def _led_back(sheet: Sheet, act: Act) -> Act:
    """The act with slots led back to lines of the page's file."""
    claims: tuple[Claim, ...] = act.claims
    act = moved(replace(act, claims=()), Places(sheet.printed_lines()))
    printed = sheet.printed
    lines = sheet.printed_lines()
    heads = [lines[n - 1] for n in (sheet.title, sheet.formal) if n]
    head = Source(
        printed.name,
        min((first for first, _ in heads), default=1),
        max((last for _, last in heads), default=1),
    )
    return replace(
        act,
        claims=claims,
        source=Source(printed.name, 1, len(printed.starts)),
        head=head,
        provisions=tuple(_trimmed(provision) for provision in _warned(act)),
    )


def _warned(act: Act) -> Iterator[Provision]:
    """Provisions; what was taken out has the note that says so as a warning."""
    notes = {
        note.parent: note.own.text
        for note in act.provisions
        if note.kind == "note" and is_removal(note.own.text)
    }
    for provision in act.provisions:
        words = notes.get(provision.id)
        if words:
            yield replace(provision, warnings=(*provision.warnings, words))
        else:
            yield provision


def _trimmed(provision: Provision) -> Provision:
    """A provision whose words do not end in a blank (a number without words)."""
    body, own = _stripped(provision.body), _stripped(provision.own)
    if body is provision.body and own is provision.own:
        return provision
    return replace(provision, body=body, own=own)


def _stripped(excerpt: Excerpt) -> Excerpt:
    """The excerpt without white space at its end."""
    end = len(excerpt.text.rstrip())
    return excerpt if end == len(excerpt.text) else excerpt.cut(0, end)
