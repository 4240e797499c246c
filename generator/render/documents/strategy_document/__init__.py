"""The document that the council receives, and its parts."""
