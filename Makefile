# The front door: `make audit` and `make test` set up all they need.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help setup tools audit test lint browser bench goldens picture clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/ready ## install the auditor into .venv

tools: $(VENV)/tools ## install what tests and checks it, too

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The auditor needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q src  # an editable install is not compiled, and every run would pay for it
	@touch $@

$(VENV)/tools: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

audit: setup ## audit the bundled newsroom: a summary here, the report in reports/audit.html
	$(BIN)/auditor check claims/sources --fail-on none -o text -o html:reports/audit.html
	@echo; echo "The whole report: reports/audit.html"

test: tools browser lint ## check style and types, then run every test
	$(BIN)/python -m pytest

lint: tools ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser: ## install the browser that the report is tested in, if there is none
	@tools/browser

bench: tools ## time extraction beside its peers (see benchmarks/README.md for how to install them)
	$(BIN)/python benchmarks/extraction.py --peers $(or $(PEERS),$(BIN)/python)

goldens: tools ## write the expected outputs of the tests and claims/extracted anew; review them with git diff
	UPDATE_GOLDENS=1 $(BIN)/python -m pytest

picture: audit tools browser ## take the README's picture of the report anew
	$(BIN)/python tools/picture.py reports/audit.html docs/report.png

clean: ## remove everything that is not in git
	git clean -fdXq
