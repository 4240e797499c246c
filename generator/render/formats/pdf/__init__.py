"""PDF files: what LibreOffice laid out, its structure mended where it is wrong."""

from generator.render.formats.pdf.accessible import accessible

__all__ = ["accessible"]
