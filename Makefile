# `make deck` builds the CTO deck from seeds/ into output/; `make test` runs every test. Both make their own environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
AUDIENCE ?= cto
THEME ?= boardroom

.PHONY: deck test lint bench clean help
.DEFAULT_GOAL := help

help:
	@echo "make deck   build output/*-$(AUDIENCE).pptx from seeds/   (AUDIENCE=board THEME=midnight to vary)"
	@echo "make test   install what the tests need and run them all"
	@echo "make lint   style, types and the walls between the modules"
	@echo "make bench  time the program beside its peers"

$(VENV)/.deck: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "briefing needs Python 3.11 or newer; set PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing briefing into $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@$(BIN)/python -m compileall -q briefing
	@touch $@

$(VENV)/.dev: $(VENV)/.deck
	@echo "Installing what the tests need into $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

deck: $(VENV)/.deck
	@$(BIN)/briefing build seeds --audience $(AUDIENCE) --theme $(THEME) --output output

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev
	@$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
