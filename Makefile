# Everything a person runs. `make help` lists it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# The wheel index of PyTorch holds a build without CUDA (200 MB instead of several GB).
TORCH := torch==2.13.0
TORCH_CPU_INDEX ?= https://download.pytorch.org/whl/cpu
# Nothing may ask a model hub, and one query must not fight another for cores.
export HF_HUB_OFFLINE := 1
export OMP_NUM_THREADS := 1
export TOKENIZERS_PARALLELISM := false

.DEFAULT_GOAL := help
.PHONY: help setup serve index ask test coverage check format lint types imports eval \
        eval-accept ablate bench model snapshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.base:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11"; exit 2; }
	@echo "Setting up $(VENV) (once; about 2 GB, a few minutes) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --no-deps --index-url $(TORCH_CPU_INDEX) --retries 0 --timeout 5 $(TORCH) \
	  2>/dev/null || $(PIP) install $(TORCH)
	@touch $@

$(VENV)/.serve: $(VENV)/.base pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.serve
	@$(PIP) install -c constraints.txt -e '.[test,train]'
	@touch $@

setup: $(VENV)/.test ## make the environment with everything that tests need

serve: $(VENV)/.serve ## build the index if it is missing or stale, then serve on 127.0.0.1:8000
	@$(PY) -m indexer build --if-stale
	@$(PY) -m service serve

index: $(VENV)/.serve ## build the index anew where something changed
	@$(PY) -m indexer build

ask: $(VENV)/.serve ## answer one question: make ask Q="who is responsible for measure 42"
	@$(PY) -m indexer build --if-stale
	@$(PY) -m service ask "$(Q)"

test: $(VENV)/.test ## run every test
	@$(PY) -m pytest -q

coverage: $(VENV)/.test ## run every test and tell which lines none of them runs; twice as slow
	@$(PY) -m pytest -q --cov --cov-report=term:skip-covered

check: $(VENV)/.test ## format, lint, types and import rules, nothing changed
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports

format: $(VENV)/.test ## rewrite the code in the house format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix-only .

lint: $(VENV)/.test ## lint alone
	@$(PY) -m ruff check .

types: $(VENV)/.test ## type check alone
	@$(PY) -m mypy

imports: $(VENV)/.test ## import rules alone
	@$(VENV)/bin/lint-imports

eval: $(VENV)/.test ## score the system on the judged questions, compare with the accepted scores
	@$(PY) -m indexer build --if-stale
	@echo "== judged questions and hand-read acts (eval/gold)"
	@$(PY) -m eval run --html eval/report
	@echo "== our own questions, the third that tuning never saw (eval/own)"
	@$(PY) -m eval run --gold eval/own --part held --html eval/report
	@echo "== questions written before the system was asked, the third that tuning never saw"
	@$(PY) -m eval run --gold eval/unseen --part held --html eval/report
	@echo "== questions in the manner of the judged ones, the half that tuning never saw"
	@$(PY) -m eval run --gold eval/fresh --part held --html eval/report
	@echo "== what the corpus does not hold, beside what it does (eval/refusal)"
	@$(PY) -m eval run --gold eval/refusal --part held --html eval/report
	@echo "plots: eval/report/index.html"

eval-accept: $(VENV)/.test ## make the present scores the baseline (review the diff)
	@$(PY) -m eval accept
	@$(PY) -m eval accept --gold eval/own --part held
	@$(PY) -m eval accept --gold eval/unseen --part held
	@$(PY) -m eval accept --gold eval/fresh --part held
	@$(PY) -m eval accept --gold eval/refusal --part held

ablate: $(VENV)/.test ## measure retrieval without each of its resources
	@$(PY) -m indexer build --if-stale
	@$(PY) -m eval ablate

bench: $(VENV)/.test ## print speed, memory and size figures
	@$(PY) -m indexer build --if-stale
	@$(PY) -m eval bench

model: $(VENV)/.test ## train the shipped embedding model anew
	@$(PY) -m indexer train

snapshots: $(VENV)/.test ## rewrite the snapshots of parsed acts and pages; read the diff
	@ZANGER_SNAPSHOTS=write $(PY) -m pytest -q -k snapshot

clean: ## remove the environment, the index and caches
	@rm -rf $(VENV) index build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	  .hypothesis .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
