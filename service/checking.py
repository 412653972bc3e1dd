"""Texts and JSON members → checked inputs; nothing is ever ignored; pure.

Every fault is found, not only the first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec
from msgspec import inspect

from service.errors import BadParametersError, Fault, Place
from service.inputs import LONGEST_QUESTION
from service.inputs_verify import LONGEST_CITATION, LONGEST_QUOTE, LONGEST_TEXT

T = TypeVar("T", bound=msgspec.Struct)

#: Parameters that are free text, which is checked character by character, and how
#: long they may be.
_FREE: Final[Mapping[str, int]] = {
    "q": LONGEST_QUESTION,
    "question": LONGEST_QUESTION,
    "text": LONGEST_TEXT,
}
#: Free texts whose white space is kept, since answers point into them.
_IN_PLACE: Final = frozenset({"text"})
#: Control characters that are white space, and as such allowed in free text.
_BLANK: Final = frozenset("\t\n\v\f\r")


def check_query(inputs: type[T], given: Mapping[str, Sequence[str]]) -> T:
    """Check texts by name; a name may have come several times.

    Raises:
        BadParametersError: With every fault there is.
    """
    lists = {f.name for f in msgspec.structs.fields(inputs) if _is_list(f)}
    repeated = [
        Fault(name, "repeated")
        for name, values in given.items()
        if len(values) > 1 and name not in lists
    ]
    flat = {n: list(v) if n in lists else v[-1] for n, v in given.items()}
    return _check(inputs, flat, repeated, "query")


def check_body(inputs: type[T], given: Mapping[str, object]) -> T:
    """Check the members of a JSON object.

    Raises:
        BadParametersError: With every fault there is.
    """
    return _check(inputs, given, [], "body")


def _check(
    inputs: type[T], given: Mapping[str, object], faults: list[Fault], place: Place
) -> T:
    fields = {field.name: field for field in msgspec.structs.fields(inputs)}
    known = ", ".join(sorted(fields))
    faults += [
        Fault(name, "unknown", {"known": known}, place)
        for name in given
        if name not in fields
    ]
    kept: dict[str, Any] = {}
    for name, field in fields.items():
        if name not in given:
            faults += [Fault(name, "missing", place=place)] if field.required else []
            continue
        try:
            kept[name] = _convert(field, given[name], place)
        except BadParametersError as error:
            faults.extend(error.faults)
    if faults:
        asked = next((given[name] for name in sorted(_FREE) if name in given), "")
        raise BadParametersError(faults, asked)
    return inputs(**kept)


def _convert(field: msgspec.structs.FieldInfo, value: object, place: Place) -> object:
    if field.name in _FREE and isinstance(value, str):
        value = value if field.name in _IN_PLACE else value.strip()
        found = list(_text_faults(field.name, value, place))
        if found:
            raise BadParametersError(found)
    lax = place == "query"
    try:
        converted = msgspec.convert(value, field.type, strict=not lax)
    except msgspec.ValidationError as error:
        raise _malformed(field, value, place) from error
    if (lax and _odd(converted, value)) or (field.name not in _FREE and _padded(value)):
        raise _malformed(field, value, place)
    return converted


def _text_faults(name: str, text: str, place: Place) -> Iterator[Fault]:
    """What is wrong with a free text, white space around it gone."""
    if not text.strip():
        yield Fault(name, "empty", place=place)
    if len(text) > _FREE[name]:
        lengths = {"limit": _FREE[name], "length": len(text)}
        yield Fault(name, "too_long", lengths, place)
    for i, char in enumerate(text, 1):
        if unicodedata.category(char) == "Cc" and char not in _BLANK:
            found = {"code": f"{ord(char):04X}", "place": i}
            yield Fault(name, "control", found, place)
            return


def _odd(converted: object, value: object) -> bool:
    """Whether a text reads as a value but is not how that value is written.

    So are «null» for nothing and «1e2» or «5.0» for a whole number.
    """
    if isinstance(converted, tuple) and isinstance(value, list):
        return any(map(_odd, converted, value))
    number = isinstance(converted, int) and not isinstance(converted, bool)
    return converted is None or (number and str(converted) != value)


def _padded(value: object) -> bool:
    """Whether a text, or one in a list, has white space around it.

    ``$`` of a pattern would let a line end pass.
    """
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(text, str) and text != text.strip() for text in texts)


def _malformed(
    field: msgspec.structs.FieldInfo, value: object, place: Place
) -> BadParametersError:
    code, values = _expected(inspect.type_info(field.type), value)
    return BadParametersError([Fault(field.name, code, values, place)])


def _expected(kind: inspect.Type, value: object) -> tuple[str, dict[str, object]]:
    """The words for what a value should have been, with what goes into them."""
    match kind:
        case inspect.Metadata(extra=dict(extra)):
            return extra["fault"], {}
        case inspect.Metadata(type=inner) | inspect.UnionType(types=(inner, *_)):
            return _expected(inner, value)
        case inspect.VarTupleType():
            return _expected_list(kind, value)
        case inspect.IntType(ge=low, le=high):
            return "whole", {"low": low, "high": high}
        case inspect.LiteralType(values=choices):
            return "choice", {"choices": ", ".join(str(c) for c in choices)}
    return ("yes_no" if isinstance(kind, inspect.BoolType) else "text"), {}


def _expected_list(
    kind: inspect.VarTupleType, value: object
) -> tuple[str, dict[str, object]]:
    if isinstance(kind.item_type, inspect.StructType):
        sizes = {"citation": LONGEST_CITATION, "quote": LONGEST_QUOTE}
        return "claims", {"limit": kind.max_length, **sizes}
    if isinstance(value, list):
        return _expected(kind.item_type, value)
    return "texts", {}


def _is_list(field: msgspec.structs.FieldInfo) -> bool:
    kind = inspect.type_info(field.type)
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    return isinstance(kind, inspect.VarTupleType)
