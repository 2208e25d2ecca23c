"""Runs the command line; the only reader of the clock in the package."""

import sys
from datetime import date

from rules.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], date.today()))
