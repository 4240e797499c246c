"""Commands that are more than a few lines: arguments to what is to be shown and the exit code."""
