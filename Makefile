# The commands of the project. Each makes its environment first: see misconduct/ops/bootstrap.py.

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) misconduct/ops/bootstrap.py
IN = .venv/bin

.PHONY: run test bench check mutation
.SILENT: run test bench mutation

run:
	exec $(BOOTSTRAP) run

test:
	exec $(BOOTSTRAP) test

bench:
	exec $(BOOTSTRAP) bench

check:
	@$(BOOTSTRAP) install
	$(IN)/ruff check
	$(IN)/ruff format --check
	$(IN)/lint-imports
	$(IN)/mypy
	$(IN)/python manage.py check --fail-level WARNING
	$(IN)/python manage.py makemigrations --check --dry-run
	$(IN)/python manage.py render_docs --check
	$(IN)/python manage.py check_house

# ONLY=rules/terms.py,rules/procedure/ for a part, FRESH=1 to try again what was caught before.
mutation:
	$(BOOTSTRAP) install
	$(IN)/python -m tests.mutation $(if $(ONLY),--only $(ONLY)) $(if $(FRESH),--fresh)
