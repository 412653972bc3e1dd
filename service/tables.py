"""Lists as tables for spreadsheets (CSV after RFC 4180); pure.

A table says the same as the JSON of its list, one row per record, with the heads of
the columns in the caller's language.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final, NamedTuple

from service.phrases import Phrases
from service.present_reader import amount_periods
from service.shapes import (
    ActJson,
    BodyJson,
    ExecutorJson,
    MeasureJson,
    ProvisionJson,
    SourceJson,
)
from service.shapes_answers import HitJson

MEDIA: Final = "text/csv"
#: A cell that a spreadsheet would compute: it begins with a sign of formulas.
#: Matches «- аз қамтылған», "=1+1"; must not match "-", "-5,3", "+7 701".
_FORMULA: Final = re.compile(r"[=@]|[+\-]\s*[^\s\d]")
#: Columns of each list, keys of the words for their heads; those of figures apart.
_ACT: Final = (
    *("act_id", "title", "kind", "number", "date", "issuer", "language", "status"),
    *("repealed", "registration", "url"),
)
_PLACE: Final = ("file", "line_start", "line_end", "url")
_PROVISION: Final = ("id", "act", "label", "kind", "heading", "text", *_PLACE)
_MEASURE: Final = (
    *("act_id", "act", "number", "section", "title", "part", "completion_form"),
    *("deadline", "executors"),
)
_MEASURE_END: Final = ("unit", "funding", "classified", "notes", *_PLACE)
_BODY: Final = ("body_id", "kk", "ru", "en", "measures")

Row = tuple[str, ...]


class Table(NamedTuple):
    """Heads of columns and rows of equal length."""

    head: Row
    rows: list[Row]


def csv_bytes(table: Table) -> bytes:
    """A table in UTF-8 with the byte-order mark that spreadsheets look for."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(table.head)
    writer.writerows([[_inert(cell) for cell in row] for row in table.rows])
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _head(columns: Iterable[str], words: Phrases) -> Row:
    return tuple(words(f"column.{name}") for name in columns)


def _place(source: SourceJson, url: str) -> Row:
    return source["file"], str(source["line_start"]), str(source["line_end"]), url


def acts_table(acts: Iterable[ActJson], words: Phrases) -> Table:
    """Acts."""
    return Table(_head(_ACT, words), [_act_row(act, words) for act in acts])


def _act_row(act: ActJson, words: Phrases) -> Row:
    refs = (act["repealed_by"], act["registration"])
    return (
        *(act["act_id"], act["title"], act["label"], act["number"], act["date"]),
        *(act["issuer"], words(f"language.{act['language']}")),
        words(f"act.{act['status']}"),
        *(_dated(ref["number"], ref["date"]) if ref else "" for ref in refs),
        act["official_url"],
    )


def _dated(number: str | None, date: str | None) -> str:
    return " ".join(part for part in (date, number and f"№ {number}") if part)


def provisions_table(provisions: Iterable[ProvisionJson], words: Phrases) -> Table:
    """Provisions."""
    rows = [_provision_row(p, words) for p in provisions]
    return Table(_head(_PROVISION, words), rows)


def _provision_row(provision: ProvisionJson, words: Phrases) -> Row:
    kind = f"step.{provision['kind']}.alone"
    return (
        *(provision["id"], provision["act_label"], provision["label"]),
        words(kind) if kind in words else provision["kind"],
        *(provision["heading"] or "", provision["text"]),
        *_place(provision["source"], provision["url"]),
    )


def hits_table(hits: Iterable[HitJson], words: Phrases) -> Table:
    """Hits, best first, each with its rank."""
    found = list(hits)
    table = provisions_table((hit["provision"] for hit in found), words)
    ranked = [
        (str(hit["rank"]), *row) for hit, row in zip(found, table.rows, strict=True)
    ]
    return Table((*_head(("rank",), words), *table.head), ranked)


def bodies_table(bodies: Iterable[BodyJson], words: Phrases) -> Table:
    """Bodies with their names in three languages."""
    rows = [
        (b["body_id"], *(b["names"][n] for n in ("kk", "ru", "en")), str(b["measures"]))
        for b in bodies
    ]
    return Table(_head(_BODY, words), rows)


def measures_table(measures: Sequence[MeasureJson], words: Phrases) -> Table:
    """Measures, each followed by the rows below it; a column for each period."""
    found = (period for measure in measures for period in amount_periods(measure))
    periods = sorted(set(found), key=lambda p: (not p.isdigit(), p))
    heads = (words("measure.total") if p == "total" else p for p in periods)
    head = (*_head(_MEASURE, words), *heads, *_head(_MEASURE_END, words))
    rows = [row for m in measures for row in _measure_rows(m, periods, words)]
    return Table(head, rows)


def _measure_rows(
    measure: MeasureJson, periods: Sequence[str], words: Phrases
) -> list[Row]:
    number = ", ".join([*measure["also_numbered"], measure["number"]])
    first = (measure["act_id"], measure["act_label"], number, measure["section"])
    executors = "; ".join(_executor(e) for e in measure["executors"])
    whole = (
        *(*first, measure["title"], "", measure["completion_form"]),
        *(measure["deadline"], executors),
        *(measure["amounts"].get(period, "") for period in periods),
        *(measure["amounts_unit"] or "", measure["funding"]),
        words(f"classified.{str(measure['classified']).lower()}"),
        " ".join(measure["notes"]),
        *_place(measure["source"], measure["url"]),
    )
    below = [
        (
            *(*first, "", row["label"], "", "", ""),
            *(row["amounts"].get(period, "") for period in periods),
            *(measure["amounts_unit"] or "", row["note"] or "", "", ""),
            *_place(row["source"], measure["url"]),
        )
        for row in measure["sub_rows"]
    ]
    return [whole, *below]


def _executor(executor: ExecutorJson) -> str:
    """An executor as printed, with its full name where the act's list has one."""
    name, said = executor["name"], executor["text"]
    return f"{said} – {name}" if name and name not in said else said
