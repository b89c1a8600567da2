# What one types here. `make` lists it. Packages come from wherever pip is configured to take them.

PORT   ?= 8000
DEBIAN := $(shell command -v apt-get 2>/dev/null)
# Root, or sudo that asks nothing: only then are system packages installed.
ROOT   := $(shell [ "$$(id -u)" = 0 ] && echo env || { command -v sudo >/dev/null && sudo -n true 2>/dev/null && echo sudo; })
APT     = $(ROOT) DEBIAN_FRONTEND=noninteractive apt-get -qq
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK   := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

# Where it is set, each start compiles seven hundred modules anew: two seconds of five, hundreds of times in the tests.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format-check lint types contracts migrations format bench messages lock wheel clean
.NOTPARALLEL:

help: ## list what can be typed
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "  make %-13s %s\n", $$1, $$2}'

# --- set-up -----------------------------------------------------------------------------------------------------

setup: .venv/all.stamp .venv/fonts.stamp .venv/system.stamp ## everything needed to run, test and change it

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (Debian, Ubuntu: apt-get install python3)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { test -n "$(DEBIAN)" && test -n "$(ROOT)" && \
		{ $(APT) update || true; } && $(APT) install -y "$$(basename $(PYTHON))-venv" >/dev/null; } || \
		{ echo "$(PYTHON) cannot make a virtual environment: apt-get install $$(basename $(PYTHON))-venv" >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv

# The project is installed editable: the stamp must be redone only when what it needs changes.
.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what the server needs"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/all.stamp: requirements-dev.lock .venv/run.stamp
	@echo "Installing what the tests need"
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-dev.lock
	@touch $@

# Reports are set in Liberation Serif, which has the metrics of Times; without it everything works but reports as PDF.
# `fonts-liberation2` where it exists (Debian 12); later releases have the same faces in `fonts-liberation`.
.venv/fonts.stamp: | .venv/bin/python
	@if find /usr/share/fonts /usr/local/share/fonts -name LiberationSerif-Regular.ttf 2>/dev/null | grep -q .; then touch $@; \
	elif [ -n "$(DEBIAN)" ] && [ -n "$(ROOT)" ]; then \
		echo "Installing the fonts of reports"; \
		if { $(APT) update || true; } && { $(APT) install -y --no-install-recommends fonts-liberation2 || \
			$(APT) install -y --no-install-recommends fonts-liberation; } >/dev/null 2>&1; then touch $@; \
		else echo "They could not be installed: reports as PDF will be refused with a sentence."; fi; \
	else echo "For reports as PDF install: fonts-liberation2 (Debian: apt-get install fonts-liberation2)"; fi

# Chromium and PostgreSQL serve the tests only; without them those tests are skipped, each with one line.
.venv/system.stamp: | .venv/bin/python
	@missing=""; { \
	command -v chromium || command -v chromium-browser || command -v google-chrome || missing="chromium"; \
	ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; } >/dev/null; \
	if [ -z "$$missing" ]; then touch $@; \
	elif [ -n "$(DEBIAN)" ] && [ -n "$(ROOT)" ]; then \
		echo "Installing for the tests: $$missing"; \
		if { $(APT) update || true; } && $(APT) install -y --no-install-recommends $$missing >/dev/null; then touch $@; \
		else echo "They could not be installed; the tests that need them will be skipped."; fi; \
	else echo "For the whole test suite install: $$missing (Debian: apt-get install $$missing)"; fi

# --- running ----------------------------------------------------------------------------------------------------

demo: .venv/run.stamp .venv/fonts.stamp ## a live example fair on http://127.0.0.1:8000 (PORT= changes it); data stay in var/
	@EXCHANGE_PORT=$(PORT) $(BIN)/exchange demo $(ARGS)

# --- checking ---------------------------------------------------------------------------------------------------

test: setup ## the whole suite, on SQLite and PostgreSQL, with the browser (ARGS= goes to pytest)
	@$(BIN)/pytest --numprocesses 2 --dist loadfile $(ARGS)

check: setup format-check lint types contracts migrations wheel test ## what CI runs, in its order

format-check:
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }

lint:
	@$(BIN)/ruff check --quiet .

types:
	@$(BIN)/mypy

contracts:
	@$(BIN)/lint-imports --no-logo

migrations:
	@$(BIN)/pytest tests/house/test_migrations.py

wheel: setup
	@rm -rf build dist
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

format: setup ## put the code in the house's format
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: setup ## measure; prints a table and writes var/bench.json (ARGS= chooses parts)
	@mkdir -p var
	@$(BIN)/python -m tests.load.bench --json var/bench.json $(ARGS)

messages: setup ## collect on-screen texts and bring the catalogues up to date
	@mkdir -p web/locale
	@$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --keyword _ --keyword N_ --no-location --sort-output \
		--project exchange --copyright-holder "the exchange's authors" --output-file web/locale/messages.pot .
	@for po in web/locale/*/LC_MESSAGES/messages.po; do [ -e "$$po" ] || continue; \
		$(BIN)/pybabel --quiet update --input-file web/locale/messages.pot --output-file $$po --locale "$$(basename $$(dirname $$(dirname $$po)))"; done

lock: setup ## renew requirements.lock and requirements-dev.lock (ARGS=--upgrade to move everything)
	@$(LOCK) $(ARGS) --build-deps-for editable --build-deps-for wheel --output-file requirements.lock pyproject.toml
	@$(BIN)/python -c 'import tomllib; g = tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]; \
		print(*g["dev"], *g["bench"], sep="\n")' | \
		$(LOCK) $(ARGS) --constraint requirements.lock --output-file requirements-dev.lock -

clean: ## remove what was made here, except data in var/
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	@find exchange web migrations tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
