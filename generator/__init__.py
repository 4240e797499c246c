"""Turns a county's strategy, kept as YAML and Markdown, into checked documents."""

import os

# What else is installed changes nothing here, and looking for it costs a fiftieth of a check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
