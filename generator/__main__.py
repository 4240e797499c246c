"""Runs the command line: ``python -m generator`` is the same as ``strategie``."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
