# The front door: `make audit` and `make test` set up all they need.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help setup audit test lint browser goldens picture clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/ready ## install the auditor and its tools into .venv

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The auditor needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

audit: setup ## audit the bundled newsroom: a summary here, the report in reports/audit.html
	$(BIN)/auditor check claims/sources --fail-on none -o text -o html:reports/audit.html
	@echo; echo "The whole report: reports/audit.html"

test: setup browser lint ## check style and types, then run every test
	$(BIN)/python -m pytest

lint: setup ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser: ## install the browser that the report is tested in, if there is none
	@tools/browser

goldens: setup ## write the expected outputs of the tests and claims/extracted anew; review them with git diff
	UPDATE_GOLDENS=1 $(BIN)/python -m pytest

picture: audit browser ## take the README's picture of the report anew
	$(BIN)/python tools/picture.py reports/audit.html docs/report.png

clean: ## remove everything that is not in git
	git clean -fdXq
