"""Frozen records of a strategy; they know no files, no Word and no graph."""
