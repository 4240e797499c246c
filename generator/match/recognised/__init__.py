"""Passages of a source to what they are by a profile: levels of goals, bodies, chapters, prose."""
