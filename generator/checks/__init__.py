"""Rules over model, graph and texts; each is one file whose docstring is its manual entry."""
