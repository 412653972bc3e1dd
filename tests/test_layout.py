"""Our packages are the ones imported, whatever else is installed."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["corpus", "indexer", "service", "eval"])
def test_package_lies_in_this_checkout(name: str) -> None:
    module = importlib.import_module(name)

    assert module.__file__ is not None
    assert Path(module.__file__).is_relative_to(ROOT)


@pytest.mark.parametrize("name", ["corpus", "indexer", "service", "eval"])
def test_init_holds_a_docstring_and_nothing_else(name: str) -> None:
    code = compile(
        (ROOT / name / "__init__.py").read_text(encoding="utf-8"), name, "exec"
    )

    assert code.co_consts[0]
    assert set(code.co_names) <= {"__doc__"}
