"""A comparison told once, in German words: what Synopse, change list, page and reports are views of."""
