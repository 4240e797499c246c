"""Two editions to one: what of their blocks and words stays, goes, comes and has moved."""
