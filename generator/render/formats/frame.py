"""The content of a document to its file, in a Jinja2 template of the house."""

from pathlib import Path


def framed(template: Path, **values: str) -> bytes:
    """The template filled in, in UTF-8; what stands in ``inhalt`` is markup of the format already."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(template.parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=template.suffixes[0] == ".html",
    )
    return environment.get_template(template.name).render(**values).encode()
