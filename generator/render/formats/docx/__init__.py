"""Word files: a document of blocks in the house's template."""

from generator.render.formats.docx.encode import encode

__all__ = ["encode"]
