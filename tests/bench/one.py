"""Runs one module of benchmarks in a process of its own, a JSON object a line for each row.

Django is set up on a fresh database of the run's data directory before the module is loaded.
"""

import importlib
import json
import os
import sys
from dataclasses import asdict

import django
from django.core.management import call_command


def main() -> None:
    """Set up, run, print each row as it is found."""
    os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", LOG_LEVEL="WARNING")
    django.setup()
    call_command("migrate", verbosity=0)
    for row in importlib.import_module(f"tests.bench.{sys.argv[1]}").rows():
        print(json.dumps(asdict(row), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
