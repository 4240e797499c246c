"""Runs the command line: ``python -m generator`` is the same as ``strategie``."""

from generator.cli import run

if __name__ == "__main__":
    run()
