"""Word files: a document of blocks in the house's template."""

from generator.render.formats.docx.encode import encode
from generator.render.formats.docx.pages import encode_with_pages, page_numbers, pdf_with_pages

__all__ = ["encode", "encode_with_pages", "page_numbers", "pdf_with_pages"]
