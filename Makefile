# Two commands do everything on a machine with Python 3.11: make build, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: build test lint dist bench fuzz proof audit mutants clean

build: .venv/ready
	$(BIN)/python -m compileall -q generator
	$(BIN)/strategie build

test: .venv/ready lint
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Wheel and source package, and beside them the pinned versions with their digests.
dist: .venv/ready
	rm -rf dist
	$(BIN)/python -m hatchling build
	cp requirements.lock dist/

bench: .venv/bench
	$(BIN)/python -m tools.bench

fuzz: .venv/ready
	$(BIN)/python -m tools.fuzz --count 2000

proof: .venv/ready
	nice $(BIN)/python -m tools.fuzz --count 100000
	nice $(BIN)/python -m tools.review_trials --files 300
	nice $(BIN)/python -m tests.render.documents.redline_proof --count 500

audit: .venv/audit/ready
	$(BIN)/python -m tools.audit .venv/audit/bin/pip-audit

.venv/audit/ready: .venv/ready requirements-audit.lock
	$(PYTHON) -m venv .venv/audit
	.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-audit.lock
	touch $@

mutants: .venv/mutants
	$(BIN)/python -m tools.mutants --count 300

.venv/mutants: .venv/ready requirements-mutants.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-mutants.lock
	touch $@

.venv/bench: .venv/ready requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.lock
	touch $@

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 oder neuer wird gebraucht.")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

clean:
	rm -rf .venv
