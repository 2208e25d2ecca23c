"""Runs the command line; the only reader of the clock in the package."""

import gc
import os
import sys
from datetime import date

from rules.cli import main

# New objects after which Python looks for cycles: the answers to a line leave none.
OBJECTS = 200_000

if __name__ == "__main__":
    gc.freeze()
    gc.set_threshold(OBJECTS)
    try:
        code = main(sys.argv[1:], date.today())
    except BrokenPipeError:
        # Whoever read the answers has enough; Python would complain again while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
