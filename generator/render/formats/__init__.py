"""Documents to bytes: one format a module or package."""
