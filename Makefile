# make demo    an article becomes a page and triples in demo/ (ARTICLE=path takes any other)
# make test    all gates and tests, as CI runs them, but for those of the training room:
# make test-training    these, in an environment of their own with torch
# make wheel   the wheel, in dist/
# make picture the picture in README.md anew (needs Chromium)
# make lock    the two lock files anew (needs uv)

PYTHON  ?= python3
ARTICLE ?= examples/cybersecurity-center.txt
VENV    := .venv
BIN     := $(VENV)/bin
TRAIN   := .venv-train
NAME    := $(basename $(notdir $(ARTICLE)))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := demo
.PHONY: demo test test-training picture format wheel lock clean

demo: $(VENV)/run.stamp
	@mkdir -p demo
	@$(BIN)/kg view "$(ARTICLE)" -o "demo/$(NAME).html" > /dev/null
	@$(BIN)/kg extract "$(ARTICLE)" -o "demo/$(NAME).ttl" > /dev/null 2>&1
	@$(BIN)/kg extract "$(ARTICLE)" -o "demo/$(NAME).nq" > /dev/null 2>&1
	@echo
	@echo "The page:    demo/$(NAME).html  (open it in a browser; it needs no network)"
	@echo "The triples: demo/$(NAME).ttl   and, with the article's graph, demo/$(NAME).nq"
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/kg query --list"
	@echo "  $(BIN)/kg query demo/$(NAME).nq 'SELECT ?what ?who { ?what ng:approvedBy ?who }'"
	@echo "  $(BIN)/kg stats demo/$(NAME).nq"
	@echo "  make demo ARTICLE=examples/company-takeover.txt"

test: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# addopts of pyproject.toml leaves these tests out.
test-training: $(TRAIN)/stamp
	$(TRAIN)/bin/python -m pytest -o addopts="--strict-markers --strict-config --import-mode=importlib" tests/training

picture: $(VENV)/test.stamp demo
	$(BIN)/python tests/picture.py "demo/$(NAME).html" docs/page.png

format: $(VENV)/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/run.stamp
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# One answer for every supported Python; --only-binary keeps out what would need a compiler.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --only-binary :all: \
        --python-version 3.11 --fork-strategy fewest pyproject.toml
lock:
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra build --extra test -c requirements.lock -o requirements-test.lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3 has no venv: on Debian, apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) ..."
	@$(INSTALL) --require-hashes --only-binary=:all: -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp | $(BIN)/python
	@$(INSTALL) --require-hashes --only-binary=:all: -r requirements-test.lock
	@touch $@

# torch has no place in the locks: which build of it is right depends on the machine.
$(TRAIN)/stamp: Makefile
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check \
	    torch==2.13.0 onnx onnxruntime onnxscript safetensors tokenizers typer pytest
	@touch $@

clean:
	rm -rf build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
