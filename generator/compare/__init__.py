"""Two strategies to a list of changes: a diff is data from which the new edition can be rebuilt."""
