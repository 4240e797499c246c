"""What somebody wants a new strategy to be, to the files of a project that checks clean."""
