"""What is published: strategy, findings or changes to documents of blocks."""
