# Two commands matter: `make demo` and `make test`. Both create what they need.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DEMO   ?= demo

.PHONY: help install demo test lint types unit docs reference bench throughput fuzz lock clean

help:
	@echo "make demo    install, ingest the sample reports, print what the ledger answers"
	@echo "make test    lint, types, tests with coverage, documentation"
	@echo "make reference   write the generated pages of the documentation again"
	@echo "make bench   score every development set that is present, against pinned floors"
	@echo "make fuzz    ask the workbench 5,000 odd questions made from its description"
	@echo "make lock    pin all dependencies again, with hashes"

$(VENV)/.installed: requirements-dev.lock requirements-ftm.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "installing into $(VENV), once; this takes a few minutes"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ftm.lock || \
		echo "followthemoney could not be installed (PyICU needs a C++ compiler, pkg-config and libicu-dev): its check of the export will be skipped"
	@touch $@

install: $(VENV)/.installed

demo: install
	@mkdir -p $(DEMO)
	@printf '\n== Reading the sample reports\n'
	@$(BIN)/secondsource ingest samples/reports --ledger $(DEMO)/secondsource.db
	@printf '\n== What happened: the dozen events that most independent origins tell of\n\n'
	@$(BIN)/secondsource events --most 12 --sentences 2 --ledger $(DEMO)/secondsource.db
	@printf '\n== How actors stood to each other over time\n\n'
	@$(BIN)/secondsource ties --most 3 --sentences 2 --ledger $(DEMO)/secondsource.db
	@printf '\n== Who has it from whom\n\n'
	@$(BIN)/secondsource lineage --ledger $(DEMO)/secondsource.db
	@printf '\n== More (commands are in $(BIN); run them as $(BIN)/secondsource …)\n\n'
	@$(BIN)/secondsource overview --ledger $(DEMO)/secondsource.db

test: lint types unit docs

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

unit: install
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

docs: install
	$(BIN)/python -m mkdocs build --strict --quiet

reference: install
	$(BIN)/python docs/make_reference.py

bench: install
	$(BIN)/python -m bench

throughput: install
	$(BIN)/python -m bench.throughput

fuzz: install
	$(BIN)/python -m bench.fuzz

lock: install
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile --quiet --extra dev --extra ftm --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --constraint requirements-dev.lock --output-file requirements-ftm.lock pyproject.toml

clean:
	rm -rf $(VENV) $(DEMO) site htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache
