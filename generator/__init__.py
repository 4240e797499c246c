"""Turns a county's strategy, kept as YAML and Markdown, into checked documents."""

__version__ = "0.1.0"
