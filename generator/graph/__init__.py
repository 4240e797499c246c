"""A strategy to one directed graph of its hierarchy, responsibilities and references."""
