# Everything a founder, a newcomer or CI runs. `make help` lists it.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
SUITE ?= bookworm
WEB ?= nginx
VENV := .venv
BIN := $(VENV)/bin
QUICK := $(addprefix tests/,config domain/codes domain/scoring domain/talk domain/text usecases/attempts usecases/sharing blueprints/public)
RULES := $(patsubst %,tests/house/test_%.py,sizes styles templates texts scripts documents figures_in_documents private)
LOCK := $(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
.DEFAULT_GOAL := help
.PHONY: help run test test-quick lint types audit e2e bench walk gallery speed signed train check texts lock release clean

help:  ## Show what there is
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: $(VENV)/.run  ## Try the quiz on http://127.0.0.1:8000 (HOST=0.0.0.0 lets phones in)
	@$(BIN)/quiz demo --host $(HOST) --port $(PORT)

test: $(VENV)/.dev  ## Run every test, on SQLite and PostgreSQL, in a real browser
	@sh scripts/prepare-tests.sh
	@sh scripts/run-tests.sh $(BIN)/python

test-quick: $(VENV)/.dev  ## Run most of the domain and the way of a pupil on SQLite: under a minute
	@sh scripts/run-tests.sh $(BIN)/python $(QUICK) -k "not postgresql"

lint: $(VENV)/.dev  ## Check code, imports, templates, styles, scripts, spelling and the rules of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --check --lint templates
	$(BIN)/oxfmt --check static/css static/js
	$(BIN)/oxlint static/js
	$(BIN)/codespell
	$(BIN)/python -m pytest -n 0 $(RULES)

types: $(VENV)/.dev  ## Check types, strictly
	$(BIN)/mypy

audit: $(VENV)/.dev  ## Ask the package index for known holes in our dependencies
	@$(BIN)/python -m tests.house.audit

e2e: $(VENV)/.dev  ## Run the browser tests only
	@sh scripts/prepare-tests.sh
	@$(BIN)/python -m pytest tests/browser

bench: $(VENV)/.run  ## Measure every budget of the design (BENCH=--quick for a try)
	@$(BIN)/quiz bench $(BENCH)

walk: $(VENV)/.dev  ## Install, upgrade and undo on an empty Debian with systemd, as root (SUITE=trixie WEB=caddy)
	@rm -rf /var/tmp/walk/releases
	@$(BIN)/python -m tests.cli.upgrade.wheels /var/tmp/walk/releases
	@bash scripts/walk.sh $(SUITE) $(WEB) /var/tmp/walk/releases/old /var/tmp/walk/releases/newer

gallery: $(VENV)/.dev  ## Take every picture of README and docs, from the demonstration
	@sh scripts/prepare-tests.sh
	@$(BIN)/python -m tests.browser.gallery

speed: $(VENV)/.dev  ## Measure first paint and layout shift on a slow phone
	@sh scripts/prepare-tests.sh
	@$(BIN)/python -m tests.browser.speed

signed: $(VENV)/.dev  ## Show which share of first steps a decaan would sign (SIGNED=--faults: what not)
	@$(BIN)/python -m tests.domain.catalogue.signed $(SIGNED)

train: $(VENV)/.dev  ## Train the model again from the questions (same seed, same bytes)
	$(BIN)/quiz train

check: $(VENV)/.run  ## Check questions, texts, catalogue and model
	$(BIN)/quiz check

texts: $(VENV)/.dev  ## Collect the texts of pages and compile their translations
	$(BIN)/pybabel -q extract -F babel.cfg -k Words --no-location --sort-output --omit-header -o messages.pot .
	$(BIN)/pybabel -q update -i messages.pot -d quiz/web/translations -l en --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -d quiz/web/translations
	@rm -f messages.pot

lock: $(VENV)/.dev  ## Resolve the dependencies again and pin them with hashes
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml -c requirements/build.txt -o requirements/run.txt
	$(LOCK) pyproject.toml --extra dev -c requirements/build.txt -c requirements/run.txt -o requirements/dev.txt

release: $(VENV)/.dev  ## Make the wheel, the lock, the changes and their checksums in dist/ (VERSION=0.2.0 names it)
	@sh scripts/release.sh $(BIN)/python $(VERSION)

clean:  ## Remove what was built here, but not the data of the demonstration
	rm -rf $(VENV) build dist .cache

$(BIN)/pip:
	@sh scripts/make-venv.sh $(PYTHON) $(VENV)

$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml | $(BIN)/pip
	@echo "Installing what the quiz needs (once; about half a minute)"
	@sh scripts/install-locked.sh $(BIN)/python requirements/build.txt
	@sh scripts/install-locked.sh $(BIN)/python requirements/run.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml $(VENV)/.run
	@echo "Installing what the tests need (once)"
	@sh scripts/install-locked.sh $(BIN)/python requirements/dev.txt
	@touch $@
