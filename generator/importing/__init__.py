"""An existing strategy to a folder that check reads, with a receipt of what became of every line."""
