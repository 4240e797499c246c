"""Files that people send back, to a story of paragraphs with who changed what."""
